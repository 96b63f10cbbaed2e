import { describe, expect, test } from 'vitest'
import { chunksOf, slipsAsText } from './slips.ts'

describe('eight slips to a page', () => {
  test.each([
    [0, []],
    [1, [1]],
    [8, [8]],
    [9, [8, 1]],
    [73, [8, 8, 8, 8, 8, 8, 8, 8, 8, 1]],
  ])('%i slips', (count, sizes) => {
    const sheets = chunksOf(
      Array.from({ length: count }, (_, index) => index),
      8,
    )
    expect(sheets.map((sheet) => sheet.length)).toEqual(sizes)
    expect(sheets.flat()).toHaveLength(count)
  })
})

test('slips as text fall into the cells of a spreadsheet', () => {
  const link = { fullName: 'Nguyễn Thị Lan', unitName: 'Mầm non Sao Sáng', userName: 'lannt', token: 'abc' }
  expect(slipsAsText([link, link], 'https://nam-hoc.example')).toBe(
    'Mầm non Sao Sáng\tNguyễn Thị Lan\tlannt\thttps://nam-hoc.example/link#abc\nMầm non Sao Sáng\tNguyễn Thị Lan\tlannt\thttps://nam-hoc.example/link#abc',
  )
  expect(slipsAsText([], 'https://nam-hoc.example')).toBe('')
})
