// The life of an assignment after it was given: each act is a row that stays, and the state that it leads to.
import type { z } from 'zod'
import type { followingContract } from '#contract/following.ts'
import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, PersonId, UnitId } from '#domain/basics/ids.ts'
import {
  actionOf,
  completionAfter,
  type Decision,
  extend,
  isDecision,
  needsReason,
  stateAfter,
  type StepMove,
} from '#domain/following/life.ts'
import { can } from '#domain/rights/can.ts'
import { tell } from '#server/notices/notices.service.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { findWork, updateWindow, type WorkRowStored } from './assignments.queries.ts'
import { subjectAt } from './following.service.ts'
import { stepOf } from './new-step.ts'
import { refused } from './refusals.ts'
import { rollUpFrom } from './roll-up.service.ts'
import {
  type Colleague,
  findIssuer,
  insertSteps,
  type Issuer,
  listColleagues as listStoredColleagues,
  moveAssignment,
  setFinish,
  setHolder,
} from './steps.queries.ts'

export type Held = { row: WorkRowStored; issuer: Issuer }

/** The assignment (one of its windows) with its issuer; not found for whoever sees neither the unit nor the issuer's side. */
export async function getHeld(ctx: Ctx, assignmentId: AssignmentId, windowNo = 1): Promise<Held> {
  const row = await findWork(ctx.db, ctx.tenantId, ctx.today, assignmentId, windowNo)
  const issuer = await findIssuer(ctx.db, ctx.tenantId, assignmentId, ctx.today)
  if (row === undefined || issuer === undefined) throw new AppError('not_found')
  return { row, issuer }
}

/** True when an officer acts for a unit that told him so. */
export function mustMayMove(ctx: Ctx, move: StepMove, { row, issuer }: Held): boolean {
  const action = actionOf(move)
  const ofUnit = subjectAt(ctx, row.unitPath)
  if (action !== 'assignment.decide') {
    if (can(ctx.actor, action, ofUnit)) return false
    if (action === 'assignment.report')
      mustBeAllowed(ctx, 'assignment.report_on_behalf', ofUnit, 'assignment.read')
    else mustBeAllowed(ctx, action, ofUnit, 'assignment.read')
    return true
  }
  if (can(ctx.actor, action, subjectAt(ctx, issuer.path))) return false
  mustBeAllowed(ctx, 'assignment.read', ofUnit, 'assignment.read')
  throw new AppError('not_allowed')
}

/** Acknowledged or returned by the unit; given again or dropped by the issuer. */
export async function moveOn(
  ctx: Ctx,
  assignmentId: AssignmentId,
  { move, version, reason }: z.output<typeof followingContract.moveAssignment.body>,
): Promise<void> {
  const held = await getHeld(ctx, assignmentId)
  const { row } = held
  const onBehalf = mustMayMove(ctx, move, held)
  if (row.assignmentVersion !== version) throw new AppError('changed_meanwhile')
  const next = stateAfter(row.state, move)
  if (next === null) throw new AppError('step_not_allowed')
  if (needsReason(move) && reason === null) throw refused('reason_missing')
  if (!(await moveAssignment(ctx.db, ctx.tenantId, assignmentId, row.state, next)))
    throw new AppError('changed_meanwhile')
  await insertSteps(ctx.db, ctx.tenantId, [stepOf(ctx, assignmentId, { move, reason, onBehalf })])
  if (isDecision(move)) {
    await rollUpFrom(ctx, [assignmentId])
    await tellUnit(ctx, held, move, reason, null)
  }
  await audit(ctx, {
    action: `assignment.${move}`,
    object: { kind: 'assignment', id: assignmentId, name: row.title },
    unitId: row.unitId,
    before: { state: row.state },
    after: { state: next, reason },
  })
}

/** The unit's head hands it to a person of the unit, or takes it back (null). */
export async function hand(
  ctx: Ctx,
  assignmentId: AssignmentId,
  { version, personId }: { version: number; personId: PersonId | null },
): Promise<void> {
  const held = await getHeld(ctx, assignmentId)
  const { row } = held
  const move = personId === null ? 'hand_back' : 'hand'
  mustMayMove(ctx, move, held)
  const holder =
    personId === null ? null : (await colleaguesOf(ctx, row.unitId)).find((one) => one.personId === personId)
  if (holder === undefined) throw refused('not_a_colleague')
  if (row.state === 'dropped' || row.state === 'passed_on' || row.holderId === personId)
    throw new AppError('step_not_allowed')
  if (!(await setHolder(ctx.db, ctx.tenantId, assignmentId, version, personId)))
    throw new AppError('changed_meanwhile')
  await insertSteps(ctx.db, ctx.tenantId, [stepOf(ctx, assignmentId, { move, holder })])
  await audit(ctx, {
    action: `assignment.${move}`,
    object: { kind: 'assignment', id: assignmentId, name: row.title },
    unitId: row.unitId,
    before: { holderName: row.holderName },
    after: { holderName: holder?.name ?? null },
  })
}

async function colleaguesOf(ctx: Ctx, unitId: UnitId): Promise<Colleague[]> {
  return await listStoredColleagues(ctx.db, ctx.tenantId, unitId, ctx.today)
}

export async function listColleagues(ctx: Ctx, assignmentId: AssignmentId): Promise<Colleague[]> {
  const held = await getHeld(ctx, assignmentId)
  mustMayMove(ctx, 'hand', held)
  return await colleaguesOf(ctx, held.row.unitId)
}

/** Another finish: asked for by the unit, granted or refused by the issuer. A completion: confirmed or sent back. */
export async function moveWindow(
  ctx: Ctx,
  assignmentId: AssignmentId,
  windowNo: number,
  { move, version, reason, dueOn }: z.output<typeof followingContract.moveWindow.body>,
): Promise<void> {
  const held = await getHeld(ctx, assignmentId, windowNo)
  const { row } = held
  const onBehalf = mustMayMove(ctx, move, held)
  if (row.state === 'dropped' || row.state === 'passed_on') throw refused('not_in_hand')
  if (needsReason(move) && reason === null) throw refused('reason_missing')
  const saved =
    move === 'confirm' || move === 'send_back'
      ? await complete(ctx, row, move, version)
      : await setFinishOf(ctx, row, move, dueOn, version)
  if (!saved) throw new AppError('changed_meanwhile')
  const granted = move === 'refuse' ? null : dueOn
  await insertSteps(ctx.db, ctx.tenantId, [
    stepOf(ctx, assignmentId, {
      move,
      windowNo,
      reason,
      dueOn: move === 'confirm' || move === 'send_back' ? null : granted,
      onBehalf,
    }),
  ])
  if (move === 'send_back') await rollUpFrom(ctx, [assignmentId])
  if (isDecision(move)) await tellUnit(ctx, held, move, reason, granted)
  await audit(ctx, {
    action: `assignment.${move}`,
    object: { kind: 'assignment', id: assignmentId, name: row.title },
    unitId: row.unitId,
    before: { dueOn: row.dueOn, percent: row.percent },
    after: { dueOn: granted, reason },
  })
}

async function complete(
  ctx: Ctx,
  row: WorkRowStored,
  move: 'confirm' | 'send_back',
  version: number,
): Promise<boolean> {
  const completion = completionAfter(row.completion, move)
  if (completion === null) throw new AppError('step_not_allowed')
  // What is sent back was nearly done: it is under way again, and judged by its finish as before.
  const next =
    move === 'confirm'
      ? { ...row, completion }
      : { ...row, completion, status: 'under_way' as const, percent: 99, doneOn: null }
  return await updateWindow(ctx.db, ctx.tenantId, row.assignmentId, row.windowNo, version, next)
}

async function setFinishOf(
  ctx: Ctx,
  row: WorkRowStored,
  move: 'ask' | 'grant' | 'refuse',
  dueOn: LocalDate | null,
  version: number,
): Promise<boolean> {
  const { printedDueOn, askedOn, completion } = row
  const grantedOn = row.dueOn === printedDueOn ? null : row.dueOn
  const verdict = extend({ printedOn: printedDueOn, grantedOn, askedOn, completion }, move, dueOn)
  if (!verdict.ok) throw refused(verdict.reason)
  return await setFinish(ctx.db, ctx.tenantId, row.assignmentId, row.windowNo, version, verdict.value)
}

export async function tellUnit(
  ctx: Ctx,
  { row }: Held,
  move: Decision,
  reason: string | null,
  dueOn: LocalDate | null,
): Promise<void> {
  const due = dueOn === null ? null : formatDate(dueOn)
  const subject = {
    kind: 'assignment_step',
    taskId: row.taskId,
    title: row.title,
    move,
    reason,
    dueOn: due,
  } as const
  await tell(ctx, [{ unitId: row.unitId, subject }])
}
