// Targets of a published plan through its year. What they promise stands in the plan; here is what came of them: recorded by
// a person, or reckoned from approved figures where an indicator measures the target.
import type { z } from 'zod'
import type { Figure } from '#contract/indicators.ts'
import type { TargetActualView, TargetCounts, TargetLine, targetsContract } from '#contract/targets.ts'
import type { PlanId, ResultId, TargetId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { fold } from '#domain/basics/text.ts'
import { can } from '#domain/rights/can.ts'
import type { Period } from '#domain/submissions/round.ts'
import { checkResult, latest, periodDay, spanOf } from '#domain/targets/actual.ts'
import { countStates, judge } from '#domain/targets/judge.ts'
import { listFigures } from '#server/indicators/indicators.service.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { TargetRow } from '#server/plans/plan-targets.queries.ts'
import { getHead } from '#server/plans/plans.service.ts'
import { findPromised, promisedBy } from '#server/plans/targets.service.ts'
import { getUnitFor, unitsAlong } from '#server/units/units.service.ts'
import { refused } from './refusals.ts'
import {
  findPlan,
  insertResult,
  listMeasures,
  listPlansOf,
  listResults,
  listTakenOver,
  type PlanOfTargets,
  type ResultRow,
  saveMeasure,
} from './targets.queries.ts'

type Contract = typeof targetsContract
type Question = z.output<Contract['listTargets']['query']>
type TargetsPage = z.output<Contract['listTargets']['reply']>
type LastYear = z.output<Contract['listLastYear']['reply']>
type TargetPage = z.output<Contract['getTarget']['reply']>

/** The plan that a unit goes by: its own, else that of the nearest authority above it. */
async function planFor(ctx: Ctx, unitId: UnitId, schoolYear: SchoolYear): Promise<PlanOfTargets | null> {
  const unit = await getUnitFor(ctx, 'plan.read', unitId)
  const along = await unitsAlong(ctx, unit.path)
  const issuers = along.map((one) => one.unitId).toReversed()
  const plans = await listPlansOf(ctx.db, ctx.tenantId, issuers, schoolYear, ctx.today)
  const readable = plans.filter((plan) => can(ctx.actor, 'plan.read', subjectOf(ctx, plan)))
  return (
    readable.toSorted((a, b) => issuers.indexOf(a.issuerUnitId) - issuers.indexOf(b.issuerUnitId))[0] ?? null
  )
}

function subjectOf(ctx: Ctx, plan: Pick<PlanOfTargets, 'issuerPath'>) {
  return { tenantId: ctx.tenantId, path: plan.issuerPath }
}

type Known = {
  results: Map<TargetId, ResultRow[]>
  codes: Map<TargetId, string>
  /** By code; of the latest period in which all units asked have been approved, else of the latest. */
  figures: Map<string, { figure: Figure; period: Period }>
}

/** What is known of the targets of a plan; null where the actor may not see how its issuer stands. */
async function knownOf(ctx: Ctx, plan: PlanOfTargets): Promise<Known | null> {
  if (!can(ctx.actor, 'indicator.read', subjectOf(ctx, plan))) return null
  const results = new Map<TargetId, ResultRow[]>()
  for (const row of await listResults(ctx.db, ctx.tenantId, { plan: plan.planId })) {
    const rows = results.get(row.targetId)
    if (rows === undefined) results.set(row.targetId, [row])
    else rows.push(row)
  }
  const measures = await listMeasures(ctx.db, ctx.tenantId, plan.planId)
  return {
    results,
    codes: new Map(measures.map((one) => [one.targetId, one.indicatorCode])),
    figures: await figuresOf(ctx, plan, new Set(measures.map((one) => one.indicatorCode))),
  }
}

async function figuresOf(
  ctx: Ctx,
  { issuerUnitId: unitId, schoolYear }: PlanOfTargets,
  codes: ReadonlySet<string>,
): Promise<Known['figures']> {
  const found: Known['figures'] = new Map()
  if (codes.size === 0) return found
  const { available } = await listFigures(ctx, { unitId, schoolYear })
  for (const period of available.toReversed()) {
    const { figures } = await listFigures(ctx, { unitId, schoolYear, period })
    for (const figure of figures.filter((one) => codes.has(one.code) && one.value !== null)) {
      const known = found.get(figure.code)
      const isBetter = known === undefined || (!isWhole(known.figure) && isWhole(figure))
      if (isBetter) found.set(figure.code, { figure, period })
    }
  }
  return found
}

function isWhole(figure: Figure): boolean {
  return figure.units >= figure.asked
}

/** Approved figures go before what was typed: they lead back to the schools. */
function actualOf(target: TargetRow, known: Known, plan: PlanOfTargets, ctx: Ctx): TargetActualView | null {
  const measured = known.figures.get(known.codes.get(target.targetId) ?? '')
  if (measured !== undefined) {
    const { figure, period } = measured
    return {
      asOf: periodDay(plan.schoolYear, period, ctx.today),
      value: figure.measure === 'percent' && figure.value !== null ? figure.value * 100 : figure.value,
      numerator: figure.part,
      denominator: figure.whole,
      verdict: null,
      isWhole: isWhole(figure),
      source: {
        kind: 'indicator',
        code: figure.code,
        name: figure.name,
        period,
        units: figure.units,
        asked: figure.asked,
      },
    }
  }
  const last = latest(known.results.get(target.targetId) ?? [])
  if (last === null) return null
  const { asOf, value, numerator, denominator, verdict, note, personName } = last
  const source = { kind: 'person' as const, name: personName, note }
  return { asOf, value, numerator, denominator, verdict, isWhole: true, source }
}

function lineOf(ctx: Ctx, plan: PlanOfTargets, target: TargetRow, known: Known | null): TargetLine {
  const { due, at: _at, confidence: _confidence, review: _review, ...shown } = target
  const span = spanOf(plan.schoolYear, due)
  const actual = known === null ? null : actualOf(target, known, plan, ctx)
  return {
    ...shown,
    dueOn: span.dueOn,
    standing: known === null ? null : { ...judge(target, actual, span, ctx.today), actual },
  }
}

/** The targets that stand in the published plan, judged as of today. */
async function linesOf(ctx: Ctx, plan: PlanOfTargets): Promise<TargetLine[]> {
  const known = await knownOf(ctx, plan)
  const targets = await promisedBy(ctx, plan.planId)
  return targets.map((target) => lineOf(ctx, plan, target, known))
}

export async function listTargets(ctx: Ctx, question: Question): Promise<TargetsPage> {
  const plan = await planFor(ctx, question.unitId, question.schoolYear)
  if (plan === null) return { plan: null, rows: [], counts: null, groups: [] }
  const all = await linesOf(ctx, plan)
  const wanted = fold(question.search ?? '')
  const found = all.filter(
    (line) =>
      (question.group === undefined || (line.groupCode ?? '') === question.group) &&
      (question.level === undefined || line.levels.includes(question.level)) &&
      (wanted === '' || fold(line.statement).includes(wanted)),
  )
  return {
    plan,
    rows: found.filter((line) => question.state === undefined || line.standing?.state === question.state),
    counts: countsOf(found),
    groups: groupsOf(all),
  }
}

function countsOf(lines: readonly TargetLine[]): TargetCounts | null {
  const states = lines.flatMap((line) => (line.standing === null ? [] : [line.standing.state]))
  return states.length < lines.length ? null : countStates(states)
}

/** In the order of the plan. */
function groupsOf(lines: readonly TargetLine[]): TargetsPage['groups'] {
  const codes = [...new Set(lines.map((line) => line.groupCode ?? ''))]
  return codes.map((code) => {
    const own = lines.filter((line) => (line.groupCode ?? '') === code)
    return { code, title: own[0]?.groupTitle ?? null, total: own.length, counts: countsOf(own) }
  })
}

/** What came of the targets that a plan took over from the one before. */
export async function listLastYear(ctx: Ctx, planId: PlanId): Promise<LastYear> {
  await getHead(ctx, planId)
  const pairs = await listTakenOver(ctx.db, ctx.tenantId, planId)
  const [first] = pairs
  const plan =
    first === undefined ? undefined : await findPlan(ctx.db, ctx.tenantId, first.lastPlanId, ctx.today)
  if (plan === undefined || !can(ctx.actor, 'plan.read', subjectOf(ctx, plan)))
    return { plan: null, rows: [] }
  const lines = new Map((await linesOf(ctx, plan)).map((line) => [line.targetId, line]))
  return {
    plan,
    rows: pairs.flatMap(({ targetId, lastYearId }) => {
      const line = lines.get(lastYearId)
      return line === undefined ? [] : [{ targetId, line }]
    }),
  }
}

async function mustFind(ctx: Ctx, targetId: TargetId): Promise<{ plan: PlanOfTargets; target: TargetRow }> {
  const target = await findPromised(ctx, targetId)
  if (target === null) throw new AppError('not_found')
  const plan = await findPlan(ctx.db, ctx.tenantId, target.planId, ctx.today)
  if (plan === undefined) throw new AppError('not_found')
  mustBeAllowed(ctx, 'plan.read', subjectOf(ctx, plan), 'plan.read')
  return { plan, target }
}

export async function getTarget(ctx: Ctx, targetId: TargetId): Promise<TargetPage> {
  const { plan, target } = await mustFind(ctx, targetId)
  const known = await knownOf(ctx, plan)
  const results = known?.results.get(targetId) ?? []
  const measures = await listMeasures(ctx.db, ctx.tenantId, plan.planId)
  const measure = measures.find((one) => one.targetId === targetId)
  const records = can(ctx.actor, 'target.record', subjectOf(ctx, plan))
  const figures = records
    ? (await listFigures(ctx, { unitId: plan.issuerUnitId, schoolYear: plan.schoolYear })).figures
    : []
  return {
    plan,
    target: lineOf(ctx, plan, target, known),
    results: results
      .map(({ targetId: _targetId, at, ...row }) => ({ ...row, at: at.toISOString() }))
      .toReversed(),
    measure:
      known === null || measure === undefined
        ? null
        : { indicatorCode: measure.indicatorCode, version: measure.version },
    indicators: figures.map(({ code, name }) => ({ code, name })),
  }
}

export async function recordResult(
  ctx: Ctx,
  targetId: TargetId,
  { note, ...given }: z.output<Contract['recordResult']['body']>,
): Promise<{ resultId: ResultId }> {
  const { plan, target } = await mustFind(ctx, targetId)
  mustBeAllowed(ctx, 'target.record', subjectOf(ctx, plan))
  const checked = checkResult(target, given, ctx.today)
  if (!checked.ok) throw refused(checked.fault)
  const resultId = newId<ResultId>(ctx.now.getTime())
  await insertResult(ctx.db, ctx.tenantId, {
    ...checked.result,
    resultId,
    targetId,
    note,
    at: ctx.now,
    personId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    personName: ctx.actor.name,
  })
  await audit(ctx, {
    action: 'target.record',
    object: { kind: 'plan_target', id: targetId, name: target.statement.slice(0, 200) },
    unitId: plan.issuerUnitId,
    after: { ...checked.result, note },
  })
  return { resultId }
}

export async function setMeasure(
  ctx: Ctx,
  targetId: TargetId,
  { version, indicatorCode }: z.output<Contract['setMeasure']['body']>,
): Promise<void> {
  const { plan, target } = await mustFind(ctx, targetId)
  mustBeAllowed(ctx, 'target.record', subjectOf(ctx, plan))
  if (indicatorCode !== null) {
    const { figures } = await listFigures(ctx, { unitId: plan.issuerUnitId, schoolYear: plan.schoolYear })
    if (!figures.some((figure) => figure.code === indicatorCode)) throw refused('no_such_indicator')
  }
  const measures = await listMeasures(ctx.db, ctx.tenantId, plan.planId)
  const before = measures.find((one) => one.targetId === targetId)?.indicatorCode ?? null
  if (!(await saveMeasure(ctx.db, ctx.tenantId, targetId, version, indicatorCode)))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'target.measure',
    object: { kind: 'plan_target', id: targetId, name: target.statement.slice(0, 200) },
    unitId: plan.issuerUnitId,
    before: { indicatorCode: before },
    after: { indicatorCode },
  })
}
