// The one outbox: a unit is told of something once. A notice that nobody read stays; nothing is ever sent twice.
import type { z } from 'zod'
import type { noticeSubject } from '#contract/notices.ts'
import type { NoticeId, UnitId } from '#domain/basics/ids.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { newId } from '#server/platform/ids.ts'
import { type Hearing, insertNotices, listNotices, markRead, type NoticeRow } from './notices.queries.ts'

export async function tell(
  ctx: Ctx,
  notices: readonly {
    unitId: UnitId
    /** For whoever holds this role over the unit, wherever he works; without, for whoever works in it. */
    role?: 'officer' | 'leader'
    subject: z.output<typeof noticeSubject>
  }[],
): Promise<void> {
  const rows = notices.map((notice) => ({
    id: newId<NoticeId>(ctx.now.getTime()),
    unitId: notice.unitId,
    role: notice.role ?? null,
    kind: notice.subject.kind,
    subject: notice.subject,
  }))
  await insertNotices(ctx.db, ctx.tenantId, ctx.now, rows)
}

function hearsOf(ctx: Ctx): Hearing {
  const grants = ctx.actor.kind === 'person' ? ctx.actor.grants : []
  return {
    worksIn: [...new Set(grants.map((grant) => grant.unitId))],
    holds: grants.map((grant) => ({ role: grant.role, unitId: grant.scopeUnitId })),
  }
}

export async function listOwnNotices(ctx: Ctx): Promise<NoticeRow[]> {
  if (ctx.actor.kind !== 'person') return []
  return await listNotices(ctx.db, ctx.tenantId, ctx.actor.personId, hearsOf(ctx), 50)
}

/** A mark of reading is the person's own and leaves no trail in the audit. */
export async function readOwnNotices(ctx: Ctx, until: Date): Promise<number> {
  if (ctx.actor.kind !== 'person') return 0
  return await markRead(ctx.db, ctx.tenantId, ctx.actor.personId, hearsOf(ctx), until, ctx.now)
}
