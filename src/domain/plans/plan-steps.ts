import type { Action } from '#domain/rights/can.ts'

export type PlanState = 'draft' | 'submitted' | 'published' | 'discarded'
export const planStates = [
  'draft',
  'submitted',
  'published',
  'discarded',
] as const satisfies readonly PlanState[]

/** On the way to its approval by the authority above: handed in, taken back by the unit, returned with a reason, approved. */
export type PlanMove = 'submit' | 'withdraw' | 'return' | 'approve'
export const planMoves = ['submit', 'withdraw', 'return', 'approve'] as const satisfies readonly PlanMove[]

const moves: Record<PlanState, Partial<Record<PlanMove, PlanState>>> = {
  draft: { submit: 'submitted' },
  submitted: { withdraw: 'draft', return: 'draft', approve: 'published' },
  published: {},
  discarded: {},
}

/** The state after a move; null where it is not open. */
export function planAfter(state: PlanState, move: PlanMove): PlanState | null {
  return moves[state][move] ?? null
}

/** Who may: the unit hands in and takes back; whoever stands above answers. */
export function actionOfPlanMove(move: PlanMove): Extract<Action, 'plan.draft' | 'plan.approve'> {
  return move === 'submit' || move === 'withdraw' ? 'plan.draft' : 'plan.approve'
}

/** What the unit has to work on again it is told why. */
export function planMoveNeedsReason(move: PlanMove): boolean {
  return move === 'return'
}
