import { describe, expect, test } from 'vitest'
import { localDate } from './dates.ts'
import { endOf, next, parseSchoolYear, previous, schoolYearOf, startOf } from './school-year.ts'

describe('the school year', () => {
  test.each([
    ['2024-2025', '2024-2025'],
    ['2024 – 2025', '2024-2025'],
    [' 2024-25 ', '2024-2025'],
    ['2024/2025', '2024-2025'],
    ['1999-00', '1999-2000'],
    ['1999-2000', '1999-2000'],
  ])('%j is read', (written, year) => {
    expect(parseSchoolYear(written)).toBe(year)
  })

  test.each([
    '',
    '2024',
    '2024-2026',
    '2025-2024',
    '2024-2024',
    '2024-26',
    '24-25',
    '0999-1000',
    '2024-20255',
    'năm học',
  ])('%j is none', (written) => {
    expect(parseSchoolYear(written)).toBeNull()
  })

  test.each([
    ['2024-07-31', '2023-2024'],
    ['2024-08-01', '2024-2025'],
    ['2024-12-31', '2024-2025'],
    ['2025-01-01', '2024-2025'],
    ['2025-07-31', '2024-2025'],
  ])('%s falls into %s', (day, year) => {
    expect(schoolYearOf(localDate(day))).toBe(year)
  })

  test('it runs from 1 August to 31 July and the next follows', () => {
    const year = schoolYearOf(localDate('2025-01-20'))
    expect([startOf(year), endOf(year)]).toEqual(['2024-08-01', '2025-07-31'])
    expect([next(year), previous(year)]).toEqual(['2025-2026', '2023-2024'])
    expect(schoolYearOf(startOf(next(year)))).toBe(next(year))
  })
})
