import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { isBehind } from '#domain/following/standing.ts'
import { aPublishedPlan, assignmentOf, aTarget } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

type Row = { kind: string; role: string; dueOn: string | null; standing: { kind: string } }
const year = async (
  scene: Scene,
  who: keyof Scene['as'] = 'hung',
  unit: keyof Scene['world']['units'] = 'haiAn',
) => await scene.as[who].get(`/api/overview?unitId=${scene.world.units[unit]}&schoolYear=2024-2025`)
const list = async (scene: Scene, more = '') =>
  (
    await scene.as.hung.get(
      `/api/work?unitId=${scene.world.units.haiAn}&schoolYear=2024-2025&reach=below${more}`,
    )
  ).json
const moveTo = (scene: Scene, day: string) =>
  scene.db
    .updateTable('tenant')
    .set({ business_date: localDate(day) })
    .where('tenant_id', '=', scene.world.tenantId)
    .execute()

describe('a school year at a glance', () => {
  test.for(['2024-07-15', '2024-09-25', '2024-12-20', '2025-01-20', '2025-05-12', '2025-06-20'])(
    'counts on %s what the list of tasks counts',
    async (day, { scene }) => {
      await aPublishedPlan(scene)
      await moveTo(scene, day)
      const { json } = await year(scene)
      const { counts, rows } = await list(scene)
      expect(json.work).toEqual(counts)
      const late = rows.filter((row: Row) => row.standing.kind === 'late').length
      const sum = json.unitsBehind.reduce((all: number, unit: { late: number }) => all + unit.late, 0)
      expect(sum).toBe(late)
      const behind = rows.filter((row: Row & Parameters<typeof isBehind>[0]) => isBehind(row, localDate(day)))
      const told = json.willBeLate.reduce((all: number, task: { units: number }) => all + task.units, 0)
      expect(told).toBe(behind.length)
    },
  )

  test('tells by month what ends in it, with what has no end beside them', async ({ scene }) => {
    await aPublishedPlan(scene)
    const { json } = await year(scene)
    expect(json.months.map((one: { month: string; late: number }) => [one.month, one.late])).toEqual([
      ['2024-09', 1],
      ['2024-12', 4],
      ['2025-05', 0],
      [null, 0],
    ])
  })

  test('names the units most behind, the longest first, and counts what waits for a decision', async ({
    scene,
  }) => {
    const { tasks } = await aPublishedPlan(scene, [aTarget()])
    const id = await assignmentOf(scene, tasks[1], scene.world.units.primary)
    const back = await scene.as.mai.post(`/api/assignments/${id}/steps`, {
      version: 1,
      move: 'return',
      reason: 'Không thuộc trường',
    })
    expect(back.status).toBe(204)
    const { json } = await year(scene)
    expect(json.unitsBehind[0]).toMatchObject({ code: 'HA-GD', late: 1, since: '2024-09-30' })
    expect(json.unitsLate).toBe(5)
    expect(json.waiting).toEqual({ returned: 2, extension: 0, claim: 0, unit_ended: 0 })
    expect(json.plan.issuerName).toBe('UBND quận Hải An')
    expect(json.targets.counts.no_data).toBe(1)
  })

  test('of a ward is of what it was given; the targets are its issuer’s', async ({ scene }) => {
    await aPublishedPlan(scene, [aTarget()])
    const { json } = await year(scene, 'hung', 'ward')
    expect(json.targets).toBeNull()
    expect(json.plan.issuerName).toBe('UBND quận Hải An')
  })

  test('is empty, not broken, before anything is published', async ({ scene }) => {
    expect((await year(scene)).json).toMatchObject({
      plan: null,
      targets: null,
      work: { late: 0, done: 0 },
      months: [],
      unitsBehind: [],
      willBeLate: [],
    })
  })
})
