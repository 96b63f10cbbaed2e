import { describe, expect, test } from 'vitest'
import { day } from './sample-units.ts'
import { findTier, firstTiers, hasTier, mayHangBelow, type Tier, tierFaults, tiersOn } from './tiers.ts'

const tier = (given: Partial<Tier>): Tier => ({
  code: 'a',
  nameVi: 'Cấp A',
  nameEn: 'A',
  rank: 1,
  validFrom: day('2000-01-01'),
  validTo: null,
  ...given,
})

describe('tiers as data', () => {
  test.each([
    ['2025-06-30', ['province', 'district', 'commune']],
    ['2025-07-01', ['province', 'commune']],
    ['1945-09-01', []],
  ])('on %s: %j', (date, codes) => {
    expect(tiersOn(firstTiers, day(date)).map((one) => one.code)).toEqual(codes)
  })

  test('the first tiers have no faults', () => {
    expect(tierFaults(firstTiers)).toEqual([])
    expect(tierFaults([])).toEqual([])
  })

  test('two of one rank may follow each other', () => {
    expect(
      tierFaults([tier({ validTo: day('2010-01-01') }), tier({ code: 'b', validFrom: day('2010-01-01') })]),
    ).toEqual([])
  })

  test.each<[string, Tier[], ReturnType<typeof tierFaults>]>([
    ['no code', [tier({ code: ' ' })], [{ code: ' ', reason: 'code_missing' }]],
    ['no English name', [tier({ nameEn: '' })], [{ code: 'a', reason: 'name_missing' }]],
    ['half a rank', [tier({ rank: 1.5 })], [{ code: 'a', reason: 'rank_not_whole' }]],
    ['rank zero', [tier({ rank: 0 })], [{ code: 'a', reason: 'rank_not_whole' }]],
    ['no day', [tier({ validTo: day('2000-01-01') })], [{ code: 'a', reason: 'ends_before_it_begins' }]],
    ['one code twice', [tier({}), tier({ rank: 2 })], [{ code: 'a', reason: 'code_twice' }]],
    ['two of one rank side by side', [tier({}), tier({ code: 'b' })], [{ code: 'b', reason: 'rank_twice' }]],
  ])('%s is a fault', (_, tiers, faults) => {
    expect(tierFaults(tiers)).toEqual(faults)
  })

  test('committees and wards have a tier of their own', () => {
    expect([hasTier('committee'), hasTier('ward'), hasTier('office'), hasTier('school')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(findTier(firstTiers, 'district')?.rank).toBe(2)
    expect(findTier(firstTiers, 'state')).toBeUndefined()
  })

  test.each([
    ['committee', 2, 1, true],
    ['committee', 2, 2, false],
    ['ward', 3, 1, true],
    ['ward', 2, 3, false],
    ['office', 2, 2, true],
    ['office', 1, 2, false],
  ] as const)('a %s of rank %d below rank %d: %s', (kind, rank, upper, answer) => {
    expect(mayHangBelow({ kind, rank }, upper)).toBe(answer)
  })
})
