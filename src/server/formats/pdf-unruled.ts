// Tables that are printed without lines: three columns or more, told by the white between them over several lines.
import type { SourceTable } from '#domain/reading/source.ts'
import { type Line, linesOf } from './pdf-lines.ts'
import type { Piece } from './pdf-page.ts'
import { cellText } from './pdf-tables.ts'

export type Unruled = { from: number; end: number; table: SourceTable }

const leastGap = 8
const leastLines = 3
const leastColumns = 3
const mostSegments = 6_000

type Interval = { from: number; to: number }

/** The first such table among the lines; null where there is none. */
export function findUnruled(lines: readonly Line[], page: number): Unruled | null {
  for (let from = 0; from < lines.length; from++) {
    const line = lines[from]
    if (line === undefined || segmentsOf(line.pieces, line.size).length < leastColumns) continue
    const end = endOfRun(lines, from)
    const run = lines.slice(from, end)
    const columns = columnsOf(run)
    const full = run.filter((one) => segmentsOf(one.pieces, one.size).length >= leastColumns)
    if (full.length >= leastLines && columns.length >= leastColumns)
      return { from, end, table: tableOf(run, columns, page) }
    from = end - 1
  }
  return null
}

/** Texts of a line that stand apart. */
function segmentsOf(pieces: readonly Piece[], size: number): Interval[] {
  const segments: Interval[] = []
  for (const piece of pieces) {
    const last = segments.at(-1)
    if (last !== undefined && piece.x - last.to < Math.max(leastGap, size * 0.7))
      last.to = Math.max(last.to, piece.right)
    else segments.push({ from: piece.x, to: piece.right })
  }
  return segments
}

/** A line of one text that runs over most of the width is no row of the table any more. */
function endOfRun(lines: readonly Line[], from: number): number {
  let end = from
  let left = Number.POSITIVE_INFINITY
  let right = 0
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    const above = lines[index - 1]
    if (line === undefined || (index > from && above !== undefined && line.y - above.y > 45)) break
    left = Math.min(left, line.x)
    right = Math.max(right, line.right)
    const segments = segmentsOf(line.pieces, line.size)
    if (segments.length === 1 && line.right - line.x > (right - left) * 0.6) break
    end = index + 1
  }
  return end
}

/** What is white in nearly all lines parts the columns; a head over two of them may cross it. */
function columnsOf(run: readonly Line[]): Interval[] {
  const segments = run.flatMap((line) => segmentsOf(line.pieces, line.size))
  // Each edge is held against each text: a page of dots must not cost minutes.
  if (segments.length > mostSegments) return []
  const edges = [...new Set(segments.flatMap((segment) => [segment.from, segment.to]))].toSorted(
    (a, b) => a - b,
  )
  const mostCrossing = Math.floor(run.length / 12) + (run.length > 3 ? 1 : 0)
  const columns: Interval[] = []
  for (const [index, from] of edges.entries()) {
    const to = edges[index + 1]
    if (to === undefined) break
    const middle = (from + to) / 2
    const covering = segments.filter((segment) => segment.from < middle && segment.to > middle).length
    if (covering <= mostCrossing) continue
    const last = columns.at(-1)
    if (last !== undefined && from - last.to < leastGap) last.to = to
    else columns.push({ from, to })
  }
  return columns
}

function tableOf(run: readonly Line[], columns: readonly Interval[], page: number): SourceTable {
  const cells = run.map((line) =>
    columns.map((column, index) =>
      line.pieces.filter((piece) => columnAt(piece, columns) === index && column.to > 0),
    ),
  )
  // Where most lines have something in the first column, one that has nothing there goes on with the row above it.
  const numbered = cells.filter((row) => (row[0]?.length ?? 0) > 0).length * 3 >= run.length
  const rows: Piece[][][] = []
  for (const row of cells) {
    const above = rows.at(-1)
    if (numbered && above !== undefined && (row[0]?.length ?? 0) === 0)
      for (const [index, pieces] of row.entries()) above[index]?.push(...pieces)
    else rows.push(row.map((pieces) => [...pieces]))
  }
  const top = run[0]?.top ?? 0
  return {
    kind: 'table',
    at: { page, y: Math.round(top) },
    page,
    bordered: false,
    rows: rows.map((row) => ({
      header: false,
      cells: row.map((pieces, column) => {
        const lines = linesOf(pieces)
        const width = (columns[column]?.to ?? 0) - (columns[column]?.from ?? 0) + 11
        return {
          text: cellText(lines, width),
          column,
          columnSpan: 1,
          rowSpan: 1,
          at: { page, y: Math.round(lines[0]?.top ?? top) },
        }
      }),
    })),
  }
}

function columnAt(piece: Piece, columns: readonly Interval[]): number {
  const middle = (piece.x + piece.right) / 2
  const distances = columns.map((column) => Math.max(column.from - middle, middle - column.to, 0))
  return distances.indexOf(Math.min(...distances))
}
