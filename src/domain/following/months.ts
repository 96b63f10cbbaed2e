import {
  addMonths,
  daysBetween,
  lengthOfMonth,
  type LocalDate,
  localDate,
  partsOf,
} from '#domain/basics/dates.ts'
import { endOf, type SchoolYear, startOf } from '#domain/basics/school-year.ts'

/** '2024-09'. */
export type Month = string

function monthOf(day: LocalDate): Month {
  return day.slice(0, 7)
}

/**
 * The months of a school year in their order, August to July; where something ends outside of it, also the months up to
 * there, so that no bar is left out and none stands at a wrong place. At most `most` on either side.
 */
export function monthsShown(year: SchoolYear, ends: readonly Month[], most = 12): Month[] {
  const earliest = monthOf(addMonths(startOf(year), -most))
  const latest = monthOf(addMonths(endOf(year), most))
  const known = ends.filter((month) => month >= earliest && month <= latest)
  const first = [monthOf(startOf(year)), ...known].reduce((a, b) => (a < b ? a : b))
  const last = [monthOf(endOf(year)), ...known].reduce((a, b) => (a > b ? a : b))
  const months: Month[] = []
  for (let day = localDate(`${first}-01`); monthOf(day) <= last; day = addMonths(day, 1))
    months.push(monthOf(day))
  return months
}

/** Where a day lies along the months shown, 0 at the start of the first to 1 at the end of the last; null outside. */
export function placeAmong(months: readonly Month[], day: LocalDate): number | null {
  const index = months.indexOf(monthOf(day))
  if (index < 0) return null
  const { year, month } = partsOf(day)
  const gone = daysBetween(localDate(`${monthOf(day)}-01`), day) + 0.5
  return (index + gone / lengthOfMonth(year, month)) / months.length
}
