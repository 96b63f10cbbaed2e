import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { findTier, isTierValid, mayHangBelow } from './tiers.ts'
import type { UnitState } from './unit.ts'
import { factsFault, type UnitFactsReason } from './unit-facts.ts'
import type { UnitWorld } from './world.ts'

export const unitEventReasons = [
  /** A list of no events. */
  'no_events',
  /** The unit, or the one that is to take it in, is not known. */
  'unknown_unit',
  /** A unit of this id exists. */
  'already_founded',
  'before_founding',
  'already_ended',
  /** A later change of the unit is recorded; history is written from the front to the back. */
  'later_event',
  /** Founded and ended on one day. */
  'lives_no_day',
  /** A merger of fewer than two, a split into fewer than two. */
  'too_few_units',
  'unit_named_twice',
  'nothing_changes',
  'name_missing',
  'code_missing',
  /** Another unit bears the code on the day or later. */
  'code_taken',
  'level_missing',
  /** Levels, ownership or rank of what is no school. */
  'only_for_schools',
  'tier_missing',
  'tier_unknown',
  /** The tier is not one of that day. */
  'tier_not_valid',
  /** A committee under one of its own tier or a lower one. */
  'tier_order',
  'under_itself',
  'cycle',
  'parent_unknown',
  'parent_not_founded',
  'parent_ended',
  'child_outlives_parent',
] as const

export type UnitEventReason = (typeof unitEventReasons)[number]

/** Why not, about which unit, and which other one stands in the way. */
export type UnitEventRefusal = {
  ok: false
  reason: UnitEventReason
  unitId: UnitId | null
  otherId: UnitId | null
}

export function refuse(
  reason: UnitEventReason,
  unitId: UnitId | null,
  otherId: UnitId | null = null,
): UnitEventRefusal {
  return { ok: false, reason, unitId, otherId }
}

/** Whether something can happen to the unit on the day: it lives, and nothing later is recorded. */
export function lifeFault(world: UnitWorld, unitId: UnitId, on: LocalDate): UnitEventRefusal | null {
  const history = world.historyOf(unitId)
  const [first, last] = [history[0], history.at(-1)]
  if (first === undefined || last === undefined) return refuse('unknown_unit', unitId)
  if (on < first.validFrom) return refuse('before_founding', unitId)
  if (last.validTo !== null && last.validTo <= on) return refuse('already_ended', unitId)
  // An end that is recorded for a later day is a later event, too.
  if (last.validFrom > on || last.validTo !== null) return refuse('later_event', unitId)
  return null
}

/** A unit that ends must leave nobody behind, neither on that day nor later. */
export function endFault(world: UnitWorld, unitId: UnitId, on: LocalDate): UnitEventRefusal | null {
  const child = world.childStatesOf(unitId).find((state) => state.validTo === null || state.validTo > on)
  return child === undefined ? null : refuse('child_outlives_parent', child.unitId, unitId)
}

/** Whether a state, already part of the world and open to the future, may stand. `before` is what the unit was until then. */
export function stateFault(
  world: UnitWorld,
  state: UnitState,
  before: UnitState | undefined,
): UnitEventRefusal | null {
  const facts: UnitFactsReason | null = factsFault(state)
  if (facts !== null) return refuse(facts, state.unitId)
  return codeFault(world, state) ?? parentFault(world, state) ?? tierFault(world, state, before)
}

function codeFault(world: UnitWorld, state: UnitState): UnitEventRefusal | null {
  const other = world
    .statesWithCode(state.code)
    .find((one) => one.unitId !== state.unitId && (one.validTo === null || one.validTo > state.validFrom))
  return other === undefined ? null : refuse('code_taken', state.unitId, other.unitId)
}

function parentFault(world: UnitWorld, state: UnitState): UnitEventRefusal | null {
  const { unitId, parentId, validFrom } = state
  if (parentId === null) return null
  if (parentId === unitId) return refuse('under_itself', unitId)
  const history = world.historyOf(parentId)
  const [first, last] = [history[0], history.at(-1)]
  if (first === undefined || last === undefined) return refuse('parent_unknown', unitId, parentId)
  if (first.validFrom > validFrom) return refuse('parent_not_founded', unitId, parentId)
  if (last.validTo !== null && last.validTo <= validFrom) return refuse('parent_ended', unitId, parentId)
  if (last.validTo !== null) return refuse('child_outlives_parent', unitId, parentId)
  for (const above of linesAbove(world, state))
    if (above.unitId === unitId) return refuse('cycle', unitId, parentId)
  return null
}

/**
 * Every state above the given one on any day from its first on, as far as the first that bears a tier when `toTier` is
 * set. What is recorded for later days counts: two moves, each harmless on its day, can close a circle in the future.
 */
function linesAbove(world: UnitWorld, state: UnitState, toTier = false): UnitState[] {
  const found: UnitState[] = []
  const way = new Set<UnitId>()
  climb(state.parentId, state.validFrom, state.validTo)
  return found

  // Only within the days that the way so far has in common: a parent of another time is no parent.
  function climb(parentId: UnitId | null, from: LocalDate, to: LocalDate | null): void {
    if (parentId === null || way.has(parentId)) return
    way.add(parentId)
    for (const above of world.historyOf(parentId)) {
      if ((above.validTo !== null && above.validTo <= from) || (to !== null && above.validFrom >= to))
        continue
      found.push(above)
      // Back at the unit itself: a circle, and the end of the way.
      if (above.unitId === state.unitId || (toTier && above.tier !== null)) continue
      climb(above.parentId, later(above.validFrom, from), earlier(above.validTo, to))
    }
    way.delete(parentId)
  }
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}

function tierFault(
  world: UnitWorld,
  state: UnitState,
  before: UnitState | undefined,
): UnitEventRefusal | null {
  if (state.tier !== null) {
    const tier = findTier(world.tiers, state.tier)
    if (tier === undefined) return refuse('tier_unknown', state.unitId)
    // A tier that a unit already bears may have ended since; whoever renames the unit need not know.
    if (!isTierValid(tier, state.validFrom) && (before === undefined || before.tier !== state.tier))
      return refuse('tier_not_valid', state.unitId)
  }
  const isPlacedAnew =
    before === undefined ||
    before.parentId !== state.parentId ||
    before.tier !== state.tier ||
    before.kind !== state.kind
  if (!isPlacedAnew) return null
  for (const above of linesAbove(world, state, true)) {
    const upper = rankOf(world, above)
    if (upper === null) continue
    for (const lower of state.tier === null ? nearestBelow(world, state) : [state]) {
      if (!ordered(world, lower, upper)) return refuse('tier_order', lower.unitId, above.unitId)
    }
  }
  const own = rankOf(world, state)
  if (own === null || before === undefined || before.tier === state.tier) return null
  const wrong = nearestBelow(world, state).find((lower) => !ordered(world, lower, own))
  return wrong === undefined ? null : refuse('tier_order', wrong.unitId, state.unitId)
}

function ordered(world: UnitWorld, lower: UnitState, upperRank: number): boolean {
  const rank = rankOf(world, lower)
  return rank === null || mayHangBelow({ kind: lower.kind, rank }, upperRank)
}

function rankOf(world: UnitWorld, state: UnitState): number | null {
  return state.tier === null ? null : (findTier(world.tiers, state.tier)?.rank ?? null)
}

/** The states below that bear a tier, through those that bear none. */
function nearestBelow(world: UnitWorld, state: UnitState): UnitState[] {
  const found: UnitState[] = []
  const seen = new Set<UnitId>([state.unitId])
  const open: { unitId: UnitId; from: LocalDate }[] = [{ unitId: state.unitId, from: state.validFrom }]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const child of world.childStatesOf(at.unitId)) {
      if (child.validTo !== null && child.validTo <= at.from) continue
      if (child.tier !== null) found.push(child)
      else if (!seen.has(child.unitId)) {
        seen.add(child.unitId)
        open.push({ unitId: child.unitId, from: at.from })
      }
    }
  }
  return found
}
