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

  test.each([
    [
      'in brackets behind the task',
      '- Khảo sát chất lượng (chủ trì: Phòng Nội vụ; phối hợp: các trường tiểu học, trung học cơ sở; thời gian: tháng 12/2025).',
      ['Khảo sát chất lượng', 'Phòng Nội vụ', 'các trường tiểu học, các trường trung học cơ sở', '2025-12'],
    ],
    [
      'in a line below it',
      '- Hội thi giáo viên dạy giỏi cấp xã.\nĐơn vị chủ trì: Phòng Nội vụ; đơn vị phối hợp: các trường học; thời gian thực hiện: Tháng 11/2025.',
      ['Hội thi giáo viên dạy giỏi cấp xã', 'Phòng Nội vụ', 'các trường học', '2025-11'],
    ],
    [
      'behind the task as sentences',
      '- Số hóa hồ sơ. Cơ quan chủ trì: Các trường. Thời gian hoàn thành: Tháng 11/2025. Sản phẩm: Hồ sơ số.',
      ['Số hóa hồ sơ', 'Các trường', '', '2025-11'],
    ],
  ])('%s', (_name, item, [title, lead, coordinating, month]) => {
    const { tasks } = readDocument(
      textSource(`KẾ HOẠCH\nNăm học 2025-2026\nII. NHIỆM VỤ\n1. Chất lượng\n${item}\n`),
    )
    expect(
      tasks.map((task) => [task.title, task.lead.join(', '), task.coordinating.join(', '), task.finish]),
    ).toEqual([[title, lead, coordinating, { month }]])
  })

  test('are found where they stand', () => {
    expect(readDocument(textSource(text)).tasks[0]).toMatchObject({
      at: { line: 6 },
      cells: { lead: { line: 8 }, coordinating: { line: 9 }, time: { line: 11 } },
    })
  })
})
