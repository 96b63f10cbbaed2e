import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffWords } from './word-diff.ts'

const said = (before: string, after: string) =>
  diffWords(before, after).map(({ kind, text }) => `${{ same: '=', gone: '-', new: '+' }[kind]}${text}`)

describe('what became of a text', () => {
  test.each([
    ['nothing', '', '', []],
    ['the same', 'Xây dựng kế hoạch', 'Xây dựng kế hoạch', ['=Xây dựng kế hoạch']],
    [
      'one word',
      'trước ngày 15/11 năm nay',
      'trước ngày 30/11 năm nay',
      ['=trước ngày ', '-15/11 ', '+30/11 ', '=năm nay'],
    ],
    ['a word more', 'Kiểm tra trường', 'Kiểm tra các trường', ['=Kiểm tra ', '+các ', '=trường']],
    ['a word less', 'Kiểm tra các trường', 'Kiểm tra trường', ['=Kiểm tra ', '-các ', '=trường']],
    ['a line more', 'Phòng Y tế', 'Phòng Y tế\nCông an', ['=Phòng Y tế', '+\nCông an']],
    ['added altogether', '', 'Mới', ['+Mới']],
    ['gone altogether', 'Cũ', '', ['-Cũ']],
    ['everything', 'a b', 'c d', ['-a b', '+c d']],
  ])('%s', (_fact, before, after, expected) => {
    expect(said(before, after)).toEqual(expected)
  })

  test('both texts can be put together again from it', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'Đằng', 'Lâm', ' ', '\n', '  '), { maxLength: 40 })
      .map((x) => x.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffWords(before, after)
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        return without('new') === before && without('gone') === after
      }),
    )
  })

  test('a text of ten thousand words is told as a whole, at once', () => {
    const long = 'từ '.repeat(10_000)
    expect(diffWords(long, `${long}nữa`)).toHaveLength(2)
  })
})
