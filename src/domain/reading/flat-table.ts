import type { AnnexRow, AnnexTable } from './annex.ts'
import type { ColumnRole } from './column-lexicon.ts'
import { type CutRow, cutRows } from './flat-cells.ts'
import { type FlatRow, flatSource, flatTableAt } from './flat-rows.ts'
import type { TextLine } from './text-lines.ts'

/** It takes the lines from `from` to before `end`. */
export type FoundFlatTable = { table: AnnexTable; from: number; end: number }

/** The tables among the lines whose cells were written out one after the other. */
export function findFlatTables(lines: readonly TextLine[]): FoundFlatTable[] {
  const source = flatSource(lines)
  const found: FoundFlatTable[] = []
  let index = 0
  while (index < lines.length) {
    const flat = flatTableAt(source, index)
    if (flat === null || flat.rows.length === 0) {
      index = Math.max(flat?.end ?? 0, index + 1)
      continue
    }
    const columns = flat.columns.filter((role) => role !== 'no')
    const cut = cutRows(flat.rows, columns)
    const rows = flat.rows.map((row, at) => rowOf(row, cut[at], columns))
    found.push({
      table: { at: flat.at, columns: flat.columns, rows, problems: flat.problems },
      from: index,
      end: flat.end,
    })
    index = Math.max(flat.end, index + 1)
  }
  return found
}

function rowOf(row: FlatRow, cut: CutRow | undefined, columns: readonly ColumnRole[]): AnnexRow {
  const cells: AnnexRow['cells'] = {}
  for (const [index, role] of columns.entries()) {
    const cell = cut?.cells[index]
    if (role !== 'no' && cell !== null && cell !== undefined) cells[role] = { text: cell.text, at: cell.at }
  }
  return { no: row.no, at: row.at, cells, cost: cut?.cost ?? 0 }
}
