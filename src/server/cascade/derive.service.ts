// What a unit was given becomes items of its own plan. Each keeps where it came from, however it is worded, split or merged.
import { ownTarget, ownUnits, ownWindows } from '#domain/cascade/derive.ts'
import type { AssignmentId, DutyId, PlanId, TargetId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { type GivenTarget, listGivenTargets } from '#server/allocation/giving.service.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { fresh, insertItems, type Items, makeDraft } from '#server/plans/new-plan.service.ts'
import { keepOrigins, type NewOrigin } from '#server/plans/origins.service.ts'
import { getDraft, getPlan } from '#server/plans/plans.service.ts'
import { findPromised } from '#server/plans/targets.service.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import { type GivenWorkRow, listGivenWork, listOwnTargets, type OwnItem } from './cascade.queries.ts'

export type GivenShareRow = Omit<GivenTarget, 'groupTitle' | 'givenOn' | 'before' | 'reason'> & {
  over: boolean
  takenUp: OwnItem[]
}
export type Given = { work: GivenWorkRow[]; targets: GivenShareRow[] }

export async function listGiven(ctx: Ctx, unitId: UnitId, schoolYear: SchoolYear): Promise<Given> {
  await getUnitFor(ctx, 'assignment.read', unitId)
  return await givenTo(ctx, unitId, schoolYear)
}

async function givenTo(ctx: Ctx, unitId: UnitId, schoolYear: SchoolYear): Promise<Given> {
  const work = await listGivenWork(ctx.db, ctx.tenantId, unitId, schoolYear, ctx.today)
  const own = await listOwnTargets(ctx.db, ctx.tenantId, unitId, schoolYear)
  const targets = (await listGivenTargets(ctx, unitId, schoolYear))
    .filter((target) => target.applies)
    .map(({ groupTitle: _group, givenOn: _on, before: _before, reason: _reason, ...target }) => ({
      ...target,
      over: false,
      takenUp: own
        .filter((item) => item.parentTargetId === target.targetId)
        .map(({ parentTargetId: _parent, ...item }) => item),
    }))
  return { work, targets }
}

export async function beginOwnPlan(
  ctx: Ctx,
  unitId: UnitId,
  { schoolYear, title }: { schoolYear: SchoolYear; title: string },
): Promise<PlanId> {
  const unit = await getUnitFor(ctx, 'plan.draft', unitId)
  const given = await givenTo(ctx, unitId, schoolYear)
  const open = { work: given.work.filter((row) => !row.over && !row.done), targets: given.targets }
  if (open.work.length + open.targets.length === 0)
    throw new AppError('step_not_allowed', { reason: 'nothing_given' })
  const items = await itemsOf(ctx, { unitId, name: unit.shortName }, open, { task: 0, duty: 0, target: 0 })
  const planId = await makeDraft(ctx, unitId, { schoolYear, title, from: 'given' }, items)
  await keepOrigins(ctx, planId, items.origins)
  return planId
}

/** What the draft holds already is left out: pressed twice, it is taken once. */
export async function takeUp(
  ctx: Ctx,
  planId: PlanId,
  chosen: { assignmentIds: readonly AssignmentId[]; targetIds: readonly TargetId[] },
): Promise<{ tasks: number; duties: number; targets: number }> {
  const head = await getDraft(ctx, planId)
  const plan = await getPlan(ctx, planId)
  const given = await givenTo(ctx, head.issuerUnitId, head.schoolYear)
  const isHere = (row: { takenUp: readonly OwnItem[] }) => row.takenUp.some((item) => item.planId === planId)
  const work = given.work.filter((row) => !row.over && chosen.assignmentIds.includes(row.assignmentId))
  const targets = given.targets.filter((row) => chosen.targetIds.includes(row.targetId))
  if (work.length < new Set(chosen.assignmentIds).size || targets.length < new Set(chosen.targetIds).size)
    throw new AppError('not_found')
  const unit = { unitId: head.issuerUnitId, name: head.issuerName }
  const items = await itemsOf(
    ctx,
    unit,
    { work: work.filter((row) => !isHere(row)), targets: targets.filter((row) => !isHere(row)) },
    { task: lastOf(plan.tasks), duty: lastOf(plan.duties), target: lastOf(plan.targets) },
  )
  await insertItems(ctx, planId, items)
  await keepOrigins(ctx, planId, items.origins)
  const counts = { tasks: items.tasks.length, duties: items.duties.length, targets: items.targets.length }
  await audit(ctx, {
    action: 'plan.take_up',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
    after: counts,
  })
  return counts
}

function lastOf(items: readonly { position: number }[]): number {
  return items.reduce((most, item) => Math.max(most, item.position), 0)
}

/** The items in the order in which they were given, behind the last ones of the plan. */
async function itemsOf(
  ctx: Ctx,
  unit: { unitId: UnitId; name: string },
  given: Given,
  last: { task: number; duty: number; target: number },
): Promise<Items & { origins: NewOrigin[] }> {
  const at = ctx.now.getTime()
  const origins: NewOrigin[] = []
  const units = ownUnits(unit).map((one) => ({ ...one, score: 1 }))
  const items: Items = { targets: [], duties: [], tasks: [] }
  for (const row of given.work) {
    const { assignmentId } = row
    if (row.kind === 'duty') {
      const dutyId = newId<DutyId>(at)
      const position = last.duty + items.duties.length + 1
      items.duties.push({
        ...fresh,
        dutyId,
        position,
        section: '',
        heading: unit.name,
        body: row.title,
        role: null,
        taskId: null,
        units,
      })
      origins.push({ dutyId, assignmentId })
      continue
    }
    const taskId = newId<TaskId>(at)
    const position = last.task + items.tasks.length + 1
    items.tasks.push({
      ...fresh,
      taskId,
      position,
      no: String(position),
      title: row.title,
      windows: ownWindows(row.windows),
      timeText: null,
      product: row.product,
      units,
    })
    origins.push({ taskId, assignmentId })
  }
  for (const share of given.targets) {
    const parent = await findPromised(ctx, share.targetId)
    if (parent === null) continue
    const targetId = newId<TargetId>(at)
    const { planId: _plan, version: _version, endedOn: _ended, ...wording } = parent
    items.targets.push({
      ...wording,
      ...ownTarget(parent, share.measure, share),
      ...fresh,
      levels: parent.levels,
      targetId,
      position: last.target + items.targets.length + 1,
      groupCode: null,
    })
    origins.push({ targetId, parentTargetId: share.targetId })
  }
  return { ...items, origins }
}
