import { sortKey } from '#domain/basics/text.ts'
import { levelsOf, schoolLevels, type UnitState, unitKinds } from './unit.ts'

type Ordered = Pick<UnitState, 'kind' | 'levels' | 'officialName'>

/**
 * The place of a unit in every list, as text to compare with `<` (PostgreSQL: `collate "C"`): by kind (committees,
 * offices, agencies, wards, schools, independent classes, bodies, groups), schools by their youngest pupils and then by
 * their oldest, then in Vietnamese order of the official name.
 */
export function unitSortKey(unit: Ordered): string {
  const places = levelsOf(unit).map((level) => schoolLevels.indexOf(level))
  // A school whose levels are not known goes after the others.
  const level =
    unit.kind !== 'school' ? '' : places.length === 0 ? '99' : `${Math.min(...places)}${Math.max(...places)}`
  return `${unitKinds.indexOf(unit.kind)}${level} ${sortKey(unit.officialName)}`
}

export function compareUnits(a: Ordered, b: Ordered): number {
  const [first, second] = [unitSortKey(a), unitSortKey(b)]
  return first < second ? -1 : first > second ? 1 : 0
}
