import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { figuresOfKind, type TargetFigures, targetKinds } from '#domain/plans/plan-target.ts'
import type { TargetKind } from '#domain/reading/reading.ts'
import { countStates, judge, measureOf, type TargetState, type Verdict } from './judge.ts'

const span = { startsOn: localDate('2024-08-01'), dueOn: localDate('2025-05-31') }
const aim = (kind: TargetKind, figures: Partial<TargetFigures> = {}, statement = 'Học sinh') => ({
  kind,
  statement,
  ...figuresOfKind(kind, figures),
})
const at = (asOf: string, value: number | null, verdict: Verdict | null = null) => ({
  asOf: localDate(asOf),
  value,
  verdict,
  isWhole: true,
})

describe('before it is due', () => {
  const january = localDate('2025-01-20')
  test.for<[string, ReturnType<typeof aim>, number, TargetState, number]>([
    ['a number reached', aim('count', { value: 12_246 }), 12_246, 'met', 0],
    ['a number exceeded', aim('count', { value: 12_246 }), 13_000, 'met', 0],
    ['a number within a twentieth', aim('count', { value: 1000 }), 950, 'on_track', 50],
    ['a number as far as the time', aim('count', { value: 1000 }), 600, 'on_track', 400],
    ['a number behind the time', aim('count', { value: 1000 }), 500, 'at_risk', 500],
    ['nothing of it yet, which is a figure', aim('count', { value: 1000 }), 0, 'at_risk', 1000],
    ['a share out of its fraction', aim('ratio', { numerator: 7910, denominator: 9232 }), 85.7, 'met', 0],
    ['a share below', aim('percent', { percent: 99.9 }), 40, 'at_risk', 59.9],
    ['the lower end of a span', aim('percentRange', { min: 97, max: 98 }), 97, 'met', 0],
    ['above a span of shares', aim('percentRange', { min: 97, max: 98 }), 99, 'met', 0],
    [
      'a low grade held down',
      aim('percentRange', { min: 0.1, max: 0.2 }, 'Chưa hoàn thành'),
      0.15,
      'on_track',
      0,
    ],
    [
      'less of it than promised',
      aim('percentRange', { min: 0, max: 5 }, 'loại trung bình'),
      0,
      'on_track',
      0,
    ],
    ['more of it', aim('percentRange', { min: 0, max: 5 }, 'loại trung bình'), 9, 'at_risk', 4],
    ['none of it is promised', aim('percent', { percent: 0 }, 'loại Chưa đạt'), 0.4, 'at_risk', 0.4],
    ['a word that only looks like it', aim('percent', { percent: 90 }, 'chủ yếu là'), 95, 'met', 0],
    ['all of them', aim('compliance100'), 100, 'met', 0],
    ['not all of them', aim('compliance100'), 96, 'on_track', 4],
    ['a bound that is not enough', aim('atLeast', { min: 95, strict: true }), 95, 'on_track', 0],
    ['a bound that is enough', aim('atLeast', { min: 95 }), 95, 'met', 0],
    ['not above a bound: it has to hold', aim('atMost', { max: 3 }), 2.5, 'on_track', 0],
    ['above a bound', aim('atMost', { max: 3 }), 4, 'at_risk', 1],
    ['above a bound of nothing', aim('atMost', { max: 0 }), 1, 'at_risk', 1],
    ['within a range', aim('range', { min: 25, max: 30 }), 28, 'on_track', 0],
    ['over a range', aim('range', { min: 25, max: 30 }), 36, 'at_risk', 6],
    ['under a range', aim('range', { min: 25, max: 30 }), 20, 'at_risk', 5],
    ['often enough', aim('frequency', { min: 1, period: 'month' }), 1, 'met', 0],
    [
      'too seldom, which the year does not mend',
      aim('frequency', { min: 2, period: 'month' }),
      1,
      'at_risk',
      1,
    ],
    ['a decrease as promised', aim('change', { value: 1.5, direction: 'down' }), 1.6, 'met', 0],
    ['an increase instead', aim('change', { value: 1.5, direction: 'down' }), -1, 'at_risk', 2.5],
    ['a better place', aim('rank', { value: 3 }), 2, 'on_track', 0],
    ['a worse place', aim('rank', { value: 3 }), 5, 'at_risk', 2],
  ])('%s', ([, target, value, state, gap]) => {
    const judged = judge(target, at('2025-01-10', value), span, january)
    expect(judged).toEqual({ state, gap: expect.closeTo(gap, 6) as number, why: null })
  })

  test('nothing known is no data, not zero', () => {
    expect(judge(aim('count', { value: 10 }), null, span, january)).toEqual({
      state: 'no_data',
      gap: null,
      why: 'none',
    })
  })
})

describe('a sum over some of the units only', () => {
  const part = (value: number) => ({ ...at('2025-01-10', value), isWhole: false })
  test.for<[string, ReturnType<typeof aim>, number, TargetState]>([
    ['says nothing while it is short', aim('count', { value: 100 }), 60, 'no_data'],
    ['is enough once it is enough', aim('count', { value: 100 }), 100, 'met'],
    ['says nothing while it is below a bound', aim('atMost', { max: 3 }), 2, 'no_data'],
    ['is too much once it is too much', aim('atMost', { max: 3 }), 4, 'at_risk'],
  ])('%s', ([, target, value, state]) => {
    expect(judge(target, part(value), span, localDate('2025-01-20')).state).toBe(state)
  })
})

describe('once due', () => {
  const june = localDate('2025-06-01')
  test.for<[string, ReturnType<typeof at>, TargetState, string | null]>([
    ['reached', at('2025-05-31', 100), 'met', null],
    ['reached long ago', at('2024-10-01', 100), 'met', null],
    ['not reached', at('2025-05-25', 99), 'missed', null],
    ['not reached long ago', at('2024-10-01', 99), 'no_data', 'old'],
  ])('%s', ([, actual, state, why]) => {
    expect(judge(aim('count', { value: 100 }), actual, span, june)).toMatchObject({ state, why })
  })

  test('a bound that was kept in autumn says nothing about the summer', () => {
    expect(judge(aim('atMost', { max: 3 }), at('2024-10-01', 2), span, june).state).toBe('no_data')
    expect(judge(aim('atMost', { max: 3 }), at('2025-05-20', 2), span, june).state).toBe('met')
  })

  test('the last day itself still counts as before', () => {
    expect(judge(aim('count', { value: 100 }), at('2025-05-31', 99), span, span.dueOn).state).toBe('on_track')
  })
})

describe('what a person says', () => {
  test.for<[Verdict, string, TargetState]>([
    ['on_track', '2025-01-20', 'on_track'],
    ['at_risk', '2025-01-20', 'at_risk'],
    ['met', '2025-06-10', 'met'],
    ['missed', '2025-06-10', 'missed'],
    ['on_track', '2025-06-10', 'no_data'],
  ])('%s on %s', ([verdict, today, state]) => {
    const judged = judge(aim('qualitative'), at('2025-01-15', null, verdict), span, localDate(today))
    expect(judged.state).toBe(state)
  })
})

test('every kind is judged by one measure; a rank without a place by a person', () => {
  expect(targetKinds.map((kind) => measureOf(aim(kind)))).toEqual([
    'number',
    'percent',
    'percent',
    'number',
    'number',
    'percent',
    'number',
    'percent',
    'times',
    'verdict',
    'change',
    'verdict',
    'verdict',
  ])
  expect(measureOf(aim('rank', { value: 3 }))).toBe('place')
})

test('states are counted, those without any as 0', () => {
  expect(countStates(['met', 'met', 'no_data'])).toEqual({
    met: 2,
    on_track: 0,
    at_risk: 0,
    missed: 0,
    no_data: 1,
  })
})
