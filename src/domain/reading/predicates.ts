import { longestAt, phraseBook } from './phrases.ts'
import { activities, populations, surePredicates, verbs } from './predicate-lexicon.ts'
import { startsWithCapital, type Word, wordKey } from './words.ts'

const sure = phraseBook(surePredicates.map((word) => [word, true as const]))
const verbBook = phraseBook(verbs.map((word) => [word, true as const]))
const whole = phraseBook(populations.map((word) => [word, true as const]))
const done = phraseBook(activities.map((word) => [word, true as const]))

type Sentence = { text: string; words: readonly Word[]; keys: readonly string[] }

/** Whether a predicate opens at the word. */
export function opensPredicate(keys: readonly string[], at: number): boolean {
  return longestAt(sure, keys, at) !== null || longestAt(verbBook, keys, at) !== null
}

/**
 * The word behind a subject that begins at `from`: the first that opens a predicate, or one that a sign parts from what
 * stands before it. Words printed with a capital inside the subject are names, not verbs.
 */
export function subjectEnd({ text, words, keys }: Sentence, from: number): number {
  const isActivity = longestAt(done, keys, from) !== null
  let at = from + Math.max(1, longestAt(whole, keys, from)?.length ?? 0)
  while (at < words.length) {
    const word = words[at]
    const gap = words[at - 1]?.gap ?? ''
    if (word === undefined || /[.:;()…]/.test(gap)) return at
    const inside = longestAt(whole, keys, at)
    if (inside !== null) {
      at += inside.length
      continue
    }
    const isName = startsWithCapital(text.slice(word.start, word.end))
    if (!isName && longestAt(sure, keys, at) !== null) return at
    if (!isName && !isActivity && longestAt(verbBook, keys, at) !== null && !isNoun(keys, at)) return at
    at += 1
  }
  return at
}

// "công tác quản lý", "kết quả kiểm tra", "kế hoạch chuyển đổi": a verb made a noun by the word before it.
const makers = new Set(['tác', 'quả', 'hoạch', 'động', 'pháp', 'trình', 'việc', 'năng', 'sự'].map(wordKey))

function isNoun(keys: readonly string[], at: number): boolean {
  return makers.has(keys[at - 1] ?? '')
}
