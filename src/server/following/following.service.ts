// Following a published plan: assignments, how they stand, the thread of progress. It never changes the plan.
import type { DutyId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { isCurrent, terms } from '#domain/following/term.ts'
import { type Day, dueSoonUntil, type Standing, standingOf } from '#domain/following/standing.ts'
import {
  type IssuerWaiting,
  type UnitWaiting,
  waitingOfIssuer,
  waitingOfUnit,
} from '#domain/following/waiting.ts'
import type { TaskRole } from '#domain/plans/plan-task.ts'
import { can, scopeOf, type Subject, type TreePath } from '#domain/rights/can.ts'
import type { UnitKind } from '#domain/units/unit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { workCalendar } from '#server/people/holidays.service.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import {
  listProgress,
  listLeadWork,
  listWorkOf,
  listWorkOfTask,
  type ProgressRow,
  type WorkRowStored,
} from './assignments.queries.ts'
import {
  countWork,
  listWindowKeys,
  readOverview,
  type WorkAsked,
  type WorkOverview,
} from './work-windows.queries.ts'
import { type DerivedItem, listDerivedFrom, listOriginsOf, type OriginOfItem } from './roll-up.queries.ts'
import { listSteps, type StepRow } from './steps.queries.ts'
import {
  findPublishedDuty,
  findPublishedTask,
  listPublishedTasks,
  type PublishedTask,
} from './tasks.queries.ts'

export type Work = WorkRowStored & {
  standing: Standing
  waits: { unit: UnitWaiting | null; issuer: IssuerWaiting | null }
}

export type WorkQuestion = {
  unitId: UnitId
  schoolYear: SchoolYear
  reach: 'own' | 'below'
  role?: TaskRole | undefined
  standing?: 'late' | 'due_soon' | 'open' | 'later' | 'done' | undefined
  waits?: 'unit' | 'issuer' | undefined
  /** Of the units below, this one alone. */
  ofUnitId?: UnitId | undefined
  /** '2024-09', or 'none' for what has no last day. */
  month?: string | undefined
  search?: string | undefined
  after?: string | undefined
}

export type WorkPage = {
  rows: Work[]
  next: string | null
  counts: Record<'late' | 'due_soon' | 'open' | 'later' | 'done', number>
}

const pageSize = 200

/** A window with how it stands and for whom it waits. */
export function workOn(day: Day, row: WorkRowStored): Work {
  const standing = standingOf(row, day)
  const isAsked = row.term !== null && isCurrent(row.schoolYear, row.term, day.today)
  const facts = { ...row, standing, isAsked }
  return { ...row, standing, waits: { unit: waitingOfUnit(facts), issuer: waitingOfIssuer(facts) } }
}

/** What every standing is reckoned from. */
export async function dayOf(ctx: Ctx): Promise<Day> {
  return { today: ctx.today, calendar: await workCalendar(ctx) }
}

/** What a list or a count of the work below a unit is asked with. */
export async function askedOf(
  ctx: Ctx,
  question: Pick<WorkQuestion, 'schoolYear' | 'role' | 'month' | 'waits' | 'search'> & {
    under: TreePath
    unitId?: UnitId | undefined
  },
): Promise<WorkAsked> {
  return {
    ...question,
    scope: scopeOf(ctx.actor, 'assignment.read'),
    today: ctx.today,
    dueSoonUntil: dueSoonUntil(await dayOf(ctx)),
    currentTerms: terms.filter((term) => isCurrent(question.schoolYear, term, ctx.today)),
  }
}

/** The most urgent first. Counts are of everything that fits but for the standing asked. */
export async function listWork(ctx: Ctx, question: WorkQuestion): Promise<WorkPage> {
  const unit = await getUnitFor(ctx, 'assignment.read', question.unitId)
  const { reach, unitId, standing, after, ofUnitId, ...filters } = question
  const asked = await askedOf(ctx, {
    ...filters,
    under: unit.path,
    unitId: reach === 'own' ? unitId : ofUnitId,
  })
  const offset = Number(after ?? 0)
  const counts = await countWork(ctx.db, asked)
  const keys = await listWindowKeys(ctx.db, asked, { standing, offset, limit: pageSize + 1 })
  const stored = await listWorkOf(ctx.db, ctx.tenantId, ctx.today, keys.slice(0, pageSize))
  const day = await dayOf(ctx)
  return {
    rows: stored.map((row) => workOn(day, row)),
    next: keys.length > pageSize ? String(offset + pageSize) : null,
    counts,
  }
}

/** All that a unit and those below it have to do, in numbers: each that of a list. */
export async function overviewOf(
  ctx: Ctx,
  question: { under: TreePath; schoolYear: SchoolYear },
  most: { units: number; tasks: number },
): Promise<WorkOverview> {
  return await readOverview(ctx.db, await askedOf(ctx, question), most)
}

export type TaskPage = {
  task: PublishedTask
  work: Work[]
  thread: ProgressRow[]
  steps: StepRow[]
  origins: OriginOfItem[]
  derived: DerivedItem[]
}

/** The task for whoever takes part in it or stands above or below its issuer; the thread only of the units one may see. */
export async function getTask(ctx: Ctx, taskId: TaskId | DutyId): Promise<TaskPage> {
  // One address shows both; nothing of another kind has the same id.
  const task =
    (await findPublishedTask(ctx.db, ctx.tenantId, taskId as TaskId, ctx.today)) ??
    (await findPublishedDuty(ctx.db, ctx.tenantId, taskId as DutyId, ctx.today))
  if (task === undefined) throw new AppError('not_found')
  const stored = await listWorkOfTask(ctx.db, ctx.tenantId, ctx.today, taskId)
  const day = await dayOf(ctx)
  const work = stored.map((row) => workOn(day, row))
  // Who leads and who coordinates is printed in the plan; how a school stands is its own and its authority's matter.
  const open = work.filter((row) => can(ctx.actor, 'assignment.read', subjectAt(ctx, row.unitPath)))
  if (open.length === 0 && !can(ctx.actor, 'plan.read', subjectAt(ctx, task.issuerPath)))
    throw new AppError('not_found')
  const seen = work.filter((row) => open.includes(row) || (row.role === 'lead' && !isSchool(row.unitKind)))
  const assignments = [...new Set(open.map((row) => row.assignmentId))]
  return {
    task,
    work: seen,
    thread: await listProgress(ctx.db, ctx.tenantId, assignments),
    steps: await listSteps(ctx.db, ctx.tenantId, assignments),
    origins: await listOriginsOf(ctx.db, ctx.tenantId, taskId, ctx.today),
    derived: await listDerivedFrom(ctx.db, ctx.tenantId, assignments),
  }
}

function isSchool(kind: UnitKind): boolean {
  return kind === 'school' || kind === 'independent_class'
}

export function subjectAt(ctx: Ctx, path: TreePath): Subject {
  return { tenantId: ctx.tenantId, path }
}

export type IssuerTask = { no: string | null; title: string; leads: string[]; windows: Work[] }

/** The tasks of the issuer's published plan of the year, each with the windows of those who lead. For the slices that report. */
export async function listTasksOfIssuer(
  ctx: Ctx,
  issuer: UnitId,
  schoolYear: SchoolYear,
): Promise<IssuerTask[]> {
  const place = await getUnitFor(ctx, 'plan.read', issuer)
  const scope = scopeOf(ctx.actor, 'assignment.read')
  const rows = await listLeadWork(ctx.db, scope, ctx.today, place.unitId, schoolYear)
  const day = await dayOf(ctx)
  const tasks = await listPublishedTasks(ctx.db, ctx.tenantId, issuer, schoolYear)
  return tasks.map((task) => ({
    no: task.no,
    title: task.title,
    leads: task.leads,
    windows: rows.filter((row) => row.taskId === task.taskId).map((row) => workOn(day, row)),
  }))
}
