import { parseLocalDate } from '#domain/basics/dates.ts'
import type { Recurrence, When } from '#domain/basics/when.ts'
import { type Cursor, peek, take } from './time-cursor.ts'
import {
  dayWords,
  eachWords,
  inSchoolYearWords,
  inYearWords,
  monthWords,
  periodWords,
  periodicWords,
  periods,
  quarterWords,
  regularWords,
  schoolYearWords,
  termNumbers,
  termWords,
  yearlyWords,
} from './time-lexicon.ts'

/** A point of time as printed; `year` null where none stands with it. */
export type TimePoint =
  | { kind: 'day'; day: number; month: number; year: number | null }
  | { kind: 'month'; month: number; year: number | null }
  | { kind: 'quarter'; quarter: number; year: number | null }
  | { kind: 'year'; year: number }
  | { kind: 'recurring'; every: Recurrence; on: string | null }
  /** Printed, but no day, month, quarter or year: "Học kỳ I". */
  | { kind: 'term' }

/** What was read at one place: a point, or several printed under one word ("tháng 9, 10/2024", "quý I-II"). */
export type PointRun = { points: TimePoint[]; through: boolean }

function numberAt(cursor: Cursor, ahead: number, least: number, most: number): number | null {
  const atom = peek(cursor, ahead)
  if (!/^\d{1,4}$/.test(atom)) return null
  const value = Number(atom)
  return value >= least && value <= most ? value : null
}

function isYear(cursor: Cursor, ahead: number): boolean {
  return peek(cursor, ahead).length === 4 && numberAt(cursor, ahead, 1900, 2200) !== null
}

const parting = ['/', '-', '.']

/** "/2024", "-2024", "năm 2024" at the cursor. */
function takeYear(cursor: Cursor): number | null {
  const first = peek(cursor)
  if (!(parting.includes(first) || first === 'nam') || !isYear(cursor, 1)) return null
  const year = Number(peek(cursor, 1))
  cursor.at += 2
  return year
}

/** Reads what stands at the cursor, or answers null and leaves it where it is. */
export function readPoint(cursor: Cursor): PointRun | null {
  const start = cursor.at
  const run =
    readRecurring(cursor) ??
    readTerm(cursor) ??
    readQuarters(cursor) ??
    readMonths(cursor) ??
    readDays(cursor) ??
    readYears(cursor)
  if (run === null) {
    cursor.at = start
    return null
  }
  const only = run.points.length === 1 ? run.points[0] : undefined
  return only === undefined ? run : { points: [repeated(cursor, only)], through: false }
}

// "ngày 14/11 hằng năm", "tháng 11 hằng năm", "ngày 20 hằng tháng"
function repeated(cursor: Cursor, point: TimePoint): TimePoint {
  const isPlain = (point.kind === 'day' || point.kind === 'month') && point.year === null
  if (!isPlain || take(cursor, yearlyWords) === null) return point
  const month = String(point.month).padStart(2, '0')
  // The notation of a day without its year in XML Schema and vCard.
  return {
    kind: 'recurring',
    every: 'yearly',
    on: point.kind === 'day' ? `--${month}-${String(point.day).padStart(2, '0')}` : `--${month}`,
  }
}

function readRecurring(cursor: Cursor): PointRun | null {
  const start = cursor.at
  const isPeriodic = take(cursor, periodicWords) !== null
  if (take(cursor, regularWords) !== null) return one({ kind: 'recurring', every: 'regularly', on: null })
  // "Trong năm học", but not "Trong năm học 2024-2025", which has a beginning and an end.
  if (
    peek(cursor) === 'trong' &&
    peek(cursor, 1) === 'nam' &&
    peek(cursor, 2) === 'hoc' &&
    !isYear(cursor, 3)
  ) {
    cursor.at += 3
    return one({ kind: 'recurring', every: 'regularly', on: null })
  }
  if (take(cursor, eachWords) !== null) {
    const period = take(cursor, periodWords)
    const every = period === null ? undefined : periods[period]
    if (every !== undefined) return one({ kind: 'recurring', every, on: null })
  } else if (isPeriodic) {
    return one({ kind: 'recurring', every: 'regularly', on: null })
  }
  cursor.at = start
  return null
}

function readTerm(cursor: Cursor): PointRun | null {
  if (take(cursor, termWords) === null) return null
  take(cursor, termNumbers)
  const inYear = cursor.at
  if (take(cursor, schoolYearWords) !== null && readYearPair(cursor) === null) cursor.at = inYear
  return one({ kind: 'term' })
}

const romans: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

function readQuarters(cursor: Cursor): PointRun | null {
  if (take(cursor, quarterWords) === null) return null
  const list = readList(
    cursor,
    ['quy'],
    (ahead) => romans[peek(cursor, ahead)] ?? numberAt(cursor, ahead, 1, 4),
  )
  if (list === null) return null
  const year = takeYear(cursor)
  return {
    points: withYears(list.values, year, list.through).map(([quarter, itsYear]) => ({
      kind: 'quarter',
      quarter,
      year: itsYear,
    })),
    through: list.through,
  }
}

function readMonths(cursor: Cursor): PointRun | null {
  const named = take(cursor, monthWords) !== null
  if (!named) {
    // "8/2024" by itself.
    if (numberAt(cursor, 0, 1, 12) === null || !parting.includes(peek(cursor, 1)) || !isYear(cursor, 2))
      return null
  }
  const list = readList(cursor, ['thang', 't'], (ahead) => numberAt(cursor, ahead, 1, 12))
  if (list === null) return null
  const year = takeYear(cursor)
  return {
    points: withYears(list.values, year, list.through).map(([month, itsYear]) => ({
      kind: 'month',
      month,
      year: itsYear,
    })),
    through: list.through,
  }
}

type NumberList = { values: number[]; through: boolean }

/** "9", "9, 10", "9 và 10", "7-8", "9 đến 12": numbers under one word, before the year. */
function readList(
  cursor: Cursor,
  heads: readonly string[],
  valueAt: (ahead: number) => number | null,
): NumberList | null {
  const first = valueAt(0)
  if (first === null) return null
  cursor.at += 1
  const values = [first]
  let through = false
  while (values.length < 12) {
    const sign = peek(cursor)
    if (![',', '-', '+', '&', 'va', 'den', 'toi'].includes(sign)) break
    const isRange = sign === '-' || sign === 'den' || sign === 'toi'
    const skipped = heads.includes(peek(cursor, 1)) && !isRange ? 1 : 0
    const value = valueAt(1 + skipped)
    // "tháng 9, 12/10/2024": what follows is a day, no second month.
    if (
      value === null ||
      (parting.includes(peek(cursor, 2 + skipped)) &&
        !isYear(cursor, 3 + skipped) &&
        peek(cursor, 2 + skipped) !== '-')
    )
      break
    // Several named with their own word and year are windows of their own.
    if (skipped === 1) break
    if (isRange && (through || values.length > 1)) break
    through = isRange
    values.push(value)
    cursor.at += 2
    if (through) break
  }
  const isRun =
    !through &&
    values.length > 1 &&
    values.every((value, index) => index === 0 || value === ((values[index - 1] ?? 0) % 12) + 1)
  return through || isRun
    ? { values: [first, values.at(-1) ?? first], through: true }
    : { values, through: false }
}

/** The year is printed after the last; one that is greater than its follower belongs to the year before. */
function withYears(
  values: readonly number[],
  year: number | null,
  through: boolean,
): [number, number | null][] {
  const last = values.at(-1) ?? 0
  return values.map((value) => [value, year !== null && through && value > last ? year - 1 : year])
}

function readDays(cursor: Cursor): PointRun | null {
  const named = take(cursor, dayWords) !== null
  const day = numberAt(cursor, 0, 1, 31)
  if (day === null) return null
  const until =
    peek(cursor, 1) === '-' && (named || peek(cursor, 3) === '/') ? numberAt(cursor, 2, 1, 31) : null
  const back = cursor.at
  if (until !== null && until > day) {
    cursor.at += 2
    const last = readDay(cursor, named)
    if (last !== null) return { points: [{ ...last, day }, last], through: true }
    cursor.at = back
  }
  const only = readDay(cursor, named)
  if (only !== null) return one(only)
  if (named && ['hang thang', 'moi thang'].includes(`${peek(cursor, 1)} ${peek(cursor, 2)}`)) {
    cursor.at += 3
    return one({ kind: 'recurring', every: 'monthly', on: null })
  }
  return null
}

type Day = Extract<TimePoint, { kind: 'day' }>

function readDay(cursor: Cursor, named: boolean): Day | null {
  const day = numberAt(cursor, 0, 1, 31)
  const sign = peek(cursor, 1)
  const month = numberAt(cursor, 2, 1, 12)
  if (day === null || month === null) return null
  const isNumeric = parting.includes(sign) && !isYear(cursor, 2)
  if (!isNumeric && !(sign === 'thang' && named)) return null
  // "5-9" alone may be anything; "5/9" and "ngày 5-9" are days.
  const hasYear = isNumeric ? peek(cursor, 3) === sign && isYear(cursor, 4) : false
  if (isNumeric && !hasYear && sign !== '/' && !named) return null
  cursor.at += 3
  return { kind: 'day', day, month, year: takeYear(cursor) }
}

function readYears(cursor: Cursor): PointRun | null {
  const isSchoolYear = take(cursor, inSchoolYearWords) !== null
  if (!isSchoolYear) take(cursor, inYearWords)
  const pair = readYearPair(cursor)
  if (pair !== null) return { points: pair, through: true }
  if (isSchoolYear || !isYear(cursor, 0)) return null
  const year = Number(peek(cursor))
  cursor.at += 1
  return one({ kind: 'year', year })
}

function readYearPair(cursor: Cursor): TimePoint[] | null {
  if (!isYear(cursor, 0) || !['-', '/'].includes(peek(cursor, 1)) || !isYear(cursor, 2)) return null
  const years = [Number(peek(cursor)), Number(peek(cursor, 2))]
  cursor.at += 3
  return years.map((year) => ({ kind: 'year', year }))
}

function one(point: TimePoint): PointRun {
  return { points: [point], through: false }
}

/** null where the year is missing or the day does not exist. */
export function whenOf(point: TimePoint): When | null {
  switch (point.kind) {
    case 'day': {
      const date = point.year === null ? null : parseLocalDate(`${point.day}/${point.month}/${point.year}`)
      return date === null ? null : { date }
    }
    case 'month':
      return point.year === null ? null : { month: `${point.year}-${String(point.month).padStart(2, '0')}` }
    case 'quarter':
      return point.year === null ? null : { quarter: `${point.year}-Q${point.quarter}` }
    case 'year':
      return { year: String(point.year) }
    case 'recurring':
      return point.on === null ? { recurring: point.every } : { recurring: point.every, on: point.on }
    case 'term':
      return null
  }
}
