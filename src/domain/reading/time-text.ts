import { addDays, localDate } from '#domain/basics/dates.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { firstDay, type When } from '#domain/basics/when.ts'
import { atomsOf, type Cursor, groupsOf, mayBeTime, peek, take } from './time-cursor.ts'
import { pointWords } from './time-lexicon.ts'
import { type PointRun, readPoint, type TimePoint, whenOf } from './time-points.ts'

export type TimeWindow = { start: When | null; finish: When | null }

/**
 * A time as printed, in the meaning of a single time column: a month, quarter, year or day is both start and finish,
 * "trước", "chậm nhất", "đến hết" give the finish alone, "từ" the start alone, what recurs is a finish.
 */
export type TimeReading = {
  windows: TimeWindow[]
  /** All of the text was understood as time. */
  complete: boolean
  /** A year was not printed and was taken from the school year. */
  yearTaken: boolean
  /** Understood, but it names no day, month, quarter or year ("Học kỳ I"), or a day that does not exist. */
  undated: boolean
}

type Edge = 'both' | 'start' | 'finish' | 'before'
type PointWindow = { start: TimePoint | null; finish: TimePoint | null; edge: Edge }

const beforeWords = groupsOf(['hoan thanh xong truoc', 'hoan thanh truoc', 'xong truoc', 'truoc'])
const onlyBefore = groupsOf(['truoc'])
const finishWords = groupsOf([
  'cham nhat la',
  'cham nhat den het',
  'cham nhat den',
  'cham nhat vao',
  'cham nhat trong',
  'cham nhat',
  'muon nhat',
  'khong qua',
  'den het',
  'den',
  'het',
  'han',
  'xong trong',
  'hoan thanh trong',
  'hoan thanh vao',
  'hoan thanh',
])
const startWords = groupsOf(['bat dau tu', 'bat dau vao', 'bat dau', 'ke tu', 'tu', 'sau'])
// They narrow a month without giving a day that could be written down: the month stays.
const softWords = groupsOf(['cuoi', 'dau', 'giua', 'khoang', 'trong', 'vao', 'tuan cuoi', 'tuan dau'])
const throughWords = groupsOf(['cho den het', 'cho den', 'den het', 'den cuoi', 'den', 'toi', 'het', '-'])
const separators = groupsOf([';', ',', 'va', '+', '&', '.'])

const vocabulary: ReadonlySet<string> = new Set([
  ...pointWords,
  ...[beforeWords, onlyBefore, finishWords, startWords, softWords, throughWords, separators].flatMap(
    (groups) => groups.flat(),
  ),
  'ii',
  'iii',
  'iv',
])

/** Whether a text has no word that a time never has. */
export function isTimeLike(text: string): boolean {
  return mayBeTime(text, vocabulary)
}

// What a time may begin with. Most texts that are asked about are none and are answered here.
const opening =
  /^[^\p{L}\d]*(?:\d|t\s?\.?\s?\d|tháng|từ|trước|trong|thường|tuần|theo|ngày|quý|quanh|năm|đến|đầu|định|hết|hạn|hoàn|hằng|hàng|học|hk|chậm|cho|muộn|không|khoảng|xong|bắt|kể|sau|suốt|cuối|cả|giữa|vào|mỗi|liên)/iu

export function readTimes(text: string, schoolYear: SchoolYear | null): TimeReading {
  const composed = text.normalize('NFC')
  if (!opening.test(composed)) return { windows: [], complete: false, yearTaken: false, undated: false }
  const cursor: Cursor = { atoms: atomsOf(composed), at: 0 }
  const found: PointWindow[] = []
  let isOpen = true
  while (cursor.at < cursor.atoms.length) {
    const windows: PointWindow[] | null = isOpen ? readWindow(cursor) : null
    if (windows === null) break
    found.push(...windows)
    isOpen = false
    while (take(cursor, separators) !== null) isOpen = true
  }
  const dangling = isOpen && peek(cursor, -1) !== '.'
  const complete = cursor.at === cursor.atoms.length && found.length > 0 && !dangling
  return { ...settle(found, schoolYear), complete }
}

function readWindow(cursor: Cursor): PointWindow[] | null {
  const start = cursor.at
  const edge = readEdge(cursor)
  const run = readPoint(cursor) ?? readSoftPoint(cursor)
  if (run === null) {
    cursor.at = start
    return null
  }
  if (run.points.length > 1 && !run.through) return run.points.map((point) => windowOf(point, point, edge))
  const first = run.points[0] ?? null
  const last = run.points.at(-1) ?? null
  if (run.through) return [windowOf(first, last, edge === 'start' ? 'both' : edge)]
  if (edge !== 'start' && edge !== 'both') return [windowOf(first, last, edge)]
  const until = readUntil(cursor)
  return [until === null ? windowOf(first, last, edge) : windowOf(first, until, 'both')]
}

function readSoftPoint(cursor: Cursor): PointRun | null {
  return take(cursor, softWords) === null ? null : readPoint(cursor)
}

function readEdge(cursor: Cursor): Edge {
  if (take(cursor, beforeWords) !== null) return 'before'
  // "đến" is no edge before "đến nay", but nothing is read after it then.
  if (take(cursor, finishWords) !== null) return take(cursor, onlyBefore) === null ? 'finish' : 'before'
  if (take(cursor, startWords) !== null) return 'start'
  return 'both'
}

function readUntil(cursor: Cursor): TimePoint | null {
  const start = cursor.at
  if (take(cursor, throughWords) !== null) {
    const run = readPoint(cursor) ?? readSoftPoint(cursor)
    const last = run?.points.at(-1)
    if (last !== undefined) return last
  }
  cursor.at = start
  return null
}

function windowOf(start: TimePoint | null, finish: TimePoint | null, edge: Edge): PointWindow {
  // What recurs has a finish (the end of each period) and no start.
  const hasStart = (edge === 'both' || edge === 'start') && start?.kind !== 'recurring'
  return { start: hasStart ? start : null, finish: edge === 'start' ? null : finish, edge }
}

function settle(found: readonly PointWindow[], schoolYear: SchoolYear | null): Omit<TimeReading, 'complete'> {
  let yearTaken = false
  let undated = false
  // From the last to the first: the year is printed after the last of a list.
  let yearAfter: TimePoint | null = null
  const windows: TimeWindow[] = []
  for (const window of found.toReversed()) {
    const finish = dated(window.finish, yearAfter)
    const start = dated(window.start, finish ?? yearAfter)
    yearAfter = start ?? finish
    windows.push({ start: whenAt(start, window), finish: whenAt(finish, window) })
  }
  return { windows: windows.toReversed(), yearTaken, undated }

  function dated(point: TimePoint | null, follower: TimePoint | null): TimePoint | null {
    if (point === null || !('year' in point) || point.year !== null) return point
    if (follower !== null && 'year' in follower && follower.year !== null) {
      return { ...point, year: orderOf(point) > orderOf(follower) ? follower.year - 1 : follower.year }
    }
    if (schoolYear === null) return point
    yearTaken = true
    // A school year's plan is made in July: a July without its year is the one before the year begins.
    return { ...point, year: Number(schoolYear.slice(0, 4)) + (monthOf(point) >= 7 ? 0 : 1) }
  }

  function whenAt(point: TimePoint | null, window: PointWindow): When | null {
    if (point === null) return null
    const when = whenOf(point)
    if (when === null) undated = true
    return when !== null && window.edge === 'before' ? dayBefore(when) : when
  }
}

function monthOf(point: TimePoint): number {
  if (point.kind === 'quarter') return point.quarter * 3
  return point.kind === 'day' || point.kind === 'month' ? point.month : 1
}

function orderOf(point: TimePoint): number {
  return monthOf(point) * 100 + (point.kind === 'day' ? point.day : 0)
}

function dayBefore(when: When): When {
  if ('recurring' in when) {
    if (when.on === undefined || when.on.length < 7) return when
    const eve = addDays(localDate(`2023-${when.on.slice(2) === '02-29' ? '03-01' : when.on.slice(2)}`), -1)
    return { recurring: when.recurring, on: `--${eve.slice(5)}` }
  }
  const day = firstDay(when)
  return day === null ? when : { date: addDays(day, -1), before: true }
}

/** What a column of starts or of finishes says; null entries are windows whose edge is not printed there. */
export function readEdges(
  text: string,
  side: 'start' | 'finish',
  schoolYear: SchoolYear | null,
): Omit<TimeReading, 'windows'> & { edges: When[] } {
  const { windows, ...rest } = readTimes(text, schoolYear)
  const edges = windows.map((window) =>
    side === 'start' ? (window.start ?? notRecurring(window.finish)) : (window.finish ?? window.start),
  )
  return { ...rest, edges: edges.filter((edge) => edge !== null) }
}

function notRecurring(when: When | null): When | null {
  return when === null || 'recurring' in when ? null : when
}
