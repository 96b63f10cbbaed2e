import { expect, test } from 'vitest'
import { figuresOfKind, type TargetFigures } from '#domain/plans/plan-target.ts'
import type { TargetKind } from '#domain/reading/reading.ts'
import { formatActual, formatGap } from './format-actual.ts'

const aim = (kind: TargetKind, figures: Partial<TargetFigures>, unitWord: string | null = null) => ({
  kind,
  unitWord,
  ...figuresOfKind(kind, figures),
})
const of = (value: number | null, numerator: number | null = null, denominator: number | null = null) => ({
  value,
  numerator,
  denominator,
})

test.for([
  [aim('count', { value: 12_246 }, 'học sinh'), of(12_020), '12.020 học sinh', '226 học sinh', 226],
  [aim('count', { value: 5 }), of(0), '0', '5', 5],
  [aim('ratio', { numerator: 7910, denominator: 9232 }), of(80, 4, 5), '80% (4/5)', '5,7%', 5.7],
  [aim('percent', { percent: 99.9 }), of(97.78), '97,8%', '2,12%', 2.12],
  [aim('atLeast', { min: 95 }, '%'), of(90), '90%', '5%', 5],
  [aim('range', { min: 25, max: 30 }, 'trẻ/lớp'), of(36), '36 trẻ/lớp', '6 trẻ/lớp', 6],
  [aim('frequency', { min: 2, period: 'month' }), of(1), '1 lần/tháng', '1', 1],
  [aim('change', { value: 1.5, direction: 'down' }, '%'), of(1.2), 'giảm 1,2%', '0,3%', 0.3],
  [aim('change', { value: 1.5, direction: 'down' }, '%'), of(-1), 'tăng 1%', '2,5%', 2.5],
  [aim('rank', { value: 3 }), of(5), 'thứ 5', '2', 2],
  [aim('qualitative', {}), of(null), null, null, null],
] as const)('%#', ([target, actual, written, missing, gap]) => {
  expect(formatActual(target, actual, 'vi')).toBe(written)
  expect(formatGap(target, gap, 'vi')).toBe(missing)
})

test('nothing is missing once it is reached', () => {
  expect(formatGap(aim('count', { value: 5 }), 0, 'vi')).toBeNull()
})
