import { sortKey } from '#domain/basics/text.ts'
import { levelsOf, type SchoolLevel, schoolLevels, type UnitState, unitKinds } from './unit.ts'

/** `sortKey`: that of the short name, where it is stored with the unit; making it anew takes two thirds of an order. */
type Ordered = Pick<UnitState, 'kind' | 'levels' | 'shortName'> & { readonly sortKey?: string }

/**
 * The place of a unit in every list, as text to compare with `<` (PostgreSQL: `collate "C"`): by kind (committees,
 * offices, agencies, wards, schools, independent classes, bodies, groups), schools by their youngest pupils and then by
 * their oldest, then in Vietnamese order of the short name, which is what lists show.
 */
export function unitSortKey(unit: Ordered): string {
  const level = unit.kind === 'school' ? levelPlaces(levelsOf(unit)) : ''
  return `${unitKinds.indexOf(unit.kind)}${level} ${unit.sortKey ?? sortKey(unit.shortName)}`
}

function levelPlaces(levels: readonly SchoolLevel[]): string {
  const youngest = schoolLevels.findIndex((level) => levels.includes(level))
  // A school whose levels are not known goes after the others.
  return youngest < 0 ? '99' : `${youngest}${schoolLevels.findLastIndex((level) => levels.includes(level))}`
}

export function compareUnits(a: Ordered, b: Ordered): number {
  const [first, second] = [unitSortKey(a), unitSortKey(b)]
  return first < second ? -1 : first > second ? 1 : 0
}
