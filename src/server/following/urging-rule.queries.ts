import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { AutomaticRule } from '#domain/following/automatic-urging.ts'
import type { Role } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type StoredRule = AutomaticRule & { isOn: boolean; version: number }

export async function findUrgingRule(
  db: Db,
  tenantId: TenantId,
  issuer: UnitId,
): Promise<StoredRule | undefined> {
  return await rules(db, tenantId).where('issuer_unit_id', '=', issuer).executeTakeFirst()
}

function rules(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('urging_rule')
    .select([
      'is_on as isOn',
      'before_days as beforeDays',
      'after_days as afterDays',
      'escalate_after as escalateAfter',
      'version',
    ])
    .where('tenant_id', '=', tenantId)
}

/** The rules in force; one that another server is at just now is left to it. */
export async function claimRulesOn(db: Db, tenantId: TenantId): Promise<(StoredRule & { issuer: UnitId })[]> {
  return await rules(db, tenantId)
    .select('issuer_unit_id as issuer')
    .where('is_on', '=', true)
    .orderBy('issuer_unit_id')
    .forUpdate()
    .skipLocked()
    .execute()
}

/** False when it was changed meanwhile. */
export async function saveUrgingRule(
  db: Db,
  tenantId: TenantId,
  issuer: UnitId,
  rule: StoredRule,
  at: Date,
): Promise<boolean> {
  const set = {
    is_on: rule.isOn,
    before_days: rule.beforeDays,
    after_days: rule.afterDays,
    escalate_after: rule.escalateAfter,
    changed_at: at,
  }
  if (rule.version === 0) {
    const added = await db
      .insertInto('urging_rule')
      .values({ tenant_id: tenantId, issuer_unit_id: issuer, ...set })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const changed = await db
    .updateTable('urging_rule')
    .set({ ...set, version: rule.version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('issuer_unit_id', '=', issuer)
    .where('version', '=', rule.version)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/**
 * The windows of an issuer's plan that end by a day and wait for the unit: in hand, neither done nor said to be done, and no
 * other finish asked for.
 */
export async function listRuleWindows(
  db: Db,
  tenantId: TenantId,
  issuer: UnitId,
  schoolYear: SchoolYear,
  until: LocalDate,
): Promise<{ assignmentId: AssignmentId; windowNo: number }[]> {
  const { rows } = await sql<{ assignmentId: AssignmentId; windowNo: number }>`
    select w.assignment_id as "assignmentId", w.window_no as "windowNo"
    from plan p
    join assignment a on a.tenant_id = p.tenant_id and a.plan_id = p.id and a.state in ('given', 'acknowledged')
    join assignment_window w on w.tenant_id = a.tenant_id and w.assignment_id = a.id
    where p.tenant_id = ${tenantId} and p.issuer_unit_id = ${issuer} and p.school_year = ${schoolYear} and p.state = 'published'
      and w.ended_on is null and w.done_on is null and w.asked_on is null and w.completion is distinct from 'claimed'
      and coalesce(w.granted_on, w.due_on) <= ${until}
    order by coalesce(w.granted_on, w.due_on), w.assignment_id, w.window_no`.execute(db)
  return rows
}

/** Does anybody hold this role over the unit today? */
export async function isRoleHeld(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  role: Role,
  day: LocalDate,
): Promise<boolean> {
  const row = await db
    .selectFrom('membership')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('scope_unit_id', '=', unitId)
    .where('role', '=', role)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', day)]))
    .executeTakeFirst()
  return row !== undefined
}
