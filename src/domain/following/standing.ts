import { addDays, daysBetween, type LocalDate } from '#domain/basics/dates.ts'
import { type WorkCalendar, workingDaysUntil } from '#domain/basics/working-days.ts'

export type WindowStatus = 'not_started' | 'under_way' | 'done'
export const windowStatuses = ['not_started', 'under_way', 'done'] as const satisfies readonly WindowStatus[]

/** One span of time in which an assignment is to be carried out; null days where the document gives none. */
export type AssignmentWindow = {
  startsOn: LocalDate | null
  dueOn: LocalDate | null
  status: WindowStatus
  percent: number
  doneOn: LocalDate | null
}

/**
 * How a window stands on a day; `days` are working days, 0 where only days off lie between. late: not done and its last
 * day is over. due_soon: it ends within the warning time. later: it has not begun yet. done_late: done, after its last
 * day. open: under way, or to be begun.
 */
export type Standing =
  | { kind: 'late'; days: number }
  | { kind: 'due_soon'; days: number }
  | { kind: 'open' }
  | { kind: 'later' }
  | { kind: 'done' }
  | { kind: 'done_late'; days: number }

/** Working days before the end from which a window counts as due soon: a week of work. */
export const dueSoonDays = 5

/** The day of the business, and which days are worked. */
export type Day = { today: LocalDate; calendar: WorkCalendar }

/** A window without a last day ("thường xuyên") is never late; one that ends on `today` is not late yet. */
export function standingOf(window: AssignmentWindow, { today, calendar }: Day): Standing {
  const { dueOn, doneOn } = window
  if (doneOn !== null)
    return dueOn !== null && doneOn > dueOn
      ? { kind: 'done_late', days: workingDaysUntil(dueOn, doneOn, calendar) }
      : { kind: 'done' }
  if (dueOn !== null && dueOn < today) return { kind: 'late', days: workingDaysUntil(dueOn, today, calendar) }
  if (window.startsOn !== null && window.startsOn > today && window.status === 'not_started')
    return { kind: 'later' }
  if (dueOn !== null) {
    const days = workingDaysUntil(today, dueOn, calendar)
    if (days <= dueSoonDays) return { kind: 'due_soon', days }
  }
  return { kind: 'open' }
}

/** The last day on which something that ends there counts as due soon: what a list of many units is counted by. */
export function dueSoonUntil({ today, calendar }: Day): LocalDate {
  let last = today
  while (workingDaysUntil(today, addDays(last, 1), calendar) <= dueSoonDays) last = addDays(last, 1)
  return last
}

/** Days before the end in which a window that is behind its time counts as one that will be late. */
export const forecastDays = 30

/**
 * Will it be late, as far as one can tell today? Its end is near, and less was done than the time gone by asks for; a
 * window that nobody has begun counts as soon as half of its time is over.
 */
export function isBehind(window: AssignmentWindow, today: LocalDate): boolean {
  const { startsOn, dueOn, percent, doneOn } = window
  if (doneOn !== null || dueOn === null || dueOn < today || dueOn > addDays(today, forecastDays)) return false
  const begun = startsOn ?? addDays(dueOn, -forecastDays)
  const whole = Math.max(daysBetween(begun, dueOn), 1)
  const gone = daysBetween(begun, today) / whole
  return gone >= 0.5 && percent / 100 < gone - 0.25
}

const urgency: Record<Standing['kind'], number> = {
  late: 0,
  due_soon: 1,
  open: 2,
  later: 3,
  done_late: 4,
  done: 4,
}

/** The most urgent first: late ones by how late, then by the day they are due; what has no last day after those that have. */
export function compareUrgency(
  a: AssignmentWindow & { standing: Standing },
  b: AssignmentWindow & { standing: Standing },
): number {
  const difference = urgency[a.standing.kind] - urgency[b.standing.kind]
  if (difference !== 0) return difference
  const first = a.dueOn ?? '9999'
  const second = b.dueOn ?? '9999'
  return first < second ? -1 : first > second ? 1 : 0
}
