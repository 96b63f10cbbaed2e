// Targets of a plan; plans.queries.ts has the plans themselves.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { PlanId, TargetId, TenantId } from '#domain/basics/ids.ts'
import { searchText } from '#domain/basics/text.ts'
import type { When } from '#domain/basics/when.ts'
import type { PlanTarget } from '#domain/plans/plan-target.ts'
import type { LevelCode } from '#domain/reading/reading.ts'
import type { Db } from '#server/database/connect.ts'

export type TargetRow = Omit<PlanTarget, 'levels'> & {
  targetId: TargetId
  planId: PlanId
  version: number
  /** No longer part of the plan since; null while it is. */
  endedOn: LocalDate | null
  position: number
  levels: LevelCode[]
  at: Record<string, number> | null
  confidence: number | null
}

function targets(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('plan_target')
    .select([
      'id as targetId',
      'plan_id as planId',
      'version',
      'ended_on as endedOn',
      'position',
      'group_code as groupCode',
      'group_title as groupTitle',
      sql<LevelCode[]>`levels`.as('levels'),
      'statement',
      'scope',
      'kind',
      'value',
      'numerator',
      'denominator',
      'percent',
      'min',
      'max',
      'strict',
      'period',
      'direction',
      'baseline',
      'unit_word as unitWord',
      sql<When | null>`due`.as('due'),
      sql<Record<string, number> | null>`source_at`.as('at'),
      'confidence',
      'review',
    ])
    .where('tenant_id', '=', tenantId)
}

export async function listTargets(db: Db, tenantId: TenantId, planId: PlanId): Promise<TargetRow[]> {
  return await targets(db, tenantId).where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()
}

export async function findTarget(
  db: Db,
  tenantId: TenantId,
  targetId: TargetId,
): Promise<TargetRow | undefined> {
  return await targets(db, tenantId).where('id', '=', targetId).executeTakeFirst()
}

export type NewTarget = Omit<TargetRow, 'version' | 'planId' | 'endedOn'> & {
  /** Of a target taken over from the plan of the year before. */
  lastYearId?: TargetId
}

export async function insertTargets(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  rows: readonly NewTarget[],
): Promise<void> {
  if (rows.length === 0) return
  const list = rows.map((row) => ({
    ...row,
    id: row.targetId,
    group_code: row.groupCode,
    group_title: row.groupTitle,
    unit_word: row.unitWord,
    source_at: row.at,
    search_text: searchOf(row),
    last_year_id: row.lastYearId ?? null,
  }))
  await sql`insert into plan_target (tenant_id, id, plan_id, position, group_code, group_title, levels, statement, scope, kind, value,
      numerator, denominator, percent, min, max, strict, period, direction, baseline, unit_word, due, source_at, confidence, review, search_text, last_year_id)
    select ${tenantId}, t.id, ${planId}, t.position, t.group_code, t.group_title, t.levels, t.statement, t.scope, t.kind, t.value,
      t.numerator, t.denominator, t.percent, t.min, t.max, t.strict, t.period, t.direction, t.baseline, t.unit_word, t.due, t.source_at,
      t.confidence, t.review, t.search_text, t.last_year_id
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as t(id uuid, position int, group_code text, group_title text, levels jsonb,
      statement text, scope text, kind text, value float8, numerator float8, denominator float8, percent float8, min float8, max float8,
      strict boolean, period text, direction text, baseline text, unit_word text, due jsonb, source_at jsonb, confidence real, review text,
      search_text text, last_year_id uuid)`.execute(db)
}

function searchOf(target: Pick<PlanTarget, 'statement' | 'scope'>): string {
  return searchText(target.statement, target.scope)
}

/** False when somebody changed the target meanwhile. */
export async function updateTarget(
  db: Db,
  tenantId: TenantId,
  target: Omit<NewTarget, 'position' | 'at' | 'confidence' | 'lastYearId'> & { version: number },
): Promise<boolean> {
  const result = await db
    .updateTable('plan_target')
    .set({
      version: target.version + 1,
      group_code: target.groupCode,
      group_title: target.groupTitle,
      levels: JSON.stringify(target.levels),
      statement: target.statement,
      scope: target.scope,
      kind: target.kind,
      value: target.value,
      numerator: target.numerator,
      denominator: target.denominator,
      percent: target.percent,
      min: target.min,
      max: target.max,
      strict: target.strict,
      period: target.period,
      direction: target.direction,
      baseline: target.baseline,
      unit_word: target.unitWord,
      due: target.due === null ? null : JSON.stringify(target.due),
      review: target.review,
      search_text: searchOf(target),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', target.targetId)
    .where('version', '=', target.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
