import { longestAt, phraseBook } from './phrases.ts'
import { fieldBook, headAt, tierBook } from './unit-heads.ts'
import { centralBodies } from './unit-lexicon.ts'
import { startsWithCapital, type Word } from './words.ts'

const central = phraseBook(centralBodies.map((body) => [body, true as const]))

export type NamedText = { text: string; words: readonly Word[]; keys: readonly string[] }

/**
 * The word behind a unit's name that begins at `from`: the name goes on over heads, fields of work, tiers and words in
 * capitals, and ends at a sign, at a small word that belongs to none of these, and where `endsAt` says so.
 */
export function nameEnd(
  { text, words, keys }: NamedText,
  from: number,
  endsAt: (index: number) => boolean = () => false,
): number {
  let end = from
  for (;;) {
    const word = words[end]
    if (word === undefined || (end > from && (endsAt(end) || !joins(words[end - 1]?.gap ?? '')))) return end
    const known = Math.max(
      longestAt(central, keys, end)?.length ?? 0,
      longestAt(fieldBook, keys, end)?.length ?? 0,
      longestAt(tierBook, keys, end)?.length ?? 0,
      headAt(keys, end)?.length ?? 0,
    )
    const isCapital = startsWithCapital(text.slice(word.start, word.end))
    // A small head ("trường", "sở") inside a sentence begins another name.
    const isKnown =
      known > 0 &&
      (isCapital || longestAt(tierBook, keys, end) !== null || longestAt(fieldBook, keys, end) !== null)
    if (isKnown) end += known
    else if (isCapital) end += 1
    else return end
  }
}

function joins(gap: string): boolean {
  return gap.trim() === '' || /^\s[-–]\s$/.test(gap)
}
