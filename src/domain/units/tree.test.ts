import { sortKey } from '#domain/basics/text.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareUnits, unitSortKey } from './order.ts'
import { day, facts, id, school, smallCity, state } from './sample-units.ts'
import { ancestorsOf, childrenOf, findInTree, isBelow, pathLabel, subtreeOf, treeAsOf } from './tree.ts'
import { levelsOf, stateOn, type UnitState } from './unit.ts'

const tree = treeAsOf(smallCity, day('2024-09-05'))
const ids = (states: readonly UnitState[]) => states.map((one) => one.unitId)

describe('the tree of a day', () => {
  test('parents stand before their children, siblings in the order of lists', () => {
    expect(ids(tree.inOrder)).toEqual([
      'city',
      'haiAn',
      'office',
      'catBi',
      'mnCatBi',
      'kienAn',
      'vanDau',
      'mn83',
      'mnHoaHong',
    ])
    expect(ids(tree.roots)).toEqual(['city'])
  })

  test('children, subtree, ancestors and path of a unit', () => {
    expect(ids(childrenOf(tree, id('city')))).toEqual(['haiAn', 'kienAn'])
    expect(ids(childrenOf(tree, id('mn83')))).toEqual([])
    expect(ids(subtreeOf(tree, id('kienAn')))).toEqual(['kienAn', 'vanDau', 'mn83', 'mnHoaHong'])
    expect(ids(ancestorsOf(tree, id('mnCatBi')))).toEqual(['city', 'haiAn'])
    expect(ancestorsOf(tree, id('city'))).toEqual([])
    expect(pathLabel(tree, id('mnCatBi'))).toBe('UBND thành phố › UBND quận Hải An › MN Cát Bi')
  })

  test('a unit that is not of the day has nothing', () => {
    expect(findInTree(tree, id('nobody'))).toBeUndefined()
    expect([
      childrenOf(tree, id('nobody')),
      subtreeOf(tree, id('nobody')),
      ancestorsOf(tree, id('nobody')),
    ]).toEqual([[], [], []])
    expect(pathLabel(tree, id('nobody'))).toBeNull()
  })

  test.each([
    ['mnCatBi', 'haiAn', true],
    ['mnCatBi', 'city', true],
    ['mnCatBi', 'kienAn', false],
    ['haiAn', 'haiAn', false],
    ['haiAn', 'mnCatBi', false],
    ['nobody', 'city', false],
    ['city', 'nobody', false],
  ])('%s below %s: %s', (unit, above, answer) => {
    expect(isBelow(tree, id(unit), id(above))).toBe(answer)
  })

  test('the last day of a state is the day before its end', () => {
    const moved = [
      state('a'),
      state('b', { parentId: id('a'), to: '2025-07-01' }),
      state('b', { from: '2025-07-01' }),
    ]
    expect(treeAsOf(moved, day('2025-06-30')).roots).toHaveLength(1)
    expect(treeAsOf(moved, day('2025-07-01')).roots).toHaveLength(2)
    expect(treeAsOf(moved, day('1999-12-31')).inOrder).toEqual([])
    expect(stateOn(moved.slice(1), day('2025-06-30'))?.parentId).toBe('a')
    expect(stateOn(moved.slice(1), day('2025-07-01'))?.parentId).toBeNull()
    expect(stateOn(moved, day('1999-12-31'))).toBeUndefined()
  })

  test('no units make an empty tree', () => {
    expect(treeAsOf([], day('2024-09-05'))).toMatchObject({ roots: [], inOrder: [] })
  })

  test('a part of the tree hangs from its own top', () => {
    const part = treeAsOf(smallCity.slice(1), day('2024-09-05'))
    expect(ids(part.roots)).toEqual(['haiAn', 'kienAn'])
    expect(pathLabel(part, id('mn83'))).toBe('UBND quận Kiến An › MN 8/3')
  })

  test('a circle in wrong data stands nowhere and ends', () => {
    const circle = treeAsOf(
      [state('a', { parentId: id('b') }), state('b', { parentId: id('a') }), state('c')],
      day('2024-09-05'),
    )
    expect(ids(circle.inOrder)).toEqual(['c'])
    expect(ancestorsOf(circle, id('a'))).toEqual([])
  })

  test('the order does not hang on the order of the states', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...smallCity], { minLength: smallCity.length }), (shuffled) => {
        expect(treeAsOf(shuffled, day('2024-09-05')).inOrder).toEqual(tree.inOrder)
      }),
    )
  })

  test('60,000 units stand without a quadratic step, also in one long chain', () => {
    const wide = Array.from({ length: 60_000 }, (_, n) =>
      state(`u${n}`, {
        parentId: n === 0 ? null : id(`u${Math.floor((n - 1) / 40)}`),
        kind: 'school',
        levels: ['primary'],
        officialName: `Trường Tiểu học Đằng Hải ${n}`,
      }),
    )
    const chain = wide.map((one, n) => ({ ...one, parentId: n === 0 ? null : id(`u${n - 1}`) }))
    const before = performance.now()
    expect(treeAsOf(wide, day('2024-09-05')).inOrder).toHaveLength(60_000)
    // A quadratic step would take minutes; the bound is far from what it takes.
    expect(performance.now() - before).toBeLessThan(30_000)
    const deep = treeAsOf(chain, day('2024-09-05'))
    expect(deep.places.get(id('u59999'))).toMatchObject({ at: 59_999, end: 60_000, depth: 59_999 })
  })
})

describe('the order of lists', () => {
  test('kinds, then levels from the youngest, then Vietnamese names', () => {
    const sorted = [
      facts({ kind: 'committee', tier: 'district', shortName: 'Ủy ban nhân dân quận Hải An' }),
      facts({ kind: 'office', shortName: 'Phòng Đô thị' }),
      facts({ kind: 'office', shortName: 'Phòng Y tế' }),
      facts({ kind: 'agency', shortName: 'Công an quận' }),
      facts({ kind: 'ward', shortName: 'Ủy ban nhân dân phường Cát Bi' }),
      school({ levels: ['preschool'], shortName: 'Trường Mầm non 8/3' }),
      school({ levels: ['preschool'], shortName: 'Trường Mầm non Đằng Lâm' }),
      school({ levels: ['preschool', 'primary'], shortName: 'Trường Anh Đào' }),
      school({ levels: ['primary'], shortName: 'Trường Tiểu học Nam Hà' }),
      school({ levels: ['primary', 'lower_secondary'], shortName: 'Trường TH và THCS An' }),
      school({ levels: ['lower_secondary'], shortName: 'Trường Trung học cơ sở Nam Hà' }),
      school({ levels: ['upper_secondary'], shortName: 'Trường Trung học phổ thông Hải An' }),
      school({ levels: ['continuing'], shortName: 'Trung tâm A' }),
      school({ levels: [], shortName: 'Trường chưa rõ cấp' }),
      facts({ kind: 'independent_class', shortName: 'Lớp mầm non độc lập A' }),
      facts({ kind: 'body', shortName: 'Ban Chỉ đạo' }),
      facts({ kind: 'group', shortName: 'Khối thi đua Mầm non' }),
    ]
    expect(
      sorted
        .toReversed()
        .toSorted(compareUnits)
        .map((one) => one.shortName),
    ).toEqual(sorted.map((one) => one.shortName))
  })

  test('a key that is stored with the unit is taken as it is', () => {
    const named = facts({ kind: 'office', shortName: 'Phòng Y tế' })
    expect(unitSortKey({ ...named, sortKey: sortKey('Phòng Y tế') })).toBe(unitSortKey(named))
    expect(unitSortKey({ ...named, sortKey: 'zz' })).toBe('1 zz')
  })

  test('two units of one name, kind and level are equal', () => {
    expect(compareUnits(school({ code: 'a' }), school({ code: 'b' }))).toBe(0)
    expect(unitSortKey(school())).toBe(unitSortKey(school({ code: 'b' })))
  })

  test('an independent class is preschool without saying so', () => {
    expect(levelsOf(facts({ kind: 'independent_class' }))).toEqual(['preschool'])
    expect(levelsOf(facts({ kind: 'office' }))).toEqual([])
    expect(levelsOf(school({ levels: ['primary'] }))).toEqual(['primary'])
  })
})
