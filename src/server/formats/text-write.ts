// Writes an official document as plain text: the same words in reading order, one paragraph a line, a table one
// row a line with tabs between its cells. For systems that take nothing else, and for eyes that read by ear.
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { decreeLayout } from '#domain/writing/page-layout.ts'
import { type PrintedBlock, printDocument } from '#domain/writing/printed-document.ts'
import { lineText, type PrintedCell } from '#domain/writing/printed-table.ts'

/** UTF-8 text in NFC with '\n' ends. A cell that spans n columns is followed by n - 1 empty ones. */
export function writeText(document: OfficialDocument): string {
  const printed = printDocument(document, decreeLayout)
  const { header, title, address, closing } = printed
  const paragraphs = [
    [header.superior.join(' '), header.issuer.join(' '), header.number, header.subject.join(' ')],
    [header.nation, header.motto, header.placeAndDate],
    title === null ? [] : [title.typeName, title.about.join(' ')],
    address === null ? [] : [address.label, ...address.lines],
    ...printed.bases.map((basis) => [basis]),
    ...printed.body.map(blockLines),
    ['Nơi nhận:', ...closing.recipients, ...closing.moreRecipients],
    closing.authority,
    [closing.name ?? ''],
    ...printed.annexes.flatMap((annex) => [
      [annex.label, annex.title.join(' '), annex.reference.join(' ')],
      ...annex.body.map(blockLines),
    ]),
  ]
  const texts = paragraphs
    .map((lines) => lines.filter((line) => line !== '').join('\n'))
    .filter((text) => text !== '')
  return `${texts.join('\n\n')}\n`
}

function blockLines(block: PrintedBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return block.lines.map(lineText)
    case 'text':
      return [lineText(block.runs)]
    case 'table': {
      const rows = block.rows.map((row) => row.cells.flatMap(cellColumns).join('\t').trimEnd())
      return [
        oneLine(block.caption ?? ''),
        block.titles.map(oneLine).join('\t'),
        ...rows,
        oneLine(block.note ?? ''),
      ]
    }
  }
}

function cellColumns(cell: PrintedCell): string[] {
  return [oneLine(cell.lines.map(lineText).join(' ')), ...Array.from({ length: cell.colSpan - 1 }, () => '')]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
