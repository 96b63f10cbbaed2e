// Quận Hải An until 30/6/2025 with every unit that its plan for 2024-2025 names, in the lines of the annex and in the
// duties. Its schools stand in hai-an-schools.ts; what no source confirms, in unconfirmed.ts.
import { localDate } from '#domain/basics/dates.ts'
import { bodyOf, codeOf, type IssuerFact, type UnitFact, wardOf } from './unit-facts.ts'

const founded = localDate('2002-12-20')
const divided = localDate('2007-04-05')

export const haiAn: UnitFact = {
  code: 'HA',
  kind: 'committee',
  tier: 'district',
  officialName: 'Ủy ban nhân dân quận Hải An',
  shortName: 'UBND quận Hải An',
  otherNames: ['Ủy ban nhân dân quận', 'UBND quận', 'Quận Hải An'],
  parentCode: 'HP',
  levels: [],
  ownership: null,
  rank: null,
  place: 'quận Hải An',
  validFrom: founded,
}

/** Decree 106/2002/NĐ-CP made the district of six wards; Decree 54/2007/NĐ-CP divided Đông Hải and cut out Thành Tô. */
export const haiAnWardNames = [
  'Cát Bi',
  'Đằng Hải',
  'Đằng Lâm',
  'Đông Hải 1',
  'Đông Hải 2',
  'Nam Hải',
  'Thành Tô',
  'Tràng Cát',
] as const

export type HaiAnWardName = (typeof haiAnWardNames)[number]

const youngWards: readonly string[] = ['Đông Hải 1', 'Đông Hải 2', 'Thành Tô']

export function haiAnWardCode(name: HaiAnWardName): string {
  return `HA-P-${codeOf(name)}`
}

export const haiAnWards: readonly UnitFact[] = haiAnWardNames.map((name) =>
  wardOf(haiAn.code, haiAnWardCode(name), name, youngWards.includes(name) ? divided : founded),
)

const offices: readonly UnitFact[] = [
  bodyOf(
    'HA',
    'office',
    'VP',
    'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân quận Hải An',
    'Văn phòng HĐND và UBND',
    ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', 'Văn phòng HĐND-UBND', 'VP HĐND và UBND'],
  ),
  bodyOf('HA', 'office', 'PGDDT', 'Phòng Giáo dục và Đào tạo quận Hải An', 'Phòng GD&ĐT', [
    'Phòng Giáo dục và Đào tạo',
    'Phòng Giáo dục - Đào tạo',
    'Phòng GDĐT',
    'PGD&ĐT',
  ]),
  bodyOf('HA', 'office', 'PNV', 'Phòng Nội vụ quận Hải An', 'Phòng Nội vụ', ['Phòng NV']),
  bodyOf('HA', 'office', 'PTCKH', 'Phòng Tài chính - Kế hoạch quận Hải An', 'Phòng TC-KH', [
    'Phòng Tài chính - Kế hoạch',
    'Phòng TCKH',
  ]),
  bodyOf('HA', 'office', 'PQLDT', 'Phòng Quản lý đô thị quận Hải An', 'Phòng QLĐT', ['Phòng Quản lý đô thị']),
  bodyOf('HA', 'office', 'PTNMT', 'Phòng Tài nguyên và Môi trường quận Hải An', 'Phòng TN&MT', [
    'Phòng Tài nguyên và Môi trường',
    'Phòng TNMT',
  ]),
  bodyOf('HA', 'office', 'PKT', 'Phòng Kinh tế quận Hải An', 'Phòng Kinh tế'),
  bodyOf('HA', 'office', 'PLDTBXH', 'Phòng Lao động - Thương binh và Xã hội quận Hải An', 'Phòng LĐ-TB&XH', [
    'Phòng Lao động - Thương binh và Xã hội',
    'Phòng Lao động Thương binh và Xã hội',
    'Phòng LĐTBXH',
  ]),
  bodyOf('HA', 'office', 'PVHTT', 'Phòng Văn hóa và Thông tin quận Hải An', 'Phòng VH&TT', [
    'Phòng Văn hóa và Thông tin',
    'Phòng VHTT',
  ]),
  bodyOf('HA', 'office', 'PYT', 'Phòng Y tế quận Hải An', 'Phòng Y tế'),
]

const agencies: readonly UnitFact[] = [
  bodyOf('HA', 'agency', 'CA', 'Công an quận Hải An', 'Công an quận', ['Công an']),
  bodyOf('HA', 'agency', 'BQLDA', 'Ban Quản lý dự án đầu tư xây dựng quận Hải An', 'Ban QLDA quận', [
    'Ban Quản lý dự án đầu tư xây dựng quận',
    'Ban Quản lý Dự án Đầu tư và Xây dựng quận',
    'Ban quản lý các Dự án đầu tư và Xây dựng quận',
    'Ban Quản lý Dự án Đầu tư và Xây dựng',
    'Ban Quản lý Dự án Đầu tư xây dựng',
  ]),
  bodyOf('HA', 'agency', 'TTPTQD', 'Trung tâm Phát triển quỹ đất quận Hải An', 'TT Phát triển quỹ đất', [
    'Trung tâm Phát triển quỹ đất',
  ]),
  bodyOf('HA', 'agency', 'TTVHTTTT', 'Trung tâm Văn hóa - Thông tin và Thể thao quận Hải An', 'TT VH-TT&TT', [
    'Trung tâm Văn hóa - Thông tin và Thể thao',
  ]),
  bodyOf('HA', 'agency', 'TTYT', 'Trung tâm Y tế quận Hải An', 'TT Y tế', ['Trung tâm Y tế']),
  bodyOf(
    'HA',
    'agency',
    'TTGDNNGDTX',
    'Trung tâm Giáo dục nghề nghiệp và Giáo dục thường xuyên quận Hải An',
    'TT GDNN-GDTX Hải An',
    [
      'Trung tâm Giáo dục nghề nghiệp và Giáo dục thường xuyên',
      'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên',
      'TTGDNN&GDTX',
    ],
  ),
  bodyOf('HA', 'agency', 'QD', 'Đoàn Thanh niên Cộng sản Hồ Chí Minh quận Hải An', 'Quận đoàn', [
    'Quận đoàn Hải An',
  ]),
  bodyOf('HA', 'agency', 'MTTQ', 'Ủy ban Mặt trận Tổ quốc Việt Nam quận Hải An', 'Ủy ban MTTQ quận', [
    'Ủy ban Mặt trận Tổ quốc Việt Nam quận',
  ]),
  bodyOf('HA', 'agency', 'BTG', 'Ban Tuyên giáo Quận ủy Hải An', 'Ban Tuyên giáo Quận ủy'),
]

const bodies: readonly UnitFact[] = [
  bodyOf('HA', 'body', 'QU', 'Quận ủy Hải An', 'Quận ủy', ['Ban Thường vụ Quận ủy', 'Thường trực Quận ủy']),
  bodyOf('HA', 'body', 'HDND', 'Hội đồng nhân dân quận Hải An', 'HĐND quận', ['Hội đồng nhân dân quận']),
  bodyOf('HA', 'body', 'HDTDKT', 'Hội đồng Thi đua - Khen thưởng quận Hải An', 'Hội đồng TĐ-KT quận', [
    'Hội đồng Thi đua - Khen thưởng quận',
    'Thường trực Hội đồng Thi đua - Khen thưởng quận',
  ]),
  bodyOf('HA', 'body', 'BCDPC', 'Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ quận Hải An', 'BCĐ phổ cập quận', [
    'Ban Chỉ đạo phổ cập quận',
    'Ban Chỉ đạo phổ cập giáo dục quận',
  ]),
  bodyOf(
    'HA',
    'body',
    'BCDCQG',
    'Ban Chỉ đạo xây dựng trường chuẩn Quốc gia quận Hải An',
    'BCĐ trường chuẩn Quốc gia',
    ['Ban Chỉ đạo xây dựng trường chuẩn Quốc gia quận', 'BCĐ xây dựng trường chuẩn Quốc gia quận'],
  ),
]

const groups: readonly UnitFact[] = (
  [
    ['KTDMN', 'Mầm non'],
    ['KTDTH', 'Tiểu học'],
    ['KTDTHCS', 'Trung học cơ sở'],
  ] as const
).map(([code, level]) =>
  bodyOf('HA', 'group', code, `Khối thi đua ${level} quận Hải An`, `Khối thi đua ${level}`, [
    `Trưởng khối thi đua ${level}`,
  ]),
)

/** What the plan names "at the wards": one of each in every ward. */
const wardBodies: readonly UnitFact[] = haiAnWardNames.flatMap((name) => {
  const ward = haiAnWardCode(name)
  return [
    bodyOf(ward, 'agency', 'CA', `Công an phường ${name}`, `Công an phường ${name}`),
    bodyOf(ward, 'agency', 'TTHTCD', `Trung tâm học tập cộng đồng phường ${name}`, `TTHTCĐ ${name}`),
    bodyOf(
      ward,
      'body',
      'BCDPC',
      `Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ phường ${name}`,
      `BCĐ phổ cập phường ${name}`,
      [`Ban Chỉ đạo phổ cập phường ${name}`, `Ban Chỉ đạo phổ cập giáo dục phường ${name}`],
    ),
    bodyOf(ward, 'body', 'HDGD', `Hội đồng giáo dục phường ${name}`, `Hội đồng giáo dục ${name}`),
  ]
})

export const haiAnUnits: readonly UnitFact[] = [
  haiAn,
  ...offices,
  ...agencies,
  ...bodies,
  ...groups,
  ...haiAnWards,
  ...wardBodies,
]

export const haiAnIssuers: readonly IssuerFact[] = [
  {
    unitCode: 'HA',
    printedName: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN',
    superior: null,
    place: 'Hải An',
    symbolSuffix: 'UBND',
    signers: [
      { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Đoàn Trọng Nghĩa' },
      { authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Lưu Quốc Hùng' },
    ],
    recipients: [
      'Sở Giáo dục và Đào tạo',
      'Thường trực Quận ủy, Thường trực HĐND quận (để báo cáo)',
      'Chủ tịch, các Phó Chủ tịch UBND quận',
      'Các phòng, ban, cơ quan, đoàn thể quận',
      'UBND các phường',
      'Các trường học',
    ],
  },
  {
    unitCode: 'HA-PGDDT',
    printedName: 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO',
    superior: 'UBND QUẬN HẢI AN',
    place: 'Hải An',
    symbolSuffix: 'PGDĐT',
    signers: [{ authority: ['TRƯỞNG PHÒNG'], name: 'Bùi Thanh Mai' }],
    recipients: ['UBND quận (để báo cáo)', 'Các trường học'],
  },
]
