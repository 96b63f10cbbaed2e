// Tables of figures: every cell with the words of its row and its column.
import { fold, squeeze } from '#domain/basics/text.ts'
import { tokensOf } from './figure-tokens.ts'
import type { At, SourceTable } from './source.ts'
import { type GridRow, gridOf } from './table-grid.ts'

/** `head`: the words above it, from the top; `unit`: from a column that names it for the row. */
export type FigureCell = { text: string; at: At; head: string[]; unit: string | null }
export type FigureRow = { label: string; cells: FigureCell[] }
/** `sure` is false where cells were told apart by counting them. */
export type FigureTable = { at: At; rows: FigureRow[]; sure: boolean }

const numberColumn = /^(?:stt|tt|so tt|so thu tu|#)$/
const unitColumn = /^(?:don vi tinh|dvt|don vi|dv tinh)$/
const noteColumn = /^(?:ghi chu|phu trach|don vi phu trach|don vi thuc hien|nguon)/

/** A table that holds figures below a head; null for one that lays out text. */
export function figureTableOf(table: SourceTable): FigureTable | null {
  const grid = gridOf(table)
  const width = Math.max(0, ...grid.slice(0, 50).map((row) => row.length))
  const headRows = headRowsOf(grid)
  if (width < 2 || headRows === 0 || headRows === grid.length) return null
  const heads = Array.from({ length: width }, (_, column) => headOf(grid.slice(0, headRows), column))
  const folded = heads.map((head) => fold(head.at(-1) ?? ''))
  const body = grid.slice(headRows).filter((row) => !isNumbering(row))
  const rows: FigureRow[] = []
  let group = ''
  for (const row of body) {
    const figures = figureColumns(row, folded)
    const label = labelOf(row, figures, folded)
    if (figures.length === 0) {
      group = label
      continue
    }
    const unit = unitOf(row, folded)
    rows.push({
      label: label === '' ? group : label,
      cells: figures.flatMap((column): FigureCell[] => {
        const cell = row[column]
        return cell?.own === true ? [{ text: cell.text, at: cell.at, head: heads[column] ?? [], unit }] : []
      }),
    })
  }
  return rows.length === 0 ? null : { at: table.at, rows, sure: true }
}

/** The rows above the first that holds a figure. */
function headRowsOf(grid: readonly GridRow[]): number {
  const first = grid.findIndex(
    (row) => !isNumbering(row) && row.slice(1).some((cell) => cell !== null && hasFigure(cell.text)),
  )
  return Math.min(first, 4)
}

function headOf(top: readonly GridRow[], column: number): string[] {
  const texts = top.flatMap((row) => {
    const cell = row[column]
    return cell === null || cell === undefined || isNumbering(row) ? [] : [squeeze(cell.text)]
  })
  return texts.filter((text, index) => text !== '' && texts.indexOf(text) === index)
}

/** "1 2 3 4 5": the numbers of the columns. */
function isNumbering(row: GridRow): boolean {
  const texts = row.flatMap((cell) => (cell === null ? [] : [squeeze(cell.text).replaceAll(/[()]/g, '')]))
  return texts.length > 1 && texts.every((text, index) => text === String(index + 1) || /^[A-E]$/.test(text))
}

function hasFigure(text: string): boolean {
  return tokensOf(text).some((token) => token.kind === 'number' && !token.masked)
}

function figureColumns(row: GridRow, heads: readonly string[]): number[] {
  return row.flatMap((cell, column) => {
    const head = heads[column] ?? ''
    if (cell === null || numberColumn.test(head) || unitColumn.test(head) || noteColumn.test(head)) return []
    if (column === 0 && !/[%‰]/.test(cell.text)) return []
    const firstText = row.findIndex(
      (other, at) => other !== null && !numberColumn.test(heads[at] ?? '') && /\p{L}{2}/u.test(other.text),
    )
    if (column <= firstText) return []
    return hasFigure(cell.text) ? [column] : []
  })
}

function labelOf(row: GridRow, figures: readonly number[], heads: readonly string[]): string {
  const end = figures[0] ?? row.length
  const texts = row.slice(0, end).flatMap((cell, column) => {
    const head = heads[column] ?? ''
    const isWords = cell !== null && /\p{L}{2}/u.test(cell.text)
    return isWords && !unitColumn.test(head) && !noteColumn.test(head) ? [squeeze(cell.text)] : []
  })
  return texts.filter((text, index) => texts.indexOf(text) === index).join(': ')
}

function unitOf(row: GridRow, heads: readonly string[]): string | null {
  const column = heads.findIndex((head) => unitColumn.test(head))
  const text = column < 0 ? '' : squeeze(row[column]?.text ?? '')
  return text === '' ? null : text
}
