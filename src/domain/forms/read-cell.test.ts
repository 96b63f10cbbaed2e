import { describe, expect, test } from 'vitest'
import type { CellKind } from './form.ts'
import { cellFaultCaption, formatCell, readCell } from './read-cell.ts'

const count: CellKind = { kind: 'count', most: 20_000 }
const decimal: CellKind = { kind: 'decimal', decimals: 1, least: -5, most: 100 }

describe('what is typed', () => {
  test.each<[CellKind, string, number | null | string]>([
    [count, '', null],
    [count, '   ', null],
    [count, '0', 0],
    [count, '35', 35],
    [count, '1.234', 1234],
    [count, '1,234', 1234],
    [count, ' 12 246 ', 12_246],
    [count, '12,5', 'not_whole'],
    [count, '-1', 'below_least'],
    [count, '20.001', 'above_most'],
    [count, 'ba mươi', 'not_a_number'],
    [count, '35 em', 'not_a_number'],
    [decimal, '85,7', 85.7],
    [decimal, '85,75', 'too_many_decimals'],
    [decimal, '-5', -5],
    [decimal, '-5,1', 'below_least'],
    [decimal, '100', 100],
    [decimal, '100,1', 'above_most'],
  ])('%o %j', (kind, written, expected) => {
    const read = readCell(kind, written)
    expect(read.ok ? read.value : read.reason).toBe(expected)
    if (!read.ok) expect(cellFaultCaption(read.reason, kind).vi).not.toBe('')
  })

  test('is shown as it is written in Vietnam; missing is empty, zero is not', () => {
    expect([
      formatCell(count, 12_246),
      formatCell(decimal, 85.7),
      formatCell(count, 0),
      formatCell(count, null),
      formatCell(count, 'na'),
    ]).toEqual(['12.246', '85,7', '0', '', ''])
  })
})
