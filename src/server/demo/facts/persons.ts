// The people of the demo who are shown when it starts: all invented. Every other unit has its accounts by rule, in
// rule-persons.ts, so that whoever tries the demo can sign in as any school, phường or phòng.
import type { LocalDate } from '#domain/basics/dates.ts'
import { allUnits } from './demo-units.ts'
import { person, type PersonFact, works } from './person-facts.ts'
import { districtsEnd, recordsBegin } from './unit-facts.ts'

/**
 * Whoever works in a district office goes on in a ward on 1/7/2025, so that the same account shows both worlds when the
 * business date is moved.
 */
export const namedPersons: readonly PersonFact[] = [
  // Quận Hải An, then phường Hải An
  person(
    'hung',
    101,
    'Lưu Quốc Hùng',
    'Phó Chủ tịch',
    works('leader', 'HA'),
    works('leader', 'HP-P-HAIAN', 'HP-P-HAIAN', districtsEnd),
  ),
  {
    ...person(
      'lan',
      102,
      'Nguyễn Hoàng Lan',
      'Chuyên viên',
      works('officer', 'HA-PGDDT', 'HA'),
      works('officer', 'HP-P-HAIAN-PVHXH', 'HP-P-HAIAN', districtsEnd),
    ),
    email: 'lan@haian.example',
  },
  person(
    'mai',
    103,
    'Bùi Thanh Mai',
    'Trưởng phòng',
    works('unit_head', 'HA-PGDDT'),
    works('unit_head', 'HP-P-HAIAN-PVHXH', 'HP-P-HAIAN-PVHXH', districtsEnd),
  ),
  person('tuan', 104, 'Hà Minh Tuấn', 'Trưởng phòng', works('unit_head', 'HA-PNV')),
  person('son', 105, 'Cao Thái Sơn', 'Phó Trưởng Công an quận', works('unit_head', 'HA-CA')),
  person('thao', 106, 'Mạc Thu Thảo', 'Phó Chủ tịch UBND phường', works('unit_head', 'HA-P-THANHTO')),
  person('minh', 107, 'Đàm Nhật Minh', 'Hiệu trưởng', works('unit_head', 'HA-TH-DANGHAI')),
  person('hoa', 108, 'Trịnh Ngọc Hoa', 'Nhân viên văn thư', works('clerk', 'HA-TH-DANGHAI')),
  person('thu', 109, 'Phùng Anh Thư', 'Nhân viên văn thư', works('clerk', 'HA-MN-CATBI')),
  person('yen', 110, 'Lâm Hải Yến', 'Đại biểu Hội đồng nhân dân', works('viewer', 'HA-HDND', 'HA')),
  person('quan', 111, 'Kiều Đức Quân', 'Quản trị hệ thống', works('administrator', 'HP-SGDDT', 'HP')),
  person('van', 112, 'Tô Khánh Vân', 'Quản trị của quận', works('administrator', 'HA-VP', 'HA')),
  // Thành phố Hải Phòng
  person('khanh', 121, 'Tạ Duy Khánh', 'Phó Giám đốc Sở', works('leader', 'HP-SGDDT', 'HP')),
  person('ngoc', 122, 'Ninh Bảo Ngọc', 'Chuyên viên Sở', works('officer', 'HP-SGDDT', 'HP')),
  // Quận Kiến An, then phường Kiến An
  person(
    'thanh',
    131,
    'Vương Khả Thành',
    'Phó Chủ tịch',
    works('leader', 'KA'),
    works('leader', 'HP-P-KIENAN', 'HP-P-KIENAN', districtsEnd),
  ),
  person(
    'huong',
    132,
    'Nghiêm Thu Hương',
    'Chuyên viên',
    works('officer', 'KA-PGDDT', 'KA'),
    works('officer', 'HP-P-KIENAN-PVHXH', 'HP-P-KIENAN', districtsEnd),
  ),
  person(
    'tam',
    133,
    'Thái Minh Tâm',
    'Hiệu trưởng',
    works('unit_head', 'KA-MN-VANDAU', 'KA-MN-VANDAU', vanDauFounded()),
  ),
  // Phường Đông Hải and phường Phù Liễn, from 1/7/2025
  person(
    'phuc',
    141,
    'Tống Gia Phúc',
    'Phó Chủ tịch',
    works('leader', 'HP-P-DONGHAI', 'HP-P-DONGHAI', districtsEnd),
  ),
  person(
    'trang',
    142,
    'Lục Quỳnh Trang',
    'Chuyên viên',
    works('officer', 'HP-P-DONGHAI-PVHXH', 'HP-P-DONGHAI', districtsEnd),
  ),
  person(
    'dao',
    143,
    'Quản Thị Bích Đào',
    'Phó Chủ tịch',
    works('leader', 'HP-P-PHULIEN', 'HP-P-PHULIEN', districtsEnd),
  ),
]

function vanDauFounded(): LocalDate {
  return allUnits.find((unit) => unit.code === 'KA-MN-VANDAU')?.validFrom ?? recordsBegin
}

export type ShownAccount = { userName: string; vi: string; en: string }

/** Printed when the demo starts: one for each role on the demo's day, then the other settings. */
export const shownAccounts: readonly ShownAccount[] = [
  { userName: 'hung', vi: 'Lãnh đạo UBND quận Hải An', en: 'Leader, district of Hải An' },
  { userName: 'lan', vi: 'Chuyên viên phụ trách giáo dục quận Hải An', en: 'Education officer of Hải An' },
  {
    userName: 'tuan',
    vi: 'Trưởng phòng Nội vụ (đơn vị chủ trì, phối hợp)',
    en: 'Head of an office with tasks',
  },
  { userName: 'minh', vi: 'Hiệu trưởng TH Đằng Hải', en: 'School head' },
  { userName: 'hoa', vi: 'Văn thư TH Đằng Hải', en: 'School clerk' },
  { userName: 'yen', vi: 'Đại biểu HĐND quận (chỉ xem)', en: 'Viewer' },
  { userName: 'quan', vi: 'Quản trị hệ thống, toàn thành phố', en: 'Administrator of the city' },
  { userName: 'ngoc', vi: 'Chuyên viên Sở GD&ĐT', en: 'Officer of the city' },
  { userName: 'huong', vi: 'Chuyên viên quận Kiến An', en: 'Officer of Kiến An' },
  {
    userName: 'trang',
    vi: 'Chuyên viên phường Đông Hải (từ 01/7/2025)',
    en: 'Officer of a ward (from 1/7/2025)',
  },
]
