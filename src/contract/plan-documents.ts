import { z } from 'zod'
import type { PlanId } from '#domain/basics/ids.ts'
import { endpoint } from './endpoint.ts'
import { id, localDate, text, version } from './values.ts'

const planParams = z.object({ planId: id<PlanId>() })

export const planDocumentsContract = {
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
