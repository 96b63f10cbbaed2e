import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { IndicatorId, RoundId, SubmissionId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { FormDefinition } from '#domain/forms/form.ts'
import type { Indicator, IndicatorCard, Measure } from '#domain/indicators/indicator.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { Rollup, RollupOwnership } from '#domain/submissions/rollup.ts'
import type { Period } from '#domain/submissions/round.ts'
import type { Db } from '#server/database/connect.ts'

export async function listIndicatorRows(db: Db, tenantId: TenantId): Promise<Indicator[]> {
  const rows = await db
    .selectFrom('indicator')
    .select([
      'code',
      'name_vi as nameVi',
      'name_en as nameEn',
      'form_code as formCode',
      'expression',
      'measure',
      sql<IndicatorCard>`card`.as('card'),
    ])
    .where('tenant_id', '=', tenantId)
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map(({ nameVi, nameEn, measure, ...row }) => ({
    ...row,
    name: { vi: nameVi, en: nameEn },
    // Only insertIndicator writes it.
    measure: measure as Measure,
  }))
}

/** What is there stays as it is. True when it was new. */
export async function insertIndicator(
  db: Db,
  tenantId: TenantId,
  row: { id: IndicatorId; indicator: Indicator; position: number },
): Promise<boolean> {
  const { indicator } = row
  const result = await db
    .insertInto('indicator')
    .values({
      tenant_id: tenantId,
      id: row.id,
      code: indicator.code,
      name_vi: indicator.name.vi,
      name_en: indicator.name.en,
      form_code: indicator.formCode,
      expression: indicator.expression,
      measure: indicator.measure,
      card: JSON.stringify(indicator.card),
      position: row.position,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export type OwnedRollup = Rollup & { ownership: RollupOwnership }

export type CollectedRow = {
  roundId: RoundId
  title: string
  period: Period
  closesOn: LocalDate
  issuerName: string
  issuerPath: TreePath
  nodePath: TreePath
  definition: FormDefinition
  rollups: OwnedRollup[]
}

// On the closing day of its round, on which its sums stand.
const onClosingDay = (alias: string) =>
  sql`${sql.ref(`${alias}.valid_from`)} <= r.closes_on and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > r.closes_on)`

const rollupsOf = (
  unitColumn: string,
) => sql`coalesce((select json_agg(json_build_object('ownership', f.ownership, 'sums', f.sums, 'counts', f.counts, 'submissions', f.submissions))
  from figure_rollup f where f.tenant_id = r.tenant_id and f.round_id = r.id and f.unit_id = ${sql.ref(unitColumn)}), '[]'::json)`

/** The rounds of a school year in one line with the node, each with the sums of the node: one query, no submission is read. */
export async function listCollected(
  db: Db,
  tenantId: TenantId,
  nodeId: UnitId,
  schoolYear: SchoolYear,
): Promise<CollectedRow[]> {
  const { rows } = await sql<CollectedRow>`
    select r.id as "roundId", r.title, r.period, r.closes_on as "closesOn", ius.short_name as "issuerName", ip.path::text as "issuerPath",
      np.path::text as "nodePath", fm.definition, ${rollupsOf('np.unit_id')} as "rollups"
    from round r
    join form fm on fm.tenant_id = r.tenant_id and fm.id = r.form_id
    join unit_path np on np.tenant_id = r.tenant_id and np.unit_id = ${nodeId} and ${onClosingDay('np')}
    join unit_path ip on ip.tenant_id = r.tenant_id and ip.unit_id = r.issuer_unit_id and ${onClosingDay('ip')}
    join unit_state ius on ius.tenant_id = r.tenant_id and ius.unit_id = r.issuer_unit_id and ${onClosingDay('ius')}
    where r.tenant_id = ${tenantId} and r.school_year = ${schoolYear} and (ip.path @> np.path or ip.path <@ np.path)
    order by r.closes_on, r.id`.execute(db)
  return rows
}

/** Where an approved submission with a number in one of the cells was added up. */
export type Giver = { path: TreePath; ownership: RollupOwnership }

export async function listGivers(
  db: Db,
  tenantId: TenantId,
  { roundId, nodePath }: Pick<CollectedRow, 'roundId' | 'nodePath'>,
  cells: readonly { index: number }[],
): Promise<Giver[]> {
  const { rows } = await sql<Giver>`
    select s.rolled_up_path::text as path, s.rolled_up_ownership as ownership from submission s
    where s.tenant_id = ${tenantId} and s.round_id = ${roundId} and s.rolled_up_path <@ ${nodePath}::ltree
      and exists (select 1 from unnest(${cells.map((cell) => cell.index)}::int[]) as c(i) where jsonb_typeof(s.cells -> c.i) = 'number')`.execute(
    db,
  )
  return rows
}

export type ChildRow = {
  roundId: RoundId
  unitId: UnitId
  code: string
  name: string
  sortKey: string
  path: TreePath
  submissionId: SubmissionId | null
  rollups: OwnedRollup[]
}

/** The children of the node on each round's closing day, with their sums, and the submission of a child that sent its own. */
export async function listChildren(
  db: Db,
  tenantId: TenantId,
  nodeId: UnitId,
  roundIds: readonly RoundId[],
): Promise<ChildRow[]> {
  if (roundIds.length === 0) return []
  const { rows } = await sql<ChildRow>`
    select r.id as "roundId", c.unit_id as "unitId", us.code, us.short_name as "name", us.sort_key as "sortKey", c.path::text as "path",
      s.id as "submissionId", ${rollupsOf('c.unit_id')} as "rollups"
    from round r
    join unit_path np on np.tenant_id = r.tenant_id and np.unit_id = ${nodeId} and ${onClosingDay('np')}
    join unit_path c on c.tenant_id = r.tenant_id and c.path <@ np.path and nlevel(c.path) = nlevel(np.path) + 1 and ${onClosingDay('c')}
    join unit_state us on us.tenant_id = c.tenant_id and us.unit_id = c.unit_id and ${onClosingDay('us')}
    left join submission s on s.tenant_id = r.tenant_id and s.round_id = r.id and s.unit_id = c.unit_id and s.state = 'approved'
    where r.tenant_id = ${tenantId} and r.id = any(${[...roundIds]}::uuid[])
    order by us.sort_key, c.unit_id`.execute(db)
  return rows
}

export async function findOwnSubmission(
  db: Db,
  tenantId: TenantId,
  nodeId: UnitId,
  roundIds: readonly RoundId[],
): Promise<{ submissionId: SubmissionId; roundId: RoundId } | undefined> {
  if (roundIds.length === 0) return undefined
  return await db
    .selectFrom('submission')
    .select(['id as submissionId', 'round_id as roundId'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', nodeId)
    .where('round_id', 'in', [...roundIds])
    .where('state', '=', 'approved')
    .executeTakeFirst()
}
