// One unit's form in one round, as it is read: also before anybody has typed, and after the unit has moved or merged.
import type { PersonId, RoundId, SubmissionId, UnitId } from '#domain/basics/ids.ts'
import { fitCells } from '#domain/forms/applies.ts'
import type { Cell, CellId } from '#domain/forms/form.ts'
import { type PreparedForm, prepareForm } from '#domain/forms/prepared-form.ts'
import type { TreePath } from '#domain/rights/can.ts'
import { dayOfRound, takesFigures } from '#domain/submissions/round.ts'
import { stateAfter } from '#domain/submissions/workflow.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { getUnit, readableOn } from '#server/units/units.service.ts'
import { findStateUpTo, type RoundRow } from './rounds.queries.ts'
import { askedAround, audienceWords, getRound } from './rounds.service.ts'
import {
  findLast,
  findSubmission,
  findSubmissionOf,
  type LastRow,
  listSteps,
  type StepRow,
  type SubmissionRow,
} from './submissions.queries.ts'

type UnitHead = NonNullable<Awaited<ReturnType<typeof findStateUpTo>>> & { path: TreePath }

/** What a step works on: the round, the unit as it was asked, the form, and the submission where one has begun. */
export type Opened = {
  round: RoundRow
  words: string
  unit: UnitHead
  form: PreparedForm
  stored: SubmissionRow | null
  cells: Cell[]
  asked: boolean
}

export async function openOf(ctx: Ctx, roundId: RoundId, unitId: UnitId): Promise<Opened> {
  const round = await getRound(ctx, roundId)
  const day = dayOfRound(round, ctx.today)
  // Steps go by where the unit hangs now: after a move its new authority reviews it. The old one still reads.
  const place = await getUnit(ctx, unitId)
  const state = await findStateUpTo(ctx.db, ctx.tenantId, unitId, day)
  if (state === undefined) throw new AppError('not_found')
  const then = day === ctx.today ? place : await getUnit(ctx, unitId, day)
  if ((await readableOn(ctx, 'submission.read', day, [then])).length === 0) throw new AppError('not_found')
  const { asked, around } = await askedAround(ctx, round, then.path)
  const isAsked = asked.some((unit) => unit.unitId === unitId)
  const stored = (await findSubmissionOf(ctx.db, ctx.tenantId, roundId, unitId)) ?? null
  if (!isAsked && stored === null) throw new AppError('not_found')
  const form = prepareForm(round.definition)
  // What was sent stands as it was sent; only what is being typed follows a change of the school's levels.
  const isTyped = stored === null || stored.state === 'draft' || stored.state === 'returned'
  const cells = isTyped ? fitCells(form, state, stored?.cells ?? []) : stored.cells
  return {
    round,
    words: audienceWords(ctx, round, around),
    unit: { ...state, path: place.path },
    form,
    stored,
    cells,
    asked: isAsked,
  }
}

export async function openById(
  ctx: Ctx,
  submissionId: SubmissionId,
): Promise<Opened & { stored: SubmissionRow }> {
  const row = await findSubmission(ctx.db, ctx.tenantId, submissionId)
  if (row === undefined) throw new AppError('not_found')
  return { ...(await openOf(ctx, row.roundId, row.unitId)), stored: row }
}

export type SubmissionPage = Opened & {
  takesFigures: boolean
  last: { row: LastRow; cells: Cell[] } | null
  steps: StepRow[]
}

export async function openForm(ctx: Ctx, roundId: RoundId, unitId: UnitId): Promise<SubmissionPage> {
  return await pageOf(ctx, await openOf(ctx, roundId, unitId))
}

export async function getSubmission(ctx: Ctx, submissionId: SubmissionId): Promise<SubmissionPage> {
  return await pageOf(ctx, await openById(ctx, submissionId))
}

async function pageOf(ctx: Ctx, opened: Opened): Promise<SubmissionPage> {
  const { round, unit, stored, form } = opened
  const state = stored?.state ?? 'draft'
  const last = await findLast(ctx.db, ctx.tenantId, unit.unitId, form.definition.code, round)
  return {
    ...opened,
    takesFigures:
      opened.asked &&
      stateAfter(state, 'save') !== null &&
      takesFigures(round, stored?.state ?? null, ctx.today),
    last: last === undefined ? null : { row: last, cells: alignCells(form, last) },
    steps: stored === null ? [] : await listSteps(ctx.db, ctx.tenantId, stored.submissionId),
  }
}

// An earlier version of the form may have had its cells in another order.
function alignCells(form: PreparedForm, last: LastRow): Cell[] {
  const old = prepareForm(last.definition)
  return form.cells.map((cell) => {
    const before = old.cellById.get(cell.id)
    return before === undefined ? null : (last.cells[before.index] ?? null)
  })
}

export type CellStepRow = { at: Date; personId: PersonId; personName: string; before: Cell; after: Cell }

/** Everything that stood in one cell, the oldest first. */
export async function listCellSteps(
  ctx: Ctx,
  submissionId: SubmissionId,
  cell: CellId,
): Promise<CellStepRow[]> {
  const { form, stored } = await openById(ctx, submissionId)
  if (!form.cellById.has(cell)) throw new AppError('not_found')
  const steps = await listSteps(ctx.db, ctx.tenantId, stored.submissionId)
  return steps.flatMap(({ content, at, personId, personName }) => {
    const change = content.move === 'save' ? content.changed[cell] : undefined
    return change === undefined ? [] : [{ at, personId, personName, before: change[0], after: change[1] }]
  })
}
