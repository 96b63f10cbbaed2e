// A table of figures by school level whose cells were written out one after the other, as text taken out of a PDF has it.
import { squeeze } from '#domain/basics/text.ts'
import { readFigures } from './figures.ts'
import type { FigureCell, FigureRow, FigureTable } from './figure-tables.ts'
import { longestAt } from './phrases.ts'
import { headingNumber } from './section-numbers.ts'
import type { TextLine } from './text-lines.ts'
import { levelBook } from './unit-heads.ts'
import { wordsOf } from './words.ts'

export type FoundFlatFigures = { table: FigureTable; from: number; end: number }

// The head of our own documents takes three lines; a row's label fewer than eight words.
const mostHeadLines = 4
const mostLabelWords = 8

export function findFlatFigures(lines: readonly TextLine[]): FoundFlatFigures[] {
  const found: FoundFlatFigures[] = []
  let index = 0
  while (index < lines.length) {
    const head = headAt(lines, index)
    const read = head === null ? null : rowsFrom(lines, head.end, head.levels)
    if (head === null || read === null || read.rows.length === 0) {
      index += 1
      continue
    }
    const at = lines[index]?.at ?? { line: 1 }
    found.push({ table: { at, rows: read.rows, sure: read.sure }, from: index, end: read.end })
    index = read.end
  }
  return found
}

/** Lines without a figure that end with two school levels or more, one behind the other. */
function headAt(lines: readonly TextLine[], from: number): { levels: string[]; end: number } | null {
  const texts: string[] = []
  for (let index = from; index < Math.min(lines.length, from + mostHeadLines); index += 1) {
    const text = lines[index]?.text ?? ''
    if (/\d/.test(text) || /[,;:.]\s*$/.test(text) || text.length > 80 || lines[index]?.whole === true) break
    texts.push(squeeze(text))
  }
  for (let count = texts.length; count > 0; count -= 1) {
    const levels = levelsAtEnd(texts.slice(0, count).join(' '))
    if (levels.length >= 2) return { levels, end: from + count }
  }
  return null
}

function levelsAtEnd(text: string): string[] {
  const words = wordsOf(text)
  const keys = words.map((word) => word.key)
  for (let from = 0; from <= Math.min(words.length, mostLabelWords); from += 1) {
    const levels: string[] = []
    let at = from
    while (at < words.length) {
      const level = longestAt(levelBook, keys, at)
      if (level === null) break
      levels.push(text.slice(words[at]?.start, words[at + level.length - 1]?.end))
      at += level.length
    }
    if (at === words.length && levels.length >= 2) return levels
  }
  return []
}

function rowsFrom(
  lines: readonly TextLine[],
  from: number,
  levels: readonly string[],
): { rows: FigureRow[]; end: number; sure: boolean } {
  const rows: FigureRow[] = []
  let label: string | null = null
  let cells: Piece[] = []
  let index = from
  const close = () => {
    if (label !== null && cells.length > 0) rows.push(rowOf(label, cells, levels))
    cells = []
  }
  for (; index < lines.length; index += 1) {
    const line = lines[index]
    if (line === undefined || /^[-–+*•]/.test(line.text) || /^\p{Ll}\s?\)/u.test(line.text)) break
    const text = squeeze(line.text)
    const pieces = piecesOf(text, line)
    if (pieces.length > 0) cells.push(...pieces)
    else if (/^\(.*\)$/.test(text)) continue
    else if (isLabel(text) && (label === null || cells.length > 0)) {
      close()
      label = headingNumber(text)?.title ?? text
    } else break
  }
  close()
  const isWhole = rows.every((row) => row.cells.every((cell) => cell.head.length > 0))
  return { rows, end: index, sure: isWhole }
}

function isLabel(text: string): boolean {
  return text.split(' ').length <= mostLabelWords && !/[.;:,]$/.test(text)
}

type Piece = { label: string; text: string; at: FigureCell['at'] }

/** The figures of a line of cells, each with the words before it; a line of running text has none. */
function piecesOf(text: string, line: TextLine): Piece[] {
  const figures = readFigures(text)
  const pieces: Piece[] = []
  let from = 0
  for (const figure of figures) {
    const label = text
      .slice(from, figure.from)
      .replace(/[:\s]+$/, '')
      .trim()
    if (label.split(' ').length > 5) return []
    pieces.push({ label, text: text.slice(from, figure.to).trim(), at: line.at })
    from = figure.to
  }
  const rest = text.slice(from).trim()
  return rest === '' || /^\(.*\)$/.test(rest) ? pieces : []
}

/** Cells with words of their own before the figure stand below one another in one column. */
function rowOf(label: string, pieces: readonly Piece[], levels: readonly string[]): FigureRow {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const open = groups.at(-1)
    if (open !== undefined && piece.label !== '' && open.every((other) => other.label !== ''))
      open.push(piece)
    else groups.push([piece])
  }
  const isWhole = groups.length === levels.length
  return {
    label,
    cells: groups.flatMap((group, column) =>
      group.map(
        (piece): FigureCell => ({
          text: piece.text,
          at: piece.at,
          head: isWhole ? [levels[column] ?? ''] : [],
          unit: null,
        }),
      ),
    ),
  }
}
