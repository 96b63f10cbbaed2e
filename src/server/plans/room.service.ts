// Where something new stands among the items of a draft: in the order of the document, else at the end.
import type { PlanId } from '#domain/basics/ids.ts'
import { type Place, positionFor } from '#domain/plans/place.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { type ItemTable, makeRoom } from './plan-items.queries.ts'

type Standing = { position: number; at: Place | null }

/** The position for a place of the source; what stands behind it moves on by one. */
export async function roomFor(
  ctx: Ctx,
  planId: PlanId,
  table: ItemTable,
  items: readonly Standing[],
  at: Place | null,
): Promise<number> {
  return await roomBehind(ctx, planId, table, positionFor(items, at) ?? items.at(-1)?.position ?? 0)
}

export async function roomBehind(
  ctx: Ctx,
  planId: PlanId,
  table: ItemTable,
  behind: number,
): Promise<number> {
  await makeRoom(ctx.db, ctx.tenantId, planId, table, behind)
  return behind + 1
}
