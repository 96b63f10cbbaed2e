// A unit that made its own plan of what it was given reports once: on its own items. What it was given follows from them,
// and so on upwards. Kept as an entry of its progress, marked as reckoned; nothing that was said is overwritten.
import type { AssignmentId, PlanId, ProgressId } from '#domain/basics/ids.ts'
import { isInHand } from '#domain/following/life.ts'
import { rollUp } from '#domain/following/roll-up.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { newId } from '#server/platform/ids.ts'
import { insertProgress, updateWindow } from './assignments.queries.ts'
import { listCarried, listParents, listParentsOfPlan, lockParent } from './roll-up.queries.ts'
import { insertSteps, moveAssignment } from './steps.queries.ts'
import { stepOf } from './new-step.ts'

/** Reckons anew what was given from the items that these assignments carry out, and what that was made of in turn. */
export async function rollUpFrom(ctx: Ctx, assignments: readonly AssignmentId[]): Promise<void> {
  await reckonAll(ctx, await listParents(ctx.db, ctx.tenantId, assignments))
}

/** The same for all that a plan was made of, when its items changed. */
export async function rollUpPlan(ctx: Ctx, planId: PlanId): Promise<void> {
  await reckonAll(ctx, await listParentsOfPlan(ctx.db, ctx.tenantId, planId))
}

// A unit never stands above itself; what was seen is not reckoned twice all the same.
async function reckonAll(ctx: Ctx, parents: readonly AssignmentId[]): Promise<void> {
  const seen = new Set<AssignmentId>()
  let level = parents
  while (level.length > 0) {
    const changed: AssignmentId[] = []
    for (const parent of level.filter((id) => !seen.has(id))) {
      seen.add(parent)
      if (await reckon(ctx, parent)) changed.push(parent)
    }
    level = changed.length === 0 ? [] : await listParents(ctx.db, ctx.tenantId, changed)
  }
}

/** True where something changed. What the unit said to be done, or no longer has, is left as it is. */
async function reckon(ctx: Ctx, assignmentId: AssignmentId): Promise<boolean> {
  const parent = await lockParent(ctx.db, ctx.tenantId, assignmentId)
  if (ctx.actor.kind !== 'person' || parent === undefined || !isInHand(parent.state)) return false
  const items = await listCarried(ctx.db, ctx.tenantId, assignmentId)
  let changed = false
  for (const { windowNo, status, percent, ...rolledUp } of rollUp(parent.windows, items, parent.schoolYear)) {
    const window = parent.windows.find((one) => one.windowNo === windowNo)
    if (window === undefined || window.status === 'done') continue
    if (window.status === status && window.percent === percent) continue
    await updateWindow(ctx.db, ctx.tenantId, assignmentId, windowNo, window.version, {
      startsOn: null,
      dueOn: window.dueOn,
      status,
      percent,
      doneOn: null,
      completion: window.completion,
    })
    await insertProgress(ctx.db, ctx.tenantId, {
      id: newId<ProgressId>(ctx.now.getTime()),
      assignmentId,
      windowNo,
      status,
      percent,
      note: null,
      reportedOn: ctx.today,
      at: ctx.now,
      personId: ctx.actor.personId,
      personName: ctx.actor.name,
      onBehalf: false,
      toldBy: null,
      toldOn: null,
      delivered: null,
      rolledUp,
      evidence: [],
    })
    await audit(ctx, {
      action: 'assignment.roll_up',
      object: { kind: 'assignment', id: assignmentId, name: parent.title },
      unitId: parent.unitId,
      before: { status: window.status, percent: window.percent },
      after: { status, percent, ...rolledUp },
    })
    changed = true
  }
  if (changed) await takeUp(ctx, parent.state, assignmentId)
  return changed
}

async function takeUp(ctx: Ctx, state: string, assignmentId: AssignmentId): Promise<boolean> {
  if (state !== 'given') return false
  if (!(await moveAssignment(ctx.db, ctx.tenantId, assignmentId, 'given', 'acknowledged'))) return false
  await insertSteps(ctx.db, ctx.tenantId, [stepOf(ctx, assignmentId, { move: 'acknowledge' })])
  return true
}

/** Whoever issues a plan of its own has taken up what its items came from; returns how many it had not taken up before. */
export async function takeUpParents(ctx: Ctx, planId: PlanId): Promise<number> {
  let taken = 0
  for (const id of await listParentsOfPlan(ctx.db, ctx.tenantId, planId)) {
    const parent = await lockParent(ctx.db, ctx.tenantId, id)
    if (parent !== undefined && (await takeUp(ctx, parent.state, id))) taken += 1
  }
  return taken
}
