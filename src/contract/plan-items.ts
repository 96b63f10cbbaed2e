import { z } from 'zod'
import type { DutyId, PlanId, TargetId, TaskId } from '#domain/basics/ids.ts'
import { levelCodes, targetKinds } from '#domain/plans/plan-target.ts'
import { taskReviews } from '#domain/plans/plan-task.ts'
import { endpoint } from './endpoint.ts'
import { at, matchedUnit, printedUnits, when } from './plan-parts.ts'
import { id, localDate, optionalText, text, version } from './values.ts'

// Of the order of the largest sums of money that a province plans with, in đồng.
const mostFigure = 1e15
const figure = z.number().min(-mostFigure).max(mostFigure).nullable()

/** Figures of a target; those that its kind has no use for are null. */
const figures = {
  kind: z.enum(targetKinds),
  value: figure,
  numerator: figure,
  denominator: figure,
  /** 85.7 for 85,7%. */
  percent: figure,
  min: figure,
  max: figure,
  strict: z.boolean(),
  period: z.string().max(40).nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  baseline: optionalText(2000),
}

const reviewed = {
  version,
  /** By an amendment: no longer part of the plan since. */
  endedOn: localDate.nullable(),
  position: z.int(),
  at: at.nullable(),
  confidence: z.number().nullable(),
  review: z.enum(taskReviews),
}

export const targetFault = z.enum([
  'no_statement',
  'figure_missing',
  'min_over_max',
  'part_over_whole',
  'percent_does_not_follow',
  'not_reviewed',
])

export const planTarget = z.object({
  targetId: id<TargetId>(),
  ...reviewed,
  groupCode: z.string().nullable(),
  groupTitle: z.string().nullable(),
  levels: z.array(z.enum(levelCodes)),
  statement: z.string(),
  scope: z.string(),
  ...figures,
  baseline: z.string().nullable(),
  unitWord: z.string().nullable(),
  due: when.nullable(),
  faults: z.array(targetFault),
})
export type PlanTargetView = z.output<typeof planTarget>

export const dutyFault = z.enum([
  'no_body',
  'no_unit',
  'name_not_matched',
  'partner_not_matched',
  'lead_also_coordinates',
  'other_level',
  'not_reviewed',
])

export const planDuty = z.object({
  dutyId: id<DutyId>(),
  ...reviewed,
  section: z.string(),
  heading: z.string(),
  body: z.string(),
  role: z.enum(['lead', 'coordinate']).nullable(),
  /** The task of the annex through which it is followed. */
  taskId: id<TaskId>().nullable(),
  units: z.array(matchedUnit),
  faults: z.array(dutyFault),
})
export type PlanDutyView = z.output<typeof planDuty>

const planParams = z.object({ planId: id<PlanId>() })
const review = z.enum(['unreviewed', 'accepted', 'corrected', 'discarded'])

export const targetFields = {
  groupCode: optionalText(40),
  groupTitle: optionalText(2000),
  levels: z.array(z.enum(levelCodes)).max(4),
  statement: z.string().trim().max(8000),
  scope: z.string().trim().max(4000),
  ...figures,
  unitWord: optionalText(200),
  due: when.nullable(),
}

export const dutyFields = {
  section: z.string().trim().max(200),
  heading: z.string().trim().max(2000),
  body: z.string().trim().max(20_000),
  role: z.enum(['lead', 'coordinate']).nullable(),
  taskId: id<TaskId>().nullable(),
  units: printedUnits,
}

/** One item of a draft, of whichever list. */
const itemKind = z.enum(['target', 'duty', 'task'])
const itemId = id<TargetId | DutyId | TaskId>()

export const planItemsContract = {
  changeTarget: endpoint({
    method: 'PATCH',
    path: '/api/plan-targets/:targetId',
    summary: 'Accepts, corrects or discards one target of a draft.',
    params: z.object({ targetId: id<TargetId>() }),
    body: z.object({ version, ...targetFields, review }),
    reply: planTarget,
  }),
  addTarget: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/targets',
    summary: 'Adds a target that the reading missed; it stands where its place in the source has it.',
    params: planParams,
    body: z.object({ ...targetFields, statement: text(8000), at: at.nullable() }),
    reply: planTarget,
  }),
  changeDuty: endpoint({
    method: 'PATCH',
    path: '/api/plan-duties/:dutyId',
    summary: 'Accepts, corrects or discards one duty of a draft, or joins it to a task of the annex.',
    params: z.object({ dutyId: id<DutyId>() }),
    body: z.object({ version, ...dutyFields, review }),
    reply: planDuty,
  }),
  addDuty: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/duties',
    summary: 'Adds a duty that the reading missed; it stands where its place in the source has it.',
    params: planParams,
    body: z.object({ ...dutyFields, body: text(20_000), at: at.nullable() }),
    reply: planDuty,
  }),
  splitItem: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/split',
    summary: 'Makes two of one item: the text is given in two parts, everything else is in both.',
    params: planParams,
    body: z.object({
      kind: itemKind,
      itemId,
      version,
      first: text(20_000),
      second: text(20_000),
    }),
    reply: z.object({ addedId: itemId }),
  }),
  mergeItems: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/merge',
    summary: 'Makes one of two items that follow each other; the second is put aside.',
    params: planParams,
    body: z.object({
      kind: itemKind,
      itemId,
      version,
      nextId: itemId,
      nextVersion: version,
    }),
  }),
}
