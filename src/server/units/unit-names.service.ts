// The units living today under a place with the index of their names: kept from call to call until units change.
// Permission is the caller's: a document's names mean what they mean, whoever reads it.
import type { UnitId } from '#domain/basics/ids.ts'
import type { TreePath } from '#domain/rights/can.ts'
import { buildNameIndex, matchName, type MatchResult } from '#domain/units/match.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { latestEvent } from './unit-events.queries.ts'
import type { PlacedState } from './unit-states.queries.ts'
import { statesUnder } from './units.service.ts'

export type NamedUnits = {
  states: readonly PlacedState[]
  byId: ReadonlyMap<UnitId, PlacedState>
  match: (written: string, issuerId: UnitId | undefined) => MatchResult
}

/** At 60,000 units reading and indexing them takes two seconds, asking whether they changed a millisecond. */
export async function namedUnitsUnder(ctx: Ctx, path: TreePath): Promise<NamedUnits> {
  const version = `${ctx.today} ${await latestEvent(ctx.db, ctx.tenantId)}`
  return await ctx.memory.recall(`unit names ${ctx.tenantId} ${path}`, version, async () => {
    const states = await statesUnder(ctx, path, ctx.today)
    return { value: namedUnits(states), weight: states.length }
  })
}

export function namedUnits(states: readonly PlacedState[]): NamedUnits {
  // Most readers ask only for the names of units they know: the index is made for the first that does not.
  let index: ReturnType<typeof buildNameIndex> | null = null
  return {
    states,
    byId: new Map(states.map((state) => [state.unitId, state])),
    match: (written, issuerId) => {
      index ??= buildNameIndex(states)
      return matchName(index, written, issuerId === undefined ? {} : { issuerId })
    },
  }
}
