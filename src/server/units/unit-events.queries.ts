import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { EventId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import { searchText, sortKey } from '#domain/basics/text.ts'
import type { PathSpan } from '#domain/units/paths.ts'
import type { Tier } from '#domain/units/tiers.ts'
import type { LegalBasis, UnitEventRole, UnitState } from '#domain/units/unit.ts'
import type { UnitChange } from '#domain/units/events.ts'
import type { Db } from '#server/database/connect.ts'

/**
 * Events of one tenant follow each other: what an event was judged against stands still until it is recorded. A stronger
 * lock would hold up every other write, too: each leaves a row in the trail, which refers to the tenant.
 */
export async function lockUnits(db: Db, tenantId: TenantId): Promise<void> {
  await sql`select 1 from tenant where tenant_id = ${tenantId} for no key update`.execute(db)
}

/** The number of the event recorded last: nobody else's is ever the same, and events of one tenant follow each other. */
export async function latestEvent(db: Db, tenantId: TenantId): Promise<number> {
  const row = await db
    .selectFrom('unit_event')
    .select('seq')
    .where('tenant_id', '=', tenantId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}

export async function listTierRows(db: Db, tenantId: TenantId): Promise<Tier[]> {
  return await db
    .selectFrom('tier')
    .select([
      'code',
      'name_vi as nameVi',
      'name_en as nameEn',
      'rank',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('tenant_id', '=', tenantId)
    .orderBy('rank')
    .execute()
}

/** The codes that units bear, or bore once: a tier of theirs cannot go. */
export async function listTiersBorne(db: Db, tenantId: TenantId): Promise<string[]> {
  const rows = await db
    .selectFrom('unit_state')
    .distinct()
    .select(sql<string>`tier`.as('code'))
    .where('tenant_id', '=', tenantId)
    .where('tier', 'is not', null)
    .orderBy('code')
    .execute()
  return rows.map((row) => row.code)
}

export async function replaceTiers(db: Db, tenantId: TenantId, tiers: readonly Tier[]): Promise<void> {
  await sql`insert into tier (tenant_id, code, name_vi, name_en, rank, valid_from, valid_to)
    select ${tenantId}, t.code, t."nameVi", t."nameEn", t.rank, t."validFrom", t."validTo"
    from jsonb_to_recordset(${JSON.stringify(tiers)}::jsonb) as t(code text, "nameVi" text, "nameEn" text, rank int, "validFrom" date, "validTo" date)
    on conflict (tenant_id, code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, rank = excluded.rank,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to`.execute(db)
  await db
    .deleteFrom('tier')
    .where('tenant_id', '=', tenantId)
    .where(
      'code',
      'not in',
      tiers.map((tier) => tier.code),
    )
    .execute()
}

/** Every state of every day, and the labels: what planning an event looks things up in. */
export async function loadHistories(
  db: Db,
  tenantId: TenantId,
): Promise<{ states: UnitState[]; labels: Map<UnitId, number> }> {
  const { rows } = await sql<{ states: string | null; labels: string | null }>`select
    (select json_agg(json_build_object('unitId', s.unit_id, 'validFrom', s.valid_from, 'validTo', s.valid_to, 'code', s.code, 'kind', s.kind, 'tier', s.tier,
      'officialName', s.official_name, 'shortName', s.short_name, 'otherNames', s.other_names, 'parentId', s.parent_id, 'levels', s.levels,
      'ownership', s.ownership, 'rank', s.rank, 'place', s.place))::text from unit_state s where s.tenant_id = ${tenantId}) as states,
    (select json_agg(json_build_array(u.id, u.label))::text from unit u where u.tenant_id = ${tenantId}) as labels`.execute(
    db,
  )
  const row = rows[0]
  // The shapes are those built by the statement above.
  const states = JSON.parse(row?.states ?? '[]') as UnitState[]
  const labels = JSON.parse(row?.labels ?? '[]') as [UnitId, number][]
  return { states, labels: new Map(labels) }
}

/** Labels of the new units, in the order given. */
export async function insertUnits(
  db: Db,
  tenantId: TenantId,
  ids: readonly UnitId[],
  at: Date,
): Promise<Map<UnitId, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: UnitId; label: number }>`insert into unit (tenant_id, id, created_at)
    select ${tenantId}, x.id, ${at} from unnest(${[...ids]}::uuid[]) with ordinality as x(id, i) order by x.i returning id, label`.execute(
    db,
  )
  return new Map(rows.map((row) => [row.id, row.label]))
}

export type EventRecord = {
  id: EventId
  change: UnitChange
  basis: LegalBasis
  note: string | null
  by: PersonId | null
  byName: string
  at: Date
}

/** All events of one act in two statements: a province is entered by one act of 1,700 foundings. */
export async function insertEvents(
  db: Db,
  tenantId: TenantId,
  records: readonly EventRecord[],
): Promise<void> {
  const events = records.map(({ id, change, basis, note, by, byName }, index) => ({
    id,
    index,
    kind: change.kind,
    on: change.on,
    basis,
    note,
    by,
    byName,
  }))
  await sql`insert into unit_event (tenant_id, id, kind, happens_on, basis_number, basis_date, basis_issuer, basis_title, note, recorded_by, recorded_by_name, recorded_at)
    select ${tenantId}, e.id, e.kind, e."on", e.basis ->> 'number', (e.basis ->> 'date')::date, e.basis ->> 'issuer', e.basis ->> 'title', e.note, e.by, e."byName", ${records[0]?.at ?? new Date(0)}
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(id uuid, index int, kind text, "on" date, basis jsonb, note text, by uuid, "byName" text)
    order by e.index`.execute(db)
  const parts = records.flatMap(({ id, change }) =>
    change.parts.map((part) => ({ event_id: id, unit_id: part.unitId, role: part.role })),
  )
  await sql`insert into unit_event_unit (tenant_id, event_id, unit_id, role)
    select distinct ${tenantId}::uuid, p.event_id, p.unit_id, p.role
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p(event_id uuid, unit_id uuid, role text)`.execute(
    db,
  )
}

/** Carries out the changes in their order: of each, drops, closes, opens. What only opens waits for the next that does not. */
export async function applyChanges(
  db: Db,
  tenantId: TenantId,
  records: readonly EventRecord[],
): Promise<void> {
  let opens: OpenedState[] = []
  for (const { id, change } of records) {
    if (change.drops.length > 0 || change.closes.length > 0) {
      await insertStates(db, tenantId, opens)
      opens = []
      await dropAndClose(db, tenantId, id, change)
    }
    opens.push(...change.opens.map((state) => ({ ...state, openedBy: id })))
  }
  await insertStates(db, tenantId, opens)
  const touched = [...new Set(records.flatMap(({ change }) => change.parts.map((part) => part.unitId)))]
  await sql`update unit set version = version + 1 where tenant_id = ${tenantId} and id = any(${touched}::uuid[])`.execute(
    db,
  )
}

async function dropAndClose(db: Db, tenantId: TenantId, eventId: EventId, change: UnitChange): Promise<void> {
  if (change.drops.length > 0) {
    await sql`delete from unit_state s using jsonb_to_recordset(${JSON.stringify(change.drops)}::jsonb) as d("unitId" uuid, "validFrom" date)
      where s.tenant_id = ${tenantId} and s.unit_id = d."unitId" and s.valid_from = d."validFrom"`.execute(db)
  }
  if (change.closes.length > 0) {
    await sql`update unit_state s set valid_to = ${change.on}, closed_by = ${eventId}
      from jsonb_to_recordset(${JSON.stringify(change.closes)}::jsonb) as c("unitId" uuid, "validFrom" date)
      where s.tenant_id = ${tenantId} and s.unit_id = c."unitId" and s.valid_from = c."validFrom"`.execute(db)
  }
}

type OpenedState = UnitState & { openedBy: EventId }

async function insertStates(db: Db, tenantId: TenantId, states: readonly OpenedState[]): Promise<void> {
  if (states.length === 0) return
  const list = states.map((state) => ({
    ...state,
    sortKey: sortKey(state.shortName),
    searchText: searchText(state.officialName, state.shortName, ...state.otherNames, state.code),
  }))
  await sql`insert into unit_state (tenant_id, unit_id, valid_from, valid_to, opened_by, code, kind, tier, official_name, short_name, other_names,
      parent_id, levels, ownership, rank, place, sort_key, search_text)
    select ${tenantId}, s."unitId", s."validFrom", s."validTo", s."openedBy", s.code, s.kind, s.tier, s."officialName", s."shortName",
      array(select jsonb_array_elements_text(s."otherNames")), s."parentId", array(select jsonb_array_elements_text(s.levels)),
      s.ownership, s.rank, s.place, s."sortKey", s."searchText"
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as s("unitId" uuid, "validFrom" date, "validTo" date, "openedBy" uuid, code text, kind text, tier text,
      "officialName" text, "shortName" text, "otherNames" jsonb, "parentId" uuid, levels jsonb, ownership text, rank smallint, place text,
      "sortKey" text, "searchText" text)`.execute(db)
}

/** Writes the places of these units anew. */
export async function replacePaths(
  db: Db,
  tenantId: TenantId,
  spans: ReadonlyMap<UnitId, readonly PathSpan[]>,
): Promise<void> {
  if (spans.size === 0) return
  await sql`delete from unit_path where tenant_id = ${tenantId} and unit_id = any(${[...spans.keys()]}::uuid[])`.execute(
    db,
  )
  const list = [...spans].flatMap(([unitId, own]) =>
    own.map((span) => ({ unit_id: unitId, valid_from: span.from, valid_to: span.to, path: span.path })),
  )
  await sql`insert into unit_path (tenant_id, unit_id, valid_from, valid_to, path)
    select ${tenantId}, p.unit_id, p.valid_from, p.valid_to, p.path::ltree
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as p(unit_id uuid, valid_from date, valid_to date, path text)`.execute(
    db,
  )
}

export type StoryRow = {
  eventId: EventId
  kind: UnitChange['kind']
  on: LocalDate
  basis: LegalBasis
  note: string | null
  recordedByName: string
  recordedAt: Date
  parts: { unitId: UnitId; name: string; role: UnitEventRole }[]
}

/** The events that a unit took part in, oldest first; each part by the name it bore when it happened. */
export async function listStory(db: Db, tenantId: TenantId, unitId: UnitId): Promise<StoryRow[]> {
  return await db
    .selectFrom('unit_event as e')
    .select([
      'e.id as eventId',
      'e.kind',
      'e.happens_on as on',
      sql<LegalBasis>`json_build_object('number', e.basis_number, 'date', e.basis_date, 'issuer', e.basis_issuer, 'title', e.basis_title)`.as(
        'basis',
      ),
      'e.note',
      'e.recorded_by_name as recordedByName',
      'e.recorded_at as recordedAt',
      sql<StoryRow['parts']>`(select json_agg(json_build_object('unitId', x.unit_id, 'role', x.role, 'name',
          (select s.short_name from unit_state s where s.tenant_id = x.tenant_id and s.unit_id = x.unit_id
            order by (s.valid_from <= e.happens_on) desc, abs(s.valid_from - e.happens_on) limit 1)) order by x.role, x.unit_id)
        from unit_event_unit x where x.tenant_id = e.tenant_id and x.event_id = e.id)`.as('parts'),
    ])
    .where('e.tenant_id', '=', tenantId)
    .where('e.id', 'in', (from) =>
      from
        .selectFrom('unit_event_unit')
        .select('event_id')
        .where('tenant_id', '=', tenantId)
        .where('unit_id', '=', unitId),
    )
    .orderBy('e.happens_on')
    .orderBy('e.seq')
    .execute()
}
