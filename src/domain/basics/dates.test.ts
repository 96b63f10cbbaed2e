import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  businessDate,
  daysBetween,
  formatDate,
  formatOfficialDate,
  isBefore,
  lengthOfMonth,
  localDate,
  parseLocalDate,
  partsOf,
  weekday,
} from './dates.ts'

const anyDay = fc
  .integer({ min: -40_000, max: 200_000 })
  .map((days) => addDays(localDate('2000-01-01'), days))

describe('reading a day', () => {
  test.each([
    ['2024-09-05', '2024-09-05'],
    ['5/9/2024', '2024-09-05'],
    ['05/09/2024', '2024-09-05'],
    ['05-09-2024', '2024-09-05'],
    ['5.9.2024', '2024-09-05'],
    [' 5 / 9 / 2024 ', '2024-09-05'],
    ['29/2/2024', '2024-02-29'],
    ['29/2/2000', '2000-02-29'],
    ['31/12/9999', '9999-12-31'],
    ['04/3/3020', '3020-03-04'],
  ])('%j is %s', (written, date) => {
    expect(parseLocalDate(written)).toBe(date)
  })

  test.each([
    '',
    ' ',
    '29/2/2023',
    '29/2/1900',
    '31/4/2024',
    '0/1/2024',
    '1/0/2024',
    '1/13/2024',
    '2024-13-01',
    '2024-9-5',
    '5/9/24',
    '5/9-2024',
    '5/9/20245',
    '01/01/0999',
    '2024-09-05T00:00',
    'hôm nay',
    '5/9',
  ])('%j is no day', (written) => {
    expect(parseLocalDate(written)).toBeNull()
  })

  test('a bad constant throws', () => {
    expect(() => localDate('2023-02-29')).toThrow(RangeError)
  })

  test('every day is read back in each of its spellings', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, day: ofMonth } = partsOf(day)
        expect(parseLocalDate(day)).toBe(day)
        expect(parseLocalDate(formatDate(day))).toBe(day)
        expect(parseLocalDate(`${ofMonth}.${month}.${year}`)).toBe(day)
      }),
    )
  })
})

describe('counting days', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2025-07-01', -1, '2025-06-30'],
    ['2025-07-01', 0, '2025-07-01'],
  ])('%s and %d days', (from, days, to) => {
    expect(addDays(localDate(from), days)).toBe(to)
  })

  test('adding and counting agree', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(isBefore(day, addDays(day, days))).toBe(days > 0)
      }),
    )
  })

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-08-31', 12, '2025-08-31'],
    ['2024-08-31', 0, '2024-08-31'],
    ['2024-11-30', 2, '2025-01-30'],
  ])('%s and %d months', (from, months, to) => {
    expect(addMonths(localDate(from), months)).toBe(to)
  })

  test('months have their length', () => {
    expect([1, 2, 4, 12].map((month) => lengthOfMonth(2024, month))).toEqual([31, 29, 30, 31])
    expect([1900, 2000, 2023].map((year) => lengthOfMonth(year, 2))).toEqual([28, 29, 28])
  })

  test.each([
    ['2024-09-05', 4],
    ['2025-01-20', 1],
    ['2000-01-01', 6],
    ['1969-12-28', 7],
  ])('%s is day %d of the week', (day, number) => {
    expect(weekday(localDate(day))).toBe(number)
  })
})

describe('printing a day', () => {
  test.each([
    ['2024-09-05', '05/09/2024', 'ngày 05 tháng 9 năm 2024'],
    ['2025-01-20', '20/01/2025', 'ngày 20 tháng 01 năm 2025'],
    ['2025-02-01', '01/02/2025', 'ngày 01 tháng 02 năm 2025'],
    ['2025-03-10', '10/03/2025', 'ngày 10 tháng 3 năm 2025'],
    ['2024-12-31', '31/12/2024', 'ngày 31 tháng 12 năm 2024'],
  ])('%s is %s and %s', (day, short, official) => {
    expect(formatDate(localDate(day))).toBe(short)
    expect(formatOfficialDate(localDate(day))).toBe(official)
  })
})

describe('the day on the wall in Việt Nam', () => {
  test.each([
    ['2025-06-30T16:59:59.999Z', '2025-06-30'],
    ['2025-06-30T17:00:00.000Z', '2025-07-01'],
    ['2025-07-01T00:00:00.000Z', '2025-07-01'],
    ['1970-01-01T00:00:00.000Z', '1970-01-01'],
  ])('at %s it is %s', (instant, day) => {
    expect(businessDate(Date.parse(instant), 'Asia/Ho_Chi_Minh')).toBe(day)
  })

  test('agrees with the time zone database', () => {
    const wall = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('1980-01-01'), max: Date.parse('2100-01-01') }), (instant) => {
        expect(businessDate(instant, 'Asia/Ho_Chi_Minh')).toBe(wall.format(instant))
      }),
    )
  })
})
