import { z } from 'zod'
import type { RoundId, SubmissionId, UnitId } from '#domain/basics/ids.ts'
import { measures } from '#domain/indicators/indicator.ts'
import { rollupOwnerships } from '#domain/submissions/rollup.ts'
import { schoolLevels } from '#domain/units/unit.ts'
import { endpoint } from './endpoint.ts'
import { caption } from './forms.ts'
import { period } from './submissions.ts'
import { id, instant, schoolYear } from './values.ts'

/** A figure, or why there is none: nobody reported, or a share of nothing. `units` gave a number to it. */
const value = {
  value: z.number().nullable(),
  why: z.enum(['not_reported', 'zero_whole']).nullable(),
  part: z.number().nullable(),
  whole: z.number().nullable(),
  units: z.int(),
}

export const indicatorCard = z.object({
  concept: caption,
  breakdowns: caption,
  published: caption,
  source: caption,
  responsible: caption,
  group: caption,
  level: z.enum(schoolLevels).nullable(),
})

export const figure = z.object({
  code: z.string(),
  name: caption,
  measure: z.enum(measures),
  card: indicatorCard,
  ...value,
  /** How many units are asked what it counts. */
  asked: z.int(),
  byOwnership: z.array(z.object({ ownership: z.enum(rollupOwnerships), ...value })),
})
export type Figure = z.output<typeof figure>

/** The rounds that a figure rests on, and how many of the units asked have been approved. */
const ground = {
  schoolYear,
  period: period.nullable(),
  rounds: z.array(z.object({ roundId: id<RoundId>(), title: z.string(), issuerName: z.string() })),
  asked: z.int(),
  approved: z.int(),
  /** The school levels of the units asked: the others have no figures to wait for. */
  levels: z.array(z.enum(schoolLevels)),
}

export const sourceLine = z.object({
  unitId: id<UnitId>(),
  code: z.string(),
  name: z.string(),
  ...value,
  /** Of the units asked what the indicator counts. */
  asked: z.int(),
  /** There is more to open below this unit. */
  deeper: z.boolean(),
  submissionId: id<SubmissionId>().nullable(),
})
export type SourceLine = z.output<typeof sourceLine>

export const sourceCell = z.object({
  cell: z.string(),
  title: caption,
  value: z.number().nullable(),
  at: instant.nullable(),
  personName: z.string().nullable(),
})

const asked = { unitId: id<UnitId>(), schoolYear, period: period.optional() }

export const indicatorsContract = {
  listFigures: endpoint({
    method: 'GET',
    path: '/api/indicators',
    summary:
      'The indicators of a unit for a period, or the latest period with figures, as a whole and by ownership.',
    query: z.object(asked),
    reply: z.object({ ...ground, available: z.array(period), figures: z.array(figure) }),
  }),
  getSources: endpoint({
    method: 'GET',
    path: '/api/indicators/:code/sources',
    summary:
      'Where a figure comes from: the units below, and at a school the cells, who typed them, and when.',
    params: z.object({ code: z.string().max(80) }),
    query: z.object(asked),
    reply: z.object({
      ...ground,
      figure,
      unitName: z.string(),
      above: z.array(z.object({ unitId: id<UnitId>(), code: z.string(), name: z.string() })),
      lines: z.array(sourceLine),
      own: z
        .object({
          submissionId: id<SubmissionId>(),
          roundId: id<RoundId>(),
          approvedAt: instant.nullable(),
          approvedByName: z.string().nullable(),
          cells: z.array(sourceCell),
        })
        .nullable(),
    }),
  }),
}
