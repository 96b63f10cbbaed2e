import { describe, expect } from 'vitest'
import type { PlanText } from '#domain/plans/plan-text.ts'
import { readSource } from '#server/formats/read-source.ts'
import { aDuty, anEmptyDraft, aPublishedPlan, aTarget } from '#test/support/plans.ts'
import { type Caller, type Reply, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

const text: PlanText = {
  bases: ['Căn cứ Luật Giáo dục năm 2019'],
  sections: [
    { key: 'a', level: 1, title: 'Mục đích, yêu cầu', text: 'Nâng cao chất lượng.\n- Dạy tốt', holds: null },
    { key: 'b', level: 1, title: 'Chỉ tiêu năm học', text: 'Phấn đấu đạt:', holds: 'target' },
    { key: 'c', level: 1, title: 'Phân công', text: '', holds: 'duty' },
  ],
  recipients: ['Sở GD&ĐT'],
  signature: { authority: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Thị Thu' },
}
const put = (scene: Scene, planId: string, over: object = {}, who: Caller = scene.as.lan): Promise<Reply> =>
  who.put(`/api/plans/${planId}/text`, { version: 0, text, ...over })
const stored = async (scene: Scene) =>
  await scene.db.selectFrom('plan_text').select(['version', 'content']).execute()

describe('the words of a plan that is written here', () => {
  test('are proposed, saved, and read by a colleague', async ({ scene }) => {
    const planId = await anEmptyDraft(scene)
    const first = (await scene.as.lan.get(`/api/plans/${planId}/text`)).json
    expect([first.version, first.changedAt, first.text.bases]).toEqual([0, null, []])
    expect(first.text.sections.length).toBeGreaterThan(2)
    expect((await put(scene, planId)).json.version).toBe(1)
    const second = await put(scene, planId, { version: 1, text: { ...text, bases: [] } }, scene.as.hung)
    expect(second.json.version).toBe(2)
    const now = (await scene.as.lan.get(`/api/plans/${planId}/text`)).json
    expect(now).toMatchObject({ version: 2, text: { ...text, bases: [] }, changedByName: expect.any(String) })
    const entries = await scene.db
      .selectFrom('audit_entry')
      .select(['before', 'after'])
      .where('action', '=', 'plan.write')
      .orderBy('id')
      .execute()
    expect(entries.at(-1)).toEqual({ before: { bases: text.bases }, after: { bases: [] } })
  })

  test('are printed around the items', async ({ scene }) => {
    const planId = await anEmptyDraft(scene)
    const { lan } = scene.as
    expect((await lan.post(`/api/plans/${planId}/targets`, aTarget({ at: null }))).status).toBe(200)
    expect((await lan.post(`/api/plans/${planId}/duties`, aDuty(scene, { at: null }))).status).toBe(200)
    await put(scene, planId)
    const reply = await lan.get(`/api/plans/${planId}/docx`)
    const source = await readSource(new Uint8Array(reply.bytes), 'a.docx')
    const lines = JSON.stringify(source.blocks)
    for (const words of [
      'Căn cứ Luật Giáo dục năm 2019',
      'MỤC ĐÍCH, YÊU CẦU',
      'Nâng cao chất lượng.',
      'CHỈ TIÊU NĂM HỌC',
      'Phấn đấu đạt:',
      'PHÂN CÔNG',
      'Tham mưu tuyển dụng',
      'Sở GD&ĐT',
      'PHÓ CHỦ TỊCH',
      'Nguyễn Thị Thu',
    ])
      expect(lines).toContain(words)
  })

  test('of last year are gone on with, the school year replaced', async ({ scene }) => {
    const { as, world } = scene
    const { planId } = await aPublishedPlan(scene)
    await scene.db
      .insertInto('plan_text')
      .values({
        tenant_id: world.tenantId,
        plan_id: planId,
        content: JSON.stringify({
          ...text,
          bases: ['Căn cứ Quyết định về khung kế hoạch thời gian năm học 2024-2025'],
        }),
        changed_by: world.people.hung.personId,
        changed_at: new Date(),
      })
      .execute()
    const begun = await as.lan.post(`/api/units/${world.units.haiAn}/new-plan`, {
      schoolYear: '2025-2026',
      title: 'Kế hoạch năm học 2025-2026',
      from: 'last_year',
    })
    const { json } = await as.lan.get(`/api/plans/${begun.json.planId}/text`)
    expect(json).toMatchObject({
      version: 1,
      text: {
        bases: ['Căn cứ Quyết định về khung kế hoạch thời gian năm học 2025-2026'],
        sections: text.sections,
        signature: null,
      },
    })
  })
})

describe('writing is refused', () => {
  test('to whoever comes second', async ({ scene }) => {
    const planId = await anEmptyDraft(scene)
    await put(scene, planId)
    const late = await put(scene, planId, { text: { ...text, bases: [] } }, scene.as.hung)
    expect([late.status, late.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(await stored(scene)).toMatchObject([{ version: 1, content: text }])
  })

  test('where targets are to be printed twice', async ({ scene }) => {
    const planId = await anEmptyDraft(scene)
    const [first] = text.sections
    const twice = ['target', 'target'].map((holds, index) => ({ ...first, key: String(index), holds }))
    const reply = await put(scene, planId, { text: { ...text, sections: twice } })
    expect([reply.status, reply.json.fields[0].message]).toEqual([400, 'held_twice'])
    expect(await stored(scene)).toEqual([])
  })

  test('on a plan that is published, and on one read from a file', async ({ scene }) => {
    const { planId } = await aPublishedPlan(scene)
    const published = await put(scene, planId)
    expect([published.status, published.json.reason]).toEqual([409, 'published'])
    const { lan } = scene.as
    const read = await lan.upload(
      'POST',
      `/api/units/${scene.world.units.haiAn}/plans?fileName=ke-hoach.txt&schoolYear=2025-2026`,
      Buffer.from('KẾ HOẠCH\nnăm học 2025-2026\nI. Mục đích\nNâng cao chất lượng.'),
    )
    const reply = await put(scene, read.json.planId)
    expect([reply.status, reply.json.reason]).toEqual([409, 'read_from_file'])
    expect((await lan.get(`/api/plans/${read.json.planId}/text`)).json.reason).toBe('read_from_file')
    expect(await stored(scene)).toEqual([])
  })

  test('to whoever may not draft for the unit', async ({ scene }) => {
    const planId = await anEmptyDraft(scene)
    const { mai, kien, nobody, lan } = scene.as
    expect((await put(scene, planId, {}, mai)).json.code).toBe('not_found')
    expect((await put(scene, planId, {}, kien)).json.code).toBe('not_found')
    expect((await put(scene, planId, {}, nobody)).status).toBe(401)
    expect((await put(scene, anId(), {}, lan)).json.code).toBe('not_found')
    expect(await stored(scene)).toEqual([])
  })
})
