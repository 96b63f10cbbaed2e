import { z } from 'zod'
import type { DocumentId, DutyId, PlanId, TargetId, TaskId, UnitId } from '#domain/basics/ids.ts'
import { planStates } from '#domain/plans/plan-steps.ts'
import { taskReviews } from '#domain/plans/plan-task.ts'
import { endpoint } from './endpoint.ts'
import { dutyFault, planDuty, planTarget, targetFault } from './plan-items.ts'
import { at, matchedUnit, nameTarget, printedUnits, timeWindow } from './plan-parts.ts'
import { id, instant, localDate, optionalText, schoolYear, text, version } from './values.ts'

export const taskFault = z.enum([
  'no_title',
  'no_lead',
  'name_not_matched',
  'start_after_finish',
  'lead_also_coordinates',
  'no_finish',
  'other_level',
  'not_reviewed',
])

export const planTask = z.object({
  taskId: id<TaskId>(),
  version,
  /** By an amendment: no longer part of the plan since. */
  endedOn: localDate.nullable(),
  position: z.int(),
  no: z.string().nullable(),
  title: z.string(),
  windows: z.array(timeWindow),
  timeText: z.string().nullable(),
  product: z.string().nullable(),
  at: at.nullable(),
  confidence: z.number().nullable(),
  review: z.enum(taskReviews),
  units: z.array(matchedUnit),
  faults: z.array(taskFault),
})
export type PlanTaskView = z.output<typeof planTask>

const planStop = z.object({
  item: z
    .union([
      z.object({ kind: z.literal('task'), id: id<TaskId>() }),
      z.object({ kind: z.literal('duty'), id: id<DutyId>() }),
      z.object({ kind: z.literal('target'), id: id<TargetId>() }),
    ])
    .nullable(),
  /** The number of a task, or the first words. */
  name: z.string().nullable(),
  fault: z.enum([
    ...taskFault.options,
    ...dutyFault.options,
    ...targetFault.options,
    'plan_exists',
    'no_tasks',
    'audience_empty',
  ]),
})

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
  state: z.enum(planStates),
  documentId: id<DocumentId>().nullable(),
  fileName: z.string().nullable(),
  createdAt: instant,
  createdByName: z.string(),
  publishedAt: instant.nullable(),
  publishedByName: z.string().nullable(),
  tasks: z.int(),
  targets: z.int(),
  duties: z.int(),
})
export type PlanHead = z.output<typeof planHead>

const planParams = z.object({ planId: id<PlanId>() })
const taskParams = z.object({ taskId: id<TaskId>() })
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
      targets: z.int(),
      duties: z.int(),
      problems: z.array(z.object({ message: z.string(), at: at.nullable() })),
    }),
  }),
  getPlan: endpoint({
    method: 'GET',
    path: '/api/plans/:planId',
    summary: 'A plan with its targets, duties and tasks, and what is still to be looked at in each.',
    params: planParams,
    reply: z.object({
      head: planHead,
      targets: z.array(planTarget),
      duties: z.array(planDuty),
      tasks: z.array(planTask),
    }),
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
    summary: 'Accepts several tasks, targets and duties as they were read.',
    params: planParams,
    body: z
      .object({
        taskIds: z.array(id<TaskId>()).max(2000).default([]),
        targetIds: z.array(id<TargetId>()).max(2000).default([]),
        dutyIds: z.array(id<DutyId>()).max(2000).default([]),
      })
      .refine(
        ({ taskIds, targetIds, dutyIds }) => taskIds.length + targetIds.length + dutyIds.length > 0,
        'nothing is named',
      ),
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
    summary: 'What publishing would do: targets, duties, tasks, units, assignments; and what stops it.',
    params: planParams,
    reply: z.object({
      tasks: z.int(),
      duties: z.int(),
      targets: z.int(),
      units: z.int(),
      assignments: z.int(),
      stops: z.array(planStop),
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
