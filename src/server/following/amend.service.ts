// Publishing an amendment: items and assignments change in one transaction, or nothing does. Whoever keeps a task keeps what
// was done; each unit that something changes for is told once.
import { formatDate } from '#domain/basics/dates.ts'
import type { AmendmentId, AssignmentId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { type Expansion, type HeldAssignment, reExpand, type ReStep } from '#domain/following/re-expand.ts'
import { dutyWindows, termDays } from '#domain/following/term.ts'
import type { AmendmentStop, ItemState } from '#domain/plans/amendment.ts'
import { daysOf, sharesOf } from '#domain/plans/plan-task.ts'
import { short } from '#domain/plans/stops.ts'
import { type Audience, resolveAudience } from '#domain/units/audience.ts'
import { tell } from '#server/notices/notices.service.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { type AppliedEntry, applyAmendment } from '#server/plans/amended-plan.service.ts'
import {
  entryFaults,
  getAmendment,
  getDraftAmendment,
  nameOfEntry,
  type WholeAmendment,
} from '#server/plans/amendments.service.ts'
import { statesUnder } from '#server/units/units.service.ts'
import {
  endWindows,
  insertWindows,
  listHeld,
  moveAssignments,
  setRoles,
  setWindowDays,
} from './amend.queries.ts'
import { insertAssignments, type NewAssignment } from './assignments.queries.ts'
import { insertSteps, type NewStep } from './steps.queries.ts'
import { stepOf } from './new-step.ts'
import { rollUpPlan } from './roll-up.service.ts'

type Stop = { entryId: AppliedEntry['entryId'] | null; name: string | null; fault: AmendmentStop }
export type AmendmentOutlook = {
  entries: number
  given: number
  ended: number
  moved: number
  kept: number
  units: number
  stops: Stop[]
}

type Resolve = (audience: Audience) => readonly UnitId[]

/** Of today, each rule once; a unit that has ended can carry nothing out. */
export async function resolverFor(
  ctx: Ctx,
  path: string,
): Promise<{ resolve: Resolve; isLiving: (unitId: UnitId) => boolean }> {
  const states = await statesUnder(ctx, path, ctx.today)
  const living = new Set(states.map((state) => state.unitId))
  const resolved = new Map<string, UnitId[]>()
  return {
    isLiving: (unitId) => living.has(unitId),
    resolve: (audience) => {
      const key = JSON.stringify(audience)
      const known = resolved.get(key) ?? resolveAudience(audience, states)
      resolved.set(key, known)
      return known
    },
  }
}

type Resolver = Awaited<ReturnType<typeof resolverFor>>

/** Null where nobody is given anything: a target, or a duty that is followed through its task. */
export function expansionOf(
  state: ItemState | null,
  year: SchoolYear,
  { resolve, isLiving }: Resolver,
): Expansion | null {
  if (state === null || state.kind === 'target') return null
  if (state.kind === 'duty') {
    if (state.duty.taskId !== null) return null
    return {
      shares: sharesOf(state.duty, resolve).filter((share) => isLiving(share.unitId)),
      windows: dutyWindows(year).map((window) => ({
        ...window,
        askedUntil: termDays(year, window.term).endsOn,
      })),
    }
  }
  const { windows } = state.task
  return {
    shares: sharesOf(state.task, resolve).filter((share) => isLiving(share.unitId)),
    windows: (windows.length === 0 ? [{ startsOn: null, dueOn: null }] : windows.map(daysOf)).map(
      (window) => ({ ...window, term: null }),
    ),
  }
}

type Planned = { entryId: AppliedEntry['entryId']; held: HeldAssignment[]; steps: ReStep[] }

async function planAmendment(
  ctx: Ctx,
  { plan, entries }: WholeAmendment,
): Promise<{ planned: Planned[]; stops: Stop[] }> {
  const resolver = await resolverFor(ctx, plan.head.issuerPath)
  const stops: Stop[] = entries.length === 0 ? [{ entryId: null, name: null, fault: 'no_changes' }] : []
  const planned: Planned[] = []
  for (const entry of entries) {
    const stop = { entryId: entry.entryId, name: short(nameOfEntry(entry)) }
    for (const fault of entryFaults(entry, plan)) stops.push({ ...stop, fault })
    const year = plan.head.schoolYear
    const before = expansionOf(entry.before, year, resolver)
    const after = expansionOf(entry.after, year, resolver)
    if (after !== null && after.shares.length === 0) stops.push({ ...stop, fault: 'audience_empty' })
    const held = entry.itemId === null ? [] : await listHeld(ctx.db, ctx.tenantId, entry.itemId)
    planned.push({ entryId: entry.entryId, held, steps: reExpand(before, after, held, ctx.today) })
  }
  return { planned, stops }
}

function countsOf(planned: readonly Planned[]) {
  const steps = planned.flatMap((one) => one.steps)
  const of = (...kinds: ReStep['kind'][]) => steps.filter((step) => kinds.includes(step.kind)).length
  const ended = of('end')
  const live = planned
    .flatMap((one) => one.held)
    .filter((held) => held.state !== 'dropped' && held.state !== 'passed_on').length
  return {
    given: of('give', 'give_anew'),
    ended,
    moved: of('move_finish', 'add_window', 'end_window'),
    kept: live - ended,
    units: new Set(steps.flatMap((step) => unitOf(step) ?? [])).size,
  }
}

function unitOf(step: ReStep): UnitId | null {
  return step.kind === 'give' ? step.share.unitId : step.kind === 'role' ? null : step.unitId
}

export async function previewAmendment(ctx: Ctx, amendmentId: AmendmentId): Promise<AmendmentOutlook> {
  const whole = await getAmendment(ctx, amendmentId)
  if (whole.amendment.state !== 'draft')
    throw new AppError('step_not_allowed', { reason: whole.amendment.state })
  const { planned, stops } = await planAmendment(ctx, whole)
  return { entries: whole.entries.length, ...countsOf(planned), stops }
}

export async function publishAmendment(
  ctx: Ctx,
  amendmentId: AmendmentId,
  version: number,
): Promise<{ given: number; ended: number; moved: number; units: number }> {
  const whole = await getDraftAmendment(ctx, amendmentId, version, 'plan.publish')
  const { planned, stops } = await planAmendment(ctx, whole)
  const first = stops[0]
  if (first !== undefined)
    throw new AppError('amendment_not_complete', { count: stops.length, reason: first.fault })
  const entries = await applyAmendment(ctx, whole)
  const reason = reasonOf(whole)
  for (const one of planned) {
    const entry = entries.find((applied) => applied.entryId === one.entryId)
    if (entry !== undefined) await applySteps(ctx, whole.plan.head.planId, entry, one.steps, reason)
  }
  await rollUpPlan(ctx, whole.plan.head.planId)
  await tellUnits(ctx, whole, planned)
  const { kept: _kept, ...counts } = countsOf(planned)
  await audit(ctx, {
    action: 'amendment.publish',
    object: { kind: 'plan_amendment', id: amendmentId, name: whole.plan.head.title },
    unitId: whole.plan.head.issuerUnitId,
    after: { entries: entries.length, ...counts, reason: whole.amendment.reason },
  })
  return counts
}

/** As a step of a task's story says it: the document by its number where it has one, and why. */
function reasonOf({ amendment }: WholeAmendment): string {
  const { number, signedOn, reason } = amendment
  const document = [
    'Điều chỉnh kế hoạch',
    number === null ? '' : `số ${number}`,
    signedOn === null ? '' : `ngày ${formatDate(signedOn)}`,
  ]
  return `${document.filter((part) => part !== '').join(' ')}: ${reason}`
}

/** The steps of one item; `reExpand` has seen to it that they can be taken. */
export async function applySteps(
  ctx: Ctx,
  planId: NonNullable<WholeAmendment['plan']['head']['planId']>,
  { itemId, kind }: Pick<AppliedEntry, 'itemId' | 'kind'>,
  steps: readonly ReStep[],
  reason: string,
): Promise<void> {
  const given: NewAssignment[] = []
  const story: NewStep[] = []
  const ended: AssignmentId[] = []
  const anew: AssignmentId[] = []
  const roles: Extract<ReStep, { kind: 'role' }>[] = []
  const moved: Extract<ReStep, { kind: 'move_finish' }>[] = []
  const added: Extract<ReStep, { kind: 'add_window' }>[] = []
  const closed: Extract<ReStep, { kind: 'end_window' }>[] = []
  for (const step of steps) {
    switch (step.kind) {
      case 'give':
        given.push({
          ...step.share,
          id: newId<AssignmentId>(ctx.now.getTime()),
          // The kind of the entry says which of the two it is.
          of: kind === 'duty' ? { duty: itemId as DutyItem } : { task: itemId as TaskItem },
          windows: step.windows,
        })
        break
      case 'end':
        ended.push(step.assignmentId)
        story.push(stepOf(ctx, step.assignmentId, { move: 'end', reason }))
        break
      case 'give_anew':
        anew.push(step.assignmentId)
        story.push(stepOf(ctx, step.assignmentId, { move: 'give_anew', reason }))
        break
      case 'role':
        roles.push(step)
        break
      case 'move_finish':
        moved.push(step)
        story.push(
          stepOf(ctx, step.assignmentId, {
            move: 'move_finish',
            windowNo: step.window.no,
            dueOn: step.window.dueOn,
            reason,
          }),
        )
        break
      case 'add_window':
        added.push(step)
        story.push(
          stepOf(ctx, step.assignmentId, {
            move: 'add_window',
            windowNo: step.window.no,
            dueOn: step.window.dueOn,
            reason,
          }),
        )
        break
      case 'end_window':
        closed.push(step)
        story.push(stepOf(ctx, step.assignmentId, { move: 'end_window', windowNo: step.no, reason }))
    }
  }
  await insertAssignments(ctx.db, ctx.tenantId, planId, ctx.now, given)
  await moveAssignments(ctx.db, ctx.tenantId, ended, 'dropped')
  await moveAssignments(ctx.db, ctx.tenantId, anew, 'given')
  await setRoles(ctx.db, ctx.tenantId, roles)
  await setWindowDays(ctx.db, ctx.tenantId, moved)
  await insertWindows(ctx.db, ctx.tenantId, added)
  await endWindows(ctx.db, ctx.tenantId, closed, ctx.today)
  for (let from = 0; from < story.length; from += stepsPerInsert)
    await insertSteps(ctx.db, ctx.tenantId, story.slice(from, from + stepsPerInsert))
}

// A row has 14 parameters, and one statement may have 65,535.
const stepsPerInsert = 4000

type OfItem = NewAssignment['of']
type TaskItem = Extract<OfItem, { task: unknown }>['task']
type DutyItem = Extract<OfItem, { duty: unknown }>['duty']

async function tellUnits(
  ctx: Ctx,
  { amendment, plan }: WholeAmendment,
  planned: readonly Planned[],
): Promise<void> {
  const counts = new Map<UnitId, { given: number; ended: number; moved: number }>()
  for (const step of planned.flatMap((one) => one.steps)) {
    const unitId = unitOf(step)
    if (unitId === null) continue
    const count = counts.get(unitId) ?? { given: 0, ended: 0, moved: 0 }
    if (step.kind === 'give' || step.kind === 'give_anew') count.given += 1
    else if (step.kind === 'end') count.ended += 1
    else count.moved += 1
    counts.set(unitId, count)
  }
  await tell(
    ctx,
    [...counts].map(([unitId, count]) => ({
      unitId,
      subject: {
        kind: 'plan_amended',
        planId: plan.head.planId,
        title: plan.head.title,
        reason: amendment.reason,
        ...count,
      },
    })),
  )
}
