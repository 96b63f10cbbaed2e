import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import type { TargetId } from '#domain/basics/ids.ts'
import { approved, aRound, scaleCells } from '#test/support/figures.ts'
import { aPublishedPlan, aTarget } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

const count = {
  kind: 'count',
  numerator: null,
  denominator: null,
  percent: null,
  value: 300,
  statement: '300 học sinh tiểu học',
  unitWord: 'học sinh',
  levels: ['TH'],
}
const word = {
  ...count,
  kind: 'qualitative',
  value: null,
  statement: 'Nâng cao chất lượng',
  groupCode: 'b',
  groupTitle: 'Chất lượng',
}
const plan = async (scene: Scene) => await aPublishedPlan(scene, [aTarget(), aTarget(count), aTarget(word)])
const list = async (scene: Scene, who: keyof Scene['as'], unit: keyof Scene['world']['units'], more = '') =>
  await scene.as[who].get(`/api/targets?unitId=${scene.world.units[unit]}&schoolYear=2024-2025${more}`)
const states = (json: { rows: { standing: { state: string } | null }[] }) =>
  json.rows.map((row) => row.standing?.state ?? null)
const result = {
  asOf: '2025-01-15',
  value: null,
  numerator: null,
  denominator: null,
  verdict: null,
  note: 'PGD',
}
const record = async (
  scene: Scene,
  targetId: TargetId | undefined,
  over: object,
  who: keyof Scene['as'] = 'hung',
) => await scene.as[who].post(`/api/targets/${targetId}/results`, { ...result, ...over })
const kept = async (scene: Scene) =>
  (await scene.db.selectFrom('target_result').select('id').orderBy('seq').execute()).length

describe('the targets of a plan', () => {
  test('stand without data until something is recorded', async ({ scene }) => {
    await plan(scene)
    const { json } = await list(scene, 'hung', 'haiAn')
    expect(json.plan).toMatchObject({ issuerName: 'UBND quận Hải An' })
    expect(states(json)).toEqual(['no_data', 'no_data', 'no_data'])
    expect(json.counts).toEqual({ missed: 0, at_risk: 0, on_track: 0, met: 0, no_data: 3 })
    expect(json.groups.map((group: { code: string; total: number }) => [group.code, group.total])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  test('are judged by what was recorded last, and every figure keeps who said it and why', async ({
    scene,
  }) => {
    const { targets } = await plan(scene)
    expect((await record(scene, targets[0], { numerator: 8000, denominator: 9232 })).status).toBe(200)
    expect((await record(scene, targets[0], { value: 40, asOf: '2025-01-10' })).status).toBe(200)
    expect((await record(scene, targets[2], { verdict: 'at_risk' })).status).toBe(200)
    const { json } = await list(scene, 'hung', 'haiAn')
    expect(states(json)).toEqual(['met', 'no_data', 'at_risk'])
    const one = (await scene.as.hung.get(`/api/targets/${targets[0]}`)).json
    expect(one.target.standing).toMatchObject({
      state: 'met',
      actual: { numerator: 8000, denominator: 9232, source: { kind: 'person', note: 'PGD' } },
    })
    expect(one.results.map((row: { asOf: string }) => row.asOf)).toEqual(['2025-01-10', '2025-01-15'])
  })

  test('are found by state, group, level and words; the counts are of all states', async ({ scene }) => {
    const { targets } = await plan(scene)
    await record(scene, targets[1], { value: 0 })
    for (const [more, found] of [
      ['&state=at_risk', 1],
      ['&state=met', 0],
      ['&group=b', 1],
      ['&level=MN', 1],
      ['&search=tieu hoc', 1],
    ] as const)
      expect([more, states((await list(scene, 'hung', 'haiAn', more)).json).length]).toEqual([more, found])
    expect((await list(scene, 'hung', 'haiAn', '&state=met')).json.counts.at_risk).toBe(1)
  })

  test('are read by a school below, without how its authority stands', async ({ scene }) => {
    const { targets } = await plan(scene)
    await record(scene, targets[0], { value: 90 })
    const { json } = await list(scene, 'mai', 'primary')
    expect(json.rows).toHaveLength(3)
    expect(states(json)).toEqual([null, null, null])
    expect(json.counts).toBeNull()
    const one = (await scene.as.mai.get(`/api/targets/${targets[0]}`)).json
    expect([one.results, one.measure, one.indicators]).toEqual([[], null, []])
  })

  test('there are none where nobody on the line has a plan', async ({ scene }) => {
    expect((await list(scene, 'hung', 'haiAn')).json).toEqual({
      plan: null,
      rows: [],
      counts: null,
      groups: [],
    })
  })
})

describe('a target measured by an indicator', () => {
  test('is judged by approved figures, which say from how many units they come', async ({ scene }) => {
    const { targets } = await plan(scene)
    await record(scene, targets[1], { value: 1 })
    const roundId = await aRound(scene, { period: 'start', title: 'Đầu năm' })
    await approved(scene, scene.as.mai, roundId, scene.world.units.primary, scaleCells(['primary']))
    const { indicators } = (await scene.as.hung.get(`/api/targets/${targets[1]}`)).json
    expect(indicators.map((one: { code: string }) => one.code)).toContain('hoc-sinh.tieu-hoc')
    const put = (version: number, indicatorCode: string | null) =>
      scene.as.hung.put(`/api/targets/${targets[1]}/measure`, { version, indicatorCode })
    expect((await put(0, 'hoc-sinh.tieu-hoc')).status).toBe(204)
    const { actual } = (await scene.as.hung.get(`/api/targets/${targets[1]}`)).json.target.standing
    expect(actual).toMatchObject({
      asOf: '2024-09-30',
      source: { kind: 'indicator', period: 'start', units: 1 },
    })
    expect(actual.value).toBeGreaterThan(1)
    expect((await put(0, 'hoc-sinh.tieu-hoc')).json.code).toBe('changed_meanwhile')
    expect((await put(1, 'khong-co')).json).toMatchObject({
      code: 'result_refused',
      reason: 'no_such_indicator',
    })
    expect((await put(1, null)).status).toBe(204)
    expect((await scene.as.hung.get(`/api/targets/${targets[1]}`)).json.target.standing.actual.value).toBe(1)
  })
})

describe('a result is refused, and nothing is kept,', () => {
  test.for([
    ['without a figure', 0, {}, 'figure_missing'],
    ['with more than the whole', 0, { numerator: 5, denominator: 4 }, 'part_over_whole'],
    ['of tomorrow', 0, { value: 1, asOf: '2025-01-21' }, 'in_future'],
    ['with a figure for a target that has none', 2, { value: 3 }, 'verdict_missing'],
  ] as const)('%s', async ([, index, over, reason], { scene }) => {
    const { targets } = await plan(scene)
    const reply = await record(scene, targets[index], over)
    expect(reply.status).toBe(422)
    expect(reply.json).toMatchObject({ code: 'result_refused', reason })
    expect(await kept(scene)).toBe(0)
  })

  test('from whoever may not, for what is not there, and without saying where it comes from', async ({
    scene,
  }) => {
    const { targets } = await plan(scene)
    const value = { value: 90 }
    expect((await record(scene, targets[0], value, 'mai')).status).toBe(403)
    expect((await record(scene, targets[0], value, 'viet')).status).toBe(403)
    expect((await record(scene, targets[0], value, 'kien')).status).toBe(404)
    expect((await record(scene, targets[0], value, 'la')).status).toBe(404)
    expect((await record(scene, targets[0], { ...value, note: ' ' })).status).toBe(400)
    expect(await kept(scene)).toBe(0)
  })

  test('for a plan that is still a draft', async ({ scene }) => {
    const { targets } = await plan(scene)
    await scene.db.updateTable('plan').set({ state: 'draft' }).execute()
    expect((await record(scene, targets[0], { value: 90 })).status).toBe(404)
  })

  test('while what is there can never be changed', async ({ scene }) => {
    const { targets } = await plan(scene)
    await record(scene, targets[0], { value: 90 })
    await expect(
      scene.db
        .updateTable('target_result')
        .set({ as_of: localDate('2025-01-01') })
        .execute(),
    ).rejects.toThrow(/target_result/)
  })
})
