import { z } from 'zod'
import type { AmendmentId, DutyId, EntryId, PlanId, TargetId, TaskId } from '#domain/basics/ids.ts'
import { amendmentFaults } from '#domain/plans/amendment.ts'
import { endpoint } from './endpoint.ts'
import { dutyFields, planDuty, planTarget, targetFields } from './plan-items.ts'
import { nameTarget, printedUnits, taskRole, timeWindow } from './plan-parts.ts'
import { planHead, planTask } from './plans.ts'
import { id, instant, localDate, optionalText, text, version, workingDay } from './values.ts'

const task = z.object({
  no: optionalText(20),
  title: text(2000),
  windows: z.array(timeWindow).max(12),
  product: optionalText(1000),
  units: printedUnits,
})
const duty = z.object(dutyFields)
const target = z.object(targetFields)

const units = z.array(z.object({ role: taskRole, printedName: z.string(), target: nameTarget.nullable() }))
/** An item as it stands, or is to stand. */
const itemState = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('task'),
    task: planTask.pick({ no: true, title: true, windows: true, product: true }).extend({ units }),
  }),
  z.object({
    kind: z.literal('duty'),
    duty: planDuty
      .pick({ section: true, heading: true, body: true, role: true, taskId: true })
      .extend({ units }),
  }),
  z.object({
    kind: z.literal('target'),
    target: planTarget.omit({
      targetId: true,
      version: true,
      endedOn: true,
      position: true,
      at: true,
      confidence: true,
      review: true,
      faults: true,
    }),
  }),
])

/** The same as it is proposed. */
const proposedState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('task'), task }),
  z.object({ kind: z.literal('duty'), duty }),
  z.object({ kind: z.literal('target'), target }),
])

const itemKind = z.enum(['task', 'duty', 'target'])
const act = z.enum(['change', 'add', 'end'])
const itemId = id<TaskId | DutyId | TargetId>()
const fault = z.enum(amendmentFaults)

/** What became of a text, in reading order. */
const said = z.array(z.object({ field: z.string(), text: z.string() }))

export const amendmentHead = z.object({
  amendmentId: id<AmendmentId>(),
  planId: id<PlanId>(),
  /** Counted within the plan as they are published; null in a draft. */
  no: z.int().nullable(),
  reason: z.string(),
  number: z.string().nullable(),
  signedOn: localDate.nullable(),
  state: z.enum(['draft', 'published', 'discarded']),
  version,
  createdAt: instant,
  createdByName: z.string(),
  publishedAt: instant.nullable(),
  publishedByName: z.string().nullable(),
  publishedOn: localDate.nullable(),
  changed: z.int(),
  added: z.int(),
  ended: z.int(),
})
export type AmendmentHead = z.output<typeof amendmentHead>

const entry = z.object({
  entryId: id<EntryId>(),
  kind: itemKind,
  act,
  itemId: itemId.nullable(),
  /** Its number and words, as they stood before where there was a before. */
  name: z.string(),
  before: itemState.nullable(),
  after: itemState.nullable(),
  /** Both field by field in words, to be set side by side. */
  beforeSaid: said.nullable(),
  afterSaid: said.nullable(),
  faults: z.array(fault),
})
export type AmendmentEntry = z.output<typeof entry>

const params = z.object({ amendmentId: id<AmendmentId>() })
const planParams = z.object({ planId: id<PlanId>() })
const headFields = { reason: text(4000), number: optionalText(60), signedOn: localDate.nullable() }

export const amendmentsContract = {
  listAmendments: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/amendments',
    summary:
      'The amendments of a published plan, the latest first; drafts only for those who may work on them.',
    params: planParams,
    reply: z.array(amendmentHead),
  }),
  createAmendment: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/amendments',
    summary: 'Begins a draft amendment. Nobody is told and nothing changes yet.',
    params: planParams,
    body: z.object(headFields),
    reply: z.object({ amendmentId: id<AmendmentId>() }),
  }),
  getAmendment: endpoint({
    method: 'GET',
    path: '/api/plan-amendments/:amendmentId',
    summary: 'An amendment with each item before and after.',
    params,
    reply: z.object({ amendment: amendmentHead, plan: planHead, entries: z.array(entry) }),
  }),
  changeAmendment: endpoint({
    method: 'PATCH',
    path: '/api/plan-amendments/:amendmentId',
    summary:
      'Corrects the reason, number and date of a draft; of a published one the number and date typed back.',
    params,
    body: z.object({ version, ...headFields }),
    reply: z.object({ version }),
  }),
  saveEntry: endpoint({
    method: 'PUT',
    path: '/api/plan-amendments/:amendmentId/entries',
    summary: 'Keeps what a draft proposes for one item: another state, its end, or a new item.',
    params,
    body: z.object({
      version,
      /** Null: a new proposal. One about the same item stands in its place. */
      entryId: id<EntryId>().nullable(),
      kind: itemKind,
      act,
      itemId: itemId.nullable(),
      after: proposedState.nullable(),
    }),
    reply: z.object({ version, entryId: id<EntryId>() }),
  }),
  removeEntry: endpoint({
    method: 'POST',
    path: '/api/plan-amendments/:amendmentId/entries/remove',
    summary: 'Takes a proposal out of a draft.',
    params,
    body: z.object({ version, entryId: id<EntryId>() }),
    reply: z.object({ version }),
  }),
  discardAmendment: endpoint({
    method: 'POST',
    path: '/api/plan-amendments/:amendmentId/discard',
    summary: 'Puts a draft aside.',
    params,
    body: z.object({ version }),
  }),
  previewAmendment: endpoint({
    method: 'GET',
    path: '/api/plan-amendments/:amendmentId/publishing',
    summary: 'What publishing would do to the assignments there are, and what stops it.',
    params,
    reply: z.object({
      entries: z.int(),
      given: z.int(),
      ended: z.int(),
      moved: z.int(),
      kept: z.int(),
      units: z.int(),
      stops: z.array(z.object({ entryId: id<EntryId>().nullable(), name: z.string().nullable(), fault })),
    }),
  }),
  publishAmendment: endpoint({
    method: 'POST',
    path: '/api/plan-amendments/:amendmentId/publish',
    summary:
      'Makes it part of the plan: items, assignments and finishes at once, or nothing. Each unit concerned is told once.',
    params,
    body: z.object({ version }),
    reply: z.object({ given: z.int(), ended: z.int(), moved: z.int(), units: z.int() }),
  }),
  exportAmendmentDocx: endpoint({
    method: 'GET',
    path: '/api/plan-amendments/:amendmentId/docx',
    summary:
      'The amendment as a Word document in the layout of Decree 30/2020; number and date blank until they are given.',
    params,
    download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
  exportAmendmentPdf: endpoint({
    method: 'GET',
    path: '/api/plan-amendments/:amendmentId/pdf',
    summary: 'The same as PDF.',
    params,
    download: 'application/pdf',
  }),
  getPlanAsOf: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/as-of',
    summary: 'The items of a plan as they stood at the end of a day.',
    params: planParams,
    query: z.object({ day: workingDay.optional() }),
    reply: z.object({
      plan: planHead,
      day: localDate,
      items: z.array(z.object({ kind: itemKind, itemId, name: z.string(), said, sameAsToday: z.boolean() })),
    }),
  }),
  listItemAmendments: endpoint({
    method: 'GET',
    path: '/api/plan-items/:itemId/amendments',
    summary:
      'The published amendments of one task, duty or target, the latest first, with what each changed.',
    params: z.object({ itemId }),
    reply: z.array(z.object({ amendment: amendmentHead, entry })),
  }),
  giveToJoined: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/joined',
    summary:
      'Gives the open tasks of a published plan to units that fall under its audiences since. Run again, it does nothing.',
    params: planParams,
    reply: z.object({ units: z.int(), assignments: z.int() }),
  }),
}
