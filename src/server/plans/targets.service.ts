// The review of a draft's targets: accept, correct, discard, add. The reading itself stays as it was.
import type { z } from 'zod'
import type { planItemsContract } from '#contract/plan-items.ts'
import type { PlanId, TargetId } from '#domain/basics/ids.ts'
import { figuresOfKind, type PlanTarget } from '#domain/plans/plan-target.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import {
  findTarget,
  insertTargets,
  listTargets,
  type TargetRow,
  updateTarget,
} from './plan-targets.queries.ts'
import { getDraft, getHead, type Head } from './plans.service.ts'
import { roomFor } from './room.service.ts'

type TargetChange = z.output<typeof planItemsContract.changeTarget.body>
type TargetAddition = z.output<typeof planItemsContract.addTarget.body>

/** What a published plan promises; for the slices that follow it. */
export async function promisedBy(ctx: Ctx, planId: PlanId): Promise<TargetRow[]> {
  const targets = await listTargets(ctx.db, ctx.tenantId, planId)
  return targets.filter((target) => target.review !== 'discarded' && target.endedOn === null)
}

export async function findPromised(ctx: Ctx, targetId: TargetId): Promise<TargetRow | null> {
  const target = await findTarget(ctx.db, ctx.tenantId, targetId)
  return target === undefined || target.review === 'discarded' ? null : target
}

export async function changeTarget(ctx: Ctx, targetId: TargetId, change: TargetChange): Promise<TargetRow> {
  const before = await mustFind(ctx, targetId)
  const head = await getDraft(ctx, before.planId)
  const next = { ...change, ...figuresOfKind(change.kind, change) }
  if (!(await updateTarget(ctx.db, ctx.tenantId, { ...next, targetId })))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: change.review === 'discarded' ? 'plan_target.discard' : 'plan_target.change',
    object: { kind: 'plan_target', id: targetId, name: nameOf(change.statement) },
    unitId: head.issuerUnitId,
    before: shownTarget(before),
    after: shownTarget(next),
  })
  return await mustFind(ctx, targetId)
}

export async function addTarget(ctx: Ctx, planId: PlanId, addition: TargetAddition): Promise<TargetRow> {
  const head = await getDraft(ctx, planId)
  const known = await listTargets(ctx.db, ctx.tenantId, planId)
  const targetId = newId<TargetId>(ctx.now.getTime())
  const row = {
    ...addition,
    ...figuresOfKind(addition.kind, addition),
    targetId,
    position: await roomFor(ctx, planId, 'plan_target', known, addition.at),
    confidence: null,
    review: 'added' as const,
  }
  await insertTargets(ctx.db, ctx.tenantId, planId, [row])
  await audit(ctx, {
    action: 'plan_target.add',
    object: { kind: 'plan_target', id: targetId, name: nameOf(row.statement) },
    unitId: head.issuerUnitId,
    after: shownTarget(row),
  })
  return await mustFind(ctx, targetId)
}

/** One target of a plan that the actor may read. */
export async function getTarget(ctx: Ctx, targetId: TargetId): Promise<{ head: Head; target: TargetRow }> {
  const target = await mustFind(ctx, targetId)
  return { head: await getHead(ctx, target.planId), target }
}

async function mustFind(ctx: Ctx, targetId: TargetId): Promise<TargetRow> {
  const row = await findTarget(ctx.db, ctx.tenantId, targetId)
  if (row === undefined) throw new AppError('not_found')
  return row
}

// The trail lists names beside acts: a paragraph would bury the act.
function nameOf(statement: string): string {
  return statement.length > 200 ? `${statement.slice(0, 199)}…` : statement
}

/** A target as the audit trail keeps it. */
export function shownTarget(target: PlanTarget) {
  const { kind, value, numerator, denominator, percent, min, max, strict, period, direction, baseline } =
    target
  return {
    group: target.groupCode,
    levels: target.levels,
    statement: target.statement,
    scope: target.scope,
    figures: { kind, value, numerator, denominator, percent, min, max, strict, period, direction, baseline },
    unitWord: target.unitWord,
    due: target.due,
    review: target.review,
  }
}
