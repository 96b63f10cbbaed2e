// The review of a draft's tasks: correct, discard, add; and accepting what was read. The reading itself stays as it was.
import type { z } from 'zod'
import type { plansContract } from '#contract/plans.ts'
import type { DutyId, PlanId, TargetId, TaskId } from '#domain/basics/ids.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { mustMeanAll, nameIndexFor, type Names, shownUnits } from './name-index.service.ts'
import { acceptItems, type ItemTable } from './plan-items.queries.ts'
import { findTask, insertTasks, listTasks, type TaskRow, updateTask } from './plan-tasks.queries.ts'
import { getDraft } from './plans.service.ts'
import { roomFor } from './room.service.ts'

type TaskChange = z.output<typeof plansContract.changeTask.body>
type TaskAddition = z.output<typeof plansContract.addTask.body>

export async function changeTask(ctx: Ctx, taskId: TaskId, change: TaskChange): Promise<TaskRow> {
  const before = await findTask(ctx.db, ctx.tenantId, taskId)
  if (before === undefined) throw new AppError('not_found')
  const head = await getDraft(ctx, before.planId)
  const names = await nameIndexFor(ctx, head.issuerPath)
  mustMeanAll(names, change.units, before.units)
  const units = change.units.map((unit) => ({
    ...unit,
    score: before.units.find((known) => known.printedName === unit.printedName)?.score ?? null,
  }))
  if (!(await updateTask(ctx.db, ctx.tenantId, { ...change, taskId, units })))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: change.review === 'discarded' ? 'plan_task.discard' : 'plan_task.change',
    object: { kind: 'plan_task', id: taskId, name: change.title },
    unitId: head.issuerUnitId,
    before: shown(names, before),
    after: shown(names, { ...before, ...change, units }),
  })
  return await mustFind(ctx, taskId)
}

type Shown = Pick<TaskRow, 'no' | 'title' | 'windows' | 'product' | 'units' | 'review'>

function shown(names: Names, task: Shown) {
  return {
    no: task.no,
    title: task.title,
    windows: task.windows,
    product: task.product,
    units: shownUnits(names, task.units),
    review: task.review,
  }
}

async function mustFind(ctx: Ctx, taskId: TaskId): Promise<TaskRow> {
  const row = await findTask(ctx.db, ctx.tenantId, taskId)
  if (row === undefined) throw new AppError('not_found')
  return row
}

export type ReadItems = {
  taskIds?: readonly TaskId[]
  targetIds?: readonly TargetId[]
  dutyIds?: readonly DutyId[]
}

export async function acceptAsRead(ctx: Ctx, planId: PlanId, given: ReadItems): Promise<number> {
  const head = await getDraft(ctx, planId)
  const accept = async (table: ItemTable, ids: readonly (TaskId | TargetId | DutyId)[]) =>
    await acceptItems(ctx.db, ctx.tenantId, planId, table, ids)
  const tasks = await accept('plan_task', given.taskIds ?? [])
  const targets = await accept('plan_target', given.targetIds ?? [])
  const duties = await accept('plan_duty', given.dutyIds ?? [])
  const accepted = tasks + targets + duties
  await audit(ctx, {
    action: 'plan.accept',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
    after: { accepted, tasks, targets, duties },
  })
  return accepted
}

export async function addTask(ctx: Ctx, planId: PlanId, addition: TaskAddition): Promise<TaskRow> {
  const head = await getDraft(ctx, planId)
  const names = await nameIndexFor(ctx, head.issuerPath)
  mustMeanAll(names, addition.units, [])
  const known = await listTasks(ctx.db, ctx.tenantId, planId)
  const position = await roomFor(ctx, planId, 'plan_task', known, addition.at)
  const taskId = newId<TaskId>(ctx.now.getTime())
  const units = addition.units.map((unit) => ({ ...unit, score: null }))
  await insertTasks(ctx.db, ctx.tenantId, planId, [
    { ...addition, taskId, position, units, timeText: null, confidence: null, review: 'added' },
  ])
  await audit(ctx, {
    action: 'plan_task.add',
    object: { kind: 'plan_task', id: taskId, name: addition.title },
    unitId: head.issuerUnitId,
    after: shown(names, { ...addition, units, review: 'added' }),
  })
  return await mustFind(ctx, taskId)
}
