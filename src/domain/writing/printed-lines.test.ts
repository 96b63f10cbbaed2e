import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { samplePlan } from './official-document-samples.ts'
import {
  printedAddressees,
  printedAnnexReference,
  printedBases,
  printedDate,
  printedNumber,
  printedPlaceAndDate,
  printedRecipients,
} from './printed-lines.ts'

describe('number and symbol', () => {
  test.each([
    [null, 'Số:      /KH-UBND'],
    ['', 'Số:      /KH-UBND'],
    ['9', 'Số: 09/KH-UBND'],
    ['09', 'Số: 09/KH-UBND'],
    ['10', 'Số: 10/KH-UBND'],
    ['12a', 'Số: 12a/KH-UBND'],
    ['1078', 'Số: 1078/KH-UBND'],
  ])('%j is printed %j', (text, printed) => {
    expect(printedNumber({ text, symbol: 'KH-UBND' })).toBe(printed)
  })
})

describe('place and date', () => {
  test('a day below 10 and the months 1 and 2 have a leading zero, month 6 has none', () => {
    expect(printedDate(localDate('2025-01-05'))).toBe('ngày 05 tháng 01 năm 2025')
    expect(printedDate(localDate('2025-02-28'))).toBe('ngày 28 tháng 02 năm 2025')
    expect(printedDate(localDate('2025-06-10'))).toBe('ngày 10 tháng 6 năm 2025')
  })

  test('what is not known is left blank', () => {
    expect(printedDate(null, 2025)).toBe('ngày     tháng     năm 2025')
    expect(printedDate(null)).toBe('ngày     tháng     năm 20    ')
    expect(printedPlaceAndDate(samplePlan())).toBe('Hải An, ngày     tháng     năm 2024')
  })
})

describe('bases', () => {
  test('end with a semicolon, the last with a full stop, whatever was typed', () => {
    expect(printedBases(['Căn cứ A', 'Căn cứ B.', 'Căn cứ C ;  '])).toEqual([
      'Căn cứ A;',
      'Căn cứ B;',
      'Căn cứ C.',
    ])
  })

  test('of none are none, and empty lines are dropped', () => {
    expect(printedBases([])).toEqual([])
    expect(printedBases(['', ' ; '])).toEqual([])
  })
})

describe('recipients', () => {
  const printed = (recipients: string[], addressedTo: string[] = []) =>
    printedRecipients({ recipients, addressedTo })

  test('close with the archive, wherever it was put, and get one where it was forgotten', () => {
    expect(printed(['Lưu: VT, PGDĐT.', '- Sở GD&ĐT;'])).toEqual(['- Sở GD&ĐT;', '- Lưu: VT, PGDĐT.'])
    expect(printed([])).toEqual(['- Lưu: VT.'])
  })

  test('open with "Như trên" where the document is addressed to somebody', () => {
    expect(printed(['Lưu: VT'], ['Sở GD&ĐT'])).toEqual(['- Như trên;', '- Lưu: VT.'])
    expect(printed(['UBND quận', 'Như trên', 'Lưu: VT'], ['Sở'])).toEqual([
      '- Như trên;',
      '- UBND quận;',
      '- Lưu: VT.',
    ])
  })

  test('do not take a recipient named Lưu for the archive', () => {
    expect(printed(['Lưu trữ lịch sử thành phố', 'Lưu: VT'])).toEqual([
      '- Lưu trữ lịch sử thành phố;',
      '- Lưu: VT.',
    ])
  })

  test('addressees are one per line', () => {
    expect(printedAddressees(['Sở A', '- Sở B;'])).toEqual(['- Sở A;', '- Sở B.'])
    expect(printedAddressees([])).toEqual([])
  })
})

describe('the reference of an annex', () => {
  const issued = samplePlan({ number: { text: '9', symbol: 'KH-UBND' }, date: localDate('2024-08-30') })

  test('is filled in as far as it is known', () => {
    expect(printedAnnexReference(issued)).toBe(
      '(Kèm theo Kế hoạch số 09/KH-UBND ngày 30 tháng 8 năm 2024 của Ủy ban nhân dân quận Hải An)',
    )
  })

  test('stays blank before the number is given, and in an electronic document', () => {
    const blank =
      '(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng     năm 2024 của Ủy ban nhân dân quận Hải An)'
    expect(printedAnnexReference(samplePlan())).toBe(blank)
    expect(printedAnnexReference({ ...issued, electronic: true })).toBe(blank)
  })

  test('takes the printed name where no other is known', () => {
    const { nameInText: _, ...issuer } = issued.issuer
    expect(
      printedAnnexReference({ ...issued, issuer: { ...issuer, name: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN' } }),
    ).toContain('của ỦY BAN NHÂN DÂN QUẬN HẢI AN)')
  })
})
