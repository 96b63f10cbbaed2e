// A unit's own plan: made of what the unit was given, handed in, approved by the authority above.
import { z } from 'zod'
import type {
  AssignmentId,
  DutyId,
  PlanId,
  PlanStepId,
  TargetId,
  TaskId,
  UnitId,
} from '#domain/basics/ids.ts'
import { planMoves, planStates } from '#domain/plans/plan-steps.ts'
import { levelCodes } from '#domain/plans/plan-target.ts'
import { endpoint } from './endpoint.ts'
import { taskRole } from './plan-parts.ts'
import { cursor, id, instant, localDate, optionalText, schoolYear, text, version } from './values.ts'

/** An item of the unit's own plan that came from what was given. */
const ownItem = z.object({
  planId: id<PlanId>(),
  state: z.enum(planStates),
  kind: z.enum(['task', 'duty', 'target']),
  itemId: id<TaskId | DutyId | TargetId>(),
  text: z.string(),
})

const from = {
  planId: id<PlanId>(),
  planTitle: z.string(),
  issuerName: z.string(),
  /** No longer the unit's: dropped, passed on, taken back. Listed while something of its plan came from it. */
  over: z.boolean(),
  takenUp: z.array(ownItem),
}

export const givenWork = z.object({
  assignmentId: id<AssignmentId>(),
  kind: z.enum(['task', 'duty']),
  taskId: id<TaskId | DutyId>(),
  no: z.string().nullable(),
  title: z.string(),
  role: taskRole,
  dueOn: localDate.nullable(),
  percent: z.int(),
  /** Done in every window: nothing is left to plan. */
  done: z.boolean(),
  ...from,
})
export type GivenWorkView = z.output<typeof givenWork>

const figure = z.number().nullable()
export const givenShare = z.object({
  targetId: id<TargetId>(),
  statement: z.string(),
  levels: z.array(z.enum(levelCodes)),
  unitWord: z.string().nullable(),
  measure: z.enum(['count', 'ratio', 'percent']),
  applies: z.boolean(),
  value: figure,
  numerator: figure,
  denominator: figure,
  ...from,
})
export type GivenShareView = z.output<typeof givenShare>

export const unitPlan = z.object({
  unitId: id<UnitId>(),
  code: z.string(),
  name: z.string(),
  /** The unit's plan of the year that is furthest; null: none was begun. */
  planId: id<PlanId>().nullable(),
  state: z.enum(planStates).nullable(),
  title: z.string().nullable(),
  /** Since when it stands there. */
  since: instant.nullable(),
  /** Tasks, duties and shares of targets that the unit was given, and how many of them its plan took up or are done. */
  given: z.int(),
  takenUp: z.int(),
})
export type UnitPlanView = z.output<typeof unitPlan>

const planParams = z.object({ planId: id<PlanId>() })
const unitParams = z.object({ unitId: id<UnitId>() })

export const cascadeContract = {
  listGiven: endpoint({
    method: 'GET',
    path: '/api/units/:unitId/given',
    summary:
      'The tasks, duties and shares of targets that a unit was given in a school year, each with the items of its own plan that came from it.',
    params: unitParams,
    query: z.object({ schoolYear }),
    reply: z.object({ work: z.array(givenWork), targets: z.array(givenShare) }),
  }),
  beginOwnPlan: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/own-plan',
    summary: 'Begins the draft of a unit’s own plan out of all that it was given.',
    params: unitParams,
    body: z.object({ schoolYear, title: text(500) }),
    reply: z.object({ planId: id<PlanId>() }),
  }),
  takeUp: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/take-up',
    summary: 'Takes tasks, duties and targets that the unit was given into the draft of its plan.',
    params: planParams,
    body: z
      .object({
        assignmentIds: z.array(id<AssignmentId>()).max(2000).default([]),
        targetIds: z.array(id<TargetId>()).max(2000).default([]),
      })
      .refine(
        ({ assignmentIds, targetIds }) => assignmentIds.length + targetIds.length > 0,
        'nothing is named',
      ),
    reply: z.object({ tasks: z.int(), duties: z.int(), targets: z.int() }),
  }),
  movePlan: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/moves',
    summary:
      'The unit hands in its plan for approval or takes it back; the authority above returns it with a reason, or approves it, which publishes it.',
    params: planParams,
    body: z.object({ version, move: z.enum(planMoves), reason: optionalText(2000) }),
  }),
  listPlanMoves: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/moves',
    summary: 'The way of a plan to its approval, the newest step first.',
    params: planParams,
    reply: z.array(
      z.object({
        stepId: id<PlanStepId>(),
        move: z.enum(planMoves),
        reason: z.string().nullable(),
        happenedOn: localDate,
        at: instant,
        personName: z.string(),
      }),
    ),
  }),
  listUnitPlans: endpoint({
    method: 'GET',
    path: '/api/units/:unitId/unit-plans',
    summary:
      'The units below that were given something or have a plan of their own in a school year: how far the plan is, and how much of what was given it took up.',
    params: unitParams,
    query: z.object({
      schoolYear,
      state: z.enum(['none', 'draft', 'submitted', 'published']).optional(),
      search: z.string().max(100).optional(),
      after: cursor,
    }),
    reply: z.object({
      rows: z.array(unitPlan),
      next: z.string().nullable(),
      counts: z.object({ none: z.int(), draft: z.int(), submitted: z.int(), published: z.int() }),
    }),
  }),
}
