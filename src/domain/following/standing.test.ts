import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { type AssignmentWindow, compareUrgency, standingOf } from './standing.ts'

const today = localDate('2025-01-20')
function window(over: Partial<AssignmentWindow> = {}): AssignmentWindow {
  return {
    startsOn: localDate('2024-08-01'),
    dueOn: localDate('2025-05-31'),
    status: 'not_started',
    percent: 0,
    doneOn: null,
    ...over,
  }
}

describe('how a window stands', () => {
  test.each([
    ['on its last day it is not late', window({ dueOn: today }), { kind: 'due_soon', days: 0 }],
    [
      'the day after, it is late by one day',
      window({ dueOn: localDate('2025-01-19') }),
      { kind: 'late', days: 1 },
    ],
    [
      'late counts across the turn of the year',
      window({ dueOn: localDate('2024-11-30') }),
      { kind: 'late', days: 51 },
    ],
    [
      'fourteen days ahead it is due soon',
      window({ dueOn: localDate('2025-02-03') }),
      { kind: 'due_soon', days: 14 },
    ],
    ['fifteen days ahead it is open', window({ dueOn: localDate('2025-02-04') }), { kind: 'open' }],
    ['without a last day it is never late', window({ dueOn: null }), { kind: 'open' }],
    [
      'before its first day it is later, however near the end',
      window({ startsOn: localDate('2025-01-21'), dueOn: localDate('2025-01-31') }),
      { kind: 'later' },
    ],
    [
      'begun before its first day it is open',
      window({ startsOn: localDate('2025-03-01'), status: 'under_way' }),
      { kind: 'open' },
    ],
    [
      'done in time is done',
      window({
        status: 'done',
        percent: 100,
        doneOn: localDate('2025-01-02'),
        dueOn: localDate('2025-01-02'),
      }),
      { kind: 'done' },
    ],
    [
      'done a day after is done late',
      window({
        status: 'done',
        percent: 100,
        doneOn: localDate('2025-01-03'),
        dueOn: localDate('2025-01-02'),
      }),
      { kind: 'done_late', days: 1 },
    ],
  ] as const)('%s', (_fact, given, expected) => {
    expect(standingOf(given, today)).toEqual(expected)
  })

  test('the list begins with what is latest and ends with what is done', () => {
    const done = window({ status: 'done', percent: 100, doneOn: today })
    const late = window({ dueOn: localDate('2024-12-31') })
    const later = window({ dueOn: localDate('2025-01-10') })
    const soon = window({ dueOn: localDate('2025-01-31') })
    const endless = window({ dueOn: null })
    const open = window()
    const sorted = [done, endless, soon, later, open, late].toSorted((a, b) => compareUrgency(a, b, today))
    expect(sorted).toEqual([late, later, soon, open, endless, done])
  })
})
