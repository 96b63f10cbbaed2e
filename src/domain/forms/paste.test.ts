import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlock, writeBlock } from './paste.ts'

describe('a block from Excel', () => {
  test.each([
    ['', []],
    ['5', [['5']]],
    [
      '4\t130\r\n3\t98\r\n',
      [
        ['4', '130'],
        ['3', '98'],
      ],
    ],
    [
      '4\t130\n3\t98',
      [
        ['4', '130'],
        ['3', '98'],
      ],
    ],
    ['1.234\t\t5', [['1.234', '', '5']]],
    ['1\t', [['1', '']]],
    ['\t1', [['', '1']]],
    ['1\n\n2', [['1'], [''], ['2']]],
    ['"Lớp 1\nsáng"\t4', [['Lớp 1\nsáng', '4']]],
    ['"a ""b"""\t1', [['a "b"', '1']]],
    ['"never closed\t1', [['"never closed', '1']]],
  ])('%j', (text, block) => {
    expect(readBlock(text)).toEqual(block)
  })

  test('what is copied out is read back the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', 'ễ', ' ') })
    const block = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
    fc.assert(
      fc.property(block, (rows) => {
        // An empty last row of one cell is nothing in a clipboard text.
        fc.pre(!(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''))
        expect(readBlock(writeBlock(rows))).toEqual(rows)
      }),
    )
  })

  test('a text of a million cells is cut, not hung on', () => {
    expect(readBlock('1\t2\n'.repeat(400_000)).length).toBe(5000)
  })
})
