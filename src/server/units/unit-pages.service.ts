// What the screens of units show: lists, one unit with its story, audiences; and the settings of a unit that have no history.
import type { z } from 'zod'
import type { unitsContract } from '#contract/units.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { fold } from '#domain/basics/text.ts'
import { isBelow, scopeOf } from '#domain/rights/can.ts'
import { checkAudience, describeAudience, resolveAudience } from '#domain/units/audience.ts'
import { issuerFaults } from '#domain/units/issuer.ts'
import { lineageOf, predecessorsOf, successorsOf } from '#domain/units/lineage.ts'
import { type Tier, tierFaults } from '#domain/units/tiers.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import {
  listStory,
  listTierRows,
  listTiersBorne,
  replaceTiers,
  type StoryRow,
} from './unit-events.queries.ts'
import {
  findUnitRow,
  listLineageEvents,
  listNamesOf,
  listUnitRows,
  type UnitListRow,
} from './unit-lists.queries.ts'
import {
  endSupervision,
  findContact,
  findIssuer,
  findVersion,
  insertSupervision,
  listSupervisions,
  saveContacts,
  type StoredContact,
  saveIssuer,
  type StoredIssuer,
  type Supervision,
} from './units.queries.ts'
import { namedUnits, namedUnitsUnder } from './unit-names.service.ts'
import { listStates } from './unit-states.queries.ts'
import {
  getUnit,
  getUnitFor,
  readableOn,
  sightOn,
  unitsAlong,
  visibleStates,
  whole,
} from './units.service.ts'

type Contract = typeof unitsContract
const pageSize = 500

export async function listUnits(
  ctx: Ctx,
  query: z.output<Contract['listUnits']['query']>,
): Promise<{ rows: UnitListRow[]; next: number | null; total: number }> {
  const day = query.asOf ?? ctx.today
  const under = query.under === undefined ? undefined : await seen(ctx, query.under, day)
  const page = await listUnitRows(ctx.db, await sightOn(ctx, day), day, {
    ...query,
    under,
    search: fold(query.search ?? ''),
    offset: query.after,
    limit: pageSize,
  })
  const next = query.after + pageSize
  return { ...page, next: next < page.total ? next : null }
}

async function seen(ctx: Ctx, unitId: UnitId, day: LocalDate) {
  const place = await getUnit(ctx, unitId, day)
  if ((await readableOn(ctx, 'unit.read', day, [place])).length === 0) throw new AppError('not_found')
  return place
}

export type UnitPage = {
  unit: UnitListRow
  living: boolean
  version: number
  above: { unitId: UnitId; code: string; name: string }[]
  supervisions: Supervision[]
  contact: StoredContact
  issuer: StoredIssuer | null
  story: StoryRow[]
  before: { unitId: UnitId; name: string; on: LocalDate }[]
  after: { unitId: UnitId; name: string; on: LocalDate }[]
}

export async function getUnitPage(ctx: Ctx, unitId: UnitId, asOf: LocalDate | undefined): Promise<UnitPage> {
  const day = asOf ?? ctx.today
  const place = await seen(ctx, unitId, day)
  const story = await listStory(ctx.db, ctx.tenantId, unitId)
  // Of a unit that has ended, the last day that it lived.
  const shownDay = place.living ? day : place.lastDay
  const unit = await findUnitRow(ctx.db, whole(ctx), shownDay, { unitId })
  if (unit === undefined) throw new AppError('not_found')
  const lineage = lineageOf(await listLineageEvents(ctx.db, ctx.tenantId))
  const before = predecessorsOf(lineage, unitId).map((link) => ({ unitId: link.from, on: link.on }))
  const after = successorsOf(lineage, unitId).flatMap((link) =>
    link.into === null ? [] : [{ unitId: link.into, on: link.on }],
  )
  const names = await listNamesOf(
    ctx.db,
    ctx.tenantId,
    [...before, ...after].map((one) => one.unitId),
  )
  const named = (links: readonly { unitId: UnitId; on: LocalDate }[]) =>
    links.map((link) => ({ ...link, name: names.get(link.unitId) ?? '' }))
  return {
    unit,
    living: place.living,
    version: (await findVersion(ctx.db, ctx.tenantId, unitId)) ?? 1,
    above: (await unitsAlong(ctx, unit.path, shownDay))
      .slice(0, -1)
      .map((one) => ({ unitId: one.unitId, code: one.code, name: one.shortName })),
    supervisions: await listSupervisions(ctx.db, ctx.tenantId, unitId),
    contact: await findContact(ctx.db, ctx.tenantId, unitId),
    issuer: (await findIssuer(ctx.db, ctx.tenantId, unitId)) ?? null,
    story,
    before: named(before),
    after: named(after),
  }
}

export async function getUnitByCode(
  ctx: Ctx,
  code: string,
  asOf: LocalDate | undefined,
): Promise<UnitListRow> {
  const day = asOf ?? ctx.today
  const row = await findUnitRow(ctx.db, await sightOn(ctx, day), day, { code })
  if (row === undefined) throw new AppError('not_found')
  return row
}

export async function changeContact(
  ctx: Ctx,
  unitId: UnitId,
  contact: StoredContact,
): Promise<StoredContact> {
  const unit = await getUnitFor(ctx, 'unit.contact', unitId)
  const before = await findContact(ctx.db, ctx.tenantId, unitId)
  if (!(await saveContacts(ctx.db, ctx.tenantId, [{ unitId, contact }])))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'unit.contact',
    object: { kind: 'unit', id: unitId, name: unit.shortName },
    unitId,
    before,
    after: contact,
  })
  return await findContact(ctx.db, ctx.tenantId, unitId)
}

/** For the slices that write documents. */
export async function getIssuer(ctx: Ctx, unitId: UnitId): Promise<StoredIssuer | null> {
  return (await findIssuer(ctx.db, ctx.tenantId, unitId)) ?? null
}

export async function changeIssuer(ctx: Ctx, unitId: UnitId, issuer: StoredIssuer): Promise<StoredIssuer> {
  const unit = await getUnitFor(ctx, 'issuer.change', unitId)
  const faults = issuerFaults(issuer)
  if (faults.length > 0)
    throw new AppError('bad_request', {
      fields: faults.map((fault) => ({
        path: 'signer' in fault ? `signers.${fault.signer}` : fault.reason,
        message: fault.reason,
      })),
    })
  const before = await getIssuer(ctx, unitId)
  if (!(await saveIssuer(ctx.db, ctx.tenantId, unitId, issuer))) throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'unit.issuer',
    object: { kind: 'unit', id: unitId, name: unit.shortName },
    unitId,
    before,
    after: issuer,
  })
  return { ...issuer, version: issuer.version + 1 }
}

export async function setSupervisor(
  ctx: Ctx,
  unitId: UnitId,
  given: { supervisorId: UnitId | null; from: LocalDate; note: string | null },
): Promise<Supervision[]> {
  const unit = await getUnitFor(ctx, 'unit.change', unitId)
  if (given.supervisorId === unitId)
    throw new AppError('bad_request', { fields: [{ path: 'supervisorId', message: 'itself' }] })
  if (given.supervisorId !== null && !(await getUnit(ctx, given.supervisorId, given.from)).living)
    throw new AppError('bad_request', { fields: [{ path: 'supervisorId', message: 'ended' }] })
  const before = await listSupervisions(ctx.db, ctx.tenantId, unitId)
  await endSupervision(ctx.db, ctx.tenantId, unitId, given.from)
  if (given.supervisorId !== null) {
    await insertSupervision(ctx.db, ctx.tenantId, {
      id: newId(ctx.now.getTime()),
      unitId,
      supervisorId: given.supervisorId,
      from: given.from,
      note: given.note,
    })
  }
  const after = await listSupervisions(ctx.db, ctx.tenantId, unitId)
  await audit(ctx, {
    action: 'unit.supervision',
    object: { kind: 'unit', id: unitId, name: unit.shortName },
    unitId,
    before,
    after,
  })
  return after
}

export async function listTiers(ctx: Ctx): Promise<Tier[]> {
  return await listTierRows(ctx.db, ctx.tenantId)
}

export async function changeTiers(ctx: Ctx, tiers: readonly Tier[]): Promise<Tier[]> {
  mustBeAllowed(ctx, 'tenant.settings', { tenantId: ctx.tenantId, path: null })
  const faults = tierFaults(tiers)
  if (faults.length > 0)
    throw new AppError('bad_request', {
      fields: faults.map((fault) => ({ path: `tiers.${fault.code}`, message: fault.reason })),
    })
  const borne = await listTiersBorne(ctx.db, ctx.tenantId)
  const missing = borne.filter((code) => !tiers.some((tier) => tier.code === code))
  if (missing.length > 0)
    throw new AppError('bad_request', {
      reason: 'tier_borne',
      fields: missing.map((code) => ({ path: `tiers.${code}`, message: 'borne_by_units' })),
    })
  const before = await listTierRows(ctx.db, ctx.tenantId)
  await replaceTiers(ctx.db, ctx.tenantId, tiers)
  await audit(ctx, {
    action: 'tenant.tiers',
    object: { kind: 'tenant', id: ctx.tenantId, name: '' },
    unitId: null,
    before,
    after: tiers,
  })
  return await listTierRows(ctx.db, ctx.tenantId)
}

export async function explainAudience(ctx: Ctx, given: z.output<Contract['resolveAudience']['body']>) {
  const states = await visibleStates(ctx, given.asOf ?? ctx.today)
  const byId = new Map(states.map((state) => [state.unitId, state]))
  const verdict = checkAudience(given.audience, (unitId) => byId.has(unitId))
  if (!verdict.ok) throw new AppError('audience_empty', { reason: verdict.reason })
  const nameOf = (unitId: UnitId | null) => (unitId === null ? null : (byId.get(unitId)?.shortName ?? null))
  const units = resolveAudience(given.audience, states)
  return {
    words: describeAudience(given.audience, ctx.language, (unitId) => nameOf(unitId) ?? '—'),
    total: units.length,
    units: units.slice(0, pageSize).flatMap((unitId) => {
      const state = byId.get(unitId)
      return state === undefined
        ? []
        : [{ unitId, code: state.code, name: state.shortName, parentName: nameOf(state.parentId) }]
    }),
  }
}

export async function matchNames(ctx: Ctx, under: UnitId, names: readonly string[]) {
  const unit = await getUnitFor(ctx, 'unit.read', under)
  const scope = scopeOf(ctx.actor, 'unit.read')
  const seesAll = scope.everything || scope.below.some((path) => isBelow(unit.path, path))
  const { byId, match } = seesAll
    ? await namedUnitsUnder(ctx, unit.path)
    : namedUnits(await listStates(ctx.db, { onDay: scope, now: null }, ctx.today, unit.path))
  const nameOf = (unitId: UnitId) => byId.get(unitId)?.shortName
  return names.map((name) => ({
    name,
    candidates: match(name, under)
      .candidates.slice(0, 8)
      .map(({ target, score, why }) =>
        'unit' in target
          ? { unitId: target.unit, audience: null, label: nameOf(target.unit) ?? '', score, why }
          : {
              unitId: null,
              audience: target.audience,
              label: describeAudience(target.audience, ctx.language, (unitId) => nameOf(unitId) ?? '—'),
              score,
              why,
            },
      ),
  }))
}

/** The tiers of a new tenant. */
export async function addTiers(ctx: Ctx, tiers: readonly Tier[]): Promise<void> {
  await replaceTiers(ctx.db, ctx.tenantId, tiers)
}
