import { toNfc } from '#domain/basics/text.ts'
import type { At, SourceCell, SourceTable } from './source.ts'

/** A cell as it covers one place of the grid. `own` is false where it reaches from the row above. */
export type GridCell = { text: string; at: At; own: boolean; span: number }
export type GridRow = (GridCell | null)[]

// Merged cells are written out; a file that claims a million columns gets these.
const mostColumns = 64

/** A table as a full grid: every place filled by the cell that covers it, merged cells repeated. */
export function gridOf(table: SourceTable): GridRow[] {
  const reaching = new Map<number, { cell: SourceCell; rows: number }>()
  return table.rows.map((row) => {
    const grid: GridRow = []
    for (const [column, above] of reaching) {
      place(grid, column, above.cell, false)
      if (above.rows > 1) reaching.set(column, { cell: above.cell, rows: above.rows - 1 })
      else reaching.delete(column)
    }
    for (const cell of row.cells) {
      if (cell.column >= mostColumns) continue
      place(grid, cell.column, cell, true)
      if (cell.rowSpan > 1) reaching.set(cell.column, { cell, rows: cell.rowSpan - 1 })
    }
    return Array.from({ length: grid.length }, (_, column) => grid[column] ?? null)
  })
}

function place(grid: GridRow, column: number, cell: SourceCell, own: boolean): void {
  const span = Math.max(1, Math.min(cell.columnSpan, mostColumns - column))
  for (let at = column; at < column + span; at += 1)
    grid[at] = { text: cellText(cell.text), at: cell.at, own, span }
}

function cellText(text: string): string {
  return toNfc(text)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}
