import type { Cell, CellId } from '#domain/forms/form.ts'
import type { PreparedForm } from '#domain/forms/prepared-form.ts'
import type { Verdict } from '#domain/basics/result.ts'

/** What was typed into one cell; null empties it. */
export type CellChange = { cell: CellId; value: number | null }

export type ChangeReason = 'unknown_cell' | 'not_asked'

/** Cells before and after, only those that differ. */
export type CellDiff = Record<CellId, [before: Cell, after: Cell]>

/** Applies what was typed. Values are taken as they are: a draft may hold what cannot be sent, so that nothing is lost. */
export function applyChanges(
  form: PreparedForm,
  cells: readonly Cell[],
  changes: readonly CellChange[],
): Verdict<{ cells: Cell[]; diff: CellDiff }, ChangeReason> {
  const after = [...cells]
  for (const change of changes) {
    const cell = form.cellById.get(change.cell)
    if (cell === undefined) return { ok: false, reason: 'unknown_cell' }
    if (cells[cell.index] === 'na') return { ok: false, reason: 'not_asked' }
    after[cell.index] = change.value
  }
  return { ok: true, value: { cells: after, diff: diffCells(form, cells, after) } }
}

export function diffCells(form: PreparedForm, before: readonly Cell[], after: readonly Cell[]): CellDiff {
  const diff: CellDiff = {}
  for (const cell of form.cells) {
    const was = before[cell.index] ?? null
    const is = after[cell.index] ?? null
    if (was !== is) diff[cell.id] = [was, is]
  }
  return diff
}

/**
 * Brings together what I typed and what somebody else saved meanwhile, both starting from `base`. A cell that only one of
 * us changed takes that change. Where both did, and differently, theirs stands (it is saved) and the cell is in conflict:
 * mine is shown beside it and never thrown away silently.
 */
export function mergeCells(
  base: readonly Cell[],
  mine: readonly Cell[],
  theirs: readonly Cell[],
): { merged: Cell[]; conflicts: number[] } {
  const conflicts: number[] = []
  const merged = theirs.map((their, index) => {
    const was = base[index] ?? null
    const own = mine[index] ?? null
    if (own === was || own === their) return their
    if (their === was) return own
    conflicts.push(index)
    return their
  })
  return { merged, conflicts }
}
