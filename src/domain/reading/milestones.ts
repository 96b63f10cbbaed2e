// A named unit or an area reaches a level or a state: "xây dựng trường A đạt chuẩn quốc gia mức 1".
import { squeeze } from '#domain/basics/text.ts'
import { headAt, levelBook } from './unit-heads.ts'
import { longestAt } from './phrases.ts'
import { readUnitList } from './unit-list.ts'
import { startsWithCapital, withoutEndSigns, wordsOf } from './words.ts'

/** `value`: the level, cycle or degree if printed, `unit` its word. `from`: where the subject stands. */
export type Milestone = {
  subject: string
  statement: string
  value: number | null
  unit: string | null
  from: number
  /** The subject has a name of its own. */
  isNamed: boolean
}

const degree = String.raw`(mức độ|mức|cấp độ|chu kỳ|chu kì)\s(\d|[IV]{1,3})(?![\d%\p{L}]|[.,]\d)`
const states = String.raw`đạt chuẩn quốc gia|đạt chuẩn nông thôn mới|đạt chuẩn phổ cập|đạt chuẩn|được công nhận|đạt kiểm định chất lượng|đánh giá ngoài|kiểm định chất lượng giáo dục`
const mark = new RegExp(`${degree}|(?:${states})(?![\\p{L}])`, 'giu')
const romans: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 }

export function hasMilestone(text: string): boolean {
  return readMilestones(text).length > 0
}

type Mark = { from: number; to: number; value: number | null; unit: string | null }

/** The milestones of a sentence; several named units, or several degrees, are one each. */
export function readMilestones(text: string): Milestone[] {
  const found: Milestone[] = []
  let from = 0
  for (const part of text.split(';')) {
    found.push(...milestonesOfPart(part, from))
    from += part.length + 1
  }
  return found
}

function milestonesOfPart(part: string, offset: number): Milestone[] {
  const groups = groupsOf(part)
  const found: Milestone[] = []
  let start = 0
  for (const [index, group] of groups.entries()) {
    const last = group.at(-1)
    const first = group[0]
    if (first === undefined || last === undefined) continue
    const nextFrom = groups[index + 1]?.[0]?.from ?? part.length
    const behind = namesIn(part.slice(last.to, index === groups.length - 1 ? part.length : nextFrom), last.to)
    const before = subjectsBefore(part, start, first.from)
    // The names may stand on either side of the degree; those behind it end the part.
    const isBehind = behind.length > 0 && before.every((subject) => !subject.isNamed)
    const subjects = isBehind ? behind : before
    const end = isBehind ? part.length : last.to
    for (const subject of subjects.filter((one) => one.isNamed || isArea(one.name)))
      for (const one of group.filter(({ value }) => subject.isNamed || value !== null))
        found.push({
          subject: subject.name,
          statement: withoutEndSigns(squeeze(part.slice(start, end)), ' ,;:.'),
          value: one.value,
          unit: one.unit,
          from: offset + subject.from,
          isNamed: subject.isNamed,
        })
    start = end
  }
  return found
}

/** Degrees that only "và" parts belong to the same subject; a state before a degree is that degree's. */
function groupsOf(part: string): Mark[][] {
  const marks: Mark[] = []
  for (const match of part.matchAll(mark)) {
    const unit = match[1]?.toLowerCase() ?? null
    const printed = match[2]
    const value = printed === undefined ? null : (romans[printed.toUpperCase()] ?? Number(printed))
    const one: Mark = { from: match.index, to: match.index + match[0].length, value, unit }
    const before = marks.at(-1)
    if (before !== undefined && before.value === null && one.value !== null && one.from - before.to < 16) {
      marks[marks.length - 1] = { ...one, from: before.from }
      continue
    }
    // "được công nhận trường đạt chuẩn …": one state in two words.
    if (before !== undefined && one.value === null && one.from - before.to < 12) {
      if (before.value === null) marks[marks.length - 1] = { ...one, from: before.from }
      continue
    }
    marks.push(one)
  }
  const groups: Mark[][] = []
  for (const one of marks) {
    const open = groups.at(-1)
    const before = open?.at(-1)
    const between = before === undefined ? '' : part.slice(before.to, one.from)
    if (
      open !== undefined &&
      before !== undefined &&
      /^\s(?:và|,)\s(?:được\s)?(?:công nhận)?[\p{Ll}\s]{0,24}$/u.test(between) &&
      !/trường\s\p{Lu}/u.test(between)
    )
      open.push(one)
    else groups.push([one])
  }
  return groups
}

/** An area of work is named in a few words; more are a sentence that mentions a degree. */
function isArea(name: string): boolean {
  return wordsOf(name).length <= 12
}

// More are no list of schools, and reading it at every degree would take quadratic time.
const longestList = 600

type Subject = { name: string; from: number; isNamed: boolean }

/** Units with names of their own in a stretch of text. */
function namesIn(text: string, offset: number): Subject[] {
  const opening =
    /^\s*(?:[:(–-]\s*)?(?:đối với\s|cho\s|tại\s|gồm\s|là\s)?(?:\d{1,3}\s)?(?:các\s)?(?:(?:nhà\s)?trường\s?:\s*)?/u.exec(
      text,
    )?.[0] ?? ''
  const list = withoutEndSigns(
    text.slice(opening.length, opening.length + longestList).replace(/\).*$/u, ''),
    ' ,.;:',
  )
  if (list === '' || !/\p{Lu}/u.test(list)) return []
  const isSchools = /trường\s?:/u.test(opening)
  const { units, faults } = readUnitList(list)
  if (faults >= 6) return []
  const named = units.filter(({ name }) => isNamedUnit(name))
  if (named.length === 0 || (named.length < units.length && !isSchools)) return []
  return named.map(({ name }) => ({
    name,
    from: offset + Math.max(0, text.indexOf(name.split(' ').slice(-2).join(' '))),
    isNamed: true,
  }))
}

/** "Mầm non Tràng Cát", "phường Thành Tô": a kind and a name with capitals behind it. */
function isNamedUnit(name: string): boolean {
  const words = wordsOf(name)
  const keys = words.map((word) => word.key)
  const head = headAt(keys, 0)
  let at = head?.length ?? 0
  let isUnit = head !== null && ['school', 'level', 'ward', 'committee', 'agency'].includes(head.kind)
  const level = longestAt(levelBook, keys, at)
  if (level !== null) {
    at += level.length
    isUnit = true
  }
  const word = words[at]
  return (
    isUnit &&
    word !== undefined &&
    (startsWithCapital(name.slice(word.start)) || /^\d/.test(name.slice(word.start)))
  )
}

const openers =
  /^(?:[\s,–-]|và\s|phấn đấu\s|tiếp tục\s|thực hiện\s|hoàn thành\s|xây dựng\s|duy trì\s|giữ vững\s|đề nghị\s|công nhận\s(?:lại\s)?|chỉ đạo\s|tập trung\s|hồ sơ\s|tổ chức\s)+/iu

/** What stands before a degree: named units, or one area or several of the same kind. */
function subjectsBefore(part: string, start: number, end: number): Subject[] {
  const printed = part.slice(Math.max(start, end - longestList), end)
  const opening = openers.exec(printed)?.[0] ?? ''
  const text = withoutEndSigns(
    printed.slice(opening.length).replace(/\s(?:đạt|được|là|lên)\s*$/u, ''),
    ' ,;:–-',
  )
  const from = end - printed.length + opening.length
  if (text === '') return []
  const { units, faults } = readUnitList(text)
  if (faults < 3 && units.length > 0 && units.every(({ name }) => isNamedUnit(name)))
    return units.map(({ name }) => ({ name, from: from + Math.max(0, text.indexOf(name)), isNamed: true }))
  // "Phấn đấu đến tháng 6/2026, trường A", "02 trường: A, B": the names stand last.
  for (const sign of text.matchAll(/[:,]\s/g)) {
    const tail = text.slice(sign.index + 2)
    const last = readUnitList(tail)
    if (last.faults < 3 && last.units.length > 0 && last.units.every(({ name }) => isNamedUnit(name)))
      return last.units.map(({ name }) => ({ name, from: from + text.lastIndexOf(tail), isNamed: true }))
  }
  // "Phổ cập giáo dục Tiểu học, phổ cập giáo dục Trung học cơ sở": the same words open each.
  const pieces = text.split(/,\s|\svà\s/u)
  const firstWord = wordsOf(pieces[0] ?? '')[0]?.key
  const isSame = pieces.length > 1 && pieces.every((piece) => wordsOf(piece)[0]?.key === firstWord)
  if (!isSame) return [{ name: squeeze(text), from, isNamed: false }]
  return pieces.map((piece) => ({
    name: squeeze(piece),
    from: from + Math.max(0, text.indexOf(piece)),
    isNamed: false,
  }))
}
