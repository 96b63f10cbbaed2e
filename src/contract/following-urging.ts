// Đôn đốc: units are urged about what is late or due soon, once for all of it, and what followed is told.
import { z } from 'zod'
import type { AssignmentId, DutyId, PersonId, TaskId, UnitId, UrgingId } from '#domain/basics/ids.ts'
import {
  automaticSteps,
  mostAfterDays,
  mostBeforeDays,
  mostEscalateAfter,
} from '#domain/following/automatic-urging.ts'
import { urgingSteps } from '#domain/following/urging.ts'
import { endpoint } from './endpoint.ts'
import { id, instant, localDate, optionalText, schoolYear, versionOrNone, workingDay } from './values.ts'

const key = z.object({ assignmentId: id<AssignmentId>(), windowNo: z.int().min(1).max(1000) })
/** More are urged in several acts. */
export const mostUrged = 2000

/** The windows named, or all that are late below the unit. */
const whom = {
  unitId: id<UnitId>(),
  schoolYear,
  keys: z.array(key).min(1).max(mostUrged).nullable(),
}

const item = z.object({
  assignmentId: id<AssignmentId>(),
  windowNo: z.int(),
  taskId: id<TaskId | DutyId>(),
  no: z.string().nullable(),
  title: z.string(),
  dueOn: localDate.nullable(),
  standing: z.enum(['late', 'due_soon']),
  days: z.int(),
  percent: z.int(),
})

export const urgedUnit = z.object({
  unitId: id<UnitId>(),
  unitName: z.string(),
  step: z.enum(urgingSteps),
  /** When this unit was urged last about any of it. */
  lastOn: localDate.nullable(),
  items: z.array(item),
})
export type UrgedUnitView = z.output<typeof urgedUnit>

export const urgingLine = z.object({
  urgingId: id<UrgingId>(),
  unitId: id<UnitId>(),
  unitName: z.string(),
  step: z.enum(urgingSteps),
  /** Null: a person urged; else the step of the issuer's rule that did. */
  automatic: z.enum(automaticSteps).nullable(),
  message: z.string().nullable(),
  urgedOn: localDate,
  at: instant,
  personId: id<PersonId>().nullable(),
  personName: z.string(),
  items: z.array(item.extend({ doneOn: localDate.nullable(), reportedOn: localDate.nullable() })),
  aftermath: z.enum(['done', 'reported', 'nothing']),
  /** To how many units a formal letter of the whole act would go, those without anything left not counted; null for whoever may not write it. */
  letterTo: z.int().nullable(),
})
export type UrgingLine = z.output<typeof urgingLine>

const days = (most: number) => z.int().min(1).max(most).nullable()
const urgingRule = z.object({
  isOn: z.boolean(),
  beforeDays: days(mostBeforeDays),
  afterDays: days(mostAfterDays),
  escalateAfter: days(mostEscalateAfter),
  /** 0: nothing was set yet. */
  version: versionOrNone,
})
export type UrgingRule = z.output<typeof urgingRule>

const letter = {
  params: z.object({ urgingId: id<UrgingId>() }),
  query: z.object({
    /** Until when the units are asked to report. */
    reportBy: workingDay,
    /** To all units of the act, or to the one of this urging. */
    to: z.enum(['all', 'unit']).default('all'),
  }),
}

export const urgingContract = {
  previewUrging: endpoint({
    method: 'POST',
    path: '/api/urgings/preview',
    summary:
      'What urging would say to whom: one message per unit with all of its items; what is not late or due soon, or was urged today, is left out. Nothing is changed.',
    body: z.object({ ...whom, message: optionalText(1000) }),
    reply: z.object({
      units: z.array(urgedUnit),
      /** Of those named: not late or due soon any more, or urged today. */
      leftOut: z.int(),
      /** Who of the units urged also gets an e-mail; null where the installation has no mail server. */
      mailed: z.object({ units: z.int(), persons: z.int() }).nullable(),
      /** As plain text, for a chat group. */
      text: z.string(),
    }),
  }),
  urge: endpoint({
    method: 'POST',
    path: '/api/urgings',
    summary: 'Urges the units: each is told once, and who was urged about what is kept.',
    body: z.object({ ...whom, message: optionalText(1000) }),
    reply: z.object({ units: z.int(), items: z.int() }),
  }),
  getUrgingRule: endpoint({
    method: 'GET',
    path: '/api/units/:unitId/urging-rule',
    summary:
      'When the units are urged by themselves about the plans of an issuer; off unless it was turned on.',
    params: z.object({ unitId: id<UnitId>() }),
    reply: urgingRule,
  }),
  setUrgingRule: endpoint({
    method: 'PUT',
    path: '/api/units/:unitId/urging-rule',
    summary:
      'Turns urging by itself on or off: working days before and after the last day, and after how many urgings in vain the officer and then the leader are told. Null leaves a step out.',
    params: z.object({ unitId: id<UnitId>() }),
    body: urgingRule,
    reply: urgingRule,
  }),
  exportUrgingDocx: endpoint({
    method: 'GET',
    path: '/api/urgings/:urgingId/docx',
    summary:
      'The act of urging as a formal letter (công văn) in the layout of Decree 30/2020, as a Word document; number and date blank.',
    ...letter,
    download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
  exportUrgingPdf: endpoint({
    method: 'GET',
    path: '/api/urgings/:urgingId/pdf',
    summary: 'The same as PDF.',
    ...letter,
    download: 'application/pdf',
  }),
  listUrgings: endpoint({
    method: 'GET',
    path: '/api/urgings',
    summary: 'Who was urged about what below a unit, and what followed; the newest first.',
    query: z.object({
      unitId: id<UnitId>(),
      schoolYear,
      taskId: id<TaskId | DutyId>().optional(),
      before: z.coerce.number().int().min(1).optional(),
    }),
    reply: z.object({ rows: z.array(urgingLine), next: z.int().nullable() }),
  }),
}
