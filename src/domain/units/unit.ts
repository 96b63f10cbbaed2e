import type { LocalDate } from '#domain/basics/dates.ts'
import type { EventId, UnitId } from '#domain/basics/ids.ts'

/**
 * committee: a people's committee of a province or district. office: phòng, ban, sở. agency: công an, trung tâm, đoàn
 * thể, ban quản lý. ward: the committee of a phường or xã. body: ban chỉ đạo, hội đồng. group: khối thi đua, cụm.
 */
export type UnitKind =
  | 'committee'
  | 'office'
  | 'agency'
  | 'ward'
  | 'school'
  | 'independent_class'
  | 'body'
  | 'group'
/** In the order of lists. */
export const unitKinds = [
  'committee',
  'office',
  'agency',
  'ward',
  'school',
  'independent_class',
  'body',
  'group',
] as const satisfies readonly UnitKind[]

/** MN, TH, THCS, THPT, GDTX. */
export type SchoolLevel = 'preschool' | 'primary' | 'lower_secondary' | 'upper_secondary' | 'continuing'
/** From the youngest pupils to the oldest. */
export const schoolLevels = [
  'preschool',
  'primary',
  'lower_secondary',
  'upper_secondary',
  'continuing',
] as const satisfies readonly SchoolLevel[]

/** Công lập, tư thục, dân lập, phối quản. Non-public (ngoài công lập) is private or people_founded. */
export type Ownership = 'public' | 'private' | 'people_founded' | 'other_body'
export const ownerships = [
  'public',
  'private',
  'people_founded',
  'other_body',
] as const satisfies readonly Ownership[]

export type SchoolRank = 1 | 2 | 3

/** What a unit was from one day until another (exclusive; null: until further notice). */
export type UnitState = {
  unitId: UnitId
  validFrom: LocalDate
  validTo: LocalDate | null
  /** Unique among the units living on a day. */
  code: string
  kind: UnitKind
  /** The code of a tier (cấp hành chính); committees and wards have one. */
  tier: string | null
  officialName: string
  shortName: string
  otherNames: string[]
  parentId: UnitId | null
  /** Schools have at least one, independent classes may; nobody else. */
  levels: SchoolLevel[]
  ownership: Ownership | null
  rank: SchoolRank | null
  place: string | null
}

/** What can be said of a unit apart from who it is and when. */
export type UnitFacts = Omit<UnitState, 'unitId' | 'validFrom' | 'validTo'>

export type UnitEventKind = 'found' | 'rename' | 'move' | 'merge' | 'split' | 'dissolve' | 'alter'
export const unitEventKinds = [
  'found',
  'rename',
  'move',
  'merge',
  'split',
  'dissolve',
  'alter',
] as const satisfies readonly UnitEventKind[]

/** The document that an event rests on; whatever is not known is null. */
export type LegalBasis = {
  number: string | null
  date: LocalDate | null
  issuer: string | null
  title: string | null
}

/** from: is merged, split or dissolved. into: comes out of it, or takes it in. subject: takes part in any other way. */
export type UnitEventRole = 'subject' | 'from' | 'into'

/** An event as it was recorded; what it changed stands in the states. */
export type RecordedUnitEvent = {
  id: EventId
  kind: UnitEventKind
  on: LocalDate
  basis: LegalBasis
  note: string | null
  parts: { unitId: UnitId; role: UnitEventRole }[]
}

export function livesOn(state: Pick<UnitState, 'validFrom' | 'validTo'>, day: LocalDate): boolean {
  return state.validFrom <= day && (state.validTo === null || state.validTo > day)
}

/** The state on the day among those of one unit; undefined before its founding and after its end. */
export function stateOn(states: readonly UnitState[], day: LocalDate): UnitState | undefined {
  return states.find((state) => livesOn(state, day))
}

/** Of an independent group or class preschool goes without saying (Law 43/2019/QH14 on education, art. 26). */
export function levelsOf(state: Pick<UnitState, 'kind' | 'levels'>): readonly SchoolLevel[] {
  return state.kind === 'independent_class' && state.levels.length === 0 ? ['preschool'] : state.levels
}
