import { expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { When } from '#domain/basics/when.ts'
import { aYearLater, textForYear, windowAYearLater } from './next-year.ts'
import { templatePlan } from './template-plan.ts'

const year = (text: string) => {
  const parsed = parseSchoolYear(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

test.for<[When, When]>([
  [{ date: localDate('2024-09-05') }, { date: localDate('2025-09-05') }],
  [{ date: localDate('2024-02-29') }, { date: localDate('2025-02-28') }],
  [
    { date: localDate('2024-11-14'), before: true },
    { date: localDate('2025-11-14'), before: true },
  ],
  [{ month: '2024-12' }, { month: '2025-12' }],
  [{ quarter: '2025-Q1' }, { quarter: '2026-Q1' }],
  [{ year: '2027' }, { year: '2028' }],
  [
    { recurring: 'yearly', on: '--11-14' },
    { recurring: 'yearly', on: '--11-14' },
  ],
])('%j a year later is %j', ([when, later]) => {
  expect(aYearLater(when)).toEqual(later)
})

test('a window without an end stays without one', () => {
  expect(windowAYearLater({ start: null, finish: null })).toEqual({ start: null, finish: null })
})

test('the school year in a text moves on, other years stay', () => {
  const moved = (text: string) => textForYear(text, year('2024-2025'), year('2025-2026'))
  expect(moved('Kế hoạch năm học 2024-2025, giai đoạn 2020-2025')).toBe(
    'Kế hoạch năm học 2025-2026, giai đoạn 2020-2025',
  )
  expect(moved('Năm học 2024 – 2025; Luật năm 2024')).toBe('Năm học 2025 – 2026; Luật năm 2024')
  expect(moved('')).toBe('')
})

test('the template has kinds without figures, and times within the school year', () => {
  const { targets, tasks } = templatePlan(year('2025-2026'))
  expect(targets.length).toBeGreaterThan(10)
  const months = tasks.flatMap((task) =>
    task.windows.flatMap(({ start, finish }) =>
      [start, finish].flatMap((when) => (when !== null && 'month' in when ? [when.month] : [])),
    ),
  )
  expect(months.filter((month) => month < '2025-07' || month > '2026-07')).toEqual([])
})
