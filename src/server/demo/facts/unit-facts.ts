// What the demo knows of units, as plain data: other units are named by code, states and ids come when it is made.
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import type {
  LegalBasis,
  Ownership,
  SchoolLevel,
  SchoolRank,
  UnitFacts,
  UnitKind,
} from '#domain/units/unit.ts'

export type UnitFact = Readonly<Omit<UnitFacts, 'parentId' | 'otherNames' | 'levels'>> & {
  otherNames: readonly string[]
  parentCode: string | null
  levels: readonly SchoolLevel[]
  /** The day from which the demo has it; the founding day only where `unconfirmed.ts` says nothing else. */
  validFrom: LocalDate
}

/** Events in the order in which they are made; those of one day build on each other. */
export type EventFact = { on: LocalDate; basis: LegalBasis; note: string | null } & (
  | { kind: 'found'; unit: UnitFact }
  | { kind: 'move'; codes: readonly string[]; parentCode: string }
  /** The merger founds `into`, or a unit that lives already takes the others in; `children` of those that end go under it. */
  | { kind: 'merge'; from: readonly string[]; into: UnitFact | { code: string }; children: readonly string[] }
  | { kind: 'place'; codes: readonly string[]; place: string }
  | { kind: 'dissolve'; codes: readonly string[] }
)

export type SupervisionFact = {
  unitCode: string
  supervisorCode: string
  validFrom: LocalDate
  validTo: LocalDate | null
  note: string | null
}

export type IssuerFact = {
  unitCode: string
  /** As printed, upper case; '\n' where the line breaks. */
  printedName: string
  superior: string | null
  place: string
  symbolSuffix: string
  signers: readonly { authority: readonly string[]; name: string }[]
  recipients: readonly string[]
}

/**
 * Stands for an unknown founding day: a school year before the older of the two documents, so that its figures and the
 * ones it compares with (2021-2022) have units to belong to.
 */
export const recordsBegin: LocalDate = localDate('2021-08-01')

/** From this day there are no districts (Law 72/2025/QH15). */
export const districtsEnd: LocalDate = localDate('2025-07-01')

const plain = {
  tier: null,
  levels: [],
  ownership: null,
  rank: null,
  place: null,
  validFrom: recordsBegin,
} as const

/** An office, agency, body or group of `parentCode`. The other names are the ways in which documents write it. */
export function bodyOf(
  parentCode: string,
  kind: Exclude<UnitKind, 'committee' | 'ward' | 'school' | 'independent_class'>,
  code: string,
  officialName: string,
  shortName: string,
  otherNames: readonly string[] = [],
): UnitFact {
  return { ...plain, code: `${parentCode}-${code}`, kind, officialName, shortName, otherNames, parentCode }
}

/** 'Đằng Lâm' → 'DANGLAM', '8/3' → '83': the last part of a code. */
export function codeOf(name: string): string {
  return fold(name)
    .replaceAll(/[^a-z\d]/g, '')
    .toUpperCase()
}

/** The committee of a phường. */
export function wardOf(parentCode: string, code: string, name: string, validFrom: LocalDate): UnitFact {
  return {
    ...plain,
    code,
    kind: 'ward',
    tier: 'commune',
    officialName: `Ủy ban nhân dân phường ${name}`,
    shortName: `UBND phường ${name}`,
    otherNames: [`Phường ${name}`, `UBND P. ${name}`],
    parentCode,
    place: `phường ${name}`,
    validFrom,
  }
}

const schoolWords = {
  MN: { levels: ['preschool'], ownership: 'public', long: 'Mầm non' },
  MNTT: { levels: ['preschool'], ownership: 'private', long: 'Mầm non tư thục' },
  TH: { levels: ['primary'], ownership: 'public', long: 'Tiểu học' },
  THCS: { levels: ['lower_secondary'], ownership: 'public', long: 'Trung học cơ sở' },
  'TH&THCS': {
    levels: ['primary', 'lower_secondary'],
    ownership: 'public',
    long: 'Tiểu học và Trung học cơ sở',
  },
  THPT: { levels: ['upper_secondary'], ownership: 'public', long: 'Trung học phổ thông' },
} as const satisfies Record<string, { levels: readonly SchoolLevel[]; ownership: Ownership; long: string }>

export type SchoolWord = keyof typeof schoolWords

/** `HA-MN-CATBI`, 'Trường Mầm non Cát Bi', 'MN Cát Bi'; `ward` is the name of the phường where it stands. */
export function schoolOf(
  parentCode: string,
  prefix: string,
  word: SchoolWord,
  name: string,
  ward: string | null,
  given: {
    rank?: SchoolRank
    ownership?: Ownership
    otherNames?: readonly string[]
    validFrom?: LocalDate
  } = {},
): UnitFact {
  const { levels, ownership, long } = schoolWords[word]
  return {
    ...plain,
    code: `${prefix}-${codeOf(word)}-${codeOf(name)}`,
    kind: 'school',
    officialName: `Trường ${long} ${name}`,
    shortName: `${word} ${name}`,
    otherNames: [`${long} ${name}`, `Trường ${word} ${name}`, ...(given.otherNames ?? [])],
    parentCode,
    levels,
    ownership: given.ownership ?? ownership,
    rank: given.rank ?? null,
    place: ward === null ? null : `phường ${ward}`,
    validFrom: given.validFrom ?? recordsBegin,
  }
}

/** An independent preschool class (lớp mẫu giáo, nhóm trẻ độc lập), licensed and watched over by the ward. */
export function independentClassOf(wardCode: string, code: string, name: string, ward: string): UnitFact {
  return {
    ...plain,
    code,
    kind: 'independent_class',
    officialName: `Lớp mầm non độc lập tư thục ${name}`,
    shortName: `Lớp MNĐL ${name}`,
    otherNames: [`Lớp mầm non độc lập ${name}`, `Nhóm trẻ ${name}`],
    parentCode: wardCode,
    levels: ['preschool'],
    ownership: 'private',
    place: `phường ${ward}`,
  }
}

export const noBasis: LegalBasis = { number: null, date: null, issuer: null, title: null }
