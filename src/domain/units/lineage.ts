import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { RecordedUnitEvent } from './unit.ts'

/** A merger, a split or an end. Those that go on stand on both sides. */
export type LineageStep = {
  on: LocalDate
  kind: 'merge' | 'split' | 'dissolve'
  from: UnitId[]
  into: UnitId[]
}

/** Where units came from and went, in the order in which it happened. */
export type Lineage = readonly LineageStep[]

/** `events` in the order of recording; what only founds, names, moves or alters a unit leaves it itself. */
export function lineageOf(events: readonly Pick<RecordedUnitEvent, 'kind' | 'on' | 'parts'>[]): Lineage {
  const steps: LineageStep[] = []
  for (const { kind, on, parts } of events) {
    if (kind !== 'merge' && kind !== 'split' && kind !== 'dissolve') continue
    const inRole = (role: 'from' | 'into') =>
      parts.filter((part) => part.role === role).map((part) => part.unitId)
    steps.push({ on, kind, from: inRole('from'), into: inRole('into') })
  }
  return steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** One unit went into another on a day; `into` null: it ended without anybody in its place. */
export type LineageLink = { on: LocalDate; kind: LineageStep['kind']; from: UnitId; into: UnitId | null }

/** What became of a unit: everything that came out of it, and out of that, from the first day to the last. */
export function successorsOf(lineage: Lineage, unitId: UnitId): LineageLink[] {
  const reached = new Set([unitId])
  return lineage.flatMap((step) => {
    const links = linksOf(step).filter((link) => reached.has(link.from))
    for (const { into } of links) if (into !== null) reached.add(into)
    return links
  })
}

/** What a unit came from: everything that went into it, and into that, from the last day to the first. */
export function predecessorsOf(lineage: Lineage, unitId: UnitId): LineageLink[] {
  const reached = new Set([unitId])
  return lineage.toReversed().flatMap((step) => {
    const links = linksOf(step).filter((link) => link.into !== null && reached.has(link.into))
    for (const { from } of links) reached.add(from)
    return links
  })
}

function linksOf({ on, kind, from, into }: LineageStep): LineageLink[] {
  if (kind === 'dissolve') return from.map((unit) => ({ on, kind, from: unit, into: null }))
  return from.flatMap((unit) =>
    into.filter((other) => other !== unit).map((other) => ({ on, kind, from: unit, into: other })),
  )
}

/**
 * Where a unit of one day stands on the map of a later one. `share` 1: it went there whole; null: it was split on the way
 * and nobody knows how much of its figures went there. No `into`: it ended.
 */
export type MappedUnit = { unit: UnitId; into: { unit: UnitId; share: 1 | null }[] }

/**
 * Units of `fromDay` on the map of `toDay`, in the order given, each once: what figures of a past year need to be shown on
 * today's map. Throws RangeError when `toDay` is the earlier day: figures are carried forward only.
 */
export function mapUnits(
  lineage: Lineage,
  unitIds: readonly UnitId[],
  fromDay: LocalDate,
  toDay: LocalDate,
): MappedUnit[] {
  if (toDay < fromDay) throw new RangeError(`figures are carried forward only: ${fromDay} to ${toDay}`)
  // Who stands in a unit's place by now, and which units of the first day it holds, whole or in part.
  const held = new Map<UnitId, Map<UnitId, 1 | null>>(unitIds.map((unit) => [unit, new Map([[unit, 1]])]))
  const partlyEnded = new Set<UnitId>()
  for (const step of lineage) if (step.on > fromDay && step.on <= toDay) carry(step, held, partlyEnded)

  const mapped = new Map<UnitId, MappedUnit>(unitIds.map((unit) => [unit, { unit, into: [] }]))
  for (const [unit, origins] of held)
    for (const [origin, share] of origins) mapped.get(origin)?.into.push({ unit, share })
  for (const { unit, into } of mapped.values()) {
    const only = into.length === 1 ? into[0] : undefined
    // Split and joined again: nothing was lost on the way.
    if (only !== undefined && !partlyEnded.has(unit)) only.share = 1
  }
  return [...mapped.values()]
}

function carry(step: LineageStep, held: Map<UnitId, Map<UnitId, 1 | null>>, partlyEnded: Set<UnitId>): void {
  const carried: [UnitId, 1 | null][] = []
  for (const unit of step.from) {
    carried.push(...(held.get(unit) ?? []))
    held.delete(unit)
  }
  if (step.into.length === 0)
    for (const [origin, share] of carried) if (share === null) partlyEnded.add(origin)
  const isSplit = step.into.length > 1
  for (const unit of step.into) {
    const origins = held.get(unit) ?? new Map<UnitId, 1 | null>()
    for (const [origin, share] of carried) origins.set(origin, isSplit ? null : share)
    if (origins.size > 0) held.set(unit, origins)
  }
}

/** A figure on a later map: the sum of those that went there whole, or why there is none. `of` names them. */
export type CarriedFigure =
  | { kind: 'figure'; value: number; of: UnitId[] }
  | { kind: 'none'; why: 'not_reported' | 'split'; of: UnitId[] }

/** Figures of the earlier units, summed per unit of the later map. Zero is a figure, null and absence are not. */
export function carryFigures(
  mapped: readonly MappedUnit[],
  figureOf: (unitId: UnitId) => number | null | undefined,
): Map<UnitId, CarriedFigure> {
  const carried = new Map<UnitId, CarriedFigure>()
  for (const { unit, into } of mapped) {
    const figure = figureOf(unit) ?? null
    for (const target of into)
      carried.set(target.unit, add(carried.get(target.unit), unit, figure, target.share))
  }
  return carried
}

function add(
  sum: CarriedFigure | undefined,
  unit: UnitId,
  figure: number | null,
  share: 1 | null,
): CarriedFigure {
  const of = [...(sum?.of ?? []), unit]
  if (share === null || (sum?.kind === 'none' && sum.why === 'split'))
    return { kind: 'none', why: 'split', of }
  if (figure === null || sum?.kind === 'none') return { kind: 'none', why: 'not_reported', of }
  return { kind: 'figure', value: (sum?.value ?? 0) + figure, of }
}

/**
 * Units of two days that together hold the same: their sums can be compared, whatever happened between. same: one unit, as
 * it was. ended, new: nothing to compare with.
 */
export type ComparableGroup = {
  kind: 'same' | 'merged' | 'split' | 'regrouped' | 'ended' | 'new'
  before: UnitId[]
  after: UnitId[]
}

type Bundle = { before: UnitId[]; after: Set<UnitId> }

/** The smallest such groups: `mapped` for all units of the first day that are to be compared, `now` those of the second. */
export function comparableGroups(mapped: readonly MappedUnit[], now: readonly UnitId[]): ComparableGroup[] {
  const bundleOf = new Map<UnitId, Bundle>()
  const bundles = new Set<Bundle>()
  for (const { unit, into } of mapped) {
    const bundle: Bundle = { before: [unit], after: new Set() }
    for (const target of into) {
      const other = bundleOf.get(target.unit)
      // Deleted once only: two targets may lie in the same bundle.
      if (other !== undefined && bundles.delete(other)) {
        bundle.before = [...other.before, ...bundle.before]
        for (const held of other.after) bundle.after.add(held)
      }
      bundle.after.add(target.unit)
    }
    bundles.add(bundle)
    for (const target of bundle.after) bundleOf.set(target, bundle)
  }
  const found = [...bundles].map(({ before, after }) => groupOf(before, [...after]))
  return [...found, ...now.filter((unit) => !bundleOf.has(unit)).map((unit) => groupOf([], [unit]))]
}

function groupOf(before: UnitId[], after: UnitId[]): ComparableGroup {
  return { kind: kindOf(before, after), before, after }
}

function kindOf(before: readonly UnitId[], after: readonly UnitId[]): ComparableGroup['kind'] {
  if (before.length === 0) return 'new'
  if (after.length === 0) return 'ended'
  if (after.length === 1) return before.length === 1 && before[0] === after[0] ? 'same' : 'merged'
  return before.length === 1 ? 'split' : 'regrouped'
}
