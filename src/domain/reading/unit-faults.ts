import { genericAt } from './generic-group.ts'
import { breaksOff, longestAt } from './phrases.ts'
import { fieldBook, type Head, headAt } from './unit-heads.ts'
import { danglingWords, sentenceWords } from './unit-lexicon.ts'
import { type ListText, printed } from './unit-pieces.ts'
import { isUpperCase, startsWithCapital, wordKey } from './words.ts'

/** A unit found in a list: its words, and what was put before them. */
export type FoundUnit = { from: number; to: number; prefix: string; head: Head | null }

const dangling = new Set(danglingWords.map(wordKey))
const sentence = new Set(sentenceWords.map(wordKey))
const containers = new Set(
  ['phòng', 'trực', 'đạo', 'tịch', 'và', 'của', 'thuộc', 'trưởng', 'khối', 'viên', 'ban'].map(wordKey),
)
const strongKinds = new Set<Head['kind']>([
  'department',
  'office',
  'committee',
  'council',
  'agency',
  'school',
  'generic',
  'board',
])

/** What speaks against one unit: a name that breaks off, another unit's beginning inside it, words of a sentence. */
export function faultsOf(list: ListText, unit: FoundUnit): number {
  const { keys } = list
  const { from, to, head } = unit
  let faults = 0
  const nameStart = head !== null && unit.prefix === '' ? from + head.length : from
  const isField = head?.kind === 'department' || head?.kind === 'agency'
  if (
    isField &&
    !head.plural &&
    unit.prefix === '' &&
    nameStart >= to &&
    !isUpperCase(printed(list, from, to)) &&
    head.length === 1
  )
    faults += 4
  if (isField && breaksOff(fieldBook, keys, nameStart, to)) faults += 4
  // "Tổ chức thi …": the noun is a verb here.
  if (head?.kind === 'generic' && !head.plural && genericAt(keys, from, to) === null) faults += 3
  if (head !== null && unit.prefix === '' && breaksOffHead(keys, from, to)) faults += 4
  // "Văn phòng" alone: of whom stands in the next line.
  if (head?.kind === 'office' && from + head.length === to && !head.plural) faults += 2
  // "Ủy ban nhân dân" without its place: the name may go on in the next line.
  if (head?.kind === 'committee' && from + head.length === to) faults += 1
  if (dangling.has(keys[to - 1] ?? '') && !endsName(keys, to)) faults += 4
  for (let at = from + 1; at < to; at += 1) {
    const key = keys[at] ?? ''
    if (sentence.has(key) && at >= nameStart) faults += 1
    if (at >= nameStart) faults += anotherAt(list, unit, nameStart, at)
  }
  const length = to - from
  return faults + (length > 25 ? 4 : length > 16 ? 2 : 0)
}

// "Ban Tuyên giáo Quận ủy", "các đơn vị trực thuộc": the two words together may end a name.
const partyWords = new Set(['quận', 'huyện', 'thành', 'tỉnh', 'thị', 'đảng', 'cấp'].map(wordKey))

function endsName(keys: readonly string[], to: number): boolean {
  const last = keys[to - 1]
  return (
    (last === wordKey('ủy') && partyWords.has(keys[to - 2] ?? '')) ||
    (last === wordKey('thuộc') && keys[to - 2] === wordKey('trực'))
  )
}

// "Ủy ban nhân": the head itself is cut.
function breaksOffHead(keys: readonly string[], from: number, to: number): boolean {
  const first = keys[from]
  return first === wordKey('ủy') && to - from < 4 && to - from !== 2
}

// Who leads or represents others: "Hiệu trưởng các trường", "Ban Chỉ đạo các cấp".
const overOthers = new Set<Head['kind']>(['person', 'board', 'council', 'ward', 'committee', 'mass', 'party'])
const withoutMass = new Set<Head['kind']>(['department', 'office', 'agency', 'school', 'committee', 'ward'])
const all = wordKey('các')

/** Another unit's beginning inside a name, without a sign before it: two cells run together. */
function anotherAt(list: ListText, unit: FoundUnit, nameStart: number, at: number): number {
  const { keys, words, text } = list
  const word = words[at]
  if (word === undefined) return 0
  if (containers.has(keys[at - 1] ?? '') || /[-–/(“"]/.test(words[at - 1]?.gap ?? '')) return 0
  const head = headAt(keys, at, unit.to)
  if (startsWithCapital(text.slice(word.start, word.end))) {
    if (keys[at] === all) return 4
    if (head === null) return 0
    // "Ban Chấp hành Công đoàn" is a name, "UBND Công đoàn" are two.
    const isBeside = head.kind === 'mass' && unit.head !== null && withoutMass.has(unit.head.kind)
    return isBeside || strongKinds.has(head.kind) ? 4 : 0
  }
  if (keys[at] === all) {
    // "các nhà", "các cơ": cut behind its first word.
    if (head === null) return at >= unit.to - 2 ? 4 : 0
    return head.kind === 'ward' || unit.head === null || overOthers.has(unit.head.kind) ? 0 : 3
  }
  if (head === null || !beside.has(head.kind)) return 0
  // "phòng Y tế phòng Nội vụ"; "ban quản lý" in the middle of a name, while "phòng" or "ban" alone may belong to it.
  const isWhole = longestAt(fieldBook, keys, nameStart, unit.to)?.length === at - nameStart
  return isWhole || head.length > 1 ? 3 : 0
}

const beside = new Set<Head['kind']>(['department', 'office', 'committee', 'agency', 'board'])

export function endFaults(list: ListText): number {
  const end = list.words.at(-1)?.gap.trim() ?? ''
  if (/^[,\-–:&/+]/.test(end)) return 4
  return end.startsWith(';') ? 1 : 0
}
