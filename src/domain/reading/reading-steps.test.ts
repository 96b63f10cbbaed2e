// The small steps between the source and what is found in it.
import { describe, expect, test } from 'vitest'
import { columnRoleOf, readColumnHeads } from './column-heads.ts'
import { beginsParagraph, paragraphsOf } from './paragraphs.ts'
import { problemText } from './problems.ts'
import { followUp, leavesNumberOpen, numberAtStart } from './row-numbers.ts'
import { textSource } from './sample-sources.ts'
import { readRoles } from './task-roles.ts'
import { bodyOf, joinLines } from './text-lines.ts'
import { keysOf, wordKey, wordsOf } from './words.ts'

describe('joining lines', () => {
  test.each<[string[], string]>([
    [['năm học 2024-', '2025'], 'năm học 2024-2025'],
    [['số 1737/CT-', 'BGDĐT'], 'số 1737/CT-BGDĐT'],
    [['Lao động -', 'Thương binh'], 'Lao động - Thương binh'],
    [['  hai ', '', ' ba  bốn'], 'hai ba bốn'],
    [[], ''],
  ])('%j', (lines, expected) => expect(joinLines(lines)).toBe(expected))
})

describe('words as they are compared', () => {
  test('the place of the tone and i or y make no difference, tones and letters do', () => {
    expect(wordKey('Uỷ')).toBe(wordKey('Ủy'))
    expect(wordKey('hoà')).toBe(wordKey('HÒA'))
    expect(wordKey('lý')).toBe(wordKey('lí'))
    expect(new Set(['sở', 'số', 'so', 'sổ'].map(wordKey)).size).toBe(4)
    expect(keysOf('GD&ĐT, TC-KH')).toEqual(['gd&đt', 'tc', 'kh'])
  })
})

describe('page breaks', () => {
  const page = (number: number, ...lines: string[]) => [
    `${number}`,
    ...lines.map((line) => `${line} ${'chữ '.repeat(12)}`),
  ]

  test('page numbers that count with the pages are left out, row numbers are not', () => {
    const text = [
      'Trang đầu',
      `\f${page(2, 'a').join('\n')}`,
      `\f${page(3, 'b').join('\n')}`,
      '\f16',
      'Nội dung',
      '\f5',
      'c',
    ].join('\n')
    const lines = bodyOf(textSource(text)).map((item) =>
      item.kind === 'line' ? item.line.text.split(' ')[0] : '',
    )
    expect(lines).toEqual(['Trang', 'a', 'b', '16', 'Nội', 'c'])
  })
})

describe('paragraphs', () => {
  test('go on over blank lines and end where the next word would have fitted', () => {
    const text = [
      'Mỗi trường lập một danh sách các việc phải làm, gửi về phòng phụ trách',
      '',
      'trong tuần đầu của tháng, kèm tên người lo từng việc.',
      '',
      'Mầm non: 22 trường.',
      '',
      '- Mục một',
      '',
      'a) Mục hai',
    ].join('\n')
    const lines = bodyOf(textSource(text)).flatMap((item) => (item.kind === 'line' ? [item.line] : []))
    expect(
      paragraphsOf(lines).map((paragraph) => [paragraph.text.split(' ').slice(-2).join(' '), paragraph.at]),
    ).toEqual([
      ['từng việc.', { line: 1 }],
      ['22 trường.', { line: 5 }],
      ['Mục một', { line: 7 }],
      ['Mục hai', { line: 9 }],
    ])
  })

  test.each([
    '- Mục',
    '+ Mục',
    '1. Mục',
    '2.1. Mục',
    '2.1 Mục',
    'a) Mục',
    'đ) Mục',
    'II. Mục',
    'I- MỤC',
    'Điều 5. Mục',
    'Căn cứ Luật',
    '1/ Mục',
    'Thời gian: tháng 9',
  ])('%j begins one', (text) => expect(beginsParagraph(text)).toBe(true))
  test.each(['195/KH-UBND', '85,7% học sinh', '12.246 học sinh', 'i. và', 'mục', '2.500 lớp'])(
    '%j does not',
    (text) => expect(beginsParagraph(text)).toBe(false),
  )
})

describe('heads of columns', () => {
  test.each<[string, string[] | null]>([
    [
      'Số TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp Thời gian Bắt đầu Hoàn thành 1 2 3 4 5 6',
      ['no', 'title', 'lead', 'coordinating', 'start', 'finish'],
    ],
    [
      'STT Nhiệm vụ Cơ quan thực hiện Chủ trì Phối hợp Thời gian hoàn thành Sản phẩm',
      ['no', 'title', 'lead', 'coordinating', 'time', 'product'],
    ],
    ['TT Nội dung Đơn vị chủ trì, phối hợp Thời gian', ['no', 'title', 'units', 'time']],
    [
      'TT Nội dung Đơn vị chủ trì Đơn vị phối hợp Thời gian bắt đầu Thời gian hoàn thành',
      ['no', 'title', 'lead', 'coordinating', 'start', 'finish'],
    ],
    [
      'TT Nội dung Chủ trì Phối hợp Lãnh đạo UBND theo khối Thời gian (1) (2) (3) (4) (5) (6)',
      ['no', 'title', 'lead', 'coordinating', 'other', 'time'],
    ],
    ['Nội dung của kế hoạch và thời gian', null],
    ['TT Họ và tên Chức vụ', null],
  ])('%s', (text, columns) => expect(readColumnHeads(wordsOf(text), 0)?.columns ?? null).toEqual(columns))

  test('of one column, all its rows together', () => {
    expect(columnRoleOf(keysOf('Thời gian Bắt đầu (5)'))).toBe('start')
    expect(columnRoleOf(keysOf('Cơ quan chủ trì/phối hợp'))).toBe('units')
    expect(columnRoleOf(keysOf('Mầm non'))).toBeNull()
  })
})

describe('numbers of rows', () => {
  test.each([
    ['13 Khai giảng', { no: '13', rest: 'Khai giảng', roman: false }],
    ['2.1', { no: '2.1', rest: '', roman: false }],
    ['7.', { no: '7', rest: '', roman: false }],
    ['II. CÔNG TÁC', { no: 'II', rest: 'CÔNG TÁC', roman: true }],
    ['12/2024;', null],
    ['Tháng 9', null],
  ])('%s', (text, expected) => expect(numberAtStart(text)).toEqual(expected))

  test('follow each other', () => {
    expect([
      followUp('1', null),
      followUp('2', '1'),
      followUp('1.1', '1'),
      followUp('2', '1.3'),
      followUp('1.2', '1.1'),
    ]).toEqual(['next', 'next', 'next', 'next', 'next'])
    expect([
      followUp('4', '2'),
      followUp('2', '2'),
      followUp('1', '2'),
      followUp('2024', '4'),
      followUp('2.1', '1'),
    ]).toEqual(['gap', 'same', null, null, null])
  })

  test('a number behind "lớp" or "Tháng" belongs to it', () => {
    expect(['học sinh lớp', 'Tháng', 'năm học 2024-', 'Ngày'].every(leavesNumberOpen)).toBe(true)
    expect(['các trường học', '8/2024'].some(leavesNumberOpen)).toBe(false)
  })
})

describe('who leads and who coordinates in one cell', () => {
  test.each<[string, string, string, boolean]>([
    ['Chủ trì: A. Phối hợp: B, C', 'A', 'B, C', true],
    ['Cơ quan chủ trì: A\nCơ quan phối hợp: B', 'A', 'B', true],
    ['- A chủ trì, phối hợp với B, C.', 'A', 'B, C', true],
    ['A (chủ trì), B (phối hợp)', 'A', 'B', true],
    ['A chủ trì; B phối hợp', 'A', 'B', true],
    ['A phối hợp với B', 'A', 'B', true],
    ['A, B', 'A, B', '', false],
    ['', '', '', false],
  ])('%j', (text, lead, coordinating, printed) =>
    expect(readRoles(text)).toEqual({ lead, coordinating, printed }),
  )
})

test('every problem is said in both languages', () => {
  expect(problemText('no_lead', '7', 'vi')).toContain('7')
  expect(problemText('no_lead', '7', 'en')).toContain('7')
  expect(problemText('target_not_sure', '45', 'vi')).not.toBe(problemText('target_not_sure', '45', 'en'))
})
