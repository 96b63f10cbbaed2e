import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, formatOrdinalCount, formatPercent, readNumber, roundTo } from './numbers.ts'

describe('figures as Vietnamese documents print them', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1.000'],
    [12_246, '12.246'],
    [25_260_000, '25.260.000'],
    [1234.5, '1.234,5'],
    [-3, '-3'],
    [-1234.56, '-1.234,56'],
    [-0.001, '0'],
    [1.005, '1,01'],
    [99.999, '100'],
    [100, '100'],
    [1e-9, '0'],
    [1_234_567_890_123, '1.234.567.890.123'],
  ])('%d is %s', (value, printed) => {
    expect(formatNumber(value)).toBe(printed)
  })

  test('the number of decimals is a choice', () => {
    expect(formatNumber(85.68, 1)).toBe('85,7')
    expect(formatNumber(85.5, 0)).toBe('86')
    expect(formatNumber(100, 0)).toBe('100')
    expect(formatNumber(0.003, 3)).toBe('0,003')
  })

  test('what is no number is not printed', () => {
    expect(() => formatNumber(Number.NaN)).toThrow(RangeError)
    expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })

  test.each([
    [0.857, '85,7%'],
    [7910 / 9232, '85,7%'],
    [1640 / 2898, '56,6%'],
    [8413 / 10_478, '80,3%'],
    [0.8565, '85,7%'],
    [0.57, '57%'],
    [1, '100%'],
    [0, '0%'],
    [-0.015, '-1,5%'],
    [25 / 6836, '0,4%'],
  ])('the share %d is %s', (share, printed) => {
    expect(formatPercent(share)).toBe(printed)
  })

  test('a percentage can have two decimals', () => {
    expect(formatPercent(25 / 6836, 2)).toBe('0,37%')
    expect(formatPercent(143 / 6836, 2)).toBe('2,09%')
    expect(formatPercent(0.97785, 2)).toBe('97,79%')
  })

  test.each([
    [0, '0'],
    [1, '01'],
    [8, '08'],
    [9, '09'],
    [10, '10'],
    [12_246, '12.246'],
    [1.5, '1,5'],
    [-2, '-2'],
  ])('a count of %d is %s', (count, printed) => {
    expect(formatOrdinalCount(count)).toBe(printed)
  })

  test('rounding is half away from zero', () => {
    expect([
      roundTo(2.5, 0),
      roundTo(-2.5, 0),
      roundTo(1.45, 1),
      roundTo(1250, -2),
      roundTo(-0.4, 0),
    ]).toEqual([3, -3, 1.5, 1300, 0])
  })
})

describe('figures as people write them', () => {
  test.each([
    ['0', 0],
    ['-0', 0],
    ['08', 8],
    ['7.910', 7910],
    ['7910', 7910],
    ['21,600', 21_600],
    ['12 246', 12_246],
    ['12\u00a0246', 12_246],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['85,7', 85.7],
    ['97.78', 97.78],
    ['97.78%', 97.78],
    ['85,7 %', 85.7],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1.234.567,89', 1_234_567.89],
    ['0.003', 0.003],
    ['0,003', 0.003],
    ['-3', -3],
    ['−1,5', -1.5],
    ['+286', 286],
    ['  31.088 ', 31_088],
    ['1234,567', 1234.567],
  ])('%j is %d', (written, value) => {
    expect(readNumber(written)).toEqual({ ok: true, value })
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['%', 'empty'],
    ['abc', 'not_a_number'],
    ['12 trường', 'not_a_number'],
    ['1.234.5', 'not_a_number'],
    ['1.234.5678', 'not_a_number'],
    ['1,234,5', 'not_a_number'],
    ['1.23.456', 'not_a_number'],
    ['1,234.567,8', 'not_a_number'],
    ['12.', 'not_a_number'],
    ['.5', 'not_a_number'],
    ['1e5', 'not_a_number'],
    ['--3', 'not_a_number'],
    ['5/9', 'not_a_number'],
    ['9'.repeat(400), 'not_a_number'],
  ])('%j is refused', (written, reason) => {
    expect(readNumber(written)).toEqual({ ok: false, reason })
  })

  test('every count printed is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (count) => {
        expect(readNumber(formatNumber(count))).toEqual({ ok: true, value: count })
      }),
    )
  })

  test('every figure of one or two decimals printed is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (hundredths) => {
        const value = hundredths / 100
        expect(readNumber(formatNumber(value))).toEqual({ ok: true, value })
      }),
    )
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const verdict = readNumber(text)
        expect(verdict.ok ? Number.isFinite(verdict.value) : true).toBe(true)
      }),
    )
  })
})
