import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { DocumentId, PersonId, PlanId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { PlanState } from '#domain/plans/plan-steps.ts'
import type { Scope } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'
import { inScope } from '#server/database/scope.ts'

export type HeadRow = {
  planId: PlanId
  version: number
  issuerUnitId: UnitId
  schoolYear: SchoolYear
  title: string
  number: string | null
  signedOn: LocalDate | null
  state: PlanState
  documentId: DocumentId | null
  fileName: string | null
  createdAt: Date
  createdByName: string
  publishedAt: Date | null
  publishedOn: LocalDate | null
  publishedByName: string | null
  tasks: number
  targets: number
  duties: number
}

function heads(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('plan')
    .innerJoin('person as creator', (on) =>
      on.onRef('creator.tenant_id', '=', 'plan.tenant_id').onRef('creator.id', '=', 'plan.created_by'),
    )
    .leftJoin('person as publisher', (on) =>
      on.onRef('publisher.tenant_id', '=', 'plan.tenant_id').onRef('publisher.id', '=', 'plan.published_by'),
    )
    .leftJoin('source_document', (on) =>
      on
        .onRef('source_document.tenant_id', '=', 'plan.tenant_id')
        .onRef('source_document.id', '=', 'plan.document_id'),
    )
    .select([
      'plan.id as planId',
      'plan.version',
      'plan.issuer_unit_id as issuerUnitId',
      'plan.school_year as schoolYear',
      'plan.title',
      'plan.number',
      'plan.signed_on as signedOn',
      'plan.state',
      'plan.document_id as documentId',
      'source_document.file_name as fileName',
      'plan.created_at as createdAt',
      'creator.full_name as createdByName',
      'plan.published_at as publishedAt',
      'plan.published_on as publishedOn',
      'publisher.full_name as publishedByName',
      sql<number>`(select count(*)::int from plan_task t where t.tenant_id = plan.tenant_id and t.plan_id = plan.id and t.review <> 'discarded' and t.ended_on is null)`.as(
        'tasks',
      ),
      sql<number>`(select count(*)::int from plan_target t where t.tenant_id = plan.tenant_id and t.plan_id = plan.id and t.review <> 'discarded' and t.ended_on is null)`.as(
        'targets',
      ),
      sql<number>`(select count(*)::int from plan_duty d where d.tenant_id = plan.tenant_id and d.plan_id = plan.id and d.review <> 'discarded' and d.ended_on is null)`.as(
        'duties',
      ),
    ])
    .where('plan.tenant_id', '=', tenantId)
}

export async function findHead(db: Db, tenantId: TenantId, planId: PlanId): Promise<HeadRow | undefined> {
  return await heads(db, tenantId).where('plan.id', '=', planId).executeTakeFirst()
}

/** Keeps the plan as it is until the transaction ends: nobody else changes its head or its tasks meanwhile. */
export async function lockPlan(db: Db, tenantId: TenantId, planId: PlanId): Promise<void> {
  await db
    .selectFrom('plan')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', planId)
    .forUpdate()
    .execute()
}

/** Has a unit in the scope, by where it hangs today or hung last, a share in the plan? */
export async function isGivenWithin(
  db: Db,
  scope: Scope,
  planId: PlanId,
  today: LocalDate,
): Promise<boolean> {
  const row = await db
    .selectFrom('assignment as a')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('unit_path as up')
          .select('up.path')
          .whereRef('up.tenant_id', '=', 'a.tenant_id')
          .whereRef('up.unit_id', '=', 'a.unit_id')
          .where('up.valid_from', '<=', today)
          .orderBy('up.valid_from', 'desc')
          .limit(1)
          .as('place'),
      (on) => on.onTrue(),
    )
    .select('a.id')
    .where('a.tenant_id', '=', scope.tenantId)
    .where('a.plan_id', '=', planId)
    .where(inScope(scope, 'place.path'))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Of these issuers: published plans of all, drafts of those in `draftsOf`; beside them the plans that gave the unit a share. */
export async function listHeads(
  db: Db,
  tenantId: TenantId,
  issuers: readonly UnitId[],
  draftsOf: readonly UnitId[],
  unitId: UnitId,
  year: SchoolYear | undefined,
): Promise<HeadRow[]> {
  let query = heads(db, tenantId)
    .where((where) =>
      where.or([
        ...(issuers.length === 0 ? [] : [where('plan.issuer_unit_id', 'in', [...issuers])]),
        where.exists(
          where
            .selectFrom('assignment as a')
            .select('a.id')
            .whereRef('a.tenant_id', '=', 'plan.tenant_id')
            .where('a.unit_id', '=', unitId)
            .whereRef('a.plan_id', '=', 'plan.id'),
        ),
      ]),
    )
    .where((where) =>
      where.or([
        where('plan.state', '=', 'published'),
        ...(draftsOf.length === 0
          ? []
          : [
              where.and([
                where('plan.state', 'in', ['draft', 'submitted']),
                where('plan.issuer_unit_id', 'in', [...draftsOf]),
              ]),
            ]),
      ]),
    )
  if (year !== undefined) query = query.where('plan.school_year', '=', year)
  return await query.orderBy('plan.school_year', 'desc').orderBy('plan.created_at', 'desc').execute()
}

export async function insertPlan(
  db: Db,
  row: {
    tenantId: TenantId
    id: PlanId
    issuer: UnitId
    documentId: DocumentId | null
    schoolYear: SchoolYear
    title: string
    number: string | null
    signedOn: LocalDate | null
    by: PersonId
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('plan')
    .values({
      tenant_id: row.tenantId,
      id: row.id,
      issuer_unit_id: row.issuer,
      document_id: row.documentId,
      school_year: row.schoolYear,
      title: row.title,
      number: row.number,
      signed_on: row.signedOn,
      state: 'draft',
      created_by: row.by,
      created_at: row.at,
    })
    .execute()
}

/** False when somebody changed the plan meanwhile. */
export async function updateHead(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  version: number,
  set: {
    title?: string
    schoolYear?: SchoolYear
    number?: string | null
    signedOn?: LocalDate | null
    state?: 'discarded'
  },
): Promise<boolean> {
  const result = await db
    .updateTable('plan')
    .set({
      version: version + 1,
      ...(set.title === undefined ? {} : { title: set.title }),
      ...(set.schoolYear === undefined ? {} : { school_year: set.schoolYear }),
      ...(set.number === undefined ? {} : { number: set.number }),
      ...(set.signedOn === undefined ? {} : { signed_on: set.signedOn }),
      ...(set.state === undefined ? {} : { state: set.state }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', planId)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function setPublished(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  version: number,
  by: PersonId,
  at: Date,
  on: LocalDate,
): Promise<boolean> {
  const result = await db
    .updateTable('plan')
    .set({ version: version + 1, state: 'published', published_by: by, published_at: at, published_on: on })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', planId)
    .where('version', '=', version)
    .where('state', 'in', ['draft', 'submitted'])
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** On the way to its approval and back. False when somebody changed the plan meanwhile. */
export async function setState(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  version: number,
  state: { from: PlanState; to: 'draft' | 'submitted' },
): Promise<boolean> {
  const result = await db
    .updateTable('plan')
    .set({ version: version + 1, state: state.to })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', planId)
    .where('version', '=', version)
    .where('state', '=', state.from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False when somebody changed the plan meanwhile, or it is not published. */
export async function setIssued(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  version: number,
  set: { number: string; signedOn: LocalDate },
): Promise<boolean> {
  const result = await db
    .updateTable('plan')
    .set({ version: version + 1, number: set.number, signed_on: set.signedOn })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', planId)
    .where('version', '=', version)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function publishedPlanOf(
  db: Db,
  tenantId: TenantId,
  issuer: UnitId,
  year: SchoolYear,
): Promise<PlanId | undefined> {
  const row = await db
    .selectFrom('plan')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('issuer_unit_id', '=', issuer)
    .where('school_year', '=', year)
    .where('state', '=', 'published')
    .executeTakeFirst()
  return row?.id
}
