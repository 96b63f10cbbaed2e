import { z } from 'zod'
import type { PlanId, UnitId } from '#domain/basics/ids.ts'
import { endpoint } from './endpoint.ts'
import { id, localDate, schoolYear, text, version } from './values.ts'

const planParams = z.object({ planId: id<PlanId>() })

export const planDocumentsContract = {
  beginPlan: endpoint({
    method: 'POST',
    path: '/api/units/:unitId/new-plan',
    summary:
      'Begins a draft without a file: from nothing, from the template, or from the plan of the year before, a year later.',
    params: z.object({ unitId: id<UnitId>() }),
    body: z.object({ schoolYear, title: text(500), from: z.enum(['nothing', 'template', 'last_year']) }),
    reply: z.object({ planId: id<PlanId>() }),
  }),
  exportPlanDocx: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/docx',
    summary:
      'The plan as it stands now as a Word document in the layout of Decree 30/2020; number and date blank until they are given.',
    params: planParams,
    download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  }),
  exportPlanPdf: endpoint({
    method: 'GET',
    path: '/api/plans/:planId/pdf',
    summary: 'The same as PDF.',
    params: planParams,
    download: 'application/pdf',
  }),
  recordPlanIssue: endpoint({
    method: 'POST',
    path: '/api/plans/:planId/issue',
    summary: 'Types back the number and the day that a published plan got when it was signed.',
    params: planParams,
    body: z.object({ version, number: text(60), signedOn: localDate }),
    reply: z.object({ version }),
  }),
}
