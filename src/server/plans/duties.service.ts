// The review of a draft's duties: accept, correct, discard, add, join to a task. The reading itself stays as it was.
import type { z } from 'zod'
import type { planItemsContract } from '#contract/plan-items.ts'
import type { DutyId, PlanId, TaskId } from '#domain/basics/ids.ts'
import type { PlanDuty } from '#domain/plans/plan-duty.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { mustMeanAll, nameIndexFor, type Names, shownUnits } from './name-index.service.ts'
import { type DutyRow, findDuty, insertDuties, listDuties, updateDuty } from './plan-duties.queries.ts'
import { findTask } from './plan-tasks.queries.ts'
import { getDraft } from './plans.service.ts'
import { roomFor } from './room.service.ts'

type DutyChange = z.output<typeof planItemsContract.changeDuty.body>
type DutyAddition = z.output<typeof planItemsContract.addDuty.body>

export async function changeDuty(ctx: Ctx, dutyId: DutyId, change: DutyChange): Promise<DutyRow> {
  const before = await mustFind(ctx, dutyId)
  const head = await getDraft(ctx, before.planId)
  const names = await nameIndexFor(ctx, head.issuerPath)
  mustMeanAll(names, change.units, before.units)
  await mustBeTaskOf(ctx, before.planId, change.taskId)
  const units = change.units.map((unit) => ({
    ...unit,
    score: before.units.find((known) => known.printedName === unit.printedName)?.score ?? null,
  }))
  if (!(await updateDuty(ctx.db, ctx.tenantId, { ...change, dutyId, units })))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: change.review === 'discarded' ? 'plan_duty.discard' : 'plan_duty.change',
    object: { kind: 'plan_duty', id: dutyId, name: nameOf(change.body) },
    unitId: head.issuerUnitId,
    before: shownDuty(names, before),
    after: shownDuty(names, { ...change, units }),
  })
  return await mustFind(ctx, dutyId)
}

export async function addDuty(ctx: Ctx, planId: PlanId, addition: DutyAddition): Promise<DutyRow> {
  const head = await getDraft(ctx, planId)
  const names = await nameIndexFor(ctx, head.issuerPath)
  mustMeanAll(names, addition.units, [])
  await mustBeTaskOf(ctx, planId, addition.taskId)
  const known = await listDuties(ctx.db, ctx.tenantId, planId)
  const dutyId = newId<DutyId>(ctx.now.getTime())
  const row = {
    ...addition,
    dutyId,
    position: await roomFor(ctx, planId, 'plan_duty', known, addition.at),
    units: addition.units.map((unit) => ({ ...unit, score: null })),
    confidence: null,
    review: 'added' as const,
  }
  await insertDuties(ctx.db, ctx.tenantId, planId, [row])
  await audit(ctx, {
    action: 'plan_duty.add',
    object: { kind: 'plan_duty', id: dutyId, name: nameOf(row.body) },
    unitId: head.issuerUnitId,
    after: shownDuty(names, row),
  })
  return await mustFind(ctx, dutyId)
}

async function mustBeTaskOf(ctx: Ctx, planId: PlanId, taskId: TaskId | null): Promise<void> {
  if (taskId === null) return
  const task = await findTask(ctx.db, ctx.tenantId, taskId)
  if (task === undefined || task.planId !== planId || task.review === 'discarded')
    throw new AppError('not_found')
}

async function mustFind(ctx: Ctx, dutyId: DutyId): Promise<DutyRow> {
  const row = await findDuty(ctx.db, ctx.tenantId, dutyId)
  if (row === undefined) throw new AppError('not_found')
  return row
}

// The trail lists names beside acts: a paragraph would bury the act.
function nameOf(body: string): string {
  return body.length > 200 ? `${body.slice(0, 199)}…` : body
}

/** A duty as the audit trail keeps it. */
export function shownDuty(names: Names, duty: PlanDuty) {
  return {
    section: duty.section,
    heading: duty.heading,
    body: duty.body,
    role: duty.role,
    taskId: duty.taskId,
    units: shownUnits(names, duty.units),
    review: duty.review,
  }
}
