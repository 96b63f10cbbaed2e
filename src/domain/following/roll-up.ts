// How a share of work stands, reckoned from the items of the unit's own plan that were made of it.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { TaskRole } from '#domain/plans/plan-task.ts'
import type { WindowStatus } from './standing.ts'
import { type Term, termDays } from './term.ts'

export type RollUpWindow = { windowNo: number; dueOn: LocalDate | null; term: Term | null }
export type CarriedWindow = {
  role: TaskRole
  dueOn: LocalDate | null
  term: Term | null
  status: WindowStatus
  percent: number
}
/** What the units do for one item of the plan. */
export type CarriedItem = { windows: readonly CarriedWindow[] }

export type RolledUp = {
  windowNo: number
  status: Exclude<WindowStatus, 'done'>
  percent: number
  items: number
  doneItems: number
}

/** That a thing is done its unit says itself: all items done come to 99 per cent. */
const mostReckoned = 99

/**
 * Each window of the share with the items that fall into it: a window of an item counts for the first one that ends no
 * sooner, else for the last. An item weighs the same whether one unit carries it out or forty, and is the mean of those that
 * lead. A window into which nothing falls is left out.
 */
export function rollUp(
  windows: readonly RollUpWindow[],
  items: readonly CarriedItem[],
  year: SchoolYear,
): RolledUp[] {
  const ends = windows
    .map((window) => ({ windowNo: window.windowNo, end: endOf(window, year) }))
    .toSorted((one, other) =>
      one.end < other.end ? -1 : one.end > other.end ? 1 : one.windowNo - other.windowNo,
    )
  const last = ends.at(-1)
  if (last === undefined) return []
  const found = new Map<number, { percents: number[]; done: number; begun: boolean }>()
  for (const item of items) {
    const leading = item.windows.filter((window) => window.role === 'lead')
    const counted = leading.length > 0 ? leading : item.windows
    const parts = new Map<number, CarriedWindow[]>()
    for (const window of counted) {
      const end = endOf(window, year)
      const into = (ends.find((one) => one.end >= end) ?? last).windowNo
      parts.set(into, [...(parts.get(into) ?? []), window])
    }
    for (const [windowNo, part] of parts) {
      const known = found.get(windowNo) ?? { percents: [], done: 0, begun: false }
      known.percents.push(part.reduce((sum, window) => sum + window.percent, 0) / part.length)
      if (part.every((window) => window.status === 'done')) known.done += 1
      known.begun ||= part.some((window) => window.status !== 'not_started')
      found.set(windowNo, known)
    }
  }
  return [...found]
    .toSorted(([one], [other]) => one - other)
    .map(([windowNo, { percents, done, begun }]) => ({
      windowNo,
      status: begun ? 'under_way' : 'not_started',
      percent: Math.min(
        mostReckoned,
        Math.floor(percents.reduce((sum, percent) => sum + percent, 0) / percents.length),
      ),
      items: percents.length,
      doneItems: done,
    }))
}

// What has no end stands behind everything that has one.
function endOf({ dueOn, term }: Pick<RollUpWindow, 'dueOn' | 'term'>, year: SchoolYear): string {
  return dueOn ?? (term === null ? '9999' : termDays(year, term).endsOn)
}
