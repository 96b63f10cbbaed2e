import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { DutyId, PlanId, TaskId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { TaskRole } from '#domain/plans/plan-task.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type PublishedTask = {
  taskId: TaskId | DutyId
  kind: 'task' | 'duty'
  planId: PlanId
  planTitle: string
  issuerUnitId: UnitId
  issuerName: string
  issuerPath: TreePath
  no: string | null
  title: string
  product: string | null
  timeText: string | null
  printedUnits: { role: TaskRole; printedName: string }[]
}

/** A task of a published plan, with its issuer as of the day. */
export async function findPublishedTask(
  db: Db,
  tenantId: TenantId,
  taskId: TaskId,
  day: LocalDate,
): Promise<PublishedTask | undefined> {
  return await db
    .selectFrom('plan_task as t')
    .innerJoin('plan as p', (on) =>
      on.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
    )
    .select([
      't.id as taskId',
      sql<'task'>`'task'`.as('kind'),
      'p.id as planId',
      'p.title as planTitle',
      'p.issuer_unit_id as issuerUnitId',
      sql<string>`(select s.short_name from unit_state s where s.tenant_id = p.tenant_id and s.unit_id = p.issuer_unit_id and s.valid_from <= ${day} order by s.valid_from desc limit 1)`.as(
        'issuerName',
      ),
      sql<string>`(select u.path::text from unit_path u where u.tenant_id = p.tenant_id and u.unit_id = p.issuer_unit_id and u.valid_from <= ${day} order by u.valid_from desc limit 1)`.as(
        'issuerPath',
      ),
      't.no',
      't.title',
      't.product',
      't.time_text as timeText',
      sql<
        { role: TaskRole; printedName: string }[]
      >`coalesce((select json_agg(json_build_object('role', u.role, 'printedName', u.printed_name) order by u.role desc, u.position)
        from plan_task_unit u where u.tenant_id = t.tenant_id and u.task_id = t.id), '[]'::json)`.as(
        'printedUnits',
      ),
    ])
    .where('t.tenant_id', '=', tenantId)
    .where('t.id', '=', taskId)
    .where('p.state', '=', 'published')
    .where('t.review', '!=', 'discarded')
    .executeTakeFirst()
}

/** A duty of a published plan in the shape of a task: where it is printed stands for the number. */
export async function findPublishedDuty(
  db: Db,
  tenantId: TenantId,
  dutyId: DutyId,
  day: LocalDate,
): Promise<PublishedTask | undefined> {
  return await db
    .selectFrom('plan_duty as d')
    .innerJoin('plan as p', (on) =>
      on.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.id', '=', 'd.plan_id'),
    )
    .select([
      'd.id as taskId',
      sql<'duty'>`'duty'`.as('kind'),
      'p.id as planId',
      'p.title as planTitle',
      'p.issuer_unit_id as issuerUnitId',
      sql<string>`(select s.short_name from unit_state s where s.tenant_id = p.tenant_id and s.unit_id = p.issuer_unit_id and s.valid_from <= ${day} order by s.valid_from desc limit 1)`.as(
        'issuerName',
      ),
      sql<string>`(select u.path::text from unit_path u where u.tenant_id = p.tenant_id and u.unit_id = p.issuer_unit_id and u.valid_from <= ${day} order by u.valid_from desc limit 1)`.as(
        'issuerPath',
      ),
      sql<null>`null`.as('no'),
      'd.body as title',
      sql<null>`null`.as('product'),
      sql<null>`null`.as('timeText'),
      sql<
        { role: TaskRole; printedName: string }[]
      >`coalesce((select json_agg(json_build_object('role', u.role, 'printedName', u.printed_name) order by u.role desc, u.position)
        from plan_duty_unit u where u.tenant_id = d.tenant_id and u.duty_id = d.id), '[]'::json)`.as(
        'printedUnits',
      ),
    ])
    .where('d.tenant_id', '=', tenantId)
    .where('d.id', '=', dutyId)
    .where('p.state', '=', 'published')
    .where('d.review', '!=', 'discarded')
    .executeTakeFirst()
}

export type TaskOfPlan = { taskId: TaskId; no: string | null; title: string; leads: string[] }

/** The tasks of the plan that an issuer has published for a year, in the order of the plan. */
export async function listPublishedTasks(
  db: Db,
  tenantId: TenantId,
  issuer: UnitId,
  schoolYear: SchoolYear,
): Promise<TaskOfPlan[]> {
  return await db
    .selectFrom('plan_task as t')
    .innerJoin('plan as p', (on) =>
      on.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
    )
    .select([
      't.id as taskId',
      't.no',
      't.title',
      sql<string[]>`coalesce((select json_agg(u.printed_name order by u.position) from plan_task_unit u
        where u.tenant_id = t.tenant_id and u.task_id = t.id and u.role = 'lead'), '[]'::json)`.as('leads'),
    ])
    .where('t.tenant_id', '=', tenantId)
    .where('p.issuer_unit_id', '=', issuer)
    .where('p.school_year', '=', schoolYear)
    .where('p.state', '=', 'published')
    .where('t.review', '!=', 'discarded')
    .where('t.ended_on', 'is', null)
    .orderBy('t.position')
    .execute()
}
