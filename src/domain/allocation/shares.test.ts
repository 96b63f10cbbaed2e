import { describe, expect, test } from 'vitest'
import { figuresOfKind, type TargetFigures } from '#domain/plans/plan-target.ts'
import type { TargetKind } from '#domain/reading/reading.ts'
import {
  checkShares,
  isFilled,
  noShare,
  notConcerned,
  shareFaults,
  type ShareFigures,
  sharesOnly,
} from './shares.ts'
import { type Whole, wholeOf } from './whole.ts'

const target = (kind: TargetKind, figures: Partial<TargetFigures>, unitWord: string | null = null) => ({
  kind,
  unitWord,
  ...figuresOfKind(kind, figures),
})
const of = (value: number | null, denominator: number | null = null): ShareFigures => ({
  ...noShare,
  value,
  denominator,
})
const ratio = (numerator: number | null, denominator: number | null): ShareFigures => ({
  ...noShare,
  numerator,
  denominator,
})
function whole(...given: Parameters<typeof target>): Whole {
  const found = wholeOf(target(...given))
  if (found === null) throw new Error('it cannot be shared out')
  return found
}

describe('what a target is shared out as', () => {
  test.each<[string, Parameters<typeof target>, unknown]>([
    ['a count', ['count', { value: 12_246 }, 'học sinh'], { measure: 'count', least: 12_246, most: 12_246 }],
    ['none of something', ['count', { value: 0 }], { measure: 'count', least: 0, most: 0 }],
    [
      'a fraction',
      ['ratio', { numerator: 7910, denominator: 9232, percent: 85.7 }],
      { measure: 'ratio', numerator: 7910, denominator: 9232 },
    ],
    ['a percentage', ['percent', { percent: 97.78 }], { measure: 'percent', least: 97.78, decimals: 2 }],
    ['everybody', ['compliance100', {}], { measure: 'percent', least: 100, most: 100 }],
    [
      'at least, in per cent',
      ['atLeast', { min: 80 }, '%'],
      { measure: 'percent', least: 80, most: null, strict: false },
    ],
    [
      'more than, counted',
      ['atLeast', { min: 500, strict: true }, 'em'],
      { measure: 'count', least: 500, strict: true },
    ],
    ['at most', ['atMost', { max: 0.5 }, '%'], { measure: 'percent', least: null, most: 0.5 }],
    ['between', ['percentRange', { min: 97, max: 98 }], { measure: 'percent', least: 97, most: 98 }],
    ['how often', ['frequency', { min: 1, period: 'month' }], null],
    ['a rank', ['rank', { value: 3 }], null],
    ['in words', ['qualitative', {}], null],
    ['a count without its figure', ['count', {}], null],
  ])('%s', (_fact, given, expected) => {
    const found = wholeOf(target(...given))
    if (expected === null) expect(found).toBeNull()
    else expect(found).toMatchObject(expected as object)
  })
})

describe('shares held against the whole', () => {
  const hundred = whole('count', { value: 100 })
  test.each<[string, Whole, ShareFigures[], object]>([
    ['they make it', hundred, [of(60), of(40)], { way: 'sum', fits: true, missing: 0, differences: [] }],
    [
      'twelve are missing',
      hundred,
      [of(60), of(28)],
      { fits: false, differences: [{ of: 'value', by: -12 }] },
    ],
    ['three too many', hundred, [of(60), of(43)], { fits: false, differences: [{ by: 3, comes: 103 }] }],
    [
      'an empty one keeps it open',
      hundred,
      [of(100), of(null)],
      { fits: false, missing: 1, differences: [] },
    ],
    ['zero is a figure', hundred, [of(100), of(0)], { fits: true, missing: 0, applying: 2 }],
    [
      'who is not concerned does not count',
      hundred,
      [of(100), notConcerned],
      { fits: true, missing: 0, applying: 1 },
    ],
    ['nobody yet', hundred, [], { fits: false, comes: { value: null }, differences: [{ by: -100 }] }],
    ['at least: more is well', whole('atLeast', { min: 500 }, 'em'), [of(300), of(250)], { fits: true }],
    [
      'more than: the bound itself is not enough',
      whole('atLeast', { min: 500, strict: true }, 'em'),
      [of(500)],
      { fits: false, differences: [{ by: 0 }] },
    ],
    [
      'at most: over',
      whole('atMost', { max: 5 }, 'em'),
      [of(4), of(3)],
      { fits: false, differences: [{ by: 2 }] },
    ],
    [
      'decimals add up as on paper',
      whole('count', { value: 0.3 }),
      [of(0.1), of(0.2)],
      { fits: true, differences: [] },
    ],
    [
      'of a fraction both must',
      whole('ratio', { numerator: 7910, denominator: 9232 }),
      [ratio(4000, 5000), ratio(3910, 4230)],
      { way: 'both_sums', fits: false, differences: [{ of: 'denominator', by: -2 }] },
    ],
    [
      'percentages with weights by their mean',
      whole('percent', { percent: 85.7 }),
      [of(80, 1000), of(91.4, 1000)],
      { way: 'weighted_mean', fits: true, comes: { value: 85.7 } },
    ],
    [
      'the mean is rounded as the whole is printed',
      whole('percent', { percent: 86 }),
      [of(80, 1000), of(91.4, 1000)],
      { way: 'weighted_mean', fits: true },
    ],
    [
      'a mean below',
      whole('percent', { percent: 90 }),
      [of(80, 3), of(100, 1)],
      { way: 'weighted_mean', fits: false, differences: [{ of: 'mean', comes: 85, by: -5 }] },
    ],
    [
      'one without a weight: each for itself',
      whole('atLeast', { min: 80 }, '%'),
      [of(85, 10), of(79), of(80)],
      { way: 'each', fits: false, away: [1], comes: { value: null } },
    ],
    [
      'weights of nothing weigh nothing',
      whole('percent', { percent: 90 }),
      [of(90, 0)],
      { way: 'each', fits: true },
    ],
  ])('%s', (_fact, given, shares, expected) => {
    expect(checkShares(given, shares)).toMatchObject(expected)
  })

  test.each<[string, Whole, ShareFigures, unknown[]]>([
    ['half a pupil', hundred, of(1.5), [{ field: 'value', fault: 'too_many_decimals' }]],
    ['below zero', hundred, of(-1), [{ field: 'value', fault: 'negative' }]],
    [
      'a part larger than its whole',
      whole('ratio', { numerator: 1, denominator: 2 }),
      ratio(3, 2),
      [{ field: 'numerator', fault: 'part_over_whole' }],
    ],
    [
      'over a hundred per cent',
      whole('percent', { percent: 90 }),
      of(101),
      [{ field: 'value', fault: 'over_hundred' }],
    ],
    ['a finer percentage', whole('percent', { percent: 90 }), of(90.25), []],
    ['nothing yet', hundred, noShare, []],
    ['not concerned', hundred, { ...notConcerned, value: -1 }, []],
  ])('%s is told at its figure', (_fact, given, share, expected) => {
    expect(shareFaults(given, share)).toEqual(expected)
  })

  test('what the measure has no use for is not kept', () => {
    expect(sharesOnly('count', { applies: true, value: 1, numerator: 2, denominator: 3 })).toEqual(of(1))
    expect(sharesOnly('count', { applies: false, value: 1, numerator: 2, denominator: 3 })).toEqual(
      notConcerned,
    )
    expect(isFilled('percent', of(90))).toBe(true)
    expect(isFilled('ratio', ratio(1, null))).toBe(false)
  })
})
