import { reportsContract } from '#contract/reports.ts'
import { documentName } from '#domain/writing/printed-document.ts'
import { writeDocx } from '#server/formats/docx-write.ts'
import { writePdf } from '#server/formats/pdf-write.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { changeReport, createReport, getReport, listReports, type ReportHead } from './reports.service.ts'

export function mountReports(app: App): void {
  read(app, reportsContract.listReports, async (ctx, { query }) =>
    (await listReports(ctx, query.unitId, query.schoolYear)).map(headView),
  )
  write(app, reportsContract.createReport, {
    change: async (ctx, { params, body }) => headView(await createReport(ctx, params.unitId, body)),
  })
  read(app, reportsContract.getReport, async (ctx, { params }) => {
    const { head, ...page } = await getReport(ctx, params.reportId)
    return {
      ...page,
      head: headView(head),
      content: {
        about: head.content.about,
        parts: head.content.parts.map((part) =>
          part.kind === 'figures' ? { kind: part.kind, codes: [...part.codes] } : part,
        ),
      },
    }
  })
  write(app, reportsContract.changeReport, {
    change: async (ctx, { params, body }) => ({ version: await changeReport(ctx, params.reportId, body) }),
  })
  read(app, reportsContract.exportDocx, async (ctx, { params }) => {
    const { document } = await getReport(ctx, params.reportId)
    return { bytes: await writeDocx(document), fileName: `${documentName(document)}.docx` }
  })
  read(app, reportsContract.exportPdf, async (ctx, { params }) => {
    const { document } = await getReport(ctx, params.reportId)
    return { bytes: await writePdf(document), fileName: `${documentName(document)}.pdf` }
  })
}

function headView(head: ReportHead) {
  const { content: _content, ...shown } = head
  return { ...shown, createdAt: head.createdAt.toISOString() }
}
