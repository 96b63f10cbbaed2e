import type { SchoolLevel } from '#domain/units/unit.ts'

/** A text of a form, in both languages of the product. */
export type Caption = { vi: string; en: string }

/** Identifies a cell within its form: "k1.pupils". */
export type CellId = string

/** A number; null: nothing reported yet; 'na': not asked of this unit. Zero is a number. */
export type Cell = number | null | 'na'

/** What may stand in a cell. Counts are whole; decimals have at most so many digits after the comma. */
export type CellKind =
  | { kind: 'count'; most: number }
  | { kind: 'decimal'; decimals: number; least: number; most: number }

export type EntryColumn = { code: string; title: Caption; entry: CellKind; required: boolean }
/** Computed from the other columns of its row by an expression; never typed. */
export type ComputedColumn = { code: string; title: Caption; computed: string; decimals: number }
export type FormColumn = EntryColumn | ComputedColumn

/** `limits` are numbers of the row that rules name: the largest class by law. */
export type EntryRow = { code: string; title: Caption; limits?: Readonly<Record<string, number>> }
/** Adds up other rows; never typed. */
export type TotalRow = { code: string; title: Caption; sumOf: readonly string[] }
export type FormRow = EntryRow | TotalRow

/** Rows that belong together and are asked of the schools of some level. */
export type FormSection = {
  code: string
  title: Caption
  levels: readonly SchoolLevel[]
  rows: readonly FormRow[]
}

export type Severity = 'stop' | 'warn'

/**
 * What must hold, as a condition (domain/basics/expression). `row`: in every row that is typed in, over its columns and
 * limits; told at the column `at`. `form`: once, over names such as "primary.pupils"; told at the cell `at`. A rule whose
 * numbers are not all there is silent. {name} in the message is filled with the number.
 */
export type FormRule = {
  code: string
  over: 'row' | 'form'
  holds: string
  at: string
  severity: Severity
  message: Caption
}

/** A form as data: fixed tables whose columns are the same in every section. */
export type FormDefinition = {
  code: string
  version: number
  title: Caption
  /** How to fill it in, and as of which day. */
  guide: Caption
  columns: readonly FormColumn[]
  sections: readonly FormSection[]
  /** Rows under everything, such as the sum of all levels. */
  totals: readonly TotalRow[]
  rules: readonly FormRule[]
}

export type EntryCell = {
  id: CellId
  index: number
  row: EntryRow
  column: EntryColumn
  section: FormSection
}

export function isTotal(row: FormRow): row is TotalRow {
  return 'sumOf' in row
}

export function isComputed(column: FormColumn): column is ComputedColumn {
  return 'computed' in column
}

export function cellId(row: { code: string }, column: { code: string }): CellId {
  return `${row.code}.${column.code}`
}

/** The cells that are typed in, in the order in which their values are stored. */
export function entryCells(form: FormDefinition): EntryCell[] {
  const cells: EntryCell[] = []
  for (const section of form.sections) {
    for (const row of section.rows) {
      if (isTotal(row)) continue
      for (const column of form.columns) {
        if (!isComputed(column))
          cells.push({ id: cellId(row, column), index: cells.length, row, column, section })
      }
    }
  }
  return cells
}

export function rowsOf(form: FormDefinition): FormRow[] {
  return [...form.sections.flatMap((section) => section.rows), ...form.totals]
}

/** Every name that a rule over the form or an indicator may use: rows × columns, totals and computed ones among them. */
export function namesOf(form: FormDefinition): CellId[] {
  return rowsOf(form).flatMap((row) => form.columns.map((column) => cellId(row, column)))
}

/** "Lớp 1 – Số học sinh". */
export function cellTitle(cell: Pick<EntryCell, 'row' | 'column'>): Caption {
  return {
    vi: `${cell.row.title.vi} – ${cell.column.title.vi}`,
    en: `${cell.row.title.en} – ${cell.column.title.en}`,
  }
}
