import type { LocalDate } from '#domain/basics/dates.ts'
import { workingDaysUntil } from '#domain/basics/working-days.ts'
import { type Day, dueSoonDays, type Standing } from './standing.ts'
import type { UrgingStep } from './urging.ts'

/** Reminded before and after the last day; then, in vain, the officer is told and at last the leader. */
export type AutomaticStep = 'before' | 'after' | 'officer' | 'leader'
export const automaticSteps = [
  'before',
  'after',
  'officer',
  'leader',
] as const satisfies readonly AutomaticStep[]

/** What an issuer has set; null leaves a step out. Days are working days. */
export type AutomaticRule = {
  /** Days before the end from which on the unit is reminded, once. */
  beforeDays: number | null
  /** Days after the end from which on it is reminded, once. */
  afterDays: number | null
  /** After so many urgings that nothing followed the officer is told, and as much later the leader. */
  escalateAfter: number | null
}

/** Nothing earlier than due soon is urged: a week of work. */
export const mostBeforeDays = dueSoonDays
export const mostAfterDays = 30
export const mostEscalateAfter = 10

/** Without a day of its own: how long an answer is waited for before it goes a step higher. */
const usualPatience = 3

export type UrgedBefore = {
  lastOn: LocalDate | null
  /** Urgings, by whomever, since the unit last reported. */
  unanswered: number
  /** The automatic steps that this window has seen. */
  steps: readonly AutomaticStep[]
}

/**
 * The automatic step that is due for a window today, if any: each at most once for a window and none on a day on which it
 * was urged. A unit that was urged and has not answered is not reminded of what is only coming.
 */
export function automaticStep(
  rule: AutomaticRule,
  standing: Standing,
  past: UrgedBefore,
  { today, calendar }: Day,
): AutomaticStep | null {
  const { lastOn, unanswered } = past
  const isNew = (step: AutomaticStep) => !past.steps.includes(step)
  if (lastOn !== null && lastOn >= today) return null
  if (standing.kind === 'due_soon')
    return isDue(rule.beforeDays, (days) => standing.days <= days) && isNew('before') && unanswered === 0
      ? 'before'
      : null
  if (standing.kind !== 'late') return null
  if (isDue(rule.afterDays, (days) => standing.days >= days) && isNew('after')) return 'after'
  const inVain = isDue(rule.escalateAfter, (count) => unanswered >= count)
  const waited = lastOn === null ? 0 : workingDaysUntil(lastOn, today, calendar)
  if (!inVain || waited < (rule.afterDays ?? usualPatience)) return null
  return isNew('officer') ? 'officer' : isNew('leader') ? 'leader' : null
}

function isDue(limit: number | null, reached: (limit: number) => boolean): boolean {
  return limit !== null && reached(limit)
}

/** How the trail calls it: a reminder by itself never goes over the unit's head. */
export function stepOf(automatic: AutomaticStep, unanswered: number): UrgingStep {
  switch (automatic) {
    case 'before':
    case 'after':
      return unanswered <= 0 ? 'first' : 'again'
    case 'officer':
    case 'leader':
      return automatic
  }
}

export type RuleFault = 'nothing_set' | 'before_out_of_range' | 'after_out_of_range' | 'escalate_out_of_range'

/** A rule that is turned off may hold any numbers within the bounds; one that is on must do something. */
export function checkRule(rule: AutomaticRule & { isOn: boolean }): RuleFault[] {
  const { beforeDays, afterDays, escalateAfter } = rule
  const faults: RuleFault[] = []
  if (rule.isOn && beforeDays === null && afterDays === null && escalateAfter === null)
    faults.push('nothing_set')
  if (!isWithin(beforeDays, mostBeforeDays)) faults.push('before_out_of_range')
  if (!isWithin(afterDays, mostAfterDays)) faults.push('after_out_of_range')
  if (!isWithin(escalateAfter, mostEscalateAfter)) faults.push('escalate_out_of_range')
  return faults
}

function isWithin(value: number | null, most: number): boolean {
  return value === null || (Number.isInteger(value) && value >= 1 && value <= most)
}
