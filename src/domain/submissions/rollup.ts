import { roundTo } from '#domain/basics/numbers.ts'
import type { Cell } from '#domain/forms/form.ts'
import type { Ownership } from '#domain/units/unit.ts'

/**
 * Approved figures added up, one place per cell of the form: the sum, and how many units gave a number there. Where nobody
 * did, the sum is null, which is not zero.
 */
export type Rollup = { sums: readonly (number | null)[]; counts: readonly number[]; submissions: number }

/** Rollups are kept apart by ownership; 'none' are units that have none. */
export type RollupOwnership = Ownership | 'none'
export const rollupOwnerships = [
  'public',
  'private',
  'people_founded',
  'other_body',
  'none',
] as const satisfies readonly RollupOwnership[]

export function emptyRollup(cells: number): Rollup {
  return {
    sums: Array.from({ length: cells }, () => null),
    counts: Array.from({ length: cells }, () => 0),
    submissions: 0,
  }
}

/** The rollup with one more submission in it. */
export function addCells(rollup: Rollup, cells: readonly Cell[]): Rollup {
  return change(rollup, cells, 1)
}

/** The rollup without a submission that had been added: addCells and takeCells undo each other. */
export function takeCells(rollup: Rollup, cells: readonly Cell[]): Rollup {
  return change(rollup, cells, -1)
}

function change(rollup: Rollup, cells: readonly Cell[], sign: 1 | -1): Rollup {
  const sums = [...rollup.sums]
  const counts = [...rollup.counts]
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== 'number') continue
    const count = (counts[index] ?? 0) + sign
    counts[index] = count
    // Six digits: decimals taken out again leave no dust behind.
    sums[index] = count <= 0 ? null : roundTo((sums[index] ?? 0) + sign * cell, 6)
  }
  return { sums, counts, submissions: rollup.submissions + sign }
}

/** Several rollups of one form as one. */
export function joinRollups(cells: number, rollups: readonly Rollup[]): Rollup {
  return rollups.reduce<Rollup>(
    (all, one) => ({
      sums: all.sums.map((sum, index) => {
        const more = one.sums[index] ?? null
        return sum === null || more === null ? (sum ?? more) : roundTo(sum + more, 6)
      }),
      counts: all.counts.map((count, index) => count + (one.counts[index] ?? 0)),
      submissions: all.submissions + one.submissions,
    }),
    emptyRollup(cells),
  )
}
