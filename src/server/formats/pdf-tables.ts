// The text of a ruled table's cells.
import type { SourceTable } from '#domain/reading/source.ts'
import type { Grid, GridCell } from './pdf-grid.ts'
import { type Line, linesOf } from './pdf-lines.ts'
import type { Piece } from './pdf-page.ts'

/** Parts the pieces of a page into those inside a grid and the others. */
export function piecesInside(pieces: readonly Piece[], grid: Grid): { inside: Piece[]; outside: Piece[] } {
  const inside: Piece[] = []
  const outside: Piece[] = []
  for (const piece of pieces) {
    const x = (piece.x + piece.right) / 2
    const y = piece.y - piece.size * 0.3
    const isInside = x > grid.left && x < grid.right && y > grid.top && y < grid.bottom
    if (isInside) inside.push(...cutAtBorders(piece, grid))
    else outside.push(piece)
  }
  return { inside, outside }
}

/** pdf.js may hand out the texts of two neighbouring cells as one; it is cut at the space nearest to the line between. */
function cutAtBorders(piece: Piece, grid: Grid): Piece[] {
  const border = grid.xs
    .slice(1, -1)
    .find((x) => piece.x < x - 6 && piece.right > x + 6 && isBorderAt(grid, x, piece.y - piece.size * 0.3))
  if (border === undefined) return [piece]
  const share = (border - piece.x) / (piece.right - piece.x)
  const wanted = share * piece.text.length
  const spaces = [...piece.text.matchAll(/\s+/g)].map((match) => match.index)
  const cut = spaces.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
  if (cut === undefined || Math.abs(cut - wanted) > 6) return [piece]
  const left = { ...piece, text: piece.text.slice(0, cut), right: border - 2 }
  const right = { ...piece, text: piece.text.slice(cut).trimStart(), x: border + 2 }
  return [left, ...cutAtBorders(right, grid)]
}

function isBorderAt(grid: Grid, x: number, y: number): boolean {
  return !grid.cells.some(
    (cell) => cell.left < x - 1 && cell.right > x + 1 && y > cell.top && y < cell.bottom,
  )
}

export function tableOf(grid: Grid, inside: readonly Piece[], page: number): SourceTable {
  const byCell = new Map<GridCell, Piece[]>(grid.cells.map((cell) => [cell, []]))
  for (const piece of inside) {
    const x = (piece.x + piece.right) / 2
    const y = piece.y - piece.size * 0.3
    const cell = grid.cells.find((one) => x >= one.left && x <= one.right && y >= one.top && y <= one.bottom)
    if (cell !== undefined) byCell.get(cell)?.push(piece)
  }
  const rows: SourceTable['rows'] = Array.from({ length: grid.rows }, () => ({ cells: [], header: false }))
  for (const cell of grid.cells) {
    const lines = linesOf(byCell.get(cell) ?? [])
    rows[cell.row]?.cells.push({
      text: cellText(lines, cell.right - cell.left),
      column: cell.column,
      columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan,
      at: { page, y: Math.round(lines[0]?.top ?? cell.top) },
    })
  }
  return {
    kind: 'table',
    rows: rows.filter((row) => row.cells.length > 0),
    at: { page, y: Math.round(grid.top) },
    page,
    bordered: true,
  }
}

/** The usual distance of text from the lines of its cell, both sides. */
const padding = 11

/** Printed lines of a cell as one text; a new paragraph where the line before had room for the next word. */
export function cellText(lines: readonly Line[], width: number): string {
  let text = ''
  let above: Line | null = null
  for (const line of lines) {
    if (above === null) text = line.text
    else if (isNewParagraph(above, line, width)) text += `\n${line.text}`
    else text += /[\p{L}\p{N}]-$/u.test(text) ? line.text : ` ${line.text}`
    above = line
  }
  return text
}

const label = /^\p{Lu}[^:;.]{0,40}:/u

function isNewParagraph(above: Line, line: Line, width: number): boolean {
  if (/^\s*[-+•]\s/.test(line.text)) return true
  // "Công lập: 99%" above "Ngoài công lập: 71%": a list of labels, however narrow the column.
  if (label.test(above.text) && label.test(line.text)) return true
  // Nothing that goes on in the middle of a sentence begins a paragraph, however the lines were balanced.
  if (/^[\p{Ll}(]/u.test(line.text) || /[,–-]$|(?:^|\s)(?:và|của|các)$/u.test(above.text)) return false
  const word = line.text.split(/\s/)[0] ?? ''
  const wordWidth = ((line.right - line.x) * (word.length + 1)) / Math.max(1, line.text.length)
  return above.right - above.x + wordWidth < width - padding - line.size * 0.5
}
