import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { AccountId, TenantId } from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'
import { AppError } from '#server/platform/errors.ts'

export async function getTenant(
  db: Db,
  tenantId: TenantId,
): Promise<{ name: string; businessDate: LocalDate | null; version: number }> {
  const row = await db
    .selectFrom('tenant')
    .select(['name', 'business_date as businessDate', 'version'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not_found')
  return row
}

export async function anyTenant(db: Db): Promise<boolean> {
  return (await db.selectFrom('tenant').select('tenant_id').limit(1).executeTakeFirst()) !== undefined
}

export async function getAccount(
  db: Db,
  tenantId: TenantId,
  accountId: AccountId,
): Promise<{ userName: string; jobTitle: string | null }> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', (on) =>
      on.onRef('person.tenant_id', '=', 'account.tenant_id').onRef('person.id', '=', 'account.person_id'),
    )
    .select(['account.user_name as userName', 'person.job_title as jobTitle'])
    .where('account.tenant_id', '=', tenantId)
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  if (row === undefined) throw new AppError('not_found')
  return row
}

export async function setPasswordHash(
  db: Db,
  tenantId: TenantId,
  accountId: AccountId,
  passwordHash: string,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', accountId)
    .execute()
}

/** False when somebody changed the settings meanwhile. */
export async function updateTenant(
  db: Db,
  tenantId: TenantId,
  change: { version: number; name: string; businessDate: LocalDate | null },
): Promise<boolean> {
  const result = await db
    .updateTable('tenant')
    .set({ name: change.name, business_date: change.businessDate, version: change.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Of two who set up at once, one waits and is then refused. */
export async function lockInstallation(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7420240906)`.execute(db)
}

export async function insertTenant(
  db: Db,
  row: { tenantId: TenantId; name: string; businessDate: LocalDate | null; at: Date },
): Promise<void> {
  await db
    .insertInto('tenant')
    .values({ tenant_id: row.tenantId, name: row.name, business_date: row.businessDate, created_at: row.at })
    .execute()
}

/** Every customer of the installation, with the day that it set for itself. */
export async function listTenants(db: Db): Promise<{ tenantId: TenantId; businessDate: LocalDate | null }[]> {
  return await db
    .selectFrom('tenant')
    .select(['tenant_id as tenantId', 'business_date as businessDate'])
    .orderBy('tenant_id')
    .execute()
}
