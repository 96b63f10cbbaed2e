import { describe, expect } from 'vitest'
import { aRound } from '#test/support/figures.ts'
import { type Caller, routeTest as test } from '#test/support/route-test.ts'

const titles = async (who: Caller) =>
  (await who.get('/api/notices')).json.map(
    (notice: { unitName: string; subject: { title: string } }) =>
      `${notice.unitName}: ${notice.subject.title}`,
  )

describe('notices', () => {
  test('are those of the units in which one works, once each, the newest first', async ({ scene }) => {
    await aRound(scene, { title: 'Đợt một' })
    const { clock } = scene.services
    try {
      scene.services.clock = () => new Date(clock().getTime() + 60_000)
      await aRound(scene, { title: 'Đợt hai', period: 'end' })
    } finally {
      scene.services.clock = clock
    }
    const own = ['TH Đằng Lâm: Đợt hai', 'TH Đằng Lâm: Đợt một']
    expect([await titles(scene.as.mai), await titles(scene.as.cuc)]).toEqual([own, own])
    for (const who of ['hung', 'lan', 'nga', 'kien', 'quang', 'la'] as const)
      expect(await titles(scene.as[who])).toEqual([])
    expect((await scene.as.mai.get('/api/notices')).json[0]).toMatchObject({
      subject: { kind: 'round_opened', closesOn: '2025-01-25' },
      readAt: null,
      createdAt: '2025-01-20T03:01:00.000Z',
    })
  })

  test('are read by each person for himself, up to the instant that he saw', async ({ scene }) => {
    await aRound(scene)
    const until = '2025-01-20T03:00:00.000Z'
    expect(
      (await scene.as.mai.post('/api/notices/read', { until: '2025-01-20T02:59:59.999Z' })).json,
    ).toEqual({ marked: 0 })
    expect((await scene.as.mai.post('/api/notices/read', { until })).json).toEqual({ marked: 1 })
    expect((await scene.as.mai.post('/api/notices/read', { until })).json).toEqual({ marked: 0 })
    expect((await scene.as.mai.get('/api/notices')).json[0].readAt).toBe(until)
    expect((await scene.as.cuc.get('/api/notices')).json[0].readAt).toBeNull()
    expect(await scene.db.selectFrom('notice_read').select('person_id as personId').execute()).toEqual([
      { personId: scene.world.people.mai.personId },
    ])
  })

  test('of others cannot be marked, and nobody has none', async ({ scene }) => {
    await aRound(scene)
    expect((await scene.as.hung.post('/api/notices/read', { until: '2026-01-01T00:00:00Z' })).json).toEqual({
      marked: 0,
    })
    expect((await scene.as.nobody.get('/api/notices')).status).toBe(401)
    expect((await scene.as.nobody.post('/api/notices/read', { until: '2026-01-01T00:00:00Z' })).status).toBe(
      401,
    )
    expect((await scene.as.mai.post('/api/notices/read', { until: 'gestern' })).json.code).toBe('bad_request')
    expect(await scene.db.selectFrom('notice_read').select('notice_id').execute()).toEqual([])
  })
})
