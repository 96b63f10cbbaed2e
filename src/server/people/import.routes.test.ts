import { describe, expect } from 'vitest'
import { sql } from 'kysely'
import { readWorkbook } from '#server/formats/xlsx-read.ts'
import type { SheetCell } from '#server/formats/xlsx-write-plan.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { aPerson, aUnit } from '#test/support/world.ts'
import { unitsWorkbook } from './import-workbook.ts'

function workbook(units: readonly SheetCell[][], accounts: readonly SheetCell[][] = []): Uint8Array {
  return unitsWorkbook('vi', { units, accounts, codes: [], tiers: [] })
}

const school = (code: string, parent = 'HA', name = `Trường Mầm non ${code}`): SheetCell[] => [
  code,
  name,
  null,
  null,
  'Trường',
  null,
  parent,
  'Mầm non',
  'Công lập',
  null,
  null,
  null,
]
const account = (
  userName: string,
  unit: string,
  more: { name?: string; phone?: SheetCell; role?: string; scope?: string } = {},
): SheetCell[] => [
  more.name ?? 'Nguyễn Thị Hiệu Trưởng',
  userName,
  more.phone ?? null,
  'Hiệu trưởng',
  unit,
  more.role ?? 'Thủ trưởng đơn vị',
  more.scope ?? null,
]

const base = ({ world }: Scene, unit: 'haiAn' | 'city' = 'haiAn') => `/api/units/${world.units[unit]}`
const check = async (caller: Caller, url: string, bytes: Uint8Array, more = '') =>
  await caller.upload('POST', `${url}/import/check?fileName=don-vi.xlsx${more}`, bytes)
const carryOut = async (caller: Caller, url: string, bytes: Uint8Array, digest: string) =>
  await caller.upload('POST', `${url}/import?fileName=don-vi.xlsx&digest=${digest}`, bytes)
const rowCounts = async ({ db, world }: Scene) => {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from unit_state where tenant_id = ${world.tenantId}) as states,
    (select count(*)::int from unit_event where tenant_id = ${world.tenantId}) as events,
    (select count(*)::int from person where tenant_id = ${world.tenantId}) as people,
    (select count(*)::int from audit_entry where tenant_id = ${world.tenantId}) as audit`.execute(db)
  return rows[0]
}

describe('a workbook of units and accounts', () => {
  test('the template opens with its sheets, and is for whoever may change units', async ({ scene }) => {
    const { as } = scene
    const reply = await as.hung.get(`${base(scene)}/import-template`)
    expect(reply.status).toBe(200)
    expect(readWorkbook(reply.bytes, 'm.xlsx').sheets.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['Đơn vị', 'Tài khoản', 'Mã đơn vị', 'Hướng dẫn']),
    )
    expect((await as.viet.get(`${base(scene)}/import-template`)).status).toBe(403)
    expect((await as.kien.get(`${base(scene)}/import-template`)).status).toBe(404)
    expect((await as.la.get(`${base(scene)}/import-template`)).status).toBe(404)
    expect((await as.nobody.get(`${base(scene)}/import-template`)).status).toBe(401)
  })

  test('what is exported comes back as nothing to change', async ({ scene }) => {
    const exported = await scene.as.quang.get(`${base(scene, 'city')}/workbook`)
    expect(exported.status).toBe(200)
    const checked = await check(scene.as.quang, base(scene, 'city'), exported.bytes)
    expect(checked.json.faults).toEqual([])
    expect(checked.json.counts).toMatchObject({ founded: 0, changed: 0, unchanged: 10, invited: 0 })
    expect(checked.json.counts.accountsUnchanged).toBeGreaterThan(5)
  })

  test('a check tells what would change and changes nothing', async ({ scene }) => {
    const before = await rowCounts(scene)
    const bytes = workbook(
      [
        school('MN-1'),
        school('MN-2'),
        [
          'MN-CB',
          'Trường Mầm non Cát Bi',
          null,
          null,
          'Trường',
          null,
          null,
          null,
          'Công lập',
          null,
          null,
          null,
        ],
      ],
      [account('mn1', 'MN-1', { phone: '0912345678' })],
    )
    const { status, json } = await check(scene.as.quang, base(scene), bytes)
    expect(status).toBe(200)
    expect(json.faults).toEqual([])
    expect(json.counts).toEqual({ founded: 2, changed: 1, unchanged: 0, invited: 1, accountsUnchanged: 0 })
    expect(json.units[2]).toMatchObject({
      code: 'MN-CB',
      what: 'changed',
      changes: [{ field: 'ownership', before: 'Tư thục', after: 'Công lập' }],
    })
    expect(json.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(await rowCounts(scene)).toEqual(before)
  })

  test('35 units and 35 accounts are imported as they were checked, each seen and invited', async ({
    scene,
  }) => {
    const { as, db, world } = scene
    const numbers = Array.from({ length: 35 }, (_, index) => index + 1)
    const bytes = workbook(
      numbers.map((no) => school(`MN-${no}`)),
      numbers.map((no) => account(`mn-${no}`, `MN-${no}`)),
    )
    const { json: checked } = await check(as.quang, base(scene), bytes)
    const reply = await carryOut(as.quang, base(scene), bytes, checked.digest)
    expect(reply.status).toBe(200)
    expect(reply.json).toEqual({ founded: 35, changed: 0, unchanged: 0, invited: 35, accountsUnchanged: 0 })
    const units = await as.hung.get(`/api/units?under=${world.units.haiAn}&search=MN-3`)
    expect(units.json.total).toBe(7)
    const state = await db
      .selectFrom('account')
      .select(['user_name', 'password_hash'])
      .where('user_name', '=', 'mn-35')
      .executeTakeFirstOrThrow()
    expect(state).toEqual({ user_name: 'mn-35', password_hash: null })
    const trail = await db
      .selectFrom('audit_entry')
      .select('action')
      .where('tenant_id', '=', world.tenantId)
      .where('action', '=', 'unit.import')
      .orderBy('id')
      .execute()
    expect(trail).toHaveLength(1)
    // A second time there is nothing left to do.
    expect((await check(as.quang, base(scene), bytes)).json.counts).toEqual({
      founded: 0,
      changed: 0,
      unchanged: 35,
      invited: 0,
      accountsUnchanged: 35,
    })
  })

  test('every fault names its sheet and cell, and what mends it', async ({ scene }) => {
    const bytes = workbook(
      [
        school('MN-1'),
        school('MN-1'),
        school('MN-2', 'KHONG-CO'),
        ['MN-3', 'Trường Mầm non 3', null, null, 'Trường', null, 'HA', null, 'Công lập', null, null, null],
      ],
      [
        account('Có dấu', 'MN-1'),
        account('lan', 'HA-GD'),
        account('mai2', 'KHONG-CO'),
        account('mn3', 'HA', { phone: '12' }),
      ],
    )
    const { json } = await check(scene.as.quang, base(scene), bytes)
    expect(json.digest).toBeNull()
    expect(
      json.faults.map((fault: { sheet: string; cell: string }) => `${fault.sheet} ${fault.cell}`),
    ).toEqual([
      'Đơn vị A3',
      'Đơn vị G4',
      'Đơn vị H5',
      'Tài khoản B2',
      'Tài khoản B3',
      'Tài khoản E4',
      'Tài khoản C5',
    ])
    for (const fault of json.faults) expect(fault.mend).not.toBe('')
    expect(json.faultCount).toBe(7)
  })

  test('how units are reached is imported with them, told in the trail, and exported again', async ({
    scene,
  }) => {
    const { as, db, world } = scene
    const reached = ['12 Lê Lợi', '0225 3 111 222', 'mn@haian.vn', null, 'Điểm chính (12 Lê Lợi); Điểm sau']
    await as.hung.put(`/api/units/${world.units.preschool}/contact`, {
      address: 'Nơi cũ',
      phone: null,
      email: null,
      website: 'https://mn-cb.vn',
      sites: [],
      version: 0,
    })
    const old = ['MN-CB', 'Trường Mầm non Cát Bi', null, null, 'Trường', ...Array<null>(7).fill(null)]
    const bytes = workbook([
      [...school('MN-1'), ...reached],
      [...old, ...reached],
    ])
    const { json: checked } = await check(as.quang, base(scene), bytes)
    expect(checked.faults).toEqual([])
    expect(checked.units[1].changes.map((one: { field: string }) => one.field)).toEqual([
      'address',
      'phone',
      'email',
      'sites',
    ])
    expect((await carryOut(as.quang, base(scene), bytes, checked.digest)).json).toMatchObject({
      founded: 1,
      changed: 1,
    })
    const contact = {
      address: '12 Lê Lợi',
      phone: '0225 3 111 222',
      email: 'mn@haian.vn',
      sites: [
        { name: 'Điểm chính', address: '12 Lê Lợi', main: true },
        { name: 'Điểm sau', address: null, main: false },
      ],
    }
    expect((await as.hung.get(`/api/units/${world.units.preschool}`)).json.contact).toEqual({
      ...contact,
      website: 'https://mn-cb.vn',
      version: 2,
    })
    const founded = (await as.hung.get('/api/unit-codes/MN-1')).json.unitId
    expect((await as.hung.get(`/api/units/${founded}`)).json.contact).toEqual({
      ...contact,
      website: null,
      version: 1,
    })
    const told = await db
      .selectFrom('audit_entry')
      .select(['unit_id as unitId'])
      .where('action', '=', 'unit.contact')
      .orderBy('id')
      .execute()
    expect(told.map((row) => row.unitId)).toEqual(expect.arrayContaining([world.units.preschool, founded]))
    const again = await as.quang.get(`${base(scene)}/workbook`)
    expect((await check(as.quang, base(scene), again.bytes)).json.counts).toMatchObject({
      founded: 0,
      changed: 0,
    })
  })

  test('everything that is wrong is told at once, and an account is not blamed for its unit', async ({
    scene,
  }) => {
    const wrong = school('MN-1', 'KHONG-CO').map((cell) => (cell === 'Công lập' ? 'Của dân' : cell))
    const bytes = workbook([wrong], [account('mn1', 'MN-1'), account('Có dấu', 'MN-9')])
    const { json } = await check(scene.as.quang, base(scene), bytes)
    expect(
      json.faults.map((fault: { sheet: string; cell: string; value: string }) => [
        fault.sheet,
        fault.cell,
        fault.value,
      ]),
    ).toEqual([
      ['Đơn vị', 'I2', 'Của dân'],
      ['Đơn vị', 'G2', 'KHONG-CO'],
      ['Tài khoản', 'B3', 'Có dấu'],
      ['Tài khoản', 'E3', 'MN-9'],
    ])
  })

  test('a file with one fault imports nothing of itself', async ({ scene }) => {
    const good = workbook([school('MN-1')])
    const { json: checked } = await check(scene.as.quang, base(scene), good)
    const before = await rowCounts(scene)
    const reply = await carryOut(
      scene.as.quang,
      base(scene),
      workbook([school('MN-1'), school('MN-2', 'KHONG-CO')]),
      checked.digest,
    )
    expect([reply.status, reply.json.code, reply.json.details.count]).toEqual([422, 'import_faults', 1])
    expect(await rowCounts(scene)).toEqual(before)
  })

  test('another file, or a tree that changed meanwhile, is refused by its digest', async ({ scene }) => {
    const { as, db, world } = scene
    const bytes = workbook([school('MN-1'), school('MN-2')])
    const { json: checked } = await check(as.quang, base(scene), bytes)
    const other = await carryOut(as.quang, base(scene), workbook([school('MN-1')]), checked.digest)
    expect([other.status, other.json.code]).toEqual([409, 'import_changed'])
    await aUnit(db, world.tenantId, {
      code: 'MN-2',
      name: 'Trường Mầm non MN-2',
      parent: world.units.haiAn,
      levels: ['preschool'],
      ownership: 'public',
    })
    const before = await rowCounts(scene)
    const stale = await carryOut(as.quang, base(scene), bytes, checked.digest)
    expect([stale.status, stale.json.code]).toEqual([409, 'import_changed'])
    expect(await rowCounts(scene)).toEqual(before)
  })

  test('an officer imports units of his own part; people are the administrator’s', async ({ scene }) => {
    const { as } = scene
    expect((await check(as.hung, base(scene), workbook([school('MN-1')]))).json.counts.founded).toBe(1)
    const refused = await check(
      as.hung,
      base(scene),
      workbook([school('MN-1', 'KA')], [account('mn1', 'TH-DL')]),
    )
    // Kiến An is not his to see, so its code names nobody.
    expect(refused.json.faults.map((fault: { cell: string }) => fault.cell)).toEqual(['G2', 'E2'])
    expect((await check(as.mai, base(scene), workbook([school('MN-1')]))).status).toBe(403)
    expect((await check(as.kien, base(scene), workbook([school('MN-1')]))).status).toBe(404)
  })

  test('a user name of another tenant is taken, without a word on whose it is', async ({ scene }) => {
    const { as, db, world } = scene
    await aPerson(db, world.otherTenantId, {
      userName: 'cua-la',
      name: 'Tên Bí Mật',
      role: 'clerk',
      unit: world.units.otherSchool,
    })
    const { json } = await check(as.quang, base(scene), workbook([], [account('cua-la', 'TH-DL')]))
    expect(json.faults).toHaveLength(1)
    expect(JSON.stringify(json)).not.toContain('Bí Mật')
  })

  test('a file that is no workbook, and one without rows, are told so', async ({ scene }) => {
    const refused = await check(scene.as.quang, base(scene), new TextEncoder().encode('không phải bảng tính'))
    expect([refused.status, refused.json.code]).toEqual([422, 'file_refused'])
    const empty = await check(scene.as.quang, base(scene), workbook([]))
    expect(empty.json.faultCount).toBe(1)
  })
})
