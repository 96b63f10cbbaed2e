import { z } from 'zod'
import type {
  AssignmentId,
  DutyId,
  PersonId,
  PlanId,
  ProgressId,
  StepId,
  TaskId,
  UnitId,
} from '#domain/basics/ids.ts'
import { assignmentStates, completions, stepMoves } from '#domain/following/life.ts'
import { windowStatuses } from '#domain/following/standing.ts'
import { terms } from '#domain/following/term.ts'
import { issuerWaitings, unitWaitings } from '#domain/following/waiting.ts'
import { endpoint } from './endpoint.ts'
import { taskRole, timeWindow } from './plan-parts.ts'
import {
  cursor,
  id,
  instant,
  localDate,
  optionalText,
  schoolYear,
  text,
  version,
  workingDay,
} from './values.ts'

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
  /** The unit has it from its own plan. */
  ownPlan: z.boolean(),
  /** The unit's own plan carries it: how it stands follows from the items there. */
  carried: z.boolean(),
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
  /** Of the window; `assignmentVersion` of what holds for all of its windows. */
  version,
  standing,
  state: z.enum(assignmentStates),
  assignmentVersion: version,
  fromAssignmentId: id<AssignmentId>().nullable(),
  /** In whose hands it is within the unit. */
  holderId: id<PersonId>().nullable(),
  holderName: z.string().nullable(),
  completion: z.enum(completions),
  /** As printed; `dueOn` is the later finish where one was granted. */
  printedDueOn: localDate.nullable(),
  /** The finish that the unit asks for and that nobody has answered yet. */
  askedOn: localDate.nullable(),
  reason: z.string().nullable(),
  unitEnded: z.boolean(),
  waits: z.object({ unit: z.enum(unitWaitings).nullable(), issuer: z.enum(issuerWaitings).nullable() }),
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
  /** Of what an officer recorded: who told him, and when. */
  toldBy: z.string().nullable(),
  toldOn: localDate.nullable(),
  /** The products of the task that are there. */
  delivered: z.array(z.string()).nullable(),
  /** Reckoned from items of the unit's own plan, when the person reported on one of them. */
  rolledUp: z.object({ items: z.int(), doneItems: z.int() }).nullable(),
  evidence: z.array(evidence),
})
export type ProgressEntry = z.output<typeof progressEntry>

export const assignmentStep = z.object({
  stepId: id<StepId>(),
  assignmentId: id<AssignmentId>(),
  windowNo: z.int().nullable(),
  unitName: z.string(),
  move: z.enum(stepMoves),
  reason: z.string().nullable(),
  dueOn: localDate.nullable(),
  holderId: id<PersonId>().nullable(),
  holderName: z.string().nullable(),
  otherUnitName: z.string().nullable(),
  happenedOn: localDate,
  at: instant,
  personName: z.string(),
  onBehalf: z.boolean(),
})
export type AssignmentStep = z.output<typeof assignmentStep>

const windowParams = z.object({
  assignmentId: id<AssignmentId>(),
  windowNo: z.coerce.number().int().min(1).max(1000),
})

/** The filters of every list and view of work. */
export const workAsked = z.object({
  unitId: id<UnitId>(),
  schoolYear,
  /** own: the unit alone; below: it and everything under it. */
  reach: z.enum(['own', 'below']).default('own'),
  role: taskRole.optional(),
  standing: z.enum(['late', 'due_soon', 'open', 'later', 'done']).optional(),
  /** Only what waits for the units, or for the issuer. */
  waits: z.enum(['unit', 'issuer']).optional(),
  /** Of the units below, this one alone. */
  ofUnitId: id<UnitId>().optional(),
  /** The month of the end, 2024-09; none: what has no last day. */
  month: z
    .string()
    .regex(/^(?:\d{4}-(?:0[1-9]|1[0-2])|none)$/)
    .optional(),
  search: z.string().max(100).optional(),
})

export const followingContract = {
  listWork: endpoint({
    method: 'GET',
    path: '/api/work',
    summary: 'What a unit and the units below it have to do in a school year, the most urgent first.',
    query: workAsked.extend({ after: cursor }),
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
      issuerPath: z.string(),
      no: z.string().nullable(),
      title: z.string(),
      product: z.string().nullable(),
      timeText: z.string().nullable(),
      printedUnits: z.array(z.object({ role: taskRole, printedName: z.string() })),
      work: z.array(workRow),
      thread: z.array(progressEntry),
      steps: z.array(assignmentStep),
      /** Of an item of a unit's own plan: what the unit was given, from which it came. */
      origins: z.array(
        z.object({
          taskId: id<TaskId | DutyId>(),
          title: z.string(),
          no: z.string().nullable(),
          issuerName: z.string(),
        }),
      ),
      /** The items of the units' own plans that came from their shares, as far as one may see them. */
      derived: z.array(
        z.object({
          assignmentId: id<AssignmentId>(),
          taskId: id<TaskId | DutyId>(),
          title: z.string(),
          no: z.string().nullable(),
          units: z.int(),
          doneUnits: z.int(),
          percent: z.int(),
        }),
      ),
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
      toldBy: optionalText(200).default(null),
      toldOn: localDate.nullable().default(null),
      delivered: z.array(text(500)).max(50).nullable().default(null),
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
  moveAssignment: endpoint({
    method: 'POST',
    path: '/api/assignments/:assignmentId/steps',
    summary: 'The unit acknowledges or returns an assignment; the issuer gives it again or drops it.',
    params: z.object({ assignmentId: id<AssignmentId>() }),
    body: z.object({
      version,
      move: z.enum(['acknowledge', 'return', 'give_again', 'drop']),
      reason: optionalText(2000),
    }),
  }),
  moveWindow: endpoint({
    method: 'POST',
    path: '/api/assignments/:assignmentId/windows/:windowNo/steps',
    summary:
      'The unit asks for another finish, the issuer grants or refuses it; the issuer confirms a completion or sends it back.',
    params: windowParams,
    body: z.object({
      version,
      move: z.enum(['ask', 'grant', 'refuse', 'confirm', 'send_back']),
      reason: optionalText(2000),
      dueOn: workingDay.nullable(),
    }),
  }),
  listColleagues: endpoint({
    method: 'GET',
    path: '/api/assignments/:assignmentId/colleagues',
    summary: 'The persons of the unit to whom its head may hand an assignment.',
    params: z.object({ assignmentId: id<AssignmentId>() }),
    reply: z.array(z.object({ personId: id<PersonId>(), name: z.string(), jobTitle: z.string().nullable() })),
  }),
  handAssignment: endpoint({
    method: 'POST',
    path: '/api/assignments/:assignmentId/holder',
    summary: 'The head of the unit hands an assignment to a person of the unit, or takes it back (null).',
    params: z.object({ assignmentId: id<AssignmentId>() }),
    body: z.object({ version, personId: id<PersonId>().nullable() }),
  }),
  listSuccessors: endpoint({
    method: 'GET',
    path: '/api/assignments/:assignmentId/successors',
    summary: 'The living units that the unit of an assignment became, or that came out of it.',
    params: z.object({ assignmentId: id<AssignmentId>() }),
    reply: z.array(z.object({ unitId: id<UnitId>(), name: z.string(), code: z.string() })),
  }),
  passOn: endpoint({
    method: 'POST',
    path: '/api/assignments/pass-on',
    summary:
      'Gives returned assignments to another unit, or those of a unit that has ended to its successor, who goes on where it stood.',
    body: z.object({
      assignmentIds: z.array(id<AssignmentId>()).min(1).max(500),
      toUnitId: id<UnitId>(),
      reason: optionalText(2000),
    }),
  }),
}
