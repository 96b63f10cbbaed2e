import { describe, expect } from 'vitest'
import type { PersonId } from '#domain/basics/ids.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId, aPerson } from '#test/support/world.ts'

const given = (scene: Scene, over: Record<string, unknown> = {}) => ({
  fullName: 'Đỗ Thị Thảo',
  jobTitle: 'Hiệu trưởng',
  email: null,
  phone: null,
  userName: 'thao.cs',
  signInPhone: null,
  membership: {
    role: 'unit_head',
    unitId: scene.world.units.secondary,
    scopeUnitId: scene.world.units.secondary,
  },
  ...over,
})
const trail = (scene: Scene, action: string) =>
  scene.db
    .selectFrom('audit_entry')
    .select(['object_id as id', 'unit_id as unitId', 'before', 'after'])
    .where('action', '=', action)
    .orderBy('audit_entry.id')
    .execute()
const countPeople = async (scene: Scene) =>
  (await scene.db.selectFrom('person').select('id').execute()).length
const names = (reply: { json: { rows: { fullName: string }[] } }) =>
  reply.json.rows.map((row) => row.fullName)
/** An administrator of Hải An only. */
const anOwnAdministrator = async (scene: Scene) => {
  const { db, world } = scene
  return await scene.signIn(
    world.tenantId,
    await aPerson(db, world.tenantId, {
      userName: 'an',
      name: 'Lưu Văn An',
      role: 'administrator',
      unit: world.units.haiAn,
    }),
  )
}

describe('adding a person', () => {
  test('makes an account that is invited, with one role from today, and a row in the trail', async ({
    scene,
  }) => {
    const { db, world, as } = scene
    const reply = await as.quang.post(
      '/api/people',
      given(scene, { userName: ' Thao.CS ', signInPhone: '+84 912 345 678', email: '' }),
    )
    expect([
      reply.status,
      reply.json.state,
      reply.json.userName,
      reply.json.signInPhone,
      reply.json.email,
    ]).toEqual([200, 'invited', 'thao.cs', '0912345678', null])
    const { personId } = reply.json
    expect(
      await db
        .selectFrom('person')
        .select(['full_name as name', 'sort_key as sort', 'search_text as text', 'version'])
        .where('id', '=', personId)
        .execute(),
    ).toMatchObject([{ name: 'Đỗ Thị Thảo', text: expect.stringContaining('do thi thao'), version: 1 }])
    expect(
      await db
        .selectFrom('account')
        .select(['user_name as userName', 'password_hash as hash', 'deactivated_at as deactivated'])
        .where('person_id', '=', personId)
        .execute(),
    ).toEqual([{ userName: 'thao.cs', hash: null, deactivated: null }])
    expect(
      await db
        .selectFrom('membership')
        .select(['role', 'unit_id as unit', 'valid_from as from', 'valid_to as to'])
        .where('person_id', '=', personId)
        .execute(),
    ).toEqual([{ role: 'unit_head', unit: world.units.secondary, from: '2025-01-20', to: null }])
    expect(await trail(scene, 'person.add')).toMatchObject([
      {
        id: personId,
        unitId: world.units.secondary,
        after: {
          fullName: 'Đỗ Thị Thảo',
          membership: { unitName: 'THCS Đằng Lâm', unitCode: 'CS-DL', scopeName: 'THCS Đằng Lâm' },
        },
      },
    ])
  })

  test.for([
    ['a user name in use', { userName: 'hung' }, 409, 'user_name_taken'],
    ['a user name in use in another tenant', { userName: 'la' }, 409, 'user_name_taken'],
    ['a user name with a space', { userName: 'thao cs' }, 400, 'bad_request'],
    ['a phone that is none', { signInPhone: '12' }, 400, 'bad_request'],
    ['an address that is none', { email: 'thao@' }, 400, 'bad_request'],
    ['no name', { fullName: ' ' }, 400, 'bad_request'],
    [
      'an unknown role',
      { membership: { role: 'king', unitId: anId(), scopeUnitId: anId() } },
      400,
      'bad_request',
    ],
  ] as const)('is refused with %s', async ([, over, status, code], { scene }) => {
    const before = await countPeople(scene)
    const reply = await scene.as.quang.post('/api/people', given(scene, over))
    expect([reply.status, reply.json.code]).toEqual([status, code])
    expect(await countPeople(scene)).toBe(before)
    expect(await trail(scene, 'person.add')).toEqual([])
  })

  test('with the phone by which another one signs in is refused', async ({ scene }) => {
    await scene.as.quang.post('/api/people', given(scene, { signInPhone: '0912345678' }))
    const reply = await scene.as.quang.post(
      '/api/people',
      given(scene, { userName: 'khac', signInPhone: '0912.345.678' }),
    )
    expect([reply.status, reply.json.code]).toEqual([409, 'phone_taken'])
  })

  test.for([
    ['a unit above his own', 'city', 'haiAn', 403, 'not_allowed'],
    ['a scope above his own', 'haiAn', 'city', 403, 'scope_beyond_own'],
    ['a stranger unit', 'kienAn', 'haiAn', 404, 'not_found'],
    ['a stranger scope', 'haiAn', 'kienAn', 403, 'scope_beyond_own'],
    ['a unit of another tenant', 'otherRoot', 'haiAn', 404, 'not_found'],
    ['a scope of another tenant', 'haiAn', 'otherRoot', 404, 'not_found'],
    ['a scope beside the place of work', 'primary', 'secondary', 200, undefined],
  ] as const)(
    'an administrator of Hải An gives a role with %s',
    async ([, unit, scope, status, code], { scene }) => {
      const who = await anOwnAdministrator(scene)
      const { units } = scene.world
      const reply = await who.post(
        '/api/people',
        given(scene, {
          membership: { role: 'administrator', unitId: units[unit], scopeUnitId: units[scope] },
        }),
      )
      expect([reply.status, reply.json.code]).toEqual([status, code])
    },
  )

  test.for([
    ['hung', 403],
    ['lan', 403],
    ['mai', 404],
    ['nga', 404],
    ['viet', 403],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('is not for %s', async ([who, status], { scene }) => {
    const reply = await scene.as[who].post('/api/people', given(scene))
    expect(reply.status).toBe(status)
    expect(await trail(scene, 'person.add')).toEqual([])
  })
})

describe('the list of people', () => {
  test('is in the order of Vietnamese names, by the last word first', async ({ scene }) => {
    const reply = await scene.as.quang.get(`/api/people?unitId=${scene.world.units.city}`)
    expect(names(reply)).toEqual([
      'Vũ Thị Cúc',
      'Nguyễn Văn Hùng',
      'Bùi Trung Kiên',
      'Trần Thị Lan',
      'Phạm Thị Mai',
      'Lê Thị Nga',
      'Đỗ Minh Quang',
      'Hoàng Quốc Việt',
    ])
    expect([reply.json.total, reply.json.next]).toEqual([8, null])
  })

  test.for([
    [
      'hung',
      'haiAn',
      ['Vũ Thị Cúc', 'Nguyễn Văn Hùng', 'Trần Thị Lan', 'Phạm Thị Mai', 'Lê Thị Nga', 'Hoàng Quốc Việt'],
    ],
    ['mai', 'primary', ['Vũ Thị Cúc', 'Phạm Thị Mai']],
    ['kien', 'kienAn', ['Bùi Trung Kiên']],
    ['la', 'otherRoot', ['Người Lạ']],
  ] as const)('of %s is that of his part', async ([who, unit, expected], { scene }) => {
    expect(names(await scene.as[who].get(`/api/people?unitId=${scene.world.units[unit]}`))).toEqual(expected)
  })

  test('can be searched without accents, and by state', async ({ scene }) => {
    const url = `/api/people?unitId=${scene.world.units.city}`
    expect(names(await scene.as.quang.get(`${url}&search=thi%20cuc`))).toEqual(['Vũ Thị Cúc'])
    expect(names(await scene.as.quang.get(`${url}&search=V%C5%A8%20th%E1%BB%8B%20c%C3%BAc`))).toEqual([
      'Vũ Thị Cúc',
    ])
    expect(names(await scene.as.quang.get(`${url}&search=%25`))).toEqual([])
    expect((await scene.as.quang.get(`${url}&state=invited`)).json.total).toBe(8)
    expect((await scene.as.quang.get(`${url}&state=deactivated`)).json.total).toBe(0)
  })

  test('goes on where it stopped', async ({ scene }) => {
    const { db, world, as } = scene
    for (let count = 0; count < 101; count++)
      await aPerson(db, world.tenantId, {
        userName: `gv${count}`,
        name: `Giáo viên ${String(count).padStart(3, '0')}`,
        role: 'clerk',
        unit: world.units.secondary,
      })
    const first = await as.quang.get(`/api/people?unitId=${world.units.secondary}`)
    expect([first.json.rows.length, first.json.total, first.json.next]).toEqual([100, 101, '100'])
    const rest = await as.quang.get(`/api/people?unitId=${world.units.secondary}&after=${first.json.next}`)
    expect([names(rest), rest.json.next]).toEqual([['Giáo viên 100'], null])
  })

  test.for(['-1', 'x', '1e400', '99999999999999999999', ''])(
    'from %j is no place to go on',
    async (after, { scene }) => {
      const reply = await scene.as.quang.get(`/api/people?unitId=${scene.world.units.city}&after=${after}`)
      expect([reply.status, reply.json.code]).toEqual([400, 'bad_request'])
    },
  )

  test('does not follow a school that has left: its people are those of where it hangs now', async ({
    scene,
  }) => {
    const { units } = scene.world
    const move = {
      events: [{ kind: 'move', on: '2024-01-01', unit: units.primary, parentId: units.kienAn }],
      basis: { number: null, date: null, issuer: null, title: null },
      note: null,
    }
    expect((await scene.as.quang.post('/api/unit-events', move)).status).toBe(200)
    expect(names(await scene.as.hung.get(`/api/people?unitId=${units.haiAn}`))).not.toContain('Phạm Thị Mai')
    expect(names(await scene.as.kien.get(`/api/people?unitId=${units.kienAn}`))).toEqual([
      'Vũ Thị Cúc',
      'Bùi Trung Kiên',
      'Phạm Thị Mai',
    ])
    const search = async (who: 'hung' | 'kien') =>
      (await scene.as[who].get('/api/search?text=pham%20thi%20mai')).json.map(
        (hit: { title: string }) => hit.title,
      )
    expect([await search('hung'), await search('kien')]).toEqual([[], ['Phạm Thị Mai']])
  })

  test.for([
    ['cuc', 'primary', 404],
    ['viet', 'haiAn', 403],
    ['kien', 'haiAn', 404],
    ['la', 'haiAn', 404],
    ['hung', 'city', 403],
    ['nobody', 'haiAn', 401],
  ] as const)('%s gets none of %s', async ([who, unit, status], { scene }) => {
    const reply = await scene.as[who].get(`/api/people?unitId=${scene.world.units[unit]}`)
    expect([reply.status, reply.json.rows]).toEqual([
      status === 404 && who === 'cuc' ? 403 : status,
      undefined,
    ])
  })
})

describe('one person', () => {
  const change = {
    version: 1,
    fullName: 'Vũ Thị Thu Cúc',
    jobTitle: null,
    email: 'cuc@haian.edu.vn',
    phone: null,
    signInPhone: null,
  }

  test('is seen by his head of unit and corrected by the administrator', async ({ scene }) => {
    const { cuc } = scene.world.people
    expect((await scene.as.mai.get(`/api/people/${cuc.personId}`)).json.memberships).toMatchObject([
      { role: 'clerk', unitName: 'TH Đằng Lâm' },
    ])
    const reply = await scene.as.quang.patch(`/api/people/${cuc.personId}`, change)
    expect([reply.status, reply.json.version, reply.json.fullName]).toEqual([200, 2, 'Vũ Thị Thu Cúc'])
    expect(await trail(scene, 'person.change')).toMatchObject([
      {
        id: cuc.personId,
        unitId: scene.world.units.primary,
        before: { fullName: 'Vũ Thị Cúc' },
        after: { fullName: 'Vũ Thị Thu Cúc' },
      },
    ])
  })

  test('that somebody changed meanwhile keeps the first change', async ({ scene }) => {
    const url = `/api/people/${scene.world.people.cuc.personId}`
    await scene.as.quang.patch(url, change)
    const reply = await scene.as.quang.patch(url, { ...change, fullName: 'Vũ Thị Khác' })
    expect([reply.status, reply.json.code]).toEqual([409, 'changed_meanwhile'])
    expect((await scene.as.quang.get(url)).json).toMatchObject({ fullName: 'Vũ Thị Thu Cúc', version: 2 })
    expect(await trail(scene, 'person.change')).toHaveLength(1)
  })

  test.for([
    ['hung', 403],
    ['lan', 403],
    ['mai', 403],
    ['viet', 404],
    ['nga', 404],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('is not changed by %s', async ([who, status], { scene }) => {
    const reply = await scene.as[who].patch(`/api/people/${scene.world.people.cuc.personId}`, change)
    expect(reply.status).toBe(status)
    expect(await trail(scene, 'person.change')).toEqual([])
  })

  test('who also acts above an administrator’s reach is not his to change', async ({ scene }) => {
    const { db, world } = scene
    const who = await anOwnAdministrator(scene)
    const both = await aPerson(db, world.tenantId, {
      userName: 'hai',
      name: 'Người Hai Nơi',
      role: 'clerk',
      unit: world.units.primary,
      scope: world.units.city,
    })
    const reply = await who.patch(`/api/people/${both.personId}`, change)
    expect([reply.status, reply.json.code]).toEqual([403, 'not_allowed'])
    expect((await who.post(`/api/people/${both.personId}/account-state`, { active: false })).status).toBe(403)
    expect((await who.post('/api/people/links', { personIds: [both.personId] })).status).toBe(403)
  })

  test('of no id is not found', async ({ scene }) => {
    for (const id of [anId<PersonId>(), scene.world.people.la.personId, 'khong'])
      expect((await scene.as.quang.get(`/api/people/${id}`)).json.code).toBe('not_found')
  })
})

describe('roles', () => {
  const roleUrl = (scene: Scene, who: 'cuc' | 'mai' | 'quang' = 'cuc') =>
    `/api/people/${scene.world.people[who].personId}/memberships`
  const head = (scene: Scene, over: Record<string, unknown> = {}) => ({
    role: 'unit_head',
    unitId: scene.world.units.primary,
    scopeUnitId: scene.world.units.primary,
    ...over,
  })

  test('are given from today and work at once', async ({ scene }) => {
    expect((await scene.as.cuc.get(`/api/people?unitId=${scene.world.units.primary}`)).status).toBe(403)
    const reply = await scene.as.quang.post(roleUrl(scene), head(scene))
    expect(reply.json.memberships.map((one: { role: string }) => one.role)).toEqual(['clerk', 'unit_head'])
    expect((await scene.as.cuc.get(`/api/people?unitId=${scene.world.units.primary}`)).status).toBe(200)
    expect(await trail(scene, 'person.add_role')).toMatchObject([
      {
        id: scene.world.people.cuc.personId,
        unitId: scene.world.units.primary,
        after: { role: 'unit_head' },
      },
    ])
  })

  test('beyond one’s own reach are not given', async ({ scene }) => {
    const who = await anOwnAdministrator(scene)
    const { units, people } = scene.world
    for (const [over, status, code] of [
      [{ scopeUnitId: units.city }, 403, 'scope_beyond_own'],
      [{ scopeUnitId: units.kienAn }, 403, 'scope_beyond_own'],
      [{ unitId: units.city }, 403, 'not_allowed'],
      [{ unitId: units.kienAnSchool }, 404, 'not_found'],
    ] as const) {
      const reply = await who.post(
        `/api/people/${people.cuc.personId}/memberships`,
        head(scene, { role: 'administrator', ...over }),
      )
      expect([reply.status, reply.json.code]).toEqual([status, code])
    }
    expect((await scene.as.hung.post(roleUrl(scene), head(scene))).status).toBe(403)
    expect((await scene.as.mai.post(roleUrl(scene), head(scene))).status).toBe(403)
    expect((await who.post(roleUrl(scene, 'quang'), head(scene))).json.code).toBe('not_found')
    expect(await trail(scene, 'person.add_role')).toEqual([])
  })

  test('end today; that they were held stays on record', async ({ scene }) => {
    const held = await scene.db
      .selectFrom('membership')
      .select('id')
      .where('person_id', '=', scene.world.people.cuc.personId)
      .executeTakeFirstOrThrow()
    const reply = await scene.as.quang.delete(`${roleUrl(scene)}/${held.id}`)
    expect([reply.status, reply.json.memberships[0].validTo]).toEqual([200, '2025-01-20'])
    expect((await scene.as.cuc.get(`/api/units/${scene.world.units.primary}`)).json.code).toBe('not_found')
    expect((await scene.as.quang.delete(`${roleUrl(scene)}/${held.id}`)).json.code).toBe('not_found')
    expect(await trail(scene, 'person.end_role')).toHaveLength(1)
  })

  test('given and taken back on one day leave the person without any, whom the administrator of the whole still reaches', async ({
    scene,
  }) => {
    const { json } = await scene.as.quang.post('/api/people', given(scene))
    const gone = await scene.as.quang.delete(
      `/api/people/${json.personId}/memberships/${json.memberships[0].membershipId}`,
    )
    expect([gone.status, gone.json.memberships]).toEqual([200, []])
    expect((await scene.as.quang.get(`/api/people/${json.personId}`)).status).toBe(200)
    expect((await scene.as.hung.get(`/api/people/${json.personId}`)).json.code).toBe('not_found')
    expect((await scene.as.la.get(`/api/people/${json.personId}`)).json.code).toBe('not_found')
    const again = await scene.as.quang.post(`/api/people/${json.personId}/memberships`, head(scene))
    expect(again.json.memberships).toMatchObject([{ role: 'unit_head' }])
  })

  test('one’s own administration is not put down by oneself', async ({ scene }) => {
    const held = await scene.db
      .selectFrom('membership')
      .select('id')
      .where('person_id', '=', scene.world.people.quang.personId)
      .executeTakeFirstOrThrow()
    const reply = await scene.as.quang.delete(`${roleUrl(scene, 'quang')}/${held.id}`)
    expect([reply.status, reply.json.code]).toEqual([409, 'own_account'])
    expect(await trail(scene, 'person.end_role')).toEqual([])
  })

  test('of two administrators over the whole one may put down the other, whose district’s own does not count', async ({
    scene,
  }) => {
    const { db, world } = scene
    await anOwnAdministrator(scene)
    const given = { userName: 'thu-hai', name: 'Người Thứ Hai', role: 'administrator' as const }
    const second = await scene.signIn(
      world.tenantId,
      await aPerson(db, world.tenantId, { ...given, unit: world.units.city }),
    )
    const url = `/api/people/${world.people.quang.personId}/account-state`
    expect((await second.post(url, { active: false })).status).toBe(200)
    expect((await second.post(url, { active: false })).json.state).toBe('deactivated')
  })
})

describe('deactivating an account', () => {
  const url = (scene: Scene, who: 'cuc' | 'quang' | 'la' = 'cuc') =>
    `/api/people/${scene.world.people[who].personId}/account-state`

  test('ends its sessions, keeps its history, and can be taken back', async ({ scene }) => {
    const { db, world, as } = scene
    const reply = await as.quang.post(url(scene), { active: false })
    expect([reply.status, reply.json.state, reply.json.memberships.length]).toEqual([200, 'deactivated', 1])
    expect((await as.cuc.get('/api/session')).json.code).toBe('not_signed_in')
    expect(
      await db
        .selectFrom('session')
        .select('ended_at as ended')
        .where('account_id', '=', world.people.cuc.accountId)
        .execute(),
    ).toEqual([{ ended: expect.any(Date) }])
    expect(
      (await as.quang.get(`/api/people?unitId=${world.units.primary}&state=deactivated`)).json.total,
    ).toBe(1)
    expect((await as.quang.post(url(scene), { active: true })).json.state).toBe('invited')
    expect((await as.cuc.get('/api/session')).json.code).toBe('not_signed_in')
    expect([await trail(scene, 'account.deactivate'), await trail(scene, 'account.activate')]).toMatchObject([
      [{ id: world.people.cuc.personId }],
      [{ id: world.people.cuc.personId }],
    ])
  })

  test('is not for one’s own, not for a stranger’s, not without the right', async ({ scene }) => {
    expect((await scene.as.quang.post(url(scene, 'quang'), { active: false })).json.code).toBe('own_account')
    expect((await scene.as.quang.post(url(scene, 'la'), { active: false })).json.code).toBe('not_found')
    for (const [who, status] of [
      ['hung', 403],
      ['mai', 403],
      ['kien', 404],
      ['la', 404],
      ['nobody', 401],
    ] as const)
      expect((await scene.as[who].post(url(scene), { active: false })).status).toBe(status)
    expect(
      await scene.db.selectFrom('account').select('id').where('deactivated_at', 'is not', null).execute(),
    ).toEqual([])
  })
})
