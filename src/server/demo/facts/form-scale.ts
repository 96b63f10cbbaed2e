// The rows of the form "classes and pupils by grade" (src/domain/forms/scale-form.ts) that the demo's figures fill, by level.
import type { SchoolLevel } from '#domain/units/unit.ts'

/** The levels that the form knows; upper secondary schools report to the Sở in forms of their own. */
export type ScaleLevel = Extract<SchoolLevel, 'preschool' | 'primary' | 'lower_secondary'>

export const scaleRowCodes = [
  'nt1',
  'nt2',
  'nt3',
  'mg3',
  'mg4',
  'mg5',
  'k1',
  'k2',
  'k3',
  'k4',
  'k5',
  'k6',
  'k7',
  'k8',
  'k9',
] as const
export type ScaleRowCode = (typeof scaleRowCodes)[number]

export type ScaleRow = {
  code: ScaleRowCode
  level: ScaleLevel
  /** Rows of one group are added up in a line of their own: nhà trẻ, mẫu giáo. */
  group: 'nursery' | 'kindergarten' | null
  vi: string
  en: string
  /** Most children in one class, by law; a class above it is asked about, not refused. Circulars 28/2020 (primary), 32/2020. */
  largestClass: number
}

/** Age groups and their largest classes: the preschool charter (nhóm trẻ 15, 20, 25; lớp mẫu giáo 25, 30, 35). */
export const scaleRows: readonly ScaleRow[] = [
  {
    code: 'nt1',
    level: 'preschool',
    group: 'nursery',
    vi: 'Nhóm trẻ 3-12 tháng tuổi',
    en: 'Nursery, 3–12 months',
    largestClass: 15,
  },
  {
    code: 'nt2',
    level: 'preschool',
    group: 'nursery',
    vi: 'Nhóm trẻ 13-24 tháng tuổi',
    en: 'Nursery, 13–24 months',
    largestClass: 20,
  },
  {
    code: 'nt3',
    level: 'preschool',
    group: 'nursery',
    vi: 'Nhóm trẻ 25-36 tháng tuổi',
    en: 'Nursery, 25–36 months',
    largestClass: 25,
  },
  {
    code: 'mg3',
    level: 'preschool',
    group: 'kindergarten',
    vi: 'Lớp mẫu giáo 3-4 tuổi',
    en: 'Kindergarten, 3–4 years',
    largestClass: 25,
  },
  {
    code: 'mg4',
    level: 'preschool',
    group: 'kindergarten',
    vi: 'Lớp mẫu giáo 4-5 tuổi',
    en: 'Kindergarten, 4–5 years',
    largestClass: 30,
  },
  {
    code: 'mg5',
    level: 'preschool',
    group: 'kindergarten',
    vi: 'Lớp mẫu giáo 5-6 tuổi',
    en: 'Kindergarten, 5–6 years',
    largestClass: 35,
  },
  ...grades('primary', [1, 2, 3, 4, 5], 35),
  ...grades('lower_secondary', [6, 7, 8, 9], 45),
]

function grades(
  level: ScaleLevel,
  numbers: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9)[],
  largestClass: number,
): ScaleRow[] {
  return numbers.map((grade) => ({
    code: `k${grade}`,
    level,
    group: null,
    vi: `Lớp ${grade}`,
    en: `Grade ${grade}`,
    largestClass,
  }))
}

/** The rows that a school fills in. */
export function rowsFor(levels: readonly SchoolLevel[]): ScaleRow[] {
  return scaleRows.filter((row) => levels.includes(row.level))
}
