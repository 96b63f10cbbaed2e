import { describe, expect } from 'vitest'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { record } from '#test/support/units.ts'

const stored = (scene: Scene) =>
  scene.db
    .selectFrom('tenant')
    .select(['name', 'business_date as businessDate', 'version'])
    .where('tenant_id', '=', scene.world.tenantId)
    .executeTakeFirstOrThrow()

describe('the settings of the tenant', () => {
  test('move the business date for everybody, with a row in the trail', async ({ scene }) => {
    expect((await scene.as.quang.get('/api/tenant')).json).toEqual({
      name: 'Hải Phòng',
      businessDate: '2025-01-20',
      version: 1,
    })
    const reply = await scene.as.quang.patch('/api/tenant', {
      version: 1,
      name: 'Hải Phòng',
      businessDate: '2025-08-05',
    })
    expect(reply.json).toEqual({ name: 'Hải Phòng', businessDate: '2025-08-05', version: 2 })
    expect((await scene.as.mai.get('/api/session')).json).toMatchObject({
      today: '2025-08-05',
      todayIsSet: true,
      schoolYear: '2025-2026',
    })
    expect((await scene.as.la.get('/api/session')).json.today).toBe('2025-01-20')
    const trail = await scene.db
      .selectFrom('audit_entry')
      .select(['action', 'before', 'after'])
      .orderBy('id')
      .execute()
    expect(trail).toEqual([
      {
        action: 'tenant.change',
        before: { name: 'Hải Phòng', businessDate: '20/01/2025' },
        after: { name: 'Hải Phòng', businessDate: '05/08/2025' },
      },
    ])
  })

  test('go back to the true day', async ({ scene }) => {
    expect(
      (await scene.as.quang.patch('/api/tenant', { version: 1, name: 'Hải Phòng', businessDate: null }))
        .status,
    ).toBe(200)
    expect((await scene.as.mai.get('/api/session')).json).toMatchObject({
      today: '2025-01-20',
      todayIsSet: false,
    })
  })

  test('that somebody changed meanwhile keep the first change', async ({ scene }) => {
    await scene.as.quang.patch('/api/tenant', { version: 1, name: 'Thành phố', businessDate: null })
    const reply = await scene.as.quang.patch('/api/tenant', { version: 1, name: 'Khác', businessDate: null })
    expect([reply.status, reply.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(await stored(scene)).toEqual({ name: 'Thành phố', businessDate: null, version: 2 })
  })

  test.for(['2025-02-30', '05/08/2025', '', 'x'])('take no %j for a day', async (businessDate, { scene }) => {
    const reply = await scene.as.quang.patch('/api/tenant', { version: 1, name: 'Hải Phòng', businessDate })
    expect([reply.status, reply.json.code, reply.json.fields[0].path]).toEqual([
      400,
      'bad_request',
      'businessDate',
    ])
    expect((await stored(scene)).version).toBe(1)
  })

  test.for([
    ['hung', 403],
    ['lan', 403],
    ['mai', 403],
    ['cuc', 403],
    ['viet', 403],
    ['kien', 403],
    ['nobody', 401],
  ] as const)('are not for %s', async ([who, status], { scene }) => {
    expect((await scene.as[who].get('/api/tenant')).status).toBe(status)
    expect(
      (await scene.as[who].patch('/api/tenant', { version: 1, name: 'Khác', businessDate: null })).status,
    ).toBe(status)
    expect((await stored(scene)).version).toBe(1)
  })

  test('of one tenant are not those of another', async ({ scene }) => {
    await scene.as.la.patch('/api/tenant', { version: 1, name: 'Tỉnh khác nữa', businessDate: null })
    expect(await stored(scene)).toEqual({ name: 'Hải Phòng', businessDate: '2025-01-20', version: 1 })
  })
})

type Entry = {
  entryId: number
  action: string
  objectName: string
  unitName: string | null
  actorName: string
}
const seen = async (who: Caller, query = '') => {
  const reply = await who.get(`/api/audit?${query}`)
  return reply.json.rows.map((row: Entry) => `${row.action} ${row.objectName}`)
}
const rename = (unit: string, name: string) => ({
  kind: 'rename',
  on: '2024-08-01',
  unit,
  officialName: name,
  shortName: name,
})

/** Five entries: two of Hải An, one of Kiến An, one of the tenant, one of the other tenant. */
async function aTrail(scene: Scene): Promise<void> {
  const { as, world } = scene
  await record(as.hung, [rename(world.units.primary, 'TH Đằng Lâm A')])
  await record(as.hung, [rename(world.units.secondary, 'THCS Đằng Lâm A')])
  await record(as.kien, [rename(world.units.kienAnSchool, 'TH Nam Hà A')])
  await as.quang.patch('/api/tenant', { version: 1, name: 'Hải Phòng mới', businessDate: '2025-01-20' })
  await as.la.patch('/api/tenant', { version: 1, name: 'Nơi khác', businessDate: '2025-01-20' })
}
const all = [
  'tenant.change Hải Phòng mới',
  'unit.rename TH Nam Hà A',
  'unit.rename THCS Đằng Lâm A',
  'unit.rename TH Đằng Lâm A',
]

describe('the audit trail', () => {
  test('tells the newest first who did what to what, before and after, when and from where', async ({
    scene,
  }) => {
    await aTrail(scene)
    const { rows, next } = (await scene.as.quang.get('/api/audit')).json
    expect(await seen(scene.as.quang)).toEqual(all)
    expect(next).toBeNull()
    expect(rows[0]).toMatchObject({
      actorName: 'Đỗ Minh Quang',
      objectKind: 'tenant',
      unitId: null,
      before: { name: 'Hải Phòng' },
      after: { name: 'Hải Phòng mới' },
      at: '2025-01-20T03:00:00.000Z',
      ip: '127.0.0.1',
    })
    expect(rows[2]).toMatchObject({
      actorName: 'Nguyễn Văn Hùng',
      objectKind: 'unit',
      objectId: scene.world.units.secondary,
      unitName: 'THCS Đằng Lâm A',
    })
  })

  test('is seen over one’s own part of the tree only', async ({ scene }) => {
    await aTrail(scene)
    expect(await seen(scene.as.lan)).toEqual(['unit.rename THCS Đằng Lâm A', 'unit.rename TH Đằng Lâm A'])
    expect(await seen(scene.as.la)).toEqual(['tenant.change Nơi khác'])
  })

  test('of a unit that moved is seen where it hangs now', async ({ scene }) => {
    await aTrail(scene)
    const { primary, kienAn } = scene.world.units
    await record(scene.as.quang, [{ kind: 'move', on: '2024-09-01', unit: primary, parentId: kienAn }])
    expect(await seen(scene.as.lan)).toEqual(['unit.rename THCS Đằng Lâm A'])
  })

  test('is searched by unit, person, object, words and days', async ({ scene }) => {
    await aTrail(scene)
    const { units, people } = scene.world
    const { quang } = scene.as
    expect(await seen(quang, `unitId=${units.primary}`)).toEqual(['unit.rename TH Đằng Lâm A'])
    expect(await seen(quang, `personId=${people.kien.personId}`)).toEqual(['unit.rename TH Nam Hà A'])
    expect(await seen(quang, `objectKind=unit&objectId=${units.secondary}`)).toEqual([
      'unit.rename THCS Đằng Lâm A',
    ])
    expect(await seen(quang, 'objectKind=tenant')).toEqual(['tenant.change Hải Phòng mới'])
    expect(await seen(quang, 'search=dang%20lam')).toEqual([
      'unit.rename THCS Đằng Lâm A',
      'unit.rename TH Đằng Lâm A',
    ])
    expect(await seen(quang, 'search=%25')).toEqual([])
    expect(await seen(quang, 'from=2025-01-20&to=2025-01-20')).toEqual(all)
    expect(await seen(quang, 'from=2025-01-21')).toEqual([])
    expect(await seen(quang, 'to=2025-01-19')).toEqual([])
  })

  test('goes on where it stopped', async ({ scene }) => {
    for (let step = 0; step < 101; step++)
      await record(scene.as.hung, [rename(scene.world.units.primary, `TH ${step}`)])
    const first = (await scene.as.quang.get('/api/audit')).json
    expect([first.rows.length, first.rows[0].objectName, first.next]).toEqual([
      100,
      'TH 100',
      first.rows[99].entryId,
    ])
    const rest = (await scene.as.quang.get(`/api/audit?before=${first.next}`)).json
    expect([rest.rows.map((row: Entry) => row.objectName), rest.next]).toEqual([['TH 0'], null])
  })

  test.for([
    ['lan', 'kienAn', 404],
    ['lan', 'city', 403],
    ['lan', 'otherRoot', 404],
    ['la', 'haiAn', 404],
  ] as const)('of a unit that %s does not oversee is refused: %s', async ([who, unit, status], { scene }) => {
    expect((await scene.as[who].get(`/api/audit?unitId=${scene.world.units[unit]}`)).status).toBe(status)
  })

  test.for([
    ['hung', 403],
    ['mai', 403],
    ['cuc', 403],
    ['viet', 403],
    ['nga', 403],
    ['kien', 403],
    ['nobody', 401],
  ] as const)('is not for %s', async ([who, status], { scene }) => {
    expect((await scene.as[who].get('/api/audit')).status).toBe(status)
  })
})
