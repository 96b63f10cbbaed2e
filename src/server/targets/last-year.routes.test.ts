import { describe, expect } from 'vitest'
import { aPublishedPlan, aTarget } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

async function begun(scene: Scene, from: 'last_year' | 'nothing') {
  const last = await aPublishedPlan(scene, [
    aTarget({ due: { month: '2025-05' } }),
    aTarget({ kind: 'count', value: 300, numerator: null, denominator: null, percent: null, due: null }),
  ])
  const recorded = await scene.as.hung.post(`/api/targets/${last.targets[0]}/results`, {
    asOf: '2025-01-15',
    value: null,
    numerator: 8000,
    denominator: 9232,
    verdict: null,
    note: 'Báo cáo của các trường',
  })
  expect(recorded.status).toBe(200)
  const reply = await scene.as.lan.post(`/api/units/${scene.world.units.haiAn}/new-plan`, {
    schoolYear: '2025-2026',
    title: 'Kế hoạch năm học 2025-2026',
    from,
  })
  expect(reply.status).toBe(200)
  return { last, planId: reply.json.planId }
}

describe('what came of last year', () => {
  test('stands beside each target that was taken over, with where it comes from', async ({ scene }) => {
    const { last, planId } = await begun(scene, 'last_year')
    const { targets } = (await scene.as.lan.get(`/api/plans/${planId}`)).json
    const { status, json } = await scene.as.lan.get(`/api/plans/${planId}/last-year`)
    expect(status).toBe(200)
    expect(json.plan).toMatchObject({ planId: last.planId, schoolYear: '2024-2025' })
    expect(json.rows).toMatchObject([
      {
        targetId: targets[0].targetId,
        line: {
          targetId: last.targets[0],
          numerator: 7910,
          standing: {
            actual: { numerator: 8000, source: { kind: 'person', note: 'Báo cáo của các trường' } },
          },
        },
      },
      { targetId: targets[1].targetId, line: { value: 300, standing: { state: 'no_data', actual: null } } },
    ])
  })

  test('a printed due date is a year later, none stays none', async ({ scene }) => {
    const { planId } = await begun(scene, 'last_year')
    const { targets } = (await scene.as.lan.get(`/api/plans/${planId}`)).json
    expect(targets.map((target: { due: unknown }) => target.due)).toEqual([{ month: '2026-05' }, null])
  })

  test('is empty where nothing was taken over', async ({ scene }) => {
    const { planId } = await begun(scene, 'nothing')
    expect((await scene.as.lan.get(`/api/plans/${planId}/last-year`)).json).toEqual({ plan: null, rows: [] })
  })

  test('is refused to whoever may not see the draft', async ({ scene }) => {
    const { planId } = await begun(scene, 'last_year')
    const statusFor = async (who: keyof Scene['as']) =>
      (await scene.as[who].get(`/api/plans/${planId}/last-year`)).status
    expect([await statusFor('mai'), await statusFor('kien'), await statusFor('nobody')]).toEqual([
      404, 404, 401,
    ])
  })
})
