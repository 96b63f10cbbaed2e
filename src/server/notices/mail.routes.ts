import { mailContract } from '#contract/mail.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { getMailState, getOwnMail, noteTestMail, sendTestMail, setOwnMail } from './mail.service.ts'

export function mountMail(app: App): void {
  read(app, mailContract.getOwnMail, async (ctx) => await getOwnMail(ctx))
  write(app, mailContract.setOwnMail, { change: async (ctx, { body }) => await setOwnMail(ctx, body) })
  read(app, mailContract.getMailState, async (ctx) => {
    const { troubles, lastSentAt, ...state } = await getMailState(ctx)
    return {
      ...state,
      lastSentAt: lastSentAt?.toISOString() ?? null,
      troubles: troubles.map(({ nextAttemptAt, endedAt, ...trouble }) => ({
        ...trouble,
        nextAttemptAt: trouble.state === 'queued' ? nextAttemptAt.toISOString() : null,
        endedAt: endedAt?.toISOString() ?? null,
      })),
    }
  })
  write(app, mailContract.sendTestMail, {
    prepare: async (ctx) => await sendTestMail(ctx),
    change: async (ctx, _input, address) => {
      await noteTestMail(ctx, address)
      return { address }
    },
  })
}
