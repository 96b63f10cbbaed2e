import type { NoticeId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { Role } from '#domain/rights/can.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#server/database/connect.ts'

export type NewNotice = {
  id: NoticeId
  unitId: UnitId
  role: 'officer' | 'leader' | null
  kind: string
  subject: unknown
}

/** What reaches a person: what his units are told, and what whoever holds his roles is told. */
export type Hearing = {
  worksIn: readonly UnitId[]
  holds: readonly { role: Role; unitId: UnitId }[]
}

export async function insertNotices(
  db: Db,
  tenantId: TenantId,
  at: Date,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  await sql`insert into notice (tenant_id, id, unit_id, role, kind, subject, created_at)
    select ${tenantId}, n.id, n.unit_id, n.role, n.kind, n.subject, ${at}
    from jsonb_to_recordset(${JSON.stringify(notices.map((one) => ({ id: one.id, unit_id: one.unitId, role: one.role, kind: one.kind, subject: one.subject })))}::jsonb)
      as n(id uuid, unit_id uuid, role text, kind text, subject jsonb)`.execute(db)
}

// By the index on the unit either way.
function reaches({ worksIn, holds }: Hearing): RawBuilder<boolean> {
  const units = [...worksIn, ...holds.map((held) => held.unitId)]
  const roles = JSON.stringify(holds.map((held) => ({ role: held.role, unit_id: held.unitId })))
  return sql<boolean>`notice.unit_id = any(${units}::uuid[]) and case when notice.role is null
    then notice.unit_id = any(${[...worksIn]}::uuid[])
    else exists (select 1 from jsonb_to_recordset(${roles}::jsonb) as h(role text, unit_id uuid)
      where h.role = notice.role and h.unit_id = notice.unit_id) end`
}

export type NoticeRow = {
  noticeId: NoticeId
  unitId: UnitId
  unitName: string
  kind: string
  subject: unknown
  createdAt: Date
  readAt: Date | null
}

/** Notices to the units that a person works in, newest first. */
export async function listNotices(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
  hearing: Hearing,
  limit: number,
): Promise<NoticeRow[]> {
  if (hearing.worksIn.length === 0) return []
  return await db
    .selectFrom('notice')
    .leftJoin('notice_read', (on) =>
      on
        .onRef('notice_read.tenant_id', '=', 'notice.tenant_id')
        .onRef('notice_read.notice_id', '=', 'notice.id')
        .on('notice_read.person_id', '=', personId),
    )
    .select([
      'notice.id as noticeId',
      'notice.unit_id as unitId',
      sql<string>`(select s.short_name from unit_state s where s.tenant_id = notice.tenant_id and s.unit_id = notice.unit_id order by s.valid_from desc limit 1)`.as(
        'unitName',
      ),
      'notice.kind',
      'notice.subject',
      'notice.created_at as createdAt',
      'notice_read.read_at as readAt',
    ])
    .where('notice.tenant_id', '=', tenantId)
    .where(reaches(hearing))
    .orderBy('notice.created_at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(limit)
    .execute()
}

export async function markRead(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
  hearing: Hearing,
  until: Date,
  at: Date,
): Promise<number> {
  if (hearing.worksIn.length === 0) return 0
  const result = await db
    .insertInto('notice_read')
    .columns(['tenant_id', 'notice_id', 'person_id', 'read_at'])
    .expression((from) =>
      from
        .selectFrom('notice')
        .select([
          'tenant_id',
          'id',
          sql<PersonId>`${personId}::uuid`.as('person_id'),
          sql<Date>`${at}::timestamptz`.as('read_at'),
        ])
        .where('tenant_id', '=', tenantId)
        .where(reaches(hearing))
        .where('created_at', '<=', until),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}
