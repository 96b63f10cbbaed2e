// long because: one select of a share of work serves its lists, its page and its reports.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type {
  AssignmentId,
  DutyId,
  FileId,
  PersonId,
  PlanId,
  ProgressId,
  TaskId,
  TenantId,
  UnitId,
} from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { AssignmentState, Completion } from '#domain/following/life.ts'
import type { AssignmentWindow, WindowStatus } from '#domain/following/standing.ts'
import type { Term } from '#domain/following/term.ts'
import type { TaskRole, TimeWindow } from '#domain/plans/plan-task.ts'
import type { Scope, TreePath } from '#domain/rights/can.ts'
import type { UnitKind } from '#domain/units/unit.ts'
import type { Db } from '#server/database/connect.ts'

export type NewAssignment = {
  id: AssignmentId
  /** A task of the annex, or a duty of the body. */
  of: { task: TaskId } | { duty: DutyId }
  unitId: UnitId
  role: TaskRole
  printedName: string
  /** `no`: its place among the windows of the task; without, as they come. */
  windows: { startsOn: LocalDate | null; dueOn: LocalDate | null; term?: Term | null; no?: number }[]
}

export async function insertAssignments(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  at: Date,
  rows: readonly NewAssignment[],
): Promise<void> {
  // A statement at a time holds so many; a plan for thousands of units makes some hundred thousand.
  for (let from = 0; from < rows.length; from += mostAtOnce)
    await insertSome(db, tenantId, planId, at, rows.slice(from, from + mostAtOnce))
}

const mostAtOnce = 10_000

async function insertSome(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  at: Date,
  rows: readonly NewAssignment[],
): Promise<void> {
  const list = JSON.stringify(
    rows.map((row) => ({
      id: row.id,
      task_id: 'task' in row.of ? row.of.task : null,
      duty_id: 'duty' in row.of ? row.of.duty : null,
      unit_id: row.unitId,
      role: row.role,
      printed_name: row.printedName,
    })),
  )
  await sql`insert into assignment (tenant_id, id, plan_id, task_id, duty_id, unit_id, role, printed_name, created_at)
    select ${tenantId}, a.id, ${planId}, a.task_id, a.duty_id, a.unit_id, a.role, a.printed_name, ${at}
    from jsonb_to_recordset(${list}::jsonb) as a(id uuid, task_id uuid, duty_id uuid, unit_id uuid, role text, printed_name text)`.execute(
    db,
  )
  const windows = JSON.stringify(
    rows.flatMap((row) =>
      row.windows.map((window, index) => ({
        assignment_id: row.id,
        window_no: window.no ?? index + 1,
        starts_on: window.startsOn,
        due_on: window.dueOn,
        term: window.term ?? null,
      })),
    ),
  )
  await sql`insert into assignment_window (tenant_id, assignment_id, window_no, starts_on, due_on, term, status, percent)
    select ${tenantId}, w.assignment_id, w.window_no, w.starts_on, w.due_on, w.term, 'not_started', 0
    from jsonb_to_recordset(${windows}::jsonb) as w(assignment_id uuid, window_no int, starts_on date, due_on date, term text)`.execute(
    db,
  )
}

export type WorkRowStored = AssignmentWindow & {
  assignmentId: AssignmentId
  windowNo: number
  kind: 'task' | 'duty'
  /** Of the task or the duty, as `kind` says: one page shows both. */
  taskId: TaskId | DutyId
  planId: PlanId
  /** The unit issued the plan itself. */
  ownPlan: boolean
  /** The unit's own published plan carries it: it follows from the items there. */
  carried: boolean
  schoolYear: SchoolYear
  no: string | null
  title: string
  role: TaskRole
  unitId: UnitId
  unitName: string
  unitCode: string
  unitKind: UnitKind
  unitPath: TreePath
  window: TimeWindow | null
  term: Term | null
  version: number
  state: AssignmentState
  assignmentVersion: number
  fromAssignmentId: AssignmentId | null
  holderId: PersonId | null
  holderName: string | null
  completion: Completion
  /** As printed; `dueOn` is the later finish where one was granted. */
  printedDueOn: LocalDate | null
  askedOn: LocalDate | null
  /** Why it was returned, sent back, or another finish is asked for; null while nothing of the kind stands. */
  reason: string | null
  /** The unit no longer exists on the day. */
  unitEnded: boolean
}

// Names and places of the day; of a unit that ended, the last ones.
function work(db: Db, tenantId: TenantId, day: LocalDate) {
  return db
    .selectFrom('assignment as a')
    .innerJoin('assignment_window as w', (on) =>
      on.onRef('w.tenant_id', '=', 'a.tenant_id').onRef('w.assignment_id', '=', 'a.id'),
    )
    .leftJoin('plan_task as t', (on) =>
      on.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.id', '=', 'a.task_id'),
    )
    .leftJoin('plan_duty as d', (on) =>
      on.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.duty_id'),
    )
    .innerJoin('plan as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.plan_id'),
    )
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('unit_state as us')
          .select(['us.short_name', 'us.code', 'us.kind', 'us.valid_to'])
          .whereRef('us.tenant_id', '=', 'a.tenant_id')
          .whereRef('us.unit_id', '=', 'a.unit_id')
          .where('us.valid_from', '<=', day)
          .orderBy('us.valid_from', 'desc')
          .limit(1)
          .as('s'),
      (on) => on.onTrue(),
    )
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('unit_path as up')
          .select(['up.path'])
          .whereRef('up.tenant_id', '=', 'a.tenant_id')
          .whereRef('up.unit_id', '=', 'a.unit_id')
          .where('up.valid_from', '<=', day)
          .orderBy('up.valid_from', 'desc')
          .limit(1)
          .as('place'),
      (on) => on.onTrue(),
    )
    .leftJoin('person as h', (on) =>
      on.onRef('h.tenant_id', '=', 'a.tenant_id').onRef('h.id', '=', 'a.holder_id'),
    )
    .select([
      'a.id as assignmentId',
      'w.window_no as windowNo',
      sql<'task' | 'duty'>`case when a.task_id is null then 'duty' else 'task' end`.as('kind'),
      sql<TaskId | DutyId>`coalesce(a.task_id, a.duty_id)`.as('taskId'),
      'a.plan_id as planId',
      sql<boolean>`p.issuer_unit_id = a.unit_id`.as('ownPlan'),
      sql<boolean>`exists (select 1 from plan_item_origin o join plan q on q.tenant_id = o.tenant_id and q.id = o.plan_id
        and q.state = 'published' where o.tenant_id = a.tenant_id and o.assignment_id = a.id)`.as('carried'),
      'p.school_year as schoolYear',
      't.no',
      sql<string>`coalesce(t.title, d.body)`.as('title'),
      'a.role',
      'a.unit_id as unitId',
      's.short_name as unitName',
      's.code as unitCode',
      's.kind as unitKind',
      sql<string>`place.path::text`.as('unitPath'),
      'w.starts_on as startsOn',
      sql<LocalDate | null>`coalesce(w.granted_on, w.due_on)`.as('dueOn'),
      'w.due_on as printedDueOn',
      'w.asked_on as askedOn',
      'w.completion',
      'a.state',
      'a.version as assignmentVersion',
      'a.from_assignment_id as fromAssignmentId',
      'a.holder_id as holderId',
      'h.full_name as holderName',
      sql<boolean>`coalesce(s.valid_to <= ${day}, false)`.as('unitEnded'),
      // Only where something stands, so that a long list does not look up the steps of every line.
      sql<string | null>`case when a.state = 'returned' then (select x.reason from assignment_step x
          where x.tenant_id = a.tenant_id and x.assignment_id = a.id and x.move = 'return' order by x.seq desc limit 1)
        when w.asked_on is not null or w.completion = 'sent_back' then (select x.reason from assignment_step x
          where x.tenant_id = w.tenant_id and x.assignment_id = w.assignment_id and x.window_no = w.window_no
            and x.move in ('ask', 'send_back') order by x.seq desc limit 1) end`.as('reason'),
      sql<TimeWindow | null>`t.windows -> (w.window_no - 1)`.as('window'),
      'w.status',
      'w.percent',
      'w.done_on as doneOn',
      'w.term',
      'w.version',
    ])
    .where('a.tenant_id', '=', tenantId)
    .where('w.ended_on', 'is', null)
}

/** The windows of these keys, in their order. */
export async function listWorkOf(
  db: Db,
  tenantId: TenantId,
  day: LocalDate,
  keys: readonly { assignmentId: AssignmentId; windowNo: number }[],
): Promise<WorkRowStored[]> {
  if (keys.length === 0) return []
  const rows = await work(db, tenantId, day)
    .where('a.id', 'in', [...new Set(keys.map((key) => key.assignmentId))])
    .execute()
  const byKey = new Map(rows.map((row) => [`${row.assignmentId} ${row.windowNo}`, row]))
  return keys.flatMap((key) => byKey.get(`${key.assignmentId} ${key.windowNo}`) ?? [])
}

/** What the units that lead have to do for the plan of an issuer. */
export async function listLeadWork(
  db: Db,
  scope: Scope,
  day: LocalDate,
  issuer: UnitId,
  schoolYear: SchoolYear,
): Promise<WorkRowStored[]> {
  const query = work(db, scope.tenantId, day)
    .where('p.school_year', '=', schoolYear)
    .where('p.state', '=', 'published')
    .where('p.issuer_unit_id', '=', issuer)
    .where('a.state', 'not in', ['dropped', 'passed_on'])
    .where('a.role', '=', 'lead')
    .where('a.task_id', 'is not', null)
  const seen = scope.everything
    ? query
    : query.where(sql<boolean>`place.path <@ any(${[...scope.below]}::ltree[])`)
  return await seen.orderBy('a.id').orderBy('w.window_no').execute()
}

export async function listWorkOfTask(
  db: Db,
  tenantId: TenantId,
  day: LocalDate,
  taskId: TaskId | DutyId,
): Promise<WorkRowStored[]> {
  return await work(db, tenantId, day)
    .where(sql<boolean>`(a.task_id = ${taskId} or a.duty_id = ${taskId})`)
    .orderBy('a.role', 'desc')
    .orderBy('s.short_name')
    .orderBy('w.window_no')
    .execute()
}

export async function findWork(
  db: Db,
  tenantId: TenantId,
  day: LocalDate,
  assignmentId: AssignmentId,
  windowNo: number,
): Promise<WorkRowStored | undefined> {
  return await work(db, tenantId, day)
    .where('a.id', '=', assignmentId)
    .where('w.window_no', '=', windowNo)
    .executeTakeFirst()
}

/** False when somebody reported meanwhile. */
export async function updateWindow(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
  windowNo: number,
  version: number,
  next: AssignmentWindow & { completion: Completion },
): Promise<boolean> {
  const result = await db
    .updateTable('assignment_window')
    .set({
      status: next.status,
      percent: next.percent,
      done_on: next.doneOn,
      completion: next.completion,
      version: version + 1,
    })
    .where('tenant_id', '=', tenantId)
    .where('assignment_id', '=', assignmentId)
    .where('window_no', '=', windowNo)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type NewProgress = {
  id: ProgressId
  assignmentId: AssignmentId
  windowNo: number
  status: WindowStatus
  percent: number
  note: string | null
  reportedOn: LocalDate
  at: Date
  personId: PersonId
  personName: string
  onBehalf: boolean
  toldBy: string | null
  toldOn: LocalDate | null
  delivered: readonly string[] | null
  /** Not said by the person: reckoned when he reported on an item of the unit's own plan. */
  rolledUp: { items: number; doneItems: number } | null
  evidence: readonly { id: string; sha256: FileId; fileName: string }[]
}

export async function insertProgress(db: Db, tenantId: TenantId, entry: NewProgress): Promise<void> {
  await db
    .insertInto('progress_entry')
    .values({
      tenant_id: tenantId,
      id: entry.id,
      assignment_id: entry.assignmentId,
      window_no: entry.windowNo,
      status: entry.status,
      percent: entry.percent,
      note: entry.note,
      reported_on: entry.reportedOn,
      at: entry.at,
      person_id: entry.personId,
      person_name: entry.personName,
      on_behalf: entry.onBehalf,
      told_by: entry.toldBy,
      told_on: entry.toldOn,
      delivered: entry.delivered === null ? null : JSON.stringify(entry.delivered),
      rolled_up: entry.rolledUp === null ? null : JSON.stringify(entry.rolledUp),
    })
    .execute()
  if (entry.evidence.length === 0) return
  await db
    .insertInto('evidence')
    .values(
      entry.evidence.map((file) => ({
        tenant_id: tenantId,
        id: file.id,
        progress_id: entry.id,
        sha256: file.sha256,
        file_name: file.fileName,
      })),
    )
    .execute()
}

export type ProgressRow = {
  progressId: ProgressId
  assignmentId: AssignmentId
  windowNo: number
  unitName: string
  status: WindowStatus
  percent: number
  note: string | null
  reportedOn: LocalDate
  at: Date
  personId: PersonId
  personName: string
  onBehalf: boolean
  toldBy: string | null
  toldOn: LocalDate | null
  delivered: string[] | null
  rolledUp: { items: number; doneItems: number } | null
  evidence: { sha256: string; fileName: string }[]
}

/** The thread of the assignments given, the newest first. */
export async function listProgress(
  db: Db,
  tenantId: TenantId,
  assignments: readonly AssignmentId[],
): Promise<ProgressRow[]> {
  if (assignments.length === 0) return []
  return await db
    .selectFrom('progress_entry as e')
    .innerJoin('assignment as a', (on) =>
      on.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.id', '=', 'e.assignment_id'),
    )
    .select([
      'e.id as progressId',
      'e.assignment_id as assignmentId',
      'e.window_no as windowNo',
      sql<string>`(select s.short_name from unit_state s where s.tenant_id = a.tenant_id and s.unit_id = a.unit_id
        and s.valid_from <= e.reported_on order by s.valid_from desc limit 1)`.as('unitName'),
      // The check of the column keeps it one of these.
      sql<WindowStatus>`e.status`.as('status'),
      'e.percent',
      'e.note',
      'e.reported_on as reportedOn',
      'e.at',
      'e.person_id as personId',
      'e.person_name as personName',
      'e.on_behalf as onBehalf',
      'e.told_by as toldBy',
      'e.told_on as toldOn',
      'e.delivered',
      'e.rolled_up as rolledUp',
      sql<
        { sha256: string; fileName: string }[]
      >`coalesce((select json_agg(json_build_object('sha256', v.sha256, 'fileName', v.file_name) order by v.id)
        from evidence v where v.tenant_id = e.tenant_id and v.progress_id = e.id), '[]'::json)`.as(
        'evidence',
      ),
    ])
    .where('e.tenant_id', '=', tenantId)
    .where('e.assignment_id', 'in', [...assignments])
    .orderBy('e.seq', 'desc')
    .limit(500)
    .execute()
}

export async function findEvidence(
  db: Db,
  tenantId: TenantId,
  progressId: ProgressId,
  sha256: string,
): Promise<{ assignmentId: AssignmentId; fileName: string; sha256: FileId } | undefined> {
  return await db
    .selectFrom('evidence as v')
    .innerJoin('progress_entry as e', (on) =>
      on.onRef('e.tenant_id', '=', 'v.tenant_id').onRef('e.id', '=', 'v.progress_id'),
    )
    .select(['e.assignment_id as assignmentId', 'v.file_name as fileName', 'v.sha256'])
    .where('v.tenant_id', '=', tenantId)
    .where('v.progress_id', '=', progressId)
    .where(sql<boolean>`v.sha256 = ${sha256}`)
    .executeTakeFirst()
}

/** Where an assignment's unit hangs on the day (or hung last), for rights. */
export async function findAssignmentPlace(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
  day: LocalDate,
): Promise<{ path: TreePath; unitId: UnitId } | undefined> {
  return await db
    .selectFrom('assignment as a')
    .innerJoin('unit_path as up', (on) =>
      on.onRef('up.tenant_id', '=', 'a.tenant_id').onRef('up.unit_id', '=', 'a.unit_id'),
    )
    .select([sql<string>`up.path::text`.as('path'), 'a.unit_id as unitId'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.id', '=', assignmentId)
    .where('up.valid_from', '<=', day)
    .orderBy('up.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function fileIsKnown(db: Db, tenantId: TenantId, sha256: string): Promise<boolean> {
  const row = await db
    .selectFrom('file')
    .select('sha256')
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`sha256 = ${sha256}`)
    .executeTakeFirst()
  return row !== undefined
}
