// Fractions, and the shares printed with them.
import { shareWords } from './figure-lexicon.ts'
import { readNoun } from './figure-nouns.ts'
import { isSign, phraseAt, type Token } from './figure-tokens.ts'
import type { Figure } from './figures.ts'
import { phraseBook } from './phrases.ts'

type PrintedNumber = Extract<Token, { kind: 'number' }>

const shares = phraseBook(shareWords.map((word) => [word, true as const]))

/** "7.910 trẻ/9.232 (85,7%)", "28/30 trường, đạt 93,3%"; "12.246 học sinh/291 lớp" are two counts. */
export function readRatio(
  text: string,
  tokens: readonly Token[],
  at: number,
  first: PrintedNumber,
): { figure: Omit<Figure, 'from' | 'at'>; next: number } | null {
  if (first.percent !== null) return null
  const above = isSign(tokens[at + 1], '/') ? null : readNoun(text, tokens, at + 1)
  const stroke = above === null ? at + 1 : longNoun(text, tokens, above.next)
  const second = tokens[stroke + 1]
  if (!isSign(tokens[stroke], '/') || second?.kind !== 'number' || second.masked || second.percent !== null)
    return null
  const below = readNoun(text, tokens, stroke + 2)
  if (
    above !== null &&
    below !== null &&
    above.unit !== below.unit &&
    above.next === stroke &&
    below.unit !== ''
  )
    return null
  const end = below?.next ?? stroke + 2
  const share = shareBehind(tokens, end)
  return {
    figure: {
      kind: 'ratio',
      numerator: first.value,
      denominator: second.value,
      percent: share?.percent ?? null,
      unit: above?.unit ?? below?.unit ?? null,
      to: tokens[(share?.next ?? end) - 1]?.to ?? first.to,
    },
    next: share?.next ?? end,
  }
}

// "120 giáo viên mầm non/150": up to three words more before the stroke.
function longNoun(text: string, tokens: readonly Token[], at: number): number {
  for (let index = at; index < at + 4; index += 1) {
    if (isSign(tokens[index], '/')) return index
    const token = tokens[index]
    if (token?.kind !== 'word' || text.slice(token.from, token.to) === '') break
  }
  return at
}

/** The share printed behind a fraction: "= 56,6%", "(99%)", ", đạt 93,3%". */
function shareBehind(tokens: readonly Token[], at: number): { percent: number; next: number } | null {
  let index = at
  for (let steps = 0; steps < 4; steps += 1) {
    const token = tokens[index]
    if (token?.kind === 'number')
      return token.percent === '%'
        ? { percent: token.value, next: index + (isSign(tokens[index + 1], ')') ? 2 : 1) }
        : null
    const words = phraseAt(tokens, index, shares)
    if (words !== null) index += words.length
    else if (isSign(token, '=', '(', ',', ':', '-', '–')) index += 1
    else return null
  }
  return null
}

/** "93,3% (28/30 trường)": the fraction behind its share. */
export function readShareOf(
  text: string,
  tokens: readonly Token[],
  at: number,
  share: PrintedNumber,
): { figure: Omit<Figure, 'from' | 'at'>; next: number } | null {
  if (share.percent !== '%' || !isSign(tokens[at], '(')) return null
  const first = tokens[at + 1]
  if (first?.kind !== 'number' || first.masked) return null
  const ratio = readRatio(text, tokens, at + 1, first)
  if (ratio === null) return null
  const next = isSign(tokens[ratio.next], ')') ? ratio.next + 1 : ratio.next
  return { figure: { ...ratio.figure, percent: share.value, to: tokens[next - 1]?.to ?? share.to }, next }
}

export function percentInBrackets(
  tokens: readonly Token[],
  at: number,
): { percent: number; next: number } | null {
  const inside = tokens[at + 1]
  if (
    !isSign(tokens[at], '(') ||
    inside?.kind !== 'number' ||
    inside.percent !== '%' ||
    !isSign(tokens[at + 2], ')')
  )
    return null
  return { percent: inside.value, next: at + 3 }
}
