// What units have of a task or duty, and what an amendment of the plan does to it, in bulk: a province has 3,000 schools.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, DutyId, PlanId, TargetId, TaskId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { AssignmentState } from '#domain/following/life.ts'
import type { HeldAssignment, HeldWindow, NumberedWindow } from '#domain/following/re-expand.ts'
import type { TaskRole } from '#domain/plans/plan-task.ts'
import type { Db } from '#server/database/connect.ts'

/** Everything that units have of the item, windows in their order. */
export async function listHeld(
  db: Db,
  tenantId: TenantId,
  itemId: TaskId | DutyId | TargetId,
): Promise<HeldAssignment[]> {
  return await db
    .selectFrom('assignment as a')
    .select([
      'a.id as assignmentId',
      'a.unit_id as unitId',
      'a.role',
      'a.printed_name as printedName',
      'a.state',
      sql<
        HeldWindow[]
      >`(select json_agg(json_build_object('no', w.window_no, 'startsOn', w.starts_on, 'dueOn', w.due_on,
          'term', w.term, 'done', w.status = 'done', 'ended', w.ended_on is not null) order by w.window_no)
        from assignment_window w where w.tenant_id = a.tenant_id and w.assignment_id = a.id)`.as('windows'),
    ])
    .where('a.tenant_id', '=', tenantId)
    .where(sql<boolean>`(a.task_id = ${itemId} or a.duty_id = ${itemId})`)
    .orderBy('a.unit_id')
    .execute()
}

export type HeldItem = {
  itemId: TaskId | DutyId
  assignmentId: AssignmentId
  unitId: UnitId
  state: AssignmentState
  unitEnded: boolean
}

/** Which units have which items of a plan, of all units or some, and whether these still exist on the day. */
export async function listHeldOfPlan(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  day: LocalDate,
): Promise<HeldItem[]> {
  const { rows } = await sql<HeldItem>`
    with ended as (select distinct on (us.unit_id) us.unit_id, us.valid_to from unit_state us
      where us.tenant_id = ${tenantId} and us.valid_from <= ${day} order by us.unit_id, us.valid_from desc)
    select coalesce(a.task_id, a.duty_id) as "itemId", a.id as "assignmentId", a.unit_id as "unitId", a.state,
      coalesce(e.valid_to <= ${day}, false) as "unitEnded"
    from assignment a left join ended e on e.unit_id = a.unit_id
    where a.tenant_id = ${tenantId} and a.plan_id = ${planId} order by a.id`.execute(db)
  return rows
}

export async function moveAssignments(
  db: Db,
  tenantId: TenantId,
  ids: readonly AssignmentId[],
  state: AssignmentState,
): Promise<void> {
  if (ids.length === 0) return
  await sql`update assignment set state = ${state}, version = version + 1
    where tenant_id = ${tenantId} and id = any(${[...ids]}::uuid[])`.execute(db)
}

export async function setRoles(
  db: Db,
  tenantId: TenantId,
  roles: readonly { assignmentId: AssignmentId; role: TaskRole; printedName: string }[],
): Promise<void> {
  if (roles.length === 0) return
  const list = roles.map((one) => ({ id: one.assignmentId, role: one.role, printed_name: one.printedName }))
  await sql`update assignment a set role = r.role, printed_name = r.printed_name, version = a.version + 1
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as r(id uuid, role text, printed_name text)
    where a.tenant_id = ${tenantId} and a.id = r.id`.execute(db)
}

export type WindowSet = { assignmentId: AssignmentId; window: NumberedWindow }

function windowList(sets: readonly WindowSet[]): string {
  return JSON.stringify(
    sets.map(({ assignmentId, window }) => ({
      assignment_id: assignmentId,
      window_no: window.no,
      starts_on: window.startsOn,
      due_on: window.dueOn,
      term: window.term,
    })),
  )
}

/** Other days for windows that are not done: what was granted or asked for against the former ones is over. */
export async function setWindowDays(db: Db, tenantId: TenantId, sets: readonly WindowSet[]): Promise<void> {
  if (sets.length === 0) return
  await sql`update assignment_window w set starts_on = s.starts_on, due_on = s.due_on, term = s.term, granted_on = null,
      asked_on = null, ended_on = null, version = w.version + 1
    from jsonb_to_recordset(${windowList(sets)}::jsonb)
      as s(assignment_id uuid, window_no int, starts_on date, due_on date, term text)
    where w.tenant_id = ${tenantId} and w.assignment_id = s.assignment_id and w.window_no = s.window_no
      and w.status <> 'done'`.execute(db)
}

export async function insertWindows(db: Db, tenantId: TenantId, sets: readonly WindowSet[]): Promise<void> {
  if (sets.length === 0) return
  await sql`insert into assignment_window (tenant_id, assignment_id, window_no, starts_on, due_on, term, status, percent)
    select ${tenantId}, s.assignment_id, s.window_no, s.starts_on, s.due_on, s.term, 'not_started', 0
    from jsonb_to_recordset(${windowList(sets)}::jsonb)
      as s(assignment_id uuid, window_no int, starts_on date, due_on date, term text)`.execute(db)
}

export async function endWindows(
  db: Db,
  tenantId: TenantId,
  windows: readonly { assignmentId: AssignmentId; no: number }[],
  on: LocalDate,
): Promise<void> {
  if (windows.length === 0) return
  const list = windows.map((one) => ({ assignment_id: one.assignmentId, window_no: one.no }))
  await sql`update assignment_window w set ended_on = ${on}, asked_on = null, version = w.version + 1
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as s(assignment_id uuid, window_no int)
    where w.tenant_id = ${tenantId} and w.assignment_id = s.assignment_id and w.window_no = s.window_no
      and w.status <> 'done'`.execute(db)
}

export async function listRunningPlans(
  db: Db,
  tenantId: TenantId,
): Promise<{ planId: PlanId; schoolYear: SchoolYear }[]> {
  return await db
    .selectFrom('plan')
    .select(['id as planId', 'school_year as schoolYear'])
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'published')
    .orderBy('id')
    .execute()
}
