// What a number counts: "trường", "nhóm, lớp", "triệu đồng".
import { countedKinds, countNouns, magnitudes, occasionNouns } from './figure-lexicon.ts'
import { isSign, phraseAt, type Token, tokensOf } from './figure-tokens.ts'
import { phraseBook } from './phrases.ts'
import { wordKey } from './words.ts'

const nouns = phraseBook(countNouns.map((word) => [word, true as const]))
const kinds = phraseBook(countedKinds.map((word) => [word, true as const]))
const multiples = phraseBook(Object.entries(magnitudes))
const occasions = phraseBook(occasionNouns.map((word) => [word, true as const]))

/** "Tổng số trường: 45": what is counted stands before the figure. */
export function countedIn(label: string): string | null {
  const tokens = tokensOf(label)
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.key !== wordKey('số')) continue
    const noun = phraseAt(tokens, index + 1, nouns)
    const last = noun === null ? undefined : tokens[index + noun.length]
    if (last !== undefined) return label.slice(token.to, last.to).trim()
  }
  return null
}

/** "08 công lập": a kind of what was counted before. */
export function isKindAt(tokens: readonly Token[], at: number): boolean {
  return phraseAt(tokens, at, kinds) !== null
}

/** `scale` multiplies the number ("178 nghìn"); `next` is the token behind the noun. */
export type Noun = { unit: string; scale: number; next: number; isOccasion: boolean }

export function readNoun(text: string, tokens: readonly Token[], at: number): Noun | null {
  const multiple = phraseAt(tokens, at, multiples)
  const start = at + (multiple?.length ?? 0)
  // "500 triệu đồng" stays as printed.
  const money = multiple === null ? null : phraseAt(tokens, at, nouns)
  if (money !== null && multiple !== null && money.length > multiple.length)
    return {
      unit: printed(text, tokens, at, at + money.length),
      scale: 1,
      next: at + money.length,
      isOccasion: false,
    }
  const found = phraseOverComma(text, tokens, start) ?? phraseAt(tokens, start, nouns)
  if (found !== null)
    return {
      unit: printed(text, tokens, start, start + found.length),
      scale: multiple?.value ?? 1,
      next: start + found.length,
      isOccasion: phraseAt(tokens, start, occasions) !== null,
    }
  if (isKindAt(tokens, start)) return null
  const word = tokens[start]
  if (multiple !== null) return { unit: '', scale: multiple.value, next: start, isOccasion: false }
  return word?.kind === 'word' && /^\p{Ll}/u.test(text.slice(word.from)) && !isFunctionWord(word.key)
    ? { unit: text.slice(word.from, word.to), scale: 1, next: start + 1, isOccasion: false }
    : null
}

// "52 nhóm, lớp mầm non", "24 xã, phường": one thing of two words.
function phraseOverComma(text: string, tokens: readonly Token[], at: number): { length: number } | null {
  const [first, comma, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (first?.kind !== 'word' || second?.kind !== 'word' || !isSign(comma, ',')) return null
  return pairs.has(text.slice(first.from, second.to).toLowerCase().replaceAll(/\s+/g, ' '))
    ? { length: 3 }
    : null
}

const pairs = new Set(countNouns.filter((noun) => noun.includes(',')))
const functionWords = new Set(
  [
    'và',
    'so',
    'với',
    'trong',
    'của',
    'là',
    'đạt',
    'được',
    'có',
    'các',
    'ở',
    'tại',
    'theo',
    'cho',
    'để',
    'trở',
    'đến',
    'thì',
    'hoặc',
    'trên',
    'dưới',
    'về',
    'do',
    'từ',
    'vào',
    'nhưng',
    'còn',
    'tăng',
    'giảm',
  ].map(wordKey),
)

function isFunctionWord(key: string): boolean {
  return functionWords.has(key)
}

function printed(text: string, tokens: readonly Token[], first: number, end: number): string {
  return text.slice(tokens[first]?.from, tokens[end - 1]?.to).replaceAll(/\s+/g, ' ')
}
