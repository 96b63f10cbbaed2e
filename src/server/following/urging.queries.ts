import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type {
  AssignmentId,
  DutyId,
  PersonId,
  TaskId,
  TenantId,
  UnitId,
  UrgingId,
} from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { AutomaticStep } from '#domain/following/automatic-urging.ts'
import type { UrgingStep } from '#domain/following/urging.ts'
import type { Scope, TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type WindowPast = {
  assignmentId: AssignmentId
  windowNo: number
  lastOn: LocalDate
  /** Urgings since the unit last reported on it. */
  unanswered: number
  /** What was done by itself, ever. */
  steps: AutomaticStep[]
}

/** Of these windows, those that were urged before. */
export async function listPast(
  db: Db,
  tenantId: TenantId,
  keys: readonly { assignmentId: AssignmentId; windowNo: number }[],
): Promise<WindowPast[]> {
  if (keys.length === 0) return []
  const list = JSON.stringify(
    keys.map((key) => ({ assignment_id: key.assignmentId, window_no: key.windowNo })),
  )
  const { rows } = await sql<WindowPast>`
    select i.assignment_id as "assignmentId", i.window_no as "windowNo", max(u.urged_on) as "lastOn",
      count(*) filter (where not exists (select 1 from progress_entry e where e.tenant_id = i.tenant_id
        and e.assignment_id = i.assignment_id and e.window_no = i.window_no and e.at >= u.at))::int as unanswered,
      coalesce(array_agg(distinct u.automatic) filter (where u.automatic is not null), '{}') as steps
    from jsonb_to_recordset(${list}::jsonb) as k(assignment_id uuid, window_no int)
    join urging_item i on i.tenant_id = ${tenantId} and i.assignment_id = k.assignment_id and i.window_no = k.window_no
    join urging u on u.tenant_id = i.tenant_id and u.id = i.urging_id
    group by i.assignment_id, i.window_no`.execute(db)
  return rows
}

export type NewUrging = {
  id: UrgingId
  unitId: UnitId
  step: UrgingStep
  /** Null: a person urged. */
  automatic: AutomaticStep | null
  items: readonly {
    assignmentId: AssignmentId
    windowNo: number
    dueOn: LocalDate | null
    standing: 'late' | 'due_soon'
    days: number
    percent: number
  }[]
}

export async function insertUrgings(
  db: Db,
  tenantId: TenantId,
  act: {
    schoolYear: SchoolYear
    issuer: UnitId
    message: string | null
    on: LocalDate
    at: Date
    personId: PersonId | null
    personName: string
  },
  urgings: readonly NewUrging[],
): Promise<void> {
  const heads = JSON.stringify(
    urgings.map(({ id, unitId, step, automatic }) => ({ id, unit_id: unitId, step, automatic })),
  )
  await sql`insert into urging (tenant_id, id, school_year, issuer_unit_id, unit_id, step, message, urged_on, at, person_id, person_name,
      automatic)
    select ${tenantId}, u.id, ${act.schoolYear}, ${act.issuer}, u.unit_id, u.step, ${act.message}, ${act.on}, ${act.at}, ${act.personId},
      ${act.personName}, u.automatic
    from jsonb_to_recordset(${heads}::jsonb) as u(id uuid, unit_id uuid, step text, automatic text)`.execute(
    db,
  )
  const items = JSON.stringify(
    urgings.flatMap((urging) =>
      urging.items.map((item) => ({
        urging_id: urging.id,
        assignment_id: item.assignmentId,
        window_no: item.windowNo,
        due_on: item.dueOn,
        standing: item.standing,
        days: item.days,
        percent: item.percent,
      })),
    ),
  )
  await sql`insert into urging_item (tenant_id, urging_id, assignment_id, window_no, due_on, standing, days, percent)
    select ${tenantId}, i.urging_id, i.assignment_id, i.window_no, i.due_on, i.standing, i.days, i.percent
    from jsonb_to_recordset(${items}::jsonb) as i(urging_id uuid, assignment_id uuid, window_no int, due_on date, standing text, days int,
      percent int)`.execute(db)
}

export type UrgingRow = {
  seq: number
  urgingId: UrgingId
  unitId: UnitId
  unitName: string
  step: UrgingStep
  automatic: AutomaticStep | null
  message: string | null
  urgedOn: LocalDate
  at: Date
  personId: PersonId | null
  personName: string
  items: {
    assignmentId: AssignmentId
    windowNo: number
    taskId: TaskId | DutyId
    no: string | null
    title: string
    dueOn: LocalDate | null
    standing: 'late' | 'due_soon'
    days: number
    percent: number
    doneOn: LocalDate | null
    /** The first report after it. */
    reportedOn: LocalDate | null
  }[]
}

/** The urgings of units that hang below a place today, the newest first. */
export async function listUrgingRows(
  db: Db,
  scope: Scope,
  day: LocalDate,
  asked: {
    under: TreePath
    schoolYear: SchoolYear
    taskId?: TaskId | DutyId | undefined
    before?: number | undefined
  },
  limit: number,
): Promise<UrgingRow[]> {
  const below = scope.everything ? sql`true` : sql`place.path <@ any(${[...scope.below]}::ltree[])`
  const task =
    asked.taskId === undefined
      ? sql`true`
      : sql`exists (select 1 from urging_item i join assignment a on a.tenant_id = i.tenant_id and a.id = i.assignment_id
          where i.tenant_id = u.tenant_id and i.urging_id = u.id and (a.task_id = ${asked.taskId} or a.duty_id = ${asked.taskId}))`
  const { rows } = await sql<UrgingRow>`
    select u.seq, u.id as "urgingId", u.unit_id as "unitId", s.short_name as "unitName", u.step, u.automatic, u.message, u.urged_on as "urgedOn",
      u.at, u.person_id as "personId", u.person_name as "personName",
      (select json_agg(json_build_object('assignmentId', i.assignment_id, 'windowNo', i.window_no,
          'taskId', coalesce(a.task_id, a.duty_id), 'no', t.no, 'title', coalesce(t.title, d.body), 'dueOn', i.due_on,
          'standing', i.standing, 'days', i.days, 'percent', i.percent, 'doneOn', w.done_on,
          'reportedOn', (select min(e.reported_on) from progress_entry e where e.tenant_id = i.tenant_id
            and e.assignment_id = i.assignment_id and e.window_no = i.window_no and e.at >= u.at))
          order by i.due_on, t.position, d.position, i.assignment_id, i.window_no)
        from urging_item i
        join assignment a on a.tenant_id = i.tenant_id and a.id = i.assignment_id
        join assignment_window w on w.tenant_id = i.tenant_id and w.assignment_id = i.assignment_id and w.window_no = i.window_no
        left join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
        left join plan_duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
        where i.tenant_id = u.tenant_id and i.urging_id = u.id) as items
    from urging u
    join lateral (select up.path from unit_path up where up.tenant_id = u.tenant_id and up.unit_id = u.unit_id and up.valid_from <= ${day}
      order by up.valid_from desc limit 1) place on true
    join lateral (select us.short_name from unit_state us where us.tenant_id = u.tenant_id and us.unit_id = u.unit_id
      and us.valid_from <= ${day} order by us.valid_from desc limit 1) s on true
    where u.tenant_id = ${scope.tenantId} and u.school_year = ${asked.schoolYear} and place.path <@ ${asked.under}::ltree and ${below}
      and ${task} and ${asked.before === undefined ? sql`true` : sql`u.seq < ${asked.before}`}
    order by u.seq desc limit ${limit}`.execute(db)
  return rows
}
