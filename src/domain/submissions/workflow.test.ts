import { describe, expect, test } from 'vitest'
import {
  actionOf,
  type Move,
  stateAfter,
  submissionMoves,
  type SubmissionState,
  submissionStates,
} from './workflow.ts'

describe('the way of a submission', () => {
  const allowed: [SubmissionState, Move, SubmissionState][] = [
    ['draft', 'save', 'draft'],
    ['draft', 'send', 'sent'],
    ['sent', 'return', 'returned'],
    ['sent', 'approve', 'approved'],
    ['returned', 'save', 'returned'],
    ['returned', 'send', 'sent'],
    ['approved', 'reopen', 'returned'],
  ]
  test('has these seven steps and no other', () => {
    const found = submissionStates.flatMap((state) =>
      submissionMoves.flatMap((move) => {
        const after = stateAfter(state, move)
        return after === null ? [] : [`${state} ${move} ${after}`]
      }),
    )
    expect(new Set(found)).toEqual(new Set(allowed.map((step) => step.join(' '))))
  })

  test('the unit fills in, the authority reviews', () => {
    expect(submissionMoves.map(actionOf)).toEqual([
      'submission.fill',
      'submission.fill',
      'submission.review',
      'submission.review',
      'submission.review',
    ])
  })
})
