import { bearers, genericNameWords, headWords } from './name-lexicon.ts'
import { levelOf, tierLengthAt } from './name-words.ts'

/** A name of a unit as it is compared: its words, and from where on they only say whose it is ("quận Hải An"). */
export type ComparedName = {
  words: readonly string[]
  tailFrom: number
  /** It is told from others of its kind by a proper name alone: wards, schools. */
  proper: boolean
}

/** Words of the authorities above a unit, nearest first, tier words included: 'quan hai an', 'thanh pho hai phong'. */
export type Surroundings = readonly (readonly string[])[]

export type Weigh = (word: string) => number

const tailWeight = 0.12
const schoolWord = 'truong'
// Syllables are short: of three letters, one letter less makes another name (Hải, Hà), so it counts for little.
const nearCredit = (length: number): number => (length >= 5 ? 0.75 : length === 4 ? 0.55 : 0.3)

/** How well a written name fits a name of a unit: 0 to 1. Both as words of `nameWords`. */
export function scoreName(
  query: readonly string[],
  name: ComparedName,
  around: Surroundings,
  weigh: Weigh,
): number {
  const asked = query.map((word, index) => weigh(word) * askedShare(query, index, name, around))
  const known = name.words.map(
    (word, index) =>
      weigh(word) * (index >= name.tailFrom ? tailWeight : word === schoolWord && index === 0 ? 0.2 : 1),
  )
  const matched = align(query, asked, name.words, known)
  const whole = sum(asked) + sum(known)
  if (whole === 0) return 0
  return (
    (matched / whole) * conflict(query, name, around) * (name.proper ? properShare(query, name, around) : 1)
  )
}

const generic = new Set(genericNameWords)

/** "UBND phường An Đông" and "UBND phường Hồng An" share most of their words and nothing that counts. */
function properShare(query: readonly string[], name: ComparedName, around: Surroundings): number {
  const known = name.words.filter((word) => isProper(word))
  const asked = query.filter(
    (word) => isProper(word) && (known.includes(word) || !around.some((place) => place.includes(word))),
  )
  if (known.length === 0) return 1
  const matched = align(
    asked,
    asked.map(() => 1),
    known,
    known.map(() => 1),
  )
  const share = matched / (asked.length + known.length)
  return 0.35 + 0.65 * share ** 2
}

function isProper(word: string): boolean {
  return !generic.has(word) && levelOf(word) === null
}

/** Words of the question that say whose the unit is, or who stands for it, count little when the name lacks them. */
function askedShare(
  query: readonly string[],
  index: number,
  name: ComparedName,
  around: Surroundings,
): number {
  const word = query[index] ?? ''
  if (index === 0 && word === schoolWord) return 0.2
  const inTail = name.words.includes(word, name.tailFrom)
  const inName = name.words.lastIndexOf(word, name.tailFrom - 1) >= 0 && name.tailFrom > 0
  if (inName) return 1
  if (inTail) return tailWeight
  if (index < bearerLength(query)) return 0.15
  return index > 0 && around.some((place) => place.includes(word)) ? tailWeight : 1
}

function bearerLength(query: readonly string[]): number {
  const two = `${query[0] ?? ''} ${query[1] ?? ''}`
  if (bearers.includes(two)) return 2
  return query.length > 2 && bearers.includes(query[0] ?? '') ? 1 : 0
}

/** The greatest weight of words matched in order, both sides counted. */
function align(
  query: readonly string[],
  asked: readonly number[],
  words: readonly string[],
  known: readonly number[],
): number {
  let above: number[] = Array.from({ length: words.length + 1 }, () => 0)
  for (const [row, word] of query.entries()) {
    const line = [0]
    for (const [column, other] of words.entries()) {
      const credit = alike(word, other)
      const pair = (above[column] ?? 0) + credit * ((asked[row] ?? 0) + (known[column] ?? 0))
      // "đôthị" for "đô thị": one word printed for two.
      const next = words[column + 1]
      const glued =
        next !== undefined && credit < 1 && word === other + next
          ? (above[column] ?? 0) + (asked[row] ?? 0) * 0.95 + (known[column] ?? 0)
          : 0
      line.push(Math.max(pair, glued, above[column + 1] ?? 0, line[column] ?? 0))
    }
    above = line
  }
  return above.at(-1) ?? 0
}

function alike(a: string, b: string): number {
  if (a === b) return 1
  const longer = Math.max(a.length, b.length)
  if (longer < 3 || a.startsWith('cap:') || b.startsWith('cap:') || /\d/.test(a + b)) return 0
  return isOneEdit(a, b) ? nearCredit(longer) : 0
}

/** One letter more, less or other, or two neighbours changed about. */
function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1
  const restA = a.slice(start, a.length - end)
  const restB = b.slice(start, b.length - end)
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}

/** What makes another unit of a name that is alike: another level, another number, another kind, another tier. */
function conflict(query: readonly string[], name: ComparedName, around: Surroundings): number {
  let factor = 1
  const askedLevels = query.flatMap((word) => levelOf(word) ?? [])
  const knownLevels = name.words.flatMap((word) => levelOf(word) ?? [])
  if (askedLevels.length > 0 && knownLevels.length > 0 && askedLevels.join() !== knownLevels.join())
    factor *= 0.4
  const askedNumbers = query.filter((word) => /^\d+$/.test(word)).join()
  const knownNumbers = name.words.filter((word, index) => /^\d+$/.test(word) && index < name.tailFrom).join()
  if (
    askedNumbers !== knownNumbers &&
    !(knownNumbers === '' && around.some((place) => place.includes(askedNumbers)))
  )
    factor *= 0.5
  const askedHead = headOf(query.slice(bearerLength(query)))
  const knownHead = headOf(name.words)
  if (askedHead !== null && knownHead !== null && askedHead !== knownHead) factor *= 0.55
  return factor * tierConflict(query, name, around)
}

function headOf(words: readonly string[]): string | null {
  const two = `${words[0] ?? ''} ${words[1] ?? ''}`
  return headWords.find((head) => head === two) ?? headWords.find((head) => head === words[0]) ?? null
}

/** "Công an quận" is not the police of a ward. */
function tierConflict(query: readonly string[], name: ComparedName, around: Surroundings): number {
  const last = query.length - 1
  const length = tierLengthAt(query, last - 1) === 2 ? 2 : tierLengthAt(query, last)
  if (length === 0 || query.length <= length) return 1
  const tier = query.slice(query.length - length).join(' ')
  const own = around[0]?.slice(0, length).join(' ')
  return own === undefined || own === tier || name.words.slice(0, name.tailFrom).join(' ').endsWith(tier)
    ? 1
    : 0.6
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
