import { describe, expect, test } from 'vitest'
import type { SheetGrid } from '#domain/units/sheet-grid.ts'
import { readShareSheet } from './share-sheet.ts'
import { noShare, notConcerned } from './shares.ts'
import type { Whole } from './whole.ts'

const count: Whole = { measure: 'count', least: 100, most: 100, strict: false, decimals: 0 }
const ratio: Whole = { measure: 'ratio', numerator: 5, denominator: 9, decimals: 0 }
const units = new Map([
  ['TH-A', 'a'],
  ['TH-B', 'b'],
  ['TH-C', 'c'],
])
const heads = ['Mã đơn vị *', 'Tên đơn vị', 'Chỉ tiêu giao', 'Không áp dụng (x)']
function sheet(...rows: string[][]): SheetGrid[] {
  return [
    {
      name: 'Giao chỉ tiêu',
      rows: rows.map((cells, index) => ({
        row: index + 3,
        cells: new Map(
          cells.map((text, at): [number, string] => [at + 1, text]).filter(([, text]) => text !== ''),
        ),
      })),
    },
  ]
}
const read = (...rows: string[][]) => readShareSheet(sheet(heads, ...rows), count, units)
const told = (...rows: string[][]) =>
  read(...rows).faults.map(({ row, column, reason }) => `${row}:${column} ${reason}`)

describe('a sheet of shares', () => {
  test('zero, missing and not concerned are three things', () => {
    expect(read(['TH-A', '', '0'], ['th-b', 'Tên khác', ''], ['TH-C', '', '', 'X'])).toEqual({
      faults: [],
      shares: [
        { unit: 'a', share: { ...noShare, value: 0 } },
        { unit: 'b', share: noShare },
        { unit: 'c', share: notConcerned },
      ],
    })
  })

  test.each<[string, string[][], string[]]>([
    ['a code that is not meant', [['TH-Z', '', '1']], ['4:1 unknown_code']],
    [
      'a code twice',
      [
        ['TH-A', '', '1'],
        ['TH-A', '', '2'],
      ],
      ['5:1 code_twice'],
    ],
    ['a row without a code', [['', 'Trường', '1']], ['4:1 required']],
    ['words for a number', [['TH-A', '', 'nhiều']], ['4:3 not_a_number']],
    ['half a pupil', [['TH-A', '', '1,5']], ['4:3 too_many_decimals']],
    ['below zero', [['TH-A', '', '-4']], ['4:3 negative']],
    ['a broken formula', [['TH-A', '', '#REF!']], ['4:3 cell_error']],
    ['an unknown mark', [['TH-A', '', '', 'hả']], ['4:4 not_a_mark']],
    ['a figure of one that is not concerned', [['TH-A', '', '5', 'x']], ['4:4 figure_and_not_concerned']],
    [
      'all of them, in the order of the rows',
      [
        ['TH-Z', '', 'a'],
        ['TH-A', '', '-1'],
      ],
      ['4:1 unknown_code', '4:3 not_a_number', '5:3 negative'],
    ],
    ['nothing at all', [], ['null:null no_rows']],
  ])('%s', (_fact, rows, expected) => {
    expect(told(...rows)).toEqual(expected)
  })

  test('of a ratio both figures are read', () => {
    const grids = sheet(['Mã đơn vị', 'Tử số', 'Mẫu số'], ['TH-A', '1.020', '1.000'], ['TH-B', '2', '3'])
    const { faults, shares } = readShareSheet(grids, ratio, units)
    expect(faults).toMatchObject([{ row: 4, column: 2, reason: 'part_over_whole' }])
    expect(shares[1]).toEqual({ unit: 'b', share: { ...noShare, numerator: 2, denominator: 3 } })
  })

  test('another sheet altogether', () => {
    const grids = [{ name: 'Sheet1', rows: [{ row: 1, cells: new Map([[1, 'Họ tên']]) }] }]
    expect(readShareSheet(grids, count, units).faults).toMatchObject([{ row: null, reason: 'sheet_missing' }])
  })
})
