import { toNfc } from '#domain/basics/text.ts'

/** A word of a text: `text.slice(start, end)` is how it is printed, `gap` what stands between it and the next word. */
export type Word = { key: string; start: number; end: number; gap: string }

// '&' holds an abbreviation together (GD&ĐT); hyphens and slashes part words, since they are printed both ways.
const wordPattern = /[\p{L}\p{N}&]+/gu
const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
// Every letter of the Vietnamese alphabet with its tone, as base letter and tone: decomposing each word anew took half of
// the reading time.
const parted: ReadonlyMap<string, readonly [string, string]> = new Map(
  [...'aăâeêioôơuưy'].flatMap((letter) => {
    const base = letter === 'y' ? 'i' : letter
    return [
      [letter, [base, '']] as const,
      ...tones.map((tone) => [(letter + tone).normalize('NFC'), [base, tone]] as const),
    ]
  }),
)

/**
 * A word for comparing: lower case, the tone put at its end ("Uỷ" = "Ủy", "hoà" = "hòa"), y as i ("lý" = "lí"). Other
 * than `fold` it keeps tones and letters apart: "sở" is not "số", "phòng" not "phong". The word is NFC.
 */
export function wordKey(word: string): string {
  let key = ''
  let tone = ''
  for (const character of word.toLowerCase()) {
    const parts = parted.get(character)
    if (parts === undefined) key += character
    else {
      key += parts[0]
      tone += parts[1]
    }
  }
  return key + tone
}

/** The words of an NFC text. Punctuation lies in the gaps; what stands before the first word is left out. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index
    const before = words.at(-1)
    if (before !== undefined) before.gap = text.slice(before.end, start)
    words.push({ key: wordKey(match[0]), start, end: start + match[0].length, gap: '' })
  }
  const last = words.at(-1)
  if (last !== undefined) last.gap = text.slice(last.end)
  return words
}

export function keysOf(text: string): string[] {
  return wordsOf(toNfc(text)).map((word) => word.key)
}

/** true for a text whose first letter is a capital one. */
export function startsWithCapital(text: string): boolean {
  return /^[^\p{L}\p{N}]*\p{Lu}/u.test(text)
}

export function startsInLowerCase(text: string): boolean {
  return /^[^\p{L}\p{N}]*\p{Ll}/u.test(text)
}

/** true where there are letters and all of them are capital ones. */
export function isUpperCase(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** Without the signs at its ends. By hand: a pattern anchored at the end takes quadratic time on long runs of signs. */
export function withoutEndSigns(text: string, signs: string): string {
  let from = 0
  let to = text.length
  while (from < to && signs.includes(text.charAt(from))) from += 1
  while (to > from && signs.includes(text.charAt(to - 1))) to -= 1
  return text.slice(from, to)
}
