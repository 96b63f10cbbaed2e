import { describe, expect } from 'vitest'
import { aRound, aRoundOf, save, scaleCells } from '#test/support/figures.ts'
import { routeTest as test } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

describe('opening a round', () => {
  test('stores it once, tells every unit asked, leaves a row in the audit trail', async ({ scene }) => {
    const { db, world, as } = scene
    const reply = await as.hung.post(`/api/units/${world.units.haiAn}/rounds`, aRoundOf)
    expect([reply.status, reply.json.units]).toEqual([200, 3])
    const rounds = await db
      .selectFrom('round')
      .select([
        'id',
        'issuer_unit_id as issuer',
        'period',
        'opens_on as opensOn',
        'closes_on as closesOn',
        'created_by as by',
      ])
      .execute()
    expect(rounds).toEqual([
      {
        id: reply.json.roundId,
        issuer: world.units.haiAn,
        period: 'mid',
        opensOn: '2025-01-06',
        closesOn: '2025-01-25',
        by: world.people.hung.personId,
      },
    ])
    const told = await db.selectFrom('notice').select(['unit_id as unitId', 'kind']).execute()
    expect(told.map((notice) => notice.unitId).toSorted()).toEqual(
      [world.units.primary, world.units.secondary, world.units.preschool].toSorted(),
    )
    expect(new Set(told.map((notice) => notice.kind))).toEqual(new Set(['round_opened']))
    const trail = await db
      .selectFrom('audit_entry')
      .select(['action', 'unit_id as unitId', 'after'])
      .where('action', '=', 'round.open')
      .orderBy('id')
      .execute()
    expect(trail).toMatchObject([{ unitId: world.units.haiAn, after: { units: 3, audience: 'các trường' } }])
  })

  test('refuses the same form for the same period again', async ({ scene }) => {
    await aRound(scene)
    const again = await scene.as.hung.post(`/api/units/${scene.world.units.haiAn}/rounds`, aRoundOf)
    expect([again.status, again.json.code]).toEqual([409, 'round_exists'])
    expect(await scene.db.selectFrom('round').select('id').execute()).toHaveLength(1)
    expect(
      (
        await scene.as.hung.post(`/api/units/${scene.world.units.haiAn}/rounds`, {
          ...aRoundOf,
          period: 'end',
        })
      ).status,
    ).toBe(200)
  })

  test.for([
    [
      'an audience that picks nobody whom the form asks',
      { audience: { any: [{ kinds: ['office'] }] } },
      422,
      'audience_empty',
      null,
    ],
    ['a rule without a condition', { audience: { any: [{}] } }, 400, 'bad_request', 'rule_without_condition'],
    [
      'a closing day before the opening day',
      { opensOn: '2025-02-02', closesOn: '2025-02-01' },
      400,
      'bad_request',
      'closes_before_it_opens',
    ],
    ['a closing day that has passed', { closesOn: '2025-01-19' }, 400, 'bad_request', 'closes_in_the_past'],
    ['an unknown form', { formCode: 'la' }, 404, 'not_found', 'form'],
    ['a day that is none', { closesOn: '2025-02-30' }, 400, 'bad_request', null],
    ['an empty title', { title: ' ' }, 400, 'bad_request', null],
  ] as const)('refuses %s', async ([, over, status, code, reason], { scene }) => {
    const reply = await scene.as.hung.post(`/api/units/${scene.world.units.haiAn}/rounds`, {
      ...aRoundOf,
      ...over,
    })
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([status, code, reason])
    expect(await scene.db.selectFrom('round').select('id').execute()).toEqual([])
    expect(await scene.db.selectFrom('notice').select('id').execute()).toEqual([])
  })

  test('refuses a unit of another authority in the audience', async ({ scene }) => {
    const { kienAnSchool, otherSchool } = scene.world.units
    for (const stranger of [kienAnSchool, otherSchool]) {
      const reply = await scene.as.hung.post(`/api/units/${scene.world.units.haiAn}/rounds`, {
        ...aRoundOf,
        audience: { any: [{ units: [stranger] }] },
      })
      expect([reply.status, reply.json.code, reply.json.reason]).toEqual([400, 'bad_request', 'unknown_unit'])
    }
  })

  test.for([
    ['lan', 'haiAn', 403, 'not_allowed'],
    ['mai', 'primary', 403, 'not_allowed'],
    ['mai', 'haiAn', 403, 'not_allowed'],
    ['viet', 'haiAn', 403, 'not_allowed'],
    ['kien', 'haiAn', 404, 'not_found'],
    ['hung', 'city', 403, 'not_allowed'],
    ['hung', 'kienAn', 404, 'not_found'],
    ['la', 'haiAn', 404, 'not_found'],
    ['nobody', 'haiAn', 401, 'not_signed_in'],
  ] as const)('is refused to %s for %s', async ([who, unit, status, code], { scene }) => {
    for (const path of ['rounds', 'rounds/preview']) {
      const reply = await scene.as[who].post(`/api/units/${scene.world.units[unit]}/${path}`, aRoundOf)
      expect([reply.status, reply.json.code]).toEqual([status, code])
    }
    expect(await scene.db.selectFrom('round').select('id').execute()).toEqual([])
  })

  test('the question before says how many units, and changes nothing', async ({ scene }) => {
    const given = { ...aRoundOf, audience: { any: [{ kinds: ['school', 'office'] }] } }
    const reply = await scene.as.hung.post(`/api/units/${scene.world.units.haiAn}/rounds/preview`, given)
    expect(reply.json).toEqual({
      words: 'các phòng, ban, trường',
      units: 3,
      leftOut: 2,
      byLevel: [
        { level: 'preschool', units: 1 },
        { level: 'primary', units: 1 },
        { level: 'lower_secondary', units: 1 },
      ],
      exists: false,
    })
    expect(await scene.db.selectFrom('form').select('id').execute()).toEqual([])
    await aRound(scene)
    expect(
      (await scene.as.hung.post(`/api/units/${scene.world.units.haiAn}/rounds/preview`, given)).json.exists,
    ).toBe(true)
  })
})

describe('the days of a round', () => {
  test('may be moved, with a row in the audit trail', async ({ scene }) => {
    const roundId = await aRound(scene)
    const reply = await scene.as.hung.patch(`/api/rounds/${roundId}`, {
      version: 1,
      title: 'Quy mô giữa năm',
      opensOn: '2025-01-06',
      closesOn: '2025-02-10',
    })
    expect([reply.status, reply.json]).toEqual([200, { version: 2 }])
    expect(
      await scene.db.selectFrom('round').select(['title', 'closes_on as closesOn', 'version']).execute(),
    ).toEqual([{ title: 'Quy mô giữa năm', closesOn: '2025-02-10', version: 2 }])
    const trail = await scene.db
      .selectFrom('audit_entry')
      .select(['before', 'after'])
      .where('action', '=', 'round.change')
      .orderBy('id')
      .execute()
    expect(trail).toMatchObject([{ before: { closesOn: '25/01/2025' }, after: { closesOn: '10/02/2025' } }])
  })

  test.for([
    ['hung', { version: 2 }, 409, 'changed_meanwhile'],
    ['hung', { closesOn: '2025-01-05' }, 400, 'bad_request'],
    ['lan', {}, 403, 'not_allowed'],
    ['mai', {}, 403, 'not_allowed'],
    ['kien', {}, 404, 'not_found'],
    ['la', {}, 404, 'not_found'],
    ['nobody', {}, 401, 'not_signed_in'],
  ] as const)('are not moved by %s with %j', async ([who, over, status, code], { scene }) => {
    const roundId = await aRound(scene)
    const reply = await scene.as[who].patch(`/api/rounds/${roundId}`, {
      version: 1,
      title: 'Khác',
      opensOn: '2025-01-06',
      closesOn: '2025-02-10',
      ...over,
    })
    expect([reply.status, reply.json.code]).toEqual([status, code])
    expect(await scene.db.selectFrom('round').select(['title', 'version']).execute()).toEqual([
      { title: aRoundOf.title, version: 1 },
    ])
  })

  test('an unknown round is not found', async ({ scene }) => {
    const reply = await scene.as.hung.patch(`/api/rounds/${anId()}`, {
      version: 1,
      title: 'Khác',
      opensOn: '2025-01-06',
      closesOn: '2025-02-10',
    })
    expect([reply.status, reply.json.code]).toEqual([404, 'not_found'])
  })
})

describe('who has sent what', () => {
  const url = (unit: string, roundId?: string) =>
    `/api/submission-matrix?unitId=${unit}&schoolYear=2024-2025${roundId === undefined ? '' : `&roundId=${roundId}`}`

  test('the officer sees every unit asked, in order of names, and the round in numbers', async ({
    scene,
  }) => {
    const { as, world } = scene
    const roundId = await aRound(scene)
    await save(as.cuc, roundId, world.units.primary, scaleCells(['primary']))
    const { json } = await as.hung.get(url(world.units.haiAn, roundId))
    expect(json.rounds).toMatchObject([
      {
        round: { title: aRoundOf.title, standing: 'open', audienceWords: 'các trường', formCode: 'quy-mo' },
        counts: { asked: 3, missing: 2, draft: 1, sent: 0, returned: 0, approved: 0 },
      },
    ])
    expect(
      json.lines.map((line: { name: string; cells: { state: string | null }[] }) => [
        line.name,
        line.cells[0]?.state,
      ]),
    ).toEqual([
      ['MN Cát Bi', null],
      ['TH Đằng Lâm', 'draft'],
      ['THCS Đằng Lâm', null],
    ])
  })

  test('a school sees itself in it and nobody else', async ({ scene }) => {
    const { as, world } = scene
    await aRound(scene)
    const { json } = await as.mai.get(url(world.units.primary))
    expect(json.lines.map((line: { name: string }) => line.name)).toEqual(['TH Đằng Lâm'])
    expect((await as.mai.get(url(world.units.haiAn))).json.code).toBe('not_allowed')
    expect((await as.mai.get(url(world.units.secondary))).json.code).toBe('not_found')
    expect((await as.kien.get(url(world.units.haiAn))).json.code).toBe('not_found')
    expect((await as.la.get(url(world.units.haiAn))).json.code).toBe('not_found')
    expect((await as.nobody.get(url(world.units.haiAn))).json.code).toBe('not_signed_in')
    expect((await as.hung.get(url(world.units.haiAn, anId()))).json.code).toBe('not_found')
  })

  test('a round lists what a school has to do, and nothing of the others', async ({ scene }) => {
    const { as, world } = scene
    const roundId = await aRound(scene)
    await save(as.cuc, roundId, world.units.primary, scaleCells(['primary']))
    const list = (who: typeof as.hung, unit: string) =>
      who.get(`/api/rounds?unitId=${unit}&schoolYear=2024-2025`)
    const school = await list(as.mai, world.units.primary)
    expect(school.json).toMatchObject([
      { round: { roundId }, counts: { asked: 1, draft: 1 }, own: { state: 'draft' } },
    ])
    // Standing below the issuer, she may ask about it; what she sees is her own school.
    expect((await list(as.mai, world.units.haiAn)).json).toMatchObject([
      { counts: { asked: 1, draft: 1 }, own: null },
    ])
    expect((await list(as.hung, world.units.haiAn)).json).toMatchObject([
      { counts: { asked: 3, missing: 2 }, own: null },
    ])
    expect((await list(as.quang, world.units.city)).json).toMatchObject([{ counts: { asked: 3 } }])
    expect((await list(as.kien, world.units.kienAn)).json).toEqual([])
    expect((await list(as.hung, world.units.haiAn)).json).toHaveLength(1)
    expect((await as.hung.get(`/api/rounds?unitId=${world.units.haiAn}&schoolYear=2023-2024`)).json).toEqual(
      [],
    )
    expect((await list(as.kien, world.units.haiAn)).json.code).toBe('not_found')
    expect((await list(as.la, world.units.haiAn)).json.code).toBe('not_found')
    expect((await list(as.nobody, world.units.haiAn)).json.code).toBe('not_signed_in')
  })

  test('a unit founded while the round runs is asked from that day on', async ({ scene }) => {
    const { db, as, world } = scene
    const roundId = await aRound(scene)
    await db
      .updateTable('unit_state')
      .set({ valid_from: '2025-01-22' as never })
      .where('unit_id', '=', world.units.secondary)
      .execute()
    await db
      .updateTable('unit_path')
      .set({ valid_from: '2025-01-22' as never })
      .where('unit_id', '=', world.units.secondary)
      .execute()
    expect((await as.hung.get(url(world.units.haiAn, roundId))).json.lines).toHaveLength(2)
    await db
      .updateTable('tenant')
      .set({ business_date: '2025-01-23' as never })
      .where('tenant_id', '=', world.tenantId)
      .execute()
    expect((await as.hung.get(url(world.units.haiAn, roundId))).json.lines).toHaveLength(3)
  })
})
