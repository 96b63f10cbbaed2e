import type { SourceCell, SourceRow, SourceTable } from '#domain/reading/source.ts'

export type HtmlTable = {
  open: (name: string, attributes: ReadonlyMap<string, string>, isHead: boolean) => void
  addText: (text: string) => void
  /** Null for a table without a cell. */
  asBlock: () => SourceTable | null
  asText: () => string
}

// Browsers take 1,000 columns and 65,534 rows; no table of a document comes near.
const mostColumns = 200
const mostSpan = 500

/** `number` counts the tables of the page; null for one inside a cell, which is turned into text. */
export function createHtmlTable(attributes: ReadonlyMap<string, string>, number: number | null): HtmlTable {
  const rows: SourceRow[] = []
  // How many rows below the current one each column is still covered.
  let covered: number[] = []
  let isOpen = false

  function cellsInRow(): SourceCell[] {
    const row = rows.at(-1)
    if (row !== undefined && isOpen) return row.cells
    const added: SourceRow = { cells: [], header: false }
    rows.push(added)
    isOpen = true
    return added.cells
  }

  function endRow(): void {
    if (!isOpen) return
    isOpen = false
    covered = covered.map((left) => Math.max(0, left - 1))
  }

  function addCell(cellAttributes: ReadonlyMap<string, string>): void {
    const cells = cellsInRow()
    const last = cells.at(-1)
    let column = last === undefined ? 0 : last.column + last.columnSpan
    while ((covered[column] ?? 0) > 0) column += 1
    const columnSpan = spanOf(cellAttributes.get('colspan'), mostColumns - column)
    const rowSpan = spanOf(cellAttributes.get('rowspan'), mostSpan)
    if (column >= mostColumns) return
    for (let at = column; at < column + columnSpan; at++) covered[at] = rowSpan
    for (let at = 0; at < covered.length; at++) covered[at] ??= 0
    const at = { table: number ?? 1, row: rows.length, column: column + 1 }
    cells.push({ text: '', column, columnSpan, rowSpan, at })
  }

  return {
    open: (name, cellAttributes, isHead) => {
      if (name === 'tr') {
        endRow()
        cellsInRow()
        const row = rows.at(-1)
        if (row !== undefined) row.header = isHead
      } else if (name === 'td' || name === 'th') addCell(cellAttributes)
    },
    addText: (text) => {
      const cell = rows.at(-1)?.cells.at(-1)
      // Text between the cells is a fault of the page; it is kept where it would be seen, in the first cell.
      if (cell === undefined) addCell(new Map())
      const target = cell ?? rows.at(-1)?.cells.at(-1)
      if (target !== undefined) target.text = target.text === '' ? text : `${target.text}\n${text}`
    },
    asBlock: () => {
      const filled = rows.map((row, index) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, rows.length - index) })),
      }))
      if (filled.every((row) => row.cells.length === 0)) return null
      return {
        kind: 'table',
        rows: filled,
        at: { table: number ?? 1, row: 1, column: 1 },
        page: null,
        bordered: borderOf(attributes),
      }
    },
    asText: () =>
      rows.map((row) => row.cells.map((cell) => cell.text.replaceAll('\n', ' ')).join('\t')).join('\n'),
  }
}

function spanOf(text: string | undefined, most: number): number {
  const span = Number.parseInt(text ?? '1', 10)
  return Number.isNaN(span) ? 1 : Math.max(1, Math.min(span, most))
}

function borderOf(attributes: ReadonlyMap<string, string>): boolean | null {
  const border = attributes.get('border')
  if (border !== undefined) return border !== '0'
  return /border:\s*none/i.test(attributes.get('style') ?? '') ? false : null
}
