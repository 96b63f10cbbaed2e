// The words by which a spreadsheet says what a unit is. The first of each is what the template offers.
import { fold } from '#domain/basics/text.ts'
import {
  type Ownership,
  ownerships,
  type SchoolLevel,
  schoolLevels,
  type SchoolRank,
  type UnitKind,
  unitKinds,
} from './unit.ts'

type Words = readonly [vi: string, en: string, ...others: string[]]

const kindWords: Record<UnitKind, Words> = {
  committee: [
    'Ủy ban nhân dân',
    'People’s committee',
    'UBND',
    'UBND tỉnh',
    'UBND thành phố',
    'UBND quận',
    'UBND huyện',
    'committee',
  ],
  office: ['Phòng, ban, sở', 'Office', 'Phòng', 'Ban', 'Sở', 'phòng/ban'],
  agency: ['Cơ quan, đoàn thể', 'Agency', 'Cơ quan', 'Đoàn thể', 'Trung tâm', 'Công an'],
  ward: ['Phường, xã', 'Ward', 'Phường', 'Xã', 'Thị trấn', 'UBND phường', 'UBND xã', 'Đặc khu'],
  school: ['Trường', 'School', 'Trường học', 'Nhà trường'],
  independent_class: [
    'Nhóm, lớp độc lập',
    'Independent class',
    'Lớp độc lập',
    'Nhóm lớp',
    'Nhóm trẻ',
    'Cơ sở GDMN độc lập',
    'independent_class',
  ],
  body: ['Ban chỉ đạo, hội đồng', 'Steering body', 'Ban chỉ đạo', 'Hội đồng', 'body'],
  group: ['Khối thi đua, cụm', 'Group', 'Khối', 'Cụm', 'Khối thi đua'],
}
const levelWords: Record<SchoolLevel, Words> = {
  preschool: ['Mầm non', 'Preschool', 'MN', 'Mẫu giáo', 'Nhà trẻ'],
  primary: ['Tiểu học', 'Primary', 'TH'],
  lower_secondary: ['THCS', 'Lower secondary', 'Trung học cơ sở', 'lower_secondary'],
  upper_secondary: ['THPT', 'Upper secondary', 'Trung học phổ thông', 'upper_secondary'],
  continuing: ['GDTX', 'Continuing education', 'Giáo dục thường xuyên', 'GDNN-GDTX', 'continuing'],
}
const ownershipWords: Record<Ownership, Words> = {
  public: ['Công lập', 'Public', 'CL'],
  private: ['Tư thục', 'Private', 'TT'],
  people_founded: ['Dân lập', 'People-founded', 'DL', 'people_founded'],
  other_body: ['Phối quản', 'Run by another body', 'other_body'],
}

export const sheetKinds = unitKinds.map((kind) => kindWords[kind][0])
export const sheetOwnerships = ownerships.map((one) => ownershipWords[one][0])
export const sheetRanks = ['I', 'II', 'III'] as const
/** Schools of several levels are written with a plus sign: a comma would part the choices of a list. */
export const sheetLevels = [
  ...schoolLevels.map((level) => levelWords[level][0]),
  'Tiểu học + THCS',
  'THCS + THPT',
  'Tiểu học + THCS + THPT',
]

export const sayKind = (kind: UnitKind): string => kindWords[kind][0]
export const sayOwnership = (one: Ownership): string => ownershipWords[one][0]
export const sayRank = (rank: SchoolRank): string => 'I'.repeat(rank)
export const sayLevels = (levels: readonly SchoolLevel[]): string =>
  levels.map((level) => levelWords[level][0]).join(' + ')

const find = <T extends string>(words: Record<T, Words>, order: readonly T[], text: string): T | null => {
  const wanted = fold(text)
  return order.find((one) => words[one].some((word) => fold(word) === wanted)) ?? null
}

export const readKind = (text: string): UnitKind | null => find(kindWords, unitKinds, text)
export const readOwnership = (text: string): Ownership | null => find(ownershipWords, ownerships, text)

/** 'Tiểu học + THCS', 'TH, THCS', 'MN và TH'; null when a part of it is no level. */
export function readLevels(text: string): SchoolLevel[] | null {
  const parts = text.split(/[+,;/&]|\s+và\s+|\s+and\s+/i).filter((part) => part.trim() !== '')
  const read = parts.map((part) => find(levelWords, schoolLevels, part))
  return read.every((level) => level !== null) ? schoolLevels.filter((level) => read.includes(level)) : null
}

/** '1', 'I', 'Hạng I', 'hạng 2'. */
export function readRank(text: string): SchoolRank | null {
  const word = fold(text).replace(/^(hang|rank)\s*/, '')
  switch (word) {
    case '1':
    case 'i':
      return 1
    case '2':
    case 'ii':
      return 2
    case '3':
    case 'iii':
      return 3
    default:
      return null
  }
}
