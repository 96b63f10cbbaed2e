import { describe, expect } from 'vitest'
import type { TargetId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { writeWorkbook } from '#server/formats/xlsx-write.ts'
import { aGivenTarget, aPlanWithTargets, saveShares, sharesOf } from '#test/support/allocation.ts'
import { approved, aRound, scaleCells } from '#test/support/figures.ts'
import { aFullDraft, schools } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

const at = (targetId: TargetId, rest = '') => `/api/plan-targets/${targetId}/allocation${rest}`
const page = async (scene: Scene, targetId: TargetId) => (await scene.as.hung.get(at(targetId))).json
const give = async (scene: Scene, targetId: TargetId, body: object, who: 'hung' | 'lan' = 'hung') =>
  await scene.as[who].post(at(targetId, '/give'), { reason: null, differenceReason: null, ...body })
const told = async (scene: Scene) =>
  (
    await scene.db
      .selectFrom('notice')
      .select(['unit_id as unitId', 'subject'])
      .where('kind', '=', 'target_given')
      .orderBy('notice.created_at')
      .orderBy('notice.id')
      .execute()
  ).map((row) => row)
const given = async (scene: Scene, who: 'mai' | 'hung' = 'mai') =>
  (await scene.as[who].get(`/api/units/${scene.world.units.primary}/given-targets?schoolYear=2024-2025`)).json

describe('shares in work', () => {
  test('are kept with the units of the audience, held against the whole, and seen by no unit', async ({
    scene,
  }) => {
    const { planId, targets } = await aPlanWithTargets(scene)
    expect(await page(scene, targets[0])).toMatchObject({
      version: 0,
      measure: 'count',
      rows: [],
      check: null,
    })
    await saveShares(scene, targets[0], 0, sharesOf(scene, { secondary: 28 }))
    expect(await page(scene, targets[0])).toMatchObject({
      version: 1,
      givenNo: 0,
      audienceText: 'các trường',
      // Schools by their youngest pupils.
      rows: [
        { name: 'MN Cát Bi', applies: false, value: null, given: null },
        { name: 'TH Đằng Lâm', value: 60, given: null },
        { name: 'THCS Đằng Lâm', value: 28, given: null },
      ],
      check: { way: 'sum', missing: 0, fits: false, differences: [{ of: 'value', comes: 88, by: -12 }] },
    })
    expect(await given(scene)).toEqual([])
    const list = await scene.as.hung.get(`/api/plans/${planId}/allocations`)
    expect(list.json.targets).toMatchObject([
      { measure: 'count', units: 3, missing: 0, givenNo: 0, changed: true },
      { measure: 'ratio', units: 0, missing: 0, givenNo: 0, changed: false },
    ])
  })

  test('zero, missing and not concerned stay three things', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    await saveShares(scene, targets[0], 0, sharesOf(scene, { primary: 0, secondary: null }))
    expect((await page(scene, targets[0])).rows.map((row: object) => row)).toMatchObject([
      { applies: false, value: null },
      { applies: true, value: 0 },
      { applies: true, value: null },
    ])
    const list = await scene.db
      .selectFrom('target_share')
      .select(['applies', 'value'])
      .orderBy('position')
      .execute()
    expect(list).toEqual([
      { applies: false, value: null },
      { applies: true, value: 0 },
      { applies: true, value: null },
    ])
  })

  test('a stale version, a strange unit, an empty audience and what cannot be shared are refused', async ({
    scene,
  }) => {
    const { targets } = await aPlanWithTargets(scene)
    const put = async (body: object) => {
      const reply = await scene.as.hung.put(at(targets[0]), {
        version: 0,
        audience: schools.audience,
        shares: sharesOf(scene),
        ...body,
      })
      return [reply.status, reply.json.code, reply.json.reason]
    }
    const stranger = { ...sharesOf(scene)[0], unitId: scene.world.units.kienAnSchool }
    expect(await put({ shares: [stranger] })).toEqual([422, 'shares_refused', 'unit_not_meant'])
    expect(await put({ audience: { any: [{ kinds: ['group'] }] }, shares: [] })).toEqual([
      422,
      'shares_refused',
      'no_units',
    ])
    expect(await put({ audience: { any: [{}] } })).toEqual([400, 'bad_request', 'rule_without_condition'])
    expect(await put({ version: 3 })).toEqual([409, 'changed_meanwhile', null])
    expect((await put({}))[0]).toBe(200)
    expect(await put({})).toEqual([409, 'changed_meanwhile', null])
    expect(await put({ version: 2 })).toEqual([409, 'changed_meanwhile', null])
  })

  test('are the officer’s and the leader’s alone', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    const body = { version: 0, audience: schools.audience, shares: [] }
    const status = async (who: keyof Scene['as']) => [
      (await scene.as[who].get(at(targets[0]))).status,
      (await scene.as[who].put(at(targets[0]), body)).status,
    ]
    expect(await status('nobody')).toEqual([401, 401])
    expect(await status('la')).toEqual([404, 404])
    expect(await status('kien')).toEqual([404, 404])
    expect(await status('mai')).toEqual([403, 403])
    expect(await status('viet')).toEqual([200, 403])
    expect(await status('quang')).toEqual([200, 403])
    expect(await status('lan')).toEqual([200, 200])
  })

  test('a draft’s targets are not given yet', async ({ scene }) => {
    const { targets } = await aFullDraft(scene)
    const reply = await scene.as.hung.get(at(targets[0]))
    expect([reply.status, reply.json.code]).toEqual([409, 'step_not_allowed'])
  })
})

describe('giving', () => {
  test('each unit sees its share and is told once', async ({ scene }) => {
    const { targetId } = await aGivenTarget(scene)
    const { primary, secondary, preschool } = scene.world.units
    expect(await given(scene)).toMatchObject([
      {
        targetId,
        statement: 'Có 100 giáo viên dạy giỏi',
        issuerName: 'UBND quận Hải An',
        measure: 'count',
        applies: true,
        value: 60,
        before: null,
        givenOn: '2025-01-20',
      },
    ])
    const notices = await told(scene)
    expect(notices).toHaveLength(3)
    expect(new Map(notices.map((notice) => [notice.unitId, notice.subject]))).toEqual(
      new Map([
        [primary, expect.objectContaining({ share: '60 giáo viên', again: false })],
        [secondary, expect.objectContaining({ share: '40 giáo viên' })],
        [preschool, expect.objectContaining({ share: 'không áp dụng' })],
      ]),
    )
  })

  test('twice gives once', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    const version = await saveShares(scene, targets[0], 0)
    expect((await give(scene, targets[0], { version })).status).toBe(200)
    const again = await give(scene, targets[0], { version })
    expect([again.status, again.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(await told(scene)).toHaveLength(3)
    expect(await scene.db.selectFrom('target_giving').select('no').execute()).toEqual([{ no: 1 }])
  })

  test('later changes are givings of their own: who, when, before, after and why; others are not told', async ({
    scene,
  }) => {
    const { targetId, version } = await aGivenTarget(scene)
    const next = await saveShares(scene, targetId, version, sharesOf(scene, { primary: 70, secondary: 30 }))
    // In work: nobody has it yet.
    expect(await given(scene)).toMatchObject([{ value: 60 }])
    const without = await give(scene, targetId, { version: next })
    expect([without.status, without.json.reason]).toEqual([422, 'reason_missing'])
    const reply = await give(scene, targetId, { version: next, reason: 'Chuyển hai tổ chuyên môn' })
    expect(reply.json).toEqual({ version: next + 1, units: 2 })
    expect(await given(scene)).toMatchObject([
      { value: 70, before: { value: 60 }, reason: 'Chuyển hai tổ chuyên môn' },
    ])
    expect((await page(scene, targetId)).givings).toMatchObject([
      {
        no: 2,
        reason: 'Chuyển hai tổ chuyên môn',
        personName: 'Nguyễn Văn Hùng',
        changes: expect.arrayContaining([
          expect.objectContaining({
            name: 'TH Đằng Lâm',
            before: expect.objectContaining({ value: 60 }),
            after: expect.objectContaining({ value: 70 }),
          }),
        ]),
      },
      { no: 1, changes: [{ before: null }, { before: null }, { before: null }] },
    ])
    expect(await told(scene)).toHaveLength(5)
    const same = await give(scene, targetId, { version: next + 1, reason: 'Không đổi gì' })
    expect([same.status, same.json.reason]).toEqual([422, 'nothing_changed'])
  })

  test('a unit that is no longer meant loses its share and is told', async ({ scene }) => {
    const { targetId, version } = await aGivenTarget(scene)
    const { primary, secondary } = scene.world.units
    const [, other] = sharesOf(scene)
    const saved = await scene.as.hung.put(at(targetId), {
      version,
      audience: { any: [{ units: [secondary] }] },
      shares: [{ ...other, value: 100 }],
    })
    await give(scene, targetId, { version: saved.json.version, reason: 'Trường sáp nhập' })
    expect(await given(scene)).toEqual([])
    expect((await told(scene)).filter((notice) => notice.unitId === primary).at(-1)?.subject).toMatchObject({
      share: null,
      again: true,
    })
  })

  test('a missing share and a wrong one stop it', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    const refusal = async (shares: unknown, version: number) => {
      const saved = await saveShares(scene, targets[0], version, shares)
      const reply = await give(scene, targets[0], { version: saved, differenceReason: 'Đủ' }, 'lan')
      return [reply.status, reply.json.reason]
    }
    expect(await refusal(sharesOf(scene, { secondary: null }), 0)).toEqual([422, 'missing'])
    expect(await refusal(sharesOf(scene, { secondary: -1 }), 1)).toEqual([422, 'faults'])
    expect(await refusal(sharesOf(scene, { secondary: 39.5 }), 2)).toEqual([422, 'faults'])
  })

  test('a difference is kept by a leader with a reason, and by nobody else', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    const version = await saveShares(scene, targets[0], 0, sharesOf(scene, { secondary: 43 }))
    const kept = { version, differenceReason: 'Phòng giữ ba giáo viên dự phòng' }
    const reason = async (who: 'hung' | 'lan', body: object) =>
      (await give(scene, targets[0], body, who)).json.reason
    expect(await reason('hung', kept)).toBe('differs')
    expect(await reason('lan', { version })).toBe('differs')
    expect((await give(scene, targets[0], kept, 'lan')).status).toBe(200)
    expect((await page(scene, targets[0])).givings).toMatchObject([
      { differenceReason: 'Phòng giữ ba giáo viên dự phòng', personName: 'Trần Thị Lan' },
    ])
  })

  test('both figures of a fraction must add up', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    const { primary, secondary, preschool } = scene.world.units
    const of = (unitId: string, numerator: number, denominator: number) => ({
      unitId,
      applies: true,
      value: null,
      numerator,
      denominator,
    })
    const shares = [of(primary, 4000, 5000), of(secondary, 3910, 4230), of(preschool, 0, 0)]
    const version = await saveShares(scene, targets[1], 0, shares)
    expect((await page(scene, targets[1])).check).toMatchObject({
      way: 'both_sums',
      differences: [{ of: 'denominator', by: -2 }],
    })
    const mended = [shares[0], of(secondary, 3910, 4232), shares[2]]
    const next = await saveShares(scene, targets[1], version, mended)
    expect((await give(scene, targets[1], { version: next })).status).toBe(200)
  })

  test('who does not answer for a unit does not read its shares', async ({ scene }) => {
    await aGivenTarget(scene)
    const { primary, secondary } = scene.world.units
    const status = async (who: keyof Scene['as'], unitId: string) =>
      (await scene.as[who].get(`/api/units/${unitId}/given-targets?schoolYear=2024-2025`)).status
    expect(await status('mai', primary)).toBe(200)
    expect(await status('mai', secondary)).toBe(404)
    expect(await status('lan', secondary)).toBe(200)
    expect(await status('kien', primary)).toBe(404)
    expect(await status('la', primary)).toBe(404)
  })
})

describe('what a target is divided by', () => {
  test('approved figures of the units, by period, and nothing that nobody reported', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    const round = await aRound(scene, { period: 'start', title: 'Quy mô đầu năm học 2024-2025' })
    await approved(scene, scene.as.mai, round, scene.world.units.primary, scaleCells(['primary']))
    const { bases } = await page(scene, targets[0])
    const pupils = bases.find((one: { key: string }) => one.key.endsWith(':hoc-sinh.tieu-hoc'))
    expect(pupils).toMatchObject({ kind: 'indicator', schoolYear: '2024-2025', period: 'start', units: 1 })
    const ask = async (source: string, who: 'hung' | 'mai' = 'hung') =>
      await scene.as[who].get(`/api/plan-targets/${targets[0]}/basis?source=${encodeURIComponent(source)}`)
    const figures = (await ask(pupils.key)).json.filter((row: { value: unknown }) => row.value !== null)
    expect(figures).toMatchObject([{ unitId: scene.world.units.primary, value: expect.any(Number) }])
    expect((await ask('indicator:2024-2025:start:khong-co')).status).toBe(404)
    expect((await ask(pupils.key, 'mai')).status).toBe(403)
  })

  test('what the same target gave last year', async ({ scene }) => {
    const { planId } = await aGivenTarget(scene)
    // The year before: published plans of both years stand side by side.
    await scene.db
      .updateTable('plan')
      // A year as it is written.
      .set({ school_year: '2023-2024' as SchoolYear })
      .where('id', '=', planId)
      .execute()
    const { targets } = await aPlanWithTargets(scene)
    const { bases } = await page(scene, targets[0])
    expect(bases).toMatchObject([{ kind: 'allocation', schoolYear: '2023-2024', period: null, units: 3 }])
    const reply = await scene.as.hung.get(
      `/api/plan-targets/${targets[0]}/basis?source=${encodeURIComponent(bases[0].key)}`,
    )
    expect(reply.json.map((row: { value: number }) => row.value).toSorted()).toEqual([40, 60])
    expect((await page(scene, targets[1])).bases).toEqual([])
  })
})

describe('a workbook of shares', () => {
  const book = (rows: (string | number | null)[][]) =>
    writeWorkbook({
      sheets: [
        {
          name: 'Giao chỉ tiêu',
          columns: [],
          rows: [['Mã đơn vị', 'Tên đơn vị', 'Chỉ tiêu giao', 'Không áp dụng'], ...rows].map((cells) => ({
            cells,
          })),
        },
      ],
    })
  const check = async (scene: Scene, targetId: TargetId, bytes: Uint8Array) =>
    await scene.as.hung.upload('POST', at(targetId, '/check?fileName=giao.xlsx'), bytes)

  test('the template comes back as it was', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    await saveShares(scene, targets[0], 0, sharesOf(scene, { secondary: null }))
    const template = await scene.as.hung.get(at(targets[0], '/workbook'))
    const reply = await check(scene, targets[0], template.bytes)
    expect(reply.json).toMatchObject({
      faults: [],
      shares: [
        { code: 'MN-CB', after: { applies: false, value: null } },
        { code: 'TH-DL', after: { applies: true, value: 60 } },
        { code: 'CS-DL', after: { applies: true, value: null } },
      ],
    })
  })

  test('every fault is named by sheet and cell, with what mends it; nothing changes', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    await saveShares(scene, targets[0], 0)
    const reply = await check(
      scene,
      targets[0],
      book([
        ['TH-DL', '', 'nhiều', null],
        ['TH-NH', '', 5, null],
        ['CS-DL', '', 1.5, null],
      ]),
    )
    expect(reply.json).toMatchObject({ faultCount: 3, shares: [] })
    expect(reply.json.faults).toMatchObject([
      { sheet: 'Giao chỉ tiêu', cell: 'C2', value: 'nhiều', message: 'Ô này phải là số' },
      { cell: 'A3', value: 'TH-NH', mend: expect.stringContaining('tệp mẫu') },
      { cell: 'C4', value: '1.5', mend: 'Nhập số không có phần lẻ.' },
    ])
    expect((await page(scene, targets[0])).rows).toMatchObject([{}, { value: 60 }, { value: 40 }])
  })

  test('a file that is none is refused, and so is one before units are chosen', async ({ scene }) => {
    const { targets } = await aPlanWithTargets(scene)
    const early = await check(scene, targets[0], book([]))
    expect([early.status, early.json.reason]).toEqual([422, 'no_units'])
    await saveShares(scene, targets[0], 0)
    const broken = await check(scene, targets[0], new TextEncoder().encode('không phải Excel'))
    expect([broken.status, broken.json.code]).toEqual([422, 'file_refused'])
  })
})
