import { describe, expect } from 'vitest'
import type { TaskId } from '#domain/basics/ids.ts'
import { anEmptyDraft, aDraft, aPublishedPlan, schools, theTasks } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

const trail = async (scene: Scene) =>
  (await scene.db.selectFrom('audit_entry').select('action').orderBy('id').execute()).map((row) => row.action)
const tasksOf = async (scene: Scene, planId: string) =>
  (await scene.as.hung.get(`/api/plans/${planId}`)).json.tasks
const change = (scene: Scene, over: Record<string, unknown> = {}) => {
  const [{ at: _at, ...first }] = theTasks(scene) as [ReturnType<typeof theTasks>[number]]
  return { ...first, version: 1, review: 'corrected', ...over }
}
const unread = (scene: Scene, taskIds: TaskId[]) =>
  scene.db.updateTable('plan_task').set({ review: 'unreviewed' }).where('id', 'in', taskIds).execute()

describe('a task of a draft', () => {
  test('is corrected, with what was before and after in the trail', async ({ scene }) => {
    const { planId, tasks } = await aDraft(scene)
    const reply = await scene.as.hung.patch(
      `/api/plan-tasks/${tasks[0]}`,
      change(scene, { title: 'Ban hành kế hoạch', product: ' Kế hoạch ' }),
    )
    expect(reply.json).toMatchObject({
      version: 2,
      title: 'Ban hành kế hoạch',
      product: 'Kế hoạch',
      review: 'corrected',
      faults: [],
      units: [{ targetName: 'Phòng GD&ĐT' }],
    })
    const entry = await scene.db
      .selectFrom('audit_entry')
      .select(['before', 'after', 'unit_id as unitId'])
      .where('action', '=', 'plan_task.change')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      unitId: scene.world.units.haiAn,
      before: { title: 'Xây dựng kế hoạch năm học' },
      after: { title: 'Ban hành kế hoạch' },
    })
    expect((await tasksOf(scene, planId)).map((task: { title: string }) => task.title)[0]).toBe(
      'Ban hành kế hoạch',
    )
  })

  test('that somebody changed meanwhile keeps the first change', async ({ scene }) => {
    const { planId, tasks } = await aDraft(scene)
    await scene.as.hung.patch(`/api/plan-tasks/${tasks[0]}`, change(scene, { title: 'Thứ nhất' }))
    const second = await scene.as.lan.patch(
      `/api/plan-tasks/${tasks[0]}`,
      change(scene, { title: 'Thứ hai' }),
    )
    expect([second.status, second.json.code]).toEqual([409, 'changed_meanwhile'])
    expect((await tasksOf(scene, planId))[0]).toMatchObject({
      title: 'Thứ nhất',
      version: 2,
      units: [{ printedName: 'Phòng GD&ĐT' }],
    })
  })

  test('is put aside, and is then no fault', async ({ scene }) => {
    const { planId, tasks } = await aDraft(scene)
    await scene.as.hung.patch(
      `/api/plan-tasks/${tasks[0]}`,
      change(scene, { title: '', units: [], review: 'discarded' }),
    )
    expect((await tasksOf(scene, planId))[0]).toMatchObject({ review: 'discarded', faults: [] })
    expect((await scene.as.hung.get(`/api/plans/${planId}`)).json.head.tasks).toBe(2)
    expect((await trail(scene)).at(-1)).toBe('plan_task.discard')
  })

  test.for([
    ['an unknown state', { review: 'added' }],
    ['a month that is none', { windows: [{ start: { month: '2024-13' }, finish: null }] }],
    ['thirteen windows', { windows: Array.from({ length: 13 }, () => ({ start: null, finish: null })) }],
    ['a name of nothing', { units: [{ role: 'lead', printedName: ' ', target: null }] }],
    ['a version beyond counting', { version: 3_000_000_000 }],
  ] as const)('is not changed with %s', async ([, over], { scene }) => {
    const { tasks } = await aDraft(scene)
    const reply = await scene.as.hung.patch(`/api/plan-tasks/${tasks[0]}`, change(scene, over))
    expect([reply.status, reply.json.code]).toEqual([400, 'bad_request'])
    expect(
      await scene.db.selectFrom('plan_task').select('version').where('version', '>', 1).execute(),
    ).toEqual([])
  })

  test('means only units that live under the issuer', async ({ scene }) => {
    const { units } = scene.world
    const { tasks } = await aDraft(scene)
    for (const target of [{ unit: units.kienAnSchool }, { unit: units.otherSchool }, { unit: anId() }]) {
      const reply = await scene.as.hung.patch(
        `/api/plan-tasks/${tasks[0]}`,
        change(scene, { units: [{ role: 'lead', printedName: 'X', target }] }),
      )
      expect([reply.status, reply.json.code]).toEqual([404, 'not_found'])
    }
    const nobody = { audience: { any: [{ kinds: ['group'] }] } }
    const empty = await scene.as.hung.patch(
      `/api/plan-tasks/${tasks[0]}`,
      change(scene, { units: [{ role: 'lead', printedName: 'X', target: nobody }] }),
    )
    expect([empty.status, empty.json.code]).toEqual([422, 'audience_empty'])
    const added = await scene.as.hung.post(`/api/plans/${await anEmptyDraft(scene)}/tasks`, {
      ...theTasks(scene)[0],
      units: [{ role: 'lead', printedName: 'X', target: { unit: units.kienAnSchool } }],
    })
    expect([added.status, added.json.code]).toEqual([404, 'not_found'])
    expect(
      await scene.db.selectFrom('plan_task').select('version').where('version', '>', 1).execute(),
    ).toEqual([])
  })

  test('is not changed once the plan is published, nor by whom it does not concern', async ({ scene }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const given = theTasks(scene)[0]
    for (const reply of [
      await scene.as.hung.patch(`/api/plan-tasks/${tasks[0]}`, change(scene)),
      await scene.as.hung.post(`/api/plans/${planId}/tasks`, given),
      await scene.as.hung.post(`/api/plans/${planId}/review`, { taskIds: tasks }),
      await scene.as.hung.put(`/api/plans/${planId}/names`, { printedName: 'Phòng Nội vụ', target: null }),
    ])
      expect([reply.status, reply.json.code, reply.json.reason]).toEqual([
        409,
        'step_not_allowed',
        'published',
      ])
    expect((await scene.as.hung.patch(`/api/plan-tasks/${anId()}`, change(scene))).json.code).toBe(
      'not_found',
    )
  })

  test.for([
    ['quang', 404],
    ['mai', 404],
    ['viet', 404],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('is not %s’s to touch while it is a draft', async ([who, status], { scene }) => {
    const { planId, tasks } = await aDraft(scene)
    const before = await trail(scene)
    const replies = [
      await scene.as[who].patch(`/api/plan-tasks/${tasks[0]}`, change(scene)),
      await scene.as[who].post(`/api/plans/${planId}/tasks`, theTasks(scene)[0]),
      await scene.as[who].post(`/api/plans/${planId}/review`, { taskIds: tasks }),
      await scene.as[who].put(`/api/plans/${planId}/names`, { printedName: 'Phòng Nội vụ', target: null }),
      await scene.as[who].get(`/api/plans/${planId}/names`),
    ]
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => status))
    expect(await trail(scene)).toEqual(before)
  })
})

describe('the review', () => {
  test('accepts several as they were read; those looked at already stay as they are', async ({ scene }) => {
    const { planId, tasks } = await aDraft(scene)
    await unread(scene, tasks.slice(0, 2))
    const reply = await scene.as.hung.post(`/api/plans/${planId}/review`, { taskIds: tasks })
    expect(reply.json).toEqual({ accepted: 2 })
    expect(
      (await tasksOf(scene, planId)).map((task: { review: string; version: number }) => [
        task.review,
        task.version,
      ]),
    ).toEqual([
      ['accepted', 2],
      ['accepted', 2],
      ['added', 1],
    ])
    expect((await trail(scene)).at(-1)).toBe('plan.accept')
    expect((await scene.as.hung.post(`/api/plans/${planId}/review`, { taskIds: [] })).json.code).toBe(
      'bad_request',
    )
  })

  test('accepts no task of another plan', async ({ scene }) => {
    const one = await aDraft(scene)
    const two = await aDraft(scene)
    await unread(scene, two.tasks)
    expect(
      (await scene.as.hung.post(`/api/plans/${one.planId}/review`, { taskIds: two.tasks })).json,
    ).toEqual({ accepted: 0 })
    expect(
      (await tasksOf(scene, two.planId)).every((task: { review: string }) => task.review === 'unreviewed'),
    ).toBe(true)
  })
})

describe('the printed names', () => {
  test('are listed once each, those that nobody could match first, with candidates', async ({ scene }) => {
    const { planId } = await aDraft(scene)
    expect(
      (await scene.as.hung.put(`/api/plans/${planId}/names`, { printedName: 'Các trường', target: null }))
        .json,
    ).toEqual({ changed: 1 })
    const names = (await scene.as.hung.get(`/api/plans/${planId}/names`)).json
    expect(
      names.map(
        (name: { printedName: string; count: number; targetName: string | null; units: number | null }) => [
          name.printedName,
          name.count,
          name.targetName,
          name.units,
        ],
      ),
    ).toEqual([
      ['Các trường', 1, null, null],
      ['Phòng Nội vụ', 2, 'Phòng Nội vụ', 1],
      ['Phòng GD&ĐT', 1, 'Phòng GD&ĐT', 1],
      ['UBND phường Đằng Lâm', 1, 'UBND phường Đằng Lâm', 1],
    ])
    expect(names[0].candidates[0]).toMatchObject({
      target: { audience: expect.anything() },
      name: expect.stringContaining('trường'),
    })
  })

  test('are said once for every task, which whoever has a task open is told', async ({ scene }) => {
    const { planId, tasks } = await aDraft(scene)
    const { ward } = scene.world.units
    expect(
      (
        await scene.as.hung.put(`/api/plans/${planId}/names`, {
          printedName: 'Phòng Nội vụ',
          target: { unit: ward },
        })
      ).json,
    ).toEqual({ changed: 2 })
    const after = await tasksOf(scene, planId)
    expect(
      after.flatMap((task: { units: { printedName: string; target: unknown }[] }) =>
        task.units.filter((unit) => unit.printedName === 'Phòng Nội vụ').map((unit) => unit.target),
      ),
    ).toEqual([{ unit: ward }, { unit: ward }])
    expect(after.map((task: { version: number }) => task.version)).toEqual([1, 2, 2])
    const stale = await scene.as.lan.patch(`/api/plan-tasks/${tasks[1]}`, change(scene))
    expect([stale.status, stale.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(await trail(scene)).toContain('plan.match_name')
    const told = await scene.db
      .selectFrom('audit_entry')
      .select(['before', 'after'])
      .where('action', '=', 'plan.match_name')
      .executeTakeFirstOrThrow()
    expect(told).toEqual({
      before: { printedName: 'Phòng Nội vụ', target: 'Phòng Nội vụ', unitId: scene.world.units.interior },
      after: { printedName: 'Phòng Nội vụ', target: 'UBND phường Đằng Lâm', unitId: ward },
    })
  })

  test('cannot mean a unit elsewhere, an audience of nobody, or a name that is not there', async ({
    scene,
  }) => {
    const { planId } = await aDraft(scene)
    const { units } = scene.world
    const say = async (printedName: string, target: unknown) => {
      const reply = await scene.as.hung.put(`/api/plans/${planId}/names`, { printedName, target })
      return [reply.status, reply.json.code]
    }
    expect(await say('Phòng Nội vụ', { unit: units.kienAnSchool })).toEqual([404, 'not_found'])
    expect(await say('Phòng Nội vụ', { unit: units.otherSchool })).toEqual([404, 'not_found'])
    expect(await say('Phòng Nội vụ', { audience: { any: [{ kinds: ['group'] }] } })).toEqual([
      422,
      'audience_empty',
    ])
    expect(await say('Phòng Nội vụ', { audience: { any: [{}] } })).toEqual([422, 'audience_empty'])
    expect(await say('Không có tên này', schools)).toEqual([404, 'not_found'])
    expect(await trail(scene)).not.toContain('plan.match_name')
  })
})
