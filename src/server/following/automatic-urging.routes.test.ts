import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { runDaily } from '#server/daily.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

const rule = { isOn: true, beforeDays: 3, afterDays: 2, escalateAfter: 2, version: 0 }
const path = (scene: Scene, unit: keyof Scene['world']['units'] = 'haiAn') =>
  `/api/units/${scene.world.units[unit]}/urging-rule`
const set = async (scene: Scene, over: object = {}, who: keyof Scene['as'] = 'hung') =>
  await scene.as[who].put(path(scene), { ...rule, ...over })

/** The hourly round on a business day, at ten in the morning or at another hour of that clock. */
async function daily(scene: Scene, day: string, hours = 0): Promise<void> {
  await scene.db
    .updateTable('tenant')
    .set({ business_date: localDate(day) })
    .where('tenant_id', '=', scene.world.tenantId)
    .execute()
  const { clock } = scene.services
  // Later by the days gone by: what is reported and urged is ordered by the true time.
  const ahead = Date.parse(day) - Date.parse('2025-01-20') + hours * 3_600_000
  scene.services.clock = () => new Date(clock().getTime() + ahead)
  try {
    await runDaily(scene.services)
  } finally {
    scene.services.clock = clock
  }
}

const trail = async (scene: Scene) =>
  await scene.db
    .selectFrom('urging')
    .select(['urged_on as on', 'step', 'automatic', 'person_id as personId', 'person_name as name'])
    .where('unit_id', '=', scene.world.units.primary)
    .orderBy('seq')
    .execute()
const told = async (scene: Scene, kind: string) =>
  await scene.db
    .selectFrom('notice')
    .select(['unit_id as unitId', 'role', 'subject'])
    .where('kind', '=', kind)
    .orderBy('created_at')
    .orderBy('notice.id')
    .execute()

describe('urging by itself', () => {
  test('is off until an issuer turns it on', async ({ scene }) => {
    await aPublishedPlan(scene)
    expect((await scene.as.hung.get(path(scene))).json).toEqual({ ...rule, isOn: false })
    await daily(scene, '2025-01-20')
    expect(await trail(scene)).toEqual([])
    await set(scene, { isOn: false })
    await daily(scene, '2025-01-20')
    expect(await trail(scene)).toEqual([])
  })

  test('reminds once, then tells the officer and at last the leader, each once', async ({ scene }) => {
    await aPublishedPlan(scene)
    expect((await set(scene, { escalateAfter: 1 })).json).toMatchObject({ isOn: true, version: 1 })
    for (const day of ['20', '20', '21', '22', '23', '24', '25', '26', '31'])
      await daily(scene, `2025-01-${day}`)
    expect(
      (await trail(scene)).map((row) => [row.on, row.step, row.automatic, row.personId, row.name]),
    ).toEqual([
      ['2025-01-20', 'first', 'after', null, 'Năm Học'],
      ['2025-01-22', 'officer', 'officer', null, 'Năm Học'],
      ['2025-01-24', 'leader', 'leader', null, 'Năm Học'],
    ])
    const { units } = scene.world
    expect(
      (await told(scene, 'urged_in_vain')).map((notice) => [notice.unitId, notice.role, notice.subject]),
    ).toEqual([
      [units.haiAn, 'officer', { kind: 'urged_in_vain', units: 5, names: expect.any(String) }],
      [units.haiAn, 'leader', { kind: 'urged_in_vain', units: 5, names: expect.any(String) }],
    ])
    expect((await told(scene, 'urged')).filter((notice) => notice.unitId === units.primary)).toHaveLength(3)
    const shown = await scene.as.hung.get(`/api/urgings?unitId=${units.primary}&schoolYear=2024-2025`)
    expect(shown.json.rows[0]).toMatchObject({ step: 'leader', automatic: 'leader', personName: 'Năm Học' })
    const acts = await scene.db
      .selectFrom('audit_entry')
      .select(['actor_name as actor', 'after'])
      .where('action', '=', 'assignment.urge')
      .where('unit_id', '=', units.primary)
      .orderBy('audit_entry.id')
      .execute()
    expect(acts[0]).toEqual({ actor: 'Năm Học', after: { step: 'first', items: 1, automatic: 'after' } })
  })

  test('reaches the officer and the leader by their roles, and nobody else', async ({ scene }) => {
    await aPublishedPlan(scene)
    await set(scene, { escalateAfter: 1 })
    for (const day of ['20', '22', '24']) await daily(scene, `2025-01-${day}`)
    const heard = async (who: keyof Scene['as']) =>
      (await scene.as[who].get('/api/notices')).json.filter(
        (notice: { subject: { kind: string } }) => notice.subject.kind === 'urged_in_vain',
      ).length
    expect([await heard('hung'), await heard('lan'), await heard('viet'), await heard('mai')]).toEqual([
      1, 1, 0, 0,
    ])
    const until = '2025-02-01T00:00:00Z'
    expect((await scene.as.viet.post('/api/notices/read', { until })).json).toEqual({ marked: 0 })
    expect((await scene.as.lan.post('/api/notices/read', { until })).json).toEqual({ marked: 1 })
  })

  test('stops where the unit answers, asks for another day or says that it is done', async ({ scene }) => {
    const { tasks } = await aPublishedPlan(scene)
    await set(scene, { escalateAfter: 1 })
    await daily(scene, '2025-01-20')
    const id = await assignmentOf(scene, tasks[1], scene.world.units.primary)
    const { clock } = scene.services
    scene.services.clock = () => new Date(clock().getTime() + 60_000)
    const report = { version: 1, status: 'under_way', percent: 40, note: 'Đang làm', evidence: [] }
    expect((await scene.as.mai.post(`/api/assignments/${id}/windows/1/progress`, report)).status).toBe(200)
    scene.services.clock = clock
    for (const day of ['22', '24', '31']) await daily(scene, `2025-01-${day}`)
    expect((await trail(scene)).map((row) => row.automatic)).toEqual(['after'])
  })

  test('lets units sleep, and leaves days off alone', async ({ scene }) => {
    await aPublishedPlan(scene)
    await set(scene)
    await daily(scene, '2025-01-20', 15)
    await daily(scene, '2025-01-25')
    expect(await trail(scene)).toEqual([])
    await daily(scene, '2025-01-24', 21)
    expect(await trail(scene)).toHaveLength(1)
  })

  test('reminds before the end', async ({ scene }) => {
    await aPublishedPlan(scene)
    await set(scene, { afterDays: null, escalateAfter: null })
    await daily(scene, '2024-12-25')
    expect(await trail(scene)).toEqual([])
    await daily(scene, '2024-12-26')
    await daily(scene, '2024-12-27')
    expect((await trail(scene)).map((row) => [row.on, row.step, row.automatic])).toEqual([
      ['2024-12-26', 'first', 'before'],
    ])
  })

  test('is set by whoever may urge, once, and leaves a trace', async ({ scene }) => {
    expect((await set(scene)).status).toBe(200)
    expect((await set(scene)).json.code).toBe('changed_meanwhile')
    expect((await set(scene, { version: 1, isOn: false, beforeDays: null })).json).toEqual({
      ...rule,
      version: 2,
      isOn: false,
      beforeDays: null,
    })
    const nothing = { beforeDays: null, afterDays: null, escalateAfter: null, version: 2 }
    expect((await set(scene, nothing)).json).toMatchObject({
      code: 'progress_refused',
      reason: 'nothing_set',
    })
    expect((await set(scene, { beforeDays: 6, version: 2 })).status).toBe(400)
    for (const [who, status] of [
      ['viet', 403],
      ['mai', 403],
      ['kien', 404],
      ['la', 404],
      ['nobody', 401],
    ] as const) {
      expect((await set(scene, { version: 2 }, who)).status).toBe(status)
      expect((await scene.as[who].get(path(scene))).status).toBe(status)
    }
    const acts = await scene.db
      .selectFrom('audit_entry')
      .select(['after'])
      .where('action', '=', 'urging_rule.set')
      .orderBy('audit_entry.id')
      .execute()
    expect(acts).toEqual([
      { after: { isOn: true, beforeDays: 3, afterDays: 2, escalateAfter: 2 } },
      { after: { isOn: false, beforeDays: null, afterDays: 2, escalateAfter: 2 } },
    ])
  })
})
