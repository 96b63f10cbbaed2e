import { describe, expect } from 'vitest'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { aSchool, everythingOf, noBasis, record } from '#test/support/units.ts'
import { anId } from '#test/support/world.ts'

type Refusal = readonly [fact: string, reason: string, events: (scene: Scene) => unknown[]]
const u = (scene: Scene) => scene.world.units

describe('an event that cannot be', () => {
  const refusals: readonly Refusal[] = [
    [
      'a unit under one that hangs below it',
      'cycle',
      (s) => [{ kind: 'move', on: '2024-08-01', unit: u(s).haiAn, parentId: u(s).ward }],
    ],
    [
      'a unit under itself',
      'under_itself',
      (s) => [{ kind: 'move', on: '2024-08-01', unit: u(s).haiAn, parentId: u(s).haiAn }],
    ],
    [
      'the end of a district that still has schools',
      'child_outlives_parent',
      (s) => [{ kind: 'dissolve', on: '2024-08-01', unit: u(s).haiAn }],
    ],
    [
      'an end on the founding day',
      'lives_no_day',
      (s) => [{ kind: 'dissolve', on: '2003-05-01', unit: u(s).interior }],
    ],
    [
      'a change before the founding',
      'before_founding',
      (s) => [{ kind: 'dissolve', on: '1999-01-01', unit: u(s).interior }],
    ],
    [
      'a name as it is',
      'nothing_changes',
      (s) => [
        {
          kind: 'rename',
          on: '2024-08-01',
          unit: u(s).interior,
          officialName: 'Phòng Nội vụ',
          shortName: 'Phòng Nội vụ',
        },
      ],
    ],
    [
      'a code that another unit bears',
      'code_taken',
      (s) => [{ kind: 'alter', on: '2024-08-01', unit: u(s).primary, changes: { code: 'CS-DL' } }],
    ],
    [
      'a school without a level',
      'level_missing',
      (s) => [{ kind: 'alter', on: '2024-08-01', unit: u(s).primary, changes: { levels: [] } }],
    ],
    [
      'levels of an office',
      'only_for_schools',
      (s) => [{ kind: 'alter', on: '2024-08-01', unit: u(s).interior, changes: { levels: ['primary'] } }],
    ],
    [
      'a committee without a tier',
      'tier_missing',
      (s) => [
        {
          kind: 'found',
          on: '2024-08-01',
          unit: 'new:a',
          as: aSchool(u(s).city, { kind: 'committee', levels: [], ownership: null }),
        },
      ],
    ],
    [
      'a tier that nobody knows',
      'tier_unknown',
      (s) => [{ kind: 'alter', on: '2024-08-01', unit: u(s).ward, changes: { tier: 'canton' } }],
    ],
    [
      'a new district after 1 July 2025',
      'tier_not_valid',
      (s) => [
        {
          kind: 'found',
          on: '2025-07-01',
          unit: 'new:a',
          as: aSchool(u(s).city, { kind: 'committee', tier: 'district', levels: [], ownership: null }),
        },
      ],
    ],
    [
      'a district below a ward',
      'tier_order',
      (s) => [
        {
          kind: 'found',
          on: '2024-08-01',
          unit: 'new:a',
          as: aSchool(u(s).ward, { kind: 'committee', tier: 'district', levels: [], ownership: null }),
        },
      ],
    ],
    [
      'a merger of one',
      'too_few_units',
      (s) => [
        {
          kind: 'merge',
          on: '2024-08-01',
          units: [u(s).primary],
          into: { unit: 'new:a', as: aSchool(u(s).haiAn) },
        },
      ],
    ],
    [
      'one school named twice',
      'unit_named_twice',
      (s) => [
        {
          kind: 'merge',
          on: '2024-08-01',
          units: [u(s).primary, u(s).primary],
          into: { unit: 'new:a', as: aSchool(u(s).haiAn) },
        },
      ],
    ],
    [
      'a key that no event founds',
      'parent_unknown',
      (s) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: 'new:none' }],
    ],
    [
      'a change of a key that no event founds',
      'unknown_unit',
      () => [{ kind: 'move', on: '2024-08-01', unit: 'new:none', parentId: null }],
    ],
    [
      'a unit that was founded before',
      'already_founded',
      (s) => [{ kind: 'found', on: '2024-08-01', unit: u(s).primary, as: aSchool(u(s).haiAn) }],
    ],
  ]
  test.for(refusals)('is refused and changes nothing: %s', async ([, reason, events], { scene }) => {
    const before = await everythingOf(scene)
    const reply = await record(scene.as.quang, events(scene))
    expect([reply.status, reply.json.code, reply.json.reason, reply.json.fields]).toEqual([
      422,
      'unit_event_refused',
      reason,
      [{ path: 'events.0', message: reason }],
    ])
    expect(reply.json.detail).not.toContain('{message}')
    expect(await everythingOf(scene)).toEqual(before)
  })

  test('is refused when a later change is recorded, and when the parent or the unit has ended', async ({
    scene,
  }) => {
    const { primary, secondary, ward, haiAn } = scene.world.units
    await record(scene.as.quang, [
      { kind: 'rename', on: '2024-08-01', unit: primary, officialName: 'Trường A', shortName: 'A' },
      { kind: 'dissolve', on: '2024-08-01', unit: ward },
    ])
    const before = await everythingOf(scene)
    const late = await record(scene.as.quang, [
      { kind: 'rename', on: '2024-07-31', unit: primary, officialName: 'Trường B', shortName: 'B' },
    ])
    expect([late.status, late.json.reason, late.json.detail]).toEqual([
      422,
      'later_event',
      expect.stringContaining('A đã có thay đổi được ghi cho ngày sau đó'),
    ])
    const under = await record(scene.as.quang, [
      { kind: 'move', on: '2024-08-01', unit: secondary, parentId: ward },
    ])
    expect([under.json.reason, under.json.detail]).toEqual([
      'parent_ended',
      expect.stringContaining('UBND phường Đằng Lâm đã kết thúc'),
    ])
    const earlier = await record(scene.as.quang, [
      { kind: 'move', on: '2024-07-01', unit: secondary, parentId: ward },
    ])
    expect(earlier.json.reason).toBe('child_outlives_parent')
    const ended = await record(scene.as.quang, [
      { kind: 'move', on: '2024-09-01', unit: ward, parentId: haiAn },
    ])
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
    expect([reply.status, reply.json.reason, reply.json.fields]).toEqual([
      422,
      'cycle',
      [{ path: 'events.2', message: 'cycle' }],
    ])
    expect(await everythingOf(scene)).toEqual(before)
  })

  test('says why in English, too', async ({ scene }) => {
    const { haiAn } = scene.world.units
    const events = [{ kind: 'dissolve', on: '2024-08-01', unit: haiAn }]
    const reply = await scene.as.hung.post(
      '/api/unit-events',
      { events, basis: noBasis, note: null },
      { 'accept-language': 'en-GB,vi;q=0.5' },
    )
    expect(reply.json.detail).toMatch(/would still hang below UBND quận Hải An after that day/)
  })

  test.for([
    ['no events', { events: [] }],
    ['an unknown kind', { events: [{ kind: 'sell', on: '2024-08-01' }] }],
    [
      'a day that is none',
      { events: [{ kind: 'dissolve', on: '2024-02-30', unit: '018f5b1e-0000-7000-8000-000000000000' }] },
    ],
    ['a key that is none', { events: [{ kind: 'dissolve', on: '2024-02-01', unit: 'new: a' }] }],
    ['no basis', { basis: undefined }],
  ] as const)('is no event: %s', async ([, over], { scene }) => {
    const reply = await record(
      scene.as.hung,
      [{ kind: 'dissolve', on: '2024-08-01', unit: scene.world.units.interior }],
      over,
    )
    expect([reply.status, reply.json.code]).toEqual([400, 'bad_request'])
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
    const reply = await record(scene.as[who], [
      {
        kind: 'rename',
        on: '2024-08-01',
        unit: scene.world.units.primary,
        officialName: 'Trường A',
        shortName: 'A',
      },
    ])
    expect([reply.status, reply.json.code]).toEqual([status, code])
    expect(await everythingOf(scene)).toEqual(before)
  })

  test.for([
    ['a unit that does not exist', 404, () => [{ kind: 'dissolve', on: '2024-08-01', unit: anId() }]],
    [
      'a unit of another tenant',
      404,
      (s: Scene) => [{ kind: 'dissolve', on: '2024-08-01', unit: u(s).otherSchool }],
    ],
    [
      'a parent in another tenant',
      404,
      (s: Scene) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: u(s).otherRoot }],
    ],
    [
      'a parent in a stranger district',
      404,
      (s: Scene) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: u(s).kienAn }],
    ],
    [
      'the city above',
      403,
      (s: Scene) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: u(s).city }],
    ],
    [
      'no parent at all',
      403,
      (s: Scene) => [{ kind: 'move', on: '2024-08-01', unit: u(s).primary, parentId: null }],
    ],
    ['a new root', 403, () => [{ kind: 'found', on: '2024-08-01', unit: 'new:a', as: aSchool(null) }]],
    [
      'a stranger school in a merger',
      404,
      (s: Scene) => [
        {
          kind: 'merge',
          on: '2024-08-01',
          units: [u(s).primary, u(s).kienAnSchool],
          into: { unit: u(s).secondary },
        },
      ],
    ],
    [
      'a stranger school that takes in',
      404,
      (s: Scene) => [
        { kind: 'merge', on: '2024-08-01', units: [u(s).primary], into: { unit: u(s).kienAnSchool } },
      ],
    ],
    [
      'a stranger school in a split',
      404,
      (s: Scene) => [
        {
          kind: 'split',
          on: '2024-08-01',
          unit: u(s).primary,
          into: [{ unit: u(s).primary }, { unit: u(s).kienAnSchool }],
        },
      ],
    ],
    [
      'a stranger school among the moves',
      404,
      (s: Scene) => [
        {
          kind: 'dissolve',
          on: '2024-08-01',
          unit: u(s).ward,
          moves: [{ unit: u(s).kienAnSchool, parentId: u(s).haiAn }],
        },
      ],
    ],
  ] as const)('an officer does not reach %s', async ([, status, events], { scene }) => {
    const before = await everythingOf(scene)
    const reply = await record(scene.as.hung, events(scene))
    expect([reply.status, reply.json.code]).toEqual([status, status === 404 ? 'not_found' : 'not_allowed'])
    expect(await everythingOf(scene)).toEqual(before)
  })
})
