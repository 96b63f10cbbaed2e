// What the items of a unit's own plan came from: shares of work, and targets, that the unit was given.
import { sql } from 'kysely'
import type {
  AssignmentId,
  DutyId,
  OriginId,
  PlanId,
  TargetId,
  TaskId,
  TenantId,
} from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'
import { newId } from '#server/platform/ids.ts'

export type NewOrigin =
  | { taskId: TaskId; assignmentId: AssignmentId }
  | { dutyId: DutyId; assignmentId: AssignmentId }
  | { targetId: TargetId; parentTargetId: TargetId }

export async function insertOrigins(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  at: Date,
  rows: readonly NewOrigin[],
): Promise<void> {
  if (rows.length === 0) return
  const list = rows.map((row) => ({
    id: newId<OriginId>(at.getTime()),
    task_id: 'taskId' in row ? row.taskId : null,
    duty_id: 'dutyId' in row ? row.dutyId : null,
    target_id: 'targetId' in row ? row.targetId : null,
    assignment_id: 'assignmentId' in row ? row.assignmentId : null,
    parent_target_id: 'parentTargetId' in row ? row.parentTargetId : null,
  }))
  await sql`insert into plan_item_origin (tenant_id, id, plan_id, task_id, duty_id, target_id, assignment_id, parent_target_id)
    select ${tenantId}, o.id, ${planId}, o.task_id, o.duty_id, o.target_id, o.assignment_id, o.parent_target_id
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as o(id uuid, task_id uuid, duty_id uuid, target_id uuid,
      assignment_id uuid, parent_target_id uuid)
    on conflict do nothing`.execute(db)
}

/** What an item was split off, or merged into, has its origins too. */
export async function copyOrigins(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  from: TaskId | DutyId | TargetId,
  to: TaskId | DutyId | TargetId,
): Promise<void> {
  await sql`insert into plan_item_origin (tenant_id, id, plan_id, task_id, duty_id, target_id, assignment_id, parent_target_id)
    select tenant_id, gen_random_uuid(), plan_id,
      case when task_id is not null then ${to}::uuid end, case when duty_id is not null then ${to}::uuid end,
      case when target_id is not null then ${to}::uuid end, assignment_id, parent_target_id
    from plan_item_origin
    where tenant_id = ${tenantId} and plan_id = ${planId} and ${from} in (task_id, duty_id, target_id)
    on conflict do nothing`.execute(db)
}
