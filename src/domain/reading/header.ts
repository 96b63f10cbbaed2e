import { type LocalDate, parseLocalDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import { bodyOpenings, typeNames, typeSymbols } from './header-lexicon.ts'
import { readIssuer } from './issuer.ts'
import type { Paragraph } from './paragraphs.ts'
import { longestAt, phraseBook } from './phrases.ts'
import { problem } from './problems.ts'
import type { DocumentType, HeaderField, ReadHeader, ReadProblem } from './reading.ts'
import { readSchoolYear } from './school-year-text.ts'
import { headingNumber } from './section-numbers.ts'
import type { At } from './source.ts'
import { isUpperCase, keysOf, startsInLowerCase } from './words.ts'

type Found<T> = { value: T; at: At }

// The header of a plan inside a decision begins behind the decision's articles.
const farthestTypeLine = 120
const longestTitle = 400

const openings = phraseBook(bodyOpenings.map((words) => [words, true as const]))
const types = new Map(Object.entries(typeNames).map(([name, type]) => [fold(name), type]))

/** What stands above the body. Numbers and dates in "Căn cứ …" are never the document's own. */
export function readHeader(paragraphs: readonly Paragraph[]): {
  header: ReadHeader
  problems: ReadProblem[]
} {
  const typeLine = findTypeLine(paragraphs)
  const end = endOfHeader(paragraphs, typeLine?.index ?? null)
  const top = paragraphs.slice(0, end)
  const number = findNumber(top) ?? findAttached(paragraphs)?.number ?? null
  const date = findDate(top) ?? findAttached(paragraphs)?.date ?? null
  const title = findTitle(paragraphs, typeLine, end)
  const schoolYear = readSchoolYear(paragraphs, title, end)
  const issuer = readIssuer(paragraphs, typeLine?.index ?? end, end)
  const type = typeLine?.type ?? typeOf(number?.value ?? null, paragraphs)
  const problems: ReadProblem[] = []
  if (title !== null && startsInLowerCase(title.value)) problems.push(problem('title_cut', title.at))
  if (schoolYear?.others === true)
    problems.push(problem('several_school_years', schoolYear.at, schoolYear.value))
  const at: Partial<Record<HeaderField, At>> = {}
  if (typeLine !== null) at.type = typeLine.at
  if (number !== null) at.number = number.at
  if (date !== null) at.date = date.at
  if (issuer !== null) at.issuer = issuer.at
  if (title !== null) at.title = title.at
  if (schoolYear !== null) at.schoolYear = schoolYear.at
  return {
    header: {
      type,
      number: number?.value ?? null,
      date: date?.value ?? null,
      issuer: issuer?.value ?? null,
      title: title?.value ?? null,
      schoolYear: schoolYear?.value ?? null,
      at,
    },
    problems,
  }
}

type TypeLine = { index: number; type: DocumentType; rest: string; at: At }

/** The line with the type's name. A plan inside a decision has its own further down. */
function findTypeLine(paragraphs: readonly Paragraph[]): TypeLine | null {
  let first: TypeLine | null = null
  for (const [index, paragraph] of paragraphs.slice(0, farthestTypeLine).entries()) {
    const line = typeLineOf(paragraph, index)
    if (line === null) continue
    if (line.type === 'plan' || (line.type === 'report' && first === null)) return line
    first ??= line
  }
  return first
}

function typeLineOf(paragraph: Paragraph, index: number): TypeLine | null {
  const words = paragraph.text.split(/\s+/).slice(0, 2).join(' ')
  const rest = paragraph.text.slice(paragraph.text.indexOf(words) + words.length).trim()
  // In capitals, alone on its line or before a title: "Kế hoạch" in a sentence is no type line.
  const type = isUpperCase(words) ? types.get(fold(words.replace(/[:.]$/, ''))) : undefined
  return type === undefined || (rest !== '' && rest.length > longestTitle)
    ? null
    : { index, type, rest: /\p{L}/u.test(rest) ? rest : '', at: paragraph.at }
}

function endOfHeader(paragraphs: readonly Paragraph[], typeIndex: number | null): number {
  // The line right below the type's name is the title, whatever it begins with.
  const from = typeIndex === null ? 0 : typeIndex + 2
  const end = paragraphs.findIndex((paragraph, index) => index >= from && beginsBody(paragraph.text))
  return end < 0 ? Math.min(paragraphs.length, from + 10) : end
}

function beginsBody(text: string): boolean {
  return (
    longestAt(openings, keysOf(text.slice(0, 80)), 0) !== null ||
    headingNumber(text)?.style === 'roman' ||
    (headingNumber(text) !== null && !/^số/iu.test(text)) ||
    text.length > longestTitle
  )
}

const numberPattern = /^(?:[^\n]{0,80}\s)?số\s?:?\s?(\d{1,5}[a-z]?\s?\/\s?[\p{Lu}\d][\p{L}\d&.–/-]{1,40})/iu

function findNumber(top: readonly Paragraph[]): Found<string> | null {
  for (const paragraph of top) {
    const match = /^số\s?:|\ssố\s?:/iu.test(paragraph.text) ? numberPattern.exec(paragraph.text) : null
    if (match !== null)
      return { value: (match[1] ?? '').replaceAll(/\s/g, '').replace(/[.,;]$/, ''), at: paragraph.at }
  }
  return null
}

const datePattern = /(?:^|[,\s])ngày\s(\d{1,2})\stháng\s(\d{1,2})\snăm\s(\d{4})/iu

/** The date of the line of place and date. */
function findDate(top: readonly Paragraph[]): Found<LocalDate> | null {
  for (const paragraph of top) {
    // "Hải An, ngày 05 tháng 8 năm 2024"; what is attached to another document bears that one's date.
    const match =
      paragraph.text.length < 200 && !/kèm theo|căn cứ/iu.test(paragraph.text)
        ? datePattern.exec(paragraph.text)
        : null
    const before = paragraph.text.slice(0, match?.index ?? 0)
    const date = match === null ? null : parseLocalDate(`${match[1]}/${match[2]}/${match[3]}`)
    if (
      date !== null &&
      (before.trim() === '' || before.trimEnd().endsWith(',') || match?.[0].startsWith(',') === true)
    )
      return { value: date, at: paragraph.at }
  }
  return null
}

const attachedPattern =
  /kèm theo\s(?:quyết định|kế hoạch|công văn|nghị quyết|báo cáo|tờ trình)\ssố\s?:?\s?(\d{1,5}[a-z]?\s?\/\s?[\p{L}\d&.–/-]{2,40})(?:[\s,]{1,3}(ngày\s[\d/.-]{6,10}|ngày\s\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4}))?/iu

/** "(Kèm theo Quyết định số …/QĐ-UBND ngày …)" below the title of a plan or of an annex. */
function findAttached(
  paragraphs: readonly Paragraph[],
): { number: Found<string>; date: Found<LocalDate> | null } | null {
  for (const paragraph of paragraphs) {
    const match = /kèm theo/iu.test(paragraph.text) ? attachedPattern.exec(paragraph.text) : null
    // In the middle of a text it is a citation.
    if (match === null || match.index > 60) continue
    const words = /(\d{1,2})(?:\stháng\s|[/.-])(\d{1,2})(?:\snăm\s|[/.-])(\d{4})/u.exec(match[2] ?? '')
    const date = words === null ? null : parseLocalDate(`${words[1]}/${words[2]}/${words[3]}`)
    return {
      number: { value: (match[1] ?? '').replaceAll(/\s/g, ''), at: paragraph.at },
      date: date === null ? null : { value: date, at: paragraph.at },
    }
  }
  return null
}

/** The lines below the type's name; without a type's name what stands before the body. */
function findTitle(
  paragraphs: readonly Paragraph[],
  typeLine: TypeLine | null,
  end: number,
): Found<string> | null {
  if (typeLine === null) {
    const only = paragraphs.slice(0, Math.min(end, 3)).find((paragraph) => !isFrame(paragraph.text))
    return only === undefined || only.text.length > longestTitle ? null : { value: only.text, at: only.at }
  }
  const parts: Paragraph[] = []
  for (const paragraph of paragraphs.slice(typeLine.index + 1, Math.max(end, typeLine.index + 2))) {
    if (
      isFrame(paragraph.text) ||
      paragraph.text.length > longestTitle ||
      (parts.length > 0 && !goesOn(parts, paragraph))
    )
      break
    if (typeLine.rest !== '' && !goesOn([{ ...paragraph, text: typeLine.rest }], paragraph)) break
    parts.push(paragraph)
  }
  const first = parts[0]
  const text = [typeLine.rest, ...parts.map((part) => part.text)].filter((part) => part !== '').join(' ')
  if (text === '') return null
  return { value: text, at: typeLine.rest === '' && first !== undefined ? first.at : typeLine.at }
}

/** Lines of a centred title end anywhere; the next one goes on where it looks alike or begins in the middle. */
function goesOn(parts: readonly Paragraph[], next: Paragraph): boolean {
  const last = parts.at(-1)
  if (last === undefined || beginsBody(next.text)) return false
  if (startsInLowerCase(next.text) || /^\d{4}/.test(next.text) || /[,–-]$/.test(last.text)) return true
  if (isUpperCase(last.text)) return isUpperCase(next.text)
  return last.style.bold === true && next.style.bold === true
}

function isFrame(text: string): boolean {
  return /^[^\p{L}\d]*$/u.test(text) || /^\(|^số\s?:|^kính gửi|^cộng ho|^độc lập|kèm theo/iu.test(text)
}

function typeOf(number: string | null, paragraphs: readonly Paragraph[]): DocumentType {
  const symbol = number?.split('/')[1]?.split('-')[0]
  const known = symbol === undefined ? undefined : typeSymbols[symbol]
  if (known !== undefined) return known
  const opening = paragraphs
    .slice(0, 8)
    .map((paragraph) => fold(paragraph.text))
    .join(' ')
  if (/(?:uy ban nhan dan|ubnd|phong|so|truong)(?: \S+){0,12} bao cao ket qua/.test(opening)) return 'report'
  return /(?:xay dung|ban hanh) ke hoach/.test(opening) ? 'plan' : 'other'
}
