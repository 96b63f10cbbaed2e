// Rounds: a form, a period, an audience and two days. Opening one tells every unit that it asks; whom it asks is worked out
// from the units of its day, never stored.
import type { z } from 'zod'
import type { submissionsContract } from '#contract/submissions.ts'
import { formatDate, type LocalDate } from '#domain/basics/dates.ts'
import type { RoundId, SubmissionId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { FormDefinition } from '#domain/forms/form.ts'
import { prepareForm } from '#domain/forms/prepared-form.ts'
import type { TreePath } from '#domain/rights/can.ts'
import { countStates, dayOfRound, type RoundCounts, unitsAsked } from '#domain/submissions/round.ts'
import { checkSend } from '#domain/submissions/send-check.ts'
import type { SubmissionState } from '#domain/submissions/workflow.ts'
import { checkAudience, describeAudience, resolveAudience } from '#domain/units/audience.ts'
import { levelsOf, type SchoolLevel, schoolLevels } from '#domain/units/unit.ts'
import { formForRound, getForm } from '#server/forms/forms.service.ts'
import { tell } from '#server/notices/notices.service.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getUnitFor, readableOn, statesUnder } from '#server/units/units.service.ts'
import { settleRollups } from './rollups.service.ts'
import {
  type AskedUnit,
  findRound,
  insertRound,
  listRoundRows,
  listStatesAround,
  roundExists,
  type RoundRow,
  updateRound,
} from './rounds.queries.ts'
import { listStandings, type SubmissionStanding } from './submissions.queries.ts'

type Contract = typeof submissionsContract
type RoundGiven = z.output<Contract['previewRound']['body']>

export type RoundOutlook = {
  words: string
  units: number
  leftOut: number
  byLevel: { level: SchoolLevel; units: number }[]
  exists: boolean
}

export async function previewRound(ctx: Ctx, unitId: UnitId, given: RoundGiven): Promise<RoundOutlook> {
  const issuer = await getUnitFor(ctx, 'round.open', unitId)
  const { asked, meant, words } = await askedBy(ctx, issuer.path, await getForm(ctx, given.formCode), given)
  return {
    words,
    units: asked.length,
    leftOut: meant - asked.length,
    byLevel: schoolLevels
      .map((level) => ({ level, units: asked.filter((unit) => levelsOf(unit).includes(level)).length }))
      .filter((one) => one.units > 0),
    exists: await roundExists(ctx.db, ctx.tenantId, unitId, given.formCode, given.schoolYear, given.period),
  }
}

async function askedBy(ctx: Ctx, issuerPath: TreePath, form: FormDefinition, given: RoundGiven) {
  const states = await statesUnder(ctx, issuerPath, dayOfRound(given, ctx.today))
  const names = new Map(states.map((state) => [state.unitId, state.shortName]))
  const verdict = checkAudience(given.audience, (unitId) => names.has(unitId))
  if (!verdict.ok)
    throw new AppError('bad_request', {
      reason: verdict.reason,
      fields: [{ path: 'audience', message: verdict.reason }],
    })
  const words = describeAudience(given.audience, ctx.language, (unitId) => names.get(unitId) ?? '')
  return {
    asked: unitsAsked(form, given.audience, states),
    meant: resolveAudience(given.audience, states).length,
    words,
  }
}

export async function openRound(
  ctx: Ctx,
  unitId: UnitId,
  given: RoundGiven & { title: string },
): Promise<{ roundId: RoundId; units: number }> {
  const issuer = await getUnitFor(ctx, 'round.open', unitId)
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  mustBeDays(ctx, given)
  const { formId, form } = await formForRound(ctx, given.formCode)
  if (await roundExists(ctx.db, ctx.tenantId, unitId, given.formCode, given.schoolYear, given.period))
    throw new AppError('round_exists')
  const { asked, words } = await askedBy(ctx, issuer.path, form.definition, given)
  if (asked.length === 0) throw new AppError('audience_empty')
  const roundId = newId<RoundId>(ctx.now.getTime())
  await insertRound(ctx.db, ctx.tenantId, {
    ...given,
    id: roundId,
    issuerUnitId: unitId,
    formId,
    by: ctx.actor.personId,
    at: ctx.now,
  })
  await tell(
    ctx,
    asked.map((unit) => ({
      unitId: unit.unitId,
      subject: { kind: 'round_opened', roundId, title: given.title, closesOn: given.closesOn },
    })),
  )
  await audit(ctx, {
    action: 'round.open',
    object: { kind: 'round', id: roundId, name: given.title },
    unitId,
    after: {
      form: given.formCode,
      schoolYear: given.schoolYear,
      period: given.period,
      audience: words,
      units: asked.length,
      opensOn: formatDate(given.opensOn),
      closesOn: formatDate(given.closesOn),
    },
  })
  return { roundId, units: asked.length }
}

function mustBeDays(ctx: Ctx, days: { opensOn: LocalDate; closesOn: LocalDate }): void {
  const wrong =
    days.closesOn < days.opensOn
      ? 'closes_before_it_opens'
      : days.closesOn < ctx.today
        ? 'closes_in_the_past'
        : null
  if (wrong === null) return
  const message = dayTexts[wrong][ctx.language]
  throw new AppError('bad_request', { reason: wrong, fields: [{ path: 'closesOn', message }] })
}

const dayTexts = {
  closes_before_it_opens: {
    vi: 'Ngày đóng phải từ ngày mở trở đi.',
    en: 'The closing day must not be before the opening day.',
  },
  closes_in_the_past: {
    vi: 'Ngày đóng đã qua. Hãy chọn từ hôm nay trở đi.',
    en: 'The closing day has passed. Choose today or later.',
  },
} as const

export async function changeRound(
  ctx: Ctx,
  roundId: RoundId,
  change: z.output<Contract['changeRound']['body']>,
): Promise<number> {
  const round = await getRound(ctx, roundId)
  mustBeAllowed(ctx, 'round.open', { tenantId: ctx.tenantId, path: round.issuerPath }, 'round.read')
  if (change.closesOn !== round.closesOn || change.opensOn !== round.opensOn) mustBeDays(ctx, change)
  if (!(await updateRound(ctx.db, ctx.tenantId, roundId, change))) throw new AppError('changed_meanwhile')
  // The sums stand on the closing day.
  await settleRollups(ctx, roundId)
  await audit(ctx, {
    action: 'round.change',
    object: { kind: 'round', id: roundId, name: change.title },
    unitId: round.issuerUnitId,
    before: { title: round.title, opensOn: formatDate(round.opensOn), closesOn: formatDate(round.closesOn) },
    after: {
      title: change.title,
      opensOn: formatDate(change.opensOn),
      closesOn: formatDate(change.closesOn),
    },
  })
  return change.version + 1
}

/** Whoever calls asks for permission: a round is seen by whom it concerns. */
export async function getRound(ctx: Ctx, roundId: RoundId): Promise<RoundRow> {
  const round = await findRound(ctx.db, ctx.tenantId, ctx.today, roundId)
  if (round === undefined) throw new AppError('not_found')
  return round
}

/** "các trường tiểu học công lập", in the reader's words; the names of the day. */
export function audienceWords(
  ctx: Ctx,
  round: RoundRow,
  units: readonly Pick<AskedUnit, 'unitId' | 'shortName'>[],
): string {
  const names = new Map(units.map((unit) => [unit.unitId, unit.shortName]))
  return describeAudience(
    round.audience,
    ctx.language,
    (unitId) => names.get(unitId) ?? (unitId === round.issuerUnitId ? round.issuerName : '…'),
  )
}

/** The units that a round asks at or below a node, on its day. */
export async function askedAround(
  ctx: Ctx,
  round: RoundRow,
  nodePath: TreePath,
): Promise<{ asked: AskedUnit[]; around: AskedUnit[] }> {
  const around = await listStatesAround(
    ctx.db,
    ctx.tenantId,
    dayOfRound(round, ctx.today),
    round.issuerPath,
    nodePath,
  )
  const asked = unitsAsked(round.definition, round.audience, around).filter(
    (unit) => unit.path === nodePath || unit.path.startsWith(`${nodePath}.`),
  )
  return { asked, around }
}

export type Standing = {
  submissionId: SubmissionId | null
  state: SubmissionState | null
  savedAt: string | null
  warnings: number
}
export type RoundOfUnit = {
  round: RoundRow
  words: string
  counts: RoundCounts
  asked: AskedUnit[]
  standings: Map<UnitId, Standing>
}

/**
 * The rounds of a year that ask the unit or units below it, or that it opened; of each, the units that the reader may see
 * and how they stand.
 */
export async function listRoundsOf(ctx: Ctx, unitId: UnitId, schoolYear: SchoolYear): Promise<RoundOfUnit[]> {
  await getUnitFor(ctx, 'round.read', unitId)
  const rows = await listRoundRows(ctx.db, ctx.tenantId, ctx.today, unitId, schoolYear)
  const stored = await listStandings(
    ctx.db,
    ctx.tenantId,
    rows.map((row) => row.roundId),
  )
  const found: RoundOfUnit[] = []
  for (const { nodePath, ...round } of rows) {
    const { asked, around } = await askedAround(ctx, round, nodePath)
    const seen = await readableOn(ctx, 'submission.read', dayOfRound(round, ctx.today), asked)
    if (seen.length === 0 && round.issuerUnitId !== unitId) continue
    const standings = standingsOf(round, stored)
    const counts = countStates(seen.map((unit) => standings.get(unit.unitId)?.state ?? null))
    found.push({ round, words: audienceWords(ctx, round, around), counts, asked: seen, standings })
  }
  return found
}

function standingsOf(round: RoundRow, stored: readonly SubmissionStanding[]): Map<UnitId, Standing> {
  const form = prepareForm(round.definition)
  return new Map(
    stored
      .filter((one) => one.roundId === round.roundId)
      .map(({ unitId, submissionId, state, savedAt, cells }) => [
        unitId,
        {
          submissionId,
          state,
          savedAt,
          warnings: cells === null ? 0 : checkSend(form, cells).findings.length,
        },
      ]),
  )
}

const notBegun: Standing = { submissionId: null, state: null, savedAt: null, warnings: 0 }

export function standingOfUnit(found: RoundOfUnit, unitId: UnitId): Standing | null {
  return found.asked.some((unit) => unit.unitId === unitId) ? (found.standings.get(unitId) ?? notBegun) : null
}

export type Matrix = { rounds: RoundOfUnit[]; units: AskedUnit[] }

/** Units against rounds: everybody whom any of the rounds asks, in Vietnamese order. */
export async function getMatrix(ctx: Ctx, query: z.output<Contract['getMatrix']['query']>): Promise<Matrix> {
  await getUnitFor(ctx, 'submission.read', query.unitId)
  const all = await listRoundsOf(ctx, query.unitId, query.schoolYear)
  const rounds = query.roundId === undefined ? all : all.filter((one) => one.round.roundId === query.roundId)
  if (query.roundId !== undefined && rounds.length === 0) throw new AppError('not_found')
  const units = new Map(rounds.flatMap((one) => one.asked.map((unit) => [unit.unitId, unit])))
  return {
    rounds,
    units: [...units.values()].toSorted((a, b) =>
      a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0,
    ),
  }
}
