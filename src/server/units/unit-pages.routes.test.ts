import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { aSchool, record } from '#test/support/units.ts'
import { anId } from '#test/support/world.ts'

type Row = { code: string; shortName: string }
const codes = (reply: { json: { rows: Row[] } }) => reply.json.rows.map((row) => row.code)
const trail = (scene: Scene, action: string) =>
  scene.db
    .selectFrom('audit_entry')
    .select(['unit_id as unitId', 'before', 'after'])
    .where('action', '=', action)
    .orderBy('id')
    .execute()

const byCode = (a: string, b: string) => (a < b ? -1 : 1)

describe('the list of units', () => {
  test('shows the children in the order of a list: offices, wards, schools by level', async ({ scene }) => {
    const reply = await scene.as.hung.get(`/api/units?under=${scene.world.units.haiAn}`)
    expect(codes(reply)).toEqual(['HA-GD', 'HA-NV', 'HA-DL', 'MN-CB', 'TH-DL', 'CS-DL'])
    expect([reply.json.total, reply.json.next]).toEqual([6, null])
  })

  test.for([
    ['quang', ['HP', 'HA', 'KA', 'HA-GD', 'HA-NV', 'HA-DL', 'MN-CB', 'TH-DL', 'TH-NH', 'CS-DL']],
    ['hung', ['HP', 'HA', 'HA-GD', 'HA-NV', 'HA-DL', 'MN-CB', 'TH-DL', 'CS-DL']],
    ['kien', ['HP', 'KA', 'TH-NH']],
    ['mai', ['HP', 'HA', 'TH-DL']],
    ['nga', ['HP', 'HA', 'HA-NV']],
    ['la', ['KHAC', 'TH-K']],
  ] as const)('shows %s his part of the tree and the line above it', async ([who, seen], { scene }) => {
    expect(codes(await scene.as[who].get('/api/units?reach=all')).toSorted(byCode)).toEqual(
      seen.toSorted(byCode),
    )
  })

  test.for([
    ['kind=school', ['MN-CB', 'TH-DL', 'CS-DL']],
    ['level=primary', ['TH-DL']],
    ['ownership=private', ['MN-CB']],
    ['search=dang%20lam', ['HA-DL', 'TH-DL', 'CS-DL']],
    ['search=%C4%90%E1%BA%B1ng%20L%C3%A2m%20ti%E1%BB%83u', ['TH-DL']],
    ['search=ha-nv', ['HA-NV']],
    ['search=%25', []],
    ['search=_', []],
    ['kind=school&level=continuing', []],
  ] as const)('keeps to what is asked: %s', async ([query, found], { scene }) => {
    expect(
      codes(await scene.as.hung.get(`/api/units?under=${scene.world.units.haiAn}&reach=all&${query}`)),
    ).toEqual(found)
  })

  test('before the founding of a unit there is nothing', async ({ scene }) => {
    expect(codes(await scene.as.quang.get('/api/units?reach=all&asOf=2003-04-30'))).toEqual([])
    expect(
      (await scene.as.quang.get(`/api/units?under=${scene.world.units.haiAn}&asOf=2003-04-30`)).json.code,
    ).toBe('not_found')
  })

  test.for(['kienAn', 'otherRoot'] as const)(
    'of %s an officer of Hải An gets no list',
    async (unit, { scene }) => {
      const reply = await scene.as.hung.get(`/api/units?under=${scene.world.units[unit]}`)
      expect([reply.status, reply.json.code]).toEqual([404, 'not_found'])
    },
  )

  test.for(['reach=some', 'kind=bank', 'after=-1', 'after=x', 'asOf=2025-13-01', 'under=x'])(
    'is not answered for %s',
    async (query, { scene }) => {
      const reply = await scene.as.hung.get(`/api/units?${query}`)
      expect([reply.status, reply.json.code]).toEqual([400, 'bad_request'])
    },
  )
})

describe('one unit', () => {
  test('tells where it hangs, its contacts and its issuer', async ({ scene }) => {
    const { json } = await scene.as.mai.get(`/api/units/${scene.world.units.primary}`)
    expect(json).toMatchObject({
      living: true,
      version: 1,
      supervisions: [],
      issuer: null,
      contact: { version: 0, sites: [] },
      before: [],
      after: [],
    })
    expect(json.above.map((one: { code: string }) => one.code)).toEqual(['HP', 'HA'])
    expect((await scene.as.mai.get('/api/unit-codes/TH-DL')).json.unitId).toBe(scene.world.units.primary)
  })

  test.for([
    ['a school beside it', 'secondary'],
    ['a stranger district', 'kienAn'],
    ['another tenant', 'otherSchool'],
  ] as const)('of %s is not found by a school', async ([, unit], { scene }) => {
    const reply = await scene.as.mai.get(`/api/units/${scene.world.units[unit]}`)
    expect([reply.status, reply.json.code]).toEqual([404, 'not_found'])
  })

  test('of no id is not found, and its code neither', async ({ scene }) => {
    for (const url of [
      `/api/units/${anId()}`,
      '/api/units/khong',
      '/api/unit-codes/CS-DL',
      '/api/unit-codes/%C4%90',
    ]) {
      const reply = await scene.as.mai.get(url)
      expect([reply.status, reply.json.code]).toEqual([404, 'not_found'])
    }
  })
})

const contact = {
  address: 'Số 5 Đằng Lâm',
  phone: '0225 3 123 456',
  email: 'thdanglam@haian.edu.vn',
  website: null,
  sites: [{ name: 'Điểm chính', address: null, main: true }],
}

describe('contacts', () => {
  test('are kept by the clerk, and the second of two is told', async ({ scene }) => {
    const url = `/api/units/${scene.world.units.primary}/contact`
    expect((await scene.as.cuc.put(url, { ...contact, version: 0 })).json).toEqual({ ...contact, version: 1 })
    const both = await scene.as.mai.put(url, { ...contact, address: 'Nơi khác', version: 0 })
    expect([both.status, both.json.code]).toEqual([409, 'changed_meanwhile'])
    expect((await scene.as.mai.put(url, { ...contact, phone: null, version: 1 })).json.version).toBe(2)
    const stale = await scene.as.cuc.put(url, { ...contact, version: 1 })
    expect([stale.status, stale.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(
      await scene.db.selectFrom('unit_contact').select(['phone', 'address', 'version']).execute(),
    ).toEqual([{ phone: null, address: 'Số 5 Đằng Lâm', version: 2 }])
    expect(await trail(scene, 'unit.contact')).toMatchObject([
      { before: { version: 0 }, after: { phone: '0225 3 123 456' } },
      { before: { version: 1 }, after: { phone: null } },
    ])
  })

  test.for([
    ['lan', 403],
    ['viet', 403],
    ['nga', 404],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('are not kept by %s', async ([who, status], { scene }) => {
    expect(
      (await scene.as[who].put(`/api/units/${scene.world.units.primary}/contact`, { ...contact, version: 0 }))
        .status,
    ).toBe(status)
    expect(await scene.db.selectFrom('unit_contact').select('version').execute()).toEqual([])
  })
})

const signer = {
  authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
  name: 'Trần Thị Lan',
  title: '',
  validFrom: '2024-01-01',
  validTo: null,
}
const issuer = {
  printedName: 'ỦY BAN NHÂN DÂN QUẬN HẢI AN',
  superior: null,
  place: 'Hải An',
  symbolSuffix: 'UBND',
  signers: [signer],
  recipients: ['Như trên', 'Lưu: VT'],
  version: 0,
}

describe('how a unit signs', () => {
  test('is kept, with its trail, and a stale copy is refused', async ({ scene }) => {
    const url = `/api/units/${scene.world.units.haiAn}/issuer`
    expect((await scene.as.hung.put(url, issuer)).json).toEqual({ ...issuer, version: 1 })
    expect((await scene.as.hung.get(`/api/units/${scene.world.units.haiAn}`)).json.issuer).toEqual({
      ...issuer,
      version: 1,
    })
    const stale = await scene.as.hung.put(url, { ...issuer, place: 'Nơi khác' })
    expect([stale.status, stale.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(await trail(scene, 'unit.issuer')).toMatchObject([{ before: null, after: { place: 'Hải An' } }])
  })

  test.for([
    ['a signer who ends before he begins', { signers: [{ ...signer, validTo: '2023-01-01' }] }],
    ['a signer without a name', { signers: [{ ...signer, name: ' ' }] }],
    ['no printed name', { printedName: '' }],
  ] as const)('is refused with %s', async ([, over], { scene }) => {
    const reply = await scene.as.hung.put(`/api/units/${scene.world.units.haiAn}/issuer`, {
      ...issuer,
      ...over,
    })
    expect([reply.status, reply.json.code, reply.json.fields.length]).toEqual([400, 'bad_request', 1])
    expect(await scene.db.selectFrom('issuer').select('version').execute()).toEqual([])
  })

  test.for([
    ['lan', 'haiAn', 403],
    ['mai', 'haiAn', 403],
    ['mai', 'primary', 403],
    ['kien', 'haiAn', 404],
    ['la', 'haiAn', 404],
  ] as const)('is not changed by %s for %s', async ([who, unit, status], { scene }) => {
    expect((await scene.as[who].put(`/api/units/${scene.world.units[unit]}/issuer`, issuer)).status).toBe(
      status,
    )
  })
})

describe('professional supervision', () => {
  test('is a dated line: the next one ends the one before', async ({ scene }) => {
    const { primary, education, city } = scene.world.units
    const url = `/api/units/${primary}/supervision`
    await scene.as.hung.post(url, { supervisorId: education, from: '2020-01-01', note: null })
    const reply = await scene.as.hung.post(url, {
      supervisorId: city,
      from: '2025-07-01',
      note: 'Theo Luật 72/2025',
    })
    expect(reply.json).toEqual([
      {
        supervisorId: education,
        supervisorName: 'Phòng GD&ĐT',
        validFrom: '2020-01-01',
        validTo: '2025-07-01',
        note: null,
      },
      {
        supervisorId: city,
        supervisorName: 'UBND thành phố',
        validFrom: '2025-07-01',
        validTo: null,
        note: 'Theo Luật 72/2025',
      },
    ])
    const ended = await scene.as.hung.post(url, { supervisorId: null, from: '2026-01-01', note: null })
    expect(ended.json.map((line: { validTo: string }) => line.validTo)).toEqual(['2025-07-01', '2026-01-01'])
    expect(await trail(scene, 'unit.supervision')).toHaveLength(3)
  })

  test('is not by the unit itself, by one that has ended, by a stranger tenant or by nobody known', async ({
    scene,
  }) => {
    const { primary, ward, otherRoot } = scene.world.units
    const events = [{ kind: 'dissolve', on: '2024-08-01', unit: ward }]
    expect(
      (
        await scene.as.hung.post('/api/unit-events', {
          events,
          basis: { number: null, date: null, issuer: null, title: null },
          note: null,
        })
      ).status,
    ).toBe(200)
    for (const [supervisorId, status] of [
      [primary, 400],
      [ward, 400],
      [otherRoot, 404],
      [anId(), 404],
    ] as const) {
      const reply = await scene.as.hung.post(`/api/units/${primary}/supervision`, {
        supervisorId,
        from: '2024-08-01',
        note: null,
      })
      expect([supervisorId, reply.status]).toEqual([supervisorId, status])
    }
    expect(await scene.db.selectFrom('unit_supervision').select('id').execute()).toEqual([])
  })

  test('is not set by the school, nor by a stranger', async ({ scene }) => {
    const given = { supervisorId: scene.world.units.education, from: '2020-01-01', note: null }
    const url = `/api/units/${scene.world.units.primary}/supervision`
    expect([
      (await scene.as.mai.post(url, given)).status,
      (await scene.as.kien.post(url, given)).status,
    ]).toEqual([403, 404])
  })
})

describe('the tiers', () => {
  const tier = (code: string, rank: number, validTo: string | null = null) => ({
    code,
    nameVi: code,
    nameEn: code,
    rank,
    validFrom: '1945-09-02',
    validTo,
  })
  const kept = [tier('province', 1), tier('district', 2, '2025-07-01'), tier('commune', 3)]

  test('are read by everybody and set by the administrator of the whole', async ({ scene }) => {
    expect((await scene.as.mai.get('/api/tiers')).json.map((one: { code: string }) => one.code)).toEqual([
      'province',
      'district',
      'commune',
    ])
    const reply = await scene.as.quang.put('/api/tiers', { tiers: [...kept, tier('region', 9)] })
    expect(reply.json.map((one: { code: string }) => one.code)).toEqual([
      'province',
      'district',
      'commune',
      'region',
    ])
    expect(await trail(scene, 'tenant.tiers')).toHaveLength(1)
    expect((await scene.as.la.get('/api/tiers')).json).toHaveLength(3)
    expect((await scene.as.quang.put('/api/tiers', { tiers: kept })).json).toHaveLength(3)
  })

  test.for([
    ['a tier that units bear is left out', [tier('province', 1), tier('commune', 3)], 'tiers.district'],
    ['two of one code', [...kept, tier('commune', 4)], 'tiers.commune'],
    ['two of one rank at a time', [...kept, tier('town', 3)], 'tiers.town'],
    ['one that ends before it begins', [...kept, tier('region', 9, '1945-09-02')], 'tiers.region'],
  ] as const)('are not set when %s', async ([, tiers, path], { scene }) => {
    const reply = await scene.as.quang.put('/api/tiers', { tiers })
    expect([reply.status, reply.json.code, reply.json.fields[0]?.path]).toEqual([400, 'bad_request', path])
    expect((await scene.as.quang.get('/api/tiers')).json).toHaveLength(3)
    expect(await trail(scene, 'tenant.tiers')).toEqual([])
  })

  test.for([
    ['hung', 403],
    ['lan', 403],
    ['mai', 403],
    ['nobody', 401],
  ] as const)('are not set by %s', async ([who, status], { scene }) => {
    expect((await scene.as[who].put('/api/tiers', { tiers: kept })).status).toBe(status)
  })
})

describe('audiences and names', () => {
  test('a rule is said in words and shown as the units it means today', async ({ scene }) => {
    const { units } = scene.world
    const audience = { any: [{ kinds: ['school'], ownership: ['public'] }], except: [units.secondary] }
    const reply = await scene.as.hung.post('/api/audiences/resolve', { audience })
    expect(reply.json).toEqual({
      words: expect.stringContaining('công lập'),
      total: 1,
      units: [{ unitId: units.primary, code: 'TH-DL', name: 'TH Đằng Lâm', parentName: 'UBND quận Hải An' }],
    })
    expect((await scene.as.quang.post('/api/audiences/resolve', { audience })).json.total).toBe(2)
    expect(
      (await scene.as.quang.post('/api/audiences/resolve', { audience, asOf: '2003-04-30' })).json.code,
    ).toBe('audience_empty')
  })

  test.for([
    [
      'a unit that one may not see',
      (scene: Scene) => ({ any: [{ units: [scene.world.units.kienAnSchool] }] }),
      422,
      'audience_empty',
    ],
    ['a rule without a condition', () => ({ any: [{}] }), 422, 'audience_empty'],
    ['no rule', () => ({ any: [] }), 400, 'bad_request'],
    ['an unknown kind', () => ({ any: [{ kinds: ['bank'] }] }), 400, 'bad_request'],
  ] as const)('is refused: %s', async ([, audience, status, code], { scene }) => {
    const reply = await scene.as.hung.post('/api/audiences/resolve', { audience: audience(scene) })
    expect([reply.status, reply.json.code]).toEqual([status, code])
  })

  test('a written name finds its unit, and none outside what one may see', async ({ scene }) => {
    const { units } = scene.world
    const reply = await scene.as.hung.post('/api/units/match', {
      under: units.haiAn,
      names: ['TH Đằng Lâm', 'Phòng GD&ĐT', 'các trường Tiểu học', 'TH Nam Hà'],
    })
    const best = reply.json.map(
      (one: { candidates: { unitId: string | null; audience: unknown }[] }) => one.candidates[0],
    )
    expect([best[0].unitId, best[1].unitId, best[2].audience !== null]).toEqual([
      units.primary,
      units.education,
      true,
    ])
    expect(JSON.stringify(reply.json)).not.toContain(units.kienAnSchool)
    expect(
      (await scene.as.hung.post('/api/units/match', { under: units.kienAn, names: ['TH Nam Hà'] })).json.code,
    ).toBe('not_found')
    expect((await scene.as.hung.post('/api/units/match', { under: units.haiAn, names: [] })).json.code).toBe(
      'bad_request',
    )
  })

  test('the index of names is kept from call to call, and made anew when units change', async ({ scene }) => {
    const { haiAn, primary } = scene.world.units
    const best = async (name: string) => {
      const reply = await scene.as.hung.post('/api/units/match', { under: haiAn, names: [name] })
      return reply.json[0].candidates[0]?.label ?? null
    }
    expect([await best('TH Đằng Lâm'), await best('MN Văn Đẩu')]).toEqual(['TH Đằng Lâm', null])
    // Past the services, which nobody else does: only by this is it seen that nothing is read again.
    await scene.db
      .updateTable('unit_state')
      .set({ short_name: 'Tên khác' })
      .where('unit_id', '=', primary)
      .execute()
    expect(await best('TH Đằng Lâm')).toBe('TH Đằng Lâm')
    expect(
      (await record(scene.as.hung, [{ kind: 'found', on: '2025-01-20', unit: 'new:a', as: aSchool(haiAn) }]))
        .status,
    ).toBe(200)
    expect([await best('Trường Tiểu học Đằng Lâm'), await best('MN Văn Đẩu')]).toEqual([
      'Tên khác',
      'MN Văn Đẩu',
    ])
    await scene.db
      .updateTable('tenant')
      .set({ business_date: localDate('2024-12-31') })
      .execute()
    expect(await best('MN Văn Đẩu')).toBe(null)
  })
})
