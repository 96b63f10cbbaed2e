import { z } from 'zod'
import { dayKinds } from '#domain/basics/working-days.ts'
import { endpoint } from './endpoint.ts'
import { text, versionOrNone, version, workingDay } from './values.ts'

export const holiday = z.object({
  day: workingDay,
  kind: z.enum(dayKinds),
  name: z.string(),
  toCheck: z.boolean(),
  version,
})
export type HolidayRow = z.output<typeof holiday>

const year = z.coerce.number().int().min(1900).max(2199)

export const holidaysContract = {
  listHolidays: endpoint({
    method: 'GET',
    path: '/api/holidays',
    summary: 'The days off of a calendar year and the weekend days worked instead, in their order.',
    query: z.object({ year }),
    reply: z.array(holiday),
  }),
  setHoliday: endpoint({
    method: 'PUT',
    path: '/api/holidays/:day',
    summary: 'Enters a day off or a weekend day that is worked, or changes it (version 0: not there yet).',
    params: z.object({ day: workingDay }),
    body: z.object({ version: versionOrNone, kind: z.enum(dayKinds), name: text(200), toCheck: z.boolean() }),
    reply: holiday,
  }),
  removeHoliday: endpoint({
    method: 'POST',
    path: '/api/holidays/:day/remove',
    summary: 'Takes a day out: it is again what its weekday says.',
    params: z.object({ day: workingDay }),
    body: z.object({ version }),
  }),
  addPublicHolidays: endpoint({
    method: 'POST',
    path: '/api/holidays/public',
    summary:
      'Enters the public holidays of a year that are known and not there yet (Labour Code 2019, art. 112).',
    body: z.object({ calendarYear: z.int().min(1900).max(2199) }),
    reply: z.object({ added: z.int() }),
  }),
}
