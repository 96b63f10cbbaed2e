import { z } from 'zod'
import type { DocumentId, PlanId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { When } from '#domain/basics/when.ts'
import { type NameTarget, taskReviews } from '#domain/plans/plan-task.ts'
import { audience } from './audience.ts'
import { endpoint } from './endpoint.ts'
import { id, instant, localDate, optionalText, schoolYear, text, version } from './values.ts'

export const when = z.union([
  z.object({ date: localDate, before: z.literal(true).optional() }),
  z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  z.object({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) }),
  z.object({ year: z.string().regex(/^\d{4}$/) }),
  z.object({
    recurring: z.enum(['weekly', 'monthly', 'quarterly', 'term', 'yearly', 'regularly']),
    on: z.string().max(40).optional(),
  }),
  // Checked by shape; the brand of the days inside is the domain's.
]) as unknown as z.ZodType<When, When>

export const timeWindow = z.object({ start: when.nullable(), finish: when.nullable() })

// The domain's type is readonly; what is parsed may be.
export const nameTarget = z.union([
  z.object({ unit: id<UnitId>() }),
  z.object({ audience }),
  // The domain's type is readonly; what is parsed may be.
]) as unknown as z.ZodType<NameTarget, NameTarget>

export const taskRole = z.enum(['lead', 'coordinating'])
export const taskFault = z.enum([
  'no_title',
  'no_lead',
  'name_not_matched',
  'start_after_finish',
  'lead_also_coordinates',
  'no_finish',
  'not_reviewed',
])

/** Where in the source: a line, a paragraph, a cell of a table, or a height on a page. */
export const at = z.record(z.string(), z.number())

export const planTask = z.object({
  taskId: id<TaskId>(),
  version,
  position: z.int(),
  no: z.string().nullable(),
  title: z.string(),
  windows: z.array(timeWindow),
  timeText: z.string().nullable(),
  product: z.string().nullable(),
  at: at.nullable(),
  confidence: z.number().nullable(),
  review: z.enum(taskReviews),
  units: z.array(
    z.object({
      role: taskRole,
      printedName: z.string(),
      target: nameTarget.nullable(),
      score: z.number().nullable(),
      targetName: z.string().nullable(),
    }),
  ),
  faults: z.array(taskFault),
})
export type PlanTaskView = z.output<typeof planTask>

export const planState = z.enum(['draft', 'published', 'discarded'])

export const planHead = z.object({
  planId: id<PlanId>(),
  version,
  issuerUnitId: id<UnitId>(),
  issuerName: z.string(),
  issuerPath: z.string(),
  schoolYear,
  title: z.string(),
  number: z.string().nullable(),
  signedOn: localDate.nullable(),
  state: planState,
  documentId: id<DocumentId>().nullable(),
  fileName: z.string().nullable(),
  createdAt: instant,
  createdByName: z.string(),
  publishedAt: instant.nullable(),
  publishedByName: z.string().nullable(),
  tasks: z.int(),
})
export type PlanHead = z.output<typeof planHead>

const planParams = z.object({ planId: id<PlanId>() })
const taskParams = z.object({ taskId: id<TaskId>() })
const printedUnits = z
  .array(z.object({ role: taskRole, printedName: text(300), target: nameTarget.nullable() }))
  .max(60)

export const plansContract = {
  listPlans: endpoint({
    method: 'GET',
    path: '/api/plans',
    summary:
      'Plans that concern a unit in a school year: its own, those of the units above it, and those that gave it a task.',
    query: z.object({ unitId: id<UnitId>(), schoolYear: schoolYear.optional() }),
    reply: z.array(planHead),
  }),
  uploadPlan: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/plans',
    summary:
      'Reads a signed plan (DOCX, PDF, TXT, HTML) and makes a draft of it. Nobody is told anything yet.',
    params: z.object({ unitId: id<UnitId>() }),
    query: z.object({ fileName: text(255), schoolYear }),
    upload: true,
    reply: z.object({
      planId: id<PlanId>(),
      tasks: z.int(),
      problems: z.array(z.object({ message: z.string(), at: at.nullable() })),
    }),
  }),
  getPlan: endpoint({
    method: 'GET',
    path: '/api/plans/:planId',
    summary: 'A plan with its tasks, and what still stands in the way of publishing.',
    params: planParams,
    reply: z.object({ head: planHead, tasks: z.array(planTask) }),
  }),
  getPlanSource: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/source',
    summary: 'The document that the plan was read from, as blocks with their places.',
    params: planParams,
    reply: z.object({
      format: z.string(),
      blocks: z.array(z.unknown()),
      problems: z.array(z.object({ message: z.string(), at: at.nullable() })),
      notFound: z.array(z.string()),
    }),
  }),
  downloadPlanFile: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/file',
    summary: 'The file as it was uploaded.',
    params: planParams,
    download: 'application/octet-stream',
  }),
  changePlan: endpoint({
    method: 'PATCH',
    path: '/api/plans/:planId',
    summary: 'Corrects the head of a draft.',
    params: planParams,
    body: z.object({
      version,
      title: text(500),
      schoolYear,
      number: optionalText(60),
      signedOn: localDate.nullable(),
    }),
    reply: z.object({ version }),
  }),
  discardPlan: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/discard',
    summary: 'Puts a draft aside. Its file and its trail are kept.',
    params: planParams,
    body: z.object({ version }),
  }),
  changeTask: endpoint({
    method: 'PATCH',
    path: '/api/plan-tasks/:taskId',
    summary: 'Accepts, corrects or discards one task of a draft.',
    params: taskParams,
    body: z.object({
      version,
      no: optionalText(20),
      title: z.string().trim().max(2000),
      windows: z.array(timeWindow).max(12),
      product: optionalText(1000),
      units: printedUnits,
      review: z.enum(['unreviewed', 'accepted', 'corrected', 'discarded']),
    }),
    reply: planTask,
  }),
  reviewTasks: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/review',
    summary: 'Accepts several tasks as they were read.',
    params: planParams,
    body: z.object({ taskIds: z.array(id<TaskId>()).min(1).max(2000) }),
    reply: z.object({ accepted: z.int() }),
  }),
  addTask: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/tasks',
    summary: 'Adds a task that the reading missed.',
    params: planParams,
    body: z.object({
      no: optionalText(20),
      title: text(2000),
      windows: z.array(timeWindow).max(12),
      product: optionalText(1000),
      units: printedUnits,
      at: at.nullable(),
    }),
    reply: planTask,
  }),
  listNames: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/names',
    summary: 'Every unit name as printed, once, with what it was matched to and the other candidates.',
    params: planParams,
    reply: z.array(
      z.object({
        printedName: z.string(),
        count: z.int(),
        target: nameTarget.nullable(),
        targetName: z.string().nullable(),
        units: z.int().nullable(),
        candidates: z.array(
          z.object({ target: nameTarget, name: z.string(), score: z.number(), why: z.string() }),
        ),
      }),
    ),
  }),
  matchName: endpoint({
    method: 'PUT',
    path: '/api/plans/:planId/names',
    summary: 'Says once what a printed name means, for every task of the draft.',
    params: planParams,
    body: z.object({ printedName: text(300), target: nameTarget.nullable() }),
    reply: z.object({ changed: z.int() }),
  }),
  previewPublishing: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/publishing',
    summary: 'What publishing would do: tasks, units, assignments; and what stops it.',
    params: planParams,
    reply: z.object({
      tasks: z.int(),
      units: z.int(),
      assignments: z.int(),
      stops: z.array(
        z.object({
          taskId: id<TaskId>().nullable(),
          no: z.string().nullable(),
          fault: z.enum([...taskFault.options, 'plan_exists', 'no_tasks', 'audience_empty']),
        }),
      ),
    }),
  }),
  publishPlan: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/publish',
    summary: 'Makes the plan the year’s plan of its issuer: assignments for each unit, each unit told once.',
    params: planParams,
    body: z.object({ version }),
    reply: z.object({ assignments: z.int(), units: z.int() }),
  }),
}
