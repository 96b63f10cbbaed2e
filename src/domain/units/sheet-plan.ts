// What a sheet of units would change: found, changed, unchanged; as events in an order in which they can be recorded.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { type Contact, noContact, saySites } from './contact.ts'
import type { UnitEventRefusal } from './event-guards.ts'
import { planEvent, type UnitEvent } from './events.ts'
import type { SheetUnit, UnitColumn, UnitSheetFault, UnitSheetReading } from './sheet.ts'
import { faultAt } from './sheet-grid.ts'
import { sayKind, sayLevels, sayOwnership, sayRank } from './sheet-words.ts'
import type { UnitFacts, UnitState } from './unit.ts'
import { factsOf, sameFacts, tidyFacts } from './unit-facts.ts'
import { layerOver, type UnitWorld } from './world.ts'

export type SheetGround = {
  world: UnitWorld
  /** The day from which changes hold, and on which units are founded that say no other. */
  on: LocalDate
  /** The units that may be seen on the day, by code. */
  known: ReadonlyMap<string, UnitState>
  contactOf: (unitId: UnitId) => Contact
  mayChange: (unitId: UnitId) => boolean
}

export type FieldChange = { field: Exclude<UnitColumn, 'code' | 'from'>; before: string; after: string }

export type PlannedUnit = {
  row: number
  code: string
  name: string
  what: 'founded' | 'changed' | 'unchanged'
  parentCode: string | null
  changes: FieldChange[]
}

/** A refused event, by the row that asks for it. */
export type RowRefusal = { row: number; refusal: UnitEventRefusal }

/** How a unit will be reached; `unitId` is the key of a new unit. */
export type PlannedContact = { unitId: UnitId; name: string; before: Contact; after: Contact }

export type UnitSheetPlan = {
  events: UnitEvent[]
  contacts: PlannedContact[]
  units: PlannedUnit[]
  faults: UnitSheetFault[]
  refusals: RowRefusal[]
  /** New units by code: the key that stands for each in the events. */
  keys: ReadonlyMap<string, UnitId>
}

/**
 * Every row against what is recorded. A code that is known names that unit, whatever else the row says; another one
 * founds a unit. Nothing ever ends by a sheet. Refusals of the units' own rules are collected row by row, each judged
 * after the rows before it that can stand.
 */
export function planUnitSheet(reading: UnitSheetReading, ground: SheetGround): UnitSheetPlan {
  const { table, units } = reading
  const faults: UnitSheetFault[] = []
  const keys = new Map(
    units
      .filter((unit) => !ground.known.has(unit.code))
      // A key of the list stands for the unit until it has an id.
      .map((unit) => [unit.code, `new:r${unit.row}` as UnitId]),
  )
  const fail = ({ row }: { row: number }, key: UnitColumn, reason: UnitSheetFault['reason'], value: string) =>
    faults.push(faultAt(table, row, key, reason, value))
  const events: UnitEvent[] = []
  const contacts: PlannedContact[] = []
  const planned: PlannedUnit[] = []
  const refusals: RowRefusal[] = []
  const layer = layerOver(ground.world)
  const told = new Set(reading.faults.map((fault) => fault.row))
  const rowsTold = new Set<string>()

  for (const unit of parentsFirst(units)) {
    const state = ground.known.get(unit.code)
    const parent =
      unit.parentCode === null
        ? null
        : (keys.get(unit.parentCode) ?? ground.known.get(unit.parentCode)?.unitId ?? null)
    if (unit.parentCode !== null && parent === null) {
      // A parent that stands in the sheet with a fault of its own is told there, once.
      const isTold =
        reading.table?.rows.some((row) => row.values.code === unit.parentCode && told.has(row.row)) ===
          true || rowsTold.has(unit.parentCode)
      if (!isTold) fail(unit, 'parentCode', 'parent_unknown', unit.parentCode)
      rowsTold.add(unit.code)
      continue
    }
    if (state === undefined && parent === null) {
      fail(unit, 'parentCode', 'parent_missing', '')
      continue
    }
    const parentOfOld = parent !== null && !keys.has(unit.parentCode ?? '') ? parent : null
    const facts = factsFrom(unit, state, parent)
    const wanted =
      state === undefined ? foundingOf(unit, keys, facts, ground.on) : changesOf(state, facts, ground.on)
    const before = state === undefined ? noContact : ground.contactOf(state.unitId)
    const after = { ...before, ...unit.contact }
    const contactChanges = changesBetween(contactWords, before, after)
    const moved = state !== undefined && facts.parentId !== state.parentId
    const touched =
      wanted.length === 0 && contactChanges.length === 0
        ? []
        : [
            ...(state === undefined ? [] : [state.unitId]),
            ...((state === undefined || moved) && parentOfOld !== null ? [parentOfOld] : []),
          ]
    if (touched.some((unitId) => !ground.mayChange(unitId))) {
      fail(
        unit,
        state === undefined || moved ? 'parentCode' : 'code',
        'not_allowed',
        state === undefined || moved ? (unit.parentCode ?? '') : unit.code,
      )
      continue
    }
    const refusal = tryAll(layer, wanted)
    if (refusal !== null) {
      refusals.push({ row: unit.row, refusal })
      rowsTold.add(unit.code)
      continue
    }
    events.push(...wanted)
    const unitId = state?.unitId ?? keys.get(unit.code)
    if (unitId !== undefined && contactChanges.length > 0)
      contacts.push({ unitId, name: facts.shortName, before, after })
    planned.push({
      row: unit.row,
      code: unit.code,
      name: facts.shortName,
      what:
        state === undefined
          ? 'founded'
          : wanted.length + contactChanges.length === 0
            ? 'unchanged'
            : 'changed',
      parentCode: unit.parentCode,
      changes:
        state === undefined
          ? []
          : [
              ...changesBetween(
                factWords((unitId) => codeOf(unitId, ground, keys)),
                factsOf(state),
                facts,
              ),
              ...contactChanges,
            ],
    })
  }
  // What a row with faults of its own would fail at next is told with them: a file is mended once.
  const readRows = new Set(units.map((unit) => unit.row))
  const codes = new Set(table?.rows.map((row) => row.values.code))
  for (const row of table?.rows ?? []) {
    const { code = '', parentCode } = row.values
    if (readRows.has(row.row) || table?.columnOf.has('code') !== true) continue
    if (parentCode === undefined) {
      if (!ground.known.has(code)) fail(row, 'parentCode', 'parent_missing', '')
    } else if (!codes.has(parentCode) && !ground.known.has(parentCode))
      fail(row, 'parentCode', 'parent_unknown', parentCode)
  }
  return { events, contacts, units: planned.toSorted((a, b) => a.row - b.row), faults, refusals, keys }
}

function tryAll(layer: ReturnType<typeof layerOver>, events: readonly UnitEvent[]): UnitEventRefusal | null {
  for (const event of events) {
    const verdict = planEvent(layer, event)
    if (!verdict.ok) return verdict
    layer.apply(verdict.value, event.on)
  }
  return null
}

/** New units after the new units that they hang below; a circle among them stays as it stands and is refused as one. */
function parentsFirst(units: readonly SheetUnit[]): SheetUnit[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const placed = new Set<string>()
  const order: SheetUnit[] = []
  for (const unit of units) {
    const way: SheetUnit[] = []
    const onWay = new Set<string>()
    for (
      let at: SheetUnit | undefined = unit;
      at !== undefined && !placed.has(at.code) && !onWay.has(at.code);
      at = at.parentCode === null ? undefined : byCode.get(at.parentCode)
    ) {
      way.push(at)
      onWay.add(at.code)
    }
    for (const step of way.toReversed()) {
      placed.add(step.code)
      order.push(step)
    }
  }
  return order
}

function factsFrom(unit: SheetUnit, state: UnitState | undefined, parentId: UnitId | null): UnitFacts {
  const old = state === undefined ? null : factsOf(state)
  const isRenamed = old !== null && old.officialName !== unit.officialName
  return tidyFacts({
    code: unit.code,
    kind: unit.kind,
    tier: unit.tier ?? old?.tier ?? null,
    officialName: unit.officialName,
    shortName: unit.shortName ?? (old === null || isRenamed ? unit.officialName : old.shortName),
    otherNames: unit.otherNames ?? old?.otherNames ?? [],
    parentId: unit.parentCode === null ? (old?.parentId ?? null) : parentId,
    levels: unit.levels ?? old?.levels ?? [],
    ownership: unit.ownership ?? old?.ownership ?? null,
    rank: unit.rank ?? old?.rank ?? null,
    place: unit.place ?? old?.place ?? null,
  })
}

function foundingOf(
  unit: SheetUnit,
  keys: ReadonlyMap<string, UnitId>,
  as: UnitFacts,
  on: LocalDate,
): UnitEvent[] {
  const key = keys.get(unit.code)
  return key === undefined ? [] : [{ kind: 'found', on: unit.from ?? on, unit: key, as }]
}

function changesOf(state: UnitState, after: UnitFacts, on: LocalDate): UnitEvent[] {
  const before = factsOf(state)
  if (sameFacts(before, after)) return []
  const { officialName, shortName, parentId, code: _code, ...rest } = after
  const isAltered = !sameFacts({ ...before, ...rest }, before)
  const isRenamed = officialName !== before.officialName || shortName !== before.shortName
  const events: UnitEvent[] = []
  if (isAltered) events.push({ kind: 'alter', on, unit: state.unitId, changes: rest })
  if (isRenamed) events.push({ kind: 'rename', on, unit: state.unitId, officialName, shortName })
  if (parentId !== before.parentId) events.push({ kind: 'move', on, unit: state.unitId, parentId })
  return events
}

function codeOf(unitId: UnitId | null, ground: SheetGround, keys: ReadonlyMap<string, UnitId>): string {
  if (unitId === null) return ''
  for (const [code, key] of keys) if (key === unitId) return code
  return ground.world.historyOf(unitId).at(-1)?.code ?? ''
}

type Words<Of> = Partial<Record<FieldChange['field'], (of: Of) => string>>

function factWords(codeOfUnit: (unitId: UnitId | null) => string): Words<UnitFacts> {
  return {
    officialName: (facts) => facts.officialName,
    shortName: (facts) => facts.shortName,
    otherNames: (facts) => facts.otherNames.join('; '),
    kind: (facts) => sayKind(facts.kind),
    tier: (facts) => facts.tier ?? '',
    parentCode: (facts) => codeOfUnit(facts.parentId),
    levels: (facts) => sayLevels(facts.levels),
    ownership: (facts) => (facts.ownership === null ? '' : sayOwnership(facts.ownership)),
    rank: (facts) => (facts.rank === null ? '' : sayRank(facts.rank)),
    place: (facts) => facts.place ?? '',
  }
}

const contactWords: Words<Contact> = {
  address: (contact) => contact.address ?? '',
  phone: (contact) => contact.phone ?? '',
  email: (contact) => contact.email ?? '',
  website: (contact) => contact.website ?? '',
  sites: (contact) => saySites(contact.sites),
}

function changesBetween<Of>(words: Words<Of>, before: Of, after: Of): FieldChange[] {
  // Object.entries loses the key type; the tables above are the only source.
  return (Object.entries(words) as [FieldChange['field'], (of: Of) => string][]).flatMap(([field, say]) => {
    const [old, now] = [say(before), say(after)]
    return old === now ? [] : [{ field, before: old, after: now }]
  })
}
