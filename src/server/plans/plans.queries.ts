// long because: the statements of one slice over five tables.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { DocumentId, FileId, PersonId, PlanId, TaskId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { searchText } from '#domain/basics/text.ts'
import type { NameTarget, TaskReview, TaskRole, TimeWindow } from '#domain/plans/plan-task.ts'
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
  state: 'draft' | 'published' | 'discarded'
  documentId: DocumentId | null
  fileName: string | null
  createdAt: Date
  createdByName: string
  publishedAt: Date | null
  publishedByName: string | null
  tasks: number
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
      'publisher.full_name as publishedByName',
      sql<number>`(select count(*)::int from plan_task t where t.tenant_id = plan.tenant_id and t.plan_id = plan.id and t.review <> 'discarded')`.as(
        'tasks',
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
    .innerJoin('plan_task as t', (on) =>
      on.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.id', '=', 'a.task_id'),
    )
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
    .where('t.plan_id', '=', planId)
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
            .innerJoin('plan_task as t', (on) =>
              on.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.id', '=', 'a.task_id'),
            )
            .select('a.id')
            .whereRef('a.tenant_id', '=', 'plan.tenant_id')
            .where('a.unit_id', '=', unitId)
            .whereRef('t.plan_id', '=', 'plan.id'),
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
                where('plan.state', '=', 'draft'),
                where('plan.issuer_unit_id', 'in', [...draftsOf]),
              ]),
            ]),
      ]),
    )
  if (year !== undefined) query = query.where('plan.school_year', '=', year)
  return await query.orderBy('plan.school_year', 'desc').orderBy('plan.created_at', 'desc').execute()
}

export type DocumentRow = { sha256: FileId; fileName: string; source: unknown; reading: unknown }

export async function findDocument(
  db: Db,
  tenantId: TenantId,
  documentId: DocumentId,
): Promise<DocumentRow | undefined> {
  return await db
    .selectFrom('source_document')
    .select(['sha256', 'file_name as fileName', 'source', 'reading'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', documentId)
    .executeTakeFirst()
}

export async function insertDocument(
  db: Db,
  row: {
    tenantId: TenantId
    id: DocumentId
    unitId: UnitId
    sha256: FileId
    fileName: string
    source: unknown
    reading: unknown
    by: PersonId
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('source_document')
    .values({
      tenant_id: row.tenantId,
      id: row.id,
      unit_id: row.unitId,
      sha256: row.sha256,
      file_name: row.fileName,
      source: JSON.stringify(row.source),
      reading: JSON.stringify(row.reading),
      uploaded_by: row.by,
      uploaded_at: row.at,
    })
    .execute()
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
    .where('state', '=', 'draft')
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

export type StoredUnit = {
  role: TaskRole
  printedName: string
  target: NameTarget | null
  score: number | null
}
export type TaskRow = {
  taskId: TaskId
  planId: PlanId
  version: number
  position: number
  no: string | null
  title: string
  windows: TimeWindow[]
  timeText: string | null
  product: string | null
  at: Record<string, number> | null
  confidence: number | null
  review: TaskReview
  units: StoredUnit[]
}

const unitsOfTask = sql<
  StoredUnit[]
>`coalesce((select json_agg(json_build_object('role', u.role, 'printedName', u.printed_name, 'target', u.target, 'score', u.score)
    order by u.role desc, u.position) from plan_task_unit u where u.tenant_id = plan_task.tenant_id and u.task_id = plan_task.id), '[]'::json)`

function tasks(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('plan_task')
    .select([
      'id as taskId',
      'plan_id as planId',
      'version',
      'position',
      'no',
      'title',
      sql<TimeWindow[]>`windows`.as('windows'),
      'time_text as timeText',
      'product',
      sql<Record<string, number> | null>`source_at`.as('at'),
      'confidence',
      'review',
      unitsOfTask.as('units'),
    ])
    .where('tenant_id', '=', tenantId)
}

export async function listTasks(db: Db, tenantId: TenantId, planId: PlanId): Promise<TaskRow[]> {
  return await tasks(db, tenantId).where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()
}

export async function findTask(db: Db, tenantId: TenantId, taskId: TaskId): Promise<TaskRow | undefined> {
  return await tasks(db, tenantId).where('id', '=', taskId).executeTakeFirst()
}

export type NewTask = Omit<TaskRow, 'version' | 'planId'>

export async function insertTasks(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  rows: readonly NewTask[],
): Promise<void> {
  if (rows.length === 0) return
  // One JSON text: a plan of 2,000 rows would pass the 65,535 parameters that one statement may have.
  const list = rows.map((row) => ({
    ...row,
    windows: row.windows,
    source_at: row.at,
    time_text: row.timeText,
    id: row.taskId,
    search_text: searchText(row.no, row.title),
  }))
  await sql`insert into plan_task (tenant_id, id, plan_id, position, no, title, windows, time_text, product, source_at, confidence, review, search_text)
    select ${tenantId}, t.id, ${planId}, t.position, t.no, t.title, t.windows, t.time_text, t.product, t.source_at, t.confidence, t.review, t.search_text
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as t(id uuid, position int, no text, title text, windows jsonb, time_text text,
      product text, source_at jsonb, confidence real, review text, search_text text)`.execute(db)
  await insertTaskUnits(db, tenantId, rows)
}

async function insertTaskUnits(
  db: Db,
  tenantId: TenantId,
  rows: readonly Pick<NewTask, 'taskId' | 'units'>[],
): Promise<void> {
  const list = rows.flatMap((row) =>
    row.units.map((unit, position) => ({
      task_id: row.taskId,
      position,
      role: unit.role,
      printed_name: unit.printedName,
      target: unit.target,
      score: unit.score,
    })),
  )
  if (list.length === 0) return
  await sql`insert into plan_task_unit (tenant_id, task_id, role, position, printed_name, target, score)
    select ${tenantId}, u.task_id, u.role, u.position, u.printed_name, u.target, u.score
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as u(task_id uuid, role text, position int, printed_name text, target jsonb, score real)`.execute(
    db,
  )
}

/** False when somebody changed the task meanwhile. */
export async function updateTask(
  db: Db,
  tenantId: TenantId,
  task: Omit<NewTask, 'position' | 'timeText' | 'at' | 'confidence'> & { version: number },
): Promise<boolean> {
  const result = await db
    .updateTable('plan_task')
    .set({
      version: task.version + 1,
      no: task.no,
      title: task.title,
      windows: JSON.stringify(task.windows),
      product: task.product,
      review: task.review,
      search_text: searchText(task.no, task.title),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', task.taskId)
    .where('version', '=', task.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await db
    .deleteFrom('plan_task_unit')
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', task.taskId)
    .execute()
  await insertTaskUnits(db, tenantId, [task])
  return true
}

/** Accepts those of the tasks that nobody has looked at; returns how many. */
export async function acceptTasks(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  taskIds: readonly TaskId[],
): Promise<number> {
  const result = await db
    .updateTable('plan_task')
    .set((set) => ({ review: 'accepted', version: set('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('plan_id', '=', planId)
    .where('review', '=', 'unreviewed')
    .where(sql<boolean>`id = any(${[...taskIds]}::uuid[])`)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function retargetName(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  printedName: string,
  target: NameTarget | null,
): Promise<number> {
  const result = await db
    .updateTable('plan_task_unit')
    .set({ target: target === null ? null : JSON.stringify(target), score: target === null ? null : 1 })
    .where('tenant_id', '=', tenantId)
    .where('printed_name', '=', printedName)
    .where('task_id', 'in', (from) =>
      from
        .selectFrom('plan_task')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('plan_id', '=', planId),
    )
    .executeTakeFirst()
  // Whoever has one of these tasks open would write the old meaning back.
  await sql`update plan_task t set version = version + 1 where t.tenant_id = ${tenantId} and t.plan_id = ${planId}
    and exists (select 1 from plan_task_unit u where u.tenant_id = t.tenant_id and u.task_id = t.id and u.printed_name = ${printedName})`.execute(
    db,
  )
  return Number(result.numUpdatedRows)
}
