// An assignment goes to another unit: because the first one returned it, or because it ended and a successor goes on. What
// was done and said stays with the first one and is read through the second.
import type { AssignmentId, UnitId } from '#domain/basics/ids.ts'
import { isBelow } from '#domain/rights/can.ts'
import { stateAfter } from '#domain/following/life.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getUnit, labelsOf, livingSuccessors, statesUnder } from '#server/units/units.service.ts'
import { refused } from './refusals.ts'
import {
  copyAssignment,
  findSameOf,
  insertSteps,
  listWindowLives,
  moveAssignment,
  type NewStep,
} from './steps.queries.ts'
import { stepOf } from './new-step.ts'
import { getHeld, type Held, mustMayMove, tellUnit } from './steps.service.ts'

export type Successor = { unitId: UnitId; name: string; code: string }

/** Who could go on with it: what became of the unit. Empty while the unit lives unchanged. */
export async function listSuccessors(ctx: Ctx, assignmentId: AssignmentId): Promise<Successor[]> {
  const held = await getHeld(ctx, assignmentId)
  mustMayMove(ctx, 'hand_over', held)
  return await livingSuccessors(ctx, held.row.unitId)
}

export async function passOn(
  ctx: Ctx,
  assignmentIds: readonly AssignmentId[],
  toUnitId: UnitId,
  reason: string | null,
  telling: 'each' | 'told_apart' = 'each',
): Promise<void> {
  for (const assignmentId of new Set(assignmentIds))
    await passOneOn(ctx, assignmentId, toUnitId, reason, telling)
}

async function passOneOn(
  ctx: Ctx,
  assignmentId: AssignmentId,
  toUnitId: UnitId,
  reason: string | null,
  telling: 'each' | 'told_apart',
): Promise<void> {
  const held = await getHeld(ctx, assignmentId)
  const { row } = held
  mustMayMove(ctx, 'pass_on', held)
  const heirs = await livingSuccessors(ctx, row.unitId)
  const isHeir = heirs.some((heir) => heir.unitId === toUnitId)
  // A unit that has ended, or was taken from, hands over what it has done; what a living one returned begins anew.
  const move = isHeir || row.unitEnded ? 'hand_over' : 'pass_on'
  const next = stateAfter(row.state, move)
  if (next === null || toUnitId === row.unitId) throw new AppError('step_not_allowed')
  if (!isHeir) await mustBeBelowIssuer(ctx, held, toUnitId)
  const same = await findSameOf(ctx.db, ctx.tenantId, assignmentId, toUnitId)
  if (same !== undefined && (move === 'pass_on' || same.state === 'dropped' || same.state === 'passed_on'))
    throw refused('unit_has_it')
  if (!(await moveAssignment(ctx.db, ctx.tenantId, assignmentId, row.state, next)))
    throw new AppError('changed_meanwhile')
  const otherId = same?.assignmentId ?? newId<AssignmentId>(ctx.now.getTime())
  if (same === undefined)
    await copyAssignment(ctx.db, ctx.tenantId, {
      from: assignmentId,
      id: otherId,
      unitId: toUnitId,
      at: ctx.now,
      progress: move === 'hand_over' ? 'kept' : 'anew',
    })
  await insertSteps(ctx.db, ctx.tenantId, [
    stepOf(ctx, assignmentId, { move, reason, otherId }),
    ...(same === undefined && move === 'hand_over' ? await stepsTaken(ctx, assignmentId, otherId) : []),
  ])
  const to = (await labelsOf(ctx, [toUnitId])).get(toUnitId)
  if (telling === 'each') await tellUnit(ctx, await getHeld(ctx, otherId), move, reason, null)
  await audit(ctx, {
    action: `assignment.${move}`,
    object: { kind: 'assignment', id: assignmentId, name: row.title },
    unitId: row.unitId,
    before: { unitId: row.unitId, unitName: row.unitName },
    after: { unitId: toUnitId, unitName: to?.name ?? '', reason },
  })
}

async function mustBeBelowIssuer(ctx: Ctx, { issuer }: Held, toUnitId: UnitId): Promise<void> {
  const place = await getUnit(ctx, toUnitId)
  const living = isBelow(place.path, issuer.path) ? await statesUnder(ctx, place.path, ctx.today) : []
  if (!living.some((state) => state.unitId === toUnitId)) throw refused('unit_not_below')
}

/** The steps that lead a successor's windows to where its predecessor had brought them, so that its history tells its state. */
async function stepsTaken(ctx: Ctx, from: AssignmentId, to: AssignmentId): Promise<NewStep[]> {
  const windows = await listWindowLives(ctx.db, ctx.tenantId, to)
  const taken = { otherId: from }
  return windows.flatMap(({ windowNo, completion, askedOn, grantedOn }) => [
    ...(grantedOn === null ? [] : [stepOf(ctx, to, { ...taken, move: 'grant', windowNo, dueOn: grantedOn })]),
    ...(completion === 'open' ? [] : [stepOf(ctx, to, { ...taken, move: 'claim', windowNo })]),
    ...(completion === 'confirmed' ? [stepOf(ctx, to, { ...taken, move: 'confirm', windowNo })] : []),
    ...(completion === 'sent_back' ? [stepOf(ctx, to, { ...taken, move: 'send_back', windowNo })] : []),
    ...(askedOn === null ? [] : [stepOf(ctx, to, { ...taken, move: 'ask', windowNo, dueOn: askedOn })]),
  ])
}
