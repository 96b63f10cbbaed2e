// Shares of work and the items of the units' own plans that were made of them.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, DutyId, PlanId, TaskId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { AssignmentState, Completion } from '#domain/following/life.ts'
import type { CarriedItem, RollUpWindow } from '#domain/following/roll-up.ts'
import type { WindowStatus } from '#domain/following/standing.ts'
import type { Db } from '#server/database/connect.ts'

/** The shares of work from which the items came that these assignments carry out. */
export async function listParents(
  db: Db,
  tenantId: TenantId,
  assignments: readonly AssignmentId[],
): Promise<AssignmentId[]> {
  const { rows } = await sql<{ id: AssignmentId }>`select distinct o.assignment_id as id
    from assignment a
    join plan_item_origin o on o.tenant_id = a.tenant_id and (o.task_id = a.task_id or o.duty_id = a.duty_id)
    where a.tenant_id = ${tenantId} and a.id = any(${[...assignments]}::uuid[]) order by id`.execute(db)
  return rows.map((row) => row.id)
}

/** What the items of a plan came from. */
export async function listParentsOfPlan(db: Db, tenantId: TenantId, planId: PlanId): Promise<AssignmentId[]> {
  const { rows } = await sql<{
    id: AssignmentId
  }>`select distinct o.assignment_id as id from plan_item_origin o
    left join plan_task t on t.tenant_id = o.tenant_id and t.id = o.task_id
    left join plan_duty d on d.tenant_id = o.tenant_id and d.id = o.duty_id
    where o.tenant_id = ${tenantId} and o.plan_id = ${planId} and o.assignment_id is not null
      and coalesce(t.review, d.review) <> 'discarded' order by id`.execute(db)
  return rows.map((row) => row.id)
}

export type ParentWindow = RollUpWindow & {
  status: WindowStatus
  percent: number
  completion: Completion
  version: number
}
export type Parent = {
  assignmentId: AssignmentId
  unitId: UnitId
  title: string
  state: AssignmentState
  schoolYear: SchoolYear
  windows: ParentWindow[]
}

/** Kept still until the transaction ends: two units that report at once are reckoned one after the other. */
export async function lockParent(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
): Promise<Parent | undefined> {
  await sql`select id from assignment where tenant_id = ${tenantId} and id = ${assignmentId} for update`.execute(
    db,
  )
  const { rows } = await sql<Parent>`select a.id as "assignmentId", a.unit_id as "unitId", a.state,
      coalesce(t.title, d.body) as title, p.school_year as "schoolYear",
      coalesce((select json_agg(json_build_object('windowNo', w.window_no, 'dueOn', coalesce(w.granted_on, w.due_on), 'term', w.term,
          'status', w.status, 'percent', w.percent, 'completion', w.completion, 'version', w.version) order by w.window_no)
        from assignment_window w where w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null), '[]'::json) as windows
    from assignment a join plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id
    left join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
    left join plan_duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
    where a.tenant_id = ${tenantId} and a.id = ${assignmentId}`.execute(db)
  return rows[0]
}

/** The items of published plans that came from a share of work, with what their units do. */
export async function listCarried(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
): Promise<CarriedItem[]> {
  const { rows } = await sql<CarriedItem>`select coalesce((select json_agg(json_build_object('role', a.role,
          'dueOn', coalesce(w.granted_on, w.due_on), 'term', w.term, 'status', w.status, 'percent', w.percent) order by a.id, w.window_no)
        from assignment a
        join assignment_window w on w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null
        where a.tenant_id = o.tenant_id and a.state not in ('dropped', 'passed_on')
          and (a.task_id = o.task_id or a.duty_id = o.duty_id)), '[]'::json) as windows
    from plan_item_origin o
    join plan p on p.tenant_id = o.tenant_id and p.id = o.plan_id and p.state = 'published'
    left join plan_task t on t.tenant_id = o.tenant_id and t.id = o.task_id
    left join plan_duty d on d.tenant_id = o.tenant_id and d.id = o.duty_id
    where o.tenant_id = ${tenantId} and o.assignment_id = ${assignmentId}
      and coalesce(t.review, d.review) <> 'discarded' and coalesce(t.ended_on, d.ended_on) is null
    order by o.id`.execute(db)
  return rows
}

export type OriginOfItem = {
  taskId: TaskId | DutyId
  title: string
  no: string | null
  issuerName: string
}

/** The tasks and duties of plans above from which an item of a unit's own plan came. */
export async function listOriginsOf(
  db: Db,
  tenantId: TenantId,
  itemId: TaskId | DutyId,
  day: LocalDate,
): Promise<OriginOfItem[]> {
  const { rows } =
    await sql<OriginOfItem>`select coalesce(a.task_id, a.duty_id) as "taskId", coalesce(t.title, d.body) as title, t.no,
      coalesce((select s.short_name from unit_state s where s.tenant_id = p.tenant_id and s.unit_id = p.issuer_unit_id
        and s.valid_from <= ${day} order by s.valid_from desc limit 1), '') as "issuerName"
    from plan_item_origin o
    join assignment a on a.tenant_id = o.tenant_id and a.id = o.assignment_id
    join plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id
    left join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
    left join plan_duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
    where o.tenant_id = ${tenantId} and (o.task_id = ${itemId} or o.duty_id = ${itemId}) order by o.id`.execute(
      db,
    )
  return rows
}

export type DerivedItem = {
  assignmentId: AssignmentId
  taskId: TaskId | DutyId
  title: string
  no: string | null
  units: number
  doneUnits: number
  percent: number
}

/** The items of published plans that came from these shares of work, each with how far its units are. */
export async function listDerivedFrom(
  db: Db,
  tenantId: TenantId,
  assignments: readonly AssignmentId[],
): Promise<DerivedItem[]> {
  if (assignments.length === 0) return []
  const { rows } =
    await sql<DerivedItem>`select o.assignment_id as "assignmentId", coalesce(o.task_id, o.duty_id) as "taskId",
      coalesce(t.title, d.body) as title, t.no, w.units, w.done as "doneUnits", w.percent
    from plan_item_origin o
    join plan p on p.tenant_id = o.tenant_id and p.id = o.plan_id and p.state = 'published'
    left join plan_task t on t.tenant_id = o.tenant_id and t.id = o.task_id
    left join plan_duty d on d.tenant_id = o.tenant_id and d.id = o.duty_id
    cross join lateral (select count(*)::int as units, count(*) filter (where u.done)::int as done, coalesce(floor(avg(u.percent)), 0)::int as percent
      from (select bool_and(w.status = 'done') as done, avg(w.percent) as percent from assignment a
        join assignment_window w on w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null
        where a.tenant_id = o.tenant_id and (a.task_id = o.task_id or a.duty_id = o.duty_id) and a.state not in ('dropped', 'passed_on')
        group by a.id) u) w
    where o.tenant_id = ${tenantId} and o.assignment_id = any(${[...assignments]}::uuid[])
      and coalesce(t.review, d.review) <> 'discarded' and coalesce(t.ended_on, d.ended_on) is null
    order by coalesce(t.position, d.position), o.id`.execute(db)
  return rows
}
