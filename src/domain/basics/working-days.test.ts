import { describe, expect, test } from 'vitest'
import { addDays, localDate } from './dates.ts'
import { knownHolidayYears, publicHolidays } from '#domain/people/public-holidays.ts'
import { addWorkingDays, isWorkingDay, type WorkCalendar, workingDaysUntil } from './working-days.ts'

const calendar: WorkCalendar = new Map(
  knownHolidayYears.flatMap((year) => publicHolidays(year).map(({ day, kind }) => [day, kind] as const)),
)
const plain: WorkCalendar = new Map()

describe('a working day', () => {
  test.each([
    ['2025-01-24', true, 'the Friday before Tết 2025'],
    ['2025-01-25', false, 'a Saturday'],
    ['2025-01-27', false, 'Tết begins on a Monday'],
    ['2025-01-31', false, 'Tết, its last day off in the week'],
    ['2025-02-03', true, 'the Monday after Tết'],
    ['2025-04-26', true, 'a Saturday worked for 2 May'],
    ['2025-05-02', false, 'the Friday that was exchanged'],
    ['2025-05-03', false, 'the Saturday after it'],
    ['2024-05-04', true, 'a Saturday worked for 29 April 2024'],
    ['2026-04-27', false, 'made up for Giỗ Tổ on a Sunday'],
    ['2027-01-01', true, 'a year nothing was entered of: a plain Friday'],
  ] as const)('%s: %s (%s)', (day, expected, _fact) => {
    expect(isWorkingDay(localDate(day), calendar)).toBe(expected)
  })
})

describe('working days until', () => {
  test.each([
    ['2025-01-20', '2025-01-20', 0, 'the same day'],
    ['2025-01-21', '2025-01-20', 0, 'a day before'],
    ['2025-01-17', '2025-01-18', 0, 'from Friday to Saturday'],
    ['2025-01-17', '2025-01-19', 0, 'from Friday to Sunday'],
    ['2025-01-17', '2025-01-20', 1, 'from Friday to Monday'],
    ['2025-01-18', '2025-01-20', 1, 'from Saturday to Monday'],
    ['2025-01-24', '2025-02-02', 0, 'all of Tết'],
    ['2025-01-24', '2025-02-03', 1, 'over Tết'],
    ['2025-01-20', '2025-02-05', 7, 'four days before, three after Tết'],
    ['2025-04-25', '2025-05-05', 4, 'a worked Saturday, 30/4, 1/5, 2/5: 26, 28, 29 April and 5 May'],
    ['2024-12-31', '2025-01-20', 13, 'over New Year'],
    ['2024-01-01', '2024-12-31', 251, 'the rest of 2024: 261 weekdays, 11 off, one Saturday worked'],
  ] as const)('%s → %s: %i (%s)', (from, to, expected, _fact) => {
    expect(workingDaysUntil(localDate(from), localDate(to), calendar)).toBe(expected)
  })

  test('agrees with counting day by day, with and without holidays', () => {
    const from = localDate('2024-12-18')
    for (const days of [plain, calendar])
      for (let shift = 0; shift < 14; shift += 1)
        for (let length = 0, walked = 0; length < 220; length += 1) {
          const start = addDays(from, shift)
          const end = addDays(start, length)
          if (length > 0 && isWorkingDay(end, days)) walked += 1
          expect(workingDaysUntil(start, end, days)).toBe(walked)
        }
  })
})

describe('so many working days after', () => {
  test.each([
    ['2025-01-20', 0, '2025-01-20'],
    ['2025-01-25', 0, '2025-01-25'],
    ['2025-01-20', 4, '2025-01-24'],
    ['2025-01-20', 5, '2025-02-03'],
    ['2025-01-24', 1, '2025-02-03'],
    ['2025-01-20', -3, '2025-01-20'],
  ])('%s, %i: %s', (from, count, expected) => {
    expect(addWorkingDays(localDate(from), count, calendar)).toBe(expected)
  })

  test('is where that many have passed', () => {
    for (let count = 1; count < 60; count += 1) {
      const end = addWorkingDays(localDate('2024-12-28'), count, calendar)
      expect(workingDaysUntil(localDate('2024-12-28'), end, calendar)).toBe(count)
    }
  })
})

describe('public holidays', () => {
  test('no day stands twice, none off at a weekend, none worked in the week', () => {
    for (const year of knownHolidayYears) {
      const days = publicHolidays(year)
      expect(new Set(days.map((one) => one.day)).size).toBe(days.length)
      expect(days.every((one) => one.day.startsWith(String(year)))).toBe(true)
      for (const { day, kind } of days) expect(isWorkingDay(day, plain)).toBe(kind === 'off')
    }
  })

  test('as many as article 112 gives: eleven, but for those that fall on a weekend and those exchanged', () => {
    const counted = (year: number) => publicHolidays(year).filter((one) => one.kind === 'off').length
    // 2024: 1 + 5 + 1 + 1 + 1 + 2 and 29 April exchanged.
    expect([counted(2024), counted(2025), counted(2026), counted(2027)]).toEqual([12, 12, 13, 0])
  })
})
