// Quận Kiến An until 30/6/2025: the units, schools and independent classes that its report on 2022-2023 describes, and
// the merger of MN Hoa Hồng and MN 8/3. Figures stand in kien-an-figures.ts, what no source confirms in unconfirmed.ts.
import { localDate } from '#domain/basics/dates.ts'
import type { SchoolRank } from '#domain/units/unit.ts'
import {
  bodyOf,
  codeOf,
  type EventFact,
  independentClassOf,
  type IssuerFact,
  schoolOf,
  type SchoolWord,
  type UnitFact,
  wardOf,
} from './unit-facts.ts'

const founded = localDate('1994-08-29')
const lamHaFounded = localDate('2007-04-05')

export const kienAn: UnitFact = {
  code: 'KA',
  kind: 'committee',
  tier: 'district',
  officialName: 'Ủy ban nhân dân quận Kiến An',
  shortName: 'UBND quận Kiến An',
  otherNames: ['Ủy ban nhân dân quận', 'UBND quận', 'Quận Kiến An'],
  parentCode: 'HP',
  levels: [],
  ownership: null,
  rank: null,
  place: 'quận Kiến An',
  validFrom: founded,
}

/** The ten of Decree 100-CP of 1994 and Decree 54/2007/NĐ-CP, as they were in the year of the report. */
export const kienAnWardNames = [
  'Bắc Sơn',
  'Đồng Hòa',
  'Lãm Hà',
  'Nam Sơn',
  'Ngọc Sơn',
  'Phù Liễn',
  'Quán Trữ',
  'Trần Thành Ngọ',
  'Tràng Minh',
  'Văn Đẩu',
] as const

export type KienAnWardName = (typeof kienAnWardNames)[number]

export function kienAnWardCode(name: string): string {
  return `KA-P-${codeOf(name)}`
}

export const kienAnWards: readonly UnitFact[] = kienAnWardNames.map((name) =>
  wardOf(kienAn.code, kienAnWardCode(name), name, name === 'Lãm Hà' ? lamHaFounded : founded),
)

const bodies: readonly UnitFact[] = [
  bodyOf('KA', 'office', 'PGDDT', 'Phòng Giáo dục và Đào tạo quận Kiến An', 'Phòng GD&ĐT', [
    'Phòng Giáo dục và Đào tạo',
    'Phòng GDĐT',
    'PGDĐT',
  ]),
  bodyOf('KA', 'office', 'TTR', 'Thanh tra quận Kiến An', 'Thanh tra quận'),
  bodyOf('KA', 'agency', 'BCHQS', 'Ban Chỉ huy quân sự quận Kiến An', 'BCH quân sự quận', [
    'Ban Chỉ huy quân sự',
  ]),
  bodyOf('KA', 'agency', 'QD', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh quận Kiến An', 'Quận đoàn', [
    'Quận đoàn Kiến An',
  ]),
  bodyOf('KA', 'agency', 'BTG', 'Ban Tuyên giáo Quận ủy Kiến An', 'Ban Tuyên giáo Quận ủy'),
  bodyOf(
    'KA',
    'agency',
    'TTGDNNGDTX',
    'Trung tâm Giáo dục nghề nghiệp và Giáo dục thường xuyên quận Kiến An',
    'TT GDNN-GDTX Kiến An',
    ['Trung tâm Giáo dục nghề nghiệp và Giáo dục thường xuyên', 'TTGDNN&GDTX'],
  ),
  bodyOf('KA', 'body', 'QU', 'Quận ủy Kiến An', 'Quận ủy', ['Thường trực Quận ủy', 'TT Quận ủy']),
  bodyOf('KA', 'body', 'HDND', 'Hội đồng nhân dân quận Kiến An', 'HĐND quận', ['Hội đồng nhân dân quận']),
]

type Line = readonly [word: SchoolWord, name: string, ward: KienAnWardName, rank?: SchoolRank]

// Thirteen public preschools at the beginning of the year; after the merger the twelve of the report.
const lines: readonly Line[] = [
  ['MN', 'Bắc Sơn', 'Bắc Sơn'],
  ['MN', 'Hoa Cúc', 'Lãm Hà'],
  ['MN', 'Hoa Hồng', 'Văn Đẩu'],
  ['MN', '8/3', 'Văn Đẩu'],
  ['MN', 'Hoa Mai', 'Đồng Hòa'],
  ['MN', 'Hoa Phượng', 'Nam Sơn'],
  ['MN', 'Hương Sen', 'Phù Liễn'],
  ['MN', 'Hướng Dương', 'Nam Sơn'],
  ['MN', 'Nam Hà', 'Tràng Minh'],
  ['MN', 'Ngọc Sơn', 'Ngọc Sơn'],
  ['MN', 'Nhi Đức', 'Đồng Hòa'],
  ['MN', 'Quán Trữ', 'Quán Trữ'],
  ['MN', 'Trần Thành Ngọ', 'Trần Thành Ngọ'],
  ['MNTT', '1/5', 'Trần Thành Ngọ'],
  ['MNTT', '30-4', 'Ngọc Sơn'],
  ['MNTT', 'Kids', 'Bắc Sơn'],
  ['TH', 'Đồng Hòa', 'Đồng Hòa', 1],
  ['TH', 'Kim Đồng', 'Phù Liễn', 3],
  ['TH', 'Lê Hồng Phong', 'Lãm Hà', 1],
  ['TH', 'Lý Tự Trọng', 'Văn Đẩu', 3],
  ['TH', 'Nam Hà', 'Tràng Minh', 2],
  ['TH', 'Ngọc Sơn', 'Ngọc Sơn', 1],
  ['TH', 'Nguyễn Du', 'Nam Sơn', 1],
  ['TH', 'Quán Trữ', 'Quán Trữ', 2],
  ['TH', 'Quang Trung', 'Bắc Sơn', 3],
  ['TH', 'Trần Quốc Toản', 'Trần Thành Ngọ', 2],
  ['TH', 'Trần Thành Ngọ', 'Trần Thành Ngọ', 1],
  ['THCS', 'Bắc Hà', 'Phù Liễn'],
  ['THCS', 'Bắc Sơn', 'Bắc Sơn'],
  ['THCS', 'Đồng Hòa', 'Đồng Hòa'],
  ['THCS', 'Lương Khánh Thiện', 'Trần Thành Ngọ'],
  ['THCS', 'Nam Hà', 'Tràng Minh'],
  ['THCS', 'Trần Hưng Đạo', 'Lãm Hà'],
  ['THCS', 'Trần Phú', 'Ngọc Sơn'],
]

const extraNames: Readonly<Record<string, readonly string[]>> = {
  'TH Đồng Hòa': ['TH Đồng Hoà', 'Tiểu học Đồng Hoà'],
  'MN 8/3': ['MN 8-3', 'Mầm non 8-3'],
  'MNTT 1/5': ['MNTT 1-5', 'Mầm non tư thục 1-5'],
  'MNTT 30-4': ['MNTT 30/4', 'Mầm non tư thục 30/4'],
}

/** Both practice schools belong to Đại học Hải Phòng (phối quản). */
const practiceSchools: readonly UnitFact[] = [
  schoolOf(kienAn.code, 'KA', 'MN', 'Thực Hành', 'Ngọc Sơn', { ownership: 'other_body' }),
  schoolOf(kienAn.code, 'KA', 'TH', 'Thực Hành', 'Ngọc Sơn', { ownership: 'other_body', rank: 3 }),
]

export const kienAnSchools: readonly UnitFact[] = [
  ...lines.map(([word, name, ward, rank]) =>
    schoolOf(kienAn.code, 'KA', word, name, ward, {
      ...(rank === undefined ? {} : { rank }),
      otherNames: extraNames[`${word} ${name}`] ?? [],
    }),
  ),
  ...practiceSchools,
]

/** Primary schools with a second site. */
export const kienAnTwoSites: readonly string[] = [
  'KA-TH-LEHONGPHONG',
  'KA-TH-KIMDONG',
  'KA-TH-NAMHA',
  'KA-TH-DONGHOA',
]

// 38 classes; the report gives their number and no name.
const classNames: Readonly<Record<KienAnWardName, readonly string[]>> = {
  'Bắc Sơn': ['An Nhiên', 'Bằng Lăng', 'Bi Bo', 'Bình Minh'],
  'Đồng Hòa': ['Cánh Én', 'Chim Non', 'Chuồn Ớt', 'Cún Con', 'Diều Sáo'],
  'Lãm Hà': ['Đậu Xanh', 'Gà Trống', 'Gió Mát', 'Hạc Giấy'],
  'Nam Sơn': ['Hạt Đậu', 'Hoa Bưởi', 'Hoa Súng', 'Hươu Sao'],
  'Ngọc Sơn': ['Khoai Lang', 'Lạc Đà', 'Lúa Non', 'Mai Vàng'],
  'Phù Liễn': ['Mận Đỏ', 'Nấm Nhỏ', 'Nghé Con'],
  'Quán Trữ': ['Nụ Cười', 'Ốc Nhồi', 'Pháo Hoa', 'Quả Thị'],
  'Trần Thành Ngọ': ['Sáo Sậu', 'Sen Trắng', 'Thìa Là', 'Tò He'],
  'Tràng Minh': ['Trúc Xinh', 'Tu Hú', 'Vịt Bầu'],
  'Văn Đẩu': ['Vườn Hồng', 'Xoài Non', 'Xương Rồng'],
}

/** KA-NL-01 … KA-NL-38, in the order above. */
export const kienAnClasses: readonly UnitFact[] = kienAnWardNames
  .flatMap((ward) => classNames[ward].map((name) => ({ ward, name })))
  .map(({ ward, name }, index) =>
    independentClassOf(kienAnWardCode(ward), `KA-NL-${String(index + 1).padStart(2, '0')}`, name, ward),
  )

export const kienAnUnits: readonly UnitFact[] = [kienAn, ...bodies, ...kienAnWards]

const mergerDay = localDate('2023-07-01')

/** MN Văn Đẩu, out of MN Hoa Hồng and MN 8/3; the only school of the report that is not there from the beginning. */
export const vanDau: UnitFact = schoolOf(kienAn.code, 'KA', 'MN', 'Văn Đẩu', 'Văn Đẩu', {
  validFrom: mergerDay,
})

export const kienAnEvents: readonly EventFact[] = [
  {
    kind: 'merge',
    on: mergerDay,
    from: ['KA-MN-HOAHONG', 'KA-MN-83'],
    into: vanDau,
    children: [],
    basis: { number: null, date: null, issuer: 'Ủy ban nhân dân quận Kiến An', title: null },
    note: 'Sáp nhập hai trường trên địa bàn phường Văn Đẩu. Ngày sáp nhập chưa được xác nhận.',
  },
]

export const kienAnIssuers: readonly IssuerFact[] = [
  {
    unitCode: 'KA',
    printedName: 'ỦY BAN NHÂN DÂN\nQUẬN KIẾN AN',
    superior: null,
    place: 'Kiến An',
    symbolSuffix: 'UBND',
    signers: [
      { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Vương Khả Thành' },
    ],
    recipients: [
      'Sở Giáo dục và Đào tạo',
      'Thường trực Quận ủy',
      'Các phòng, ban, cơ quan, đoàn thể',
      'Các trường học',
    ],
  },
]
