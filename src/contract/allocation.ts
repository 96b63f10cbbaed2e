import { z } from 'zod'
import type { AllocationId, GivingId, PlanId, TargetId, UnitId } from '#domain/basics/ids.ts'
import { levelCodes } from '#domain/plans/plan-target.ts'
import { audience } from './audience.ts'
import { endpoint } from './endpoint.ts'
import { caption } from './forms.ts'
import { planTarget } from './plan-items.ts'
import { planHead } from './plans.ts'
import { period } from './submissions.ts'
import { sheetFault } from './units-sheet.ts'
import { id, instant, localDate, optionalText, schoolYear, text, version, versionOrNone } from './values.ts'

const mostFigure = 1e15
const figure = z.number().min(-mostFigure).max(mostFigure).nullable()

/** null: not filled in yet; a unit to which the target does not apply has no figures. */
const shareFigures = {
  applies: z.boolean(),
  value: figure,
  numerator: figure,
  denominator: figure,
}
const share = z.object(shareFigures)
const measure = z.enum(['count', 'ratio', 'percent'])

const namedUnit = { unitId: id<UnitId>(), code: z.string(), name: z.string() }

const shareRow = z.object({
  ...namedUnit,
  /** The unit no longer exists today. */
  ended: z.boolean(),
  ...shareFigures,
  /** What the unit was given and has now; null before it was given anything. */
  given: share.nullable(),
})

const giving = z.object({
  givingId: id<GivingId>(),
  no: z.int(),
  reason: z.string().nullable(),
  differenceReason: z.string().nullable(),
  givenOn: localDate,
  at: instant,
  personName: z.string(),
  changes: z.array(z.object({ ...namedUnit, before: share.nullable(), after: share.nullable() })),
})

const shareCheck = z.object({
  way: z.enum(['sum', 'both_sums', 'weighted_mean', 'each']),
  applying: z.int(),
  missing: z.int(),
  comes: z.object({ value: figure, numerator: figure, denominator: figure }),
  differences: z.array(
    z.object({
      of: z.enum(['value', 'numerator', 'denominator', 'mean']),
      comes: z.number(),
      by: z.number(),
    }),
  ),
  away: z.array(z.int()),
  fits: z.boolean(),
})

const basis = z.object({
  /** What to ask the figures by. */
  key: z.string(),
  kind: z.enum(['indicator', 'allocation']),
  name: caption,
  schoolYear,
  /** Of an indicator. */
  period: period.nullable(),
  /** How many units have a figure. */
  units: z.int(),
})

const targetParams = z.object({ targetId: id<TargetId>() })
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const allocationContract = {
  listAllocations: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/allocations',
    summary: 'The targets of a published plan, and how each stands with being given to units.',
    params: z.object({ planId: id<PlanId>() }),
    reply: z.object({
      head: planHead,
      targets: z.array(
        z.object({
          target: planTarget,
          /** null: it cannot be shared out. */
          measure: measure.nullable(),
          units: z.int(),
          /** Of how many units a share is still missing. */
          missing: z.int(),
          givenNo: z.int(),
          /** Something in work differs from what was given. */
          changed: z.boolean(),
        }),
      ),
    }),
  }),
  getAllocation: endpoint({
    method: 'GET',
    path: '/api/plan-targets/:targetId/allocation',
    summary:
      'A target with the shares of its units: in work, given, each giving before, and what it may be divided by.',
    params: targetParams,
    reply: z.object({
      head: planHead,
      target: planTarget,
      measure: measure.nullable(),
      allocationId: id<AllocationId>().nullable(),
      version: versionOrNone,
      givenNo: z.int(),
      audience: audience.nullable(),
      audienceText: z.string().nullable(),
      rows: z.array(shareRow),
      check: shareCheck.nullable(),
      givings: z.array(giving),
      bases: z.array(basis),
    }),
  }),
  saveAllocation: endpoint({
    method: 'PUT',
    path: '/api/plan-targets/:targetId/allocation',
    summary:
      'Keeps the shares in work, and which units are meant; nobody is told. Units that are no longer meant lose theirs.',
    params: targetParams,
    body: z.object({
      version: versionOrNone,
      audience,
      shares: z.array(z.object({ unitId: id<UnitId>(), ...shareFigures })).max(5000),
    }),
    reply: z.object({ version, units: z.int() }),
  }),
  getBasis: endpoint({
    method: 'GET',
    path: '/api/plan-targets/:targetId/basis',
    summary:
      'The figures of the units by which a target may be divided: of an indicator, or given last year.',
    params: targetParams,
    query: z.object({ source: text(200) }),
    reply: z.array(z.object({ unitId: id<UnitId>(), value: figure, part: figure, whole: figure })),
  }),
  giveTarget: endpoint({
    method: 'POST',
    path: '/api/plan-targets/:targetId/allocation/give',
    summary:
      'Gives the shares to their units, each of which is told once; again with a reason, only what has changed.',
    params: targetParams,
    body: z.object({ version, reason: optionalText(2000), differenceReason: optionalText(2000) }),
    reply: z.object({ version, units: z.int() }),
  }),
  downloadShareTemplate: endpoint({
    method: 'GET',
    path: '/api/plan-targets/:targetId/allocation/workbook',
    summary: 'A workbook with the units and what stands for each, to be filled in and checked.',
    params: targetParams,
    download: xlsx,
  }),
  checkShares: endpoint({
    method: 'POST',
    path: '/api/plan-targets/:targetId/allocation/check',
    summary:
      'Judges a workbook of shares without changing anything: every fault with its cell, or all the shares.',
    params: targetParams,
    query: z.object({ fileName: text(300) }),
    upload: true,
    reply: z.object({
      faults: z.array(sheetFault),
      faultCount: z.int(),
      shares: z.array(z.object({ ...namedUnit, before: share, after: share })),
    }),
  }),
  listGivenTargets: endpoint({
    method: 'GET',
    path: '/api/units/:unitId/given-targets',
    summary: 'The shares of targets that a unit was given in a school year, with what they were before.',
    params: z.object({ unitId: id<UnitId>() }),
    query: z.object({ schoolYear }),
    reply: z.array(
      z.object({
        targetId: id<TargetId>(),
        planId: id<PlanId>(),
        planTitle: z.string(),
        issuerName: z.string(),
        groupTitle: z.string().nullable(),
        statement: z.string(),
        levels: z.array(z.enum(levelCodes)),
        unitWord: z.string().nullable(),
        measure,
        ...shareFigures,
        givenOn: localDate,
        /** The share before the last giving that changed it, and why it was changed. */
        before: share.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  }),
}
