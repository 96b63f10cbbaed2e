import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { UnitState } from './unit.ts'
import type { UnitWorld } from './world.ts'

/** Where a unit hung for a time: the labels from the root down. `to` is exclusive. */
export type PathSpan = { from: LocalDate; to: LocalDate | null; path: string }

/**
 * The places of units through time, from their own parents and those of every unit above. `labelOf` gives the short label
 * of a unit. Each unit is worked out once, also when thousands hang below it.
 */
export function pathFinder(
  world: Pick<UnitWorld, 'historyOf'>,
  labelOf: (unitId: UnitId) => number | string,
): (unitId: UnitId) => readonly PathSpan[] {
  const known = new Map<UnitId, readonly PathSpan[]>()
  function spansOf(unitId: UnitId): readonly PathSpan[] {
    const before = known.get(unitId)
    if (before !== undefined) return before
    // Guards against a cycle in damaged data: it then has no place rather than no end.
    known.set(unitId, [])
    const spans = joinEqual(
      world.historyOf(unitId).flatMap((state) => spansOfState(state, String(labelOf(unitId)))),
    )
    known.set(unitId, spans)
    return spans
  }
  function spansOfState(state: UnitState, label: string): PathSpan[] {
    if (state.parentId === null) return [{ from: state.validFrom, to: state.validTo, path: label }]
    return spansOf(state.parentId).flatMap((above) => {
      const from = above.from > state.validFrom ? above.from : state.validFrom
      const to = earlier(above.to, state.validTo)
      return to !== null && to <= from ? [] : [{ from, to, path: `${above.path}.${label}` }]
    })
  }
  return spansOf
}

/** Where a unit hangs on a day; one that does not live then, where it hangs last. null: nowhere. */
export function placeOn(spans: readonly PathSpan[], day: LocalDate): string | null {
  return (
    (spans.find((span) => span.from <= day && (span.to === null || day < span.to)) ?? spans.at(-1))?.path ??
    null
  )
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}

// A change of name alone leaves the place as it was.
function joinEqual(spans: readonly PathSpan[]): PathSpan[] {
  const joined: PathSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last !== undefined && last.path === span.path && last.to === span.from) last.to = span.to
    else joined.push({ ...span })
  }
  return joined
}

/** The units whose place an event may have changed: those that it changed, and all that ever hung below them. */
export function unitsBelowEver(
  world: Pick<UnitWorld, 'childStatesOf'>,
  changed: Iterable<UnitId>,
): Set<UnitId> {
  const reached = new Set<UnitId>(changed)
  const waiting = [...reached]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const child of world.childStatesOf(next)) {
      if (reached.has(child.unitId)) continue
      reached.add(child.unitId)
      waiting.push(child.unitId)
    }
  }
  return reached
}
