// Reports: a text with live figures and the tasks of the year, composed anew each time it is looked at or exported.
import type { z } from 'zod'
import type { reportsContract } from '#contract/reports.ts'
import { formatNumber, formatPercent } from '#domain/basics/numbers.ts'
import { partsOf } from '#domain/basics/dates.ts'
import type { ReportId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { Measure } from '#domain/indicators/indicator.ts'
import { composeReport, type ReportContent, type TaskLine, taskLine } from '#domain/reports/compose.ts'
import { codesIn, type LiveFigure } from '#domain/reports/template.ts'
import { type Action, can, type TreePath } from '#domain/rights/can.ts'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { listTasksOfIssuer } from '#server/following/following.service.ts'
import { listFigures } from '#server/indicators/indicators.service.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getLetterhead } from '#server/plans/letterhead.service.ts'
import { getUnit, getUnitFor } from '#server/units/units.service.ts'
import { findReport, insertReport, listReportRows, type ReportRow, updateReport } from './reports.queries.ts'
import { firstDraft } from './template-report.ts'

export type ReportHead = ReportRow & { issuerName: string; issuerPath: TreePath }

export async function listReports(
  ctx: Ctx,
  unitId: UnitId,
  year: SchoolYear | undefined,
): Promise<ReportHead[]> {
  const unit = await getUnitFor(ctx, 'report.read', unitId)
  const rows = await listReportRows(ctx.db, ctx.tenantId, unitId, year)
  return rows.map((row) => ({ ...row, issuerName: unit.shortName, issuerPath: unit.path }))
}

export async function createReport(
  ctx: Ctx,
  unitId: UnitId,
  given: z.output<typeof reportsContract.createReport.body>,
): Promise<ReportHead> {
  const unit = await getUnitFor(ctx, 'report.change', unitId)
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  const reportId = newId<ReportId>(ctx.now.getTime())
  const { available } = await figuresFor(ctx, unitId, given.schoolYear, given.period)
  const content = firstDraft(given.title, given.schoolYear, unit.officialName, available)
  await insertReport(ctx.db, {
    tenantId: ctx.tenantId,
    id: reportId,
    issuer: unitId,
    ...given,
    content,
    by: ctx.actor.personId,
    at: ctx.now,
  })
  await audit(ctx, {
    action: 'report.create',
    object: { kind: 'report', id: reportId, name: given.title },
    unitId,
    after: given,
  })
  return await getHead(ctx, reportId)
}

async function getHead(ctx: Ctx, reportId: ReportId, action: Action = 'report.read'): Promise<ReportHead> {
  const row = await findReport(ctx.db, ctx.tenantId, reportId)
  if (row === undefined) throw new AppError('not_found')
  const unit = await getUnit(ctx, row.issuerUnitId)
  const subject = { tenantId: ctx.tenantId, path: unit.path }
  if (!can(ctx.actor, 'report.read', subject)) throw new AppError('not_found')
  mustBeAllowed(ctx, action, subject)
  return { ...row, issuerName: unit.shortName, issuerPath: unit.path }
}

export async function changeReport(
  ctx: Ctx,
  reportId: ReportId,
  change: z.output<typeof reportsContract.changeReport.body>,
): Promise<number> {
  const head = await getHead(ctx, reportId, 'report.change')
  const { version, ...set } = change
  if (!(await updateReport(ctx.db, ctx.tenantId, reportId, version, set)))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'report.change',
    object: { kind: 'report', id: reportId, name: change.title },
    unitId: head.issuerUnitId,
    before: { title: head.title, content: head.content },
    after: set,
  })
  return version + 1
}

export type ReportPage = {
  head: ReportHead
  document: OfficialDocument
  figures: LiveFigure[]
  available: LiveFigure[]
  missing: number
}

/** The report as it would print now, with every figure's source. */
export async function getReport(ctx: Ctx, reportId: ReportId): Promise<ReportPage> {
  const head = await getHead(ctx, reportId)
  const { available, byCode } = await figuresFor(ctx, head.issuerUnitId, head.schoolYear, head.period)
  const wanted = codesOf(head.content)
  const figures = wanted.map((code) => byCode.get(code) ?? unknownFigure(code))
  const document = composeReport(head.content, {
    ...(await getLetterhead(ctx, head.issuerUnitId, ctx.today)),
    year: partsOf(ctx.today).year,
    figures: new Map(figures.map((figure) => [figure.code, figure])),
    tasks: await taskLines(ctx, head),
  })
  return {
    head,
    document,
    figures,
    available,
    missing: figures.filter((figure) => figure.text === null).length,
  }
}

function codesOf(content: ReportContent): string[] {
  const inTables = content.parts.flatMap((part) => (part.kind === 'figures' ? part.codes : []))
  const inTexts = codesIn(content.parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : [])))
  return [...new Set([...inTexts, ...inTables])]
}

function unknownFigure(code: string): LiveFigure {
  return { code, name: code, text: null, why: 'unknown_code', source: 'không có chỉ số này' }
}

async function figuresFor(
  ctx: Ctx,
  unitId: UnitId,
  schoolYear: SchoolYear,
  period: ReportRow['period'],
): Promise<{ available: LiveFigure[]; byCode: Map<string, LiveFigure> }> {
  const ground = await listFigures(ctx, { unitId, schoolYear, period })
  const source =
    ground.rounds.length === 0
      ? 'chưa có đợt báo cáo'
      : `${formatNumber(ground.approved)}/${formatNumber(ground.asked)} báo cáo đã phê duyệt`
  const available = ground.figures.map((figure): LiveFigure => {
    const text = figure.value === null ? null : printed(figure.measure, figure.value)
    return {
      code: figure.code,
      name: figure.name.vi,
      text,
      why: figure.value === null ? figure.why : null,
      source,
    }
  })
  return { available, byCode: new Map(available.map((figure) => [figure.code, figure])) }
}

function printed(measure: Measure, value: number): string {
  switch (measure) {
    case 'count':
      return formatNumber(value, 0)
    case 'average':
      return formatNumber(value, 1)
    case 'percent':
      return formatPercent(value)
  }
}

// Documents are in Vietnamese, whatever the language of the screen.
async function taskLines(ctx: Ctx, head: ReportHead): Promise<TaskLine[]> {
  const tasks = await listTasksOfIssuer(ctx, head.issuerUnitId, head.schoolYear)
  return tasks.map((task) => taskLine({ no: task.no, title: task.title, leads: task.leads }, task.windows))
}
