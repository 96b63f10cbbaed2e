// 1/1/2025 and 1/7/2025 as events. First three wards of Kiến An came out of the old ones; then the districts ended, four
// wards took their places directly under the city, and the schools went under these. What is not sure: unconfirmed.ts.
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { LegalBasis } from '#domain/units/unit.ts'
import { haiAnUnits, haiAnWardCode, haiAnWards } from './hai-an.ts'
import { haiAnClasses, haiAnSchools } from './hai-an-schools.ts'
import { kienAnClasses, kienAnSchools, kienAnUnits, kienAnWardCode, vanDau } from './kien-an.ts'
import { bodyOf, districtsEnd, type EventFact, type IssuerFact, type UnitFact, wardOf } from './unit-facts.ts'

/** Resolution 1232 came into force. */
export const kienAnWardsMerge: LocalDate = localDate('2025-01-01')

const of1232: LegalBasis = {
  number: '1232/NQ-UBTVQH15',
  date: localDate('2024-10-24'),
  issuer: 'Ủy ban Thường vụ Quốc hội',
  title: 'Về việc sắp xếp đơn vị hành chính cấp huyện, cấp xã của thành phố Hải Phòng giai đoạn 2023-2025',
}
const of1669: LegalBasis = {
  number: '1669/NQ-UBTVQH15',
  date: localDate('2025-06-16'),
  issuer: 'Ủy ban Thường vụ Quốc hội',
  title: 'Về việc sắp xếp các đơn vị hành chính cấp xã của thành phố Hải Phòng năm 2025',
}
const ofLaw72: LegalBasis = {
  number: '72/2025/QH15',
  date: localDate('2025-06-16'),
  issuer: 'Quốc hội',
  title: 'Luật Tổ chức chính quyền địa phương',
}

const bacHa = wardOf('KA', kienAnWardCode('Bắc Hà'), 'Bắc Hà', kienAnWardsMerge)
const lamHaAndQuanTru = [kienAnWardCode('Lãm Hà'), kienAnWardCode('Quán Trữ')]
const phuLienAndTrangMinh = [kienAnWardCode('Phù Liễn'), kienAnWardCode('Tràng Minh')]

const schools: readonly UnitFact[] = [...haiAnSchools, ...kienAnSchools, vanDau]
const classes: readonly UnitFact[] = [...haiAnClasses, ...kienAnClasses]
// By the name of the ward: schools hang under the district, classes under the ward itself.
const merged: ReadonlySet<string> = new Set(['KA-MN-HOAHONG', 'KA-MN-83'])

function standIn(places: readonly string[]): string[] {
  return [...schools, ...classes]
    .filter((unit) => places.includes(unit.place ?? '') && !merged.has(unit.code))
    .map(({ code }) => code)
}

function classesUnder(wards: readonly string[]): string[] {
  return classes.filter((unit) => wards.includes(unit.parentCode ?? '')).map((unit) => unit.code)
}

const january = { on: kienAnWardsMerge, basis: of1232, note: null }

export const january2025: readonly EventFact[] = [
  {
    ...january,
    kind: 'merge',
    from: phuLienAndTrangMinh,
    into: bacHa,
    children: classesUnder(phuLienAndTrangMinh),
  },
  {
    ...january,
    kind: 'merge',
    from: lamHaAndQuanTru,
    into: { code: kienAnWardCode('Đồng Hòa') },
    children: classesUnder(lamHaAndQuanTru),
  },
  {
    ...january,
    kind: 'place',
    codes: standIn(['phường Phù Liễn', 'phường Tràng Minh']),
    place: 'phường Bắc Hà',
  },
  {
    ...january,
    kind: 'place',
    codes: standIn(['phường Lãm Hà', 'phường Quán Trữ']),
    place: 'phường Đồng Hòa',
  },
]

type NewWard = {
  name: string
  unit: UnitFact
  from: readonly string[]
  schools: readonly string[]
  classes: readonly string[]
}

function newWard(
  code: string,
  name: string,
  from: readonly string[],
  formerPlaces: readonly string[],
): NewWard {
  const standing = standIn(formerPlaces)
  const isClass = new Set(classes.map((unit) => unit.code))
  return {
    name,
    unit: {
      ...wardOf('HP', code, name, districtsEnd),
      otherNames: [`Phường ${name}`, `UBND P. ${name}`, 'UBND phường'],
    },
    from,
    schools: standing.filter((unitCode) => !isClass.has(unitCode)),
    classes: standing.filter((unitCode) => isClass.has(unitCode)),
  }
}

const places = (names: readonly string[]) => names.map((name) => `phường ${name}`)
const ofHaiAn = ['Cát Bi', 'Đằng Hải', 'Đằng Lâm', 'Thành Tô', 'Tràng Cát'] as const
const ofDongHai = ['Đông Hải 1', 'Đông Hải 2', 'Nam Hải'] as const
const ofKienAn = ['Bắc Sơn', 'Đồng Hòa', 'Nam Sơn', 'Trần Thành Ngọ', 'Văn Đẩu']
const ofPhuLien = ['Bắc Hà', 'Ngọc Sơn']

/** The wards of the two-tier era, each with the old wards, schools and classes that it took over. */
export const newWards: readonly NewWard[] = [
  newWard('HP-P-HAIAN', 'Hải An', ofHaiAn.map(haiAnWardCode), places(ofHaiAn)),
  newWard('HP-P-DONGHAI', 'Đông Hải', ofDongHai.map(haiAnWardCode), places(ofDongHai)),
  newWard(
    'HP-P-KIENAN',
    'Kiến An',
    ofKienAn.map(kienAnWardCode),
    places([...ofKienAn, 'Lãm Hà', 'Quán Trữ']),
  ),
  newWard(
    'HP-P-PHULIEN',
    'Phù Liễn',
    ofPhuLien.map(kienAnWardCode),
    places([...ofPhuLien, 'Phù Liễn', 'Tràng Minh']),
  ),
]

/** The offices of a ward by Decree 150/2025/NĐ-CP; the work of the district's Phòng GD&ĐT is now its Phòng Văn hóa - Xã hội's. */
function officesOf(ward: string, name: string): UnitFact[] {
  const offices = [
    bodyOf(
      ward,
      'office',
      'VP',
      `Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường ${name}`,
      'Văn phòng HĐND và UBND',
      ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân'],
    ),
    bodyOf(ward, 'office', 'PVHXH', `Phòng Văn hóa - Xã hội phường ${name}`, 'Phòng VH-XH', [
      'Phòng Văn hóa - Xã hội',
    ]),
    bodyOf(ward, 'office', 'PKTHTDT', `Phòng Kinh tế, Hạ tầng và Đô thị phường ${name}`, 'Phòng KT, HT&ĐT', [
      'Phòng Kinh tế, Hạ tầng và Đô thị',
    ]),
    bodyOf(ward, 'agency', 'TTPVHCC', `Trung tâm Phục vụ hành chính công phường ${name}`, 'TT PVHCC', [
      'Trung tâm Phục vụ hành chính công',
    ]),
    bodyOf(ward, 'agency', 'CA', `Công an phường ${name}`, 'Công an phường'),
    bodyOf(ward, 'agency', 'TYT', `Trạm Y tế phường ${name}`, 'Trạm Y tế', ['Trạm Y tế phường']),
    bodyOf(
      ward,
      'agency',
      'DTN',
      `Đoàn Thanh niên Cộng sản Hồ Chí Minh phường ${name}`,
      'Đoàn Thanh niên phường',
    ),
    bodyOf(ward, 'agency', 'TTHTCD', `Trung tâm học tập cộng đồng phường ${name}`, 'TTHTCĐ phường', [
      'Trung tâm học tập cộng đồng',
    ]),
    bodyOf(
      ward,
      'body',
      'BCDPC',
      `Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ phường ${name}`,
      'BCĐ phổ cập phường',
      ['Ban Chỉ đạo phổ cập giáo dục phường'],
    ),
  ]
  return offices.map((office) => ({ ...office, validFrom: districtsEnd }))
}

const july = { on: districtsEnd, basis: of1669, note: null }
const centres = ['HA-TTGDNNGDTX', 'KA-TTGDNNGDTX']
const wardCodes = new Set(haiAnWards.map((ward) => ward.code))
const districtUnits = [...haiAnUnits, ...kienAnUnits].filter(
  (unit) => unit.kind !== 'ward' && unit.kind !== 'committee',
)

export const july2025: readonly EventFact[] = [
  // What hangs under an old ward ends before it.
  {
    ...july,
    kind: 'dissolve',
    codes: districtUnits.filter((unit) => wardCodes.has(unit.parentCode ?? '')).map((unit) => unit.code),
  },
  ...newWards.flatMap((ward): EventFact[] => [
    { ...july, kind: 'merge', from: ward.from, into: ward.unit, children: ward.classes },
    ...officesOf(ward.unit.code, ward.name).map((unit): EventFact => ({ ...july, kind: 'found', unit })),
    { ...july, basis: ofLaw72, kind: 'move', codes: ward.schools, parentCode: ward.unit.code },
    { ...july, kind: 'place', codes: [...ward.schools, ...ward.classes], place: `phường ${ward.name}` },
  ]),
  { ...july, basis: ofLaw72, kind: 'move', codes: centres, parentCode: 'HP-SGDDT' },
  {
    ...july,
    basis: ofLaw72,
    kind: 'dissolve',
    codes: districtUnits
      .filter((unit) => !wardCodes.has(unit.parentCode ?? '') && !centres.includes(unit.code))
      .map((unit) => unit.code),
  },
  { ...july, basis: ofLaw72, kind: 'dissolve', codes: ['HA', 'KA'] },
]

const signers: Readonly<Record<string, string>> = {
  'HP-P-HAIAN': 'Lưu Quốc Hùng',
  'HP-P-DONGHAI': 'Tống Gia Phúc',
  'HP-P-KIENAN': 'Vương Khả Thành',
  'HP-P-PHULIEN': 'Quản Thị Bích Đào',
}

export const wardIssuers: readonly IssuerFact[] = newWards.map(({ unit, name }) => ({
  unitCode: unit.code,
  printedName: `ỦY BAN NHÂN DÂN\nPHƯỜNG ${name.toUpperCase()}`,
  superior: null,
  place: name,
  symbolSuffix: 'UBND',
  signers: [
    { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: signers[unit.code] ?? '' },
  ],
  recipients: [
    'Sở Giáo dục và Đào tạo',
    'Thường trực Đảng ủy, HĐND phường (để báo cáo)',
    'Các phòng, ban, đơn vị thuộc phường',
    'Các trường học trên địa bàn phường',
  ],
}))
