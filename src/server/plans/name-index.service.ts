// What the names printed in a document of an issuer can mean: units and audiences under it, as they are today.
import type { UnitId } from '#domain/basics/ids.ts'
import type { NameTarget, PrintedUnit } from '#domain/plans/plan-task.ts'
import type { TreePath } from '#domain/rights/can.ts'
import { checkAudience, describeAudience, resolveAudience } from '#domain/units/audience.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { namedUnitsUnder } from '#server/units/unit-names.service.ts'
import { type NameMatch, sureEnough } from './draft.ts'

export type Names = {
  isKnown: (unitId: UnitId) => boolean
  match: (printed: string) => NameMatch
  candidates: (printed: string) => { target: NameTarget; score: number; why: string }[]
  describe: (target: NameTarget) => string
  count: (target: NameTarget) => number
}

/** The units that an issuer's documents can mean: those living today under it. */
export async function nameIndexFor(ctx: Ctx, path: TreePath): Promise<Names> {
  const { states, byId, match } = await namedUnitsUnder(ctx, path)
  const issuerId = states.find((state) => state.path === path)?.unitId
  const nameOf = (unitId: UnitId) => byId.get(unitId)?.shortName ?? '—'
  return {
    isKnown: (unitId) => byId.has(unitId),
    match: (printed) => {
      const { best } = match(printed, issuerId)
      return best === null || best.score < sureEnough
        ? { target: null, score: best?.score ?? null }
        : { target: best.target, score: best.score }
    },
    candidates: (printed) =>
      match(printed, issuerId).candidates.map((one) => ({
        target: one.target,
        score: one.score,
        why: one.why,
      })),
    describe: (target) =>
      'unit' in target ? nameOf(target.unit) : describeAudience(target.audience, ctx.language, nameOf),
    count: (target) =>
      'unit' in target ? (byId.has(target.unit) ? 1 : 0) : resolveAudience(target.audience, states).length,
  }
}

/** What a name means as the audit trail keeps it: in words, of a unit with its id. */
export function meaningOf(
  names: Names,
  target: NameTarget | null,
): { target: string | null; unitId?: UnitId } {
  if (target === null) return { target: null }
  return { target: names.describe(target), ...('unit' in target && { unitId: target.unit }) }
}

/** Of what a person says that a name means: a unit living under the issuer, or an audience that picks some of them. */
export function mustMean(names: Names, target: NameTarget): void {
  if ('unit' in target) {
    if (!names.isKnown(target.unit)) throw new AppError('not_found')
    return
  }
  const verdict = checkAudience(target.audience, names.isKnown)
  if (!verdict.ok) throw new AppError('audience_empty', { reason: verdict.reason })
  if (names.count(target) === 0) throw new AppError('audience_empty')
}

// What a name means already is not asked again: of units that ended meanwhile the publishing tells.
export function mustMeanAll(
  names: Names,
  units: readonly PrintedUnit[],
  known: readonly PrintedUnit[],
): void {
  const keys = new Set(known.map((unit) => JSON.stringify(unit.target)))
  const fresh = units.flatMap((unit) =>
    unit.target === null || keys.has(JSON.stringify(unit.target)) ? [] : [unit.target],
  )
  for (const target of fresh) mustMean(names, target)
}

/** Units as the audit trail keeps them. */
export function shownUnits(names: Names, units: readonly PrintedUnit[]) {
  return units.map(({ role, printedName, target }) => ({ role, printedName, ...meaningOf(names, target) }))
}
