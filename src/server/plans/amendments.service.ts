// Draft amendments of a published plan: what is proposed is kept and can be gone on with by a colleague; the plan itself does
// not change here, and nobody is told.
import type { z } from 'zod'
import type { amendmentsContract } from '#contract/plan-amendments.ts'
import type { AmendmentId, EntryId, PlanId } from '#domain/basics/ids.ts'
import {
  type AmendmentStop,
  isSameState,
  type ItemState,
  nameOfState,
  sayState,
  stateFaults,
} from '#domain/plans/amendment.ts'
import { figuresOfKind } from '#domain/plans/plan-target.ts'
import { type Action, can } from '#domain/rights/can.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import {
  type AmendmentRow,
  type AmendmentSet,
  deleteEntry,
  type EntryRow,
  findAmendment,
  insertAmendment,
  listAmendmentRows,
  listEntries,
  saveEntryRow,
  updateAmendment,
} from './amendments.queries.ts'
import { itemsOf, unitsOfState } from './item-states.ts'
import { mustMeanAll, nameIndexFor, type Names } from './name-index.service.ts'
import { lockPlan } from './plans.queries.ts'
import { getHead, getPlan, type Head, type WholePlan } from './plans.service.ts'

type HeadFields = z.output<typeof amendmentsContract.createAmendment.body>
type Proposal = z.output<typeof amendmentsContract.saveEntry.body>

function mayDraft(ctx: Ctx, plan: Head): boolean {
  return can(ctx.actor, 'plan.draft', { tenantId: ctx.tenantId, path: plan.issuerPath })
}

export async function listAmendments(ctx: Ctx, planId: PlanId): Promise<AmendmentRow[]> {
  const plan = await getHead(ctx, planId)
  const rows = await listAmendmentRows(ctx.db, ctx.tenantId, planId)
  return mayDraft(ctx, plan) ? rows : rows.filter((row) => row.state === 'published')
}

export async function createAmendment(
  ctx: Ctx,
  planId: PlanId,
  given: HeadFields,
): Promise<{ amendmentId: AmendmentId }> {
  const plan = await getHead(ctx, planId, 'plan.draft')
  if (plan.state !== 'published') throw new AppError('step_not_allowed', { reason: plan.state })
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  const amendmentId = newId<AmendmentId>(ctx.now.getTime())
  await insertAmendment(ctx.db, ctx.tenantId, {
    ...given,
    amendmentId,
    planId,
    by: ctx.actor.personId,
    at: ctx.now,
  })
  await audit(ctx, {
    action: 'amendment.create',
    object: { kind: 'plan_amendment', id: amendmentId, name: plan.title },
    unitId: plan.issuerUnitId,
    after: given,
  })
  return { amendmentId }
}

export type WholeAmendment = { amendment: AmendmentRow; plan: WholePlan; entries: EntryRow[]; names: Names }

/** A draft only for those who may work on the plan. */
export async function getAmendment(
  ctx: Ctx,
  amendmentId: AmendmentId,
  action: Action = 'plan.read',
): Promise<WholeAmendment> {
  const amendment = await findAmendment(ctx.db, ctx.tenantId, amendmentId)
  if (amendment === undefined) throw new AppError('not_found')
  const head = await getHead(ctx, amendment.planId, action)
  if (amendment.state !== 'published' && !mayDraft(ctx, head)) throw new AppError('not_found')
  return {
    amendment,
    plan: await getPlan(ctx, amendment.planId),
    entries: await listEntries(ctx.db, ctx.tenantId, [amendmentId]),
    names: await nameIndexFor(ctx, head.issuerPath),
  }
}

/** The draft, with its plan kept still until the transaction ends: nothing else is published into it meanwhile. */
export async function getDraftAmendment(
  ctx: Ctx,
  amendmentId: AmendmentId,
  version: number,
  action: Action = 'plan.draft',
): Promise<WholeAmendment> {
  const row = await findAmendment(ctx.db, ctx.tenantId, amendmentId)
  if (row === undefined) throw new AppError('not_found')
  await lockPlan(ctx.db, ctx.tenantId, row.planId)
  const whole = await getAmendment(ctx, amendmentId, action)
  if (whole.amendment.state !== 'draft')
    throw new AppError('step_not_allowed', { reason: whole.amendment.state })
  if (whole.amendment.version !== version) throw new AppError('changed_meanwhile')
  return whole
}

async function save(ctx: Ctx, { amendment }: WholeAmendment, set: AmendmentSet): Promise<number> {
  if (!(await updateAmendment(ctx.db, ctx.tenantId, amendment.amendmentId, amendment.version, set)))
    throw new AppError('changed_meanwhile')
  return amendment.version + 1
}

async function note(
  ctx: Ctx,
  { amendment, plan }: WholeAmendment,
  action: string,
  told: { before?: unknown; after?: unknown } = {},
): Promise<void> {
  await audit(ctx, {
    action,
    object: { kind: 'plan_amendment', id: amendment.amendmentId, name: plan.head.title },
    unitId: plan.head.issuerUnitId,
    ...told,
  })
}

/** Of a published amendment only the number and the date of its document, which are typed back after it was issued. */
export async function changeAmendment(
  ctx: Ctx,
  amendmentId: AmendmentId,
  { version, reason, number, signedOn }: z.output<typeof amendmentsContract.changeAmendment.body>,
): Promise<number> {
  const whole = await getAmendment(ctx, amendmentId, 'plan.draft')
  const { amendment } = whole
  if (amendment.state === 'discarded' || (amendment.state === 'published' && reason !== amendment.reason))
    throw new AppError('step_not_allowed', { reason: amendment.state })
  if (amendment.version !== version) throw new AppError('changed_meanwhile')
  const next = await save(ctx, whole, { reason, number, signedOn })
  await note(ctx, whole, 'amendment.change', {
    before: { reason: amendment.reason, number: amendment.number, signedOn: amendment.signedOn },
    after: { reason, number, signedOn },
  })
  return next
}

export async function saveEntry(
  ctx: Ctx,
  amendmentId: AmendmentId,
  proposal: Proposal,
): Promise<{ version: number; entryId: EntryId }> {
  const whole = await getDraftAmendment(ctx, amendmentId, proposal.version)
  const { entries, plan, names } = whole
  const { kind, act, itemId } = proposal
  const after = matchedBy(names, tidied(proposal.after))
  const fits = (after === null || after.kind === kind) && (act === 'end') === (after === null)
  if (!fits || (act === 'add') !== (itemId === null)) throw new AppError('bad_request')
  const item = itemsOf(plan).find((one) => one.itemId === itemId && one.kind === kind && one.endedOn === null)
  if (act !== 'add' && item === undefined) throw new AppError('not_found')
  const known = entries.find((one) =>
    proposal.entryId === null
      ? itemId !== null && one.itemId === itemId
      : one.entryId === proposal.entryId && one.kind === kind && one.itemId === itemId,
  )
  if (proposal.entryId !== null && known === undefined) throw new AppError('not_found')
  const before = item?.state ?? null
  mustMeanAll(names, unitsOfState(after), [...unitsOfState(before), ...unitsOfState(known?.after ?? null)])
  mustKeepTask(before, after)
  const entryId = known?.entryId ?? newId<EntryId>(ctx.now.getTime())
  await saveEntryRow(ctx.db, ctx.tenantId, {
    entryId,
    amendmentId,
    position: known?.position ?? (entries.at(-1)?.position ?? 0) + 1,
    kind,
    act,
    itemId,
    before,
    after,
  })
  const version = await save(ctx, whole, {})
  const say = (state: ItemState | null) =>
    state === null ? null : { kind, fields: sayState(state, 'vi', names.describe) }
  await note(ctx, whole, 'amendment.propose', {
    before: say(known === undefined ? before : known.after),
    after: say(after),
  })
  return { version, entryId }
}

function tidied(state: ItemState | null): ItemState | null {
  if (state?.kind !== 'target') return state
  const { target } = state
  return { kind: 'target', target: { ...target, ...figuresOfKind(target.kind, target) } }
}

/** A name that was typed means the unit or audience that it surely names; another stays to be said by a person. */
function matchedBy(names: Names, state: ItemState | null): ItemState | null {
  if (state === null || state.kind === 'target') return state
  const matched = unitsOfState(state).map((unit) =>
    unit.target === null ? { ...unit, target: names.match(unit.printedName).target } : unit,
  )
  return state.kind === 'task'
    ? { kind: 'task', task: { ...state.task, units: matched } }
    : { kind: 'duty', duty: { ...state.duty, units: matched } }
}

// A duty that is followed through a task stays with it: what was reported stands there.
function mustKeepTask(before: ItemState | null, after: ItemState | null): void {
  if (after?.kind !== 'duty') return
  const was = before?.kind === 'duty' ? before.duty.taskId : null
  if (after.duty.taskId !== was) throw new AppError('bad_request', { reason: 'task_changed' })
}

export async function removeEntry(
  ctx: Ctx,
  amendmentId: AmendmentId,
  { version, entryId }: { version: number; entryId: EntryId },
): Promise<number> {
  const whole = await getDraftAmendment(ctx, amendmentId, version)
  const entry = whole.entries.find((one) => one.entryId === entryId)
  if (entry === undefined) throw new AppError('not_found')
  await deleteEntry(ctx.db, ctx.tenantId, entryId)
  const next = await save(ctx, whole, {})
  await note(ctx, whole, 'amendment.withdraw', { before: { name: nameOfEntry(entry) } })
  return next
}

export async function discardAmendment(ctx: Ctx, amendmentId: AmendmentId, version: number): Promise<void> {
  const whole = await getDraftAmendment(ctx, amendmentId, version)
  await save(ctx, whole, { state: 'discarded' })
  await note(ctx, whole, 'amendment.discard')
}

export function nameOfEntry({ before, after }: Pick<EntryRow, 'before' | 'after'>): string {
  const state = before ?? after
  return state === null ? '' : nameOfState(state)
}

/** What stops one proposal: its own faults, that it changes nothing, or that the item was amended meanwhile. */
export function entryFaults(entry: EntryRow, plan: WholePlan): AmendmentStop[] {
  const faults: AmendmentStop[] = entry.after === null ? [] : stateFaults(entry.after)
  if (entry.act === 'add') return faults
  const item = itemsOf(plan).find((one) => one.itemId === entry.itemId)
  if (item === undefined || item.endedOn !== null || !isSameState(item.state, entry.before))
    return [...faults, 'changed_since']
  return entry.act === 'change' && isSameState(entry.before, entry.after)
    ? [...faults, 'same_as_before']
    : faults
}
