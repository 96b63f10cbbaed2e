import { describe, expect, test } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { type ItemState, isSameState, nameOfState, sayState, stateFaults } from './amendment.ts'

// Ids of tests need no shape.
const interior = 'u1' as UnitId
const task = (over: object = {}): ItemState => ({
  kind: 'task',
  task: {
    no: '12',
    title: 'Kiểm tra các trường',
    windows: [{ start: { month: '2024-11' }, finish: { month: '2024-12' } }],
    product: null,
    units: [
      { role: 'lead', printedName: 'phòng Nội vụ', target: { unit: interior } },
      {
        role: 'coordinating',
        printedName: 'Các trường',
        target: { audience: { any: [{ kinds: ['school'] }] } },
      },
    ],
    ...over,
  },
})
const describeTarget = (target: object) => ('unit' in target ? 'Phòng Nội vụ' : 'các trường công lập')
const said = (state: ItemState) =>
  Object.fromEntries(sayState(state, 'vi', describeTarget).map(({ field, text }) => [field, text]))

describe('an item as an amendment sees it', () => {
  test('is said field by field; a unit by what was printed, and by what is meant where that is more', () => {
    expect(said(task())).toEqual({
      no: '12',
      title: 'Kiểm tra các trường',
      lead: 'phòng Nội vụ',
      coordinating: 'Các trường (các trường công lập)',
      start: 'Tháng 11/2024',
      finish: 'Tháng 12/2024',
      product: '',
    })
  })

  test('is the same whatever the order in which it was stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(task()))
    // What the database gives back has its keys in an order of its own.
    expect(isSameState(task(), stored as ItemState)).toBe(true)
    expect(isSameState(task(), task({ product: 'Biên bản' }))).toBe(false)
    expect(isSameState(null, null)).toBe(true)
    expect(isSameState(null, task())).toBe(false)
  })

  test.each<[string, object, string[]]>([
    ['as it is', {}, []],
    ['without contents', { title: ' ' }, ['no_title']],
    ['without a lead', { units: [] }, ['no_lead']],
    [
      'with a name that means nothing',
      { units: [{ role: 'lead', printedName: 'X', target: null }] },
      ['name_not_matched'],
    ],
    ['without a finish, which may be', { windows: [] }, []],
  ])('%s', (_fact, over, expected) => {
    expect(stateFaults(task(over))).toEqual(expected)
  })

  test('is called by its number and words', () => {
    expect(nameOfState(task())).toBe('12. Kiểm tra các trường')
    expect(nameOfState(task({ no: null }))).toBe('Kiểm tra các trường')
  })
})
