import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { UnitState } from './unit.ts'

/** A level of the administration (cấp hành chính) as data. A smaller rank stands above; `validTo` is exclusive. */
export type Tier = {
  code: string
  nameVi: string
  nameEn: string
  rank: number
  validFrom: LocalDate
  validTo: LocalDate | null
}

const independence = localDate('1945-09-02')

/**
 * What an installation begins with; an administrator may change it. Districts ended on 1 July 2025: Law 72/2025/QH15 on
 * the organisation of local government knows provinces and communes only.
 */
export const firstTiers: readonly Tier[] = [
  {
    code: 'province',
    nameVi: 'Cấp tỉnh',
    nameEn: 'Province',
    rank: 1,
    validFrom: independence,
    validTo: null,
  },
  {
    code: 'district',
    nameVi: 'Cấp huyện',
    nameEn: 'District',
    rank: 2,
    validFrom: independence,
    validTo: localDate('2025-07-01'),
  },
  { code: 'commune', nameVi: 'Cấp xã', nameEn: 'Commune', rank: 3, validFrom: independence, validTo: null },
]

export type TierFault = {
  code: string
  reason:
    | 'code_missing'
    | 'name_missing'
    | 'code_twice'
    | 'rank_not_whole'
    | 'rank_twice'
    | 'ends_before_it_begins'
}

/** Everything wrong with a set of tiers, in their order; two of one rank may follow each other but not stand side by side. */
export function tierFaults(tiers: readonly Tier[]): TierFault[] {
  const faults: TierFault[] = []
  tiers.forEach((tier, index) => {
    const earlier = tiers.slice(0, index)
    if (tier.code.trim() === '') faults.push({ code: tier.code, reason: 'code_missing' })
    if (tier.nameVi.trim() === '' || tier.nameEn.trim() === '')
      faults.push({ code: tier.code, reason: 'name_missing' })
    if (!Number.isInteger(tier.rank) || tier.rank < 1)
      faults.push({ code: tier.code, reason: 'rank_not_whole' })
    if (tier.validTo !== null && tier.validTo <= tier.validFrom)
      faults.push({ code: tier.code, reason: 'ends_before_it_begins' })
    if (earlier.some((other) => other.code === tier.code))
      faults.push({ code: tier.code, reason: 'code_twice' })
    if (earlier.some((other) => other.rank === tier.rank && overlap(other, tier)))
      faults.push({ code: tier.code, reason: 'rank_twice' })
  })
  return faults
}

function overlap(a: Tier, b: Tier): boolean {
  return (a.validTo === null || a.validTo > b.validFrom) && (b.validTo === null || b.validTo > a.validFrom)
}

/** The tiers of a day from the top down. */
export function tiersOn(tiers: readonly Tier[], day: LocalDate): Tier[] {
  return tiers.filter((tier) => isTierValid(tier, day)).toSorted((a, b) => a.rank - b.rank)
}

export function isTierValid(tier: Tier, day: LocalDate): boolean {
  return tier.validFrom <= day && (tier.validTo === null || tier.validTo > day)
}

export function findTier(tiers: readonly Tier[], code: string): Tier | undefined {
  return tiers.find((tier) => tier.code === code)
}

/** Whether units of the kind stand on a tier of their own; a Phòng or a school has that of the committee above it. */
export function hasTier(kind: UnitState['kind']): boolean {
  return kind === 'committee' || kind === 'ward'
}

/**
 * Whether a unit of one tier may hang somewhere below one of another: a committee only below a higher tier, an office that
 * carries its committee's tier also on the same.
 */
export function mayHangBelow(lower: { kind: UnitState['kind']; rank: number }, upperRank: number): boolean {
  return hasTier(lower.kind) ? lower.rank > upperRank : lower.rank >= upperRank
}
