// A second customer of the same installation, in another province: nobody of Hải Phòng may see anything of it. All invented.
import { localDate } from '#domain/basics/dates.ts'
import { firstTiers } from '#domain/units/tiers.ts'
import { demoToday, type TenantFact } from './hai-phong.ts'
import { person, type PersonFact, works } from './person-facts.ts'
import { bodyOf, independentClassOf, schoolOf, type UnitFact } from './unit-facts.ts'

export const secondTenant: TenantFact = {
  name: 'Xã Suối Mây',
  rootCode: 'SM',
  tiers: firstTiers,
  today: demoToday,
}

const commune: UnitFact = {
  code: 'SM',
  kind: 'ward',
  tier: 'commune',
  officialName: 'Ủy ban nhân dân xã Suối Mây',
  shortName: 'UBND xã Suối Mây',
  otherNames: ['Xã Suối Mây', 'UBND xã'],
  parentCode: null,
  levels: [],
  ownership: null,
  rank: null,
  place: 'xã Suối Mây',
  validFrom: localDate('1999-01-01'),
}

function inTheCommune(unit: UnitFact): UnitFact {
  return { ...unit, place: 'xã Suối Mây' }
}

export const secondUnits: readonly UnitFact[] = [
  commune,
  bodyOf('SM', 'office', 'VP', 'Văn phòng Ủy ban nhân dân xã Suối Mây', 'Văn phòng UBND xã'),
  bodyOf('SM', 'body', 'BCDPC', 'Ban Chỉ đạo phổ cập giáo dục, xóa mù chữ xã Suối Mây', 'BCĐ phổ cập xã'),
  inTheCommune(schoolOf('SM', 'SM', 'MN', 'Hoa Mận', null)),
  inTheCommune(schoolOf('SM', 'SM', 'TH', 'Suối Mây', null, { rank: 2 })),
  inTheCommune(schoolOf('SM', 'SM', 'THCS', 'Suối Mây', null, { rank: 3 })),
  inTheCommune(independentClassOf('SM', 'SM-NL-01', 'Hoa Chuối', 'Suối Mây')),
  inTheCommune(independentClassOf('SM', 'SM-NL-02', 'Nắng Vàng', 'Suối Mây')),
]

export const secondPersons: readonly PersonFact[] = [
  person('binh', 201, 'Vàng Seo Bình', 'Quản trị', works('administrator', 'SM-VP', 'SM')),
  person('duyen', 202, 'Lò Thị Mỹ Duyên', 'Công chức văn hóa - xã hội', works('officer', 'SM-VP', 'SM')),
  person('khoa', 203, 'Hoàng Đăng Khoa', 'Phó Chủ tịch', works('leader', 'SM')),
  person('sm-th', 204, 'Giàng A Páo', 'Nhân viên văn thư', works('clerk', 'SM-TH-SUOIMAY')),
]
