import { describe, expect, test } from 'vitest'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { readEdges, readTimes } from './time-text.ts'

const year = parseSchoolYear('2024-2025')

function both(when: unknown): { start: unknown; finish: unknown } {
  return { start: when, finish: when }
}

const month = (value: string) => ({ month: value })
const date = (value: string) => ({ date: value })

describe('a time as printed', () => {
  test.each<[string, unknown[]]>([
    ['Tháng 8/2024', [both(month('2024-08'))]],
    ['Tháng 12 năm 2024', [both(month('2024-12'))]],
    ['T5/2025', [both(month('2025-05'))]],
    ['T.5/2025', [both(month('2025-05'))]],
    ['8/2024', [both(month('2024-08'))]],
    ['08-2024', [both(month('2024-08'))]],
    ['Cuối tháng 5/2025', [both(month('2025-05'))]],
    ['Trong tháng 9/2024.', [both(month('2024-09'))]],
    ['Tháng 12/2024; T5/2025', [both(month('2024-12')), both(month('2025-05'))]],
    ['Tháng 12/2024 và tháng 5/2025', [both(month('2024-12')), both(month('2025-05'))]],
    ['Tháng 9, 12/2024', [both(month('2024-09')), both(month('2024-12'))]],
    ['Tháng 9, tháng 12/2024', [both(month('2024-09')), both(month('2024-12'))]],
    ['Tháng 9, 10, 11/2024', [{ start: month('2024-09'), finish: month('2024-11') }]],
    ['Tháng 7-8/2024', [{ start: month('2024-07'), finish: month('2024-08') }]],
    ['Tháng 11 - 2/2025', [{ start: month('2024-11'), finish: month('2025-02') }]],
    ['Từ tháng 9/2024 đến tháng 5/2025', [{ start: month('2024-09'), finish: month('2025-05') }]],
    ['Từ tháng 9 đến hết tháng 12/2024', [{ start: month('2024-09'), finish: month('2024-12') }]],
    ['Tháng 9/2024 - tháng 5/2025', [{ start: month('2024-09'), finish: month('2025-05') }]],
    ['Tháng 9/2024 – 5/2025', [{ start: month('2024-09'), finish: month('2025-05') }]],
    ['Ngày 05/9/2024', [both(date('2024-09-05'))]],
    ['05.09.2024', [both(date('2024-09-05'))]],
    ['ngày 5 tháng 9 năm 2024', [both(date('2024-09-05'))]],
    ['Ngày 14-16/11/2024', [{ start: date('2024-11-14'), finish: date('2024-11-16') }]],
    ['Từ ngày 01/9 đến 15/10/2024', [{ start: date('2024-09-01'), finish: date('2024-10-15') }]],
    ['Từ 15/12 đến 15/01/2025', [{ start: date('2024-12-15'), finish: date('2025-01-15') }]],
    ['Trước ngày 15/11/2025', [{ start: null, finish: { date: '2025-11-14', before: true } }]],
    ['Hoàn thành trước 01/3/2025', [{ start: null, finish: { date: '2025-02-28', before: true } }]],
    ['Xong trước tháng 12/2024', [{ start: null, finish: { date: '2024-11-30', before: true } }]],
    ['Chậm nhất ngày 30/6/2025', [{ start: null, finish: date('2025-06-30') }]],
    ['Đến hết tháng 5/2025', [{ start: null, finish: month('2025-05') }]],
    ['Từ tháng 9/2024', [{ start: month('2024-09'), finish: null }]],
    ['Quý II/2025', [both({ quarter: '2025-Q2' })]],
    ['Quý 4 năm 2024', [both({ quarter: '2024-Q4' })]],
    ['Quý I-II/2025', [{ start: { quarter: '2025-Q1' }, finish: { quarter: '2025-Q2' } }]],
    ['Quý IV/2024 và Quý II/2025', [both({ quarter: '2024-Q4' }), both({ quarter: '2025-Q2' })]],
    ['Năm 2027', [both({ year: '2027' })]],
    ['2027', [both({ year: '2027' })]],
    ['Năm học 2024-2025', [{ start: { year: '2024' }, finish: { year: '2025' } }]],
    ['Thường xuyên', [{ start: null, finish: { recurring: 'regularly' } }]],
    ['Trong năm học', [{ start: null, finish: { recurring: 'regularly' } }]],
    ['Hằng năm', [{ start: null, finish: { recurring: 'yearly' } }]],
    ['hàng tháng', [{ start: null, finish: { recurring: 'monthly' } }]],
    ['Định kỳ hằng quý', [{ start: null, finish: { recurring: 'quarterly' } }]],
    ['Mỗi học kỳ', [{ start: null, finish: { recurring: 'term' } }]],
    ['Hằng tuần', [{ start: null, finish: { recurring: 'weekly' } }]],
    ['Ngày 14/11 hằng năm', [{ start: null, finish: { recurring: 'yearly', on: '--11-14' } }]],
    ['Ngày 20 hằng tháng', [{ start: null, finish: { recurring: 'monthly' } }]],
  ])('%s', (text, windows) => {
    const reading = readTimes(text, year)
    expect(reading).toMatchObject({ complete: true, yearTaken: false, undated: false })
    expect(reading.windows).toEqual(windows)
  })

  test.each<[string, unknown[]]>([
    ['Tháng 9', [both(month('2024-09'))]],
    ['Tháng 5', [both(month('2025-05'))]],
    ['Tháng 7', [both(month('2024-07'))]],
    ['Từ tháng 9 đến tháng 5', [{ start: month('2024-09'), finish: month('2025-05') }]],
    ['05/9', [both(date('2024-09-05'))]],
    ['Trước 30/6', [{ start: null, finish: { date: '2025-06-29', before: true } }]],
    ['Quý I', [both({ quarter: '2025-Q1' })]],
  ])('%s takes its year from the school year and says so', (text, windows) => {
    const reading = readTimes(text, year)
    expect(reading).toMatchObject({ complete: true, yearTaken: true })
    expect(reading.windows).toEqual(windows)
  })

  test('without a school year a month without its year stays unread', () => {
    expect(readTimes('Tháng 9', null)).toEqual({
      complete: true,
      yearTaken: false,
      undated: true,
      windows: [both(null)],
    })
  })

  test('a term is understood and has no date', () => {
    expect(readTimes('Cuối học kỳ I', year)).toEqual({
      complete: true,
      yearTaken: false,
      undated: true,
      windows: [both(null)],
    })
  })

  test('a day that does not exist is not read', () => {
    expect(readTimes('Ngày 31/2/2025', year)).toMatchObject({
      complete: true,
      undated: true,
      windows: [both(null)],
    })
  })

  test.each([
    '',
    '13',
    'Tháng',
    'Phòng Nội vụ',
    'Tháng 13/2024',
    'Tháng 12/2024;',
    'Tháng 8/2024 Tháng 9/2024',
    'năm học',
    '100%',
    'Báo cáo tháng 5/2025',
    'Tháng 9/2024 tại trường',
  ])('%j is not wholly a time', (text) => {
    expect(readTimes(text, year).complete).toBe(false)
  })
})

describe('a column of starts and one of finishes', () => {
  test('takes the edge that is meant', () => {
    expect(readEdges('Tháng 12/2024; T5/2025', 'start', year).edges).toEqual([
      month('2024-12'),
      month('2025-05'),
    ])
    expect(readEdges('Trước 30/6/2025', 'finish', year).edges).toEqual([{ date: '2025-06-29', before: true }])
    expect(readEdges('Từ tháng 9/2024', 'start', year).edges).toEqual([month('2024-09')])
  })

  test('what recurs is a finish and no start', () => {
    expect(readEdges('Thường xuyên', 'start', year).edges).toEqual([])
    expect(readEdges('Thường xuyên', 'finish', year).edges).toEqual([{ recurring: 'regularly' }])
  })
})
