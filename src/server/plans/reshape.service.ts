// Splitting one item of a draft into two, and making one of two that follow each other.
import type { z } from 'zod'
import type { planItemsContract } from '#contract/plan-items.ts'
import type { DutyId, PlanId, TargetId, TaskId } from '#domain/basics/ids.ts'
import { areNeighbours, mergedDuty, mergedTarget, mergedTask } from '#domain/plans/reshape.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { type DutyRow, insertDuties, listDuties, updateDuty } from './plan-duties.queries.ts'
import type { ItemTable } from './plan-items.queries.ts'
import { copyOrigins } from './plan-origins.queries.ts'
import { insertTargets, listTargets, type TargetRow, updateTarget } from './plan-targets.queries.ts'
import { insertTasks, listTasks, type TaskRow, updateTask } from './plan-tasks.queries.ts'
import { getDraft } from './plans.service.ts'
import { roomBehind } from './room.service.ts'

type Split = z.output<typeof planItemsContract.splitItem.body>
type Merge = z.output<typeof planItemsContract.mergeItems.body>
type ItemId = TaskId | TargetId | DutyId
type Row = { version: number; position: number; review: string }

/** How one list of a plan is read and written, whatever it holds. */
type Shape<R extends Row, I extends ItemId> = {
  table: ItemTable
  idOf: (row: R) => ItemId
  textOf: (row: R) => string
  withText: (row: R, text: string) => R
  second: (row: R, text: string) => R
  merged: (first: R, second: R) => R
  list: (ctx: Ctx, planId: PlanId) => Promise<R[]>
  update: (ctx: Ctx, row: R) => Promise<boolean>
  insert: (ctx: Ctx, planId: PlanId, row: R, id: I) => Promise<void>
}

const tasks: Shape<TaskRow, TaskId> = {
  table: 'plan_task',
  idOf: (row) => row.taskId,
  textOf: (row) => row.title,
  withText: (row, title) => ({ ...row, title }),
  second: (row, title) => ({ ...row, title, review: 'corrected' }),
  merged: mergedTask,
  list: async (ctx, planId) => await listTasks(ctx.db, ctx.tenantId, planId),
  update: async (ctx, row) => await updateTask(ctx.db, ctx.tenantId, row),
  insert: async (ctx, planId, row, taskId) =>
    await insertTasks(ctx.db, ctx.tenantId, planId, [{ ...row, taskId }]),
}
const targets: Shape<TargetRow, TargetId> = {
  table: 'plan_target',
  idOf: (row) => row.targetId,
  textOf: (row) => row.statement,
  withText: (row, statement) => ({ ...row, statement }),
  // Which figures belong to the second part a person has to say.
  second: (row, statement) => ({ ...row, statement, confidence: 0, review: 'unreviewed' }),
  merged: mergedTarget,
  list: async (ctx, planId) => await listTargets(ctx.db, ctx.tenantId, planId),
  update: async (ctx, row) => await updateTarget(ctx.db, ctx.tenantId, row),
  insert: async (ctx, planId, row, targetId) =>
    await insertTargets(ctx.db, ctx.tenantId, planId, [{ ...row, targetId }]),
}
const duties: Shape<DutyRow, DutyId> = {
  table: 'plan_duty',
  idOf: (row) => row.dutyId,
  textOf: (row) => row.body,
  withText: (row, body) => ({ ...row, body }),
  second: (row, body) => ({ ...row, body, review: 'corrected' }),
  merged: mergedDuty,
  list: async (ctx, planId) => await listDuties(ctx.db, ctx.tenantId, planId),
  update: async (ctx, row) => await updateDuty(ctx.db, ctx.tenantId, row),
  insert: async (ctx, planId, row, dutyId) =>
    await insertDuties(ctx.db, ctx.tenantId, planId, [{ ...row, dutyId }]),
}

export async function splitItem(ctx: Ctx, planId: PlanId, split: Split): Promise<ItemId> {
  switch (split.kind) {
    case 'task':
      return await splitIn(ctx, planId, tasks, split)
    case 'target':
      return await splitIn(ctx, planId, targets, split)
    case 'duty':
      return await splitIn(ctx, planId, duties, split)
  }
}

export async function mergeItems(ctx: Ctx, planId: PlanId, merge: Merge): Promise<void> {
  switch (merge.kind) {
    case 'task':
      return await mergeIn(ctx, planId, tasks, merge)
    case 'target':
      return await mergeIn(ctx, planId, targets, merge)
    case 'duty':
      return await mergeIn(ctx, planId, duties, merge)
  }
}

async function splitIn<R extends Row, I extends ItemId>(
  ctx: Ctx,
  planId: PlanId,
  shape: Shape<R, I>,
  split: Split,
): Promise<I> {
  const head = await getDraft(ctx, planId)
  const row = (await shape.list(ctx, planId)).find((one) => shape.idOf(one) === split.itemId)
  if (row === undefined) throw new AppError('not_found')
  if (row.review === 'discarded') throw new AppError('step_not_allowed', { reason: 'discarded' })
  const first: R = { ...shape.withText(row, split.first), version: split.version, review: 'corrected' }
  if (!(await shape.update(ctx, first))) throw new AppError('changed_meanwhile')
  const position = await roomBehind(ctx, planId, shape.table, row.position)
  const addedId = newId<I>(ctx.now.getTime())
  await shape.insert(ctx, planId, { ...shape.second(row, split.second), position }, addedId)
  await copyOrigins(ctx.db, ctx.tenantId, planId, split.itemId, addedId)
  await audit(ctx, {
    action: 'plan.split_item',
    object: { kind: shape.table, id: split.itemId, name: shortened(split.first) },
    unitId: head.issuerUnitId,
    before: { text: shape.textOf(row) },
    after: { first: split.first, second: split.second },
  })
  return addedId
}

async function mergeIn<R extends Row, I extends ItemId>(
  ctx: Ctx,
  planId: PlanId,
  shape: Shape<R, I>,
  merge: Merge,
): Promise<void> {
  const head = await getDraft(ctx, planId)
  const rows = await shape.list(ctx, planId)
  const first = rows.find((row) => shape.idOf(row) === merge.itemId)
  const second = rows.find((row) => shape.idOf(row) === merge.nextId)
  if (first === undefined || second === undefined) throw new AppError('not_found')
  const follow = areNeighbours(
    rows,
    (row) => row === first,
    (row) => row === second,
  )
  if (!follow) throw new AppError('step_not_allowed', { reason: 'not_neighbours' })
  const merged: R = { ...shape.merged(first, second), version: merge.version, review: 'corrected' }
  const gone: R = { ...second, version: merge.nextVersion, review: 'discarded' }
  if (!(await shape.update(ctx, merged)) || !(await shape.update(ctx, gone)))
    throw new AppError('changed_meanwhile')
  await copyOrigins(ctx.db, ctx.tenantId, planId, merge.nextId, merge.itemId)
  await audit(ctx, {
    action: 'plan.merge_items',
    object: { kind: shape.table, id: merge.itemId, name: shortened(shape.textOf(merged)) },
    unitId: head.issuerUnitId,
    before: { first: shape.textOf(first), second: shape.textOf(second) },
    after: { text: shape.textOf(merged) },
  })
}

// The trail lists names beside acts: a paragraph would bury the act.
function shortened(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text
}
