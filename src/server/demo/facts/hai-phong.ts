// Thành phố Hải Phòng: the root of the first tenant, what stands directly under it, and the day on which the demo runs.
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import { firstTiers, type Tier } from '#domain/units/tiers.ts'
import { bodyOf, type IssuerFact, schoolOf, type UnitFact } from './unit-facts.ts'

/** The demo's business date. An administrator can move it, also past the end of the districts. */
export const demoToday: LocalDate = localDate('2025-01-20')

export type TenantFact = { name: string; rootCode: string; tiers: readonly Tier[]; today: LocalDate }

export const haiPhongTenant: TenantFact = {
  name: 'Thành phố Hải Phòng',
  rootCode: 'HP',
  tiers: firstTiers,
  today: demoToday,
}

export const haiPhong: UnitFact = {
  code: 'HP',
  kind: 'committee',
  tier: 'province',
  officialName: 'Ủy ban nhân dân thành phố Hải Phòng',
  shortName: 'UBND thành phố Hải Phòng',
  otherNames: ['UBND thành phố', 'Ủy ban nhân dân thành phố', 'Thành phố Hải Phòng'],
  parentCode: null,
  levels: [],
  ownership: null,
  rank: null,
  place: 'thành phố Hải Phòng',
  validFrom: localDate('1955-05-13'),
}

const office = bodyOf(
  'HP',
  'office',
  'SGDDT',
  'Sở Giáo dục và Đào tạo thành phố Hải Phòng',
  'Sở GD&ĐT Hải Phòng',
  [
    'Sở Giáo dục và Đào tạo',
    'Sở Giáo dục và Đào tạo Hải Phòng',
    'Sở GD&ĐT',
    'Sở GDĐT',
    'Sở GD và ĐT',
    'SGDĐT',
  ],
)

/** Upper secondary schools hang under the Sở; these five are the ones that the report names. */
export const haiPhongUnits: readonly UnitFact[] = [
  haiPhong,
  office,
  bodyOf('HP', 'office', 'STTTT', 'Sở Thông tin và Truyền thông thành phố Hải Phòng', 'Sở TT&TT Hải Phòng', [
    'Sở Thông tin và Truyền thông',
  ]),
  bodyOf('HP', 'agency', 'CDGD', 'Công đoàn ngành Giáo dục thành phố Hải Phòng', 'Công đoàn Giáo dục', [
    'Công đoàn ngành Giáo dục',
  ]),
  schoolOf(office.code, 'HP', 'THPT', 'chuyên Trần Phú', null, { otherNames: ['THPT Chuyên Trần Phú'] }),
  schoolOf(office.code, 'HP', 'THPT', 'Kiến An', 'Trần Thành Ngọ'),
  schoolOf(office.code, 'HP', 'THPT', 'Phan Đăng Lưu', 'Ngọc Sơn'),
  schoolOf(office.code, 'HP', 'THPT', 'Đồng Hòa', 'Đồng Hòa', { otherNames: ['THPT Đồng Hoà'] }),
  schoolOf(office.code, 'HP', 'THPT', 'Trần Hưng Đạo', null),
]

export const haiPhongIssuers: readonly IssuerFact[] = [
  {
    unitCode: office.code,
    printedName: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    superior: 'UBND THÀNH PHỐ HẢI PHÒNG',
    place: 'Hải Phòng',
    symbolSuffix: 'SGDĐT',
    signers: [{ authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Tạ Duy Khánh' }],
    recipients: [
      'Bộ Giáo dục và Đào tạo (để báo cáo)',
      'UBND thành phố (để báo cáo)',
      'UBND các quận, huyện',
    ],
  },
]
