import { readNumber } from '#domain/basics/numbers.ts'
import { isMasked, maskedSpans } from './figure-masks.ts'
import { longestAt, type PhraseBook } from './phrases.ts'
import { wordKey } from './words.ts'

/** A number, a word or a sign of a text; `text.slice(from, to)`. `percent` is the sign printed with a number. */
export type Token =
  | { kind: 'number'; value: number; percent: '%' | '‰' | null; from: number; to: number; masked: boolean }
  | { kind: 'word'; key: string; from: number; to: number }
  | { kind: 'sign'; sign: string; from: number; to: number }

const pattern =
  /(?<number>(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?!\p{L}))(?:\s?(?<percent>[%‰]))?|(?<word>[\p{L}\p{N}&²]+)|(?<sign>[^\s\p{L}\p{N}])/gu

/** The text must be NFC. Numbers that count nothing (dates, numbers of documents, classes) come as `masked`. */
export function tokensOf(text: string): Token[] {
  const spans = maskedSpans(text)
  return [...text.matchAll(pattern)].map((match): Token => {
    const { number, percent, word, sign } = match.groups ?? {}
    const from = match.index
    const to = from + match[0].length
    if (number !== undefined) {
      const value = valueOf(number, percent !== undefined)
      return {
        kind: 'number',
        value: value ?? 0,
        percent: percent === '%' || percent === '‰' ? percent : null,
        from,
        to,
        masked: value === null || isMasked(spans, from),
      }
    }
    if (word !== undefined) return { kind: 'word', key: wordKey(word), from, to }
    return { kind: 'sign', sign: sign ?? '', from, to }
  })
}

// "97,500%": no share is that large, so the comma is a decimal one.
function valueOf(printed: string, isPercent: boolean): number | null {
  const read = readNumber(printed)
  if (!read.ok) return null
  if (isPercent && read.value > 1000 && /^\d{1,3}[.,]\d{3}$/.test(printed))
    return Number(printed.replace(',', '.'))
  return read.value
}

/** The longest phrase of the book that begins at the token; signs are no part of phrases. */
export function phraseAt<T>(
  tokens: readonly Token[],
  at: number,
  book: PhraseBook<T>,
): { length: number; value: T } | null {
  const keys: string[] = []
  for (let index = at; index < tokens.length && keys.length < 6; index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'word') break
    keys.push(token.key)
  }
  return keys.length === 0 ? null : longestAt(book, keys, 0)
}

/** The longest phrase that ends before the token, over a colon directly before it. */
export function phraseBefore<T>(
  tokens: readonly Token[],
  at: number,
  book: PhraseBook<T>,
): { from: number; value: T } | null {
  const before = tokens[at - 1]
  const end = before?.kind === 'sign' && before.sign === ':' ? at - 1 : at
  let found: { from: number; value: T } | null = null
  for (let start = end - 1; start >= Math.max(0, end - 4); start -= 1) {
    if (tokens[start]?.kind !== 'word') break
    const phrase = phraseAt(tokens.slice(0, end), start, book)
    if (phrase !== null && start + phrase.length === end) found = { from: start, value: phrase.value }
  }
  return found
}

export function isSign(token: Token | undefined, ...signs: readonly string[]): boolean {
  return token?.kind === 'sign' && signs.includes(token.sign)
}
