import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { Scope, TreePath } from '#domain/rights/can.ts'
import type { Ownership, RecordedUnitEvent, SchoolLevel, UnitKind } from '#domain/units/unit.ts'
import type { Db } from '#server/database/connect.ts'
import { inSight, type Sight } from './unit-states.queries.ts'

export type UnitListRow = {
  unitId: UnitId
  validFrom: LocalDate
  validTo: LocalDate | null
  code: string
  kind: UnitKind
  tier: string | null
  officialName: string
  shortName: string
  otherNames: string[]
  parentId: UnitId | null
  levels: SchoolLevel[]
  ownership: Ownership | null
  rank: 1 | 2 | 3 | null
  place: string | null
  path: TreePath
  children: number
}

export type UnitFilter = {
  under?: { unitId: UnitId; path: TreePath } | undefined
  reach: 'children' | 'all'
  kind?: UnitKind | undefined
  level?: SchoolLevel | undefined
  ownership?: Ownership | undefined
  /** Folded words. */
  search: string
  offset: number
  limit: number
}

// The order of a list of units: committees and offices, agencies, wards, schools by level, independent classes, bodies, groups.
const kindOrder = sql`array_position(array['committee','office','agency','ward','school','independent_class','body','group'], s.kind)`
const levelOrder = sql`coalesce(array_position(array['preschool','primary','lower_secondary','upper_secondary','continuing'], s.levels[1]), 9)`

function living(db: Db, sight: Sight, day: LocalDate) {
  return db
    .selectFrom('unit_path as p')
    .innerJoin('unit_state as s', (on) =>
      on.onRef('s.tenant_id', '=', 'p.tenant_id').onRef('s.unit_id', '=', 'p.unit_id'),
    )
    .where('p.tenant_id', '=', sight.onDay.tenantId)
    .where('p.valid_from', '<=', day)
    .where((where) => where.or([where('p.valid_to', 'is', null), where('p.valid_to', '>', day)]))
    .where('s.valid_from', '<=', day)
    .where((where) => where.or([where('s.valid_to', 'is', null), where('s.valid_to', '>', day)]))
    .where(inSight(sight, 'p'))
}

function columns(query: ReturnType<typeof living>, day: LocalDate) {
  return query.select([
    's.unit_id as unitId',
    's.valid_from as validFrom',
    's.valid_to as validTo',
    's.code',
    's.kind',
    's.tier',
    's.official_name as officialName',
    's.short_name as shortName',
    's.other_names as otherNames',
    's.parent_id as parentId',
    's.levels',
    's.ownership',
    // The check of the column allows 1 to 3.
    sql<1 | 2 | 3 | null>`s.rank`.as('rank'),
    's.place',
    sql<string>`p.path::text`.as('path'),
    sql<number>`(select count(*)::int from unit_state c where c.tenant_id = s.tenant_id and c.parent_id = s.unit_id
      and c.valid_from <= ${day} and (c.valid_to is null or c.valid_to > ${day}))`.as('children'),
  ])
}

export async function listUnitRows(
  db: Db,
  sight: Sight,
  day: LocalDate,
  filter: UnitFilter,
): Promise<{ rows: UnitListRow[]; total: number }> {
  let query = living(db, sight, day)
  const { under } = filter
  if (filter.reach === 'children')
    query =
      under === undefined
        ? query.where('s.parent_id', 'is', null)
        : query.where('s.parent_id', '=', under.unitId)
  else if (under !== undefined)
    query = query.where(sql<boolean>`p.path <@ ${under.path}::ltree`).where('s.unit_id', '!=', under.unitId)
  if (filter.kind !== undefined) query = query.where('s.kind', '=', filter.kind)
  if (filter.level !== undefined) query = query.where(sql<boolean>`${filter.level} = any(s.levels)`)
  if (filter.ownership !== undefined) query = query.where('s.ownership', '=', filter.ownership)
  for (const word of filter.search.split(' ').filter((one) => one !== ''))
    query = query.where('s.search_text', 'like', `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`)
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await columns(query, day)
    .orderBy(kindOrder)
    .orderBy(levelOrder)
    .orderBy('s.sort_key')
    .orderBy('s.unit_id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

export async function findUnitRow(
  db: Db,
  sight: Sight,
  day: LocalDate,
  which: { unitId: UnitId } | { code: string },
): Promise<UnitListRow | undefined> {
  const query = columns(living(db, sight, day), day)
  return 'unitId' in which
    ? await query.where('s.unit_id', '=', which.unitId).executeTakeFirst()
    : await query.where('s.code', '=', which.code).executeTakeFirst()
}

/** Mergers, splits and dissolutions of the tenant: what became of whom. */
export async function listLineageEvents(
  db: Db,
  tenantId: Scope['tenantId'],
): Promise<Pick<RecordedUnitEvent, 'kind' | 'on' | 'parts'>[]> {
  return await db
    .selectFrom('unit_event as e')
    .select([
      'e.kind',
      'e.happens_on as on',
      sql<
        RecordedUnitEvent['parts']
      >`(select json_agg(json_build_object('unitId', x.unit_id, 'role', x.role)) from unit_event_unit x
        where x.tenant_id = e.tenant_id and x.event_id = e.id)`.as('parts'),
    ])
    .where('e.tenant_id', '=', tenantId)
    .where('e.kind', 'in', ['merge', 'split', 'dissolve'])
    .orderBy('e.happens_on')
    .orderBy('e.seq')
    .execute()
}

export async function listNamesOf(
  db: Db,
  tenantId: Scope['tenantId'],
  unitIds: readonly UnitId[],
): Promise<Map<UnitId, string>> {
  if (unitIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('unit_state')
    .distinctOn('unit_id')
    .select(['unit_id as unitId', 'short_name as name'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', 'in', [...unitIds])
    .orderBy('unit_id')
    .orderBy('valid_from', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.unitId, row.name]))
}
