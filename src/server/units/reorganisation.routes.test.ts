import { describe, expect } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { aWard, moveTo, noBasis, reorganisationDay, reorganise } from '#test/support/units.ts'
import { aPerson } from '#test/support/world.ts'

const day = reorganisationDay

const codesUnder = async (scene: Scene, asOf: string, under?: UnitId) => {
  const reply = await scene.as.quang.get(
    `/api/units?reach=all&asOf=${asOf}${under === undefined ? '' : `&under=${under}`}`,
  )
  return reply.json.rows.map((row: { code: string }) => row.code).toSorted()
}

/** Where every unit hung on every day, climbed anew from the states. */
async function pathsFromScratch({ db }: Scene) {
  const states = await db
    .selectFrom('unit_state')
    .select(['unit_id as unitId', 'parent_id as parentId', 'valid_from as from', 'valid_to as to'])
    .execute()
  const stored = await db
    .selectFrom('unit_path')
    .select(['unit_id as unitId', 'valid_from as from', 'valid_to as to', 'path'])
    .execute()
  const label = new Map(
    (await db.selectFrom('unit').select(['id', 'label']).execute()).map((row) => [row.id, row.label]),
  )
  const onDay = <T extends { from: string; to: string | null }>(rows: T[], at: string) =>
    rows.filter((row) => row.from <= at && (row.to === null || row.to > at))
  const climb = (unitId: UnitId, living: Map<UnitId, { parentId: UnitId | null }>): string => {
    const parentId = living.get(unitId)?.parentId ?? null
    return parentId === null ? String(label.get(unitId)) : `${climb(parentId, living)}.${label.get(unitId)}`
  }
  const days = [
    ...new Set([...states, ...stored].flatMap((row) => (row.to === null ? [row.from] : [row.from, row.to]))),
  ].toSorted()
  const line = (unitId: UnitId, path: string) => `${unitId} ${path}`
  return days.map((at) => {
    const living = new Map(onDay(states, at).map((row) => [row.unitId, row]))
    return {
      day: at,
      computed: [...living.keys()].map((unitId) => line(unitId, climb(unitId, living))).toSorted(),
      stored: onDay(stored, at)
        .map((row) => line(row.unitId, row.path))
        .toSorted(),
    }
  })
}

describe('the reorganisation of 1 July 2025', () => {
  test('leaves the tree of the day before as it was, and shows the new one from that day on', async ({
    scene,
  }) => {
    const before = await codesUnder(scene, '2025-06-30')
    const { haiAn } = await reorganise(scene)
    expect(await codesUnder(scene, '2025-06-30')).toEqual(before)
    expect(before).toEqual(['CS-DL', 'HA', 'HA-DL', 'HA-GD', 'HA-NV', 'HP', 'KA', 'MN-CB', 'TH-DL', 'TH-NH'])
    expect(await codesUnder(scene, day)).toEqual(['CS-DL', 'HP', 'MN-CB', 'P-HA', 'P-KA', 'TH-DL', 'TH-NH'])
    expect(await codesUnder(scene, '2025-06-30', scene.world.units.haiAn)).toEqual([
      'CS-DL',
      'HA-DL',
      'HA-GD',
      'HA-NV',
      'MN-CB',
      'TH-DL',
    ])
    expect(await codesUnder(scene, day, haiAn)).toEqual(['CS-DL', 'MN-CB', 'TH-DL'])
    const children = (await scene.as.quang.get(`/api/units?under=${scene.world.units.city}&asOf=${day}`)).json
    expect(children.rows.map((row: { code: string; children: number }) => [row.code, row.children])).toEqual([
      ['P-HA', 3],
      ['P-KA', 1],
    ])
  })

  test('a school keeps its identity: its place as of each day, and one line in its story', async ({
    scene,
  }) => {
    const { primary, city } = scene.world.units
    const { haiAn } = await reorganise(scene)
    const then = (await scene.as.quang.get(`/api/units/${primary}?asOf=2025-06-30`)).json
    expect([then.above.map((one: { code: string }) => one.code), then.unit.validTo]).toEqual([
      ['HP', 'HA'],
      day,
    ])
    const now = (await scene.as.quang.get(`/api/units/${primary}?asOf=${day}`)).json
    expect([now.above.map((one: { unitId: string }) => one.unitId), now.unit.parentId]).toEqual([
      [city, haiAn],
      haiAn,
    ])
    expect(
      now.story.map((event: { kind: string; on: string; basis: { number: string | null } }) => [
        event.kind,
        event.on,
        event.basis.number,
      ]),
    ).toEqual([
      ['found', '2003-05-01', null],
      ['move', day, '1669/NQ-UBTVQH15'],
    ])
    expect([now.before, now.after]).toEqual([[], []])
  })

  test('recorded in advance takes nothing from the district before its day', async ({ scene }) => {
    const { primary, haiAn, city } = scene.world.units
    const { haiAn: unit } = await reorganise(scene)
    await aPerson(scene.db, scene.world.tenantId, { userName: 'thu', name: 'Lê Thu', role: 'officer', unit })
    const whole = await scene.as.quang.upload(
      'POST',
      `/api/units/${city}/import/check?fileName=don-vi.xlsx`,
      (await scene.as.quang.get(`/api/units/${city}/workbook`)).bytes,
    )
    expect([whole.json.faults, whole.json.counts.changed]).toEqual([[], 0])
    const exported = await scene.as.hung.get(`/api/units/${haiAn}/workbook`)
    const checked = await scene.as.hung.upload(
      'POST',
      `/api/units/${haiAn}/import/check?fileName=don-vi.xlsx`,
      exported.bytes,
    )
    expect(checked.json.faults).toEqual([])
    expect(checked.json.counts).toMatchObject({ founded: 0, changed: 0, unchanged: 7 })
    const change = { kind: 'alter', on: '2025-01-20', unit: primary, changes: { rank: 2 } }
    const record = async () =>
      await scene.as.hung.post('/api/unit-events', { events: [change], basis: noBasis, note: null })
    // His to change, though not before what is recorded for later.
    expect((await record()).json.reason).toBe('later_event')
    await moveTo(scene, day)
    expect((await record()).status).toBe(404)
  })

  test('of a district that ended, its last day is shown, and that it lives no more', async ({ scene }) => {
    await reorganise(scene)
    const page = (await scene.as.quang.get(`/api/units/${scene.world.units.haiAn}?asOf=2026-01-01`)).json
    expect([page.living, page.unit.code, page.unit.validTo, page.story.at(-1)?.kind]).toEqual([
      false,
      'HA',
      day,
      'dissolve',
    ])
    expect((await scene.as.quang.get(`/api/unit-codes/HA?asOf=2025-06-30`)).json.unitId).toBe(
      scene.world.units.haiAn,
    )
    expect((await scene.as.quang.get(`/api/unit-codes/HA?asOf=${day}`)).json.code).toBe('not_found')
  })

  test('is in force when its day has come: the school reads its ward, the officer of the district no longer the school', async ({
    scene,
  }) => {
    const { primary } = scene.world.units
    const { haiAn, kienAn } = await reorganise(scene)
    expect((await scene.as.mai.get(`/api/units/${haiAn}`)).json.code).toBe('not_found')
    expect((await scene.as.hung.get(`/api/units/${primary}`)).status).toBe(200)
    await moveTo(scene, day)
    expect((await scene.as.mai.get(`/api/units/${haiAn}`)).json.unit.code).toBe('P-HA')
    expect((await scene.as.mai.get(`/api/units/${kienAn}`)).json.code).toBe('not_found')
    expect((await scene.as.hung.get(`/api/units/${primary}`)).json.code).toBe('not_found')
    expect((await scene.as.hung.get(`/api/units/${primary}?asOf=2025-06-30`)).json.unit.code).toBe('TH-DL')
  })

  test('leaves one row in the audit trail for each event, all by the same hand', async ({ scene }) => {
    await reorganise(scene)
    const trail = await scene.db
      .selectFrom('audit_entry')
      .select(['action', 'actor_person_id as by'])
      .orderBy('id')
      .execute()
    expect(trail.map((entry) => entry.action)).toEqual([
      'unit.found',
      'unit.found',
      'unit.move',
      'unit.move',
      'unit.move',
      'unit.dissolve',
      'unit.dissolve',
      'unit.dissolve',
      'unit.dissolve',
      'unit.dissolve',
    ])
    expect(new Set(trail.map((entry) => entry.by))).toEqual(new Set([scene.world.people.quang.personId]))
  })

  test('cannot forget a school: the district would end over its head', async ({ scene }) => {
    const { haiAn, education, interior, ward, primary, secondary } = scene.world.units
    const events = [education, interior, ward, primary, secondary, haiAn].map((unit) => ({
      kind: 'dissolve',
      on: day,
      unit,
    }))
    const reply = await scene.as.quang.post('/api/unit-events', { events, basis: noBasis, note: null })
    expect([reply.status, reply.json.reason, reply.json.fields[0].path]).toEqual([
      422,
      'child_outlives_parent',
      'events.5',
    ])
    expect(reply.json.detail).toContain('MN Cát Bi')
    expect(
      await scene.db.selectFrom('unit_event').select('id').where('kind', '!=', 'found').execute(),
    ).toEqual([])
  })
})

describe('the stored places', () => {
  test('after the reorganisation are those that the states give, on every day', async ({ scene }) => {
    await reorganise(scene)
    for (const { day: at, computed, stored } of await pathsFromScratch(scene))
      expect({ at, paths: stored }).toEqual({ at, paths: computed })
  })

  test('after sixty events by chance, refused or not, are those that the states give, on every day', async ({
    scene,
  }) => {
    // A small generator with a fixed seed: the same sixty events in every run.
    let seed = 20_250_701
    const chance = (most: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * most)
    }
    const living: UnitId[] = Object.values(scene.world.units).slice(0, 10)
    const pick = () => living[chance(living.length)] ?? scene.world.units.city
    const dayOf = (step: number) =>
      `20${String(10 + Math.floor(step / 5)).padStart(2, '0')}-0${1 + (step % 9)}-01`
    let recorded = 0
    for (let step = 0; step < 60; step++) {
      const on = dayOf(step)
      const school = {
        ...aWard(scene, `T-${step}`, `Trường ${step}`),
        kind: 'school',
        tier: null,
        levels: ['primary'],
        parentId: pick(),
      }
      const into = { unit: 'new:x', as: { ...school, code: `M-${step}` } }
      const events = [
        { kind: 'found', on, unit: 'new:x', as: school },
        { kind: 'move', on, unit: pick(), parentId: pick() },
        { kind: 'move', on, unit: pick(), parentId: pick() },
        { kind: 'merge', on, units: [pick(), pick()], into },
        { kind: 'dissolve', on, unit: pick() },
        { kind: 'split', on, unit: pick(), into: [into, { unit: pick() }] },
      ]
      const reply = await scene.as.quang.post('/api/unit-events', {
        events: [events[chance(events.length)]],
        basis: noBasis,
        note: null,
      })
      expect([200, 422]).toContain(reply.status)
      if (reply.status !== 200) continue
      recorded += 1
      living.push(...Object.values<UnitId>(reply.json.newUnits))
    }
    expect(recorded).toBeGreaterThan(15)
    for (const { day: at, computed, stored } of await pathsFromScratch(scene))
      expect({ at, paths: stored }).toEqual({ at, paths: computed })
  })
})
