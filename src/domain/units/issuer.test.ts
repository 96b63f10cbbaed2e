import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import {
  chooseSigner,
  type IssuerProfile,
  issuerFaults,
  type Signer,
  signersOn,
  suggestIssuer,
} from './issuer.ts'
import { facts } from './sample-units.ts'

const chair: Signer = {
  authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  name: 'Trần Văn Bình',
  title: 'Chủ tịch',
  validFrom: localDate('2021-07-01'),
  validTo: localDate('2024-05-01'),
}
const deputy: Signer = {
  authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  name: 'Lê Thị Cúc',
  title: 'Phó Chủ tịch',
  validFrom: localDate('2022-01-01'),
  validTo: null,
}
const profile: IssuerProfile = {
  printedName: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN',
  superior: null,
  place: 'Hải An',
  symbolSuffix: 'UBND',
  signers: [chair, deputy],
  recipients: ['UBND thành phố', 'Lưu: VT, GDĐT'],
}

describe('who signs', () => {
  test.each([
    ['2021-06-30', null],
    ['2021-07-01', 'Trần Văn Bình'],
    ['2024-04-30', 'Trần Văn Bình'],
    ['2024-05-01', 'Lê Thị Cúc'],
  ])('on %s: %s', (day, name) => {
    expect(chooseSigner(profile, localDate(day))?.name ?? null).toBe(name)
  })

  test('another than the first can be chosen, but nobody who may not sign on the day', () => {
    expect(chooseSigner(profile, localDate('2024-01-01'), 'Lê Thị Cúc')?.authority).toEqual(deputy.authority)
    expect(chooseSigner(profile, localDate('2024-06-01'), 'Trần Văn Bình')).toBeNull()
    expect(chooseSigner({ signers: [] }, localDate('2024-06-01'))).toBeNull()
    expect(signersOn(profile, localDate('2023-01-01'))).toHaveLength(2)
  })
})

describe('what a profile must say', () => {
  test('the profile of a committee has no faults', () => {
    expect(issuerFaults(profile)).toEqual([])
  })

  test.each(['UBND', 'UBND-VX', 'TMN', 'PGDĐT', 'THCS1', 'TC&KH'])('%s is a suffix', (symbolSuffix) => {
    expect(issuerFaults({ ...profile, symbolSuffix })).toEqual([])
  })

  test.each(['', ' ', 'UBND VX', 'UBND - VX', '-UBND', 'UBND-', '/UBND'])(
    '%j is no suffix',
    (symbolSuffix) => {
      expect(issuerFaults({ ...profile, symbolSuffix })).toEqual([{ reason: 'suffix_malformed' }])
    },
  )

  test('every fault is named with its signer', () => {
    const broken: Signer = {
      authority: [' '],
      name: '',
      title: '',
      validFrom: localDate('2024-01-01'),
      validTo: localDate('2024-01-01'),
    }
    expect(
      issuerFaults({
        printedName: ' ',
        superior: null,
        place: '',
        symbolSuffix: 'UBND',
        signers: [deputy, broken],
        recipients: [''],
      }),
    ).toEqual([
      { reason: 'printed_name_missing' },
      { reason: 'place_missing' },
      { reason: 'recipient_empty' },
      { reason: 'signer_name_missing', signer: 1 },
      { reason: 'authority_missing', signer: 1 },
      { reason: 'ends_before_it_begins', signer: 1 },
    ])
  })
})

describe('a profile to begin with', () => {
  const ward = facts({
    kind: 'ward',
    tier: 'commune',
    officialName: 'Ủy ban nhân dân phường Hải An',
    shortName: 'UBND phường Hải An',
    place: 'Hải An',
  })

  test('a committee prints no superior and breaks its name after the first words', () => {
    expect(suggestIssuer(ward, null)).toEqual({
      printedName: 'ỦY BAN NHÂN DÂN\nPHƯỜNG HẢI AN',
      superior: null,
      place: 'Hải An',
      symbolSuffix: 'UBND',
      signers: [],
      recipients: [],
    })
  })

  test('a school prints the committee above it', () => {
    const school = facts({
      kind: 'school',
      levels: ['preschool'],
      officialName: 'Trường Mầm non Cát Bi',
      shortName: 'MN Cát Bi',
      place: null,
    })
    expect(suggestIssuer(school, ward)).toMatchObject({
      printedName: 'TRƯỜNG MẦM NON CÁT BI',
      superior: 'UBND PHƯỜNG HẢI AN',
      place: 'Hải An',
      symbolSuffix: '',
    })
  })
})
