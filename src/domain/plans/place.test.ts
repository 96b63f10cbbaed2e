import { describe, expect, test } from 'vitest'
import { comparePlaces, groupTitle, positionFor } from './place.ts'

test.each([
  [{ line: 3 }, { line: 12 }, -1],
  [{ line: 3 }, { line: 3 }, 0],
  [{ page: 2, y: 10 }, { page: 1, y: 700 }, 1],
  [{ page: 2, y: 10 }, { page: 2, y: 11 }, -1],
  [{ paragraph: 5 }, { paragraph: 4 }, 1],
  [{ table: 1, row: 2, column: 3 }, { table: 1, row: 10, column: 1 }, -1],
  [{ paragraph: 5 }, { table: 1, row: 1, column: 1 }, null],
  [{}, {}, null],
] as const)('%o against %o', (first, second, expected) => {
  const order = comparePlaces(first, second)
  expect(order === null ? null : Math.sign(order)).toBe(expected)
})

describe('what is added stands', () => {
  const items = [
    { position: 1, at: { line: 10 } },
    { position: 2, at: null },
    { position: 3, at: { line: 20 } },
  ]
  test.each([
    ['before all', { line: 1 }, 0],
    ['behind the one before it', { line: 15 }, 1],
    ['behind the last of its line', { line: 20 }, 3],
    ['at the end without a place', null, null],
    ['at the end where nothing can be compared', { paragraph: 1 }, null],
  ] as const)('%s', (_, place, expected) => {
    expect(positionFor(items, place)).toBe(expected)
  })
  test('at the end of nothing', () => {
    expect(positionFor([], { line: 1 })).toBeNull()
  })
})

describe('the title of a group', () => {
  const section = (number: string, title: string, line: number, children = [] as never[]) => ({
    number,
    title,
    at: { line },
    children,
  })
  const sections = [
    {
      ...section('II', 'Chỉ tiêu', 5),
      children: [section('II.1.a', 'Quy mô', 6), section('II.1.b', 'Đội ngũ', 20)],
    },
    { ...section('III', 'Nhiệm vụ', 40), children: [section('III.1.a', 'Phòng GD&ĐT', 41)] },
  ]
  test.each([
    ['a', 10, 'Quy mô'],
    ['b', 25, 'Đội ngũ'],
    ['a', 50, 'Phòng GD&ĐT'],
    ['b', 1, 'Đội ngũ'],
    ['z', 10, null],
    [null, 10, null],
  ] as const)('%s at line %i is %s', (group, line, expected) => {
    expect(groupTitle(sections, group, { line })).toBe(expected)
  })
})
