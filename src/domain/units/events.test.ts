import { describe, expect, test } from 'vitest'
import type { UnitEventReason } from './event-guards.ts'
import { planEvent, type UnitEvent } from './events.ts'
import {
  day,
  facts,
  id,
  lifeOf,
  refusal,
  school,
  smallCity,
  smallWorld,
  state,
  worldAfter,
} from './sample-units.ts'
import { firstTiers } from './tiers.ts'
import type { UnitFacts } from './unit.ts'
import { factsFault, factsOf, tidyFacts } from './unit-facts.ts'
import { worldOf } from './world.ts'

const on = day('2023-06-01')

describe('founding', () => {
  test('opens the first state and closes none', () => {
    const verdict = planEvent(smallWorld, {
      kind: 'found',
      on,
      unit: id('new'),
      as: school({ code: 'N', parentId: id('haiAn') }),
    })
    expect(verdict).toEqual({
      ok: true,
      value: {
        kind: 'found',
        on,
        drops: [],
        closes: [],
        opens: [
          { unitId: 'new', validFrom: on, validTo: null, ...school({ code: 'N', parentId: id('haiAn') }) },
        ],
        parts: [{ unitId: 'new', role: 'subject' }],
      },
    })
  })

  test('the first committee of an empty tenant needs no parent', () => {
    const event: UnitEvent = {
      kind: 'found',
      on,
      unit: id('first'),
      as: facts({ kind: 'committee', tier: 'province' }),
    }
    expect(refusal(worldOf([], firstTiers), event)).toBe('accepted')
  })

  test.each<[string, UnitFacts, UnitEventReason]>([
    ['without a name', school({ officialName: '  ', shortName: '' }), 'name_missing'],
    ['without a code', school({ code: '\u200b ' }), 'code_missing'],
    ['as a school without level', school({ levels: [] }), 'level_missing'],
    ['as an office with levels', facts({ levels: ['primary'] }), 'only_for_schools'],
    ['as an office with an owner', facts({ ownership: 'public' }), 'only_for_schools'],
    ['as an independent class of a rank', facts({ kind: 'independent_class', rank: 1 }), 'only_for_schools'],
    ['as a ward without tier', facts({ kind: 'ward' }), 'tier_missing'],
    ['with a tier that nobody knows', facts({ kind: 'ward', tier: 'canton' }), 'tier_unknown'],
    ['under nobody', school({ parentId: id('nobody') }), 'parent_unknown'],
    ['under itself', school({ parentId: id('new') }), 'under_itself'],
    ['under a unit of tomorrow', school({ parentId: id('tomorrow') }), 'parent_not_founded'],
    ['under a unit of yesterday', school({ parentId: id('gone') }), 'parent_ended'],
    ['under a unit whose end is recorded', school({ parentId: id('ending') }), 'child_outlives_parent'],
    ['with the code of another', school({ code: 'PGD' }), 'code_taken'],
    ['with the code that another will bear', school({ code: 'tomorrow' }), 'code_taken'],
    [
      'as a district under a district',
      facts({ kind: 'committee', tier: 'district', parentId: id('haiAn') }),
      'tier_order',
    ],
    [
      'as a district under the office of a district',
      facts({ kind: 'committee', tier: 'district', parentId: id('office') }),
      'tier_order',
    ],
    [
      'as a city under a ward',
      facts({ kind: 'committee', tier: 'province', parentId: id('catBi') }),
      'tier_order',
    ],
  ])('%s is refused', (_, as, reason) => {
    const world = worldOf(
      [
        ...smallCity,
        state('tomorrow', { from: '2023-06-02' }),
        state('gone', { to: '2023-06-01' }),
        state('ending', { to: '2023-06-02' }),
      ],
      firstTiers,
    )
    expect(refusal(world, { kind: 'found', on, unit: id('new'), as }).slice(0, 2)).toEqual([reason, 'new'])
  })

  test('the code of a unit that ended is free again', () => {
    const world = worldOf([...smallCity, state('gone', { to: '2023-06-01', code: 'X' })], firstTiers)
    expect(refusal(world, { kind: 'found', on, unit: id('new'), as: school({ code: 'X' }) })).toBe('accepted')
  })

  test('twice is refused', () => {
    expect(refusal(smallWorld, { kind: 'found', on, unit: id('catBi'), as: school() })).toEqual([
      'already_founded',
      'catBi',
      null,
    ])
  })

  test.each([
    ['2025-06-30', 'accepted'],
    ['2025-07-01', ['tier_not_valid', 'new', null]],
  ])('a district on %s: %j', (date, answer) => {
    const as = facts({ kind: 'committee', tier: 'district', parentId: id('city') })
    expect(refusal(smallWorld, { kind: 'found', on: day(date), unit: id('new'), as })).toEqual(answer)
  })

  test('facts are stored tidy', () => {
    const untidy = school({
      officialName: ' Trường  Mầm non\u00a0Cát Bi '.normalize('NFD'),
      shortName: ' ',
      otherNames: ['MN  Cát Bi', 'MN Cát Bi', ' ', 'Trường Mầm non Cát Bi'],
      levels: ['primary', 'preschool', 'primary'],
      place: ' ',
      code: ' HA-1 ',
    })
    expect(tidyFacts(untidy)).toEqual(
      school({
        officialName: 'Trường Mầm non Cát Bi',
        shortName: 'Trường Mầm non Cát Bi',
        otherNames: ['MN Cát Bi'],
        levels: ['preschool', 'primary'],
        place: null,
        code: 'HA-1',
      }),
    )
    expect(
      factsFault(
        tidyFacts(facts({ kind: 'independent_class', levels: ['preschool'], ownership: 'private' })),
      ),
    ).toBeNull()
  })
})

describe('renaming, moving, altering', () => {
  test('closes the state on the day and opens the next', () => {
    const world = worldAfter(smallWorld, {
      kind: 'rename',
      on,
      unit: id('mn83'),
      officialName: 'Trường Mầm non Hướng Dương',
      shortName: 'MN Hướng Dương',
      otherNames: ['MN 8/3'],
    })
    expect(lifeOf(world, 'mn83')).toEqual([
      ['2000-01-01', on, 'MN 8/3', 'kienAn'],
      [on, null, 'MN Hướng Dương', 'kienAn'],
    ])
    expect(world.historyOf(id('mn83')).at(-1)?.otherNames).toEqual(['MN 8/3'])
  })

  test('two changes of one day leave one state with both', () => {
    const verdict = planEvent(
      worldAfter(smallWorld, { kind: 'move', on, unit: id('mn83'), parentId: id('vanDau') }),
      {
        kind: 'alter',
        on,
        unit: id('mn83'),
        changes: { rank: 1 },
      },
    )
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        drops: [{ unitId: 'mn83', validFrom: on }],
        closes: [],
        opens: [{ parentId: 'vanDau', rank: 1, validFrom: on }],
      },
    })
  })

  test('what is not mentioned stays', () => {
    const world = worldAfter(smallWorld, {
      kind: 'alter',
      on,
      unit: id('mn83'),
      changes: {
        levels: ['preschool', 'primary'],
        ownership: 'private',
        otherNames: ['Mồng 8 tháng 3'],
        code: 'KA-83',
      },
    })
    const [before, now] = world.historyOf(id('mn83')).map(factsOf)
    expect(now).toEqual({
      ...before,
      levels: ['preschool', 'primary'],
      ownership: 'private',
      otherNames: ['Mồng 8 tháng 3'],
      code: 'KA-83',
    })
  })

  test.each<[string, UnitEvent, UnitEventReason]>([
    [
      'a unit that nobody knows',
      { kind: 'move', on, unit: id('nobody'), parentId: id('city') },
      'unknown_unit',
    ],
    [
      'before the founding',
      { kind: 'move', on: day('1999-12-31'), unit: id('mn83'), parentId: id('city') },
      'before_founding',
    ],
    ['under itself', { kind: 'move', on, unit: id('haiAn'), parentId: id('haiAn') }, 'under_itself'],
    ['under its own child', { kind: 'move', on, unit: id('haiAn'), parentId: id('office') }, 'cycle'],
    ['under its own grandchild', { kind: 'move', on, unit: id('city'), parentId: id('catBi') }, 'cycle'],
    ['to where it is', { kind: 'move', on, unit: id('mn83'), parentId: id('kienAn') }, 'nothing_changes'],
    [
      'to the name it has',
      { kind: 'rename', on, unit: id('mn83'), officialName: 'Trường  Mầm non 8/3', shortName: 'MN 8/3' },
      'nothing_changes',
    ],
    ['without a change', { kind: 'alter', on, unit: id('mn83'), changes: {} }, 'nothing_changes'],
    [
      'a city to nothing',
      { kind: 'rename', on, unit: id('city'), officialName: '', shortName: '' },
      'name_missing',
    ],
    [
      'a ward under another ward',
      { kind: 'move', on, unit: id('catBi'), parentId: id('vanDau') },
      'tier_order',
    ],
    [
      'a district down to a commune, above its wards',
      { kind: 'alter', on, unit: id('haiAn'), changes: { tier: 'commune' } },
      'tier_order',
    ],
    [
      'to the code of another',
      { kind: 'alter', on, unit: id('mn83'), changes: { code: 'PGD' } },
      'code_taken',
    ],
  ])('%s is refused', (_, event, reason) => {
    expect(refusal(smallWorld, event)[0]).toBe(reason)
  })

  test('a change before a recorded one of the same unit is refused, of another unit it is not', () => {
    const world = worldAfter(smallWorld, { kind: 'alter', on, unit: id('mn83'), changes: { rank: 1 } })
    expect(
      refusal(world, { kind: 'move', on: day('2023-05-31'), unit: id('mn83'), parentId: id('vanDau') }),
    ).toEqual(['later_event', 'mn83', null])
    expect(
      refusal(world, { kind: 'move', on: day('2023-05-31'), unit: id('mnHoaHong'), parentId: id('vanDau') }),
    ).toBe('accepted')
    const ending = worldAfter(smallWorld, { kind: 'dissolve', on, unit: id('mn83') })
    expect(
      refusal(ending, { kind: 'alter', on: day('2023-05-31'), unit: id('mn83'), changes: { rank: 1 } })[0],
    ).toBe('later_event')
    expect(refusal(ending, { kind: 'alter', on, unit: id('mn83'), changes: { rank: 1 } })[0]).toBe(
      'already_ended',
    )
  })

  test('two moves that would close a circle on a later day are refused', () => {
    const groups = worldOf([state('a'), state('b')], firstTiers)
    const world = worldAfter(groups, {
      kind: 'move',
      on: day('2026-01-01'),
      unit: id('a'),
      parentId: id('b'),
    })
    expect(refusal(world, { kind: 'move', on: day('2025-01-01'), unit: id('b'), parentId: id('a') })).toEqual(
      ['cycle', 'b', 'a'],
    )
  })

  test('a parent of another time makes no circle', () => {
    const world = worldOf(
      [state('a', { parentId: id('b'), to: '2010-01-01' }), state('a', { from: '2010-01-01' }), state('b')],
      firstTiers,
    )
    expect(refusal(world, { kind: 'move', on, unit: id('b'), parentId: id('a') })).toBe('accepted')
  })

  test('a body carries the committees below it along, and they keep their order of tiers', () => {
    const world = worldOf(
      [
        ...smallCity,
        state('cluster', { kind: 'group', parentId: id('city') }),
        state('small', { kind: 'committee', tier: 'district', parentId: id('cluster') }),
      ],
      firstTiers,
    )
    expect(refusal(world, { kind: 'move', on, unit: id('cluster'), parentId: id('haiAn') })).toEqual([
      'tier_order',
      'small',
      'haiAn',
    ])
    expect(refusal(world, { kind: 'move', on, unit: id('cluster'), parentId: null })).toBe('accepted')
  })

  test('whoever renames a unit need not know that its tier ends', () => {
    expect(
      refusal(smallWorld, {
        kind: 'rename',
        on: day('2025-08-01'),
        unit: id('haiAn'),
        officialName: 'Ủy ban nhân dân quận cũ',
        shortName: 'Quận cũ',
      }),
    ).toBe('accepted')
  })
})

describe('dissolving', () => {
  test('closes the last state and opens none', () => {
    const verdict = planEvent(smallWorld, { kind: 'dissolve', on, unit: id('mn83') })
    expect(verdict).toEqual({
      ok: true,
      value: {
        kind: 'dissolve',
        on,
        drops: [],
        closes: [{ unitId: 'mn83', validFrom: '2000-01-01' }],
        opens: [],
        parts: [{ unitId: 'mn83', role: 'from' }],
      },
    })
  })

  test('a unit with children that live on is refused, and accepted when they go under another one in the same event', () => {
    expect(refusal(smallWorld, { kind: 'dissolve', on, unit: id('kienAn') })).toEqual([
      'child_outlives_parent',
      'vanDau',
      'kienAn',
    ])
    const moves = ['vanDau', 'mnHoaHong', 'mn83'].map((unit) => ({ unit: id(unit), parentId: id('city') }))
    const verdict = planEvent(smallWorld, { kind: 'dissolve', on, unit: id('kienAn'), moves })
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        opens: [{ parentId: 'city' }, { parentId: 'city' }, { parentId: 'city' }],
        parts: [
          { unitId: 'kienAn', role: 'from' },
          { role: 'subject' },
          { role: 'subject' },
          { role: 'subject' },
        ],
      },
    })
    expect(refusal(smallWorld, { kind: 'dissolve', on, unit: id('kienAn'), moves: moves.slice(1) })[0]).toBe(
      'child_outlives_parent',
    )
    expect(
      refusal(smallWorld, {
        kind: 'dissolve',
        on,
        unit: id('kienAn'),
        moves: [...moves, { unit: id('mn83'), parentId: null }],
      }),
    ).toEqual(['unit_named_twice', 'mn83', null])
  })

  test('a child that is founded later keeps its parent alive', () => {
    const world = worldAfter(smallWorld, {
      kind: 'found',
      on: day('2024-01-01'),
      unit: id('new'),
      as: school({ code: 'N', parentId: id('mn83') }),
    })
    expect(refusal(world, { kind: 'dissolve', on, unit: id('mn83') })).toEqual([
      'child_outlives_parent',
      'new',
      'mn83',
    ])
  })

  test('a child that ended before does not', () => {
    const world = worldOf([state('a'), state('b', { parentId: id('a'), to: '2023-06-01' })], firstTiers)
    expect(refusal(world, { kind: 'dissolve', on, unit: id('a') })).toBe('accepted')
  })

  test('on the day of its founding is refused, on the day of another change the state of that day goes', () => {
    const world = worldAfter(
      smallWorld,
      { kind: 'found', on, unit: id('new'), as: school({ code: 'N' }) },
      { kind: 'move', on, unit: id('mn83'), parentId: id('vanDau') },
    )
    expect(refusal(world, { kind: 'dissolve', on, unit: id('new') })).toEqual(['lives_no_day', 'new', null])
    expect(lifeOf(worldAfter(world, { kind: 'dissolve', on, unit: id('mn83') }), 'mn83')).toEqual([
      ['2000-01-01', on, 'MN 8/3', 'kienAn'],
    ])
  })
})
