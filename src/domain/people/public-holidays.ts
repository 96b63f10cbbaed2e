import { addDays, type LocalDate, localDate, weekday } from '#domain/basics/dates.ts'
import type { DayKind } from '#domain/basics/working-days.ts'

/** `toCheck`: decided year by year, and not yet compared here with the notice that decided it. */
export type Holiday = { day: LocalDate; kind: DayKind; name: string; toCheck: boolean }

type Span = readonly [first: string, last: string, name: string, kind?: DayKind, toCheck?: 'to_check']

const newYear = 'Tết Dương lịch'
const tet = 'Tết Nguyên đán'
const kings = 'Giỗ Tổ Hùng Vương'
const victory = 'Ngày Chiến thắng 30/4'
const labour = 'Ngày Quốc tế lao động 1/5'
const national = 'Quốc khánh'
const moved = 'Nghỉ hoán đổi'
const instead = 'Làm bù ngày nghỉ hoán đổi'

/**
 * Labour Code 2019 (45/2019/QH14), art. 112: 1/1; Tết, five days; 30/4; 1/5; Quốc khánh, 2/9 and one day beside it; 10/3
 * of the lunar calendar; art. 111(3): what falls on a weekly day off is made up on the next working day. Tết and the day
 * beside 2/9 are set each year for those who work for the state; working days exchanged for others are decided apart.
 * The lunar days: Tết 10/02/2024, 29/01/2025, 17/02/2026; Giỗ Tổ 18/04/2024, 07/04/2025, 26/04/2026 (a Sunday).
 */
const spans: Readonly<Record<string, readonly Span[]>> = {
  '2024': [
    ['2024-01-01', '2024-01-01', newYear],
    ['2024-02-08', '2024-02-14', tet],
    ['2024-04-18', '2024-04-18', kings],
    ['2024-04-29', '2024-04-29', moved],
    ['2024-04-30', '2024-04-30', victory],
    ['2024-05-01', '2024-05-01', labour],
    ['2024-05-04', '2024-05-04', instead, 'worked'],
    ['2024-09-02', '2024-09-03', national],
  ],
  '2025': [
    ['2025-01-01', '2025-01-01', newYear],
    ['2025-01-27', '2025-01-31', tet],
    ['2025-04-07', '2025-04-07', kings],
    ['2025-04-26', '2025-04-26', instead, 'worked'],
    ['2025-04-30', '2025-04-30', victory],
    ['2025-05-01', '2025-05-01', labour],
    ['2025-05-02', '2025-05-02', moved],
    ['2025-09-01', '2025-09-02', national],
  ],
  '2026': [
    ['2026-01-01', '2026-01-01', newYear],
    ['2026-01-02', '2026-01-02', moved, 'off', 'to_check'],
    ['2026-01-10', '2026-01-10', instead, 'worked', 'to_check'],
    ['2026-02-16', '2026-02-20', tet, 'off', 'to_check'],
    ['2026-04-27', '2026-04-27', `${kings} (nghỉ bù)`],
    ['2026-04-30', '2026-04-30', victory],
    ['2026-05-01', '2026-05-01', labour],
    ['2026-08-22', '2026-08-22', instead, 'worked', 'to_check'],
    ['2026-08-31', '2026-08-31', moved, 'off', 'to_check'],
    ['2026-09-01', '2026-09-02', national, 'off', 'to_check'],
  ],
}

export const knownHolidayYears: readonly number[] = Object.keys(spans).map(Number)

/** Weekend days within a holiday are left out: they are no working days anyway. Nothing is known of other years. */
export function publicHolidays(year: number): Holiday[] {
  return (spans[String(year)] ?? []).flatMap(([first, last, name, kind = 'off', check]) => {
    const found: Holiday[] = []
    for (let day = localDate(first); day <= localDate(last); day = addDays(day, 1))
      found.push({ day, kind, name, toCheck: check !== undefined })
    return kind === 'worked' ? found : found.filter((one) => weekday(one.day) <= 5)
  })
}
