import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { endFault, lifeFault, refuse, stateFault, type UnitEventRefusal } from './event-guards.ts'
import type { UnitEventKind, UnitEventRole, UnitFacts, UnitState } from './unit.ts'
import { factsOf, sameFacts, tidyFacts } from './unit-facts.ts'
import { layerOver, type StateChange, type UnitWorld } from './world.ts'

/** A child of a unit that ends goes under another one in the same event. */
export type ChildMove = { unit: UnitId; parentId: UnitId | null }

/**
 * Who comes out of a merger or a split: a new unit (`as` says what it is) or one that lives already, unchanged or, with
 * `as`, changed. One of those merged may go on, and so may the one that is split.
 */
export type Receiver = { unit: UnitId; as?: UnitFacts }

/** Ids of new units are given from outside; the domain makes none. */
export type UnitEvent =
  | { kind: 'found'; on: LocalDate; unit: UnitId; as: UnitFacts }
  | {
      kind: 'rename'
      on: LocalDate
      unit: UnitId
      officialName: string
      shortName: string
      otherNames?: string[]
    }
  | { kind: 'move'; on: LocalDate; unit: UnitId; parentId: UnitId | null }
  | { kind: 'merge'; on: LocalDate; units: UnitId[]; into: Receiver; moves?: ChildMove[] }
  | { kind: 'split'; on: LocalDate; unit: UnitId; into: Receiver[]; moves?: ChildMove[] }
  | { kind: 'dissolve'; on: LocalDate; unit: UnitId; moves?: ChildMove[] }
  | { kind: 'alter'; on: LocalDate; unit: UnitId; changes: UnitAlteration }

/** Names change by `rename`, the parent by `move`. */
export type UnitAlteration = Partial<Omit<UnitFacts, 'officialName' | 'shortName' | 'parentId'>>

/** What an event does to the states, and who took part: first to be recorded, then to be carried out. */
export type UnitChange = StateChange & {
  kind: UnitEventKind
  on: LocalDate
  parts: { unitId: UnitId; role: UnitEventRole }[]
}

export type UnitEventVerdict = { ok: true; value: UnitChange } | UnitEventRefusal

/**
 * What an event on a day would change, or why it cannot be. It is judged together with everything recorded, also for later
 * days: no unit is its own ancestor, none outlives its parent, no code is borne twice, on any day. Every unit that takes
 * part gets a state that begins on the day, also one that goes on as it was. Several events on one day follow each other:
 * a later one takes the place of the state that an earlier one opened that day.
 */
export function planEvent(world: UnitWorld, event: UnitEvent): UnitEventVerdict {
  const draft: Draft = {
    world,
    on: event.on,
    change: { drops: [], closes: [], opens: [] },
    parts: [],
    touched: new Set(),
    before: new Map(),
    ended: [],
  }
  const fault = draw(draft, event) ?? judge(draft)
  return fault ?? { ok: true, value: { ...draft.change, kind: event.kind, on: event.on, parts: draft.parts } }
}

/** One change per event, in order, or the first event that cannot be, by its place in the list: then none is carried out. */
export type ReorganisationVerdict = { ok: true; value: UnitChange[] } | (UnitEventRefusal & { index: number })

/**
 * A list of events as one act, each judged after those before it. On 1/7/2025: found the new wards, move the schools under
 * them, end the offices and the old wards, end the district.
 */
export function planReorganisation(world: UnitWorld, events: readonly UnitEvent[]): ReorganisationVerdict {
  if (events.length === 0) return { ...refuse('no_events', null), index: 0 }
  const layer = layerOver(world)
  const changes: UnitChange[] = []
  for (const [index, event] of events.entries()) {
    const verdict = planEvent(layer, event)
    if (!verdict.ok) return { ...verdict, index }
    layer.apply(verdict.value, event.on)
    changes.push(verdict.value)
  }
  return { ok: true, value: changes }
}

type Draft = {
  world: UnitWorld
  on: LocalDate
  change: StateChange
  parts: UnitChange['parts']
  touched: Set<UnitId>
  before: Map<UnitId, UnitState>
  ended: UnitId[]
}

function draw(draft: Draft, event: UnitEvent): UnitEventRefusal | null {
  switch (event.kind) {
    case 'found':
      return found(draft, event.unit, event.as) ?? note(draft, 'subject', [event.unit])
    case 'rename': {
      const { officialName, shortName, otherNames } = event
      const names =
        otherNames === undefined ? { officialName, shortName } : { officialName, shortName, otherNames }
      return changeFacts(draft, event.unit, names) ?? note(draft, 'subject', [event.unit])
    }
    case 'move':
      return (
        changeFacts(draft, event.unit, { parentId: event.parentId }) ?? note(draft, 'subject', [event.unit])
      )
    case 'alter':
      return changeFacts(draft, event.unit, event.changes) ?? note(draft, 'subject', [event.unit])
    case 'dissolve':
      return end(draft, event.unit) ?? note(draft, 'from', [event.unit]) ?? moveAll(draft, event.moves)
    case 'merge':
      return merge(draft, event)
    case 'split':
      return split(draft, event)
  }
}

function merge(draft: Draft, event: Extract<UnitEvent, { kind: 'merge' }>): UnitEventRefusal | null {
  const goesOn = event.into.unit
  const isNew = draft.world.historyOf(goesOn).length === 0
  if (new Set(event.units).size < event.units.length) return refuse('unit_named_twice', goesOn)
  // A unit that takes others in without being named among them is merged with them all the same.
  const merged = new Set(isNew ? event.units : [...event.units, goesOn])
  if (merged.size < 2) return refuse('too_few_units', goesOn)
  return (
    endAll(
      draft,
      event.units.filter((unit) => unit !== goesOn),
    ) ??
    receive(draft, event.into) ??
    note(draft, 'from', [...merged]) ??
    note(draft, 'into', [goesOn]) ??
    moveAll(draft, event.moves)
  )
}

function split(draft: Draft, event: Extract<UnitEvent, { kind: 'split' }>): UnitEventRefusal | null {
  const receivers = new Set(event.into.map((receiver) => receiver.unit))
  if (receivers.size < event.into.length) return refuse('unit_named_twice', event.unit)
  if (receivers.size < 2) return refuse('too_few_units', event.unit)
  return (
    (receivers.has(event.unit) ? null : end(draft, event.unit)) ??
    first(event.into, (receiver) => receive(draft, receiver)) ??
    note(draft, 'from', [event.unit]) ??
    note(draft, 'into', [...receivers]) ??
    moveAll(draft, event.moves)
  )
}

function receive(draft: Draft, { unit, as }: Receiver): UnitEventRefusal | null {
  if (draft.world.historyOf(unit).length > 0) return succeed(draft, unit, (facts) => as ?? facts)
  return as === undefined ? refuse('unknown_unit', unit) : found(draft, unit, as)
}

function found(draft: Draft, unit: UnitId, as: UnitFacts): UnitEventRefusal | null {
  if (draft.world.historyOf(unit).length > 0) return refuse('already_founded', unit)
  if (draft.touched.has(unit)) return refuse('unit_named_twice', unit)
  draft.touched.add(unit)
  draft.change.opens.push({ unitId: unit, validFrom: draft.on, validTo: null, ...tidyFacts(as) })
  return null
}

function changeFacts(draft: Draft, unit: UnitId, changes: Partial<UnitFacts>): UnitEventRefusal | null {
  let isSame = false
  const fault = succeed(draft, unit, (facts) => {
    const changed = tidyFacts({ ...facts, ...changes })
    isSame = sameFacts(facts, changed)
    return changed
  })
  return fault ?? (isSame ? refuse('nothing_changes', unit) : null)
}

function succeed(draft: Draft, unit: UnitId, edit: (facts: UnitFacts) => UnitFacts): UnitEventRefusal | null {
  const last = takeLast(draft, unit)
  if ('ok' in last) return last
  draft.before.set(unit, last)
  if (last.validFrom === draft.on) draft.change.drops.push({ unitId: unit, validFrom: last.validFrom })
  else draft.change.closes.push({ unitId: unit, validFrom: last.validFrom })
  draft.change.opens.push({
    unitId: unit,
    validFrom: draft.on,
    validTo: null,
    ...tidyFacts(edit(factsOf(last))),
  })
  return null
}

function end(draft: Draft, unit: UnitId): UnitEventRefusal | null {
  const last = takeLast(draft, unit)
  if ('ok' in last) return last
  const isOfToday = last.validFrom === draft.on
  if (isOfToday && draft.world.historyOf(unit).length === 1) return refuse('lives_no_day', unit)
  // What an earlier event of the day opened goes; the state before it already ends on the day.
  const ending = isOfToday ? draft.change.drops : draft.change.closes
  ending.push({ unitId: unit, validFrom: last.validFrom })
  draft.ended.push(unit)
  return null
}

function takeLast(draft: Draft, unit: UnitId): UnitState | UnitEventRefusal {
  const fault = lifeFault(draft.world, unit, draft.on)
  if (fault !== null) return fault
  if (draft.touched.has(unit)) return refuse('unit_named_twice', unit)
  draft.touched.add(unit)
  return draft.world.historyOf(unit).at(-1) ?? refuse('unknown_unit', unit)
}

function endAll(draft: Draft, units: readonly UnitId[]): UnitEventRefusal | null {
  return first(units, (unit) => end(draft, unit))
}

function moveAll(draft: Draft, moves: readonly ChildMove[] = []): UnitEventRefusal | null {
  return first(
    moves,
    ({ unit, parentId }) => changeFacts(draft, unit, { parentId }) ?? note(draft, 'subject', [unit]),
  )
}

function note(draft: Draft, role: UnitEventRole, units: readonly UnitId[]): null {
  draft.parts.push(...units.map((unitId) => ({ unitId, role })))
  return null
}

function first<T>(list: readonly T[], step: (item: T) => UnitEventRefusal | null): UnitEventRefusal | null {
  for (const item of list) {
    const fault = step(item)
    if (fault !== null) return fault
  }
  return null
}

function judge(draft: Draft): UnitEventRefusal | null {
  const after = layerOver(draft.world)
  after.apply(draft.change, draft.on)
  return (
    first(draft.change.opens, (state) => stateFault(after, state, draft.before.get(state.unitId))) ??
    first(draft.ended, (unit) => endFault(after, unit, draft.on))
  )
}
