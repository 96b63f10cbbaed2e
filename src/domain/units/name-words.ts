import { fold } from '#domain/basics/text.ts'
import { abbreviations, firstAbbreviations, levelWords, tierWords } from './name-lexicon.ts'
import type { SchoolLevel } from './unit.ts'

const connectors = new Set(['va', '&'])
const romans: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' }
const longestSequence = 4

/** Sequences of words with what they stand for; most words begin none, which their first words tell at once. */
type Sequences<T> = { values: ReadonlyMap<string, T>; firsts: ReadonlySet<string> }

function sequencesOf<T>(entries: readonly (readonly [string, T])[]): Sequences<T> {
  return { values: new Map(entries), firsts: new Set(entries.map(([words]) => words.split(' ')[0] ?? '')) }
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
  const plain = fold(written)
  const words: string[] = []
  for (const part of plain.split(/[^a-z0-9]+/)) if (part !== '' && !connectors.has(part)) words.push(part)
  const first = words[0]
  const whole = first === undefined ? undefined : firstAbbreviations[first]
  if (whole !== undefined && words.length > 1) words.splice(0, 1, ...whole.split(' '))
  return withLevels(writtenOut(words)).map((word, index) => (index === 0 ? word : (romans[word] ?? word)))
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
  { values, firsts }: Sequences<T>,
): { value: T; length: number } | null {
  const first = words[from] ?? ''
  if (!firsts.has(first)) return null
  for (let length = Math.min(longestSequence, words.length - from); length > 0; length -= 1) {
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
