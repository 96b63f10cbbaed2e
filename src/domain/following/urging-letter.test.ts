import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { checkDocument } from '#domain/writing/check-document.ts'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { decreeLayout } from '#domain/writing/page-layout.ts'
import { printDocument } from '#domain/writing/printed-document.ts'
import { type LetterItem, type LetterUnit, urgingLetter } from './urging-letter.ts'

const schoolYear = parseSchoolYear('2024-2025')
if (schoolYear === null) throw new Error('not a school year')
const letterhead = {
  issuer: {
    superior: null,
    name: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN',
    nameInText: 'Ủy ban nhân dân quận Hải An',
    place: 'Hải An',
  },
  symbolSuffix: 'UBND-GDĐT',
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Đoàn Trọng Nghĩa' },
  recipients: ['Sở Giáo dục và Đào tạo', 'Lưu: VT, GDĐT'],
}
const late: LetterItem = {
  no: '2',
  title: 'Tổ chức Hội khỏe Phù Đổng',
  dueOn: localDate('2024-12-31'),
  standing: 'late',
  days: 14,
}
const soon: LetterItem = { ...late, no: null, title: 'Nộp báo cáo', standing: 'due_soon', days: 3 }
const aUnit = (name: string, items: readonly LetterItem[] = [late]): LetterUnit => ({
  name,
  step: 'first',
  items,
})
const letterTo = (units: readonly LetterUnit[], message: string | null = null): OfficialDocument =>
  urgingLetter(letterhead, {
    schoolYear,
    urgedOn: localDate('2025-01-20'),
    reportBy: localDate('2025-01-24'),
    message,
    plans: [{ title: 'Kế hoạch năm học 2024-2025', number: '145/KH-UBND', signedOn: null }],
    units,
  })
const textOf = (document: OfficialDocument) =>
  document.body
    .map((block) =>
      block.kind === 'table'
        ? '[table]'
        : block.kind === 'paragraph' || block.kind === 'item'
          ? block.runs.map((run) => run.text).join('')
          : `${block.number}. ${block.text}`,
    )
    .join('\n')

describe('the formal letter of an urging', () => {
  test('is a công văn without number and date that keeps to the form', () => {
    const letter = letterTo([aUnit('Trường Tiểu học Đằng Lâm')])
    expect(checkDocument(letter)).toEqual([])
    expect(letter).toMatchObject({ typeName: '', date: null, number: { text: null, symbol: 'UBND-GDĐT' } })
    const printed = printDocument(letter, decreeLayout)
    expect(printed.header.subject.join(' ')).toBe('V/v đôn đốc thực hiện nhiệm vụ năm học 2024-2025')
    expect(printed.address?.label).toBe('Kính gửi: Trường Tiểu học Đằng Lâm.')
  })

  test('to one unit tells its work in the text, what to do and until when', () => {
    expect(textOf(letterTo([aUnit('Trường A', [late, soon])], 'Gửi kèm minh chứng'))).toBe(
      [
        'Căn cứ Kế hoạch số 145/KH-UBND năm học 2024-2025, qua theo dõi đến ngày 20/01/2025, Trường A còn 01 nhiệm vụ chậm so với thời hạn, 01 nhiệm vụ sắp đến hạn (bảng dưới đây).',
        '[table]',
        'Ủy ban nhân dân quận Hải An đề nghị Trường A thực hiện các nội dung sau:',
        '1. Khẩn trương hoàn thành các nhiệm vụ nêu trên; nhiệm vụ nào chưa thể hoàn thành thì nêu rõ nguyên nhân, khó khăn, vướng mắc và thời gian hoàn thành.',
        '2. Báo cáo kết quả về Ủy ban nhân dân quận Hải An trước ngày 24/01/2025.',
        '3. Gửi kèm minh chứng.',
        'Đề nghị Trường A nghiêm túc triển khai thực hiện.',
      ].join('\n'),
    )
  })

  test('goes into the archive, not to whom plans are sent', () => {
    expect(letterTo([aUnit('Trường A')]).recipients).toEqual(['Lưu: VT, GDĐT'])
  })

  test.each([
    [1, 10, 0, 1],
    [1, 11, 1, 1],
    [5, 2, 0, 5],
    [6, 1, 1, 1],
    [73, 1, 1, 1],
  ])(
    'to %i units with %i items each has %i annexes and %i addressees',
    (units, items, annexes, addressees) => {
      const all = Array.from({ length: units }, (_, no) =>
        aUnit(
          `Trường ${no}`,
          Array.from({ length: items }, () => late),
        ),
      )
      const letter = letterTo(all)
      expect([letter.annexes.length, letter.addressedTo.length]).toEqual([annexes, addressees])
      expect(textOf(letter).includes('[table]')).toBe(annexes === 0)
      const tables = [...letter.body, ...letter.annexes.flatMap((annex) => annex.body)].flatMap((block) =>
        block.kind === 'table' ? [block] : [],
      )
      expect(tables.map((table) => table.rows.length)).toEqual([units * items])
    },
  )

  test('names those who never answered', () => {
    const silent = { ...aUnit('Trường B'), step: 'leader' as const }
    expect(textOf(letterTo([aUnit('Trường A'), silent]))).toContain(
      'Các đơn vị đã được đôn đốc nhiều lần nhưng chưa báo cáo: Trường B. Đề nghị thủ trưởng',
    )
    expect(textOf(letterTo([silent]))).toContain(
      'đề nghị Trường B, đơn vị đã được đôn đốc nhiều lần nhưng chưa báo cáo, thực hiện',
    )
  })
})
