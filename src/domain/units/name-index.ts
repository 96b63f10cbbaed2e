// The names of units as words, and where a unit stands in the tree: what matching a written name rests on.
import type { UnitId } from '#domain/basics/ids.ts'
import type { ComparedName, Surroundings } from './name-score.ts'
import { nameWords, tierLengthAt } from './name-words.ts'
import type { UnitKind, UnitState } from './unit.ts'

export type IndexedName = ComparedName & { unit: number }

/** The names of units as words, with the lists that lead from a word to the names that have it. */
export type NameIndex = {
  states: readonly UnitState[]
  names: readonly IndexedName[]
  /** Names by their words, whole and without what says whose they are. */
  exact: ReadonlyMap<string, readonly number[]>
  postings: ReadonlyMap<string, readonly number[]>
  placeById: ReadonlyMap<UnitId, number>
  children: ReadonlyMap<UnitId, readonly number[]>
  around: (unit: number) => Surroundings
}

// A school called after its ward keeps that name; an office "quận Hải An" only says whose it is.
export const kindsWithTail: ReadonlySet<UnitKind> = new Set(['office', 'agency', 'body', 'group'])

const committee = ['uy', 'ban', 'nhan', 'dan']

/** 'quận Hải An': the place, or the committee's name without "Ủy ban nhân dân"; of other units nothing is left out of names. */
export function placeOf(state: UnitState, read = nameWords): readonly string[] {
  const place = read(state.place ?? '')
  const name = read(state.officialName)
  const isCommittee = committee.every((word, index) => name[index] === word)
  const own = isCommittee ? name.slice(committee.length) : []
  // "Hải An" alone as the place: the name has the tier's word too.
  return own.length > place.length ? own : place
}

/** From where on a name consists of its authority's place and tier words: "Phòng Nội vụ | quận Hải An". */
export function tailOf(words: readonly string[], around: Surroundings): number {
  let from = words.length
  while (from > 1) {
    const word = words[from - 1] ?? ''
    const isTier = tierLengthAt(words, from - 1) > 0 || (from > 1 && tierLengthAt(words, from - 2) === 2)
    if (!isTier && !around.some((place) => place.includes(word))) break
    from -= 1
  }
  return from < 2 ? words.length : from
}

export function keysOf(words: readonly string[], tailFrom: number): string[] {
  const keys = [words.join(' ')]
  const bare = words[0] === 'truong' ? words.slice(1).join(' ') : ''
  if (bare !== '') keys.push(bare)
  const headed = tailFrom < words.length ? words.slice(0, tailFrom).join(' ') : ''
  if (headed !== '' && headed !== bare) keys.push(headed)
  return keys
}

export function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

export function isBelow(index: NameIndex, unit: number | undefined, base: number): boolean {
  let at = unit
  for (let depth = 0; depth < 12 && at !== undefined; depth += 1) {
    if (at === base) return true
    const parentId: UnitId | null = index.states[at]?.parentId ?? null
    at = parentId === null ? undefined : index.placeById.get(parentId)
  }
  return false
}

/** Steps in the tree: down counts one each, up two each. */
export function stepsFrom(index: NameIndex, base: number | null, unit: number): number {
  const way = base === null ? [] : wayUp(index, base)
  let steps = 0
  for (const at of wayUp(index, unit)) {
    const up = way.indexOf(at)
    if (up >= 0) return steps + up * 2
    steps += 1
  }
  return steps + 20
}

function wayUp(index: NameIndex, from: number): number[] {
  const way: number[] = []
  let at: number | undefined = from
  while (at !== undefined && way.length < 12) {
    way.push(at)
    const parentId: UnitId | null = index.states[at]?.parentId ?? null
    at = parentId === null ? undefined : index.placeById.get(parentId)
  }
  return way
}
