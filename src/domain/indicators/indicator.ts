import { type Answer, compileNumber, type Expression } from '#domain/basics/expression.ts'
import { formatNumber, formatPercent } from '#domain/basics/numbers.ts'
import { type Asked, sectionsFor } from '#domain/forms/applies.ts'
import { type Caption, type CellId, cellId, isComputed, isTotal, rowsOf } from '#domain/forms/form.ts'
import { type FormNumbers, type PreparedForm, sumOf } from '#domain/forms/prepared-form.ts'
import type { SchoolLevel } from '#domain/units/unit.ts'
import { type Rollup, rollupNumbers } from '#domain/submissions/rollup.ts'

/**
 * The five fields by which state statistics define an indicator: concept and method, main breakdowns, when it is published,
 * source, responsible body (GSO metadata; Circular 03/2024/TT-BGDĐT follows them). Group and level order it on the screen.
 */
export type IndicatorCard = {
  concept: Caption
  breakdowns: Caption
  published: Caption
  source: Caption
  responsible: Caption
  group: Caption
  level: SchoolLevel | null
}

/** count: things counted. average: one decimal. percent: a share of one, shown as 85,7%. */
export type Measure = 'count' | 'average' | 'percent'
export const measures = ['count', 'average', 'percent'] as const satisfies readonly Measure[]

/** A formula over the typed and summed cells of a form, each added up over the units first. */
export type Indicator = {
  code: string
  name: Caption
  formCode: string
  expression: string
  measure: Measure
  card: IndicatorCard
}

/** One form's sums over some units. A figure may rest on several, where districts collected apart. */
export type FigureSource = { form: PreparedForm; rollup: Rollup }

export type IndicatorValue = {
  answer: Answer<number>
  /** Numerator and denominator of a share. */
  share: { part: number | null; whole: number | null } | null
  /** How many units gave a number to what the indicator counts. */
  units: number
}

/** The names that an indicator may use: no computed columns, whose sums would mean nothing. */
export function indicatorNames(form: PreparedForm): CellId[] {
  const columns = form.definition.columns.filter((column) => !isComputed(column))
  return rowsOf(form.definition).flatMap((row) => columns.map((column) => cellId(row, column)))
}

/** The formula over this version of the form; null where the version lacks what it names. */
export function expressionFor(
  indicator: Pick<Indicator, 'expression'>,
  form: PreparedForm,
): Expression<number> | null {
  const read = compileNumber(indicator.expression, indicatorNames(form))
  return read.ok ? read.value : null
}

/** Adds up over the sources what the formula names, then computes: a share of sums, never a mean of shares. */
export function indicatorValue(
  indicator: Pick<Indicator, 'expression'>,
  sources: readonly FigureSource[],
): IndicatorValue {
  const numbers = sources.map((source) => rollupNumbers(source.form, source.rollup))
  const expression = sources
    .map((source) => expressionFor(indicator, source.form))
    .find((found) => found !== null)
  if (expression === undefined || expression === null)
    return { answer: { kind: 'none', why: 'missing' }, share: null, units: 0 }
  const numberOf = (name: string) => sumOf(numbers.map((one: FormNumbers) => one.get(name) ?? null))
  const share = expression.share
  const valueOf = (answer: Answer<number>) => (answer.kind === 'value' ? answer.value : null)
  return {
    answer: expression.answer(numberOf),
    share:
      share === null
        ? null
        : { part: valueOf(share.part.answer(numberOf)), whole: valueOf(share.whole.answer(numberOf)) },
    units: sources.reduce((units, source) => units + unitsBehind(expression.names, source), 0),
  }
}

// Within a section every unit fills all its rows: the cell that most units filled tells how many there were. Over several
// sections they are added; a school of two levels would count twice, so that it is never more than sent anything.
function unitsBehind(names: readonly string[], { form, rollup }: FigureSource): number {
  const most = new Map<string, number>()
  for (const id of cellsBehind(names, form)) {
    const cell = form.cellById.get(id)
    if (cell === undefined) continue
    most.set(cell.section.code, Math.max(most.get(cell.section.code) ?? 0, rollup.counts[cell.index] ?? 0))
  }
  return Math.min(
    rollup.submissions,
    [...most.values()].reduce((sum, count) => sum + count, 0),
  )
}

/** The typed cells that names stand for: a total leads to its rows. */
export function cellsBehind(names: readonly string[], form: PreparedForm): CellId[] {
  const rows = new Map(rowsOf(form.definition).map((row) => [row.code, row]))
  const cells = new Set<CellId>()
  for (const name of names) {
    const [rowCode = '', column = ''] = name.split('.')
    const waiting = [rowCode]
    for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
      const row = rows.get(code)
      if (row !== undefined && isTotal(row)) waiting.push(...row.sumOf)
      else cells.add(`${code}.${column}`)
    }
  }
  // In the order of the form.
  return form.cells.map((cell) => cell.id).filter((id) => cells.has(id))
}

/** Whether the form asks the unit any of the cells behind the names: a preschool does not report pupils of grade 1. */
export function concerns(names: readonly string[], form: PreparedForm, unit: Asked): boolean {
  const asked = new Set(sectionsFor(form.definition, unit).map((section) => section.code))
  return cellsBehind(names, form).some((id) => asked.has(form.cellById.get(id)?.section.code ?? ''))
}

/** As it is printed: '12.246', '42,1', '85,7%'. */
export function formatMeasure(value: number, measure: Measure): string {
  switch (measure) {
    case 'count':
      return formatNumber(value, 0)
    case 'average':
      return formatNumber(value, 1)
    case 'percent':
      return formatPercent(value, 1)
  }
}
