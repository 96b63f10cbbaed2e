import { addDays, type LocalDate, localDate } from '#domain/basics/dates.ts'
import { endOf, type SchoolYear, startOf } from '#domain/basics/school-year.ts'

/** Học kỳ I, học kỳ II. */
export type Term = 'term_1' | 'term_2'
export const terms = ['term_1', 'term_2'] as const satisfies readonly Term[]

/**
 * The days of a term and the day by which a unit is asked how it stands. The ministry's calendar of the school year has
 * the first term end before 18 January and the second before 31 May (Quyết định 2045/QĐ-BGDĐT of 01/8/2024 for
 * 2024-2025, other years within some days of it). What comes before the opening belongs to the first term, the summer
 * to the second.
 */
export function termDays(
  year: SchoolYear,
  term: Term,
): { startsOn: LocalDate; endsOn: LocalDate; askedBy: LocalDate } {
  const second = year.slice(5)
  const endOfFirst = localDate(`${second}-01-17`)
  return term === 'term_1'
    ? { startsOn: startOf(year), endsOn: endOfFirst, askedBy: endOfFirst }
    : { startsOn: addDays(endOfFirst, 1), endsOn: endOf(year), askedBy: localDate(`${second}-05-30`) }
}

/** A duty has no days of its own: it is asked about once each term and is never late. */
export function dutyWindows(year: SchoolYear): { startsOn: LocalDate; dueOn: null; term: Term }[] {
  return terms.map((term) => ({ startsOn: termDays(year, term).startsOn, dueOn: null, term }))
}

/** Is a unit asked about this term on the day? */
export function isCurrent(year: SchoolYear, term: Term, today: LocalDate): boolean {
  const { startsOn, endsOn } = termDays(year, term)
  return startsOn <= today && today <= endsOn
}
