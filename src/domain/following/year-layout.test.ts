import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { monthsShown } from './months.ts'
import { daysOfBar, placeBar, standingOfShares, weeksOf } from './year-layout.ts'

const year = parseSchoolYear('2024-2025')
if (year === null) throw new Error('no year')
const months = monthsShown(year, [])
const day = (text: string | null) => (text === null ? null : localDate(text))
const round = (value: number) => Math.round(value * 1200) / 100

describe('a bar along the months of a school year, in months from its beginning', () => {
  test.for([
    ['a month', '2024-09-01', '2024-09-30', [1, 2, false, false]],
    ['a day', '2024-08-01', '2024-08-01', [0, 0.03, false, false]],
    ['the whole year', '2024-08-01', '2025-07-31', [0, 12, false, false]],
    ['the last day', '2025-07-31', '2025-07-31', [11.97, 12, false, false]],
    ['begun before the year', '2024-05-01', '2024-08-31', [0, 1, true, false]],
    ['ends after the year', '2025-07-01', '2025-09-30', [11, 12, false, true]],
    ['no start', null, '2024-12-31', [0, 5, true, false]],
    ['no end', '2025-02-01', null, [6, 12, false, true]],
    ['neither', null, null, [0, 12, true, true]],
  ] as const)('%s', ([, from, to, expected]) => {
    const bar = placeBar(months, day(from), day(to))
    expect(bar === null ? null : [round(bar.from), round(bar.to), bar.openStart, bar.openEnd]).toEqual(
      expected,
    )
  })

  test.for([
    ['2024-06-01', '2024-07-31'],
    ['2025-08-01', '2025-08-31'],
  ] as const)('%s to %s lies outside', ([from, to]) => {
    expect(placeBar(months, localDate(from), localDate(to))).toBeNull()
  })

  test('without months there is no bar', () => {
    expect(placeBar([], localDate('2024-09-01'), localDate('2024-09-30'))).toBeNull()
  })
})

describe('the days that a bar covers', () => {
  const september = { start: null, finish: { month: '2024-09' } } as const
  test.for([
    ['nothing printed', null, null, null, null],
    ['both days', null, '2024-09-05', '2024-10-31', ['2024-09-05', '2024-10-31']],
    ['a start only', null, '2024-09-05', null, ['2024-09-05', null]],
    ['a finish printed as a month', september, null, '2024-09-30', ['2024-09-01', '2024-09-30']],
    ['a later finish than the one printed', september, null, '2024-10-15', ['2024-10-15', '2024-10-15']],
    ['a finish whose printing is not known', null, null, '2024-09-30', ['2024-09-30', '2024-09-30']],
  ] as const)('%s', ([, window, from, to, expected]) => {
    const days = daysOfBar(window, day(from), day(to))
    expect(days === null ? null : [days.startsOn, days.endsOn]).toEqual(expected)
  })
})

describe('the weeks of a month', () => {
  test.for([
    // February 2027 begins on a Monday and has 28 days.
    ['2027-02', 4, '2027-02-01', '2027-02-28'],
    ['2024-09', 6, '2024-08-26', '2024-10-06'],
    ['2025-01', 5, '2024-12-30', '2025-02-02'],
    ['2024-02', 5, '2024-01-29', '2024-03-03'],
  ] as const)('%s has %i', ([month, count, first, last]) => {
    const weeks = weeksOf(month)
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.at(-1)]).toEqual([count, first, last])
    expect(weeks.every((week) => week.length === 7)).toBe(true)
  })
})

test.for([
  [{ late: 1, due_soon: 9, open: 9, later: 9, done: 9 }, 'late'],
  [{ late: 0, due_soon: 1, open: 9, later: 9, done: 9 }, 'due_soon'],
  [{ late: 0, due_soon: 0, open: 1, later: 9, done: 9 }, 'open'],
  [{ late: 0, due_soon: 0, open: 0, later: 1, done: 9 }, 'later'],
  [{ late: 0, due_soon: 0, open: 0, later: 0, done: 9 }, 'done'],
] as const)('%o stands as %s', ([shares, standing]) => {
  expect(standingOfShares(shares)).toBe(standing)
})
