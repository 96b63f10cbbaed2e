import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSharedDocument, whenAvailable } from '#test/support/require.ts'
import type { SourceDocument } from '#domain/reading/source.ts'
import { checkSource } from './check-source.ts'

function source(text: string): SourceDocument {
  const blocks = text.split('\n').map((line, index) => ({
    kind: 'line' as const,
    text: line,
    at: { line: index + 1 },
    number: null,
    page: null,
    role: 'body' as const,
    style: {},
  }))
  return { format: 'text', blocks, notes: [] }
}
const check = (text: string) => checkSource(source(text))

describe('a percentage and its fraction', () => {
  test.each([
    ['25/6836 trẻ đạt 0.003%', '0,37%'],
    ['có 143/6836 trẻ, đạt 0.01%', '2,09%'],
    ['8413/10478 học sinh đạt 80,1%', '80,3%'],
    ['1.640/2.898 = 66,6%', '56,6%'],
  ])('%s is wrong', (text, expected) => {
    expect(check(text).findings).toMatchObject([
      { kind: 'ratio-mismatch', certainty: 'provable', expected, at: [{ line: 1 }] },
    ])
  })

  test.each([
    '1.640/2.898 = 56,6%',
    '6.270/6.334 (99%)',
    '2.348/2.348=100%',
    '7.910 trẻ/9.232 (85,7%)',
    '12.246 học sinh/291 lớp',
    'xếp 4/14, tăng 3,6%',
    'lớp 1,2,3/5 đạt 90%',
    'từ 5/9/2024 đạt 95%',
    '18/33 trường đạt chuẩn, đạt 54.5%',
    '0/12 trường đạt 0%',
    '5/0 đạt 100%',
  ])('%s raises nothing', (text) => {
    expect(check(text).findings).toEqual([])
  })

  test('a part above its whole is said to be one', () => {
    expect(check('14/12 trường đạt 86%').findings).toMatchObject([{ kind: 'numerator-over-denominator' }])
  })

  test('a consistent fraction raises nothing whatever its size, and is proven', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }), (a, b) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)]
        const { findings, proofs } = check(
          `Có ${part}/${whole} học sinh, đạt ${((part / whole) * 100).toFixed(1).replace('.', ',')}%.`,
        )
        expect([findings, proofs.length]).toEqual([[], 1])
      }),
    )
  })
})

describe('a date', () => {
  test.each([
    ['ngày 31/02/2024', 1],
    ['ngày 04/3/3020', 1],
    ['ngày 32/1/2024', 1],
    ['ngày 29/02/2024', 0],
    ['Thông tư 27/2020/TT-BGDĐT', 0],
    ['tỷ lệ 12/13/2024', 1],
  ])('%s: %d', (text, count) => {
    expect(check(text).findings).toHaveLength(count)
  })
})

test('any text is read to its end', () => {
  fc.assert(fc.property(fc.string({ maxLength: 500 }), (text) => void check(text)))
})

whenAvailable('shared').test(
  'in the signed report the impossible ratios and the impossible year are found',
  () => {
    const { findings } = check(readSharedDocument('kien-an-report-2022-2023.txt'))
    const quotes = findings.map((finding) => finding.quotes[0])
    expect(quotes.some((quote) => quote?.startsWith('25/6836'))).toBe(true)
    expect(quotes.some((quote) => quote?.includes('3020'))).toBe(true)
  },
)
