import { describe, expect, test } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { noContact } from './contact.ts'
import { day, id, smallCity, smallWorld } from './sample-units.ts'
import { readUnitSheet, unitSheet } from './sheet.ts'
import type { SheetGrid } from './sheet-grid.ts'
import { unitFaultWords } from './sheet-fault-words.ts'
import { planUnitSheet, type SheetGround } from './sheet-plan.ts'
import {
  readKind,
  readLevels,
  readOwnership,
  readRank,
  sheetKinds,
  sheetLevels,
  sheetOwnerships,
  sheetRanks,
} from './sheet-words.ts'
import { firstTiers } from './tiers.ts'

const heads = [
  'Mã đơn vị *',
  'Tên đầy đủ *',
  'Tên ngắn',
  'Loại đơn vị *',
  'Cấp hành chính',
  'Mã đơn vị cấp trên',
  'Cấp học',
  'Loại hình',
  'Hạng',
  'Ngày thành lập',
]

function sheet(
  rows: readonly (readonly (string | null)[])[],
  given: { heads?: readonly string[]; name?: string } = {},
): SheetGrid {
  const all = [given.heads ?? heads, ...rows]
  return {
    name: given.name ?? 'Đơn vị',
    rows: all.map((cells, index) => ({
      row: index + 1,
      cells: new Map(
        cells.flatMap((cell, at): [number, string][] =>
          cell === null || cell === '' ? [] : [[at + 1, cell]],
        ),
      ),
    })),
  }
}

const ground: SheetGround = {
  world: smallWorld,
  on: day('2024-09-01'),
  known: new Map(smallCity.map((state) => [state.code, state])),
  contactOf: () => noContact,
  mayChange: () => true,
}
const plan = (grid: SheetGrid, over: Partial<SheetGround> = {}) =>
  planUnitSheet(readUnitSheet([grid], firstTiers), { ...ground, ...over })
const faultsOf = (grid: SheetGrid) =>
  readUnitSheet([grid], firstTiers).faults.map((fault) => [fault.row, fault.column, fault.reason])
const school = (
  code: string,
  parent: string,
  more: Partial<Record<'name' | 'levels' | 'from', string>> = {},
) => [
  code,
  more.name ?? `Trường Mầm non ${code}`,
  null,
  'Trường',
  null,
  parent,
  more.levels ?? 'Mầm non',
  'Công lập',
  null,
  more.from ?? null,
]

describe('reading the sheet of units', () => {
  test('a sheet with only its heads has no rows and no faults', () => {
    const reading = readUnitSheet([sheet([])], firstTiers)
    expect(reading.units).toEqual([])
    expect(reading.faults).toEqual([])
    expect(reading.table?.sheet).toBe('Đơn vị')
  })
  test('a workbook without such a sheet reads as nothing', () => {
    expect(readUnitSheet([], firstTiers).table).toBeNull()
    expect(
      readUnitSheet([sheet([], { name: 'Khác', heads: ['STT', 'Ghi chú'] })], firstTiers).table,
    ).toBeNull()
  })
  test('the sheet is found by its heads under another name, below a title, in decomposed letters', () => {
    const own = sheet([school('M1', 'haiAn')], {
      name: 'Sheet1',
      heads: heads.map((head) => head.normalize('NFD')),
    })
    const lowered: SheetGrid = {
      name: own.name,
      rows: [
        { row: 1, cells: new Map([[1, 'DANH SÁCH TRƯỜNG']]) },
        ...own.rows.map((row) => ({ row: row.row + 2, cells: row.cells })),
      ],
    }
    const reading = readUnitSheet([sheet([], { name: 'Hướng dẫn', heads: ['x'] }), lowered], firstTiers)
    expect(reading.units.map((unit) => [unit.row, unit.code])).toEqual([[4, 'M1']])
  })
  test('a missing required column is told once, and no row is judged', () => {
    const without = heads.filter((head) => !head.startsWith('Loại đơn vị'))
    expect(faultsOf(sheet([['M1', 'Trường']], { heads: without }))).toEqual([[1, null, 'column_missing']])
  })
  test('every fault names its row and column', () => {
    const rows = [
      ['', 'Trường A', null, 'Trường', null, 'haiAn', 'MN'],
      ['B', 'Trường B', null, 'Trừơng học lạ', null, 'haiAn', 'Đại học', 'Nửa công', 'IV', '31/02/2020'],
      ['C', 'Trường C', null, 'Trường', 'Cấp vùng', 'haiAn', 'TH'],
      ['C', 'Trường C2', null, 'Trường', null, 'haiAn', 'TH'],
      ['#REF!', 'Trường D', null, 'Trường', null, 'haiAn', 'TH'],
      ['x'.repeat(41), 'Trường E', null, 'Trường', null, 'haiAn', 'TH'],
    ]
    expect(faultsOf(sheet(rows))).toEqual([
      [2, 1, 'required'],
      [6, 1, 'cell_error'],
      [7, 1, 'too_long'],
      [3, 4, 'kind_unknown'],
      [3, 7, 'level_unknown'],
      [3, 8, 'ownership_unknown'],
      [3, 9, 'rank_unknown'],
      [3, 10, 'date_unknown'],
      [4, 5, 'tier_unknown'],
      [5, 1, 'code_twice'],
    ])
  })
  test('every fault has its words in both languages', () => {
    const reading = readUnitSheet(
      [
        sheet([
          ['B', 'Trường B', null, 'lạ', 'lạ', 'haiAn', 'lạ', 'lạ', 'lạ', 'lạ'],
          ['B', '', null, 'Trường'],
        ]),
      ],
      firstTiers,
    )
    for (const fault of reading.faults) {
      for (const language of ['vi', 'en'] as const) {
        const said = unitFaultWords(fault, unitSheet.columns, language)
        expect(said.message).not.toBe('')
        expect(said.mend).not.toBe('')
      }
    }
  })
  test('what the template offers is read back', () => {
    expect(sheetKinds.map(readKind)).not.toContain(null)
    expect(sheetLevels.map(readLevels)).not.toContain(null)
    expect(sheetOwnerships.map(readOwnership)).not.toContain(null)
    expect(sheetRanks.map(readRank)).toEqual([1, 2, 3])
  })
  test('levels are read as people write them', () => {
    expect(readLevels('TH, THCS')).toEqual(['primary', 'lower_secondary'])
    expect(readLevels('Tiểu học và Trung học cơ sở')).toEqual(['primary', 'lower_secondary'])
    expect(readLevels('mam non')).toEqual(['preschool'])
    expect(readLevels('TH, đại học')).toBeNull()
  })
})

describe('what a sheet of units would change', () => {
  test('a code that nobody bears founds a unit, on its own day where it says one', () => {
    const { events, units, faults, refusals } = plan(
      sheet([school('M1', 'haiAn'), school('M2', 'haiAn', { from: '05/09/2010' })]),
    )
    expect([faults, refusals]).toEqual([[], []])
    expect(events.map((event) => [event.kind, event.on])).toEqual([
      ['found', '2024-09-01'],
      ['found', '2010-09-05'],
    ])
    expect(units.map((unit) => unit.what)).toEqual(['founded', 'founded'])
  })
  test('a row equal to what is recorded changes nothing; empty cells leave what there is', () => {
    const { events, units } = plan(sheet([['mnCatBi', 'Trường Mầm non Cát Bi', null, 'Trường']]))
    expect(events).toEqual([])
    expect(units).toMatchObject([{ code: 'mnCatBi', what: 'unchanged', changes: [] }])
  })
  test('a change is told field by field and becomes events of its kind', () => {
    const { events, units } = plan(
      sheet([
        [
          'mnCatBi',
          'Trường Mầm non Cát Bi 1',
          'MN Cát Bi 1',
          'Trường',
          null,
          'kienAn',
          'Mầm non',
          'Tư thục',
          'II',
        ],
      ]),
    )
    expect(events.map((event) => event.kind)).toEqual(['alter', 'rename', 'move'])
    expect(units[0]?.changes.map((change) => [change.field, change.before, change.after])).toEqual([
      ['officialName', 'Trường Mầm non Cát Bi', 'Trường Mầm non Cát Bi 1'],
      ['shortName', 'MN Cát Bi', 'MN Cát Bi 1'],
      ['parentCode', 'haiAn', 'kienAn'],
      ['ownership', 'Công lập', 'Tư thục'],
      ['rank', '', 'II'],
    ])
  })
  test('how a unit is reached changes with it, and alone; empty cells leave what there is', () => {
    const reached = { ...noContact, address: '1 Lê Lợi', phone: '0225 3 111 222' }
    const grid = sheet(
      [
        ['mnCatBi', 'Trường Mầm non Cát Bi', 'Trường', '', '2 Lê Lợi', null, 'Điểm chính; Điểm sau (ngõ 9)'],
        ['M1', 'Trường Mầm non Mới', 'Trường', 'haiAn', null, '0225 3 333 444', null],
      ],
      {
        heads: [
          'Mã đơn vị',
          'Tên đầy đủ',
          'Loại đơn vị',
          'Mã đơn vị cấp trên',
          'Địa chỉ',
          'Điện thoại',
          'Điểm trường',
        ],
      },
    )
    const { events, contacts, units, refusals } = plan(grid, { contactOf: () => reached })
    expect(refusals.map(({ refusal }) => refusal.reason)).toEqual(['level_missing'])
    expect(events).toEqual([])
    expect(units).toMatchObject([{ code: 'mnCatBi', what: 'changed' }])
    expect(units[0]?.changes).toEqual([
      { field: 'address', before: '1 Lê Lợi', after: '2 Lê Lợi' },
      { field: 'sites', before: '', after: 'Điểm chính; Điểm sau (ngõ 9)' },
    ])
    expect(contacts).toMatchObject([
      { unitId: id('mnCatBi'), before: reached, after: { address: '2 Lê Lợi', phone: '0225 3 111 222' } },
    ])
    expect(plan(grid, { contactOf: () => reached, mayChange: () => false }).faults[0]).toMatchObject({
      row: 2,
      reason: 'not_allowed',
    })
  })
  test('units may stand above each other in any order of rows', () => {
    const rows = [
      school('M1', 'P1'),
      ['P1', 'Ủy ban nhân dân phường Mới', 'UBND phường Mới', 'Phường, xã', 'Cấp xã', 'haiAn'],
    ]
    const { events, refusals, faults } = plan(sheet(rows))
    expect([faults, refusals]).toEqual([[], []])
    expect(events.map((event) => (event.kind === 'found' ? event.as.code : ''))).toEqual(['P1', 'M1'])
  })
  test('an unknown parent is a fault of its row; below a row with a fault nothing more is said', () => {
    const { faults, units } = plan(sheet([school('M1', 'KHONG-CO'), school('M2', 'M1')]))
    expect(faults.map((fault) => [fault.row, fault.column, fault.reason, fault.value])).toEqual([
      [2, 6, 'parent_unknown', 'KHONG-CO'],
    ])
    expect(units).toEqual([])
  })
  test('a row with a fault of its own is told its unknown parent at once', () => {
    const rows = [
      ['M1', 'Trường Mầm non M1', null, 'Trừơng', null, 'KHONG-CO'],
      ['M2', 'Trường Mầm non M2', null, 'Chợ'],
      ['M3', 'Trường Mầm non M3', null, 'Chợ', null, 'M1'],
    ]
    const grid = sheet(rows)
    expect(
      [...readUnitSheet([grid], firstTiers).faults, ...plan(grid).faults].map((fault) => [
        fault.row,
        fault.reason,
      ]),
    ).toEqual([
      [3, 'kind_unknown'],
      [4, 'kind_unknown'],
      [2, 'parent_unknown'],
      [3, 'parent_missing'],
    ])
  })
  test('a new unit needs somebody above it', () => {
    expect(plan(sheet([school('M1', '')])).faults.map((fault) => [fault.row, fault.reason])).toEqual([
      [2, 'parent_missing'],
    ])
  })
  test('what the units’ own rules refuse is told at its row: no level, a circle, a tier below itself', () => {
    const rows = [
      school('M1', 'haiAn', { levels: '' }),
      school('M2', 'M3'),
      school('M3', 'M2'),
      ['P1', 'Ủy ban nhân dân quận Mới', null, 'Ủy ban nhân dân', 'Cấp huyện', 'haiAn'],
    ]
    const found = plan(sheet([rows[0]?.map((cell, at) => (at === 6 ? null : cell)) ?? [], ...rows.slice(1)]))
    expect(found.refusals.map(({ row, refusal }) => [row, refusal.reason])).toEqual(
      expect.arrayContaining([
        [2, 'level_missing'],
        [5, 'tier_order'],
      ]),
    )
    // Neither of the two that hang below each other can stand.
    expect(found.units).toEqual([])
    expect(found.events).toEqual([])
  })
  test('a unit that may not be changed, or a parent that may not, is a fault', () => {
    const mayChange = (unitId: UnitId) => unitId !== id('kienAn') && unitId !== id('mn83')
    const { faults } = plan(
      sheet([
        school('M1', 'kienAn'),
        ['mn83', 'Trường Mầm non 8/3 mới', null, 'Trường'],
        ['mnHoaHong', 'Trường Mầm non Hoa Hồng', null, 'Trường', null, 'kienAn'],
      ]),
      { mayChange },
    )
    expect(faults.map((fault) => [fault.row, fault.column, fault.reason])).toEqual([
      [2, 6, 'not_allowed'],
      [3, 1, 'not_allowed'],
    ])
  })
  test('5,000 new schools are planned in a few seconds', () => {
    const rows = Array.from({ length: 5000 }, (_, index) =>
      school(`T${index}`, index % 2 === 0 ? 'haiAn' : 'kienAn'),
    )
    const start = performance.now()
    const { events, faults, refusals } = plan(sheet(rows))
    expect([events.length, faults.length, refusals.length]).toEqual([5000, 0, 0])
    expect(performance.now() - start).toBeLessThan(50_000)
  })
})
