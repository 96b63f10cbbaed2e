import { compileCondition, compileNumber, type Expression, type NumberOf } from '#domain/basics/expression.ts'
import { roundTo } from '#domain/basics/numbers.ts'
import {
  type Cell,
  type CellId,
  cellId,
  type EntryCell,
  type EntryColumn,
  entryCells,
  type FormDefinition,
  type FormRow,
  type FormRule,
  isComputed,
  isTotal,
  namesOf,
  rowsOf,
} from './form.ts'

/** A form with its expressions compiled and its cells indexed. Prepared once, used for every keystroke. */
export type PreparedForm = {
  definition: FormDefinition
  cells: readonly EntryCell[]
  cellById: ReadonlyMap<CellId, EntryCell>
  rules: readonly { rule: FormRule; condition: Expression<boolean> }[]
  computed: ReadonlyMap<string, Expression<number>>
}

/** Why a definition is no form; the first fault found, with the place. */
export type FormFault = {
  reason: 'code_twice' | 'code_not_valid' | 'unknown_row' | 'sum_in_circle' | 'expression' | 'unknown_place'
  at: string
}

const codePattern = /^[a-z][a-z0-9_]*$/

/** The first thing that is wrong with a definition, null where nothing is. */
export function formFault(form: FormDefinition): FormFault | null {
  const rows = rowsOf(form)
  const rowCodes = rows.map((row) => row.code)
  const columnCodes = form.columns.map((column) => column.code)
  for (const codes of [rowCodes, columnCodes, form.rules.map((rule) => rule.code)]) {
    const wrong = codes.find((code) => !codePattern.test(code))
    if (wrong !== undefined) return { reason: 'code_not_valid', at: wrong }
    const twice = codes.find((code, index) => codes.indexOf(code) !== index)
    if (twice !== undefined) return { reason: 'code_twice', at: twice }
  }
  for (const row of rows) {
    if (!isTotal(row)) continue
    const missing = row.sumOf.find((code) => !rowCodes.includes(code))
    if (missing !== undefined) return { reason: 'unknown_row', at: `${row.code}: ${missing}` }
    if (sumsItself(row.code, new Map(rows.map((one) => [one.code, one]))))
      return { reason: 'sum_in_circle', at: row.code }
  }
  return expressionFault(form)
}

function sumsItself(code: string, rows: ReadonlyMap<string, FormRow>): boolean {
  const waiting = [code]
  const seen = new Set<string>()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const row = rows.get(next)
    if (row === undefined || !isTotal(row)) continue
    if (row.sumOf.includes(code)) return true
    if (seen.has(next)) continue
    seen.add(next)
    waiting.push(...row.sumOf)
  }
  return false
}

function expressionFault(form: FormDefinition): FormFault | null {
  for (const column of form.columns) {
    if (isComputed(column) && !compileNumber(column.computed, typedNames(form)).ok)
      return { reason: 'expression', at: column.code }
  }
  const cells = new Set(entryCells(form).map((cell) => cell.id))
  for (const rule of form.rules) {
    if (!compileCondition(rule.holds, ruleNames(form, rule)).ok)
      return { reason: 'expression', at: rule.code }
    const isPlace =
      rule.over === 'row'
        ? form.columns.some((column) => column.code === rule.at && !isComputed(column))
        : cells.has(rule.at)
    if (!isPlace) return { reason: 'unknown_place', at: `${rule.code}: ${rule.at}` }
  }
  return null
}

function typedNames(form: FormDefinition): string[] {
  return form.columns.filter((column) => !isComputed(column)).map((column) => column.code)
}

function ruleNames(form: FormDefinition, rule: FormRule): string[] {
  if (rule.over === 'form') return namesOf(form)
  const limits = rowsOf(form).flatMap((row) => (isTotal(row) ? [] : Object.keys(row.limits ?? {})))
  return [...new Set([...form.columns.map((column) => column.code), ...limits])]
}

/** Throws RangeError for a definition with a fault: only definitions that passed formFault are ever stored. */
export function prepareForm(definition: FormDefinition): PreparedForm {
  const fault = formFault(definition)
  if (fault !== null) throw new RangeError(`form ${definition.code}: ${fault.reason} at ${fault.at}`)
  const cells = entryCells(definition)
  const computed = new Map<string, Expression<number>>()
  for (const column of definition.columns) {
    if (!isComputed(column)) continue
    const read = compileNumber(column.computed, typedNames(definition))
    if (read.ok) computed.set(column.code, read.value)
  }
  const rules = definition.rules.flatMap((rule) => {
    const read = compileCondition(rule.holds, ruleNames(definition, rule))
    return read.ok ? [{ rule, condition: read.value }] : []
  })
  return { definition, cells, cellById: new Map(cells.map((cell) => [cell.id, cell])), rules, computed }
}

/** Every number that can be named in a form: typed, summed and computed; null where there is none. */
export type FormNumbers = ReadonlyMap<CellId, number | null>

/**
 * The numbers of a filled form. A total is the sum of what is there, and null where nothing is: a school that has reported
 * two of five grades has a sum so far, one that has reported none has no zero. A decimal sum is rounded to 6 digits, so that
 * 0.1 + 0.2 is 0.3.
 */
export function numbersOf(form: PreparedForm, cells: readonly Cell[]): FormNumbers {
  return numbersFrom(form, (cell) => numberIn(cells[cell.index]))
}

/** The same over any source of typed numbers, such as sums over many units. */
export function numbersFrom(form: PreparedForm, typed: (cell: EntryCell) => number | null): FormNumbers {
  const numbers = new Map<CellId, number | null>(form.cells.map((cell) => [cell.id, typed(cell)]))
  const rows = rowsOf(form.definition)
  const entries = form.definition.columns.filter((column): column is EntryColumn => !isComputed(column))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  function total(row: FormRow, column: EntryColumn): number | null {
    const id = cellId(row, column)
    const known = numbers.get(id)
    if (known !== undefined || !isTotal(row)) return known ?? null
    const parts = row.sumOf
      .map((code) => byCode.get(code))
      .flatMap((part) => (part === undefined ? [] : [total(part, column)]))
    const sum = sumOf(parts)
    numbers.set(id, sum)
    return sum
  }
  for (const row of rows) {
    for (const column of entries) total(row, column)
    for (const [code, expression] of form.computed) {
      const answer = expression.answer((name) => numbers.get(`${row.code}.${name}`) ?? null)
      numbers.set(`${row.code}.${code}`, answer.kind === 'value' ? answer.value : null)
    }
  }
  return numbers
}

/** The sum of what is there; null where nothing is. */
export function sumOf(parts: readonly (number | null)[]): number | null {
  const given = parts.filter((part) => part !== null)
  return given.length === 0
    ? null
    : roundTo(
        given.reduce((sum, part) => sum + part, 0),
        6,
      )
}

function numberIn(cell: Cell | undefined): number | null {
  return typeof cell === 'number' ? cell : null
}

/** The numbers of one row under the bare names of its columns, and its limits: what a rule over a row sees. */
export function rowNumbers(row: FormRow, numbers: FormNumbers): NumberOf {
  const limits = isTotal(row) ? {} : (row.limits ?? {})
  return (name) => limits[name] ?? numbers.get(`${row.code}.${name}`) ?? null
}
