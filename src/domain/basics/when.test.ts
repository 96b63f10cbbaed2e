import { describe, expect, test } from 'vitest'
import { localDate } from './dates.ts'
import { firstDay, formatWhen, lastDay, type When } from './when.ts'

const rows: [When, string | null, string | null, string, string][] = [
  [{ date: localDate('2024-09-05') }, '2024-09-05', '2024-09-05', '05/09/2024', '05/09/2024'],
  [
    { date: localDate('2025-11-14'), before: true },
    '2025-11-14',
    '2025-11-14',
    'trước 15/11/2025',
    'before 15/11/2025',
  ],
  [
    { date: localDate('2025-06-30'), before: true },
    '2025-06-30',
    '2025-06-30',
    'trước 01/07/2025',
    'before 01/07/2025',
  ],
  [{ month: '2024-07' }, '2024-07-01', '2024-07-31', 'Tháng 7/2024', '7/2024'],
  [{ month: '2024-02' }, '2024-02-01', '2024-02-29', 'Tháng 2/2024', '2/2024'],
  [{ month: '2025-02' }, '2025-02-01', '2025-02-28', 'Tháng 2/2025', '2/2025'],
  [{ month: '2024-12' }, '2024-12-01', '2024-12-31', 'Tháng 12/2024', '12/2024'],
  [{ quarter: '2025-Q1' }, '2025-01-01', '2025-03-31', 'Quý I/2025', 'Q1 2025'],
  [{ quarter: '2025-Q2' }, '2025-04-01', '2025-06-30', 'Quý II/2025', 'Q2 2025'],
  [{ quarter: '2025-Q4' }, '2025-10-01', '2025-12-31', 'Quý IV/2025', 'Q4 2025'],
  [{ year: '2027' }, '2027-01-01', '2027-12-31', 'Năm 2027', '2027'],
  [{ recurring: 'regularly' }, null, null, 'thường xuyên', 'regularly'],
  [{ recurring: 'monthly' }, null, null, 'hằng tháng', 'monthly'],
  [{ recurring: 'yearly', on: '--11-14' }, null, null, 'hằng năm (14/11)', 'yearly (14/11)'],
  [{ recurring: 'weekly', on: 'thứ hai' }, null, null, 'hằng tuần', 'weekly'],
]

describe('points of time at their printed precision', () => {
  test.each(rows)('%j', (when, first, last, vi, en) => {
    expect(firstDay(when)).toBe(first)
    expect(lastDay(when)).toBe(last)
    expect(formatWhen(when, 'vi')).toBe(vi)
    expect(formatWhen(when, 'en')).toBe(en)
  })
})
