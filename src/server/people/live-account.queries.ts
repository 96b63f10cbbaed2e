import type { AccountId, PersonId, TenantId } from '#domain/basics/ids.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { Db } from '#server/database/connect.ts'

export async function findLiveAccount(
  db: Db,
  tenantId: TenantId,
  accountId: AccountId,
): Promise<{ personId: PersonId; fullName: string; businessDate: LocalDate | null } | undefined> {
  return await db
    .selectFrom('account')
    .innerJoin('person', (on) =>
      on.onRef('person.tenant_id', '=', 'account.tenant_id').onRef('person.id', '=', 'account.person_id'),
    )
    .innerJoin('tenant', 'tenant.tenant_id', 'account.tenant_id')
    .select(['person.id as personId', 'person.full_name as fullName', 'tenant.business_date as businessDate'])
    .where('account.tenant_id', '=', tenantId)
    .where('account.id', '=', accountId)
    .where('account.deactivated_at', 'is', null)
    .executeTakeFirst()
}
