// The steps of a unit's form: typed, saved, sent, returned, approved, reopened. Every step is added to the history; nobody
// types into what was sent.
import type { z } from 'zod'
import type { submissionsContract } from '#contract/submissions.ts'
import { formatDate } from '#domain/basics/dates.ts'
import type { PersonId, RoundId, SubmissionId, UnitId } from '#domain/basics/ids.ts'
import { applyChanges } from '#domain/submissions/cell-changes.ts'
import type { StepContent } from '#domain/submissions/history.ts'
import { takesFigures } from '#domain/submissions/round.ts'
import { checkSend } from '#domain/submissions/send-check.ts'
import { actionOf, type Move, stateAfter, type SubmissionState } from '#domain/submissions/workflow.ts'
import { tell } from '#server/notices/notices.service.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { lockRound } from './rollups.queries.ts'
import { settleRollups } from './rollups.service.ts'
import { openById, type Opened, openOf } from './submission-pages.service.ts'
import {
  insertDraft,
  insertStep,
  type SubmissionRow,
  updateCells,
  updateState,
} from './submissions.queries.ts'

type Contract = typeof submissionsContract
type Acting = { personId: PersonId; name: string }

function mustMove(ctx: Ctx, opened: Opened, move: Move): { state: SubmissionState; who: Acting } {
  // Who may not even see it was turned away when it was opened.
  mustBeAllowed(ctx, actionOf(move), { tenantId: ctx.tenantId, path: opened.unit.path })
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  const before = opened.stored?.state ?? 'draft'
  const state = stateAfter(before, move)
  if (state === null) throw new AppError('step_not_allowed', { reason: before })
  if (actionOf(move) === 'submission.fill') {
    const { opensOn, closesOn } = opened.round
    const days = { opensOn: formatDate(opensOn), closesOn: formatDate(closesOn) }
    if (!opened.asked || !takesFigures(opened.round, opened.stored?.state ?? null, ctx.today))
      throw new AppError('round_not_open', days)
  }
  return { state, who: ctx.actor }
}

export type Saved = { submissionId: SubmissionId; version: number; savedAt: Date }

/** Saves what was typed, also what cannot be sent yet. Version 0 begins the form. */
export async function saveCells(
  ctx: Ctx,
  roundId: RoundId,
  unitId: UnitId,
  given: z.output<Contract['saveCells']['body']>,
): Promise<Saved> {
  const opened = await openOf(ctx, roundId, unitId)
  const { who } = mustMove(ctx, opened, 'save')
  const { stored, form, unit } = opened
  if (given.version !== (stored?.version ?? 0)) throw changedBy(stored)
  const verdict = applyChanges(form, opened.cells, given.cells)
  if (!verdict.ok) throw new AppError('bad_request', { reason: verdict.reason })
  const { cells, diff } = verdict.value
  if (stored !== null && Object.keys(diff).length === 0)
    return { submissionId: stored.submissionId, version: stored.version, savedAt: stored.savedAt ?? ctx.now }
  const by = { by: who.personId, byName: who.name, at: ctx.now }
  const submissionId = stored?.submissionId ?? newId<SubmissionId>(ctx.now.getTime())
  const done =
    stored === null
      ? await insertDraft(ctx.db, ctx.tenantId, { ...by, id: submissionId, roundId, unitId, cells })
      : await updateCells(ctx.db, ctx.tenantId, submissionId, { ...by, version: given.version, cells })
  if (!done) throw changedBy(stored)
  await addStep(ctx, who, submissionId, { move: 'save', changed: diff }, null)
  const sides = (side: 0 | 1) =>
    Object.fromEntries(Object.entries(diff).map(([cell, change]) => [cell, change[side]]))
  await audit(ctx, {
    action: 'submission.save',
    object: objectOf(submissionId, opened),
    unitId: unit.unitId,
    before: sides(0),
    after: sides(1),
  })
  return { submissionId, version: given.version + 1, savedAt: ctx.now }
}

function changedBy(stored: SubmissionRow | null): AppError {
  return new AppError('changed_meanwhile', { by: stored?.savedByName ?? null, version: stored?.version ?? 0 })
}

function objectOf(submissionId: SubmissionId, { round, unit }: Opened) {
  return { kind: 'submission', id: submissionId, name: `${round.title} – ${unit.name}` }
}

async function addStep(
  ctx: Ctx,
  who: Acting,
  submissionId: SubmissionId,
  content: StepContent,
  comment: string | null,
): Promise<void> {
  await insertStep(ctx.db, ctx.tenantId, {
    id: newId(ctx.now.getTime()),
    submissionId,
    content,
    comment,
    at: ctx.now,
    by: who.personId,
    byName: who.name,
  })
}

export type Moved = { version: number; state: SubmissionState }

async function move(
  ctx: Ctx,
  opened: Opened & { stored: SubmissionRow },
  step: { version: number; content: StepContent; comment: string | null },
): Promise<Moved> {
  const { stored, unit } = opened
  const { state, who } = mustMove(ctx, opened, step.content.move)
  if (
    step.version !== stored.version ||
    !(await updateState(ctx.db, ctx.tenantId, stored.submissionId, step.version, state, opened.cells))
  )
    throw changedBy(stored)
  await addStep(ctx, who, stored.submissionId, step.content, step.comment)
  await audit(ctx, {
    action: `submission.${step.content.move}`,
    object: objectOf(stored.submissionId, opened),
    unitId: unit.unitId,
    before: { state: stored.state },
    after: {
      state,
      ...(step.comment === null ? {} : { comment: step.comment }),
      ...('comments' in step.content ? { cells: step.content.comments } : {}),
    },
  })
  return { version: step.version + 1, state }
}

export async function sendSubmission(ctx: Ctx, submissionId: SubmissionId, version: number): Promise<Moved> {
  const opened = await openById(ctx, submissionId)
  // Who may not send learns nothing about the figures.
  mustMove(ctx, opened, 'send')
  const check = checkSend(opened.form, opened.cells)
  if (check.verdict === 'stop') {
    const stops = check.findings.filter((finding) => finding.severity === 'stop')
    throw new AppError('cells_refused', {
      count: stops.length,
      fields: stops.map((finding) => ({ path: finding.cell, message: finding.message[ctx.language] })),
    })
  }
  return await move(ctx, opened, { version, content: { move: 'send', cells: opened.cells }, comment: null })
}

export async function returnSubmission(
  ctx: Ctx,
  submissionId: SubmissionId,
  given: z.output<Contract['returnSubmission']['body']>,
): Promise<Moved> {
  const opened = await openById(ctx, submissionId)
  const { version, comment, comments } = given
  if (comment === null && Object.keys(comments).length === 0)
    throw new AppError('bad_request', {
      reason: 'nothing_said',
      fields: [{ path: 'comment', message: nothingSaid[ctx.language] }],
    })
  if (Object.keys(comments).some((cell) => !opened.form.cellById.has(cell)))
    throw new AppError('bad_request', { reason: 'unknown_cell' })
  const moved = await move(ctx, opened, { version, content: { move: 'return', comments }, comment })
  const shown = comment ?? Object.values(comments)[0] ?? ''
  await tell(ctx, [
    {
      unitId: opened.unit.unitId,
      subject: { kind: 'submission_returned', submissionId, title: opened.round.title, comment: shown },
    },
  ])
  return moved
}

const nothingSaid = {
  vi: 'Hãy ghi điều cần sửa, chung hoặc tại từng ô.',
  en: 'Say what needs mending, as a whole or at a cell.',
}

export async function approveSubmission(
  ctx: Ctx,
  submissionId: SubmissionId,
  version: number,
): Promise<Moved> {
  const opened = await openById(ctx, submissionId)
  await lockRound(ctx.db, ctx.tenantId, opened.round.roundId)
  const moved = await move(ctx, opened, {
    version,
    content: { move: 'approve', cells: opened.cells },
    comment: null,
  })
  await settleRollups(ctx, opened.round.roundId)
  await tell(ctx, [
    {
      unitId: opened.unit.unitId,
      subject: { kind: 'submission_approved', submissionId, title: opened.round.title },
    },
  ])
  return moved
}

export async function reopenSubmission(
  ctx: Ctx,
  submissionId: SubmissionId,
  version: number,
  reason: string,
): Promise<Moved> {
  const opened = await openById(ctx, submissionId)
  await lockRound(ctx.db, ctx.tenantId, opened.round.roundId)
  const moved = await move(ctx, opened, { version, content: { move: 'reopen' }, comment: reason })
  await settleRollups(ctx, opened.round.roundId)
  await tell(ctx, [
    {
      unitId: opened.unit.unitId,
      subject: { kind: 'submission_returned', submissionId, title: opened.round.title, comment: reason },
    },
  ])
  return moved
}
