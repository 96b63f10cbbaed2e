import { longestAt } from './phrases.ts'
import { commaFieldBook, fieldBook, headAt, levelBook, levelEndingAt } from './unit-heads.ts'
import { startsInLowerCase, startsWithCapital, type Word, wordKey, wordsOf } from './words.ts'

/** A run of words between two separators, `to` exclusive. */
export type Piece = { from: number; to: number; joint: 'start' | 'comma' | 'strong' | 'colon' | 'and' }

/** A text that lists units, as words; `text` is NFC. */
export type ListText = { text: string; words: readonly Word[]; keys: readonly string[] }

const and = wordKey('và')
const leading = new Set(['và', 'với', 'cùng', 'do', 'phối', 'hợp', 'gồm', 'là'].map(wordKey))
const officeStart = wordKey('văn')
const officeEnd = wordKey('phòng')

export function listTextOf(text: string): ListText {
  // Spaces first: what remains of blank runs is short, whatever the source holds.
  const tidy = text
    .normalize('NFC')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim()
  const words = wordsOf(tidy)
  return { text: tidy, words, keys: words.map((word) => word.key) }
}

export function printed(list: ListText, from: number, to: number): string {
  const first = list.words[from]
  const last = list.words[to - 1]
  if (first === undefined || last === undefined) return ''
  const closing = /^[”"’)]+/.exec(last.gap)?.[0] ?? ''
  const opening = from === 0 ? '' : (/[“"‘(]+$/.exec(list.words[from - 1]?.gap.slice(-3) ?? '')?.[0] ?? '')
  return `${opening}${list.text.slice(first.start, last.end)}${closing}`.replaceAll(/\s+/g, ' ')
}

/** Cuts a list at commas, semicolons, new lines with a new beginning, and at those "và" that part two units. */
export function piecesOf(list: ListText): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  let joint: Piece['joint'] = 'start'
  let depth = 0
  for (const [index, word] of list.words.entries()) {
    const isLast = index === list.words.length - 1
    if (word.gap.length > 1) depth = Math.max(0, depth + count(word.gap, '(') - count(word.gap, ')'))
    const sign = isLast || depth > 0 ? null : separatorOf(list, index)
    const separator = sign !== null && isInsideField(list, from, index) ? null : sign
    if (separator === null && !isLast) continue
    for (const piece of cutAtAnd(list, trimmed(list, { from, to: index + 1, joint }))) pieces.push(piece)
    from = index + 1
    joint = separator ?? 'comma'
  }
  return pieces.filter((piece) => piece.to > piece.from)
}

// "phối hợp với Phòng …": the words before the first name.
function trimmed(list: ListText, piece: Piece): Piece {
  let from = piece.from
  while (from < piece.to && leading.has(list.keys[from] ?? '')) from += 1
  return { ...piece, from }
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}

function separatorOf(list: ListText, index: number): 'comma' | 'strong' | 'colon' | null {
  const gap = list.words[index]?.gap ?? ''
  if (gap === ' ') return null
  const next = list.words[index + 1]
  const rest = next === undefined ? '' : list.text.slice(next.start, next.end)
  if (/[;•]/.test(gap) || /\.\s/.test(gap) || /\n\s*[-+*]/.test(gap)) return 'strong'
  if (gap.includes(':')) return 'colon'
  if (gap.includes(',')) return 'comma'
  if (gap.includes('\n') && startsWithCapital(rest))
    return headAt(list.keys, index + 1) === null ? null : 'strong'
  if (/\s[-–]\s/.test(gap) && startsWithCapital(rest)) {
    const head = headAt(list.keys, index + 1)
    return head !== null && head.kind !== 'level' && head.kind !== 'generic' && head.kind !== 'school'
      ? 'comma'
      : null
  }
  return null
}

/** Whether the separator after `index` belongs to a name with a comma in it, begun in this piece. */
function isInsideField(list: ListText, from: number, index: number): boolean {
  const head = headAt(list.keys, from)
  if (head === null) return false
  const field = longestAt(commaFieldBook, list.keys, from + head.length)
  return field !== null && index < from + head.length + field.length - 1 && index >= from + head.length
}

function cutAtAnd(list: ListText, piece: Piece): Piece[] {
  const cuts: Piece[] = []
  let { from, joint } = piece
  for (let index = from + 1; index < piece.to - 1; index += 1) {
    if (list.keys[index] !== and || !partsTwoUnits(list, from, index, piece.to)) continue
    cuts.push({ from, to: index, joint })
    from = index + 1
    joint = 'and'
  }
  cuts.push({ from, to: piece.to, joint })
  return cuts
}

/** Whether "và" at `index` stands between two units of the piece. */
function partsTwoUnits(list: ListText, from: number, index: number, to: number): boolean {
  const { keys } = list
  const left = headAt(keys, from, index)
  const right = headAt(keys, index + 1, to)
  const nameStart = from + (left?.length ?? 0)
  const field = longestAt(fieldBook, keys, nameStart, to)
  // "Lao động - Thương binh và Xã hội": it stands inside one name.
  if (field !== null && nameStart + field.length > index) return false
  if (right !== null) {
    if (right.kind === 'level') return !isOneSchool(list, from, index, to)
    if (isOfficeOfTwo(keys, from, index) && (right.kind === 'committee' || right.kind === 'council'))
      return false
    // "các phòng, ban và đơn vị liên quan" is one group.
    if (
      left !== null &&
      isGenericKind(left.kind) &&
      isGenericKind(right.kind) &&
      left.plural &&
      !right.plural
    )
      return false
    // "Trung tâm Văn hóa và Thư viện": a noun in the middle of a name, not a unit of its own.
    return right.plural || right.kind !== 'generic'
  }
  return (
    left !== null &&
    field !== null &&
    nameStart + field.length === index &&
    longestAt(fieldBook, keys, index + 1, to) !== null
  )
}

function isGenericKind(kind: string): boolean {
  return kind === 'generic' || kind === 'department' || kind === 'mass' || kind === 'ward'
}

// "trường Tiểu học và Trung học cơ sở Đông Hải 2" is one school with two levels, "Tiểu học và Trung học cơ sở" are two.
function isOneSchool(list: ListText, from: number, index: number, to: number): boolean {
  if (levelEndingAt(list.keys, from, index) === null) return false
  const level = longestAt(levelBook, list.keys, index + 1, to)
  if (level === null) return false
  const after = list.words[index + 1 + level.length]
  if (after === undefined || index + 1 + level.length >= to) return false
  return !startsInLowerCase(list.text.slice(after.start, after.end))
}

// "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân" is one office; a second "và" parts again.
function isOfficeOfTwo(keys: readonly string[], from: number, index: number): boolean {
  let office = false
  for (let at = from; at < index; at += 1) {
    const key = keys[at]
    if (office && key === and) return false
    office ||= key === 'vp' || (key === officeStart && keys[at + 1] === officeEnd)
  }
  return office
}
