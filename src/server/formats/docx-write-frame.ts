// What stands around the text: header, title, addressees, bases, signature, the head of an annex.
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedAnnex, PrintedDocument } from '#domain/writing/printed-document.ts'
import {
  type PrintedAddress,
  type PrintedClosing,
  type PrintedHeader,
  signatureSpace,
} from '#domain/writing/printed-header.ts'
import { textWidthOf } from '#domain/writing/page-layout.ts'
import { brokenLines } from './docx-write-blocks.ts'
import { halfPoints, styleIds, twips } from './docx-write-styles.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none } as const

export function headerTable(header: PrintedHeader): Table {
  const name = (lines: readonly string[], size: number, bold: boolean) =>
    lines.length === 0
      ? []
      : [new Paragraph({ style: styleIds.header, children: brokenLines(lines, { size, bold }) })]
  const first = [
    [
      ...name(header.superior, header.issuerSize, false),
      ...name(header.issuer, header.issuerSize, true),
      rule(header.leftWidth, header.issuerRule),
    ],
    [
      ...name([header.nation], header.issuerSize, true),
      ...name([header.motto], header.mottoSize, true),
      rule(header.rightWidth, header.mottoRule),
    ],
  ]
  const gap = { before: twips(6) }
  const second = [
    [
      new Paragraph({
        style: styleIds.header,
        spacing: gap,
        children: brokenLines([header.number], { size: 13 }),
      }),
      ...(header.subject.length === 0
        ? []
        : [
            new Paragraph({
              style: styleIds.header,
              spacing: gap,
              children: brokenLines(header.subject, { size: header.issuerSize }),
            }),
          ]),
    ],
    [
      new Paragraph({
        style: styleIds.header,
        spacing: gap,
        children: brokenLines([header.placeAndDate], { size: header.mottoSize, italics: true }),
      }),
    ],
  ]
  return frameTable([first, second], [header.leftWidth, header.rightWidth])
}

/** Rows of two cells without lines. */
function frameTable(
  rows: readonly (readonly Paragraph[])[][],
  widths: readonly [number, number],
  splitLast = false,
): Table {
  const columnWidths = [twips(widths[0]), twips(widths[0] + widths[1]) - twips(widths[0])]
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: !(splitLast && index === rows.length - 1),
          children: cells.map(
            (children, column) =>
              new TableCell({
                width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
                borders: noBorders,
                children:
                  children.length > 0 ? [...children] : [new Paragraph({ style: styleIds.recipient })],
              }),
          ),
        }),
    ),
  })
}

/** A line of the given length in the middle of a column: an empty paragraph with a border between two indents. */
function rule(columnWidth: number, length: number): Paragraph {
  const indent = twips(Math.max(0, (columnWidth - length) / 2))
  return new Paragraph({
    style: styleIds.rule,
    indent: { left: indent, right: indent },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  })
}

export function titleChildren(printed: PrintedDocument): Paragraph[] {
  const { title, layout } = printed
  if (title === null) return [new Paragraph({ style: styleIds.recipient })]
  const width = textWidthOf(layout, false)
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title.typeName)] }),
    new Paragraph({ style: 'Subtitle', children: brokenLines(title.about) }),
    rule(width, title.rule),
    new Paragraph({ style: styleIds.recipient }),
  ]
}

export function addressChildren(address: PrintedAddress): Paragraph[] {
  const left = twips(address.indent)
  const lineLeft = twips(address.indent + address.hang)
  // A long line goes on below its text, not below its dash.
  const hanging = twips(8)
  const lines = [
    new Paragraph({ style: styleIds.addressee, indent: { left }, children: [new TextRun(address.label)] }),
    ...address.lines.map(
      (text) =>
        new Paragraph({
          style: styleIds.addressee,
          indent: { left: lineLeft + hanging, hanging },
          children: [new TextRun(text)],
        }),
    ),
  ]
  return [...lines, new Paragraph({ style: styleIds.recipient })]
}

export function basisChildren(bases: readonly string[]): Paragraph[] {
  return bases.map((text) => new Paragraph({ style: styleIds.basis, children: [new TextRun(text)] }))
}

export function closingTable(closing: PrintedClosing, bodySize: number): Table {
  const recipient = (text: string) =>
    new Paragraph({ style: styleIds.recipient, children: [new TextRun(text)] })
  const signer = (text: string, before: number) =>
    new Paragraph({
      style: styleIds.signer,
      ...(before > 0 && { spacing: { before: twips(before) } }),
      children: [new TextRun({ text, size: halfPoints(bodySize) })],
    })
  const left = [
    new Paragraph({ style: styleIds.recipientsHead, children: [new TextRun('Nơi nhận:')] }),
    ...closing.recipients.map(recipient),
  ]
  const right = [
    ...closing.authority.map((text) => signer(text, 0)),
    signer(closing.name ?? '', signatureSpace),
  ]
  const rows = [[left, right]]
  if (closing.moreRecipients.length > 0) rows.push([closing.moreRecipients.map(recipient), []])
  return frameTable(rows, [closing.leftWidth, closing.rightWidth], rows.length > 1)
}

export function annexHead(annex: PrintedAnnex): Paragraph[] {
  return [
    new Paragraph({
      style: styleIds.annexLabel,
      alignment: AlignmentType.CENTER,
      children: [new TextRun(annex.label)],
    }),
    new Paragraph({ style: styleIds.annexTitle, children: brokenLines(annex.title) }),
    new Paragraph({ style: styleIds.annexReference, children: brokenLines(annex.reference) }),
  ]
}
