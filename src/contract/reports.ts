import { z } from 'zod'
import type { ReportId, UnitId } from '#domain/basics/ids.ts'
import { endpoint } from './endpoint.ts'
import { id, instant, schoolYear, text, version } from './values.ts'

export const reportPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: text(300) }),
  z.object({ kind: z.literal('paragraph'), text: z.string().max(20_000) }),
  z.object({ kind: z.literal('figures'), codes: z.array(z.string().max(80)).max(200) }),
  z.object({ kind: z.literal('tasks') }),
])
export const reportContent = z.object({ about: text(500), parts: z.array(reportPart).max(300) })

export const period = z.enum(['start', 'mid', 'end'])
export type Period = z.output<typeof period>

export const reportHead = z.object({
  reportId: id<ReportId>(),
  version,
  issuerUnitId: id<UnitId>(),
  issuerName: z.string(),
  issuerPath: z.string(),
  schoolYear,
  period,
  title: z.string(),
  createdAt: instant,
  createdByName: z.string(),
})

export const liveFigure = z.object({
  code: z.string(),
  name: z.string(),
  text: z.string().nullable(),
  why: z.enum(['not_reported', 'zero_whole', 'unknown_code']).nullable(),
  source: z.string(),
})

const reportParams = z.object({ reportId: id<ReportId>() })

export const reportsContract = {
  listReports: endpoint({
    method: 'GET',
    path: '/api/reports',
    summary: 'Reports of a unit.',
    query: z.object({ unitId: id<UnitId>(), schoolYear: schoolYear.optional() }),
    reply: z.array(reportHead),
  }),
  createReport: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/reports',
    summary: 'Begins a report from the template: figures by level, and the tasks of the year.',
    params: z.object({ unitId: id<UnitId>() }),
    body: z.object({ schoolYear, period, title: text(300) }),
    reply: reportHead,
  }),
  getReport: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId',
    summary:
      'A report: its text, its figures as they stand now with their sources, and the document as it would print.',
    params: reportParams,
    reply: z.object({
      head: reportHead,
      content: reportContent,
      figures: z.array(liveFigure),
      available: z.array(liveFigure),
      document: z.unknown(),
      missing: z.int(),
    }),
  }),
  changeReport: endpoint({
    method: 'PUT',
    path: '/api/reports/:reportId',
    summary: 'Saves the text of a report.',
    params: reportParams,
    body: z.object({ version, title: text(300), content: reportContent }),
    reply: z.object({ version }),
  }),
  exportDocx: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId/docx',
    summary: 'The report as a Word document in the layout of Decree 30/2020, number and date blank.',
    params: reportParams,
    download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
  exportPdf: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId/pdf',
    summary: 'The same as PDF.',
    params: reportParams,
    download: 'application/pdf',
  }),
}
