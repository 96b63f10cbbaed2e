import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { docxSource, textSource } from './sample-sources.ts'

const text = `KẾ HOẠCH
Chuyển đổi số năm học 2025-2026

II. NHIỆM VỤ

1. Trang bị thiết bị dạy học cho các trường học trên địa bàn
phường theo danh mục tối thiểu
- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
- Cơ quan phối hợp: Phòng Kinh tế, Hạ tầng và Đô thị, các trường
mầm non, tiểu học.
- Thời gian thực hiện: Quý IV/2025.
- Sản phẩm: Danh mục và biên bản bàn giao.
2. Tập huấn giáo viên
Đơn vị chủ trì: Các trường học
Thời gian: Thường xuyên
3. Báo cáo: gửi trước ngày 30/5.
4. Thời gian: do các trường tự chọn.
`

describe('blocks with labels', () => {
  test.each([
    ['as lines of text', textSource(text)],
    ['as paragraphs', docxSource(text.replaceAll(/\n(?=phường theo|mầm non)/g, ' ').split('\n'))],
  ])('that name a lead and a time are tasks: %s', (_name, source) => {
    const { tasks } = readDocument(source)
    expect(tasks).toHaveLength(2)
    expect(tasks[0]).toMatchObject({
      no: '1',
      title: 'Trang bị thiết bị dạy học cho các trường học trên địa bàn phường theo danh mục tối thiểu',
      lead: ['Phòng Văn hóa - Xã hội'],
      coordinating: ['Phòng Kinh tế, Hạ tầng và Đô thị', 'các trường mầm non', 'các trường tiểu học'],
      start: { quarter: '2025-Q4' },
      finish: { quarter: '2025-Q4' },
      product: 'Danh mục và biên bản bàn giao.',
    })
    expect(tasks[1]).toMatchObject({
      no: '2',
      title: 'Tập huấn giáo viên',
      lead: ['Các trường học'],
      start: null,
      finish: { recurring: 'regularly' },
    })
  })

  test('are found where they stand', () => {
    expect(readDocument(textSource(text)).tasks[0]).toMatchObject({
      at: { line: 6 },
      cells: { lead: { line: 8 }, coordinating: { line: 9 }, time: { line: 11 } },
    })
  })
})
