// What the grid and the list of fields show: sections, rows and cells with everything that is said at them.
import type { Language } from '#contract/error-texts.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import type { Finding } from '#domain/forms/check-cells.ts'
import {
  type Cell,
  type CellId,
  cellId,
  cellTitle,
  type FormColumn,
  type FormRow,
  type FormSection,
  isComputed,
  isTotal,
} from '#domain/forms/form.ts'
import { type FormNumbers, numbersOf, type PreparedForm } from '#domain/forms/prepared-form.ts'
import { formatCell, valueFault } from '#domain/forms/read-cell.ts'
import type { Position, Shape } from './grid-moves.ts'

export type ModelCell = {
  id: CellId
  /** "Lớp 1 – Số học sinh". */
  title: string
  columnTitle: string
  /** Typed in, not a total and not computed. */
  open: boolean
  text: string
  last: string
  note: { severity: 'stop' | 'warn'; message: string } | null
  comment: string | null
}

export type ModelRow = { code: string; title: string; total: boolean; cells: ModelCell[] }
export type ModelSection = { code: string; title: string; rows: ModelRow[]; empty: number; notes: number }
export type GridModel = {
  columns: { code: string; title: string; open: boolean }[]
  sections: ModelSection[]
  rows: ModelRow[]
  shape: Shape
}

export type Filled = {
  form: PreparedForm
  cells: readonly Cell[]
  texts: Readonly<Record<CellId, string>>
  last: readonly Cell[] | null
  findings: readonly Finding[]
  comments: Readonly<Record<CellId, string>>
  /** Empty required cells are told once somebody wanted to send. */
  withMissing: boolean
  notNumber: string
  language: Language
}

export function gridModel(filled: Filled): GridModel {
  const { form, language } = filled
  const { columns, sections, totals } = form.definition
  const numbers = numbersOf(form, filled.cells)
  const before = filled.last === null ? null : numbersOf(form, filled.last)
  const rowOf = (row: FormRow): ModelRow => ({
    code: row.code,
    title: row.title[language],
    total: isTotal(row),
    cells: columns.map((column) => cellOf(filled, numbers, before, row, column)),
  })
  const shown = sections
    .filter((section) => isShown(filled, section))
    .map((section) => ({ section, rows: section.rows.map(rowOf) }))
  // With one section its own total is the total of everything.
  const last = shown.length > 1 ? totals.map(rowOf) : []
  const rows = [...shown.flatMap((one) => one.rows), ...last]
  return {
    columns: columns.map((column) => ({
      code: column.code,
      title: column.title[language],
      open: !isComputed(column),
    })),
    sections: [
      ...shown.map(({ section, rows: own }) => ({
        code: section.code,
        title: section.title[language],
        rows: own,
        ...countsOf(filled, own),
      })),
      ...(last.length === 0 ? [] : [{ code: 'totals', title: '', rows: last, empty: 0, notes: 0 }]),
    ],
    rows,
    shape: {
      rows: rows.length,
      columns: columns.length,
      isOpen: ({ row, column }) => rows[row]?.cells[column]?.open === true,
    },
  }
}

function isShown({ form, cells }: Filled, section: FormSection): boolean {
  return form.cells.some((cell) => cell.section.code === section.code && cells[cell.index] !== 'na')
}

function countsOf({ form, cells }: Filled, rows: readonly ModelRow[]): { empty: number; notes: number } {
  const open = rows.flatMap((row) => row.cells).filter((cell) => cell.open)
  const isEmpty = (id: CellId) => {
    const cell = form.cellById.get(id)
    return cell !== undefined && cell.column.required && (cells[cell.index] ?? null) === null
  }
  return {
    empty: open.filter((cell) => isEmpty(cell.id)).length,
    notes: open.filter((cell) => cell.note !== null).length,
  }
}

function cellOf(
  filled: Filled,
  numbers: FormNumbers,
  before: FormNumbers | null,
  row: FormRow,
  column: FormColumn,
): ModelCell {
  const id = cellId(row, column)
  const typed = filled.form.cellById.get(id)
  const title = `${row.title[filled.language]} – ${column.title[filled.language]}`
  const shown = (value: number | null) =>
    value === null ? '' : formatNumber(value, isComputed(column) ? column.decimals : 6)
  const base = {
    id,
    title,
    columnTitle: column.title[filled.language],
    last: shown(before?.get(id) ?? null),
    comment: filled.comments[id] ?? null,
  }
  if (typed === undefined) return { ...base, open: false, text: shown(numbers.get(id) ?? null), note: null }
  const text = filled.texts[id]
  const value = filled.cells[typed.index] ?? null
  // A number that cannot stand there is shown as it is, not rounded to fit.
  const written =
    typeof value === 'number' && valueFault(typed.column.entry, value) !== null
      ? formatNumber(value, 6)
      : formatCell(typed.column.entry, value)
  return {
    ...base,
    title: cellTitle(typed)[filled.language],
    open: true,
    text: text ?? written,
    note: text === undefined ? noteOf(filled, id) : { severity: 'stop', message: filled.notNumber },
  }
}

function noteOf({ findings, withMissing, language }: Filled, id: CellId): ModelCell['note'] {
  const finding = findings.find((one) => one.cell === id && (withMissing || one.code !== 'missing'))
  return finding === undefined ? null : { severity: finding.severity, message: finding.message[language] }
}

export function positionOf(model: GridModel, id: CellId): Position | null {
  const row = model.rows.findIndex((one) => one.cells.some((cell) => cell.id === id))
  const column = model.rows[row]?.cells.findIndex((cell) => cell.id === id) ?? -1
  return row < 0 || column < 0 ? null : { row, column }
}

export function cellAt(model: GridModel, at: Position): ModelCell | null {
  return model.rows[at.row]?.cells[at.column] ?? null
}
