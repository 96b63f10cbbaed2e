// Units for the other slices: where a unit hangs, and which units live on a day. It changes nothing.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { type Action, type Actor, actorOn, can, canSee, scopeOf, type TreePath } from '#domain/rights/can.ts'
import { lineageOf, successorsOf } from '#domain/units/lineage.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { listLineageEvents } from './unit-lists.queries.ts'
import {
  findUnitPlace,
  listLabels,
  listLiving,
  listPlacesOn,
  listStates,
  listUnitsOnPath,
  type PlacedState,
  type Sight,
  type UnitLabel,
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
  return await listStates(ctx.db, whole(ctx), day, path)
}

/** Codes and names of today beside ids, for what must be readable years later: the audit trail. */
export async function labelsOf(ctx: Ctx, unitIds: readonly UnitId[]): Promise<Map<UnitId, UnitLabel>> {
  return await listLabels(ctx.db, ctx.tenantId, [...new Set(unitIds)], ctx.today)
}

/** For what is looked up after permission was asked. */
export function whole(ctx: Ctx): Sight {
  return { onDay: { tenantId: ctx.tenantId, everything: true, below: [], above: [] }, now: null }
}

/** Who the actor is on the day, by where the units of his roles stood then. */
export async function actingOn(ctx: Ctx, day: LocalDate): Promise<Actor> {
  if (day === ctx.today || ctx.actor.kind === 'system') return ctx.actor
  const held = ctx.actor.grants.map((grant) => grant.scopeUnitId)
  const places = await listPlacesOn(ctx.db, ctx.tenantId, [...new Set(held)], day)
  return actorOn(ctx.actor, (unitId) => places.get(unitId) ?? null)
}

/** Of units with their places on a day, those of which the actor may read this as it was then. */
export async function readableOn<Unit extends { unitId: UnitId; path: TreePath }>(
  ctx: Ctx,
  action: Action,
  day: LocalDate,
  units: readonly Unit[],
): Promise<Unit[]> {
  const actor = await actingOn(ctx, day)
  const ids = units.map((unit) => unit.unitId)
  const today =
    day < ctx.today ? await listPlacesOn(ctx.db, ctx.tenantId, ids, ctx.today) : new Map<UnitId, TreePath>()
  return units.filter(({ unitId, path }) => {
    const here = today.get(unitId)
    return canSee(
      action,
      ctx.tenantId,
      { actor, path },
      here === undefined ? null : { actor: ctx.actor, path: here },
    )
  })
}

/** What the actor may see of the units of a day; `canSee` says the same of one unit. */
export async function sightOn(ctx: Ctx, day: LocalDate): Promise<Sight> {
  const onDay = scopeOf(await actingOn(ctx, day), 'unit.read')
  return {
    onDay,
    now: day < ctx.today ? { scope: scopeOf(ctx.actor, 'unit.read'), day: ctx.today } : null,
  }
}

/** The units living on the day that the actor may see. */
export async function visibleStates(ctx: Ctx, day: LocalDate): Promise<PlacedState[]> {
  return await listStates(ctx.db, await sightOn(ctx, day), day)
}

/** The units on a path, from the root down to the last, by the names of the day. */
export async function unitsAlong(
  ctx: Ctx,
  path: TreePath,
  day: LocalDate = ctx.today,
): Promise<Pick<UnitPlace, 'unitId' | 'code' | 'shortName' | 'path'>[]> {
  return await listUnitsOnPath(ctx.db, ctx.tenantId, path, day)
}

/** The living units that a unit became part of, or that came out of it. */
export async function livingSuccessors(
  ctx: Ctx,
  unitId: UnitId,
): Promise<(UnitLabel & { unitId: UnitId })[]> {
  const lineage = lineageOf(await listLineageEvents(ctx.db, ctx.tenantId))
  const after = successorsOf(lineage, unitId).flatMap((link) =>
    link.on <= ctx.today && link.into !== null ? [link.into] : [],
  )
  return await listLiving(ctx.db, ctx.tenantId, [...new Set(after)], ctx.today)
}
