// The sheet of accounts: who is to be invited, where he works, over what he has a role. Existing accounts are left alone.
import { fold } from '#domain/basics/text.ts'
import {
  faultAt,
  findTable,
  type GridFault,
  type SheetGrid,
  type SheetRules,
  type SheetTable,
} from '#domain/units/sheet-grid.ts'
import { type Role, roles } from '#domain/rights/can.ts'
import { phoneDigits } from './phone.ts'

export type AccountColumn = 'fullName' | 'userName' | 'phone' | 'jobTitle' | 'unitCode' | 'role' | 'scopeCode'

export const accountSheet: SheetRules<AccountColumn> = {
  sheetNames: ['Tài khoản', 'Accounts', 'Người dùng', 'Tai khoan'],
  columns: [
    { key: 'fullName', headings: ['Họ và tên', 'Full name', 'Họ tên'], required: true, most: 100 },
    { key: 'userName', headings: ['Tên đăng nhập', 'User name'], required: true, most: 60 },
    { key: 'phone', headings: ['Số điện thoại', 'Phone', 'Điện thoại'], required: false, most: 30 },
    { key: 'jobTitle', headings: ['Chức danh', 'Job title', 'Chức vụ'], required: false, most: 100 },
    {
      key: 'unitCode',
      headings: ['Mã đơn vị', 'Code of the unit', 'Mã đơn vị công tác'],
      required: true,
      most: 40,
    },
    { key: 'role', headings: ['Vai trò', 'Role'], required: true, most: 60 },
    {
      key: 'scopeCode',
      headings: ['Mã đơn vị phụ trách', 'Code of the unit in charge of'],
      required: false,
      most: 40,
    },
  ],
}

const roleWords: Record<Role, readonly [vi: string, en: string, ...others: string[]]> = {
  leader: ['Lãnh đạo', 'Leader'],
  officer: ['Chuyên viên', 'Officer'],
  unit_head: ['Thủ trưởng đơn vị', 'Head of unit', 'Hiệu trưởng', 'Trưởng đơn vị', 'unit_head'],
  clerk: ['Văn thư', 'Clerk', 'Nhân viên'],
  viewer: ['Người xem', 'Viewer', 'Chỉ xem'],
  administrator: ['Quản trị', 'Administrator', 'Quản trị viên'],
}
export const sheetRoles = roles.map((role) => roleWords[role][0])
export const sayRole = (role: Role): string => roleWords[role][0]

export function readRole(text: string): Role | null {
  const wanted = fold(text)
  return roles.find((role) => roleWords[role].some((word) => fold(word) === wanted)) ?? null
}

export type SheetAccount = {
  row: number
  fullName: string
  userName: string
  phone: string | null
  jobTitle: string | null
  unitCode: string
  role: Role
  /** The unit over whose subtree the role holds; the place of work unless said. */
  scopeCode: string
}

export type AccountSheetReason =
  | GridFault['reason']
  | 'user_name_malformed'
  | 'user_name_twice'
  | 'user_name_taken'
  | 'phone_malformed'
  | 'phone_twice'
  | 'phone_taken'
  | 'role_unknown'
  | 'unit_unknown'
  | 'scope_unknown'
  | 'unit_not_yet'
  | 'not_allowed'
  | 'scope_beyond_own'

export type AccountSheetFault = Omit<GridFault, 'reason'> & {
  reason: AccountSheetReason
  otherRow?: number
  /** Who bears the user name. */
  other?: string
}

export type AccountSheetReading = {
  table: SheetTable<AccountColumn> | null
  accounts: SheetAccount[]
  faults: AccountSheetFault[]
}

/** Excel drops the nought before a number: nine digits are a phone without it. */
function phoneOf(text: string): string | null {
  return phoneDigits(/^[1-9]\d{8}$/.test(text) ? `0${text}` : text)
}

export function readAccountSheet(grids: readonly SheetGrid[]): AccountSheetReading {
  const found = findTable(grids, accountSheet)
  if (found === null) return { table: null, accounts: [], faults: [] }
  const { table } = found
  const faults: AccountSheetFault[] = [...found.faults]
  if (faults.some((fault) => fault.reason === 'column_missing')) return { table, accounts: [], faults }
  const nameRows = new Map<string, number>()
  const phoneRows = new Map<string, number>()
  const accounts: SheetAccount[] = []
  for (const { row, values } of table.rows) {
    const own: AccountSheetFault[] = []
    const fail = (key: AccountColumn, reason: AccountSheetReason, more: { otherRow?: number } = {}) =>
      own.push({ ...faultAt(table, row, key, reason, values[key] ?? ''), ...more })
    const userName = (values.userName ?? '').toLowerCase()
    if (userName !== '' && !/^[a-z0-9][a-z0-9._-]{1,59}$/.test(userName))
      fail('userName', 'user_name_malformed')
    const nameRow = nameRows.get(userName)
    if (userName !== '' && nameRow !== undefined) fail('userName', 'user_name_twice', { otherRow: nameRow })
    else nameRows.set(userName, row)
    const phone = values.phone === undefined ? null : phoneOf(values.phone)
    if (values.phone !== undefined && phone === null) fail('phone', 'phone_malformed')
    const phoneRow = phone === null ? undefined : phoneRows.get(phone)
    if (phoneRow !== undefined) fail('phone', 'phone_twice', { otherRow: phoneRow })
    else if (phone !== null) phoneRows.set(phone, row)
    const role = values.role === undefined ? null : readRole(values.role)
    if (values.role !== undefined && role === null) fail('role', 'role_unknown')
    faults.push(...own)
    const hasFault =
      own.length > 0 || found.faults.some((fault) => fault.row === row && fault.reason !== 'column_twice')
    if (hasFault || role === null) continue
    const unitCode = values.unitCode ?? ''
    accounts.push({
      row,
      fullName: values.fullName ?? '',
      userName,
      phone,
      jobTitle: values.jobTitle ?? null,
      unitCode,
      role,
      scopeCode: values.scopeCode ?? unitCode,
    })
  }
  return { table, accounts, faults }
}

export type AccountGround = {
  /** May the person who imports give a role to somebody who works in this unit, over that scope? */
  checkPlace: (
    unitCode: string,
    scopeCode: string,
  ) =>
    | 'ok'
    | Extract<
        AccountSheetReason,
        'unit_unknown' | 'scope_unknown' | 'unit_not_yet' | 'not_allowed' | 'scope_beyond_own'
      >
  /** Who bears a user name already: with his units where he may be seen, without anything of him else. */
  ownerOf: (
    userName: string,
  ) => { seen: true; fullName: string; unitCodes: readonly string[] } | { seen: false } | null
  isPhoneTaken: (phone: string) => boolean
}

export type PlannedAccount = SheetAccount & { what: 'invited' | 'unchanged' }

/** An account that exists with the same name in the same unit stays as it is; one of somebody else is a fault. */
export function planAccountSheet(
  reading: AccountSheetReading,
  ground: AccountGround,
): { accounts: PlannedAccount[]; faults: AccountSheetFault[] } {
  const faults: AccountSheetFault[] = []
  const accounts: PlannedAccount[] = []
  for (const account of reading.accounts) {
    const { row, userName, unitCode, scopeCode, phone } = account
    const fail = (
      key: AccountColumn,
      reason: AccountSheetReason,
      value: string,
      more: { other?: string } = {},
    ) => faults.push({ ...faultAt(reading.table, row, key, reason, value), ...more })
    const owner = ground.ownerOf(userName)
    if (owner !== null) {
      const isSame =
        owner.seen && fold(owner.fullName) === fold(account.fullName) && owner.unitCodes.includes(unitCode)
      if (isSame) accounts.push({ ...account, what: 'unchanged' })
      else fail('userName', 'user_name_taken', userName, owner.seen ? { other: owner.fullName } : {})
      continue
    }
    const place = ground.checkPlace(unitCode, scopeCode)
    if (place !== 'ok') {
      const isScope = place === 'scope_unknown' || place === 'scope_beyond_own'
      fail(
        isScope && scopeCode !== unitCode ? 'scopeCode' : 'unitCode',
        place,
        isScope ? scopeCode : unitCode,
      )
      continue
    }
    if (phone !== null && ground.isPhoneTaken(phone)) {
      fail('phone', 'phone_taken', phone)
      continue
    }
    accounts.push({ ...account, what: 'invited' })
  }
  // What a row with faults of its own would fail at next is told with them: a file is mended once.
  const readRows = new Set(reading.accounts.map((account) => account.row))
  for (const { row, values } of reading.table?.rows ?? []) {
    const { unitCode } = values
    if (readRows.has(row) || unitCode === undefined) continue
    const place = ground.checkPlace(unitCode, unitCode)
    if (place === 'unit_unknown' || place === 'unit_not_yet' || place === 'not_allowed')
      faults.push(faultAt(reading.table, row, 'unitCode', place, unitCode))
  }
  return { accounts, faults }
}
