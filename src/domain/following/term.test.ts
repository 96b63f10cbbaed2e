import { expect, test } from 'vitest'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { termDays, terms } from './term.ts'

test.each([
  ['2024-2025', 'term_1', '2024-08-01', '2025-01-17', '2025-01-17'],
  ['2024-2025', 'term_2', '2025-01-18', '2025-07-31', '2025-05-30'],
  ['1999-2000', 'term_2', '2000-01-18', '2000-07-31', '2000-05-30'],
] as const)('the days of %s, %s', (written, term, startsOn, endsOn, askedBy) => {
  const year = parseSchoolYear(written)
  expect(year === null ? null : termDays(year, term)).toEqual({ startsOn, endsOn, askedBy })
})

test('a year has two terms', () => {
  expect(terms).toHaveLength(2)
})
