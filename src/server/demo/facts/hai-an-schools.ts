// The schools of quận Hải An. The plan gives the numbers for preschool (22 schools: 8 public, 14 not; 52 licensed
// independent classes) and names ten schools; the other names are ours, each said so in unconfirmed.ts.
import { haiAn, haiAnWardCode, type HaiAnWardName } from './hai-an.ts'
import { independentClassOf, schoolOf, type UnitFact } from './unit-facts.ts'

type Line = readonly [name: string, ward: HaiAnWardName]

const publicPreschools: readonly Line[] = [
  ['Cát Bi', 'Cát Bi'],
  ['Đằng Hải', 'Đằng Hải'],
  ['Đằng Lâm', 'Đằng Lâm'],
  ['Đông Hải 1', 'Đông Hải 1'],
  ['Đông Hải 2', 'Đông Hải 2'],
  ['Nam Hải', 'Nam Hải'],
  ['Thành Tô', 'Thành Tô'],
  ['Tràng Cát', 'Tràng Cát'],
]

const privatePreschools: readonly Line[] = [
  ['Ánh Ban Mai', 'Cát Bi'],
  ['Bồ Công Anh', 'Cát Bi'],
  ['Cánh Diều Xanh', 'Đằng Hải'],
  ['Cầu Vồng Nhỏ', 'Đằng Hải'],
  ['Đồi Thông', 'Đằng Hải'],
  ['Hạt Nắng', 'Đằng Lâm'],
  ['Hoa Ban Trắng', 'Đằng Lâm'],
  ['Khu Vườn Cổ Tích', 'Đằng Lâm'],
  ['Mầm Xanh Hải An', 'Đông Hải 1'],
  ['Ngôi Sao Biển', 'Đông Hải 1'],
  ['Sóng Biếc', 'Đông Hải 2'],
  ['Thuyền Giấy', 'Nam Hải'],
  ['Tổ Chim Non', 'Thành Tô'],
  ['Vườn Trẻ Thơ', 'Tràng Cát'],
]

const publicPrimaries: readonly Line[] = [
  ['Cát Bi', 'Cát Bi'],
  ['Đằng Hải', 'Đằng Hải'],
  ['Đằng Lâm', 'Đằng Lâm'],
  ['Đông Hải 1', 'Đông Hải 1'],
  ['Nam Hải', 'Nam Hải'],
  ['Thành Tô', 'Thành Tô'],
  ['Tràng Cát', 'Tràng Cát'],
]

const publicLowerSecondaries: readonly Line[] = [
  ['Cát Bi', 'Cát Bi'],
  ['Đằng Hải', 'Đằng Hải'],
  ['Đằng Lâm', 'Đằng Lâm'],
  ['Đông Hải 1', 'Đông Hải 1'],
  ['Nam Hải', 'Nam Hải'],
  ['Tràng Cát', 'Tràng Cát'],
]

const multiLevel: readonly UnitFact[] = [
  schoolOf(haiAn.code, 'HA', 'TH&THCS', 'Đông Hải 2', 'Đông Hải 2', {
    otherNames: ['TH-THCS Đông Hải 2', 'trường TH- THCS Đông Hải 2'],
  }),
  {
    ...schoolOf(haiAn.code, 'HA', 'TH&THCS', 'Biển Đông', 'Đằng Hải', { ownership: 'private' }),
    code: 'HA-PT-BIENDONG',
    officialName: 'Trường Phổ thông nhiều cấp học tư thục Biển Đông',
    shortName: 'PT nhiều cấp Biển Đông',
    otherNames: ['Phổ thông nhiều cấp học Biển Đông', 'TH&THCS Biển Đông'],
  },
]

// 52 licensed classes, spread over the wards by their size. Flowers, birds and fruit: names such classes really bear.
const classNames: Readonly<Record<HaiAnWardName, readonly string[]>> = {
  'Cát Bi': ['Bông Sen', 'Búp Măng', 'Cá Heo', 'Chim Én', 'Chồi Biếc', 'Cúc Vàng', 'Đom Đóm', 'Gấu Trúc'],
  'Đằng Hải': [
    'Hải Âu',
    'Hoa Cải',
    'Hoa Lan',
    'Hoa Mặt Trời',
    'Hướng Nắng',
    'Kẹo Ngọt',
    'Kiến Con',
    'Lá Non',
  ],
  'Đằng Lâm': [
    'Mây Trắng',
    'Mèo Con',
    'Mí Mí',
    'Nai Vàng',
    'Ngọc Lan',
    'Ong Vàng',
    'Ốc Sên',
    'Sóc Nâu',
    'Sơn Ca',
  ],
  'Đông Hải 1': ['Sao Khuê', 'Sao Mai', 'Tí Hon', 'Thỏ Trắng', 'Thiên Nga', 'Trăng Non', 'Tre Xanh'],
  'Đông Hải 2': ['Tuổi Hồng', 'Tuổi Ngọc', 'Vàng Anh', 'Vành Khuyên', 'Voi Con'],
  'Nam Hải': ['Bé Ngoan', 'Bé Yêu', 'Bướm Vàng', 'Cỏ Ba Lá', 'Dế Mèn'],
  'Thành Tô': ['Họa Mi', 'Hoa Đào', 'Măng Non', 'Mặt Trời Bé', 'Nắng Sớm'],
  'Tràng Cát': ['Phượng Hồng', 'Quả Ngọt', 'Rùa Vàng', 'Tuổi Thần Tiên', 'Ước Mơ Nhỏ'],
}

/** HA-NL-01 … HA-NL-52, in the order above. */
export const haiAnClasses: readonly UnitFact[] = Object.entries(classNames)
  // The keys of a closed record, which Object.entries widens to string.
  .flatMap(([ward, names]) => names.map((name) => ({ ward: ward as HaiAnWardName, name })))
  .map(({ ward, name }, index) =>
    independentClassOf(haiAnWardCode(ward), `HA-NL-${String(index + 1).padStart(2, '0')}`, name, ward),
  )

export const haiAnSchools: readonly UnitFact[] = [
  ...publicPreschools.map(([name, ward]) => schoolOf(haiAn.code, 'HA', 'MN', name, ward)),
  ...privatePreschools.map(([name, ward]) => schoolOf(haiAn.code, 'HA', 'MNTT', name, ward)),
  ...publicPrimaries.map(([name, ward]) => schoolOf(haiAn.code, 'HA', 'TH', name, ward)),
  ...publicLowerSecondaries.map(([name, ward]) => schoolOf(haiAn.code, 'HA', 'THCS', name, ward)),
  ...multiLevel,
]
