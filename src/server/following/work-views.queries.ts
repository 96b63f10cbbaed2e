// The year's work grouped in the database, by task and by unit: one statement each, whatever the number of units.
import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { DutyId, PlanId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { fold } from '#domain/basics/text.ts'
import type { Term } from '#domain/following/term.ts'
import type { UnitSort } from '#domain/following/unit-sorts.ts'
import type { Shares } from '#domain/following/year-layout.ts'
import type { TaskRole, TimeWindow } from '#domain/plans/plan-task.ts'
import type { Scope, TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type YearAsked = {
  scope: Scope
  under: TreePath
  /** This unit alone. */
  unitId?: UnitId | undefined
  schoolYear: SchoolYear
  today: LocalDate
  dueSoonUntil: LocalDate
  role?: TaskRole | undefined
  standing?: keyof Shares | undefined
  search?: string | undefined
}

/** One row per window of a unit's share; the standing is that of `standingOf`, said in SQL and held against it by a test. */
function shares(asked: YearAsked): RawBuilder<unknown> {
  const { scope, today } = asked
  const below = scope.everything ? sql`true` : sql`path.path <@ any(${[...scope.below]}::ltree[])`
  const one = asked.unitId === undefined ? sql`true` : sql`unit_id = ${asked.unitId}`
  const role = asked.role === undefined ? sql`true` : sql`a.role = ${asked.role}`
  const standing = asked.standing === undefined ? sql`true` : sql`standing = ${asked.standing}`
  const words = fold(asked.search ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)
  const found =
    words.length === 0
      ? sql`true`
      : sql`coalesce(t.search_text, d.search_text) || ' ' || place.search_text like all(${words}::text[])`
  return sql`
    with place as materialized (
      select path.unit_id, state.search_text, state.code, state.short_name, state.sort_key
      from (select distinct on (unit_id) unit_id, path from unit_path
        where tenant_id = ${scope.tenantId} and valid_from <= ${today} and ${one} order by unit_id, valid_from desc) path
      join (select distinct on (unit_id) unit_id, code, short_name, search_text, sort_key from unit_state
        where tenant_id = ${scope.tenantId} and valid_from <= ${today} and ${one} order by unit_id, valid_from desc) state
        on state.unit_id = path.unit_id
      where path.path <@ ${asked.under}::ltree and ${below}),
    year_plan as materialized (
      select id from plan where tenant_id = ${scope.tenantId} and school_year = ${asked.schoolYear} and state = 'published'),
    every_share as (
      select a.id as assignment_id, a.plan_id, a.unit_id, a.task_id, a.duty_id, a.role, w.window_no, w.starts_on, w.status,
        w.percent, w.term, place.code, place.short_name, place.sort_key, t.position as task_position, d.position as duty_position,
        coalesce(w.granted_on, w.due_on) as due_on,
        case when w.done_on is not null then 'done'
          when coalesce(w.granted_on, w.due_on) < ${today} then 'late'
          when w.starts_on > ${today} and w.status = 'not_started' then 'later'
          when coalesce(w.granted_on, w.due_on) <= ${asked.dueSoonUntil} then 'due_soon'
          else 'open' end as standing
      from assignment a
      join place on place.unit_id = a.unit_id
      join year_plan on year_plan.id = a.plan_id
      join assignment_window w on w.tenant_id = a.tenant_id and w.assignment_id = a.id
      left join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
      left join plan_duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
      where a.tenant_id = ${scope.tenantId} and a.state not in ('dropped', 'passed_on') and ${role} and ${found}),
    share as (select * from every_share where ${standing})`
}

const counts = sql`count(*) filter (where standing = 'late')::int as late,
  count(*) filter (where standing = 'due_soon')::int as due_soon,
  count(*) filter (where standing = 'open')::int as open,
  count(*) filter (where standing = 'later')::int as later,
  count(*) filter (where standing = 'done')::int as done`

export type YearItemRow = Shares & {
  kind: 'task' | 'duty'
  taskId: TaskId | DutyId
  windowNo: number
  planId: PlanId
  no: string | null
  title: string
  startsOn: LocalDate | null
  dueOn: LocalDate | null
  window: TimeWindow | null
  term: Term | null
  lead: string | null
  units: number
  percent: number
}

/** A window of a task once, however many units share it; the latest of their finishes stands for it. */
export async function listYearItems(
  db: Db,
  asked: YearAsked,
  most: number,
): Promise<{ items: YearItemRow[]; total: number }> {
  const { rows } = await sql<YearItemRow & { total: number }>`${shares(asked)},
    item as (
      select task_id, duty_id, plan_id, window_no, term, min(starts_on) as starts_on, max(due_on) as due_on,
        min(task_position) as task_position, min(duty_position) as duty_position, count(*)::int as units,
        round(avg(percent))::int as percent,
        case when count(distinct unit_id) filter (where role = 'lead') = 1
          then min(short_name) filter (where role = 'lead') end as lead, ${counts}
      from share group by task_id, duty_id, plan_id, window_no, term)
    select case when i.task_id is null then 'duty' else 'task' end as kind, coalesce(i.task_id, i.duty_id) as "taskId",
      i.window_no as "windowNo", i.plan_id as "planId", t.no, coalesce(t.title, d.body) as title, i.starts_on as "startsOn",
      i.due_on as "dueOn", t.windows -> (i.window_no - 1) as window, i.term, i.lead, i.units, i.percent,
      i.late, i.due_soon, i.open, i.later, i.done, count(*) over ()::int as total
    from item i
    left join plan_task t on t.tenant_id = ${asked.scope.tenantId} and t.id = i.task_id
    left join plan_duty d on d.tenant_id = ${asked.scope.tenantId} and d.id = i.duty_id
    order by i.due_on nulls last, i.starts_on nulls first, i.task_position, i.duty_position, "taskId", i.window_no
    limit ${most}`.execute(db)
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export type UnitLineRow = {
  unitId: UnitId
  code: string
  name: string
  given: number
  done: number
  late: number
  dueSoon: number
  notReported: number
  lastReportOn: LocalDate | null
}

const orders: Record<UnitSort, string> = {
  name: 'sort_key',
  given: 'given',
  done: 'done',
  late: 'late',
  due_soon: 'due_soon',
  not_reported: 'not_reported',
  last_report: 'last_report',
}

/** Who has never reported stands before everybody else by his last report, as he needs a call most. */
export async function listUnitLines(
  db: Db,
  asked: YearAsked,
  order: { sort: UnitSort; descending: boolean; offset: number; limit: number },
): Promise<{ rows: UnitLineRow[]; total: number }> {
  const direction = order.descending ? sql`desc nulls last` : sql`asc nulls first`
  const { rows } = await sql<UnitLineRow & { total: number }>`${shares(asked)},
    told as (select p.assignment_id, max(p.reported_on) as reported_on from progress_entry p
      where p.tenant_id = ${asked.scope.tenantId} group by p.assignment_id),
    line as (
      select s.unit_id, min(s.code) as code, min(s.short_name) as name, min(s.sort_key) as sort_key, count(*)::int as given, ${counts},
        count(*) filter (where s.status = 'not_started' and standing in ('late', 'due_soon', 'open'))::int as not_reported,
        max(told.reported_on) as last_report
      from share s left join told on told.assignment_id = s.assignment_id
      group by s.unit_id)
    select unit_id as "unitId", code, name, given, done, late, due_soon as "dueSoon", not_reported as "notReported",
      last_report as "lastReportOn", count(*) over ()::int as total
    from line order by ${sql.ref(orders[order.sort])} ${direction}, late desc, code
    limit ${order.limit} offset ${order.offset}`.execute(db)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}
