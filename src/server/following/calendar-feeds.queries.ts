import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { AccountId, FeedId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type FeedRow = {
  tenantId: TenantId
  feedId: FeedId
  accountId: AccountId
  unitId: UnitId | null
  createdAt: Date
}

function feeds(db: Db) {
  return db
    .selectFrom('calendar_feed')
    .select([
      'tenant_id as tenantId',
      'id as feedId',
      'account_id as accountId',
      'unit_id as unitId',
      'created_at as createdAt',
    ])
    .where('ended_at', 'is', null)
}

/** Before anybody is known: by the hash alone. */
export async function findFeed(db: Db, tokenHash: string): Promise<FeedRow | undefined> {
  return await feeds(db).where('token_hash', '=', tokenHash).executeTakeFirst()
}

export async function listFeeds(db: Db, tenantId: TenantId, accountId: AccountId): Promise<FeedRow[]> {
  return await feeds(db)
    .where('tenant_id', '=', tenantId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('calendar_feed.id')
    .execute()
}

export async function insertFeed(
  db: Db,
  row: Omit<FeedRow, 'createdAt'> & { tokenHash: string; at: Date },
): Promise<void> {
  await db
    .insertInto('calendar_feed')
    .values({
      tenant_id: row.tenantId,
      id: row.feedId,
      account_id: row.accountId,
      unit_id: row.unitId,
      token_hash: row.tokenHash,
      created_at: row.at,
      ended_at: null,
    })
    .execute()
}

export async function endFeed(db: Db, tenantId: TenantId, feedId: FeedId, at: Date): Promise<void> {
  await db
    .updateTable('calendar_feed')
    .set({ ended_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', feedId)
    .execute()
}

export type DueRow = {
  assignmentId: string
  windowNo: number
  no: string | null
  title: string
  planTitle: string
  unitName: string
  unitPath: TreePath
  dueOn: LocalDate
  doneOn: LocalDate | null
  sequence: number
  changedAt: Date
}

/** What has a last day in these school years, of a unit or in a person's hands. */
export async function listDue(
  db: Db,
  tenantId: TenantId,
  day: LocalDate,
  of: { unitId: UnitId } | { holderId: PersonId },
  years: readonly SchoolYear[],
): Promise<DueRow[]> {
  const whose = 'unitId' in of ? sql`a.unit_id = ${of.unitId}` : sql`a.holder_id = ${of.holderId}`
  const { rows } = await sql<DueRow>`
    select a.id as "assignmentId", w.window_no as "windowNo", t.no, coalesce(t.title, d.body) as title, p.title as "planTitle",
      s.short_name as "unitName", place.path::text as "unitPath", coalesce(w.granted_on, w.due_on) as "dueOn",
      w.done_on as "doneOn", w.version + a.version - 2 as sequence,
      greatest(a.created_at,
        (select max(e.at) from progress_entry e where e.tenant_id = a.tenant_id and e.assignment_id = a.id),
        (select max(x.at) from assignment_step x where x.tenant_id = a.tenant_id and x.assignment_id = a.id)) as "changedAt"
    from assignment a
    join assignment_window w on w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null
    join plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id
    left join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
    left join plan_duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
    join lateral (select us.short_name from unit_state us where us.tenant_id = a.tenant_id and us.unit_id = a.unit_id
      and us.valid_from <= ${day} order by us.valid_from desc limit 1) s on true
    join lateral (select up.path from unit_path up where up.tenant_id = a.tenant_id and up.unit_id = a.unit_id
      and up.valid_from <= ${day} order by up.valid_from desc limit 1) place on true
    where a.tenant_id = ${tenantId} and ${whose} and a.state in ('given', 'acknowledged')
      and p.state = 'published' and p.school_year = any(${[...years]}::text[])
      and coalesce(w.granted_on, w.due_on) is not null
    order by "dueOn", a.id, w.window_no`.execute(db)
  return rows
}
