import { importContract } from '#contract/people-import.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { exportWorkbook, templateWorkbook } from './export.service.ts'
import { checkImport, importWorkbook, readUpload } from './import.service.ts'

export function mountImport(app: App): void {
  read(
    app,
    importContract.downloadTemplate,
    async (ctx, { params }) => await templateWorkbook(ctx, params.unitId),
  )
  read(
    app,
    importContract.exportWorkbook,
    async (ctx, { params, query }) => await exportWorkbook(ctx, params.unitId, query.asOf),
  )
  read(
    app,
    importContract.checkImport,
    async (ctx, { params, query, bytes }) =>
      await checkImport(ctx, params.unitId, bytes, query.fileName, query.on ?? ctx.today),
  )
  write(app, importContract.importWorkbook, {
    prepare: async (ctx, { params, query, bytes }) =>
      await readUpload(ctx, params.unitId, bytes, query.fileName),
    change: async (ctx, { params, query }, grids) =>
      await importWorkbook(ctx, params.unitId, grids, { ...query, on: query.on ?? ctx.today }),
  })
}
