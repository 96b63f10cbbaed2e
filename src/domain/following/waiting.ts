import type { LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentState, Completion } from './life.ts'
import { isInHand } from './life.ts'
import type { Standing, WindowStatus } from './standing.ts'

/** What a window waits for: of its unit, or of the issuer. */
export const unitWaitings = ['sent_back', 'late', 'due_soon', 'acknowledge', 'asked'] as const
export type UnitWaiting = (typeof unitWaitings)[number]
export const issuerWaitings = ['returned', 'unit_ended', 'extension', 'claim'] as const
export type IssuerWaiting = (typeof issuerWaitings)[number]

export type Waitable = {
  state: AssignmentState
  completion: Completion
  askedOn: LocalDate | null
  status: WindowStatus
  standing: Standing
  /** The period that it is asked for has begun; false for what has days of its own. */
  isAsked: boolean
  unitEnded: boolean
  /** The unit has it from its own plan: nobody else confirms it. */
  ownPlan: boolean
}

/** The most pressing thing first, one for each window; null: nothing is waited for now. */
export function waitingOfUnit(row: Waitable): UnitWaiting | null {
  if (!isInHand(row.state) || row.status === 'done' || row.unitEnded) return null
  if (row.completion === 'sent_back') return 'sent_back'
  if (row.standing.kind === 'late' || row.standing.kind === 'due_soon') return row.standing.kind
  if (row.state === 'given') return 'acknowledge'
  return row.isAsked && row.status === 'not_started' ? 'asked' : null
}

export function waitingOfIssuer(row: Waitable): IssuerWaiting | null {
  if (row.state === 'returned') return 'returned'
  if (!isInHand(row.state)) return null
  if (row.unitEnded && row.status !== 'done') return 'unit_ended'
  if (row.askedOn !== null) return 'extension'
  return row.completion === 'claimed' && !row.ownPlan ? 'claim' : null
}
