import { z } from 'zod'
import type {
  AssignmentId,
  DutyId,
  PersonId,
  PlanId,
  ProgressId,
  TaskId,
  UnitId,
} from '#domain/basics/ids.ts'
import { windowStatuses } from '#domain/following/standing.ts'
import { terms } from '#domain/following/term.ts'
import { endpoint } from './endpoint.ts'
import { taskRole, timeWindow } from './plan-parts.ts'
import { cursor, id, instant, localDate, optionalText, schoolYear, text, version } from './values.ts'

export const standing = z.union([
  z.object({ kind: z.enum(['late', 'due_soon', 'done_late']), days: z.int() }),
  z.object({ kind: z.enum(['open', 'later', 'done']) }),
])

export const workRow = z.object({
  assignmentId: id<AssignmentId>(),
  windowNo: z.int(),
  kind: z.enum(['task', 'duty']),
  /** Of the task or the duty, as kind says: one page shows both. */
  taskId: id<TaskId | DutyId>(),
  planId: id<PlanId>(),
  no: z.string().nullable(),
  title: z.string(),
  role: taskRole,
  unitId: id<UnitId>(),
  unitName: z.string(),
  unitCode: z.string(),
  unitPath: z.string(),
  startsOn: localDate.nullable(),
  dueOn: localDate.nullable(),
  window: timeWindow.nullable(),
  /** The term that it is asked for, of what has no days: a duty, "thường xuyên". */
  term: z.enum(terms).nullable(),
  status: z.enum(windowStatuses),
  percent: z.int(),
  doneOn: localDate.nullable(),
  version,
  standing,
})
export type WorkRow = z.output<typeof workRow>

export const evidence = z.object({ sha256: z.string(), fileName: z.string() })

export const progressEntry = z.object({
  progressId: id<ProgressId>(),
  assignmentId: id<AssignmentId>(),
  windowNo: z.int(),
  unitName: z.string(),
  status: z.enum(windowStatuses),
  percent: z.int(),
  note: z.string().nullable(),
  reportedOn: localDate,
  at: instant,
  personId: id<PersonId>(),
  personName: z.string(),
  onBehalf: z.boolean(),
  evidence: z.array(evidence),
})

const windowParams = z.object({
  assignmentId: id<AssignmentId>(),
  windowNo: z.coerce.number().int().min(1).max(1000),
})

export const followingContract = {
  listWork: endpoint({
    method: 'GET',
    path: '/api/work',
    summary: 'What a unit and the units below it have to do in a school year, the most urgent first.',
    query: z.object({
      unitId: id<UnitId>(),
      schoolYear,
      /** own: the unit alone; below: it and everything under it. */
      reach: z.enum(['own', 'below']).default('own'),
      role: taskRole.optional(),
      standing: z.enum(['late', 'due_soon', 'open', 'later', 'done']).optional(),
      search: z.string().max(100).optional(),
      after: cursor,
    }),
    reply: z.object({
      rows: z.array(workRow),
      next: z.string().nullable(),
      counts: z.object({ late: z.int(), due_soon: z.int(), open: z.int(), later: z.int(), done: z.int() }),
    }),
  }),
  getTask: endpoint({
    method: 'GET',
    path: '/api/tasks/:taskId',
    summary:
      'One task or duty of a published plan: who leads, who coordinates, how each stands, and the thread of progress.',
    params: z.object({ taskId: id<TaskId | DutyId>() }),
    reply: z.object({
      taskId: id<TaskId | DutyId>(),
      kind: z.enum(['task', 'duty']),
      planId: id<PlanId>(),
      planTitle: z.string(),
      issuerUnitId: id<UnitId>(),
      issuerName: z.string(),
      no: z.string().nullable(),
      title: z.string(),
      product: z.string().nullable(),
      timeText: z.string().nullable(),
      printedUnits: z.array(z.object({ role: taskRole, printedName: z.string() })),
      work: z.array(workRow),
      thread: z.array(progressEntry),
    }),
  }),
  uploadEvidence: endpoint({
    method: 'POST',
    path: '/api/assignments/:assignmentId/evidence',
    summary: 'Stores a file that a report of progress will name.',
    params: z.object({ assignmentId: id<AssignmentId>() }),
    query: z.object({ fileName: text(255) }),
    upload: true,
    reply: evidence,
  }),
  reportProgress: endpoint({
    method: 'POST',
    path: '/api/assignments/:assignmentId/windows/:windowNo/progress',
    summary: 'Reports how an assignment stands. Entries are only added.',
    params: windowParams,
    body: z.object({
      version,
      status: z.enum(windowStatuses),
      percent: z.int(),
      note: optionalText(4000),
      evidence: z
        .array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), fileName: text(255) }))
        .max(20),
    }),
    reply: z.object({ version, standing }),
  }),
  downloadEvidence: endpoint({
    method: 'GET',
    path: '/api/progress/:progressId/evidence/:sha256',
    summary: 'A file that a report of progress names.',
    params: z.object({ progressId: id<ProgressId>(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    download: 'application/octet-stream',
  }),
}
