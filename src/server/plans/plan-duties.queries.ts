// Duties of a plan with the units that are printed for them; plans.queries.ts has the plans themselves.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { DutyId, PlanId, TaskId, TenantId } from '#domain/basics/ids.ts'
import { searchText } from '#domain/basics/text.ts'
import type { DutyRole } from '#domain/plans/plan-duty.ts'
import type { NameTarget, TaskReview } from '#domain/plans/plan-task.ts'
import type { Db } from '#server/database/connect.ts'
import type { StoredUnit } from './plan-tasks.queries.ts'

export type DutyRow = {
  dutyId: DutyId
  planId: PlanId
  version: number
  /** No longer part of the plan since; null while it is. */
  endedOn: LocalDate | null
  position: number
  section: string
  heading: string
  body: string
  role: DutyRole | null
  taskId: TaskId | null
  at: Record<string, number> | null
  confidence: number | null
  review: TaskReview
  units: StoredUnit[]
}

const unitsOfDuty = sql<
  StoredUnit[]
>`coalesce((select json_agg(json_build_object('role', u.role, 'printedName', u.printed_name, 'target', u.target, 'score', u.score)
    order by u.role desc, u.position) from plan_duty_unit u where u.tenant_id = plan_duty.tenant_id and u.duty_id = plan_duty.id), '[]'::json)`

function duties(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('plan_duty')
    .select([
      'id as dutyId',
      'plan_id as planId',
      'version',
      'ended_on as endedOn',
      'position',
      'section',
      'heading',
      'body',
      'role',
      'task_id as taskId',
      sql<Record<string, number> | null>`source_at`.as('at'),
      'confidence',
      'review',
      unitsOfDuty.as('units'),
    ])
    .where('tenant_id', '=', tenantId)
}

export async function listDuties(db: Db, tenantId: TenantId, planId: PlanId): Promise<DutyRow[]> {
  return await duties(db, tenantId).where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()
}

export async function findDuty(db: Db, tenantId: TenantId, dutyId: DutyId): Promise<DutyRow | undefined> {
  return await duties(db, tenantId).where('id', '=', dutyId).executeTakeFirst()
}

export type NewDuty = Omit<DutyRow, 'version' | 'planId' | 'endedOn'>

export async function insertDuties(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  rows: readonly NewDuty[],
): Promise<void> {
  if (rows.length === 0) return
  const list = rows.map((row) => ({
    ...row,
    id: row.dutyId,
    task_id: row.taskId,
    source_at: row.at,
    search_text: searchText(row.body, row.heading),
  }))
  await sql`insert into plan_duty (tenant_id, id, plan_id, position, section, heading, body, role, task_id, source_at, confidence, review, search_text)
    select ${tenantId}, d.id, ${planId}, d.position, d.section, d.heading, d.body, d.role, d.task_id, d.source_at, d.confidence, d.review, d.search_text
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as d(id uuid, position int, section text, heading text, body text, role text,
      task_id uuid, source_at jsonb, confidence real, review text, search_text text)`.execute(db)
  await insertDutyUnits(db, tenantId, rows)
}

async function insertDutyUnits(
  db: Db,
  tenantId: TenantId,
  rows: readonly Pick<NewDuty, 'dutyId' | 'units'>[],
): Promise<void> {
  const list = rows.flatMap((row) =>
    row.units.map((unit, position) => ({
      duty_id: row.dutyId,
      position,
      role: unit.role,
      printed_name: unit.printedName,
      target: unit.target,
      score: unit.score,
    })),
  )
  if (list.length === 0) return
  await sql`insert into plan_duty_unit (tenant_id, duty_id, role, position, printed_name, target, score)
    select ${tenantId}, u.duty_id, u.role, u.position, u.printed_name, u.target, u.score
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as u(duty_id uuid, role text, position int, printed_name text, target jsonb, score real)`.execute(
    db,
  )
}

/** False when somebody changed the duty meanwhile. */
export async function updateDuty(
  db: Db,
  tenantId: TenantId,
  duty: Omit<NewDuty, 'position' | 'at' | 'confidence'> & { version: number },
): Promise<boolean> {
  const result = await db
    .updateTable('plan_duty')
    .set({
      version: duty.version + 1,
      section: duty.section,
      heading: duty.heading,
      body: duty.body,
      role: duty.role,
      task_id: duty.taskId,
      review: duty.review,
      search_text: searchText(duty.body, duty.heading),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', duty.dutyId)
    .where('version', '=', duty.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await db
    .deleteFrom('plan_duty_unit')
    .where('tenant_id', '=', tenantId)
    .where('duty_id', '=', duty.dutyId)
    .execute()
  await insertDutyUnits(db, tenantId, [duty])
  return true
}

/** Gives a printed name its meaning in every duty of the plan; returns in how many places. */
export async function retargetDutyName(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  printedName: string,
  target: NameTarget | null,
): Promise<number> {
  const result = await db
    .updateTable('plan_duty_unit')
    .set({ target: target === null ? null : JSON.stringify(target), score: target === null ? null : 1 })
    .where('tenant_id', '=', tenantId)
    .where('printed_name', '=', printedName)
    .where('duty_id', 'in', (from) =>
      from
        .selectFrom('plan_duty')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('plan_id', '=', planId),
    )
    .executeTakeFirst()
  // Whoever has one of these duties open would write the old meaning back.
  await sql`update plan_duty d set version = version + 1 where d.tenant_id = ${tenantId} and d.plan_id = ${planId}
    and exists (select 1 from plan_duty_unit u where u.tenant_id = d.tenant_id and u.duty_id = d.id and u.printed_name = ${printedName})`.execute(
    db,
  )
  return Number(result.numUpdatedRows)
}
