import type { LocalDate } from '#domain/basics/dates.ts'
import type { TenantId } from '#domain/basics/ids.ts'
import type { DayKind } from '#domain/basics/working-days.ts'
import type { Holiday } from '#domain/people/public-holidays.ts'
import type { Db } from '#server/database/connect.ts'

export type StoredHoliday = Holiday & { version: number }
const columns = ['day', 'kind', 'name', 'to_check as toCheck', 'version'] as const

export async function listHolidaysBetween(
  db: Db,
  tenantId: TenantId,
  from: LocalDate,
  to: LocalDate,
): Promise<StoredHoliday[]> {
  return await db
    .selectFrom('holiday')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()
}

export async function listDayKinds(db: Db, tenantId: TenantId): Promise<{ day: LocalDate; kind: DayKind }[]> {
  return await db
    .selectFrom('holiday')
    .select(['day', 'kind'])
    .where('tenant_id', '=', tenantId)
    .orderBy('day')
    .execute()
}

export async function findHoliday(
  db: Db,
  tenantId: TenantId,
  day: LocalDate,
): Promise<StoredHoliday | undefined> {
  return await db
    .selectFrom('holiday')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('day', '=', day)
    .executeTakeFirst()
}

/** How many were new; a day that is there already stays as it is. */
export async function insertHolidays(db: Db, tenantId: TenantId, days: readonly Holiday[]): Promise<number> {
  if (days.length === 0) return 0
  const rows = await db
    .insertInto('holiday')
    .values(
      days.map(({ day, kind, name, toCheck }) => ({
        tenant_id: tenantId,
        day,
        kind,
        name,
        to_check: toCheck,
      })),
    )
    .onConflict((on) => on.doNothing())
    .returning('day')
    .execute()
  return rows.length
}

/** False when somebody changed it meanwhile. */
export async function updateHoliday(
  db: Db,
  tenantId: TenantId,
  version: number,
  { day, kind, name, toCheck }: Holiday,
): Promise<boolean> {
  const result = await db
    .updateTable('holiday')
    .set({ kind, name, to_check: toCheck, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('day', '=', day)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function deleteHoliday(
  db: Db,
  tenantId: TenantId,
  day: LocalDate,
  version: number,
): Promise<boolean> {
  const result = await db
    .deleteFrom('holiday')
    .where('tenant_id', '=', tenantId)
    .where('day', '=', day)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
