// What a written name means: a unit, or an audience where the name is generic. Used wherever a document or a spreadsheet
// names a unit. It refuses to choose where two units fit alike.
import type { UnitId } from '#domain/basics/ids.ts'
import type { Audience } from './audience.ts'
import { genericMatch, isMember, oneInEach } from './match-audience.ts'
import {
  type IndexedName,
  isBelow,
  kindsWithTail,
  keysOf,
  type NameIndex,
  placeOf,
  push,
  stepsFrom,
  tailOf,
} from './name-index.ts'
import { scoreName, type Surroundings } from './name-score.ts'
import { nameReader, nameWords } from './name-words.ts'
import type { UnitState } from './unit.ts'

/** name: written as one of the unit's names. alike: close to one. generic: a rule. one_in_each: "Ban Chỉ đạo … các phường". */
export type MatchReason = 'name' | 'alike' | 'generic' | 'one_in_each'
export type MatchTarget = { unit: UnitId } | { audience: Audience }
/** `score` is 0 to 1; from 0.85 on nothing in the name speaks against it. */
export type Candidate = { target: MatchTarget; score: number; why: MatchReason }
/** `best` is null where nothing fits, or two fit alike. */
export type MatchResult = { best: Candidate | null; candidates: Candidate[] }

/** 60,000 units with two names each are half a second's work; a match then takes 1 to 5 ms. Keep it, do not remake it. */
export function buildNameIndex(states: readonly UnitState[]): NameIndex {
  const read = nameReader()
  const placeById = new Map(states.map((state, index) => [state.unitId, index]))
  const children = new Map<UnitId, number[]>()
  const places = new Map<number, readonly string[]>()
  const names: IndexedName[] = []
  const exact = new Map<string, number[]>()
  const postings = new Map<string, number[]>()
  for (const [unit, state] of states.entries()) {
    if (state.parentId !== null) push(children, state.parentId, unit)
    for (const written of new Set([state.officialName, state.shortName, ...state.otherNames])) {
      const words = read(written)
      if (words.length === 0) continue
      const proper = !kindsWithTail.has(state.kind)
      const tailFrom = proper ? words.length : tailOf(words, surroundings(unit))
      const at = names.push({ unit, words, tailFrom, proper }) - 1
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
    const words = placeOf(state, read)
    places.set(index, words)
    return words
  }
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
export function matchName(
  index: NameIndex,
  written: string,
  options: { issuerId?: UnitId } = {},
): MatchResult {
  const query = nameWords(written)
  if (query.length === 0) return { best: null, candidates: [] }
  const base = baseOf(index, options.issuerId)
  const generic = genericMatch(index, written, base)
  const found = unitsFor(index, query, base, generic !== null)
  const audience = generic ?? oneInEach(index, query, base)
  const units = found.map(
    ({ unit, score }): Candidate => ({
      target: { unit },
      score: isMember(audience, unit) ? score * 0.8 : score,
      why: score >= 0.99 ? 'name' : 'alike',
    }),
  )
  const candidates = (audience === null ? units : [...units, audience])
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostCandidates)
  return { best: bestOf(candidates, found), candidates }
}

/** `steps`: how far from the issuer in the tree. */
type Found = { unit: UnitId; score: number; steps: number }

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
  if (near.length < rivals.length)
    return rivals.find((one) => 'unit' in one.target && one.score >= 0.99) ?? null
  const [nearest, next] = near.toSorted((a, b) => a.steps - b.steps)
  return nearest !== undefined && (next === undefined || nearest.steps < next.steps) ? nearest.one : null
}

/** The authority whose units are meant: the issuer, or what an office or agency belongs to. */
function baseOf(index: NameIndex, issuerId: UnitId | undefined): number | null {
  if (issuerId === undefined) {
    const roots = index.states.flatMap((state, at) =>
      state.parentId === null || !index.placeById.has(state.parentId) ? [at] : [],
    )
    return roots.length === 1 ? (roots[0] ?? null) : null
  }
  const at = index.placeById.get(issuerId)
  const state = at === undefined ? undefined : index.states[at]
  if (at === undefined || state === undefined) return null
  const parent = state.parentId === null ? undefined : index.placeById.get(state.parentId)
  return kindsWithTail.has(state.kind) && parent !== undefined ? parent : at
}

/** `onlyExact`: of a generic name only units that are really called so. */
function unitsFor(
  index: NameIndex,
  query: readonly string[],
  base: number | null,
  onlyExact: boolean,
): Found[] {
  const best = new Map<number, number>()
  const total = Math.max(2, index.names.length)
  const weigh = (word: string): number =>
    1 + Math.log(total / (index.postings.get(word)?.length ?? 1)) / Math.log(total)
  for (const at of namesNear(index, query, base, onlyExact)) {
    const name = index.names[at]
    if (name === undefined) continue
    const score = scoreName(query, name, index.around(name.unit), weigh)
    if (score >= leastScore && score > (best.get(name.unit) ?? 0)) best.set(name.unit, score)
  }
  return [...best]
    .flatMap(([unit, score]) => {
      const state = index.states[unit]
      return state === undefined
        ? []
        : [
            {
              unit: state.unitId,
              score: Math.round(score * 1000) / 1000,
              steps: stepsFrom(index, base, unit),
            },
          ]
    })
    .toSorted((a, b) => b.score - a.score || a.steps - b.steps)
    .slice(0, mostCandidates)
}

/** The names that share the question's rarest words, those with most of them first, of equals those below the authority. */
function namesNear(
  index: NameIndex,
  query: readonly string[],
  base: number | null,
  onlyExact: boolean,
): number[] {
  const bare = query[0] === 'truong' ? query.slice(1) : query
  // A byte a name: a map of thousands of hits took half of the time of a match.
  const counts = new Uint8Array(index.names.length)
  const hits: number[] = []
  const exact = new Set([
    ...(index.exact.get(query.join(' ')) ?? []),
    ...(index.exact.get(bare.join(' ')) ?? []),
  ])
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
    near.push(
      ...(near.length + group.length <= most ? group : belowFirst(index, group, base)).slice(
        0,
        most - near.length,
      ),
    )
  }
  return near
}

function belowFirst(index: NameIndex, group: readonly number[], base: number | null): readonly number[] {
  if (base === null) return group
  const below = group.filter((at) => isBelow(index, index.names[at]?.unit, base))
  return below.length === 0 ? group : [...below, ...group.slice(0, mostScored)]
}
