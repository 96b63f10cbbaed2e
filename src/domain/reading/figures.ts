// The figures of a sentence, with what they say: a share, a range, at least, a change, how often. Shared by the reading
// of targets and by the figure check.
import {
  boundsBefore,
  boundsBehind,
  changeWords,
  everyWords,
  periodWords,
  rangeWords,
} from './figure-lexicon.ts'
import { isKindAt, type Noun, readNoun } from './figure-nouns.ts'
import { percentInBrackets, readRatio, readShareOf } from './figure-ratios.ts'
import { isSign, phraseAt, phraseBefore, type Token, tokensOf } from './figure-tokens.ts'
import { phraseBook } from './phrases.ts'
import { wordKey } from './words.ts'

export type FigureKind =
  | 'change'
  | 'frequency'
  | 'ratio'
  | 'percentRange'
  | 'range'
  | 'atLeast'
  | 'atMost'
  | 'percent'
  | 'count'

/** `text.slice(from, to)` is all that belongs to it, `at` the place of its first digit. */
export type Figure = {
  kind: FigureKind
  from: number
  to: number
  at: number
  value?: number
  numerator?: number
  denominator?: number
  percent?: number | null
  min?: number
  max?: number
  strict?: true
  period?: string
  direction?: 'up' | 'down'
  baseline?: string | null
  /** What is counted, as printed; '%' for shares; null where nothing is printed with it. */
  unit: string | null
}

const bounds = phraseBook(Object.entries(boundsBefore))
const boundsAfter = phraseBook(Object.entries(boundsBehind))
const through = phraseBook(rangeWords.map((word) => [word, true as const]))
const changes = phraseBook(Object.entries(changeWords))
const periods = phraseBook(Object.entries(periodWords))
const every = phraseBook(everyWords.map((word) => [word, true as const]))
const since = phraseBook([['so với', true as const]])
const from = wordKey('từ')

const longestText = 20_000

type PrintedNumber = Extract<Token, { kind: 'number' }>

/** The figures of a text (NFC), in order. Dates, years, numbers of documents, classes and names are none. */
export function readFigures(text: string): Figure[] {
  // No paragraph of a document is longer; time grows with the square of its length.
  const tokens = tokensOf(text.slice(0, longestText))
  const figures: Figure[] = []
  let at = 0
  while (at < tokens.length) {
    const token = tokens[at]
    if (token?.kind !== 'number' || token.masked) {
      at += 1
      continue
    }
    const read = readFigure(text, tokens, at, token)
    if (read === null) {
      at += 1
      continue
    }
    const before = figures.at(-1)
    // "22 trường, trong đó 08 công lập", "15,6 tỷ đồng, …": the unit is printed once.
    const isSameThing = read.figure.kind === 'count' && isKindAt(tokens, read.next)
    if (isSameThing && before !== undefined && before.unit !== '%') read.figure.unit ??= before.unit
    figures.push(read.figure)
    at = Math.max(at + 1, read.next)
  }
  return figures
}

type Read = { figure: Figure; next: number }

function readFigure(text: string, tokens: readonly Token[], at: number, first: PrintedNumber): Read | null {
  const start = openingOf(tokens, at)
  const from = tokens[start]?.from ?? first.from
  const base = { from, at: first.from }
  if (isOrigin(tokens, at)) return null
  const change = phraseBefore(tokens, at, changes)
  const ratio = readRatio(text, tokens, at, first)
  if (ratio !== null && change === null) return { figure: { ...base, ...ratio.figure }, next: ratio.next }
  const range = readRange(tokens, at, first)
  const last = range?.last ?? first
  const behind = range?.next ?? at + 1
  const sign = last.percent ?? first.percent
  const noun = sign === null ? readNoun(text, tokens, behind) : null
  const afterNoun = noun?.next ?? behind
  const after = phraseAt(tokens, afterNoun, boundsAfter)
  const end = after === null ? afterNoun : afterNoun + after.length
  const to = tokens[end - 1]?.to ?? first.to
  const scale = noun?.scale ?? 1
  const unit = sign ?? noun?.unit ?? null
  if (change !== null) {
    const baseline = baselineOf(text, tokens, end)
    return {
      figure: {
        ...base,
        from: tokens[change.from]?.from ?? from,
        kind: 'change',
        value: last.value * scale,
        ...(range === null ? {} : { min: first.value * scale, max: last.value * scale }),
        direction: change.value,
        baseline: baseline?.text ?? null,
        unit,
        to: baseline?.to ?? to,
      },
      next: baseline?.next ?? end,
    }
  }
  const bound = boundBefore(tokens, at)
  const often = sign === null ? readPeriod(tokens, start, noun, end) : null
  if (often !== null) {
    const max = range === null ? {} : { max: last.value }
    return {
      figure: {
        ...base,
        kind: 'frequency',
        min: first.value,
        ...max,
        period: often.period,
        unit: often.unit ?? unit,
        to: tokens[often.next - 1]?.to ?? to,
      },
      next: often.next,
    }
  }
  const share = sign === null ? null : readShareOf(text, tokens, end, first)
  if (share !== null && range === null) return { figure: { ...base, ...share.figure }, next: share.next }
  if (range !== null) {
    const kind = sign === '%' ? 'percentRange' : 'range'
    return {
      figure: { ...base, kind, min: first.value * scale, max: last.value * scale, unit, to },
      next: end,
    }
  }
  const kind = after?.value ?? bound?.bound
  if (kind !== undefined) {
    const strict = after === null && bound?.strict === true ? { strict: true as const } : {}
    const edge = kind === 'atLeast' ? { min: first.value * scale } : { max: first.value * scale }
    return { figure: { ...base, kind, ...edge, ...strict, unit, to }, next: end }
  }
  if (sign === '%')
    return { figure: { ...base, kind: 'percent', percent: first.value, unit: '%', to }, next: end }
  const inBrackets = percentInBrackets(tokens, end)
  if (inBrackets !== null)
    return {
      figure: {
        ...base,
        kind: 'percent',
        percent: inBrackets.percent,
        value: first.value * scale,
        unit,
        to: tokens[inBrackets.next - 1]?.to ?? to,
      },
      next: inBrackets.next,
    }
  return { figure: { ...base, kind: 'count', value: first.value * scale, unit, to }, next: end }
}

/** Where the words begin that belong to the figure: "ít nhất", "trên", "từ". */
function openingOf(tokens: readonly Token[], at: number): number {
  let start = phraseBefore(tokens, at, bounds)?.from ?? at
  const before = tokens[start - 1]
  if (before?.kind === 'word' && before.key === from) start -= 1
  if (isSign(before, '≥', '≤', '>', '<', '~')) start -= 1
  return start
}

function boundBefore(
  tokens: readonly Token[],
  at: number,
): { bound: 'atLeast' | 'atMost'; strict: boolean } | null {
  const before = tokens[at - 1]
  const two = tokens[at - 2]
  if (isSign(before, '≥') || (isSign(before, '=') && isSign(two, '>')))
    return { bound: 'atLeast', strict: false }
  if (isSign(before, '≤') || (isSign(before, '=') && isSign(two, '<')))
    return { bound: 'atMost', strict: false }
  if (isSign(before, '>')) return { bound: 'atLeast', strict: true }
  if (isSign(before, '<')) return { bound: 'atMost', strict: true }
  return phraseBefore(tokens, at, bounds)?.value ?? null
}

/** "80-85%", "từ 80 đến 85%", "80% đến 85%". */
function readRange(
  tokens: readonly Token[],
  at: number,
  first: PrintedNumber,
): { last: PrintedNumber; next: number } | null {
  const joint = tokens[at + 1]
  const word = phraseAt(tokens, at + 1, through)
  const next = isSign(joint, '-', '–', '—', '÷') ? at + 2 : word === null ? null : at + 1 + word.length
  const last = next === null ? undefined : tokens[next]
  if (next === null || last?.kind !== 'number' || last.masked || last.value < first.value) return null
  // "12 trường - 5 lớp" has a noun between; "80% - 5" loses its sign.
  if (first.percent !== null && last.percent === null) return null
  return { last, next: next + 1 }
}

/** "tăng từ 85% lên 90%": where it comes from; the figure behind it is the one to be reached. */
function isOrigin(tokens: readonly Token[], at: number): boolean {
  const words = phraseAt(tokens, at + 1, levels)
  const before = tokens[at - 1]
  return words !== null && before?.kind === 'word' && before.key === from
}

const levels = phraseBook(
  ['lên', 'xuống', 'lên đến', 'xuống còn', 'lên thành'].map((word) => [word, true as const]),
)

function baselineOf(
  text: string,
  tokens: readonly Token[],
  at: number,
): { text: string; to: number; next: number } | null {
  // "giảm 1,5% (so với đầu năm)", "tăng 286 học sinh, 06 lớp so với năm học trước": also behind a second figure.
  const limit = Math.min(tokens.length, at + 8)
  let start = at
  while (start < limit && phraseAt(tokens, start, since) === null) {
    const token = tokens[start]
    if (isSign(token, ';', '.', ':')) return null
    start += 1
  }
  if (start >= limit) return null
  const words = start + 2
  let end = words
  while (end < tokens.length && !isSign(tokens[end], ';', '.', ',', ')', ':')) end += 1
  const first = tokens[words]
  const last = tokens[end - 1]
  if (first === undefined || last === undefined || end <= words) return null
  // Figures between belong to a change of their own.
  const isOwn = start === at || isSign(tokens[at], '(')
  return {
    text: text.slice(first.from, last.to).replaceAll(/\s+/g, ' '),
    to: isOwn ? last.to : (tokens[at - 1]?.to ?? last.to),
    next: isOwn ? end : at,
  }
}

/** "1 lần/tháng", "01 chuyên đề/cơ sở giáo dục/năm", "2 lần mỗi học kỳ", "hằng tháng … 1 lần". */
function readPeriod(
  tokens: readonly Token[],
  start: number,
  noun: Noun | null,
  at: number,
): { period: string; unit: string | null; next: number } | null {
  if (noun === null) return null
  let index = noun.next
  while (isSign(tokens[index], '/')) {
    const period = phraseAt(tokens, index + 1, periods)
    if (period !== null) return { period: period.value, unit: noun.unit, next: index + 1 + period.length }
    index += 1
    while (tokens[index]?.kind === 'word') index += 1
  }
  if (!noun.isOccasion) return null
  // "01 tiết dạy ứng dụng công nghệ thông tin/tháng"
  for (
    let ahead = at;
    ahead <= at + 8 && (tokens[ahead]?.kind === 'word' || isSign(tokens[ahead], '/'));
    ahead += 1
  ) {
    const period = isSign(tokens[ahead], '/') ? phraseAt(tokens, ahead + 1, periods) : null
    if (period !== null) return { period: period.value, unit: noun.unit, next: ahead + 1 + period.length }
  }
  // "02 buổi ngoại khóa mỗi học kỳ": a few words may say what it is.
  for (let index = at; index <= at + 5 && tokens[index]?.kind === 'word'; index += 1) {
    const each = phraseAt(tokens, index, every)
    const behind = each === null ? null : phraseAt(tokens, index + each.length, periods)
    if (each !== null && behind !== null)
      return { period: behind.value, unit: noun.unit, next: index + each.length + behind.length }
  }
  for (let before = start - 1; before >= Math.max(0, start - 8); before -= 1) {
    if (isSign(tokens[before], '.', ';')) break
    const word = phraseAt(tokens, before, every)
    const period = word === null ? null : phraseAt(tokens, before + word.length, periods)
    if (period !== null) return { period: period.value, unit: noun.unit, next: at }
  }
  return null
}
