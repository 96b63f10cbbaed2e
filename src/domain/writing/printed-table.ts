import {
  type Align,
  type Cell,
  cellRuns,
  cellSpan,
  type Column,
  type Run,
  type Table,
} from './official-document.ts'
import { printableLine, printableText } from './printable-text.ts'
import { breakLines, textWidth } from './times-metrics.ts'

export type PrintedRun = { text: string; bold?: true; italic?: true }

export type PrintedCell = { lines: PrintedRun[][]; align: Align; colSpan: number }
/** `column` counts from 0: a cell covered by one above it is not in the list. */
export type HeadCell = { text: string; bold: boolean; column: number; colSpan: number; rowSpan: number }

export type PrintedRow = {
  cells: PrintedCell[]
  /** Short rows are kept on one page; a long one may go over to the next. */
  short: boolean
}

export type PrintedTable = {
  kind: 'table'
  caption: string | null
  note: string | null
  fontSize: number
  /** Points; they add up to the width between the margins. */
  widths: number[]
  /** Of the columns, where there is one head row only: `Thời gian: Bắt đầu`. */
  titles: string[]
  head: HeadCell[][]
  rows: PrintedRow[]
}

/** Points left and right of a cell's text, in every writer. */
export const cellPadding = 4

// A row of more lines than this may be split: kept whole it could leave a third of a page empty.
const linesKeptTogether = 14

/**
 * The head of a table as rows of cells. Two rows where a column has a group: neighbours of one group share the
 * cell above them, a column without one goes through both.
 */
export function tableHead(table: Pick<Table, 'columns' | 'columnNumbers'>): HeadCell[][] {
  const { columns } = table
  const grouped = columns.some((column) => column.group !== undefined)
  const upper: HeadCell[] = []
  const lower: HeadCell[] = []
  let index = 0
  while (index < columns.length) {
    const column = columns[index]
    if (column === undefined) break
    if (column.group === undefined) {
      upper.push({ text: column.title, bold: true, column: index, colSpan: 1, rowSpan: grouped ? 2 : 1 })
      index += 1
      continue
    }
    const members = membersFrom(columns, index)
    upper.push({ text: column.group, bold: true, column: index, colSpan: members.length, rowSpan: 1 })
    for (const [at, member] of members.entries())
      lower.push({ text: member.title, bold: true, column: index + at, colSpan: 1, rowSpan: 1 })
    index += members.length
  }
  const head = grouped ? [upper, lower] : [upper]
  if (table.columnNumbers)
    head.push(
      columns.map((_, at) => ({ text: String(at + 1), bold: false, column: at, colSpan: 1, rowSpan: 1 })),
    )
  return head.map((row) => row.map((cell) => ({ ...cell, text: printableText(cell.text) })))
}

function membersFrom(columns: readonly Column[], start: number): Column[] {
  const group = columns[start]?.group
  const end = columns.findIndex((column, at) => at >= start && column.group !== group)
  return columns.slice(start, end < 0 ? columns.length : end)
}

/** Lays a table out in `width` points. A row with more cells than the table has columns is a RangeError. */
export function printTable(table: Table, width: number): PrintedTable {
  const fontSize = table.fontSize ?? fittingSize(table, width)
  const widths = columnWidths(table, width, fontSize)
  const rows = table.rows.map((row) => printRow(row, table.columns, widths, fontSize))
  if (rows.length === 0) rows.push(emptyRow(table))
  if (table.totals) rows.push(boldRow(printRow(table.totals, table.columns, widths, fontSize)))
  return {
    kind: 'table',
    caption: table.caption === undefined ? null : printableText(table.caption),
    note: table.note === undefined ? null : printableText(table.note),
    fontSize,
    widths,
    titles: table.columns.map((column) =>
      printableLine(column.group === undefined ? column.title : `${column.group}: ${column.title}`),
    ),
    head: tableHead(table),
    rows,
  }
}

/** The largest size at which no word is wider than its column; the smallest where none is small enough. */
function fittingSize(table: Table, width: number): number {
  return [12, 11].find((size) => leastWidths(table, size).reduce((sum, part) => sum + part, 0) <= width) ?? 10
}

/**
 * By weight, but no column narrower than its longest word, so that no date or figure is broken in two. Where
 * even that does not fit (a word without spaces, too many columns) the weights alone decide.
 */
function columnWidths(table: Table, width: number, fontSize: number): number[] {
  const weights = table.columns.map((column) =>
    Number.isFinite(column.width) && column.width > 0 ? column.width : 1,
  )
  const least = leastWidths(table, fontSize)
  const share = shareOut(
    weights,
    weights.map(() => 0),
    width,
  )
  return least.reduce((sum, part) => sum + part, 0) > width ? share : shareOut(weights, least, width)
}

function shareOut(weights: readonly number[], least: readonly number[], width: number): number[] {
  const fixed = new Set<number>()
  for (;;) {
    let room = width
    let whole = 0
    for (const [index, weight] of weights.entries()) {
      if (fixed.has(index)) room -= least[index] ?? 0
      else whole += weight
    }
    const widths = weights.map((weight, index) =>
      fixed.has(index) ? (least[index] ?? 0) : (weight / whole) * room,
    )
    const narrow = widths.findIndex((part, index) => !fixed.has(index) && part < (least[index] ?? 0))
    if (narrow < 0) return widths
    fixed.add(narrow)
  }
}

/** What each column's longest word asks for, with the padding. */
function leastWidths(table: Table, fontSize: number): number[] {
  const words = table.columns.map((column) => new Set(wordsOf(column.title)))
  for (const row of table.totals ? [...table.rows, table.totals] : table.rows) {
    let column = 0
    for (const cell of row) {
      if (cellSpan(cell) === 1)
        for (const run of cellRuns(cell)) for (const word of wordsOf(run.text)) words[column]?.add(word)
      column += cellSpan(cell)
    }
  }
  return words.map((column) => {
    let widest = 0
    for (const word of column) widest = Math.max(widest, textWidth(word, fontSize, 'bold'))
    // Half a point, because Word rounds its advances.
    return widest + 2 * cellPadding + 0.5
  })
}

function wordsOf(text: string): string[] {
  return printableText(text).split(/\s+/)
}

function printRow(
  row: readonly Cell[],
  columns: readonly Column[],
  widths: number[],
  fontSize: number,
): PrintedRow {
  const cells: PrintedCell[] = []
  let column = 0
  let most = 1
  for (const cell of row) {
    const span = cellSpan(cell)
    if (column + span > columns.length)
      throw new RangeError(`a row of ${column + span} cells in ${columns.length} columns`)
    const align = typeof cell === 'string' ? undefined : cell.align
    const lines = runLines(cellRuns(cell))
    const room = widths.slice(column, column + span).reduce((sum, part) => sum + part, -2 * cellPadding)
    most = Math.max(
      most,
      lines.reduce((sum, line) => sum + breakLines(lineText(line), room, fontSize).length, 0),
    )
    cells.push({ lines, align: align ?? columns[column]?.align ?? 'left', colSpan: span })
    column += span
  }
  for (; column < columns.length; column += 1) cells.push({ lines: [[]], align: 'left', colSpan: 1 })
  return { cells, short: most <= linesKeptTogether }
}

/** Runs cut at their line breaks. */
export function runLines(runs: readonly Run[]): PrintedRun[][] {
  const lines: PrintedRun[][] = [[]]
  for (const run of runs) {
    for (const [index, text] of printableText(run.text).split('\n').entries()) {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...face(run), text })
    }
  }
  return lines
}

export function face(run: Run): Omit<PrintedRun, 'text'> {
  return { ...(run.bold && { bold: run.bold }), ...(run.italic && { italic: run.italic }) }
}

export function lineText(line: readonly PrintedRun[]): string {
  return line.map((run) => run.text).join('')
}

function emptyRow(table: Table): PrintedRow {
  const text = printableText(table.emptyText ?? 'Không có')
  const cell: PrintedCell = {
    lines: [[{ text, italic: true }]],
    align: 'center',
    colSpan: Math.max(1, table.columns.length),
  }
  return { cells: [cell], short: true }
}

function boldRow(row: PrintedRow): PrintedRow {
  const bold = (run: PrintedRun): PrintedRun => ({ ...run, bold: true })
  return {
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, lines: cell.lines.map((line) => line.map(bold)) })),
  }
}
