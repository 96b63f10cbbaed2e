// What a new day brings without anybody asking: units whose change was recorded for this day get their tasks, and what an
// issuer wants urged by itself is urged. Nothing here is needed for the rest to work, and doing it twice does nothing.
import { transact } from './database/transact.ts'
import { urgeByRules } from './following/automatic-urging.service.ts'
import { giveInRunningPlans } from './following/joined.service.ts'
import type { Services } from './platform/route.ts'
import { listTenants } from './people/people.queries.ts'
import { systemCtx } from './system-ctx.ts'

const hour = 3_600_000

/** Every hour: the business date of a tenant turns at midnight in Việt Nam, wherever the server stands. */
export function keepDaily(services: Services): { stop: () => void } {
  const timer = setInterval(() => {
    runDaily(services).catch((error: unknown) => services.log.error({ error }, 'daily'))
  }, hour)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

export async function runDaily(services: Services): Promise<void> {
  for (const tenant of await listTenants(services.db)) {
    await transact(services.db, async (db) => {
      await giveInRunningPlans(systemCtx(services, db, tenant, 'daily'))
    })
    // Apart: units are given their tasks also where urging fails.
    await transact(services.db, async (db) => {
      await urgeByRules(systemCtx(services, db, tenant, 'daily'))
    })
  }
}
