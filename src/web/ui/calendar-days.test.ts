import { expect, test } from 'vitest'
import { addMonths, localDate } from '#domain/basics/dates.ts'
import { dayForKey, weeksAround } from './calendar-days.ts'

test('a month stands in six weeks that begin on Monday', () => {
  const weeks = weeksAround(localDate('2024-09-05'))
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7])
  expect([weeks[0]?.[0], weeks[0]?.[6], weeks[5]?.[6]]).toEqual(['2024-08-26', '2024-09-01', '2024-10-06'])
})

test('a month that begins on a Monday begins with its own first day', () => {
  expect(weeksAround(localDate('2024-07-15'))[0]?.[0]).toBe('2024-07-01')
})

test.each([
  ['ArrowLeft', '2024-08-31'],
  ['ArrowDown', '2024-09-08'],
  ['Home', '2024-08-26'],
  ['End', '2024-09-01'],
  ['PageUp', '2024-08-01'],
  ['PageDown', '2024-10-01'],
])('%s leads from 01/09/2024 to %s', (key, to) => {
  expect(dayForKey(localDate('2024-09-01'), key, addMonths)).toBe(to)
})

test('other keys lead nowhere', () => {
  expect(dayForKey(localDate('2024-09-01'), 'Tab', addMonths)).toBeNull()
})
