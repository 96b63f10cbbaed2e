import { describe, expect, test } from 'vitest'
import type { SheetGrid } from '#domain/units/sheet-grid.ts'
import { accountFaultWords } from './account-fault-words.ts'
import {
  type AccountGround,
  accountSheet,
  planAccountSheet,
  readAccountSheet,
  readRole,
  sheetRoles,
} from './account-sheet.ts'

const heads = [
  'Họ và tên *',
  'Tên đăng nhập *',
  'Số điện thoại',
  'Chức danh',
  'Mã đơn vị *',
  'Vai trò *',
  'Mã đơn vị phụ trách',
]

function sheet(rows: readonly (readonly (string | null)[])[], given = heads): SheetGrid {
  return {
    name: 'Tài khoản',
    rows: [given, ...rows].map((cells, index) => ({
      row: index + 1,
      cells: new Map(
        cells.flatMap((cell, at): [number, string][] => (cell === null ? [] : [[at + 1, cell]])),
      ),
    })),
  }
}

const ground: AccountGround = { checkPlace: () => 'ok', ownerOf: () => null, isPhoneTaken: () => false }
const row = (
  userName: string,
  more: { phone?: string; role?: string; unit?: string; scope?: string } = {},
) => [
  'Lê Thị An',
  userName,
  more.phone ?? null,
  null,
  more.unit ?? 'TH-1',
  more.role ?? 'Hiệu trưởng',
  more.scope ?? null,
]
const faults = (grid: SheetGrid) =>
  readAccountSheet([grid]).faults.map((fault) => [fault.row, fault.column, fault.reason])

describe('reading the sheet of accounts', () => {
  test('no such sheet, and a sheet without rows, say nothing', () => {
    expect(readAccountSheet([])).toEqual({ table: null, accounts: [], faults: [] })
    expect(readAccountSheet([sheet([])]).accounts).toEqual([])
  })
  test('a missing required column is told once', () => {
    expect(faults(sheet([['Lê Thị An', 'an', null, null, 'TH-1']], heads.slice(0, 5)))).toEqual([
      [1, null, 'column_missing'],
    ])
  })
  test('an account is read; the scope is the place of work unless said', () => {
    expect(
      readAccountSheet([sheet([row('An.Le', { phone: '912345678' }), row('b2', { scope: 'HA' })])]).accounts,
    ).toMatchObject([
      { row: 2, userName: 'an.le', phone: '0912345678', role: 'unit_head', scopeCode: 'TH-1' },
      { row: 3, scopeCode: 'HA' },
    ])
  })
  test('faults name row and column: names that cannot be, twice, phones, roles', () => {
    const grid = sheet([
      row('có dấu'),
      row('an'),
      row('an'),
      row('b1', { phone: '12' }),
      row('b2', { phone: '0912345678' }),
      row('b3', { phone: '0912 345 678' }),
      row('b4', { role: 'Vua' }),
      ['Lê', null, null, null, 'TH-1', 'Văn thư'],
    ])
    expect(faults(grid)).toEqual([
      [9, 2, 'required'],
      [2, 2, 'user_name_malformed'],
      [4, 2, 'user_name_twice'],
      [5, 3, 'phone_malformed'],
      [7, 3, 'phone_twice'],
      [8, 6, 'role_unknown'],
    ])
  })
  test('every role of the template is read back', () => {
    expect(sheetRoles.map(readRole)).toEqual([
      'leader',
      'officer',
      'unit_head',
      'clerk',
      'viewer',
      'administrator',
    ])
  })
})

describe('what a sheet of accounts would do', () => {
  const plan = (grid: SheetGrid, over: Partial<AccountGround> = {}) =>
    planAccountSheet(readAccountSheet([grid]), { ...ground, ...over })

  test('a free name is invited; the same person in the same unit is left alone', () => {
    const ownerOf: AccountGround['ownerOf'] = (name) =>
      name === 'an' ? { seen: true, fullName: 'Lê thị An', unitCodes: ['TH-1'] } : null
    expect(plan(sheet([row('an'), row('b1')]), { ownerOf }).accounts.map((account) => account.what)).toEqual([
      'unchanged',
      'invited',
    ])
  })
  test('a name of somebody else is taken; of somebody unseen nothing more is said', () => {
    const seen = plan(sheet([row('an')]), {
      ownerOf: () => ({ seen: true, fullName: 'Người Khác', unitCodes: ['X'] }),
    }).faults
    const unseen = plan(sheet([row('an')]), { ownerOf: () => ({ seen: false }) }).faults
    expect(seen).toMatchObject([{ reason: 'user_name_taken', other: 'Người Khác' }])
    expect(unseen).toMatchObject([{ reason: 'user_name_taken' }])
    expect(unseen[0]).not.toHaveProperty('other')
  })
  test('places that are not known or beyond one’s reach are faults of their own cell', () => {
    const checkPlace: AccountGround['checkPlace'] = (unit, scope) =>
      unit === 'LA'
        ? 'unit_unknown'
        : scope === 'HP'
          ? 'scope_beyond_own'
          : unit === 'MAI'
            ? 'unit_not_yet'
            : 'ok'
    expect(
      plan(sheet([row('a1', { unit: 'LA' }), row('a2', { scope: 'HP' }), row('a3', { unit: 'MAI' })]), {
        checkPlace,
      }).faults.map((fault) => [fault.row, fault.column, fault.reason]),
    ).toEqual([
      [2, 5, 'unit_unknown'],
      [3, 7, 'scope_beyond_own'],
      [4, 5, 'unit_not_yet'],
    ])
  })
  test('a phone that signs somebody else in is a fault', () => {
    expect(
      plan(sheet([row('a1', { phone: '0912345678' })]), { isPhoneTaken: () => true }).faults,
    ).toMatchObject([{ row: 2, column: 3, reason: 'phone_taken' }])
  })
  test('every fault has words in both languages', () => {
    const reading = readAccountSheet([
      sheet([row('có dấu', { phone: '1', role: 'Vua' }), row('an'), row('an')]),
    ])
    const all = [...reading.faults, ...plan(sheet([row('x1')]), { checkPlace: () => 'not_allowed' }).faults]
    for (const fault of all)
      for (const language of ['vi', 'en'] as const)
        expect(accountFaultWords(fault, accountSheet.columns, language).mend).not.toBe('')
  })
})
