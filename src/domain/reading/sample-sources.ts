// Sources for the tests of this folder: text as a format hands it over, and tables with cells.
import { printedWidth } from './printed-width.ts'
import type { ReadTarget } from './reading.ts'
import type { SourceBlock, SourceCell, SourceDocument, SourceLine, SourceTable } from './source.ts'

export function textSource(text: string): SourceDocument {
  return {
    format: 'text',
    blocks: text.split('\n').map((line, index) => textLine(line, index + 1)),
    notes: [],
  }
}

function textLine(text: string, line: number): SourceLine {
  return { kind: 'line', text, at: { line }, number: null, page: null, role: 'body', style: {} }
}

/** A document of paragraphs (text) and tables (rows of cells). */
export function docxSource(parts: readonly (string | SourceTable)[]): SourceDocument {
  let paragraph = 0
  const blocks = parts.map((part): SourceBlock => {
    if (typeof part !== 'string') return part
    paragraph += 1
    return {
      kind: 'paragraph',
      text: part,
      at: { paragraph },
      number: null,
      page: null,
      role: 'body',
      style: {},
    }
  })
  return { format: 'docx', blocks, notes: [] }
}

/** `null` is a place covered by the cell before it; '^' one covered by the cell above. */
export function tableOf(table: number, rows: readonly (readonly (string | null)[])[]): SourceTable {
  const cells = rows.map((row, index) =>
    row.flatMap((text, column): SourceCell[] => {
      if (text === null || text === '^') return []
      let columnSpan = 1
      while (row[column + columnSpan] === null) columnSpan += 1
      let rowSpan = 1
      while (rows[index + rowSpan]?.[column] === '^') rowSpan += 1
      return [{ text, column, columnSpan, rowSpan, at: { table, row: index + 1, column: column + 1 } }]
    }),
  )
  return {
    kind: 'table',
    rows: cells.map((row) => ({ cells: row, header: false })),
    at: { table, row: 1, column: 1 },
    page: null,
    bordered: true,
  }
}

/** Breaks a text at words as a column does that holds about `width` letters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && printedWidth(`${line} ${word}`) > width * 0.5) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** A table as text taken out of a PDF: one line of a cell a line, cell after cell. */
export function flattened(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  gap = '\n\n',
): string {
  const cells = (row: readonly string[]): string[] =>
    row.flatMap((cell, column) => wrapped(cell, widths[column] ?? 20))
  return [...heads, ...rows.flatMap(cells)].join(gap)
}

/** A target on one line: level, kind, figures in the order of the contract, unit. */
export function targetLine({ level, levels, kind, unit, ...target }: ReadTarget): string {
  const { value, numerator, denominator, percent, min, max, strict, period, direction, baseline } = target
  const figures = [value, numerator, denominator, percent, min, max, strict, period, direction, baseline]
  const printed = figures.flatMap((figure) => (figure === undefined ? [] : [String(figure)]))
  return [level ?? levels?.join('+') ?? '-', kind, ...printed, unit ?? '-'].join(' ')
}
