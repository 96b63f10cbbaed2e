// Who a part of the body is addressed to: "a) Giao phòng Nội vụ", "Phòng Y tế chủ trì, phối hợp với …:".
import { squeeze } from '#domain/basics/text.ts'
import { opensPredicate, subjectEnd } from './predicates.ts'
import type { ReadDuty } from './reading.ts'
import { genericAt } from './generic-group.ts'
import { longestAt } from './phrases.ts'
import { headAt, levelBook } from './unit-heads.ts'
import { readUnitList } from './unit-list.ts'
import { startsWithCapital, type Word, withoutEndSigns, wordsOf } from './words.ts'

/**
 * `rest`: what the same paragraph goes on to say; '' for a heading. `isSentence`: the unit is the subject of that
 * sentence, not a label before it. `faults` as of a list of units.
 */
export type DutyHead = {
  unit: string
  units: string[]
  with: string[]
  role: ReadDuty['role']
  rest: string
  isSentence: boolean
  faults: number
}

const openers =
  /^(?:(?:ủy ban nhân dân|ubnd)\s[\p{L}\s]{1,30}\s(?=giao|yêu cầu|đề nghị))?(?:giao cho|giao|đề nghị|yêu cầu|phân công cho|phân công|trách nhiệm của|trách nhiệm|nhiệm vụ của|nhiệm vụ đối với|đối với|về phía)\s+/iu
const roleMark =
  /(?:^|[\s,;(–-])(là\scơ\squan\schủ\strì|chủ\strì|cơ\squan\schủ\strì|phối\shợp|có\strách\snhiệm|chịu\strách\snhiệm)(?!\p{L})/iu

/** Whether "Giao", "Đề nghị" and the like open the text. */
export function isAssigned(text: string): boolean {
  return openers.test(text)
}

/**
 * The unit or units that a paragraph addresses; null for one that addresses nobody. `withPersons`: also "Giáo viên chủ
 * nhiệm" and the like, whom only the part on implementation addresses.
 */
export function readDutyHead(printed: string, withPersons: boolean): DutyHead | null {
  const text = squeeze(printed).replace(openers, '')
  if (text === '' || text.length > 4000) return null
  const bare = withoutEndSigns(text, ' :.;,')
  const mark = roleMark.exec(bare.slice(0, 400))
  if (mark !== null) {
    const head = withRole(bare, text, mark, withPersons)
    if (head !== null) return head
  }
  // A sentence ends with its sign; a name may hold a verb, "Ban Quản lý dự án đầu tư xây dựng".
  const sentence = /[.;]$/.test(text) ? withPredicate(text, withPersons) : null
  if (sentence !== null) return sentence
  if (bare.length <= 250) {
    const whole = listOf(bare, withPersons)
    if (whole !== null) return { ...whole, with: [], role: null, rest: '', isSentence: false }
  }
  return withColon(text, withPersons) ?? withPredicate(text, withPersons)
}

type Listed = { unit: string; units: string[]; faults: number }

/** A clean list of units that says whose they are; null for anything else. */
function listOf(text: string, withPersons: boolean): Listed | null {
  const unit = withoutEndSigns(text, ' ,;:.–-')
  if (unit === '') return null
  const { units, faults } = readUnitList(unit)
  if (faults >= 3 || units.length === 0 || !units.every(({ name }) => isUnitName(name, withPersons)))
    return null
  return { unit, units: units.map(({ name }) => name), faults }
}

const nameless = new Set(['level'])

/** Not persons in general, not a school level as a topic, not a noun alone. */
function isUnitName(name: string, withPersons = false): boolean {
  const keys = wordsOf(name).map((word) => word.key)
  const head = headAt(keys, 0)
  if (head === null) return keys.length > 1 && genericAt(keys, 0, keys.length) !== null
  if (head.kind === 'generic') return head.plural || keys.length > head.length
  if (nameless.has(head.kind)) return false
  if (head.kind === 'person')
    return (
      withPersons ||
      /^(?:các\s)?(?:hiệu trưởng|thủ trưởng|người đứng đầu|giám đốc|chủ tịch|trưởng|lãnh đạo)/iu.test(name)
    )
  if (head.kind === 'school' && !head.plural && keys.length > head.length)
    return isOneSchool(name, keys, head.length)
  return (
    keys.length > head.length ||
    head.length > 1 ||
    head.plural ||
    head.kind === 'school' ||
    head.kind === 'party' ||
    head.kind === 'mass'
  )
}

/** "Trường Mầm non Cát Bi", "cơ sở giáo dục mầm non": not "Trường học hạnh phúc". */
function isOneSchool(name: string, keys: readonly string[], from: number): boolean {
  const word = wordsOf(name)[from]
  return (
    (word !== undefined && startsWithCapital(name.slice(word.start, word.end))) ||
    longestAt(levelBook, keys, from) !== null ||
    genericAt(keys, from, keys.length) !== null
  )
}

/** "Phòng Nội vụ chủ trì, phối hợp phòng A, B: …": who leads, with whom, and what. */
function withRole(bare: string, text: string, mark: RegExpExecArray, withPersons: boolean): DutyHead | null {
  const before = bare.slice(0, mark.index)
  // "Phòng Kinh tế: Chủ trì …" is a heading with its first duty behind it.
  if (before.includes(':')) return null
  const list = listOf(before, withPersons)
  if (list === null) return null
  const word = (mark[1] ?? '').toLowerCase()
  const from = mark.index + mark[0].length - (mark[1] ?? '').length
  const said = text.slice(from).trim()
  const role = word.includes('chủ') ? 'lead' : word === 'phối hợp' ? 'coordinate' : null
  if (role === null) {
    const isLabel = /^(?:có|chịu) trách nhiệm\s?:?$/iu.test(said)
    return { ...list, with: [], role, rest: isLabel ? '' : said, isSentence: !isLabel }
  }
  const partners = partnersIn(said)
  const behind = partners.at(-1)?.to
  const isHeading =
    withoutEndSigns(said, ' :.;,').length <= (behind ?? 0) ||
    /^(?:là\s)?(?:cơ quan\s)?(?:chủ trì|phối hợp)(?:,?\s(?:thực hiện|tham mưu|phối hợp thực hiện))?\s?[:.]?$/iu.test(
      said,
    )
  return {
    ...list,
    with: isHeading ? partners.flatMap(({ names }) => names) : [],
    role,
    rest: isHeading ? '' : said,
    isSentence: !isHeading,
  }
}

/** "Phòng Nội vụ: Tham mưu …" */
function withColon(text: string, withPersons: boolean): DutyHead | null {
  const colon = text.slice(0, 200).indexOf(':')
  if (colon < 0) return null
  const list = listOf(text.slice(0, colon), withPersons)
  return list === null
    ? null
    : { ...list, with: [], role: null, rest: text.slice(colon + 1).trim(), isSentence: false }
}

/** "Các phòng, ban, các nhà trường chủ động xây dựng …" */
function withPredicate(text: string, withPersons: boolean): DutyHead | null {
  const end = unitsEnd(text, withPersons)
  return end === null
    ? null
    : { ...end.list, with: [], role: null, rest: text.slice(end.to).trim(), isSentence: true }
}

// A name may hold a verb ("Ban Quản lý dự án đầu tư …"); the third one ends it at last.
const mostTries = 3

/** The list of units that a text begins with, up to the verb behind it. */
function unitsEnd(text: string, withPersons: boolean): { list: Listed; to: number } | null {
  const words = wordsOf(text.slice(0, 400))
  const keys = words.map((word) => word.key)
  if (headAt(keys, 0) === null && genericAt(keys, 0, Math.min(2, keys.length)) === null) return null
  let from = 0
  for (let tries = 0; tries < mostTries; tries += 1) {
    const end = subjectEnd({ text, words, keys }, from)
    const last = words[end - 1]
    if (last === undefined || end >= words.length || !opensPredicate(keys, end)) return null
    const list = listOf(text.slice(words[0]?.start ?? 0, last.end), withPersons)
    if (list !== null) return { list, to: words[end]?.start ?? last.end }
    from = end
  }
  return null
}

const together =
  /phối\shợp(?:\s(?:chặt chẽ|tốt|thường xuyên|thực hiện))?(?:\s(?:cùng\svới|cùng|với))?\s?:?\s?/giu

/** The units that a text says one works with, and where each list ends. */
export function partnersIn(text: string): { names: string[]; to: number }[] {
  return [...text.matchAll(together)].flatMap((match) => {
    const from = match.index + match[0].length
    // No list of partners is longer; whole paragraphs would be read again at each "phối hợp".
    const rest = text.slice(from, from + 600)
    const words = wordsOf(rest)
    const list = partnerList(rest, words)
    return list === null ? [] : [{ names: list.names, to: from + list.to }]
  })
}

function partnerList(rest: string, words: readonly Word[]): { names: string[]; to: number } | null {
  const keys = words.map((word) => word.key)
  const first = words[0]
  if (
    first === undefined ||
    (headAt(keys, 0) === null && genericAt(keys, 0, Math.min(2, keys.length)) === null)
  )
    return null
  let from = 0
  for (let tries = 0; tries < mostTries; tries += 1) {
    const end = subjectEnd({ text: rest, words, keys }, from)
    const last = words[end - 1]
    if (last === undefined) return null
    const { units, faults } = readUnitList(rest.slice(first.start, last.end))
    const named = units.filter(({ name }) => isUnitName(name))
    if (faults < 3 && named.length > 0) return { names: named.map(({ name }) => name), to: last.end }
    if (end >= words.length) return null
    from = end
  }
  return null
}
