import { describe, expect } from 'vitest'
import { aDuty, aFullDraft, aTarget, theTasks } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

const trail = async (scene: Scene) =>
  (await scene.db.selectFrom('audit_entry').select('action').orderBy('id').execute()).map((row) => row.action)
const plan = async (scene: Scene, planId: string) => (await scene.as.hung.get(`/api/plans/${planId}`)).json
const changed = (given: object, over: object = {}) => {
  // The place stays what it was.
  const { at: _at, ...rest } = given as { at?: unknown }
  return { ...rest, version: 1, review: 'corrected', ...over }
}

describe('targets and duties of a draft', () => {
  test('come with the plan in the order of the document, with what is wrong with each', async ({ scene }) => {
    const { planId, targets, duties } = await aFullDraft(scene)
    const between = await scene.as.lan.post(
      `/api/plans/${planId}/targets`,
      aTarget({ at: { line: 25 }, kind: 'atLeast', min: 80, unitWord: '%', statement: 'Từ 80% trở lên' }),
    )
    const found = await plan(scene, planId)
    expect(found.targets.map((target: { targetId: string }) => target.targetId)).toEqual([
      targets[0],
      between.json.targetId,
      targets[1],
    ])
    expect(found.targets[1]).toMatchObject({
      kind: 'atLeast',
      min: 80,
      numerator: null,
      percent: null,
      review: 'added',
      faults: [],
      position: 2,
    })
    expect(found.duties.map((duty: { dutyId: string }) => duty.dutyId)).toEqual(duties)
    expect(found.duties[0]).toMatchObject({
      heading: 'Phòng Nội vụ',
      units: [{ targetName: 'Phòng Nội vụ' }, { targetName: expect.stringContaining('trường') }],
    })
    expect(found.head).toMatchObject({ tasks: 3, targets: 3, duties: 2 })
  })

  test('a target is corrected; what its new kind has no use for is not kept', async ({ scene }) => {
    const { planId, targets } = await aFullDraft(scene)
    const reply = await scene.as.hung.patch(
      `/api/plan-targets/${targets[0]}`,
      changed(aTarget(), { kind: 'percentRange', min: 97, max: 98, due: { month: '2025-05' } }),
    )
    expect(reply.json).toMatchObject({
      version: 2,
      kind: 'percentRange',
      min: 97,
      max: 98,
      numerator: null,
      denominator: null,
      percent: null,
      due: { month: '2025-05' },
      review: 'corrected',
    })
    const entry = await scene.db
      .selectFrom('audit_entry')
      .select(['before', 'after', 'object_name as name'])
      .where('action', '=', 'plan_target.change')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      name: 'Huy động 7.910/9.232 = 85,7% trẻ ra lớp',
      before: { figures: { kind: 'ratio', numerator: 7910 } },
      after: { figures: { kind: 'percentRange', min: 97, numerator: null } },
    })
    const late = await scene.as.lan.patch(`/api/plan-targets/${targets[0]}`, changed(aTarget()))
    expect([late.status, late.json.code]).toEqual([409, 'changed_meanwhile'])
    expect((await plan(scene, planId)).targets[0]).toMatchObject({ kind: 'percentRange', version: 2 })
  })

  test('are put aside and taken back', async ({ scene }) => {
    const { planId, targets, duties } = await aFullDraft(scene)
    const gone = await scene.as.hung.patch(
      `/api/plan-targets/${targets[0]}`,
      changed(aTarget(), { review: 'discarded' }),
    )
    expect(gone.json).toMatchObject({ review: 'discarded', faults: [] })
    await scene.as.hung.patch(`/api/plan-duties/${duties[0]}`, changed(aDuty(scene), { review: 'discarded' }))
    expect((await plan(scene, planId)).head).toMatchObject({ targets: 1, duties: 1 })
    const back = await scene.as.hung.patch(
      `/api/plan-targets/${targets[0]}`,
      changed(aTarget(), { review: 'unreviewed', version: 2 }),
    )
    expect(back.json).toMatchObject({ review: 'unreviewed', faults: ['not_reviewed'] })
    expect(await trail(scene)).toEqual(
      expect.arrayContaining(['plan_target.discard', 'plan_duty.discard', 'plan_target.change']),
    )
  })

  test.for([
    ['an unknown kind', { kind: 'percentage' }],
    ['a figure beyond counting', { numerator: 1e16 }],
    ['a figure in words', { numerator: '7.910' }],
    ['a level that is none', { levels: ['MG'] }],
    ['a month that is none', { due: { month: '2025-13' } }],
    ['an unknown state', { review: 'added' }],
  ] as const)('a target is not changed with %s', async ([, over], { scene }) => {
    const { targets } = await aFullDraft(scene)
    const reply = await scene.as.hung.patch(`/api/plan-targets/${targets[0]}`, changed(aTarget(), over))
    expect([reply.status, reply.json.code]).toEqual([400, 'bad_request'])
  })

  test('a duty means only units under the issuer, and joins only a task of its plan', async ({ scene }) => {
    const { units } = scene.world
    const one = await aFullDraft(scene)
    const other = await aFullDraft(scene)
    const change = async (over: object) => {
      const reply = await scene.as.hung.patch(
        `/api/plan-duties/${one.duties[0]}`,
        changed(aDuty(scene), over),
      )
      return [reply.status, reply.json.code]
    }
    const named = (unit: string) => ({ units: [{ role: 'lead', printedName: 'X', target: { unit } }] })
    expect(await change(named(units.kienAnSchool))).toEqual([404, 'not_found'])
    expect(await change(named(units.otherSchool))).toEqual([404, 'not_found'])
    expect(await change({ taskId: other.tasks[0] })).toEqual([404, 'not_found'])
    expect(await change({ taskId: anId() })).toEqual([404, 'not_found'])
    expect(await change({ taskId: one.tasks[0] })).toEqual([200, undefined])
    const late = await scene.as.lan.patch(`/api/plan-duties/${one.duties[0]}`, changed(aDuty(scene)))
    expect([late.status, late.json.code]).toEqual([409, 'changed_meanwhile'])
  })

  test('are accepted together with tasks, those looked at already stay as they are', async ({ scene }) => {
    const { planId, targets, duties, tasks } = await aFullDraft(scene)
    const other = await aFullDraft(scene)
    for (const table of ['plan_target', 'plan_duty'] as const)
      await scene.db.updateTable(table).set({ review: 'unreviewed' }).execute()
    const given = { targetIds: [...targets, ...other.targets], dutyIds: [duties[0]], taskIds: tasks }
    expect((await scene.as.hung.post(`/api/plans/${planId}/review`, given)).json).toEqual({ accepted: 3 })
    const after = await plan(scene, planId)
    expect(after.targets.map((target: { review: string }) => target.review)).toEqual(['accepted', 'accepted'])
    expect(after.duties.map((duty: { review: string }) => duty.review)).toEqual(['accepted', 'unreviewed'])
    expect((await plan(scene, other.planId)).targets[0].review).toBe('unreviewed')
  })

  test('a name is listed once over tasks and duties, and said once for both', async ({ scene }) => {
    const { planId, duties } = await aFullDraft(scene)
    const names: { printedName: string; count: number }[] = (
      await scene.as.hung.get(`/api/plans/${planId}/names`)
    ).json
    expect(names.find((name) => name.printedName === 'Phòng Nội vụ')?.count).toBe(4)
    const { ward } = scene.world.units
    const said = await scene.as.hung.put(`/api/plans/${planId}/names`, {
      printedName: 'Phòng Nội vụ',
      target: { unit: ward },
    })
    expect(said.json).toEqual({ changed: 4 })
    const duty = (await plan(scene, planId)).duties[0]
    expect(duty).toMatchObject({ dutyId: duties[0], version: 2 })
    expect(duty.units[0].target).toEqual({ unit: ward })
  })
})

describe('splitting and merging', () => {
  test('one item becomes two that follow each other', async ({ scene }) => {
    const { planId, targets, duties, tasks } = await aFullDraft(scene)
    for (const [kind, itemId] of [
      ['target', targets[0]],
      ['duty', duties[0]],
      ['task', tasks[0]],
    ] as const) {
      const reply = await scene.as.hung.post(`/api/plans/${planId}/split`, {
        kind,
        itemId,
        version: 1,
        first: 'Phần một',
        second: 'Phần hai',
      })
      expect(reply.status).toBe(200)
    }
    const found = await plan(scene, planId)
    expect(found.targets.map((target: { statement: string }) => target.statement)).toEqual([
      'Phần một',
      'Phần hai',
      '12.246 học sinh',
    ])
    expect(found.targets[1]).toMatchObject({ kind: 'ratio', numerator: 7910, at: { line: 20 } })
    expect(found.duties[1]).toMatchObject({ body: 'Phần hai', heading: 'Phòng Nội vụ', position: 2 })
    expect(found.duties[1].units).toHaveLength(2)
    expect(found.tasks.map((task: { title: string }) => task.title).slice(0, 3)).toEqual([
      'Phần một',
      'Phần hai',
      'Kiểm tra nội bộ trường học',
    ])
    expect(found.tasks[1].windows).toEqual(found.tasks[0].windows)
    expect((await trail(scene)).filter((action) => action === 'plan.split_item')).toHaveLength(3)
  })

  test('two that follow each other become one, the second is put aside', async ({ scene }) => {
    const { planId, duties, tasks } = await aFullDraft(scene)
    const merge = (kind: string, itemId: string | undefined, nextId: string | undefined, version = 1) =>
      scene.as.hung.post(`/api/plans/${planId}/merge`, { kind, itemId, version, nextId, nextVersion: 1 })
    expect((await merge('task', tasks[0], tasks[1])).status).toBe(204)
    expect((await merge('duty', duties[0], duties[1])).status).toBe(204)
    const found = await plan(scene, planId)
    expect(found.tasks[0]).toMatchObject({
      title: 'Xây dựng kế hoạch năm học Kiểm tra nội bộ trường học',
      review: 'corrected',
      version: 2,
    })
    expect(found.tasks[0].windows).toHaveLength(3)
    expect(found.tasks[1].review).toBe('discarded')
    expect(found.duties[0].body).toBe(
      'Tham mưu tuyển dụng đủ giáo viên cho các trường Rà soát định mức biên chế',
    )
    // The one between them was put aside: now these follow each other.
    expect((await merge('task', tasks[0], tasks[2], 2)).status).toBe(204)
    expect((await trail(scene)).filter((action) => action === 'plan.merge_items')).toHaveLength(3)
  })

  test('is refused where it makes no sense, and changes nothing', async ({ scene }) => {
    const { planId, targets, tasks } = await aFullDraft(scene)
    const merge = async (over: object) => {
      const reply = await scene.as.hung.post(`/api/plans/${planId}/merge`, {
        kind: 'task',
        itemId: tasks[0],
        version: 1,
        nextId: tasks[1],
        nextVersion: 1,
        ...over,
      })
      return [reply.status, reply.json.code]
    }
    const split = async (over: object) => {
      const reply = await scene.as.hung.post(`/api/plans/${planId}/split`, {
        kind: 'target',
        itemId: targets[0],
        version: 1,
        first: 'a',
        second: 'b',
        ...over,
      })
      return [reply.status, reply.json.code]
    }
    expect(await merge({ nextId: tasks[2] })).toEqual([409, 'step_not_allowed'])
    expect(await merge({ itemId: tasks[1], nextId: tasks[0] })).toEqual([409, 'step_not_allowed'])
    expect(await merge({ nextId: tasks[0] })).toEqual([409, 'step_not_allowed'])
    expect(await merge({ version: 2 })).toEqual([409, 'changed_meanwhile'])
    expect(await merge({ nextVersion: 2 })).toEqual([409, 'changed_meanwhile'])
    expect(await merge({ nextId: anId() })).toEqual([404, 'not_found'])
    expect(await merge({ kind: 'duty' })).toEqual([404, 'not_found'])
    expect(await split({ version: 2 })).toEqual([409, 'changed_meanwhile'])
    expect(await split({ second: ' ' })).toEqual([400, 'bad_request'])
    expect(await split({ itemId: anId() })).toEqual([404, 'not_found'])
    expect((await plan(scene, planId)).tasks.map((task: { version: number }) => task.version)).toEqual([
      1, 1, 1,
    ])
  })
})

test.for([
  ['quang', 404],
  ['mai', 404],
  ['viet', 404],
  ['kien', 404],
  ['la', 404],
  ['nobody', 401],
] as const)('none of it is %s’s to touch while it is a draft', async ([who, status], { scene }) => {
  const { planId, targets, duties, tasks } = await aFullDraft(scene)
  const before = await trail(scene)
  const pair = { version: 1, nextId: tasks[1], nextVersion: 1 }
  const replies = [
    await scene.as[who].patch(`/api/plan-targets/${targets[0]}`, changed(aTarget())),
    await scene.as[who].post(`/api/plans/${planId}/targets`, aTarget()),
    await scene.as[who].patch(`/api/plan-duties/${duties[0]}`, changed(aDuty(scene))),
    await scene.as[who].post(`/api/plans/${planId}/duties`, aDuty(scene)),
    await scene.as[who].post(`/api/plans/${planId}/split`, {
      kind: 'task',
      itemId: tasks[0],
      version: 1,
      first: 'a',
      second: 'b',
    }),
    await scene.as[who].post(`/api/plans/${planId}/merge`, { kind: 'task', itemId: tasks[0], ...pair }),
  ]
  expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => status))
  expect(await trail(scene)).toEqual(before)
})

test('once the plan is published nothing of it is changed', async ({ scene }) => {
  const { planId, targets, duties, tasks } = await aFullDraft(scene)
  expect((await scene.as.hung.post(`/api/plans/${planId}/publish`, { version: 1 })).status).toBe(200)
  const pair = { version: 1, nextId: tasks[1], nextVersion: 1 }
  for (const reply of [
    await scene.as.hung.patch(`/api/plan-targets/${targets[0]}`, changed(aTarget())),
    await scene.as.hung.post(`/api/plans/${planId}/duties`, aDuty(scene)),
    await scene.as.hung.patch(`/api/plan-duties/${duties[0]}`, changed(aDuty(scene))),
    await scene.as.hung.post(`/api/plans/${planId}/merge`, { kind: 'task', itemId: tasks[0], ...pair }),
  ])
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([409, 'step_not_allowed', 'published'])
  expect((await plan(scene, planId)).tasks).toHaveLength(theTasks(scene).length)
})
