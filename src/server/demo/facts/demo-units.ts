// All units of the first tenant in the order in which they are made, and the events after that.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { UnitEvent } from '#domain/units/events.ts'
import type { LegalBasis, UnitFacts } from '#domain/units/unit.ts'
import { haiAnIssuers, haiAnUnits } from './hai-an.ts'
import { haiAnClasses, haiAnSchools } from './hai-an-schools.ts'
import { haiPhongIssuers, haiPhongUnits } from './hai-phong.ts'
import { kienAnClasses, kienAnEvents, kienAnIssuers, kienAnSchools, kienAnUnits } from './kien-an.ts'
import { january2025, july2025, wardIssuers } from './reorganisation-2025.ts'
import {
  districtsEnd,
  type EventFact,
  type IssuerFact,
  noBasis,
  type SupervisionFact,
  type UnitFact,
} from './unit-facts.ts'

/** Parents before children, so that each can be founded under the one before it. */
export const firstUnits: readonly UnitFact[] = [
  ...haiPhongUnits,
  ...haiAnUnits,
  ...haiAnSchools,
  ...haiAnClasses,
  ...kienAnUnits,
  ...kienAnSchools,
  ...kienAnClasses,
]

/** By day; those of one day build on each other. */
export const eventsSince: readonly EventFact[] = [...kienAnEvents, ...january2025, ...july2025]

/** Units that an event founds. */
export const laterUnits: readonly UnitFact[] = eventsSince.flatMap((event) => {
  if (event.kind === 'found') return [event.unit]
  return event.kind === 'merge' && 'officialName' in event.into ? [event.into] : []
})

export const allUnits: readonly UnitFact[] = [...firstUnits, ...laterUnits]

export const issuers: readonly IssuerFact[] = [
  ...haiPhongIssuers,
  ...haiAnIssuers,
  ...kienAnIssuers,
  ...wardIssuers,
]

const schoolKinds: readonly string[] = ['school', 'independent_class']

/** The first day on which a unit is no more, by code; units that live on are not in it. */
export const endsOfUnits: ReadonlyMap<string, LocalDate> = new Map(
  eventsSince.flatMap((event) => {
    if (event.kind === 'dissolve') return event.codes.map((code): [string, LocalDate] => [code, event.on])
    return event.kind === 'merge' ? event.from.map((code): [string, LocalDate] => [code, event.on]) : []
  }),
)

/** Professional guidance: the Phòng of the district, after it the Sở; schools of the Sở have no other line. */
export const supervision: readonly SupervisionFact[] = allUnits
  .filter((unit) => schoolKinds.includes(unit.kind) && !unit.code.startsWith('HP-'))
  .flatMap((unit) => {
    const end = endsOfUnits.get(unit.code)
    const byDistrict: SupervisionFact = {
      unitCode: unit.code,
      supervisorCode: `${unit.code.slice(0, 2)}-PGDDT`,
      validFrom: unit.validFrom,
      validTo: end ?? districtsEnd,
      note: null,
    }
    const bySo = { ...byDistrict, supervisorCode: 'HP-SGDDT', validFrom: districtsEnd, validTo: null }
    return end === undefined ? [byDistrict, bySo] : [byDistrict]
  })

export type BasedEvent = { event: UnitEvent; basis: LegalBasis; note: string | null }

/** The facts as events for `planReorganisation`; `idOf` gives each code an id, the same one whenever it is asked. */
export function foundingsOf(units: readonly UnitFact[], idOf: (code: string) => UnitId): BasedEvent[] {
  return units.map((unit) => ({
    event: { kind: 'found', on: unit.validFrom, unit: idOf(unit.code), as: factsWithIds(unit, idOf) },
    basis: noBasis,
    note: null,
  }))
}

export function eventsOf(events: readonly EventFact[], idOf: (code: string) => UnitId): BasedEvent[] {
  return events.flatMap(({ basis, note, ...event }) =>
    domainEvents(event, idOf).map((made) => ({ event: made, basis, note })),
  )
}

type BareEvent = EventFact extends infer E ? (E extends EventFact ? Omit<E, 'basis' | 'note'> : never) : never

function domainEvents(event: BareEvent, idOf: (code: string) => UnitId): UnitEvent[] {
  const { on } = event
  switch (event.kind) {
    case 'found':
      return [{ kind: 'found', on, unit: idOf(event.unit.code), as: factsWithIds(event.unit, idOf) }]
    case 'move':
      return event.codes.map((code) => ({
        kind: 'move',
        on,
        unit: idOf(code),
        parentId: idOf(event.parentCode),
      }))
    case 'place':
      return event.codes.map((code) => ({
        kind: 'alter',
        on,
        unit: idOf(code),
        changes: { place: event.place },
      }))
    case 'dissolve':
      return event.codes.map((code) => ({ kind: 'dissolve', on, unit: idOf(code) }))
    case 'merge': {
      const { into } = event
      const receiver =
        'officialName' in into
          ? { unit: idOf(into.code), as: factsWithIds(into, idOf) }
          : { unit: idOf(into.code) }
      const moves = event.children.map((code) => ({ unit: idOf(code), parentId: receiver.unit }))
      return [{ kind: 'merge', on, units: event.from.map(idOf), into: receiver, moves }]
    }
  }
}

function factsWithIds(unit: UnitFact, idOf: (code: string) => UnitId): UnitFacts {
  const { parentCode, validFrom: _day, ...facts } = unit
  return {
    ...facts,
    parentId: parentCode === null ? null : idOf(parentCode),
    otherNames: [...facts.otherNames],
    levels: [...facts.levels],
  }
}
