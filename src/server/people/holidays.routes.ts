import { holidaysContract } from '#contract/holidays.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { addPublicHolidays, listHolidays, removeHoliday, setHoliday } from './holidays.service.ts'

export function mountHolidays(app: App): void {
  read(app, holidaysContract.listHolidays, async (ctx, { query }) => await listHolidays(ctx, query.year))
  write(app, holidaysContract.addPublicHolidays, {
    change: async (ctx, { body }) => await addPublicHolidays(ctx, body.calendarYear),
  })
  write(app, holidaysContract.setHoliday, {
    change: async (ctx, { params, body: { version, ...given } }) =>
      await setHoliday(ctx, version, { ...given, day: params.day }),
  })
  write(app, holidaysContract.removeHoliday, {
    change: async (ctx, { params, body }) => {
      await removeHoliday(ctx, params.day, body.version)
      return {}
    },
  })
}
