import type { LocalDate } from '#domain/basics/dates.ts'
import { toNfc } from '#domain/basics/text.ts'
import { FormatRefusal } from './format-refusal.ts'
import { type CellRange, dateOfSerial, parseCellName } from './xlsx-cells.ts'
import type { CellFormat } from './xlsx-formats.ts'
import { eachChild, openRoot, textInside, type XmlReader } from './xml.ts'

export type ReadValue =
  | { kind: 'text'; text: string }
  /** `isPercent`: shown as a percentage; 0.857 is 85,7%. */
  | { kind: 'number'; value: number; isPercent: boolean }
  | { kind: 'boolean'; value: boolean }
  /** `time` is the part of the day, 0 for a plain date. */
  | { kind: 'date'; date: LocalDate; time: number }
  /** '#REF!', '#DIV/0!' … */
  | { kind: 'error'; code: string }
  /** A formula whose result the writing program left out. */
  | { kind: 'not_calculated' }

export type ReadCell = { column: number; value: ReadValue; isFormula: boolean }
export type ReadRow = { row: number; cells: ReadCell[] }

export type WorkbookLimits = {
  sheets: number
  rows: number
  columns: number
  cells: number
  characters: number
}

// The largest forms are 5,000 rows of 41 columns, the largest list of units 60,000 rows.
export const workbookLimits: WorkbookLimits = {
  sheets: 200,
  rows: 100_000,
  columns: 1_000,
  cells: 1_000_000,
  // A text stored once may stand in a million cells: 15 KB become gigabytes when the answer is copied between threads.
  characters: 30_000_000,
}

/** What all sheets of a workbook may have together. */
export type SheetBudget = { limits: WorkbookLimits; cells: number; characters: number }

export type SheetReading = {
  name: string
  strings: readonly string[]
  formats: readonly CellFormat[]
  is1904: boolean
  budget: SheetBudget
}

const mostMerges = 20_000

export function readSharedStrings(xml: XmlReader | undefined): string[] {
  const strings: string[] = []
  if (xml === undefined) return strings
  openRoot(xml)
  eachChild(xml, (name) => {
    if (name === 'si') strings.push(richText(xml))
  })
  return strings
}

/** The text of the element just opened: plain, or in runs; without the readings printed above it. */
function richText(xml: XmlReader): string {
  let text = ''
  eachChild(xml, (name) => {
    if (name === 't') text += textInside(xml)
    else if (name === 'r') {
      eachChild(xml, (inner) => {
        if (inner === 't') text += textInside(xml)
      })
    }
  })
  return cleanText(text)
}

// _x000D_ stands for a character that XML cannot hold; Excel escapes the underscore of a text that only looks so.
function cleanText(text: string): string {
  const plain = text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text
  return toNfc(plain)
}

export function readSheetRows(
  xml: XmlReader,
  reading: SheetReading,
): { rows: ReadRow[]; merges: CellRange[] } {
  const rows: ReadRow[] = []
  const merges: CellRange[] = []
  if (openRoot(xml) !== 'worksheet') throw new FormatRefusal('corrupt', { place: reading.name })
  eachChild(xml, (part) => {
    if (part === 'sheetData') readRows(xml, reading, rows)
    if (part === 'mergeCells') {
      eachChild(xml, () => {
        const range = parseRange(xml.attribute('ref') ?? '')
        if (range !== null && merges.length < mostMerges) merges.push(range)
      })
    }
  })
  while (xml.next() !== 'end');
  return { rows, merges }
}

function parseRange(text: string): CellRange | null {
  const [first = '', last = first] = text.split(':')
  const from = parseCellName(first)
  const to = parseCellName(last)
  return from === null || to === null
    ? null
    : { fromRow: from.row, fromColumn: from.column, toRow: to.row, toColumn: to.column }
}

function readRows(xml: XmlReader, reading: SheetReading, rows: ReadRow[]): void {
  let row = 0
  eachChild(xml, (name) => {
    if (name !== 'row') return
    // Both numbers may be left out; then they follow on.
    const given = xml.attribute('r')
    row = given === undefined ? row + 1 : Number(given)
    if (!Number.isInteger(row) || row < 1) throw new FormatRefusal('corrupt', { place: reading.name })
    const cells = readCells(xml, reading, row)
    if (cells.length > 0) rows.push({ row, cells })
  })
  // Excel writes them in order; others may not.
  rows.sort((a, b) => a.row - b.row)
}

function readCells(xml: XmlReader, reading: SheetReading, row: number): ReadCell[] {
  const cells: ReadCell[] = []
  let column = 0
  eachChild(xml, (name) => {
    if (name !== 'c') return
    const given = xml.attribute('r')
    const place = given === undefined ? null : parseCellName(given)
    if (given !== undefined && place?.row !== row) throw new FormatRefusal('corrupt', { place: reading.name })
    column = place?.column ?? column + 1
    const cell = readCell(xml, reading, column)
    if (cell === null) return
    spend(reading, row, cell)
    cells.push(cell)
  })
  return cells
}

/** A far cell with something in it is refused; spare formatted ones are passed over. */
function spend({ name, budget }: SheetReading, row: number, cell: ReadCell): void {
  const { limits } = budget
  budget.cells += 1
  if (cell.value.kind === 'text') budget.characters += cell.value.text.length
  const isOver =
    row > limits.rows ||
    cell.column > limits.columns ||
    budget.cells > limits.cells ||
    budget.characters > limits.characters
  if (isOver)
    throw new FormatRefusal('too_many_cells', {
      sheet: name,
      rows: limits.rows,
      columns: limits.columns,
      cells: limits.cells,
    })
}

function readCell(xml: XmlReader, reading: SheetReading, column: number): ReadCell | null {
  const type = xml.attribute('t') ?? 'n'
  const format = reading.formats[Number(xml.attribute('s') ?? '0')] ?? 'other'
  let raw: string | null = null
  let isFormula = false
  eachChild(xml, (name) => {
    if (name === 'v') raw = textInside(xml)
    else if (name === 'is') raw = richText(xml)
    else if (name === 'f') isFormula = true
  })
  const value = raw === null || raw === '' ? null : valueOf(raw, type, format, reading)
  if (value !== null) return { column, value, isFormula }
  // A formula whose result is an empty text is an empty cell.
  return isFormula && raw === null ? { column, value: { kind: 'not_calculated' }, isFormula } : null
}

function valueOf(
  raw: string,
  type: string,
  format: CellFormat,
  { strings, is1904 }: SheetReading,
): ReadValue | null {
  switch (type) {
    case 's': {
      const text = strings[Number(raw)] ?? ''
      return text.trim() === '' ? null : { kind: 'text', text }
    }
    case 'inlineStr':
      return raw.trim() === '' ? null : { kind: 'text', text: raw }
    case 'str':
      return raw.trim() === '' ? null : { kind: 'text', text: cleanText(raw) }
    case 'b':
      return { kind: 'boolean', value: raw === '1' || raw === 'true' }
    case 'e':
      return { kind: 'error', code: raw.slice(0, 20) }
    case 'd':
      return isoDate(raw)
    default:
      return numberOf(raw, format, is1904)
  }
}

function numberOf(raw: string, format: CellFormat, is1904: boolean): ReadValue {
  const value = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(value)) return { kind: 'text', text: toNfc(raw) }
  const date = format === 'date' ? dateOfSerial(value, is1904) : null
  if (date !== null) return { kind: 'date', date, time: value - Math.floor(value) }
  return { kind: 'number', value, isPercent: format === 'percent' }
}

// Strict workbooks write dates out.
function isoDate(raw: string): ReadValue {
  const time = Date.parse(/T/.test(raw) ? `${raw.replace(/Z$/, '')}Z` : `${raw}T00:00:00Z`)
  if (Number.isNaN(time)) return { kind: 'text', text: toNfc(raw) }
  // Days since 1970 as a serial number of Excel's.
  const date = dateOfSerial(Math.floor(time / 86_400_000) + 25_569, false)
  return date === null
    ? { kind: 'text', text: toNfc(raw) }
    : { kind: 'date', date, time: (time % 86_400_000) / 86_400_000 }
}
