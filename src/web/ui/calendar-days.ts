import { addDays, type LocalDate, localDate, partsOf, weekday } from '#domain/basics/dates.ts'

/** The six weeks, Monday first, in which a month lies; always six, so that the calendar keeps its height. */
export function weeksAround(date: LocalDate): LocalDate[][] {
  const first = firstOfMonth(date)
  const monday = addDays(first, 1 - weekday(first))
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)),
  )
}

export function firstOfMonth(date: LocalDate): LocalDate {
  return localDate(`${date.slice(0, 7)}-01`)
}

export function isSameMonth(a: LocalDate, b: LocalDate): boolean {
  return a.slice(0, 7) === b.slice(0, 7)
}

/** The day that a key leads to (WAI-ARIA date grid); null for other keys. */
export function dayForKey(
  date: LocalDate,
  key: string,
  addMonths: (date: LocalDate, months: number) => LocalDate,
): LocalDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1)
    case 'ArrowRight':
      return addDays(date, 1)
    case 'ArrowUp':
      return addDays(date, -7)
    case 'ArrowDown':
      return addDays(date, 7)
    case 'Home':
      return addDays(date, 1 - weekday(date))
    case 'End':
      return addDays(date, 7 - weekday(date))
    case 'PageUp':
      return addMonths(date, -1)
    case 'PageDown':
      return addMonths(date, 1)
    default:
      return null
  }
}

export function dayNumber(date: LocalDate): number {
  return partsOf(date).day
}
