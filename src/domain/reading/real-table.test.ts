import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import type { Reading } from './reading.ts'
import { docxSource, tableOf, textSource } from './sample-sources.ts'
import type { SourceTable } from './source.ts'

const opening = ['KẾ HOẠCH', 'Thực hiện nhiệm vụ năm học 2025-2026', 'Căn cứ Luật Giáo dục năm 2019;']

function read(...tables: (string | SourceTable)[]): Reading {
  return readDocument(docxSource([...opening, ...tables]))
}

function brief(reading: Reading) {
  return reading.tasks.map((task) => [
    task.no,
    task.title,
    task.lead.join(' | '),
    task.coordinating.join(' | '),
    task.timeText,
  ])
}

describe('a table with merged head cells', () => {
  const table = tableOf(1, [
    ['TT', 'Nội dung công việc', 'Đơn vị thực hiện', null, 'Thời gian', null, 'Ghi chú'],
    ['^', '^', 'Chủ trì', 'Phối hợp', 'Bắt đầu', 'Hoàn thành', '^'],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
    [
      '1',
      'Lập kế hoạch năm học',
      'Phòng Văn hóa - Xã hội',
      'Các trường mầm non, tiểu học',
      'Tháng 7/2025',
      'Tháng 8/2025',
      '',
    ],
    [
      '2',
      'Thẩm định\nvà phê duyệt',
      'Văn phòng HĐND và UBND',
      '- Phòng Kinh tế, Hạ tầng và Đô thị\n- Công an xã',
      '01/9/2025',
      '15/9/2025',
      'Có phụ lục',
    ],
  ])

  test('is read by its columns', () => {
    const reading = read(table)
    expect(brief(reading)).toEqual([
      [
        '1',
        'Lập kế hoạch năm học',
        'Phòng Văn hóa - Xã hội',
        'Các trường mầm non | Các trường tiểu học',
        'Tháng 7/2025 - Tháng 8/2025',
      ],
      [
        '2',
        'Thẩm định và phê duyệt',
        'Văn phòng HĐND và UBND',
        'Phòng Kinh tế, Hạ tầng và Đô thị | Công an xã',
        '01/9/2025 - 15/9/2025',
      ],
    ])
    expect(reading.tasks[1]).toMatchObject({
      start: { date: '2025-09-01' },
      finish: { date: '2025-09-15' },
      at: { table: 1, row: 5, column: 1 },
      cells: { lead: { table: 1, row: 5, column: 3 }, finish: { table: 1, row: 5, column: 6 } },
    })
    expect(reading.tasks.every((task) => task.confidence > 0.9)).toBe(true)
  })
})

describe('merged and cut rows', () => {
  const head = ['STT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian']

  test('a lead merged over several rows leads each of them', () => {
    const reading = read(
      tableOf(1, [
        head,
        ['1', 'Lập kế hoạch', 'Sở Nội vụ', 'Các trường', 'Tháng 8/2025'],
        ['2', 'Duyệt kế hoạch', '^', '^', 'Tháng 9/2025'],
      ]),
    )
    expect(brief(reading).map((row) => row[2])).toEqual(['Sở Nội vụ', 'Sở Nội vụ'])
  })

  test('a title merged over two rows is one task with two windows', () => {
    const reading = read(
      tableOf(1, [
        head,
        ['1', 'Kiểm tra học kỳ', 'Sở Nội vụ', 'Các trường', 'Tháng 12/2025'],
        ['^', '^', '^', '^', 'Tháng 5/2026'],
      ]),
    )
    expect(reading.tasks).toHaveLength(1)
    expect(reading.tasks[0]).toMatchObject({
      start: [{ month: '2025-12' }, { month: '2026-05' }],
      finish: [{ month: '2025-12' }, { month: '2026-05' }],
    })
  })

  test('a row cut by a page goes on in the next table block, with or without its head again', () => {
    const first = tableOf(1, [
      head,
      ['1', 'Bồi dưỡng giáo viên', 'Sở Nội vụ', 'Các trường', 'Tháng 8/2025'],
      ['2', 'Tổ chức hội thi giáo viên dạy giỏi cấp', 'Sở Giáo dục', 'Các trường', 'Tháng 10/2025'],
    ])
    const rest = [
      ['', 'tỉnh năm học này', 'và Đào tạo', '', ''],
      ['3', 'Sơ kết', 'Sở Nội vụ', 'Các trường', 'Tháng 1/2026'],
    ]
    for (const second of [tableOf(2, rest), tableOf(2, [head, ...rest])]) {
      expect(brief(read(first, second))).toEqual([
        ['1', 'Bồi dưỡng giáo viên', 'Sở Nội vụ', 'Các trường', 'Tháng 8/2025'],
        [
          '2',
          'Tổ chức hội thi giáo viên dạy giỏi cấp tỉnh năm học này',
          'Sở Giáo dục và Đào tạo',
          'Các trường',
          'Tháng 10/2025',
        ],
        ['3', 'Sơ kết', 'Sở Nội vụ', 'Các trường', 'Tháng 1/2026'],
      ])
    }
  })

  test('headings inside the table are no tasks', () => {
    const reading = read(
      tableOf(1, [
        head,
        ['I', 'CÔNG TÁC TUYỂN SINH', null, null, null],
        ['1', 'Lập kế hoạch', 'Sở Nội vụ', 'Các trường', 'Tháng 8/2025'],
        ['Kiểm tra', null, null, null, null],
        ['2', 'Kiểm tra', 'Thanh tra tỉnh', 'Sở Nội vụ', 'Quý I/2026'],
      ]),
    )
    expect(brief(reading).map((row) => row[1])).toEqual(['Lập kế hoạch', 'Kiểm tra'])
  })
})

describe('other columns', () => {
  test('product, report and a time merged over start and finish', () => {
    const reading = read(
      tableOf(1, [
        [
          'TT',
          'Nội dung',
          'Đơn vị chủ trì/phối hợp',
          'Bắt đầu',
          'Kết thúc',
          'Kết quả, sản phẩm',
          'Cấp trình',
        ],
        [
          '1',
          'Tự đánh giá chất lượng',
          'Các trường học; Phòng Văn hóa - Xã hội phối hợp',
          'Thường xuyên',
          null,
          'Báo cáo tự đánh giá',
          'UBND phường',
        ],
        [
          '2',
          'Đánh giá ngoài',
          'Sở GD&ĐT chủ trì, phối hợp với UBND các phường',
          'Tháng 3/2026',
          'Trước ngày 30/5/2026',
          '',
          '',
        ],
      ]),
    )
    expect(reading.tasks[0]).toMatchObject({
      start: null,
      finish: { recurring: 'regularly' },
      timeText: 'Thường xuyên',
      product: 'Báo cáo tự đánh giá',
    })
    expect(reading.tasks[1]).toMatchObject({
      lead: ['Sở GD&ĐT'],
      coordinating: ['UBND các phường'],
      start: { month: '2026-03' },
      finish: { date: '2026-05-29', before: true },
      product: null,
    })
  })

  test('a table of figures hands out nothing', () => {
    expect(
      read(
        tableOf(1, [
          ['TT', 'Nội dung', 'Mầm non', 'Tiểu học'],
          ['1', 'Số trường', '12', '10'],
        ]),
      ).tasks,
    ).toEqual([])
  })

  test('two tables hand out tasks, other tables stand between', () => {
    const head = ['TT', 'Nội dung', 'Chủ trì', 'Thời gian']
    const reading = read(
      tableOf(1, [head, ['1', 'Khai giảng', 'Các trường học', '5/9/2025']]),
      'Phụ lục II',
      tableOf(2, [
        ['Trường', 'Số lớp'],
        ['A', '3'],
      ]),
      tableOf(3, [head, ['1', 'Tổng kết', 'Các trường học', 'Tháng 5/2026']]),
    )
    expect(brief(reading).map((row) => row[1])).toEqual(['Khai giảng', 'Tổng kết'])
  })
})

describe('tables in plain text', () => {
  const expected = [
    ['1', 'Khai giảng', 'Các trường học', 'Công an phường', '05/9/2025'],
    ['2', 'Tổng kết', 'Phòng Văn hóa - Xã hội', '', 'Tháng 5/2026'],
  ]

  test('with tabs, as pasted from a spreadsheet and as our own writer prints them', () => {
    const table =
      'TT\tNội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian: Bắt đầu\tThời gian: Hoàn thành\nI. Học kỳ I\n1\tKhai giảng\tCác trường học\tCông an phường\t05/9/2025\t05/9/2025\nII. Học kỳ II\n2\tTổng kết\tPhòng Văn hóa - Xã hội\t\tTháng 5/2026\tTháng 5/2026'
    const reading = readDocument(
      textSource(`KẾ HOẠCH\nNăm học 2025-2026\n\n${table}\n\nNơi nhận:\n- Lưu: VT.`),
    )
    expect(brief(reading)).toEqual(expected)
    expect(reading.tasks[1]?.at).toEqual({ line: 8 })
  })

  test('with bars, as in Markdown', () => {
    const table =
      '| TT | Nội dung | Chủ trì | Phối hợp | Thời gian |\n|---|---|---|---|---|\n| 1 | Khai giảng | Các trường học | Công an phường | 05/9/2025 |\n| 2 | Tổng kết | Phòng Văn hóa - Xã hội | | Tháng 5/2026 |'
    expect(brief(readDocument(textSource(`# KẾ HOẠCH\n\n${table}\n`)))).toEqual(expected)
  })
})
