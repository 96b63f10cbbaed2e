// Generic names become rules or lists of units below the authority that wrote them.
import type { UnitId } from '#domain/basics/ids.ts'
import type { Audience } from './audience.ts'
import { type GenericName, readGeneric, ruleOf } from './name-audience.ts'
import { isBelow, type NameIndex, placeOf } from './name-index.ts'
import { tierLengthAt } from './name-words.ts'
import type { UnitState } from './unit.ts'

export type GenericMatch = {
  target: { unit: UnitId } | { audience: Audience }
  score: number
  why: 'name' | 'generic' | 'one_in_each'
}

/** "… các phường" means all of them, so none of them. */
export function isMember(candidate: GenericMatch | null, unit: UnitId): boolean {
  return (
    candidate?.why === 'one_in_each' &&
    'audience' in candidate.target &&
    candidate.target.audience.any.some((rule) => 'units' in rule && rule.units.includes(unit))
  )
}

export function genericMatch(index: NameIndex, written: string, base: number | null): GenericMatch | null {
  const generic = readGeneric(written)
  const state = base === null ? undefined : index.states[base]
  if (generic === null) return null
  // "UBND quận" in a document of the district is the district itself.
  if (
    state !== undefined &&
    !generic.plural &&
    generic.tier !== null &&
    placeOf(state).join(' ').startsWith(generic.tier)
  )
    return { target: { unit: state.unitId }, score: 0.95, why: 'name' }
  const audience = genericAudience(index, generic, state)
  return audience === null
    ? null
    : { target: { audience }, score: Math.round(generic.sure * 1000) / 1000, why: 'generic' }
}

function genericAudience(
  index: NameIndex,
  generic: GenericName,
  authority: UnitState | undefined,
): Audience | null {
  const rule = ruleOf(generic)
  if (authority === undefined) return { any: [rule] }
  const { unitId, kind } = authority
  // A place includes the unit at its head: "UBND các quận" of a city does not mean the city.
  if (!generic.direct)
    return { any: [{ ...rule, under: unitId }], ...(generic.kinds.includes(kind) && { except: [unitId] }) }
  // By name: a rule over offices and agencies below the authority would take in those of its wards.
  const own = (index.children.get(unitId) ?? []).flatMap((at) => index.states[at] ?? [])
  const units = own.filter((child) => generic.kinds.includes(child.kind)).map((child) => child.unitId)
  return units.length === 0 ? null : { any: [{ units }] }
}

/** "Ban Chỉ đạo phổ cập các phường": the unit of that name in each ward below the authority. */
export function oneInEach(
  index: NameIndex,
  query: readonly string[],
  base: number | null,
): GenericMatch | null {
  const last = query.length
  const length = tierLengthAt(query, last - 2) === 2 ? 2 : tierLengthAt(query, last - 1)
  const tier = query.slice(last - length).join(' ')
  const head = query
    .slice(0, last - length)
    .filter((word, at, all) => !(at === all.length - 1 && word === 'cac'))
  if (length === 0 || head.length < 2) return null
  const units = (index.exact.get(head.join(' ')) ?? []).flatMap((at) => {
    const name = index.names[at]
    const state = name === undefined ? undefined : index.states[name.unit]
    const place = name === undefined ? [] : (index.around(name.unit)[0] ?? [])
    const isIn =
      name !== undefined &&
      place.slice(0, length).join(' ') === tier &&
      (base === null || isBelow(index, name.unit, base))
    return isIn && state !== undefined ? [state.unitId] : []
  })
  const all = [...new Set(units)]
  return all.length < 2
    ? null
    : { target: { audience: { any: [{ units: all }] } }, score: 0.93, why: 'one_in_each' }
}
