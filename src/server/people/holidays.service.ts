// The days on which the tenant's offices do not work. What is late or due soon is reckoned with them from the next look on.
import { formatDate, type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { WorkCalendar } from '#domain/basics/working-days.ts'
import { type Holiday, knownHolidayYears, publicHolidays } from '#domain/people/public-holidays.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import {
  deleteHoliday,
  findHoliday,
  insertHolidays,
  listDayKinds,
  listHolidaysBetween,
  type StoredHoliday,
  updateHoliday,
} from './holidays.queries.ts'

/** For every reckoning of working days. */
export async function workCalendar(ctx: Ctx): Promise<WorkCalendar> {
  const days = await listDayKinds(ctx.db, ctx.tenantId)
  return new Map(days.map(({ day, kind }) => [day, kind]))
}

export async function listHolidays(ctx: Ctx, year: number): Promise<StoredHoliday[]> {
  mustBeAllowed(ctx, 'holiday.read', { tenantId: ctx.tenantId, path: null })
  return await listHolidaysBetween(
    ctx.db,
    ctx.tenantId,
    localDate(`${year}-01-01`),
    localDate(`${year}-12-31`),
  )
}

export async function setHoliday(ctx: Ctx, version: number, next: Holiday): Promise<StoredHoliday> {
  const before = await findHoliday(ctx.db, ctx.tenantId, next.day)
  mustBeAllowed(ctx, 'tenant.settings', { tenantId: ctx.tenantId, path: null })
  const saved =
    version === 0
      ? (await insertHolidays(ctx.db, ctx.tenantId, [next])) === 1
      : await updateHoliday(ctx.db, ctx.tenantId, version, next)
  if (!saved) throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: version === 0 ? 'holiday.add' : 'holiday.change',
    object: { kind: 'holiday', id: next.day, name: formatDate(next.day) },
    unitId: null,
    ...(before === undefined ? {} : { before: shown(before) }),
    after: shown(next),
  })
  return { ...next, version: version + 1 }
}

function shown({ kind, name }: Holiday): Record<string, string> {
  return { kind, name }
}

export async function removeHoliday(ctx: Ctx, day: LocalDate, version: number): Promise<void> {
  const before = await findHoliday(ctx.db, ctx.tenantId, day)
  mustBeAllowed(ctx, 'tenant.settings', { tenantId: ctx.tenantId, path: null })
  if (before === undefined) throw new AppError('not_found')
  if (!(await deleteHoliday(ctx.db, ctx.tenantId, day, version))) throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'holiday.remove',
    object: { kind: 'holiday', id: day, name: formatDate(day) },
    unitId: null,
    before: shown(before),
  })
}

export async function addPublicHolidays(ctx: Ctx, year: number): Promise<{ added: number }> {
  mustBeAllowed(ctx, 'tenant.settings', { tenantId: ctx.tenantId, path: null })
  if (!knownHolidayYears.includes(year)) throw new AppError('not_found')
  const added = await insertHolidays(ctx.db, ctx.tenantId, publicHolidays(year))
  await audit(ctx, {
    action: 'holiday.add_public',
    object: { kind: 'holiday', id: String(year), name: String(year) },
    unitId: null,
    after: { count: added },
  })
  return { added }
}

/** A new tenant begins with what is known; its administrator changes it under Settings. */
export async function addKnownHolidays(ctx: Ctx): Promise<void> {
  await insertHolidays(ctx.db, ctx.tenantId, knownHolidayYears.flatMap(publicHolidays))
}
