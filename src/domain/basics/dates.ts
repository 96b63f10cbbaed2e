/** A day of the calendar as 'YYYY-MM-DD'; days compare by plain `<`. */
export type LocalDate = string & { readonly __kind: 'date' }

const dayMs = 86_400_000

function make(year: number, month: number, day: number): LocalDate | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month))
    return null
  // The only place where the brand is given: the parts were checked above.
  return `${year}-${pad(month)}-${pad(day)}` as LocalDate
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

export function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Reads 'YYYY-MM-DD', 'd/m/yyyy', 'd-m-yyyy' and 'd.m.yyyy'; null where it is no day of the calendar. */
export function parseLocalDate(text: string): LocalDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim())
  if (iso !== null) return make(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const vietnamese = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})$/.exec(text.trim())
  return vietnamese === null
    ? null
    : make(Number(vietnamese[4]), Number(vietnamese[3]), Number(vietnamese[1]))
}

/** For constants and tests. Throws RangeError on what is no day. */
export function localDate(iso: string): LocalDate {
  const date = parseLocalDate(iso)
  if (date === null) throw new RangeError(`not a day: ${iso}`)
  return date
}

export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function toDays(date: LocalDate): number {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / dayMs
}

function fromDays(days: number): LocalDate {
  return localDate(new Date(days * dayMs).toISOString().slice(0, 10))
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDays(toDays(date) + days)
}

/** The same day of another month, or its last day where that month is shorter. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date)
  const count = year * 12 + (month - 1) + months
  const targetYear = Math.floor(count / 12)
  const targetMonth = (count % 12) + 1
  return localDate(
    `${targetYear}-${pad(targetMonth)}-${pad(Math.min(day, lengthOfMonth(targetYear, targetMonth)))}`,
  )
}

/** Days from `a` to `b`; negative when b is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return toDays(b) - toDays(a)
}

export function isBefore(a: LocalDate, b: LocalDate): boolean {
  return a < b
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  return ((((toDays(date) + 3) % 7) + 7) % 7) + 1
}

/** '05/09/2024'. */
export function formatDate(date: LocalDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/**
 * 'ngày 05 tháng 9 năm 2024': a zero before days under 10 and before months 1 and 2 only.
 * Decree 30/2020/NĐ-CP, Phụ lục I, II.4.
 */
export function formatOfficialDate(date: LocalDate): string {
  const { year, month, day } = partsOf(date)
  return `ngày ${pad(day)} tháng ${month <= 2 ? pad(month) : String(month)} năm ${year}`
}

// Việt Nam has kept UTC+7 without summer time since 13/06/1975.
const offsets = { 'Asia/Ho_Chi_Minh': 7 * 3_600_000 } as const

/** The day on the wall calendar at an instant (milliseconds since 1970 UTC). */
export function businessDate(instantMs: number, timeZone: keyof typeof offsets): LocalDate {
  return fromDays(Math.floor((instantMs + offsets[timeZone]) / dayMs))
}
