import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import type { Section } from './reading.ts'
import { docxSource, textSource } from './sample-sources.ts'

function shape(sections: readonly Section[]): string {
  return sections
    .map(
      (section) => `${section.number}${section.children.length === 0 ? '' : `(${shape(section.children)})`}`,
    )
    .join(' ')
}

function sections(...lines: string[]): string {
  return shape(readDocument(textSource(lines.join('\n'))).sections)
}

describe('the tree of headings', () => {
  test('both schemes of Decree 30/2020, and the decimal one', () => {
    expect(
      sections(
        'PHẦN I',
        'KẾT QUẢ',
        'I. QUY MÔ',
        '1. Mầm non',
        'a) Trường',
        'b) Lớp',
        '2. Tiểu học',
        'II. CHẤT LƯỢNG',
        'PHẦN II',
        'I. PHƯƠNG HƯỚNG',
      ),
    ).toBe('Phần I(Phần I.I(Phần I.I.1(Phần I.I.1.a Phần I.I.1.b) Phần I.I.2) Phần I.II) Phần II(Phần II.I)')
    expect(sections('I. A', '1. B', '1.1. C', '1.2. D', '1.2.1. E', '2. F', 'II. G')).toBe(
      'I(I.1(I.1.1 I.1.2(I.1.2.1)) I.2) II',
    )
  })

  test('letters in Vietnamese or Latin order', () => {
    expect(sections('1. A', 'a) B', 'b) C', 'c) D', 'd) E', 'đ) G', 'e) H')).toBe(
      '1(1.a 1.b 1.c 1.d 1.đ 1.e)',
    )
    expect(sections('1. A', 'a) B', 'b) C', 'c) D', 'd) E', 'e) G', 'f) H', 'g) I')).toBe(
      '1(1.a 1.b 1.c 1.d 1.e 1.f 1.g)',
    )
  })

  test('a list inside a section does not take over the outer one', () => {
    expect(
      sections(
        'I. A',
        '1. Chỉ tiêu',
        'a) Đội ngũ',
        '1. Đạt chuẩn',
        '2. Trên chuẩn',
        'b) Chất lượng',
        '2. Nhiệm vụ',
        'II. B',
      ),
    ).toBe('I(I.1(I.1.a(I.1.a.1 I.1.a.2) I.1.b) I.2) II')
  })

  test('misnumbered headings are kept and said', () => {
    const reading = readDocument(textSource('I. A\n1. B\n2.1. C\n3.2. D\n3. E\nII. F\nII. G'))
    expect(
      reading.problems
        .filter((problem) => problem.code === 'section_number_gap')
        .map((problem) => problem.detail),
    ).toEqual(['3.2', '3', 'II'])
    expect(shape(reading.sections)).toContain('II II')
  })

  test('figures and dates that begin a line are no headings', () => {
    expect(
      sections(
        'I. A',
        '12.246 học sinh trong 291 lớp.',
        '2. năm sau',
        '83.065.000 đồng',
        '5/9 khai giảng',
        '1.5 lần',
      ),
    ).toBe('I')
  })

  test('automatic numbers of Word count as printed ones', () => {
    const source = docxSource(['MỤC TIÊU', 'Chung', 'Cụ thể'])
    for (const [index, number] of ['I.', '1.', '2.'].entries()) {
      const block = source.blocks[index]
      if (block !== undefined && block.kind !== 'table') block.number = number
    }
    expect(shape(readDocument(source).sections)).toBe('I(I.1 I.2)')
  })

  test('a heading over two lines is one', () => {
    const long = 'Mua thêm máy tính, nối mạng cho mọi phòng học và chỉ cách dùng cho người dạy'
    const reading = readDocument(
      textSource(`1. ${long}\nlẫn người học ở các trường\n- Thực hiện học bạ số.\n2. Khác`),
    )
    expect(reading.sections[0]).toMatchObject({
      title: `${long} lẫn người học ở các trường`,
      at: { line: 1 },
    })
  })
})
