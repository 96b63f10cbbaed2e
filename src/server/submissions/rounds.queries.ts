import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { FormId, PersonId, RoundId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { FormDefinition } from '#domain/forms/form.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { Period } from '#domain/submissions/round.ts'
import type { Audience } from '#domain/units/audience.ts'
import type { UnitState } from '#domain/units/unit.ts'
import type { Db } from '#server/database/connect.ts'

export type RoundRow = {
  roundId: RoundId
  version: number
  issuerUnitId: UnitId
  issuerName: string
  /** Where the issuer hung on the day of the round: today while it runs, its closing day afterwards. */
  issuerPath: TreePath
  definition: FormDefinition
  schoolYear: SchoolYear
  period: Period
  title: string
  audience: Audience
  opensOn: LocalDate
  closesOn: LocalDate
}

function rounds(db: Db, tenantId: TenantId, today: LocalDate) {
  return db
    .selectFrom('round as r')
    .innerJoin('form as f', (on) =>
      on.onRef('f.tenant_id', '=', 'r.tenant_id').onRef('f.id', '=', 'r.form_id'),
    )
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('unit_path as up')
          .innerJoin('unit_state as us', (on) =>
            on.onRef('us.tenant_id', '=', 'up.tenant_id').onRef('us.unit_id', '=', 'up.unit_id'),
          )
          .select(['up.path', 'us.short_name'])
          .whereRef('up.tenant_id', '=', 'r.tenant_id')
          .whereRef('up.unit_id', '=', 'r.issuer_unit_id')
          .where('up.valid_from', '<=', sql<LocalDate>`least(r.closes_on, ${today}::date)`)
          .where('us.valid_from', '<=', sql<LocalDate>`least(r.closes_on, ${today}::date)`)
          .orderBy('up.valid_from', 'desc')
          .orderBy('us.valid_from', 'desc')
          .limit(1)
          .as('issuer'),
      (on) => on.onTrue(),
    )
    .select([
      'r.id as roundId',
      'r.version',
      'r.issuer_unit_id as issuerUnitId',
      'issuer.short_name as issuerName',
      sql<TreePath>`issuer.path::text`.as('issuerPath'),
      sql<FormDefinition>`f.definition`.as('definition'),
      'r.school_year as schoolYear',
      'r.period',
      'r.title',
      sql<Audience>`r.audience`.as('audience'),
      'r.opens_on as opensOn',
      'r.closes_on as closesOn',
    ])
    .where('r.tenant_id', '=', tenantId)
}

export async function findRound(
  db: Db,
  tenantId: TenantId,
  today: LocalDate,
  roundId: RoundId,
): Promise<RoundRow | undefined> {
  return await rounds(db, tenantId, today).where('r.id', '=', roundId).executeTakeFirst()
}

/** The rounds of a school year whose issuer stood in one line with the unit on the round's day, the latest to close first. */
export async function listRoundRows(
  db: Db,
  tenantId: TenantId,
  today: LocalDate,
  unitId: UnitId,
  schoolYear: SchoolYear,
): Promise<(RoundRow & { nodePath: TreePath })[]> {
  return await rounds(db, tenantId, today)
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('unit_path as np')
          .select(['np.path'])
          .whereRef('np.tenant_id', '=', 'r.tenant_id')
          .where('np.unit_id', '=', unitId)
          .where('np.valid_from', '<=', sql<LocalDate>`least(r.closes_on, ${today}::date)`)
          .where((where) =>
            where.or([
              where('np.valid_to', 'is', null),
              where('np.valid_to', '>', sql<LocalDate>`least(r.closes_on, ${today}::date)`),
            ]),
          )
          .as('node'),
      (on) => on.onTrue(),
    )
    .select(sql<TreePath>`node.path::text`.as('nodePath'))
    .where('r.school_year', '=', schoolYear)
    .where(sql<boolean>`(issuer.path @> node.path or issuer.path <@ node.path)`)
    .orderBy('r.closes_on', 'desc')
    .orderBy('r.id')
    .execute()
}

export type NewRound = {
  id: RoundId
  issuerUnitId: UnitId
  formId: FormId
  schoolYear: SchoolYear
  period: Period
  title: string
  audience: Audience
  opensOn: LocalDate
  closesOn: LocalDate
  by: PersonId
  at: Date
}

export async function insertRound(db: Db, tenantId: TenantId, round: NewRound): Promise<void> {
  await db
    .insertInto('round')
    .values({
      tenant_id: tenantId,
      id: round.id,
      issuer_unit_id: round.issuerUnitId,
      form_id: round.formId,
      school_year: round.schoolYear,
      period: round.period,
      title: round.title,
      audience: JSON.stringify(round.audience),
      opens_on: round.opensOn,
      closes_on: round.closesOn,
      created_by: round.by,
      created_at: round.at,
    })
    .execute()
}

export async function roundExists(
  db: Db,
  tenantId: TenantId,
  issuerUnitId: UnitId,
  formCode: string,
  schoolYear: SchoolYear,
  period: Period,
): Promise<boolean> {
  const row = await db
    .selectFrom('round as r')
    .innerJoin('form as f', (on) =>
      on.onRef('f.tenant_id', '=', 'r.tenant_id').onRef('f.id', '=', 'r.form_id'),
    )
    .select('r.id')
    .where('r.tenant_id', '=', tenantId)
    .where('r.issuer_unit_id', '=', issuerUnitId)
    .where('f.code', '=', formCode)
    .where('r.school_year', '=', schoolYear)
    .where('r.period', '=', period)
    .executeTakeFirst()
  return row !== undefined
}

/** False when somebody changed it meanwhile. */
export async function updateRound(
  db: Db,
  tenantId: TenantId,
  roundId: RoundId,
  change: { version: number; title: string; opensOn: LocalDate; closesOn: LocalDate },
): Promise<boolean> {
  const result = await db
    .updateTable('round')
    .set({
      title: change.title,
      opens_on: change.opensOn,
      closes_on: change.closesOn,
      version: change.version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', roundId)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** A unit as of a day, with its place. */
export type AskedUnit = UnitState & { path: TreePath; parentName: string | null; sortKey: string }

/**
 * The units living on a day that an audience of the issuer can mean, so far as they lie at or below the node: everything
 * between the issuer and the node, and all under it. Rules of an audience look upwards only.
 */
export async function listStatesAround(
  db: Db,
  tenantId: TenantId,
  day: LocalDate,
  issuerPath: TreePath,
  nodePath: TreePath,
): Promise<AskedUnit[]> {
  const { rows } = await sql<{ states: string | null }>`
    select json_agg(json_build_object('unitId', s.unit_id, 'validFrom', s.valid_from, 'validTo', s.valid_to, 'code', s.code, 'kind', s.kind,
        'tier', s.tier, 'officialName', s.official_name, 'shortName', s.short_name, 'otherNames', s.other_names, 'parentId', s.parent_id,
        'levels', s.levels, 'ownership', s.ownership, 'rank', s.rank, 'place', s.place, 'path', p.path::text,
        'parentName', (select us.short_name from unit_state us where us.tenant_id = s.tenant_id and us.unit_id = s.parent_id
          and us.valid_from <= ${day} and (us.valid_to is null or us.valid_to > ${day})),
        'sortKey', s.sort_key) order by s.sort_key, s.unit_id)::text as states
    from unit_path p
    join unit_state s on s.tenant_id = p.tenant_id and s.unit_id = p.unit_id
      and s.valid_from <= ${day} and (s.valid_to is null or s.valid_to > ${day})
    where p.tenant_id = ${tenantId} and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to > ${day})
      and p.path <@ ${issuerPath}::ltree and (p.path <@ ${nodePath}::ltree or p.path @> ${nodePath}::ltree)`.execute(
    db,
  )
  // The shape is that built by the statement above.
  return JSON.parse(rows[0]?.states ?? '[]') as AskedUnit[]
}

/** The last state of a unit up to a day: what it was asked as. */
export async function findStateUpTo(db: Db, tenantId: TenantId, unitId: UnitId, day: LocalDate) {
  return await db
    .selectFrom('unit_state')
    .select(['unit_id as unitId', 'code', 'short_name as name', 'kind', 'levels', 'ownership'])
    .where('tenant_id', '=', tenantId)
    .where('unit_id', '=', unitId)
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
}
