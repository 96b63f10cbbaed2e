// The review of a draft's tasks: accept, correct, discard, add. The reading itself stays as it was.
import type { z } from 'zod'
import type { plansContract } from '#contract/plans.ts'
import type { PlanId, TaskId } from '#domain/basics/ids.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import {
  acceptTasks,
  findTask,
  insertTasks,
  listTasks,
  type TaskRow,
  updateTask,
} from './plan-tasks.queries.ts'
import { meaningOf, mustMean, nameIndexFor, type Names } from './name-index.service.ts'
import { getDraft } from './plans.service.ts'

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

// What a name means already is not asked again: of units that ended meanwhile the publishing tells.
function mustMeanAll(names: Names, units: TaskChange['units'], known: TaskRow['units']): void {
  const keys = new Set(known.map((unit) => JSON.stringify(unit.target)))
  const fresh = units.flatMap((unit) =>
    unit.target === null || keys.has(JSON.stringify(unit.target)) ? [] : [unit.target],
  )
  for (const target of fresh) mustMean(names, target)
}

type Shown = Pick<TaskRow, 'no' | 'title' | 'windows' | 'product' | 'units' | 'review'>

function shown(names: Names, task: Shown) {
  return {
    no: task.no,
    title: task.title,
    windows: task.windows,
    product: task.product,
    units: task.units.map(({ role, printedName, target }) => ({
      role,
      printedName,
      ...meaningOf(names, target),
    })),
    review: task.review,
  }
}

async function mustFind(ctx: Ctx, taskId: TaskId): Promise<TaskRow> {
  const row = await findTask(ctx.db, ctx.tenantId, taskId)
  if (row === undefined) throw new AppError('not_found')
  return row
}

export async function acceptAsRead(ctx: Ctx, planId: PlanId, taskIds: readonly TaskId[]): Promise<number> {
  const head = await getDraft(ctx, planId)
  const accepted = await acceptTasks(ctx.db, ctx.tenantId, planId, taskIds)
  await audit(ctx, {
    action: 'plan.accept',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
    after: { accepted },
  })
  return accepted
}

export async function addTask(ctx: Ctx, planId: PlanId, addition: TaskAddition): Promise<TaskRow> {
  const head = await getDraft(ctx, planId)
  const names = await nameIndexFor(ctx, head.issuerPath)
  mustMeanAll(names, addition.units, [])
  const last = (await listTasks(ctx.db, ctx.tenantId, planId)).at(-1)?.position ?? 0
  const taskId = newId<TaskId>(ctx.now.getTime())
  const units = addition.units.map((unit) => ({ ...unit, score: null }))
  await insertTasks(ctx.db, ctx.tenantId, planId, [
    { ...addition, taskId, position: last + 1, units, timeText: null, confidence: null, review: 'added' },
  ])
  await audit(ctx, {
    action: 'plan_task.add',
    object: { kind: 'plan_task', id: taskId, name: addition.title },
    unitId: head.issuerUnitId,
    after: shown(names, { ...addition, units, review: 'added' }),
  })
  return await mustFind(ctx, taskId)
}
