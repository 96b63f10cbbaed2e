// Documents of our own, in layouts other than those of the first users.
import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import type { Reading } from './reading.ts'
import { flattened, textSource, wrapped } from './sample-sources.ts'

const before =
  'KẾ HOẠCH\n\nThực hiện nhiệm vụ năm học 2025-2026\n\nCăn cứ Luật Giáo dục năm 2019;\n\nI. MỤC TIÊU\n\nNâng cao chất lượng.\n\n'
const after = '\n\nNơi nhận:\n\n- Như trên;\n\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\n'

function read(table: string): Reading {
  return readDocument(textSource(before + table + after))
}

function brief(reading: Reading) {
  return reading.tasks.map(({ no, title, lead, coordinating, start, finish, product }) => ({
    no,
    title,
    lead,
    coordinating,
    start,
    finish,
    ...(product !== null && { product }),
  }))
}

const month = (value: string) => ({ month: value })

describe('a table with a product column behind a single time column', () => {
  const heads = [
    'STT',
    'Nội dung',
    'nhiệm vụ',
    'Cơ quan',
    'chủ trì',
    'Cơ quan phối',
    'hợp',
    'Thời gian thực',
    'hiện',
    'Sản phẩm',
    '(1)',
    '(2)',
    '(3)',
    '(4)',
    '(5)',
    '(6)',
  ]
  const rows = [
    [
      '1',
      'Ban hành kế hoạch tuyển sinh vào các lớp đầu cấp',
      'Phòng Văn hóa - Xã hội',
      'Các trường mầm non, tiểu học',
      'Tháng 6/2025',
      'Kế hoạch của UBND phường',
    ],
    [
      '2',
      'Tổ chức khai giảng năm học mới bảo đảm trang trọng, gọn nhẹ',
      'Các trường học',
      'Phòng Văn hóa - Xã hội, Công an phường',
      'Ngày 05/9/2025',
      'Lễ khai giảng',
    ],
    [
      '3',
      'Báo cáo sơ kết học kỳ I',
      'Phòng Văn hóa - Xã hội',
      'Các đơn vị liên quan',
      'Trước ngày 15/01/2026',
      'Báo cáo',
    ],
    [
      '4',
      'Kiểm tra an toàn thực phẩm tại bếp ăn',
      'Trạm Y tế phường',
      'Phòng Kinh tế, Hạ tầng và Đô thị',
      'Từ tháng 9/2025 đến tháng 5/2026',
      'Biên bản kiểm tra',
    ],
  ]

  test.each(['\n', '\n\n', ' \n \n'])('with %j between the lines', (gap) => {
    expect(brief(read(flattened(heads, rows, [4, 28, 16, 18, 14, 16], gap)))).toEqual([
      {
        no: '1',
        title: 'Ban hành kế hoạch tuyển sinh vào các lớp đầu cấp',
        lead: ['Phòng Văn hóa - Xã hội'],
        coordinating: ['Các trường mầm non', 'Các trường tiểu học'],
        start: month('2025-06'),
        finish: month('2025-06'),
        product: 'Kế hoạch của UBND phường',
      },
      {
        no: '2',
        title: 'Tổ chức khai giảng năm học mới bảo đảm trang trọng, gọn nhẹ',
        lead: ['Các trường học'],
        coordinating: ['Phòng Văn hóa - Xã hội', 'Công an phường'],
        start: { date: '2025-09-05' },
        finish: { date: '2025-09-05' },
        product: 'Lễ khai giảng',
      },
      {
        no: '3',
        title: 'Báo cáo sơ kết học kỳ I',
        lead: ['Phòng Văn hóa - Xã hội'],
        coordinating: ['Các đơn vị liên quan'],
        start: null,
        finish: { date: '2026-01-14', before: true },
        product: 'Báo cáo',
      },
      {
        no: '4',
        title: 'Kiểm tra an toàn thực phẩm tại bếp ăn',
        lead: ['Trạm Y tế phường'],
        coordinating: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
        start: month('2025-09'),
        finish: month('2026-05'),
        product: 'Biên bản kiểm tra',
      },
    ])
  })

  test('one cell a line, not wrapped', () => {
    expect(brief(read(flattened(heads, rows, [99, 99, 99, 99, 99, 99], '\n')))).toEqual(
      brief(read(flattened(heads, rows, [4, 28, 16, 18, 14, 16]))),
    )
  })
})

describe('a table with lead and coordinators in one cell', () => {
  const heads = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì,', 'phối hợp', 'Thời gian', 'hoàn thành']
  const rows = [
    [
      '1',
      'Rà soát mạng lưới trường, lớp trên địa bàn',
      'Phòng Giáo dục và Đào tạo chủ trì, phối hợp với Phòng Nội vụ, UBND các xã',
      'Quý III/2025',
    ],
    [
      '2',
      'Bồi dưỡng giáo viên dạy chương trình mới',
      'Chủ trì: Sở GD&ĐT; phối hợp: các trường THPT',
      'Thường xuyên',
    ],
    ['3', 'Tổng kết năm học', 'Phòng Giáo dục và Đào tạo', 'Tháng 6/2026'],
  ]

  test('roles are told apart by their words', () => {
    const reading = read(flattened(heads, rows, [4, 24, 20, 14]))
    expect(brief(reading)).toEqual([
      {
        no: '1',
        title: 'Rà soát mạng lưới trường, lớp trên địa bàn',
        lead: ['Phòng Giáo dục và Đào tạo'],
        coordinating: ['Phòng Nội vụ', 'UBND các xã'],
        start: { quarter: '2025-Q3' },
        finish: { quarter: '2025-Q3' },
      },
      {
        no: '2',
        title: 'Bồi dưỡng giáo viên dạy chương trình mới',
        lead: ['Sở GD&ĐT'],
        coordinating: ['các trường THPT'],
        start: null,
        finish: { recurring: 'regularly' },
      },
      {
        no: '3',
        title: 'Tổng kết năm học',
        lead: ['Phòng Giáo dục và Đào tạo'],
        coordinating: [],
        start: month('2026-06'),
        finish: month('2026-06'),
      },
    ])
    expect(reading.problems.map((problem) => problem.code)).toEqual(['roles_not_printed'])
    expect(reading.tasks[2]?.confidence).toBeLessThan(reading.tasks[0]?.confidence ?? 0)
  })
})

describe('headings inside the table, sub-rows, page breaks', () => {
  const heads = ['TT', 'Nội dung', 'Chủ trì', 'Phối hợp', 'Thời gian', '1 2 3 4 5']

  test('groups with Roman numbers, numbers that begin anew', () => {
    const text = [
      ...heads,
      'I',
      'CÔNG TÁC TUYỂN SINH',
      '1',
      'Lập kế hoạch',
      'Phòng Nội vụ',
      'Các trường Tiểu học',
      'Tháng 5/2025',
      '2',
      'Duyệt kế hoạch',
      'UBND huyện',
      'Phòng Nội vụ',
      'Tháng 6/2025',
      'II. KIỂM TRA',
      '1',
      'Kiểm tra đầu năm',
      'Thanh tra huyện',
      'Phòng Nội vụ',
      'Tháng 10/2025',
    ].join('\n')
    expect(brief(read(text)).map(({ no, title, lead }) => [no, title, lead])).toEqual([
      ['1', 'Lập kế hoạch', ['Phòng Nội vụ']],
      ['2', 'Duyệt kế hoạch', ['UBND huyện']],
      ['1', 'Kiểm tra đầu năm', ['Thanh tra huyện']],
    ])
  })

  test('a row with sub-rows is their heading', () => {
    const text = [
      ...heads,
      '1',
      'Công tác tuyển sinh',
      '1.1',
      'Lập kế hoạch',
      'Phòng Nội vụ',
      'Các trường Tiểu học',
      'Tháng 5/2025',
      '1.2',
      'Duyệt kế hoạch',
      'UBND huyện',
      'Phòng Nội vụ',
      'Tháng 6/2025',
      '2',
      'Kiểm tra đầu năm',
      'Thanh tra huyện',
      'Phòng Nội vụ',
      'Tháng 10/2025',
    ].join('\n')
    expect(brief(read(text)).map(({ no, title }) => [no, title])).toEqual([
      ['1.1', 'Lập kế hoạch'],
      ['1.2', 'Duyệt kế hoạch'],
      ['2', 'Kiểm tra đầu năm'],
    ])
  })

  test('the head again on the next page, with the page’s number before it, and a row cut in the middle', () => {
    const title = wrapped(
      'Tham mưu ban hành chính sách hỗ trợ học sinh có hoàn cảnh khó khăn năm học 2025-2026',
      26,
    )
    const text = [
      ...heads,
      '1',
      ...title.slice(0, 2),
      '12',
      ...heads,
      ...title.slice(2),
      'Phòng Nội vụ',
      'Các trường học',
      'Tháng 9/2025',
      '2',
      'Sơ kết',
      'Phòng Nội vụ',
      'Các trường học',
      'Tháng 1/2026',
    ].join('\n')
    expect(brief(read(text))).toEqual([
      {
        no: '1',
        title: 'Tham mưu ban hành chính sách hỗ trợ học sinh có hoàn cảnh khó khăn năm học 2025-2026',
        lead: ['Phòng Nội vụ'],
        coordinating: ['Các trường học'],
        start: month('2025-09'),
        finish: month('2025-09'),
      },
      {
        no: '2',
        title: 'Sơ kết',
        lead: ['Phòng Nội vụ'],
        coordinating: ['Các trường học'],
        start: month('2026-01'),
        finish: month('2026-01'),
      },
    ])
  })

  test('numbers inside titles are no row numbers', () => {
    const text = [
      ...heads,
      '1',
      'Khảo sát học sinh lớp',
      '2',
      'và lớp 5 các trường',
      'Phòng Nội vụ',
      'Các trường Tiểu học',
      'Tháng',
      '9/2025',
      '2',
      'Tổng kết năm học 2025-',
      '2026',
      'Phòng Nội vụ',
      'Các trường học',
      'Tháng 5/2026',
    ].join('\n')
    expect(brief(read(text)).map(({ no, title }) => [no, title])).toEqual([
      ['1', 'Khảo sát học sinh lớp 2 và lớp 5 các trường'],
      ['2', 'Tổng kết năm học 2025-2026'],
    ])
  })
})

describe('what is missing is said and nothing is put in its place', () => {
  const heads = ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Bắt đầu', 'Hoàn thành']

  test('an empty coordinating cell', () => {
    const reading = read(
      flattened(
        heads,
        [
          ['1', 'Lập dự toán kinh phí', 'Phòng Tài chính - Kế hoạch', '', 'Tháng 8/2025', 'Tháng 9/2025'],
          ['2', 'Giao dự toán', 'UBND quận', '', 'Tháng 10/2025', 'Tháng 12/2025'],
        ],
        [4, 20, 14, 14, 9, 9],
      ),
    )
    expect(brief(reading).map(({ lead, coordinating }) => [lead, coordinating])).toEqual([
      [['Phòng Tài chính - Kế hoạch'], []],
      [['UBND quận'], []],
    ])
  })

  test('a month without its year takes it from the school year, and says so', () => {
    const reading = read(
      flattened(
        heads,
        [
          ['1', 'Khai giảng', 'Các trường học', 'Công an phường', 'Tháng 9', 'Tháng 9'],
          ['2', 'Tổng kết', 'Các trường học', 'Công an phường', 'Tháng 5', 'Tháng 5'],
        ],
        [4, 20, 14, 14, 9, 9],
      ),
    )
    expect(brief(reading).map(({ start }) => start)).toEqual([month('2025-09'), month('2026-05')])
    expect(reading.problems.filter((problem) => problem.code === 'year_taken')).toHaveLength(4)
    expect(reading.tasks[0]?.confidence).toBeLessThan(0.9)
  })

  test('a gap in the row numbers', () => {
    const reading = read(
      flattened(
        heads,
        [
          ['1', 'Khai giảng', 'Các trường học', 'Công an phường', 'Tháng 9/2025', 'Tháng 9/2025'],
          ['3', 'Tổng kết', 'Các trường học', 'Công an phường', 'Tháng 5/2026', 'Tháng 5/2026'],
        ],
        [4, 20, 14, 14, 12, 12],
      ),
    )
    expect(reading.tasks.map((task) => task.no)).toEqual(['1', '3'])
    expect(reading.problems.map((problem) => [problem.code, problem.detail])).toContainEqual([
      'row_number_gap',
      '1 → 3',
    ])
  })

  test('a text that speaks of lead units and times has no table', () => {
    expect(
      read(
        '1. Phòng Nội vụ chủ trì, phối hợp với các trường học thực hiện trong tháng 9/2025.\n2. Các trường báo cáo trước ngày 15/5/2026.',
      ).tasks,
    ).toEqual([])
  })

  test('the text behind the table is no part of its last row', () => {
    const rows = [['1', 'Khai giảng', 'Các trường học', 'Công an phường', 'Tháng 9/2025', 'Tháng 9/2025']]
    const reading = read(
      `${flattened(heads, rows, [4, 20, 14, 14, 12, 12])}\n\nCác đơn vị căn cứ kế hoạch này để thực hiện./.`,
    )
    expect(reading.tasks).toHaveLength(1)
    expect(reading.tasks[0]).toMatchObject({ title: 'Khai giảng', finish: month('2025-09') })
  })
})

describe('at whatever width the columns are printed', () => {
  const rows = [
    [
      '1',
      'Rà soát, bổ sung quy hoạch mạng lưới trường, lớp học trên địa bàn huyện',
      'Phòng Nội vụ',
      'Phòng Giáo dục và Đào tạo, UBND các xã, thị trấn',
      'Tháng 7/2025',
      'Tháng 8/2025',
    ],
    [
      '2',
      'Hội thi giáo viên dạy giỏi cấp huyện, bậc Trung học cơ sở',
      'Phòng Giáo dục và Đào tạo',
      'Các trường Trung học cơ sở',
      'Tháng 10/2025',
      'Tháng 11/2025',
    ],
    [
      '3',
      'Khảo sát chất lượng học sinh mỗi học kỳ và cuối năm học 2025-2026',
      'Phòng Giáo dục và Đào tạo, Thanh tra huyện',
      'Các trường Tiểu học, Trung học cơ sở',
      'Tháng 12/2025; Tháng 5/2026',
      'Tháng 12/2025; Tháng 5/2026',
    ],
    [
      '4',
      'Trường Mầm non Hoa Sen đón đoàn đánh giá ngoài',
      'Trường Mầm non Hoa Sen',
      'Sở Giáo dục và Đào tạo; Phòng Tài chính - Kế hoạch',
      '10/3/2026',
      '12/3/2026',
    ],
    [
      '5',
      'Lễ kỷ niệm Ngày Nhà giáo Việt Nam',
      'Văn phòng HĐND và UBND',
      'Công đoàn Giáo dục huyện, Hội Khuyến học huyện, các trường học',
      'Tháng 11/2025',
      'Tháng 11/2025',
    ],
    [
      '6',
      'Kiểm tra công tác y tế trường học',
      'Trung tâm Y tế',
      'Phòng Văn hóa - Xã hội, Công an huyện',
      'Quý II/2026',
      'Quý II/2026',
    ],
    [
      '7',
      'Xây dựng trường học an toàn, phòng chống đuối nước cho học sinh',
      'UBND xã Bình An',
      'Ban Quản lý dự án đầu tư xây dựng, Phòng Kinh tế và Hạ tầng',
      'Từ tháng 1/2026',
      'Trước ngày 30/6/2026',
    ],
  ]
  const heads = ['TT', 'Nội dung', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Bắt đầu', 'Hoàn thành']
  const expected = brief(read(flattened(heads, rows, [9, 999, 999, 999, 999, 999], '\n')))

  test('unbroken cells are read as they stand', () => {
    expect(expected.map(({ no, lead, coordinating }) => [no, lead.length, coordinating.length])).toEqual([
      ['1', 1, 2],
      ['2', 1, 1],
      ['3', 2, 2],
      ['4', 1, 2],
      ['5', 1, 3],
      ['6', 1, 2],
      ['7', 1, 2],
    ])
    expect(expected.map(({ title }) => title)).toEqual(rows.map((row) => row[1]))
  })

  test.each([18, 22, 26, 31, 37, 44])('titles of %i letters a line', (title) => {
    for (const lead of [11, 14, 18, 25]) {
      for (const time of [8, 15]) {
        expect(brief(read(flattened(heads, rows, [9, title, lead, lead + 5, time, time])))).toEqual(expected)
      }
    }
  })
})
