import type { Cell, CellId } from '#domain/forms/form.ts'
import type { CellDiff } from './cell-changes.ts'
import type { Move } from './workflow.ts'

/** What a step of a submission's history holds. Steps are only ever added. */
export type StepContent =
  | { move: 'save'; changed: CellDiff }
  | { move: 'send' | 'approve'; cells: readonly Cell[] }
  | { move: 'return'; comments: Readonly<Record<CellId, string>> }
  | { move: 'reopen' }

/** `at` is the instant as text (ISO 8601), the oldest step first in every list. */
export type Step = StepContent & { at: string; personName: string; comment: string | null }

/** Who typed what stands in a cell, and when. */
export type Typed = { value: Cell; at: string; personName: string }

/** The last hand on each cell. */
export function lastTyped(steps: readonly Step[]): Map<CellId, Typed> {
  const typed = new Map<CellId, Typed>()
  for (const step of steps) {
    if (step.move !== 'save') continue
    for (const [cell, [, value]] of Object.entries(step.changed))
      typed.set(cell, { value, at: step.at, personName: step.personName })
  }
  return typed
}

/** What the reviewer said when it was last sent back; null unless that is what the unit has to answer now. */
export function openReturn(steps: readonly Step[]): {
  comment: string | null
  comments: Readonly<Record<CellId, string>>
  at: string
  personName: string
  reopened: boolean
} | null {
  const last = steps.findLast((step) => step.move !== 'save')
  if (last === undefined || (last.move !== 'return' && last.move !== 'reopen')) return null
  return {
    comment: last.comment,
    comments: last.move === 'return' ? last.comments : {},
    at: last.at,
    personName: last.personName,
    reopened: last.move === 'reopen',
  }
}

/** When the last step of this kind was made, null when never. */
export function lastMove(steps: readonly Step[], move: Move): Step | null {
  return steps.findLast((step) => step.move === move) ?? null
}

/**
 * The cells recomputed from the steps alone: what is stored must agree with it. `empty` is the form as the unit is asked.
 */
export function cellsFromSteps(
  cellIds: readonly CellId[],
  empty: readonly Cell[],
  steps: readonly Step[],
): Cell[] {
  const cells = [...empty]
  for (const step of steps) {
    if (step.move !== 'save') continue
    for (const [cell, [, after]] of Object.entries(step.changed)) {
      const index = cellIds.indexOf(cell)
      if (index >= 0) cells[index] = after
    }
  }
  return cells
}
