// Pieces of text to printed lines, and to blocks of two columns without lines (the head and the end of an official document).
import type { Piece } from './pdf-page.ts'

export type Line = {
  text: string
  x: number
  right: number
  /** The top of its letters. */
  top: number
  /** The baseline. */
  y: number
  size: number
  isBold: boolean
  isItalic: boolean
  pieces: readonly Piece[]
  /** It begins with a raised small number: a footnote. */
  startsRaised: boolean
}

/** Two columns of lines side by side. */
export type Columns = { top: number; left: Line[]; right: Line[] }

/** Lines from top to bottom. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: Row[] = []
  // The large letters first: what is raised or lowered finds its line then.
  for (const piece of pieces.toSorted((a, b) => b.size - a.size || a.y - b.y)) {
    const row = nearest(rows, piece)
    if (row === null) rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
    else row.pieces.push(piece)
  }
  return rows.toSorted((a, b) => a.y - b.y).map((row) => lineOf(row.pieces, row.y, row.size))
}

type Row = { y: number; size: number; pieces: Piece[] }

function nearest(rows: readonly Row[], piece: Piece): Row | null {
  let best: Row | null = null
  for (const row of rows) {
    const reach = piece.size < row.size * 0.8 ? row.size * 0.55 : row.size * 0.35
    const distance = Math.abs(row.y - piece.y)
    if (distance <= reach && (best === null || distance < Math.abs(best.y - piece.y))) best = row
  }
  return best
}

function lineOf(pieces: readonly Piece[], y: number, size: number): Line {
  const sorted = pieces.toSorted((a, b) => a.x - b.x)
  const [first] = sorted
  return {
    text: joinPieces(sorted, y, size),
    x: first?.x ?? 0,
    right: Math.max(...sorted.map((piece) => piece.right)),
    top: y - size * 0.8,
    y,
    size,
    isBold: sorted.every((piece) => piece.isBold),
    isItalic: sorted.every((piece) => piece.isItalic),
    pieces: sorted,
    startsRaised:
      first !== undefined && isRaised(first, y, size) && /^\(?\d{1,2}\)?$/.test(first.text.trim()),
  }
}

function isRaised(piece: Piece, y: number, size: number): boolean {
  return piece.size < size * 0.8 && piece.y < y - size * 0.15
}

function joinPieces(pieces: readonly Piece[], y: number, size: number): string {
  let text = ''
  let right: number | null = null
  for (const piece of pieces) {
    const gap: number = right === null ? 0 : piece.x - right
    right = piece.right
    if (isRaised(piece, y, size) && /^[\d()*,\s]+$/.test(piece.text)) {
      // m² stays; any other raised number is the mark of a footnote and would pass for a digit of the figure before it.
      if (/\b[kcd]?m$/.test(text) && /^[23]$/.test(piece.text.trim()))
        text += piece.text.trim() === '2' ? '²' : '³'
      continue
    }
    if (text !== '' && !/\s$/.test(text) && !/^\s/.test(piece.text)) {
      if (gap > size * 2.5) text += '\t'
      else if (gap > size * 0.15) text += ' '
    } else if (gap > size * 2.5) text = `${text.trimEnd()}\t`
    text += piece.text
  }
  return text.trim()
}

/** Narrower than that, the gap in a line is the space of a justified one. */
const leastGap = 18
/** What must stay free beside all lines of two columns: a wide name on the left nearly touches the national name. */
const leastGutter = 1

/** Takes out the blocks of two columns; what is left stays lines. `from` and `to` bound the text of the page. */
export function columnsOf(lines: readonly Line[], from: number, to: number): (Line | Columns)[] {
  const found: (Line | Columns)[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    const gutter = gutterOf(line, from, to)
    const run = gutter === null ? null : runOfColumns(lines, index, gutter, (from + to) / 2)
    if (run === null) {
      found.push(line)
      continue
    }
    found.push(splitColumns(lines.slice(index, run.end), run.gutter))
    index = run.end - 1
  }
  return found
}

type Gutter = { from: number; to: number }

/** The gap between two texts of one line, in the middle half of the page's text. */
function gutterOf(line: Line, from: number, to: number): Gutter | null {
  const quarter = (to - from) / 4
  const [first] = line.pieces
  // The gap behind the number of an item is no gutter.
  const start = first !== undefined && /^\s*(?:[-+•]|\(?[\dIVXa-zđ]{1,4}[.)])\s*$/i.test(first.text) ? 1 : 0
  for (let index = start; index + 1 < line.pieces.length; index++) {
    const [left, right] = [line.pieces[index], line.pieces[index + 1]]
    if (left === undefined || right === undefined || right.x - left.right < leastGap) continue
    if (right.x > from + quarter && left.right < to - quarter) return { from: left.right, to: right.x }
  }
  return null
}

// The room for a signature is about 70 points high.
const mostRoom = 130

/** The lines that stand in the two columns which a line begins; null for that line alone. */
function runOfColumns(
  lines: readonly Line[],
  start: number,
  first: Gutter,
  middle: number,
): { end: number; gutter: Gutter } | null {
  let gutter = first
  let end = start
  for (let index = start; index < lines.length; index++) {
    const line = lines[index]
    const above = lines[index - 1]
    if (line === undefined || (index > start && above !== undefined && line.y - above.y > mostRoom)) break
    const found = besideOf(line, gutter)
    // A title in the middle of the page is below the columns, not in one of them.
    if (found === null || (found.side !== 'both' && Math.abs((line.x + line.right) / 2 - middle) < 8)) break
    gutter = found.gutter
    // A short line on the left may begin the text below: it belongs here only where the right one goes on, or nothing comes.
    if (found.side !== 'left' || index === lines.length - 1) end = index + 1
  }
  return end - start >= 2 ? { end, gutter } : null
}

/** On which side of the gutter a line stands, and what it leaves of it; null where it goes across. */
function besideOf(line: Line, gutter: Gutter): { side: 'left' | 'right' | 'both'; gutter: Gutter } | null {
  const middle = (gutter.from + gutter.to) / 2
  const lefts = line.pieces.filter((piece) => (piece.x + piece.right) / 2 < middle)
  const rights = line.pieces.filter((piece) => (piece.x + piece.right) / 2 >= middle)
  const from = Math.max(gutter.from, ...lefts.map((piece) => piece.right))
  const to = Math.min(gutter.to, ...rights.map((piece) => piece.x))
  if (to - from < leastGutter) return null
  return { side: lefts.length === 0 ? 'right' : rights.length === 0 ? 'left' : 'both', gutter: { from, to } }
}

function splitColumns(lines: readonly Line[], gutter: Gutter): Columns {
  const pieces = lines.flatMap((line) => line.pieces)
  const middle = (gutter.from + gutter.to) / 2
  const isLeft = (piece: Piece): boolean => (piece.x + piece.right) / 2 < middle
  return {
    top: lines[0]?.top ?? 0,
    left: linesOf(pieces.filter(isLeft)),
    right: linesOf(pieces.filter((piece) => !isLeft(piece))),
  }
}
