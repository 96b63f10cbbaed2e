import { expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { type Waitable, waitingOfIssuer, waitingOfUnit } from './waiting.ts'

const row = (over: Partial<Waitable> = {}): Waitable => ({
  state: 'acknowledged',
  completion: 'open',
  askedOn: null,
  status: 'under_way',
  standing: { kind: 'open' },
  isAsked: false,
  unitEnded: false,
  ownPlan: false,
  ...over,
})
const late = { kind: 'late', days: 3 } as const
const done = { status: 'done', standing: { kind: 'done' } } as const

test.each([
  ['under way', row(), null, null],
  ['just given', row({ state: 'given', status: 'not_started' }), 'acknowledge', null],
  ['just given and late', row({ state: 'given', standing: late }), 'late', null],
  ['due soon', row({ standing: { kind: 'due_soon', days: 0 } }), 'due_soon', null],
  [
    'late, and an extension asked',
    row({ standing: late, askedOn: localDate('2025-02-01') }),
    'late',
    'extension',
  ],
  ['claimed', row({ ...done, completion: 'claimed' }), null, 'claim'],
  ['claimed, of its own plan', row({ ...done, completion: 'claimed', ownPlan: true }), null, null],
  ['confirmed', row({ ...done, completion: 'confirmed' }), null, null],
  ['sent back', row({ completion: 'sent_back', standing: late }), 'sent_back', null],
  ['returned', row({ state: 'returned', standing: late }), null, 'returned'],
  ['of a unit that has ended', row({ unitEnded: true, standing: late }), null, 'unit_ended'],
  ['done by a unit that has ended', row({ ...done, unitEnded: true }), null, null],
  ['dropped', row({ state: 'dropped', standing: late, askedOn: localDate('2025-02-01') }), null, null],
  ['passed on, though claimed', row({ ...done, state: 'passed_on', completion: 'claimed' }), null, null],
  ['asked this term and not answered', row({ status: 'not_started', isAsked: true }), 'asked', null],
  ['asked this term and answered', row({ isAsked: true }), null, null],
])('what is %s waits for the right one', (_fact, given, ofUnit, ofIssuer) => {
  expect([waitingOfUnit(given), waitingOfIssuer(given)]).toEqual([ofUnit, ofIssuer])
})
