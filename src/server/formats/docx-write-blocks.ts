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
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Align } from '#domain/writing/official-document.ts'
import type { PrintedBlock, PrintedHeading } from '#domain/writing/printed-document.ts'
import {
  cellPadding,
  type HeadCell,
  type PrintedRow,
  type PrintedRun,
  type PrintedTable,
} from '#domain/writing/printed-table.ts'
import { halfPoints, styleIds, twips } from './docx-write-styles.ts'

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<Align, unknown>

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** `keepLast` holds the last paragraph together with what follows, the signature. */
export function blockChildren(blocks: readonly PrintedBlock[], keepLast: boolean): (Paragraph | Table)[] {
  return blocks.flatMap((block, index): (Paragraph | Table)[] => {
    const keepNext = keepLast && index === blocks.length - 1
    switch (block.kind) {
      case 'heading':
        return [headingParagraph(block)]
      case 'text':
        return [
          new Paragraph({
            style: styleIds.text,
            children: block.runs.map(textRun),
            ...(keepNext && { keepNext }),
          }),
        ]
      case 'table':
        return tableChildren(block)
    }
  })
}

function textRun(run: PrintedRun): TextRun {
  return new TextRun({
    text: run.text,
    ...(run.bold && { bold: true }),
    ...(run.italic && { italics: true }),
  })
}

/** Lines of one paragraph, so that a name broken over two lines is still one text to whoever reads the file. */
export function brokenLines(
  lines: readonly string[],
  options: { size?: number; bold?: boolean; italics?: boolean } = {},
): TextRun[] {
  const { size, ...face } = options
  return lines.map(
    (text, index) =>
      new TextRun({
        text,
        ...face,
        ...(size !== undefined && { size: halfPoints(size) }),
        ...(index > 0 && { break: 1 }),
      }),
  )
}

function headingParagraph(heading: PrintedHeading): Paragraph {
  const children = heading.lines.flatMap((runs, index) => [
    ...(index > 0 ? [new TextRun({ break: 1 })] : []),
    ...runs.map(textRunOfStyle),
  ])
  return new Paragraph({ heading: headingLevels[heading.level], children })
}

// A heading's face is its style's: a run's own would outlive a restyling.
function textRunOfStyle(run: PrintedRun): TextRun {
  return new TextRun(run.text)
}

function tableChildren(table: PrintedTable): (Paragraph | Table)[] {
  const children: (Paragraph | Table)[] = []
  if (table.caption !== null)
    children.push(
      new Paragraph({ style: styleIds.caption, children: brokenLines(table.caption.split('\n')) }),
    )
  children.push(wordTable(table))
  // Two tables without a paragraph between them become one in Word, and text would cling to the frame.
  if (table.note === null)
    children.push(new Paragraph({ style: styleIds.rule, spacing: { after: twips(4) } }))
  else children.push(new Paragraph({ style: styleIds.note, children: brokenLines(table.note.split('\n')) }))
  return children
}

function wordTable(table: PrintedTable): Table {
  const widths = wholeTwips(table.widths)
  const headRows = table.head.map(
    (row) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        keepNext: true,
        children: row.map((cell) => headCell(cell, table.fontSize)),
      }),
  )
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: {
      left: twips(cellPadding),
      right: twips(cellPadding),
      top: 0,
      bottom: 0,
      marginUnitType: WidthType.DXA,
    },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [...headRows, ...table.rows.map((row) => bodyRow(row, widths, table.fontSize))],
  })
}

/** Rounded so that the columns together are as wide as the whole. */
function wholeTwips(widths: readonly number[]): number[] {
  let reached = 0
  let given = 0
  return widths.map((width) => {
    reached += width
    const whole = twips(reached) - given
    given += whole
    return whole
  })
}

function headCell(cell: HeadCell, fontSize: number): TableCell {
  return new TableCell({
    ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
    ...(cell.rowSpan > 1 && { rowSpan: cell.rowSpan }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        style: styleIds.cell,
        alignment: AlignmentType.CENTER,
        keepNext: true,
        children: brokenLines(cell.text.split('\n'), { size: fontSize, bold: cell.bold }),
      }),
    ],
  })
}

function bodyRow(row: PrintedRow, widths: readonly number[], fontSize: number): TableRow {
  let column = 0
  const children = row.cells.map((cell) => {
    const width = widths.slice(column, column + cell.colSpan).reduce((sum, part) => sum + part, 0)
    column += cell.colSpan
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(cell.colSpan > 1 && { columnSpan: cell.colSpan }),
      children: cell.lines.map(
        (runs) =>
          new Paragraph({
            style: styleIds.cell,
            alignment: alignments[cell.align],
            children: runs.map(
              (run) =>
                new TextRun({
                  text: run.text,
                  size: halfPoints(fontSize),
                  ...(run.bold && { bold: true }),
                  ...(run.italic && { italics: true }),
                }),
            ),
          }),
      ),
    })
  })
  return new TableRow({ cantSplit: row.short, children })
}
