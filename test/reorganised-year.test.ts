// A year that began under a district and ended under wards: what was handed out before 1 July 2025 stays readable after it.
import { describe, expect } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { approved, aRound, scaleCells, sent } from './support/figures.ts'
import { aPublishedPlan } from './support/plans.ts'
import { type Caller, routeTest as test, type Scene } from './support/route-test.ts'
import { moveTo, reorganise } from './support/units.ts'
import { aPerson } from './support/world.ts'

const year = '2024-2025'

/** Plan, round and a sent form of a school; then the districts end and the school hangs under a new ward. */
async function afterwards(scene: Scene) {
  const { units } = scene.world
  const plan = await aPublishedPlan(scene)
  const roundId = await aRound(scene)
  const form = await sent(scene.as.cuc, roundId, units.primary, scaleCells(['primary']))
  const wards = await reorganise(scene)
  const { tenantId } = scene.world
  const officer = async (unit: UnitId, userName: string) =>
    await scene.signIn(
      tenantId,
      await aPerson(scene.db, tenantId, { userName, name: userName, role: 'officer', unit }),
    )
  const here = await officer(wards.haiAn, 'thu')
  const elsewhere = await officer(wards.kienAn, 'tam')
  await moveTo(scene, '2025-07-10')
  return { ...plan, roundId, form, here, elsewhere }
}

const plansOf = async (who: Caller, unitId: string) =>
  (await who.get(`/api/plans?unitId=${unitId}&schoolYear=${year}`)).json.map(
    (plan: { planId: string; issuerName: string }) => [plan.planId, plan.issuerName],
  )
const roundsOf = async (who: Caller, unitId: string) =>
  (await who.get(`/api/rounds?unitId=${unitId}&schoolYear=${year}`)).json.map(
    (line: { round: { roundId: string } }) => line.round.roundId,
  )

describe('after the reorganisation', () => {
  test('a school still finds the plan, its tasks, the round and its form of the year', async ({ scene }) => {
    const { as, world } = scene
    const { planId, tasks, roundId, form } = await afterwards(scene)
    const { primary, haiAn } = world.units
    expect(await plansOf(as.mai, primary)).toEqual([[planId, 'UBND quận Hải An']])
    expect((await as.mai.get(`/api/plans/${planId}`)).status).toBe(200)
    expect((await as.mai.get(`/api/tasks/${tasks[1]}`)).status).toBe(200)
    expect(await roundsOf(as.mai, primary)).toEqual([roundId])
    expect((await as.mai.get(`/api/submissions/${form.submissionId}`)).json.state).toBe('sent')
    // What never was its own stays closed.
    expect((await as.mai.get(`/api/plans?unitId=${haiAn}&schoolYear=${year}`)).status).toBe(404)
  })

  test('the ward that took it over reads its past and reviews what waits; another ward does not', async ({
    scene,
  }) => {
    const { planId, tasks, roundId, form, here, elsewhere } = await afterwards(scene)
    const { primary } = scene.world.units
    const addresses = [
      `/api/plans/${planId}`,
      `/api/tasks/${tasks[1]}`,
      `/api/submissions/${form.submissionId}`,
    ]
    for (const address of addresses)
      expect
        .soft([(await here.get(address)).status, (await elsewhere.get(address)).status])
        .toEqual([200, 404])
    expect(await roundsOf(here, primary)).toEqual([roundId])
    const approve = { version: form.version }
    expect((await elsewhere.post(`/api/submissions/${form.submissionId}/approve`, approve)).status).toBe(404)
    expect((await here.post(`/api/submissions/${form.submissionId}/approve`, approve)).status).toBe(200)
  })

  test('the officer of the district that ended reads what he collected, and decides nothing more', async ({
    scene,
  }) => {
    const { as, world } = scene
    const { planId, roundId, form } = await afterwards(scene)
    expect(await plansOf(as.hung, world.units.haiAn)).toEqual([[planId, 'UBND quận Hải An']])
    expect(await roundsOf(as.hung, world.units.haiAn)).toEqual([roundId])
    expect((await as.hung.get(`/api/submissions/${form.submissionId}`)).json.state).toBe('sent')
    const refused = await as.hung.post(`/api/submissions/${form.submissionId}/approve`, {
      version: form.version,
    })
    expect([refused.status, refused.json.code]).toEqual([403, 'not_allowed'])
  })

  test('the figures of the district stand as they were', async ({ scene }) => {
    const { as, world } = scene
    const { units } = world
    const roundId = await aRound(scene)
    await approved(scene, as.cuc, roundId, units.primary, scaleCells(['primary']))
    const figure = async () =>
      (await as.hung.get(`/api/indicators?unitId=${units.haiAn}&schoolYear=${year}`)).json
    const before = await figure()
    await reorganise(scene)
    await moveTo(scene, '2025-07-10')
    expect(await figure()).toEqual(before)
  })
})
