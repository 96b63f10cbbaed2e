import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { PersonId, PlanId, ResultId, TargetId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { GivenResult } from '#domain/targets/actual.ts'
import type { Verdict } from '#domain/targets/judge.ts'
import type { Db } from '#server/database/connect.ts'

export type PlanOfTargets = {
  planId: PlanId
  title: string
  issuerUnitId: UnitId
  issuerName: string
  issuerPath: TreePath
  schoolYear: SchoolYear
}

function publishedPlans(db: Db, tenantId: TenantId, day: LocalDate) {
  return db
    .selectFrom('plan as p')
    .select([
      'p.id as planId',
      'p.title',
      'p.issuer_unit_id as issuerUnitId',
      'p.school_year as schoolYear',
      sql<string>`(select s.short_name from unit_state s where s.tenant_id = p.tenant_id and s.unit_id = p.issuer_unit_id
        and s.valid_from <= ${day} order by s.valid_from desc limit 1)`.as('issuerName'),
      sql<string>`(select u.path::text from unit_path u where u.tenant_id = p.tenant_id and u.unit_id = p.issuer_unit_id
        and u.valid_from <= ${day} order by u.valid_from desc limit 1)`.as('issuerPath'),
    ])
    .where('p.tenant_id', '=', tenantId)
    .where('p.state', '=', 'published')
}

/** The plans of the year of these issuers, in no order. */
export async function listPlansOf(
  db: Db,
  tenantId: TenantId,
  issuers: readonly UnitId[],
  schoolYear: SchoolYear,
  day: LocalDate,
): Promise<PlanOfTargets[]> {
  if (issuers.length === 0) return []
  return await publishedPlans(db, tenantId, day)
    .where('p.issuer_unit_id', 'in', [...issuers])
    .where('p.school_year', '=', schoolYear)
    .execute()
}

export async function findPlan(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  day: LocalDate,
): Promise<PlanOfTargets | undefined> {
  return await publishedPlans(db, tenantId, day).where('p.id', '=', planId).executeTakeFirst()
}

/** The targets of a plan that were taken over, each with the one it comes from. */
export async function listTakenOver(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
): Promise<{ targetId: TargetId; lastYearId: TargetId; lastPlanId: PlanId }[]> {
  return await db
    .selectFrom('plan_target as t')
    .innerJoin('plan_target as l', (on) =>
      on.onRef('l.tenant_id', '=', 't.tenant_id').onRef('l.id', '=', 't.last_year_id'),
    )
    .select(['t.id as targetId', 'l.id as lastYearId', 'l.plan_id as lastPlanId'])
    .where('t.tenant_id', '=', tenantId)
    .where('t.plan_id', '=', planId)
    .orderBy('t.position')
    .orderBy('t.id')
    .execute()
}

export type ResultRow = GivenResult & {
  resultId: ResultId
  targetId: TargetId
  note: string
  at: Date
  personId: PersonId | null
  personName: string
}

/** All that was recorded of the targets of a plan, or of one of them, in the order in which it was. */
export async function listResults(
  db: Db,
  tenantId: TenantId,
  of: { plan: PlanId } | { target: TargetId },
): Promise<ResultRow[]> {
  const query = db
    .selectFrom('target_result as r')
    .innerJoin('plan_target as t', (on) =>
      on.onRef('t.tenant_id', '=', 'r.tenant_id').onRef('t.id', '=', 'r.target_id'),
    )
    .select([
      'r.id as resultId',
      'r.target_id as targetId',
      'r.as_of as asOf',
      'r.value',
      'r.numerator',
      'r.denominator',
      sql<Verdict | null>`r.verdict`.as('verdict'),
      'r.note',
      'r.at',
      'r.person_id as personId',
      'r.person_name as personName',
    ])
    .where('r.tenant_id', '=', tenantId)
  const own = 'plan' in of ? query.where('t.plan_id', '=', of.plan) : query.where('t.id', '=', of.target)
  return await own.orderBy('r.seq').execute()
}

export async function insertResult(
  db: Db,
  tenantId: TenantId,
  row: Omit<ResultRow, 'personId'> & { personId: PersonId | null },
): Promise<void> {
  await db
    .insertInto('target_result')
    .values({
      tenant_id: tenantId,
      id: row.resultId,
      target_id: row.targetId,
      as_of: row.asOf,
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      verdict: row.verdict,
      note: row.note,
      at: row.at,
      person_id: row.personId,
      person_name: row.personName,
    })
    .execute()
}

export type MeasureRow = { targetId: TargetId; indicatorCode: string; version: number }

export async function listMeasures(db: Db, tenantId: TenantId, planId: PlanId): Promise<MeasureRow[]> {
  return await db
    .selectFrom('target_measure as m')
    .innerJoin('plan_target as t', (on) =>
      on.onRef('t.tenant_id', '=', 'm.tenant_id').onRef('t.id', '=', 'm.target_id'),
    )
    .select(['m.target_id as targetId', 'm.indicator_code as indicatorCode', 'm.version'])
    .where('m.tenant_id', '=', tenantId)
    .where('t.plan_id', '=', planId)
    .execute()
}

/** False when somebody set or took it meanwhile; version 0: there is none yet. */
export async function saveMeasure(
  db: Db,
  tenantId: TenantId,
  targetId: TargetId,
  version: number,
  code: string | null,
): Promise<boolean> {
  if (version === 0) {
    if (code === null) return true
    const result = await db
      .insertInto('target_measure')
      .values({ tenant_id: tenantId, target_id: targetId, indicator_code: code })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst()
    return result.numInsertedOrUpdatedRows === 1n
  }
  if (code === null) {
    const result = await db
      .deleteFrom('target_measure')
      .where('tenant_id', '=', tenantId)
      .where('target_id', '=', targetId)
      .where('version', '=', version)
      .executeTakeFirst()
    return result.numDeletedRows === 1n
  }
  const result = await db
    .updateTable('target_measure')
    .set({ indicator_code: code, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('target_id', '=', targetId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
