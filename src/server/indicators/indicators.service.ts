// Indicators out of approved figures: read from kept sums, and led back to the units, the cells and the people behind them.
// It never shows a number that nobody reported.
import type { z } from 'zod'
import type { Figure, indicatorsContract, SourceLine } from '#contract/indicators.ts'
import type { IndicatorId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { cellTitle } from '#domain/forms/form.ts'
import { type PreparedForm, prepareForm } from '#domain/forms/prepared-form.ts'
import {
  cellsBehind,
  concerns,
  expressionFor,
  type Indicator,
  type IndicatorValue,
  indicatorValue,
} from '#domain/indicators/indicator.ts'
import { readyIndicators } from '#domain/indicators/ready-indicators.ts'
import { roundsFor } from '#domain/indicators/sources.ts'
import { can } from '#domain/rights/can.ts'
import { lastMove, lastTyped, type Step } from '#domain/submissions/history.ts'
import { joinRollups, rollupOwnerships } from '#domain/submissions/rollup.ts'
import { type Period, periods } from '#domain/submissions/round.ts'
import { levelsOf, schoolLevels } from '#domain/units/unit.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { freshRollups } from '#server/submissions/rollups.service.ts'
import { askedAround, getRound } from '#server/submissions/rounds.service.ts'
import { getSubmission } from '#server/submissions/submission-pages.service.ts'
import { getUnitFor, unitsAlong } from '#server/units/units.service.ts'
import type { AskedUnit } from '#server/submissions/rounds.queries.ts'
import {
  type CollectedRow,
  findOwnSubmission,
  insertIndicator,
  listChildren,
  listCollected,
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
  const changed = await freshRollups(
    ctx,
    rows.map((row) => row.roundId),
  )
  const fresh = changed
    ? (await listCollected(ctx.db, ctx.tenantId, unitId, schoolYear)).filter((row) => row.period === chosen)
    : rows
  const sources: Source[] = []
  for (const formCode of new Set(fresh.map((row) => row.definition.code))) {
    for (const row of roundsFor(fresh.filter((one) => one.definition.code === formCode)))
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
  return { ...ground, figures: (await indicatorsOf(ctx)).map((indicator) => figureOf(indicator, sources)) }
}

function figureOf(indicator: Indicator, sources: readonly Source[]): Figure {
  const own = sources.filter((source) => source.definition.code === indicator.formCode)
  const byOwnership = rollupOwnerships.flatMap((ownership) => {
    const parts = own.map((source) => ({
      form: source.form,
      rollups: source.rollups.filter((rollup) => rollup.ownership === ownership),
    }))
    return parts.every((part) => part.rollups.length === 0)
      ? []
      : [{ ownership, ...shown(valueOf(indicator, parts)) }]
  })
  const { code, name, measure, card } = indicator
  const asked = own.reduce((sum, source) => sum + concernedIn(indicator, source).length, 0)
  return { code, name, measure, card, ...shown(valueOf(indicator, own)), asked, byOwnership }
}

/** Of the units asked, those to whom the form puts what the indicator counts. */
function concernedIn(indicator: Indicator, source: Source): AskedUnit[] {
  const names = expressionFor(indicator, source.form)?.names ?? []
  return source.asked.filter((unit) => concerns(names, source.form, unit))
}

function valueOf(
  indicator: Indicator,
  parts: readonly { form: PreparedForm; rollups: readonly OwnedRollup[] }[],
): IndicatorValue {
  return indicatorValue(
    indicator,
    parts.map(({ form, rollups }) => ({ form, rollup: joinRollups(form.cells.length, rollups) })),
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
  const own = sources.filter((source) => source.definition.code === indicator.formCode)
  const above = await unitsAlong(ctx, unit.path)
  return {
    ...ground,
    figure: figureOf(indicator, own),
    unitName: unit.shortName,
    above: above
      .slice(0, -1)
      .filter((one) => can(ctx.actor, 'indicator.read', { tenantId: ctx.tenantId, path: one.path }))
      .map((one) => ({ unitId: one.unitId, code: one.code, name: one.shortName })),
    lines: await linesOf(ctx, indicator, asked.unitId, own),
    own: await cellsOf(ctx, indicator, asked.unitId, own),
  }
}

async function linesOf(
  ctx: Ctx,
  indicator: Indicator,
  unitId: UnitId,
  sources: readonly Source[],
): Promise<SourceLine[]> {
  const children = await listChildren(
    ctx.db,
    ctx.tenantId,
    unitId,
    sources.map((source) => source.roundId),
  )
  const concerned = sources.map((source) => ({ source, asked: concernedIn(indicator, source) }))
  const lines = new Map<UnitId, SourceLine>()
  for (const child of children) {
    const label = child.path.split('.').at(-1)
    // By label: the unit's place on the round's day and on its closing day may differ above it.
    const under = concerned.map(({ source, asked }) => ({
      source,
      asked: asked.filter((one) => one.path.split('.')[source.nodeDepth] === label),
    }))
    const count = under.reduce((sum, one) => sum + one.asked.length, 0)
    const own = children.filter((other) => other.unitId === child.unitId)
    const parts = sources.map((source) => ({
      form: source.form,
      rollups: own.filter((one) => one.roundId === source.roundId).flatMap((one) => one.rollups),
    }))
    const value = valueOf(indicator, parts)
    if (count === 0 && value.units === 0) continue
    lines.set(child.unitId, {
      unitId: child.unitId,
      code: child.code,
      name: child.name,
      ...shown(value),
      asked: count,
      deeper: under.some((one) =>
        one.asked.some((unit) => unit.path.split('.').length > one.source.nodeDepth + 1),
      ),
      submissionId: own.find((one) => one.submissionId !== null)?.submissionId ?? null,
    })
  }
  return [...lines.values()]
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
  const names = expressionFor(indicator, page.form)?.names ?? []
  return {
    ...found,
    approvedAt: approval?.at ?? null,
    approvedByName: approval?.personName ?? null,
    cells: cellsBehind(names, page.form).flatMap((id) => {
      const cell = page.form.cellById.get(id)
      const value = cell === undefined ? 'na' : (page.cells[cell.index] ?? null)
      if (cell === undefined || value === 'na') return []
      const last = typed.get(id)
      return [
        {
          cell: id,
          title: cellTitle(cell),
          value,
          at: last?.at ?? null,
          personName: last?.personName ?? null,
        },
      ]
    }),
  }
}
