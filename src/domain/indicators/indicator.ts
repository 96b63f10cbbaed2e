import { type Answer, compileNumber, type Expression } from '#domain/basics/expression.ts'
import { formatNumber, formatPercent } from '#domain/basics/numbers.ts'
import { type Asked, sectionsFor } from '#domain/forms/applies.ts'
import {
  type Caption,
  type CellId,
  cellId,
  type EntryCell,
  isComputed,
  isTotal,
  rowsOf,
} from '#domain/forms/form.ts'
import { type PreparedForm, sumOf } from '#domain/forms/prepared-form.ts'
import type { SchoolLevel } from '#domain/units/unit.ts'
import type { Rollup } from '#domain/submissions/rollup.ts'

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

/** An indicator over one version of a form: its formula, and the typed cells that each of its names adds up. */
export type PreparedIndicator = {
  expression: Expression<number>
  parts: ReadonlyMap<string, readonly EntryCell[]>
  cells: readonly EntryCell[]
}

/**
 * One form's sums over some units. A figure may rest on several, where districts collected apart. `givers`: how many of the
 * units gave any of it, where sums cannot tell (`mustCountGivers`).
 */
export type FigureSource = { indicator: PreparedIndicator | null; rollup: Rollup; givers?: number | null }

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

/** The indicator over this version of the form; null where the version lacks what it names. */
export function prepareIndicator(
  indicator: Pick<Indicator, 'expression'>,
  form: PreparedForm,
): PreparedIndicator | null {
  const read = compileNumber(indicator.expression, indicatorNames(form))
  if (!read.ok) return null
  const parts = new Map(read.value.names.map((name) => [name, cellsBehind(name, form)]))
  const all = new Set([...parts.values()].flat())
  return { expression: read.value, parts, cells: form.cells.filter((cell) => all.has(cell)) }
}

// The typed cells that a name stands for: a total leads to its rows.
function cellsBehind(name: string, form: PreparedForm): EntryCell[] {
  const rows = new Map(rowsOf(form.definition).map((row) => [row.code, row]))
  const [rowCode = '', column = ''] = name.split('.')
  const found = new Set<CellId>()
  const waiting = [rowCode]
  for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
    const row = rows.get(code)
    if (row !== undefined && isTotal(row)) waiting.push(...row.sumOf)
    else found.add(`${code}.${column}`)
  }
  return form.cells.filter((cell) => found.has(cell.id))
}

/** Adds up over the sources what the formula names, then computes: a share of sums, never a mean of shares. */
export function indicatorValue(sources: readonly FigureSource[]): IndicatorValue {
  const expression = sources.find((source) => source.indicator !== null)?.indicator?.expression
  if (expression === undefined) return { answer: { kind: 'none', why: 'missing' }, share: null, units: 0 }
  const numberOf = (name: string) => sumOf(sources.map((source) => sumIn(source, name)))
  const share = expression.share
  const valueOf = (answer: Answer<number>) => (answer.kind === 'value' ? answer.value : null)
  return {
    answer: expression.answer(numberOf),
    share:
      share === null
        ? null
        : { part: valueOf(share.part.answer(numberOf)), whole: valueOf(share.whole.answer(numberOf)) },
    units: sources.reduce((units, source) => units + unitsBehind(source), 0),
  }
}

function sumIn({ indicator, rollup }: FigureSource, name: string): number | null {
  const cells = indicator?.parts.get(name) ?? []
  return sumOf(
    cells.map(({ index }) => ((rollup.counts[index] ?? 0) > 0 ? (rollup.sums[index] ?? null) : null)),
  )
}

/** Of some sections, not all, sums cannot tell a school of two levels from two schools: the units have to be counted. */
export function mustCountGivers(indicator: PreparedIndicator, form: PreparedForm): boolean {
  const sections = new Set(indicator.cells.map((cell) => cell.section.code)).size
  return sections > 1 && sections < form.definition.sections.length
}

// Within a section every unit fills all its rows: the cell that most units filled tells how many there were. Of all sections
// it is whoever sent anything, for then the sum over the sections, in which a school of two levels counts twice, is no less.
function unitsBehind({ indicator, rollup, givers }: FigureSource): number {
  if (givers !== undefined && givers !== null) return givers
  const most = new Map<string, number>()
  for (const { section, index } of indicator?.cells ?? []) {
    most.set(section.code, Math.max(most.get(section.code) ?? 0, rollup.counts[index] ?? 0))
  }
  return Math.min(
    rollup.submissions,
    [...most.values()].reduce((sum, count) => sum + count, 0),
  )
}

/** Whether the form asks the unit any of what the indicator counts: a preschool does not report pupils of grade 1. */
export function concerns(indicator: PreparedIndicator, form: PreparedForm, unit: Asked): boolean {
  const asked = sectionsFor(form.definition, unit)
  return indicator.cells.some((cell) => asked.includes(cell.section))
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
