import type { NoticeId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import { sql } from 'kysely'
import type { Db } from '#server/database/connect.ts'

export type NewNotice = { id: NoticeId; unitId: UnitId; kind: string; subject: unknown }

export async function insertNotices(
  db: Db,
  tenantId: TenantId,
  at: Date,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  await sql`insert into notice (tenant_id, id, unit_id, kind, subject, created_at)
    select ${tenantId}, n.id, n.unit_id, n.kind, n.subject, ${at}
    from jsonb_to_recordset(${JSON.stringify(notices.map((one) => ({ id: one.id, unit_id: one.unitId, kind: one.kind, subject: one.subject })))}::jsonb)
      as n(id uuid, unit_id uuid, kind text, subject jsonb)`.execute(db)
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
  units: readonly UnitId[],
  limit: number,
): Promise<NoticeRow[]> {
  if (units.length === 0) return []
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
    .where('notice.unit_id', 'in', [...units])
    .orderBy('notice.created_at', 'desc')
    .orderBy('notice.id', 'desc')
    .limit(limit)
    .execute()
}

export async function markRead(
  db: Db,
  tenantId: TenantId,
  personId: PersonId,
  units: readonly UnitId[],
  until: Date,
  at: Date,
): Promise<number> {
  if (units.length === 0) return 0
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
        .where('unit_id', 'in', [...units])
        .where('created_at', '<=', until),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}
