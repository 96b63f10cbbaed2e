import { describe, expect } from 'vitest'
import type { RoundId } from '#domain/basics/ids.ts'
import { localDate } from '#domain/basics/dates.ts'
import { aRound, approved, save, scaleCells, sent } from '#test/support/figures.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

const formUrl = (scene: Scene, roundId: RoundId) =>
  `/api/rounds/${roundId}/units/${scene.world.units.primary}/submission`
const primary = scaleCells(['primary'])
const stored = (scene: Scene) =>
  scene.db.selectFrom('submission').select(['state', 'version', 'cells']).execute()
const trail = (scene: Scene, action: string) =>
  scene.db
    .selectFrom('audit_entry')
    .select(['object_id as id', 'before', 'after'])
    .where('action', '=', action)
    .orderBy('audit_entry.id')
    .execute()
const moveTo = (scene: Scene, day: string) =>
  scene.db
    .updateTable('tenant')
    .set({ business_date: localDate(day) })
    .where('tenant_id', '=', scene.world.tenantId)
    .execute()

describe('a form that is being filled in', () => {
  test('is there before anybody has typed: asked cells empty, the others not applicable', async ({
    scene,
  }) => {
    const roundId = await aRound(scene)
    const { status, json } = await scene.as.cuc.get(formUrl(scene, roundId))
    expect([status, json.submissionId, json.version, json.state, json.takesFigures]).toEqual([
      200,
      null,
      0,
      null,
      true,
    ])
    expect([json.unit.name, json.form.code, json.last, json.returned]).toEqual([
      'TH Đằng Lâm',
      'quy-mo',
      null,
      null,
    ])
    expect(json.cells.filter((cell: unknown) => cell === null)).toHaveLength(20)
    expect(json.cells.filter((cell: unknown) => cell === 'na')).toHaveLength(40)
    expect(await stored(scene)).toEqual([])
  })

  test('keeps what was typed, who typed it, and leaves a row in the audit trail', async ({ scene }) => {
    const roundId = await aRound(scene)
    const first = await save(scene.as.cuc, roundId, scene.world.units.primary, [
      { cell: 'k1.pupils', value: 0 },
    ])
    const second = await save(
      scene.as.mai,
      roundId,
      scene.world.units.primary,
      [
        { cell: 'k1.classes', value: 4 },
        { cell: 'k1.pupils', value: 131 },
      ],
      first.version,
    )
    expect([first.version, second.version, second.submissionId]).toEqual([1, 2, first.submissionId])
    const { json } = await scene.as.cuc.get(`/api/submissions/${first.submissionId}`)
    expect([json.state, json.savedByName, json.typed['k1.pupils'].personName]).toEqual([
      'draft',
      'Phạm Thị Mai',
      'Phạm Thị Mai',
    ])
    expect([json.cells[24], json.cells[25]]).toEqual([4, 131])
    const steps = await scene.as.cuc.get(`/api/submissions/${first.submissionId}/cells/k1.pupils`)
    expect(
      steps.json.map((step: { personName: string; before: unknown; after: unknown }) => [
        step.personName,
        step.before,
        step.after,
      ]),
    ).toEqual([
      ['Vũ Thị Cúc', null, 0],
      ['Phạm Thị Mai', 0, 131],
    ])
    expect(await trail(scene, 'submission.save')).toMatchObject([
      { id: first.submissionId, before: { 'k1.pupils': null }, after: { 'k1.pupils': 0 } },
      { before: { 'k1.pupils': 0, 'k1.classes': null }, after: { 'k1.pupils': 131, 'k1.classes': 4 } },
    ])
  })

  test('of two who type at once the second is told, and the first keeps every cell', async ({ scene }) => {
    const roundId = await aRound(scene)
    const { version } = await save(scene.as.cuc, roundId, scene.world.units.primary, [
      { cell: 'k1.pupils', value: 30 },
    ])
    await save(scene.as.mai, roundId, scene.world.units.primary, [{ cell: 'k2.pupils', value: 31 }], version)
    const late = await scene.as.cuc.patch(formUrl(scene, roundId), {
      version,
      cells: [{ cell: 'k1.pupils', value: 99 }],
    })
    expect([late.status, late.json.code, late.json.details]).toEqual([
      409,
      'changed_meanwhile',
      { by: 'Phạm Thị Mai', version: 2 },
    ])
    const begun = await scene.as.cuc.patch(formUrl(scene, roundId), {
      version: 0,
      cells: [{ cell: 'k1.pupils', value: 99 }],
    })
    expect([begun.status, begun.json.code]).toEqual([409, 'changed_meanwhile'])
    const { json } = await scene.as.cuc.get(formUrl(scene, roundId))
    expect([json.version, json.cells[25], json.cells[29]]).toEqual([2, 30, 31])
  })

  test('typing what stands there already changes nothing', async ({ scene }) => {
    const roundId = await aRound(scene)
    const { version } = await save(scene.as.cuc, roundId, scene.world.units.primary, [
      { cell: 'k1.pupils', value: 30 },
    ])
    expect(
      (
        await save(
          scene.as.cuc,
          roundId,
          scene.world.units.primary,
          [{ cell: 'k1.pupils', value: 30 }],
          version,
        )
      ).version,
    ).toBe(version)
    expect(await trail(scene, 'submission.save')).toHaveLength(1)
  })

  test.for([
    ['a cell that the form does not have', [{ cell: 'k10.pupils', value: 1 }], 'unknown_cell'],
    ['a total', [{ cell: 'primary.pupils', value: 1 }], 'unknown_cell'],
    ['a cell of another level', [{ cell: 'k6.pupils', value: 1 }], 'not_asked'],
    ['a text', [{ cell: 'k1.pupils', value: '30' }], null],
    ['a number beyond any count', [{ cell: 'k1.pupils', value: 1e12 }], null],
    ['nothing', [], null],
  ] as const)('refuses %s', async ([, cells, reason], { scene }) => {
    const roundId = await aRound(scene)
    const reply = await scene.as.cuc.patch(formUrl(scene, roundId), { version: 0, cells })
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([400, 'bad_request', reason])
    expect(await stored(scene)).toEqual([])
  })

  test.for([
    ['hung', 403, 'not_allowed'],
    ['lan', 403, 'not_allowed'],
    ['viet', 403, 'not_allowed'],
    ['quang', 403, 'not_allowed'],
    ['nga', 404, 'not_found'],
    ['kien', 404, 'not_found'],
    ['la', 404, 'not_found'],
    ['nobody', 401, 'not_signed_in'],
  ] as const)('is not typed into by %s', async ([who, status, code], { scene }) => {
    const roundId = await aRound(scene)
    const reply = await scene.as[who].patch(formUrl(scene, roundId), { version: 0, cells: primary })
    expect([reply.status, reply.json.code]).toEqual([status, code])
    const read = await scene.as[who].get(formUrl(scene, roundId))
    expect(read.status).toBe(status === 403 ? 200 : status)
    expect(await stored(scene)).toEqual([])
  })

  test('a unit that is not asked has no form', async ({ scene }) => {
    const roundId = await aRound(scene, { audience: { any: [{ levels: ['preschool'] }] } })
    expect((await scene.as.cuc.get(formUrl(scene, roundId))).json.code).toBe('not_found')
    expect(
      (await scene.as.cuc.patch(formUrl(scene, roundId), { version: 0, cells: primary })).json.code,
    ).toBe('not_found')
    expect(
      (await scene.as.hung.get(`/api/rounds/${roundId}/units/${scene.world.units.interior}/submission`)).json
        .code,
    ).toBe('not_found')
    expect(
      (await scene.as.hung.get(`/api/rounds/${anId()}/units/${scene.world.units.primary}/submission`)).json
        .code,
    ).toBe('not_found')
    expect((await scene.as.hung.get(`/api/submissions/${anId()}`)).json.code).toBe('not_found')
    expect((await scene.as.hung.get('/api/submissions/khong-phai-ma')).json.code).toBe('not_found')
  })

  test('takes figures on the days of its round only', async ({ scene }) => {
    const roundId = await aRound(scene)
    for (const day of ['2025-01-05', '2025-01-26']) {
      await moveTo(scene, day)
      expect((await scene.as.cuc.get(formUrl(scene, roundId))).json.takesFigures).toBe(false)
      const reply = await scene.as.cuc.patch(formUrl(scene, roundId), { version: 0, cells: primary })
      expect([reply.status, reply.json.code, reply.json.detail]).toEqual([
        409,
        'round_not_open',
        'Đợt báo cáo nhận số liệu từ 06/01/2025 đến 25/01/2025.',
      ])
    }
    expect(await stored(scene)).toEqual([])
    await moveTo(scene, '2025-01-25')
    expect((await scene.as.cuc.patch(formUrl(scene, roundId), { version: 0, cells: primary })).status).toBe(
      200,
    )
  })
})

describe('sending', () => {
  test('is refused while a cell must be mended, and says which', async ({ scene }) => {
    const roundId = await aRound(scene)
    const { submissionId, version } = await save(
      scene.as.cuc,
      roundId,
      scene.world.units.primary,
      scaleCells(['primary'], { 'k1.pupils': null, 'k2.girls': 131 }),
    )
    const reply = await scene.as.cuc.post(`/api/submissions/${submissionId}/send`, { version })
    expect([reply.status, reply.json.code, reply.json.details]).toEqual([422, 'cells_refused', { count: 2 }])
    expect(reply.json.fields).toEqual([
      { path: 'k1.pupils', message: 'Chưa có số liệu. Nếu không có, hãy nhập số 0.' },
      { path: 'k2.girls', message: 'Số nữ (131) lớn hơn số trẻ, học sinh (130).' },
    ])
    expect(await stored(scene)).toMatchObject([{ state: 'draft', version }])
  })

  test('gives it to the authority; a large class is only remarked', async ({ scene }) => {
    const roundId = await aRound(scene)
    const { submissionId, version } = await sent(
      scene.as.mai,
      roundId,
      scene.world.units.primary,
      scaleCells(['primary'], { 'k1.pupils': 150 }),
    )
    expect(await stored(scene)).toMatchObject([{ state: 'sent', version }])
    expect(await trail(scene, 'submission.send')).toMatchObject([
      { id: submissionId, before: { state: 'draft' }, after: { state: 'sent' } },
    ])
    const matrix = await scene.as.hung.get(
      `/api/submission-matrix?unitId=${scene.world.units.haiAn}&schoolYear=2024-2025`,
    )
    expect(matrix.json.lines[1].cells).toMatchObject([{ state: 'sent', warnings: 1 }])
    const again = await scene.as.mai.post(`/api/submissions/${submissionId}/send`, { version })
    expect([again.status, again.json.code, again.json.reason]).toEqual([409, 'step_not_allowed', 'sent'])
    const typed = await scene.as.cuc.patch(formUrl(scene, roundId), {
      version,
      cells: [{ cell: 'k1.pupils', value: 1 }],
    })
    expect([typed.status, typed.json.code]).toEqual([409, 'step_not_allowed'])
  })

  test('a form that somebody changed meanwhile is not sent', async ({ scene }) => {
    const roundId = await aRound(scene)
    const { submissionId, version } = await save(scene.as.cuc, roundId, scene.world.units.primary, primary)
    await save(scene.as.mai, roundId, scene.world.units.primary, [{ cell: 'k1.pupils', value: 140 }], version)
    const reply = await scene.as.cuc.post(`/api/submissions/${submissionId}/send`, { version })
    expect([reply.status, reply.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(await stored(scene)).toMatchObject([{ state: 'draft' }])
  })
})

describe('reviewing', () => {
  test('sent back with comments, mended after the closing day, sent again and approved', async ({
    scene,
  }) => {
    const { as, world } = scene
    const roundId = await aRound(scene)
    const { submissionId, version } = await sent(as.cuc, roundId, world.units.primary, primary)
    const back = await as.hung.post(`/api/submissions/${submissionId}/return`, {
      version,
      comment: 'Lệch với học bạ',
      comments: { 'k1.pupils': 'Tháng trước là 128' },
    })
    expect([back.status, back.json]).toEqual([200, { version: version + 1, state: 'returned' }])
    await moveTo(scene, '2025-02-01')
    const seen = await as.cuc.get(formUrl(scene, roundId))
    expect(seen.json).toMatchObject({
      state: 'returned',
      takesFigures: true,
      returned: {
        comment: 'Lệch với học bạ',
        comments: { 'k1.pupils': 'Tháng trước là 128' },
        personName: 'Nguyễn Văn Hùng',
      },
    })
    const mended = await save(
      as.cuc,
      roundId,
      world.units.primary,
      [{ cell: 'k1.pupils', value: 128 }],
      back.json.version,
    )
    const resent = await as.mai.post(`/api/submissions/${submissionId}/send`, { version: mended.version })
    expect(resent.status).toBe(200)
    const done = await as.hung.post(`/api/submissions/${submissionId}/approve`, {
      version: resent.json.version,
    })
    expect([done.status, done.json.state]).toEqual([200, 'approved'])
    const after = await as.cuc.get(formUrl(scene, roundId))
    expect([
      after.json.returned,
      after.json.takesFigures,
      after.json.steps.map((step: { move: string }) => step.move),
    ]).toEqual([null, false, ['send', 'return', 'send', 'approve']])
    expect(
      await scene.db
        .selectFrom('notice')
        .select('kind')
        .where('unit_id', '=', world.units.primary)
        .where('kind', 'like', 'submission%')
        .orderBy('kind', 'desc')
        .execute(),
    ).toEqual([{ kind: 'submission_returned' }, { kind: 'submission_approved' }])
    expect(await trail(scene, 'submission.return')).toMatchObject([
      {
        after: {
          state: 'returned',
          comment: 'Lệch với học bạ',
          cells: { 'k1.pupils': 'Tháng trước là 128' },
        },
      },
    ])
    expect(await trail(scene, 'submission.approve')).toHaveLength(1)
  })

  test('a return says what is wrong, at cells that exist', async ({ scene }) => {
    const roundId = await aRound(scene)
    const { submissionId, version } = await sent(scene.as.cuc, roundId, scene.world.units.primary, primary)
    const silent = await scene.as.hung.post(`/api/submissions/${submissionId}/return`, {
      version,
      comment: '',
      comments: {},
    })
    expect([silent.status, silent.json.code, silent.json.reason]).toEqual([
      400,
      'bad_request',
      'nothing_said',
    ])
    const nowhere = await scene.as.hung.post(`/api/submissions/${submissionId}/return`, {
      version,
      comment: null,
      comments: { 'k10.pupils': 'x' },
    })
    expect([nowhere.status, nowhere.json.code, nowhere.json.reason]).toEqual([
      400,
      'bad_request',
      'unknown_cell',
    ])
    expect(await stored(scene)).toMatchObject([{ state: 'sent' }])
  })

  test('an approved form is reopened with a reason only, and takes figures again', async ({ scene }) => {
    const roundId = await aRound(scene)
    const { submissionId, version } = await approved(
      scene,
      scene.as.cuc,
      roundId,
      scene.world.units.primary,
      primary,
    )
    const silent = await scene.as.hung.post(`/api/submissions/${submissionId}/reopen`, {
      version,
      reason: ' ',
    })
    expect([silent.status, silent.json.code]).toEqual([400, 'bad_request'])
    const reply = await scene.as.hung.post(`/api/submissions/${submissionId}/reopen`, {
      version,
      reason: 'Nhầm khối 1',
    })
    expect([reply.status, reply.json.state]).toEqual([200, 'returned'])
    expect((await scene.as.cuc.get(formUrl(scene, roundId))).json).toMatchObject({
      takesFigures: true,
      returned: { comment: 'Nhầm khối 1', reopened: true },
    })
    expect(await trail(scene, 'submission.reopen')).toMatchObject([{ after: { comment: 'Nhầm khối 1' } }])
  })

  test.for([
    ['draft', 'approve', 'step_not_allowed'],
    ['draft', 'return', 'step_not_allowed'],
    ['draft', 'reopen', 'step_not_allowed'],
    ['sent', 'reopen', 'step_not_allowed'],
    ['approved', 'approve', 'step_not_allowed'],
    ['approved', 'return', 'step_not_allowed'],
  ] as const)('a form in state %s has no step %s', async ([state, step, code], { scene }) => {
    const roundId = await aRound(scene)
    const make = {
      draft: () => save(scene.as.cuc, roundId, scene.world.units.primary, primary),
      sent: () => sent(scene.as.cuc, roundId, scene.world.units.primary, primary),
      approved: () => approved(scene, scene.as.cuc, roundId, scene.world.units.primary, primary),
    }
    const { submissionId, version } = await make[state]()
    const reply = await scene.as.hung.post(`/api/submissions/${submissionId}/${step}`, {
      version,
      reason: 'x',
      comment: 'x',
      comments: {},
    })
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([409, code, state])
    expect(await stored(scene)).toMatchObject([{ state, version }])
  })

  test.for([
    ['mai', 403, 'not_allowed'],
    ['lan', 403, 'not_allowed'],
    ['viet', 403, 'not_allowed'],
    ['kien', 404, 'not_found'],
    ['nga', 404, 'not_found'],
    ['la', 404, 'not_found'],
    ['nobody', 401, 'not_signed_in'],
  ] as const)('is not done by %s', async ([who, status, code], { scene }) => {
    const roundId = await aRound(scene)
    const { submissionId, version } = await sent(scene.as.cuc, roundId, scene.world.units.primary, primary)
    for (const step of ['approve', 'return', 'reopen']) {
      const reply = await scene.as[who].post(`/api/submissions/${submissionId}/${step}`, {
        version,
        reason: 'x',
        comment: 'x',
        comments: {},
      })
      expect([reply.status, reply.json.code]).toEqual([status, code])
    }
    expect(await stored(scene)).toMatchObject([{ state: 'sent', version }])
  })

  test('a stale screen approves nothing', async ({ scene }) => {
    const roundId = await aRound(scene)
    const { submissionId, version } = await sent(scene.as.cuc, roundId, scene.world.units.primary, primary)
    const reply = await scene.as.hung.post(`/api/submissions/${submissionId}/approve`, {
      version: version - 1,
    })
    expect([reply.status, reply.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(await scene.db.selectFrom('figure_rollup').select('unit_id').execute()).toEqual([])
  })

  test('last period’s approved figures stand beside the new ones', async ({ scene }) => {
    const { as, world } = scene
    const start = await aRound(scene, { period: 'start' })
    await approved(scene, as.cuc, start, world.units.primary, scaleCells(['primary'], { 'k1.pupils': 127 }))
    const mid = await aRound(scene)
    const { json } = await as.cuc.get(formUrl(scene, mid))
    expect([json.last.period, json.last.cells[25], json.last.cells[0]]).toEqual(['start', 127, 'na'])
    expect((await as.cuc.get(formUrl(scene, start))).json.last).toBeNull()
  })
})
