import type { PersonView } from '#contract/people.ts'
import type { LocalDate } from '#domain/basics/dates.ts'

type Membership = PersonView['memberships'][number]

/** Those that hold on a day; `validTo` is the first day on which one does not hold any more. */
export function heldOn(memberships: readonly Membership[], day: LocalDate): Membership[] {
  return memberships.filter((one) => one.validFrom <= day && (one.validTo === null || one.validTo > day))
}
