import type { UnitId } from '#domain/basics/ids.ts'
import type { Tier } from './tiers.ts'
import type { UnitState } from './unit.ts'

/**
 * What planning an event has to look up: the histories of the units named, of everything above them, and of what hangs
 * below those that end. `worldOf` makes one of states held in memory.
 */
export type UnitWorld = {
  tiers: readonly Tier[]
  /** All states of the unit from the first to the last; none for a unit that is not known. */
  historyOf: (unitId: UnitId) => readonly UnitState[]
  /** Every state of any day that names this parent. */
  childStatesOf: (parentId: UnitId) => readonly UnitState[]
  /** Every state of any day that bears the code. */
  statesWithCode: (code: string) => readonly UnitState[]
}

export type StateKey = Pick<UnitState, 'unitId' | 'validFrom'>

/** What happens to the states, in this order: some are dropped, some closed, some opened. */
export type StateChange = {
  /** Opened by an earlier event of the same day; they would now last no day. */
  drops: StateKey[]
  /** Their `validTo` becomes the day of the event. */
  closes: StateKey[]
  opens: UnitState[]
}

type Shelf = {
  units: Map<UnitId, UnitState[]>
  children: Map<UnitId, Set<UnitId>>
  codes: Map<string, Set<UnitId>>
}

/** A world made of states held in memory, in any order. */
export function worldOf(states: Iterable<UnitState>, tiers: readonly Tier[]): UnitWorld {
  const shelf = emptyShelf()
  for (const state of states) put(shelf, state)
  for (const history of shelf.units.values()) history.sort(byDay)
  return {
    tiers,
    historyOf: (unitId) => shelf.units.get(unitId) ?? [],
    childStatesOf: (parentId) =>
      onShelf(shelf, shelf.children.get(parentId)).filter((state) => state.parentId === parentId),
    statesWithCode: (code) => onShelf(shelf, shelf.codes.get(code)).filter((state) => state.code === code),
  }
}

/** The same world with changes laid over it; the world below is not touched. */
export type ChangingWorld = UnitWorld & { apply: (change: StateChange, on: UnitState['validFrom']) => void }

export function layerOver(world: UnitWorld): ChangingWorld {
  const shelf = emptyShelf()

  function historyOf(unitId: UnitId): readonly UnitState[] {
    return shelf.units.get(unitId) ?? world.historyOf(unitId)
  }
  function untouched(states: readonly UnitState[]): UnitState[] {
    return states.filter((state) => !shelf.units.has(state.unitId))
  }
  function replace(unitId: UnitId, edit: (history: readonly UnitState[]) => UnitState[]): void {
    const edited = edit(historyOf(unitId))
    shelf.units.set(unitId, [])
    for (const state of edited.toSorted(byDay)) put(shelf, state)
  }

  return {
    tiers: world.tiers,
    historyOf,
    childStatesOf: (parentId) => [
      ...untouched(world.childStatesOf(parentId)),
      ...onShelf(shelf, shelf.children.get(parentId)).filter((state) => state.parentId === parentId),
    ],
    statesWithCode: (code) => [
      ...untouched(world.statesWithCode(code)),
      ...onShelf(shelf, shelf.codes.get(code)).filter((state) => state.code === code),
    ],
    apply(change, on) {
      for (const key of change.drops)
        replace(key.unitId, (history) => history.filter((state) => state.validFrom !== key.validFrom))
      for (const key of change.closes) {
        replace(key.unitId, (history) =>
          history.map((state) => (state.validFrom === key.validFrom ? { ...state, validTo: on } : state)),
        )
      }
      for (const opened of change.opens) replace(opened.unitId, (history) => [...history, opened])
    },
  }
}

function emptyShelf(): Shelf {
  return { units: new Map(), children: new Map(), codes: new Map() }
}

// The index by parent and code may name a unit whose state has gone meanwhile; what is looked up is filtered.
function put(shelf: Shelf, state: UnitState): void {
  const history = shelf.units.get(state.unitId)
  if (history === undefined) shelf.units.set(state.unitId, [state])
  else history.push(state)
  if (state.parentId !== null) addTo(shelf.children, state.parentId, state.unitId)
  addTo(shelf.codes, state.code, state.unitId)
}

function addTo<K>(index: Map<K, Set<UnitId>>, key: K, unitId: UnitId): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, new Set([unitId]))
  else known.add(unitId)
}

function onShelf(shelf: Shelf, unitIds: ReadonlySet<UnitId> | undefined): UnitState[] {
  return [...(unitIds ?? [])].flatMap((unitId) => shelf.units.get(unitId) ?? [])
}

function byDay(a: UnitState, b: UnitState): number {
  return a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0
}
