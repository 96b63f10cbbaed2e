// Generic names ("các trường Tiểu học", "UBND các phường", "các phòng, ban liên quan") as rules that pick units.
import { tierWords } from './name-lexicon.ts'
import { levelOf, nameWords } from './name-words.ts'
import type { Ownership, SchoolLevel, UnitKind } from './unit.ts'

/**
 * What a generic name means. `direct`: only units right below the authority are meant, offices of the wards are not
 * "các phòng" of the district. `sure` is lower where the words pick a part of them only ("liên quan").
 */
export type GenericName = {
  kinds: UnitKind[]
  levels: SchoolLevel[]
  ownership: Ownership[]
  direct: boolean
  /** The tier that a committee or ward is named by: 'quan', 'phuong'. */
  tier: string | null
  plural: boolean
  sure: number
}

type Noun = { kinds: readonly UnitKind[]; direct: boolean }

const nouns: Readonly<Record<string, Noun>> = {
  'uy ban nhan dan phuong': { kinds: ['ward'], direct: false },
  'uy ban nhan dan xa': { kinds: ['ward'], direct: false },
  'uy ban nhan dan thi tran': { kinds: ['ward'], direct: false },
  phuong: { kinds: ['ward'], direct: false },
  xa: { kinds: ['ward'], direct: false },
  'thi tran': { kinds: ['ward'], direct: false },
  'dac khu': { kinds: ['ward'], direct: false },
  'uy ban nhan dan quan': { kinds: ['committee'], direct: false },
  'uy ban nhan dan huyen': { kinds: ['committee'], direct: false },
  quan: { kinds: ['committee'], direct: false },
  huyen: { kinds: ['committee'], direct: false },
  'thi xa': { kinds: ['committee'], direct: false },
  'truong hoc': { kinds: ['school'], direct: false },
  'nha truong': { kinds: ['school'], direct: false },
  'don vi truong hoc': { kinds: ['school'], direct: false },
  truong: { kinds: ['school'], direct: false },
  'co so giao duc': { kinds: ['school', 'independent_class'], direct: false },
  'nhom tre': { kinds: ['independent_class'], direct: false },
  'nhom lop': { kinds: ['independent_class'], direct: false },
  lop: { kinds: ['independent_class'], direct: false },
  nhom: { kinds: ['independent_class'], direct: false },
  'lop doc lap': { kinds: ['independent_class'], direct: false },
  phong: { kinds: ['office'], direct: true },
  ban: { kinds: ['office'], direct: true },
  so: { kinds: ['office'], direct: true },
  nganh: { kinds: ['agency'], direct: true },
  'co quan': { kinds: ['office', 'agency'], direct: true },
  'don vi': { kinds: ['office', 'agency'], direct: true },
  'doan the': { kinds: ['agency'], direct: true },
  'to chuc': { kinds: ['agency'], direct: true },
  'trung tam': { kinds: ['agency'], direct: true },
  'khoi thi dua': { kinds: ['group'], direct: false },
}

const ownerships: Readonly<Record<string, readonly Ownership[]>> = {
  'ngoai cong lap': ['private', 'people_founded'],
  'cong lap': ['public'],
  'tu thuc': ['private'],
  'dan lap': ['people_founded'],
}

/** Words that change nothing of what is meant, and how far they leave it sure. */
const qualifiers: Readonly<Record<string, number>> = {
  cac: 1,
  nhung: 1,
  toan: 1,
  'tat ca': 1,
  'co lien quan': 0.92,
  'lien quan': 0.92,
  'tren dia ban': 1,
  'truc thuoc': 1,
  thuoc: 1,
  cua: 1,
  'chuyen mon': 1,
  'chuc nang': 0.95,
  quan: 1,
  huyen: 1,
  'thanh pho': 1,
  tinh: 1,
  phuong: 1,
  xa: 1,
  'doc lap': 1,
  'hieu truong': 0.95,
  'lanh dao': 0.95,
  khac: 0.8,
  cap: 1,
  nganh: 1,
}
const plural = new Set(['cac', 'nhung', 'toan', 'tat'])
const longest = 7

/** Reads a name all of whose words are generic; null where one of them names somebody. */
export function readGeneric(written: string): GenericName | null {
  const words = nameWords(written)
  const found: GenericName = {
    kinds: [],
    levels: [],
    ownership: [],
    direct: true,
    tier: null,
    plural: false,
    sure: 0.97,
  }
  let at = 0
  while (at < words.length) {
    const word = words[at] ?? ''
    const level = levelOf(word)
    const step = level === null ? takeWords(found, words, at) : takeLevel(found, level)
    if (step === 0) return null
    found.plural ||= words.slice(at, at + step).some((taken) => plural.has(taken))
    at += step
  }
  if (found.kinds.length === 0 || !belongTogether(found.kinds)) return null
  // "Phòng", "trường Mầm non": without "các" the words may be the beginning of a name that was cut.
  const isGroupWord = words.join(' ') === 'truong hoc' || words.join(' ') === 'nha truong'
  return { ...found, sure: found.plural ? found.sure : isGroupWord ? 0.9 : 0.6 }
}

const families: readonly (readonly UnitKind[])[] = [
  ['office', 'agency'],
  ['school', 'independent_class'],
  ['ward'],
  ['committee'],
  ['group'],
]

function belongTogether(kinds: readonly UnitKind[]): boolean {
  return families.some((family) => kinds.every((kind) => family.includes(kind)))
}

function takeLevel(found: GenericName, level: SchoolLevel): number {
  if (!found.levels.includes(level)) found.levels.push(level)
  return 1
}

function takeWords(found: GenericName, words: readonly string[], at: number): number {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).join(' ')
    const noun = nounOf(phrase)
    // "các phòng quận", "các trường trên địa bàn phường": behind a noun a tier says where.
    const isQualifier =
      found.kinds.length > 0 &&
      phrase in qualifiers &&
      !(noun?.kinds[0] === 'ward' && found.kinds.includes('ward'))
    if (noun !== undefined && !isQualifier) {
      found.kinds.push(...noun.kinds.filter((kind) => !found.kinds.includes(kind)))
      found.direct &&= noun.direct
      if (noun.kinds[0] === 'ward' || noun.kinds[0] === 'committee') found.tier ??= tierIn(phrase)
      return length
    }
    const owners = ownerships[phrase]
    if (owners !== undefined) {
      found.ownership.push(...owners)
      return length
    }
    const sure = qualifiers[phrase]
    if (sure !== undefined) {
      found.sure *= sure
      return length
    }
  }
  return 0
}

function tierIn(phrase: string): string | null {
  return tierWords.find((tier) => phrase.endsWith(tier)) ?? null
}

// "uy ban nhan dan cac phuong": the plural word stands inside.
function nounOf(phrase: string): Noun | undefined {
  return nouns[phrase.replace(' cac ', ' ')]
}

/** The rule of a generic name, without its place. */
export function ruleOf(generic: GenericName): {
  kinds: UnitKind[]
  levels?: SchoolLevel[]
  ownership?: Ownership[]
} {
  const { kinds, levels, ownership } = generic
  return { kinds, ...(levels.length > 0 && { levels }), ...(ownership.length > 0 && { ownership }) }
}
