// Targets of a published plan through its year: what has been reached, and how each stands.
import { z } from 'zod'
import type { PersonId, PlanId, ResultId, TargetId, UnitId } from '#domain/basics/ids.ts'
import { levelCodes, targetKinds } from '#domain/plans/plan-target.ts'
import { periods } from '#domain/submissions/round.ts'
import { noDataReasons, targetStates, verdicts } from '#domain/targets/judge.ts'
import { endpoint } from './endpoint.ts'
import { caption } from './forms.ts'
import { id, instant, localDate, schoolYear, text, version, versionOrNone, workingDay } from './values.ts'

const figure = z.number().nullable()

export const targetActual = z.object({
  asOf: localDate,
  /** In the measure of the target: its own unit, per cent, times a period, a place, a change in its direction. */
  value: figure,
  numerator: figure,
  denominator: figure,
  verdict: z.enum(verdicts).nullable(),
  isWhole: z.boolean(),
  /** Recorded by a person, or reckoned from approved figures. */
  source: z.union([
    z.object({ kind: z.literal('person'), name: z.string(), note: z.string() }),
    z.object({
      kind: z.literal('indicator'),
      code: z.string(),
      name: caption,
      period: z.enum(periods),
      units: z.int(),
      asked: z.int(),
    }),
  ]),
})
export type TargetActualView = z.output<typeof targetActual>

export const targetLine = z.object({
  targetId: id<TargetId>(),
  groupCode: z.string().nullable(),
  groupTitle: z.string().nullable(),
  levels: z.array(z.enum(levelCodes)),
  statement: z.string(),
  scope: z.string(),
  kind: z.enum(targetKinds),
  value: figure,
  numerator: figure,
  denominator: figure,
  percent: figure,
  min: figure,
  max: figure,
  strict: z.boolean(),
  period: z.string().nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  baseline: z.string().nullable(),
  unitWord: z.string().nullable(),
  dueOn: localDate,
  /** Null for whoever may read the plan but not how its issuer stands. */
  standing: z
    .object({
      state: z.enum(targetStates),
      gap: figure,
      why: z.enum(noDataReasons).nullable(),
      actual: targetActual.nullable(),
    })
    .nullable(),
})
export type TargetLine = z.output<typeof targetLine>

export const stateCounts = z.object({
  missed: z.int(),
  at_risk: z.int(),
  on_track: z.int(),
  met: z.int(),
  no_data: z.int(),
})
export type TargetCounts = z.output<typeof stateCounts>

export const targetGroup = z.object({
  code: z.string(),
  title: z.string().nullable(),
  total: z.int(),
  counts: stateCounts.nullable(),
})

export const planOfTargets = z.object({
  planId: id<PlanId>(),
  title: z.string(),
  issuerUnitId: id<UnitId>(),
  issuerName: z.string(),
  issuerPath: z.string(),
})

export const targetResult = z.object({
  resultId: id<ResultId>(),
  asOf: localDate,
  value: figure,
  numerator: figure,
  denominator: figure,
  verdict: z.enum(verdicts).nullable(),
  note: z.string(),
  at: instant,
  personId: id<PersonId>().nullable(),
  personName: z.string(),
})

const params = z.object({ targetId: id<TargetId>() })
const mostFigure = 1e15
const given = z.number().min(-mostFigure).max(mostFigure).nullable()

export const targetsContract = {
  listTargets: endpoint({
    method: 'GET',
    path: '/api/targets',
    summary:
      'The targets of the plan that a unit has published for a year, or of the nearest authority above it that has one, and how each stands.',
    query: z.object({
      unitId: id<UnitId>(),
      schoolYear,
      state: z.enum(targetStates).optional(),
      group: z.string().max(20).optional(),
      level: z.enum(levelCodes).optional(),
      search: z.string().max(100).optional(),
    }),
    reply: z.object({
      plan: planOfTargets.nullable(),
      rows: z.array(targetLine),
      /** Of what fits the other filters. */
      counts: stateCounts.nullable(),
      groups: z.array(targetGroup),
    }),
  }),
  getTarget: endpoint({
    method: 'GET',
    path: '/api/targets/:targetId',
    summary: 'A target of a published plan with all that was recorded of it, and what could measure it.',
    params,
    reply: z.object({
      plan: planOfTargets,
      target: targetLine,
      results: z.array(targetResult),
      measure: z.object({ indicatorCode: z.string(), version }).nullable(),
      indicators: z.array(z.object({ code: z.string(), name: caption })),
    }),
  }),
  listLastYear: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/last-year',
    summary:
      'Of the targets of a plan that were taken over from the plan of the year before: what was promised then and what came of it.',
    params: z.object({ planId: id<PlanId>() }),
    reply: z.object({
      /** Null where none was taken over. */
      plan: planOfTargets.extend({ schoolYear }).nullable(),
      rows: z.array(z.object({ targetId: id<TargetId>(), line: targetLine })),
    }),
  }),
  recordResult: endpoint({
    method: 'POST',
    path: '/api/targets/:targetId/results',
    summary: 'Records what was reached of a target by a day, with where the figure comes from.',
    params,
    body: z.object({
      asOf: workingDay,
      value: given,
      numerator: given,
      denominator: given,
      verdict: z.enum(verdicts).nullable(),
      note: text(1000),
    }),
    reply: z.object({ resultId: id<ResultId>() }),
  }),
  setMeasure: endpoint({
    method: 'PUT',
    path: '/api/targets/:targetId/measure',
    summary: 'Says which indicator measures a target (null: none), so that approved figures judge it.',
    params,
    body: z.object({ version: versionOrNone, indicatorCode: z.string().min(1).max(80).nullable() }),
  }),
}
