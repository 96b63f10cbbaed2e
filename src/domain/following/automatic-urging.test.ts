import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import {
  type AutomaticRule,
  type AutomaticStep,
  automaticStep,
  checkRule,
  stepOf,
  type UrgedBefore,
} from './automatic-urging.ts'
import type { Standing } from './standing.ts'

const all: AutomaticRule = { beforeDays: 3, afterDays: 2, escalateAfter: 2 }
const none: AutomaticRule = { beforeDays: null, afterDays: null, escalateAfter: null }
const late = (days: number): Standing => ({ kind: 'late', days })
const soon = (days: number): Standing => ({ kind: 'due_soon', days })
const never: UrgedBefore = { lastOn: null, unanswered: 0, steps: [] }
const past = (lastOn: string, unanswered: number, ...steps: AutomaticStep[]): UrgedBefore => ({
  lastOn: localDate(lastOn),
  unanswered,
  steps,
})
// A Monday.
const day = { today: localDate('2025-01-20'), calendar: new Map() }

describe('the automatic step of a window', () => {
  test.each<[string, AutomaticRule, Standing, UrgedBefore, AutomaticStep | null]>([
    ['nothing is set', none, late(50), past('2024-12-01', 9), null],
    ['four days before', all, soon(4), never, null],
    ['three days before', all, soon(3), never, 'before'],
    ['on the last day', all, soon(0), never, 'before'],
    ['before, a second time', all, soon(1), past('2025-01-16', 0, 'before'), null],
    ['before, but urged by a person without an answer', all, soon(1), past('2025-01-16', 1), null],
    ['before, urged and answered', all, soon(1), past('2025-01-16', 0), 'before'],
    ['before is not set', { ...all, beforeDays: null }, soon(1), never, null],
    ['the first day late, only days off gone by', all, late(0), never, null],
    ['one day late', all, late(1), never, null],
    ['two days late', all, late(2), past('2025-01-15', 1, 'before'), 'after'],
    ['long late when it is turned on', all, late(98), never, 'after'],
    ['urged today', all, late(98), past('2025-01-20', 1), null],
    ['after, in vain once only', { ...all, escalateAfter: 3 }, late(9), past('2025-01-10', 2, 'after'), null],
    ['in vain, but it was on the last working day', all, late(9), past('2025-01-17', 2, 'after'), null],
    ['in vain since two working days', all, late(9), past('2025-01-16', 2, 'after'), 'officer'],
    ['in vain since two days over a weekend', all, late(9), past('2025-01-18', 2, 'before', 'after'), null],
    ['in vain after the officer', all, late(9), past('2025-01-16', 3, 'after', 'officer'), 'leader'],
    ['just after the officer', all, late(9), past('2025-01-17', 3, 'after', 'officer'), null],
    ['after the leader', all, late(99), past('2025-01-02', 4, 'after', 'officer', 'leader'), null],
    ['answered after the officer', all, late(9), past('2025-01-10', 0, 'after', 'officer'), null],
    [
      'higher only, by persons in vain',
      { ...none, escalateAfter: 1 },
      late(3),
      past('2025-01-15', 1),
      'officer',
    ],
    [
      'higher only, three days are waited',
      { ...none, escalateAfter: 1 },
      late(3),
      past('2025-01-16', 1),
      null,
    ],
    ['higher only, never urged', { ...none, escalateAfter: 1 }, late(300), never, null],
    ['open', all, { kind: 'open' }, never, null],
    ['later', all, { kind: 'later' }, never, null],
    ['done', all, { kind: 'done' }, never, null],
    ['done late', all, { kind: 'done_late', days: 3 }, never, null],
  ])('%s', (_what, rule, standing, before, expected) => {
    expect(automaticStep(rule, standing, before, day)).toBe(expected)
  })

  test('days off are not waited', () => {
    const tet = new Map(
      ['27', '28', '29', '30', '31'].map((date) => [localDate(`2025-01-${date}`), 'off'] as const),
    )
    const before = past('2025-01-24', 2, 'after')
    const on = (today: string) =>
      automaticStep(all, late(9), before, { today: localDate(today), calendar: tet })
    expect([on('2025-01-28'), on('2025-02-03'), on('2025-02-04')]).toEqual([null, null, 'officer'])
  })
})

describe('the trail', () => {
  test.each<[AutomaticStep, number, string]>([
    ['before', 0, 'first'],
    ['after', 1, 'again'],
    ['after', 9, 'again'],
    ['officer', 2, 'officer'],
    ['leader', 3, 'leader'],
  ])('calls %s with %i unanswered %s', (step, unanswered, expected) => {
    expect(stepOf(step, unanswered)).toBe(expected)
  })
})

describe('a rule', () => {
  test.each([
    [{ isOn: true, ...all }, []],
    [{ isOn: false, ...none }, []],
    [{ isOn: true, ...none }, ['nothing_set']],
    [{ isOn: true, beforeDays: 5, afterDays: 30, escalateAfter: 10 }, []],
    [{ isOn: true, beforeDays: 1, afterDays: 1, escalateAfter: 1 }, []],
    [
      { isOn: false, beforeDays: 6, afterDays: 31, escalateAfter: 11 },
      ['before_out_of_range', 'after_out_of_range', 'escalate_out_of_range'],
    ],
    [
      { isOn: true, beforeDays: 0, afterDays: 0, escalateAfter: 1.5 },
      ['before_out_of_range', 'after_out_of_range', 'escalate_out_of_range'],
    ],
  ])('%o has the faults %o', (rule, faults) => {
    expect(checkRule(rule)).toEqual(faults)
  })
})
