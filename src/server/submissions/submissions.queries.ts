// long because: the statements of one slice, a submission with its steps.
import { sql } from 'kysely'
import type { PersonId, RoundId, SubmissionId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { Cell, CellId, FormDefinition } from '#domain/forms/form.ts'
import type { CellDiff } from '#domain/submissions/cell-changes.ts'
import type { StepContent } from '#domain/submissions/history.ts'
import type { Period } from '#domain/submissions/round.ts'
import type { Move, SubmissionState } from '#domain/submissions/workflow.ts'
import type { Db } from '#server/database/connect.ts'

export type SubmissionRow = {
  submissionId: SubmissionId
  roundId: RoundId
  unitId: UnitId
  state: SubmissionState
  cells: Cell[]
  version: number
  savedAt: Date | null
  savedByName: string | null
}

function submissions(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('submission')
    .select([
      'id as submissionId',
      'round_id as roundId',
      'unit_id as unitId',
      'state',
      sql<Cell[]>`cells`.as('cells'),
      'version',
      'saved_at as savedAt',
      'saved_by_name as savedByName',
    ])
    .where('tenant_id', '=', tenantId)
}

export async function findSubmission(
  db: Db,
  tenantId: TenantId,
  submissionId: SubmissionId,
): Promise<SubmissionRow | undefined> {
  return await submissions(db, tenantId).where('id', '=', submissionId).executeTakeFirst()
}

export async function findSubmissionOf(
  db: Db,
  tenantId: TenantId,
  roundId: RoundId,
  unitId: UnitId,
): Promise<SubmissionRow | undefined> {
  return await submissions(db, tenantId)
    .where('round_id', '=', roundId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst()
}

export type SubmissionStanding = {
  roundId: RoundId
  unitId: UnitId
  submissionId: SubmissionId
  state: SubmissionState
  savedAt: string | null
  /** Only of what was sent and waits for review. */
  cells: Cell[] | null
}

/** How the units of some rounds stand. As one JSON text: 1,600 rows in one go. */
export async function listStandings(
  db: Db,
  tenantId: TenantId,
  roundIds: readonly RoundId[],
): Promise<SubmissionStanding[]> {
  if (roundIds.length === 0) return []
  const { rows } = await sql<{ list: string | null }>`
    select json_agg(json_build_object('roundId', s.round_id, 'unitId', s.unit_id, 'submissionId', s.id, 'state', s.state,
      'savedAt', to_char(s.saved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'cells', case when s.state = 'sent' then s.cells end))::text as list
    from submission s where s.tenant_id = ${tenantId} and s.round_id = any(${[...roundIds]}::uuid[])`.execute(
    db,
  )
  // The shape is that built by the statement above.
  return JSON.parse(rows[0]?.list ?? '[]') as SubmissionStanding[]
}

export type NewSubmission = {
  id: SubmissionId
  roundId: RoundId
  unitId: UnitId
  cells: readonly Cell[]
  at: Date
  by: PersonId
  byName: string
}

/** False when somebody else began the form meanwhile. */
export async function insertDraft(db: Db, tenantId: TenantId, row: NewSubmission): Promise<boolean> {
  const result = await db
    .insertInto('submission')
    .values({
      tenant_id: tenantId,
      id: row.id,
      round_id: row.roundId,
      unit_id: row.unitId,
      state: 'draft',
      cells: JSON.stringify(row.cells),
      saved_at: row.at,
      saved_by: row.by,
      saved_by_name: row.byName,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'round_id', 'unit_id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when somebody changed it meanwhile. */
export async function updateCells(
  db: Db,
  tenantId: TenantId,
  submissionId: SubmissionId,
  change: { version: number; cells: readonly Cell[]; at: Date; by: PersonId; byName: string },
): Promise<boolean> {
  const result = await db
    .updateTable('submission')
    .set({
      cells: JSON.stringify(change.cells),
      version: change.version + 1,
      saved_at: change.at,
      saved_by: change.by,
      saved_by_name: change.byName,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', submissionId)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False when somebody changed it meanwhile. */
export async function updateState(
  db: Db,
  tenantId: TenantId,
  submissionId: SubmissionId,
  version: number,
  state: SubmissionState,
  cells: readonly Cell[],
): Promise<boolean> {
  const result = await db
    .updateTable('submission')
    .set({ state, cells: JSON.stringify(cells), version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', submissionId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type NewStep = {
  id: string
  submissionId: SubmissionId
  content: StepContent
  comment: string | null
  at: Date
  by: PersonId
  byName: string
}

/** The column `cells` holds what the move says about cells: the change, the snapshot or the comments. */
export async function insertStep(db: Db, tenantId: TenantId, step: NewStep): Promise<void> {
  await db
    .insertInto('submission_step')
    .values({
      tenant_id: tenantId,
      id: step.id,
      submission_id: step.submissionId,
      move: step.content.move,
      cells: JSON.stringify(aboutCells(step.content)),
      comment: step.comment,
      at: step.at,
      person_id: step.by,
      person_name: step.byName,
    })
    .execute()
}

function aboutCells(content: StepContent): unknown {
  switch (content.move) {
    case 'save':
      return content.changed
    case 'send':
    case 'approve':
      return content.cells
    case 'return':
      return content.comments
    case 'reopen':
      return []
  }
}

export type StepRow = {
  content: StepContent
  comment: string | null
  at: Date
  personId: PersonId
  personName: string
}

/** The oldest first. */
export async function listSteps(db: Db, tenantId: TenantId, submissionId: SubmissionId): Promise<StepRow[]> {
  const rows = await db
    .selectFrom('submission_step')
    .select([
      'move',
      sql`cells`.as('cells'),
      'comment',
      'at',
      'person_id as personId',
      'person_name as personName',
    ])
    .where('tenant_id', '=', tenantId)
    .where('submission_id', '=', submissionId)
    .orderBy('seq')
    .execute()
  return rows.map(({ move, cells, ...row }) => ({ ...row, content: contentOf(move, cells) }))
}

function contentOf(move: Move, about: unknown): StepContent {
  // The shape is what aboutCells wrote for the same move.
  const told = about as CellDiff & Cell[] & Record<CellId, string>
  switch (move) {
    case 'save':
      return { move, changed: told }
    case 'send':
    case 'approve':
      return { move, cells: told }
    case 'return':
      return { move, comments: told }
    case 'reopen':
      return { move }
  }
}

export type LastRow = {
  title: string
  schoolYear: SchoolYear
  period: Period
  definition: FormDefinition
  cells: Cell[]
}

/** What was approved of the unit in this form for the latest period before. */
export async function findLast(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  formCode: string,
  before: { schoolYear: SchoolYear; period: Period },
): Promise<LastRow | undefined> {
  const place = (period: Period) => sql`array_position(array['start','mid','end'], ${period})`
  return await db
    .selectFrom('submission as s')
    .innerJoin('round as r', (on) =>
      on.onRef('r.tenant_id', '=', 's.tenant_id').onRef('r.id', '=', 's.round_id'),
    )
    .innerJoin('form as f', (on) =>
      on.onRef('f.tenant_id', '=', 'r.tenant_id').onRef('f.id', '=', 'r.form_id'),
    )
    .select([
      'r.title',
      'r.school_year as schoolYear',
      'r.period',
      sql<FormDefinition>`f.definition`.as('definition'),
      sql<Cell[]>`s.cells`.as('cells'),
    ])
    .where('s.tenant_id', '=', tenantId)
    .where('s.unit_id', '=', unitId)
    .where('s.state', '=', 'approved')
    .where('f.code', '=', formCode)
    .where(
      sql<boolean>`(r.school_year < ${before.schoolYear} or (r.school_year = ${before.schoolYear}
        and array_position(array['start','mid','end'], r.period) < ${place(before.period)}))`,
    )
    .orderBy('r.school_year', 'desc')
    .orderBy(sql`array_position(array['start','mid','end'], r.period)`, 'desc')
    .limit(1)
    .executeTakeFirst()
}
