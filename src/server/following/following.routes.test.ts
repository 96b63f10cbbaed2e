import { createHash } from 'node:crypto'
import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import type { AssignmentId } from '#domain/basics/ids.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

type Unit = keyof Scene['world']['units']
type Row = { no: string; unitCode: string; windowNo: number; standing: { kind: string; days?: number } }
const work = async (scene: Scene, who: keyof Scene['as'], unit: Unit, more = '') =>
  await scene.as[who].get(`/api/work?unitId=${scene.world.units[unit]}&schoolYear=2024-2025${more}`)
const lines = async (scene: Scene, who: keyof Scene['as'], unit: Unit, more = '') =>
  (await work(scene, who, unit, more)).json.rows.map((row: Row) =>
    `${row.no}/${row.windowNo} ${row.unitCode} ${row.standing.kind} ${row.standing.days ?? ''}`.trim(),
  )
const moveTo = (scene: Scene, day: string) =>
  scene.db
    .updateTable('tenant')
    .set({ business_date: localDate(day) })
    .where('tenant_id', '=', scene.world.tenantId)
    .execute()
const report = { version: 1, status: 'under_way', percent: 40, note: null, evidence: [] }
const send = (who: Caller, id: AssignmentId, over: Record<string, unknown> = {}, windowNo = 1) =>
  who.post(`/api/assignments/${id}/windows/${windowNo}/progress`, { ...report, ...over })
const stored = (scene: Scene, id: AssignmentId) =>
  scene.db
    .selectFrom('assignment_window')
    .select(['window_no as no', 'status', 'percent', 'done_on as doneOn', 'version'])
    .where('assignment_id', '=', id)
    .orderBy('window_no')
    .execute()
const entries = async (scene: Scene) =>
  (await scene.db.selectFrom('progress_entry').select('id').orderBy('seq').execute()).length
/** The share of TH Đằng Lâm in the task with two windows. */
const ofPrimary = async (scene: Scene) => {
  const { tasks, planId } = await aPublishedPlan(scene)
  return { id: await assignmentOf(scene, tasks[1], scene.world.units.primary), tasks, planId }
}

describe('what there is to do', () => {
  test('is late, due soon, open or later by the business date, the most urgent first', async ({ scene }) => {
    await aPublishedPlan(scene)
    expect(await lines(scene, 'hung', 'haiAn', '&reach=below')).toEqual([
      '1/1 HA-GD late 80',
      ...['CS-DL', 'HA-NV', 'MN-CB', 'TH-DL']
        .map((code) => expect.stringContaining(code) as string)
        .map(() => expect.stringMatching(/^2\/1 .* late 14$/) as string),
      expect.stringMatching(/^3\/1 HA-(NV|DL) open$/),
      expect.stringMatching(/^3\/1 HA-(NV|DL) open$/),
      ...[1, 2, 3, 4].map(() => expect.stringMatching(/^2\/2 .* later$/) as string),
    ])
    expect((await work(scene, 'hung', 'haiAn', '&reach=below')).json.counts).toEqual({
      late: 5,
      due_soon: 0,
      open: 2,
      later: 4,
      done: 0,
    })
    expect(await lines(scene, 'hung', 'haiAn')).toEqual([])
    expect(await lines(scene, 'mai', 'primary')).toEqual(['2/1 TH-DL late 14', '2/2 TH-DL later'])
  })

  test.for([
    ['2024-09-30', '1/1 HA-GD due_soon 0'],
    ['2024-10-01', '1/1 HA-GD late 1'],
    ['2024-09-23', '1/1 HA-GD due_soon 5'],
    ['2024-09-20', '1/1 HA-GD open'],
    ['2024-07-31', '1/1 HA-GD later'],
  ] as const)('moves with the business date: on %s it is %s', async ([day, line], { scene }) => {
    await aPublishedPlan(scene)
    await moveTo(scene, day)
    expect(await lines(scene, 'hung', 'education')).toEqual([line])
  })

  test('is asked for by role, standing and words', async ({ scene }) => {
    await aPublishedPlan(scene)
    expect(await lines(scene, 'nga', 'interior')).toEqual([
      '2/1 HA-NV late 14',
      '3/1 HA-NV open',
      '2/2 HA-NV later',
    ])
    expect(await lines(scene, 'nga', 'interior', '&role=lead')).toEqual(['3/1 HA-NV open'])
    expect(await lines(scene, 'nga', 'interior', '&standing=late')).toEqual(['2/1 HA-NV late 14'])
    expect((await work(scene, 'nga', 'interior', '&standing=late')).json.counts).toMatchObject({
      late: 1,
      open: 1,
      later: 1,
    })
    expect(await lines(scene, 'nga', 'interior', '&search=tuyen%20truyen')).toEqual(['3/1 HA-NV open'])
    expect(await lines(scene, 'nga', 'interior', '&search=khong%20co')).toEqual([])
    expect(
      (await scene.as.nga.get(`/api/work?unitId=${scene.world.units.interior}&schoolYear=2023-2024`)).json
        .rows,
    ).toEqual([])
    expect((await work(scene, 'nga', 'interior', '&after=x')).json.code).toBe('bad_request')
  })

  test('of others is not shown', async ({ scene }) => {
    await aPublishedPlan(scene)
    for (const [who, unit, status] of [
      ['mai', 'secondary', 404],
      ['mai', 'haiAn', 403],
      ['kien', 'haiAn', 404],
      ['la', 'haiAn', 404],
      ['nobody', 'haiAn', 401],
    ] as const)
      expect((await work(scene, who, unit, '&reach=below')).status).toBe(status)
    expect(await lines(scene, 'kien', 'kienAn', '&reach=below')).toEqual([])
  })
})

describe('a report of progress', () => {
  test('moves its window alone, and is kept with who, when and how', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    const reply = await send(scene.as.cuc, id, { note: 'Đã kiểm tra khối 1' })
    expect(reply.json).toEqual({ version: 2, standing: { kind: 'late', days: 14 } })
    expect((await send(scene.as.mai, id, { version: 2, status: 'done', percent: 100 })).json).toEqual({
      version: 3,
      standing: { kind: 'done_late', days: 14 },
    })
    expect(await stored(scene, id)).toEqual([
      { no: 1, status: 'done', percent: 100, doneOn: '2025-01-20', version: 3 },
      { no: 2, status: 'not_started', percent: 0, doneOn: null, version: 1 },
    ])
    const kept = await scene.db
      .selectFrom('progress_entry')
      .select([
        'person_name as name',
        'status',
        'percent',
        'note',
        'reported_on as on',
        'on_behalf as onBehalf',
      ])
      .orderBy('seq')
      .execute()
    expect(kept).toEqual([
      {
        name: 'Vũ Thị Cúc',
        status: 'under_way',
        percent: 40,
        note: 'Đã kiểm tra khối 1',
        on: '2025-01-20',
        onBehalf: false,
      },
      { name: 'Phạm Thị Mai', status: 'done', percent: 100, note: null, on: '2025-01-20', onBehalf: false },
    ])
    const trail = await scene.db
      .selectFrom('audit_entry')
      .select(['before', 'after', 'unit_id as unit'])
      .where('action', '=', 'assignment.report')
      .orderBy('id')
      .execute()
    expect(trail).toMatchObject([
      { unit: scene.world.units.primary, before: { percent: 0 }, after: { percent: 40 } },
      { before: { percent: 40 }, after: { percent: 100 } },
    ])
    expect(await lines(scene, 'mai', 'primary')).toEqual(['2/2 TH-DL later', '2/1 TH-DL done_late 14'])
  })

  test('of the other window waits for its own time', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    expect((await send(scene.as.mai, id, { status: 'done', percent: 100 }, 2)).json.standing).toEqual({
      kind: 'done',
    })
    expect(await lines(scene, 'mai', 'primary')).toEqual(['2/1 TH-DL late 14', '2/2 TH-DL done'])
    expect((await send(scene.as.mai, id, {}, 3)).json.code).toBe('not_found')
  })

  test('by an officer for a unit that told him so says so', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    expect((await send(scene.as.hung, id)).status).toBe(200)
    expect(
      await scene.db
        .selectFrom('progress_entry')
        .select(['on_behalf as onBehalf', 'person_name as name'])
        .orderBy('seq')
        .execute(),
    ).toEqual([{ onBehalf: true, name: 'Nguyễn Văn Hùng' }])
    expect(
      (
        await scene.db
          .selectFrom('audit_entry')
          .select('action')
          .orderBy('id', 'desc')
          .limit(1)
          .executeTakeFirst()
      )?.action,
    ).toBe('assignment.report_on_behalf')
  })

  test('that comes second is told, and the first one stays', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    await send(scene.as.mai, id)
    const reply = await send(scene.as.cuc, id, { percent: 10 })
    expect([reply.status, reply.json.code]).toEqual([409, 'changed_meanwhile'])
    expect([(await stored(scene, id))[0]?.percent, await entries(scene)]).toEqual([40, 1])
  })

  test.for([
    ['done at less than 100', { status: 'done', percent: 99 }, 'percent_does_not_fit'],
    ['under way at 100', { percent: 100 }, 'percent_does_not_fit'],
    ['not begun at 5', { status: 'not_started', percent: 5 }, 'percent_does_not_fit'],
    ['more than all', { percent: 101 }, 'percent_out_of_range'],
    ['less than nothing', { percent: -1 }, 'percent_out_of_range'],
    ['nothing new', { status: 'not_started', percent: 0 }, 'nothing_said'],
  ] as const)('that says %s is refused in words', async ([, over, reason], { scene }) => {
    const { id } = await ofPrimary(scene)
    const reply = await send(scene.as.mai, id, over)
    expect([reply.status, reply.json.code, reply.json.reason, reply.json.detail.length > 20]).toEqual([
      422,
      'progress_refused',
      reason,
      true,
    ])
    expect([(await stored(scene, id))[0]?.version, await entries(scene)]).toEqual([1, 0])
  })

  test('takes back what was done only with a reason', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    await send(scene.as.mai, id, { status: 'done', percent: 100 })
    expect((await send(scene.as.mai, id, { version: 2 })).json.reason).toBe('reopen_needs_note')
    expect((await send(scene.as.mai, id, { version: 2, note: 'Còn khối 5' })).json.standing).toEqual({
      kind: 'late',
      days: 14,
    })
    expect((await stored(scene, id))[0]).toMatchObject({ status: 'under_way', doneOn: null })
  })

  test.for([
    ['lan', 403],
    ['viet', 403],
    ['quang', 403],
    ['nga', 404],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('is not %s’s to make', async ([who, status], { scene }) => {
    const { id } = await ofPrimary(scene)
    expect((await send(scene.as[who], id)).status).toBe(status)
    expect(
      (
        await scene.as[who].upload(
          'POST',
          `/api/assignments/${id}/evidence?fileName=a.txt`,
          new Uint8Array([1]),
        )
      ).status,
    ).toBe(status)
    expect([
      await entries(scene),
      (await scene.db.selectFrom('file').select('sha256').execute()).length,
    ]).toEqual([0, 0])
  })

  test('on what does not exist is not found', async ({ scene }) => {
    expect((await send(scene.as.mai, anId<AssignmentId>())).json.code).toBe('not_found')
    expect(
      (
        await scene.as.mai.upload(
          'POST',
          `/api/assignments/${anId()}/evidence?fileName=a.txt`,
          new Uint8Array([1]),
        )
      ).json.code,
    ).toBe('not_found')
  })
})

describe('evidence', () => {
  const bytes = new TextEncoder().encode('Biên bản kiểm tra nội bộ')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const upload = (scene: Scene, id: AssignmentId, content = bytes) =>
    scene.as.mai.upload(
      'POST',
      `/api/assignments/${id}/evidence?fileName=${encodeURIComponent('Biên bản.txt')}`,
      content,
    )

  test('is stored once, named by a report, and comes back byte for byte', async ({ scene }) => {
    const { id, tasks } = await ofPrimary(scene)
    const file = (await upload(scene, id)).json
    expect(file).toEqual({ sha256, fileName: 'Biên bản.txt' })
    await upload(scene, id)
    expect(await scene.db.selectFrom('file').select(['sha256', 'size_bytes as size']).execute()).toEqual([
      { sha256, size: bytes.length },
    ])
    expect((await send(scene.as.mai, id, { evidence: [file] })).status).toBe(200)
    const { thread } = (await scene.as.hung.get(`/api/tasks/${tasks[1]}`)).json
    expect(thread).toMatchObject([{ personName: 'Phạm Thị Mai', unitName: 'TH Đằng Lâm', evidence: [file] }])
    const url = `/api/progress/${thread[0].progressId}/evidence/${sha256}`
    const back = await scene.as.hung.get(url)
    expect([back.status, new Uint8Array(back.bytes)]).toEqual([200, bytes])
    expect(String(back.headers['content-disposition'])).toMatch(/^attachment; filename="Bien-ban\.txt"/)
    for (const who of ['nga', 'kien', 'la'] as const)
      expect((await scene.as[who].get(url)).json.code).toBe('not_found')
    expect(
      (await scene.as.hung.get(`/api/progress/${thread[0].progressId}/evidence/${'0'.repeat(64)}`)).json.code,
    ).toBe('not_found')
    expect(
      (
        await scene.db
          .selectFrom('audit_entry')
          .select('id')
          .where('action', '=', 'evidence.upload')
          .orderBy('id')
          .execute()
      ).length,
    ).toBe(2)
  })

  test('that nobody has uploaded cannot be named, nor one of another tenant', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    const own = {
      tenant_id: scene.world.otherTenantId,
      sha256: sha256 as never,
      size_bytes: 1,
      media_type: 'x',
      stored_at: new Date(0),
    }
    await scene.db.insertInto('file').values(own).execute()
    const reply = await send(scene.as.mai, id, { evidence: [{ sha256, fileName: 'a.txt' }] })
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([404, 'not_found', 'evidence'])
    expect([await entries(scene), (await stored(scene, id))[0]?.version]).toEqual([0, 1])
  })

  test('of nothing is refused', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    const reply = await upload(scene, id, new Uint8Array())
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([422, 'file_refused', 'empty_file'])
  })
})

describe('a task', () => {
  test('shows a school its own share and the offices that lead, not how other schools stand', async ({
    scene,
  }) => {
    const { id, tasks } = await ofPrimary(scene)
    await send(scene.as.mai, id, { note: 'Ghi chú của trường' })
    const seen = async (who: keyof Scene['as'], task: number) => {
      const reply = await scene.as[who].get(`/api/tasks/${tasks[task]}`)
      if (reply.status !== 200) return reply.status
      const codes = new Set(reply.json.work.map((row: { unitCode: string }) => row.unitCode))
      return [codes, reply.json.thread.length]
    }
    expect(await seen('hung', 1)).toEqual([new Set(['CS-DL', 'HA-NV', 'MN-CB', 'TH-DL']), 1])
    expect(await seen('mai', 1)).toEqual([new Set(['TH-DL']), 1])
    expect(await seen('nga', 1)).toEqual([new Set(['HA-NV']), 0])
    expect(await seen('mai', 2)).toEqual([new Set(['HA-NV']), 0])
    expect([await seen('kien', 1), await seen('la', 1), await seen('nobody', 1)]).toEqual([404, 404, 401])
  })

  test('of a draft is not there', async ({ scene }) => {
    const { tasks, planId } = await ofPrimary(scene)
    await scene.db.updateTable('plan').set({ state: 'draft' }).where('id', '=', planId).execute()
    expect((await scene.as.hung.get(`/api/tasks/${tasks[1]}`)).json.code).toBe('not_found')
    expect((await scene.as.hung.get(`/api/tasks/${anId()}`)).json.code).toBe('not_found')
  })
})
