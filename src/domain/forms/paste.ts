/** A rectangle of texts as Excel puts it on the clipboard: rows by line breaks, cells by tabs. */
export type Block = string[][]

// A form has far fewer; more is a wrong selection.
const mostRows = 5000

/**
 * Reads what Excel, LibreOffice and web tables copy: tab-separated, a cell with a tab or a line break in quotation marks,
 * those inside doubled. The last line break ends the last row and begins none.
 */
export function readBlock(text: string): Block {
  const rows: Block = []
  let row: string[] = []
  let at = 0
  while (at < text.length && rows.length < mostRows) {
    const { cell, end } = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    row.push(cell)
    at = end
    if (text[at] === '\t') {
      at += 1
      // A tab at the very end stands before an empty last cell.
      if (at === text.length) row.push('')
      continue
    }
    if (text[at] === '\r') at += 1
    if (text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function readPlain(text: string, from: number): { cell: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { cell: text.slice(from, end), end }
}

function readQuoted(text: string, from: number): { cell: string; end: number } {
  let cell = ''
  let at = from + 1
  while (at < text.length) {
    if (text[at] === '"' && text[at + 1] === '"') {
      cell += '"'
      at += 2
    } else if (text[at] === '"') {
      const rest = readPlain(text, at + 1)
      return { cell: cell + rest.cell, end: rest.end }
    } else {
      cell += text[at] ?? ''
      at += 1
    }
  }
  // A quotation mark that is never closed was an ordinary one.
  return readPlain(text, from)
}

/** The same the other way, for copying out of the grid. */
export function writeBlock(block: readonly (readonly string[])[]): string {
  return block
    .map((row) =>
      row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\r\n')
}
