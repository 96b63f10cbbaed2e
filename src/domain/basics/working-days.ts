import { addDays, daysBetween, type LocalDate, weekday } from './dates.ts'

/** off: nobody works though it is no weekend; worked: a weekend day that is worked instead of another one. */
export type DayKind = 'off' | 'worked'
export const dayKinds = ['off', 'worked'] as const satisfies readonly DayKind[]

/** What differs from the plain week of Monday to Friday, day by day. */
export type WorkCalendar = ReadonlyMap<LocalDate, DayKind>

/** Offices work five days a week, 40 hours (Quyết định 188/1999/QĐ-TTg); Saturdays and Sundays only where that was decided. */
export function isWorkingDay(day: LocalDate, calendar: WorkCalendar): boolean {
  const kind = calendar.get(day)
  return kind === undefined ? weekday(day) <= 5 : kind === 'worked'
}

/** The day that is so many working days after another one; the day itself for 0. */
export function addWorkingDays(from: LocalDate, count: number, calendar: WorkCalendar): LocalDate {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  return day
}

/**
 * Working days after `from` up to and with `to`: from Friday to Monday is 1, from Friday to Sunday 0. 0 where `to` is not
 * later. Whole weeks are reckoned, not walked, so that a plan until 2030 costs no more than one of this month.
 */
export function workingDaysUntil(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  if (to <= from) return 0
  const days = daysBetween(from, to)
  const weeks = Math.floor(days / 7)
  let count = weeks * 5
  for (let rest = weeks * 7 + 1; rest <= days; rest += 1) if (weekday(addDays(from, rest)) <= 5) count += 1
  for (const [day, kind] of calendar) {
    if (day <= from || day > to) continue
    const inWeek = weekday(day) <= 5
    if (kind === 'off' && inWeek) count -= 1
    if (kind === 'worked' && !inWeek) count += 1
  }
  return count
}
