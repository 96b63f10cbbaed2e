import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildNameIndex, matchName } from './match.ts'
import { nameReader, nameWords } from './name-words.ts'
import { id, school, state } from './sample-units.ts'

const city = state('city', {
  kind: 'committee',
  tier: 'province',
  officialName: 'Ủy ban nhân dân thành phố Hải Phòng',
  shortName: 'UBND thành phố',
  place: 'thành phố Hải Phòng',
})
const haiAn = state('haiAn', {
  kind: 'committee',
  tier: 'district',
  parentId: id('city'),
  officialName: 'Ủy ban nhân dân quận Hải An',
  shortName: 'UBND quận Hải An',
  place: 'quận Hải An',
})
const kienAn = state('kienAn', {
  kind: 'committee',
  tier: 'district',
  parentId: id('city'),
  officialName: 'Ủy ban nhân dân quận Kiến An',
  shortName: 'UBND quận Kiến An',
  place: 'quận Kiến An',
})

function office(
  key: string,
  name: string,
  parent = 'haiAn',
  place = 'quận Hải An',
  kind: 'office' | 'agency' | 'body' | 'group' = 'office',
) {
  return state(key, { kind, parentId: id(parent), officialName: `${name} ${place}`, shortName: name })
}

function ward(key: string, name: string, parent = 'haiAn') {
  return state(key, {
    kind: 'ward',
    tier: 'commune',
    parentId: id(parent),
    officialName: `Ủy ban nhân dân phường ${name}`,
    shortName: `UBND phường ${name}`,
    place: `phường ${name}`,
  })
}

const words = {
  preschool: ['Mầm non', 'MN'],
  primary: ['Tiểu học', 'TH'],
  lower_secondary: ['Trung học cơ sở', 'THCS'],
} as const

function schoolCalled(key: string, level: keyof typeof words, name: string, parent = 'haiAn') {
  return state(
    key,
    school({
      parentId: id(parent),
      levels: [level],
      officialName: `Trường ${words[level][0]} ${name}`,
      shortName: `${words[level][1]} ${name}`,
    }),
  )
}

const states = [
  city,
  haiAn,
  kienAn,
  office('gd', 'Phòng Giáo dục và Đào tạo'),
  office('gdKienAn', 'Phòng Giáo dục và Đào tạo', 'kienAn', 'quận Kiến An'),
  office('tckh', 'Phòng Tài chính - Kế hoạch'),
  office('noiVu', 'Phòng Nội vụ'),
  office('qldt', 'Phòng Quản lý đô thị'),
  office('ldtbxh', 'Phòng Lao động - Thương binh và Xã hội'),
  office('tnmt', 'Phòng Tài nguyên và Môi trường'),
  office('vanPhong', 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'),
  office('soGd', 'Sở Giáo dục và Đào tạo', 'city', 'thành phố Hải Phòng'),
  office('soNoiVu', 'Sở Nội vụ', 'city', 'thành phố Hải Phòng'),
  office('congAn', 'Công an', 'haiAn', 'quận Hải An', 'agency'),
  office('yTe', 'Trung tâm Y tế', 'haiAn', 'quận Hải An', 'agency'),
  office('phoCap', 'Ban Chỉ đạo phổ cập giáo dục', 'haiAn', 'quận Hải An', 'body'),
  office('khoiMn', 'Khối thi đua Mầm non', 'haiAn', 'quận Hải An', 'group'),
  ward('catBi', 'Cát Bi'),
  ward('dongHai1', 'Đông Hải 1'),
  ward('dongHai2', 'Đông Hải 2'),
  ward('namHai', 'Nam Hải'),
  ward('vanDau', 'Văn Đẩu', 'kienAn'),
  ...['catBi', 'dongHai1'].flatMap((key) => {
    const place = key === 'catBi' ? 'phường Cát Bi' : 'phường Đông Hải 1'
    return [
      office(`${key}CongAn`, 'Công an', key, place, 'agency'),
      office(`${key}PhoCap`, 'Ban Chỉ đạo phổ cập giáo dục', key, place, 'body'),
    ]
  }),
  schoolCalled('mnThanhTo', 'preschool', 'Thành Tô'),
  schoolCalled('thThanhTo', 'primary', 'Thành Tô'),
  schoolCalled('thNamHa', 'primary', 'Nam Hà', 'kienAn'),
  schoolCalled('thcsNamHa', 'lower_secondary', 'Nam Hà', 'kienAn'),
  schoolCalled('mnCatBi', 'preschool', 'Cát Bi'),
  schoolCalled('mn83', 'preschool', '8/3', 'kienAn'),
]
const index = buildNameIndex(states)

function best(written: string, issuer = 'haiAn'): string {
  const target = matchName(index, written, { issuerId: id(issuer) }).best?.target
  return target === undefined ? '—' : 'unit' in target ? target.unit : JSON.stringify(target.audience.any)
}

describe('a unit by its name', () => {
  test.each<[string, string]>([
    ['Phòng Giáo dục và Đào tạo', 'gd'],
    ['phòng giáo dục và đào tạo', 'gd'],
    ['PHÒNG GIÁO DỤC VÀ ĐÀO TẠO', 'gd'],
    ['Phòng GD&ĐT', 'gd'],
    ['Phòng GD & ĐT', 'gd'],
    ['phòng GDĐT', 'gd'],
    ['Phòng GD-ĐT', 'gd'],
    ['PGD&ĐT', 'gd'],
    ['Phòng Giáo dục - Đào tạo quận Hải An', 'gd'],
    ['Phòng TC-KH', 'tckh'],
    ['phòng TCKH', 'tckh'],
    ['Phòng QLĐT', 'qldt'],
    ['Phòng LĐ-TB&XH', 'ldtbxh'],
    ['Phòng Lao động Thương binh và Xã hội', 'ldtbxh'],
    ['Phòng TN&MT', 'tnmt'],
    ['phòng Nội vụ', 'noiVu'],
    ['Sở GD&ĐT Hải Phòng', 'soGd'],
    ['Sở Nội vụ', 'soNoiVu'],
    ['Công an', 'congAn'],
    ['Công an quận', 'congAn'],
    ['Công an phường Cát Bi', 'catBiCongAn'],
    ['TTYT quận', 'yTe'],
    ['Uỷ ban nhân dân phường Cát Bi', 'catBi'],
    ['Ủy ban nhân dân phường Cát Bi', 'catBi'],
    ['UBND P. Cát Bi', 'catBi'],
    ['UBND phường Đông Hải 2', 'dongHai2'],
    ['UBND phường Đông Hải II', 'dongHai2'],
    ['UBND quận', 'haiAn'],
    ['UBND thành phố', 'city'],
    ['trường MN Thành Tô', 'mnThanhTo'],
    ['Trường Tiểu học Thành Tô', 'thThanhTo'],
    ['TH Thành Tô', 'thThanhTo'],
    ['Mầm non 8-3', 'mn83'],
    ['Trưởng khối thi đua Mầm non', 'khoiMn'],
    ['BCĐ phổ cập giáo dục quận', 'phoCap'],
  ])('%s', (written, expected) => expect(best(written)).toBe(expected))

  test('is sure where nothing speaks against it', () => {
    for (const written of [
      'Phòng GD&ĐT',
      'Công an quận',
      'TH Thành Tô',
      'Uỷ ban nhân dân phường Cát Bi',
      'Phòng Nội vụ quận Hải An',
    ]) {
      expect(matchName(index, written, { issuerId: id('haiAn') }).best?.score).toBeGreaterThanOrEqual(0.85)
    }
  })

  test('a primary school is not the lower secondary school of the same name', () => {
    const { best: found, candidates } = matchName(index, 'TH Nam Hà', { issuerId: id('kienAn') })
    expect(found).toMatchObject({ target: { unit: 'thNamHa' }, score: 1, why: 'name' })
    expect(
      candidates.find((one) => 'unit' in one.target && one.target.unit === 'thcsNamHa')?.score ?? 0,
    ).toBeLessThan(0.5)
    expect(best('THCS Nam Hà', 'kienAn')).toBe('thcsNamHa')
    expect(best('Tiểu học Nam Hà', 'kienAn')).toBe('thNamHa')
  })

  test('a place alike in letters is another place', () => {
    const { best: found } = matchName(index, 'UBND phường Nam Hà', { issuerId: id('haiAn') })
    expect(found === null || found.score < 0.85).toBe(true)
    expect(
      matchName(index, 'UBND phường Đông Hải 3', { issuerId: id('haiAn') }).best?.score ?? 0,
    ).toBeLessThan(0.85)
  })

  test('typing mistakes and a missing word still lead there', () => {
    expect(best('Văn phòng Hội đồng nhân và Ủy ban nhân dân')).toBe('vanPhong')
    expect(
      matchName(index, 'Văn phòng Hội đồng nhân và Ủy ban nhân dân', { issuerId: id('haiAn') }).best?.score,
    ).toBeGreaterThanOrEqual(0.85)
    expect(best('Văn phòng HĐND-UBND')).toBe('vanPhong')
    expect(best('Trường Mầm non Thahnh Tô')).toBe('mnThanhTo')
    expect(best('Phòng Giáo duc và Đao tạo')).toBe('gd')
    expect(best('Phòng Quản lý đôthị')).toBe('qldt')
    expect(best('Trường Mầm nonThành Tô')).not.toBe('thThanhTo')
  })
})

describe('of two alike', () => {
  test('the one of the authority that wrote it is meant', () => {
    expect(best('Phòng GD&ĐT', 'haiAn')).toBe('gd')
    expect(best('Phòng GD&ĐT', 'kienAn')).toBe('gdKienAn')
    expect(best('Phòng GD&ĐT', 'gdKienAn')).toBe('gdKienAn')
  })

  test('none is chosen when nobody says who wrote it; both are offered', () => {
    const { best: found, candidates } = matchName(index, 'Phòng GD&ĐT')
    expect(found).toBeNull()
    expect(candidates.slice(0, 2).map((one) => ('unit' in one.target ? one.target.unit : ''))).toEqual(
      expect.arrayContaining(['gd', 'gdKienAn']),
    )
  })
})

describe('generic names', () => {
  const wards = JSON.stringify([{ kinds: ['ward'], under: 'haiAn' }])
  const schools = JSON.stringify([{ kinds: ['school'], under: 'haiAn' }])
  test.each<[string, string]>([
    ['UBND các phường', wards],
    ['Ủy ban nhân dân các phường, xã', wards],
    ['các phường', wards],
    ['các trường học', schools],
    ['Các nhà trường', schools],
    ['trường học', schools],
    ['Các trường Tiểu học', JSON.stringify([{ kinds: ['school'], levels: ['primary'], under: 'haiAn' }])],
    [
      'các trường MN, TH',
      JSON.stringify([{ kinds: ['school'], levels: ['preschool', 'primary'], under: 'haiAn' }]),
    ],
    ['các cơ sở giáo dục', JSON.stringify([{ kinds: ['school', 'independent_class'], under: 'haiAn' }])],
    [
      'các cơ sở giáo dục ngoài công lập',
      JSON.stringify([
        { kinds: ['school', 'independent_class'], ownership: ['private', 'people_founded'], under: 'haiAn' },
      ]),
    ],
    [
      'các trường mầm non công lập trên địa bàn quận',
      JSON.stringify([{ kinds: ['school'], levels: ['preschool'], ownership: ['public'], under: 'haiAn' }]),
    ],
  ])('%s', (written, expected) => {
    expect(best(written)).toBe(expected)
    expect(matchName(index, written, { issuerId: id('haiAn') }).best?.score).toBeGreaterThanOrEqual(0.85)
  })

  test('offices and agencies are meant by name, so that those of the wards are left out', () => {
    expect(best('các phòng, ban có liên quan')).toBe(
      JSON.stringify([{ units: ['gd', 'tckh', 'noiVu', 'qldt', 'ldtbxh', 'tnmt', 'vanPhong'] }]),
    )
    expect(best('các phòng ban, đơn vị liên quan')).toContain('yTe')
    expect(best('các phòng ban, đơn vị liên quan')).not.toContain('catBiCongAn')
    expect(best('các ngành có liên quan')).toBe(JSON.stringify([{ units: ['congAn', 'yTe'] }]))
  })

  test('a body of each ward', () => {
    expect(best('Ban Chỉ đạo phổ cập giáo dục các phường')).toBe(
      JSON.stringify([{ units: ['catBiPhoCap', 'dongHai1PhoCap'] }]),
    )
    expect(best('Ban Chỉ đạo phổ cập giáo dục phường')).toBe(
      JSON.stringify([{ units: ['catBiPhoCap', 'dongHai1PhoCap'] }]),
    )
  })

  test('a name that was cut is not taken for a rule', () => {
    expect(matchName(index, 'Phòng', { issuerId: id('haiAn') }).best?.score ?? 0).toBeLessThan(0.85)
    expect(matchName(index, 'Trường Mầm non', { issuerId: id('haiAn') }).best?.score ?? 0).toBeLessThan(0.85)
  })
})

describe('what names nobody', () => {
  test.each(['', '   ', '---', 'Xưởng đóng tàu Bạch Đằng', '42'])('%j has no match', (written) => {
    expect(matchName(index, written, { issuerId: id('haiAn') }).best).toBeNull()
  })

  test('an empty index and an unknown issuer answer nothing', () => {
    expect(matchName(buildNameIndex([]), 'Phòng Nội vụ')).toEqual({ best: null, candidates: [] })
    expect(matchName(index, 'Phòng Nội vụ', { issuerId: id('nobody') }).best?.target).toEqual({
      unit: 'noiVu',
    })
  })

  test('a reader that remembers words reads every name as it is read alone', () => {
    const read = nameReader()
    const names = [
      'UBND quận Hải An',
      'Trường TH&THCS số II',
      'BCĐ\u00a0PCGD,\ufeffXMC',
      'Hà\ufeffNội',
      '',
      ' và ',
    ]
    expect(names.map(read)).toEqual(names.map(nameWords))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        expect(read(written)).toEqual(nameWords(written))
      }),
    )
  })

  test('any text is answered, scores lie between 0 and 1, and every unit offered exists', () => {
    const known = new Set(states.map((one) => one.unitId))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc
            .array(
              fc.constantFrom(
                'Phòng',
                'các',
                'trường',
                'TH',
                'UBND',
                'phường',
                'Cát',
                'Bi',
                'và',
                ',',
                '2',
                'quận',
              ),
              { maxLength: 12 },
            )
            .map((parts) => parts.join(' ')),
        ),
        (written) => {
          const { best: found, candidates } = matchName(index, written, { issuerId: id('haiAn') })
          expect(found === null || candidates.includes(found)).toBe(true)
          for (const { target, score } of candidates) {
            expect(score).toBeGreaterThan(0)
            expect(score).toBeLessThanOrEqual(1)
            if ('unit' in target) expect(known.has(target.unit)).toBe(true)
          }
        },
      ),
    )
  })
})
