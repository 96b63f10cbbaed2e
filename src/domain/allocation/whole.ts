import { decimalsOf } from './decimals.ts'
import type { PlanTarget } from '#domain/plans/plan-target.ts'

/** How a target is shared out: counts and fractions add up to the whole, percentages meet in their mean. */
export type Measure = 'count' | 'ratio' | 'percent'

/** The whole that the shares are held against. A bound that is null does not hold on that side. */
export type Whole =
  | {
      measure: 'count' | 'percent'
      least: number | null
      most: number | null
      /** The bound itself is not enough ("trên", "dưới"). */
      strict: boolean
      decimals: number
    }
  | { measure: 'ratio'; numerator: number; denominator: number; decimals: number }

type Figures = Pick<
  PlanTarget,
  'kind' | 'value' | 'numerator' | 'denominator' | 'percent' | 'min' | 'max' | 'strict' | 'unitWord'
>

/**
 * What a target's shares must come to; null for a target that cannot be shared out: how often, a rank, a milestone, a
 * change against last year and what is said in words hold for every unit as they stand. Also null while a figure is missing.
 */
export function wholeOf(target: Figures): Whole | null {
  const { kind, value, numerator, denominator, percent, min, max, strict } = target
  const counted = target.unitWord === '%' ? 'percent' : 'count'
  switch (kind) {
    case 'count':
      return value === null ? null : exactly(counted, value)
    case 'percent':
    case 'compliance100':
      return percent === null ? null : exactly('percent', percent)
    case 'ratio':
      return numerator === null || denominator === null
        ? null
        : {
            measure: 'ratio',
            numerator,
            denominator,
            decimals: Math.max(decimalsOf(numerator), decimalsOf(denominator)),
          }
    case 'atLeast':
      return min === null ? null : within(counted, min, null, strict)
    case 'atMost':
      return max === null ? null : within(counted, null, max, strict)
    case 'percentRange':
      return min === null || max === null ? null : within('percent', min, max, false)
    case 'range':
      return min === null || max === null ? null : within(counted, min, max, false)
    case 'frequency':
    case 'milestone':
    case 'change':
    case 'rank':
    case 'qualitative':
      return null
  }
}

function exactly(measure: 'count' | 'percent', figure: number): Whole {
  return { measure, least: figure, most: figure, strict: false, decimals: decimalsOf(figure) }
}

function within(
  measure: 'count' | 'percent',
  least: number | null,
  most: number | null,
  strict: boolean,
): Whole {
  return { measure, least, most, strict, decimals: Math.max(decimalsOf(least ?? 0), decimalsOf(most ?? 0)) }
}
