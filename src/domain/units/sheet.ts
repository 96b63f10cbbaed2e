// The sheet of units: its columns, and its rows read into what they say. A row is about the unit that bears its code.
import { type LocalDate, parseLocalDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import { type Contact, readSites } from './contact.ts'
import {
  faultAt,
  findTable,
  type GridFault,
  type SheetGrid,
  type SheetRules,
  type SheetTable,
} from './sheet-grid.ts'
import { readKind, readLevels, readOwnership, readRank } from './sheet-words.ts'
import type { Tier } from './tiers.ts'
import type { Ownership, SchoolLevel, SchoolRank, UnitKind } from './unit.ts'

export type UnitColumn =
  | 'code'
  | 'officialName'
  | 'shortName'
  | 'otherNames'
  | 'kind'
  | 'tier'
  | 'parentCode'
  | 'levels'
  | 'ownership'
  | 'rank'
  | 'place'
  | 'from'
  | keyof Contact

export const unitSheet: SheetRules<UnitColumn> = {
  sheetNames: ['Đơn vị', 'Units', 'Danh sách đơn vị', 'Don vi'],
  columns: [
    { key: 'code', headings: ['Mã đơn vị', 'Code', 'Mã', 'Mã trường'], required: true, most: 40 },
    {
      key: 'officialName',
      headings: ['Tên đầy đủ', 'Official name', 'Tên đơn vị', 'Tên trường'],
      required: true,
      most: 300,
    },
    { key: 'shortName', headings: ['Tên ngắn', 'Short name', 'Tên viết tắt'], required: false, most: 150 },
    { key: 'otherNames', headings: ['Tên gọi khác', 'Other names'], required: false, most: 2000 },
    { key: 'kind', headings: ['Loại đơn vị', 'Kind', 'Loại'], required: true, most: 100 },
    { key: 'tier', headings: ['Cấp hành chính', 'Tier'], required: false, most: 100 },
    {
      key: 'parentCode',
      headings: ['Mã đơn vị cấp trên', 'Code of the unit above', 'Mã cấp trên'],
      required: false,
      most: 40,
    },
    { key: 'levels', headings: ['Cấp học', 'School levels'], required: false, most: 100 },
    { key: 'ownership', headings: ['Loại hình', 'Ownership'], required: false, most: 100 },
    { key: 'rank', headings: ['Hạng', 'Rank', 'Hạng trường'], required: false, most: 20 },
    { key: 'place', headings: ['Địa bàn', 'Place'], required: false, most: 200 },
    { key: 'from', headings: ['Ngày thành lập', 'Founded on'], required: false, most: 20 },
    { key: 'address', headings: ['Địa chỉ', 'Address'], required: false, most: 300 },
    { key: 'phone', headings: ['Điện thoại', 'Phone', 'Số điện thoại'], required: false, most: 60 },
    { key: 'email', headings: ['Thư điện tử', 'E-mail', 'Email'], required: false, most: 200 },
    { key: 'website', headings: ['Trang web', 'Website'], required: false, most: 200 },
    { key: 'sites', headings: ['Điểm trường', 'Sites', 'Các điểm trường'], required: false, most: 4000 },
  ],
}

/** null: nothing is said, which leaves an existing unit as it is. */
export type SheetUnit = {
  row: number
  code: string
  officialName: string
  shortName: string | null
  otherNames: string[] | null
  kind: UnitKind
  tier: string | null
  parentCode: string | null
  levels: SchoolLevel[] | null
  ownership: Ownership | null
  rank: SchoolRank | null
  place: string | null
  from: LocalDate | null
  /** Only what is said. */
  contact: Partial<Contact>
}

export type UnitSheetReason =
  | GridFault['reason']
  | 'kind_unknown'
  | 'tier_unknown'
  | 'level_unknown'
  | 'ownership_unknown'
  | 'rank_unknown'
  | 'date_unknown'
  | 'code_twice'
  | 'parent_unknown'
  | 'parent_missing'
  | 'not_allowed'

export type UnitSheetFault = Omit<GridFault, 'reason'> & {
  reason: UnitSheetReason
  /** The row that already bears the code. */
  otherRow?: number
}

export type UnitSheetReading = {
  table: SheetTable<UnitColumn> | null
  units: SheetUnit[]
  faults: UnitSheetFault[]
}

/** Rows with a fault of their own are told and left out of `units`; a workbook without the sheet reads as no rows. */
export function readUnitSheet(grids: readonly SheetGrid[], tiers: readonly Tier[]): UnitSheetReading {
  const found = findTable(grids, unitSheet)
  if (found === null) return { table: null, units: [], faults: [] }
  const { table } = found
  const faults: UnitSheetFault[] = [...found.faults]
  if (faults.some((fault) => fault.reason === 'column_missing')) return { table, units: [], faults }
  const firstRowOf = new Map<string, number>()
  const units: SheetUnit[] = []
  for (const { row, values } of table.rows) {
    const own: UnitSheetFault[] = []
    const fail = (key: UnitColumn, reason: UnitSheetReason, more: { otherRow?: number } = {}) =>
      own.push({ ...faultAt(table, row, key, reason, values[key] ?? ''), ...more })
    const read = <T>(key: UnitColumn, reason: UnitSheetReason, by: (text: string) => T | null): T | null => {
      const text = values[key]
      if (text === undefined) return null
      const value = by(text)
      if (value === null) fail(key, reason)
      return value
    }
    const kind = read('kind', 'kind_unknown', readKind)
    const unit = {
      row,
      code: values.code ?? '',
      officialName: values.officialName ?? '',
      shortName: values.shortName ?? null,
      otherNames:
        values.otherNames === undefined
          ? null
          : values.otherNames
              .split(/[;|]/)
              .map((name) => name.trim())
              .filter((name) => name !== ''),
      tier: read('tier', 'tier_unknown', (text) => readTier(text, tiers)),
      parentCode: values.parentCode ?? null,
      levels: read('levels', 'level_unknown', readLevels),
      ownership: read('ownership', 'ownership_unknown', readOwnership),
      rank: read('rank', 'rank_unknown', readRank),
      place: values.place ?? null,
      from: read('from', 'date_unknown', parseLocalDate),
      contact: contactOf(values),
    }
    const otherRow = firstRowOf.get(unit.code)
    if (unit.code !== '' && otherRow !== undefined) fail('code', 'code_twice', { otherRow })
    else if (unit.code !== '') firstRowOf.set(unit.code, row)
    const hasFault =
      own.length > 0 || found.faults.some((fault) => fault.row === row && fault.reason !== 'column_twice')
    faults.push(...own)
    if (!hasFault && kind !== null) units.push({ ...unit, kind })
  }
  return { table, units, faults }
}

function contactOf(values: Readonly<Partial<Record<UnitColumn, string>>>): Partial<Contact> {
  const { address, phone, email, website, sites } = values
  return {
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(website === undefined ? {} : { website }),
    ...(sites === undefined ? {} : { sites: readSites(sites) }),
  }
}

function readTier(text: string, tiers: readonly Tier[]): string | null {
  const wanted = fold(text)
  return (
    tiers.find((tier) => [tier.code, tier.nameVi, tier.nameEn].some((word) => fold(word) === wanted))?.code ??
    null
  )
}
