import { unitsContract } from '#contract/units.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { recordEvents } from './unit-events.service.ts'
import {
  changeContact,
  changeIssuer,
  changeTiers,
  explainAudience,
  getUnitByCode,
  getUnitPage,
  listTiers,
  listUnits,
  matchNames,
  setSupervisor,
} from './unit-pages.service.ts'

export function mountUnits(app: App): void {
  read(app, unitsContract.listUnits, async (ctx, { query }) => await listUnits(ctx, query))
  read(app, unitsContract.getUnit, async (ctx, { params, query }) => {
    const page = await getUnitPage(ctx, params.unitId, query.asOf)
    return {
      ...page,
      story: page.story.map((event) => ({ ...event, recordedAt: event.recordedAt.toISOString() })),
    }
  })
  read(
    app,
    unitsContract.findUnitByCode,
    async (ctx, { params, query }) => await getUnitByCode(ctx, params.code, query.asOf),
  )
  write(app, unitsContract.recordEvents, { change: async (ctx, { body }) => await recordEvents(ctx, body) })
  write(app, unitsContract.changeContact, {
    change: async (ctx, { params, body }) => await changeContact(ctx, params.unitId, body),
  })
  write(app, unitsContract.changeIssuer, {
    change: async (ctx, { params, body }) => await changeIssuer(ctx, params.unitId, body),
  })
  write(app, unitsContract.setSupervisor, {
    change: async (ctx, { params, body }) => await setSupervisor(ctx, params.unitId, body),
  })
  read(app, unitsContract.listTiers, async (ctx) => await listTiers(ctx))
  write(app, unitsContract.changeTiers, {
    change: async (ctx, { body }) => await changeTiers(ctx, body.tiers),
  })
  read(app, unitsContract.resolveAudience, async (ctx, { body }) => await explainAudience(ctx, body))
  read(app, unitsContract.matchNames, async (ctx, { body }) => await matchNames(ctx, body.under, body.names))
}
