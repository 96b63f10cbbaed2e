import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import {
  absoluteName,
  cellName,
  columnName,
  dateOfSerial,
  parseCellName,
  rangeName,
  serialOfDate,
} from './xlsx-cells.ts'

describe('addresses', () => {
  test.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('column %i is %s', (column, name) => {
    expect(columnName(column)).toBe(name)
    expect(parseCellName(`${name}7`)).toEqual({ row: 7, column })
  })

  test('are read in both cases; what is none is not', () => {
    expect(parseCellName('b12')).toEqual({ row: 12, column: 2 })
    for (const name of ['', 'A', '1', 'A0', 'A-1', '$A$1', 'ABCDE1', 'A1B', 'Á1', 'A12345678'])
      expect(parseCellName(name), name).toBeNull()
  })

  test('any cell is found again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_048_576 }),
        fc.integer({ min: 1, max: 16_384 }),
        (row, column) => {
          expect(parseCellName(cellName(row, column))).toEqual({ row, column })
        },
      ),
    )
  })

  test('of ranges, with the sheet quoted', () => {
    const range = { fromRow: 1, fromColumn: 1, toRow: 9, toColumn: 2 }
    expect(rangeName(range)).toBe('A1:B9')
    expect(absoluteName("Lớp '5' tuổi", range)).toBe("'Lớp ''5'' tuổi'!$A$1:$B$9")
  })
})

describe('dates', () => {
  test.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [45_540.75, false, '2024-09-05'],
    [2_958_465, false, '9999-12-31'],
    [0, true, '1904-01-01'],
    [44_078, true, '2024-09-05'],
  ])('%d (1904: %s) is %s', (serial, is1904, date) => {
    expect(dateOfSerial(serial, is1904)).toBe(date)
    if (!is1904) expect(serialOfDate(localDate(date))).toBe(Math.floor(serial))
  })

  test('the day that never was becomes the next; what is outside is none', () => {
    expect(dateOfSerial(60, false)).toBe('1900-03-01')
    for (const serial of [0, -1, 0.5, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])
      expect(dateOfSerial(serial, false), String(serial)).toBeNull()
  })
})
