// What tasks, targets and duties of a plan have in common: being accepted, and their order.
import { sql } from 'kysely'
import type { DutyId, PlanId, TargetId, TaskId, TenantId } from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'

export type ItemTable = 'plan_task' | 'plan_target' | 'plan_duty'

/** Accepts those of the items that nobody has looked at; returns how many. */
export async function acceptItems(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  table: ItemTable,
  ids: readonly (TaskId | TargetId | DutyId)[],
): Promise<number> {
  if (ids.length === 0) return 0
  const result = await sql`update ${sql.table(table)} set review = 'accepted', version = version + 1
    where tenant_id = ${tenantId} and plan_id = ${planId} and review = 'unreviewed' and id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0n)
}

/** Moves everything behind a position one further, so that something can stand there. */
export async function makeRoom(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  table: ItemTable,
  behind: number,
): Promise<void> {
  await sql`update ${sql.table(table)} set position = position + 1
    where tenant_id = ${tenantId} and plan_id = ${planId} and position > ${behind}`.execute(db)
}
