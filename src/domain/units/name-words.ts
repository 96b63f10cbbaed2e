import { fold } from '#domain/basics/text.ts'
import { abbreviations, firstAbbreviations, levelWords, tierWords } from './name-lexicon.ts'
import type { SchoolLevel } from './unit.ts'

const connectors = new Set(['va', '&'])
const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }

/** Sequences of words with what they stand for. Most words begin none; of those that do, how long the longest is. */
type Sequences<T> = { values: ReadonlyMap<string, T>; longest: ReadonlyMap<string, number> }

function sequencesOf<T>(entries: readonly (readonly [string, T])[]): Sequences<T> {
  const longest = new Map<string, number>()
  for (const [sequence] of entries) {
    const words = sequence.split(' ')
    const first = words[0] ?? ''
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length))
  }
  return { values: new Map(entries), longest }
}

const sequences = sequencesOf(
  Object.entries(abbreviations).map(([from, to]) => [from, to.split(' ')] as const),
)
const levels = sequencesOf(Object.entries(levelWords))
const levelMark = 'cap:'

/**
 * A written name as words to compare: folded, abbreviations written out, "và" and signs dropped, each school level one
 * word ('cap:primary'), Roman numbers behind a name as digits.
 */
export function nameWords(written: string): string[] {
  return readWords(plainWords(written))
}

/** The same for many names: each written word is folded once, and of 120,000 names of units a few hundred are different. */
export function nameReader(): (written: string) => string[] {
  const known = new Map<string, readonly string[]>()
  const plain = (word: string): readonly string[] => {
    const before = known.get(word)
    if (before !== undefined) return before
    const words = plainWords(word)
    known.set(word, words)
    return words
  }
  return (written) => {
    const words: string[] = []
    // A byte-order mark within a word falls away with the folding; to JavaScript it is a space.
    for (const part of written.split(/[^\S\ufeff]+/)) for (const word of plain(part)) words.push(word)
    return readWords(words)
  }
}

function plainWords(written: string): string[] {
  return fold(written)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !connectors.has(word))
}

function readWords(plain: readonly string[]): string[] {
  const whole = plain.length > 1 ? firstAbbreviations[plain[0] ?? ''] : undefined
  const out = withLevels(writtenOut(whole === undefined ? plain : [...whole.split(' '), ...plain.slice(1)]))
  for (let index = 1; index < out.length; index += 1)
    out[index] = romans[out[index] ?? ''] ?? out[index] ?? ''
  return out
}

function writtenOut(words: readonly string[]): string[] {
  const out: string[] = []
  let index = 0
  while (index < words.length) {
    const step = takeSequence(words, index, sequences)
    if (step === null) {
      out.push(words[index] ?? '')
      index += 1
    } else {
      out.push(...step.value)
      index += step.length
    }
  }
  return out
}

function withLevels(words: readonly string[]): string[] {
  const out: string[] = []
  let index = 0
  while (index < words.length) {
    const step = takeSequence(words, index, levels)
    out.push(step === null ? (words[index] ?? '') : `${levelMark}${step.value}`)
    index += step?.length ?? 1
  }
  return out
}

function takeSequence<T>(
  words: readonly string[],
  from: number,
  { values, longest }: Sequences<T>,
): { value: T; length: number } | null {
  const first = words[from] ?? ''
  for (let length = Math.min(longest.get(first) ?? 0, words.length - from); length > 0; length -= 1) {
    const value = values.get(length === 1 ? first : words.slice(from, from + length).join(' '))
    if (value !== undefined) return { value, length }
  }
  return null
}

const levelNames = new Map(Object.values(levelWords).map((level) => [levelMark + level, level]))

export function levelOf(word: string): SchoolLevel | null {
  return levelNames.get(word) ?? null
}

/** How many words the tier word ("thị xã") takes that stands at `from`; 0 for none. */
export function tierLengthAt(words: readonly string[], from: number): number {
  const two = `${words[from] ?? ''} ${words[from + 1] ?? ''}`
  if (tierWords.includes(two)) return 2
  return tierWords.includes(words[from] ?? '') ? 1 : 0
}
