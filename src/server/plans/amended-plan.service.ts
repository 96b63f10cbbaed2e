// An amendment becomes part of its plan: items get their new state, and what stood before stays readable, item by item and
// for any day. Following does the assignments in the same transaction.
import type { DutyId, PlanId, TargetId, TaskId } from '#domain/basics/ids.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { type ItemKind, isSameState, type ItemState } from '#domain/plans/amendment.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import {
  type AmendmentRow,
  endItem,
  type EntryRow,
  findPlanOfItem,
  findAmendment,
  forgetTimeText,
  type ItemId,
  listAmendmentRows,
  listEntries,
  listEntriesOfItem,
  saveEntryRow,
  updateAmendment,
} from './amendments.queries.ts'
import type { WholeAmendment } from './amendments.service.ts'
import { itemsOf, type PlanItem } from './item-states.ts'
import { nameIndexFor, type Names } from './name-index.service.ts'
import { insertDuties, updateDuty } from './plan-duties.queries.ts'
import { insertTargets, updateTarget } from './plan-targets.queries.ts'
import { insertTasks, type StoredUnit, updateTask } from './plan-tasks.queries.ts'
import { getHead, getPlan, type Head, type WholePlan } from './plans.service.ts'

/** Every entry with the item that it is about, also of those added. */
export type AppliedEntry = EntryRow & { itemId: ItemId }

/** The caller has asked what stops it; the plan is locked. */
export async function applyAmendment(ctx: Ctx, whole: WholeAmendment): Promise<AppliedEntry[]> {
  const { amendment, plan, entries } = whole
  mustBeAllowed(ctx, 'plan.publish', { tenantId: ctx.tenantId, path: plan.head.issuerPath })
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  const before = await listAmendmentRows(ctx.db, ctx.tenantId, amendment.planId)
  const no = Math.max(0, ...before.map((row) => row.no ?? 0)) + 1
  const published = { no, by: ctx.actor.personId, at: ctx.now, on: ctx.today }
  if (!(await updateAmendment(ctx.db, ctx.tenantId, amendment.amendmentId, amendment.version, { published })))
    throw new AppError('changed_meanwhile')
  const applied: AppliedEntry[] = []
  for (const entry of entries) applied.push({ ...entry, itemId: await applyEntry(ctx, whole, entry) })
  return applied
}

async function applyEntry(ctx: Ctx, { plan }: WholeAmendment, entry: EntryRow): Promise<ItemId> {
  const { itemId, after } = entry
  if (entry.act === 'add' && after !== null) {
    const id = newId<ItemId>(ctx.now.getTime())
    await insertItem(ctx, plan.head.planId, id, after, positionAfter(plan, after.kind))
    await saveEntryRow(ctx.db, ctx.tenantId, { ...entry, itemId: id })
    return id
  }
  if (itemId === null) throw new AppError('not_found')
  if (after === null) {
    await endItem(ctx.db, ctx.tenantId, entry.kind, itemId, ctx.today)
    return itemId
  }
  if (!(await changeItem(ctx, plan, itemId, after))) throw new AppError('changed_meanwhile')
  return itemId
}

function positionAfter({ tasks, duties, targets }: WholeAmendment['plan'], kind: ItemKind): number {
  const rows = kind === 'task' ? tasks : kind === 'duty' ? duties : targets
  return Math.max(0, ...rows.map((row) => row.position)) + 1
}

async function insertItem(
  ctx: Ctx,
  planId: PlanId,
  id: ItemId,
  state: ItemState,
  position: number,
): Promise<void> {
  const added = { position, at: null, confidence: null, review: 'added' as const }
  switch (state.kind) {
    case 'task': {
      const { units, windows, ...task } = state.task
      // One new id serves whichever list it goes into.
      const row = { ...task, ...added, taskId: id as TaskId, timeText: null, windows: [...windows] }
      return await insertTasks(ctx.db, ctx.tenantId, planId, [{ ...row, units: units.map(stored) }])
    }
    case 'duty': {
      const { units, ...duty } = state.duty
      // As above.
      const row = { ...duty, ...added, dutyId: id as DutyId, units: units.map(stored) }
      return await insertDuties(ctx.db, ctx.tenantId, planId, [row])
    }
    case 'target': {
      const { levels, ...target } = state.target
      // As above.
      const row = { ...target, ...added, targetId: id as TargetId, levels: [...levels] }
      return await insertTargets(ctx.db, ctx.tenantId, planId, [row])
    }
  }
}

async function changeItem(
  ctx: Ctx,
  { tasks, duties, targets }: WholeAmendment['plan'],
  itemId: ItemId,
  state: ItemState,
): Promise<boolean> {
  switch (state.kind) {
    case 'task': {
      const row = tasks.find((one) => one.taskId === itemId)
      if (row === undefined) return false
      const { units, windows, ...task } = state.task
      if (JSON.stringify(row.windows) !== JSON.stringify(windows))
        await forgetTimeText(ctx.db, ctx.tenantId, row.taskId)
      return await updateTask(ctx.db, ctx.tenantId, {
        ...row,
        ...task,
        windows: [...windows],
        units: units.map(stored),
      })
    }
    case 'duty': {
      const row = duties.find((one) => one.dutyId === itemId)
      if (row === undefined) return false
      return await updateDuty(ctx.db, ctx.tenantId, {
        ...row,
        ...state.duty,
        units: state.duty.units.map(stored),
      })
    }
    case 'target': {
      const row = targets.find((one) => one.targetId === itemId)
      if (row === undefined) return false
      return await updateTarget(ctx.db, ctx.tenantId, {
        ...row,
        ...state.target,
        levels: [...state.target.levels],
      })
    }
  }
}

function stored(unit: Omit<StoredUnit, 'score'>): StoredUnit {
  return { ...unit, score: null }
}

export type AsOf = {
  plan: Head
  names: Names
  day: LocalDate
  items: { kind: ItemKind; itemId: ItemId; state: ItemState; sameAsToday: boolean }[]
}

/** The plan as it stood at the end of a day: what was published into it since is taken back, the latest first. */
export async function getPlanAsOf(ctx: Ctx, planId: PlanId, day: LocalDate): Promise<AsOf> {
  const head = await getHead(ctx, planId)
  if (head.state !== 'published') throw new AppError('step_not_allowed', { reason: head.state })
  const whole = await getPlan(ctx, planId)
  const now = itemsOf(whole)
  const since = (await listAmendmentRows(ctx.db, ctx.tenantId, planId))
    .filter((row) => row.publishedOn !== null && row.publishedOn > day)
    .toSorted((a, b) => (b.no ?? 0) - (a.no ?? 0))
  const entries = await listEntries(
    ctx.db,
    ctx.tenantId,
    since.map((row) => row.amendmentId),
  )
  const states = new Map<ItemId, ItemState | null>(
    now.map((item) => [item.itemId, item.endedOn === null ? item.state : null]),
  )
  for (const amendment of since)
    for (const entry of entries)
      if (entry.amendmentId === amendment.amendmentId && entry.itemId !== null)
        states.set(entry.itemId, entry.before)
  return {
    plan: head,
    names: await nameIndexFor(ctx, head.issuerPath),
    day,
    items: now.flatMap(({ kind, itemId, state, endedOn }: PlanItem) => {
      const then = states.get(itemId) ?? null
      if (then === null) return []
      return [{ kind, itemId, state: then, sameAsToday: endedOn === null && isSameState(then, state) }]
    }),
  }
}

export type ItemAmendment = { amendment: AmendmentRow; entry: EntryRow }

/** What amendments did to one item, for whoever reads its plan. */
export async function listItemAmendments(
  ctx: Ctx,
  itemId: ItemId,
): Promise<{ names: Names; plan: Head; found: ItemAmendment[] }> {
  const planId = await findPlanOfItem(ctx.db, ctx.tenantId, itemId)
  if (planId === undefined) throw new AppError('not_found')
  const plan = await getHead(ctx, planId)
  const found: ItemAmendment[] = []
  for (const entry of await listEntriesOfItem(ctx.db, ctx.tenantId, itemId)) {
    const amendment = await findAmendment(ctx.db, ctx.tenantId, entry.amendmentId)
    if (amendment !== undefined) found.push({ amendment, entry })
  }
  return { names: await nameIndexFor(ctx, plan.issuerPath), plan, found }
}

/** What a published plan asks for today. */
export function livingItems(plan: WholePlan): PlanItem[] {
  return itemsOf(plan).filter((item) => item.endedOn === null)
}
