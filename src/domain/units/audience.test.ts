import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Audience,
  type AudienceRule,
  checkAudience,
  describeAudience,
  resolveAudience,
} from './audience.ts'
import { day, id, smallCity, state } from './sample-units.ts'
import { isBelow, treeAsOf } from './tree.ts'
import { levelsOf, ownerships, schoolLevels, unitKinds, type UnitState } from './unit.ts'

const units: UnitState[] = [
  ...smallCity,
  state('thCatBi', {
    kind: 'school',
    levels: ['primary'],
    ownership: 'public',
    rank: 1,
    parentId: id('catBi'),
  }),
  state('thTuThuc', {
    kind: 'school',
    levels: ['primary'],
    ownership: 'private',
    rank: 2,
    parentId: id('catBi'),
  }),
  state('lienCap', {
    kind: 'school',
    levels: ['primary', 'lower_secondary'],
    ownership: 'people_founded',
    parentId: id('haiAn'),
  }),
  state('thcs', {
    kind: 'school',
    levels: ['lower_secondary'],
    ownership: 'other_body',
    parentId: id('haiAn'),
  }),
  state('lopDocLap', { kind: 'independent_class', ownership: 'private', parentId: id('catBi') }),
]
const resolved = (...any: AudienceRule[]) => resolveAudience({ any }, units)

describe('the units that an audience means', () => {
  test.each<[string, AudienceRule, string[]]>([
    ['named units', { units: [id('office'), id('mn83')] }, ['office', 'mn83']],
    ['a named unit that does not live on the day', { units: [id('nobody')] }, []],
    ['the wards', { kinds: ['ward'] }, ['catBi', 'vanDau']],
    ['the wards of a district', { kinds: ['ward'], under: id('haiAn') }, ['catBi']],
    [
      'public primary schools of a ward',
      { kinds: ['school'], levels: ['primary'], ownership: ['public'], under: id('catBi') },
      ['thCatBi'],
    ],
    [
      'primary schools, also those of several levels',
      { levels: ['primary'] },
      ['thCatBi', 'thTuThuc', 'lienCap'],
    ],
    [
      'preschool, and with it independent classes',
      { levels: ['preschool'] },
      ['mnCatBi', 'mnHoaHong', 'mn83', 'lopDocLap'],
    ],
    ['non-public ones', { ownership: ['private', 'people_founded'] }, ['thTuThuc', 'lienCap', 'lopDocLap']],
    ['ranks', { ranks: [1, 2] }, ['thCatBi', 'thTuThuc']],
    ['everything below a unit but not itself', { under: id('catBi') }, ['thCatBi', 'thTuThuc', 'lopDocLap']],
    ['below a unit that is not there', { under: id('nobody') }, []],
    ['below a school', { under: id('mn83') }, []],
    [
      'an empty list lets everything through',
      { kinds: [], levels: ['primary'], ranks: [] },
      ['thCatBi', 'thTuThuc', 'lienCap'],
    ],
  ])('%s', (_, rule, expected) => {
    expect(resolved(rule)).toEqual(expected)
  })

  test('several rules add up, each unit once, in the order given', () => {
    expect(resolved({ units: [id('thcs'), id('catBi')] }, { kinds: ['ward'] })).toEqual([
      'catBi',
      'vanDau',
      'thcs',
    ])
  })

  test('exceptions win', () => {
    expect(
      resolveAudience({ any: [{ kinds: ['ward'] }, { units: [id('catBi')] }], except: [id('catBi')] }, units),
    ).toEqual(['vanDau'])
  })

  test('no rule means nobody, and so does no unit', () => {
    expect(resolveAudience({ any: [] }, units)).toEqual([])
    expect(resolveAudience({ any: [{ kinds: ['school'] }] }, [])).toEqual([])
  })

  test('a circle in wrong data comes to an end', () => {
    const circle = [state('a', { parentId: id('b') }), state('b', { parentId: id('a') })]
    expect(resolveAudience({ any: [{ under: id('top') }] }, circle)).toEqual([])
    expect(resolveAudience({ any: [{ under: id('a') }] }, circle)).toEqual(['b'])
  })

  const subset = <T>(all: readonly T[]) => fc.option(fc.subarray([...all]), { nil: undefined })
  const rule = fc.oneof(
    fc.record({ units: fc.subarray(units.map((unit) => unit.unitId)) }),
    fc
      .record({
        kinds: subset(unitKinds),
        levels: subset(schoolLevels),
        ownership: subset(ownerships),
        ranks: subset([1, 2, 3] as const),
        under: fc.option(fc.constantFrom(...units.map((unit) => unit.unitId)), { nil: undefined }),
      })
      // Left out rather than undefined, as JSON has it.
      .map((given) => JSON.parse(JSON.stringify(given)) as AudienceRule),
  )

  test('agrees with the tree, unit by unit', () => {
    const tree = treeAsOf(units, day('2024-09-05'))
    const fits = (unit: UnitState, one: AudienceRule): boolean => {
      if ('units' in one) return one.units.includes(unit.unitId)
      const among = <T>(list: readonly T[] | undefined, values: readonly (T | null)[]) =>
        list === undefined ||
        list.length === 0 ||
        values.some((value) => value !== null && list.includes(value))
      return (
        among(one.kinds, [unit.kind]) &&
        among(one.levels, levelsOf(unit)) &&
        among(one.ownership, [unit.ownership]) &&
        among(one.ranks, [unit.rank]) &&
        (one.under === undefined || isBelow(tree, unit.unitId, one.under))
      )
    }
    fc.assert(
      fc.property(
        fc.array(rule, { maxLength: 4 }),
        fc.subarray(units.map((unit) => unit.unitId)),
        (any, except) => {
          const expected = units
            .filter((unit) => !except.includes(unit.unitId) && any.some((one) => fits(unit, one)))
            .map((unit) => unit.unitId)
          expect(resolveAudience({ any, except }, units)).toEqual(expected)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('60,000 units are resolved without a quadratic step', () => {
    const many = Array.from({ length: 60_000 }, (_, n) =>
      state(`u${n}`, {
        parentId: n === 0 ? null : id(`u${Math.floor((n - 1) / 14)}`),
        kind: n < 3321 ? 'ward' : 'school',
        tier: null,
        levels: n < 3321 ? [] : ['primary'],
        ownership: n % 3 === 0 ? 'private' : 'public',
      }),
    )
    const audience: Audience = {
      any: [
        { kinds: ['school'], levels: ['primary'], ownership: ['public'], under: id('u1') },
        { kinds: ['ward'] },
        { units: [id('u5000')] },
      ],
      except: [id('u7')],
    }
    const before = performance.now()
    const found = resolveAudience(audience, many)
    // A quadratic step would take minutes; the bound is far from what it takes.
    expect(performance.now() - before).toBeLessThan(30_000)
    expect(found.length).toBeGreaterThan(3000)
  })
})

describe('an audience that makes no sense', () => {
  const known = new Set(units.map((unit) => unit.unitId))
  const check = (audience: Audience) => checkAudience(audience, (unit) => known.has(unit))

  test.each<[string, Audience, string]>([
    ['no rule', { any: [] }, 'no_rule'],
    ['nobody named', { any: [{ units: [] }] }, 'rule_without_condition'],
    ['no condition', { any: [{}] }, 'rule_without_condition'],
    ['empty conditions', { any: [{ kinds: [], levels: [] }] }, 'rule_without_condition'],
    ['a unit that nobody knows', { any: [{ units: [id('office'), id('nobody')] }] }, 'unknown_unit'],
    ['a place that nobody knows', { any: [{ kinds: ['ward'], under: id('nobody') }] }, 'unknown_unit'],
    [
      'an exception that nobody knows',
      { any: [{ kinds: ['ward'] }], except: [id('nobody')] },
      'unknown_unit',
    ],
    ['levels of offices', { any: [{ kinds: ['office', 'ward'], levels: ['primary'] }] }, 'rule_contradicts'],
    [
      'ranks of independent classes',
      { any: [{ kinds: ['independent_class'], ranks: [1] }] },
      'rule_contradicts',
    ],
  ])('%s is refused', (_, audience, reason) => {
    expect(check(audience)).toEqual({ ok: false, reason })
  })

  test('what makes sense comes back as it is', () => {
    const audience: Audience = {
      any: [{ kinds: ['school', 'office'], levels: ['primary'] }, { units: [id('office')] }],
      except: [id('thCatBi')],
    }
    expect(check(audience)).toEqual({ ok: true, value: audience })
    expect(check({ any: [{ under: id('haiAn') }] })).toMatchObject({ ok: true })
  })
})

describe('an audience in words', () => {
  const names = new Map(units.map((unit) => [unit.unitId, unit.shortName]))
  const nameOf = (unit: UnitState['unitId']) => names.get(unit) ?? '?'
  test.each<[AudienceRule[], string, string]>([
    [
      [{ kinds: ['school'], levels: ['primary'], ownership: ['public'], under: id('catBi') }],
      'các trường tiểu học công lập thuộc UBND phường Cát Bi',
      'public primary schools under UBND phường Cát Bi',
    ],
    [[{ kinds: ['ward'] }], 'các phường, xã', 'wards and communes'],
    [
      [{ kinds: ['office', 'agency'], under: id('haiAn') }],
      'các phòng, ban, cơ quan, đoàn thể thuộc UBND quận Hải An',
      'offices, agencies under UBND quận Hải An',
    ],
    [[{ kinds: ['school'] }], 'các trường', 'schools'],
    [
      [{ kinds: ['school'], levels: ['preschool', 'primary', 'lower_secondary'] }],
      'các trường mầm non, tiểu học và trung học cơ sở',
      'preschool, primary and lower secondary schools',
    ],
    [[{ levels: ['primary'] }], 'các trường tiểu học', 'primary schools'],
    [
      [{ levels: ['preschool'], ownership: ['private', 'people_founded'] }],
      'các cơ sở giáo dục mầm non ngoài công lập',
      'non-public preschool schools and independent classes',
    ],
    [[{ kinds: ['school', 'independent_class'] }], 'các cơ sở giáo dục', 'schools and independent classes'],
    [
      [{ kinds: ['school'], ownership: ['public', 'other_body'] }],
      'các trường công lập hoặc phối quản',
      'public or externally run schools',
    ],
    [
      [{ kinds: ['school'], ownership: ['private'], ranks: [1, 2] }],
      'các trường tư thục hạng I hoặc II',
      'private schools of rank I or II',
    ],
    [
      [{ kinds: ['school'], ownership: [...ownerships] }],
      'các trường công lập, ngoài công lập hoặc phối quản',
      'public, non-public or externally run schools',
    ],
    [[{ kinds: ['school', 'office'], levels: ['primary'] }], 'các trường tiểu học', 'primary schools'],
    [[{ under: id('kienAn') }], 'các đơn vị thuộc UBND quận Kiến An', 'units under UBND quận Kiến An'],
    [
      [{ kinds: ['ward'] }, { units: [id('office'), id('mn83')] }],
      'các phường, xã; Phòng GD&ĐT, MN 8/3',
      'wards and communes; Phòng GD&ĐT, MN 8/3',
    ],
    [[], '', ''],
  ])('%j', (any, vi, en) => {
    expect(describeAudience({ any }, 'vi', nameOf)).toBe(vi)
    expect(describeAudience({ any }, 'en', nameOf)).toBe(en)
  })

  test('exceptions come last', () => {
    expect(describeAudience({ any: [{ kinds: ['ward'] }], except: [id('catBi')] }, 'vi', nameOf)).toBe(
      'các phường, xã; trừ UBND phường Cát Bi',
    )
    expect(describeAudience({ any: [{ kinds: ['ward'] }], except: [id('catBi')] }, 'en', nameOf)).toBe(
      'wards and communes; except UBND phường Cát Bi',
    )
  })

  test('of many names six are said and the rest counted', () => {
    const many = { any: [{ units: Array.from({ length: 8 }, () => id('mn83')) }] }
    expect(describeAudience(many, 'vi', nameOf)).toBe(
      `${Array(6).fill('MN 8/3').join(', ')} và 2 đơn vị khác`,
    )
    expect(describeAudience(many, 'en', nameOf)).toMatch(/ and 2 others$/)
  })
})
