// A unit hands in its plan; the authority above returns it or approves it, which publishes it in the same transaction.
import type { PlanId, UnitId } from '#domain/basics/ids.ts'
import type { PlanMove } from '#domain/plans/plan-steps.ts'
import { scopeOf } from '#domain/rights/can.ts'
import { mustBeComplete, previewPublishing, publishHead } from '#server/following/publish.service.ts'
import { tell } from '#server/notices/notices.service.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { getForMove, keepMove } from '#server/plans/plan-steps.service.ts'
import type { Head } from '#server/plans/plans.service.ts'
import { getUnitFor, unitsAlong } from '#server/units/units.service.ts'
import {
  countUnitPlans,
  listUnitPlans as listStored,
  type UnitPlanCounts,
  type UnitPlanRow,
  type UnitPlansAsked,
} from './cascade.queries.ts'

export async function movePlan(
  ctx: Ctx,
  planId: PlanId,
  given: { move: PlanMove; version: number; reason: string | null },
): Promise<void> {
  const head = await getForMove(ctx, planId, given.move)
  const superior = await superiorOf(ctx, head)
  if (given.move === 'submit') {
    if (superior === null) throw new AppError('step_not_allowed', { reason: 'no_superior' })
    mustBeComplete(head, await previewPublishing(ctx, planId))
  }
  await keepMove(ctx, head, given)
  if (given.move === 'approve') await publishHead(ctx, head, given.version)
  const told = given.move === 'submit' || given.move === 'withdraw' ? superior : head.issuerUnitId
  if (told === null) return
  await tell(ctx, [
    {
      unitId: told,
      subject: {
        kind: 'plan_step',
        planId,
        unitName: head.issuerName,
        title: head.title,
        move: given.move,
        reason: given.reason,
      },
    },
  ])
}

/** The unit right above the one whose plan it is; null at the root. */
async function superiorOf(ctx: Ctx, head: Head): Promise<UnitId | null> {
  const line = await unitsAlong(ctx, head.issuerPath)
  return line.at(-2)?.unitId ?? null
}

const pageSize = 200

export async function listUnitPlans(
  ctx: Ctx,
  unitId: UnitId,
  question: Pick<UnitPlansAsked, 'schoolYear' | 'search'> & {
    state?: keyof UnitPlanCounts | undefined
    after?: string | undefined
  },
): Promise<{ rows: UnitPlanRow[]; next: string | null; counts: UnitPlanCounts }> {
  const unit = await getUnitFor(ctx, 'assignment.overview', unitId)
  const { state, after, schoolYear, search } = question
  const scope = scopeOf(ctx.actor, 'assignment.overview')
  const asked: UnitPlansAsked = { scope, under: unit.path, today: ctx.today, schoolYear, search }
  const offset = Number(after ?? 0)
  const rows = await listStored(ctx.db, asked, { state, offset, limit: pageSize + 1 })
  return {
    rows: rows.slice(0, pageSize),
    next: rows.length > pageSize ? String(offset + pageSize) : null,
    counts: await countUnitPlans(ctx.db, asked),
  }
}
