import { describe, expect } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import type { Caller, Reply, Scene } from '#test/support/route-test.ts'
import { routeTest as test } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

const noBasis = { number: null, date: null, issuer: null, title: null }
const record = (who: Caller, events: unknown[], over: Record<string, unknown> = {}): Promise<Reply> =>
  who.post('/api/unit-events', { events, basis: noBasis, note: null, ...over })

/** A school as the interface sends it. */
function aSchool(parentId: UnitId | null | string, over: Record<string, unknown> = {}) {
  const names = { officialName: 'Trường Mầm non Văn Đẩu', shortName: 'MN Văn Đẩu', otherNames: [] }
  return { code: 'MN-VD', kind: 'school', tier: null, ...names, parentId, levels: ['preschool'], ownership: 'public', rank: null, place: null, ...over }
}

const statesOf = (scene: Scene, unitId: UnitId) =>
  scene.db
    .selectFrom('unit_state')
    .select(['valid_from as from', 'valid_to as to', 'short_name as name', 'parent_id as parent'])
    .where('unit_id', '=', unitId)
    .orderBy('valid_from')
    .execute()

/** Everything an event writes: compared before and after what must change nothing. */
async function everythingOf({ db }: Scene) {
  const states = await db.selectFrom('unit_state').select(['unit_id', 'valid_from', 'valid_to', 'code', 'parent_id', 'closed_by']).orderBy('unit_id').orderBy('valid_from').execute()
  const paths = await db.selectFrom('unit_path').select(['unit_id', 'valid_from', 'valid_to', 'path']).orderBy('unit_id').orderBy('valid_from').execute()
  const count = async (table: 'unit' | 'unit_event' | 'unit_event_unit' | 'audit_entry') => (await db.selectFrom(table).select('tenant_id').execute()).length
  return { states, paths, rows: [await count('unit'), await count('unit_event'), await count('unit_event_unit'), await count('audit_entry')] }
}

const nameOnly = (scene: Scene, unitId: UnitId) => statesOf(scene, unitId).then((rows) => rows.map((row) => [row.from, row.to, row.name]))

describe('an event of a unit', () => {
  test('founds a school with its legal document, its place in the tree and a row in the audit trail', async ({ scene }) => {
    const { db, world, as } = scene
    const basis = { number: '12/QĐ-UBND', date: '2024-08-20', issuer: 'UBND quận Hải An', title: 'Về việc thành lập trường' }
    const reply = await record(as.hung, [{ kind: 'found', on: '2024-09-05', unit: 'new:a', as: aSchool(world.units.haiAn) }], { basis, note: 'Tách từ nhóm lớp' })
    expect(reply).toMatchObject({ status: 200, json: { opened: 1, ended: [] } })
    const unitId: UnitId = reply.json.newUnits['new:a']
    expect(await statesOf(scene, unitId)).toEqual([{ from: '2024-09-05', to: null, name: 'MN Văn Đẩu', parent: world.units.haiAn }])
    const events = await db.selectFrom('unit_event').select(['id', 'kind', 'happens_on as on', 'basis_number as number', 'basis_date as date', 'note', 'recorded_by as by']).where('id', '=', reply.json.eventIds[0]).execute()
    expect(events).toEqual([{ id: reply.json.eventIds[0], kind: 'found', on: '2024-09-05', number: '12/QĐ-UBND', date: '2024-08-20', note: 'Tách từ nhóm lớp', by: world.people.hung.personId }])
    const above = await db.selectFrom('unit_path').select('path').where('unit_id', '=', world.units.haiAn).executeTakeFirstOrThrow()
    const { label } = await db.selectFrom('unit').select('label').where('id', '=', unitId).executeTakeFirstOrThrow()
    expect(await db.selectFrom('unit_path').select(['valid_from as from', 'valid_to as to', 'path']).where('unit_id', '=', unitId).execute()).toEqual([{ from: '2024-09-05', to: null, path: `${above.path}.${label}` }])
    const trail = await db.selectFrom('audit_entry').select(['action', 'object_name as name', 'unit_id as unitId', 'after']).execute()
    expect(trail).toMatchObject([{ action: 'unit.found', name: 'MN Văn Đẩu', unitId, after: { on: '2024-09-05', basis, note: 'Tách từ nhóm lớp' } }])
  })

  test('renames: the earlier name stays for the earlier days', async ({ scene }) => {
    const { primary } = scene.world.units
    const reply = await record(scene.as.hung, [{ kind: 'rename', on: '2024-09-05', unit: primary, officialName: 'Trường Tiểu học Đằng Lâm 1', shortName: 'TH Đằng Lâm 1', otherNames: ['TH Đằng Lâm'] }])
    expect([reply.status, reply.json.opened, reply.json.newUnits]).toEqual([200, 1, {}])
    expect(await nameOnly(scene, primary)).toEqual([
      ['2003-05-01', '2024-09-05', 'TH Đằng Lâm'],
      ['2024-09-05', null, 'TH Đằng Lâm 1'],
    ])
    expect((await scene.as.mai.get(`/api/units/${primary}?asOf=2024-09-04`)).json.unit.shortName).toBe('TH Đằng Lâm')
    expect((await scene.as.mai.get(`/api/units/${primary}`)).json).toMatchObject({ unit: { shortName: 'TH Đằng Lâm 1', otherNames: ['TH Đằng Lâm'] }, version: 2 })
    expect(await scene.db.selectFrom('unit_state').select('search_text as text').where('unit_id', '=', primary).where('valid_to', 'is', null).execute()).toEqual([{ text: expect.stringContaining('th dang lam 1') }])
  })

  test('moves: the unit and what hangs below it get a new place, from that day on', async ({ scene }) => {
    const { db, world, as } = scene
    const { ward, preschool, haiAn, kienAn, city } = world.units
    expect((await record(as.hung, [{ kind: 'move', on: '2024-01-01', unit: preschool, parentId: ward }])).status).toBe(200)
    expect((await record(as.quang, [{ kind: 'move', on: '2024-06-01', unit: ward, parentId: kienAn }])).status).toBe(200)
    const paths = await db.selectFrom('unit_path').select(['valid_from as from', 'valid_to as to', 'path']).where('unit_id', '=', preschool).orderBy('valid_from').execute()
    const label = new Map((await db.selectFrom('unit').select(['id', 'label']).execute()).map((row) => [row.id, row.label]))
    const path = (...units: UnitId[]) => units.map((unit) => label.get(unit)).join('.')
    expect(paths).toEqual([
      { from: '2003-05-01', to: '2024-01-01', path: path(city, haiAn, preschool) },
      { from: '2024-01-01', to: '2024-06-01', path: path(city, haiAn, ward, preschool) },
      { from: '2024-06-01', to: null, path: path(city, kienAn, ward, preschool) },
    ])
    // Whoever now stands above it sees it; whoever stood above it no longer does.
    expect([(await as.kien.get(`/api/units/${preschool}`)).status, (await as.hung.get(`/api/units/${preschool}`)).status]).toEqual([200, 404])
  })

  test('merges two schools into a new one: both end, the new one tells where it came from', async ({ scene }) => {
    const { world, as, db } = scene
    const { primary, secondary, haiAn } = world.units
    const school = aSchool(haiAn, { code: 'TH-THCS-DL', officialName: 'Trường TH và THCS Đằng Lâm', shortName: 'TH&THCS Đằng Lâm', levels: ['primary', 'lower_secondary'] })
    const reply = await record(as.hung, [{ kind: 'merge', on: '2024-08-01', units: [primary, secondary], into: { unit: 'new:s', as: school } }])
    expect(reply.status).toBe(200)
    const merged = reply.json.newUnits['new:s']
    expect(reply.json.ended.map((one: { unitId: string }) => one.unitId).toSorted()).toEqual([primary, secondary].toSorted())
    expect(await nameOnly(scene, primary)).toEqual([['2003-05-01', '2024-08-01', 'TH Đằng Lâm']])
    expect(await nameOnly(scene, merged)).toEqual([['2024-08-01', null, 'TH&THCS Đằng Lâm']])
    const page = (await as.hung.get(`/api/units/${merged}`)).json
    expect(page.before.map((one: { name: string; on: string }) => [one.name, one.on]).toSorted()).toEqual([['TH Đằng Lâm', '2024-08-01'], ['THCS Đằng Lâm', '2024-08-01']])
    const old = (await as.hung.get(`/api/units/${primary}`)).json
    expect([old.living, old.unit.shortName, old.after]).toEqual([false, 'TH Đằng Lâm', [{ unitId: merged, name: 'TH&THCS Đằng Lâm', on: '2024-08-01' }]])
    expect(await db.selectFrom('audit_entry').select(['action', 'object_id as id']).execute()).toEqual([{ action: 'unit.merge', id: merged }])
  })

  test('merges one school into another that goes on', async ({ scene }) => {
    const { primary, secondary } = scene.world.units
    const reply = await record(scene.as.hung, [{ kind: 'merge', on: '2024-08-01', units: [primary], into: { unit: secondary } }])
    expect([reply.status, reply.json.ended]).toEqual([200, [{ unitId: primary, name: 'TH Đằng Lâm' }]])
    expect(await nameOnly(scene, secondary)).toEqual([
      ['2003-05-01', '2024-08-01', 'THCS Đằng Lâm'],
      ['2024-08-01', null, 'THCS Đằng Lâm'],
    ])
  })

  test('splits a school into itself and a new one', async ({ scene }) => {
    const { primary, haiAn } = scene.world.units
    const second = aSchool(haiAn, { code: 'TH-DL2', officialName: 'Trường Tiểu học Đằng Lâm 2', shortName: 'TH Đằng Lâm 2', levels: ['primary'] })
    const reply = await record(scene.as.hung, [{ kind: 'split', on: '2024-08-01', unit: primary, into: [{ unit: primary }, { unit: 'new:b', as: second }] }])
    expect([reply.status, reply.json.ended]).toEqual([200, []])
    const page = (await scene.as.hung.get(`/api/units/${reply.json.newUnits['new:b']}`)).json
    expect(page.before).toEqual([{ unitId: primary, name: 'TH Đằng Lâm', on: '2024-08-01' }])
    expect((await scene.as.hung.get(`/api/units/${primary}`)).json.living).toBe(true)
  })

  test('dissolves a ward when its school moves in the same act', async ({ scene }) => {
    const { ward, preschool, haiAn } = scene.world.units
    await record(scene.as.hung, [{ kind: 'move', on: '2024-01-01', unit: preschool, parentId: ward }])
    const reply = await record(scene.as.hung, [{ kind: 'dissolve', on: '2024-08-01', unit: ward, moves: [{ unit: preschool, parentId: haiAn }] }])
    expect([reply.status, reply.json.ended]).toEqual([200, [{ unitId: ward, name: 'UBND phường Đằng Lâm' }]])
    expect((await statesOf(scene, preschool)).at(-1)).toEqual({ from: '2024-08-01', to: null, name: 'MN Cát Bi', parent: haiAn })
    expect((await statesOf(scene, ward)).at(-1)?.to).toBe('2024-08-01')
  })

  test('alters what a school is', async ({ scene }) => {
    const { primary } = scene.world.units
    expect((await record(scene.as.hung, [{ kind: 'alter', on: '2024-08-01', unit: primary, changes: { rank: 2, levels: ['primary', 'lower_secondary'] } }])).status).toBe(200)
    const page = (await scene.as.mai.get(`/api/units/${primary}`)).json
    expect([page.unit.rank, page.unit.levels, page.unit.ownership]).toEqual([2, ['primary', 'lower_secondary'], 'public'])
    expect((await scene.as.mai.get(`/api/units/${primary}?asOf=2024-07-31`)).json.unit.rank).toBe(1)
  })

  test('a name that looks like a key of a new unit is a name', async ({ scene }) => {
    const as = aSchool(scene.world.units.haiAn, { shortName: 'new:a', otherNames: ['new:z'] })
    const reply = await record(scene.as.hung, [{ kind: 'found', on: '2024-08-01', unit: 'new:a', as }])
    expect([reply.status, Object.keys(reply.json.newUnits)]).toEqual([200, ['new:a']])
    expect((await scene.as.hung.get(`/api/units/${reply.json.newUnits['new:a']}`)).json.unit).toMatchObject({ shortName: 'new:a', otherNames: ['new:z'] })
  })
})

type Refusal = readonly [fact: string, reason: string, events: (scene: Scene) => unknown[]]
const u = (scene: Scene) => scene.world.units

describe('an event that cannot be', () => {
  const refusals: readonly Refusal[] = [
    ['a unit under one that hangs below it', 'cycle', (s) => [{ kind: 'move', on: '2024-08-01', unit: u(s).haiAn, parentId: u(s).ward }]],
    ['a unit under itself', 'under_itself', (s) => [{ kind: 'move', on: '2024-08-01', unit: u(s).haiAn, parentId: u(s).haiAn }]],
    ['the end of a district that still has schools', 'child_outlives_parent', (s) => [{ kind: 'dissolve', on: '2024-08-01', unit: u(s).haiAn }]],
    ['an end on the founding day', 'lives_no_day', (s) => [{ kind: 'dissolve', on: '2003-05-01', unit: u(s).interior }]],
    ['a change before the founding', 'before_founding', (s) => [{ kind: 'dissolve', on: '1999-01-01', unit: u(s).interior }]],
    ['a name as it is', 'nothing_changes', (s) => [{ kind: 'rename', on: '2024-08-01', unit: u(s).interior, officialName: 'Phòng Nội vụ', shortName: 'Phòng Nội vụ' }]],
    ['a code that another unit bears', 'code_taken', (s) => [{ kind: 'alter', on: '2024-08-01', unit: u(s).primary, changes: { code: 'CS-DL' } }]],
    ['a school without a level', 'level_missing', (s) => [{ kind: 'alter', on: '2024-08-01', unit: u(s).primary, changes: { levels: [] } }]],
    ['levels of an office', 'only_for_schools', (s) => [{ kind: 'alter', on: '2024-08-01', unit: u(s).interior, changes: { levels: ['primary'] } }]],
    ['a committee without a tier', 'tier_missing', (s) => [{ kind: 'found', on: '2024-08-01', unit: 'new:a', as: aSchool(u(s).city, { kind: 'committee', levels: [], ownership: null }) }]],
    ['a tier that nobody knows', 'tier_unknown', (s) => [{ kind: 'alter', on: '2024-08-01', unit: u(s).ward, changes: { tier: 'canton' } }]],
    ['a new district after 1 July 2025', 'tier_not_valid', (s) => [{ kind: 'found', on: '2025-07-01', unit: 'new:a', as: aSchool(u(s).city, { kind: 'committee', tier: 'district', levels: [], ownership: null }) }]],
    ['a district below a ward', 'tier_order', (s) => [{ kind: 'found', on: '2024-08-01', unit: 'new:a', as: aSchool(u(s).ward, { kind: 'committee', tier: 'district', levels: [], ownership: null }) }]],
    ['a merger of one', 'too_few_units', (s) => [{ kind: 'merge', on: '2024-08-01', units: [u(s).primary], into: { unit: 'new:a', as: aSchool(u(s).haiAn) } }]],
    ['one school named twice', 'unit_named_twice', (s) => [{ kind: 'merge', on: '2024-08-01', units: [u(s).primary, u(s).primary], into: { unit: 'new:a', as: aSchool(u(s).haiAn) } }]],
    ['a key that no event founds', 'parent_unknown', (s) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: 'new:none' }]],
    ['a change of a key that no event founds', 'unknown_unit', () => [{ kind: 'move', on: '2024-08-01', unit: 'new:none', parentId: null }]],
    ['a unit that was founded before', 'already_founded', (s) => [{ kind: 'found', on: '2024-08-01', unit: u(s).primary, as: aSchool(u(s).haiAn) }]],
  ]
  test.for(refusals)('is refused and changes nothing: %s', async ([, reason, events], { scene }) => {
    const before = await everythingOf(scene)
    const reply = await record(scene.as.quang, events(scene))
    expect([reply.status, reply.json.code, reply.json.reason, reply.json.fields]).toEqual([422, 'unit_event_refused', reason, [{ path: 'events.0', message: reason }]])
    expect(reply.json.detail).not.toContain('{message}')
    expect(await everythingOf(scene)).toEqual(before)
  })

  test('is refused when a later change is recorded, and when the parent or the unit has ended', async ({ scene }) => {
    const { primary, secondary, ward, haiAn } = scene.world.units
    await record(scene.as.quang, [{ kind: 'rename', on: '2024-08-01', unit: primary, officialName: 'Trường A', shortName: 'A' }, { kind: 'dissolve', on: '2024-08-01', unit: ward }])
    const before = await everythingOf(scene)
    const late = await record(scene.as.quang, [{ kind: 'rename', on: '2024-07-31', unit: primary, officialName: 'Trường B', shortName: 'B' }])
    expect([late.status, late.json.reason, late.json.detail]).toEqual([422, 'later_event', expect.stringContaining('A đã có thay đổi được ghi cho ngày sau đó')])
    const under = await record(scene.as.quang, [{ kind: 'move', on: '2024-08-01', unit: secondary, parentId: ward }])
    expect([under.json.reason, under.json.detail]).toEqual(['parent_ended', expect.stringContaining('UBND phường Đằng Lâm đã kết thúc')])
    const earlier = await record(scene.as.quang, [{ kind: 'move', on: '2024-07-01', unit: secondary, parentId: ward }])
    expect(earlier.json.reason).toBe('child_outlives_parent')
    const ended = await record(scene.as.quang, [{ kind: 'move', on: '2024-09-01', unit: ward, parentId: haiAn }])
    expect(ended.json.reason).toBe('already_ended')
    expect(await everythingOf(scene)).toEqual(before)
  })

  test('of several, all fall with the one that cannot be, which is named by its place', async ({ scene }) => {
    const { primary, haiAn, ward } = scene.world.units
    const before = await everythingOf(scene)
    const reply = await record(scene.as.quang, [
      { kind: 'found', on: '2024-08-01', unit: 'new:a', as: aSchool(haiAn) },
      { kind: 'rename', on: '2024-08-01', unit: primary, officialName: 'Trường A', shortName: 'A' },
      { kind: 'move', on: '2024-08-01', unit: haiAn, parentId: ward },
    ])
    expect([reply.status, reply.json.reason, reply.json.fields]).toEqual([422, 'cycle', [{ path: 'events.2', message: 'cycle' }]])
    expect(await everythingOf(scene)).toEqual(before)
  })

  test('says why in English, too', async ({ scene }) => {
    const { haiAn } = scene.world.units
    const events = [{ kind: 'dissolve', on: '2024-08-01', unit: haiAn }]
    const reply = await scene.as.hung.post('/api/unit-events', { events, basis: noBasis, note: null }, { 'accept-language': 'en-GB,vi;q=0.5' })
    expect(reply.json.detail).toMatch(/would still hang below UBND quận Hải An after that day/)
  })

  test.for([
    ['no events', { events: [] }],
    ['an unknown kind', { events: [{ kind: 'sell', on: '2024-08-01' }] }],
    ['a day that is none', { events: [{ kind: 'dissolve', on: '2024-02-30', unit: '018f5b1e-0000-7000-8000-000000000000' }] }],
    ['a key that is none', { events: [{ kind: 'dissolve', on: '2024-02-01', unit: 'new: a' }] }],
    ['no basis', { basis: undefined }],
  ] as const)('is no event: %s', async ([, over], { scene }) => {
    const reply = await record(scene.as.hung, [{ kind: 'dissolve', on: '2024-08-01', unit: scene.world.units.interior }], over)
    expect([reply.status, reply.json.code]).toEqual([400, 'bad_request'])
  })
})

describe('looking first', () => {
  test('says what would end and be opened, and changes nothing', async ({ scene }) => {
    const { primary, secondary, haiAn } = scene.world.units
    const before = await everythingOf(scene)
    const reply = await record(scene.as.hung, [{ kind: 'merge', on: '2024-08-01', units: [primary, secondary], into: { unit: 'new:s', as: aSchool(haiAn) } }], { dryRun: true })
    expect([reply.status, reply.json.eventIds, reply.json.opened]).toEqual([200, [], 1])
    expect(reply.json.ended.map((one: { name: string }) => one.name).toSorted()).toEqual(['TH Đằng Lâm', 'THCS Đằng Lâm'])
    expect(await everythingOf(scene)).toEqual(before)
  })
})

describe('who may record', () => {
  test.for([
    ['lan', 403, 'not_allowed'],
    ['mai', 403, 'not_allowed'],
    ['cuc', 403, 'not_allowed'],
    ['viet', 403, 'not_allowed'],
    ['nga', 404, 'not_found'],
    ['kien', 404, 'not_found'],
    ['la', 404, 'not_found'],
    ['nobody', 401, 'not_signed_in'],
  ] as const)('%s may not rename a school of Hải An', async ([who, status, code], { scene }) => {
    const before = await everythingOf(scene)
    const reply = await record(scene.as[who], [{ kind: 'rename', on: '2024-08-01', unit: scene.world.units.primary, officialName: 'Trường A', shortName: 'A' }])
    expect([reply.status, reply.json.code]).toEqual([status, code])
    expect(await everythingOf(scene)).toEqual(before)
  })

  test.for([
    ['a unit that does not exist', 404, () => [{ kind: 'dissolve', on: '2024-08-01', unit: anId() }]],
    ['a unit of another tenant', 404, (s: Scene) => [{ kind: 'dissolve', on: '2024-08-01', unit: u(s).otherSchool }]],
    ['a parent in another tenant', 404, (s: Scene) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: u(s).otherRoot }]],
    ['a parent in a stranger district', 404, (s: Scene) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: u(s).kienAn }]],
    ['the city above', 403, (s: Scene) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: u(s).city }]],
    ['no parent at all', 403, (s: Scene) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: null }]],
    ['a new root', 403, () => [{ kind: 'found', on: '2024-08-01', unit: 'new:a', as: aSchool(null) }]],
    ['a stranger school in a merger', 404, (s: Scene) => [{ kind: 'merge', on: '2024-08-01', units: [u(s).primary, u(s).kienAnSchool], into: { unit: u(s).secondary } }]],
    ['a stranger school that takes in', 404, (s: Scene) => [{ kind: 'merge', on: '2024-08-01', units: [u(s).primary], into: { unit: u(s).kienAnSchool } }]],
    ['a stranger school in a split', 404, (s: Scene) => [{ kind: 'split', on: '2024-08-01', unit: u(s).primary, into: [{ unit: u(s).primary }, { unit: u(s).kienAnSchool }] }]],
    ['a stranger school among the moves', 404, (s: Scene) => [{ kind: 'dissolve', on: '2024-08-01', unit: u(s).ward, moves: [{ unit: u(s).kienAnSchool, parentId: u(s).haiAn }] }]],
  ] as const)('an officer does not reach %s', async ([, status, events], { scene }) => {
    const before = await everythingOf(scene)
    const reply = await record(scene.as.hung, events(scene))
    expect([reply.status, reply.json.code]).toEqual([status, status === 404 ? 'not_found' : 'not_allowed'])
    expect(await everythingOf(scene)).toEqual(before)
  })
})
