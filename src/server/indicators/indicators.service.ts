// Indicators out of approved figures: read from kept sums, and led back to the units, the cells and the people behind them.
// It never shows a number that nobody reported.
import type { z } from 'zod'
import type { Figure, indicatorsContract, SourceLine } from '#contract/indicators.ts'
import type { IndicatorId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { cellTitle } from '#domain/forms/form.ts'
import { type PreparedForm, prepareForm } from '#domain/forms/prepared-form.ts'
import {
  concerns,
  type Indicator,
  type IndicatorValue,
  indicatorValue,
  mustCountGivers,
  type PreparedIndicator,
  prepareIndicator,
} from '#domain/indicators/indicator.ts'
import { readyIndicators } from '#domain/indicators/ready-indicators.ts'
import { roundsFor } from '#domain/indicators/sources.ts'
import { can, isBelow } from '#domain/rights/can.ts'
import { lastMove, lastTyped, type Step } from '#domain/submissions/history.ts'
import { joinRollups, rollupOwnerships } from '#domain/submissions/rollup.ts'
import { type Period, periods } from '#domain/submissions/round.ts'
import { levelsOf, schoolLevels } from '#domain/units/unit.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { askedAround, getRound } from '#server/submissions/rounds.service.ts'
import { getSubmission } from '#server/submissions/submission-pages.service.ts'
import { getUnitFor, unitsAlong } from '#server/units/units.service.ts'
import type { AskedUnit } from '#server/submissions/rounds.queries.ts'
import {
  type CollectedRow,
  findOwnSubmission,
  type Giver,
  insertIndicator,
  listChildren,
  listCollected,
  listGivers,
  listIndicatorRows,
  type OwnedRollup,
} from './indicators.queries.ts'

type Contract = typeof indicatorsContract
type Asked = { unitId: UnitId; schoolYear: SchoolYear; period?: Period | undefined }
type FiguresPage = z.output<Contract['listFigures']['reply']>
type SourcesPage = z.output<Contract['getSources']['reply']>

/** Stores the ready-made indicators that the tenant does not have yet. Run again, it does nothing. */
export async function installIndicators(ctx: Ctx): Promise<void> {
  for (const [position, indicator] of readyIndicators.entries()) {
    const id = newId<IndicatorId>(ctx.now.getTime())
    if (!(await insertIndicator(ctx.db, ctx.tenantId, { id, indicator, position: position + 1 }))) continue
    await audit(ctx, {
      action: 'indicator.install',
      object: { kind: 'indicator', id, name: indicator.name.vi },
      unitId: null,
      after: { code: indicator.code, expression: indicator.expression },
    })
  }
}

/** A tenant's own definition of a code goes before the ready-made one. */
async function indicatorsOf(ctx: Ctx): Promise<Indicator[]> {
  const own = await listIndicatorRows(ctx.db, ctx.tenantId)
  return [...own, ...readyIndicators.filter((ready) => !own.some((one) => one.code === ready.code))]
}

type Source = CollectedRow & { form: PreparedForm; asked: AskedUnit[]; nodeDepth: number }
type Ground = Omit<FiguresPage, 'figures'> & { sources: Source[] }

/** The rounds that tell about the unit, by form: whom they ask, and how many of them have been approved. */
async function groundOf(ctx: Ctx, { unitId, schoolYear, period }: Asked): Promise<Ground> {
  await getUnitFor(ctx, 'indicator.read', unitId)
  const known = await listCollected(ctx.db, ctx.tenantId, unitId, schoolYear)
  const available = periods.filter((one) => known.some((row) => row.period === one))
  const withFigures = available.filter((one) =>
    known.some((row) => row.period === one && row.rollups.length > 0),
  )
  const chosen = period ?? withFigures.at(-1) ?? available.at(-1) ?? null
  const rows = known.filter((row) => row.period === chosen)
  const sources: Source[] = []
  for (const formCode of new Set(rows.map((row) => row.definition.code))) {
    for (const row of roundsFor(rows.filter((one) => one.definition.code === formCode)))
      sources.push(await withAsked(ctx, row))
  }
  return {
    schoolYear,
    period: chosen,
    available,
    rounds: sources.map(({ roundId, title, issuerName }) => ({ roundId, title, issuerName })),
    asked: sources.reduce((sum, source) => sum + source.asked.length, 0),
    approved: sources.reduce((sum, source) => sum + approvedIn(source.rollups), 0),
    levels: schoolLevels.filter((level) =>
      sources.some((source) => source.asked.some((unit) => levelsOf(unit).includes(level))),
    ),
    sources,
  }
}

async function withAsked(ctx: Ctx, row: CollectedRow): Promise<Source> {
  const round = await getRound(ctx, row.roundId)
  const { asked } = await askedAround(ctx, round, row.nodePath)
  return {
    ...row,
    form: prepareForm(row.definition),
    asked,
    nodeDepth: row.nodePath.split('.').length,
  }
}

function approvedIn(rollups: readonly OwnedRollup[]): number {
  return rollups.reduce((sum, rollup) => sum + rollup.submissions, 0)
}

/** The indicators of a unit for a period (the latest with figures when none is named), as a whole and by ownership. */
export async function listFigures(ctx: Ctx, asked: Asked): Promise<FiguresPage> {
  const { sources, ...ground } = await groundOf(ctx, asked)
  const figures: Figure[] = []
  for (const one of await indicatorsOf(ctx)) figures.push(figureOf(one, await preparedFor(ctx, one, sources)))
  return { ...ground, figures }
}

function figureOf(indicator: Indicator, sources: readonly PreparedSource[]): Figure {
  const byOwnership = rollupOwnerships.flatMap((ownership) => {
    const parts = sources.map((source) => ({
      ...source,
      rollups: source.rollups.filter((rollup) => rollup.ownership === ownership),
      givers: source.givers?.filter((giver) => giver.ownership === ownership) ?? null,
    }))
    return parts.every((part) => part.rollups.length === 0) ? [] : [{ ownership, ...shown(valueOf(parts)) }]
  })
  const { code, name, measure, card } = indicator
  const asked = sources.reduce((sum, source) => sum + concernedIn(source).length, 0)
  return { code, name, measure, card, ...shown(valueOf(sources)), asked, byOwnership }
}

/** `givers` is null where the sums tell how many units there were. */
type PreparedSource = Source & { indicator: PreparedIndicator | null; givers: Giver[] | null }

// The formula is compiled once for each form, however many units are looked at.
async function preparedFor(
  ctx: Ctx,
  indicator: Indicator,
  all: readonly Source[],
): Promise<PreparedSource[]> {
  const sources: PreparedSource[] = []
  for (const source of all.filter(({ definition }) => definition.code === indicator.formCode)) {
    const prepared = prepareIndicator(indicator, source.form)
    const cells = prepared === null || !mustCountGivers(prepared, source.form) ? null : prepared.cells
    const givers = cells && (await listGivers(ctx.db, ctx.tenantId, source, cells))
    sources.push({ ...source, indicator: prepared, givers })
  }
  return sources
}

/** Of the units asked, those to whom the form puts what the indicator counts. */
function concernedIn({ indicator, form, asked }: PreparedSource): AskedUnit[] {
  return indicator === null ? [] : asked.filter((unit) => concerns(indicator, form, unit))
}

type Part = Pick<PreparedSource, 'indicator' | 'form' | 'rollups' | 'givers'>

function valueOf(parts: readonly Part[]): IndicatorValue {
  return indicatorValue(
    parts.map(({ indicator, form, rollups, givers }) => ({
      indicator,
      givers: givers?.length ?? null,
      rollup: joinRollups(form.cells.length, rollups),
    })),
  )
}

type Shown = {
  value: number | null
  why: 'not_reported' | 'zero_whole' | null
  part: number | null
  whole: number | null
  units: number
}

function shown({ answer, share, units }: IndicatorValue): Shown {
  const parts = { part: share?.part ?? null, whole: share?.whole ?? null, units }
  if (answer.kind === 'value') return { value: answer.value, why: null, ...parts }
  return { value: null, why: answer.why === 'missing' ? 'not_reported' : 'zero_whole', ...parts }
}

/** Where a figure comes from: the units below, and at a unit that sent its own form the cells with who typed them. */
export async function getSources(ctx: Ctx, code: string, asked: Asked): Promise<SourcesPage> {
  const indicator = (await indicatorsOf(ctx)).find((one) => one.code === code)
  if (indicator === undefined) throw new AppError('not_found')
  const { sources, available: _available, ...ground } = await groundOf(ctx, asked)
  const unit = await getUnitFor(ctx, 'indicator.read', asked.unitId)
  const own = await preparedFor(ctx, indicator, sources)
  const above = await unitsAlong(ctx, unit.path)
  return {
    ...ground,
    figure: figureOf(indicator, own),
    unitName: unit.shortName,
    above: above
      .slice(0, -1)
      .filter((one) => can(ctx.actor, 'indicator.read', { tenantId: ctx.tenantId, path: one.path }))
      .map((one) => ({ unitId: one.unitId, code: one.code, name: one.shortName })),
    lines: await linesOf(ctx, asked.unitId, own),
    own: await cellsOf(ctx, indicator, asked.unitId, own),
  }
}

async function linesOf(ctx: Ctx, unitId: UnitId, sources: readonly PreparedSource[]): Promise<SourceLine[]> {
  const rounds = sources.map((source) => source.roundId)
  const children = groupBy(await listChildren(ctx.db, ctx.tenantId, unitId, rounds), (child) => child.unitId)
  // By label: the unit's place on the round's day and on its closing day may differ above it.
  const asked = groupBy(
    sources.flatMap((source) =>
      concernedIn(source).map((unit) => ({ labels: unit.path.split('.').slice(source.nodeDepth) })),
    ),
    ({ labels }) => labels[0] ?? '',
  )
  return [...children.values()].flatMap((rows): SourceLine[] => {
    const [first] = rows
    if (first === undefined) return []
    const under = asked.get(first.path.split('.').at(-1) ?? '') ?? []
    const parts = sources.map((source) => {
      const here = rows.filter((row) => row.roundId === source.roundId)
      const givers = source.givers?.filter(({ path }) => here.some((row) => isBelow(path, row.path))) ?? null
      return { ...source, rollups: here.flatMap((row) => row.rollups), givers }
    })
    const value = valueOf(parts)
    if (under.length === 0 && value.units === 0) return []
    return [
      {
        unitId: first.unitId,
        code: first.code,
        name: first.name,
        ...shown(value),
        asked: under.length,
        deeper: under.some(({ labels }) => labels.length > 1),
        submissionId: rows.find((row) => row.submissionId !== null)?.submissionId ?? null,
      },
    ]
  })
}

// Map.groupBy came with Node 21.
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

async function cellsOf(
  ctx: Ctx,
  indicator: Indicator,
  unitId: UnitId,
  sources: readonly Source[],
): Promise<SourcesPage['own']> {
  const found = await findOwnSubmission(
    ctx.db,
    ctx.tenantId,
    unitId,
    sources.map((source) => source.roundId),
  )
  if (found === undefined) return null
  const page = await getSubmission(ctx, found.submissionId)
  const steps: Step[] = page.steps.map(({ content, at, personName, comment }) => ({
    ...content,
    at: at.toISOString(),
    personName,
    comment,
  }))
  const typed = lastTyped(steps)
  const approval = lastMove(steps, 'approve')
  const behind = prepareIndicator(indicator, page.form)?.cells ?? []
  return {
    ...found,
    approvedAt: approval?.at ?? null,
    approvedByName: approval?.personName ?? null,
    cells: behind.flatMap((cell) => {
      const value = page.cells[cell.index] ?? null
      if (value === 'na') return []
      const last = typed.get(cell.id)
      return [
        {
          cell: cell.id,
          title: cellTitle(cell),
          value,
          at: last?.at ?? null,
          personName: last?.personName ?? null,
        },
      ]
    }),
  }
}
