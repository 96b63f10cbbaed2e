// What the names printed in a document of an issuer can mean: units and audiences under it, as they are today.
import type { UnitId } from '#domain/basics/ids.ts'
import type { NameTarget } from '#domain/plans/plan-task.ts'
import type { TreePath } from '#domain/rights/can.ts'
import { checkAudience, describeAudience, resolveAudience } from '#domain/units/audience.ts'
import { buildNameIndex, matchName as matchWritten } from '#domain/units/match.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import type { PlacedState } from '#server/units/unit-states.queries.ts'
import { statesUnder } from '#server/units/units.service.ts'
import { type NameMatch, sureEnough } from './draft.ts'

export type Names = {
  states: readonly PlacedState[]
  match: (printed: string) => NameMatch
  candidates: (printed: string) => { target: NameTarget; score: number; why: string }[]
  describe: (target: NameTarget) => string
  count: (target: NameTarget) => number
}

/** The units that an issuer's documents can mean: those living today under it. */
export async function nameIndexFor(ctx: Ctx, path: TreePath): Promise<Names> {
  const states = await statesUnder(ctx, path, ctx.today)
  const index = buildNameIndex(states)
  const issuerId = states.find((state) => state.path === path)?.unitId
  const byId = new Map(states.map((state) => [state.unitId, state]))
  const nameOf = (unitId: UnitId) => byId.get(unitId)?.shortName ?? '—'
  const ask = (printed: string) => matchWritten(index, printed, issuerId === undefined ? {} : { issuerId })
  return {
    states,
    match: (printed) => {
      const { best } = ask(printed)
      return best === null || best.score < sureEnough
        ? { target: null, score: best?.score ?? null }
        : { target: best.target, score: best.score }
    },
    candidates: (printed) =>
      ask(printed).candidates.map((one) => ({ target: one.target, score: one.score, why: one.why })),
    describe: (target) =>
      'unit' in target ? nameOf(target.unit) : describeAudience(target.audience, ctx.language, nameOf),
    count: (target) =>
      'unit' in target ? (byId.has(target.unit) ? 1 : 0) : resolveAudience(target.audience, states).length,
  }
}

/** Of what a person says that a name means: a unit living under the issuer, or an audience that picks some of them. */
export function mustMean(names: Names, target: NameTarget): void {
  if ('unit' in target) {
    if (names.count(target) === 0) throw new AppError('not_found')
    return
  }
  const known = new Set(names.states.map((state) => state.unitId))
  const verdict = checkAudience(target.audience, (unitId) => known.has(unitId))
  if (!verdict.ok) throw new AppError('audience_empty', { reason: verdict.reason })
  if (names.count(target) === 0) throw new AppError('audience_empty')
}
