import { describe, expect, test } from 'vitest'
import {
  figuresOfKind,
  figuresRead,
  formatTargetFigure,
  type PlanTarget,
  type TargetFigures,
  targetFaults,
  targetKinds,
} from './plan-target.ts'

const figures = figuresOfKind('qualitative', {})
const target = (over: Partial<PlanTarget>): PlanTarget => ({
  ...figures,
  groupCode: 'a',
  groupTitle: null,
  levels: [],
  statement: 'Huy động trẻ ra lớp',
  scope: 'trẻ mẫu giáo',
  kind: 'qualitative',
  unitWord: null,
  due: null,
  review: 'accepted',
  ...over,
})

describe('the figure of a target', () => {
  test.each([
    [{ kind: 'count', value: 12246, unitWord: 'học sinh' }, '12.246 học sinh'],
    [{ kind: 'count', value: 0, unitWord: 'trường' }, '0 trường'],
    [{ kind: 'count' }, null],
    [{ kind: 'ratio', numerator: 7910, denominator: 9232, percent: 85.7 }, '7.910/9.232 = 85,7%'],
    [{ kind: 'ratio', numerator: 3, denominator: 4 }, '3/4'],
    [{ kind: 'percent', percent: 99.9 }, '99,9%'],
    [{ kind: 'percentRange', min: 97, max: 98, unitWord: '%' }, '97 – 98%'],
    [{ kind: 'range', min: 25, max: 30, unitWord: 'trẻ/lớp' }, '25 – 30 trẻ/lớp'],
    [{ kind: 'atLeast', min: 80, unitWord: '%' }, 'từ 80% trở lên'],
    [{ kind: 'atLeast', min: 95, strict: true, unitWord: '%' }, 'trên 95%'],
    [{ kind: 'atMost', max: 3, strict: true, unitWord: '%' }, 'dưới 3%'],
    [{ kind: 'atMost', max: 2, unitWord: 'vụ' }, 'không quá 2 vụ'],
    [{ kind: 'compliance100', percent: 100 }, '100%'],
    [{ kind: 'frequency', min: 1, period: 'month' }, '≥ 1 lần/tháng'],
    [{ kind: 'milestone', value: 2, unitWord: 'mức độ' }, 'mức độ 2'],
    [{ kind: 'milestone' }, null],
    [{ kind: 'change', value: 1.5, direction: 'down', unitWord: '%' }, 'giảm 1,5%'],
    [{ kind: 'rank' }, null],
    [{ kind: 'rank', value: 3 }, 'thứ 3'],
    [{ kind: 'qualitative' }, null],
  ] as const)('%o is written %s', (over, expected) => {
    expect(formatTargetFigure(target(over), 'vi')).toBe(expected)
  })

  test('keeps only what its kind has, and "100%" is 100', () => {
    const all: TargetFigures = {
      value: 1,
      numerator: 2,
      denominator: 3,
      percent: 4,
      min: 5,
      max: 6,
      strict: true,
      period: 'month',
      direction: 'up',
      baseline: 'đầu năm',
    }
    expect(figuresOfKind('count', all)).toEqual({ ...figures, value: 1 })
    expect(figuresOfKind('atMost', all)).toEqual({ ...figures, max: 6, strict: true })
    expect(figuresOfKind('compliance100', all)).toEqual({ ...figures, percent: 100 })
    expect(figuresOfKind('count', {})).toEqual(figures)
    for (const kind of targetKinds)
      expect(figuresOfKind(kind, figuresOfKind(kind, all)).strict).toBeTypeOf('boolean')
  })

  test('read without some of them has nothing in their place', () => {
    const read = {
      group: 'a',
      level: null,
      statement: 'x',
      scope: 'y',
      kind: 'ratio',
      numerator: 0,
      denominator: 9232,
      unit: null,
      due: null,
      at: { line: 1 },
      confidence: 1,
    } as const
    expect(figuresRead(read)).toEqual({ ...figures, numerator: 0, denominator: 9232 })
  })
})

describe('the faults of a target', () => {
  test.each([
    [{}, []],
    [{ review: 'unreviewed' }, ['not_reviewed']],
    [{ statement: ' ' }, ['no_statement']],
    [{ kind: 'count' }, ['figure_missing']],
    [{ kind: 'count', value: 0 }, []],
    [{ kind: 'ratio', numerator: 7910, denominator: 9232, percent: 85.7 }, []],
    [{ kind: 'ratio', numerator: 7910, denominator: 9232, percent: 85.6 }, []],
    [{ kind: 'ratio', numerator: 7910, denominator: 9232, percent: 87.5 }, ['percent_does_not_follow']],
    [{ kind: 'ratio', numerator: 7910, denominator: 9232 }, []],
    [{ kind: 'ratio', numerator: 10, denominator: 9, percent: 100 }, ['part_over_whole']],
    [{ kind: 'ratio', numerator: 0, denominator: 0, percent: 0 }, []],
    [{ kind: 'percentRange', min: 98, max: 97 }, ['min_over_max']],
    [{ kind: 'percentRange', min: 98, max: 98 }, []],
    [{ kind: 'frequency', min: 1 }, ['figure_missing']],
    [{ kind: 'milestone' }, []],
    [{ kind: 'rank' }, []],
    [{ kind: 'count', review: 'discarded', statement: '' }, []],
  ] as const)('%o: %o', (over, expected) => {
    expect(targetFaults(target(over))).toEqual(expected)
  })
})
