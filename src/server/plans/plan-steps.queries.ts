// The way of a unit's plan to its approval; rows are only added.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { PersonId, PlanId, PlanStepId, TenantId } from '#domain/basics/ids.ts'
import type { PlanMove } from '#domain/plans/plan-steps.ts'
import type { Db } from '#server/database/connect.ts'

export type PlanStepRow = {
  stepId: PlanStepId
  move: PlanMove
  reason: string | null
  happenedOn: LocalDate
  at: Date
  personName: string
}

export async function insertPlanStep(
  db: Db,
  tenantId: TenantId,
  row: PlanStepRow & { planId: PlanId; personId: PersonId },
): Promise<void> {
  await db
    .insertInto('plan_step')
    .values({
      tenant_id: tenantId,
      id: row.stepId,
      plan_id: row.planId,
      move: row.move,
      reason: row.reason,
      happened_on: row.happenedOn,
      at: row.at,
      person_id: row.personId,
      person_name: row.personName,
    })
    .execute()
}

/** The newest first. */
export async function listPlanSteps(db: Db, tenantId: TenantId, planId: PlanId): Promise<PlanStepRow[]> {
  return await db
    .selectFrom('plan_step')
    .select([
      'id as stepId',
      'move',
      'reason',
      'happened_on as happenedOn',
      'at',
      'person_name as personName',
    ])
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .orderBy('seq', 'desc')
    .execute()
}
