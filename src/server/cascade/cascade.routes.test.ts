import { describe, expect } from 'vitest'
import type { AssignmentId } from '#domain/basics/ids.ts'
import { aGivenTarget } from '#test/support/allocation.ts'
import { aPublishedPlan, assignmentOf, planTitle } from '#test/support/plans.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'

const title = 'Kế hoạch năm học 2024-2025 của Trường Tiểu học Đằng Lâm'
const begin = async (scene: Scene, who: Caller = scene.as.mai, unit = scene.world.units.primary) =>
  await who.post(`/api/units/${unit}/own-plan`, { schoolYear: '2024-2025', title })
const given = async (scene: Scene, who: Caller = scene.as.mai) =>
  (await who.get(`/api/units/${scene.world.units.primary}/given?schoolYear=2024-2025`)).json
const plan = async (scene: Scene, planId: string, who: Caller = scene.as.mai) =>
  (await who.get(`/api/plans/${planId}`)).json
const move = async (
  who: Caller,
  planId: string,
  version: number,
  name: string,
  reason: string | null = null,
) => await who.post(`/api/plans/${planId}/moves`, { version, move: name, reason })

/** The school's plan out of task 2 and a share of a target, everything looked at; nothing handed in. */
async function anOwnDraft(scene: Scene) {
  const { targetId } = await aGivenTarget(scene)
  const reply = await begin(scene)
  expect(reply.status).toBe(200)
  const { planId } = reply.json
  const { tasks, targets } = await plan(scene, planId)
  const ids = {
    taskIds: tasks.map((task: { taskId: string }) => task.taskId),
    targetIds: targets.map((target: { targetId: string }) => target.targetId),
  }
  expect((await scene.as.mai.post(`/api/plans/${planId}/review`, ids)).status).toBe(200)
  return { planId: planId as string, targetId, tasks, targets }
}

async function anApproved(scene: Scene) {
  const draft = await anOwnDraft(scene)
  expect((await move(scene.as.mai, draft.planId, 1, 'submit')).status).toBe(204)
  expect((await move(scene.as.hung, draft.planId, 2, 'approve')).status).toBe(204)
  const own = await assignmentOf(scene, draft.tasks[0].taskId, scene.world.units.primary)
  const parent = (await given(scene)).work[0]
  return { ...draft, own, parentId: parent.assignmentId as AssignmentId }
}

const report = async (who: Caller, id: AssignmentId, windowNo: number, version: number, percent: number) =>
  await who.post(`/api/assignments/${id}/windows/${windowNo}/progress`, {
    version,
    status: percent === 100 ? 'done' : 'under_way',
    percent,
    note: null,
    evidence: [],
  })
const windows = async (scene: Scene, id: AssignmentId) =>
  await scene.db
    .selectFrom('assignment_window')
    .select(['window_no as no', 'status', 'percent'])
    .where('assignment_id', '=', id)
    .orderBy('window_no')
    .execute()
const told = async (scene: Scene) =>
  (
    await scene.db
      .selectFrom('notice')
      .select(['unit_id as unitId', 'subject'])
      .where('kind', '=', 'plan_step')
      .orderBy('notice.created_at')
      .orderBy('notice.id')
      .execute()
  ).map((row) => row)

describe('what a unit was given', () => {
  test('is listed with its plan, and says what was made of it', async ({ scene }) => {
    const { planId } = await anOwnDraft(scene)
    const list = await given(scene)
    expect(list.work).toMatchObject([
      {
        kind: 'task',
        no: '2',
        title: 'Kiểm tra nội bộ trường học',
        role: 'lead',
        planTitle,
        over: false,
        takenUp: [{ planId, state: 'draft', kind: 'task', text: 'Kiểm tra nội bộ trường học' }],
      },
    ])
    expect(list.targets).toMatchObject([
      { measure: 'count', value: 60, takenUp: [{ planId, kind: 'target' }] },
    ])
  })

  test('is nobody’s business beside the unit and those above it', async ({ scene }) => {
    const { primary } = scene.world.units
    const path = `/api/units/${primary}/given?schoolYear=2024-2025`
    await aPublishedPlan(scene)
    expect((await scene.as.hung.get(path)).json.work.length).toBe(1)
    expect((await scene.as.kien.get(path)).status).toBe(404)
    expect((await scene.as.la.get(path)).status).toBe(404)
  })
})

describe('a unit’s own plan', () => {
  test('begins with all that it was given, in its own name, with its share in place of the whole', async ({
    scene,
  }) => {
    const { planId, tasks, targets } = await anOwnDraft(scene)
    const { head } = await plan(scene, planId)
    expect(head).toMatchObject({ state: 'draft', title, issuerUnitId: scene.world.units.primary })
    expect(tasks).toMatchObject([
      {
        no: '1',
        title: 'Kiểm tra nội bộ trường học',
        windows: [
          { start: { month: '2024-11' }, finish: { month: '2024-12' } },
          { start: { month: '2025-04' }, finish: { month: '2025-05' } },
        ],
        units: [{ role: 'lead', printedName: 'TH Đằng Lâm', target: { unit: scene.world.units.primary } }],
        review: 'unreviewed',
      },
    ])
    expect(targets).toMatchObject([{ kind: 'count', value: 60, unitWord: 'giáo viên', review: 'unreviewed' }])
  })

  test('is refused where nothing was given, and to whoever has no part in the unit', async ({ scene }) => {
    expect((await begin(scene)).json).toMatchObject({ code: 'step_not_allowed', reason: 'nothing_given' })
    await aPublishedPlan(scene)
    expect((await begin(scene, scene.as.kien)).status).toBe(404)
    expect((await begin(scene, scene.as.viet)).status).toBe(403)
    expect(await scene.db.selectFrom('plan_item_origin').select('id').execute()).toEqual([])
  })

  test('takes up what is missing once, however often it is pressed', async ({ scene }) => {
    const { planId, tasks } = await anOwnDraft(scene)
    const { assignmentId } = (await given(scene)).work[0]
    const body = { assignmentIds: [assignmentId], targetIds: [] }
    const press = async () => (await scene.as.mai.post(`/api/plans/${planId}/take-up`, body)).json
    expect(await press()).toEqual({ tasks: 0, duties: 0, targets: 0 })
    const { taskId, version, windows: printed, units, no, product } = (await plan(scene, planId)).tasks[0]
    const gone = { version, no, title: tasks[0].title, windows: printed, units, product, review: 'discarded' }
    expect((await scene.as.mai.patch(`/api/plan-tasks/${taskId}`, gone)).status).toBe(200)
    expect((await given(scene)).work[0].takenUp).toEqual([])
    expect(await press()).toEqual({ tasks: 1, duties: 0, targets: 0 })
    expect(await press()).toEqual({ tasks: 0, duties: 0, targets: 0 })
  })

  test('does not take up what another unit was given', async ({ scene }) => {
    const { planId } = await anOwnDraft(scene)
    const other = await scene.db
      .selectFrom('assignment')
      .select('id')
      .where('unit_id', '=', scene.world.units.education)
      .executeTakeFirstOrThrow()
    const reply = await scene.as.mai.post(`/api/plans/${planId}/take-up`, { assignmentIds: [other.id] })
    expect(reply.status).toBe(404)
  })

  test('keeps where an item came from when it is split', async ({ scene }) => {
    const { planId, tasks } = await anOwnDraft(scene)
    const split = await scene.as.mai.post(`/api/plans/${planId}/split`, {
      kind: 'task',
      itemId: tasks[0].taskId,
      version: 2,
      first: 'Lập kế hoạch kiểm tra',
      second: 'Kiểm tra từng tổ',
    })
    expect(split.status).toBe(200)
    expect((await given(scene)).work[0].takenUp).toMatchObject([
      { text: 'Lập kế hoạch kiểm tra' },
      { text: 'Kiểm tra từng tổ' },
    ])
  })
})

describe('approval', () => {
  test('a plan is handed in, stays as it is, is returned with a reason and worked on again', async ({
    scene,
  }) => {
    const { planId, tasks } = await anOwnDraft(scene)
    const { mai, cuc, hung } = scene.as
    expect((await move(cuc, planId, 1, 'submit')).status).toBe(204)
    expect(
      (await mai.patch(`/api/plan-tasks/${tasks[0].taskId}`, { ...tasks[0], review: 'accepted' })).json,
    ).toMatchObject({ code: 'step_not_allowed', reason: 'submitted' })
    expect((await move(hung, planId, 2, 'return')).json.reason).toBe('reason_missing')
    expect((await move(hung, planId, 2, 'return', 'Thiếu chỉ tiêu phổ cập')).status).toBe(204)
    expect((await plan(scene, planId)).head).toMatchObject({ state: 'draft', version: 3 })
    const { primary, haiAn } = scene.world.units
    expect(await told(scene)).toMatchObject([
      { unitId: haiAn, subject: { move: 'submit', unitName: 'TH Đằng Lâm', title } },
      { unitId: primary, subject: { move: 'return', reason: 'Thiếu chỉ tiêu phổ cập' } },
    ])
    expect((await mai.get(`/api/plans/${planId}/moves`)).json).toMatchObject([
      { move: 'return', reason: 'Thiếu chỉ tiêu phổ cập' },
      { move: 'submit', reason: null },
    ])
  })

  test('approving publishes: the unit has its own tasks, and has taken up what they came from', async ({
    scene,
  }) => {
    const { planId, own, parentId } = await anApproved(scene)
    expect((await plan(scene, planId)).head).toMatchObject({ state: 'published', version: 3 })
    const parent = await scene.db
      .selectFrom('assignment')
      .select('state')
      .where('id', '=', parentId)
      .executeTakeFirstOrThrow()
    expect(parent.state).toBe('acknowledged')
    expect((await windows(scene, own)).length).toBe(2)
  })

  test('is refused to the unit itself, of a stale plan, and of what is not handed in', async ({ scene }) => {
    const { planId } = await anOwnDraft(scene)
    const { mai, hung, viet } = scene.as
    expect((await move(hung, planId, 1, 'approve')).json).toMatchObject({ reason: 'draft' })
    expect((await move(mai, planId, 1, 'submit')).status).toBe(204)
    expect((await move(mai, planId, 2, 'approve')).status).toBe(403)
    expect((await move(viet, planId, 2, 'approve')).status).toBe(404)
    expect((await move(hung, planId, 1, 'approve')).json.code).toBe('changed_meanwhile')
    expect((await plan(scene, planId)).head.state).toBe('submitted')
    expect((await move(mai, planId, 2, 'withdraw')).status).toBe(204)
    expect((await move(hung, planId, 3, 'approve')).json).toMatchObject({ reason: 'draft' })
  })

  test('what is not complete is not handed in', async ({ scene }) => {
    await aGivenTarget(scene)
    const { planId } = (await begin(scene)).json
    expect((await move(scene.as.mai, planId, 1, 'submit')).json.code).toBe('plan_not_complete')
    expect(await told(scene)).toEqual([])
  })

  test('the units below stand in a list with their plans, who waits first', async ({ scene }) => {
    const { planId } = await anOwnDraft(scene)
    const { haiAn } = scene.world.units
    const list = async (rest = '') =>
      (await scene.as.hung.get(`/api/units/${haiAn}/unit-plans?schoolYear=2024-2025${rest}`)).json
    expect((await move(scene.as.mai, planId, 1, 'submit')).status).toBe(204)
    const all = await list()
    expect(all.rows[0]).toMatchObject({ planId, state: 'submitted', given: 2, takenUp: 2 })
    expect(all.counts).toEqual({ none: all.rows.length - 1, draft: 0, submitted: 1, published: 0 })
    expect((await list('&state=none')).rows.every((row: { planId: null }) => row.planId === null)).toBe(true)
    expect((await list('&search=dang%20lam%20th&state=submitted')).rows.length).toBe(1)
    const path = `/api/units/${haiAn}/unit-plans?schoolYear=2024-2025`
    expect((await scene.as.mai.get(path)).status).toBe(403)
    expect((await scene.as.kien.get(path)).status).toBe(404)
  })
})

describe('rolling up', () => {
  test('a report on an own item moves what it came from, as an entry that says so', async ({ scene }) => {
    const { own, parentId } = await anApproved(scene)
    expect((await report(scene.as.mai, own, 1, 1, 60)).status).toBe(200)
    expect(await windows(scene, parentId)).toEqual([
      { no: 1, status: 'under_way', percent: 60 },
      { no: 2, status: 'not_started', percent: 0 },
    ])
    const entry = await scene.db
      .selectFrom('progress_entry')
      .select(['percent', 'rolled_up as rolledUp', 'person_name as name'])
      .where('assignment_id', '=', parentId)
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({ percent: 60, rolledUp: { items: 1, doneItems: 0 } })
    const page = async (id: AssignmentId) => {
      const { taskId } = await scene.db
        .selectFrom('assignment')
        .select('task_id as taskId')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return (await scene.as.hung.get(`/api/tasks/${taskId}`)).json
    }
    expect((await page(own)).origins).toMatchObject([
      { no: '2', title: 'Kiểm tra nội bộ trường học', issuerName: 'UBND quận Hải An' },
    ])
    expect((await page(parentId)).derived).toMatchObject([
      { assignmentId: parentId, no: '1', units: 1, doneUnits: 0, percent: 30 },
    ])
  })

  test('an item done leaves 99 per cent: that it is done the unit says itself', async ({ scene }) => {
    const { own, parentId } = await anApproved(scene)
    expect((await report(scene.as.mai, own, 1, 1, 100)).status).toBe(200)
    expect((await windows(scene, parentId))[0]).toEqual({ no: 1, status: 'under_way', percent: 99 })
    expect((await report(scene.as.mai, parentId, 1, 2, 100)).status).toBe(200)
    expect((await report(scene.as.mai, own, 2, 1, 30)).status).toBe(200)
    expect(await windows(scene, parentId)).toEqual([
      { no: 1, status: 'done', percent: 100 },
      { no: 2, status: 'under_way', percent: 30 },
    ])
  })

  test('what a unit has from its own plan is not counted again by those above it', async ({ scene }) => {
    const work = async (who: Caller, unit: string, reach: string) =>
      (await who.get(`/api/work?unitId=${unit}&schoolYear=2024-2025&reach=${reach}`)).json
    const { haiAn, primary } = scene.world.units
    await aGivenTarget(scene)
    const before = (await work(scene.as.hung, haiAn, 'below')).counts
    const { planId } = (await begin(scene)).json
    const { tasks, targets } = await plan(scene, planId)
    await scene.as.mai.post(`/api/plans/${planId}/review`, {
      taskIds: [tasks[0].taskId],
      targetIds: [targets[0].targetId],
    })
    await move(scene.as.mai, planId, 1, 'submit')
    await move(scene.as.hung, planId, 2, 'approve')
    expect((await work(scene.as.hung, haiAn, 'below')).counts).toEqual(before)
    const mine = (await work(scene.as.mai, primary, 'own')).rows
    expect(mine.filter((row: { ownPlan: boolean }) => row.ownPlan).length).toBe(2)
  })
})
