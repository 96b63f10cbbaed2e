import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import type { PersonId } from '#domain/basics/ids.ts'
import {
  actionOf,
  type AssignmentMove,
  assignmentStates,
  type CompletionMove,
  completionAfter,
  completions,
  extend,
  type Finish,
  lifeOf,
  needsReason,
  stateAfter,
  type Step,
  stepMoves,
} from './life.ts'

const day = localDate
// A person's id, for a test that looks at nothing else of him.
const chi = '01916893-c380-7056-b963-9e97c612ee16' as PersonId
const step = (move: Step['move'], over: Partial<Step> = {}): Step => ({
  move,
  windowNo: null,
  dueOn: null,
  holderId: null,
  ...over,
})

describe('the life of an assignment', () => {
  test('knows these moves and no other', () => {
    const moves: AssignmentMove[] = ['acknowledge', 'return', 'give_again', 'drop', 'pass_on', 'hand_over']
    const table = assignmentStates.map((state) => [state, ...moves.map((move) => stateAfter(state, move))])
    expect(table).toEqual([
      ['given', 'acknowledged', 'returned', null, null, null, 'passed_on'],
      ['acknowledged', null, 'returned', null, null, null, 'passed_on'],
      ['returned', null, null, 'given', 'dropped', 'passed_on', 'passed_on'],
      ['dropped', null, null, null, null, null, null],
      ['passed_on', null, null, null, null, null, null],
    ])
  })

  test('a completion is claimed by the unit and confirmed or sent back by the issuer', () => {
    const moves: CompletionMove[] = ['claim', 'take_back', 'confirm', 'send_back']
    expect(completions.map((one) => [one, ...moves.map((move) => completionAfter(one, move))])).toEqual([
      ['open', 'claimed', null, null, null],
      ['claimed', null, 'open', 'confirmed', 'sent_back'],
      ['sent_back', 'claimed', null, null, null],
      ['confirmed', null, null, null, 'sent_back'],
    ])
  })

  test('the unit answers, its head hands on, the issuer decides; what burdens others needs its reason', () => {
    const by = (action: string) => stepMoves.filter((move) => actionOf(move) === action)
    expect(by('assignment.report')).toEqual(['acknowledge', 'return', 'claim', 'take_back', 'ask'])
    expect(by('assignment.hand')).toEqual(['hand', 'hand_back'])
    expect(by('assignment.decide')).toEqual([
      'give_again',
      'drop',
      'pass_on',
      'hand_over',
      'confirm',
      'send_back',
      'grant',
      'refuse',
    ])
    expect(stepMoves.filter(needsReason)).toEqual([
      'return',
      'drop',
      'take_back',
      'send_back',
      'ask',
      'refuse',
    ])
  })

  test('is told again from its steps', () => {
    expect(lifeOf([])).toEqual({ state: 'given', holderId: null, windows: new Map() })
    const steps = [
      step('acknowledge'),
      step('hand', { holderId: chi }),
      step('ask', { windowNo: 2, dueOn: day('2025-06-10') }),
      step('claim', { windowNo: 1 }),
      step('grant', { windowNo: 2, dueOn: day('2025-06-05') }),
      step('send_back', { windowNo: 1 }),
      step('claim', { windowNo: 1 }),
      step('confirm', { windowNo: 1 }),
    ]
    // The first claim is confirmed or sent back by its own window only.
    expect(lifeOf(steps)).toEqual({
      state: 'acknowledged',
      holderId: chi,
      windows: new Map([
        [2, { completion: 'open', askedOn: null, grantedOn: '2025-06-05' }],
        [1, { completion: 'confirmed', askedOn: null, grantedOn: null }],
      ]),
    })
    expect(lifeOf([step('hand', { holderId: chi }), step('hand_back')])?.holderId).toBeNull()
    expect(lifeOf([step('drop')])).toBeNull()
    expect(lifeOf([step('confirm', { windowNo: 1 })])).toBeNull()
  })
})

describe('another finish', () => {
  const finish = (over: Partial<Finish> = {}): Finish => ({
    printedOn: day('2025-01-31'),
    grantedOn: null,
    askedOn: null,
    completion: 'open',
    ...over,
  })
  const asked = finish({ askedOn: day('2025-02-28') })
  test.each([
    ['asked for the day after', finish(), 'ask', '2025-02-01', { askedOn: '2025-02-01', grantedOn: null }],
    ['granted as asked', asked, 'grant', '2025-02-28', { askedOn: null, grantedOn: '2025-02-28' }],
    ['granted, but for an earlier day than asked', asked, 'grant', '2025-02-14', { grantedOn: '2025-02-14' }],
    ['refused: the printed one stays', asked, 'refuse', null, { askedOn: null, grantedOn: null }],
    [
      'asked for a second time, after the one granted',
      finish({ grantedOn: day('2025-02-14') }),
      'ask',
      '2025-02-15',
      { askedOn: '2025-02-15', grantedOn: '2025-02-14' },
    ],
  ] as const)('%s', (_fact, given, move, on, expected) => {
    expect(extend(given, move, on === null ? null : day(on))).toMatchObject({ ok: true, value: expected })
  })
  test.each([
    ['for the same day', finish(), 'ask', '2025-01-31', 'not_later'],
    ['for no day', finish(), 'ask', null, 'not_later'],
    ['before the one granted', finish({ grantedOn: day('2025-03-01') }), 'ask', '2025-02-15', 'not_later'],
    ['of what has no finish', finish({ printedOn: null }), 'ask', '2025-02-15', 'no_finish'],
    ['twice at a time', asked, 'ask', '2025-03-15', 'asked_already'],
    ['of what is done', finish({ completion: 'claimed' }), 'ask', '2025-02-15', 'done_already'],
    ['granted unasked', finish(), 'grant', '2025-02-15', 'not_asked'],
    ['refused unasked', finish(), 'refuse', null, 'not_asked'],
  ] as const)('is not had %s', (_fact, given, move, on, reason) => {
    expect(extend(given, move, on === null ? null : day(on))).toEqual({ ok: false, reason })
  })
})
