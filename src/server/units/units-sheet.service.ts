// Units from a workbook and into one. Planning changes nothing; importing records what was planned, through recordEvents.
import type { SheetFaultView } from '#contract/units-sheet.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { can, type TreePath } from '#domain/rights/can.ts'
import { compareUnits } from '#domain/units/order.ts'
import { pathFinder, placeOn } from '#domain/units/paths.ts'
import { readUnitSheet, unitSheet } from '#domain/units/sheet.ts'
import { noContact, saySites } from '#domain/units/contact.ts'
import { unitFaultWords } from '#domain/units/sheet-fault-words.ts'
import type { SheetGrid } from '#domain/units/sheet-grid.ts'
import { planUnitSheet, type RowRefusal, type UnitSheetPlan } from '#domain/units/sheet-plan.ts'
import { sayKind, sayLevels, sayOwnership, sayRank } from '#domain/units/sheet-words.ts'
import { stateOn, type UnitState } from '#domain/units/unit.ts'
import { worldOf } from '#domain/units/world.ts'
import { cellName } from '#server/formats/xlsx-cells.ts'
import type { ReadWorkbook } from '#server/formats/xlsx-read.ts'
import type { ReadValue } from '#server/formats/xlsx-sheet-read.ts'
import type { SheetCell } from '#server/formats/xlsx-write-plan.ts'
import { auditAll } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { listTierRows, loadHistories, lockUnits } from './unit-events.queries.ts'
import { recordEvents, type EventsGiven } from './unit-events.service.ts'
import { unitEventTexts } from './unit-event-texts.ts'
import { statesUnder, visibleStates } from './units.service.ts'
import { listContacts, saveContacts, type StoredContact } from './units.queries.ts'
import { refusedColumn } from './refused-column.ts'

/** The sheets of a workbook as text. Hidden ones hold lists of choices, not rows. */
export function gridsOf(workbook: ReadWorkbook): SheetGrid[] {
  return workbook.sheets
    .filter((sheet) => !sheet.isHidden)
    .map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => ({
        row: row.row,
        cells: new Map(row.cells.map((cell) => [cell.column, textOf(cell.value)])),
      })),
    }))
}

function textOf(value: ReadValue): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'number':
      // Three digits after the comma would be read as thousands.
      return String(value.value).replace(/\.\d{3}$/, '$&0')
    case 'boolean':
      return value.value ? '1' : '0'
    case 'date':
      return formatDate(value.date)
    case 'error':
      return value.code
    case 'not_calculated':
      return '#VALUE!'
  }
}

export type PlannedUnits = {
  plan: UnitSheetPlan
  rows: number
  faults: SheetFaultView[]
  /** Codes of rows that cannot stand as they are: what hangs on them is not judged. */
  faulty: ReadonlySet<string>
  /** As they were when it was planned. */
  contacts: ReadonlyMap<UnitId, StoredContact>
  /** Where a unit of the sheet or of the tree hangs, or would hang; null for a code that nobody bears. */
  placeOf: (code: string) => { path: TreePath; livesToday: boolean } | null
}

/** Judges the sheet of units; `locked` holds off other changes until the transaction ends. */
export async function planUnits(
  ctx: Ctx,
  grids: readonly SheetGrid[],
  on: LocalDate,
  mode: 'look' | 'locked',
): Promise<PlannedUnits> {
  if (mode === 'locked') await lockUnits(ctx.db, ctx.tenantId)
  const { states, labels } = await loadHistories(ctx.db, ctx.tenantId)
  const tiers = await listTierRows(ctx.db, ctx.tenantId)
  const world = worldOf(states, tiers)
  const spansOf = pathFinder(world, (unitId) => labels.get(unitId) ?? 0)
  // As of today: a reorganisation that is already recorded takes nothing from the present authority before its day.
  const pathOf = (unitId: UnitId) => placeOn(spansOf(unitId), ctx.today)
  const known = new Map<string, UnitState>()
  for (const state of states) {
    if (stateOn([state], on) === undefined) continue
    const path = pathOf(state.unitId)
    if (path !== null && can(ctx.actor, 'unit.read', { tenantId: ctx.tenantId, path }))
      known.set(state.code, state)
  }
  const mayChange = (unitId: UnitId) =>
    can(ctx.actor, 'unit.change', { tenantId: ctx.tenantId, path: pathOf(unitId) })
  const contacts = await listContacts(ctx.db, ctx.tenantId)
  const contactOf = (unitId: UnitId) => contacts.get(unitId) ?? noContact
  const reading = readUnitSheet(grids, tiers)
  const plan = planUnitSheet(reading, { world, on, known, contactOf, mayChange })
  const sheet = reading.table?.sheet ?? ''
  const nameOf = (unitId: UnitId | null): string => {
    if (unitId === null) return ''
    const row = Number(/^new:r(\d+)$/.exec(unitId)?.[1])
    return (
      world.historyOf(unitId).at(-1)?.shortName ??
      reading.units.find((unit) => unit.row === row)?.officialName ??
      ''
    )
  }
  const refusalView = ({ row, refusal }: RowRefusal): SheetFaultView => {
    const key = refusedColumn[refusal.reason]
    const column = reading.table?.columnOf.get(key)
    const words = unitEventTexts(refusal.reason, nameOf(refusal.unitId), nameOf(refusal.otherId))[
      ctx.language
    ]
    const [message = words, ...mend] = words.split(/(?<=[.:!?])\s+/)
    const value = reading.table?.rows.find((one) => one.row === row)?.values[key] ?? ''
    return {
      sheet,
      cell: cellName(row, column ?? 1),
      value,
      message: message.replace(/\.$/, ''),
      mend: mend.join(' '),
    }
  }
  const founded = new Map(
    plan.units.filter((unit) => unit.what === 'founded').map((unit) => [unit.code, unit]),
  )
  const foundedOn = new Map(reading.units.map((unit) => [unit.code, unit.from ?? on]))
  const stands = new Set(plan.units.map((unit) => unit.code))
  const faulty = new Set(
    reading.table?.rows.flatMap(({ values: { code } }) =>
      code === undefined || stands.has(code) ? [] : [code],
    ),
  )
  const placeOf = (code: string): { path: TreePath; livesToday: boolean } | null => {
    const row = founded.get(code)
    if (row === undefined) {
      const state = known.get(code)
      const path = state === undefined ? null : pathOf(state.unitId)
      return state === undefined || path === null
        ? null
        : { path, livesToday: stateOn(world.historyOf(state.unitId), ctx.today) !== undefined }
    }
    const above = row.parentCode === null ? null : placeOf(row.parentCode)
    return above === null
      ? null
      : { path: `${above.path}.0`, livesToday: above.livesToday && (foundedOn.get(code) ?? on) <= ctx.today }
  }
  const sheetFaults = [...reading.faults, ...plan.faults].map((fault) => ({
    row: fault.row ?? 0,
    view: {
      sheet: fault.sheet,
      cell: fault.row === null || fault.column === null ? null : cellName(fault.row, fault.column),
      value: fault.value,
      ...unitFaultWords(fault, unitSheet.columns, ctx.language),
    },
  }))
  const faults = [
    ...sheetFaults,
    ...plan.refusals.map((refusal) => ({ row: refusal.row, view: refusalView(refusal) })),
  ]
    .toSorted((a, b) => a.row - b.row)
    .map((one) => one.view)
  return { plan, rows: reading.table?.rows.length ?? 0, faults, faulty, contacts, placeOf }
}

/** Records what was planned in this transaction; answers the ids of the new units by code. */
export async function importUnits(
  ctx: Ctx,
  planned: PlannedUnits,
  note: string,
): Promise<ReadonlyMap<string, UnitId>> {
  const { plan } = planned
  // The domain's events with keys for new units are what the contract takes.
  const events = plan.events as unknown as EventsGiven['events']
  const newUnits: Readonly<Record<string, UnitId>> =
    events.length === 0
      ? {}
      : (
          await recordEvents(ctx, {
            events,
            basis: { number: null, date: null, issuer: null, title: null },
            note,
            dryRun: false,
          })
        ).newUnits
  await saveImportedContacts(ctx, planned, (unitId) => newUnits[unitId] ?? unitId)
  return new Map(
    [...plan.keys].flatMap(([code, key]): [string, UnitId][] => {
      const unitId = newUnits[key]
      return unitId === undefined ? [] : [[code, unitId]]
    }),
  )
}

async function saveImportedContacts(
  ctx: Ctx,
  { plan, contacts }: PlannedUnits,
  idOf: (unitId: UnitId) => UnitId,
): Promise<void> {
  const given = plan.contacts.map(({ unitId, name, before, after }) => ({
    unitId: idOf(unitId),
    name,
    before,
    contact: { ...after, version: contacts.get(unitId)?.version ?? 0 },
  }))
  if (!(await saveContacts(ctx.db, ctx.tenantId, given))) throw new AppError('changed_meanwhile')
  await auditAll(
    ctx,
    given.map(({ unitId, name, before, contact }) => ({
      action: 'unit.contact',
      object: { kind: 'unit', id: unitId, name },
      unitId,
      before,
      after: contact,
    })),
  )
}

/** The ids of living units that the actor may see, by code. */
export async function unitIdsByCode(ctx: Ctx, day: LocalDate): Promise<ReadonlyMap<string, UnitId>> {
  return new Map((await visibleStates(ctx, day)).map((state) => [state.code, state.unitId]))
}

/** The rows of an export: the unit and everything below it, parents first. */
export async function unitRows(
  ctx: Ctx,
  path: TreePath,
  day: LocalDate,
): Promise<{ rows: SheetCell[][]; codes: { code: string; name: string }[] }> {
  const states = await statesUnder(ctx, path, day)
  const tiers = await listTierRows(ctx.db, ctx.tenantId)
  const visible = await visibleStates(ctx, day)
  const contacts = await listContacts(ctx.db, ctx.tenantId)
  const codeOf = new Map([...visible, ...states].map((state) => [state.unitId, state.code]))
  const depth = (state: (typeof states)[number]) => state.path.split('.').length
  const ordered = states.toSorted((a, b) => depth(a) - depth(b) || compareUnits(a, b))
  return {
    rows: ordered.map((state) => [
      state.code,
      state.officialName,
      state.shortName,
      state.otherNames.join('; ') || null,
      sayKind(state.kind),
      tiers.find((tier) => tier.code === state.tier)?.nameVi ?? null,
      state.parentId === null ? null : (codeOf.get(state.parentId) ?? null),
      state.levels.length === 0 ? null : sayLevels(state.levels),
      state.ownership === null ? null : sayOwnership(state.ownership),
      state.rank === null ? null : sayRank(state.rank),
      state.place,
      null,
      contacts.get(state.unitId)?.address ?? null,
      contacts.get(state.unitId)?.phone ?? null,
      contacts.get(state.unitId)?.email ?? null,
      contacts.get(state.unitId)?.website ?? null,
      saySites(contacts.get(state.unitId)?.sites ?? []) || null,
    ]),
    codes: ordered.map((state) => ({ code: state.code, name: state.shortName })),
  }
}
