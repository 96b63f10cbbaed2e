import { describe, expect, test } from 'vitest'
import type { Column, Table } from './official-document.ts'
import { lineText, printTable, tableHead } from './printed-table.ts'

const column = (title: string, more: Partial<Column> = {}): Column => ({
  title,
  width: 1,
  align: 'left',
  ...more,
})
const table = (more: Partial<Table>): Table => ({
  kind: 'table',
  columns: [column('A'), column('B')],
  rows: [],
  ...more,
})

describe('the head of a table', () => {
  test('is one row without groups', () => {
    expect(tableHead({ columns: [column('A'), column('B')] })).toEqual([
      [
        { text: 'A', bold: true, column: 0, colSpan: 1, rowSpan: 1 },
        { text: 'B', bold: true, column: 1, colSpan: 1, rowSpan: 1 },
      ],
    ])
  })

  test('has a shared cell above neighbours of one group, and cells through both rows beside it', () => {
    const columns = [
      column('TT'),
      column('Bắt đầu', { group: 'Thời gian' }),
      column('Hoàn thành', { group: 'Thời gian' }),
    ]
    const head = tableHead({ columns, columnNumbers: true })
    expect(
      head.map((row) => row.map((cell) => [cell.text, cell.column, cell.colSpan, cell.rowSpan])),
    ).toEqual([
      [
        ['TT', 0, 1, 2],
        ['Thời gian', 1, 2, 1],
      ],
      [
        ['Bắt đầu', 1, 1, 1],
        ['Hoàn thành', 2, 1, 1],
      ],
      [
        ['1', 0, 1, 1],
        ['2', 1, 1, 1],
        ['3', 2, 1, 1],
      ],
    ])
  })

  test('keeps two groups apart that stand side by side, and one group apart that is interrupted', () => {
    const names = (columns: Column[]) => tableHead({ columns })[0]?.map((cell) => cell.text)
    expect(names([column('a', { group: 'X' }), column('b', { group: 'Y' })])).toEqual(['X', 'Y'])
    expect(names([column('a', { group: 'X' }), column('b'), column('c', { group: 'X' })])).toEqual([
      'X',
      'b',
      'X',
    ])
  })
})

describe('a printed table', () => {
  test('fills the width by weight', () => {
    const printed = printTable(
      table({ columns: [column('A', { width: 1 }), column('B', { width: 3 })] }),
      400,
    )
    expect(printed.widths).toEqual([100, 300])
  })

  test('gives a column the room of its longest word, and still fills the width', () => {
    const columns = [column('Ngày', { width: 0.01 }), column('B', { width: 3 })]
    const printed = printTable(table({ columns, rows: [['Ngày 05/09/2024', 'x']] }), 400)
    expect(printed.widths[0]).toBeGreaterThan(60)
    expect(printed.widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(400, 6)
  })

  test('takes a width of 0 or none for 1', () => {
    const columns = [column('A', { width: 0 }), column('B', { width: Number.NaN })]
    expect(printTable(table({ columns }), 200).widths).toEqual([100, 100])
  })

  test('is set smaller where its words do not fit otherwise, never below 10', () => {
    const wide = (count: number, word: string) =>
      printTable(
        table({
          columns: Array.from({ length: count }, () => column('A')),
          rows: [Array.from({ length: count }, () => word)],
        }),
        450,
      )
    expect(wide(6, '1.234.567').fontSize).toBe(12)
    expect(wide(8, '1.234.567').fontSize).toBe(11)
    expect(wide(40, '1.234.567').fontSize).toBe(10)
    expect(printTable(table({ fontSize: 13 }), 450).fontSize).toBe(13)
  })

  test('says so where it has no rows', () => {
    const texts = printTable(table({}), 400).rows.map((row) =>
      row.cells.map((cell) => cell.lines.map(lineText).join()),
    )
    expect(texts).toEqual([['Không có']])
    expect(printTable(table({ emptyText: 'Không có trường nào' }), 400).rows[0]?.cells[0]?.colSpan).toBe(2)
  })

  test('fills a row that is too short and refuses one that is too long', () => {
    expect(printTable(table({ rows: [['x']] }), 400).rows[0]?.cells).toHaveLength(2)
    expect(() => printTable(table({ rows: [['x', 'y', 'z']] }), 400)).toThrow(RangeError)
    expect(() => printTable(table({ rows: [[{ runs: [], colSpan: 3 }]] }), 400)).toThrow(RangeError)
  })

  test('keeps short rows whole and lets long ones go over the page', () => {
    const printed = printTable(
      table({
        rows: [
          ['x', 'y'],
          ['x', 'một đoạn dài '.repeat(80)],
        ],
      }),
      400,
    )
    expect(printed.rows.map((row) => row.short)).toEqual([true, false])
  })

  test('breaks a cell at its line breaks and prints the totals bold', () => {
    const printed = printTable(table({ rows: [['a\nb', '1']], totals: ['Cộng', '1'] }), 400)
    expect(printed.rows[0]?.cells[0]?.lines.map(lineText)).toEqual(['a', 'b'])
    expect(printed.rows[1]?.cells.map((cell) => cell.lines[0]?.[0]?.bold)).toEqual([true, true])
  })
})
