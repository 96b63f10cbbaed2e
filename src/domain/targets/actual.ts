import type { LocalDate } from '#domain/basics/dates.ts'
import { localDate } from '#domain/basics/dates.ts'
import { type SchoolYear, startOf } from '#domain/basics/school-year.ts'
import { type When, lastDay } from '#domain/basics/when.ts'
import { termDays } from '#domain/following/term.ts'
import type { Period } from '#domain/submissions/round.ts'
import { boundsOf, type Span, type TargetAim, type TargetActual, type Verdict, measureOf } from './judge.ts'

/** From the start of the school year to the printed end; a target without one is due when the second term ends. */
export function spanOf(year: SchoolYear, due: When | null): Span {
  const printed = due === null ? null : lastDay(due)
  return { startsOn: startOf(year), dueOn: printed ?? termDays(year, 'term_2').askedBy }
}

/** The day of which the figures of a reporting period speak, as far as it has come. */
export function periodDay(year: SchoolYear, period: Period, today: LocalDate): LocalDate {
  const days: Record<Period, LocalDate> = {
    start: localDate(`${year.slice(0, 4)}-09-30`),
    mid: termDays(year, 'term_1').askedBy,
    end: termDays(year, 'term_2').askedBy,
  }
  return today < days[period] ? today : days[period]
}

export type GivenResult = {
  asOf: LocalDate
  value: number | null
  numerator: number | null
  denominator: number | null
  verdict: Verdict | null
}

export type ResultFault =
  | 'figure_missing'
  | 'verdict_missing'
  | 'no_whole'
  | 'part_over_whole'
  | 'not_whole_number'
  | 'negative'
  | 'in_future'

/**
 * A recorded result in the measure of its target, or what is wrong with it. Of a share the fraction may be given instead:
 * the share is reckoned from it. A target with a figure is judged by it and never by a word.
 */
export function checkResult(
  target: TargetAim,
  given: GivenResult,
  today: LocalDate,
): { ok: true; result: GivenResult } | { ok: false; fault: ResultFault } {
  if (given.asOf > today) return { ok: false, fault: 'in_future' }
  const measure = measureOf(target)
  const { min, max } = boundsOf(target)
  const none = { value: null, numerator: null, denominator: null, verdict: null }
  if (measure === 'verdict' || (min === null && max === null)) {
    if (given.verdict === null) return { ok: false, fault: 'verdict_missing' }
    return { ok: true, result: { ...none, asOf: given.asOf, verdict: given.verdict } }
  }
  const { numerator, denominator } = given
  if (measure === 'percent' && numerator !== null && denominator !== null) {
    if (denominator <= 0) return { ok: false, fault: 'no_whole' }
    if (numerator < 0) return { ok: false, fault: 'negative' }
    if (numerator > denominator) return { ok: false, fault: 'part_over_whole' }
    const value = (numerator / denominator) * 100
    return { ok: true, result: { ...none, asOf: given.asOf, value, numerator, denominator } }
  }
  if (given.value === null) return { ok: false, fault: 'figure_missing' }
  // A change may have gone the other way.
  if (given.value < 0 && measure !== 'change') return { ok: false, fault: 'negative' }
  if (measure === 'place' && (!Number.isInteger(given.value) || given.value === 0))
    return { ok: false, fault: 'not_whole_number' }
  return { ok: true, result: { ...none, asOf: given.asOf, value: given.value } }
}

/** What is known latest; of one day, what was recorded last. */
export function latest<R extends Pick<TargetActual, 'asOf'>>(results: readonly R[]): R | null {
  let found: R | null = null
  for (const result of results) if (found === null || result.asOf >= found.asOf) found = result
  return found
}
