// Every five minutes: what is due is written into letters, and letters are handed to the mail server. Without a mail server
// nothing is written and nothing waits.
import { transact } from './database/transact.ts'
import { writeLetters } from './notices/letters.service.ts'
import { deliverLetters } from './notices/delivery.service.ts'
import { listTenants } from './people/people.queries.ts'
import type { Services } from './platform/route.ts'
import { systemCtx } from './system-ctx.ts'

const everyMs = 5 * 60_000

export function keepMailing(services: Services): { stop: () => Promise<void> } {
  let round: Promise<void> | null = null
  let stopping = false
  const begin = () => {
    if (services.mail === null || round !== null) return
    round = runMailing(services, () => stopping)
      .catch((error: unknown) => services.log.error({ error }, 'mailing'))
      .finally(() => {
        round = null
      })
  }
  const timer = setInterval(begin, everyMs)
  timer.unref()
  return {
    // The letter in hand is finished: breaking it off would send it again.
    stop: async () => {
      stopping = true
      clearInterval(timer)
      await round
    },
  }
}

export async function runMailing(services: Services, isStopping: () => boolean = () => false): Promise<void> {
  const { mail } = services
  if (mail === null) return
  for (const tenant of await listTenants(services.db)) {
    await transact(services.db, async (db) => {
      await writeLetters(systemCtx(services, db, tenant, 'mailing'))
    })
    if (isStopping()) return
    // Not in a transaction: a letter that is out cannot be taken back.
    const ctx = systemCtx(services, services.db, tenant, 'mailing')
    if (!(await deliverLetters(ctx, mail, services.clock, isStopping))) return
  }
}
