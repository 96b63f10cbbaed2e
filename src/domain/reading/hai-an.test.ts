// Our own expectations for the annex of the Hải An plan 2024-2025, checked by eye against the document. Titles are its
// prose and are not repeated here: how many words, the first three and the last two, without accents.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fold } from '#domain/basics/text.ts'
import { readDocument } from './read-document.ts'
import type { Reading, ReadTask, Section } from './reading.ts'
import type { SourceLine } from './source.ts'

const file = '../shared/documents/hai-an-plan-2024-2025.txt'
const missing = existsSync('../shared') ? null : '../shared is not here'

function read(): Reading {
  const lines = readFileSync(file, 'utf8').split('\n')
  const blocks = lines.map(
    (text, index): SourceLine => ({
      kind: 'line',
      text,
      at: { line: index + 1 },
      number: null,
      page: null,
      role: 'body',
      style: {},
    }),
  )
  return readDocument({ format: 'text', blocks, notes: [] })
}

const gd = 'Phòng Giáo dục và Đào tạo'
const schools = 'các trường học'
const wards = 'Ủy ban nhân dân các phường'
const office = 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'
const th = 'Các trường Tiểu học'
const thcs = 'Các trường Trung học cơ sở'

type Expected = [
  no: number,
  words: number,
  first: string,
  last: string,
  lead: string[],
  coordinating: string[],
  start: string,
  finish: string,
]

const rows: Expected[] = [
  [
    1,
    26,
    'ra soat co',
    'hoc moi',
    ['Phòng Tài chính - Kế hoạch'],
    [gd, 'Ban Quản lý Dự án Đầu tư và Xây dựng quận', 'các phòng, ban có liên quan', wards],
    '2024-07',
    '2024-08',
  ],
  [2, 35, 'ra soat doi', 'hoc moi', ['Phòng Nội vụ'], [gd, schools], '2024-07', '2024-08'],
  [3, 22, 'xay dung ke', 'giao vien', [gd], ['Các trường học'], '2024-07', '2025-05'],
  [4, 7, 'xay dung ke', 'hoc 2024-2025', [gd], ['Các phòng, ban liên quan', schools], '2024-07', '2024-08'],
  [
    5,
    23,
    'kiem tra quy',
    'nha truong',
    ['Phòng Nội vụ'],
    ['Các phòng, ban liên quan', wards],
    '2024-07',
    '2025-06',
  ],
  [
    6,
    15,
    'kiem tra cong',
    'moi 2024-2025',
    [gd],
    ['Văn phòng HĐND-UBND', 'các phòng liên quan', 'UBND các phường', schools],
    '2024-07',
    '2024-08',
  ],
  [7, 17, 'huong dan thu', 'quy dinh.', ['Phòng Tài chính - Kế hoạch'], [gd], '2024-07', '2024-08'],
  [
    8,
    19,
    'kiem dinh danh',
    'thanh to',
    [gd],
    [
      'BCĐ xây dựng trường chuẩn Quốc gia quận',
      'Uỷ ban nhân dân phường Thành Tô',
      'trường Tiểu học Thành Tô',
    ],
    '2024-08',
    '2024-11',
  ],
  [
    9,
    19,
    'kiem tra tien',
    'quoc gia',
    [gd],
    [
      'Phòng TC-KH',
      'phòng Quản lý đô thị',
      'Ban Quản lý Dự án Đầu tư và Xây dựng quận',
      'UBND phường Thành Tô',
      'trường MN Thành Tô',
      'trường TH Thành Tô',
    ],
    '2024-08',
    '2025-05',
  ],
  [
    10,
    17,
    'giai phong mat',
    'tri moi',
    ['Uỷ ban nhân dân phường Đông Hải 2'],
    [
      'Ban Quản lý Dự án Đầu tư và Xây dựng',
      'Trung tâm Phát triển quỹ đất',
      'phòng Tài nguyên và Môi trường',
      'phòng Quản lý đô thị',
    ],
    '2024-08',
    '2025-05',
  ],
  [
    11,
    13,
    'kiem tra cac',
    'dia ban',
    [gd, wards],
    ['Các phòng ban, đơn vị liên quan', wards, 'các cơ sở giáo dục ngoài công lập'],
    '2024-08',
    '2025-06',
  ],
  [
    12,
    38,
    'kiem tra lien',
    'truong hoc',
    ['Công an quận', 'phòng Y tế'],
    [gd, 'phòng Kinh tế', schools],
    '2024-08',
    '2025-05',
  ],
  [
    13,
    6,
    'khai giang nam',
    'moi 2024-2025',
    [gd],
    ['Văn phòng Hội đồng nhân và Ủy ban nhân dân', wards, schools],
    '2024-09-05',
    '2024-09-05',
  ],
  [14, 15, 'trien khai ke', 'hoc 2024-2025', [gd], ['Các trường học'], '2024-09', '2024-09'],
  [
    15,
    20,
    'chi dao cac',
    'giao thong”',
    [gd],
    ['Phòng Quản lý đô thị', 'Công an', 'các ngành có liên quan', schools],
    '2024-09',
    '2024-09',
  ],
  [
    16,
    11,
    'chi dao cac',
    'nam 2024',
    ['Phòng Lao động - Thương binh và Xã hội'],
    [gd, wards, 'trường học'],
    '2024-09',
    '2024-09',
  ],
  [
    17,
    18,
    'huong dan cac',
    'hoc 2024-2025',
    ['Trưởng khối thi đua Mầm non', 'Trưởng khối thi đua Tiểu học', 'Trưởng khối thi đua Trung học cơ sở'],
    ['Phòng Nội vụ', gd, schools],
    '2024-09',
    '2024-10',
  ],
  [18, 15, 'chi dao cac', 'hoc 2024-2025', ['Phòng Nội vụ'], [gd, schools], '2024-09', '2024-10'],
  [19, 28, 'kiem tra cong', 'nha truong', [gd], ['Các trường học'], '2024-09', '2025-05'],
  [20, 17, 'chi dao cap', 'ky thuat', [gd], [thcs], '2024-10', '2024-10'],
  [21, 13, 'to chuc thi', 'cap quan', [gd], [th], '2024-10', '2024-11'],
  [22, 13, 'to chuc thi', 'cap quan', [gd], [thcs], '2024-11', '2024-12'],
  [23, 21, 'to chuc hoi', 'nam 20/11', [gd, office], ['Phòng Nội vụ', wards, schools], '2024-11', '2024-11'],
  [
    24,
    40,
    'to chuc kiem',
    'nam 2024.',
    [gd],
    ['Ban Chỉ đạo phổ cập quận', 'Ban Chỉ đạo phổ cập các phường'],
    '2024-11',
    '2024-12',
  ],
  [25, 13, 'to chuc kiem', 'nam hoc.', [gd], [th, thcs], '2024-12; 2025-05', '2024-12; 2025-05'],
  [26, 8, 'so ket hoc', 'hoc 2024-2025', [gd], ['Các trường học'], '2025-01', '2025-01'],
  [
    27,
    21,
    'xay dung ke',
    'nam 2025.',
    [gd],
    ['Ban Chỉ đạo phổ cập giáo dục quận', 'Ban Chỉ đạo phổ cập giáo dục phường', schools],
    '2025-01',
    '2025-01',
  ],
  [28, 13, 'to chuc giao', 'cap quan', [gd], [th, thcs], '2025-01', '2025-02'],
  [
    29,
    18,
    'kiem tra, danh',
    'nam 2024',
    [gd],
    ['Các phòng, đơn vị', 'Uỷ ban nhân dân các phường', 'các cơ sở giáo dục'],
    '2025-01',
    '2025-03',
  ],
  [30, 14, 'to chuc thi', 'cap quan', [gd], [th], '2025-02', '2025-03'],
  [31, 12, 'to chuc thi', 'cap quan', [gd], [th], '2025-03', '2025-04'],
  [32, 20, 'tham gia giao', 'dao tao', [gd], ['Các trường học'], '2025-03', '2025-04'],
  [33, 19, 'cac truong trung', 'co so', [gd], [thcs], '2025-04', '2025-05'],
  [
    34,
    14,
    'xay dung ke',
    'hoc 2025-2026',
    [gd],
    ['Phòng Nội vụ', 'Uỷ ban nhân dân các phường', schools],
    '2025-04',
    '2025-05',
  ],
  [35, 18, 'chi dao cac', 'chuyen cap', [gd], [th], '2025-05', '2025-05'],
  [36, 9, 'chi dao cac', 'nam hoc', [gd], ['Các nhà trường', wards], '2025-05', '2025-05'],
  [37, 13, 'kiem tra cong', 'mam non', [gd], ['Các trường mầm non'], '2025-05', '2025-05'],
  [38, 23, 'to chuc xet', 'pho thong', [gd], [thcs], '2025-05', '2025-06'],
  [
    39,
    24,
    'hoi dong thi',
    'hoc 2024-2025',
    ['Thường trực Hội đồng Thi đua - Khen thưởng quận'],
    [gd, office, schools],
    '2025-06',
    '2025-06',
  ],
  [
    40,
    18,
    'chi dao cong',
    'hoc 2025-2026',
    [gd, 'Phòng Nội vụ'],
    ['Phòng Tài chính - Kế hoạch', 'Phòng Quản lý đô thị', office, wards],
    '2025-06',
    '2025-07',
  ],
  [
    41,
    28,
    'thanh lap bcd',
    'nam 2025.',
    [gd],
    ['Các phòng ban, đơn vị liên quan', schools],
    '2025-05',
    '2025-07',
  ],
]

function printedTime(when: ReadTask['start']): string {
  if (when === null) return ''
  if (Array.isArray(when)) return when.map(printedTime).join('; ')
  return 'date' in when ? when.date : 'month' in when ? when.month : JSON.stringify(when)
}

describe.skipIf(missing !== null)(
  `the Hải An plan${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    const reading = missing === null ? read() : null
    const tasks = reading?.tasks ?? []

    test('its annex has 41 rows, in order, each sure', () => {
      expect(tasks.map((task) => task.no)).toEqual(rows.map(([no]) => String(no)))
      expect(tasks.filter((task) => task.confidence < 0.9)).toEqual([])
    })

    test.each(rows)('row %i', (no, words, first, last, lead, coordinating, start, finish) => {
      const task = tasks[no - 1]
      const title = fold(task?.title ?? '').split(' ')
      expect([title.length, title.slice(0, 3).join(' '), title.slice(-2).join(' ')]).toEqual([
        words,
        first,
        last,
      ])
      expect(task?.lead).toEqual(lead)
      expect(task?.coordinating).toEqual(coordinating)
      expect([printedTime(task?.start ?? null), printedTime(task?.finish ?? null)]).toEqual([start, finish])
      expect(task?.product).toBeNull()
    })

    test('rows and their cells are found where they stand', () => {
      expect(tasks[12]).toMatchObject({
        at: { line: 1983 },
        cells: {
          title: { line: 1983 },
          lead: { line: 1985 },
          coordinating: { line: 1991 },
          start: { line: 2003 },
          finish: { line: 2007 },
        },
        timeText: 'Ngày 05/9/2024',
      })
      expect(tasks[24]).toMatchObject({ at: { line: 2364 }, timeText: 'Tháng 12/2024; T5/2025' })
      expect(tasks[0]).toMatchObject({ at: { line: 1581 }, timeText: 'Tháng 7/2024 - Tháng 8/2024' })
    })

    test('what its header says, and that it has neither number nor date', () => {
      expect(reading?.document).toMatchObject({
        type: 'plan',
        number: null,
        date: null,
        issuer: 'Ủy ban nhân dân quận',
        schoolYear: '2024-2025',
        at: { title: { line: 3 }, issuer: { line: 15 } },
      })
      const title = fold(reading?.document.title ?? '').split(' ')
      expect([title.length, title.slice(0, 3).join(' '), title.slice(-2).join(' ')]).toEqual([
        14,
        'trien khai thuc',
        'hoc 2024-2025',
      ])
      expect(reading?.notFound).toEqual(['number', 'date'])
    })

    test('its sections as a tree', () => {
      const shape = (sections: readonly Section[]): string =>
        sections
          .map(
            (section) =>
              `${section.number}${section.children.length === 0 ? '' : ` [${shape(section.children)}]`}`,
          )
          .join(', ')
      const units = (number: string, letters: string): string =>
        `II.2.${number} [${[...letters].map((letter) => `II.2.${number}.${letter}`).join(', ')}]`
      const targets = 'II.1 [II.1.a, II.1.b, II.1.c, II.1.d, II.1.e, II.1.f, II.1.g, II.1.h, II.1.i]'
      const duties = [
        units('1', 'abcde'),
        units('2', 'abc'),
        units('3', 'ab'),
        'II.2.4',
        units('5', 'abcdef'),
        units('6', 'abcdefghi'),
        units('7', 'abc'),
        units('8', 'ab'),
        units('9', 'abcd'),
      ].join(', ')
      expect(shape(reading?.sections ?? [])).toBe(`I [I.1, I.2], II [${targets}, II.2 [${duties}]], III`)
      expect(reading?.sections[2]).toMatchObject({ title: 'TỔ CHỨC THỰC HIỆN', at: { line: 1499 } })
    })

    test('the legal documents that it cites, once each', () => {
      const laws = reading?.legalBases ?? []
      expect(laws).toHaveLength(51)
      expect(laws).toContainEqual({
        type: 'Nghị định',
        number: '71/2020/NĐ-CP',
        name: null,
        date: '2020-06-30',
        issuer: 'Chính phủ',
        citations: [{ line: 552 }],
      })
      expect(laws).toContainEqual({
        type: 'Chỉ thị',
        number: '1737/CT-BGDĐT',
        name: null,
        date: '2018-05-07',
        issuer: 'Bộ Giáo dục và Đào tạo',
        citations: [{ line: 473 }],
      })
      expect(laws.find((law) => law.number === '237/KH-UBND')?.citations).toEqual([
        { line: 9 },
        { line: 345 },
        { line: 779 },
      ])
      expect(laws.filter((law) => law.number === null).map((law) => law.name)).toContain(
        'Luật Giáo dục năm 2019',
      )
    })

    test('nothing is in doubt', () => {
      expect(reading?.problems).toEqual([])
    })
  },
)

describe.skipIf(missing !== null)('the Kiến An report', () => {
  test('hands out no tasks, and none are invented', () => {
    const lines = readFileSync('../shared/documents/kien-an-report-2022-2023.txt', 'utf8').split('\n')
    const blocks = lines.map(
      (text, index): SourceLine => ({
        kind: 'line',
        text,
        at: { line: index + 1 },
        number: null,
        page: null,
        role: 'body',
        style: {},
      }),
    )
    const reading = readDocument({ format: 'text', blocks, notes: [] })
    expect(reading.tasks).toEqual([])
    expect(reading.document).toMatchObject({
      type: 'report',
      number: null,
      date: null,
      issuer: 'Ủy ban nhân dân quận',
      schoolYear: '2022-2023',
    })
    expect(reading.notFound).toEqual(['number', 'date', 'targets', 'duties', 'tasks'])
  })
})
