// long because: one statement of the shares of work below a unit serves their list, its counts and the leader's page.
// Counted and ordered in the database: what is shown at 60,000 units.
import { type RawBuilder, sql } from 'kysely'
import { addDays, type LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, DutyId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { fold } from '#domain/basics/text.ts'
import { forecastDays } from '#domain/following/standing.ts'
import type { Term } from '#domain/following/term.ts'
import type { TaskRole } from '#domain/plans/plan-task.ts'
import type { Scope, TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type WorkAsked = {
  scope: Scope
  under: TreePath
  schoolYear: SchoolYear
  today: LocalDate
  dueSoonUntil: LocalDate
  /** The terms that a duty is asked about today. */
  currentTerms: readonly Term[]
  /** This unit alone. */
  unitId?: UnitId | undefined
  role?: TaskRole | undefined
  /** '2024-09', or 'none' for what has no last day. */
  month?: string | undefined
  waits?: 'unit' | 'issuer' | undefined
  search?: string | undefined
}

/**
 * One row per window of a unit below, as every list, count and page of work has it. The standing is that of `standingOf`,
 * who waits for whom that of `waitingOfUnit` and `waitingOfIssuer`, said in SQL; tests hold the one against the other.
 * The place stands in a `case`, of which the planner expects half of the rows: of `<@` alone it expects one in a thousand, and
 * goes through a hundred thousand windows one by one.
 * What a unit has from its own plan is its own matter: those above see it in what they gave, into which it is rolled up.
 */
export function shown(asked: WorkAsked): RawBuilder<unknown> {
  const { scope, today } = asked
  const tenantId = scope.tenantId
  const below = scope.everything ? sql`true` : sql`path.path <@ any(${[...scope.below]}::ltree[])`
  // Of a part of the tree only what ever hung there is looked at; of the whole of it nothing is gained by that.
  const ever =
    asked.unitId !== undefined
      ? sql`unit_id = ${asked.unitId}`
      : asked.under.includes('.')
        ? sql`unit_id in (select c.unit_id from unit_path c where c.tenant_id = ${tenantId} and c.path <@ ${asked.under}::ltree)`
        : sql`true`
  const words = wordsOf(asked.search)
  const conditions = [
    asked.role === undefined ? null : sql`a.role = ${asked.role}`,
    asked.month === undefined
      ? null
      : asked.month === 'none'
        ? sql`coalesce(w.granted_on, w.due_on) is null`
        : sql`to_char(coalesce(w.granted_on, w.due_on), 'YYYY-MM') = ${asked.month}`,
    words.length === 0
      ? null
      : sql`coalesce(t.search_text, d.search_text) || ' ' || place.search_text like all(${words}::text[])`,
  ].filter((condition) => condition !== null)
  return sql`
    with place as materialized (
      select path.unit_id, state.search_text, coalesce(state.valid_to <= ${today}, false) as ended,
        path.path = ${asked.under}::ltree as here
      from (select distinct on (unit_id) unit_id, path from unit_path
        where tenant_id = ${tenantId} and valid_from <= ${today} and ${ever} order by unit_id, valid_from desc) path
      join (select distinct on (unit_id) unit_id, valid_to, search_text from unit_state
        where tenant_id = ${tenantId} and valid_from <= ${today} and ${ever} order by unit_id, valid_from desc) state
        on state.unit_id = path.unit_id
      where case when path.path <@ ${asked.under}::ltree and ${below} then true else false end),
    year_plan as materialized (
      select id, issuer_unit_id from plan where tenant_id = ${tenantId} and school_year = ${asked.schoolYear} and state = 'published'),
    all_shown as (
      select a.id as assignment_id, a.plan_id, a.role, w.window_no, a.unit_id, a.task_id, a.duty_id, a.state, w.completion, w.asked_on, w.percent,
        w.starts_on, w.status, w.term, place.ended, t.position as task_position, d.position as duty_position,
        coalesce(w.granted_on, w.due_on) as due_on,
        case when w.done_on is not null then 'done'
          when coalesce(w.granted_on, w.due_on) < ${today} then 'late'
          when w.starts_on > ${today} and w.status = 'not_started' then 'later'
          when coalesce(w.granted_on, w.due_on) <= ${asked.dueSoonUntil} then 'due_soon'
          else 'open' end as standing,
        case when a.state = 'returned' then 'returned'
          when a.state not in ('given', 'acknowledged') then null
          when place.ended and w.status <> 'done' then 'unit_ended'
          when w.asked_on is not null then 'extension'
          when w.completion = 'claimed' and year_plan.issuer_unit_id <> a.unit_id then 'claim' end as issuer_waits
      from assignment a
      join place on place.unit_id = a.unit_id
      join year_plan on year_plan.id = a.plan_id
      join assignment_window w on w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null
      left join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
      left join plan_duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
      where a.tenant_id = ${tenantId} and a.state not in ('dropped', 'passed_on')
        and (place.here or year_plan.issuer_unit_id <> a.unit_id)
        and ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}),
    shown as (
      select assignment_id, plan_id, role, window_no, term, status, unit_id, task_id, duty_id, percent, starts_on, due_on, standing, issuer_waits,
        task_position, duty_position
      from all_shown where ${waitsFor(asked)})`
}

function waitsFor({ waits, currentTerms }: WorkAsked): RawBuilder<unknown> {
  switch (waits) {
    case undefined:
      return sql`true`
    case 'issuer':
      return sql`issuer_waits is not null`
    case 'unit':
      return sql`state in ('given', 'acknowledged') and status <> 'done' and not ended and (completion = 'sent_back'
        or standing in ('late', 'due_soon') or state = 'given'
        or (term = any(${[...currentTerms]}::text[]) and status = 'not_started'))`
  }
}

/** Every word must occur, in the work or in the name of the unit. */
function wordsOf(search: string | undefined): string[] {
  return fold(search ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`)
}

export const counts = sql`count(*) filter (where standing = 'late')::int as late,
  count(*) filter (where standing = 'due_soon')::int as due_soon,
  count(*) filter (where standing = 'open')::int as open,
  count(*) filter (where standing = 'later')::int as later,
  count(*) filter (where standing = 'done')::int as done`

export type WorkCounts = { late: number; due_soon: number; open: number; later: number; done: number }

export async function countWork(db: Db, asked: WorkAsked): Promise<WorkCounts> {
  const { rows } = await sql<WorkCounts>`${shown(asked)} select ${counts} from shown`.execute(db)
  return rows[0] ?? { late: 0, due_soon: 0, open: 0, later: 0, done: 0 }
}

export type WindowKey = { assignmentId: AssignmentId; windowNo: number }

/** The windows of a page, the most urgent first: as `compareUrgency` has it, then in the order of the plan. */
export async function listWindowKeys(
  db: Db,
  asked: WorkAsked,
  page: { standing: keyof WorkCounts | undefined; offset: number; limit: number },
): Promise<WindowKey[]> {
  const kind = page.standing === undefined ? sql`true` : sql`standing = ${page.standing}`
  const { rows } = await sql<WindowKey>`${shown(asked)}
    select assignment_id as "assignmentId", window_no as "windowNo" from shown where ${kind}
    order by array_position(array['late', 'due_soon', 'open', 'later', 'done'], standing), due_on, task_position, duty_position,
      assignment_id, window_no
    offset ${page.offset} limit ${page.limit}`.execute(db)
  return rows
}

export type MonthCounts = WorkCounts & { month: string | null }

export type UnitBehindRow = {
  unitId: UnitId
  code: string
  name: string
  late: number
  dueSoon: number
  done: number
  total: number
  since: LocalDate | null
}

export type BehindRow = {
  taskId: TaskId | DutyId
  no: string | null
  title: string
  dueOn: LocalDate
  units: number
  percent: number
}

export type WaitingCounts = { returned: number; extension: number; claim: number; unit_ended: number }

export type WorkOverview = {
  /** By the month of their end, the earliest first. */
  months: MonthCounts[]
  /** The units with most that is late, of these the longest first. */
  behind: UnitBehindRow[]
  /** How many units are late with anything. */
  unitsLate: number
  /** What will be late as `isBehind` tells it, by task: the first to end first. */
  willBeLate: BehindRow[]
  /** What waits for the issuer, each share by the most pressing thing. */
  waiting: WaitingCounts
}

/** The year of all units below in numbers; one statement, since going through the shares is what costs. */
export async function readOverview(
  db: Db,
  asked: WorkAsked,
  most: { units: number; tasks: number },
): Promise<WorkOverview> {
  const { scope, today } = asked
  const last = addDays(today, forecastDays)
  const { rows } = await sql<{ all: WorkOverview }>`${shown(asked)},
    months as (select to_char(due_on, 'YYYY-MM') as month, ${counts} from shown group by 1),
    late as (
      select unit_id, ${counts}, count(*)::int as total, min(due_on) filter (where standing = 'late') as since
      from shown group by unit_id having count(*) filter (where standing = 'late') > 0),
    most_late as (select unit_id, late, due_soon, done, total, since from late order by late desc, since, unit_id limit ${most.units}),
    named as (
      select l.unit_id, s.code, s.short_name, l.late, l.due_soon, l.done, l.total, l.since from most_late l
      join lateral (select us.code, us.short_name from unit_state us where us.tenant_id = ${scope.tenantId}
        and us.unit_id = l.unit_id and us.valid_from <= ${today} order by us.valid_from desc limit 1) s on true),
    near as (
      select task_id, duty_id, due_on, percent, task_position, duty_position, coalesce(starts_on, due_on - ${forecastDays}::int) as begun
      from shown where standing <> 'done' and due_on >= ${today} and due_on <= ${last}),
    gone as (
      select task_id, duty_id, due_on, percent, task_position, duty_position,
        (${today}::date - begun)::float8 / greatest(due_on - begun, 1) as share from near),
    soon as (
      select task_id, duty_id, due_on, count(*)::int as units, round(avg(percent))::int as percent, min(task_position) as task_position,
        min(duty_position) as duty_position
      from gone where share >= 0.5 and percent / 100.0 < share - 0.25 group by task_id, duty_id, due_on
      order by due_on, units desc, task_position, duty_position limit ${most.tasks})
    select json_build_object(
      'months', coalesce((select json_agg(m order by m.month) from months m), '[]'::json),
      'behind', coalesce((select json_agg(json_build_object('unitId', unit_id, 'code', code, 'name', short_name, 'late', late,
        'dueSoon', due_soon, 'done', done, 'total', total, 'since', since) order by late desc, since, code) from named), '[]'::json),
      'unitsLate', (select count(*) from late),
      'willBeLate', coalesce((select json_agg(json_build_object('taskId', coalesce(b.task_id, b.duty_id), 'no', t.no,
          'title', coalesce(t.title, d.body), 'dueOn', b.due_on, 'units', b.units, 'percent', b.percent)
          order by b.due_on, b.units desc, b.task_position, b.duty_position)
        from soon b left join plan_task t on t.tenant_id = ${scope.tenantId} and t.id = b.task_id
        left join plan_duty d on d.tenant_id = ${scope.tenantId} and d.id = b.duty_id), '[]'::json),
      'waiting', (select json_build_object('returned', count(*) filter (where issuer_waits = 'returned'),
        'extension', count(*) filter (where issuer_waits = 'extension'), 'claim', count(*) filter (where issuer_waits = 'claim'),
        'unit_ended', count(*) filter (where issuer_waits = 'unit_ended')) from shown)) as "all"`.execute(db)
  const found = rows[0]?.all
  if (found === undefined) throw new Error('the overview is one row')
  return found
}
