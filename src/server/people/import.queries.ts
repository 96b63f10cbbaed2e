import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { TenantId } from '#domain/basics/ids.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type NameOwner = {
  tenantId: TenantId
  userName: string
  fullName: string
  units: { code: string; path: TreePath }[]
}

/** Who bears these user names, in any tenant: a name is one person's in the whole installation. */
export async function listNameOwners(
  db: Db,
  userNames: readonly string[],
  day: LocalDate,
): Promise<NameOwner[]> {
  if (userNames.length === 0) return []
  const { rows } = await sql<NameOwner>`
    select a.tenant_id as "tenantId", a.user_name as "userName", p.full_name as "fullName", coalesce((
      select json_agg(json_build_object('code', s.code, 'path', up.path::text))
      from membership m
      join lateral (select us.code from unit_state us where us.tenant_id = m.tenant_id and us.unit_id = m.unit_id
        order by (us.valid_from <= ${day}) desc, us.valid_from desc limit 1) s on true
      join lateral (select x.path from unit_path x where x.tenant_id = m.tenant_id and x.unit_id = m.unit_id
        order by (x.valid_from <= ${day}) desc, x.valid_from desc limit 1) up on true
      where m.tenant_id = a.tenant_id and m.person_id = a.person_id and (m.valid_to is null or m.valid_to > ${day})), '[]'::json) as units
    from account a join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.user_name = any(${[...userNames]}::text[])`.execute(db)
  return rows
}

export async function listTakenPhones(db: Db, phones: readonly string[]): Promise<Set<string>> {
  if (phones.length === 0) return new Set()
  const { rows } = await sql<{
    phone: string
  }>`select sign_in_phone as phone from account where sign_in_phone = any(${[...phones]}::text[])`.execute(db)
  return new Set(rows.map((row) => row.phone))
}
