import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { parseSchoolYear, type SchoolYear } from '#domain/basics/school-year.ts'
import { scaleForm } from '#domain/forms/scale-form.ts'
import type { UnitState } from '#domain/units/unit.ts'
import { countStates, dayOfRound, periodKey, roundStanding, takesFigures, unitsAsked } from './round.ts'

const round = { opensOn: localDate('2025-01-06'), closesOn: localDate('2025-01-25') }

test.each([
  ['2025-01-05', 'not_yet', false, false, '2025-01-05'],
  ['2025-01-06', 'open', true, true, '2025-01-06'],
  ['2025-01-25', 'open', true, true, '2025-01-25'],
  ['2025-01-26', 'closed', false, true, '2025-01-25'],
  ['2026-07-01', 'closed', false, true, '2025-01-25'],
] as const)('on %s a round is %s', (day, standing, takesNew, takesReturned, means) => {
  const today = localDate(day)
  expect(roundStanding(round, today)).toBe(standing)
  expect([
    takesFigures(round, null, today),
    takesFigures(round, 'draft', today),
    takesFigures(round, 'returned', today),
  ]).toEqual([takesNew, takesNew, takesReturned])
  expect(dayOfRound(round, today)).toBe(means)
})

test('periods follow each other through the years', () => {
  const year = (text: string) => parseSchoolYear(text) ?? ('' as SchoolYear)
  const keys = [
    periodKey({ schoolYear: year('2023-2024'), period: 'end' }),
    periodKey({ schoolYear: year('2024-2025'), period: 'start' }),
    periodKey({ schoolYear: year('2024-2025'), period: 'mid' }),
    periodKey({ schoolYear: year('2024-2025'), period: 'end' }),
  ]
  expect(keys.toSorted()).toEqual(keys)
})

describe('whom a round asks', () => {
  const state = (unitId: string, over: Partial<UnitState>): UnitState => ({
    unitId: unitId as UnitId,
    validFrom: localDate('2003-05-01'),
    validTo: null,
    code: unitId,
    kind: 'school',
    tier: null,
    officialName: unitId,
    shortName: unitId,
    otherNames: [],
    parentId: null,
    levels: [],
    ownership: 'public',
    rank: null,
    place: null,
    ...over,
  })
  const states = [
    state('mn', { levels: ['preschool'] }),
    state('th', { levels: ['primary'] }),
    state('pt', { levels: ['upper_secondary'] }),
    state('lop', { kind: 'independent_class', ownership: 'private' }),
    state('phong', { kind: 'office', ownership: null }),
  ]
  test('those of the audience to whom the form puts a question', () => {
    const asked = (audience: Parameters<typeof unitsAsked>[1]) =>
      unitsAsked(scaleForm, audience, states).map((unit) => unit.unitId)
    expect(asked({ any: [{ kinds: ['school', 'independent_class', 'office'] }] })).toEqual([
      'mn',
      'th',
      'lop',
    ])
    expect(asked({ any: [{ levels: ['primary', 'upper_secondary'] }] })).toEqual(['th'])
    expect(asked({ any: [{ units: ['phong' as UnitId] }] })).toEqual([])
    expect(asked({ any: [{ kinds: ['school'] }], except: ['mn' as UnitId] })).toEqual(['th'])
  })
})

test('counts what has come and what has not', () => {
  expect(countStates([])).toEqual({ asked: 0, missing: 0, draft: 0, sent: 0, returned: 0, approved: 0 })
  expect(countStates([null, 'draft', 'sent', 'approved', 'approved', null])).toEqual({
    asked: 6,
    missing: 2,
    draft: 1,
    sent: 1,
    returned: 0,
    approved: 2,
  })
})
