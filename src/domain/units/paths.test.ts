import { expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { pathFinder, placeOn, unitsBelowEver } from './paths.ts'
import type { UnitState } from './unit.ts'
import { worldOf } from './world.ts'

const id = (text: string) => text as UnitId
function state(unit: string, parent: string | null, from: string, to: string | null, name = unit): UnitState {
  return {
    unitId: id(unit),
    parentId: parent === null ? null : id(parent),
    validFrom: localDate(from),
    validTo: to === null ? null : localDate(to),
    code: unit,
    kind: 'office',
    tier: null,
    officialName: name,
    shortName: name,
    otherNames: [],
    levels: [],
    ownership: null,
    rank: null,
    place: null,
  }
}
const labels: Record<string, number> = { city: 1, district: 2, ward: 3, school: 4 }

test('a school has the places of every unit above it, through the end of the district', () => {
  const world = worldOf(
    [
      state('city', null, '1955-05-13', null),
      state('district', 'city', '2003-05-01', '2025-07-01'),
      state('ward', 'city', '2025-07-01', null),
      state('school', 'district', '2010-09-01', '2020-01-01', 'Tên cũ'),
      state('school', 'district', '2020-01-01', '2025-07-01', 'Tên mới'),
      state('school', 'ward', '2025-07-01', null),
    ],
    [],
  )
  const placesOf = pathFinder(world, (unit) => labels[unit] ?? 0)
  expect(placesOf(id('school'))).toEqual([
    // A new name is no new place.
    { from: '2010-09-01', to: '2025-07-01', path: '1.2.4' },
    { from: '2025-07-01', to: null, path: '1.3.4' },
  ])
  const placeOfSchool = (day: string) => placeOn(placesOf(id('school')), localDate(day))
  expect(['2025-06-30', '2025-07-01', '2009-01-01'].map(placeOfSchool)).toEqual(['1.2.4', '1.3.4', '1.3.4'])
  expect(placeOn(placesOf(id('district')), localDate('2026-01-01'))).toBe('1.2')
  expect(placeOn([], localDate('2026-01-01'))).toBeNull()
  expect(placesOf(id('city'))).toEqual([{ from: '1955-05-13', to: null, path: '1' }])
  expect([...unitsBelowEver(world, [id('district')])].toSorted()).toEqual(['district', 'school'])
})

test('a parent that moves takes its children along', () => {
  const world = worldOf(
    [
      state('city', null, '2000-01-01', null),
      state('ward', 'city', '2000-01-01', '2010-01-01'),
      state('ward', null, '2010-01-01', null),
      state('school', 'ward', '2005-01-01', null),
    ],
    [],
  )
  expect(pathFinder(world, (unit) => labels[unit] ?? 0)(id('school'))).toEqual([
    { from: '2005-01-01', to: '2010-01-01', path: '1.3.4' },
    { from: '2010-01-01', to: null, path: '3.4' },
  ])
})
