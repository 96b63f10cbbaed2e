import { longestAt, phraseBook } from './phrases.ts'
import { closingQualifiers, genericNouns, genericQualifiers } from './unit-lexicon.ts'

const nouns = phraseBook(genericNouns.map((noun) => [noun, 'noun' as const]))
const qualifiers = phraseBook(genericQualifiers.map((word) => [word, 'qualifier' as const]))
const closing = phraseBook(closingQualifiers.map((word) => [word, true as const]))

/** Whether the words are nothing but generic nouns and what may follow them; `closed` where the group ends with them. */
export function genericAt(keys: readonly string[], from: number, to: number): { closed: boolean } | null {
  let hasNoun = false
  let closed = false
  let at = from
  while (at < to) {
    const noun = longestAt(nouns, keys, at, to)
    const qualifier = longestAt(qualifiers, keys, at, to)
    const step = Math.max(noun?.length ?? 0, qualifier?.length ?? 0)
    if (step === 0) return null
    if (longestAt(closing, keys, at, to) !== null) closed = true
    if (noun !== null) hasNoun = true
    at += step
  }
  return hasNoun ? { closed } : null
}
