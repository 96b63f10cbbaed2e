import { roundTo } from '#domain/basics/numbers.ts'
import { decimalsOf } from './decimals.ts'
import type { Measure, Whole } from './whole.ts'

/**
 * What a unit is to reach of a target. A count has its value; a ratio its numerator and denominator; a percentage its value
 * and, where it is known, the denominator by which it weighs. null: not filled in yet. Zero is a figure. A unit to which the
 * target does not apply has none.
 */
export type ShareFigures = {
  applies: boolean
  value: number | null
  numerator: number | null
  denominator: number | null
}
export type ShareField = 'value' | 'numerator' | 'denominator'

/** The fields of a measure, in the order of the columns; those that must be filled in. */
export const shareFields: Readonly<Record<Measure, readonly ShareField[]>> = {
  count: ['value'],
  ratio: ['numerator', 'denominator'],
  percent: ['value', 'denominator'],
}
export const neededFields: Readonly<Record<Measure, readonly ShareField[]>> = {
  count: ['value'],
  ratio: ['numerator', 'denominator'],
  percent: ['value'],
}

export const noShare: ShareFigures = { applies: true, value: null, numerator: null, denominator: null }
export const notConcerned: ShareFigures = { ...noShare, applies: false }

/** Only what the measure has a use for; nothing where the target does not apply. */
export function sharesOnly(measure: Measure, given: ShareFigures): ShareFigures {
  if (!given.applies) return notConcerned
  const kept = shareFields[measure].map((field) => [field, given[field]] as const)
  return { ...noShare, ...Object.fromEntries(kept) }
}

export function isFilled(measure: Measure, share: ShareFigures): boolean {
  return !share.applies || neededFields[measure].every((field) => share[field] !== null)
}

export function isSameShare(one: ShareFigures, other: ShareFigures): boolean {
  return (
    one.applies === other.applies &&
    one.value === other.value &&
    one.numerator === other.numerator &&
    one.denominator === other.denominator
  )
}

export type ShareFault = 'negative' | 'part_over_whole' | 'over_hundred' | 'too_many_decimals'

/** What cannot be right in one share, and at which figure; a share may still be missing. */
export function shareFaults(whole: Whole, share: ShareFigures): { field: ShareField; fault: ShareFault }[] {
  if (!share.applies) return []
  const faults: { field: ShareField; fault: ShareFault }[] = []
  for (const field of shareFields[whole.measure]) {
    const figure = share[field]
    if (figure === null) continue
    // A percentage is planned finer than the whole is printed; a count is not.
    const decimals = whole.measure === 'percent' ? 2 : whole.decimals
    if (figure < 0) faults.push({ field, fault: 'negative' })
    else if (decimalsOf(figure) > decimals) faults.push({ field, fault: 'too_many_decimals' })
  }
  const { numerator, denominator, value } = share
  if (whole.measure === 'ratio' && numerator !== null && denominator !== null && numerator > denominator)
    faults.push({ field: 'numerator', fault: 'part_over_whole' })
  if (whole.measure === 'percent' && value !== null && value > 100)
    faults.push({ field: 'value', fault: 'over_hundred' })
  return faults
}

/** How the shares were held against the whole, so that it can be said. */
export type CheckWay = 'sum' | 'both_sums' | 'weighted_mean' | 'each'

export type Difference = {
  of: 'value' | 'numerator' | 'denominator' | 'mean'
  /** What the shares come to. */
  comes: number
  /** Below zero: so much is missing; above: so much is too much; zero: the bound itself is not enough. */
  by: number
}

export type ShareCheck = {
  way: CheckWay
  applying: number
  missing: number
  /** The sum, or the mean of percentages; null while nothing is filled in. */
  comes: { value: number | null; numerator: number | null; denominator: number | null }
  differences: Difference[]
  /** By `each`: units, by their place in the list, that alone would pull the whole away from what is asked. */
  away: number[]
  fits: boolean
}

/** Holds the shares against the whole. Without a weight for every share a mean of percentages says nothing: then each is. */
export function checkShares(whole: Whole, shares: readonly ShareFigures[]): ShareCheck {
  const applying = shares.filter((share) => share.applies)
  const missing = applying.filter((share) => !isFilled(whole.measure, share)).length
  const sum = (field: ShareField): number | null => {
    const figures = applying.flatMap((share) => share[field] ?? [])
    return figures.length === 0 ? null : exactSum(figures)
  }
  const comes = { value: sum('value'), numerator: sum('numerator'), denominator: sum('denominator') }
  const base = { applying: applying.length, missing, away: [] }
  if (whole.measure === 'ratio') {
    const differences = (['numerator', 'denominator'] as const).flatMap((of) => {
      const by = roundTo((comes[of] ?? 0) - whole[of], 6)
      return by === 0 ? [] : [{ of, comes: comes[of] ?? 0, by }]
    })
    return { ...base, way: 'both_sums', comes, differences, fits: missing === 0 && differences.length === 0 }
  }
  if (whole.measure === 'count') {
    const by = differenceTo(whole, comes.value ?? 0, 0)
    const differences = by === null ? [] : [{ of: 'value' as const, comes: comes.value ?? 0, by }]
    return { ...base, way: 'sum', comes, differences, fits: missing === 0 && differences.length === 0 }
  }
  return checkPercent(whole, shares, { ...base, comes })
}

type Bounds = Extract<Whole, { least: number | null }>

function checkPercent(
  whole: Bounds,
  shares: readonly ShareFigures[],
  base: Pick<ShareCheck, 'applying' | 'missing' | 'comes'>,
): ShareCheck {
  const applying = shares.filter((share) => share.applies)
  const weighed = applying.flatMap(({ value, denominator }) =>
    value === null || denominator === null ? [] : [{ value, weight: denominator }],
  )
  const weight = exactSum(weighed.map((share) => share.weight))
  if (weighed.length === applying.length && weight > 0) {
    const mean = exactSum(weighed.map((share) => share.value * share.weight)) / weight
    // A percentage of the whole is printed rounded: half of its last digit is no difference.
    const by = differenceTo(whole, mean, 0.5 * 10 ** -whole.decimals)
    const differences = by === null ? [] : [{ of: 'mean' as const, comes: roundTo(mean, 4), by }]
    return {
      ...base,
      way: 'weighted_mean',
      comes: { ...base.comes, value: roundTo(mean, 4) },
      differences,
      away: [],
      fits: base.missing === 0 && differences.length === 0,
    }
  }
  const away = shares.flatMap(({ applies, value }, index) =>
    applies && value !== null && differenceTo(whole, value, 0) !== null ? [index] : [],
  )
  return {
    ...base,
    way: 'each',
    comes: { ...base.comes, value: null },
    differences: [],
    away,
    fits: base.missing === 0 && away.length === 0,
  }
}

/** How far a figure is from the bounds; null when it is within them. */
function differenceTo({ least, most, strict }: Bounds, figure: number, tolerance: number): number | null {
  const margin = tolerance + 1e-9
  if (least !== null) {
    const by = figure - least
    if (strict ? by <= 1e-9 : by < -margin) return roundTo(by, 6)
  }
  if (most !== null) {
    const by = figure - most
    if (strict ? by >= -1e-9 : by > margin) return roundTo(by, 6)
  }
  return null
}

// Sums of decimals as people add them: 0.1 + 0.2 is 0.3.
function exactSum(figures: readonly number[]): number {
  return roundTo(
    figures.reduce((total, figure) => total + figure, 0),
    6,
  )
}
