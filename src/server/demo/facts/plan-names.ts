// What the names printed in the plan of quận Hải An mean: the answer that matching has to give when the demo is made.
import type { Ownership, SchoolLevel, UnitKind } from '#domain/units/unit.ts'
import { haiAnWardCode, haiAnWardNames } from './hai-an.ts'

/** As `AudienceRule` of the domain, with codes for ids. */
export type RuleFact =
  | { units: readonly string[] }
  | {
      kinds?: readonly UnitKind[]
      levels?: readonly SchoolLevel[]
      ownership?: readonly Ownership[]
      under: string
    }

/** One unit by its code, or a rule that picks units. */
export type NameMeaning = { unit: string } | { audience: { any: readonly RuleFact[] } }

function unit(code: string): NameMeaning {
  return { unit: code }
}

function audience(...any: readonly RuleFact[]): NameMeaning {
  return { audience: { any } }
}

const wards = audience({ kinds: ['ward'], under: 'HA' })
const offices = audience({ kinds: ['office'], under: 'HA' })
const schools = audience({ kinds: ['school'], under: 'HA' })
// By name: the rule "agency under the district" would take in the police of every ward.
const agencies: RuleFact = {
  units: [
    'HA-CA',
    'HA-BQLDA',
    'HA-TTPTQD',
    'HA-TTVHTTTT',
    'HA-TTYT',
    'HA-TTGDNNGDTX',
    'HA-QD',
    'HA-MTTQ',
    'HA-BTG',
  ],
}
const officesAndAgencies = audience({ kinds: ['office'], under: 'HA' }, agencies)

/** By the name as it is printed, without the case of its first letter. */
export const planNames: Readonly<Record<string, NameMeaning>> = {
  'Phòng Giáo dục và Đào tạo': unit('HA-PGDDT'),
  'Phòng Nội vụ': unit('HA-PNV'),
  'Phòng Tài chính - Kế hoạch': unit('HA-PTCKH'),
  'Phòng TC-KH': unit('HA-PTCKH'),
  'Phòng Quản lý đô thị': unit('HA-PQLDT'),
  'Phòng Tài nguyên và Môi trường': unit('HA-PTNMT'),
  'Phòng Kinh tế': unit('HA-PKT'),
  'Phòng Lao động - Thương binh và Xã hội': unit('HA-PLDTBXH'),
  'Phòng Y tế': unit('HA-PYT'),
  'Văn phòng HĐND-UBND': unit('HA-VP'),
  'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân': unit('HA-VP'),
  'Ban Quản lý Dự án Đầu tư và Xây dựng quận': unit('HA-BQLDA'),
  'Ban Quản lý Dự án Đầu tư và Xây dựng': unit('HA-BQLDA'),
  'Trung tâm Phát triển quỹ đất': unit('HA-TTPTQD'),
  'Công an quận': unit('HA-CA'),
  'Công an': unit('HA-CA'),
  'BCĐ xây dựng trường chuẩn Quốc gia quận': unit('HA-BCDCQG'),
  'Ban Chỉ đạo phổ cập quận': unit('HA-BCDPC'),
  'Ban Chỉ đạo phổ cập giáo dục quận': unit('HA-BCDPC'),
  'Ban Chỉ đạo phổ cập các phường': audience({
    units: haiAnWardNames.map((name) => `${haiAnWardCode(name)}-BCDPC`),
  }),
  'Ban Chỉ đạo phổ cập giáo dục phường': audience({
    units: haiAnWardNames.map((name) => `${haiAnWardCode(name)}-BCDPC`),
  }),
  'Thường trực Hội đồng Thi đua - Khen thưởng quận': unit('HA-HDTDKT'),
  'Trưởng khối thi đua Mầm non': unit('HA-KTDMN'),
  'Trưởng khối thi đua Tiểu học': unit('HA-KTDTH'),
  'Trưởng khối thi đua Trung học cơ sở': unit('HA-KTDTHCS'),
  'Ủy ban nhân dân phường Đông Hải 2': unit('HA-P-DONGHAI2'),
  'Ủy ban nhân dân phường Thành Tô': unit('HA-P-THANHTO'),
  'UBND phường Thành Tô': unit('HA-P-THANHTO'),
  'Trường Tiểu học Thành Tô': unit('HA-TH-THANHTO'),
  'Trường MN Thành Tô': unit('HA-MN-THANHTO'),
  'Trường TH Thành Tô': unit('HA-TH-THANHTO'),
  'Ủy ban nhân dân các phường': wards,
  'UBND các phường': wards,
  'Các phòng, ban có liên quan': offices,
  'Các phòng, ban liên quan': offices,
  'Các phòng liên quan': offices,
  'Các phòng ban, đơn vị liên quan': officesAndAgencies,
  'Các phòng, đơn vị': officesAndAgencies,
  'Các ngành có liên quan': audience(agencies),
  'Các trường học': schools,
  'Trường học': schools,
  'Các nhà trường': schools,
  'Các trường mầm non': audience({ kinds: ['school'], levels: ['preschool'], under: 'HA' }),
  'Các trường Tiểu học': audience({ kinds: ['school'], levels: ['primary'], under: 'HA' }),
  'Các trường Trung học cơ sở': audience({ kinds: ['school'], levels: ['lower_secondary'], under: 'HA' }),
  'Các cơ sở giáo dục': audience({ kinds: ['school', 'independent_class'], under: 'HA' }),
  'Các cơ sở giáo dục ngoài công lập': audience({
    kinds: ['school', 'independent_class'],
    ownership: ['private', 'people_founded'],
    under: 'HA',
  }),
}

/** Finds a printed name whatever the case of its letters. */
export function meaningOf(
  names: Readonly<Record<string, NameMeaning>>,
  printed: string,
): NameMeaning | undefined {
  const wanted = printed.toLowerCase()
  return Object.entries(names).find(([name]) => name.toLowerCase() === wanted)?.[1]
}
