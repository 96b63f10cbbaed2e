import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

const whom = (scene: Scene, over: object = {}) => ({
  unitId: scene.world.units.haiAn,
  schoolYear: '2024-2025',
  keys: null,
  message: 'Báo cáo trước 22/01',
  ...over,
})
const urge = async (scene: Scene, who: keyof Scene['as'] = 'hung', over: object = {}) =>
  await scene.as[who].post('/api/urgings', whom(scene, over))
const list = async (
  scene: Scene,
  who: keyof Scene['as'] = 'hung',
  unit: keyof Scene['world']['units'] = 'haiAn',
) => (await scene.as[who].get(`/api/urgings?unitId=${scene.world.units[unit]}&schoolYear=2024-2025`)).json
const moveTo = (scene: Scene, day: string) =>
  scene.db
    .updateTable('tenant')
    .set({ business_date: localDate(day) })
    .where('tenant_id', '=', scene.world.tenantId)
    .execute()
const notices = async (scene: Scene, kind: string) =>
  await scene.db
    .selectFrom('notice')
    .select(['unit_id as unitId', 'subject'])
    .where('kind', '=', kind)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

describe('urging', () => {
  test('is shown before: whom, about what, and as text for a chat group', async ({ scene }) => {
    await aPublishedPlan(scene)
    const { json } = await scene.as.hung.post('/api/urgings/preview', whom(scene))
    expect(
      json.units.map((unit: { step: string; items: unknown[] }) => [unit.step, unit.items.length]),
    ).toEqual(Array.from({ length: 5 }, () => ['first', 1]))
    expect(json.leftOut).toBe(0)
    expect(json.text).toContain('UBND quận Hải An đôn đốc')
    expect(json.text).toContain('trễ 14 ngày làm việc')
    expect((await list(scene)).rows).toEqual([])
  })

  test('tells each unit once about all of it, and keeps who was urged, by whom, and how it stood', async ({
    scene,
  }) => {
    await aPublishedPlan(scene)
    expect((await urge(scene)).json).toEqual({ units: 5, items: 5 })
    const told = await notices(scene, 'urged')
    expect(told).toHaveLength(5)
    expect(told[0]?.subject).toMatchObject({ issuerName: 'UBND quận Hải An', late: 1, dueSoon: 0 })
    const { rows } = await list(scene)
    expect(rows).toHaveLength(5)
    expect(rows[0]).toMatchObject({ step: 'first', urgedOn: '2025-01-20', aftermath: 'nothing' })
    expect(rows[0].items[0]).toMatchObject({ standing: 'late' })
    const trail = await scene.db
      .selectFrom('audit_entry')
      .select('object_name as name')
      .where('action', '=', 'assignment.urge')
      .orderBy('id')
      .execute()
    expect(trail).toHaveLength(5)
  })

  test('happens once a day; a second press finds nothing more to urge', async ({ scene }) => {
    await aPublishedPlan(scene)
    await urge(scene)
    const again = await urge(scene)
    expect(again.status).toBe(422)
    expect(again.json).toMatchObject({ code: 'progress_refused', reason: 'nothing_to_urge' })
    expect((await list(scene)).rows).toHaveLength(5)
  })

  test('goes to the leader when a unit was urged twice in vain; an answer begins anew', async ({ scene }) => {
    const { tasks } = await aPublishedPlan(scene)
    const { primary } = scene.world.units
    const id = await assignmentOf(scene, tasks[1], primary)
    const keys = [{ assignmentId: id, windowNo: 1 }]
    const steps: string[] = []
    for (const day of ['2025-01-20', '2025-01-21', '2025-01-22']) {
      await moveTo(scene, day)
      expect((await urge(scene, 'hung', { keys })).status).toBe(200)
      steps.push((await list(scene)).rows[0].step)
    }
    expect(steps).toEqual(['first', 'again', 'leader'])
    const told = await notices(scene, 'urged_in_vain')
    expect(told.map((one) => [one.unitId, one.subject])).toEqual([
      [scene.world.units.haiAn, { kind: 'urged_in_vain', units: 1, names: 'TH Đằng Lâm' }],
    ])
    const report = { version: 1, status: 'under_way', percent: 40, note: 'Đang làm', evidence: [] }
    expect((await scene.as.mai.post(`/api/assignments/${id}/windows/1/progress`, report)).status).toBe(200)
    expect((await list(scene)).rows.map((row: { aftermath: string }) => row.aftermath)).toContain('reported')
  })

  test('is read by the unit that was urged, not by another school', async ({ scene }) => {
    await aPublishedPlan(scene)
    await urge(scene)
    expect((await list(scene, 'mai', 'primary')).rows).toHaveLength(1)
    const other = await scene.as.mai.get(
      `/api/urgings?unitId=${scene.world.units.secondary}&schoolYear=2024-2025`,
    )
    expect(other.status).toBe(404)
  })

  test.for([
    ['a school', 'mai', 403],
    ['a viewer', 'viet', 403],
    ['a stranger', 'kien', 404],
    ['another tenant', 'la', 404],
  ] as const)('is refused to %s, and nobody is told', async ([, who, status], { scene }) => {
    await aPublishedPlan(scene)
    const own = who === 'mai' ? { unitId: scene.world.units.primary } : {}
    expect((await urge(scene, who, own)).status).toBe(status)
    expect(await notices(scene, 'urged')).toEqual([])
  })

  test('leaves out what is not late, not below, and not there', async ({ scene }) => {
    const { tasks } = await aPublishedPlan(scene)
    const { primary } = scene.world.units
    const id = await assignmentOf(scene, tasks[1], primary)
    const keys = [
      { assignmentId: id, windowNo: 2 },
      { assignmentId: '01916893-c380-7056-b963-9e97c612ee16', windowNo: 1 },
    ]
    expect((await scene.as.hung.post('/api/urgings/preview', whom(scene, { keys }))).json).toMatchObject({
      units: [],
      leftOut: 2,
    })
    expect((await urge(scene, 'hung', { keys })).status).toBe(422)
  })
})
