// A workbook as a document: an annex that was kept in Excel. Each visible sheet is a table; rows with a single cell above
// and below it (its title, its notes) are paragraphs. Places are sheet, row and column.
import { formatDate } from '#domain/basics/dates.ts'
import { formatNumber, formatPercent } from '#domain/basics/numbers.ts'
import type { At, SourceBlock, SourceCell, SourceDocument, SourceRow } from '#domain/reading/source.ts'
import { readWorkbook, type ReadSheet } from './xlsx-read.ts'
import { type ReadRow, type ReadValue, workbookLimits } from './xlsx-sheet-read.ts'

// An annex of a plan has dozens of rows. More than this is a register, which no reader of plans is for.
const limits = {
  ...workbookLimits,
  sheets: 50,
  rows: 20_000,
  columns: 100,
  cells: 200_000,
  characters: 5_000_000,
}

/** Throws FormatRefusal. */
export function readXlsxAsDocument(bytes: Uint8Array, fileName: string): SourceDocument {
  const { sheets } = readWorkbook(bytes, fileName, limits)
  const visible = sheets.filter((sheet) => !sheet.isHidden)
  return {
    format: 'xlsx',
    blocks: visible.flatMap((sheet) => blocksOf(sheet, sheets.indexOf(sheet) + 1)),
    notes: [],
  }
}

function blocksOf(sheet: ReadSheet, number: number): SourceBlock[] {
  const rows = sheet.rows
    .map((row) => ({ ...row, cells: row.cells.filter((cell) => printed(cell.value) !== '') }))
    .filter((row) => row.cells.length > 0)
  const first = rows.findIndex((row) => row.cells.length > 1)
  const last = rows.findLastIndex((row) => row.cells.length > 1)
  if (first < 0) return rows.flatMap((row) => lineOf(row, number))
  const table: SourceBlock = {
    kind: 'table',
    rows: rows.slice(first, last + 1).map((row) => rowOf(row, sheet, number)),
    at: { table: number, row: rows[first]?.row ?? 1, column: 1 },
    page: null,
    bordered: null,
  }
  return [
    ...rows.slice(0, first).flatMap((row) => lineOf(row, number)),
    table,
    ...rows.slice(last + 1).flatMap((row) => lineOf(row, number)),
  ]
}

function lineOf(row: ReadRow, table: number): SourceBlock[] {
  return row.cells.map((cell) => ({
    kind: 'paragraph',
    text: printed(cell.value),
    at: { table, row: row.row, column: cell.column },
    number: null,
    page: null,
    role: 'body',
    style: {},
  }))
}

function rowOf(row: ReadRow, sheet: ReadSheet, table: number): SourceRow {
  const cells = row.cells.map((cell): SourceCell => {
    const merged = sheet.merges.find((range) => range.fromRow === row.row && range.fromColumn === cell.column)
    const at: At = { table, row: row.row, column: cell.column }
    return {
      text: printed(cell.value),
      column: cell.column - 1,
      columnSpan: merged === undefined ? 1 : merged.toColumn - merged.fromColumn + 1,
      rowSpan: merged === undefined ? 1 : rowsWithin(sheet, merged.fromRow, merged.toRow),
      at,
    }
  })
  return { cells, header: false }
}

// Empty rows are not handed over, so a merged cell spans those that are.
function rowsWithin(sheet: ReadSheet, from: number, to: number): number {
  return sheet.rows.filter((row) => row.row >= from && row.row <= to).length
}

/** As Excel shows it in a Vietnamese office: 7.910, 85,7%, 05/09/2024. */
function printed(value: ReadValue): string {
  switch (value.kind) {
    case 'text':
      return value.text.trim()
    case 'number':
      return value.isPercent ? formatPercent(value.value, 2) : formatNumber(value.value, 4)
    case 'date':
      return formatDate(value.date)
    case 'boolean':
    case 'error':
    case 'not_calculated':
      return ''
  }
}
