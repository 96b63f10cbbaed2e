// Units for the tests of this folder.
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { UnitEventReason } from './event-guards.ts'
import { planEvent, type UnitEvent } from './events.ts'
import { firstTiers } from './tiers.ts'
import type { UnitFacts, UnitState } from './unit.ts'
import { layerOver, type UnitWorld, worldOf } from './world.ts'

export function id(name: string): UnitId {
  // Only tests name units by words; the brand is what an id needs.
  return name as UnitId
}

export function facts(given: Partial<UnitFacts> = {}): UnitFacts {
  const officialName = given.officialName ?? 'Phòng Giáo dục và Đào tạo'
  return {
    code: 'N',
    kind: 'office',
    tier: null,
    officialName,
    shortName: officialName,
    otherNames: [],
    parentId: null,
    levels: [],
    ownership: null,
    rank: null,
    place: null,
    ...given,
  }
}

export function school(given: Partial<UnitFacts> = {}): UnitFacts {
  return facts({
    kind: 'school',
    levels: ['preschool'],
    ownership: 'public',
    officialName: 'Trường Mầm non Cát Bi',
    ...given,
  })
}

export function state(
  name: string,
  given: Partial<UnitFacts> & { from?: string; to?: string | null } = {},
): UnitState {
  const { from = '2000-01-01', to = null, ...rest } = given
  return {
    unitId: id(name),
    validFrom: localDate(from),
    validTo: to === null ? null : localDate(to),
    ...facts({ officialName: name, code: name, ...rest }),
  }
}

export const day = (iso: string): LocalDate => localDate(iso)

/** Hải Phòng before 1/7/2025 on the smallest scale: a city, two districts, a ward and an office each, three schools. */
export const smallCity: readonly UnitState[] = [
  state('city', {
    kind: 'committee',
    tier: 'province',
    officialName: 'Ủy ban nhân dân thành phố Hải Phòng',
    shortName: 'UBND thành phố',
  }),
  state('haiAn', {
    kind: 'committee',
    tier: 'district',
    parentId: id('city'),
    officialName: 'Ủy ban nhân dân quận Hải An',
    shortName: 'UBND quận Hải An',
  }),
  state('kienAn', {
    kind: 'committee',
    tier: 'district',
    parentId: id('city'),
    officialName: 'Ủy ban nhân dân quận Kiến An',
    shortName: 'UBND quận Kiến An',
  }),
  state('office', {
    parentId: id('haiAn'),
    officialName: 'Phòng Giáo dục và Đào tạo',
    shortName: 'Phòng GD&ĐT',
    code: 'PGD',
  }),
  state('catBi', {
    kind: 'ward',
    tier: 'commune',
    parentId: id('haiAn'),
    officialName: 'Ủy ban nhân dân phường Cát Bi',
    shortName: 'UBND phường Cát Bi',
  }),
  state('vanDau', {
    kind: 'ward',
    tier: 'commune',
    parentId: id('kienAn'),
    officialName: 'Ủy ban nhân dân phường Văn Đẩu',
    shortName: 'UBND phường Văn Đẩu',
  }),
  state('mnCatBi', {
    kind: 'school',
    levels: ['preschool'],
    ownership: 'public',
    parentId: id('haiAn'),
    officialName: 'Trường Mầm non Cát Bi',
    shortName: 'MN Cát Bi',
  }),
  state('mnHoaHong', {
    kind: 'school',
    levels: ['preschool'],
    ownership: 'public',
    parentId: id('kienAn'),
    officialName: 'Trường Mầm non Hoa Hồng',
    shortName: 'MN Hoa Hồng',
  }),
  state('mn83', {
    kind: 'school',
    levels: ['preschool'],
    ownership: 'public',
    parentId: id('kienAn'),
    officialName: 'Trường Mầm non 8/3',
    shortName: 'MN 8/3',
  }),
]

export const smallWorld: UnitWorld = worldOf(smallCity, firstTiers)

/** The world after events that must all be accepted. */
export function worldAfter(world: UnitWorld, ...events: UnitEvent[]): UnitWorld {
  const layer = layerOver(world)
  for (const event of events) {
    const verdict = planEvent(layer, event)
    if (!verdict.ok) throw new Error(`${verdict.reason} ${verdict.unitId}`)
    layer.apply(verdict.value, event.on)
  }
  return layer
}

/** Why an event cannot be, of which unit, and which other one stands in the way. */
export function refusal(
  world: UnitWorld,
  event: UnitEvent,
): [UnitEventReason, string | null, string | null] | 'accepted' {
  const verdict = planEvent(world, event)
  return verdict.ok ? 'accepted' : [verdict.reason, verdict.unitId, verdict.otherId]
}

export function lifeOf(
  world: UnitWorld,
  unit: string,
): [LocalDate, LocalDate | null, string, UnitId | null][] {
  return world.historyOf(id(unit)).map((one) => [one.validFrom, one.validTo, one.shortName, one.parentId])
}
