// Due days for a calendar program: a secret address instead of a session. It shows what its owner may see today, and
// nothing once it or the account has ended; it never writes.
import type { FeedId, UnitId } from '#domain/basics/ids.ts'
import { next, previous, schoolYearOf } from '#domain/basics/school-year.ts'
import { writeCalendar } from '#domain/following/icalendar.ts'
import { can } from '#domain/rights/can.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx, PublicCtx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { FileReply } from '#server/platform/route.ts'
import { hashToken, newToken } from '#server/platform/tokens.ts'
import { actAs } from '#server/people/session.service.ts'
import { getUnit, getUnitFor } from '#server/units/units.service.ts'
import { endFeed, type FeedRow, findFeed, insertFeed, listDue, listFeeds } from './calendar-feeds.queries.ts'

function accountOf({ actor }: Ctx) {
  if (actor.kind !== 'person') throw new AppError('not_allowed')
  return actor
}

export async function listOwnFeeds(ctx: Ctx): Promise<(FeedRow & { unitName: string | null })[]> {
  const rows = await listFeeds(ctx.db, ctx.tenantId, accountOf(ctx).accountId)
  return await Promise.all(
    rows.map(async (row) => ({
      ...row,
      unitName: row.unitId === null ? null : (await getUnit(ctx, row.unitId)).shortName,
    })),
  )
}

/** The token is told here and never again; the address that held before ends. */
export async function makeFeed(
  ctx: Ctx,
  unitId: UnitId | null,
): Promise<{ feedId: FeedId; address: string }> {
  const unit = unitId === null ? null : await getUnitFor(ctx, 'assignment.read', unitId)
  const { accountId, name } = accountOf(ctx)
  for (const row of await listFeeds(ctx.db, ctx.tenantId, accountId))
    if (row.unitId === unitId) await endFeed(ctx.db, ctx.tenantId, row.feedId, ctx.now)
  const { token, tokenHash } = newToken()
  const feedId = newId<FeedId>(ctx.now.getTime())
  await insertFeed(ctx.db, { tenantId: ctx.tenantId, feedId, accountId, unitId, tokenHash, at: ctx.now })
  await audit(ctx, {
    action: 'calendar.make',
    object: { kind: 'account', id: accountId, name: unit?.shortName ?? name },
    unitId,
  })
  return { feedId, address: `/api/calendars/${token}/nam-hoc.ics` }
}

export async function endOwnFeed(ctx: Ctx, feedId: FeedId): Promise<void> {
  const { accountId, name } = accountOf(ctx)
  const row = (await listFeeds(ctx.db, ctx.tenantId, accountId)).find((one) => one.feedId === feedId)
  if (row === undefined) throw new AppError('not_found')
  const unit = row.unitId === null ? null : await getUnit(ctx, row.unitId)
  await endFeed(ctx.db, ctx.tenantId, feedId, ctx.now)
  await audit(ctx, {
    action: 'calendar.end',
    object: { kind: 'account', id: accountId, name: unit?.shortName ?? name },
    unitId: row.unitId,
  })
}

export async function readFeed(ctx: PublicCtx, token: string): Promise<FileReply> {
  const feed = await findFeed(ctx.db, hashToken(token))
  const known = feed === undefined ? null : await actAs(ctx, feed.tenantId, feed.accountId)
  if (feed === undefined || known === null) throw new AppError('not_found')
  const own: Ctx = { ...ctx, ...known, sessionId: null }
  const { personId, name } = accountOf(own)
  const unit = feed.unitId === null ? null : await getUnitFor(own, 'assignment.read', feed.unitId)
  const year = schoolYearOf(own.today)
  const rows = await listDue(
    own.db,
    own.tenantId,
    own.today,
    unit === null ? { holderId: personId } : { unitId: unit.unitId },
    [previous(year), year, next(year)],
  )
  const text = writeCalendar({
    name: `Năm Học: ${unit?.shortName ?? name}`,
    days: rows
      .filter((row) => can(own.actor, 'assignment.read', { tenantId: own.tenantId, path: row.unitPath }))
      .map((row) => ({
        uid: `${row.assignmentId}-${row.windowNo}@namhoc`,
        on: row.dueOn,
        summary: `${row.doneOn === null ? 'Hạn' : 'Xong'}: ${row.no === null ? '' : `${row.no}. `}${row.title}`,
        description: [row.unitName, row.planTitle].join('\n'),
        sequence: row.sequence,
        changedAt: row.changedAt,
      })),
  })
  return { bytes: new TextEncoder().encode(text), fileName: 'nam-hoc.ics' }
}
