import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { figuresOfKind, type PlanTarget } from '#domain/plans/plan-target.ts'
import { ownTarget, ownUnits, ownWindows } from './derive.ts'

const printed = { start: { month: '2024-09' }, finish: { month: '2025-05' } }
const days = { startsOn: localDate('2024-09-01'), dueOn: localDate('2025-05-31') }

describe('the windows of an own item', () => {
  test.each([
    ['as printed', [{ printed, ...days, moved: false }], [printed]],
    [
      'a finish that was moved is a day',
      [{ printed, ...days, dueOn: localDate('2025-06-15'), moved: true }],
      [{ start: { month: '2024-09' }, finish: { date: '2025-06-15' } }],
    ],
    [
      'days alone, of what has no print',
      [{ printed: null, ...days, moved: false }],
      [{ start: { date: '2024-09-01' }, finish: { date: '2025-05-31' } }],
    ],
    ['no time at all', [{ printed: null, startsOn: null, dueOn: null, moved: false }], []],
    ['none', [], []],
  ])('%s', (_title, windows, expected) => {
    expect(ownWindows(windows)).toEqual(expected)
  })
})

test('the unit leads what it was given', () => {
  // An id of the test's own.
  const unitId = 'u' as UnitId
  expect(ownUnits({ unitId, name: 'Trường Tiểu học Đằng Lâm' })).toEqual([
    { role: 'lead', printedName: 'Trường Tiểu học Đằng Lâm', target: { unit: 'u' } },
  ])
})

describe('the share in place of the whole', () => {
  const base: PlanTarget = {
    groupCode: null,
    groupTitle: null,
    levels: ['TH'],
    statement: 'Học sinh vào lớp 1',
    scope: '',
    unitWord: 'học sinh',
    due: null,
    review: 'accepted',
    kind: 'count',
    ...figuresOfKind('count', { value: 1020 }),
  }
  const share = (
    value: number | null,
    numerator: number | null = null,
    denominator: number | null = null,
  ) => ({
    value,
    numerator,
    denominator,
  })
  test.each([
    ['a count', base, 'count', share(120), { kind: 'count', value: 120 }],
    ['a share of nothing is nought', base, 'count', share(0), { kind: 'count', value: 0 }],
    [
      'at least stays at least, and how strictly',
      { ...base, kind: 'atLeast', ...figuresOfKind('atLeast', { min: 1000, strict: true }) },
      'count',
      share(90),
      { kind: 'atLeast', min: 90, strict: true },
    ],
    [
      'at most stays at most',
      { ...base, kind: 'atMost', ...figuresOfKind('atMost', { max: 5, strict: false }) },
      'count',
      share(1),
      { kind: 'atMost', max: 1, strict: false },
    ],
    [
      'a fraction, without the percentage of the whole',
      {
        ...base,
        kind: 'ratio',
        ...figuresOfKind('ratio', { numerator: 300, denominator: 600, percent: 50 }),
      },
      'ratio',
      share(null, 10, 40),
      { kind: 'ratio', numerator: 10, denominator: 40, percent: null },
    ],
    [
      'a percentage',
      { ...base, unitWord: null, kind: 'percent', ...figuresOfKind('percent', { percent: 97.5 }) },
      'percent',
      share(99),
      { kind: 'percent', percent: 99 },
    ],
    [
      'a span of percentages becomes the share',
      {
        ...base,
        unitWord: null,
        kind: 'percentRange',
        ...figuresOfKind('percentRange', { min: 80, max: 85 }),
      },
      'percent',
      share(82),
      { kind: 'percent', percent: 82, min: null, max: null },
    ],
    [
      'all of them stays all of them',
      { ...base, unitWord: null, kind: 'compliance100', ...figuresOfKind('compliance100', {}) },
      'percent',
      share(100),
      { kind: 'compliance100', percent: 100 },
    ],
    [
      'less than all is a percentage',
      { ...base, unitWord: null, kind: 'compliance100', ...figuresOfKind('compliance100', {}) },
      'percent',
      share(95),
      { kind: 'percent', percent: 95 },
    ],
    [
      'a span of counts becomes the share',
      { ...base, kind: 'range', ...figuresOfKind('range', { min: 10, max: 20 }) },
      'count',
      share(3),
      { kind: 'count', value: 3, min: null, max: null },
    ],
  ] as const)('%s', (_title, target, measure, given, expected) => {
    expect(ownTarget(target, measure, given)).toMatchObject(expected)
  })
})

describe('the sentence of an own target', () => {
  const base = {
    groupCode: null,
    groupTitle: null,
    levels: [],
    scope: '',
    unitWord: null,
    due: null,
    review: 'accepted',
  } satisfies Partial<PlanTarget>
  const count = { ...base, kind: 'count', ...figuresOfKind('count', { value: 12_246 }) } as const
  const ratio = {
    ...base,
    kind: 'ratio',
    ...figuresOfKind('ratio', { numerator: 7910, denominator: 9232, percent: 85.7 }),
  } as const
  const percent = { ...base, kind: 'percent', ...figuresOfKind('percent', { percent: 97.5 }) } as const
  test.each([
    ['Tiểu học: 12.246 học sinh', count, 'Tiểu học: 1.859 học sinh'],
    ['12.246', count, '1.859'],
    ['12.246 học sinh, trong đó 12.246 em có sách', count, '12.246 học sinh, trong đó 12.246 em có sách'],
    ['Có 112.246 học sinh', count, 'Có 112.246 học sinh'],
    ['12.246/13.000 học sinh', count, '12.246/13.000 học sinh'],
    ['Đủ học sinh theo kế hoạch', count, 'Đủ học sinh theo kế hoạch'],
  ])('%s', (statement, target, expected) => {
    const share = { value: 1859, numerator: null, denominator: null }
    expect(ownTarget({ ...target, statement }, 'count', share).statement).toBe(expected)
  })
  test.each([
    ['Huy động 7.910/9.232 = 85,7% trẻ ra lớp', 'Huy động 120/150 trẻ ra lớp'],
    ['Huy động 7.910/9.232 trẻ ra lớp', 'Huy động 120/150 trẻ ra lớp'],
    ['Huy động 85,7% trẻ ra lớp', 'Huy động 85,7% trẻ ra lớp'],
  ])('%s', (statement, expected) => {
    const share = { value: null, numerator: 120, denominator: 150 }
    expect(ownTarget({ ...ratio, statement }, 'ratio', share).statement).toBe(expected)
  })
  test('a percentage is said with a comma', () => {
    const share = { value: 98.25, numerator: null, denominator: null }
    expect(ownTarget({ ...percent, statement: 'Đạt 97,5% trở lên' }, 'percent', share).statement).toBe(
      'Đạt 98,25% trở lên',
    )
  })
})
