// Amendments of plans and what each proposes for its items.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type {
  AmendmentId,
  DutyId,
  EntryId,
  PersonId,
  PlanId,
  TargetId,
  TaskId,
  TenantId,
} from '#domain/basics/ids.ts'
import type { AmendmentAct, ItemKind, ItemState } from '#domain/plans/amendment.ts'
import type { Db } from '#server/database/connect.ts'

export type ItemId = TaskId | DutyId | TargetId
export type AmendmentRow = {
  amendmentId: AmendmentId
  planId: PlanId
  no: number | null
  reason: string
  number: string | null
  signedOn: LocalDate | null
  state: 'draft' | 'published' | 'discarded'
  version: number
  createdAt: Date
  createdByName: string
  publishedAt: Date | null
  publishedByName: string | null
  publishedOn: LocalDate | null
  changed: number
  added: number
  ended: number
}

function amendments(db: Db, tenantId: TenantId) {
  const count = (act: AmendmentAct) =>
    sql<number>`(select count(*)::int from plan_amendment_entry e where e.tenant_id = m.tenant_id
      and e.amendment_id = m.id and e.act = ${act})`
  return db
    .selectFrom('plan_amendment as m')
    .innerJoin('person as creator', (on) =>
      on.onRef('creator.tenant_id', '=', 'm.tenant_id').onRef('creator.id', '=', 'm.created_by'),
    )
    .leftJoin('person as publisher', (on) =>
      on.onRef('publisher.tenant_id', '=', 'm.tenant_id').onRef('publisher.id', '=', 'm.published_by'),
    )
    .select([
      'm.id as amendmentId',
      'm.plan_id as planId',
      'm.no',
      'm.reason',
      'm.number',
      'm.signed_on as signedOn',
      'm.state',
      'm.version',
      'm.created_at as createdAt',
      'creator.full_name as createdByName',
      'm.published_at as publishedAt',
      'publisher.full_name as publishedByName',
      'm.published_on as publishedOn',
      count('change').as('changed'),
      count('add').as('added'),
      count('end').as('ended'),
    ])
    .where('m.tenant_id', '=', tenantId)
}

export async function findAmendment(
  db: Db,
  tenantId: TenantId,
  amendmentId: AmendmentId,
): Promise<AmendmentRow | undefined> {
  return await amendments(db, tenantId).where('m.id', '=', amendmentId).executeTakeFirst()
}

/** Drafts first, then the published ones, the latest first; what was put aside is not among them. */
export async function listAmendmentRows(db: Db, tenantId: TenantId, planId: PlanId): Promise<AmendmentRow[]> {
  return await amendments(db, tenantId)
    .where('m.plan_id', '=', planId)
    .where('m.state', '!=', 'discarded')
    .orderBy(sql`m.no desc nulls first`)
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id')
    .execute()
}

export async function insertAmendment(
  db: Db,
  tenantId: TenantId,
  row: Pick<AmendmentRow, 'amendmentId' | 'planId' | 'reason' | 'number' | 'signedOn'> & {
    by: PersonId
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('plan_amendment')
    .values({
      tenant_id: tenantId,
      id: row.amendmentId,
      plan_id: row.planId,
      reason: row.reason,
      number: row.number,
      signed_on: row.signedOn,
      state: 'draft',
      created_by: row.by,
      created_at: row.at,
    })
    .execute()
}

export type AmendmentSet = {
  reason?: string
  number?: string | null
  signedOn?: LocalDate | null
  state?: 'discarded'
  published?: { no: number; by: PersonId; at: Date; on: LocalDate }
}

/** False when somebody changed it meanwhile. */
export async function updateAmendment(
  db: Db,
  tenantId: TenantId,
  amendmentId: AmendmentId,
  version: number,
  { reason, number, signedOn, state, published }: AmendmentSet,
): Promise<boolean> {
  const result = await db
    .updateTable('plan_amendment')
    .set({
      version: version + 1,
      ...(reason === undefined ? {} : { reason }),
      ...(number === undefined ? {} : { number }),
      ...(signedOn === undefined ? {} : { signed_on: signedOn }),
      ...(state === undefined ? {} : { state }),
      ...(published === undefined
        ? {}
        : {
            state: 'published',
            no: published.no,
            published_by: published.by,
            published_at: published.at,
            published_on: published.on,
          }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', amendmentId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type EntryRow = {
  entryId: EntryId
  amendmentId: AmendmentId
  position: number
  kind: ItemKind
  act: AmendmentAct
  itemId: ItemId | null
  before: ItemState | null
  after: ItemState | null
}

function entries(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('plan_amendment_entry as e')
    .select([
      'e.id as entryId',
      'e.amendment_id as amendmentId',
      'e.position',
      'e.kind',
      'e.act',
      sql<ItemId | null>`coalesce(e.task_id, e.duty_id, e.target_id)`.as('itemId'),
      sql<ItemState | null>`e.before`.as('before'),
      sql<ItemState | null>`e.after`.as('after'),
    ])
    .where('e.tenant_id', '=', tenantId)
}

export async function listEntries(
  db: Db,
  tenantId: TenantId,
  amendmentIds: readonly AmendmentId[],
): Promise<EntryRow[]> {
  if (amendmentIds.length === 0) return []
  return await entries(db, tenantId)
    .where('e.amendment_id', 'in', [...amendmentIds])
    .orderBy('e.amendment_id')
    .orderBy('e.position')
    .orderBy('e.id')
    .execute()
}

/** What published amendments did to one item, the latest first. */
export async function listEntriesOfItem(db: Db, tenantId: TenantId, itemId: ItemId): Promise<EntryRow[]> {
  return await entries(db, tenantId)
    .innerJoin('plan_amendment as m', (on) =>
      on.onRef('m.tenant_id', '=', 'e.tenant_id').onRef('m.id', '=', 'e.amendment_id'),
    )
    .where(sql<boolean>`(e.task_id = ${itemId} or e.duty_id = ${itemId} or e.target_id = ${itemId})`)
    .where('m.state', '=', 'published')
    .orderBy('m.no', 'desc')
    .execute()
}

const columnOf = { task: 'task_id', duty: 'duty_id', target: 'target_id' } as const

export async function saveEntryRow(db: Db, tenantId: TenantId, row: EntryRow): Promise<void> {
  const values = {
    kind: row.kind,
    act: row.act,
    task_id: null,
    duty_id: null,
    target_id: null,
    [columnOf[row.kind]]: row.itemId,
    before: row.before === null ? null : JSON.stringify(row.before),
    after: row.after === null ? null : JSON.stringify(row.after),
  }
  await db
    .insertInto('plan_amendment_entry')
    .values({
      tenant_id: tenantId,
      id: row.entryId,
      amendment_id: row.amendmentId,
      position: row.position,
      ...values,
    })
    .onConflict((on) => on.columns(['tenant_id', 'id']).doUpdateSet(values))
    .execute()
}

export async function deleteEntry(db: Db, tenantId: TenantId, entryId: EntryId): Promise<void> {
  await db
    .deleteFrom('plan_amendment_entry')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', entryId)
    .execute()
}

const tableOf = { task: 'plan_task', duty: 'plan_duty', target: 'plan_target' } as const

/** The item is no longer part of its plan from the day on. */
export async function endItem(
  db: Db,
  tenantId: TenantId,
  kind: ItemKind,
  itemId: ItemId,
  on: LocalDate,
): Promise<void> {
  await sql`update ${sql.table(tableOf[kind])} set ended_on = ${on}, version = version + 1
    where tenant_id = ${tenantId} and id = ${itemId}`.execute(db)
}

/** The time as it was printed no longer holds: the windows say it. */
export async function forgetTimeText(db: Db, tenantId: TenantId, taskId: TaskId): Promise<void> {
  await db
    .updateTable('plan_task')
    .set({ time_text: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', taskId)
    .execute()
}

/** The plan that an item belongs to, whichever it is. */
export async function findPlanOfItem(
  db: Db,
  tenantId: TenantId,
  itemId: ItemId,
): Promise<PlanId | undefined> {
  const { rows } = await sql<{ planId: PlanId }>`select plan_id as "planId" from (
      select tenant_id, id, plan_id from plan_task union all select tenant_id, id, plan_id from plan_duty
      union all select tenant_id, id, plan_id from plan_target) i
    where i.tenant_id = ${tenantId} and i.id = ${itemId} limit 1`.execute(db)
  return rows[0]?.planId
}
