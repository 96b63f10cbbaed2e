import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { MailId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'

/** On which day persons hold their roles, and from when on notices go by mail. */
export type Recipients = { tenantId: TenantId; day: LocalDate; since: Date }

/** Two servers, or two rounds, would write the same letters. */
export async function lockLetters(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7420240907)`.execute(db)
}

// Persons with an account in use and an address, who have not switched their mails off, by the units in which they work ('') and by the roles
// that they hold over units. An
// address that was refused for good is left alone for as long as notices are looked back to.
function reached({ tenantId, day, since }: Recipients) {
  return sql`
    select told.unit_id, told.role, p.id as person_id
    from membership m
    cross join lateral (values (m.unit_id, ''), (m.scope_unit_id, m.role)) as told(unit_id, role)
    join person p on p.tenant_id = m.tenant_id and p.id = m.person_id and p.email <> ''
    join account a on a.tenant_id = p.tenant_id and a.person_id = p.id and a.deactivated_at is null
    where m.tenant_id = ${tenantId} and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day})
      and not exists (select 1 from mail_choice c where c.tenant_id = p.tenant_id and c.person_id = p.id and not c.wanted)
      and not exists (select 1 from mail f where f.tenant_id = p.tenant_id and f.person_id = p.id and f.state = 'failed'
        and f.address = p.email and f.ended_at > ${since})`
}

// Unread, and in no letter yet.
function pending(recipients: Recipients) {
  const { tenantId, since } = recipients
  return sql`
    select distinct r.person_id, n.id as notice_id, n.kind
    from notice n
    join (${reached(recipients)}) r on r.unit_id = n.unit_id and r.role = coalesce(n.role, '')
    where n.tenant_id = ${tenantId} and n.created_at > ${since}
      and not exists (select 1 from notice_read d where d.tenant_id = n.tenant_id and d.notice_id = n.id and d.person_id = r.person_id)
      and not exists (select 1 from mail_notice d where d.tenant_id = n.tenant_id and d.notice_id = n.id and d.person_id = r.person_id)`
}

export type Due = { personId: PersonId; waitingId: MailId | null }

/**
 * Whose letter is due: something urgent, or the first of the day, or one that waits can take more in. Not while a letter of
 * theirs is being handed over: what would be added then might not be in it any more.
 */
export async function listDue(
  db: Db,
  recipients: Recipients,
  on: { urgentKinds: readonly string[]; writtenOn: LocalDate; letterTime: boolean },
): Promise<Due[]> {
  const { tenantId } = recipients
  const { rows } = await sql<Due>`
    with due as (
      select p.person_id, bool_or(p.kind = any(${[...on.urgentKinds]}::text[])) as urgent
      from (${pending(recipients)}) p group by p.person_id),
    waiting as (
      select w.person_id, w.id, w.claimed_until from mail w
      where w.tenant_id = ${tenantId} and w.state = 'queued' for update)
    select d.person_id as "personId", w.id as "waitingId"
    from due d left join waiting w on w.person_id = d.person_id
    where w.claimed_until is null and (d.urgent or w.id is not null or (${on.letterTime} and not exists (
      select 1 from mail t where t.tenant_id = ${tenantId} and t.person_id = d.person_id and t.written_on = ${on.writtenOn})))
    order by d.person_id`.execute(db)
  return rows
}

export async function insertLetters(
  db: Db,
  tenantId: TenantId,
  letters: readonly { personId: PersonId; mailId: MailId }[],
  on: { writtenOn: LocalDate; at: Date },
): Promise<void> {
  if (letters.length === 0) return
  await sql`insert into mail (tenant_id, id, person_id, written_on, state, created_at, next_attempt_at)
    select ${tenantId}, l.mail_id, l.person_id, ${on.writtenOn}, 'queued', ${on.at}, ${on.at}
    from jsonb_to_recordset(${asRows(letters)}::jsonb) as l(person_id uuid, mail_id uuid)`.execute(db)
}

export async function fillLetters(
  db: Db,
  recipients: Recipients,
  letters: readonly { personId: PersonId; mailId: MailId }[],
): Promise<void> {
  await sql`insert into mail_notice (tenant_id, notice_id, person_id, mail_id)
    select ${recipients.tenantId}, p.notice_id, p.person_id, l.mail_id
    from (${pending(recipients)}) p
    join jsonb_to_recordset(${asRows(letters)}::jsonb) as l(person_id uuid, mail_id uuid) on l.person_id = p.person_id`.execute(
    db,
  )
}

function asRows(letters: readonly { personId: PersonId; mailId: MailId }[]): string {
  return JSON.stringify(letters.map(({ personId, mailId }) => ({ person_id: personId, mail_id: mailId })))
}

export async function countReached(
  db: Db,
  recipients: Recipients,
  unitIds: readonly UnitId[],
): Promise<{ units: number; persons: number }> {
  const { rows } = await sql<{ units: number; persons: number }>`
    select count(distinct r.unit_id)::int as units, count(distinct r.person_id)::int as persons
    from (${reached(recipients)}) r where r.role = '' and r.unit_id = any(${[...unitIds]}::uuid[])`.execute(
    db,
  )
  return rows[0] ?? { units: 0, persons: 0 }
}
