// What units were given, beside what their own plans made of it.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, DutyId, PlanId, TargetId, TaskId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { GivenWindow } from '#domain/cascade/derive.ts'
import { fold } from '#domain/basics/text.ts'
import type { PlanState } from '#domain/plans/plan-steps.ts'
import type { TaskRole } from '#domain/plans/plan-task.ts'
import type { Scope, TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type OwnItem = {
  planId: PlanId
  state: PlanState
  kind: 'task' | 'duty' | 'target'
  itemId: TaskId | DutyId | TargetId
  text: string
}

export type GivenWorkRow = {
  assignmentId: AssignmentId
  kind: 'task' | 'duty'
  taskId: TaskId | DutyId
  no: string | null
  title: string
  product: string | null
  role: TaskRole
  dueOn: LocalDate | null
  percent: number
  /** Nothing is left to plan. */
  done: boolean
  windows: GivenWindow[]
  planId: PlanId
  planTitle: string
  issuerName: string
  over: boolean
  takenUp: OwnItem[]
}

/** In the order of the plans and of their items; what is no longer the unit's only where its own plan holds something of it. */
export async function listGivenWork(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  schoolYear: SchoolYear,
  day: LocalDate,
): Promise<GivenWorkRow[]> {
  const { rows } = await sql<GivenWorkRow>`
    with own as (
      select o.assignment_id, json_agg(json_build_object('planId', p.id, 'state', p.state,
          'kind', case when o.task_id is not null then 'task' else 'duty' end, 'itemId', coalesce(o.task_id, o.duty_id),
          'text', coalesce(t.title, d.body)) order by coalesce(t.position, d.position), o.id) as items
      from plan p
      join plan_item_origin o on o.tenant_id = p.tenant_id and o.plan_id = p.id and o.assignment_id is not null
      left join plan_task t on t.tenant_id = o.tenant_id and t.id = o.task_id
      left join plan_duty d on d.tenant_id = o.tenant_id and d.id = o.duty_id
      where p.tenant_id = ${tenantId} and p.issuer_unit_id = ${unitId} and p.school_year = ${schoolYear} and p.state <> 'discarded'
        and coalesce(t.review, d.review) <> 'discarded' and coalesce(t.ended_on, d.ended_on) is null
      group by o.assignment_id)
    select a.id as "assignmentId", case when a.task_id is null then 'duty' else 'task' end as kind,
      coalesce(a.task_id, a.duty_id) as "taskId", t.no, coalesce(t.title, d.body) as title, t.product, a.role,
      p.id as "planId", p.title as "planTitle",
      coalesce((select s.short_name from unit_state s where s.tenant_id = p.tenant_id and s.unit_id = p.issuer_unit_id
        and s.valid_from <= ${day} order by s.valid_from desc limit 1), '') as "issuerName",
      (select max(coalesce(w.granted_on, w.due_on)) from assignment_window w
        where w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null) as "dueOn",
      coalesce((select floor(avg(w.percent)) from assignment_window w
        where w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null), 0)::int as percent,
      not exists (select 1 from assignment_window w where w.tenant_id = a.tenant_id and w.assignment_id = a.id
        and w.ended_on is null and w.status <> 'done') as done,
      coalesce((select json_agg(json_build_object('printed', t.windows -> (w.window_no - 1), 'startsOn', w.starts_on,
          'dueOn', coalesce(w.granted_on, w.due_on), 'moved', w.granted_on is not null) order by w.window_no)
        from assignment_window w
        where w.tenant_id = a.tenant_id and w.assignment_id = a.id and w.ended_on is null), '[]'::json) as windows,
      a.state in ('dropped', 'passed_on') as over, coalesce(own.items, '[]'::json) as "takenUp"
    from assignment a
    join plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id and p.state = 'published' and p.school_year = ${schoolYear}
    left join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
    left join plan_duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
    left join own on own.assignment_id = a.id
    where a.tenant_id = ${tenantId} and a.unit_id = ${unitId} and p.issuer_unit_id <> ${unitId}
      and (a.state not in ('dropped', 'passed_on') or own.items is not null)
    order by p.published_at, p.id, t.position nulls last, d.position, a.id`.execute(db)
  return rows
}

/** Which items of the unit's own plans came from which targets of others. */
export async function listOwnTargets(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  schoolYear: SchoolYear,
): Promise<(OwnItem & { parentTargetId: TargetId })[]> {
  const { rows } = await sql<OwnItem & { parentTargetId: TargetId }>`
    select o.parent_target_id as "parentTargetId", p.id as "planId", p.state, 'target' as kind, t.id as "itemId", t.statement as text
    from plan p
    join plan_item_origin o on o.tenant_id = p.tenant_id and o.plan_id = p.id and o.parent_target_id is not null
    join plan_target t on t.tenant_id = o.tenant_id and t.id = o.target_id
    where p.tenant_id = ${tenantId} and p.issuer_unit_id = ${unitId} and p.school_year = ${schoolYear} and p.state <> 'discarded'
      and t.review <> 'discarded' and t.ended_on is null
    order by t.position, t.id`.execute(db)
  return rows
}

export type UnitPlanRow = {
  unitId: UnitId
  code: string
  name: string
  planId: PlanId | null
  state: Exclude<PlanState, 'discarded'> | null
  title: string | null
  since: Date | null
  given: number
  takenUp: number
}
export type UnitPlanCounts = { none: number; draft: number; submitted: number; published: number }
export type UnitPlansAsked = {
  scope: Scope
  under: TreePath
  schoolYear: SchoolYear
  today: LocalDate
  search?: string | undefined
}

// The furthest plan of each unit below; given and taken up are counted for whoever has something of others. What is done
// already counts as taken up: there is nothing left to plan.
function unitPlans({ scope, under, schoolYear, today, search }: UnitPlansAsked) {
  const { tenantId } = scope
  const words = fold(search ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`)
  const seen = scope.everything ? sql`true` : sql`up.path <@ any(${[...scope.below]}::ltree[])`
  return sql`
    with place as materialized (
      select up.unit_id, us.code, us.short_name, us.sort_key from unit_path up
      join unit_state us on us.tenant_id = up.tenant_id and us.unit_id = up.unit_id and us.valid_from <= ${today}
        and (us.valid_to is null or us.valid_to > ${today})
      where up.tenant_id = ${tenantId} and up.valid_from <= ${today} and (up.valid_to is null or up.valid_to > ${today})
        and case when up.path <@ ${under}::ltree and up.path <> ${under}::ltree and ${seen} then true else false end
        and ${words.length === 0 ? sql`true` : sql`us.search_text like all(${words}::text[])`}),
    own as (
      select distinct on (p.issuer_unit_id) p.issuer_unit_id as unit_id, p.id, p.state, p.title,
        coalesce(p.published_at, (select max(s.at) from plan_step s where s.tenant_id = p.tenant_id and s.plan_id = p.id), p.created_at) as since
      from plan p join place on place.unit_id = p.issuer_unit_id
      where p.tenant_id = ${tenantId} and p.school_year = ${schoolYear} and p.state <> 'discarded'
      order by p.issuer_unit_id, array_position(array['published', 'submitted', 'draft'], p.state), p.created_at desc, p.id),
    work as (
      select a.unit_id, count(*)::int as given,
        count(*) filter (where exists (select 1 from plan_item_origin o join own on own.id = o.plan_id
          left join plan_task t on t.tenant_id = o.tenant_id and t.id = o.task_id
          left join plan_duty d on d.tenant_id = o.tenant_id and d.id = o.duty_id
          where o.tenant_id = a.tenant_id and o.assignment_id = a.id and coalesce(t.review, d.review) <> 'discarded'
            and coalesce(t.ended_on, d.ended_on) is null)
          or not exists (select 1 from assignment_window w where w.tenant_id = a.tenant_id and w.assignment_id = a.id
            and w.ended_on is null and w.status <> 'done'))::int as taken_up
      from assignment a
      join plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id and p.state = 'published' and p.school_year = ${schoolYear}
      join place on place.unit_id = a.unit_id
      where a.tenant_id = ${tenantId} and a.state not in ('dropped', 'passed_on') and p.issuer_unit_id <> a.unit_id
      group by a.unit_id),
    latest as (
      select distinct on (s.unit_id, al.target_id) s.unit_id, al.target_id, s.taken_back or not s.applies as off
      from given_share s
      join target_giving g on g.tenant_id = s.tenant_id and g.id = s.giving_id
      join target_allocation al on al.tenant_id = g.tenant_id and al.id = g.allocation_id
      join plan p on p.tenant_id = al.tenant_id and p.id = al.plan_id and p.state = 'published' and p.school_year = ${schoolYear}
      join place on place.unit_id = s.unit_id
      where s.tenant_id = ${tenantId} order by s.unit_id, al.target_id, g.no desc),
    share as (
      select l.unit_id, count(*)::int as given,
        count(*) filter (where exists (select 1 from plan_item_origin o join own on own.id = o.plan_id and own.unit_id = l.unit_id
          join plan_target t on t.tenant_id = o.tenant_id and t.id = o.target_id and t.review <> 'discarded' and t.ended_on is null
          where o.tenant_id = ${tenantId} and o.parent_target_id = l.target_id))::int as taken_up
      from latest l where not l.off group by l.unit_id),
    line as (
      select place.unit_id, place.code, place.short_name, place.sort_key, own.id, own.state, own.title, own.since,
        coalesce(work.given, 0) + coalesce(share.given, 0) as given,
        coalesce(work.taken_up, 0) + coalesce(share.taken_up, 0) as taken_up
      from place left join own on own.unit_id = place.unit_id left join work on work.unit_id = place.unit_id
      left join share on share.unit_id = place.unit_id
      where own.id is not null or work.unit_id is not null or share.unit_id is not null)`
}

export async function countUnitPlans(db: Db, asked: UnitPlansAsked): Promise<UnitPlanCounts> {
  const { rows } = await sql<UnitPlanCounts>`${unitPlans(asked)}
    select count(*) filter (where state is null)::int as none, count(*) filter (where state = 'draft')::int as draft,
      count(*) filter (where state = 'submitted')::int as submitted, count(*) filter (where state = 'published')::int as published
    from line`.execute(db)
  return rows[0] ?? { none: 0, draft: 0, submitted: 0, published: 0 }
}

/** What waits for an answer first, then by name. */
export async function listUnitPlans(
  db: Db,
  asked: UnitPlansAsked,
  page: { state: keyof UnitPlanCounts | undefined; offset: number; limit: number },
): Promise<UnitPlanRow[]> {
  const { state } = page
  const fits = state === undefined ? sql`true` : state === 'none' ? sql`state is null` : sql`state = ${state}`
  const { rows } = await sql<UnitPlanRow>`${unitPlans(asked)}
    select unit_id as "unitId", code, short_name as name, id as "planId", state, title, since, given, taken_up as "takenUp"
    from line where ${fits}
    order by case when state = 'submitted' then 0 else 1 end, sort_key, unit_id
    limit ${page.limit} offset ${page.offset}`.execute(db)
  return rows
}
