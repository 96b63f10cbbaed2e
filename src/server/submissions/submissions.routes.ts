import { type RoundHead, submissionsContract, type SubmissionView } from '#contract/submissions.ts'
import { lastTyped, openReturn, type Step } from '#domain/submissions/history.ts'
import { roundStanding } from '#domain/submissions/round.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { type App, read, write } from '#server/platform/route.ts'
import type { RoundRow } from './rounds.queries.ts'
import {
  changeRound,
  getMatrix,
  listRoundsOf,
  openRound,
  previewRound,
  standingOfUnit,
} from './rounds.service.ts'
import { getSubmission, listCellSteps, openForm, type SubmissionPage } from './submission-pages.service.ts'
import {
  approveSubmission,
  reopenSubmission,
  returnSubmission,
  saveCells,
  sendSubmission,
} from './submissions.service.ts'

export function mountSubmissions(app: App): void {
  mountRounds(app)
  read(app, submissionsContract.openForm, async (ctx, { params }) =>
    submissionView(ctx, await openForm(ctx, params.roundId, params.unitId)),
  )
  read(app, submissionsContract.getSubmission, async (ctx, { params }) =>
    submissionView(ctx, await getSubmission(ctx, params.submissionId)),
  )
  read(app, submissionsContract.listCellSteps, async (ctx, { params }) =>
    (await listCellSteps(ctx, params.submissionId, params.cell)).map((step) => ({
      ...step,
      at: step.at.toISOString(),
    })),
  )
  write(app, submissionsContract.saveCells, {
    change: async (ctx, { params, body }) => {
      const saved = await saveCells(ctx, params.roundId, params.unitId, body)
      return { ...saved, savedAt: saved.savedAt.toISOString() }
    },
  })
  write(app, submissionsContract.sendSubmission, {
    change: async (ctx, { params, body }) => await sendSubmission(ctx, params.submissionId, body.version),
  })
  write(app, submissionsContract.returnSubmission, {
    change: async (ctx, { params, body }) => await returnSubmission(ctx, params.submissionId, body),
  })
  write(app, submissionsContract.approveSubmission, {
    change: async (ctx, { params, body }) => await approveSubmission(ctx, params.submissionId, body.version),
  })
  write(app, submissionsContract.reopenSubmission, {
    change: async (ctx, { params, body }) =>
      await reopenSubmission(ctx, params.submissionId, body.version, body.reason),
  })
}

function mountRounds(app: App): void {
  read(app, submissionsContract.listRounds, async (ctx, { query }) =>
    (await listRoundsOf(ctx, query.unitId, query.schoolYear)).map((found) => ({
      round: roundHead(ctx, found.round, found.words),
      counts: found.counts,
      own: standingOfUnit(found, query.unitId),
    })),
  )
  read(
    app,
    submissionsContract.previewRound,
    async (ctx, { params, body }) => await previewRound(ctx, params.unitId, body),
  )
  write(app, submissionsContract.openRound, {
    change: async (ctx, { params, body }) => await openRound(ctx, params.unitId, body),
  })
  write(app, submissionsContract.changeRound, {
    change: async (ctx, { params, body }) => ({ version: await changeRound(ctx, params.roundId, body) }),
  })
  read(app, submissionsContract.getMatrix, async (ctx, { query }) => {
    const { rounds, units } = await getMatrix(ctx, query)
    return {
      rounds: rounds.map((found) => ({
        round: roundHead(ctx, found.round, found.words),
        counts: found.counts,
      })),
      lines: units.map((unit) => ({
        unitId: unit.unitId,
        code: unit.code,
        name: unit.shortName,
        kind: unit.kind,
        levels: unit.levels,
        ownership: unit.ownership,
        parentName: unit.parentName,
        path: unit.path,
        cells: rounds.map((found) => standingOfUnit(found, unit.unitId)),
      })),
    }
  })
}

function roundHead(ctx: Ctx, round: RoundRow, words: string): RoundHead {
  const { definition, audience: _audience, ...shown } = round
  return {
    ...shown,
    formCode: definition.code,
    formTitle: definition.title,
    audienceWords: words,
    standing: roundStanding(round, ctx.today),
  }
}

function submissionView(ctx: Ctx, page: SubmissionPage): SubmissionView {
  const { stored, unit, round, last } = page
  const steps: Step[] = page.steps.map(({ content, at, personName, comment }) => ({
    ...content,
    at: at.toISOString(),
    personName,
    comment,
  }))
  return {
    round: roundHead(ctx, round, page.words),
    unit,
    submissionId: stored?.submissionId ?? null,
    version: stored?.version ?? 0,
    state: stored?.state ?? null,
    takesFigures: page.takesFigures,
    form: page.form.definition,
    cells: page.cells,
    last:
      last === null
        ? null
        : {
            title: last.row.title,
            schoolYear: last.row.schoolYear,
            period: last.row.period,
            cells: last.cells,
          },
    savedAt: stored?.savedAt?.toISOString() ?? null,
    savedByName: stored?.savedByName ?? null,
    returned: returnedTo(steps),
    typed: Object.fromEntries(
      [...lastTyped(steps)].map(([cell, { at, personName }]) => [cell, { at, personName }]),
    ),
    steps: steps.flatMap(({ move, at, personName, comment }) =>
      move === 'save' ? [] : [{ move, at, personName, comment }],
    ),
  }
}

function returnedTo(steps: readonly Step[]): SubmissionView['returned'] {
  const open = openReturn(steps)
  return open === null ? null : { ...open, comments: { ...open.comments } }
}
