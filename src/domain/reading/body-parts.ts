// The body of a document taken apart: tables that hand out tasks, other tables, and running text between them.
import type { AnnexTable } from './annex.ts'
import { withDelimitedTables } from './delimited-tables.ts'
import { type FigureTable, figureTableOf } from './figure-tables.ts'
import { findFlatFigures } from './flat-figures.ts'
import { findFlatTables } from './flat-table.ts'
import { type Paragraph, paragraphsOf } from './paragraphs.ts'
import { readRealTables } from './real-table.ts'
import type { At, SourceDocument, SourceTable } from './source.ts'
import { type BodyItem, bodyOf, type TextLine } from './text-lines.ts'

export type BodyParts = {
  /** Without the lines of annex tables. */
  paragraphs: Paragraph[]
  annexes: AnnexTable[]
  /** Every table with cells of its own, in order. */
  tables: SourceTable[]
  /** Tables that hand out no tasks; `before` is the index of the paragraph behind them. */
  figureTables: { table: FigureTable; before: number }[]
}

export function bodyParts(source: SourceDocument): BodyParts {
  const items = withDelimitedTables(bodyOf(source).flatMap(laidOut))
  const tables = items.flatMap((item) => (item.kind === 'table' ? [item.table] : []))
  const real = readRealTables(tables)
  const annexes = [...real.annexes]
  const paragraphs: Paragraph[] = []
  const figureTables: BodyParts['figureTables'] = []
  for (const run of runsOf(items)) {
    if (run.kind === 'table') {
      const table = real.used.has(run.table) ? null : figureTableOf(run.table)
      if (table !== null) figureTables.push({ table, before: paragraphs.length })
      continue
    }
    let from = 0
    for (const flat of findFlatTables(run.lines)) {
      addText(run.lines.slice(from, flat.from), paragraphs, figureTables)
      annexes.push(flat.table)
      from = flat.end
    }
    addText(run.lines.slice(from), paragraphs, figureTables)
  }
  return { paragraphs, annexes, tables, figureTables }
}

function addText(
  lines: readonly TextLine[],
  paragraphs: Paragraph[],
  figureTables: BodyParts['figureTables'],
): void {
  let from = 0
  for (const flat of findFlatFigures(lines)) {
    paragraphs.push(...paragraphsOf(lines.slice(from, flat.from)))
    figureTables.push({ table: flat.table, before: paragraphs.length })
    from = flat.end
  }
  paragraphs.push(...paragraphsOf(lines.slice(from)))
}

type Run = { kind: 'lines'; lines: TextLine[] } | { kind: 'table'; table: SourceTable }

/** Tables, and the lines between them. */
function runsOf(items: readonly BodyItem[]): Run[] {
  const runs: Run[] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (item.kind === 'table') runs.push({ kind: 'table', table: item.table })
    else if (last?.kind === 'lines') last.lines.push(item.line)
    else runs.push({ kind: 'lines', lines: [item.line] })
  }
  return runs
}

const frameWords =
  /cộng hòa xã hội chủ nghĩa|cộng hoà xã hội chủ nghĩa|độc lập\s?[-–]\s?tự do|^số\s?:|nơi nhận\s?:/imu

/** The header and the signatures of an official document often stand in a table that only lays them out, or side by side. */
function laidOut(item: BodyItem): BodyItem[] {
  if (item.kind === 'line') return sideBySide(item.line)
  if (item.table.rows.length > 6) return [item]
  const cells = item.table.rows.flatMap((row) => row.cells)
  if (cells.length > 12 || !cells.some((cell) => frameWords.test(cell.text.normalize('NFC')))) return [item]
  return cells.flatMap((cell) =>
    cell.text
      .normalize('NFC')
      .split('\n')
      .filter((text) => text.trim() !== '')
      .map((text) => wholeLine(text, cell.at)),
  )
}

/** "UBND QUẬN …        CỘNG HÒA …": two columns printed on one line of text. */
function sideBySide(line: TextLine): BodyItem[] {
  const parts = line.text.length < 250 && frameWords.test(line.text) ? line.text.split(/ {3,}|\t+/) : []
  return parts.length < 2
    ? [{ kind: 'line', line }]
    : parts.filter((part) => part.trim() !== '').map((part) => wholeLine(part, line.at))
}

function wholeLine(text: string, at: At): BodyItem {
  return {
    kind: 'line',
    line: { text: text.trim(), at, whole: true, style: {}, pageStart: false, blankBefore: false },
  }
}
