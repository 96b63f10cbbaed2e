import { type LocalDate, parseLocalDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import { legalTypes } from './legal-lexicon.ts'
import { atIndex, type Paragraph } from './paragraphs.ts'
import type { CitedLaw } from './reading.ts'
import { nameEnd } from './unit-name.ts'
import { wordKey, wordsOf } from './words.ts'

// '71/2020/NĐ-CP', '237/KH-UBND', '29-NQ/TW', '88/2014/QH13', '13/2016/TTLT-BYT-BGDĐT'
// Capital letters, and the few small ones of 'CTr', 'TTg', 'QyĐ': a word glued to the symbol is not of it.
const symbol = String.raw`(?:QyĐ|\p{Lu}[\p{Lu}\d]{0,15}(?:[rg](?!\p{Ll})\p{Lu}{0,4})?)`
const number = String.raw`\d{1,5}[a-zA-Z]?(?:\s?\/\s?\d{4})?\s?[/-]\s?${symbol}(?:[-/&]${symbol}){0,6}`
// Either case of the first letter; the flag for both cases would let a small letter stand for the symbol's capital one.
const types = legalTypes
  .map((type) => `[${type.slice(0, 1)}${type.slice(0, 1).toLowerCase()}]${type.slice(1)}`)
  .join('|')
const cited = new RegExp(
  String.raw`(${types})\s(?:liên tịch\s)?(?:(?:của\s[^,;.()\d]{2,80}?\s)?số\s?:?\s?)?(${number})`,
  'gu',
)
const dated =
  /^[\s,]{0,3}ngày\s(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\stháng\s\d{1,2}\snăm\s\d{4})/iu
const byWhom = /^[\s,]{0,3}của\s(.{2,160})/isu
const lawByName =
  /(?<!\p{L})(Luật|Bộ luật|Hiến pháp|Pháp lệnh)\s(?=\p{Lu}|thực hiện|tổ chức|phòng|sửa đổi|ban hành)/gu
const lawName = /^(?:Phòng, chống\s)?[^,;.:()“”]{2,100}/u

/** Every legal document that is cited, once, with all places; a law by its name has no number. */
export function readLegalBases(paragraphs: readonly Paragraph[]): CitedLaw[] {
  const found = new Map<string, CitedLaw>()
  for (const paragraph of paragraphs) {
    for (const match of paragraph.text.matchAll(cited)) addNumbered(found, paragraph, match)
    for (const match of paragraph.text.matchAll(lawByName)) addLaw(found, paragraph, match)
  }
  return [...found.values()]
}

/** Where legal documents are cited, with their numbers and dates. */
export function citationSpans(text: string): { from: number; to: number }[] {
  return [...text.matchAll(cited)].map((match) => {
    const end = match.index + match[0].length
    return { from: match.index, to: end + (dated.exec(text.slice(end, end + 60))?.[0].length ?? 0) }
  })
}

function addNumbered(found: Map<string, CitedLaw>, paragraph: Paragraph, match: RegExpExecArray): void {
  const printed = (match[2] ?? '').replaceAll(/\s/g, '')
  const date = dated.exec(
    paragraph.text.slice(match.index + match[0].length, match.index + match[0].length + 60),
  )
  const behind = match.index + match[0].length + (date?.[0].length ?? 0)
  const issuer = byWhom.exec(paragraph.text.slice(behind, behind + 170))
  const law: CitedLaw = {
    type: typeAsPrinted(match[1] ?? ''),
    number: printed,
    name: null,
    date: dateOf(date?.[1]),
    issuer: issuer === null ? null : issuerOf(issuer[1] ?? ''),
    citations: [],
  }
  add(found, `${fold(law.type)} ${fold(printed)}`, law, paragraph, match.index)
}

function typeAsPrinted(type: string): string {
  return `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`
}

function dateOf(text: string | undefined): LocalDate | null {
  if (text === undefined) return null
  const words = /^(\d{1,2})\stháng\s(\d{1,2})\snăm\s(\d{4})$/iu.exec(text)
  return parseLocalDate(words === null ? text : `${words[1]}/${words[2]}/${words[3]}`)
}

function issuerOf(text: string): string | null {
  const words = wordsOf(text)
  // "Quy định" in capitals begins what the document is about.
  const end = nameEnd(
    { text, words, keys: words.map((word) => word.key) },
    0,
    (index) => words[index]?.key === wordKey('quy'),
  )
  const last = words[end - 1]
  return words[0] === undefined || last === undefined
    ? null
    : text.slice(words[0].start, last.end).replaceAll(/\s+/g, ' ')
}

const nameEnds = new Set(
  [
    'và',
    'quy',
    'của',
    'ngày',
    'đã',
    'được',
    'theo',
    'về',
    'đối',
    'tại',
    'để',
    'hiện',
    'cho',
    'nhằm',
    'do',
    'vào',
    'có',
    'sửa',
  ].map(wordKey),
)

function addLaw(found: Map<string, CitedLaw>, paragraph: Paragraph, match: RegExpExecArray): void {
  const type = match[1] ?? ''
  const behind = match.index + match[0].length
  const printed = lawName.exec(paragraph.text.slice(behind, behind + 110))?.[0] ?? ''
  const name: string[] = []
  for (const word of printed.trim().split(/\s+/).slice(0, 12)) {
    if (
      name.length > 0 &&
      nameEnds.has(wordKey(word)) &&
      !(wordKey(word) === wordKey('hiện') && wordKey(name.at(-1) ?? '') === wordKey('thực'))
    )
      break
    name.push(word)
    if (/^\d{4}$/.test(word)) break
  }
  const whole = `${type} ${name.join(' ')}`
  // "Luật số 43/2019/QH14" was found by its number.
  if (/\d{1,3}\/\d{4}/.test(whole) || name.length === 0) return
  // "Luật Giáo dục ngày 14/6/2019": its date may stand behind the name.
  const end = behind + printed.indexOf(name.at(-1) ?? '') + (name.at(-1) ?? '').length
  const date = dateOf(dated.exec(paragraph.text.slice(end, end + 60))?.[1])
  const law: CitedLaw = { type, number: null, name: whole, date, issuer: null, citations: [] }
  add(found, fold(whole), law, paragraph, match.index)
}

function add(
  found: Map<string, CitedLaw>,
  key: string,
  law: CitedLaw,
  paragraph: Paragraph,
  index: number,
): void {
  const at = atIndex(paragraph, index)
  const known = found.get(key)
  if (known === undefined) {
    found.set(key, { ...law, citations: [at] })
    return
  }
  known.date ??= law.date
  known.issuer ??= law.issuer
  known.citations.push(at)
}
