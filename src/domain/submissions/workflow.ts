import type { Action } from '#domain/rights/can.ts'

export type SubmissionState = 'draft' | 'sent' | 'returned' | 'approved'
export const submissionStates = [
  'draft',
  'sent',
  'returned',
  'approved',
] as const satisfies readonly SubmissionState[]

export type Move = 'save' | 'send' | 'return' | 'approve' | 'reopen'
export const submissionMoves = [
  'save',
  'send',
  'return',
  'approve',
  'reopen',
] as const satisfies readonly Move[]

const moves: Record<SubmissionState, Partial<Record<Move, SubmissionState>>> = {
  draft: { save: 'draft', send: 'sent' },
  sent: { return: 'returned', approve: 'approved' },
  returned: { save: 'returned', send: 'sent' },
  approved: { reopen: 'returned' },
}

/** The state that a move leads to; null where the state does not allow it. */
export function stateAfter(state: SubmissionState, move: Move): SubmissionState | null {
  return moves[state][move] ?? null
}

/** The unit fills in and sends; the authority above returns, approves and reopens. */
export function actionOf(move: Move): Extract<Action, 'submission.fill' | 'submission.review'> {
  return move === 'save' || move === 'send' ? 'submission.fill' : 'submission.review'
}
