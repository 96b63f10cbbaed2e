import { expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { monthsShown, placeAmong } from './months.ts'

const year = parseSchoolYear('2024-2025')
if (year === null) throw new Error('the school year of the tests')

test.for([
  [[], '2024-08', '2025-07', 12],
  [['2024-09', '2025-05'], '2024-08', '2025-07', 12],
  [['2024-06'], '2024-06', '2025-07', 14],
  [['2025-12'], '2024-08', '2025-12', 17],
  // A task until 2030 does not make the year unreadable.
  [['2030-12', '1999-01'], '2024-08', '2025-07', 12],
] as const)('of what ends in %j the months from %s to %s are shown', ([ends, first, last, count]) => {
  const months = monthsShown(year, ends)
  expect([months[0], months.at(-1), months.length]).toEqual([first, last, count])
})

test('today lies within its month', () => {
  const months = monthsShown(year, [])
  expect(placeAmong(months, localDate('2024-08-01'))).toBeCloseTo(0.5 / 31 / 12)
  expect(placeAmong(months, localDate('2025-07-31'))).toBeCloseTo(1 - 0.5 / 31 / 12)
  expect(placeAmong(months, localDate('2025-08-01'))).toBeNull()
})
