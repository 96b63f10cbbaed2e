import { describe, expect } from 'vitest'
import type { PlanId } from '#domain/basics/ids.ts'
import { anEmptyDraft, aDraft, aPublishedPlan, planTitle } from '#test/support/plans.ts'
import { type Caller, type Reply, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

const cells = (row: readonly string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
const rows = [
  ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Bắt đầu', 'Hoàn thành'],
  ['1', 'Xây dựng kế hoạch năm học', 'Phòng GD&amp;ĐT', 'Phòng Nội vụ', 'Tháng 8/2024', 'Tháng 9/2024'],
  ['2', 'Kiểm tra nội bộ', 'Các trường', 'Phòng GD&amp;ĐT', 'Tháng 11/2024', 'Tháng 5/2025'],
  ['3', 'Hoạt động hè', 'Liên minh Hợp tác xã', 'Phòng Nội vụ', 'Tháng 6/2025', 'Tháng 7/2025'],
]
const html = `<!doctype html><html><body><p>ỦY BAN NHÂN DÂN QUẬN HẢI AN</p><p>Số: 60/KH-UBND</p><p>Hải An, ngày 10 tháng 9 năm 2024</p>
<p>KẾ HOẠCH</p><p>Thực hiện nhiệm vụ năm học 2024-2025</p><p>PHỤ LỤC</p><p>Phân công nhiệm vụ</p><table>${rows.map(cells).join('')}</table></body></html>`
const bytes = (text: string) => new TextEncoder().encode(text)
const uploadUrl = (scene: Scene, unit: 'haiAn' | 'kienAn' | 'primary' | 'otherRoot' = 'haiAn') =>
  `/api/units/${scene.world.units[unit]}/plans?fileName=${encodeURIComponent('Kế hoạch.html')}&schoolYear=2024-2025`
const upload = (scene: Scene, who: Caller = scene.as.hung, text = html): Promise<Reply> =>
  who.upload('POST', uploadUrl(scene), bytes(text))
const countOf = async (
  scene: Scene,
  table: 'plan' | 'plan_task' | 'source_document' | 'file' | 'audit_entry',
) => (await scene.db.selectFrom(table).select('tenant_id').execute()).length
const trail = async (scene: Scene) =>
  (await scene.db.selectFrom('audit_entry').select('action').orderBy('id').execute()).map((row) => row.action)

describe('an uploaded plan', () => {
  test('is read into a draft: head, tasks in their order, names matched where that is sure', async ({
    scene,
  }) => {
    const reply = await upload(scene)
    expect([reply.status, reply.json.tasks]).toEqual([200, 3])
    const { head, tasks } = (await scene.as.hung.get(`/api/plans/${reply.json.planId}`)).json
    expect(head).toMatchObject({
      state: 'draft',
      version: 1,
      schoolYear: '2024-2025',
      number: '60/KH-UBND',
      signedOn: '2024-09-10',
      issuerName: 'UBND quận Hải An',
      fileName: 'Kế hoạch.html',
      createdByName: 'Nguyễn Văn Hùng',
      tasks: 3,
    })
    expect(head.title).toContain('năm học 2024-2025')
    expect(
      tasks.map((task: { no: string; title: string; review: string }) => [task.no, task.title, task.review]),
    ).toEqual([
      ['1', 'Xây dựng kế hoạch năm học', 'unreviewed'],
      ['2', 'Kiểm tra nội bộ', 'unreviewed'],
      ['3', 'Hoạt động hè', 'unreviewed'],
    ])
    expect(tasks[0]).toMatchObject({
      windows: [{ start: { month: '2024-08' }, finish: { month: '2024-09' } }],
      faults: ['not_reviewed'],
    })
    expect(tasks[0].units).toMatchObject([
      { role: 'lead', printedName: 'Phòng GD&ĐT', target: { unit: scene.world.units.education } },
      { role: 'coordinating', printedName: 'Phòng Nội vụ', target: { unit: scene.world.units.interior } },
    ])
    expect(tasks[1].units[0]).toMatchObject({
      printedName: 'Các trường',
      target: { audience: expect.anything() },
    })
    expect([tasks[2].units[0].target, tasks[2].faults]).toEqual([null, ['not_reviewed', 'name_not_matched']])
    expect(await trail(scene)).toEqual(['plan.upload'])
    const [file] = await scene.db.selectFrom('file').select(['size_bytes as size', 'sha256']).execute()
    expect([file?.size, await countOf(scene, 'source_document')]).toEqual([bytes(html).length, 1])
  })

  test('is kept byte for byte, and its blocks with their places', async ({ scene }) => {
    const { planId } = (await upload(scene)).json
    const file = await scene.as.hung.get(`/api/plans/${planId}/file`)
    expect([file.status, new TextDecoder().decode(file.bytes) === html]).toEqual([200, true])
    expect(String(file.headers['content-disposition'])).toBe(
      `attachment; filename="Ke-hoach.html"; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.html`,
    )
    const source = (await scene.as.hung.get(`/api/plans/${planId}/source`)).json
    expect([source.format, source.blocks.some((block: { kind: string }) => block.kind === 'table')]).toEqual([
      'html',
      true,
    ])
    expect((await scene.as.hung.get(`/api/plans/${await anEmptyDraft(scene)}/source`)).json.format).toBe(
      'none',
    )
    expect((await scene.as.hung.get(`/api/plans/${await anEmptyDraft(scene)}/file`)).json.code).toBe(
      'not_found',
    )
  })

  test.for([
    ['nothing', ''],
    ['no text of any kind', '\u0000\u0001\u0002\u0003'],
  ] as const)('of %s is refused in words, and nothing is kept', async ([, text], { scene }) => {
    const reply = await upload(scene, scene.as.hung, text)
    expect([reply.status, reply.json.code, reply.json.detail.length > 20]).toEqual([
      422,
      'file_refused',
      true,
    ])
    expect([
      await countOf(scene, 'plan'),
      await countOf(scene, 'file'),
      await countOf(scene, 'audit_entry'),
    ]).toEqual([0, 0, 0])
  })

  test.for([
    ['mai', 403],
    ['nga', 404],
    ['viet', 403],
    ['quang', 403],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('is not taken from %s', async ([who, status], { scene }) => {
    expect((await upload(scene, scene.as[who])).status).toBe(status === 404 && who === 'nga' ? 403 : status)
    expect([await countOf(scene, 'plan'), await countOf(scene, 'file')]).toEqual([0, 0])
  })
})

describe('who reads a plan', () => {
  const read = async (scene: Scene, planId: PlanId, who: keyof Scene['as']) => {
    const replies = await Promise.all(
      ['', '/source', '/names', '/publishing'].map(
        async (part) => await scene.as[who].get(`/api/plans/${planId}${part}`),
      ),
    )
    return [...new Set(replies.map((reply) => reply.status))]
  }

  test('a draft: the officers and leaders who may work on it', async ({ scene }) => {
    const { planId } = await aDraft(scene)
    const seen: Record<string, number[]> = {}
    for (const who of ['hung', 'lan', 'quang', 'mai', 'nga', 'viet', 'kien', 'la', 'nobody'] as const)
      seen[who] = await read(scene, planId, who)
    expect(seen).toEqual({
      hung: [200],
      lan: [200],
      quang: [404],
      mai: [404],
      nga: [404],
      viet: [404],
      kien: [404],
      la: [404],
      nobody: [401],
    })
  })

  test('a published one: everybody on the line of its issuer', async ({ scene }) => {
    const { planId } = await aPublishedPlan(scene)
    const seen: Record<string, number[]> = {}
    for (const who of ['hung', 'lan', 'quang', 'mai', 'nga', 'viet', 'kien', 'la', 'nobody'] as const)
      seen[who] = await read(scene, planId, who)
    expect(seen).toEqual({
      hung: [200],
      lan: [200],
      quang: [200],
      mai: [200],
      nga: [200],
      viet: [200],
      kien: [404],
      la: [404],
      nobody: [401],
    })
  })

  test('the list shows the plans of the unit and of those above it; drafts to those who work on them', async ({
    scene,
  }) => {
    const { planId } = await aPublishedPlan(scene)
    const draft = await anEmptyDraft(scene)
    const list = async (who: keyof Scene['as'], unit: keyof Scene['world']['units'], year = '') => {
      const reply = await scene.as[who].get(`/api/plans?unitId=${scene.world.units[unit]}${year}`)
      return reply.status === 200
        ? reply.json.map((head: { planId: string }) => head.planId).toSorted()
        : reply.status
    }
    expect(await list('mai', 'primary')).toEqual([planId])
    expect(await list('hung', 'haiAn')).toEqual([planId, draft].toSorted())
    expect(await list('hung', 'primary')).toEqual([planId, draft].toSorted())
    expect([await list('quang', 'haiAn'), await list('quang', 'city'), await list('kien', 'kienAn')]).toEqual(
      [[planId], [], []],
    )
    expect([
      await list('mai', 'primary', '&schoolYear=2023-2024'),
      await list('mai', 'primary', '&schoolYear=2024-2026'),
    ]).toEqual([[], 400])
    expect([
      await list('mai', 'secondary'),
      await list('kien', 'haiAn'),
      await list('la', 'haiAn'),
      await list('nobody', 'haiAn'),
    ]).toEqual([404, 404, 404, 401])
  })
})

describe('the head of a draft', () => {
  const head = {
    version: 1,
    title: 'Kế hoạch năm học',
    schoolYear: '2024-2025',
    number: '',
    signedOn: '2024-09-10',
  }

  test('is corrected, and who comes second is told', async ({ scene }) => {
    const planId = await anEmptyDraft(scene)
    expect((await scene.as.hung.patch(`/api/plans/${planId}`, head)).json).toEqual({ version: 2 })
    const second = await scene.as.lan.patch(`/api/plans/${planId}`, { ...head, title: 'Khác' })
    expect([second.status, second.json.code]).toEqual([409, 'changed_meanwhile'])
    expect((await scene.as.hung.get(`/api/plans/${planId}`)).json.head).toMatchObject({
      title: 'Kế hoạch năm học',
      number: null,
      signedOn: '2024-09-10',
      version: 2,
    })
    expect(
      await scene.db.selectFrom('audit_entry').select(['action', 'before', 'after']).orderBy('id').execute(),
    ).toMatchObject([
      {
        action: 'plan.change',
        before: { title: planTitle },
        after: { title: 'Kế hoạch năm học', number: null },
      },
    ])
  })

  test('is not corrected once it is published or put aside', async ({ scene }) => {
    const { planId } = await aPublishedPlan(scene)
    const aside = await anEmptyDraft(scene)
    expect((await scene.as.hung.post(`/api/plans/${aside}/discard`, { version: 1 })).status).toBe(204)
    for (const [id, reason] of [
      [planId, 'published'],
      [aside, 'discarded'],
    ] as const) {
      for (const reply of [
        await scene.as.hung.patch(`/api/plans/${id}`, { ...head, version: 2 }),
        await scene.as.hung.post(`/api/plans/${id}/discard`, { version: 2 }),
      ]) {
        expect([reply.status, reply.json.code, reply.json.reason]).toEqual([409, 'step_not_allowed', reason])
      }
    }
  })

  test('put aside leaves its trail, and is in no list', async ({ scene }) => {
    const { planId } = (await upload(scene)).json
    const stale = await scene.as.hung.post(`/api/plans/${planId}/discard`, { version: 2 })
    expect([stale.status, stale.json.code]).toEqual([409, 'changed_meanwhile'])
    expect((await scene.as.lan.post(`/api/plans/${planId}/discard`, { version: 1 })).status).toBe(204)
    expect((await scene.as.hung.get(`/api/plans?unitId=${scene.world.units.haiAn}`)).json).toEqual([])
    expect([await trail(scene), await countOf(scene, 'source_document')]).toEqual([
      ['plan.upload', 'plan.discard'],
      1,
    ])
  })

  test.for([
    ['quang', 404],
    ['mai', 404],
    ['viet', 404],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('is not %s’s to touch', async ([who, status], { scene }) => {
    const planId = await anEmptyDraft(scene)
    expect((await scene.as[who].patch(`/api/plans/${planId}`, head)).status).toBe(status)
    expect((await scene.as[who].post(`/api/plans/${planId}/discard`, { version: 1 })).status).toBe(status)
    expect(await scene.db.selectFrom('plan').select(['version', 'state']).execute()).toEqual([
      { version: 1, state: 'draft' },
    ])
  })

  test('that does not exist is not found', async ({ scene }) => {
    expect((await scene.as.hung.patch(`/api/plans/${anId()}`, head)).json.code).toBe('not_found')
    expect((await scene.as.hung.get('/api/plans/khong')).json.code).toBe('not_found')
  })
})
