import { expect, test } from 'vitest'
import { actionOfPlanMove, planAfter, planMoveNeedsReason, planMoves, planStates } from './plan-steps.ts'

test('each state with each move', () => {
  const table = Object.fromEntries(
    planStates.map((state) => [state, planMoves.map((move) => planAfter(state, move))]),
  )
  expect(table).toEqual({
    draft: ['submitted', null, null, null],
    submitted: [null, 'draft', 'draft', 'published'],
    published: [null, null, null, null],
    discarded: [null, null, null, null],
  })
})

test.for([
  ['submit', 'plan.draft', false],
  ['withdraw', 'plan.draft', false],
  ['return', 'plan.approve', true],
  ['approve', 'plan.approve', false],
] as const)('%s is for whoever has %s', ([move, action, reasoned]) => {
  expect(actionOfPlanMove(move)).toBe(action)
  expect(planMoveNeedsReason(move)).toBe(reasoned)
})
