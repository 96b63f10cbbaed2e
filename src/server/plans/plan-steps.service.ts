// A unit's plan on its way to the authority above, and back. What approval makes of it the slice that follows plans does.
import type { PlanId, PlanStepId } from '#domain/basics/ids.ts'
import { actionOfPlanMove, planAfter, type PlanMove, planMoveNeedsReason } from '#domain/plans/plan-steps.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { insertPlanStep, listPlanSteps, type PlanStepRow } from './plan-steps.queries.ts'
import { getHead, type Head, lockHead } from './plans.service.ts'
import { setState } from './plans.queries.ts'

/** The plan, kept still until the transaction ends, for whoever may make the move, where the move is open. */
export async function getForMove(ctx: Ctx, planId: PlanId, move: PlanMove): Promise<Head> {
  await lockHead(ctx, planId)
  const head = await getHead(ctx, planId, actionOfPlanMove(move))
  if (planAfter(head.state, move) === null) throw new AppError('step_not_allowed', { reason: head.state })
  return head
}

/** Keeps the move; of one that does not publish the plan also its new state. */
export async function keepMove(
  ctx: Ctx,
  head: Head,
  { move, version, reason }: { move: PlanMove; version: number; reason: string | null },
): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  if (planMoveNeedsReason(move) && reason === null)
    throw new AppError('bad_request', { reason: 'reason_missing' })
  const to = planAfter(head.state, move)
  if (to === 'draft' || to === 'submitted') {
    const saved = await setState(ctx.db, ctx.tenantId, head.planId, version, { from: head.state, to })
    if (!saved) throw new AppError('changed_meanwhile')
  }
  await insertPlanStep(ctx.db, ctx.tenantId, {
    stepId: newId<PlanStepId>(ctx.now.getTime()),
    planId: head.planId,
    move,
    reason,
    happenedOn: ctx.today,
    at: ctx.now,
    personId: ctx.actor.personId,
    personName: ctx.actor.name,
  })
  await audit(ctx, {
    action: `plan.${move}`,
    object: { kind: 'plan', id: head.planId, name: head.title },
    unitId: head.issuerUnitId,
    before: { state: head.state },
    after: { state: to, reason },
  })
}

export async function listMoves(ctx: Ctx, planId: PlanId): Promise<PlanStepRow[]> {
  await getHead(ctx, planId)
  return await listPlanSteps(ctx.db, ctx.tenantId, planId)
}
