import { describe, expect, test } from 'vitest'
import { codesIn, fillPieces, type LiveFigure, readPieces } from './template.ts'

const pupils: LiveFigure = {
  code: 'hoc-sinh.tieu-hoc',
  name: 'Học sinh tiểu học',
  text: '12.246',
  why: null,
  source: '14 báo cáo đã phê duyệt',
}
const missing: LiveFigure = {
  code: 'lop.tieu-hoc',
  name: 'Lớp tiểu học',
  text: null,
  why: 'not_reported',
  source: 'chưa có báo cáo',
}

describe('a paragraph with figures', () => {
  test.each([
    ['', []],
    ['Không có số nào.', [{ kind: 'words', text: 'Không có số nào.' }]],
    ['{{a}}', [{ kind: 'figure', code: 'a' }]],
    [
      'Có {{a}} lớp, {{b.c}} học sinh.',
      [
        { kind: 'words', text: 'Có ' },
        { kind: 'figure', code: 'a' },
        { kind: 'words', text: ' lớp, ' },
        { kind: 'figure', code: 'b.c' },
        { kind: 'words', text: ' học sinh.' },
      ],
    ],
    ['dở {{a và {{ }} còn nguyên', [{ kind: 'words', text: 'dở {{a và {{ }} còn nguyên' }]],
    [
      '{{a}}{{a}}',
      [
        { kind: 'figure', code: 'a' },
        { kind: 'figure', code: 'a' },
      ],
    ],
  ])('%s', (text, pieces) => {
    expect(readPieces(text)).toEqual(pieces)
  })

  test('a code named twice is asked for once', () => {
    expect(codesIn(['{{a}} {{b}}', '{{a}}'])).toEqual(['a', 'b'])
  })

  test('a figure is printed with its source, a missing one as a blank and not as zero', () => {
    const figures = new Map([pupils, missing].map((figure) => [figure.code, figure]))
    expect(
      fillPieces(readPieces('{{hoc-sinh.tieu-hoc}} học sinh, {{lop.tieu-hoc}} lớp, {{la}}'), figures),
    ).toEqual([
      { text: '12.246', figure: { source: '14 báo cáo đã phê duyệt' } },
      { text: ' học sinh, ' },
      { text: '……', figure: { source: 'chưa có báo cáo' } },
      { text: ' lớp, ' },
      { text: '……', figure: { source: 'la' } },
    ])
  })
})
