import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Base, divide } from './divide.ts'

const parts = (
  whole: number,
  bases: readonly Base[],
  kept: readonly (number | null)[] = [],
  decimals = 0,
) => {
  const verdict = divide(whole, bases, kept, decimals)
  return verdict.ok ? verdict.value : verdict.reason
}

describe('dividing a whole by last year', () => {
  test.each<[string, number, Base[], (number | null)[], number, Base[] | string]>([
    ['evenly where it goes', 12, [1, 1, 1], [], 0, [4, 4, 4]],
    ['the largest remainder gets what is left', 10, [5, 3, 2.5], [], 0, [5, 3, 2]],
    ['of equal remainders the earlier one', 10, [1, 1, 1], [], 0, [4, 3, 3]],
    ['of equal remainders the larger base before the earlier one', 3, [1, 5], [], 0, [0, 3]],
    ['a base of zero gets zero', 7, [0, 1, 1], [], 0, [0, 4, 3]],
    ['who is not concerned gets nothing, which is not zero', 7, ['na', 1], [], 0, ['na', 7]],
    ['who has no base stays empty', 7, [null, 1], [], 0, [null, 7]],
    ['and keeps what was typed, which is taken off', 7, [null, 1, 1], [3, null, null], 0, [3, 2, 2]],
    ['a typed figure of one that has a base is divided anew', 7, [1, 1], [7, 0], 0, [4, 3]],
    ['a whole of zero', 0, [3, 4], [], 0, [0, 0]],
    ['with decimals', 10.5, [1, 1, 1, 1], [], 1, [2.7, 2.6, 2.6, 2.6]],
    ['everybody is without a base', 7, [null, 'na'], [], 0, 'no_base'],
    ['all bases are zero', 7, [0, 0], [], 0, 'no_base'],
    ['nobody at all', 7, [], [], 0, 'no_base'],
    ['more was typed than there is', 7, [null, 1], [8, null], 0, 'kept_over_whole'],
    ['a base below zero', 7, [-1, 2], [], 0, 'negative_base'],
    ['a province: 1.000.000.000.000.000', 1e15, [1, 2], [], 0, [333_333_333_333_333, 666_666_666_666_667]],
  ])('%s', (_fact, whole, bases, kept, decimals, expected) => {
    expect(parts(whole, bases, kept, decimals)).toEqual(expected)
  })

  test('is exactly the whole, each part within one step of its quota, whatever the bases', () => {
    const base = fc.oneof(
      { weight: 6, arbitrary: fc.nat(100_000) },
      fc.constant(null),
      fc.constant('na' as const),
    )
    fc.assert(
      fc.property(
        fc.nat(50_000_000),
        fc.array(base, { maxLength: 200 }),
        fc.integer({ min: 0, max: 2 }),
        (steps, bases, decimals) => {
          const whole = steps / 10 ** decimals
          const verdict = divide(whole, bases, [], decimals)
          const sum = bases.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0)
          if (!verdict.ok) return sum === 0
          const given = verdict.value.map((part) => (typeof part === 'number' ? part : 0))
          const total = given.reduce((all, part) => all + Math.round(part * 10 ** decimals), 0)
          return (
            total === steps &&
            verdict.value.every((part, index) => {
              const own = bases[index]
              if (typeof own !== 'number') return part === own
              const quota = (steps * own) / sum
              return typeof part === 'number' && Math.abs(part * 10 ** decimals - quota) < 1 + 1e-6
            })
          )
        },
      ),
    )
  })
})
