// The shares of work of all units below one, counted in the database: what a leader's page shows at 60,000 units.
import { type RawBuilder, sql } from 'kysely'
import { addDays, type LocalDate } from '#domain/basics/dates.ts'
import type { DutyId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { forecastDays } from '#domain/following/standing.ts'
import type { Scope, TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type WorkAsked = {
  scope: Scope
  under: TreePath
  schoolYear: SchoolYear
  today: LocalDate
  dueSoonUntil: LocalDate
}

/**
 * One row per window of a unit below, as the list of tasks has it. The standing is that of
 * `standingOf`, said in SQL; a test holds the one against the other.
 */
function windows({ scope, under, schoolYear, today, dueSoonUntil }: WorkAsked): RawBuilder<unknown> {
  const below = scope.everything ? sql`true` : sql`p.path <@ any(${[...scope.below]}::ltree[])`
  return sql`
    with place as materialized (
      select x.unit_id from (
        select distinct on (up.unit_id) up.unit_id, up.path from unit_path up
        where up.tenant_id = ${scope.tenantId} and up.valid_from <= ${today}
        order by up.unit_id, up.valid_from desc) x
      join lateral (select x.path) p on true
      where p.path <@ ${under}::ltree and ${below}),
    year_plan as materialized (
      select id from plan where tenant_id = ${scope.tenantId} and school_year = ${schoolYear} and state = 'published'),
    shown as (
      select a.unit_id, a.task_id, a.duty_id, a.state, w.completion, w.asked_on, w.percent, w.starts_on,
        coalesce(w.granted_on, w.due_on) as due_on,
        case when w.done_on is not null then 'done'
          when coalesce(w.granted_on, w.due_on) < ${today} then 'late'
          when w.starts_on > ${today} and w.status = 'not_started' then 'later'
          when coalesce(w.granted_on, w.due_on) <= ${dueSoonUntil} then 'due_soon'
          else 'open' end as standing
      from assignment a
      join place on place.unit_id = a.unit_id
      join year_plan on year_plan.id = a.plan_id
      join assignment_window w on w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null
      where a.tenant_id = ${scope.tenantId} and a.state not in ('dropped', 'passed_on'))`
}

const counts = sql`count(*) filter (where standing = 'late')::int as late,
  count(*) filter (where standing = 'due_soon')::int as due_soon,
  count(*) filter (where standing = 'open')::int as open,
  count(*) filter (where standing = 'later')::int as later,
  count(*) filter (where standing = 'done')::int as done`

export type MonthRow = {
  month: string | null
  late: number
  due_soon: number
  open: number
  later: number
  done: number
}
export type UnitRow = {
  unitId: UnitId
  code: string
  name: string
  late: number
  dueSoon: number
  done: number
  total: number
  since: LocalDate | null
}

/** By the month of their end, the earliest first. */
export async function countByMonth(db: Db, asked: WorkAsked): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`${windows(asked)}
    select to_char(due_on, 'YYYY-MM') as month, ${counts} from shown group by 1 order by 1`.execute(db)
  return rows
}

/** The units with most that is late, of these the longest first; and how many have anything late. */
export async function listBehind(
  db: Db,
  asked: WorkAsked,
  most: number,
): Promise<{ units: UnitRow[]; late: number }> {
  const { rows } = await sql<UnitRow & { all: number }>`${windows(asked)},
    behind as (
      select unit_id, ${counts}, count(*)::int as total, min(due_on) filter (where standing = 'late') as since
      from shown group by unit_id having count(*) filter (where standing = 'late') > 0)
    select b.unit_id as "unitId", s.code, s.short_name as name, b.late, b.due_soon as "dueSoon", b.done, b.total, b.since,
      b."all" from (select unit_id, late, due_soon, done, total, since, count(*) over ()::int as "all" from behind
        order by late desc, since, unit_id limit ${most}) b
    join lateral (select us.code, us.short_name from unit_state us where us.tenant_id = ${asked.scope.tenantId}
      and us.unit_id = b.unit_id and us.valid_from <= ${asked.today} order by us.valid_from desc limit 1) s on true
    order by b.late desc, b.since, s.code`.execute(db)
  return { units: rows.map(({ all: _all, ...row }) => row), late: rows[0]?.all ?? 0 }
}

export type BehindRow = {
  taskId: TaskId | DutyId
  no: string | null
  title: string
  dueOn: LocalDate
  units: number
  percent: number
}

/** What will be late as `isBehind` tells it, by task: the first to end first. */
export async function listWillBeLate(db: Db, asked: WorkAsked, most: number): Promise<BehindRow[]> {
  const { today } = asked
  const last = addDays(today, forecastDays)
  const { rows } = await sql<BehindRow>`${windows(asked)},
    near as (
      select task_id, duty_id, due_on, percent, coalesce(starts_on, due_on - ${forecastDays}::int) as begun from shown
      where standing <> 'done' and due_on >= ${today} and due_on <= ${last}),
    behind as (
      select task_id, duty_id, due_on, percent from (
        select task_id, duty_id, due_on, percent, (${today}::date - begun)::float8 / greatest(due_on - begun, 1) as gone from near) g
      where gone >= 0.5 and percent / 100.0 < gone - 0.25)
    select coalesce(b.task_id, b.duty_id) as "taskId", t.no, coalesce(t.title, d.body) as title, b.due_on as "dueOn", b.units,
      b.percent
    from (select task_id, duty_id, due_on, count(*)::int as units, round(avg(percent))::int as percent from behind
      group by task_id, duty_id, due_on) b
    left join plan_task t on t.tenant_id = ${asked.scope.tenantId} and t.id = b.task_id
    left join plan_duty d on d.tenant_id = ${asked.scope.tenantId} and d.id = b.duty_id
    order by b.due_on, b.units desc, t.position, d.position limit ${most}`.execute(db)
  return rows
}

export type WaitingCounts = { returned: number; extension: number; claim: number; unit_ended: number }

/** What waits for the issuer, each share once: by the most pressing thing, as `waitingOfIssuer` has it. */
export async function countWaiting(db: Db, asked: WorkAsked): Promise<WaitingCounts> {
  const { rows } = await sql<WaitingCounts>`${windows(asked)},
    ended as materialized (
      select distinct on (us.unit_id) us.unit_id, us.valid_to from unit_state us
      where us.tenant_id = ${asked.scope.tenantId} and us.valid_from <= ${asked.today}
      order by us.unit_id, us.valid_from desc),
    waits as (
      select case when shown.state = 'returned' then 'returned'
        when coalesce(ended.valid_to <= ${asked.today}, false) and standing <> 'done' then 'unit_ended'
        when asked_on is not null then 'extension'
        when completion = 'claimed' then 'claim' end as kind
      from shown join ended on ended.unit_id = shown.unit_id)
    select count(*) filter (where kind = 'returned')::int as returned, count(*) filter (where kind = 'extension')::int as extension,
      count(*) filter (where kind = 'claim')::int as claim, count(*) filter (where kind = 'unit_ended')::int as unit_ended
    from waits`.execute(db)
  return rows[0] ?? { returned: 0, extension: 0, claim: 0, unit_ended: 0 }
}
