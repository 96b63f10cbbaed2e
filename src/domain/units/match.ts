// What a written name means: a unit, or an audience where the name is generic. Used wherever a document or a spreadsheet
// names a unit. It refuses to choose where two units fit alike.
import type { UnitId } from '#domain/basics/ids.ts'
import type { Audience } from './audience.ts'
import { type GenericName, readGeneric, ruleOf } from './name-audience.ts'
import { type ComparedName, scoreName, type Surroundings } from './name-score.ts'
import { nameWords, tierLengthAt } from './name-words.ts'
import type { UnitKind, UnitState } from './unit.ts'

/** name: written as one of the unit's names. alike: close to one. generic: a rule. one_in_each: "Ban Chỉ đạo … các phường". */
export type MatchReason = 'name' | 'alike' | 'generic' | 'one_in_each'
export type MatchTarget = { unit: UnitId } | { audience: Audience }
export type Candidate = { target: MatchTarget; /** 0 to 1; from 0.85 on nothing in the name speaks against it. */ score: number; why: MatchReason }
export type MatchResult = { /** null where nothing fits, or two fit alike. */ best: Candidate | null; candidates: Candidate[] }

type IndexedName = ComparedName & { unit: number }

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
const kindsWithTail: ReadonlySet<UnitKind> = new Set(['office', 'agency', 'body', 'group'])

/** About 10 µs a name: 0.7 s at 60,000 units with three names each. */
export function buildNameIndex(states: readonly UnitState[]): NameIndex {
  const placeById = new Map(states.map((state, index) => [state.unitId, index]))
  const children = new Map<UnitId, number[]>()
  const places = new Map<number, readonly string[]>()
  const names: IndexedName[] = []
  const exact = new Map<string, number[]>()
  const postings = new Map<string, number[]>()
  for (const [unit, state] of states.entries()) {
    if (state.parentId !== null) push(children, state.parentId, unit)
    const around = surroundings(unit)
    for (const written of new Set([state.officialName, state.shortName, ...state.otherNames])) {
      const words = nameWords(written)
      if (words.length === 0) continue
      const tailFrom = kindsWithTail.has(state.kind) ? tailOf(words, around) : words.length
      const at = names.push({ unit, words, tailFrom, proper: !kindsWithTail.has(state.kind) }) - 1
      for (const key of keysOf(words, tailFrom)) push(exact, key, at)
      for (const word of new Set(words)) push(postings, word, at)
    }
  }
  return { states, names, exact, postings, placeById, children, around: surroundings }

  /** The places of the authorities above, nearest first. */
  function surroundings(unit: number): Surroundings {
    const around: (readonly string[])[] = []
    let parent = states[unit]?.parentId ?? null
    // Deeper trees than this are not among authorities; a broken one must not turn in a circle.
    while (parent !== null && around.length < 8) {
      const index = placeById.get(parent)
      const state = index === undefined ? undefined : states[index]
      if (index === undefined || state === undefined) break
      around.push(placeWords(index, state))
      parent = state.parentId
    }
    return around
  }

  function placeWords(index: number, state: UnitState): readonly string[] {
    const known = places.get(index)
    if (known !== undefined) return known
    const words = placeOf(state)
    places.set(index, words)
    return words
  }
}

const committee = ['uy', 'ban', 'nhan', 'dan']

/** 'quận Hải An': the place, or the committee's name without "Ủy ban nhân dân"; of other units nothing is left out of names. */
function placeOf(state: UnitState): readonly string[] {
  const place = nameWords(state.place ?? '')
  const name = nameWords(state.officialName)
  const isCommittee = committee.every((word, index) => name[index] === word)
  const own = isCommittee ? name.slice(committee.length) : []
  // "Hải An" alone as the place: the name has the tier's word too.
  return own.length > place.length ? own : place
}

/** From where on a name consists of its authority's place and tier words: "Phòng Nội vụ | quận Hải An". */
function tailOf(words: readonly string[], around: Surroundings): number {
  let from = words.length
  while (from > 1) {
    const word = words[from - 1] ?? ''
    const isTier = tierLengthAt(words, from - 1) > 0 || (from > 1 && tierLengthAt(words, from - 2) === 2)
    if (!isTier && !around.some((place) => place.includes(word))) break
    from -= 1
  }
  return from < 2 ? words.length : from
}

function keysOf(words: readonly string[], tailFrom: number): Set<string> {
  const bare = words[0] === 'truong' ? words.slice(1) : words
  return new Set([words.join(' '), bare.join(' '), words.slice(0, tailFrom).join(' ')])
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

// At most so many names are scored; of a word that more names have, the rarer words beside it decide.
const mostScored = 150
const mostBesideExact = 60
const mostPerWord = 4000
const enoughPerWord = 1000
const leastScore = 0.4
const mostCandidates = 12
/** Two that are no further apart than this fit alike. */
const alikeWithin = 0.03

/** Matches one written name. `issuerId`: who wrote it; its own units go before others of the same name. */
export function matchName(index: NameIndex, written: string, options: { issuerId?: UnitId } = {}): MatchResult {
  const query = nameWords(written)
  if (query.length === 0) return { best: null, candidates: [] }
  const base = baseOf(index, options.issuerId)
  const generic = genericCandidate(index, written, base)
  const found = unitsFor(index, query, base, generic !== null)
  const audience = generic ?? oneInEach(index, query, base)
  const units = found.map(({ unit, score }): Candidate => ({ target: { unit }, score: isMember(audience, unit) ? score * 0.8 : score, why: score >= 0.99 ? 'name' : 'alike' }))
  const candidates = (audience === null ? units : [...units, audience]).toSorted((a, b) => b.score - a.score).slice(0, mostCandidates)
  return { best: bestOf(candidates, found), candidates }
}

type Found = { unit: UnitId; score: number; /** How far from the issuer in the tree. */ steps: number }

function bestOf(candidates: readonly Candidate[], found: readonly Found[]): Candidate | null {
  const [first, second] = candidates
  if (first === undefined || first.score < 0.5) return null
  if (second === undefined || first.score - second.score > alikeWithin) return first
  // Alike in name: the one that stands nearer to who wrote it, if one does.
  const rivals = candidates.filter((one) => first.score - one.score <= alikeWithin)
  const near = rivals.flatMap((one) => {
    const target = one.target
    const known = 'unit' in target ? found.find((other) => other.unit === target.unit) : undefined
    return known === undefined ? [] : [{ one, steps: known.steps }]
  })
  if (near.length < rivals.length) return rivals.find((one) => 'unit' in one.target && one.score >= 0.99) ?? null
  const [nearest, next] = near.toSorted((a, b) => a.steps - b.steps)
  return nearest !== undefined && (next === undefined || nearest.steps < next.steps) ? nearest.one : null
}

/** The authority whose units are meant: the issuer, or what an office or agency belongs to. */
function baseOf(index: NameIndex, issuerId: UnitId | undefined): number | null {
  if (issuerId === undefined) {
    const roots = index.states.flatMap((state, at) => (state.parentId === null || !index.placeById.has(state.parentId) ? [at] : []))
    return roots.length === 1 ? (roots[0] ?? null) : null
  }
  const at = index.placeById.get(issuerId)
  const state = at === undefined ? undefined : index.states[at]
  if (at === undefined || state === undefined) return null
  const parent = state.parentId === null ? undefined : index.placeById.get(state.parentId)
  return kindsWithTail.has(state.kind) && parent !== undefined ? parent : at
}

/** `onlyExact`: of a generic name only units that are really called so. */
function unitsFor(index: NameIndex, query: readonly string[], base: number | null, onlyExact: boolean): Found[] {
  const best = new Map<number, number>()
  const total = Math.max(2, index.names.length)
  const weigh = (word: string): number => 1 + Math.log(total / (index.postings.get(word)?.length ?? 1)) / Math.log(total)
  for (const at of namesNear(index, query, base, onlyExact)) {
    const name = index.names[at]
    if (name === undefined) continue
    const score = scoreName(query, name, index.around(name.unit), weigh)
    if (score >= leastScore && score > (best.get(name.unit) ?? 0)) best.set(name.unit, score)
  }
  return [...best]
    .flatMap(([unit, score]) => {
      const state = index.states[unit]
      return state === undefined ? [] : [{ unit: state.unitId, score: Math.round(score * 1000) / 1000, steps: stepsFrom(index, base, unit) }]
    })
    .toSorted((a, b) => b.score - a.score || a.steps - b.steps)
    .slice(0, mostCandidates)
}

/** The names that share the question's rarest words, those with most of them first, of equals those below the authority. */
function namesNear(index: NameIndex, query: readonly string[], base: number | null, onlyExact: boolean): number[] {
  const bare = query[0] === 'truong' ? query.slice(1) : query
  // A byte a name: a map of thousands of hits took half of the time of a match.
  const counts = new Uint8Array(index.names.length)
  const hits: number[] = []
  const exact = new Set([...(index.exact.get(query.join(' ')) ?? []), ...(index.exact.get(bare.join(' ')) ?? [])])
  const most = exact.size > 0 ? mostBesideExact : mostScored
  const lists = onlyExact ? [] : [...new Set(query)].map((word) => index.postings.get(word) ?? [])
  for (const list of lists.toSorted((a, b) => a.length - b.length)) {
    if (list.length > enoughPerWord && hits.length + exact.size >= most) break
    for (const at of list.slice(0, mostPerWord)) {
      const count = counts[at] ?? 0
      if (count === 0) hits.push(at)
      counts[at] = count + 1
    }
  }
  const byHits = new Map<number, number[]>()
  for (const at of hits) if (!exact.has(at)) push(byHits, counts[at] ?? 0, at)
  const groups = [[...exact], ...[...byHits].toSorted((a, b) => b[0] - a[0]).map(([, group]) => group)]
  const near: number[] = []
  for (const group of groups) {
    if (near.length >= most) break
    near.push(...(near.length + group.length <= most ? group : belowFirst(index, group, base)).slice(0, most - near.length))
  }
  return near
}

function belowFirst(index: NameIndex, group: readonly number[], base: number | null): readonly number[] {
  if (base === null) return group
  const below = group.filter((at) => isBelow(index, index.names[at]?.unit, base))
  return below.length === 0 ? group : [...below, ...group.slice(0, mostScored)]
}

function isBelow(index: NameIndex, unit: number | undefined, base: number): boolean {
  let at = unit
  for (let depth = 0; depth < 12 && at !== undefined; depth += 1) {
    if (at === base) return true
    const parentId: UnitId | null = index.states[at]?.parentId ?? null
    at = parentId === null ? undefined : index.placeById.get(parentId)
  }
  return false
}

/** Steps in the tree: down counts one each, up two each. */
function stepsFrom(index: NameIndex, base: number | null, unit: number): number {
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

/** "… các phường" means all of them, so none of them. */
function isMember(candidate: Candidate | null, unit: UnitId): boolean {
  return candidate?.why === 'one_in_each' && 'audience' in candidate.target && candidate.target.audience.any.some((rule) => 'units' in rule && rule.units.includes(unit))
}

function genericCandidate(index: NameIndex, written: string, base: number | null): Candidate | null {
  const generic = readGeneric(written)
  const audience = generic === null ? null : genericAudience(index, generic, base)
  return generic === null || audience === null ? null : { target: { audience }, score: Math.round(generic.sure * 1000) / 1000, why: 'generic' }
}

function genericAudience(index: NameIndex, generic: GenericName, base: number | null): Audience | null {
  const state = base === null ? undefined : index.states[base]
  const rule = ruleOf(generic)
  if (state === undefined) return { any: [rule] }
  if (!generic.direct) return { any: [{ ...rule, under: state.unitId }] }
  // By name: a rule over offices and agencies below the authority would take in those of its wards.
  const own = (index.children.get(state.unitId) ?? []).flatMap((at) => index.states[at] ?? [])
  const units = own.filter((child) => generic.kinds.includes(child.kind)).map((child) => child.unitId)
  return units.length === 0 ? null : { any: [{ units }] }
}

/** "Ban Chỉ đạo phổ cập các phường": the unit of that name in each ward below the authority. */
function oneInEach(index: NameIndex, query: readonly string[], base: number | null): Candidate | null {
  const last = query.length
  const length = tierLengthAt(query, last - 2) === 2 ? 2 : tierLengthAt(query, last - 1)
  const tier = query.slice(last - length).join(' ')
  const head = query.slice(0, last - length).filter((word, at, all) => !(at === all.length - 1 && word === 'cac'))
  if (length === 0 || head.length < 2) return null
  const units = (index.exact.get(head.join(' ')) ?? []).flatMap((at) => {
    const name = index.names[at]
    const state = name === undefined ? undefined : index.states[name.unit]
    const place = name === undefined ? [] : (index.around(name.unit)[0] ?? [])
    const isIn = name !== undefined && place.slice(0, length).join(' ') === tier && (base === null || isBelow(index, name.unit, base))
    return isIn && state !== undefined ? [state.unitId] : []
  })
  const all = [...new Set(units)]
  return all.length < 2 ? null : { target: { audience: { any: [{ units: all }] } }, score: 0.93, why: 'one_in_each' }
}
