import { describe, expect, test } from 'vitest'
import type { PlanOutline } from './plan-body.ts'
import {
  checkText,
  linesOf,
  moveSection,
  numberedSections,
  outlineOfText,
  textOfOutline,
  type TextSection,
  usualText,
} from './plan-text.ts'

function aSection(over: Partial<TextSection> = {}): TextSection {
  return { key: 'a', level: 1, title: 'Mục đích', text: 'Câu chữ', holds: null, ...over }
}
const all = () => true
const none = () => false
const labels = (sections: readonly TextSection[], has = all) =>
  numberedSections(sections, has).map(({ label }) => label)

describe('sections', () => {
  test.each<[string, TextSection[], (string | null)[]]>([
    ['none', [], []],
    [
      'two and their clauses',
      [aSection(), aSection({ level: 2 }), aSection({ level: 2 }), aSection()],
      ['I', '1', '2', 'II'],
    ],
    [
      'clauses begin anew in each section',
      [aSection(), aSection({ level: 2 }), aSection(), aSection({ level: 2 })],
      ['I', '1', 'II', '1'],
    ],
    ['words without a heading take no number', [aSection({ title: '' }), aSection()], [null, 'I']],
    ['a clause before any section is one', [aSection({ level: 2 })], ['I']],
    [
      'a clause behind mere words is a section',
      [aSection({ title: '' }), aSection({ level: 2 })],
      [null, 'I'],
    ],
    ['a heading with nothing below is left out', [aSection({ text: ' \n' }), aSection()], [null, 'I']],
    ['a heading with a clause below stays', [aSection({ text: '' }), aSection({ level: 2 })], ['I', '1']],
  ])('%s', (_name, sections, expected) => {
    expect(labels(sections)).toEqual(expected)
  })

  test('a place for items counts only while there are any', () => {
    expect(labels([aSection({ text: '', holds: 'target' })], all)).toEqual(['I'])
    expect(labels([aSection({ text: '', holds: 'target' })], none)).toEqual([null])
  })

  test('of the usual text only what holds items is printed', () => {
    const { body, bases, recipients } = outlineOfText(usualText(), all)
    expect([bases, recipients]).toEqual([[], []])
    expect(
      body.map((block) => (block.kind === 'heading' ? `${block.label}. ${block.title}` : block.kind)),
    ).toEqual(['I. Chỉ tiêu', 'slot', 'II. Nhiệm vụ của các đơn vị', 'slot'])
  })

  test('words come before the items of their section', () => {
    const { body } = outlineOfText(
      { ...usualText(), sections: [aSection({ text: 'Một\n\n - hai ', holds: 'duty' })] },
      all,
    )
    expect(body.map((block) => (block.kind === 'text' ? block.text : block.kind))).toEqual([
      'heading',
      'Một',
      '- hai',
      'slot',
    ])
  })
})

test('lines have no blanks around them', () => {
  expect(linesOf('')).toEqual([])
  expect(linesOf(' Căn cứ Luật \r\n\n\tCăn cứ Nghị định')).toEqual(['Căn cứ Luật', 'Căn cứ Nghị định'])
})

test.each([
  [[], null],
  [[aSection(), aSection()], 'key_twice'],
  [[aSection({ holds: 'duty' }), aSection({ key: 'b', holds: 'duty' })], 'held_twice'],
  [[aSection({ holds: 'duty' }), aSection({ key: 'b', holds: 'target' }), aSection({ key: 'c' })], null],
])('%#: a text is checked', (sections, expected) => {
  expect(checkText({ sections })).toBe(expected)
})

describe('a plan that was read is gone on with', () => {
  const heading = (line: number, style: 'roman' | 'arabic' | 'letter', label: string, title: string) => ({
    kind: 'heading' as const,
    style,
    label,
    path: label,
    title,
    places: [{ line }],
  })
  const text = (line: number, words: string) => ({ kind: 'text' as const, text: words, places: [{ line }] })
  const outline: PlanOutline = {
    bases: ['Căn cứ Luật Giáo dục'],
    recipients: ['Sở GD&ĐT'],
    annexNote: null,
    body: [
      text(1, 'Ban hành kế hoạch như sau:'),
      heading(2, 'roman', 'I', 'Mục đích'),
      heading(3, 'arabic', '1', 'Nâng cao chất lượng'),
      text(4, '- Rèn nền nếp'),
      heading(5, 'letter', 'b', 'Phần sâu hơn'),
      heading(6, 'roman', 'II', 'Chỉ tiêu chủ yếu'),
      text(7, 'Phấn đấu:'),
      heading(8, 'letter', 'a', 'Quy mô'),
      text(9, '- 12.246 học sinh'),
      heading(10, 'roman', 'III', 'Tổ chức thực hiện'),
      heading(11, 'arabic', '1', 'Phòng Nội vụ'),
      text(12, '- Tham mưu tuyển dụng'),
      text(13, 'đủ giáo viên'),
      heading(14, 'arabic', '2', 'Chế độ báo cáo'),
      text(15, 'Báo cáo mỗi quý.'),
    ],
  }

  test('words stay, items and their heads make room for those of the new plan', () => {
    const read = { targets: [{ at: { line: 9 } }], duties: [{ at: { line: 12 }, text: 'Tham mưu' }] }
    const { bases, recipients, sections } = textOfOutline(outline, read)
    expect([bases, recipients]).toEqual([['Căn cứ Luật Giáo dục'], ['Sở GD&ĐT']])
    expect(sections.map(({ level, title, text, holds }) => [level, title, text, holds])).toEqual([
      [1, '', 'Ban hành kế hoạch như sau:', null],
      [1, 'Mục đích', '', null],
      [2, 'Nâng cao chất lượng', '- Rèn nền nếp\nb) Phần sâu hơn', null],
      [1, 'Chỉ tiêu chủ yếu', 'Phấn đấu:', 'target'],
      [1, 'Tổ chức thực hiện', '', 'duty'],
      [2, 'Chế độ báo cáo', 'Báo cáo mỗi quý.', null],
    ])
    expect(checkText({ sections })).toBeNull()
  })

  test('what held nothing gets its usual place', () => {
    const { sections } = textOfOutline({ ...outline, body: [] }, { targets: [], duties: [] })
    expect(sections.map(({ title, holds }) => [title, holds])).toEqual([
      ['Chỉ tiêu', 'target'],
      ['Nhiệm vụ của các đơn vị', 'duty'],
    ])
  })
})

describe('a section is moved', () => {
  // I a, 1 b, 2 c, II d, III e, 1 f
  const list = [...'abcdef'].map((key, index) =>
    aSection({ key, level: [1, 2, 2, 1, 1, 2][index] === 1 ? 1 : 2 }),
  )
  const after = (key: string, step: -1 | 1) =>
    moveSection(list, key, step)
      .map((section) => section.key)
      .join('')

  test.each<[string, -1 | 1, string]>([
    ['a', 1, 'dabcef'],
    ['a', -1, 'abcdef'],
    ['d', -1, 'dabcef'],
    ['d', 1, 'abcefd'],
    ['e', -1, 'abcefd'],
    ['e', 1, 'abcdef'],
    ['c', -1, 'acbdef'],
    ['c', 1, 'abdcef'],
    ['b', -1, 'abcdef'],
    ['f', 1, 'abcdef'],
    ['f', -1, 'abcdfe'],
    ['x', 1, 'abcdef'],
  ])('%s by %d', (key, step, expected) => {
    expect(after(key, step)).toBe(expected)
  })
})
