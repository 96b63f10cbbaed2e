import { sql } from 'kysely'
import type { MailId, PersonId, TenantId } from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'

export type MailChoice = { wanted: boolean; language: 'vi' | 'en'; version: number }

export async function findMailChoice(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
): Promise<MailChoice | undefined> {
  return await db
    .selectFrom('mail_choice')
    .select(['wanted', 'language', 'version'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** False when it was changed elsewhere meanwhile. */
export async function saveMailChoice(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
  choice: MailChoice,
  at: Date,
): Promise<boolean> {
  if (choice.version === 0) {
    const added = await db
      .insertInto('mail_choice')
      .values({
        tenant_id: tenantId,
        person_id: personId,
        wanted: choice.wanted,
        language: choice.language,
        changed_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const changed = await db
    .updateTable('mail_choice')
    .set({
      wanted: choice.wanted,
      language: choice.language,
      version: choice.version + 1,
      changed_at: at,
    })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('version', '=', choice.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

export async function getOwnAddress(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
): Promise<{ name: string; email: string | null }> {
  return await db
    .selectFrom('person')
    .select(['full_name as name', 'email'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
}

export async function countLetters(
  db: Db,
  tenantId: TenantId,
  since: Date,
): Promise<{ waiting: number; sent: number; failed: number; lastSentAt: Date | null }> {
  return await db
    .selectFrom('mail')
    .select([
      sql<number>`(count(*) filter (where state = 'queued'))::int`.as('waiting'),
      sql<number>`(count(*) filter (where state = 'sent'))::int`.as('sent'),
      sql<number>`(count(*) filter (where state = 'failed'))::int`.as('failed'),
      sql<Date | null>`max(ended_at) filter (where state = 'sent')`.as('lastSentAt'),
    ])
    .where('tenant_id', '=', tenantId)
    .where((where) => where.or([where('state', '=', 'queued'), where('ended_at', '>', since)]))
    .executeTakeFirstOrThrow()
}

export type Trouble = {
  mailId: MailId
  personName: string
  address: string
  state: 'queued' | 'failed'
  attempts: number
  error: string
  nextAttemptAt: Date
  endedAt: Date | null
}

export async function listTroubles(
  db: Db,
  tenantId: TenantId,
  since: Date,
  limit: number,
): Promise<Trouble[]> {
  const { rows } = await sql<Trouble>`
    select m.id as "mailId", p.full_name as "personName", coalesce(m.address, p.email, '') as address, m.state, m.attempts,
      m.last_error as error, m.next_attempt_at as "nextAttemptAt", m.ended_at as "endedAt"
    from mail m join person p on p.tenant_id = m.tenant_id and p.id = m.person_id
    where m.tenant_id = ${tenantId} and m.last_error is not null
      and (m.state = 'queued' or (m.state = 'failed' and m.ended_at > ${since}))
    order by coalesce(m.ended_at, m.next_attempt_at) desc, m.id desc limit ${limit}`.execute(db)
  return rows
}
