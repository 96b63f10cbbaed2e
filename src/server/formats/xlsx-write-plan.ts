// What is handed to `writeWorkbook`.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { CellRange } from './xlsx-cells.ts'
import type { CellStyle } from './xlsx-write-styles.ts'

export type SheetValue = string | number | boolean | { date: LocalDate } | null
/** A value alone has the style of its column. */
export type SheetCell = SheetValue | { value: SheetValue; style: CellStyle }

export type SheetColumn = {
  /** In characters of the usual font. */
  width: number
  hidden?: boolean
  /** Also of the empty cells below the rows. */
  style?: CellStyle
}

export type Validation = {
  /** Rows and columns that it holds for. */
  range: CellRange
  /** Shown when something else is typed. */
  message: { title: string; text: string }
  /** Something else may be right all the same: Excel asks instead of refusing. */
  advice?: true
} & (
  | { kind: 'list'; values: readonly string[] }
  /** The values stand in cells of the workbook. */
  | { kind: 'list_of_cells'; sheet: string; cells: CellRange }
  | { kind: 'whole' | 'decimal'; min?: number; max?: number }
  | { kind: 'date'; min: LocalDate; max: LocalDate }
)

export type SheetPlan = {
  /** At most 31 characters, none of []:*?/\ ; see `sheetNameFrom`. */
  name: string
  hidden?: boolean
  columns: readonly SheetColumn[]
  rows: readonly { cells: readonly SheetCell[]; height?: number }[]
  frozen?: { rows: number; columns: number }
  merges?: readonly CellRange[]
  validations?: readonly Validation[]
  /** Only unlocked cells may be changed; without a password, against slips, not against people. */
  protected?: boolean
  landscape?: boolean
  /** The first rows, printed on each page. */
  repeatedRows?: number
}

export type WorkbookPlan = {
  sheets: readonly SheetPlan[]
  names?: readonly { name: string; sheet: string; cells: CellRange }[]
}

/** Where the values of a list stand in the workbook. */
export type ListPlace = { sheet: string; cells: CellRange }
