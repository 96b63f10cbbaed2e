// Recording what happens to units: founded, renamed, moved, merged, split, dissolved, altered. One act is all or nothing;
// states are closed and opened, never overwritten.
import type { UnitEventGiven } from '#contract/units.ts'
import type { EventId, UnitId } from '#domain/basics/ids.ts'
import { can, type TreePath } from '#domain/rights/can.ts'
import { planReorganisation, type UnitChange, type UnitEvent } from '#domain/units/events.ts'
import { pathFinder, placeOn, unitsBelowEver } from '#domain/units/paths.ts'
import { type LegalBasis, stateOn } from '#domain/units/unit.ts'
import { layerOver, worldOf } from '#domain/units/world.ts'
import { auditAll, type AuditEntry } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import {
  applyChanges,
  insertEvents,
  insertUnits,
  listTierRows,
  loadHistories,
  lockUnits,
  replacePaths,
} from './unit-events.queries.ts'
import { type ChangedFacts, changedFacts } from './changed-facts.ts'
import { unitEventTexts } from './unit-event-texts.ts'

export type RecordedEvents = {
  eventIds: EventId[]
  newUnits: Record<string, UnitId>
  opened: number
  ended: { unitId: UnitId; name: string }[]
}
export type EventsGiven = {
  events: readonly UnitEventGiven[]
  basis: LegalBasis
  note: string | null
  dryRun: boolean
}

export async function recordEvents(ctx: Ctx, given: EventsGiven): Promise<RecordedEvents> {
  await lockUnits(ctx.db, ctx.tenantId)
  const { states, labels } = await loadHistories(ctx.db, ctx.tenantId)
  const world = worldOf(states, await listTierRows(ctx.db, ctx.tenantId))
  const { events, newUnits } = withIds(ctx, given.events)
  const pathsBefore = pathFinder(world, (unitId) => labels.get(unitId) ?? 0)
  // As of today: a reorganisation that is already recorded takes nothing from the present authority before its day.
  mustReachAll(ctx, events, new Set(Object.values(newUnits)), (unitId) =>
    placeOn(pathsBefore(unitId), ctx.today),
  )

  const verdict = planReorganisation(world, events)
  const nameOf = (unitId: UnitId | null) =>
    unitId === null ? '' : (world.historyOf(unitId).at(-1)?.shortName ?? nameGiven(events, unitId))
  if (!verdict.ok) {
    const fields = [{ path: `events.${verdict.index}`, message: verdict.reason }]
    throw new AppError('unit_event_refused', {
      reason: verdict.reason,
      message: unitEventTexts(verdict.reason, nameOf(verdict.unitId), nameOf(verdict.otherId)),
      fields,
    })
  }
  const changes = verdict.value
  const ended = endedBy(changes).map((unitId) => ({ unitId, name: nameOf(unitId) }))
  const outlook = { newUnits, opened: changes.reduce((sum, change) => sum + change.opens.length, 0), ended }
  if (given.dryRun) return { ...outlook, eventIds: [] }

  for (const [unitId, label] of await insertUnits(ctx.db, ctx.tenantId, Object.values(newUnits), ctx.now))
    labels.set(unitId, label)
  const by = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  const records = changes.map((change) => ({
    id: newId<EventId>(ctx.now.getTime()),
    change,
    basis: given.basis,
    note: given.note,
    by,
    byName: ctx.actor.name,
    at: ctx.now,
  }))
  await insertEvents(ctx.db, ctx.tenantId, records)
  await applyChanges(ctx.db, ctx.tenantId, records)
  const eventIds = records.map((record) => record.id)
  const after = layerOver(world)
  const nameAfter = (unitId: UnitId | null) =>
    unitId === null ? null : (after.historyOf(unitId).at(-1)?.shortName ?? null)
  const shifts = changes.map((change) => {
    const subject = subjectOf(change)
    const stateOf = () => (subject === null ? undefined : stateOn(after.historyOf(subject), change.on))
    const was = stateOf()
    after.apply(change, change.on)
    return { was, is: stateOf() }
  })
  const moved = unitsBelowEver(
    after,
    changes.flatMap((change) => change.parts.map((part) => part.unitId)),
  )
  const pathsOf = pathFinder(after, (unitId) => labels.get(unitId) ?? 0)
  await replacePaths(ctx.db, ctx.tenantId, new Map([...moved].map((unitId) => [unitId, pathsOf(unitId)])))
  const from = changes.map((change) => change.on).toSorted()[0] ?? ctx.today
  await ctx.unitsChanged(ctx, { unitIds: [...moved], from })
  const told = shifts.map(({ was, is }) => changedFacts(was, is, nameAfter))
  await tellTrail(ctx, changes, eventIds, given, told, (unitId) => nameAfter(unitId) ?? '')
  return { ...outlook, eventIds }
}

async function tellTrail(
  ctx: Ctx,
  changes: readonly UnitChange[],
  eventIds: readonly EventId[],
  given: EventsGiven,
  told: readonly ChangedFacts[],
  nameOf: (unitId: UnitId) => string,
): Promise<void> {
  const entries = changes.flatMap((change, index): AuditEntry[] => {
    const subject = subjectOf(change)
    if (subject === null) return []
    const parts = change.parts.map((part) => ({ ...part, name: nameOf(part.unitId) }))
    return [
      {
        action: `unit.${change.kind}`,
        object: { kind: 'unit', id: subject, name: nameOf(subject) },
        unitId: subject,
        before: told[index]?.before,
        after: {
          ...told[index]?.after,
          eventId: eventIds[index],
          on: change.on,
          parts,
          basis: given.basis,
          note: given.note,
        },
      },
    ]
  })
  await auditAll(ctx, entries)
}

function subjectOf(change: UnitChange): UnitId | null {
  return (change.parts.find((part) => part.role !== 'from') ?? change.parts[0])?.unitId ?? null
}

// New units are named by keys ("new:a"); within the list a key means the same unit throughout.
function withIds(
  ctx: Ctx,
  given: readonly UnitEventGiven[],
): { events: UnitEvent[]; newUnits: Record<string, UnitId> } {
  const newUnits: Record<string, UnitId> = {}
  const idOf = (value: unknown): unknown => {
    if (typeof value !== 'string' || !/^new:[\w-]{1,40}$/.test(value)) return value
    newUnits[value] ??= newId<UnitId>(ctx.now.getTime())
    return newUnits[value]
  }
  // Only where a unit is meant: a school may be called "new:a".
  const text = JSON.stringify(given, (key, value: unknown) => {
    if (key === 'unit' || key === 'parentId') return idOf(value)
    return key === 'units' && Array.isArray(value) ? value.map(idOf) : value
  })
  // The contract's shape with every key replaced by an id is the domain's.
  return { events: JSON.parse(text) as UnitEvent[], newUnits }
}

function nameGiven(events: readonly UnitEvent[], unitId: UnitId): string {
  for (const event of events) {
    if (event.kind === 'found' && event.unit === unitId) return event.as.shortName
    const receivers = event.kind === 'merge' ? [event.into] : event.kind === 'split' ? event.into : []
    for (const receiver of receivers)
      if (receiver.unit === unitId && receiver.as !== undefined) return receiver.as.shortName
  }
  return ''
}

/** Every unit named must lie under the actor's own; a root may be founded or changed by the tenant's administrators only. */
function mustReachAll(
  ctx: Ctx,
  events: readonly UnitEvent[],
  fresh: ReadonlySet<UnitId>,
  pathOf: (unitId: UnitId) => TreePath | null,
): void {
  const check = (unitId: UnitId | null) => {
    if (unitId !== null && fresh.has(unitId)) return
    const path = unitId === null ? null : pathOf(unitId)
    if (unitId !== null && path === null) throw new AppError('not_found')
    if (unitId !== null && !can(ctx.actor, 'unit.read', { tenantId: ctx.tenantId, path }))
      throw new AppError('not_found')
    if (!can(ctx.actor, 'unit.change', { tenantId: ctx.tenantId, path })) throw new AppError('not_allowed')
  }
  for (const event of events) for (const unitId of unitsNamed(event)) check(unitId)
}

function unitsNamed(event: UnitEvent): (UnitId | null)[] {
  switch (event.kind) {
    case 'found':
      return [event.unit, event.as.parentId]
    case 'rename':
    case 'alter':
      return [event.unit]
    case 'move':
      return [event.unit, event.parentId]
    case 'dissolve':
      return [event.unit, ...namedIn(event.moves)]
    case 'merge':
      return [
        ...event.units,
        event.into.unit,
        ...(event.into.as === undefined ? [] : [event.into.as.parentId]),
        ...namedIn(event.moves),
      ]
    case 'split':
      return [
        event.unit,
        ...event.into.flatMap((one) => [one.unit, ...(one.as === undefined ? [] : [one.as.parentId])]),
        ...namedIn(event.moves),
      ]
  }
}

function namedIn(moves: readonly { unit: UnitId; parentId: UnitId | null }[] = []): (UnitId | null)[] {
  return moves.flatMap((move) => [move.unit, move.parentId])
}

function endedBy(changes: readonly UnitChange[]): UnitId[] {
  const opened = new Set(changes.flatMap((change) => change.opens.map((state) => state.unitId)))
  return [
    ...new Set(changes.flatMap((change) => [...change.closes, ...change.drops].map((key) => key.unitId))),
  ].filter((unitId) => !opened.has(unitId))
}
