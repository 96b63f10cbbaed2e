import { squeeze } from '#domain/basics/text.ts'
import { breaksOff, longestAt, phraseBook } from './phrases.ts'
import { commaFieldBook, fieldBook, type Head, headAt, levelBook, levelEndingAt, tierBook, tierEndingAt } from './unit-heads.ts'
import { closingQualifiers, danglingWords, genericNouns, genericQualifiers, sentenceWords } from './unit-lexicon.ts'
import { type ListText, listTextOf, type Piece, piecesOf, printed } from './unit-pieces.ts'
import { isUpperCase, startsInLowerCase, startsWithCapital, wordKey } from './words.ts'

/** One unit of a list, with the words that the list leaves out filled in. */
export type ListedUnit = { name: string; filled: boolean }

/** `faults` weighs what speaks against the text being a list of units: 0 for a clean one, 3 and more for prose. */
export type UnitList = { units: ListedUnit[]; faults: number }

type Unit = { from: number; to: number; prefix: string; head: Head | null; open: boolean }
/** What later pieces without a head of their own continue: "Phòng " + "Giáo dục và Đào tạo". */
type Carry = { prefix: string; kind: Head['kind'] }

const nouns = phraseBook(genericNouns.map((noun) => [noun, 'noun' as const]))
const qualifiers = phraseBook(genericQualifiers.map((word) => [word, 'qualifier' as const]))
const closing = phraseBook(closingQualifiers.map((word) => [word, true as const]))
const dangling = new Set(danglingWords.map(wordKey))
const sentence = new Set(sentenceWords.map(wordKey))
const containers = new Set(['phòng', 'trực', 'đạo', 'tịch', 'và', 'của', 'thuộc', 'trưởng', 'khối', 'viên', 'ban', 'ủy', 'sở', 'bộ'].map(wordKey))
const strongKinds = new Set<Head['kind']>(['department', 'office', 'committee', 'council', 'agency', 'school', 'generic', 'board'])

/**
 * Splits a printed list of units into single ones. Distributed heads, lists of school levels and one body at two
 * levels become several; words that together make one generic group, and names that hold a comma or "và", stay whole.
 */
export function readUnitList(text: string): UnitList {
  const list = listTextOf(text)
  const units: Unit[] = []
  let carry: Carry | null = null
  let faults = 0
  for (const piece of piecesOf(list)) {
    const last = units.at(-1) ?? null
    const taken = takePiece(list, piece, last, carry)
    faults += taken.faults
    if (taken.extend !== undefined && last !== null) {
      last.to = taken.extend
      last.open = taken.open ?? last.open
    } else if (taken.unit !== undefined) {
      units.push(taken.unit)
    }
    if (taken.carry !== undefined) carry = taken.carry
  }
  for (const unit of units) faults += faultsOf(list, unit)
  faults += endFaults(list)
  const named = units.map((unit) => ({ name: nameOf(list, unit), filled: unit.prefix !== '' })).filter((unit) => unit.name !== '')
  return { units: named, faults: named.length === 0 ? faults + 4 : faults }
}

type Taken = { unit?: Unit; extend?: number; open?: boolean; carry?: Carry | null; faults: number }

function takePiece(list: ListText, piece: Piece, last: Unit | null, carry: Carry | null): Taken {
  const { keys } = list
  const { from, to } = piece
  const isNext = piece.joint === 'comma' || piece.joint === 'and'
  const generic = genericAt(keys, from, to)
  const head = headAt(keys, from, to)
  if (last?.open === true && isNext && generic !== null && head?.plural !== true && head?.kind !== 'committee') return { extend: to, open: !generic.closed, faults: 0 }
  if (last !== null && isNext) {
    const tier = atOtherTier(list, piece, last) ?? atOtherLevel(list, piece, last)
    if (tier !== null) return { unit: tier, faults: 0 }
  }
  const levelHere = longestAt(levelBook, keys, from, to)
  if (levelHere !== null && carry?.kind === 'school' && (isNext || piece.joint === 'colon')) return { unit: filled(piece, carry, head), faults: 0 }
  if (head !== null && !(head.kind === 'ward' && carry?.kind === 'ward')) return takeHeaded(list, piece, head, generic)
  return takeHeadless(list, piece, last, carry, isNext || piece.joint === 'colon')
}

function takeHeaded(list: ListText, piece: Piece, head: Head, generic: { closed: boolean } | null): Taken {
  const { from, to } = piece
  const nameStart = from + head.length
  const followed = list.words[to - 1]?.gap.includes(':') === true
  // "Các phòng: Nội vụ, Kinh tế", "UBND các phường: A, B": a head for what follows, no unit itself.
  if (followed) return { carry: carryOf(list, piece, head), faults: 0 }
  const unit: Unit = { from, to, prefix: '', head, open: generic !== null && !generic.closed }
  if (head.plural && head.kind === 'department' && longestAt(fieldBook, list.keys, nameStart, to) !== null && generic === null) {
    // "Các phòng Nội vụ, Kinh tế"
    const prefix = singular(list, from, nameStart)
    return { unit: { ...unit, from: nameStart, prefix }, carry: { prefix, kind: head.kind }, faults: 0 }
  }
  const isGroup = head.kind === 'committee' && genericAt(list.keys, nameStart, to) !== null
  return { unit: { ...unit, open: unit.open || isGroup }, carry: carryOf(list, piece, head), faults: 0 }
}

function carryOf(list: ListText, piece: Piece, head: Head): Carry | null {
  const { from } = piece
  const nameStart = from + head.length
  switch (head.kind) {
    case 'department':
      return { prefix: singular(list, from, nameStart), kind: head.kind }
    case 'school':
      return { prefix: singular(list, from, nameStart), kind: head.kind }
    case 'ward':
      return { prefix: singular(list, from, nameStart), kind: head.kind }
    case 'committee': {
      // "UBND các phường: A, B", "UBND phường A, B"
      const ward = headAt(list.keys, nameStart, piece.to)
      if (ward?.kind !== 'ward') return null
      return { prefix: `${printed(list, from, nameStart)} ${singular(list, nameStart, nameStart + ward.length)}`, kind: 'ward' }
    }
    default:
      return null
  }
}

/** The head without "các", with a capital where "Các" had it. */
function singular(list: ListText, from: number, to: number): string {
  const text = printed(list, from, to)
  const bare = text.replace(/^(các|những)\s+/iu, '')
  return bare !== text && startsWithCapital(text) ? `${bare.slice(0, 1).toUpperCase()}${bare.slice(1)}` : bare
}

function takeHeadless(list: ListText, piece: Piece, last: Unit | null, carry: Carry | null, isNext: boolean): Taken {
  const { from, to } = piece
  const isName = startsWithCapital(printed(list, from, from + 1))
  const isField = longestAt(fieldBook, list.keys, from, to) ?? longestAt(commaFieldBook, list.keys, from, to)
  if (carry !== null && isNext) {
    if (carry.kind === 'department' && isField !== null) return { unit: filled(piece, carry, null), faults: 0 }
    if (carry.kind === 'department' && isName && to - from <= 6) return { unit: filled(piece, carry, null), faults: 1 }
    if ((carry.kind === 'ward' || carry.kind === 'school') && isName && to - from <= 5) return { unit: filled(piece, carry, null), faults: 0 }
  }
  // Something that begins in lower case and is nobody's name goes on with what stands before it.
  if (last !== null && isNext && !isName) return { extend: to, faults: 2 }
  return { unit: { from, to, prefix: '', head: null, open: false }, carry: null, faults: 3 }
}

function filled(piece: Piece, carry: Carry, head: Head | null): Unit {
  return { from: piece.from, to: piece.to, prefix: carry.prefix, head: head ?? { kind: carry.kind, length: 0, plural: false }, open: false }
}

/** "Ban Chỉ đạo … quận" + "phường": one body at two tiers. */
function atOtherTier(list: ListText, piece: Piece, last: Unit): Unit | null {
  const { keys } = list
  const own = tierEndingAt(keys, last.from, last.to)
  const start = wordKey('các') === keys[piece.from] || wordKey('cấp') === keys[piece.from] ? piece.from + 1 : piece.from
  const other = longestAt(tierBook, keys, start, piece.to)
  if (own === null || other === null || start + other.length !== piece.to || own.start <= last.from) return null
  if (last.head === null || last.head.kind === 'ward' || last.head.kind === 'generic' || last.open) return null
  if (own.tiers.some((tier) => other.value.includes(tier))) return null
  const prefix = joinedName(last.prefix, printed(list, last.from, own.start))
  return { from: piece.from, to: piece.to, prefix, head: last.head, open: false }
}

/** "các trường mầm non" + "tiểu học": the words before the level are repeated. */
function atOtherLevel(list: ListText, piece: Piece, last: Unit): Unit | null {
  const level = longestAt(levelBook, list.keys, piece.from, piece.to)
  if (level === null || last.head === null || last.head.kind === 'level') return null
  const own = levelEndingAt(list.keys, last.from, last.to)
  if (own === null || (own === last.from && last.prefix === '')) return null
  const rest = list.words[piece.from + level.length]
  const isBare = piece.from + level.length >= piece.to || rest === undefined || startsInLowerCase(list.text.slice(rest.start, rest.end))
  if (!isBare) return null
  return { from: piece.from, to: piece.to, prefix: joinedName(last.prefix, printed(list, last.from, own)), head: last.head, open: false }
}

/** Whether the words are nothing but generic nouns and what may follow them; `closed` where the group ends with them. */
function genericAt(keys: readonly string[], from: number, to: number): { closed: boolean } | null {
  let hasNoun = false
  let closed = false
  let at = from
  while (at < to) {
    const noun = longestAt(nouns, keys, at, to)
    const qualifier = longestAt(qualifiers, keys, at, to)
    const step = Math.max(noun?.length ?? 0, qualifier?.length ?? 0)
    if (step === 0) return null
    if (longestAt(closing, keys, at, to) !== null) closed = true
    if (noun !== null) hasNoun = true
    at += step
  }
  return hasNoun ? { closed } : null
}

function nameOf(list: ListText, unit: Unit): string {
  return squeeze(joinedName(unit.prefix, printed(list, unit.from, unit.to)))
}

function joinedName(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix} ${name}`
}

/** What speaks against one unit: a name that breaks off, another unit's beginning inside it, words of a sentence. */
function faultsOf(list: ListText, unit: Unit): number {
  const { keys } = list
  const { from, to, head } = unit
  let faults = 0
  const nameStart = head !== null && unit.prefix === '' ? from + head.length : from
  const isField = head?.kind === 'department' || head?.kind === 'agency'
  if (isField && !head.plural && unit.prefix === '' && nameStart >= to && !isUpperCase(printed(list, from, to)) && head.length === 1) faults += 4
  if (isField && breaksOff(fieldBook, keys, nameStart, to)) faults += 4
  // "Tổ chức thi …": the noun is a verb here.
  if (head?.kind === 'generic' && !head.plural && genericAt(keys, from, to) === null) faults += 3
  if (head !== null && unit.prefix === '' && breaksOffHead(keys, from, to)) faults += 4
  if (dangling.has(keys[to - 1] ?? '')) faults += 4
  for (let at = from + 1; at < to; at += 1) {
    const key = keys[at] ?? ''
    if (sentence.has(key) && at >= nameStart) faults += 1
    if (at >= nameStart && beginsAnother(list, at, to)) faults += 4
  }
  const length = to - from
  return faults + (length > 25 ? 4 : length > 16 ? 2 : 0)
}

// "Ủy ban nhân": the head itself is cut.
function breaksOffHead(keys: readonly string[], from: number, to: number): boolean {
  const first = keys[from]
  return first === wordKey('ủy') && to - from < 4 && to - from !== 2
}

function beginsAnother(list: ListText, at: number, to: number): boolean {
  const word = list.words[at]
  if (word === undefined || !startsWithCapital(list.text.slice(word.start, word.end))) return false
  if (containers.has(list.keys[at - 1] ?? '') || /[-–/(“"]/.test(list.words[at - 1]?.gap ?? '')) return false
  const head = headAt(list.keys, at, to)
  return head !== null && (strongKinds.has(head.kind) || head.plural)
}

function endFaults(list: ListText): number {
  const end = list.words.at(-1)?.gap.trim() ?? ''
  if (/^[,\-–:&/+]/.test(end)) return 4
  return end.startsWith(';') ? 1 : 0
}
