import { describe, expect } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { moveTo, reorganise } from '#test/support/units.ts'
import { aPerson } from '#test/support/world.ts'

const before = '2025-06-30'
const after = '2025-08-15'

async function codes(who: Caller, asOf: string): Promise<string> {
  const reply = await who.get(`/api/units?reach=all&asOf=${asOf}`)
  return reply.json.rows
    .map((row: { code: string }) => row.code)
    .toSorted()
    .join(' ')
}

/** The officer of the ward that takes the schools of Hải An over: thu; hung stays the officer of the district that ended. */
async function reorganised(scene: Scene, today: string): Promise<{ thu: Caller; ward: UnitId }> {
  const { haiAn } = await reorganise(scene)
  await moveTo(scene, today)
  const thu = await aPerson(scene.db, scene.world.tenantId, {
    userName: 'thu',
    name: 'Ngô Thị Thu',
    role: 'officer',
    unit: haiAn,
  })
  return { thu: await scene.signIn(scene.world.tenantId, thu), ward: haiAn }
}

const district = 'CS-DL HA HA-DL HA-GD HA-NV HP MN-CB TH-DL'

describe('after the reorganisation, the list of a day', () => {
  test.for([
    // What hung below the district stays readable as it was; what came after it is not his.
    ['hung', before, district],
    ['hung', after, 'HP'],
    // The ward reads the past of the schools that it took over, not the rest of the district; it was not there then.
    ['thu', before, 'CS-DL HP MN-CB TH-DL'],
    ['thu', after, 'CS-DL HP MN-CB P-HA TH-DL'],
    // A school sees the authority of each day.
    ['mai', before, 'HA HP TH-DL'],
    ['mai', after, 'HP P-HA TH-DL'],
    ['kien', before, 'HP KA TH-NH'],
    ['kien', after, 'HP'],
  ] as const)('%s, %s', async ([who, asOf, seen], { scene }) => {
    const { thu } = await reorganised(scene, after)
    expect(await codes(who === 'thu' ? thu : scene.as[who], asOf)).toBe(seen)
  })

  test('shows the officer of the district the wards once he has a role over them', async ({ scene }) => {
    const { ward } = await reorganised(scene, after)
    const reply = await scene.as.quang.post(`/api/people/${scene.world.people.hung.personId}/memberships`, {
      role: 'officer',
      unitId: ward,
      scopeUnitId: ward,
    })
    expect(reply.status).toBe(200)
    expect(await codes(scene.as.hung, after)).toBe('CS-DL HP MN-CB P-HA TH-DL')
    expect(await codes(scene.as.hung, before)).toBe(district)
  })
})

describe('before it, when it is already recorded, the list of a day', () => {
  test.for([
    ['hung', before, district],
    ['hung', after, 'HP'],
    ['mai', before, 'HA HP TH-DL'],
    ['mai', after, 'HP P-HA TH-DL'],
  ] as const)('%s, %s', async ([who, asOf, seen], { scene }) => {
    await reorganise(scene)
    expect(await codes(scene.as[who], asOf)).toBe(seen)
  })
})

test('page, code and list agree on what is seen of a day', async ({ scene }) => {
  const { thu } = await reorganised(scene, after)
  const { as, world } = scene
  for (const [who, caller] of [
    ['thu', thu] as const,
    ...(['hung', 'mai', 'kien'] as const).map((name) => [name, as[name]] as const),
  ]) {
    for (const asOf of [before, after]) {
      const listed = (await codes(caller, asOf)).split(' ')
      const living = await as.quang.get(`/api/units?reach=all&asOf=${asOf}`)
      for (const { code, unitId } of living.json.rows) {
        const page = await caller.get(`/api/units/${unitId}?asOf=${asOf}`)
        const byCode = await caller.get(`/api/unit-codes/${code}?asOf=${asOf}`)
        const children = await caller.get(`/api/units?under=${unitId}&asOf=${asOf}`)
        const status = listed.includes(code) ? 200 : 404
        expect([who, asOf, code, page.status, byCode.status, children.status]).toEqual([
          who,
          asOf,
          code,
          status,
          status,
          status,
        ])
      }
    }
  }
  // The unit that ended keeps its last page for its own people.
  const ended = await as.hung.get(`/api/units/${world.units.haiAn}?asOf=${after}`)
  expect([ended.status, ended.json.living]).toEqual([200, false])
  expect((await as.hung.get(`/api/units/${world.units.primary}?asOf=${after}`)).json.code).toBe('not_found')
})
