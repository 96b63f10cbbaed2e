// Publishing a plan: its tasks and duties become assignments of the units as they are today, and each unit is told once.
// All of it or nothing, in one transaction.
import type { AssignmentId, PlanId, UnitId } from '#domain/basics/ids.ts'
import { dutyWindows } from '#domain/following/term.ts'
import { dutyFaults, stoppingDutyFaults } from '#domain/plans/plan-duty.ts'
import {
  daysOf,
  faultsOf,
  type PrintedUnit,
  sharesOf,
  stoppingFaults,
  type TaskReview,
} from '#domain/plans/plan-task.ts'
import { stoppingTargetFaults, targetFaults } from '#domain/plans/plan-target.ts'
import { type PlanStop, short, stopText } from '#domain/plans/stops.ts'
import { resolveAudience } from '#domain/units/audience.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { tell } from '#server/notices/notices.service.ts'
import {
  getDraft,
  getPlan,
  type Head,
  markPublished,
  otherPublished,
  type WholePlan,
} from '#server/plans/plans.service.ts'
import { statesUnder } from '#server/units/units.service.ts'
import { moveAssignments } from './amend.queries.ts'
import { stepOf } from './new-step.ts'
import { insertSteps } from './steps.queries.ts'
import { takeUpParents } from './roll-up.service.ts'
import { insertAssignments, type NewAssignment } from './assignments.queries.ts'

type Windows = NewAssignment['windows']
export type Outlook = {
  tasks: number
  duties: number
  targets: number
  units: number
  assignments: number
  stops: PlanStop[]
}

export async function previewPublishing(ctx: Ctx, planId: PlanId): Promise<Outlook> {
  return (await expand(ctx, await getPlan(ctx, planId))).outlook
}

async function expand(
  ctx: Ctx,
  plan: WholePlan,
): Promise<{ outlook: Outlook; assignments: NewAssignment[] }> {
  const { head } = plan
  const states = await statesUnder(ctx, head.issuerPath, ctx.today)
  const living = new Set(states.map((state) => state.unitId))
  const resolved = new Map<string, UnitId[]>()
  const isKept = (item: { review: TaskReview }) => item.review !== 'discarded'
  const tasks = plan.tasks.filter(isKept)
  const duties = plan.duties.filter(isKept)
  const targets = plan.targets.filter(isKept)
  const stops: PlanStop[] = []
  if (tasks.length + duties.length + targets.length === 0)
    stops.push({ item: null, name: null, fault: 'no_tasks' })
  if ((await otherPublished(ctx, head)) !== null) stops.push({ item: null, name: null, fault: 'plan_exists' })
  const assignments: NewAssignment[] = []
  const give = (
    of: NewAssignment['of'],
    stop: Omit<PlanStop, 'fault'>,
    units: readonly PrintedUnit[],
    windows: Windows,
  ) => {
    const shares = sharesOf({ units }, (audience) => {
      const key = JSON.stringify(audience)
      const known = resolved.get(key) ?? resolveAudience(audience, states)
      resolved.set(key, known)
      if (known.length === 0) stops.push({ ...stop, fault: 'audience_empty' })
      return known
    })
    // A unit that ended since the review can carry nothing out.
    if (shares.some((share) => !living.has(share.unitId))) stops.push({ ...stop, fault: 'audience_empty' })
    for (const share of shares)
      assignments.push({ ...share, id: newId<AssignmentId>(ctx.now.getTime()), of, windows })
  }
  for (const target of targets)
    for (const fault of targetFaults(target))
      if (stoppingTargetFaults.includes(fault))
        stops.push({ item: { kind: 'target', id: target.targetId }, name: short(target.statement), fault })
  for (const duty of duties) {
    const stop = { item: { kind: 'duty', id: duty.dutyId }, name: short(duty.body) } as const
    for (const fault of dutyFaults(duty))
      if (stoppingDutyFaults.includes(fault)) stops.push({ ...stop, fault })
    // One that is joined to a task is followed through the task.
    const joined = duty.taskId !== null && tasks.some((task) => task.taskId === duty.taskId)
    if (!joined) give({ duty: duty.dutyId }, stop, duty.units, dutyWindows(head.schoolYear))
  }
  for (const task of tasks) {
    const stop = { item: { kind: 'task', id: task.taskId }, name: task.no ?? short(task.title) } as const
    for (const fault of faultsOf(task)) if (stoppingFaults.includes(fault)) stops.push({ ...stop, fault })
    // Without any time printed there is still something to do: one window without days.
    const windows = task.windows.length === 0 ? [{ startsOn: null, dueOn: null }] : task.windows.map(daysOf)
    give({ task: task.taskId }, stop, task.units, windows)
  }
  const units = new Set(assignments.map((one) => one.unitId)).size
  const counts = { tasks: tasks.length, duties: duties.length, targets: targets.length }
  return { outlook: { ...counts, units, assignments: assignments.length, stops }, assignments }
}

export async function publishPlan(
  ctx: Ctx,
  planId: PlanId,
  version: number,
): Promise<{ assignments: number; units: number }> {
  return await publishHead(ctx, await getDraft(ctx, planId, 'plan.publish'), version)
}

/** The step itself, of a plan that is kept still: of a draft, or of one that is approved. */
export async function publishHead(
  ctx: Ctx,
  head: Head,
  version: number,
): Promise<{ assignments: number; units: number }> {
  const { planId } = head
  const { outlook, assignments } = await expand(ctx, await getPlan(ctx, planId))
  mustBeComplete(head, outlook)
  await markPublished(ctx, head, version)
  await insertAssignments(ctx.db, ctx.tenantId, planId, ctx.now, assignments)
  await takeUpOwn(ctx, head, assignments)
  await takeUpParents(ctx, planId)
  await tellUnits(ctx, head, assignments)
  await audit(ctx, {
    action: 'plan.publish',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
    after: {
      tasks: outlook.tasks,
      duties: outlook.duties,
      targets: outlook.targets,
      units: outlook.units,
      assignments: outlook.assignments,
    },
  })
  return { assignments: outlook.assignments, units: outlook.units }
}

/** What a unit gives itself it need not take up a second time. */
async function takeUpOwn(ctx: Ctx, head: Head, assignments: readonly NewAssignment[]): Promise<void> {
  const own = assignments.filter((one) => one.unitId === head.issuerUnitId).map((one) => one.id)
  await moveAssignments(ctx.db, ctx.tenantId, own, 'acknowledged')
  await insertSteps(
    ctx.db,
    ctx.tenantId,
    own.map((id) => stepOf(ctx, id, { move: 'acknowledge' })),
  )
}

/** Refused while something stops the publishing: each says itself what. */
export function mustBeComplete(head: Pick<Head, 'schoolYear'>, { stops }: Pick<Outlook, 'stops'>): void {
  if (stops.some((stop) => stop.fault === 'plan_exists'))
    throw new AppError('plan_exists', { schoolYear: head.schoolYear })
  const first = stops[0]
  if (first !== undefined)
    throw new AppError('plan_not_complete', {
      count: stops.length,
      reason: first.fault,
      message: stopText(first),
    })
}

/** One notice per unit, which says how many tasks and duties it got. */
async function tellUnits(ctx: Ctx, head: Head, assignments: readonly NewAssignment[]): Promise<void> {
  const perUnit = new Map<UnitId, { tasks: number; duties: number }>()
  for (const one of assignments) {
    const count = perUnit.get(one.unitId) ?? { tasks: 0, duties: 0 }
    count['task' in one.of ? 'tasks' : 'duties'] += 1
    perUnit.set(one.unitId, count)
  }
  await tell(
    ctx,
    [...perUnit].map(([unitId, count]) => ({
      unitId,
      subject: {
        kind: 'plan_published',
        planId: head.planId,
        title: head.title,
        schoolYear: head.schoolYear,
        ...count,
      },
    })),
  )
}
