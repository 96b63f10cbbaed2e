import { describe, expect, test } from 'vitest'
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { planReorganisation, type UnitEvent } from '#domain/units/events.ts'
import { childrenOf, treeAsOf } from '#domain/units/tree.ts'
import { firstTiers } from '#domain/units/tiers.ts'
import { livesOn, type UnitState } from '#domain/units/unit.ts'
import { layerOver, worldOf } from '#domain/units/world.ts'
import {
  allUnits,
  eventsOf,
  eventsSince,
  firstUnits,
  foundingsOf,
  issuers,
  supervision,
} from './demo-units.ts'
import { kienAnTwoSites } from './kien-an.ts'
import { newWards } from './reorganisation-2025.ts'

// The code serves as the id: what is tested is the facts.
const idOf = (code: string) => code as UnitId

function plan(): { states: UnitState[]; fault: unknown } {
  const events: UnitEvent[] = [...foundingsOf(firstUnits, idOf), ...eventsOf(eventsSince, idOf)].map(
    (made) => made.event,
  )
  const world = layerOver(worldOf([], firstTiers))
  const verdict = planReorganisation(world, events)
  if (!verdict.ok) return { states: [], fault: { ...verdict, event: events[verdict.index] } }
  for (const change of verdict.value) world.apply(change, change.on)
  return { states: allUnits.flatMap((unit) => [...world.historyOf(idOf(unit.code))]), fault: null }
}

const { states, fault } = plan()

function on(day: LocalDate): UnitState[] {
  return states.filter((state) => livesOn(state, day))
}

function count(day: LocalDate, prefix: string, fits: (state: UnitState) => boolean): number {
  return on(day).filter((state) => state.code.startsWith(prefix) && fits(state)).length
}

const demoDay = localDate('2025-01-20')
const reportDay = localDate('2022-10-01')
const afterMerger = localDate('2023-08-31')
const twoTier = localDate('2025-09-05')

const isPreschool = (state: UnitState) => state.kind === 'school' && state.levels.includes('preschool')

describe('units of the demo', () => {
  test('bear codes of their own', () => {
    const codes = allUnits.map((unit) => unit.code)
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
    expect(codes.filter((code) => !/^[A-Z\d]+(-[A-Z\d]+)*$/.test(code))).toEqual([])
  })

  test('have parents that exist', () => {
    const codes = new Set(allUnits.map((unit) => unit.code))
    expect(allUnits.filter((unit) => unit.parentCode !== null && !codes.has(unit.parentCode))).toEqual([])
    expect(allUnits.filter((unit) => unit.parentCode === null).map((unit) => unit.code)).toEqual(['HP'])
  })

  test('are accepted by the domain from the first founding to the last dissolution', () => {
    expect(fault).toBeNull()
    expect(states.length).toBeGreaterThan(allUnits.length)
  })

  test('are guided by units that live as long', () => {
    const codes = new Set(allUnits.map((unit) => unit.code))
    expect(
      supervision.filter((line) => !codes.has(line.unitCode) || !codes.has(line.supervisorCode)),
    ).toEqual([])
    expect(supervision.filter((line) => line.validTo !== null && line.validTo <= line.validFrom)).toEqual([])
  })

  test('issue documents only where they exist', () => {
    const codes = new Set(allUnits.map((unit) => unit.code))
    expect(issuers.filter((issuer) => !codes.has(issuer.unitCode))).toEqual([])
    expect(issuers.flatMap((issuer) => issuer.signers).filter((signer) => signer.name === '')).toEqual([])
  })

  test('of one parent are told apart by their short names', () => {
    for (const day of [reportDay, demoDay, twoTier]) {
      const names = on(day).map((state) => `${state.parentId ?? ''} ${state.shortName}`)
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    }
  })
})

describe('quận Hải An fits its plan', () => {
  test('has 22 preschools, 8 public and 14 not, and 52 licensed classes', () => {
    expect(count(demoDay, 'HA-', isPreschool)).toBe(22)
    expect(count(demoDay, 'HA-', (state) => isPreschool(state) && state.ownership === 'public')).toBe(8)
    expect(count(demoDay, 'HA-', (state) => isPreschool(state) && state.ownership === 'private')).toBe(14)
    expect(count(demoDay, 'HA-', (state) => state.kind === 'independent_class')).toBe(52)
  })

  test('has eight wards and the committee itself at its head', () => {
    expect(count(demoDay, 'HA-', (state) => state.kind === 'ward')).toBe(8)
    const tree = treeAsOf(states, demoDay)
    expect(
      childrenOf(tree, idOf('HP'))
        .filter((state) => state.kind === 'committee')
        .map((state) => state.code),
    ).toEqual(['HA', 'KA'])
  })
})

describe('quận Kiến An fits its report', () => {
  test('begins 2022-2023 with 17 preschools and ends it with 12 public, one practice and three private ones', () => {
    expect(count(reportDay, 'KA-', isPreschool)).toBe(17)
    expect(count(afterMerger, 'KA-', isPreschool)).toBe(16)
    expect(count(afterMerger, 'KA-', (state) => isPreschool(state) && state.ownership === 'public')).toBe(12)
    expect(count(afterMerger, 'KA-', (state) => isPreschool(state) && state.ownership === 'other_body')).toBe(
      1,
    )
    expect(count(afterMerger, 'KA-', (state) => isPreschool(state) && state.ownership === 'private')).toBe(3)
    expect(count(afterMerger, 'KA-', (state) => state.kind === 'independent_class')).toBe(38)
  })

  test('has 12 primary schools, five of rank I, three of rank II and four of rank III', () => {
    const isPrimary = (state: UnitState) => state.levels.includes('primary')
    expect(count(reportDay, 'KA-', isPrimary)).toBe(12)
    expect(count(reportDay, 'KA-', (state) => isPrimary(state) && state.ownership === 'public')).toBe(11)
    expect(
      [1, 2, 3].map((rank) => count(reportDay, 'KA-', (state) => isPrimary(state) && state.rank === rank)),
    ).toEqual([5, 3, 4])
    expect(kienAnTwoSites.filter((code) => !allUnits.some((unit) => unit.code === code))).toEqual([])
  })

  test('has 7 public lower secondary schools, 35 schools in all', () => {
    expect(
      count(
        afterMerger,
        'KA-',
        (state) => state.levels.includes('lower_secondary') && state.ownership === 'public',
      ),
    ).toBe(7)
    expect(count(afterMerger, 'KA-', (state) => state.kind === 'school')).toBe(35)
  })

  test('has ten wards, then seven', () => {
    expect(count(localDate('2024-12-31'), 'KA-', (state) => state.kind === 'ward')).toBe(10)
    expect(count(demoDay, 'KA-', (state) => state.kind === 'ward')).toBe(7)
  })
})

describe('1 July 2025', () => {
  test('ends the districts and everything of theirs but schools and centres', () => {
    expect(on(localDate('2025-06-30')).some((state) => state.tier === 'district')).toBe(true)
    expect(on(twoTier).filter((state) => state.tier === 'district')).toEqual([])
    const left = on(twoTier).filter((state) => /^(HA|KA)(-|$)/.test(state.code))
    expect([...new Set(left.map((state) => state.kind))].toSorted()).toEqual([
      'agency',
      'independent_class',
      'school',
    ])
    expect(left.filter((state) => state.kind === 'agency').map((state) => state.code)).toEqual([
      'HA-TTGDNNGDTX',
      'KA-TTGDNNGDTX',
    ])
  })

  test('puts every school and class of the districts under one of the four wards, as many as before', () => {
    const wards = new Set(newWards.map((ward) => ward.unit.code))
    const isOfDistricts = (state: UnitState) =>
      ['school', 'independent_class'].includes(state.kind) && !state.code.startsWith('HP-')
    const before = on(demoDay).filter(isOfDistricts)
    const after = on(twoTier).filter(isOfDistricts)
    expect(after.map((state) => state.code)).toEqual(before.map((state) => state.code))
    expect(after.filter((state) => !wards.has(state.parentId ?? ''))).toEqual([])
    expect(
      after.filter(
        (state) => state.place === null || !newWards.some((ward) => `phường ${ward.name}` === state.place),
      ),
    ).toEqual([])
  })

  test('gives each ward a Phòng Văn hóa - Xã hội', () => {
    expect(
      on(twoTier)
        .filter((state) => state.code.endsWith('-PVHXH'))
        .map((state) => state.parentId),
    ).toEqual(newWards.map((ward) => ward.unit.code))
  })
})
