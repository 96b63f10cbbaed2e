import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { TenantId, UnitId, UrgingId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { UrgingStep } from '#domain/following/urging.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type UrgingHead = {
  issuerUnitId: UnitId
  unitId: UnitId
  schoolYear: SchoolYear
  urgedOn: LocalDate
  message: string | null
}

export async function findUrging(
  db: Db,
  tenantId: TenantId,
  urgingId: UrgingId,
): Promise<UrgingHead | undefined> {
  const { rows } = await sql<UrgingHead>`
    select u.issuer_unit_id as "issuerUnitId", u.unit_id as "unitId", u.school_year as "schoolYear", u.urged_on as "urgedOn", u.message
    from urging u where u.tenant_id = ${tenantId} and u.id = ${urgingId}`.execute(db)
  return rows[0]
}

export type LetterRow = {
  unitId: UnitId
  unitName: string
  step: UrgingStep
  no: string | null
  title: string
  dueOn: LocalDate | null
  standing: 'late' | 'due_soon'
  days: number
  planTitle: string
  planNumber: string | null
  planSignedOn: LocalDate | null
}

/**
 * What was urged in the one act that an urging belongs to and is not done yet: one issuer at one instant urges once. Units
 * by name, with the one that has most first, as they were urged.
 */
export async function listActRows(
  db: Db,
  tenantId: TenantId,
  urgingId: UrgingId,
  only: UnitId | null,
): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select u.unit_id as "unitId", s.official_name as "unitName", u.step, t.no, coalesce(t.title, d.body) as title, i.due_on as "dueOn",
      i.standing, i.days, p.title as "planTitle", p.number as "planNumber", p.signed_on as "planSignedOn"
    from urging asked
    join urging u on u.tenant_id = asked.tenant_id and u.issuer_unit_id = asked.issuer_unit_id and u.school_year = asked.school_year
      and u.at = asked.at
    join lateral (select us.official_name from unit_state us where us.tenant_id = u.tenant_id and us.unit_id = u.unit_id
      and us.valid_from <= u.urged_on order by us.valid_from desc limit 1) s on true
    join urging_item i on i.tenant_id = u.tenant_id and i.urging_id = u.id
    join assignment a on a.tenant_id = i.tenant_id and a.id = i.assignment_id
    join assignment_window w on w.tenant_id = i.tenant_id and w.assignment_id = i.assignment_id and w.window_no = i.window_no
    join plan p on p.tenant_id = a.tenant_id and p.id = a.plan_id
    left join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
    left join plan_duty d on d.tenant_id = a.tenant_id and d.id = a.duty_id
    where asked.tenant_id = ${tenantId} and asked.id = ${urgingId} and w.done_on is null
      and ${only === null ? sql`true` : sql`u.unit_id = ${only}`}
    order by u.seq, i.due_on, t.position, d.position, i.assignment_id, i.window_no`.execute(db)
  return rows
}

/** Where the issuer of each of these urgings stands on the day, and how many units of the act have something left; not of issuers that have ended. */
export async function countActUnits(
  db: Db,
  tenantId: TenantId,
  urgingIds: readonly UrgingId[],
  day: LocalDate,
): Promise<{ urgingId: UrgingId; issuerPath: TreePath; units: number }[]> {
  if (urgingIds.length === 0) return []
  const { rows } = await sql<{ urgingId: UrgingId; issuerPath: TreePath; units: number }>`
    select asked.id as "urgingId", place.path::text as "issuerPath", (select count(*)::int from urging u
      where u.tenant_id = asked.tenant_id and u.issuer_unit_id = asked.issuer_unit_id and u.school_year = asked.school_year
        and u.at = asked.at and exists (select 1 from urging_item i
          join assignment_window w on w.tenant_id = i.tenant_id and w.assignment_id = i.assignment_id and w.window_no = i.window_no
          where i.tenant_id = u.tenant_id and i.urging_id = u.id and w.done_on is null)) as units
    from urging asked
    join unit_path place on place.tenant_id = asked.tenant_id and place.unit_id = asked.issuer_unit_id
      and place.valid_from <= ${day} and (place.valid_to is null or place.valid_to > ${day})
    where asked.tenant_id = ${tenantId} and asked.id = any(${[...urgingIds]}::uuid[])
    order by asked.seq`.execute(db)
  return rows
}
