import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { planEvent, planReorganisation, type Receiver, type UnitChange, type UnitEvent } from './events.ts'
import { lineageOf, mapUnits } from './lineage.ts'
import { day, facts, id, school } from './sample-units.ts'
import { firstTiers } from './tiers.ts'
import { treeAsOf } from './tree.ts'
import { livesOn, type UnitEventKind, unitEventKinds, type UnitFacts, type UnitState } from './unit.ts'
import { worldOf } from './world.ts'

// Few days, few codes, few units: what must not meet does meet.
const firstDay = day('2025-06-26')
const days = Array.from({ length: 9 }, (_, n) => addDays(firstDay, n))
const anyDay = fc.constantFrom(...days)
const names = ['Đằng Lâm', 'Cát Bi', 'Nam Hải'] as const

/** What somebody would like to record; which units it means is decided when the others are known. */
type Wish = { kind: UnitEventKind; on: LocalDate; picks: number[]; careful: boolean }
const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom<UnitEventKind[]>(
    'found',
    'found',
    'found',
    'rename',
    'move',
    'move',
    'merge',
    'split',
    'dissolve',
    'alter',
  ),
  on: anyDay,
  picks: fc.array(fc.nat(999), { minLength: 8, maxLength: 8 }),
  careful: fc.boolean(),
})
// Half of the histories in the order of their days, as people record them; the others as they come.
const wishes = fc
  .record({ list: fc.array(wish, { minLength: 5, maxLength: 60, size: 'max' }), inOrder: fc.boolean() })
  .map(({ list, inOrder }) =>
    inOrder ? list.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) : list,
  )

function eventOf({ kind, on, picks, careful }: Wish, states: readonly UnitState[]): UnitEvent {
  const [p0 = 0, p1 = 0, p2 = 0, p3 = 0, p4 = 0, p5 = 0, p6 = 0] = picks
  const living = careful ? states.filter((state) => livesOn(state, on) && state.validTo === null) : states
  const known = (pick: number) => living[pick % Math.max(living.length, 1)]?.unitId ?? id('nobody')
  const parentId = (pick: number) => (pick % 3 === 0 ? null : known(pick))
  const fresh = (offset: number, pick: number) => ({
    unit: id(`u${new Set(states.map((state) => state.unitId)).size + offset}`),
    as: anyFacts(pick, parentId(p4)),
  })
  const receiver = (offset: number, pick: number): Receiver =>
    pick % 3 === 0 ? { unit: known(pick) } : fresh(offset, pick)
  const moved = (ending: readonly UnitId[]) =>
    states
      .filter((state) => state.validTo === null && state.parentId !== null && ending.includes(state.parentId))
      .map((state) => ({ unit: state.unitId, parentId: parentId(p5) }))
  const unit = known(p0)
  switch (kind) {
    case 'found':
      return { kind, on, ...fresh(0, p1) }
    case 'rename':
      return { kind, on, unit, officialName: names[p1 % 3] ?? '', shortName: 'MN' }
    case 'move':
      return { kind, on, unit, parentId: parentId(p1) }
    case 'merge':
      return {
        kind,
        on,
        units: [...new Set([unit, known(p2)])],
        into: receiver(0, p3),
        moves: careful ? moved([unit, known(p2)]) : [],
      }
    case 'split':
      return {
        kind,
        on,
        unit,
        into: [p6 % 2 === 0 ? { unit } : receiver(1, p3), receiver(0, p2)],
        moves: careful ? moved([unit]) : [],
      }
    case 'dissolve':
      return { kind, on, unit, moves: careful ? moved([unit]) : [] }
    case 'alter':
      return {
        kind,
        on,
        unit,
        changes:
          p6 % 4 === 0
            ? { tier: ['province', 'district', 'commune'][p1 % 3] ?? null }
            : { code: `c${p1 % 20}` },
      }
  }
}

function anyFacts(pick: number, parentId: UnitId | null): UnitFacts {
  const given = { parentId, code: `c${pick % 20}`, officialName: names[pick % 3] ?? '' }
  if (pick % 5 === 0)
    return facts({ ...given, kind: 'committee', tier: pick % 2 === 0 ? 'province' : 'district' })
  if (pick % 5 === 1) return facts({ ...given, kind: 'ward', tier: 'commune' })
  return pick % 5 === 2 ? school(given) : facts({ ...given, kind: 'group' })
}

// As a database would do it, row by row; the layers of world.ts have no part in it.
function applied(states: readonly UnitState[], change: UnitChange): UnitState[] {
  const isOneOf = (keys: UnitChange['closes'], state: UnitState) =>
    keys.some((key) => key.unitId === state.unitId && key.validFrom === state.validFrom)
  const kept = states
    .filter((state) => !isOneOf(change.drops, state))
    .map((state) => (isOneOf(change.closes, state) ? { ...state, validTo: change.on } : state))
  return [...kept, ...change.opens]
}

type Run = { states: UnitState[]; accepted: UnitEvent[]; changes: UnitChange[] }

function live(list: readonly Wish[]): Run {
  return run(list.map((one) => (states) => eventOf(one, states)))
}

function run(events: readonly (UnitEvent | ((states: readonly UnitState[]) => UnitEvent))[]): Run {
  const done: Run = { states: [], accepted: [], changes: [] }
  for (const next of events) {
    const event = typeof next === 'function' ? next(done.states) : next
    const verdict = planEvent(worldOf(done.states, firstTiers), event)
    if (!verdict.ok) continue
    done.states = applied(done.states, verdict.value)
    done.accepted.push(event)
    done.changes.push(verdict.value)
  }
  return done
}

function histories(states: readonly UnitState[]): UnitState[][] {
  const units = new Set<UnitId>(states.map((state) => state.unitId))
  return [...units].map((one) =>
    states.filter((state) => state.unitId === one).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
  )
}

function living(states: readonly UnitState[], on: LocalDate): Map<UnitId, UnitState> {
  return new Map(states.filter((state) => livesOn(state, on)).map((state) => [state.unitId, state]))
}

test('whatever is accepted, every unit has one state a day from its founding to its end', () => {
  fc.assert(
    fc.property(wishes, (list) => {
      for (const history of histories(live(list).states)) {
        expect(history.filter((state) => state.validTo !== null && state.validTo <= state.validFrom)).toEqual(
          [],
        )
        expect(history.slice(0, -1).map((state) => state.validTo)).toEqual(
          history.slice(1).map((state) => state.validFrom),
        )
      }
    }),
    { numRuns: 300 },
  )
})

test('on no day is a unit its own ancestor, below one that does not live, or of the code of another', () => {
  fc.assert(
    fc.property(wishes, (list) => {
      const { states } = live(list)
      for (const on of days) {
        const now = living(states, on)
        const left = [...now.values()].filter((state) => state.parentId !== null && !now.has(state.parentId))
        expect(left).toEqual([])
        // What hangs in a circle has no place in the tree.
        expect(treeAsOf(states, on).inOrder).toHaveLength(now.size)
        expect(new Set([...now.values()].map((state) => state.code)).size).toBe(now.size)
      }
    }),
    { numRuns: 300 },
  )
})

test('on no day does a committee hang below its own tier or a lower one', () => {
  const rankOf = (state: UnitState | undefined) =>
    firstTiers.find((tier) => tier.code === state?.tier)?.rank ?? null
  const tierAbove = (now: ReadonlyMap<UnitId, UnitState>, state: UnitState): UnitState | undefined => {
    const above = state.parentId === null ? undefined : now.get(state.parentId)
    return above === undefined || above.tier !== null ? above : tierAbove(now, above)
  }
  const isWrong = (now: ReadonlyMap<UnitId, UnitState>, state: UnitState) => {
    const [own, upper] = [rankOf(state), rankOf(tierAbove(now, state))]
    if (own === null || upper === null) return false
    return state.kind === 'committee' || state.kind === 'ward' ? own <= upper : own < upper
  }
  fc.assert(
    fc.property(wishes, (list) => {
      const { states } = live(list)
      for (const on of days) {
        const now = living(states, on)
        expect([...now.values()].filter((state) => isWrong(now, state))).toEqual([])
      }
    }),
    { numRuns: 300 },
  )
})

test('the tree as of a day is the one that the events up to that day lead to', () => {
  fc.assert(
    fc.property(wishes, anyDay, (list, on) => {
      const { states, accepted } = live(list)
      const upToDay = accepted.filter((event) => event.on <= on)
      const replayed = run(upToDay)
      expect(replayed.accepted).toEqual(upToDay)
      const asItWas = (all: readonly UnitState[]) =>
        treeAsOf(all, on).inOrder.map((state) => ({ ...state, validTo: null }))
      expect(asItWas(replayed.states)).toEqual(asItWas(states))
    }),
    { numRuns: 300 },
  )
})

test('a list is accepted as a whole exactly when its events are accepted one after the other', () => {
  fc.assert(
    fc.property(wishes, wish, (list, wished) => {
      const { states, accepted, changes } = live(list)
      const last = eventOf(wished, states)
      const alone = planEvent(worldOf(states, firstTiers), last)
      const asList = planReorganisation(worldOf([], firstTiers), [...accepted, last])
      // Of several units in the way either may be named.
      const brief = (verdict: typeof alone | typeof asList) => (verdict.ok ? verdict.value : verdict.reason)
      expect(brief(asList)).toEqual(alone.ok ? [...changes, alone.value] : alone.reason)
      expect(asList.ok ? null : asList.index).toBe(alone.ok ? null : accepted.length)
    }),
    { numRuns: 300 },
  )
})

test('who is mapped to a later day lives there, and nobody vanishes but by an end', () => {
  fc.assert(
    fc.property(wishes, anyDay, anyDay, (list, one, other) => {
      const [from, to] = one <= other ? [one, other] : [other, one]
      const { states, changes } = live(list)
      const [before, after] = [living(states, from), living(states, to)]
      const mapped = mapUnits(lineageOf(changes), [...before.keys()], from, to)
      expect(mapped.map((line) => line.unit)).toEqual([...before.keys()])
      expect(mapped.flatMap((line) => line.into).filter((target) => !after.has(target.unit))).toEqual([])
      expect(mapped.filter((line) => line.into.length === 0 && after.has(line.unit))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('on its own day every unit is mapped to itself', () => {
  fc.assert(
    fc.property(wishes, anyDay, (list, on) => {
      const { states, changes } = live(list)
      const units = [...living(states, on).keys()]
      expect(mapUnits(lineageOf(changes), units, on, on)).toEqual(
        units.map((unit) => ({ unit, into: [{ unit, share: 1 }] })),
      )
    }),
    { numRuns: 100 },
  )
})

test('the random histories are rich enough to mean something', () => {
  const kinds = new Map<string, number>()
  for (const list of fc.sample(wishes, { numRuns: 300, seed: 1 }))
    for (const event of live(list).accepted) kinds.set(event.kind, (kinds.get(event.kind) ?? 0) + 1)
  for (const kind of unitEventKinds) expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(50)
})
