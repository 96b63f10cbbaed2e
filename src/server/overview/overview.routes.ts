import { overviewContract } from '#contract/overview.ts'
import { sheetsContract } from '#contract/sheets.ts'
import { fold } from '#domain/basics/text.ts'
import { scopeOf } from '#domain/rights/can.ts'
import { type App, read } from '#server/platform/route.ts'
import { listFile } from './sheet.service.ts'
import { getYear } from './year.service.ts'
import { searchPeople, searchPlans, searchTasks, searchUnits } from './search.queries.ts'

export function mountOverview(app: App): void {
  read(app, sheetsContract.writeSheet, async (ctx, { body }) => await listFile(ctx, body))
  read(app, overviewContract.getYear, async (ctx, { query }) => await getYear(ctx, query))
  read(app, overviewContract.search, async (ctx, { query }) => {
    // One letter would name half of the units.
    if (fold(query.text).length < 2) return []
    const units = await searchUnits(ctx.db, scopeOf(ctx.actor, 'unit.read'), ctx.today, query.text)
    const tasks = await searchTasks(ctx.db, scopeOf(ctx.actor, 'plan.read'), ctx.today, query.text)
    const plans = await searchPlans(ctx.db, scopeOf(ctx.actor, 'plan.read'), ctx.today, query.text)
    const people = await searchPeople(ctx.db, scopeOf(ctx.actor, 'person.read'), ctx.today, query.text)
    return [...units, ...tasks, ...plans, ...people]
  })
}
