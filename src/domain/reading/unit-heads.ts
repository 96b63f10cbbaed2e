import { longestAt, type PhraseBook, phraseBook } from './phrases.ts'
import { type HeadKind, fields, fieldsWithComma, heads, levels, notAHead, tiers } from './unit-lexicon.ts'
import { keysOf, wordKey } from './words.ts'

/** `length`: in words, "các" included. */
export type Head = { kind: HeadKind; length: number; plural: boolean }

const headKinds: PhraseBook<HeadKind> = phraseBook(
  // The order of the record decides nothing: no phrase stands in two kinds.
  Object.entries(heads).flatMap(([kind, phrases]) =>
    phrases.map((phrase) => [phrase, kind as HeadKind] as const),
  ), // keys of a record of that type
)
const exceptions: PhraseBook<true> = phraseBook(
  Object.entries(notAHead).flatMap(([head, followers]) =>
    followers.map((follower) => [`${head} ${follower}`, true] as const),
  ),
)
export const fieldBook: PhraseBook<true> = phraseBook(fields.map((field) => [field, true]))
export const commaFieldBook: PhraseBook<true> = phraseBook(fieldsWithComma.map((field) => [field, true]))
export const levelBook = phraseBook(Object.entries(levels))
export const tierBook = phraseBook(Object.entries(tiers))

const pluralWords = new Set(['các', 'những'].map(wordKey))
const longestLevel = Math.max(...Object.keys(levels).map((level) => keysOf(level).length))

/** The word or words that a unit's name begins with, if one begins here. */
export function headAt(keys: readonly string[], from: number, to: number = keys.length): Head | null {
  const plural = pluralWords.has(keys[from] ?? '')
  const start = plural ? from + 1 : from
  const found = longestAt(headKinds, keys, start, to)
  if (found === null) return null
  const exception = longestAt(exceptions, keys, start, to)
  // "phòng chống" is no phòng, but "ban tổ chức" (longer) is a board.
  if (exception !== null && exception.length > found.length) return null
  return { kind: found.value, length: found.length + (plural ? 1 : 0), plural }
}

/** The school level that the words end with, and where it begins. */
export function levelEndingAt(keys: readonly string[], from: number, to: number): number | null {
  for (let start = Math.max(from, to - longestLevel); start < to; start += 1) {
    if (longestAt(levelBook, keys, start, to)?.length === to - start) return start
  }
  return null
}

/** The tier word ("quận", "thị xã") that the words end with. */
export function tierEndingAt(
  keys: readonly string[],
  from: number,
  to: number,
): { start: number; tiers: readonly number[] } | null {
  for (let start = Math.max(from, to - 2); start < to; start += 1) {
    const found = longestAt(tierBook, keys, start, to)
    if (found !== null && found.length === to - start) return { start, tiers: found.value }
  }
  return null
}
