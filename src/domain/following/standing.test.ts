import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '#domain/basics/dates.ts'
import { publicHolidays } from '#domain/people/public-holidays.ts'
import {
  type AssignmentWindow,
  compareUrgency,
  dueSoonUntil,
  forecastDays,
  isBehind,
  standingOf,
} from './standing.ts'

// A Monday; the Monday after it is the first day off of Tết.
const today = localDate('2025-01-20')
const calendar = new Map(
  [2024, 2025].flatMap((year) => publicHolidays(year).map(({ day, kind }) => [day, kind])),
)
const day = { today, calendar }
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
      window({ dueOn: localDate('2025-01-17') }),
      { kind: 'late', days: 1 },
    ],
    [
      'late counts working days, across the turn of the year and its day off',
      window({ dueOn: localDate('2024-11-30') }),
      { kind: 'late', days: 35 },
    ],
    [
      'due on Sunday, on Monday it is late though by one working day only',
      window({ dueOn: localDate('2025-01-19') }),
      { kind: 'late', days: 1 },
    ],
    [
      'five working days ahead it is due soon, though Tết lies between',
      window({ dueOn: localDate('2025-02-03') }),
      { kind: 'due_soon', days: 5 },
    ],
    ['six working days ahead it is open', window({ dueOn: localDate('2025-02-04') }), { kind: 'open' }],
    ['far ahead it is open', window({ dueOn: localDate('2030-12-31') }), { kind: 'open' }],
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
    expect(standingOf(given, day)).toEqual(expected)
  })

  test('on a day off, what was due the day before is late by no working day yet', () => {
    const saturday = { today: localDate('2025-01-18'), calendar }
    expect(standingOf(window({ dueOn: localDate('2025-01-17') }), saturday)).toEqual({
      kind: 'late',
      days: 0,
    })
    expect(standingOf(window({ dueOn: localDate('2025-01-19') }), saturday)).toEqual({
      kind: 'due_soon',
      days: 0,
    })
  })

  test('the list begins with what is latest and ends with what is done', () => {
    const done = window({ status: 'done', percent: 100, doneOn: today })
    const late = window({ dueOn: localDate('2024-12-31') })
    const later = window({ dueOn: localDate('2025-01-10') })
    const soon = window({ dueOn: localDate('2025-01-31') })
    const endless = window({ dueOn: null })
    const open = window()
    const given = [done, endless, soon, later, open, late].map((one) => ({
      ...one,
      standing: standingOf(one, day),
    }))
    const sorted = given.toSorted(compareUrgency).map(({ standing: _standing, ...one }) => one)
    expect(sorted).toEqual([late, later, soon, open, endless, done])
  })
})

test('the last day that counts as due soon is the one after which nothing is', () => {
  const last = dueSoonUntil(day)
  expect(standingOf(window({ dueOn: last }), day).kind).toBe('due_soon')
  expect(standingOf(window({ dueOn: addDays(last, 1) }), day).kind).toBe('open')
  // Tết and both weekends lie between.
  expect(last).toBe('2025-02-03')
})

describe('what will be late, as far as one can tell', () => {
  test.for([
    ['not begun, its time nearly over', { dueOn: '2025-01-31' }, true],
    ['begun in time', { dueOn: '2025-01-31', percent: 80 }, false],
    ['well behind the time gone by', { dueOn: '2025-01-31', percent: 60 }, true],
    ['far away', { dueOn: '2025-05-31' }, false],
    ['on the last day that is looked at', { dueOn: addDays(today, forecastDays), percent: 0 }, true],
    ['a day later', { dueOn: addDays(today, forecastDays + 1), percent: 0 }, false],
    ['late already', { dueOn: '2025-01-19' }, false],
    ['due today', { dueOn: '2025-01-20' }, true],
    ['done', { dueOn: '2025-01-31', doneOn: '2025-01-10', percent: 100 }, false],
    ['just begun', { startsOn: '2025-01-16', dueOn: '2025-02-10' }, false],
    ['without a start, its last month counts', { startsOn: null, dueOn: '2025-01-31' }, true],
    ['without an end', { dueOn: null }, false],
    ['of one day', { startsOn: '2025-01-25', dueOn: '2025-01-25' }, false],
  ] as const)('%s', ([, over, expected]) => {
    const { startsOn, dueOn, doneOn, ...rest } = { startsOn: '2024-08-01', doneOn: null, ...over }
    const dated = window({
      ...rest,
      startsOn: startsOn === null ? null : localDate(startsOn),
      dueOn: dueOn === null ? null : localDate(dueOn),
      doneOn: doneOn === null ? null : localDate(doneOn),
    })
    expect(isBehind(dated, today)).toBe(expected)
  })
})
