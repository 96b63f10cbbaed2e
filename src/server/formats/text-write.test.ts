import { describe, expect, test } from 'vitest'
import { samplePlan, sampleReport } from '#domain/writing/official-document-samples.ts'
import { paragraph } from '#domain/writing/official-document.ts'
import { writeText } from './text-write.ts'

describe('the text', () => {
  const lines = writeText(samplePlan()).split('\n')

  test('has the words in reading order, one paragraph a line', () => {
    expect(lines.slice(0, 10)).toEqual([
      'ỦY BAN NHÂN DÂN QUẬN HẢI AN',
      'Số:      /KH-UBND',
      '',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hải An, ngày     tháng     năm 2024',
      '',
      'KẾ HOẠCH',
      'Thực hiện nhiệm vụ giáo dục và đào tạo quận Hải An năm học 2024-2025',
      '',
    ])
    expect(lines.at(-1)).toBe('')
  })

  test('has a table one row a line, its head once, cells parted by tabs', () => {
    const head = lines.findIndex((line) => line.startsWith('Số TT\t'))
    expect(lines[head]).toBe(
      'Số TT\tNội dung công việc\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian: Bắt đầu\tThời gian: Hoàn thành',
    )
    const rows = lines.slice(head + 1, -1)
    expect(rows).toHaveLength(15)
    expect(new Set(rows.map((row) => row.split('\t').length))).toEqual(new Set([6]))
    expect(rows[3]).toBe(
      '4\tTổ chức khai giảng gọn gàng, đúng ngày\tCác trường học\tVăn phòng Hội đồng nhân dân và Ủy ban nhân dân, Trung tâm Văn hóa - Thông tin và Thể thao\tNgày 05/9/2024\tNgày 05/9/2024',
    )
  })

  test('keeps the columns of a row whose cell spans two', () => {
    expect(writeText(sampleReport())).toContain('\nCộng\t\t40\t608\t204\t31.088\t15.016\n')
  })

  test('lists all recipients together, and the signer', () => {
    const recipients = Array.from({ length: 60 }, (_, index) => `Trường số ${index + 1}`)
    const text = writeText(samplePlan({ recipients }))
    expect(text).toContain(
      '- Trường số 59;\n- Trường số 60;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nĐặng Thục Quỳnh\n',
    )
  })

  test('is composed, and a tab in a cell does not make a column', () => {
    const columns = [
      { title: 'A', width: 1, align: 'left' as const },
      { title: 'B', width: 1, align: 'left' as const },
    ]
    const text = writeText(
      samplePlan({
        body: [
          paragraph('Thủy'.normalize('NFD')),
          { kind: 'table', columns, rows: [['a\tb\nc', '\u0000#x']] },
        ],
        annexes: [],
      }),
    )
    expect(text).toContain('\nThủy\n')
    expect(text).toContain('\na b c\t#x\n')
    expect(text).toBe(text.normalize('NFC'))
  })
})
