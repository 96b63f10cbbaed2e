import { describe, expect, test } from 'vitest'
import type { UnitEventReason } from './event-guards.ts'
import { planEvent, planReorganisation, type UnitEvent } from './events.ts'
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
import type { UnitFacts, UnitState } from './unit.ts'
import { worldOf } from './world.ts'

const on = day('2023-06-01')
const vanDau = school({
  code: 'MNVD',
  parentId: id('kienAn'),
  officialName: 'Trường Mầm non Văn Đẩu',
  shortName: 'MN Văn Đẩu',
})

describe('merging', () => {
  const units = [id('mnHoaHong'), id('mn83')]

  test('two schools end and a new one goes on', () => {
    const verdict = planEvent(smallWorld, {
      kind: 'merge',
      on,
      units,
      into: { unit: id('mnVanDau'), as: vanDau },
    })
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        closes: [{ unitId: 'mnHoaHong' }, { unitId: 'mn83' }],
        opens: [{ unitId: 'mnVanDau', validFrom: on, shortName: 'MN Văn Đẩu' }],
        parts: [
          { unitId: 'mnHoaHong', role: 'from' },
          { unitId: 'mn83', role: 'from' },
          { unitId: 'mnVanDau', role: 'into' },
        ],
      },
    })
  })

  test('one of them may go on, under its own code and another name', () => {
    const world = worldAfter(smallWorld, {
      kind: 'merge',
      on,
      units,
      into: { unit: id('mn83'), as: { ...vanDau, code: 'mn83' } },
    })
    expect(lifeOf(world, 'mnHoaHong')).toEqual([['2000-01-01', on, 'MN Hoa Hồng', 'kienAn']])
    expect(lifeOf(world, 'mn83')).toEqual([
      ['2000-01-01', on, 'MN 8/3', 'kienAn'],
      [on, null, 'MN Văn Đẩu', 'kienAn'],
    ])
  })

  test('who takes others in unchanged has a state from that day, too: nothing may come before it any more', () => {
    const verdict = planEvent(smallWorld, {
      kind: 'merge',
      on,
      units: [id('mn83')],
      into: { unit: id('mnCatBi') },
    })
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        parts: [
          { unitId: 'mn83', role: 'from' },
          { unitId: 'mnCatBi', role: 'from' },
          { unitId: 'mnCatBi', role: 'into' },
        ],
      },
    })
    const world = worldAfter(smallWorld, {
      kind: 'merge',
      on,
      units: [id('mn83')],
      into: { unit: id('mnCatBi') },
    })
    expect(refusal(world, { kind: 'dissolve', on: day('2023-01-01'), unit: id('mnCatBi') })[0]).toBe(
      'later_event',
    )
  })

  test('the new one may take the code of one that ends', () => {
    expect(
      refusal(smallWorld, {
        kind: 'merge',
        on,
        units,
        into: { unit: id('mnVanDau'), as: { ...vanDau, code: 'mn83' } },
      }),
    ).toBe('accepted')
  })

  test.each<[string, Extract<UnitEvent, { kind: 'merge' }>, UnitEventReason]>([
    ['of nobody', { kind: 'merge', on, units: [], into: { unit: id('x'), as: vanDau } }, 'too_few_units'],
    [
      'of one into a new one',
      { kind: 'merge', on, units: [id('mn83')], into: { unit: id('x'), as: vanDau } },
      'too_few_units',
    ],
    [
      'of one into itself',
      { kind: 'merge', on, units: [id('mn83')], into: { unit: id('mn83') } },
      'too_few_units',
    ],
    [
      'of one named twice',
      { kind: 'merge', on, units: [id('mn83'), id('mn83')], into: { unit: id('x'), as: vanDau } },
      'unit_named_twice',
    ],
    ['into nobody', { kind: 'merge', on, units, into: { unit: id('x') } }, 'unknown_unit'],
    [
      'with somebody unknown',
      { kind: 'merge', on, units: [id('mn83'), id('x')], into: { unit: id('mn83') } },
      'unknown_unit',
    ],
    [
      'of two committees with children',
      { kind: 'merge', on, units: [id('kienAn'), id('haiAn')], into: { unit: id('haiAn') } },
      'child_outlives_parent',
    ],
    [
      'under one of those that end',
      { kind: 'merge', on, units, into: { unit: id('x'), as: { ...vanDau, parentId: id('mn83') } } },
      'parent_ended',
    ],
  ])('%s is refused', (_, event, reason) => {
    expect(refusal(smallWorld, event)[0]).toBe(reason)
  })

  test('the children of those that end go along', () => {
    const moves = ['vanDau', 'mnHoaHong', 'mn83'].map((unit) => ({ unit: id(unit), parentId: id('haiAn') }))
    const world = worldAfter(smallWorld, {
      kind: 'merge',
      on,
      units: [id('kienAn'), id('haiAn')],
      into: { unit: id('haiAn') },
      moves,
    })
    expect(world.historyOf(id('mn83')).at(-1)?.parentId).toBe('haiAn')
  })
})

describe('splitting', () => {
  const east = school({ code: 'E', parentId: id('kienAn'), officialName: 'Trường Mầm non Đông' })
  const west = school({ code: 'W', parentId: id('kienAn'), officialName: 'Trường Mầm non Tây' })

  test('one ends and two are founded', () => {
    const verdict = planEvent(smallWorld, {
      kind: 'split',
      on,
      unit: id('mn83'),
      into: [
        { unit: id('e'), as: east },
        { unit: id('w'), as: west },
      ],
    })
    expect(verdict).toMatchObject({
      ok: true,
      value: {
        closes: [{ unitId: 'mn83' }],
        opens: [{ unitId: 'e' }, { unitId: 'w' }],
        parts: [
          { unitId: 'mn83', role: 'from' },
          { unitId: 'e', role: 'into' },
          { unitId: 'w', role: 'into' },
        ],
      },
    })
  })

  test('or it goes on smaller', () => {
    const world = worldAfter(smallWorld, {
      kind: 'split',
      on,
      unit: id('mn83'),
      into: [{ unit: id('mn83') }, { unit: id('w'), as: west }],
    })
    expect(lifeOf(world, 'mn83')).toEqual([
      ['2000-01-01', on, 'MN 8/3', 'kienAn'],
      [on, null, 'MN 8/3', 'kienAn'],
    ])
  })

  test('parts may go to units that live already, as wards were cut anew in 2025', () => {
    const world = worldAfter(smallWorld, {
      kind: 'split',
      on,
      unit: id('mn83'),
      into: [{ unit: id('mnHoaHong') }, { unit: id('w'), as: west }],
    })
    expect(lifeOf(world, 'mnHoaHong')).toHaveLength(2)
  })

  test.each<[string, Extract<UnitEvent, { kind: 'split' }>['into'], UnitEventReason]>([
    ['into nobody', [], 'too_few_units'],
    ['into one', [{ unit: id('w'), as: west }], 'too_few_units'],
    [
      'into one twice',
      [
        { unit: id('w'), as: west },
        { unit: id('w'), as: east },
      ],
      'unit_named_twice',
    ],
    [
      'into two of one code',
      [
        { unit: id('w'), as: west },
        { unit: id('e'), as: west },
      ],
      'code_taken',
    ],
    ['into somebody unknown', [{ unit: id('w'), as: west }, { unit: id('e') }], 'unknown_unit'],
  ])('%s is refused', (_, into, reason) => {
    expect(refusal(smallWorld, { kind: 'split', on, unit: id('mn83'), into })[0]).toBe(reason)
  })
})

describe('a reorganisation', () => {
  const reform = day('2025-07-01')
  const ward = (code: string, name: string): UnitFacts =>
    facts({
      kind: 'ward',
      tier: 'commune',
      code,
      parentId: id('city'),
      officialName: `Ủy ban nhân dân phường ${name}`,
    })
  const move = (unit: string, to: string): UnitEvent => ({
    kind: 'move',
    on: reform,
    unit: id(unit),
    parentId: id(to),
  })
  const end = (unit: string): UnitEvent => ({ kind: 'dissolve', on: reform, unit: id(unit) })
  const events: UnitEvent[] = [
    { kind: 'found', on: reform, unit: id('wardHaiAn'), as: ward('HA', 'Hải An') },
    { kind: 'found', on: reform, unit: id('wardKienAn'), as: ward('KA', 'Kiến An') },
    move('mnCatBi', 'wardHaiAn'),
    move('mnHoaHong', 'wardKienAn'),
    move('mn83', 'wardKienAn'),
    {
      kind: 'split',
      on: reform,
      unit: id('catBi'),
      into: [{ unit: id('wardHaiAn') }, { unit: id('wardKienAn') }],
    },
    { kind: 'merge', on: reform, units: [id('vanDau'), id('wardKienAn')], into: { unit: id('wardKienAn') } },
    end('office'),
    end('haiAn'),
    end('kienAn'),
  ]

  test('of 1/7/2025: the districts end and the schools hang below wards, on one day', () => {
    const verdict = planReorganisation(smallWorld, events)
    expect(verdict.ok && verdict.value.map((change) => change.kind)).toEqual(
      events.map((event) => event.kind),
    )
    const world = worldAfter(smallWorld, ...events)
    expect(lifeOf(world, 'mnCatBi')).toEqual([
      ['2000-01-01', reform, 'MN Cát Bi', 'haiAn'],
      [reform, null, 'MN Cát Bi', 'wardHaiAn'],
    ])
    expect(world.historyOf(id('wardKienAn'))).toHaveLength(1)
    expect(world.historyOf(id('haiAn')).at(-1)?.validTo).toBe(reform)
  })

  test('in the wrong order is refused with the place in the list, and the world stands as it stood', () => {
    expect(planReorganisation(smallWorld, [...events.slice(0, 4), end('kienAn')])).toEqual({
      ok: false,
      reason: 'child_outlives_parent',
      unitId: 'vanDau',
      otherId: 'kienAn',
      index: 4,
    })
    expect(lifeOf(smallWorld, 'mnCatBi')).toHaveLength(1)
    expect(smallWorld.historyOf(id('wardHaiAn'))).toEqual([])
  })

  test('of nothing is refused', () => {
    expect(planReorganisation(smallWorld, [])).toMatchObject({ ok: false, reason: 'no_events', index: 0 })
  })

  test('of a province with 1,600 schools takes under two seconds', () => {
    const schools: UnitState[] = Array.from({ length: 1600 }, (_, n) =>
      state(`s${n}`, { parentId: id('haiAn'), kind: 'school', levels: ['primary'] }),
    )
    const world = worldOf([...smallCity, ...schools], firstTiers)
    const moves = schools.map((one) => ({
      kind: 'move' as const,
      on: reform,
      unit: one.unitId,
      parentId: id('wardHaiAn'),
    }))
    const before = performance.now()
    expect(planReorganisation(world, [...events.slice(0, 2), ...moves, ...events.slice(2)])).toMatchObject({
      ok: true,
    })
    expect(performance.now() - before).toBeLessThan(30_000)
  })
})
