import { describe, expect } from 'vitest'
import type { AmendmentId, PlanId, TaskId } from '#domain/basics/ids.ts'
import { aPublishedPlan, assignmentOf, schools, theTasks } from '#test/support/plans.ts'
import { routeTest as test, type Reply, type Scene } from '#test/support/route-test.ts'

const at = (amendmentId: string, rest = '') => `/api/plan-amendments/${amendmentId}${rest}`
const code = (reply: Reply) => [reply.status, reply.json?.code ?? null, reply.json?.reason ?? null]

async function aDraft(scene: Scene, planId: PlanId): Promise<AmendmentId> {
  const reply = await scene.as.hung.post(`/api/plans/${planId}/amendments`, {
    reason: 'Quận điều chỉnh tiến độ kiểm tra',
    number: null,
    signedOn: null,
  })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return reply.json.amendmentId
}

/** The task of a plan as an amendment proposes it. */
function taskState(scene: Scene, no: number, over: Record<string, unknown> = {}) {
  const { at: _at, ...task } = theTasks(scene)[no] ?? {}
  return { kind: 'task', task: { ...task, ...over } }
}

let version = 1
async function propose(scene: Scene, amendmentId: AmendmentId, body: object, who: 'hung' | 'lan' = 'hung') {
  const { json } = await scene.as[who].get(at(amendmentId))
  version = json.amendment?.version ?? 1
  return await scene.as[who].put(at(amendmentId, '/entries'), { version, entryId: null, ...body })
}
const change = (taskId: TaskId | undefined, after: object | null) => ({
  kind: 'task',
  act: after === null ? 'end' : 'change',
  itemId: taskId,
  after,
})
async function publish(scene: Scene, amendmentId: AmendmentId, who: keyof Scene['as'] = 'hung') {
  const { json } = await scene.as.hung.get(at(amendmentId))
  return await scene.as[who].post(at(amendmentId, '/publish'), { version: json.amendment.version })
}
const work = async (scene: Scene, who: 'mai' | 'nga', unitId: string) =>
  (await scene.as[who].get(`/api/work?unitId=${unitId}&schoolYear=2024-2025&reach=own`)).json.rows
const windowsOf = async (scene: Scene, assignmentId: string) =>
  await scene.db
    .selectFrom('assignment_window')
    .select(['window_no as no', 'due_on as dueOn', 'status', 'percent', 'ended_on as endedOn'])
    // An id out of the same database.
    .where('assignment_id', '=', assignmentId as never)
    .orderBy('window_no')
    .execute()
const told = async (scene: Scene) =>
  await scene.db
    .selectFrom('notice')
    .select(['unit_id as unitId', 'subject'])
    .where('kind', '=', 'plan_amended')
    .orderBy('notice.id')
    .execute()

describe('a draft amendment', () => {
  test('keeps what is proposed, side by side with what stands, and changes nothing', async ({ scene }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    const after = taskState(scene, 1, { title: 'Kiểm tra nội bộ các trường học' })
    expect((await propose(scene, amendmentId, change(tasks[1], after))).status).toBe(200)
    // A colleague goes on with it.
    expect((await propose(scene, amendmentId, change(tasks[0], null), 'lan')).status).toBe(200)
    const added = taskState(scene, 0, { no: '4', title: 'Tổng kết năm học' })
    await propose(scene, amendmentId, { kind: 'task', act: 'add', itemId: null, after: added })
    const { amendment, entries } = (await scene.as.hung.get(at(amendmentId))).json
    expect(amendment).toMatchObject({ state: 'draft', no: null, changed: 1, added: 1, ended: 1, version: 4 })
    expect(entries).toMatchObject([
      { act: 'change', name: '2. Kiểm tra nội bộ trường học', faults: [] },
      { act: 'end', after: null, afterSaid: null },
      { act: 'add', before: null, name: '4. Tổng kết năm học' },
    ])
    const said = (state: { field: string; text: string }[]) =>
      state.find(({ field }) => field === 'title')?.text
    expect([said(entries[0].beforeSaid), said(entries[0].afterSaid)]).toEqual([
      'Kiểm tra nội bộ trường học',
      'Kiểm tra nội bộ các trường học',
    ])
    expect((await scene.as.hung.get(`/api/plans/${planId}`)).json.tasks).toMatchObject([
      { title: 'Xây dựng kế hoạch năm học', endedOn: null },
      { title: 'Kiểm tra nội bộ trường học' },
      {},
    ])
    expect(await told(scene)).toEqual([])
  })

  test('is corrected, withdrawn from and put aside', async ({ scene }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    const saved = await propose(scene, amendmentId, change(tasks[1], null))
    const again = await propose(scene, amendmentId, change(tasks[1], taskState(scene, 1, { no: '2a' })))
    expect(again.json.entryId).toBe(saved.json.entryId)
    const removed = await scene.as.hung.post(at(amendmentId, '/entries/remove'), again.json)
    expect(removed.json).toEqual({ version: 4 })
    const head = { reason: 'Lý do khác', number: '88/KH-UBND', signedOn: '2025-01-17' }
    const changed = await scene.as.hung.patch(at(amendmentId), { version: 4, ...head })
    expect(changed.json).toEqual({ version: 5 })
    expect((await scene.as.hung.get(at(amendmentId))).json).toMatchObject({ amendment: head, entries: [] })
    expect((await scene.as.hung.post(at(amendmentId, '/discard'), { version: 5 })).status).toBe(204)
    expect((await scene.as.hung.get(`/api/plans/${planId}/amendments`)).json).toEqual([])
    expect(code(await scene.as.hung.post(at(amendmentId, '/discard'), { version: 6 }))).toEqual([
      409,
      'step_not_allowed',
      'discarded',
    ])
  })

  test('is seen and changed only by those who work on the plan', async ({ scene }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    const status = async (who: keyof Scene['as']) => [
      (await scene.as[who].get(at(amendmentId))).status,
      (
        await scene.as[who].put(at(amendmentId, '/entries'), {
          version: 1,
          entryId: null,
          ...change(tasks[0], null),
        })
      ).status,
      (await scene.as[who].post(at(amendmentId, '/publish'), { version: 1 })).status,
    ]
    expect(await status('nobody')).toEqual([401, 401, 401])
    expect(await status('la')).toEqual([404, 404, 404])
    expect(await status('kien')).toEqual([404, 404, 404])
    expect(await status('mai')).toEqual([404, 403, 403])
    expect(await status('viet')).toEqual([404, 403, 403])
    expect((await scene.as.mai.get(`/api/plans/${planId}/amendments`)).json).toEqual([])
  })

  test('a stale version, a foreign item and a wrong shape are refused', async ({ scene }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    const put = async (body: object) =>
      code(
        await scene.as.hung.put(at(amendmentId, '/entries'), {
          version: 1,
          entryId: null,
          ...change(tasks[0], null),
          ...body,
        }),
      )
    expect(await put({ version: 7 })).toEqual([409, 'changed_meanwhile', null])
    expect(await put({ itemId: amendmentId })).toEqual([404, 'not_found', null])
    expect(await put({ kind: 'duty' })).toEqual([404, 'not_found', null])
    expect((await put({ act: 'change' }))[0]).toBe(400)
    expect((await put({ act: 'add', itemId: null }))[0]).toBe(400)
    const stranger = scene.world.units.kienAnSchool
    const foreign = [{ role: 'lead', printedName: 'TH Nam Hà', target: { unit: stranger } }]
    expect(await put(change(tasks[0], taskState(scene, 0, { units: foreign })))).toEqual([
      404,
      'not_found',
      null,
    ])
  })
})

describe('publishing an amendment', () => {
  test('what was done stays, an open finish moves and says so, who leaves keeps the story', async ({
    scene,
  }) => {
    const { units } = scene.world
    const { planId, tasks } = await aPublishedPlan(scene)
    const own = await assignmentOf(scene, tasks[1], units.primary)
    await scene.as.mai.post(`/api/assignments/${own}/windows/1/progress`, {
      version: 1,
      status: 'done',
      percent: 100,
      note: 'Xong học kỳ I',
      evidence: [],
    })
    const other = await assignmentOf(scene, tasks[1], units.preschool)
    const amendmentId = await aDraft(scene, planId)
    const windows = [
      { start: { month: '2024-11' }, finish: { month: '2025-01' } },
      { start: { month: '2025-04' }, finish: { date: '2025-06-15' } },
    ]
    const named = [
      {
        role: 'lead',
        printedName: 'Trường phổ thông',
        target: { audience: { any: [{ levels: ['primary', 'lower_secondary'] }] } },
      },
      { role: 'coordinating', printedName: 'UBND phường', target: { unit: units.ward } },
    ]
    await propose(scene, amendmentId, change(tasks[1], taskState(scene, 1, { windows, units: named })))
    expect((await scene.as.hung.get(at(amendmentId, '/publishing'))).json).toEqual({
      entries: 1,
      given: 1,
      ended: 2,
      moved: 3,
      kept: 2,
      units: 5,
      stops: [],
    })
    await scene.db.updateTable('plan_task').set({ time_text: 'Tháng 12; Tháng 5' }).execute()
    expect((await publish(scene, amendmentId)).json).toEqual({ given: 1, ended: 2, moved: 3, units: 5 })
    // What was printed of the time would contradict it now.
    expect((await scene.as.mai.get(`/api/tasks/${tasks[1]}`)).json.timeText).toBeNull()

    // The primary school: done stays done with its day, the open window moves.
    expect(await windowsOf(scene, own)).toMatchObject([
      { no: 1, dueOn: '2024-12-31', status: 'done' },
      { no: 2, dueOn: '2025-06-15', status: 'not_started' },
    ])
    const page = (await scene.as.mai.get(`/api/tasks/${tasks[1]}`)).json
    expect(page.thread).toMatchObject([{ note: 'Xong học kỳ I' }])
    expect(page.steps.find((step: { move: string }) => step.move === 'move_finish')).toMatchObject({
      windowNo: 2,
      dueOn: '2025-06-15',
      reason: 'Điều chỉnh kế hoạch: Quận điều chỉnh tiến độ kiểm tra',
    })
    // The preschool is no longer meant: ended with the amendment as its reason, and in nobody's list.
    expect(
      await scene.db.selectFrom('assignment').select('state').where('id', '=', other).executeTakeFirst(),
    ).toEqual({ state: 'dropped' })
    expect(await work(scene, 'nga', units.interior)).not.toEqual(
      expect.arrayContaining([expect.objectContaining({ taskId: tasks[1] })]),
    )
    // The ward is new.
    const fresh = await assignmentOf(scene, tasks[1], units.ward)
    expect(await windowsOf(scene, fresh)).toMatchObject([
      { no: 1, dueOn: '2025-01-31', status: 'not_started' },
      { no: 2, dueOn: '2025-06-15' },
    ])
    const notices = await told(scene)
    expect(notices).toHaveLength(5)
    expect(
      new Map(notices.map((notice) => [notice.unitId, notice.subject])).get(units.primary),
    ).toMatchObject({
      given: 0,
      ended: 0,
      moved: 1,
      reason: 'Quận điều chỉnh tiến độ kiểm tra',
    })
  })

  test('twice does it once, and what was published is not changed', async ({ scene }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    await propose(scene, amendmentId, change(tasks[2], null))
    const { json } = await scene.as.hung.get(at(amendmentId))
    const body = { version: json.amendment.version }
    expect((await scene.as.hung.post(at(amendmentId, '/publish'), body)).status).toBe(200)
    const count = (await told(scene)).length
    expect(code(await scene.as.hung.post(at(amendmentId, '/publish'), body))).toEqual([
      409,
      'step_not_allowed',
      'published',
    ])
    expect((await told(scene)).length).toBe(count)
    expect((await propose(scene, amendmentId, change(tasks[1], null))).status).toBe(409)
    // Only the number and the date are typed back.
    const reason = 'Quận điều chỉnh tiến độ kiểm tra'
    const typed = { version: 3, reason, number: '12/KH-UBND', signedOn: '2025-01-21' }
    expect((await scene.as.hung.patch(at(amendmentId), typed)).status).toBe(200)
    expect(
      code(await scene.as.hung.patch(at(amendmentId), { ...typed, version: 4, reason: 'Khác' })),
    ).toEqual([409, 'step_not_allowed', 'published'])
  })

  test('a task that is ended stays readable with its story, and is no longer counted', async ({ scene }) => {
    const { units } = scene.world
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    await propose(scene, amendmentId, change(tasks[1], null))
    await publish(scene, amendmentId)
    expect(await work(scene, 'mai', units.primary)).toEqual([])
    const page = await scene.as.mai.get(`/api/tasks/${tasks[1]}`)
    expect(page.status).toBe(200)
    expect(page.json.steps).toMatchObject([{ move: 'end' }])
    const plan = (await scene.as.hung.get(`/api/plans/${planId}`)).json
    expect(plan.head.tasks).toBe(2)
    expect(plan.tasks[1]).toMatchObject({ endedOn: '2025-01-20' })
  })

  test('a new task is given to everybody meant; the plan can be read as it stood', async ({ scene }) => {
    const { units } = scene.world
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    const windows = [{ start: null, finish: { month: '2025-03' } }]
    const lead = [{ role: 'lead', printedName: 'Các trường', target: schools }]
    const added = taskState(scene, 0, { no: '4', title: 'Ngày hội đọc sách', windows, units: lead })
    await propose(scene, amendmentId, { kind: 'task', act: 'add', itemId: null, after: added })
    await propose(
      scene,
      amendmentId,
      change(tasks[0], taskState(scene, 0, { title: 'Lập kế hoạch năm học' })),
    )
    await publish(scene, amendmentId)
    expect(await work(scene, 'mai', units.primary)).toEqual(
      expect.arrayContaining([expect.objectContaining({ title: 'Ngày hội đọc sách', dueOn: '2025-03-31' })]),
    )
    const asOf = async (day: string) =>
      (await scene.as.mai.get(`/api/plans/${planId}/as-of?day=${day}`)).json.items.map(
        (item: { name: string; sameAsToday: boolean }) => [item.name, item.sameAsToday],
      )
    expect(await asOf('2025-01-19')).toEqual([
      ['1. Xây dựng kế hoạch năm học', false],
      ['2. Kiểm tra nội bộ trường học', true],
      ['3. Tuyên truyền thường xuyên', true],
    ])
    expect(await asOf('2025-01-20')).toEqual([
      ['1. Lập kế hoạch năm học', true],
      ['2. Kiểm tra nội bộ trường học', true],
      ['3. Tuyên truyền thường xuyên', true],
      ['4. Ngày hội đọc sách', true],
    ])
    expect((await scene.as.mai.get(`/api/plan-items/${tasks[0]}/amendments`)).json).toMatchObject([
      { amendment: { no: 1, state: 'published' }, entry: { act: 'change' } },
    ])
    expect((await scene.as.la.get(`/api/plan-items/${tasks[0]}/amendments`)).status).toBe(404)
    expect((await scene.as.mai.get(`/api/plans/${planId}/amendments`)).json).toMatchObject([
      { no: 1, changed: 1, added: 1, ended: 0, publishedOn: '2025-01-20' },
    ])
  })

  test('goes out as Word and PDF, to whoever reads the plan', async ({ scene }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    await propose(
      scene,
      amendmentId,
      change(tasks[0], taskState(scene, 0, { title: 'Lập kế hoạch năm học' })),
    )
    // A draft is its writers' alone.
    expect((await scene.as.mai.get(at(amendmentId, '/docx'))).status).toBe(404)
    await publish(scene, amendmentId)
    const docx = await scene.as.mai.get(at(amendmentId, '/docx'))
    expect([docx.status, new TextDecoder().decode(docx.bytes.slice(0, 2))]).toEqual([200, 'PK'])
    const pdf = await scene.as.mai.get(at(amendmentId, '/pdf'))
    expect(new TextDecoder().decode(pdf.bytes.slice(0, 5))).toBe('%PDF-')
    expect(String(docx.headers['content-disposition'])).toContain('.docx')
    expect((await scene.as.la.get(at(amendmentId, '/pdf'))).status).toBe(404)
  })

  test('is stopped by nothing to do, by faults, and by what another one changed meanwhile', async ({
    scene,
  }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const amendmentId = await aDraft(scene, planId)
    expect(code(await publish(scene, amendmentId))).toEqual([422, 'amendment_not_complete', 'no_changes'])
    await propose(scene, amendmentId, change(tasks[0], taskState(scene, 0)))
    expect(code(await publish(scene, amendmentId))).toEqual([422, 'amendment_not_complete', 'same_as_before'])
    await propose(scene, amendmentId, change(tasks[0], taskState(scene, 0, { units: [] })))
    expect(code(await publish(scene, amendmentId))).toEqual([422, 'amendment_not_complete', 'no_lead'])
    await propose(scene, amendmentId, change(tasks[0], taskState(scene, 0, { no: '1a' })))
    const quicker = await aDraft(scene, planId)
    await propose(scene, quicker, change(tasks[0], null))
    expect((await publish(scene, quicker)).status).toBe(200)
    expect(code(await publish(scene, amendmentId))).toEqual([422, 'amendment_not_complete', 'changed_since'])
    expect((await scene.as.hung.get(at(amendmentId))).json.entries).toMatchObject([
      { faults: ['changed_since'] },
    ])
  })

  test('a draft plan is not amended', async ({ scene }) => {
    const { planId } = await aPublishedPlan(scene)
    await scene.db
      .updateTable('plan')
      .set({ state: 'draft', published_on: null, published_at: null, published_by: null })
      .where('id', '=', planId)
      .execute()
    const reply = await scene.as.hung.post(`/api/plans/${planId}/amendments`, {
      reason: 'Sớm quá',
      number: null,
      signedOn: null,
    })
    expect(code(reply)).toEqual([409, 'step_not_allowed', 'draft'])
  })
})
