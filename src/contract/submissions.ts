import { z } from 'zod'
import type { PersonId, RoundId, SubmissionId, UnitId } from '#domain/basics/ids.ts'
import { periods } from '#domain/submissions/round.ts'
import { submissionStates } from '#domain/submissions/workflow.ts'
import { ownerships, schoolLevels, unitKinds } from '#domain/units/unit.ts'
import { audience } from './audience.ts'
import { endpoint } from './endpoint.ts'
import { caption, cell, cellId, formDefinition, typedNumber } from './forms.ts'
import { id, instant, localDate, optionalText, schoolYear, text, version, versionOrNone } from './values.ts'

export const period = z.enum(periods)
export const submissionState = z.enum(submissionStates)

export const roundHead = z.object({
  roundId: id<RoundId>(),
  version,
  issuerUnitId: id<UnitId>(),
  issuerName: z.string(),
  issuerPath: z.string(),
  formCode: z.string(),
  formTitle: caption,
  schoolYear,
  period,
  title: z.string(),
  audienceWords: z.string(),
  opensOn: localDate,
  closesOn: localDate,
  standing: z.enum(['not_yet', 'open', 'closed']),
})
export type RoundHead = z.output<typeof roundHead>

const roundCounts = z.object({
  asked: z.int(),
  missing: z.int(),
  draft: z.int(),
  sent: z.int(),
  returned: z.int(),
  approved: z.int(),
})

/** How one unit stands in a round; state null: it has not begun. */
const standing = z.object({
  submissionId: id<SubmissionId>().nullable(),
  state: submissionState.nullable(),
  savedAt: instant.nullable(),
  /** Of what was sent: how many cells a rule asks about. */
  warnings: z.int(),
})

export const roundLine = z.object({ round: roundHead, counts: roundCounts, own: standing.nullable() })
export type RoundLine = z.output<typeof roundLine>

const unitHead = {
  unitId: id<UnitId>(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  levels: z.array(z.enum(schoolLevels)),
  ownership: z.enum(ownerships).nullable(),
}

/** One unit of the matrix; `cells` in the order of the rounds, null where a round does not ask it. */
export const matrixLine = z.object({
  ...unitHead,
  parentName: z.string().nullable(),
  path: z.string(),
  cells: z.array(standing.nullable()),
})
export type MatrixLine = z.output<typeof matrixLine>

const roundGiven = {
  formCode: z.string().max(60),
  schoolYear,
  period,
  audience,
  opensOn: localDate,
  closesOn: localDate,
}
const unitParams = z.object({ unitId: id<UnitId>() })
const roundParams = z.object({ roundId: id<RoundId>() })
const ofUnit = z.object({ roundId: id<RoundId>(), unitId: id<UnitId>() })
const submissionParams = z.object({ submissionId: id<SubmissionId>() })
const moved = z.object({ version, state: submissionState })

export const submissionView = z.object({
  round: roundHead,
  unit: z.object({ ...unitHead, path: z.string() }),
  submissionId: id<SubmissionId>().nullable(),
  /** 0 before the first save. */
  version: z.int().min(0),
  state: submissionState.nullable(),
  /** The unit may type and send now: the round is open or the form was returned to it. */
  takesFigures: z.boolean(),
  form: formDefinition,
  cells: z.array(cell),
  last: z.object({ title: z.string(), schoolYear, period, cells: z.array(cell) }).nullable(),
  savedAt: instant.nullable(),
  savedByName: z.string().nullable(),
  /** What the reviewer said, until it is sent again. */
  returned: z
    .object({
      comment: z.string().nullable(),
      comments: z.record(z.string(), z.string()),
      at: instant,
      personName: z.string(),
      reopened: z.boolean(),
    })
    .nullable(),
  /** Who typed what stands in a cell, and when. */
  typed: z.record(z.string(), z.object({ at: instant, personName: z.string() })),
  steps: z.array(
    z.object({
      move: z.enum(['send', 'return', 'approve', 'reopen']),
      at: instant,
      personName: z.string(),
      comment: z.string().nullable(),
    }),
  ),
})
export type SubmissionView = z.output<typeof submissionView>

export const cellStep = z.object({
  at: instant,
  personId: id<PersonId>(),
  personName: z.string(),
  before: cell,
  after: cell,
})

export const submissionsContract = {
  listRounds: endpoint({
    method: 'GET',
    path: '/api/rounds',
    summary:
      'The rounds that concern a unit in a school year: what it has to fill in itself, and how the units below it stand.',
    query: z.object({ unitId: id<UnitId>(), schoolYear }),
    reply: z.array(roundLine),
  }),
  previewRound: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/rounds/preview',
    summary: 'What opening a round would do: how many units it asks. Nothing is changed.',
    params: unitParams,
    body: z.object(roundGiven),
    reply: z.object({
      words: z.string(),
      units: z.int(),
      /** Of the audience, units to whom the form puts no question. */
      leftOut: z.int(),
      byLevel: z.array(z.object({ level: z.enum(schoolLevels), units: z.int() })),
      /** The unit has opened this form for this period already. */
      exists: z.boolean(),
    }),
  }),
  openRound: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/rounds',
    summary: 'Opens a round: a form, a period, an audience, two days. Each unit asked is told once.',
    params: unitParams,
    body: z.object({ ...roundGiven, title: text(300) }),
    reply: z.object({ roundId: id<RoundId>(), units: z.int() }),
  }),
  changeRound: endpoint({
    method: 'PATCH',
    path: '/api/rounds/:roundId',
    summary: 'Changes the title or the days of a round; a later closing day lets late units in.',
    params: roundParams,
    body: z.object({ version, title: text(300), opensOn: localDate, closesOn: localDate }),
    reply: z.object({ version }),
  }),
  getMatrix: endpoint({
    method: 'GET',
    path: '/api/submission-matrix',
    summary: 'The units under a unit against the rounds of a school year, or one round: who has sent what.',
    query: z.object({ unitId: id<UnitId>(), schoolYear, roundId: id<RoundId>().optional() }),
    reply: z.object({
      rounds: z.array(z.object({ round: roundHead, counts: roundCounts })),
      lines: z.array(matrixLine),
    }),
  }),
  openForm: endpoint({
    method: 'GET',
    path: '/api/rounds/:roundId/units/:unitId/submission',
    summary:
      'The form of one unit in a round, also before it has begun: the figures, last period’s beside them, what the reviewer said.',
    params: ofUnit,
    reply: submissionView,
  }),
  getSubmission: endpoint({
    method: 'GET',
    path: '/api/submissions/:submissionId',
    summary: 'The same by the id of the submission.',
    params: submissionParams,
    reply: submissionView,
  }),
  listCellSteps: endpoint({
    method: 'GET',
    path: '/api/submissions/:submissionId/cells/:cell',
    summary: 'Everything that stood in one cell: who typed it, and when.',
    params: z.object({ submissionId: id<SubmissionId>(), cell: cellId }),
    reply: z.array(cellStep),
  }),
  saveCells: endpoint({
    method: 'PATCH',
    path: '/api/rounds/:roundId/units/:unitId/submission',
    summary:
      'Saves the cells that were typed. Version 0 begins the form; who comes second is told changed_meanwhile.',
    params: ofUnit,
    body: z.object({
      version: versionOrNone,
      cells: z
        .array(z.object({ cell: cellId, value: typedNumber }))
        .min(1)
        .max(5000),
    }),
    reply: z.object({ submissionId: id<SubmissionId>(), version, savedAt: instant }),
  }),
  sendSubmission: endpoint({
    method: 'POST',
    path: '/api/submissions/:submissionId/send',
    summary: 'Sends the form to the authority. Refused while a cell must be mended.',
    params: submissionParams,
    body: z.object({ version }),
    reply: moved,
  }),
  returnSubmission: endpoint({
    method: 'POST',
    path: '/api/submissions/:submissionId/return',
    summary: 'Sends the form back with comments, as a whole and at cells.',
    params: submissionParams,
    body: z.object({ version, comment: optionalText(2000), comments: z.record(cellId, text(500)) }),
    reply: moved,
  }),
  approveSubmission: endpoint({
    method: 'POST',
    path: '/api/submissions/:submissionId/approve',
    summary: 'Approves the figures: from now on they count.',
    params: submissionParams,
    body: z.object({ version }),
    reply: moved,
  }),
  reopenSubmission: endpoint({
    method: 'POST',
    path: '/api/submissions/:submissionId/reopen',
    summary: 'Takes approved figures out of the sums and gives the form back to the unit, with the reason.',
    params: submissionParams,
    body: z.object({ version, reason: text(2000) }),
    reply: moved,
  }),
}
