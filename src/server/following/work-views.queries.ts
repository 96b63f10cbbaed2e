// The year's work grouped in the database, by task and by unit: one statement each, whatever the number of units.
import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { DutyId, PlanId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { Term } from '#domain/following/term.ts'
import type { UnitSort } from '#domain/following/unit-sorts.ts'
import type { Shares } from '#domain/following/year-layout.ts'
import type { TimeWindow } from '#domain/plans/plan-task.ts'
import type { Db } from '#server/database/connect.ts'
import { counts, shown, type WorkAsked } from './work-windows.queries.ts'

export type YearAsked = WorkAsked & { standing?: keyof Shares | undefined }

function share(asked: YearAsked): RawBuilder<unknown> {
  const { standing } = asked
  return sql`${shown(asked)},
    share as (select assignment_id, plan_id, role, window_no, term, status, unit_id, task_id, duty_id, percent, starts_on, due_on,
      standing, task_position, duty_position from shown where ${standing === undefined ? sql`true` : sql`standing = ${standing}`})`
}

/** What a unit is called on the day; of one that ended, at its last. */
function nameOn({ scope, today }: YearAsked, unitId: string): RawBuilder<unknown> {
  return sql`lateral (select us.code, us.short_name, us.sort_key from unit_state us where us.tenant_id = ${scope.tenantId}
    and us.unit_id = ${sql.ref(unitId)} and us.valid_from <= ${today} order by us.valid_from desc limit 1)`
}

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
  const { rows } = await sql<YearItemRow & { total: number }>`${share(asked)},
    item as (
      select task_id, duty_id, plan_id, window_no, term, min(starts_on) as starts_on, max(due_on) as due_on,
        min(task_position) as task_position, min(duty_position) as duty_position, count(*)::int as units,
        round(avg(percent))::int as percent,
        case when count(distinct unit_id) filter (where role = 'lead') = 1
          then (array_agg(unit_id) filter (where role = 'lead'))[1] end as lead_id, ${counts}
      from share group by task_id, duty_id, plan_id, window_no, term)
    select case when i.task_id is null then 'duty' else 'task' end as kind, coalesce(i.task_id, i.duty_id) as "taskId",
      i.window_no as "windowNo", i.plan_id as "planId", t.no, coalesce(t.title, d.body) as title, i.starts_on as "startsOn",
      i.due_on as "dueOn", t.windows -> (i.window_no - 1) as window, i.term, lead.short_name as lead, i.units, i.percent,
      i.late, i.due_soon, i.open, i.later, i.done, count(*) over ()::int as total
    from item i
    left join plan_task t on t.tenant_id = ${asked.scope.tenantId} and t.id = i.task_id
    left join plan_duty d on d.tenant_id = ${asked.scope.tenantId} and d.id = i.duty_id
    left join ${nameOn(asked, 'i.lead_id')} lead on true
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
  const { rows } = await sql<UnitLineRow & { total: number }>`${share(asked)},
    told as (select p.assignment_id, max(p.reported_on) as reported_on from progress_entry p
      where p.tenant_id = ${asked.scope.tenantId} group by p.assignment_id),
    line as (
      select s.unit_id, count(*)::int as given, ${counts},
        count(*) filter (where s.status = 'not_started' and standing in ('late', 'due_soon', 'open'))::int as not_reported,
        max(told.reported_on) as last_report
      from share s left join told on told.assignment_id = s.assignment_id
      group by s.unit_id)
    select line.unit_id as "unitId", n.code, n.short_name as name, given, done, late, due_soon as "dueSoon",
      not_reported as "notReported", last_report as "lastReportOn", count(*) over ()::int as total
    from line join ${nameOn(asked, 'line.unit_id')} n on true
    order by ${sql.ref(orders[order.sort])} ${direction}, late desc, n.sort_key, n.code
    limit ${order.limit} offset ${order.offset}`.execute(db)
  return { rows: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 }
}
