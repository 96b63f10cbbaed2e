// Addresses and dates of spreadsheets. Rows and columns are 1-based everywhere.
import { addDays, daysBetween, type LocalDate, localDate } from '#domain/basics/dates.ts'

export type CellRange = { fromRow: number; fromColumn: number; toRow: number; toColumn: number }

/** 1 → 'A', 27 → 'AA'. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** 'B7'; what messages about a cell name it by. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`
}

export function rangeName(range: CellRange): string {
  const from = cellName(range.fromRow, range.fromColumn)
  const to = cellName(range.toRow, range.toColumn)
  return from === to ? from : `${from}:${to}`
}

/** Null for what is no address. */
export function parseCellName(name: string): { row: number; column: number } | null {
  let column = 0
  let at = 0
  for (; at < name.length && at < 4; at++) {
    const code = name.charCodeAt(at) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  const digits = name.slice(at)
  if (column === 0 || !/^[1-9]\d{0,6}$/.test(digits)) return null
  return { row: Number(digits), column }
}

const beforeFirst = localDate('1899-12-31')
const first1904 = localDate('1904-01-01')

/** The day of a serial number; null outside the years 1900 to 9999. Excel counts a 29/2/1900 that never was. */
export function dateOfSerial(serial: number, is1904: boolean): LocalDate | null {
  const day = Math.floor(serial)
  if (!(day >= (is1904 ? 0 : 1)) || day > 2_958_465) return null
  if (is1904) return addDays(first1904, day)
  return addDays(beforeFirst, day > 60 ? day - 1 : day)
}

export function serialOfDate(date: LocalDate): number {
  const days = daysBetween(beforeFirst, date)
  return days >= 60 ? days + 1 : days
}

/** A reference that holds wherever it stands: "'Lớp 1'!$A$1:$B$9". */
export function absoluteName(sheet: string, cells: CellRange): string {
  const absolute = rangeName(cells).replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  return `'${sheet.replaceAll("'", "''")}'!${absolute}`
}
