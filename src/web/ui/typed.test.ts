import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { readTypedDate, readTypedNumber, typedDate, typedNumber } from './typed.ts'

describe('a typed number', () => {
  test.each([
    ['12.246', 12246],
    ['85,7', 85.7],
    ['0', 0],
    ['-3', -3],
    ['97,5%', 97.5],
    [' 1 234 567 ', 1234567],
  ])('%s is %d', (text, value) => {
    expect(readTypedNumber(text)).toEqual({ text, value, fault: false })
  })

  test('nothing typed is missing, and no fault', () => {
    expect(readTypedNumber('  ')).toEqual({ text: '  ', value: null, fault: false })
  })

  test.each(['12.24.6', 'mười', '1,2,3', '3 lớp'])('%s is a fault and no value', (text) => {
    expect(readTypedNumber(text)).toEqual({ text, value: null, fault: true })
  })

  test('zero and missing are written differently', () => {
    expect([typedNumber(0).text, typedNumber(null).text, typedNumber(12246).text]).toEqual([
      '0',
      '',
      '12.246',
    ])
  })
})

describe('a typed day', () => {
  test.each([
    ['05/09/2024', '2024-09-05'],
    ['5/9/2024', '2024-09-05'],
    ['05-09-2024', '2024-09-05'],
    ['05092024', '2024-09-05'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, iso) => {
    expect(readTypedDate(text)).toEqual({ text, value: localDate(iso), fault: false })
  })

  test.each(['31/02/2025', '29/02/2025', '5/9', 'hôm nay', '13/13/2024'])('%s is a fault', (text) => {
    expect(readTypedDate(text)).toEqual({ text, value: null, fault: true })
  })

  test('nothing typed is missing, and no fault', () => {
    expect(readTypedDate('')).toEqual({ text: '', value: null, fault: false })
    expect(typedDate(null)).toEqual({ text: '', value: null, fault: false })
  })
})
