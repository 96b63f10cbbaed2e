// A table whose cells were written out one after the other: where it begins, which columns it has, where its rows part.
import { isTimeRole, isUnitsRole } from './annex.ts'
import { mayBeginHead, readColumnHeads } from './column-heads.ts'
import type { ColumnRole } from './column-lexicon.ts'
import { problem } from './problems.ts'
import type { ReadProblem } from './reading.ts'
import { endsWithTime, followUp, leavesNumberOpen, numberAtStart, type PrintedNumber } from './row-numbers.ts'
import type { At } from './source.ts'
import { isTimeLike, readTimes } from './time-text.ts'
import type { TextLine } from './text-lines.ts'
import { headAt } from './unit-heads.ts'
import { keysOf, startsInLowerCase, startsWithCapital, type Word, wordsOf } from './words.ts'

export type FlatRow = { no: string | null; at: At; lines: RowLine[] }
/** `index` counts the lines of the source. */
type RowLine = { text: string; at: At; index: number }
export type FlatTable = {
  at: At
  columns: readonly ColumnRole[]
  rows: FlatRow[]
  problems: ReadProblem[]
  /** Index of the first line behind it. */
  end: number
}

// A head cell stands on few lines; longer ones are no head.
const longestHead = 60

/** The lines of a document with their words, which are asked for again and again. */
export type FlatSource = { lines: readonly TextLine[]; words: readonly (readonly Word[])[] }

export function flatSource(lines: readonly TextLine[]): FlatSource {
  return { lines, words: lines.map((line) => wordsOf(line.text)) }
}

/** The heads of columns that begin with the line at `start`, and the line behind them. */
function headLinesAt({ words }: FlatSource, start: number): { columns: ColumnRole[]; next: number } | null {
  if (!mayBeginHead(words[start]?.[0]?.key)) return null
  const run: Word[] = []
  const ends: number[] = []
  for (let index = start; index < words.length && run.length < longestHead; index += 1) {
    run.push(...(words[index] ?? []).slice(0, longestHead))
    ends.push(run.length)
  }
  const heads = readColumnHeads(run, 0)
  if (heads === null) return null
  // Heads and the first row on one line are no table of one cell a line.
  const whole = ends.indexOf(heads.length)
  return whole < 0 ? null : { columns: heads.columns, next: start + whole + 1 }
}

/** A table whose head begins with the line at `start`; without rows it is none, but its lines need not be tried again. */
export function flatTableAt(source: FlatSource, start: number): FlatTable | null {
  const head = headLinesAt(source, start)
  const first = source.lines[start]
  if (head === null || first === undefined) return null
  const walk: Walk = {
    source,
    lines: source.lines,
    columns: head.columns,
    numbered: head.columns.includes('no'),
    timeLast: isTimeRole(head.columns.at(-1)),
    withUnits: head.columns.some(isUnitsRole),
    rows: [],
    problems: [],
    before: null,
    inGroup: false,
    skipped: 0,
  }
  const end = withoutTail(walk, walkRows(walk, head.next))
  return { at: first.at, columns: head.columns, rows: walk.rows, problems: walk.problems, end }
}

/** What stands behind the table was taken for part of its last row where that row ended in no time. */
function withoutTail(walk: Walk, end: number): number {
  const last = walk.rows.at(-1)
  if (!walk.timeLast || last === undefined || endsWithTime(textsOf(last, last.lines.length))) return end
  let kept = last.lines.length - 1
  // Not further back than a row is long.
  while (kept > 0 && kept > last.lines.length - longestTail && !endsWithTime(textsOf(last, kept))) kept -= 1
  if (kept > 0 && endsWithTime(textsOf(last, kept))) {
    const tail = last.lines.splice(kept)
    return tail[0]?.index ?? end
  }
  // Without numbers only its time tells a row from what stands behind the table.
  if (!walk.numbered) walk.rows.pop()
  return walk.numbered ? end : (last.lines[0]?.index ?? end)
}

function textsOf(row: FlatRow, count: number): string[] {
  return row.lines.slice(Math.max(0, count - 6), count).map((line) => line.text)
}

type Walk = {
  source: FlatSource
  lines: readonly TextLine[]
  columns: readonly ColumnRole[]
  /** There is a column of row numbers. */
  numbered: boolean
  /** The last column holds a time: a row ends with it. */
  timeLast: boolean
  withUnits: boolean
  rows: FlatRow[]
  problems: ReadProblem[]
  before: string | null
  /** Between a heading inside the table and the next row. */
  inGroup: boolean
  /** Lines before the first row. */
  skipped: number
}

const endMarker =
  /^(?:ghi chú\s?[:.]|nơi nhận\s?:|tm\.|kt\.|tl\.|tuq\.|phụ lục\s[ivx\d]|người lập biểu|\(kèm theo)/iu
// A heading inside the table is at most so many lines long; further away no row belongs to it.
const longestGroup = 8
// The next row's number stands within so many lines; a cell of more lines was not seen.
const longestWay = 60
const longestTail = 400

function walkRows(walk: Walk, from: number): number {
  let index = from
  for (;;) {
    const line = walk.lines[index]
    if (line === undefined || endMarker.test(line.text)) return index
    const behindHead = repeatedHeadAt(walk, index)
    if (behindHead !== null) {
      index = behindHead
      continue
    }
    if (!takeLine(walk, line, index)) return index
    index += 1
  }
}

/** The head printed again on a new page, with the page's number before it where one stands there. */
function repeatedHeadAt(walk: Walk, index: number): number | null {
  const isNumber = /^\d{1,3}$/.test(walk.lines[index]?.text ?? '')
  const head = headLinesAt(walk.source, index) ?? (isNumber ? headLinesAt(walk.source, index + 1) : null)
  return head !== null && head.columns.join() === walk.columns.join() ? head.next : null
}

/** false where the table ends before this line. */
function takeLine(walk: Walk, line: TextLine, index: number): boolean {
  if (!walk.numbered) return takeUnnumbered(walk, line, index)
  const number = numberAtStart(line.text)
  if (number !== null && !number.roman && beginsRow(walk, number, index)) {
    walk.rows.push({
      no: number.no,
      at: line.at,
      lines: number.rest === '' ? [] : [{ text: number.rest, at: line.at, index }],
    })
    walk.before = number.no
    walk.inGroup = false
    return true
  }
  const current = walk.rows.at(-1)
  if (current === undefined || walk.inGroup) {
    walk.skipped += 1
    return walk.skipped <= longestGroup
  }
  if (!isComplete(walk) || continuesTime(walk, index)) {
    current.lines.push({ text: line.text, at: line.at, index })
    return true
  }
  const way = wayToNextRow(walk, index)
  if (way === null) return false
  if (way > longestGroup) {
    // The row only seemed complete: its title broke before words that are a time by themselves.
    current.lines.push({ text: line.text, at: line.at, index })
    return true
  }
  walk.inGroup = true
  walk.skipped = 1
  // A numbered heading ("II. …") is part of the table's form; anything else is said.
  if (number === null) walk.problems.push(problem('text_left_over', line.at, line.text.slice(0, 80)))
  return true
}

function beginsRow(walk: Walk, number: PrintedNumber, index: number): boolean {
  const line = walk.lines[index]
  const previous = walk.lines[index - 1]
  const restarts = walk.inGroup && /^1(?:\.1)*$/.test(number.no)
  const follows = restarts ? 'next' : followUp(number.no, walk.before)
  if (follows === null || line === undefined) return false
  const beginning = number.rest === '' ? (walk.lines[index + 1]?.text ?? '') : number.rest
  if (startsInLowerCase(beginning)) return false
  if (walk.rows.length === 0 || walk.inGroup) return follows === 'next'
  if (previous !== undefined && leavesNumberOpen(previous.text)) return false
  const complete = walk.timeLast ? isComplete(walk) : (walk.rows.at(-1)?.lines.length ?? 0) >= 2
  if (follows === 'next') return complete || (walk.rows.at(-1)?.lines.length ?? 0) >= 1
  if (!complete || !walk.timeLast || !startsWithCapital(beginning)) return false
  walk.problems.push(
    follows === 'gap'
      ? problem('row_number_gap', line.at, `${walk.before ?? ''} → ${number.no}`)
      : problem('row_number_repeated', line.at, number.no),
  )
  return true
}

function takeUnnumbered(walk: Walk, line: TextLine, index: number): boolean {
  const current = walk.rows.at(-1)
  const isNew = current === undefined || (isComplete(walk) && !continuesTime(walk, index))
  if (!isNew) {
    current.lines.push({ text: line.text, at: line.at, index })
    return true
  }
  if (!walk.timeLast || !startsWithCapital(line.text)) return current === undefined && walk.timeLast
  walk.rows.push({ no: null, at: line.at, lines: [{ text: line.text, at: line.at, index }] })
  return true
}

/** The row ends with a time, and a line in it begins with a unit: titles break before "mỗi học kỳ" and "tháng 9" too. */
function isComplete(walk: Walk): boolean {
  const current = walk.rows.at(-1)
  if (!walk.timeLast || current === undefined || !endsWithTime(textsOf(current, current.lines.length)))
    return false
  return !walk.withUnits || current.lines.slice(1, 80).some((line) => beginsUnit(line.text))
}

function beginsUnit(text: string): boolean {
  const head = startsWithCapital(text) ? headAt(keysOf(text.slice(0, 40)), 0) : null
  return head !== null && head.kind !== 'level'
}

/** Whether a time begins at the line: the second of two time columns. */
function continuesTime(walk: Walk, index: number): boolean {
  let text = ''
  for (const line of walk.lines.slice(index, index + 4)) {
    if (!isTimeLike(line.text)) return false
    text = `${text} ${line.text}`
    if (readTimes(text, null).complete) return true
  }
  return false
}

/** How many lines from here the next row begins; null where none does. */
function wayToNextRow(walk: Walk, index: number): number | null {
  const isGroup = numberAtStart(walk.lines[index]?.text ?? '')?.roman === true
  for (let ahead = 0; ahead < longestWay; ahead += 1) {
    const line = walk.lines[index + ahead]
    if (line === undefined || endMarker.test(line.text)) return null
    const number = numberAtStart(line.text)
    if (number === null || number.roman) continue
    const beginning = number.rest === '' ? (walk.lines[index + ahead + 1]?.text ?? '') : number.rest
    const isNext = followUp(number.no, walk.before) === 'next' || (isGroup && number.no === '1')
    if (isNext && startsWithCapital(beginning)) return ahead
  }
  return null
}
