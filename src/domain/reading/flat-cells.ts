// The lines of one row of a flattened table are dealt out to its columns: of all ways to cut them in order, the one
// that has least against it, judged by what each column may hold and, once known, by how wide the columns are printed.
import { squeeze } from '#domain/basics/text.ts'
import { isTimeRole } from './annex.ts'
import type { ColumnRole } from './column-lexicon.ts'
import type { FlatRow } from './flat-rows.ts'
import { cellFaults, emptyCost, headlessFaults } from './cell-faults.ts'
import { columnWidth, firstWord, fitsBehind, printedWidth, spaceWidth } from './printed-width.ts'
import type { At } from './source.ts'
import { gapBehind } from './text-lines.ts'
import { isTimeLike } from './time-text.ts'
import { headAt } from './unit-heads.ts'
import { keysOf, startsWithCapital, wordKey, wordsOf } from './words.ts'

/** A stretch of a line; `lineStart` is false where the line was cut because two cells may stand on it. */
type Fragment = {
  text: string
  at: At
  lineStart: boolean
  width: number
  firstWidth: number
  /** A unit's name may begin with it. */
  headed: boolean
  /** It may be part of a time. */
  timely: boolean
}

export type CutCell = { text: string; at: At; lines: string[] }
export type CutRow = { cells: (CutCell | null)[]; cost: number }

/** The fragments of a row, and what was found to speak against stretches of them: asked for by several columns, twice. */
type RowSource = {
  fragments: readonly Fragment[]
  faults: Map<number, number>
  /** By text, over all rows: the same units stand in most of them. */
  known: Map<string, number>
}

/** Beyond this many lines a row is no row; it is not cut but handed on as one title, marked. */
const longestRow = 150
const cutInsideLine = 2
const brokenTooEarly = 3
const tooWide = 3

/** Cuts all rows twice: first by their words alone, then also by the widths of the columns that this showed. */
export function cutRows(rows: readonly FlatRow[], columns: readonly ColumnRole[]): CutRow[] {
  const known = new Map<string, number>()
  const sources = rows.map((row): RowSource => ({ fragments: fragmentsOf(row), faults: new Map(), known }))
  const first = sources.map((source) => cutRow(source, columns, null))
  const widths = columns.map((_, column) => widthOf(first, column))
  return sources.map((source) => cutRow(source, columns, widths))
}

// Rows that are in doubt say nothing about widths.
function widthOf(rows: readonly CutRow[], column: number): number | null {
  const lines = rows.filter((row) => row.cost < 2).flatMap((row) => row.cells[column]?.lines ?? [])
  return lines.length < 4 ? null : columnWidth(lines)
}

const timeHeads = new Set(['tháng', 'ngày', 'quý', 'trước', 'từ', 'thường', 'hằng', 'hàng'].map(wordKey))
const cutKinds = new Set(['department', 'office', 'committee', 'council', 'agency', 'school', 'board'])

function fragmentsOf(row: FlatRow): Fragment[] {
  return row.lines.flatMap(({ text, at }) => {
    const parts: Fragment[] = []
    let from = 0
    const words = wordsOf(text)
    const keys = words.map((word) => word.key)
    for (const [index, word] of words.entries()) {
      // Only a plain space before it: behind a comma the list goes on.
      if (
        index === 0 ||
        words[index - 1]?.gap.trim() !== '' ||
        !mayBeginCell(text.slice(word.start, word.end), keys, index)
      )
        continue
      parts.push(fragmentOf(text.slice(from, word.start), at, from === 0))
      from = word.start
    }
    parts.push(fragmentOf(text.slice(from), at, from === 0))
    return parts.filter((part) => part.text !== '')
  })
}

function fragmentOf(part: string, at: At, lineStart: boolean): Fragment {
  const text = squeeze(part)
  return {
    text,
    at,
    lineStart,
    width: printedWidth(text),
    firstWidth: printedWidth(firstWord(text)),
    headed: headAt(keysOf(text.slice(0, 40)), 0) !== null,
    timely: isTimeLike(text),
  }
}

function mayBeginCell(word: string, keys: readonly string[], index: number): boolean {
  if (!startsWithCapital(word)) return false
  if (timeHeads.has(keys[index] ?? '')) return true
  const head = headAt(keys, index)
  return head !== null && (cutKinds.has(head.kind) || head.plural)
}

type Best = { cost: number; from: number }

function cutRow(
  source: RowSource,
  columns: readonly ColumnRole[],
  widths: readonly (number | null)[] | null,
): CutRow {
  const { fragments } = source
  if (fragments.length > longestRow || fragments.length === 0) return uncut(fragments, columns)
  const table: Best[][] = [
    [{ cost: 0, from: 0 }, ...fragments.map(() => ({ cost: Number.POSITIVE_INFINITY, from: 0 }))],
  ]
  for (const [index, role] of columns.entries()) {
    const before = table[index] ?? []
    table.push(
      fragments.concat(noFragment).map((_, to) => bestEnd(before, source, to, role, widths?.[index] ?? null)),
    )
  }
  return readBack(table, fragments, columns)
}

const noFragment: Fragment = fragmentOf('', { line: 0 }, true)

/** The cheapest way to end this column before `to`. */
function bestEnd(
  before: readonly Best[],
  source: RowSource,
  to: number,
  role: ColumnRole,
  width: number | null,
): Best {
  let best: Best = { cost: (before[to]?.cost ?? Number.POSITIVE_INFINITY) + emptyCost(role), from: to }
  for (let from = 0; from < to; from += 1) {
    const base = before[from]?.cost ?? Number.POSITIVE_INFINITY
    if (base >= best.cost) continue
    const inside = source.fragments[from]?.lineStart ? 0 : cutInsideLine
    if (base + inside >= best.cost) continue
    const cost = base + inside + cellCost(source, from, to, role, width)
    // Equal costs: the longer title, the shorter rest.
    if (cost < best.cost) best = { cost, from }
  }
  return best
}

function cellCost(
  source: RowSource,
  from: number,
  to: number,
  role: ColumnRole,
  width: number | null,
): number {
  const side = source.fragments.length + 1
  const key = (kindOf(role) * side + from) * side + to
  let faults = source.faults.get(key)
  if (faults === undefined) {
    faults = faultsBetween(source, from, to, role)
    source.faults.set(key, faults)
  }
  return faults + (width === null || isTimeRole(role) ? 0 : widthCost(source.fragments, from, to, width))
}

function faultsBetween({ fragments, known }: RowSource, from: number, to: number, role: ColumnRole): number {
  const cell = fragments.slice(from, to)
  const timely = cell.every((fragment) => fragment.timely)
  if (isTimeRole(role) && !timely) return 5 + cell.length
  // Most stretches that are tried as units begin in the middle of a name; taking those apart took half of the time.
  const isMiddle = (role === 'lead' || role === 'coordinating') && !(cell[0]?.headed ?? true)
  if (isMiddle) return headlessFaults(cell[0]?.text ?? '', cell.length)
  const text = textOf(cell)
  const key = `${kindOf(role)} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  const faults = cellFaults(role, text, cell.length, timely)
  known.set(key, faults)
  return faults
}

const kinds: Record<ColumnRole, number> = {
  no: 0,
  title: 1,
  lead: 2,
  coordinating: 2,
  units: 3,
  time: 4,
  start: 4,
  finish: 4,
  product: 5,
  note: 6,
  other: 6,
}

/** Columns that are judged alike have one number. */
function kindOf(role: ColumnRole): number {
  return kinds[role]
}

function widthCost(fragments: readonly Fragment[], from: number, to: number, width: number): number {
  let cost = 0
  let line = 0
  for (let index = from; index < to; index += 1) {
    const fragment = fragments[index]
    const next = index + 1 < to ? fragments[index + 1] : undefined
    if (fragment === undefined) break
    line = fragment.lineStart || index === from ? fragment.width : line + spaceWidth + fragment.width
    if (next !== undefined && !next.lineStart) continue
    if (line > width * 1.15) cost += tooWide
    // Each item behind a dash may begin a line of its own.
    const isFree = next === undefined || /^[-–+•]/.test(next.text) || /[;:.]$/.test(fragment.text)
    if (!isFree && fitsBehind(line, next.firstWidth, width)) cost += brokenTooEarly
  }
  return cost
}

function readBack(
  table: readonly (readonly Best[])[],
  fragments: readonly Fragment[],
  columns: readonly ColumnRole[],
): CutRow {
  const cells: (CutCell | null)[] = []
  let to = fragments.length
  for (let index = columns.length; index > 0; index -= 1) {
    const from = table[index]?.[to]?.from ?? to
    cells.unshift(cellOf(fragments.slice(from, to)))
    to = from
  }
  return { cells, cost: table[columns.length]?.[fragments.length]?.cost ?? 0 }
}

function uncut(fragments: readonly Fragment[], columns: readonly ColumnRole[]): CutRow {
  return {
    cells: columns.map((role) => (role === 'title' ? cellOf(fragments) : null)),
    cost: fragments.length === 0 ? 0 : 12,
  }
}

function cellOf(fragments: readonly Fragment[]): CutCell | null {
  const first = fragments[0]
  return first === undefined ? null : { text: textOf(fragments), at: first.at, lines: linesOf(fragments) }
}

function textOf(fragments: readonly Fragment[]): string {
  const parts: string[] = []
  for (const [index, { text }] of fragments.entries()) {
    const before = fragments[index - 1]
    if (before !== undefined) parts.push(gapBehind(before.text))
    parts.push(text)
  }
  return parts.join('')
}

function linesOf(fragments: readonly Fragment[]): string[] {
  const lines: string[] = []
  for (const fragment of fragments) {
    const last = lines.length - 1
    if (fragment.lineStart || last < 0) lines.push(fragment.text)
    else lines[last] = `${lines[last] ?? ''} ${fragment.text}`
  }
  return lines
}
