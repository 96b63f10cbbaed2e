import { indicatorsContract } from '#contract/indicators.ts'
import { type App, read } from '#server/platform/route.ts'
import { getSources, listFigures } from './indicators.service.ts'

export function mountIndicators(app: App): void {
  read(app, indicatorsContract.listFigures, async (ctx, { query }) => await listFigures(ctx, query))
  read(
    app,
    indicatorsContract.getSources,
    async (ctx, { params, query }) => await getSources(ctx, params.code, query),
  )
}
