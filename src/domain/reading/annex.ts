import type { ColumnRole } from './column-lexicon.ts'
import type { At } from './source.ts'
import type { ReadProblem } from './reading.ts'

/** A cell's text: paragraphs parted by '\n' where the source tells them apart, otherwise one line. */
export type AnnexCell = { text: string; at: At }

/** A row of a table that hands out tasks, whatever the table was made of. */
export type AnnexRow = {
  no: string | null
  at: At
  cells: Partial<Record<Exclude<ColumnRole, 'no'>, AnnexCell>>
  /** What speaks against the cells being cut rightly: 0 nothing, 3 and more: one cell at least is doubtful. */
  cost: number
}

export type AnnexTable = { at: At; columns: readonly ColumnRole[]; rows: AnnexRow[]; problems: ReadProblem[] }

export function isTimeRole(role: ColumnRole | undefined): boolean {
  return role === 'time' || role === 'start' || role === 'finish'
}

export function isUnitsRole(role: ColumnRole | undefined): boolean {
  return role === 'lead' || role === 'coordinating' || role === 'units'
}
