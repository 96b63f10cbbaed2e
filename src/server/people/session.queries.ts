import { sql } from 'kysely'
import type { AccountId, PersonId, SessionId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { Role } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type SessionRow = {
  tenantId: TenantId
  sessionId: SessionId
  accountId: AccountId
  personId: PersonId
  fullName: string
  businessDate: LocalDate | null
  seenAt: Date
}

export async function findSession(db: Db, tokenHash: string, now: Date): Promise<SessionRow | undefined> {
  return await db
    .selectFrom('session')
    .innerJoin('account', (on) =>
      on.onRef('account.tenant_id', '=', 'session.tenant_id').onRef('account.id', '=', 'session.account_id'),
    )
    .innerJoin('person', (on) =>
      on.onRef('person.tenant_id', '=', 'account.tenant_id').onRef('person.id', '=', 'account.person_id'),
    )
    .innerJoin('tenant', 'tenant.tenant_id', 'session.tenant_id')
    .select([
      'session.tenant_id as tenantId',
      'session.id as sessionId',
      'account.id as accountId',
      'person.id as personId',
      'person.full_name as fullName',
      'tenant.business_date as businessDate',
      'session.seen_at as seenAt',
    ])
    .where('session.token_hash', '=', tokenHash)
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    .where('account.deactivated_at', 'is', null)
    .executeTakeFirst()
}

export type GrantRow = {
  role: Role
  unitId: UnitId
  unitName: string
  unitCode: string
  scopeUnitId: UnitId
  scopeName: string
  scopeCode: string
  scope: string
}

/** Roles held on the day, with the names and the place in the tree of that day, or of the last day of a unit that ended. */
export async function listGrants(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
  day: LocalDate,
): Promise<GrantRow[]> {
  const latestState = (unit: 'unit_id' | 'scope_unit_id') =>
    sql<{
      name: string
      code: string
    }>`(select json_build_object('name', s.short_name, 'code', s.code) from unit_state s
      where s.tenant_id = membership.tenant_id and s.unit_id = membership.${sql.ref(unit)} and s.valid_from <= ${day}
      order by s.valid_from desc limit 1)`
  const rows = await db
    .selectFrom('membership')
    .select([
      'membership.role as role',
      'membership.unit_id as unitId',
      'membership.scope_unit_id as scopeUnitId',
      latestState('unit_id').as('unit'),
      latestState('scope_unit_id').as('scopeUnit'),
      sql<string | null>`(select p.path::text from unit_path p where p.tenant_id = membership.tenant_id
        and p.unit_id = membership.scope_unit_id and p.valid_from <= ${day} order by p.valid_from desc limit 1)`.as(
        'scope',
      ),
    ])
    .where('membership.tenant_id', '=', tenantId)
    .where('membership.person_id', '=', personId)
    .where('membership.valid_from', '<=', day)
    .where((where) =>
      where.or([where('membership.valid_to', 'is', null), where('membership.valid_to', '>', day)]),
    )
    .orderBy('membership.valid_from')
    .orderBy('membership.id')
    .execute()
  return rows.flatMap((row) => {
    // A unit founded later than the tenant's day gives no rights yet.
    if (row.scope === null || row.unit === null || row.scopeUnit === null) return []
    return [
      {
        role: row.role,
        unitId: row.unitId,
        unitName: row.unit.name,
        unitCode: row.unit.code,
        scopeUnitId: row.scopeUnitId,
        scopeName: row.scopeUnit.name,
        scopeCode: row.scopeUnit.code,
        scope: row.scope,
      },
    ]
  })
}

export async function touchSession(
  db: Db,
  tenantId: TenantId,
  sessionId: SessionId,
  now: Date,
): Promise<void> {
  await db
    .updateTable('session')
    .set({ seen_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sessionId)
    .execute()
}

export type AccountRow = {
  tenantId: TenantId
  accountId: AccountId
  personId: PersonId
  fullName: string
  userName: string
  passwordHash: string | null
  active: boolean
}

/** By user name (lower case) or sign-in phone (digits). */
export async function findAccount(
  db: Db,
  userName: string,
  phone: string | null,
): Promise<AccountRow | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', (on) =>
      on.onRef('person.tenant_id', '=', 'account.tenant_id').onRef('person.id', '=', 'account.person_id'),
    )
    .select([
      'account.tenant_id as tenantId',
      'account.id as accountId',
      'account.person_id as personId',
      'account.user_name as userName',
      'account.password_hash as passwordHash',
      'account.deactivated_at as deactivatedAt',
      'person.full_name as fullName',
    ])
    .where((where) =>
      where.or([
        where('account.user_name', '=', userName),
        ...(phone === null ? [] : [where('account.sign_in_phone', '=', phone)]),
      ]),
    )
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, active: row.deactivatedAt === null }
}

export async function countFailures(
  db: Db,
  nameKey: string,
  ip: string,
  since: Date,
): Promise<{ forName: number; forAddress: number }> {
  const row = await db
    .selectFrom('sign_in_attempt')
    .select([
      sql<number>`count(*) filter (where name_key = ${nameKey})::int`.as('forName'),
      sql<number>`count(*) filter (where ip = ${ip})::int`.as('forAddress'),
    ])
    .where('at', '>', since)
    .where('succeeded', '=', false)
    .where((where) => where.or([where('name_key', '=', nameKey), where('ip', '=', ip)]))
    .executeTakeFirstOrThrow()
  return row
}

/** Counted before it is judged: of a hundred guesses at once no more are looked at than of a hundred in a row. */
export async function insertAttempt(
  db: Db,
  attempt: { at: Date; nameKey: string; ip: string },
): Promise<number> {
  const { id } = await db
    .insertInto('sign_in_attempt')
    .values({ at: attempt.at, name_key: attempt.nameKey, ip: attempt.ip, succeeded: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function deleteAttempt(db: Db, id: number): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('id', '=', id).execute()
}

/** A person who has got in is no longer counted as guessing. */
export async function forgetFailures(db: Db, tenantId: TenantId, accountId: AccountId): Promise<void> {
  await sql`delete from sign_in_attempt where not succeeded and name_key in (
    select unnest(array[user_name, sign_in_phone]) from account where tenant_id = ${tenantId} and id = ${accountId})`.execute(
    db,
  )
}

export async function insertSession(
  db: Db,
  row: {
    tenantId: TenantId
    id: SessionId
    accountId: AccountId
    tokenHash: string
    now: Date
    expiresAt: Date
    ip: string
    userAgent: string | null
  },
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      tenant_id: row.tenantId,
      id: row.id,
      account_id: row.accountId,
      token_hash: row.tokenHash,
      created_at: row.now,
      seen_at: row.now,
      expires_at: row.expiresAt,
      ended_at: null,
      ip: row.ip,
      user_agent: row.userAgent,
    })
    .execute()
}

/** Ends the account's sessions, all but one where one is to be spared; returns how many ended. */
export async function endSessions(
  db: Db,
  tenantId: TenantId,
  accountId: AccountId,
  now: Date,
  which: { only?: SessionId; spare?: SessionId | null },
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ ended_at: now })
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (which.only !== undefined) query = query.where('id', '=', which.only)
  if (which.spare !== undefined && which.spare !== null) query = query.where('id', '!=', which.spare)
  const result = await query.executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export type OwnSession = {
  sessionId: SessionId
  createdAt: Date
  seenAt: Date
  ip: string | null
  userAgent: string | null
}

export async function listSessions(
  db: Db,
  tenantId: TenantId,
  accountId: AccountId,
  now: Date,
): Promise<OwnSession[]> {
  return await db
    .selectFrom('session')
    .select([
      'id as sessionId',
      'created_at as createdAt',
      'seen_at as seenAt',
      'ip',
      'user_agent as userAgent',
    ])
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute()
}
