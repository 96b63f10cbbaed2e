// Units that fall under an audience of a running plan after it was published: founded, split off, moved or changed. They get
// the open tasks; what a unit was merged into goes on with what that had done. Run again, it does nothing.
import type { AssignmentId, PlanId, UnitId } from '#domain/basics/ids.ts'
import { endOf, startOf } from '#domain/basics/school-year.ts'
import { type HeldAssignment, reExpand, type ReStep } from '#domain/following/re-expand.ts'
import { tell } from '#server/notices/notices.service.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { livingItems } from '#server/plans/amended-plan.service.ts'
import { getHead, getPlan, type Head, lockHead } from '#server/plans/plans.service.ts'
import { labelsOf, livingSuccessors } from '#server/units/units.service.ts'
import { type HeldItem, listHeldOfPlan, listRunningPlans } from './amend.queries.ts'
import { applySteps, expansionOf, resolverFor } from './amend.service.ts'
import { passOn } from './pass-on.service.ts'

export type Joined = { units: number; assignments: number }

/** On demand, by whoever may publish the plan. */
export async function giveToJoined(ctx: Ctx, planId: PlanId): Promise<Joined> {
  const head = await getHead(ctx, planId, 'plan.publish')
  if (head.state !== 'published') throw new AppError('step_not_allowed', { reason: head.state })
  return await giveIn(asSystem(ctx), planId)
}

/** After units changed, in the same transaction, and once a day for what was recorded for later. */
export async function giveInRunningPlans(ctx: Ctx): Promise<void> {
  const system = asSystem(ctx)
  for (const { planId, schoolYear } of await listRunningPlans(ctx.db, ctx.tenantId)) {
    if (startOf(schoolYear) <= ctx.today && ctx.today <= endOf(schoolYear)) await giveIn(system, planId)
  }
}

// It follows from the plan and from the tree, not from a right of whoever changed a unit; the trail names who did.
function asSystem(ctx: Ctx): Ctx {
  return { ...ctx, actor: { kind: 'system', tenantId: ctx.tenantId, name: ctx.actor.name } }
}

async function giveIn(ctx: Ctx, planId: PlanId): Promise<Joined> {
  await lockHead(ctx, planId)
  const plan = await getPlan(ctx, planId)
  const { head } = plan
  const resolver = await resolverFor(ctx, head.issuerPath)
  const held = await listHeldOfPlan(ctx.db, ctx.tenantId, planId, ctx.today)
  const byItem = new Map<string, HeldItem[]>()
  for (const one of held) byItem.set(one.itemId, [...(byItem.get(one.itemId) ?? []), one])
  const heirs = await heirsOf(ctx, held)
  const counts = new Map<UnitId, { tasks: number; duties: number }>()
  let assignments = 0
  for (const item of livingItems(plan)) {
    const expansion = expansionOf(item.state, head.schoolYear, resolver)
    if (expansion === null) continue
    const own = byItem.get(item.itemId) ?? []
    const steps = reExpand(expansion, expansion, own.map(asHeld), ctx.today)
    const gives = steps.filter((step): step is Give => step.kind === 'give')
    if (gives.length === 0) continue
    const fresh: ReStep[] = []
    for (const give of gives) {
      const taken = await takeOver(ctx, own, heirs, give.share.unitId)
      if (!taken) fresh.push(give)
      const count = counts.get(give.share.unitId) ?? { tasks: 0, duties: 0 }
      count[item.kind === 'duty' ? 'duties' : 'tasks'] += 1
      counts.set(give.share.unitId, count)
    }
    assignments += gives.length
    await applySteps(ctx, planId, item, fresh, '')
  }
  if (counts.size > 0) await tellJoined(ctx, head, counts, assignments)
  return { units: counts.size, assignments }
}

type Give = Extract<ReStep, { kind: 'give' }>

// Only who has it matters here, not how far he is.
function asHeld({ assignmentId, unitId, state }: HeldItem): HeldAssignment {
  return { assignmentId, unitId, state, role: 'lead', printedName: '', windows: [] }
}

/** Of units that have ended with open work: the one unit that goes on with it. Several heirs are the issuer's to choose from. */
async function heirsOf(ctx: Ctx, held: readonly HeldItem[]): Promise<Map<UnitId, UnitId>> {
  const ended = new Set(held.filter((one) => one.unitEnded && isOpen(one)).map((one) => one.unitId))
  const heirs = new Map<UnitId, UnitId>()
  for (const unitId of ended) {
    const [heir, ...others] = await livingSuccessors(ctx, unitId)
    if (heir !== undefined && others.length === 0) heirs.set(unitId, heir.unitId)
  }
  return heirs
}

function isOpen({ state }: HeldItem): boolean {
  return state !== 'dropped' && state !== 'passed_on'
}

/** A successor goes on with what its predecessors had done instead of beginning anew. */
async function takeOver(
  ctx: Ctx,
  own: readonly HeldItem[],
  heirs: ReadonlyMap<UnitId, UnitId>,
  unitId: UnitId,
): Promise<boolean> {
  const from: AssignmentId[] = own
    .filter((one) => one.unitEnded && isOpen(one) && heirs.get(one.unitId) === unitId)
    .map((one) => one.assignmentId)
  if (from.length === 0) return false
  await passOn(ctx, from, unitId, null, 'told_apart')
  return true
}

/** As at the publishing: one notice for each unit. */
async function tellJoined(
  ctx: Ctx,
  head: Head,
  counts: ReadonlyMap<UnitId, { tasks: number; duties: number }>,
  assignments: number,
): Promise<void> {
  const { planId, title, schoolYear } = head
  await tell(
    ctx,
    [...counts].map(([unitId, count]) => ({
      unitId,
      subject: { kind: 'plan_published', planId, title, schoolYear, ...count },
    })),
  )
  const labels = await labelsOf(ctx, [...counts.keys()])
  await audit(ctx, {
    action: 'plan.give_joined',
    object: { kind: 'plan', id: planId, name: title },
    unitId: head.issuerUnitId,
    after: { assignments, units: [...counts.keys()].map((unitId) => labels.get(unitId)?.name ?? '') },
  })
}
