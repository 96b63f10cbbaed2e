import { fold } from '#domain/basics/text.ts'
import { issuingVerbs, typeNames } from './header-lexicon.ts'
import type { Paragraph } from './paragraphs.ts'
import { longestAt, phraseBook } from './phrases.ts'
import type { At } from './source.ts'
import { headAt } from './unit-heads.ts'
import { nameEnd } from './unit-name.ts'
import { isUpperCase, keysOf, startsWithCapital, wordsOf } from './words.ts'

type Issuer = { value: string; at: At }

const issued = phraseBook(
  ['kế hoạch', 'báo cáo', 'kết quả', 'nhiệm vụ', 'hướng dẫn', 'chương trình', 'phương hướng'].map((word) => [
    word,
    true as const,
  ]),
)
const verbs = phraseBook(issuingVerbs.map((verb) => [verb, true as const]))

/** Who issues: from the header; without one from the opening sentence or the signatures, whichever says more. */
export function readIssuer(
  paragraphs: readonly Paragraph[],
  typeIndex: number,
  headerEnd: number,
): Issuer | null {
  const header = fromHeader(paragraphs.slice(0, typeIndex))
  if (header !== null) return header
  const opening = fromOpening(paragraphs.slice(headerEnd, headerEnd + 12))
  const signature = fromSignature(paragraphs)
  if (opening === null || signature === null) return opening ?? signature
  // "ỦY BAN NHÂN DÂN" in the signature is "Ủy ban nhân dân quận" in the opening sentence.
  const signed = keysOf(signature.value).join(' ')
  return keysOf(opening.value).join(' ').startsWith(signed) ? opening : signature
}

const typeFolded = new Set(Object.keys(typeNames).map(fold))
const frame = /cộng h[òo][aà] xã hội|độc lập|^số|^v\/v|ngày\s|^[^\p{L}]*$/iu

/** The lines in capitals above the number; of two bodies the second issues, the first is its superior. */
function fromHeader(top: readonly Paragraph[]): Issuer | null {
  const groups: { text: string; at: At }[] = []
  for (const { text, at } of top) {
    // What stands below the type's name is no header any more: "GIÁM ĐỐC SỞ …" of a decision.
    if (groups.length > 0 && typeFolded.has(fold(text))) break
    // Two columns of a header on one line are parted by a run of spaces.
    for (const part of text.split(/\s{2,}|\t/)) {
      if (!isUpperCase(part) || frame.test(part) || part.length > 80) continue
      const head = headAt(keysOf(part), 0)
      const last = groups.at(-1)
      const isPlace = head?.kind === 'ward' || head === null
      if (last !== undefined && isPlace) last.text = `${last.text} ${part.trim()}`
      else if (head !== null) groups.push({ text: part.trim(), at })
    }
  }
  const last = groups.at(-1)
  return last === undefined ? null : { value: last.text.replaceAll(/\s+/g, ' '), at: last.at }
}

function fromSignature(paragraphs: readonly Paragraph[]): Issuer | null {
  const signed = paragraphs.findLast((paragraph) => /^TM\.\s?\p{Lu}/u.test(paragraph.text))
  return signed === undefined
    ? null
    : {
        value: signed.text
          .slice(0, signed.lines[1]?.from)
          .replace(/^TM\.\s?/, '')
          .trim(),
        at: signed.at,
      }
}

/** "Ủy ban nhân dân quận xây dựng kế hoạch …": a unit right before a verb of issuing. */
function fromOpening(opening: readonly Paragraph[]): Issuer | null {
  let found: Issuer | null = null
  for (const { text, at } of opening) {
    const words = wordsOf(text.slice(0, 4000))
    const keys = words.map((word) => word.key)
    for (const [index, word] of words.entries()) {
      const head = startsWithCapital(text.slice(word.start, word.end)) ? headAt(keys, index) : null
      if (head === null || head.kind === 'generic' || head.kind === 'person' || head.plural) continue
      const end = nameEnd({ text, words, keys }, index, (at) => longestAt(verbs, keys, at) !== null)
      const last = words[end - 1]
      if (
        last !== undefined &&
        last.gap.trim() === '' &&
        longestAt(verbs, keys, end) !== null &&
        isIssuing(keys, end)
      )
        found ??= { value: text.slice(word.start, last.end), at }
    }
  }
  return found
}

// "xây dựng kế hoạch", "ban hành Kế hoạch", "báo cáo kết quả": what is made follows soon.
function isIssuing(keys: readonly string[], from: number): boolean {
  return keys.slice(from, from + 6).some((_, ahead) => longestAt(issued, keys, from + ahead) !== null)
}
