// Following a published plan: assignments, how they stand, the thread of progress. It never changes the plan.
import type { z } from 'zod'
import type { followingContract } from '#contract/following.ts'
import type { AssignmentId, DutyId, FileId, ProgressId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { fold } from '#domain/basics/text.ts'
import { applyProgress, type ProgressReason } from '#domain/following/progress.ts'
import { compareUrgency, type Day, type Standing, standingOf } from '#domain/following/standing.ts'
import type { TaskRole } from '#domain/plans/plan-task.ts'
import { can, scopeOf, type Subject, type TreePath } from '#domain/rights/can.ts'
import type { UnitKind } from '#domain/units/unit.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { insertFile } from '#server/platform/file-rows.queries.ts'
import { checkUpload } from '#server/platform/upload.ts'
import { workCalendar } from '#server/people/holidays.service.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import {
  fileIsKnown,
  findAssignmentPlace,
  findEvidence,
  findWork,
  insertProgress,
  listProgress,
  listWork as listStoredWork,
  listWorkOfTask,
  type ProgressRow,
  updateWindow,
  type WorkRowStored,
} from './assignments.queries.ts'
import {
  findPublishedDuty,
  findPublishedTask,
  listPublishedTasks,
  type PublishedTask,
} from './tasks.queries.ts'

export type Work = WorkRowStored & { standing: Standing }

export type WorkQuestion = {
  unitId: UnitId
  schoolYear: SchoolYear
  reach: 'own' | 'below'
  role?: TaskRole | undefined
  standing?: 'late' | 'due_soon' | 'open' | 'later' | 'done' | undefined
  search?: string | undefined
  after?: string | undefined
}

export type WorkPage = {
  rows: Work[]
  next: string | null
  counts: Record<'late' | 'due_soon' | 'open' | 'later' | 'done', number>
}

const pageSize = 200

/** What every standing is reckoned from. */
async function dayOf(ctx: Ctx): Promise<Day> {
  return { today: ctx.today, calendar: await workCalendar(ctx) }
}

/** The most urgent first. Counts are of everything that fits but for the standing asked. */
export async function listWork(ctx: Ctx, question: WorkQuestion): Promise<WorkPage> {
  const unit = await getUnitFor(ctx, 'assignment.read', question.unitId)
  const stored = await listStoredWork(ctx.db, scopeOf(ctx.actor, 'assignment.read'), ctx.today, {
    schoolYear: question.schoolYear,
    ...(question.reach === 'own' ? { unitId: question.unitId } : { under: unit.path }),
    ...(question.role === undefined ? {} : { role: question.role }),
  })
  const wanted = fold(question.search ?? '')
  const found =
    wanted === '' ? stored : stored.filter((row) => fold(`${row.title} ${row.unitName}`).includes(wanted))
  const counts = { late: 0, due_soon: 0, open: 0, later: 0, done: 0 }
  const rows: Work[] = []
  const day = await dayOf(ctx)
  for (const row of found) {
    const standing = standingOf(row, day)
    const kind = standing.kind === 'done_late' ? 'done' : standing.kind
    counts[kind] += 1
    if (question.standing === undefined || question.standing === kind) rows.push({ ...row, standing })
  }
  rows.sort(compareUrgency)
  const from = Number(question.after ?? 0)
  const until = from + pageSize
  return { rows: rows.slice(from, until), next: until < rows.length ? String(until) : null, counts }
}

export type TaskPage = { task: PublishedTask; work: Work[]; thread: ProgressRow[] }

/** The task for whoever takes part in it or stands above or below its issuer; the thread only of the units one may see. */
export async function getTask(ctx: Ctx, taskId: TaskId | DutyId): Promise<TaskPage> {
  // One address shows both; nothing of another kind has the same id.
  const task =
    (await findPublishedTask(ctx.db, ctx.tenantId, taskId as TaskId, ctx.today)) ??
    (await findPublishedDuty(ctx.db, ctx.tenantId, taskId as DutyId, ctx.today))
  if (task === undefined) throw new AppError('not_found')
  const stored = await listWorkOfTask(ctx.db, ctx.tenantId, ctx.today, taskId)
  const day = await dayOf(ctx)
  const work = stored.map((row) => ({ ...row, standing: standingOf(row, day) }))
  // Who leads and who coordinates is printed in the plan; how a school stands is its own and its authority's matter.
  const open = work.filter((row) => can(ctx.actor, 'assignment.read', subjectAt(ctx, row.unitPath)))
  if (open.length === 0 && !can(ctx.actor, 'plan.read', subjectAt(ctx, task.issuerPath)))
    throw new AppError('not_found')
  const seen = work.filter((row) => open.includes(row) || (row.role === 'lead' && !isSchool(row.unitKind)))
  return {
    task,
    work: seen,
    thread: await listProgress(ctx.db, ctx.tenantId, [...new Set(open.map((row) => row.assignmentId))]),
  }
}

function isSchool(kind: UnitKind): boolean {
  return kind === 'school' || kind === 'independent_class'
}

function subjectAt(ctx: Ctx, path: TreePath): Subject {
  return { tenantId: ctx.tenantId, path }
}

type Report = z.output<typeof followingContract.reportProgress.body>

export async function reportProgress(
  ctx: Ctx,
  assignmentId: AssignmentId,
  windowNo: number,
  report: Report,
): Promise<{ version: number; standing: Standing }> {
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  const row = await findWork(ctx.db, ctx.tenantId, ctx.today, assignmentId, windowNo)
  if (row === undefined) throw new AppError('not_found')
  const onBehalf = mayReport(ctx, row.unitPath)
  const verdict = applyProgress(
    row,
    { status: report.status, percent: report.percent, note: report.note, evidence: report.evidence.length },
    ctx.today,
  )
  if (!verdict.ok)
    throw new AppError('progress_refused', { reason: verdict.reason, message: reasonTexts[verdict.reason] })
  for (const file of report.evidence)
    if (!(await fileIsKnown(ctx.db, ctx.tenantId, file.sha256)))
      throw new AppError('not_found', { reason: 'evidence' })
  if (!(await updateWindow(ctx.db, ctx.tenantId, assignmentId, windowNo, report.version, verdict.value)))
    throw new AppError('changed_meanwhile')
  await insertProgress(ctx.db, ctx.tenantId, {
    id: newId<ProgressId>(ctx.now.getTime()),
    assignmentId,
    windowNo,
    status: report.status,
    percent: report.percent,
    note: report.note,
    reportedOn: ctx.today,
    at: ctx.now,
    personId: ctx.actor.personId,
    personName: ctx.actor.name,
    onBehalf: onBehalf,
    // The contract lets 64 hexadecimal digits through: a file's name.
    evidence: report.evidence.map((file) => ({
      id: newId(ctx.now.getTime()),
      sha256: file.sha256 as FileId,
      fileName: file.fileName,
    })),
  })
  await audit(ctx, {
    action: onBehalf ? 'assignment.report_on_behalf' : 'assignment.report',
    object: { kind: 'assignment', id: assignmentId, name: row.title },
    unitId: row.unitId,
    before: { status: row.status, percent: row.percent },
    after: { status: report.status, percent: report.percent, note: report.note },
  })
  return { version: report.version + 1, standing: standingOf(verdict.value, await dayOf(ctx)) }
}

/** True when an officer reports for a unit that told him so. */
function mayReport(ctx: Ctx, path: TreePath): boolean {
  if (can(ctx.actor, 'assignment.report', subjectAt(ctx, path))) return false
  mustBeAllowed(ctx, 'assignment.report_on_behalf', subjectAt(ctx, path), 'assignment.read')
  return true
}

const reasonTexts: Record<ProgressReason, Record<'vi' | 'en', string>> = {
  percent_out_of_range: {
    vi: 'Tỷ lệ hoàn thành là số nguyên từ 0 đến 100.',
    en: 'The percentage is a whole number from 0 to 100.',
  },
  percent_does_not_fit: {
    vi: 'Tỷ lệ chưa khớp với tình trạng: hoàn thành là 100%, chưa làm là 0%.',
    en: 'The percentage does not fit the state: done is 100%, not begun is 0%.',
  },
  nothing_said: {
    vi: 'Báo cáo này chưa có gì mới. Hãy đổi tình trạng, ghi chú hoặc đính kèm minh chứng.',
    en: 'This report says nothing new. Change the state, write a note or attach evidence.',
  },
  reopen_needs_note: {
    vi: 'Nhiệm vụ đã báo hoàn thành. Muốn mở lại, hãy ghi lý do.',
    en: 'The task was reported done. Say why it is opened again.',
  },
}

/** The bytes are on the disk when this returns; the row that names them comes in the transaction. */
export async function storeEvidence(ctx: Ctx, bytes: Uint8Array, fileName: string): Promise<FileId> {
  await checkUpload(bytes, fileName)
  return await ctx.files.put(bytes)
}

export async function keepEvidence(
  ctx: Ctx,
  assignmentId: AssignmentId,
  file: { sha256: FileId; size: number; fileName: string },
): Promise<void> {
  const place = await findAssignmentPlace(ctx.db, ctx.tenantId, assignmentId, ctx.today)
  if (place === undefined) throw new AppError('not_found')
  mayReport(ctx, place.path)
  await insertFile(ctx.db, {
    tenantId: ctx.tenantId,
    sha256: file.sha256,
    size: file.size,
    mediaType: 'application/octet-stream',
    at: ctx.now,
  })
  await audit(ctx, {
    action: 'evidence.upload',
    object: { kind: 'file', id: file.sha256, name: file.fileName },
    unitId: place.unitId,
  })
}

export async function mustMayReport(ctx: Ctx, assignmentId: AssignmentId): Promise<void> {
  const place = await findAssignmentPlace(ctx.db, ctx.tenantId, assignmentId, ctx.today)
  if (place === undefined) throw new AppError('not_found')
  mayReport(ctx, place.path)
}

export async function getEvidence(
  ctx: Ctx,
  progressId: ProgressId,
  sha256: string,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  const found = await findEvidence(ctx.db, ctx.tenantId, progressId, sha256)
  if (found === undefined) throw new AppError('not_found')
  const place = await findAssignmentPlace(ctx.db, ctx.tenantId, found.assignmentId, ctx.today)
  if (place === undefined || !can(ctx.actor, 'assignment.read', subjectAt(ctx, place.path)))
    throw new AppError('not_found')
  const bytes = await ctx.files.get(found.sha256)
  if (bytes === null) throw new AppError('not_found')
  return { bytes, fileName: found.fileName }
}

export type IssuerTask = { no: string | null; title: string; leads: string[]; windows: Work[] }

/** The tasks of the issuer's published plan of the year, each with the windows of those who lead. For the slices that report. */
export async function listTasksOfIssuer(
  ctx: Ctx,
  issuer: UnitId,
  schoolYear: SchoolYear,
): Promise<IssuerTask[]> {
  const place = await getUnitFor(ctx, 'plan.read', issuer)
  const rows = await listStoredWork(ctx.db, scopeOf(ctx.actor, 'assignment.read'), ctx.today, {
    schoolYear,
    under: place.path,
    role: 'lead',
  })
  const day = await dayOf(ctx)
  const tasks = await listPublishedTasks(ctx.db, ctx.tenantId, issuer, schoolYear)
  return tasks.map((task) => ({
    no: task.no,
    title: task.title,
    leads: task.leads,
    windows: rows
      .filter((row) => row.taskId === task.taskId)
      .map((row) => ({ ...row, standing: standingOf(row, day) })),
  }))
}
