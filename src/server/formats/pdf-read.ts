// A PDF with a text layer to printed lines and tables. Reads pages one after the other and lets each go; a scan is refused.
import { getDocumentProxy } from 'unpdf'
import { toNfc } from '#domain/basics/text.ts'
import type {
  SourceBlock,
  SourceDocument,
  SourceLine,
  SourceNote,
  SourceStyle,
  SourceTable,
} from '#domain/reading/source.ts'
import { FormatRefusal } from './format-refusal.ts'
import { gridsOf } from './pdf-grid.ts'
import { type Columns, columnsOf, type Line, linesOf } from './pdf-lines.ts'
import { type PageLines, rolesOf } from './pdf-margins.ts'
import { mustAnswer, type PdfPage, readPdfPage } from './pdf-page.ts'
import { piecesInside, tableOf } from './pdf-tables.ts'
import { findUnruled } from './pdf-unruled.ts'

/** A provincial plan with all its annexes has about 120; 400 pages take 12 s. */
const mostPages = 400

export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages > mostPages)
      throw new FormatRefusal('too_many_pages', { pages: pdf.numPages, most: mostPages })
    const parts: PagePart[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await mustAnswer(pdf.getPage(number))
      parts.push(partOf(await readPdfPage(page)))
      page.cleanup()
    }
    return documentOf(parts)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function openPdf(bytes: Uint8Array): ReturnType<typeof getDocumentProxy> {
  try {
    return await getDocumentProxy(
      // pdf.js takes the bytes away from its caller.
      Uint8Array.from(bytes),
      // Pictures are not looked at: the limit keeps them from being unpacked at all.
      {
        verbosity: 0,
        isEvalSupported: false,
        useSystemFonts: false,
        disableFontFace: true,
        enableXfa: false,
        maxImageSize: 1,
      },
    )
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    throw new FormatRefusal(name === 'PasswordException' ? 'encrypted' : 'corrupt')
  }
}

/** A page's tables and lines; the lines outside tables in `lines`. */
type PagePart = PageLines & { tables: SourceTable[]; hasText: boolean; isDrawn: boolean; isCut: boolean }

function partOf(page: PdfPage): PagePart {
  let rest = page.pieces
  const tables: SourceTable[] = []
  for (const grid of gridsOf(page.rules)) {
    const { inside, outside } = piecesInside(rest, grid)
    // Lines without words between them are a drawing.
    if (inside.length === 0) continue
    rest = outside
    tables.push(tableOf(grid, inside, page.number))
  }
  const { number, width, height, isDrawn, isCut } = page
  return {
    number,
    width,
    height,
    lines: linesOf(rest),
    tables,
    hasText: page.pieces.length > 0,
    isDrawn,
    isCut,
  }
}

function documentOf(parts: readonly PagePart[]): SourceDocument {
  if (parts.every((part) => !part.hasText))
    throw new FormatRefusal(parts.some((part) => part.isDrawn) ? 'no_text_layer' : 'no_text')
  const roles = rolesOf(parts)
  // Landscape pages have edges of their own.
  const edges = new Map<number, Edges>()
  for (const part of parts) {
    if (edges.has(Math.round(part.width))) continue
    const alike = parts.filter((other) => Math.round(other.width) === Math.round(part.width))
    edges.set(
      Math.round(part.width),
      textEdges(alike.flatMap((other) => other.lines).filter((line) => !roles.has(line))),
    )
  }
  const blocks: SourceBlock[] = []
  const notes: SourceNote[] = []
  for (const part of parts) {
    if (!part.hasText && part.isDrawn && notes.length < 50)
      notes.push({ code: 'no_text_layer', at: { page: part.number, y: 0 } })
    if (part.isCut) notes.push({ code: 'too_long_cut', at: { page: part.number, y: 0 } })
    blocks.push(...blocksOf(part, roles, edges.get(Math.round(part.width)) ?? textEdges([])))
  }
  markRepeatedHeads(blocks)
  return { format: 'pdf', blocks, notes }
}

type Edges = { left: number; right: number }

/** Where most lines begin and end. */
function textEdges(lines: readonly Line[]): Edges {
  const lefts = lines.map((line) => line.x).toSorted((a, b) => a - b)
  const rights = lines.map((line) => line.right).toSorted((a, b) => a - b)
  return {
    left: lefts[Math.floor(lefts.length / 20)] ?? 0,
    right: rights[Math.floor((rights.length * 19) / 20)] ?? 0,
  }
}

type Placed = { top: number; block: SourceBlock }

function blocksOf(part: PagePart, roles: ReadonlyMap<Line, SourceLine['role']>, edges: Edges): SourceBlock[] {
  const placed: Placed[] = part.tables.map((table) => ({
    top: 'y' in table.at ? table.at.y : 0,
    block: table,
  }))
  for (const line of part.lines) {
    const role = roles.get(line)
    if (role !== undefined) placed.push({ top: line.top, block: lineBlock(line, part.number, role, edges) })
  }
  const body = part.lines.filter((line) => !roles.has(line))
  for (const run of runsBetween(body, placed).flatMap((lines) =>
    withoutUnruled(lines, part.number, placed),
  )) {
    for (const found of columnsOf(run, edges.left, edges.right)) {
      if ('left' in found) placed.push({ top: found.top, block: columnsTable(found, part.number) })
      else placed.push({ top: found.top, block: lineBlock(found, part.number, 'body', edges) })
    }
  }
  return placed.toSorted((a, b) => a.top - b.top).map(({ block }) => block)
}

/** Puts the tables without lines in their place; gives the lines before and behind each. */
function withoutUnruled(lines: readonly Line[], page: number, placed: Placed[]): Line[][] {
  const found = findUnruled(lines, page)
  if (found === null) return [[...lines]]
  placed.push({ top: lines[found.from]?.top ?? 0, block: found.table })
  return [lines.slice(0, found.from), ...withoutUnruled(lines.slice(found.end), page, placed)]
}

/** Lines that no table stands between. */
function runsBetween(lines: readonly Line[], placed: readonly Placed[]): Line[][] {
  const tops = placed.filter(({ block }) => block.kind === 'table').map(({ top }) => top)
  const runs: Line[][] = []
  let tables = -1
  for (const line of lines) {
    const above = tops.filter((top) => top < line.top).length
    if (above !== tables) runs.push([])
    tables = above
    runs.at(-1)?.push(line)
  }
  return runs
}

function lineBlock(line: Line, page: number, role: SourceLine['role'], edges: Edges): SourceLine {
  const style: SourceStyle = { fontSize: Math.round(line.size * 2) / 2, indent: Math.round(line.x * 10) / 10 }
  if (line.isBold) style.bold = true
  if (line.isItalic) style.italic = true
  const align = alignOf(line, edges)
  if (align !== undefined) style.align = align
  return {
    kind: 'line',
    text: toNfc(line.text),
    at: { page, y: Math.round(line.top) },
    number: null,
    page,
    role,
    style,
  }
}

function alignOf(line: Line, { left, right }: Edges): SourceStyle['align'] {
  const isIndented = line.x > left + 20 && line.right < right - 20
  if (isIndented && Math.abs((line.x + line.right) / 2 - (left + right) / 2) < 4) return 'center'
  return line.x > (left + right) / 2 && Math.abs(line.right - right) < 4 ? 'right' : undefined
}

/** As DOCX has it: a table without borders, of one row. */
function columnsTable(columns: Columns, page: number): SourceTable {
  const cells = [columns.left, columns.right].map((lines, column) => ({
    text: toNfc(lines.map((line) => line.text).join('\n')),
    column,
    columnSpan: 1,
    rowSpan: 1,
    at: { page, y: Math.round(lines[0]?.top ?? columns.top) },
  }))
  return {
    kind: 'table',
    rows: [{ cells, header: false }],
    at: { page, y: Math.round(columns.top) },
    page,
    bordered: false,
  }
}

/** The first rows of a table that say the same as those of the table on the page before are its repeated head. */
function markRepeatedHeads(blocks: readonly SourceBlock[]): void {
  const tables = blocks.filter((block) => block.kind === 'table' && block.bordered === true)
  for (const [index, table] of tables.entries()) {
    const before = tables[index - 1]
    if (table.kind !== 'table' || before?.kind !== 'table' || table.page !== (before.page ?? 0) + 1) continue
    for (const [row, own] of table.rows.slice(0, -1).entries()) {
      const above = before.rows[row]
      if (above === undefined || textOfRow(own) !== textOfRow(above) || textOfRow(own).trim() === '') break
      own.header = true
      above.header = true
    }
  }
}

function textOfRow(row: SourceTable['rows'][number]): string {
  return row.cells.map((cell) => `${cell.column} ${cell.text}`).join('\t')
}
