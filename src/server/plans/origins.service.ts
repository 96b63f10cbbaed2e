// What the items of a unit's own plan came from; for the slice that makes them out of what the unit was given.
import type { PlanId } from '#domain/basics/ids.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { insertOrigins, type NewOrigin as StoredOrigin } from './plan-origins.queries.ts'

export type NewOrigin = StoredOrigin

export async function keepOrigins(ctx: Ctx, planId: PlanId, origins: readonly NewOrigin[]): Promise<void> {
  await insertOrigins(ctx.db, ctx.tenantId, planId, ctx.now, origins)
}
