import { describe, expect, test } from 'vitest'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { addressAt, type Standing } from './address.ts'
import { choiceField, choicesField, parseSearch, readField, textField, writeSearch } from './search-params.ts'

const year = parseSchoolYear('2024-2025')
if (year === null) throw new Error('a school year')
const at: Standing = { unitCode: 'HA/1', year }
// The names of screens are those of routes.tsx; here any will do.
const address = addressAt as unknown as (
  at: Standing,
  path: string,
  params?: object,
  search?: object,
) => string

describe('an address', () => {
  test.each([
    ['plans', {}, {}, '/HA%2F1/2024-2025/plans'],
    ['plans/$planId', { planId: 'a b' }, {}, '/HA%2F1/2024-2025/plans/a%20b'],
    ['units/{-$unitId}', { unitId: null }, {}, '/HA%2F1/2024-2025/units'],
    ['units/{-$unitId}', { unitId: 'x' }, { on: '2025-07-01' }, '/HA%2F1/2024-2025/units/x?on=2025-07-01'],
    [
      'tasks',
      {},
      { standing: 'late,due_soon', q: null, role: '' },
      '/HA%2F1/2024-2025/tasks?standing=late,due_soon',
    ],
  ])('%s with %j and %j', (path, params, search, expected) => {
    expect(address(at, path, params, search)).toBe(expected)
  })
})

describe('what stands behind the question mark', () => {
  test('comes back as it was written', () => {
    const values = { q: 'Đằng Lâm & 50%', standing: 'late,open', at: '10:42' }
    expect(parseSearch(writeSearch(values))).toEqual(values)
    expect(writeSearch({})).toBe('')
  })

  test('a field reads only what it knows and leaves the usual out', () => {
    const view = choiceField(['table', 'board'], 'table')
    expect([view.read('board'), view.read('x'), view.read(null)]).toEqual(['board', 'table', 'table'])
    expect([view.write('table'), view.write('board')]).toEqual([null, 'board'])
    const standing = choicesField(['late', 'open'])
    expect([standing.read('open,x,late'), standing.read(null)]).toEqual([['late', 'open'], []])
    expect([standing.write([]), standing.write(['late', 'open'])]).toEqual([null, 'late,open'])
    expect([textField().read(null), textField().write('')]).toEqual(['', null])
    expect([readField(parseSchoolYear).read('2024-2025'), readField(parseSchoolYear).read('2024')]).toEqual([
      '2024-2025',
      null,
    ])
  })
})
