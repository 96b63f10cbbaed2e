// long because: one select of a person serves lists and page; the writes stand beside it.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { AccountId, MembershipId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import { personSortKey, searchText } from '#domain/basics/text.ts'
import type { Role, Scope, TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type MembershipRow = {
  membershipId: MembershipId
  role: Role
  unitId: UnitId
  unitName: string
  unitPath: TreePath
  scopeUnitId: UnitId
  scopeName: string
  scopePath: TreePath
  validFrom: LocalDate
  validTo: LocalDate | null
}

export type PersonRow = {
  personId: PersonId
  accountId: AccountId | null
  version: number
  fullName: string
  jobTitle: string | null
  email: string | null
  phone: string | null
  userName: string | null
  signInPhone: string | null
  state: 'active' | 'invited' | 'deactivated'
  lastSeenAt: string | null
  memberships: MembershipRow[]
}

const state = sql<
  'active' | 'invited' | 'deactivated'
>`case when account.deactivated_at is not null then 'deactivated'
  when account.password_hash is null then 'invited' else 'active' end`

function persons(db: Db, tenantId: TenantId, day: LocalDate) {
  const memberships = sql<MembershipRow[]>`coalesce((
    select json_agg(json_build_object('membershipId', m.id, 'role', m.role, 'unitId', m.unit_id, 'unitName', un.short_name, 'unitPath', up.path::text,
      'scopeUnitId', m.scope_unit_id, 'scopeName', sn.short_name, 'scopePath', sp.path::text, 'validFrom', m.valid_from, 'validTo', m.valid_to) order by m.valid_from, m.id)
    from membership m
    join lateral (select s.short_name from unit_state s where s.tenant_id = m.tenant_id and s.unit_id = m.unit_id order by (s.valid_from <= ${day}) desc, s.valid_from desc limit 1) un on true
    join lateral (select p.path from unit_path p where p.tenant_id = m.tenant_id and p.unit_id = m.unit_id order by (p.valid_from <= ${day}) desc, p.valid_from desc limit 1) up on true
    join lateral (select s.short_name from unit_state s where s.tenant_id = m.tenant_id and s.unit_id = m.scope_unit_id order by (s.valid_from <= ${day}) desc, s.valid_from desc limit 1) sn on true
    join lateral (select p.path from unit_path p where p.tenant_id = m.tenant_id and p.unit_id = m.scope_unit_id order by (p.valid_from <= ${day}) desc, p.valid_from desc limit 1) sp on true
    where m.tenant_id = person.tenant_id and m.person_id = person.id), '[]'::json)`
  return db
    .selectFrom('person')
    .leftJoin('account', (on) =>
      on.onRef('account.tenant_id', '=', 'person.tenant_id').onRef('account.person_id', '=', 'person.id'),
    )
    .select([
      'person.id as personId',
      'account.id as accountId',
      'person.version',
      'person.full_name as fullName',
      'person.job_title as jobTitle',
      'person.email',
      'person.phone',
      'account.user_name as userName',
      'account.sign_in_phone as signInPhone',
      state.as('state'),
      sql<
        string | null
      >`(select to_char(max(s.seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from session s
        where s.tenant_id = account.tenant_id and s.account_id = account.id)`.as('lastSeenAt'),
      memberships.as('memberships'),
    ])
    .where('person.tenant_id', '=', tenantId)
}

export async function findPerson(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
  day: LocalDate,
): Promise<PersonRow | undefined> {
  return await persons(db, tenantId, day).where('person.id', '=', personId).executeTakeFirst()
}

/** In the order of the ids; who is not there is left out. */
export async function findPersons(
  db: Db,
  tenantId: TenantId,
  personIds: readonly PersonId[],
  day: LocalDate,
): Promise<PersonRow[]> {
  const rows = await persons(db, tenantId, day)
    .where('person.id', '=', sql<PersonId>`any(${[...personIds]}::uuid[])`)
    .execute()
  const byId = new Map(rows.map((row) => [row.personId, row]))
  return personIds.flatMap((personId) => byId.get(personId) ?? [])
}

/**
 * People with a living membership in a unit under the path and inside the scope; ordered as Vietnamese names are. Who works
 * nowhere any more is listed with the whole tenant.
 */
export async function listPersons(
  db: Db,
  scope: Scope,
  day: LocalDate,
  filter: {
    under: TreePath
    /** Folded words: of the person, or of the name, today's or an earlier one, of a unit under the path where he works. */
    search: string
    state: PersonRow['state'] | undefined
    offset: number
    limit: number
  },
): Promise<{ rows: PersonRow[]; total: number }> {
  const below = scope.everything
    ? sql<boolean>`true`
    : sql<boolean>`p.path <@ any(${[...scope.below]}::ltree[])`
  const placed = sql`join lateral (select up.path from unit_path up where up.tenant_id = m.tenant_id and up.unit_id = m.unit_id
      order by (up.valid_from <= ${day}) desc, up.valid_from desc limit 1) p on true`
  const isLiving = sql`(m.valid_to is null or m.valid_to > ${day})`
  const within = sql`p.path <@ ${filter.under}::ltree and ${below}`
  const living = sql`from membership m ${placed} where m.tenant_id = person.tenant_id and m.person_id = person.id and ${isLiving}`
  const isWhole = !filter.under.includes('.') && (scope.everything || scope.below.includes(filter.under))
  const nowhere = isWhole ? sql<boolean>`not exists (select 1 ${living})` : sql<boolean>`false`
  const works = sql<boolean>`(exists (select 1 ${living} and ${within}) or ${nowhere})`
  let query = persons(db, scope.tenantId, day).where(works)
  if (filter.search !== '') {
    const like = (text: string) => `%${text.replaceAll(/[%_\\]/g, '\\$&')}%`
    const words = filter.search.split(' ').map((word) => sql`s.search_text like ${like(word)}`)
    // Two sets, each by its own index: with "or" between them every person of the tenant would be looked at.
    const found = sql<PersonId>`(select f.id from person f where f.tenant_id = ${scope.tenantId} and f.search_text like ${like(filter.search)}
      union select m.person_id from unit_state s join membership m on m.tenant_id = s.tenant_id and m.unit_id = s.unit_id ${placed}
      where s.tenant_id = ${scope.tenantId} and s.valid_from <= ${day} and ${sql.join(words, sql` and `)} and ${isLiving} and ${within})`
    query = query.where('person.id', 'in', found)
  }
  if (filter.state !== undefined) query = query.where(state, '=', filter.state)
  const { total } = await query
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow()
  const rows = await query
    .orderBy('person.sort_key')
    .orderBy('person.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute()
  return { rows, total }
}

export type PersonGiven = {
  fullName: string
  jobTitle: string | null
  email: string | null
  phone: string | null
}

function personColumns(given: PersonGiven, userName: string | null) {
  return {
    full_name: given.fullName,
    sort_key: personSortKey(given.fullName),
    search_text: searchText(given.fullName, userName, given.jobTitle, given.phone),
    job_title: given.jobTitle,
    email: given.email,
    phone: given.phone,
  }
}

export async function insertPerson(
  db: Db,
  row: {
    tenantId: TenantId
    personId: PersonId
    accountId: AccountId
    userName: string
    signInPhone: string | null
    passwordHash: string | null
    at: Date
  } & PersonGiven,
): Promise<void> {
  await db
    .insertInto('person')
    .values({
      tenant_id: row.tenantId,
      id: row.personId,
      created_at: row.at,
      ...personColumns(row, row.userName),
    })
    .execute()
  await db
    .insertInto('account')
    .values({
      tenant_id: row.tenantId,
      id: row.accountId,
      person_id: row.personId,
      user_name: row.userName,
      sign_in_phone: row.signInPhone,
      password_hash: row.passwordHash,
      created_at: row.at,
    })
    .execute()
}

/** False when somebody changed the person meanwhile. */
export async function updatePerson(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
  version: number,
  given: PersonGiven & { signInPhone: string | null },
  userName: string | null,
): Promise<boolean> {
  const result = await db
    .updateTable('person')
    .set({ ...personColumns(given, userName), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await db
    .updateTable('account')
    .set({ sign_in_phone: given.signInPhone })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .execute()
  return true
}

export async function insertMembership(
  db: Db,
  row: {
    tenantId: TenantId
    id: MembershipId
    personId: PersonId
    unitId: UnitId
    role: Role
    scopeUnitId: UnitId
    from: LocalDate
    to?: LocalDate | null
  },
): Promise<void> {
  await db
    .insertInto('membership')
    .values({
      tenant_id: row.tenantId,
      id: row.id,
      person_id: row.personId,
      unit_id: row.unitId,
      role: row.role,
      scope_unit_id: row.scopeUnitId,
      valid_from: row.from,
      valid_to: row.to ?? null,
    })
    .execute()
}

/** A role given and taken back on one day is as if it had never been held: the row goes, the audit trail tells. */
export async function endMembership(
  db: Db,
  tenantId: TenantId,
  membershipId: MembershipId,
  day: LocalDate,
): Promise<void> {
  const own = db
    .deleteFrom('membership')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', membershipId)
    .where('valid_from', '>=', day)
  const deleted = await own.executeTakeFirst()
  if (deleted.numDeletedRows > 0n) return
  await db
    .updateTable('membership')
    .set({ valid_to: day })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', membershipId)
    .where('valid_to', 'is', null)
    .execute()
}

export async function setDeactivated(
  db: Db,
  tenantId: TenantId,
  accountId: AccountId,
  at: Date | null,
): Promise<void> {
  await db
    .updateTable('account')
    .set((set) => ({ deactivated_at: at, version: set('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', accountId)
    .execute()
}

/** Of two administrators who put each other down at once, the second waits here and then counts without himself. */
export async function lockAdministrators(db: Db, tenantId: TenantId): Promise<void> {
  await sql`select 1 from tenant where tenant_id = ${tenantId} for no key update`.execute(db)
}

/** Administrators with a living role and a living account over one of the tenant's roots. */
export async function countAdministrators(db: Db, tenantId: TenantId, day: LocalDate): Promise<number> {
  const row = await db
    .selectFrom('membership as m')
    .innerJoin('account as a', (on) =>
      on.onRef('a.tenant_id', '=', 'm.tenant_id').onRef('a.person_id', '=', 'm.person_id'),
    )
    .select(sql<number>`count(distinct m.person_id)::int`.as('count'))
    .where('m.tenant_id', '=', tenantId)
    .where('m.role', '=', 'administrator')
    .where('a.deactivated_at', 'is', null)
    .where('m.valid_from', '<=', day)
    .where((where) => where.or([where('m.valid_to', 'is', null), where('m.valid_to', '>', day)]))
    .where(
      sql<boolean>`1 = (select nlevel(p.path) from unit_path p where p.tenant_id = m.tenant_id and p.unit_id = m.scope_unit_id
        and p.valid_from <= ${day} order by p.valid_from desc limit 1)`,
    )
    .executeTakeFirstOrThrow()
  return row.count
}

export async function insertLinks(
  db: Db,
  tenantId: TenantId,
  rows: readonly { id: string; accountId: AccountId; purpose: 'invitation' | 'reset'; tokenHash: string }[],
  by: PersonId | null,
  at: Date,
  expiresAt: Date,
): Promise<void> {
  const list = JSON.stringify(
    rows.map((row) => ({
      id: row.id,
      account_id: row.accountId,
      purpose: row.purpose,
      token_hash: row.tokenHash,
    })),
  )
  // An older link of the same account is spent: only the slip handed out last opens the door.
  await sql`update one_time_link set used_at = ${at} where tenant_id = ${tenantId} and used_at is null
    and account_id in (select r.account_id from jsonb_to_recordset(${list}::jsonb) as r(account_id uuid))`.execute(
    db,
  )
  await sql`insert into one_time_link (tenant_id, id, account_id, purpose, token_hash, created_at, created_by, expires_at)
    select ${tenantId}, r.id, r.account_id, r.purpose, r.token_hash, ${at}, ${by}, ${expiresAt}
    from jsonb_to_recordset(${list}::jsonb) as r(id uuid, account_id uuid, purpose text, token_hash text)`.execute(
    db,
  )
}

export type LinkRow = {
  tenantId: TenantId
  linkId: string
  accountId: AccountId
  personId: PersonId
  fullName: string
  userName: string
  purpose: 'invitation' | 'reset'
}

export async function findLink(db: Db, tokenHash: string, now: Date): Promise<LinkRow | undefined> {
  return await db
    .selectFrom('one_time_link as l')
    .innerJoin('account as a', (on) =>
      on.onRef('a.tenant_id', '=', 'l.tenant_id').onRef('a.id', '=', 'l.account_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.person_id'),
    )
    .select([
      'l.tenant_id as tenantId',
      'l.id as linkId',
      'a.id as accountId',
      'p.id as personId',
      'p.full_name as fullName',
      'a.user_name as userName',
      'l.purpose',
    ])
    .where('l.token_hash', '=', tokenHash)
    .where('l.used_at', 'is', null)
    .where('l.expires_at', '>', now)
    .where('a.deactivated_at', 'is', null)
    .executeTakeFirst()
}

/** False when the link was spent meanwhile: of two who use it at once, one gets in. */
export async function spendLink(db: Db, tenantId: TenantId, linkId: string, at: Date): Promise<boolean> {
  const result = await db
    .updateTable('one_time_link')
    .set({ used_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', linkId)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function listAdministratorRows(
  db: Db,
): Promise<{ userName: string; fullName: string; tenant: string }[]> {
  return await db
    .selectFrom('membership as m')
    .innerJoin('account as a', (on) =>
      on.onRef('a.tenant_id', '=', 'm.tenant_id').onRef('a.person_id', '=', 'm.person_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.tenant_id', '=', 'm.tenant_id').onRef('p.id', '=', 'm.person_id'),
    )
    .innerJoin('tenant as t', 't.tenant_id', 'm.tenant_id')
    .distinct()
    .select(['a.user_name as userName', 'p.full_name as fullName', 't.name as tenant'])
    .where('m.role', '=', 'administrator')
    .where('m.valid_to', 'is', null)
    .where('a.deactivated_at', 'is', null)
    .orderBy('t.name')
    .orderBy('a.user_name')
    .execute()
}
