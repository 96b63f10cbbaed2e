import { describe, expect } from 'vitest'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

const list = async (scene: Scene, year: number) =>
  (await scene.as.mai.get(`/api/holidays?year=${year}`)).json.map((one: { day: string }) => one.day)
const founding = { version: 0, kind: 'off', name: 'Ngày truyền thống của quận', toCheck: false }
const actions = async (scene: Scene) =>
  (
    await scene.db
      .selectFrom('audit_entry')
      .select(['action', 'object_name as name'])
      .where('object_kind', '=', 'holiday')
      .orderBy('id')
      .execute()
  ).map(({ action, name }) => `${action} ${name}`)

describe('the days off of a tenant', () => {
  test('are entered, changed and taken out by its administrator, each with its trail', async ({ scene }) => {
    const { quang } = scene.as
    expect((await quang.put('/api/holidays/2025-03-03', founding)).json).toEqual({
      day: '2025-03-03',
      kind: 'off',
      name: 'Ngày truyền thống của quận',
      toCheck: false,
      version: 1,
    })
    const changed = { ...founding, version: 1, kind: 'worked' }
    expect((await quang.put('/api/holidays/2025-03-03', changed)).json).toMatchObject({
      kind: 'worked',
      version: 2,
    })
    expect(await list(scene, 2025)).toEqual(['2025-03-03'])
    expect((await quang.post('/api/holidays/2025-03-03/remove', { version: 2 })).status).toBe(204)
    expect(await list(scene, 2025)).toEqual([])
    expect(await actions(scene)).toEqual([
      'holiday.add 03/03/2025',
      'holiday.change 03/03/2025',
      'holiday.remove 03/03/2025',
    ])
  })

  test('that somebody changed meanwhile are not overwritten', async ({ scene }) => {
    const { quang } = scene.as
    await quang.put('/api/holidays/2025-03-03', founding)
    for (const version of [0, 2])
      expect((await quang.put('/api/holidays/2025-03-03', { ...founding, version })).json.code).toBe(
        'changed_meanwhile',
      )
    expect((await quang.post('/api/holidays/2025-03-03/remove', { version: 7 })).json.code).toBe(
      'changed_meanwhile',
    )
    expect((await quang.post('/api/holidays/2025-03-04/remove', { version: 1 })).json.code).toBe('not_found')
    expect(await list(scene, 2025)).toEqual(['2025-03-03'])
  })

  test('of the law are offered by year; what is there already stays as it is', async ({ scene }) => {
    const { quang } = scene.as
    const own = { version: 0, kind: 'off', name: 'Nghỉ theo thông báo của quận', toCheck: false }
    await quang.put('/api/holidays/2025-01-27', own)
    const offer = async (calendarYear: number) => await quang.post('/api/holidays/public', { calendarYear })
    expect((await offer(2025)).json).toEqual({ added: 12 })
    expect((await offer(2025)).json).toEqual({ added: 0 })
    expect((await offer(2019)).json.code).toBe('not_found')
    expect((await list(scene, 2025)).slice(0, 4)).toEqual([
      '2025-01-01',
      '2025-01-27',
      '2025-01-28',
      '2025-01-29',
    ])
    expect((await scene.as.mai.get('/api/holidays?year=2025')).json[1].name).toBe(own.name)
  })

  test.for([
    ['lan', 403],
    ['hung', 403],
    ['mai', 403],
    ['la', 200],
    ['nobody', 401],
  ] as const)('are not %s’s to change in another’s tenant', async ([who, status], { scene }) => {
    expect((await scene.as[who].put('/api/holidays/2025-03-03', founding)).status).toBe(status)
    expect(await list(scene, 2025)).toEqual([])
  })
})
