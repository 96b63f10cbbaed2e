import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { figuresOfKind, type TargetFigures } from '#domain/plans/plan-target.ts'
import type { TargetKind } from '#domain/reading/reading.ts'
import { checkResult, type GivenResult, latest, periodDay, type ResultFault, spanOf } from './actual.ts'

const year = parseSchoolYear('2024-2025')
if (year === null) throw new Error('the school year of the tests')
const today = localDate('2025-01-20')
const aim = (kind: TargetKind, figures: Partial<TargetFigures> = {}, statement = 'Học sinh') => ({
  kind,
  statement,
  ...figuresOfKind(kind, figures),
})
const given = (over: Partial<GivenResult> = {}): GivenResult => ({
  asOf: today,
  value: null,
  numerator: null,
  denominator: null,
  verdict: null,
  ...over,
})

describe('the time of a target', () => {
  test('ends with the second term where nothing is printed', () => {
    expect(spanOf(year, null)).toEqual({ startsOn: '2024-08-01', dueOn: '2025-05-30' })
    expect(spanOf(year, { recurring: 'regularly' }).dueOn).toBe('2025-05-30')
  })
  test('ends on the last day of what is printed', () => {
    expect(spanOf(year, { month: '2025-02' }).dueOn).toBe('2025-02-28')
  })
  test('figures of a period speak of its day, or of today before it', () => {
    expect(periodDay(year, 'start', today)).toBe('2024-09-30')
    expect(periodDay(year, 'end', today)).toBe(today)
  })
})

describe('a recorded result', () => {
  test.for<[string, ReturnType<typeof aim>, Partial<GivenResult>, Partial<GivenResult> | ResultFault]>([
    ['a number', aim('count', { value: 10 }), { value: 0 }, { value: 0 }],
    ['no number', aim('count', { value: 10 }), {}, 'figure_missing'],
    ['a word instead of the number', aim('count', { value: 10 }), { verdict: 'met' }, 'figure_missing'],
    ['below zero', aim('count', { value: 10 }), { value: -1 }, 'negative'],
    [
      'a fraction',
      aim('percent', { percent: 80 }),
      { numerator: 3, denominator: 4 },
      { value: 75, numerator: 3 },
    ],
    ['a share', aim('percent', { percent: 80 }), { value: 75.5 }, { value: 75.5, numerator: null }],
    [
      'more than the whole',
      aim('percent', { percent: 80 }),
      { numerator: 5, denominator: 4 },
      'part_over_whole',
    ],
    ['a share of nothing', aim('percent', { percent: 80 }), { numerator: 0, denominator: 0 }, 'no_whole'],
    ['a change the other way', aim('change', { value: 1, direction: 'down' }), { value: -2 }, { value: -2 }],
    ['a place', aim('rank', { value: 3 }), { value: 2 }, { value: 2 }],
    ['place 0', aim('rank', { value: 3 }), { value: 0 }, 'not_whole_number'],
    ['a word', aim('qualitative'), { verdict: 'at_risk', value: 3 }, { verdict: 'at_risk', value: null }],
    ['no word', aim('milestone'), { value: 1 }, 'verdict_missing'],
    ['a count whose figure the plan does not give', aim('count'), { verdict: 'met' }, { verdict: 'met' }],
    ['tomorrow', aim('count', { value: 1 }), { value: 1, asOf: localDate('2025-01-21') }, 'in_future'],
  ])('%s', ([, target, over, expected]) => {
    const checked = checkResult(target, given(over), today)
    if (typeof expected === 'string') expect(checked).toEqual({ ok: false, fault: expected })
    else expect(checked).toMatchObject({ ok: true, result: expected })
  })

  test('the latest by its day counts, of one day the one recorded last', () => {
    const results = [
      { ...given({ value: 1 }), asOf: localDate('2025-01-01') },
      { ...given({ value: 2 }), asOf: localDate('2024-12-01') },
      { ...given({ value: 3 }), asOf: localDate('2025-01-01') },
    ]
    expect(latest(results)?.value).toBe(3)
    expect(latest([])).toBeNull()
  })
})
