import { planDocumentsContract } from '#contract/plan-documents.ts'
import { documentName } from '#domain/writing/printed-document.ts'
import { writeDocx } from '#server/formats/docx-write.ts'
import { writePdf } from '#server/formats/pdf-write.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { beginPlan } from './new-plan.service.ts'
import { getPlanDocument, recordIssue } from './plan-document.service.ts'

export function mountPlanDocuments(app: App): void {
  write(app, planDocumentsContract.beginPlan, {
    change: async (ctx, { params, body }) => ({ planId: await beginPlan(ctx, params.unitId, body) }),
  })
  read(app, planDocumentsContract.exportPlanDocx, async (ctx, { params }) => {
    const document = await getPlanDocument(ctx, params.planId)
    return { bytes: await writeDocx(document), fileName: `${documentName(document)}.docx` }
  })
  read(app, planDocumentsContract.exportPlanPdf, async (ctx, { params }) => {
    const document = await getPlanDocument(ctx, params.planId)
    return { bytes: await writePdf(document), fileName: `${documentName(document)}.pdf` }
  })
  write(app, planDocumentsContract.recordPlanIssue, {
    change: async (ctx, { params, body }) => ({ version: await recordIssue(ctx, params.planId, body) }),
  })
}
