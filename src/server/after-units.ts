// What follows a change of units, in its transaction: sums of figures, and the tasks of units that have joined an audience.
import { giveInRunningPlans } from './following/joined.service.ts'
import type { Ctx, UnitsChange } from './platform/ctx.ts'
import { settleAfterUnits } from './submissions/rollups.service.ts'

export async function afterUnits(ctx: Ctx, change: UnitsChange): Promise<void> {
  await settleAfterUnits(ctx, change)
  await giveInRunningPlans(ctx)
}
