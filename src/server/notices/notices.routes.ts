import { noticesContract, noticeSubject } from '#contract/notices.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { listOwnNotices, readOwnNotices } from './notices.service.ts'

export function mountNotices(app: App): void {
  read(app, noticesContract.listNotices, async (ctx) =>
    (await listOwnNotices(ctx)).map((row) => ({
      noticeId: row.noticeId,
      unitId: row.unitId,
      unitName: row.unitName,
      subject: noticeSubject.parse(row.subject),
      createdAt: row.createdAt.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
  )
  write(app, noticesContract.readNotices, {
    change: async (ctx, { body }) => ({ marked: await readOwnNotices(ctx, new Date(body.until)) }),
  })
}
