// Word cuts a word that is wider than its place; Typst lets it run over the margin or into the next cell. Such
// words (web addresses, a figure in a column too narrow for it) get places where they may be cut.
import { textWidthOf } from '#domain/writing/page-layout.ts'
import type { PrintedBlock, PrintedDocument } from '#domain/writing/printed-document.ts'
import { cellPadding, type PrintedRun, type PrintedTable } from '#domain/writing/printed-table.ts'
import { textWidth } from '#domain/writing/times-metrics.ts'

// Never in the text itself (printable-text drops it); the template breaks the line at each.
const zeroWidthSpace = '\u200b'

export function withBreaks(printed: PrintedDocument): PrintedDocument {
  const { header, title, address, closing, layout } = printed
  const width = textWidthOf(layout, false)
  const cut = (texts: readonly string[], room: number, size: number) =>
    texts.map((text) => breakable(text, room, size))
  const { issuerSize, leftWidth, rightWidth } = header
  return {
    ...printed,
    header: {
      ...header,
      superior: cut(header.superior, leftWidth, issuerSize),
      issuer: cut(header.issuer, leftWidth, issuerSize),
      subject: cut(header.subject, leftWidth, issuerSize),
      number: breakable(header.number, leftWidth, 13),
      placeAndDate: breakable(header.placeAndDate, rightWidth, header.mottoSize),
    },
    title: title && { ...title, about: cut(title.about, width, layout.bodySize) },
    address: address && {
      ...address,
      lines: cut(address.lines, width - address.indent - address.hang - 8, layout.bodySize),
    },
    bases: cut(printed.bases, width, layout.bodySize),
    body: printed.body.map((block) => breakableBlock(block, width, layout.bodySize)),
    closing: {
      ...closing,
      recipients: cut(closing.recipients, closing.leftWidth, 11),
      moreRecipients: cut(closing.moreRecipients, closing.leftWidth, 11),
      authority: cut(closing.authority, closing.rightWidth, layout.bodySize),
      name: closing.name && breakable(closing.name, closing.rightWidth, layout.bodySize),
    },
    annexes: printed.annexes.map((annex) => {
      const room = textWidthOf(layout, annex.landscape)
      return {
        ...annex,
        title: cut(annex.title, room, layout.bodySize),
        body: annex.body.map((block) => breakableBlock(block, room, layout.bodySize)),
      }
    }),
  }
}

function breakableBlock(block: PrintedBlock, room: number, size: number): PrintedBlock {
  switch (block.kind) {
    case 'heading':
      return { ...block, lines: block.lines.map((runs) => breakableRuns(runs, room, size)) }
    case 'text':
      return { ...block, runs: breakableRuns(block.runs, room, size) }
    case 'table':
      return breakableTable(block)
  }
}

function breakableTable(table: PrintedTable): PrintedTable {
  const roomOf = (column: number, span: number) =>
    table.widths.slice(column, column + span).reduce((sum, width) => sum + width, 0) - 2 * cellPadding
  return {
    ...table,
    head: table.head.map((row) =>
      row.map((cell) => ({
        ...cell,
        text: breakable(cell.text, roomOf(cell.column, cell.colSpan), table.fontSize),
      })),
    ),
    rows: table.rows.map((row) => {
      let column = 0
      const cells = row.cells.map((cell) => {
        const room = roomOf(column, cell.colSpan)
        column += cell.colSpan
        return { ...cell, lines: cell.lines.map((runs) => breakableRuns(runs, room, table.fontSize)) }
      })
      return { ...row, cells }
    }),
  }
}

function breakableRuns(runs: readonly PrintedRun[], room: number, size: number): PrintedRun[] {
  return runs.map((run) => ({ ...run, text: breakable(run.text, room, size) }))
}

/** Measured bold, the wider face. */
function breakable(text: string, room: number, size: number): string {
  return text
    .split(/([ \n]+)/)
    .map((word) => (textWidth(word, size, 'bold') > room ? cutWord(word, room, size) : word))
    .join('')
}

function cutWord(word: string, room: number, size: number): string {
  const pieces = ['']
  let width = 0
  for (const sign of word) {
    const more = textWidth(sign, size, 'bold')
    if (width + more > room && width > 0) {
      pieces.push('')
      width = 0
    }
    width += more
    pieces.push(`${pieces.pop() ?? ''}${sign}`)
  }
  return pieces.join(zeroWidthSpace)
}
