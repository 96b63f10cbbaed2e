import type { UnitId } from '#domain/basics/ids.ts'
import type { UnitState } from '#domain/units/unit.ts'

type Facts = Record<string, unknown>
/** What an event made of a unit, as the audit trail keeps it: only what is different. `before` is undefined for a new one. */
export type ChangedFacts = { before: Facts | undefined; after: Facts }

export function changedFacts(
  was: UnitState | undefined,
  is: UnitState | undefined,
  nameOf: (unitId: UnitId | null) => string | null,
): ChangedFacts {
  const [before, after] = [was, is].map((state) => (state === undefined ? {} : factsOf(state, nameOf)))
  const differs = (name: string) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name])
  const only = (facts: Facts = {}) =>
    Object.fromEntries(Object.entries(facts).filter(([name]) => differs(name)))
  return { before: was === undefined ? undefined : only(before), after: only(after) }
}

function factsOf(state: UnitState, nameOf: (unitId: UnitId | null) => string | null): Facts {
  const { code, kind, tier, officialName, shortName, otherNames, levels, ownership, rank, place } = state
  const facts = { code, kind, tier, officialName, shortName, otherNames, levels, ownership, rank, place }
  return { ...facts, parentId: state.parentId, parentName: nameOf(state.parentId) }
}
