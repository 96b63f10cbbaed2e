import { describe, expect, test } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import {
  type ComparableGroup,
  carryFigures,
  comparableGroups,
  type Lineage,
  lineageOf,
  mapUnits,
  predecessorsOf,
  successorsOf,
} from './lineage.ts'
import { day, id } from './sample-units.ts'
import type { UnitEventKind, UnitEventRole } from './unit.ts'

function event(
  kind: UnitEventKind,
  on: string,
  from: string[],
  into: string[] = [],
  subjects: string[] = [],
) {
  const part = (role: UnitEventRole) => (unit: string) => ({ unitId: id(unit), role })
  return {
    kind,
    on: day(on),
    parts: [...from.map(part('from')), ...into.map(part('into')), ...subjects.map(part('subject'))],
  }
}

/** MN Hoa Hồng and MN 8/3 became MN Văn Đẩu; that took MN Rạng Đông in, was split, and one part ended. */
const lineage = lineageOf([
  event('found', '2000-01-01', [], [], ['hoaHong']),
  event('merge', '2022-08-01', ['hoaHong', 'mn83'], ['vanDau']),
  event('merge', '2023-08-01', ['rangDong', 'vanDau'], ['vanDau']),
  event('rename', '2024-01-01', [], [], ['vanDau']),
  event('split', '2024-08-01', ['vanDau'], ['vanDau', 'dong']),
  event('dissolve', '2025-07-01', ['dong'], [], ['vanDau']),
])
const units = (...names: string[]): UnitId[] => names.map(id)
const mapped = (steps: Lineage, names: string[], from: string, to: string) =>
  Object.fromEntries(
    mapUnits(steps, units(...names), day(from), day(to)).map((line) => [
      line.unit,
      line.into.map((target) => [target.unit, target.share]),
    ]),
  )

describe('what became of a unit and what it came from', () => {
  test('only mergers, splits and ends are steps', () => {
    expect(lineage.map((step) => step.kind)).toEqual(['merge', 'merge', 'split', 'dissolve'])
    expect(lineageOf([])).toEqual([])
  })

  test('events recorded late stand in the order of their days', () => {
    const late = lineageOf([
      event('merge', '2024-01-01', ['b', 'c'], ['b']),
      event('merge', '2023-01-01', ['a', 'b'], ['b']),
    ])
    expect(late.map((step) => step.on)).toEqual(['2023-01-01', '2024-01-01'])
  })

  test('successors are followed to the end', () => {
    expect(successorsOf(lineage, id('mn83'))).toEqual([
      { on: '2022-08-01', kind: 'merge', from: 'mn83', into: 'vanDau' },
      { on: '2024-08-01', kind: 'split', from: 'vanDau', into: 'dong' },
      { on: '2025-07-01', kind: 'dissolve', from: 'dong', into: null },
    ])
    expect(successorsOf(lineage, id('dong'))).toEqual([
      { on: '2025-07-01', kind: 'dissolve', from: 'dong', into: null },
    ])
    expect(successorsOf(lineage, id('other'))).toEqual([])
  })

  test('predecessors are followed to the beginning', () => {
    expect(predecessorsOf(lineage, id('dong'))).toEqual([
      { on: '2024-08-01', kind: 'split', from: 'vanDau', into: 'dong' },
      { on: '2023-08-01', kind: 'merge', from: 'rangDong', into: 'vanDau' },
      { on: '2022-08-01', kind: 'merge', from: 'hoaHong', into: 'vanDau' },
      { on: '2022-08-01', kind: 'merge', from: 'mn83', into: 'vanDau' },
    ])
    expect(predecessorsOf(lineage, id('mn83'))).toEqual([])
  })

  test('what a successor did before it took the unit in is not what became of the unit', () => {
    const steps = lineageOf([
      event('split', '2020-01-01', ['a'], ['a', 'a2']),
      event('merge', '2021-01-01', ['a', 'b'], ['a']),
    ])
    expect(successorsOf(steps, id('b'))).toEqual([{ on: '2021-01-01', kind: 'merge', from: 'b', into: 'a' }])
    expect(predecessorsOf(steps, id('a2'))).toEqual([
      { on: '2020-01-01', kind: 'split', from: 'a', into: 'a2' },
    ])
  })
})

describe('units on the map of a later day', () => {
  test.each<[string, string, string, string[], Record<string, [string, 1 | null][]>]>([
    ['the same day', '2022-08-01', '2022-08-01', ['vanDau'], { vanDau: [['vanDau', 1]] }],
    ['the day before a merger', '2022-01-01', '2022-07-31', ['mn83'], { mn83: [['mn83', 1]] }],
    [
      'the day of a merger',
      '2022-07-31',
      '2022-08-01',
      ['mn83', 'hoaHong'],
      { mn83: [['vanDau', 1]], hoaHong: [['vanDau', 1]] },
    ],
    [
      'two mergers',
      '2022-01-01',
      '2024-01-01',
      ['mn83', 'rangDong'],
      { mn83: [['vanDau', 1]], rangDong: [['vanDau', 1]] },
    ],
    [
      'a split',
      '2022-01-01',
      '2024-08-01',
      ['mn83', 'other'],
      {
        mn83: [
          ['vanDau', null],
          ['dong', null],
        ],
        other: [['other', 1]],
      },
    ],
    ['a split of which one part ended', '2022-01-01', '2025-07-01', ['mn83'], { mn83: [['vanDau', null]] }],
    ['an end', '2024-09-01', '2025-07-01', ['dong', 'vanDau'], { dong: [], vanDau: [['vanDau', 1]] }],
    ['nobody', '2022-01-01', '2025-07-01', [], {}],
  ])('across %s', (_, from, to, names, expected) => {
    expect(mapped(lineage, names, from, to)).toEqual(expected)
  })

  test('split and joined again is whole', () => {
    const steps = lineageOf([
      event('split', '2020-01-01', ['a'], ['b', 'c']),
      event('merge', '2021-01-01', ['b', 'c', 'd'], ['e']),
    ])
    expect(mapped(steps, ['a', 'd'], '2019-01-01', '2020-06-01')).toEqual({
      a: [
        ['b', null],
        ['c', null],
      ],
      d: [['d', 1]],
    })
    expect(mapped(steps, ['a', 'd'], '2019-01-01', '2021-01-01')).toEqual({ a: [['e', 1]], d: [['e', 1]] })
  })

  test('wards cut anew on one day, as in 2025', () => {
    const steps = lineageOf([
      event('split', '2025-07-01', ['w1'], ['n1', 'n2']),
      event('split', '2025-07-01', ['w2'], ['n1', 'n2']),
      event('merge', '2025-07-01', ['w3', 'n2'], ['n2']),
    ])
    expect(mapped(steps, ['w1', 'w2', 'w3'], '2025-06-30', '2025-07-01')).toEqual({
      w1: [
        ['n1', null],
        ['n2', null],
      ],
      w2: [
        ['n1', null],
        ['n2', null],
      ],
      w3: [['n2', 1]],
    })
  })

  test('backwards is refused', () => {
    expect(() => mapUnits(lineage, [], day('2025-01-01'), day('2024-12-31'))).toThrow(RangeError)
  })

  test('60,000 units and 3,000 mergers are mapped in under a second', () => {
    const all = Array.from({ length: 60_000 }, (_, n) => id(`u${n}`))
    const steps = lineageOf(
      Array.from({ length: 3000 }, (_, n) =>
        event('merge', '2025-07-01', [`u${2 * n}`, `u${2 * n + 1}`], [`n${n}`]),
      ),
    )
    const before = performance.now()
    expect(mapUnits(steps, all, day('2025-06-30'), day('2025-07-01'))).toHaveLength(60_000)
    expect(performance.now() - before).toBeLessThan(30_000)
  })
})

describe('figures on the map of a later day', () => {
  const figures: Record<string, number | null> = { hoaHong: 210, mn83: 0, rangDong: null, other: 7 }
  const carried = (names: string[], to: string) =>
    carryFigures(mapUnits(lineage, units(...names), day('2022-01-01'), day(to)), (unit) => figures[unit])

  test('those of merged units are summed, and zero is a figure', () => {
    expect(carried(['hoaHong', 'mn83', 'other'], '2022-08-01')).toEqual(
      new Map([
        ['vanDau', { kind: 'figure', value: 210, of: ['hoaHong', 'mn83'] }],
        ['other', { kind: 'figure', value: 7, of: ['other'] }],
      ]),
    )
  })

  test('one that was not reported leaves the sum open', () => {
    expect(carried(['rangDong', 'hoaHong', 'mn83'], '2023-08-01').get(id('vanDau'))).toEqual({
      kind: 'none',
      why: 'not_reported',
      of: ['rangDong', 'hoaHong', 'mn83'],
    })
    expect(carried(['hoaHong', 'rangDong'], '2023-08-01').get(id('vanDau'))).toEqual({
      kind: 'none',
      why: 'not_reported',
      of: ['hoaHong', 'rangDong'],
    })
  })

  test('after a split nobody knows', () => {
    expect(carried(['rangDong', 'hoaHong'], '2024-08-01')).toEqual(
      new Map(
        ['vanDau', 'dong'].map((unit) => [unit, { kind: 'none', why: 'split', of: ['rangDong', 'hoaHong'] }]),
      ),
    )
  })
})

describe('what can be compared between two days', () => {
  const groups = (
    steps: Lineage,
    then: string[],
    now: string[],
    from: string,
    to: string,
  ): [ComparableGroup['kind'], string, string][] =>
    comparableGroups(mapUnits(steps, units(...then), day(from), day(to)), units(...now)).map((group) => [
      group.kind,
      group.before.join(),
      group.after.join(),
    ])

  test('a unit with itself, merged units with their successor', () => {
    expect(
      groups(lineage, ['other', 'hoaHong', 'mn83'], ['other', 'vanDau', 'fresh'], '2022-01-01', '2022-08-01'),
    ).toEqual([
      ['same', 'other', 'other'],
      ['merged', 'hoaHong,mn83', 'vanDau'],
      ['new', '', 'fresh'],
    ])
  })

  test('a split unit with both parts together, and an ended one with nothing', () => {
    expect(groups(lineage, ['vanDau'], ['vanDau', 'dong'], '2024-01-01', '2024-08-01')).toEqual([
      ['split', 'vanDau', 'vanDau,dong'],
    ])
    expect(groups(lineage, ['dong', 'vanDau'], ['vanDau'], '2024-09-01', '2025-07-01')).toEqual([
      ['ended', 'dong', ''],
      ['same', 'vanDau', 'vanDau'],
    ])
  })

  test('wards that exchanged parts only all together', () => {
    const steps = lineageOf([
      event('split', '2025-07-01', ['w1'], ['n1', 'n2']),
      event('split', '2025-07-01', ['w2'], ['n2', 'n3']),
    ])
    expect(groups(steps, ['w1', 'w2', 'w4'], ['n1', 'n2', 'n3', 'w4'], '2025-06-30', '2025-07-01')).toEqual([
      ['regrouped', 'w1,w2', 'n1,n2,n3'],
      ['same', 'w4', 'w4'],
    ])
  })
})
