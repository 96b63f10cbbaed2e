import { squeeze } from '#domain/basics/text.ts'
import { genericAt } from './generic-group.ts'
import { longestAt } from './phrases.ts'
import { endFaults, type FoundUnit, faultsOf } from './unit-faults.ts'
import {
  commaFieldBook,
  fieldBook,
  type Head,
  headAt,
  levelBook,
  levelEndingAt,
  tierBook,
  tierEndingAt,
} from './unit-heads.ts'
import { type ListText, listTextOf, type Piece, piecesOf, printed } from './unit-pieces.ts'
import { startsInLowerCase, startsWithCapital, wordKey } from './words.ts'

/** One unit of a list, with the words that the list leaves out filled in. */
export type ListedUnit = { name: string; filled: boolean }

/** `faults` weighs what speaks against the text being a list of units: 0 for a clean one, 3 and more for prose. */
export type UnitList = { units: ListedUnit[]; faults: number }

/** `open`: a generic group that further nouns may join. */
type Unit = FoundUnit & { open: boolean }
/** What later pieces without a head of their own continue: "Phòng " + "Giáo dục và Đào tạo". */
type Carry = { prefix: string; kind: Head['kind'] }

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
  const named = units
    .map((unit) => ({ name: nameOf(list, unit), filled: unit.prefix !== '' }))
    .filter((unit) => unit.name !== '')
  return { units: named, faults: named.length === 0 ? faults + 4 : faults }
}

type Taken = { unit?: Unit; extend?: number; open?: boolean; carry?: Carry | null; faults: number }

function takePiece(list: ListText, piece: Piece, last: Unit | null, carry: Carry | null): Taken {
  const { keys } = list
  const { from, to } = piece
  const isNext = piece.joint === 'comma' || piece.joint === 'and'
  const generic = genericAt(keys, from, to)
  const head = headAt(keys, from, to)
  // "UBND phường, các khu dân cư": the committee's group does not go on with "các".
  const isApart = last?.head?.kind === 'committee' && keys[from] === wordKey('các')
  if (
    last?.open &&
    isNext &&
    !isApart &&
    generic !== null &&
    head?.plural !== true &&
    head?.kind !== 'committee'
  )
    return { extend: to, open: !generic.closed, faults: 0 }
  if (last !== null && isNext) {
    const tier = atOtherTier(list, piece, last) ?? atOtherLevel(list, piece, last)
    if (tier !== null) return { unit: tier, faults: 0 }
  }
  const levelHere = longestAt(levelBook, keys, from, to)
  if (levelHere !== null && carry?.kind === 'school' && (isNext || piece.joint === 'colon'))
    return { unit: filled(piece, carry, head), faults: 0 }
  if (head !== null && !(head.kind === 'ward' && carry?.kind === 'ward'))
    return takeHeaded(list, piece, head, generic)
  return takeHeadless(list, piece, last, carry, isNext || piece.joint === 'colon')
}

function takeHeaded(list: ListText, piece: Piece, head: Head, generic: { closed: boolean } | null): Taken {
  const { from, to } = piece
  const nameStart = from + head.length
  const followed = list.words[to - 1]?.gap.includes(':') ?? false
  // "Các phòng: Nội vụ, Kinh tế", "UBND các phường: A, B": a head for what follows, no unit itself.
  if (followed) return { carry: carryOf(list, piece, head), faults: 0 }
  const unit: Unit = { from, to, prefix: '', head, open: generic !== null && !generic.closed }
  if (
    head.plural &&
    head.kind === 'department' &&
    longestAt(fieldBook, list.keys, nameStart, to) !== null &&
    generic === null
  ) {
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
  if (head.kind === 'department' || head.kind === 'school' || head.kind === 'ward') {
    return { prefix: singular(list, from, nameStart), kind: head.kind }
  }
  // "UBND các phường: A, B", "UBND phường A, B"
  const ward = head.kind === 'committee' ? headAt(list.keys, nameStart, piece.to) : null
  if (ward?.kind !== 'ward') return null
  return {
    prefix: `${printed(list, from, nameStart)} ${singular(list, nameStart, nameStart + ward.length)}`,
    kind: 'ward',
  }
}

/** The head without "các", with a capital where "Các" had it. */
function singular(list: ListText, from: number, to: number): string {
  const text = printed(list, from, to)
  const bare = text.replace(/^(các|những)\s+/iu, '')
  return bare !== text && startsWithCapital(text) ? `${bare.slice(0, 1).toUpperCase()}${bare.slice(1)}` : bare
}

function takeHeadless(
  list: ListText,
  piece: Piece,
  last: Unit | null,
  carry: Carry | null,
  isNext: boolean,
): Taken {
  const { from, to } = piece
  const isName = startsWithCapital(printed(list, from, from + 1))
  const isField = longestAt(fieldBook, list.keys, from, to) ?? longestAt(commaFieldBook, list.keys, from, to)
  if (carry !== null && isNext) {
    if (carry.kind === 'department' && isField !== null)
      return { unit: filled(piece, carry, null), faults: 0 }
    if (carry.kind === 'department' && isName && to - from <= 6)
      return { unit: filled(piece, carry, null), faults: 1 }
    if ((carry.kind === 'ward' || carry.kind === 'school') && isName && to - from <= 5)
      return { unit: filled(piece, carry, null), faults: 0 }
  }
  // Something that begins in lower case and is nobody's name goes on with what stands before it.
  if (last !== null && isNext && !isName) return { extend: to, faults: 2 }
  return { unit: { from, to, prefix: '', head: null, open: false }, carry: null, faults: 3 }
}

function filled(piece: Piece, carry: Carry, head: Head | null): Unit {
  return {
    from: piece.from,
    to: piece.to,
    prefix: carry.prefix,
    head: head ?? { kind: carry.kind, length: 0, plural: false },
    open: false,
  }
}

/** "Ban Chỉ đạo … quận" + "phường": one body at two tiers. */
function atOtherTier(list: ListText, piece: Piece, last: Unit): Unit | null {
  const { keys } = list
  const own = tierEndingAt(keys, last.from, last.to)
  const start =
    wordKey('các') === keys[piece.from] || wordKey('cấp') === keys[piece.from] ? piece.from + 1 : piece.from
  const other = longestAt(tierBook, keys, start, piece.to)
  if (own === null || other === null || start + other.length !== piece.to || own.start <= last.from)
    return null
  if (last.head === null || last.head.kind === 'ward' || last.head.kind === 'generic' || last.open)
    return null
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
  const isBare =
    piece.from + level.length >= piece.to ||
    rest === undefined ||
    startsInLowerCase(list.text.slice(rest.start, rest.end))
  if (!isBare) return null
  return {
    from: piece.from,
    to: piece.to,
    prefix: joinedName(last.prefix, printed(list, last.from, own)),
    head: last.head,
    open: false,
  }
}

function nameOf(list: ListText, unit: Unit): string {
  return squeeze(joinedName(unit.prefix, printed(list, unit.from, unit.to)))
}

function joinedName(prefix: string, name: string): string {
  return prefix === '' ? name : `${prefix} ${name}`
}
