import { describe, expect, test } from 'vitest'
import { type Direction, moved, openCells, placeBlock, type Position, type Shape } from './grid-moves.ts'

// Three rows of which the second is a total; the third column is computed.
const shape: Shape = { rows: 3, columns: 3, isOpen: ({ row, column }) => row !== 1 && column !== 2 }
const at = (row: number, column: number): Position => ({ row, column })

describe('moving', () => {
  test.each<[Position, Direction, Position | null]>([
    [at(0, 0), 'right', at(0, 1)],
    [at(0, 1), 'right', null],
    [at(0, 0), 'left', null],
    [at(0, 0), 'down', at(2, 0)],
    [at(2, 1), 'up', at(0, 1)],
    [at(0, 0), 'up', null],
    [at(2, 1), 'down', null],
    [at(0, 1), 'next', at(2, 0)],
    [at(2, 0), 'previous', at(0, 1)],
    [at(2, 1), 'next', null],
    [at(0, 0), 'previous', null],
    [at(2, 1), 'row_start', at(2, 0)],
    [at(2, 0), 'row_end', at(2, 1)],
    [at(2, 1), 'start', at(0, 0)],
    [at(0, 0), 'end', at(2, 1)],
  ])('from %o %s', (from, direction, to) => {
    expect(moved(from, direction, shape)).toEqual(to)
  })

  test('passes over totals and computed cells', () => {
    expect(openCells(shape)).toEqual([at(0, 0), at(0, 1), at(2, 0), at(2, 1)])
    expect(openCells({ rows: 0, columns: 0, isOpen: () => true })).toEqual([])
  })
})

describe('pasting', () => {
  const one = (row: number, column: number) => ({ from: at(row, column), to: at(row, column) })
  const placed = (block: string[][], range: { from: Position; to: Position }) => {
    const { cells, outside } = placeBlock(block, range, shape)
    return [cells.map((cell) => [cell.at.row, cell.at.column, cell.text]), outside]
  }

  test('lays a block over the rows as they are shown; totals keep their own', () => {
    expect(
      placed(
        [
          ['1', '2'],
          ['3', '4'],
          ['5', '6'],
        ],
        one(0, 0),
      ),
    ).toEqual([
      [
        [0, 0, '1'],
        [0, 1, '2'],
        [2, 0, '5'],
        [2, 1, '6'],
      ],
      0,
    ])
  })

  test('counts what falls outside, blanks aside', () => {
    expect(placed([['1', '2', '3', '4', '']], one(2, 1))).toEqual([[[2, 1, '1']], 2])
    expect(placed([['1'], ['2']], one(2, 0))).toEqual([[[2, 0, '1']], 1])
  })

  test('fills a selection with one text, and begins at its upper left corner with more', () => {
    const all = { from: at(2, 1), to: at(0, 0) }
    expect(placed([['7']], all)).toEqual([
      [
        [0, 0, '7'],
        [0, 1, '7'],
        [2, 0, '7'],
        [2, 1, '7'],
      ],
      0,
    ])
    expect(placed([['7', '8']], all)).toEqual([
      [
        [0, 0, '7'],
        [0, 1, '8'],
      ],
      0,
    ])
    expect(placed([], all)).toEqual([[], 0])
  })
})
