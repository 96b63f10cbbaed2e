// Units for the other slices: where a unit hangs, and which units live on a day. It changes nothing.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { type Action, can, scopeOf, type TreePath } from '#domain/rights/can.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import {
  findUnitPlace,
  listStates,
  listUnitsOnPath,
  type PlacedState,
  type UnitPlace,
} from './unit-states.queries.ts'

/** Throws not_found for a unit of another tenant, one not founded yet, and one the actor may not even see. */
export async function getUnit(ctx: Ctx, unitId: UnitId, day: LocalDate = ctx.today): Promise<UnitPlace> {
  const place = await findUnitPlace(ctx.db, ctx.tenantId, unitId, day)
  if (place === undefined) throw new AppError('not_found')
  return place
}

/** The unit, when the actor may do this to it. A unit that may not be seen is not found. */
export async function getUnitFor(ctx: Ctx, action: Action, unitId: UnitId): Promise<UnitPlace> {
  const place = await getUnit(ctx, unitId)
  const subject = { tenantId: ctx.tenantId, path: place.path }
  if (!can(ctx.actor, 'unit.read', subject)) throw new AppError('not_found')
  mustBeAllowed(ctx, action, subject)
  return place
}

/** All units living on the day under a path, whoever asks: audiences and printed names mean what they mean. */
export async function statesUnder(ctx: Ctx, path: TreePath, day: LocalDate): Promise<PlacedState[]> {
  return await listStates(
    ctx.db,
    { tenantId: ctx.tenantId, everything: true, below: [], above: [] },
    day,
    path,
  )
}

/** The units living on the day that the actor may see. */
export async function visibleStates(ctx: Ctx, day: LocalDate): Promise<PlacedState[]> {
  return await listStates(ctx.db, scopeOf(ctx.actor, 'unit.read'), day)
}

/** The units on a path, from the root down to the last, by the names of the day. */
export async function unitsAlong(
  ctx: Ctx,
  path: TreePath,
  day: LocalDate = ctx.today,
): Promise<Pick<UnitPlace, 'unitId' | 'code' | 'shortName' | 'path'>[]> {
  return await listUnitsOnPath(ctx.db, ctx.tenantId, path, day)
}
