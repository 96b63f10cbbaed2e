import { describe, expect } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { aSchool, everythingOf, record, statesOf } from '#test/support/units.ts'

const nameOnly = (scene: Scene, unitId: UnitId) =>
  statesOf(scene, unitId).then((rows) => rows.map((row) => [row.from, row.to, row.name]))

describe('an event of a unit', () => {
  test('founds a school with its legal document, its place in the tree and a row in the audit trail', async ({
    scene,
  }) => {
    const { db, world, as } = scene
    const basis = {
      number: '12/QĐ-UBND',
      date: '2024-08-20',
      issuer: 'UBND quận Hải An',
      title: 'Về việc thành lập trường',
    }
    const reply = await record(
      as.hung,
      [{ kind: 'found', on: '2024-09-05', unit: 'new:a', as: aSchool(world.units.haiAn) }],
      { basis, note: 'Tách từ nhóm lớp' },
    )
    expect(reply).toMatchObject({ status: 200, json: { opened: 1, ended: [] } })
    const unitId: UnitId = reply.json.newUnits['new:a']
    expect(await statesOf(scene, unitId)).toEqual([
      { from: '2024-09-05', to: null, name: 'MN Văn Đẩu', parent: world.units.haiAn },
    ])
    const events = await db
      .selectFrom('unit_event')
      .select([
        'id',
        'kind',
        'happens_on as on',
        'basis_number as number',
        'basis_date as date',
        'note',
        'recorded_by as by',
      ])
      .where('id', '=', reply.json.eventIds[0])
      .execute()
    expect(events).toEqual([
      {
        id: reply.json.eventIds[0],
        kind: 'found',
        on: '2024-09-05',
        number: '12/QĐ-UBND',
        date: '2024-08-20',
        note: 'Tách từ nhóm lớp',
        by: world.people.hung.personId,
      },
    ])
    const above = await db
      .selectFrom('unit_path')
      .select('path')
      .where('unit_id', '=', world.units.haiAn)
      .executeTakeFirstOrThrow()
    const { label } = await db
      .selectFrom('unit')
      .select('label')
      .where('id', '=', unitId)
      .executeTakeFirstOrThrow()
    expect(
      await db
        .selectFrom('unit_path')
        .select(['valid_from as from', 'valid_to as to', 'path'])
        .where('unit_id', '=', unitId)
        .execute(),
    ).toEqual([{ from: '2024-09-05', to: null, path: `${above.path}.${label}` }])
    const trail = await db
      .selectFrom('audit_entry')
      .select(['action', 'object_name as name', 'unit_id as unitId', 'after'])
      .orderBy('id')
      .execute()
    expect(trail).toMatchObject([
      {
        action: 'unit.found',
        name: 'MN Văn Đẩu',
        unitId,
        after: {
          on: '2024-09-05',
          basis,
          note: 'Tách từ nhóm lớp',
          officialName: 'Trường Mầm non Văn Đẩu',
          parentName: 'UBND quận Hải An',
        },
      },
    ])
  })

  test('renames: the earlier name stays for the earlier days', async ({ scene }) => {
    const { primary } = scene.world.units
    const reply = await record(scene.as.hung, [
      {
        kind: 'rename',
        on: '2024-09-05',
        unit: primary,
        officialName: 'Trường Tiểu học Đằng Lâm 1',
        shortName: 'TH Đằng Lâm 1',
        otherNames: ['TH Đằng Lâm'],
      },
    ])
    expect([reply.status, reply.json.opened, reply.json.newUnits]).toEqual([200, 1, {}])
    expect(await nameOnly(scene, primary)).toEqual([
      ['2003-05-01', '2024-09-05', 'TH Đằng Lâm'],
      ['2024-09-05', null, 'TH Đằng Lâm 1'],
    ])
    const told = await scene.db
      .selectFrom('audit_entry')
      .select(['before', 'after'])
      .executeTakeFirstOrThrow()
    expect(told.before).toEqual({
      officialName: 'Trường Tiểu học Đằng Lâm',
      shortName: 'TH Đằng Lâm',
      otherNames: [],
    })
    expect(told.after).toMatchObject({
      officialName: 'Trường Tiểu học Đằng Lâm 1',
      shortName: 'TH Đằng Lâm 1',
      otherNames: ['TH Đằng Lâm'],
    })
    expect((await scene.as.mai.get(`/api/units/${primary}?asOf=2024-09-04`)).json.unit.shortName).toBe(
      'TH Đằng Lâm',
    )
    expect((await scene.as.mai.get(`/api/units/${primary}`)).json).toMatchObject({
      unit: { shortName: 'TH Đằng Lâm 1', otherNames: ['TH Đằng Lâm'] },
      version: 2,
    })
    expect(
      await scene.db
        .selectFrom('unit_state')
        .select('search_text as text')
        .where('unit_id', '=', primary)
        .where('valid_to', 'is', null)
        .execute(),
    ).toEqual([{ text: expect.stringContaining('th dang lam 1') }])
  })

  test('moves: the unit and what hangs below it get a new place, from that day on', async ({ scene }) => {
    const { db, world, as } = scene
    const { ward, preschool, haiAn, kienAn, city } = world.units
    expect(
      (await record(as.hung, [{ kind: 'move', on: '2024-01-01', unit: preschool, parentId: ward }])).status,
    ).toBe(200)
    expect(
      (await record(as.quang, [{ kind: 'move', on: '2024-06-01', unit: ward, parentId: kienAn }])).status,
    ).toBe(200)
    const paths = await db
      .selectFrom('unit_path')
      .select(['valid_from as from', 'valid_to as to', 'path'])
      .where('unit_id', '=', preschool)
      .orderBy('valid_from')
      .execute()
    const label = new Map(
      (await db.selectFrom('unit').select(['id', 'label']).execute()).map((row) => [row.id, row.label]),
    )
    const path = (...units: UnitId[]) => units.map((unit) => label.get(unit)).join('.')
    expect(paths).toEqual([
      { from: '2003-05-01', to: '2024-01-01', path: path(city, haiAn, preschool) },
      { from: '2024-01-01', to: '2024-06-01', path: path(city, haiAn, ward, preschool) },
      { from: '2024-06-01', to: null, path: path(city, kienAn, ward, preschool) },
    ])
    // Whoever now stands above it sees it; whoever stood above it no longer does.
    expect([
      (await as.kien.get(`/api/units/${preschool}`)).status,
      (await as.hung.get(`/api/units/${preschool}`)).status,
    ]).toEqual([200, 404])
  })

  test('merges two schools into a new one: both end, the new one tells where it came from', async ({
    scene,
  }) => {
    const { world, as, db } = scene
    const { primary, secondary, haiAn } = world.units
    const school = aSchool(haiAn, {
      code: 'TH-THCS-DL',
      officialName: 'Trường TH và THCS Đằng Lâm',
      shortName: 'TH&THCS Đằng Lâm',
      levels: ['primary', 'lower_secondary'],
    })
    const reply = await record(as.hung, [
      { kind: 'merge', on: '2024-08-01', units: [primary, secondary], into: { unit: 'new:s', as: school } },
    ])
    expect(reply.status).toBe(200)
    const merged = reply.json.newUnits['new:s']
    expect(reply.json.ended.map((one: { unitId: string }) => one.unitId).toSorted()).toEqual(
      [primary, secondary].toSorted(),
    )
    expect(await nameOnly(scene, primary)).toEqual([['2003-05-01', '2024-08-01', 'TH Đằng Lâm']])
    expect(await nameOnly(scene, merged)).toEqual([['2024-08-01', null, 'TH&THCS Đằng Lâm']])
    const page = (await as.hung.get(`/api/units/${merged}`)).json
    expect(page.before.map((one: { name: string; on: string }) => [one.name, one.on]).toSorted()).toEqual([
      ['TH Đằng Lâm', '2024-08-01'],
      ['THCS Đằng Lâm', '2024-08-01'],
    ])
    const old = (await as.hung.get(`/api/units/${primary}`)).json
    expect([old.living, old.unit.shortName, old.after]).toEqual([
      false,
      'TH Đằng Lâm',
      [{ unitId: merged, name: 'TH&THCS Đằng Lâm', on: '2024-08-01' }],
    ])
    expect(
      await db
        .selectFrom('audit_entry')
        .select(['action', 'object_id as id'])
        .orderBy('audit_entry.id')
        .execute(),
    ).toEqual([{ action: 'unit.merge', id: merged }])
  })

  test('merges one school into another that goes on', async ({ scene }) => {
    const { primary, secondary } = scene.world.units
    const reply = await record(scene.as.hung, [
      { kind: 'merge', on: '2024-08-01', units: [primary], into: { unit: secondary } },
    ])
    expect([reply.status, reply.json.ended]).toEqual([200, [{ unitId: primary, name: 'TH Đằng Lâm' }]])
    expect(await nameOnly(scene, secondary)).toEqual([
      ['2003-05-01', '2024-08-01', 'THCS Đằng Lâm'],
      ['2024-08-01', null, 'THCS Đằng Lâm'],
    ])
  })

  test('splits a school into itself and a new one', async ({ scene }) => {
    const { primary, haiAn } = scene.world.units
    const second = aSchool(haiAn, {
      code: 'TH-DL2',
      officialName: 'Trường Tiểu học Đằng Lâm 2',
      shortName: 'TH Đằng Lâm 2',
      levels: ['primary'],
    })
    const reply = await record(scene.as.hung, [
      {
        kind: 'split',
        on: '2024-08-01',
        unit: primary,
        into: [{ unit: primary }, { unit: 'new:b', as: second }],
      },
    ])
    expect([reply.status, reply.json.ended]).toEqual([200, []])
    const page = (await scene.as.hung.get(`/api/units/${reply.json.newUnits['new:b']}`)).json
    expect(page.before).toEqual([{ unitId: primary, name: 'TH Đằng Lâm', on: '2024-08-01' }])
    expect((await scene.as.hung.get(`/api/units/${primary}`)).json.living).toBe(true)
  })

  test('dissolves a ward when its school moves in the same act', async ({ scene }) => {
    const { ward, preschool, haiAn } = scene.world.units
    await record(scene.as.hung, [{ kind: 'move', on: '2024-01-01', unit: preschool, parentId: ward }])
    const reply = await record(scene.as.hung, [
      { kind: 'dissolve', on: '2024-08-01', unit: ward, moves: [{ unit: preschool, parentId: haiAn }] },
    ])
    expect([reply.status, reply.json.ended]).toEqual([200, [{ unitId: ward, name: 'UBND phường Đằng Lâm' }]])
    expect((await statesOf(scene, preschool)).at(-1)).toEqual({
      from: '2024-08-01',
      to: null,
      name: 'MN Cát Bi',
      parent: haiAn,
    })
    expect((await statesOf(scene, ward)).at(-1)?.to).toBe('2024-08-01')
  })

  test('alters what a school is', async ({ scene }) => {
    const { primary } = scene.world.units
    expect(
      (
        await record(scene.as.hung, [
          {
            kind: 'alter',
            on: '2024-08-01',
            unit: primary,
            changes: { rank: 2, levels: ['primary', 'lower_secondary'] },
          },
        ])
      ).status,
    ).toBe(200)
    const page = (await scene.as.mai.get(`/api/units/${primary}`)).json
    expect([page.unit.rank, page.unit.levels, page.unit.ownership]).toEqual([
      2,
      ['primary', 'lower_secondary'],
      'public',
    ])
    expect((await scene.as.mai.get(`/api/units/${primary}?asOf=2024-07-31`)).json.unit.rank).toBe(1)
  })

  test('a name that looks like a key of a new unit is a name', async ({ scene }) => {
    const as = aSchool(scene.world.units.haiAn, { shortName: 'new:a', otherNames: ['new:z'] })
    const reply = await record(scene.as.hung, [{ kind: 'found', on: '2024-08-01', unit: 'new:a', as }])
    expect([reply.status, Object.keys(reply.json.newUnits)]).toEqual([200, ['new:a']])
    expect((await scene.as.hung.get(`/api/units/${reply.json.newUnits['new:a']}`)).json.unit).toMatchObject({
      shortName: 'new:a',
      otherNames: ['new:z'],
    })
  })
})

describe('looking first', () => {
  test('says what would end and be opened, and changes nothing', async ({ scene }) => {
    const { primary, secondary, haiAn } = scene.world.units
    const before = await everythingOf(scene)
    const reply = await record(
      scene.as.hung,
      [
        {
          kind: 'merge',
          on: '2024-08-01',
          units: [primary, secondary],
          into: { unit: 'new:s', as: aSchool(haiAn) },
        },
      ],
      { dryRun: true },
    )
    expect([reply.status, reply.json.eventIds, reply.json.opened]).toEqual([200, [], 1])
    expect(reply.json.ended.map((one: { name: string }) => one.name).toSorted()).toEqual([
      'TH Đằng Lâm',
      'THCS Đằng Lâm',
    ])
    expect(await everythingOf(scene)).toEqual(before)
  })
})
