// Publishing a plan: its tasks become assignments of the units as they are today, and each unit is told once.
// All of it or nothing, in one transaction.
import type { AssignmentId, PlanId, TaskId, UnitId } from '#domain/basics/ids.ts'
import { daysOf, faultsOf, sharesOf, stoppingFaults, type TaskFault } from '#domain/plans/plan-task.ts'
import { resolveAudience } from '#domain/units/audience.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { tell } from '#server/notices/notices.service.ts'
import { getDraft, getPlan, type Head, markPublished, otherPublished } from '#server/plans/plans.service.ts'
import type { TaskRow } from '#server/plans/plan-tasks.queries.ts'
import { statesUnder } from '#server/units/units.service.ts'
import { insertAssignments, type NewAssignment } from './assignments.queries.ts'

export type Stop = {
  taskId: TaskId | null
  no: string | null
  fault: TaskFault | 'plan_exists' | 'no_tasks' | 'audience_empty'
}
export type Outlook = { tasks: number; units: number; assignments: number; stops: Stop[] }

export async function previewPublishing(ctx: Ctx, planId: PlanId): Promise<Outlook> {
  const { head, tasks } = await getPlan(ctx, planId)
  return (await expand(ctx, head, tasks)).outlook
}

async function expand(
  ctx: Ctx,
  head: Head,
  tasks: readonly TaskRow[],
): Promise<{ outlook: Outlook; assignments: NewAssignment[] }> {
  const states = await statesUnder(ctx, head.issuerPath, ctx.today)
  const living = new Set(states.map((state) => state.unitId))
  const resolved = new Map<string, UnitId[]>()
  const kept = tasks.filter((task) => task.review !== 'discarded')
  const stops: Stop[] = []
  if (kept.length === 0) stops.push({ taskId: null, no: null, fault: 'no_tasks' })
  if ((await otherPublished(ctx, head)) !== null) stops.push({ taskId: null, no: null, fault: 'plan_exists' })
  const assignments: NewAssignment[] = []
  for (const task of kept) {
    for (const fault of faultsOf(task))
      if (stoppingFaults.includes(fault)) stops.push({ taskId: task.taskId, no: task.no, fault })
    const shares = sharesOf(task, (audience) => {
      const key = JSON.stringify(audience)
      const known = resolved.get(key) ?? resolveAudience(audience, states)
      resolved.set(key, known)
      if (known.length === 0) stops.push({ taskId: task.taskId, no: task.no, fault: 'audience_empty' })
      return known
    })
    // A unit that ended since the review can carry nothing out.
    if (shares.some((share) => !living.has(share.unitId)))
      stops.push({ taskId: task.taskId, no: task.no, fault: 'audience_empty' })
    // Without any time printed there is still something to do: one window without days.
    const windows = task.windows.length === 0 ? [{ startsOn: null, dueOn: null }] : task.windows.map(daysOf)
    for (const share of shares)
      assignments.push({
        ...share,
        id: newId<AssignmentId>(ctx.now.getTime()),
        of: { task: task.taskId },
        windows,
      })
  }
  const units = new Set(assignments.map((one) => one.unitId)).size
  return { outlook: { tasks: kept.length, units, assignments: assignments.length, stops }, assignments }
}

export async function publishPlan(
  ctx: Ctx,
  planId: PlanId,
  version: number,
): Promise<{ assignments: number; units: number }> {
  const head = await getDraft(ctx, planId, 'plan.publish')
  const { tasks } = await getPlan(ctx, planId)
  const { outlook, assignments } = await expand(ctx, head, tasks)
  if (outlook.stops.some((stop) => stop.fault === 'plan_exists'))
    throw new AppError('plan_exists', { schoolYear: head.schoolYear })
  const first = outlook.stops[0]
  if (first !== undefined)
    throw new AppError('plan_not_complete', {
      count: outlook.stops.length,
      reason: first.fault,
      message: stopText(first),
    })
  await markPublished(ctx, head, version)
  await insertAssignments(ctx.db, ctx.tenantId, planId, ctx.now, assignments)
  const perUnit = new Map<UnitId, number>()
  for (const one of assignments) perUnit.set(one.unitId, (perUnit.get(one.unitId) ?? 0) + 1)
  await tell(
    ctx,
    [...perUnit].map(([unitId, count]) => ({
      unitId,
      subject: {
        kind: 'plan_published',
        planId,
        title: head.title,
        schoolYear: head.schoolYear,
        tasks: count,
      },
    })),
  )
  await audit(ctx, {
    action: 'plan.publish',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
    after: { tasks: outlook.tasks, units: outlook.units, assignments: outlook.assignments },
  })
  return { assignments: outlook.assignments, units: outlook.units }
}

const stopTexts: Record<Stop['fault'], Record<'vi' | 'en', string>> = {
  no_title: { vi: 'chưa có nội dung', en: 'has no text' },
  no_lead: { vi: 'chưa có đơn vị chủ trì', en: 'has no lead unit' },
  name_not_matched: { vi: 'còn tên đơn vị chưa khớp', en: 'has a unit name that is not matched' },
  not_reviewed: { vi: 'chưa được duyệt', en: 'has not been reviewed' },
  start_after_finish: { vi: 'bắt đầu sau khi hoàn thành', en: 'starts after it finishes' },
  lead_also_coordinates: {
    vi: 'có đơn vị vừa chủ trì vừa phối hợp',
    en: 'has a unit that both leads and coordinates',
  },
  no_finish: { vi: 'chưa có thời gian hoàn thành', en: 'has no finish' },
  plan_exists: { vi: 'đã có kế hoạch của năm học này', en: 'the year has a plan' },
  no_tasks: { vi: 'kế hoạch chưa có nhiệm vụ nào', en: 'the plan has no task' },
  audience_empty: { vi: 'có đối tượng không chọn được đơn vị nào', en: 'has an audience that picks no unit' },
}

function stopText(stop: Stop): Record<'vi' | 'en', string> {
  const text = stopTexts[stop.fault]
  if (stop.taskId === null) return text
  return {
    vi: `nhiệm vụ ${stop.no ?? '(không số)'} ${text.vi}`,
    en: `task ${stop.no ?? '(without number)'} ${text.en}`,
  }
}
