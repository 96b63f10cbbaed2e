// A plan begun in the product: from nothing, from the template, or from the issuer's plan of the year before.
// All that is taken over is still to be looked at; nothing is published or told here.
import type { DutyId, PlanId, TargetId, TaskId, UnitId } from '#domain/basics/ids.ts'
import { previous, type SchoolYear } from '#domain/basics/school-year.ts'
import { aYearLater, textForYear, windowAYearLater } from '#domain/plans/next-year.ts'
import { figuresOfKind } from '#domain/plans/plan-target.ts'
import type { NameTarget, PrintedUnit } from '#domain/plans/plan-task.ts'
import { type PlanText, usualText } from '#domain/plans/plan-text.ts'
import { templatePlan } from '#domain/plans/template-plan.ts'
import { checkAudience } from '#domain/units/audience.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getUnitFor, livingSuccessors } from '#server/units/units.service.ts'
import { type Names, nameIndexFor } from './name-index.service.ts'
import { insertDuties, type NewDuty } from './plan-duties.queries.ts'
import { insertTargets, type NewTarget } from './plan-targets.queries.ts'
import { insertTasks, type NewTask, type StoredUnit } from './plan-tasks.queries.ts'
import { insertText } from './plan-text.queries.ts'
import { textForNextYear } from './plan-text.service.ts'
import { insertPlan, publishedPlanOf } from './plans.queries.ts'
import { getPlan } from './plans.service.ts'

export type Beginning = 'nothing' | 'template' | 'last_year'
export type Items = { targets: NewTarget[]; duties: NewDuty[]; tasks: NewTask[] }

export const fresh = { at: null, confidence: null, review: 'unreviewed' as const }

export async function beginPlan(
  ctx: Ctx,
  unitId: UnitId,
  given: { schoolYear: SchoolYear; title: string; from: Beginning },
): Promise<PlanId> {
  const unit = await getUnitFor(ctx, 'plan.draft', unitId)
  const names = await nameIndexFor(ctx, unit.path)
  return await makeDraft(ctx, unitId, given, await itemsFor(ctx, unitId, given, names))
}

/** A draft with its first items, for whoever may draft for the unit: the caller has asked. */
export async function makeDraft(
  ctx: Ctx,
  unitId: UnitId,
  given: { schoolYear: SchoolYear; title: string; from: Beginning | 'given' },
  items: Items,
): Promise<PlanId> {
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  const planId = newId<PlanId>(ctx.now.getTime())
  await insertPlan(ctx.db, {
    tenantId: ctx.tenantId,
    id: planId,
    issuer: unitId,
    documentId: null,
    schoolYear: given.schoolYear,
    title: given.title,
    number: null,
    signedOn: null,
    by: ctx.actor.personId,
    at: ctx.now,
  })
  await insertText(ctx.db, {
    tenantId: ctx.tenantId,
    planId,
    content: await textFor(ctx, unitId, given),
    by: ctx.actor.personId,
    at: ctx.now,
  })
  await insertItems(ctx, planId, items)
  await audit(ctx, {
    action: 'plan.begin',
    object: { kind: 'plan', id: planId, name: given.title },
    unitId,
    after: {
      from: given.from,
      targets: items.targets.length,
      duties: items.duties.length,
      tasks: items.tasks.length,
    },
  })
  return planId
}

async function textFor(
  ctx: Ctx,
  unitId: UnitId,
  { schoolYear, from }: { schoolYear: SchoolYear; from: Beginning | 'given' },
): Promise<PlanText> {
  if (from !== 'last_year') return usualText()
  const lastYear = previous(schoolYear)
  const source = await publishedPlanOf(ctx.db, ctx.tenantId, unitId, lastYear)
  return source === undefined ? usualText() : await textForNextYear(ctx, source, lastYear, schoolYear)
}

export async function insertItems(ctx: Ctx, planId: PlanId, items: Items): Promise<void> {
  await insertTasks(ctx.db, ctx.tenantId, planId, items.tasks)
  await insertTargets(ctx.db, ctx.tenantId, planId, items.targets)
  await insertDuties(ctx.db, ctx.tenantId, planId, items.duties)
}

async function itemsFor(
  ctx: Ctx,
  unitId: UnitId,
  given: { schoolYear: SchoolYear; from: Beginning },
  names: Names,
): Promise<Items> {
  switch (given.from) {
    case 'nothing':
      return { targets: [], duties: [], tasks: [] }
    case 'template':
      return fromTemplate(ctx, given.schoolYear, names)
    case 'last_year':
      return await fromLastYear(ctx, unitId, given.schoolYear, names)
  }
}

function fromTemplate(ctx: Ctx, schoolYear: SchoolYear, names: Names): Items {
  const at = ctx.now.getTime()
  const { targets, duties, tasks } = templatePlan(schoolYear)
  const matched = (units: readonly Omit<PrintedUnit, 'target'>[]): StoredUnit[] =>
    units.map((unit) => ({ ...unit, ...names.match(unit.printedName) }))
  return {
    targets: targets.map((target, index) => ({
      ...fresh,
      ...target,
      ...figuresOfKind(target.kind, {}),
      targetId: newId<TargetId>(at),
      position: index + 1,
      groupCode: null,
      scope: '',
      due: null,
    })),
    duties: duties.map((duty, index) => ({
      ...fresh,
      ...duty,
      dutyId: newId<DutyId>(at),
      position: index + 1,
      section: '',
      role: null,
      taskId: null,
      units: matched(duty.units),
    })),
    tasks: tasks.map((task, index) => ({
      ...fresh,
      ...task,
      taskId: newId<TaskId>(at),
      position: index + 1,
      no: String(index + 1),
      timeText: null,
      product: null,
      units: matched(task.units),
    })),
  }
}

/** As last year's plan stood at its end, a year later; whom a name means is asked again where the unit is no more. */
async function fromLastYear(ctx: Ctx, unitId: UnitId, schoolYear: SchoolYear, names: Names): Promise<Items> {
  const lastYear = previous(schoolYear)
  const source = await publishedPlanOf(ctx.db, ctx.tenantId, unitId, lastYear)
  if (source === undefined) throw new AppError('step_not_allowed', { reason: 'no_plan_last_year' })
  const { targets, duties, tasks } = await getPlan(ctx, source)
  const at = ctx.now.getTime()
  const moved = (text: string) => textForYear(text, lastYear, schoolYear)
  const meaning = new Map<string, NameTarget | null>()
  const unitsNow = async (units: readonly StoredUnit[]): Promise<StoredUnit[]> => {
    const now: StoredUnit[] = []
    for (const unit of units) {
      const key = JSON.stringify([unit.printedName, unit.target])
      if (!meaning.has(key)) meaning.set(key, await meaningNow(ctx, unit, names))
      now.push({ ...unit, target: meaning.get(key) ?? null, score: null })
    }
    return now
  }
  const stays = (item: { review: string; endedOn: unknown }) =>
    item.review !== 'discarded' && item.endedOn === null
  const taskIds = new Map(tasks.filter(stays).map((task) => [task.taskId, newId<TaskId>(at)]))
  const items: Items = { targets: [], duties: [], tasks: [] }
  for (const task of tasks.filter(stays))
    items.tasks.push({
      ...task,
      ...fresh,
      taskId: taskIds.get(task.taskId) ?? newId<TaskId>(at),
      title: moved(task.title),
      windows: task.windows.map(windowAYearLater),
      // Words that gave no date ("theo lịch của Sở") hold for the next year, too.
      timeText: task.windows.length > 0 || task.timeText === null ? null : moved(task.timeText),
      units: await unitsNow(task.units),
    })
  for (const target of targets.filter(stays))
    items.targets.push({
      ...target,
      ...fresh,
      targetId: newId<TargetId>(at),
      lastYearId: target.targetId,
      statement: moved(target.statement),
      due: target.due === null ? null : aYearLater(target.due),
    })
  for (const duty of duties.filter(stays))
    items.duties.push({
      ...duty,
      ...fresh,
      dutyId: newId<DutyId>(at),
      body: moved(duty.body),
      taskId: duty.taskId === null ? null : (taskIds.get(duty.taskId) ?? null),
      units: await unitsNow(duty.units),
    })
  return items
}

/** The same unit or audience while it is there; else the one unit that took its place, else what the printed name says. */
async function meaningNow(ctx: Ctx, unit: StoredUnit, names: Names): Promise<NameTarget | null> {
  const { target } = unit
  if (target === null) return names.match(unit.printedName).target
  if ('audience' in target)
    return checkAudience(target.audience, names.isKnown).ok ? target : names.match(unit.printedName).target
  if (names.isKnown(target.unit)) return target
  const heirs = (await livingSuccessors(ctx, target.unit)).filter((heir) => names.isKnown(heir.unitId))
  const [heir] = heirs
  return heirs.length === 1 && heir !== undefined ? { unit: heir.unitId } : null
}
