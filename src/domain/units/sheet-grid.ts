// Sheets of a workbook as text, and the tables in them: what every list that comes from a spreadsheet is read by.
import { fold, squeeze, toNfc } from '#domain/basics/text.ts'

/** One sheet. Rows and columns count from 1, as the spreadsheet shows them; only cells with something in them are there. */
export type SheetGrid = { name: string; rows: readonly GridRow[] }
export type GridRow = { row: number; cells: ReadonlyMap<number, string> }

export type SheetColumn<K extends string> = {
  key: K
  /** As written in the template, Vietnamese first; any of these is recognised. */
  headings: readonly [vi: string, en: string, ...others: string[]]
  required: boolean
  /** Longest text that is stored. */
  most: number
}

export type SheetRules<K extends string> = {
  sheetNames: readonly [vi: string, en: string, ...others: string[]]
  columns: readonly SheetColumn<K>[]
}

export type GridFault = {
  sheet: string
  /** null: the sheet as a whole. */
  row: number | null
  column: number | null
  value: string
  reason: 'sheet_missing' | 'column_missing' | 'column_twice' | 'cell_error' | 'required' | 'too_long'
}

export type TableRow<K extends string> = { row: number; values: Readonly<Partial<Record<K, string>>> }

export type SheetTable<K extends string> = {
  sheet: string
  columnOf: ReadonlyMap<K, number>
  rows: readonly TableRow<K>[]
}

// Titles, notes and the address of the office stand above the heads.
const mostRowsAboveHeads = 20
// The template marks the columns that must be filled.
const tidyHead = (text: string) => fold(text.replaceAll('*', '').replaceAll(/\([^)]*\)/g, ''))

/**
 * The table of one kind among the sheets: the sheet of that name, else the one whose heads fit best. null when no sheet
 * looks like it. Empty rows are left out; cells hold NFC with single spaces.
 */
export function findTable<K extends string>(
  grids: readonly SheetGrid[],
  rules: SheetRules<K>,
): { table: SheetTable<K>; faults: GridFault[] } | null {
  const names = new Set(rules.sheetNames.map(fold))
  const found = grids
    .map((grid) => ({ grid, head: headOf(grid, rules), named: names.has(fold(grid.name)) }))
    .filter(({ head, named }) => named || head.columnOf.size >= 3)
    .toSorted((a, b) => Number(b.named) - Number(a.named) || b.head.columnOf.size - a.head.columnOf.size)[0]
  if (found === undefined) return null
  const { grid, head } = found
  const faults: GridFault[] = [...head.faults]
  for (const column of rules.columns) {
    if (column.required && !head.columnOf.has(column.key))
      faults.push({
        sheet: grid.name,
        row: head.row,
        column: null,
        value: column.headings[0],
        reason: 'column_missing',
      })
  }
  const rows: TableRow<K>[] = []
  for (const { row, cells } of grid.rows) {
    if (row <= head.row) continue
    const values: Partial<Record<K, string>> = {}
    let isEmpty = true
    for (const [key, column] of head.columnOf) {
      const value = squeeze(toNfc(cells.get(column) ?? ''))
      if (value === '') continue
      isEmpty = false
      values[key] = value
    }
    if (isEmpty) continue
    rows.push({ row, values })
    faults.push(...cellFaults(grid.name, row, values, head.columnOf, rules))
  }
  return { table: { sheet: grid.name, columnOf: head.columnOf, rows }, faults }
}

type Head<K> = { row: number; columnOf: ReadonlyMap<K, number>; faults: GridFault[] }

function headOf<K extends string>(grid: SheetGrid, rules: SheetRules<K>): Head<K> {
  let best: Head<K> = { row: 0, columnOf: new Map(), faults: [] }
  for (const { row, cells } of grid.rows) {
    if (row > mostRowsAboveHeads) break
    const columnOf = new Map<K, number>()
    const faults: GridFault[] = []
    for (const [column, text] of cells) {
      const known = rules.columns.find(({ headings }) =>
        headings.some((heading) => tidyHead(heading) === tidyHead(text)),
      )
      if (known === undefined) continue
      if (columnOf.has(known.key))
        faults.push({ sheet: grid.name, row, column, value: text, reason: 'column_twice' })
      else columnOf.set(known.key, column)
    }
    if (columnOf.size > best.columnOf.size) best = { row, columnOf, faults }
  }
  return best
}

function cellFaults<K extends string>(
  sheet: string,
  row: number,
  values: Partial<Record<K, string>>,
  columnOf: ReadonlyMap<K, number>,
  rules: SheetRules<K>,
): GridFault[] {
  return rules.columns.flatMap(({ key, required, most }): GridFault[] => {
    const column = columnOf.get(key)
    if (column === undefined) return []
    const value = values[key]
    if (value === undefined) return required ? [{ sheet, row, column, value: '', reason: 'required' }] : []
    // What a formula that cannot be computed leaves behind.
    if (/^#(REF|DIV\/0|N\/A|VALUE|NAME|NUM|NULL)[!?]?$/.test(value))
      return [{ sheet, row, column, value, reason: 'cell_error' }]
    return value.length > most ? [{ sheet, row, column, value, reason: 'too_long' }] : []
  })
}

/** What is wrong at one cell of a row; a column that is not there has no number. */
export function faultAt<K extends string, Reason extends string>(
  table: SheetTable<K> | null,
  row: number,
  key: K,
  reason: Reason,
  value: string,
): { sheet: string; row: number; column: number | null; value: string; reason: Reason } {
  return { sheet: table?.sheet ?? '', row, column: table?.columnOf.get(key) ?? null, value, reason }
}
