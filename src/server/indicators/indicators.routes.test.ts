import { describe, expect } from 'vitest'
import type { UnitId } from '#domain/basics/ids.ts'
import { readyIndicators } from '#domain/indicators/ready-indicators.ts'
import { aRound, approved, save, scaleCells, sent } from '#test/support/figures.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId, aPerson } from '#test/support/world.ts'

const year = 'schoolYear=2024-2025'
const figures = async (who: Caller, unit: UnitId, more = '') =>
  await who.get(`/api/indicators?unitId=${unit}&${year}${more}`)
const sources = async (who: Caller, code: string, unit: UnitId, more = '') =>
  await who.get(`/api/indicators/${code}/sources?unitId=${unit}&${year}${more}`)
type Line = {
  name: string
  value: number | null
  why: string | null
  asked: number
  units: number
  deeper: boolean
  submissionId: string | null
}
type Figure = Line & {
  code: string
  part: number | null
  whole: number | null
  byOwnership: { ownership: string; value: number | null }[]
}
const pick = (json: { figures: Figure[] }, code: string) =>
  json.figures.find((figure) => figure.code === code)

/** Of the three schools of Hải An the primary and the preschool are approved, the secondary is only sent. */
async function collected(scene: Scene) {
  const { db, world, as, signIn } = scene
  const clerk = async (userName: string, unit: UnitId) =>
    await signIn(
      world.tenantId,
      await aPerson(db, world.tenantId, { userName, name: userName, role: 'clerk', unit }),
    )
  const roundId = await aRound(scene)
  const primary = await approved(
    scene,
    as.cuc,
    roundId,
    world.units.primary,
    scaleCells(['primary'], { 'k1.pupils': 131 }),
  )
  await approved(
    scene,
    await clerk('mamnon', world.units.preschool),
    roundId,
    world.units.preschool,
    scaleCells(['preschool']),
  )
  await sent(
    await clerk('thcs', world.units.secondary),
    roundId,
    world.units.secondary,
    scaleCells(['lower_secondary']),
  )
  return { roundId, primary }
}

test('over two of three levels, a school of both is one unit, at every node and by ownership', async ({
  scene,
}) => {
  const { db, as, world } = scene
  await db
    .updateTable('unit_state')
    .set({ levels: ['primary', 'lower_secondary'] })
    .where('unit_id', '=', world.units.primary)
    .execute()
  await db
    .insertInto('indicator')
    .values({
      tenant_id: world.tenantId,
      id: anId(),
      code: 'pho-thong',
      name_vi: 'Học sinh phổ thông',
      name_en: 'Pupils',
      form_code: 'quy-mo',
      expression: 'primary.pupils + lower_secondary.pupils',
      measure: 'count',
      card: JSON.stringify(readyIndicators[0]?.card),
      position: 1,
    })
    .execute()
  const roundId = await aRound(scene)
  await approved(scene, as.cuc, roundId, world.units.primary, scaleCells(['primary', 'lower_secondary']))
  const clerk = { userName: 'mamnon', name: 'Mầm Non', role: 'clerk', unit: world.units.preschool } as const
  const other = await scene.signIn(world.tenantId, await aPerson(db, world.tenantId, clerk))
  await approved(scene, other, roundId, world.units.preschool, scaleCells(['preschool']))
  const figure = pick((await figures(as.lan, world.units.haiAn)).json, 'pho-thong')
  expect([figure?.units, figure?.byOwnership]).toMatchObject([
    1,
    [
      { ownership: 'public', units: 1 },
      { ownership: 'private', units: 0 },
    ],
  ])
  const { lines } = (await sources(as.lan, 'pho-thong', world.units.haiAn)).json
  expect(lines.map((line: Line) => [line.name, line.units])).toContainEqual(['TH Đằng Lâm', 1])
  expect((await sources(as.quang, 'pho-thong', world.units.city)).json.lines[0].units).toBe(1)
})

describe('the indicators of an authority', () => {
  test('add up what is approved, by level and by ownership, and count who reported', async ({ scene }) => {
    await collected(scene)
    const { status, json } = await figures(scene.as.lan, scene.world.units.haiAn)
    expect([status, json.period, json.available, json.asked, json.approved, json.levels]).toEqual([
      200,
      'mid',
      ['mid'],
      3,
      2,
      ['preschool', 'primary', 'lower_secondary'],
    ])
    expect(json.rounds).toMatchObject([
      { title: 'Quy mô giữa năm học 2024-2025', issuerName: 'UBND quận Hải An' },
    ])
    expect(pick(json, 'hoc-sinh.tieu-hoc')).toMatchObject({
      value: 651,
      units: 1,
      byOwnership: [
        { ownership: 'public', value: 651 },
        { ownership: 'private', value: null },
      ],
    })
    expect(pick(json, 'tre.mam-non')).toMatchObject({ value: 780, units: 1, asked: 1 })
    expect(pick(json, 'hoc-sinh.thcs')).toMatchObject({ value: null, units: 0, asked: 1 })
    expect(pick(json, 'hoc-sinh.tong')).toMatchObject({
      value: 1431,
      units: 2,
      asked: 3,
      byOwnership: [
        { ownership: 'public', value: 651 },
        { ownership: 'private', value: 780 },
      ],
    })
    expect(pick(json, 'binh-quan.tieu-hoc')).toMatchObject({ value: 651 / 20, part: 651, whole: 20 })
    expect(json.figures.map((figure: Figure) => figure.code)).toEqual(
      readyIndicators.map((indicator) => indicator.code),
    )
  })

  test('what nobody reported is no zero, and a share of nothing is no number', async ({ scene }) => {
    const { json } = await figures(scene.as.lan, scene.world.units.haiAn)
    expect([json.period, json.rounds, json.asked, json.approved]).toEqual([null, [], 0, 0])
    expect(pick(json, 'hoc-sinh.tong')).toMatchObject({ value: null, why: 'not_reported', units: 0 })
    const roundId = await aRound(scene)
    const zeros = Object.fromEntries(scaleCells(['primary']).map(({ cell }) => [cell, 0]))
    await approved(scene, scene.as.cuc, roundId, scene.world.units.primary, scaleCells(['primary'], zeros))
    const after = await figures(scene.as.lan, scene.world.units.haiAn)
    expect(pick(after.json, 'hoc-sinh.tieu-hoc')).toMatchObject({ value: 0, why: null, units: 1 })
    expect(pick(after.json, 'hoc-sinh.thcs')).toMatchObject({ value: null, why: 'not_reported' })
    expect(pick(after.json, 'binh-quan.tieu-hoc')).toMatchObject({
      value: null,
      why: 'zero_whole',
      part: 0,
      whole: 0,
    })
  })

  test('the city adds up what its districts collected; a district speaks for itself', async ({ scene }) => {
    const { as, world, db } = scene
    await collected(scene)
    const reply = await as.kien.post(`/api/units/${world.units.kienAn}/rounds`, {
      formCode: 'quy-mo',
      schoolYear: '2024-2025',
      period: 'mid',
      title: 'Kiến An',
      audience: { any: [{ kinds: ['school'] }] },
      opensOn: '2025-01-06',
      closesOn: '2025-01-25',
    })
    const clerk = await scene.signIn(
      world.tenantId,
      await aPerson(db, world.tenantId, {
        userName: 'namha',
        name: 'Nam Hà',
        role: 'clerk',
        unit: world.units.kienAnSchool,
      }),
    )
    const waiting = await sent(
      clerk,
      reply.json.roundId,
      world.units.kienAnSchool,
      scaleCells(['primary'], { 'k1.pupils': 100 }),
    )
    await as.kien.post(`/api/submissions/${waiting.submissionId}/approve`, { version: waiting.version })
    const city = await figures(as.quang, world.units.city)
    expect([city.json.asked, city.json.approved, pick(city.json, 'hoc-sinh.tieu-hoc')?.value]).toEqual([
      4,
      3,
      651 + 620,
    ])
    expect(pick((await figures(as.lan, world.units.haiAn)).json, 'hoc-sinh.tieu-hoc')?.value).toBe(651)
    const lines = (await sources(as.quang, 'hoc-sinh.tieu-hoc', world.units.city)).json.lines.map(
      (line: Line) => [line.name, line.value, line.units, line.asked, line.deeper],
    )
    expect(lines).toEqual([
      ['UBND quận Hải An', 651, 1, 1, true],
      ['UBND quận Kiến An', 620, 1, 1, true],
    ])
  })

  test('a period without a round has nothing; the latest with figures is shown unasked', async ({
    scene,
  }) => {
    await collected(scene)
    await aRound(scene, { period: 'end' })
    const shown = await figures(scene.as.lan, scene.world.units.haiAn)
    expect([shown.json.period, shown.json.available]).toEqual(['mid', ['mid', 'end']])
    const end = await figures(scene.as.lan, scene.world.units.haiAn, '&period=end')
    expect([end.json.approved, pick(end.json, 'hoc-sinh.tong')?.value]).toEqual([0, null])
    const start = await figures(scene.as.lan, scene.world.units.haiAn, '&period=start')
    expect([start.json.rounds, pick(start.json, 'hoc-sinh.tong')?.value]).toEqual([[], null])
  })
})

describe('where a figure comes from', () => {
  test('the units below, those without a report too; then the cells, who typed them and who approved', async ({
    scene,
  }) => {
    const { as, world } = scene
    const { primary } = await collected(scene)
    const { json } = await sources(as.lan, 'hoc-sinh.tong', world.units.haiAn)
    expect(json.figure.value).toBe(1431)
    expect(
      json.lines.map((line: Line) => [line.name, line.value, line.why, line.units, line.asked, line.deeper]),
    ).toEqual([
      ['MN Cát Bi', 780, null, 1, 1, false],
      ['TH Đằng Lâm', 651, null, 1, 1, false],
      ['THCS Đằng Lâm', null, 'not_reported', 0, 1, false],
    ])
    const primaries = await sources(as.lan, 'hoc-sinh.tieu-hoc', world.units.haiAn)
    expect(primaries.json.lines.map((line: Line) => line.name)).toEqual(['TH Đằng Lâm'])
    const school = await sources(as.lan, 'hoc-sinh.tieu-hoc', world.units.primary)
    expect(school.json).toMatchObject({
      unitName: 'TH Đằng Lâm',
      lines: [],
      above: [{ name: 'UBND quận Hải An' }],
      own: { submissionId: primary.submissionId, approvedByName: 'Nguyễn Văn Hùng' },
    })
    expect(school.json.own.cells).toHaveLength(5)
    expect(school.json.own.cells[0]).toMatchObject({
      cell: 'k1.pupils',
      title: { vi: 'Lớp 1 – Số trẻ, học sinh' },
      value: 131,
      personName: 'Vũ Thị Cúc',
    })
  })

  test('of a school without figures leads nowhere yet', async ({ scene }) => {
    const roundId = await aRound(scene)
    await save(scene.as.cuc, roundId, scene.world.units.primary, scaleCells(['primary']))
    const { json } = await sources(scene.as.mai, 'hoc-sinh.tieu-hoc', scene.world.units.primary)
    expect([json.figure.value, json.own, json.lines, json.approved, json.asked]).toEqual([
      null,
      null,
      [],
      0,
      1,
    ])
  })

  test.for([
    ['mai', 'haiAn', 403, 'not_allowed'],
    ['mai', 'secondary', 404, 'not_found'],
    ['kien', 'haiAn', 404, 'not_found'],
    ['hung', 'city', 403, 'not_allowed'],
    ['la', 'haiAn', 404, 'not_found'],
    ['nobody', 'haiAn', 401, 'not_signed_in'],
  ] as const)('is not told to %s about %s', async ([who, unit, status, code], { scene }) => {
    await collected(scene)
    for (const reply of [
      await figures(scene.as[who], scene.world.units[unit]),
      await sources(scene.as[who], 'hoc-sinh.tong', scene.world.units[unit]),
    ]) {
      expect([reply.status, reply.json.code]).toEqual([status, code])
    }
  })

  test('an unknown indicator is not found', async ({ scene }) => {
    expect((await sources(scene.as.lan, 'la', scene.world.units.haiAn)).json.code).toBe('not_found')
  })
})
