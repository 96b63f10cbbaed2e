import { addDays, formatDate, lengthOfMonth, type LocalDate, localDate } from './dates.ts'

/** Something that happens again and again; it is asked about each period and is never overdue. */
export type Recurrence = 'weekly' | 'monthly' | 'quarterly' | 'term' | 'yearly' | 'regularly'

/**
 * A point of time at the precision it was printed with (the shape of the command line's output). `before` marks
 * "trước ngày …": the date is then the day before the printed one.
 */
export type When =
  | { date: LocalDate; before?: true }
  | { month: string }
  | { quarter: string }
  | { year: string }
  | { recurring: Recurrence; on?: string }

/** The first day that it can mean; null for what recurs. */
export function firstDay(when: When): LocalDate | null {
  if ('date' in when) return when.date
  if ('month' in when) return localDate(`${when.month}-01`)
  if ('quarter' in when)
    return localDate(`${when.quarter.slice(0, 4)}-${pad((quarterOf(when.quarter) - 1) * 3 + 1)}-01`)
  if ('year' in when) return localDate(`${when.year}-01-01`)
  return null
}

/** The last day that it can mean, on which something "in" it is due; null for what recurs. */
export function lastDay(when: When): LocalDate | null {
  if ('date' in when) return when.date
  if ('month' in when) return lastOfMonth(when.month)
  if ('quarter' in when) return lastOfMonth(`${when.quarter.slice(0, 4)}-${pad(quarterOf(when.quarter) * 3)}`)
  if ('year' in when) return localDate(`${when.year}-12-31`)
  return null
}

function quarterOf(quarter: string): number {
  return Number(quarter.at(-1))
}

function lastOfMonth(month: string): LocalDate {
  return localDate(`${month}-${pad(lengthOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7))))}`)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

const recurrences: Record<'vi' | 'en', Record<Recurrence, string>> = {
  vi: {
    weekly: 'hằng tuần',
    monthly: 'hằng tháng',
    quarterly: 'hằng quý',
    term: 'mỗi học kỳ',
    yearly: 'hằng năm',
    regularly: 'thường xuyên',
  },
  en: {
    weekly: 'weekly',
    monthly: 'monthly',
    quarterly: 'quarterly',
    term: 'each term',
    yearly: 'yearly',
    regularly: 'regularly',
  },
}
const romans = ['I', 'II', 'III', 'IV']

/** 'Tháng 7/2024', '05/09/2024', 'Quý II/2025', 'Năm 2027', 'thường xuyên', 'hằng năm (14/11)'; 'trước 15/11/2025' for a `before`. */
export function formatWhen(when: When, language: 'vi' | 'en'): string {
  if ('date' in when) {
    if (when.before !== true) return formatDate(when.date)
    return `${language === 'vi' ? 'trước' : 'before'} ${formatDate(addDays(when.date, 1))}`
  }
  if ('month' in when) {
    const printed = `${Number(when.month.slice(5, 7))}/${when.month.slice(0, 4)}`
    return language === 'vi' ? `Tháng ${printed}` : printed
  }
  if ('quarter' in when) {
    const roman = romans[quarterOf(when.quarter) - 1] ?? ''
    return language === 'vi'
      ? `Quý ${roman}/${when.quarter.slice(0, 4)}`
      : `Q${quarterOf(when.quarter)} ${when.quarter.slice(0, 4)}`
  }
  if ('year' in when) return language === 'vi' ? `Năm ${when.year}` : when.year
  const on = when.on === undefined ? null : /^--(\d{2})-(\d{2})$/.exec(when.on)
  return `${recurrences[language][when.recurring]}${on === null ? '' : ` (${on[2]}/${on[1]})`}`
}
