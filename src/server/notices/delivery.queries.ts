import { sql } from 'kysely'
import type { MailId, NoticeId, PersonId, TenantId } from '#domain/basics/ids.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { Db } from '#server/database/connect.ts'

export type ClaimedLetter = { mailId: MailId; personId: PersonId; attempts: number }

/** The next letter that is due becomes this server's for a while; its attempt is counted before anything leaves. */
export async function claimLetter(
  db: Db,
  tenantId: TenantId,
  at: Date,
  until: Date,
): Promise<ClaimedLetter | undefined> {
  const { rows } = await sql<ClaimedLetter>`
    update mail set claimed_until = ${until}, attempts = attempts + 1
    where tenant_id = ${tenantId} and id = (select m.id from mail m
      where m.tenant_id = ${tenantId} and m.state = 'queued' and m.next_attempt_at <= ${at}
        and (m.claimed_until is null or m.claimed_until <= ${at})
      order by m.next_attempt_at, m.id limit 1 for update skip locked)
    returning id as "mailId", person_id as "personId", attempts`.execute(db)
  return rows[0]
}

export async function getTenantName(db: Db, tenantId: TenantId): Promise<string> {
  const row = await db
    .selectFrom('tenant')
    .select('name')
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return row.name
}

export type Recipient = {
  name: string
  email: string | null
  isActive: boolean
  wanted: boolean
  language: 'vi' | 'en'
}

export async function getRecipient(db: Db, tenantId: TenantId, personId: PersonId): Promise<Recipient> {
  const { rows } = await sql<Recipient>`
    select p.full_name as name, p.email,
      exists (select 1 from account a where a.tenant_id = p.tenant_id and a.person_id = p.id and a.deactivated_at is null) as "isActive",
      coalesce(c.wanted, true) as wanted, coalesce(c.language, 'vi') as language
    from person p left join mail_choice c on c.tenant_id = p.tenant_id and c.person_id = p.id
    where p.tenant_id = ${tenantId} and p.id = ${personId}`.execute(db)
  const row = rows[0]
  // A foreign key keeps the person of every letter.
  if (row === undefined) throw new Error('a letter without a person')
  return row
}

export type LetterNotice = {
  noticeId: NoticeId
  unitName: string
  unitCode: string
  subject: unknown
  createdAt: Date
}

/** What stands in a letter: by unit, the oldest first. */
export async function listLetterNotices(
  db: Db,
  tenantId: TenantId,
  mailId: MailId,
  day: LocalDate,
): Promise<LetterNotice[]> {
  const { rows } = await sql<LetterNotice>`
    select n.id as "noticeId", s.short_name as "unitName", s.code as "unitCode", n.subject, n.created_at as "createdAt"
    from mail_notice l
    join notice n on n.tenant_id = l.tenant_id and n.id = l.notice_id
    join lateral (select us.short_name, us.code, us.sort_key from unit_state us where us.tenant_id = n.tenant_id and us.unit_id = n.unit_id
      order by us.valid_from > ${day}, abs(us.valid_from - ${day}::date) limit 1) s on true
    where l.tenant_id = ${tenantId} and l.mail_id = ${mailId}
    order by s.sort_key, n.unit_id, n.created_at, n.id`.execute(db)
  return rows
}

export async function endLetter(
  db: Db,
  tenantId: TenantId,
  mailId: MailId,
  end: { state: 'sent' | 'failed' | 'dropped'; address: string | null; error: string | null; at: Date },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      state: end.state,
      address: end.address,
      last_error: end.error,
      ended_at: end.at,
      claimed_until: null,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', mailId)
    .execute()
}

export async function putOffLetter(
  db: Db,
  tenantId: TenantId,
  mailId: MailId,
  again: { at: Date; address: string; error: string },
): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      next_attempt_at: again.at,
      address: again.address,
      last_error: again.error,
      claimed_until: null,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', mailId)
    .execute()
}
