import { describe, expect, test } from 'vitest'
import { readDocument } from '#domain/reading/read-document.ts'
import { craftXlsx } from './crafted-zip.ts'
import { readSource } from './read-source.ts'
import { readXlsxAsDocument } from './xlsx-source.ts'

type Row = readonly (string | number | null)[]

function sheetOf(rows: readonly Row[], merges: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const cells = (row: Row, index: number): string =>
    row
      .map((value, column) => {
        const name = `${String.fromCharCode(65 + column)}${index + 1}`
        if (value === null) return ''
        return typeof value === 'number'
          ? `<c r="${name}"><v>${value}</v></c>`
          : `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`
      })
      .join('')
  const body = rows.map((row, index) => `<row r="${index + 1}">${cells(row, index)}</row>`).join('')
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  return craftXlsx(
    `<sheetData>${body}</sheetData>${merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`}`,
  )
}

const annex = sheetOf(
  [
    ['PHỤ LỤC', null, null, null, null, null],
    ['Phân công nhiệm vụ năm học 2025-2026'],
    ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian', null],
    [null, null, null, null, 'Bắt đầu', 'Hoàn thành'],
    [1, 'Khai giảng', 'Các trường học', 'Công an xã', 'Tháng 9/2025', 'Tháng 9/2025'],
    [2, 'Kiểm tra nội bộ', 'Phòng Văn hóa - Xã hội', null, 'Tháng 10/2025', 'Tháng 5/2026'],
    ['Ghi chú: có thể điều chỉnh.'],
  ],
  ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3'],
)

describe('an annex kept in Excel', () => {
  test('is a table between the lines above and below it, each with its sheet, row and column', () => {
    const { format, blocks } = readXlsxAsDocument(annex, 'phu-luc.xlsx')
    expect(format).toBe('xlsx')
    expect(blocks.map((block) => [block.kind, block.at])).toEqual([
      ['paragraph', { table: 1, row: 1, column: 1 }],
      ['paragraph', { table: 1, row: 2, column: 1 }],
      ['table', { table: 1, row: 3, column: 1 }],
      ['paragraph', { table: 1, row: 7, column: 1 }],
    ])
  })

  test('hands out its tasks', async () => {
    const { tasks, problems } = readDocument(await readSource(annex, 'phu-luc.xlsx'))
    expect(problems).toEqual([])
    expect(tasks).toMatchObject([
      {
        no: '1',
        title: 'Khai giảng',
        lead: ['Các trường học'],
        coordinating: ['Công an xã'],
        start: { month: '2025-09' },
        finish: { month: '2025-09' },
        at: { table: 1, row: 5, column: 1 },
      },
      { no: '2', lead: ['Phòng Văn hóa - Xã hội'], coordinating: [], finish: { month: '2026-05' } },
    ])
  })

  test.for<[string, Row[], unknown]>([
    ['nothing in it', [], []],
    ['a single cell', [['Kế hoạch']], [['paragraph', 'Kế hoạch']]],
    ['zero is printed, an empty cell is none', [['a', 0, '']], [['table', ['a', '0']]]],
  ])('%s', ([, rows, expected]) => {
    const { blocks } = readXlsxAsDocument(sheetOf(rows), 'a.xlsx')
    expect(
      blocks.map((block) =>
        block.kind === 'table'
          ? ['table', block.rows.flatMap((row) => row.cells.map((cell) => cell.text))]
          : ['paragraph', block.text],
      ),
    ).toEqual(expected)
  })
})
