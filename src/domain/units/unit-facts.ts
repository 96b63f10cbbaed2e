import { squeeze, toNfc } from '#domain/basics/text.ts'
import { hasTier } from './tiers.ts'
import { schoolLevels, type UnitFacts, type UnitState } from './unit.ts'

export type UnitFactsReason =
  | 'name_missing'
  | 'code_missing'
  | 'level_missing'
  | 'only_for_schools'
  | 'tier_missing'

/** As they are stored: text in NFC with single spaces, levels from the youngest to the oldest, other names once each. */
export function tidyFacts(facts: UnitFacts): UnitFacts {
  const tidy = (text: string) => squeeze(toNfc(text))
  const place = facts.place === null ? '' : tidy(facts.place)
  const [officialName, shortName] = [tidy(facts.officialName), tidy(facts.shortName)]
  const otherNames = facts.otherNames
    .map(tidy)
    .filter((name) => name !== '' && name !== officialName && name !== shortName)
  return {
    code: tidy(facts.code),
    kind: facts.kind,
    tier: facts.tier,
    officialName,
    shortName: shortName === '' ? officialName : shortName,
    otherNames: [...new Set(otherNames)],
    parentId: facts.parentId,
    levels: schoolLevels.filter((level) => facts.levels.includes(level)),
    ownership: facts.ownership,
    rank: facts.rank,
    place: place === '' ? null : place,
  }
}

/** What is wrong with the facts by themselves, the first of it; null when they can stand. */
export function factsFault(facts: UnitFacts): UnitFactsReason | null {
  if (facts.officialName.trim() === '' || facts.shortName.trim() === '') return 'name_missing'
  if (facts.code.trim() === '') return 'code_missing'
  if (hasTier(facts.kind) && facts.tier === null) return 'tier_missing'
  if (facts.kind === 'school') return facts.levels.length === 0 ? 'level_missing' : null
  if (facts.kind === 'independent_class') return facts.rank === null ? null : 'only_for_schools'
  return facts.levels.length > 0 || facts.ownership !== null || facts.rank !== null
    ? 'only_for_schools'
    : null
}

export function factsOf(state: UnitState): UnitFacts {
  const { unitId: _unit, validFrom: _from, validTo: _to, ...facts } = state
  return facts
}

export function sameFacts(a: UnitFacts, b: UnitFacts): boolean {
  return (
    a.code === b.code &&
    a.kind === b.kind &&
    a.tier === b.tier &&
    a.officialName === b.officialName &&
    a.shortName === b.shortName &&
    a.parentId === b.parentId &&
    a.ownership === b.ownership &&
    a.rank === b.rank &&
    a.place === b.place &&
    a.levels.join() === b.levels.join() &&
    a.otherNames.length === b.otherNames.length &&
    a.otherNames.every((name, index) => name === b.otherNames[index])
  )
}
