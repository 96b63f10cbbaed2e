import type { LocalDate } from '#domain/basics/dates.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { isAsked } from '#domain/forms/applies.ts'
import type { FormDefinition } from '#domain/forms/form.ts'
import { type Audience, resolveAudience } from '#domain/units/audience.ts'
import type { UnitState } from '#domain/units/unit.ts'
import type { SubmissionState } from './workflow.ts'

/** Start, middle (end of the first term) and end of a school year. */
export type Period = 'start' | 'mid' | 'end'
export const periods = ['start', 'mid', 'end'] as const satisfies readonly Period[]

/** A school year's period; periods follow each other by plain order of the key. */
export type YearPeriod = { schoolYear: SchoolYear; period: Period }

/** Orders periods through the years by plain comparison of text: "2024-2025 1". */
export function periodKey({ schoolYear, period }: YearPeriod): string {
  return `${schoolYear} ${periods.indexOf(period)}`
}

export type RoundSpan = { opensOn: LocalDate; closesOn: LocalDate }
export type RoundStanding = 'not_yet' | 'open' | 'closed'

export function roundStanding(round: RoundSpan, today: LocalDate): RoundStanding {
  if (today < round.opensOn) return 'not_yet'
  return today > round.closesOn ? 'closed' : 'open'
}

/**
 * Whether the unit may type and send: while the round is open, and afterwards what was returned to it. Who was late without
 * having sent waits for the authority to move the closing day.
 */
export function takesFigures(round: RoundSpan, state: SubmissionState | null, today: LocalDate): boolean {
  const standing = roundStanding(round, today)
  return standing === 'open' || (standing === 'closed' && state === 'returned')
}

/** The day whose units a round means: today while it runs, and its closing day for ever after. */
export function dayOfRound(round: RoundSpan, today: LocalDate): LocalDate {
  return today < round.closesOn ? today : round.closesOn
}

/** The units that a round asks: those of its audience to whom the form puts any question. */
export function unitsAsked<S extends UnitState>(
  form: FormDefinition,
  audience: Audience,
  states: readonly S[],
): S[] {
  const meant = new Set(resolveAudience(audience, states))
  return states.filter((state) => meant.has(state.unitId) && isAsked(form, state))
}

/** How the units of a round stand; `missing` have not begun. */
export type RoundCounts = Record<SubmissionState | 'missing', number> & { asked: number }

export function countStates(states: readonly (SubmissionState | null)[]): RoundCounts {
  const counts: RoundCounts = {
    asked: states.length,
    missing: 0,
    draft: 0,
    sent: 0,
    returned: 0,
    approved: 0,
  }
  for (const state of states) counts[state ?? 'missing'] += 1
  return counts
}
