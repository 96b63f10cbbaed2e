import { addDays, lengthOfMonth, type LocalDate, localDate, partsOf, weekday } from '#domain/basics/dates.ts'
import { firstDay, lastDay } from '#domain/basics/when.ts'
import type { TimeWindow } from '#domain/plans/plan-task.ts'
import type { Month } from './months.ts'

export type Bar = {
  /** Along the months shown, 0 to 1. */
  from: number
  to: number
  /** It goes on beyond the months shown, or has no day there. */
  openStart: boolean
  openEnd: boolean
}

/**
 * Where a span of days lies along the months shown, each month equally wide; both days belong to it. A missing day
 * leaves the span open on its side. Null where nothing of it lies among the months.
 */
export function placeBar(
  months: readonly Month[],
  startsOn: LocalDate | null,
  endsOn: LocalDate | null,
): Bar | null {
  const first = months[0]
  const last = months.at(-1)
  if (first === undefined || last === undefined) return null
  const begins = localDate(`${first}-01`)
  const ends = endOfMonth(last)
  if ((startsOn !== null && startsOn > ends) || (endsOn !== null && endsOn < begins)) return null
  const openStart = startsOn === null || startsOn < begins
  const openEnd = endsOn === null || endsOn > ends
  const from = openStart ? 0 : edgeOf(months, startsOn)
  const to = openEnd ? 1 : edgeOf(months, addDays(endsOn, 1))
  return { from, to, openStart, openEnd }
}

/** Where a day begins; the day after the last month is the end. */
function edgeOf(months: readonly Month[], day: LocalDate): number {
  const index = months.indexOf(day.slice(0, 7))
  if (index < 0) return 1
  const { year, month, day: number } = partsOf(day)
  return (index + (number - 1) / lengthOfMonth(year, month)) / months.length
}

/**
 * The days that a bar covers: as printed, so that "tháng 9" alone covers September. What has a start only is open to the
 * right; what has neither has no bar (null).
 */
export function daysOfBar(
  window: TimeWindow | null,
  startsOn: LocalDate | null,
  dueOn: LocalDate | null,
): { startsOn: LocalDate | null; endsOn: LocalDate | null } | null {
  if (startsOn === null && dueOn === null) return null
  if (startsOn !== null || dueOn === null) return { startsOn, endsOn: dueOn }
  const finish = window?.finish ?? null
  const printed = finish === null || lastDay(finish) !== dueOn ? null : firstDay(finish)
  return { startsOn: printed ?? dueOn, endsOn: dueOn }
}

/** The weeks of a month, Monday first, with the days of its neighbours that fill them: four to six. */
export function weeksOf(month: Month): LocalDate[][] {
  const first = localDate(`${month}-01`)
  const last = endOfMonth(month)
  const weeks: LocalDate[][] = []
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    const from = monday
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(from, day)))
  }
  return weeks
}

function endOfMonth(month: Month): LocalDate {
  const { year, month: number } = partsOf(localDate(`${month}-01`))
  return localDate(`${month}-${String(lengthOfMonth(year, number)).padStart(2, '0')}`)
}

export type Shares = { late: number; due_soon: number; open: number; later: number; done: number }
const pressing = ['late', 'due_soon', 'open', 'later', 'done'] as const

/** A task shared by many units stands as its most pressing share does. */
export function standingOfShares(shares: Shares): keyof Shares {
  return pressing.find((standing) => shares[standing] > 0) ?? 'done'
}
