import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import type { Standing } from './standing.ts'

/**
 * How far an urging goes: to the unit, again to the unit, and from the third time on to the leader of the issuer as well.
 * The officer is told only where urging goes on by itself.
 */
export type UrgingStep = 'first' | 'again' | 'officer' | 'leader'
export const urgingSteps = ['first', 'again', 'officer', 'leader'] as const satisfies readonly UrgingStep[]

/** What was urged before and never followed by anything counts; what a unit has answered begins anew. */
export function stepAfter(unanswered: number): Exclude<UrgingStep, 'officer'> {
  return unanswered <= 0 ? 'first' : unanswered === 1 ? 'again' : 'leader'
}

export type UrgedItem = { no: string | null; title: string; dueOn: LocalDate | null; standing: Standing }
export type UrgedUnit = { unitName: string; items: readonly UrgedItem[] }

/** Only what is late or due soon can be urged, and nothing twice on one day. */
export function mayUrge(standing: Standing, lastOn: LocalDate | null, today: LocalDate): boolean {
  return (standing.kind === 'late' || standing.kind === 'due_soon') && lastOn !== today
}

/** What followed an urging: everything it was about is done, something was reported, or nothing yet. */
export type Aftermath = 'done' | 'reported' | 'nothing'

export function aftermathOf(
  items: readonly { doneOn: LocalDate | null; reportedSince: boolean }[],
): Aftermath {
  if (items.length > 0 && items.every((item) => item.doneOn !== null)) return 'done'
  return items.some((item) => item.doneOn !== null || item.reportedSince) ? 'reported' : 'nothing'
}

/**
 * The urging as plain text for a chat group, unit by unit: what, by when, how late. Vietnamese, as it is sent: the units
 * read it, whoever sends it.
 */
export function urgingText(
  units: readonly UrgedUnit[],
  given: { issuerName: string; today: LocalDate; message: string | null },
): string {
  const lines = units.flatMap(({ unitName, items }) => [
    '',
    `${unitName}:`,
    ...items.map((item) => `- ${item.no === null ? '' : `${item.no}. `}${item.title}${whenOf(item)}`),
  ])
  const head = `${given.issuerName} đôn đốc việc trễ và sắp đến hạn (ngày ${formatDate(given.today)})`
  return [head, ...(given.message === null ? [] : [given.message]), ...lines].join('\n')
}

function whenOf({ dueOn, standing }: UrgedItem): string {
  const due = dueOn === null ? '' : ` (hạn ${formatDate(dueOn)}`
  switch (standing.kind) {
    case 'late':
      return `${due}, trễ ${standing.days} ngày làm việc)`
    case 'due_soon':
      return `${due}, còn ${standing.days} ngày làm việc)`
    case 'open':
    case 'later':
    case 'done':
    case 'done_late':
      return due === '' ? '' : `${due})`
  }
}
