import { sql } from 'kysely'
import { addDays, type LocalDate } from '#domain/basics/dates.ts'
import type { PersonId, UnitId } from '#domain/basics/ids.ts'
import type { Scope } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type AuditRow = {
  entryId: number
  at: Date
  actorName: string
  actorPersonId: PersonId | null
  action: string
  objectKind: string
  objectId: string
  objectName: string
  unitId: UnitId | null
  unitName: string | null
  before: unknown
  after: unknown
  ip: string | null
}

export type AuditFilter = {
  /** Units are seen where they hang on this day, or hung last. */
  day: LocalDate
  unitId?: UnitId | undefined
  personId?: PersonId | undefined
  objectKind?: string | undefined
  objectId?: string | undefined
  search: string
  from?: LocalDate | undefined
  to?: LocalDate | undefined
  before?: number | undefined
  limit: number
}

// Midnight in Việt Nam (UTC+7).
const midnight = (day: LocalDate) => sql<Date>`${`${day}T00:00:00+07:00`}::timestamptz`

/** Newest first. Entries that belong to no unit (sign-ins) are seen over the whole tenant only. */
export async function listAuditEntries(
  db: Db,
  scope: Scope,
  wholeTenant: boolean,
  filter: AuditFilter,
): Promise<AuditRow[]> {
  let query = db
    .selectFrom('audit_entry as e')
    .select([
      'e.id as entryId',
      'e.at',
      'e.actor_name as actorName',
      'e.actor_person_id as actorPersonId',
      'e.action',
      'e.object_kind as objectKind',
      'e.object_id as objectId',
      'e.object_name as objectName',
      'e.unit_id as unitId',
      sql<
        string | null
      >`(select s.short_name from unit_state s where s.tenant_id = e.tenant_id and s.unit_id = e.unit_id order by s.valid_from desc limit 1)`.as(
        'unitName',
      ),
      'e.before',
      'e.after',
      'e.ip',
    ])
    .where('e.tenant_id', '=', scope.tenantId)
  if (!wholeTenant && !scope.everything) {
    query = query.where(
      sql<boolean>`exists (select 1 from (select u.path from unit_path u where u.tenant_id = e.tenant_id and u.unit_id = e.unit_id
        order by (u.valid_from <= ${filter.day}) desc, u.valid_from desc limit 1) p where p.path <@ any(${[...scope.below]}::ltree[]))`,
    )
  }
  if (filter.unitId !== undefined) query = query.where('e.unit_id', '=', filter.unitId)
  if (filter.personId !== undefined) query = query.where('e.actor_person_id', '=', filter.personId)
  if (filter.objectKind !== undefined) query = query.where('e.object_kind', '=', filter.objectKind)
  if (filter.objectId !== undefined) query = query.where('e.object_id', '=', filter.objectId)
  if (filter.search !== '')
    query = query.where('e.search_text', 'like', `%${filter.search.replaceAll(/[%_\\]/g, '\\$&')}%`)
  if (filter.from !== undefined) query = query.where('e.at', '>=', midnight(filter.from))
  if (filter.to !== undefined) query = query.where('e.at', '<', midnight(addDays(filter.to, 1)))
  if (filter.before !== undefined) query = query.where('e.id', '<', filter.before)
  return await query.orderBy('e.id', 'desc').limit(filter.limit).execute()
}
