import { describe, expect } from 'vitest'
import { anEmptyDraft, aDraft, aPublishedPlan, planTitle } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { record } from '#test/support/units.ts'
import { anId } from '#test/support/world.ts'

const publish = (scene: Scene, planId: string, version = 1, who: keyof Scene['as'] = 'hung') =>
  scene.as[who].post(`/api/plans/${planId}/publish`, { version })
const preview = async (scene: Scene, planId: string) =>
  (await scene.as.hung.get(`/api/plans/${planId}/publishing`)).json
const nothing = async ({ db }: Scene) => {
  const count = async (table: 'assignment' | 'assignment_window' | 'notice') =>
    (await db.selectFrom(table).select('tenant_id').execute()).length
  const published = await db
    .selectFrom('audit_entry')
    .select('id')
    .where('action', '=', 'plan.publish')
    .orderBy('id')
    .execute()
  return [
    await count('assignment'),
    await count('assignment_window'),
    await count('notice'),
    published.length,
  ]
}
const stops = async (scene: Scene, planId: string) =>
  (await preview(scene, planId)).stops.map((stop: { name: string | null; fault: string }) => [
    stop.name,
    stop.fault,
  ])

describe('publishing a plan', () => {
  test('gives each unit its share, tells it once, and leaves one row in the trail', async ({ scene }) => {
    const { db, world } = scene
    const { planId, tasks } = await aDraft(scene)
    expect(await preview(scene, planId)).toEqual({
      tasks: 3,
      duties: 0,
      targets: 0,
      units: 6,
      assignments: 7,
      stops: [],
    })
    expect((await publish(scene, planId)).json).toEqual({ assignments: 7, units: 6 })
    const { units } = world
    const shares = await db
      .selectFrom('assignment')
      .select(['task_id as task', 'unit_id as unit', 'role', 'printed_name as name'])
      .execute()
    const of = (task: number) =>
      new Set(
        shares
          .filter((share) => share.task === tasks[task])
          .map((share) => [share.unit, share.role, share.name]),
      )
    expect(shares).toHaveLength(7)
    expect(of(0)).toEqual(new Set([[units.education, 'lead', 'Phòng GD&ĐT']]))
    expect(of(1)).toEqual(
      new Set([
        [units.primary, 'lead', 'Các trường'],
        [units.secondary, 'lead', 'Các trường'],
        [units.preschool, 'lead', 'Các trường'],
        [units.interior, 'coordinating', 'Phòng Nội vụ'],
      ]),
    )
    expect(of(2)).toEqual(
      new Set([
        [units.interior, 'lead', 'Phòng Nội vụ'],
        [units.ward, 'coordinating', 'UBND phường Đằng Lâm'],
      ]),
    )
    const windows = await db
      .selectFrom('assignment_window as w')
      .innerJoin('assignment as a', 'a.id', 'w.assignment_id')
      .select(['w.window_no as no', 'w.starts_on as from', 'w.due_on as due', 'w.status', 'w.percent'])
      .where('a.unit_id', '=', units.primary)
      .orderBy('w.window_no')
      .execute()
    expect(windows).toEqual([
      { no: 1, from: '2024-11-01', due: '2024-12-31', status: 'not_started', percent: 0 },
      { no: 2, from: '2025-04-01', due: '2025-05-31', status: 'not_started', percent: 0 },
    ])
    const told = await db.selectFrom('notice').select(['unit_id as unit', 'subject']).execute()
    expect(told).toHaveLength(6)
    expect(new Set(told.map((notice) => notice.unit))).toEqual(
      new Set([units.education, units.interior, units.ward, units.primary, units.secondary, units.preschool]),
    )
    expect(told.find((notice) => notice.unit === units.interior)?.subject).toEqual({
      kind: 'plan_published',
      planId,
      title: planTitle,
      schoolYear: '2024-2025',
      tasks: 2,
      duties: 0,
    })
    const head = await db
      .selectFrom('plan')
      .select(['state', 'version', 'published_by as by', 'published_on as on'])
      .execute()
    expect(head).toEqual([
      { state: 'published', version: 2, by: world.people.hung.personId, on: '2025-01-20' },
    ])
    const trail = await db
      .selectFrom('audit_entry')
      .select(['object_id as id', 'unit_id as unit', 'after'])
      .where('action', '=', 'plan.publish')
      .orderBy('audit_entry.id')
      .execute()
    expect(trail).toEqual([
      { id: planId, unit: units.haiAn, after: { tasks: 3, duties: 0, targets: 0, units: 6, assignments: 7 } },
    ])
  })

  test('is done once', async ({ scene }) => {
    const { planId } = await aPublishedPlan(scene)
    const again = await publish(scene, planId, 2)
    expect([again.status, again.json.code, again.json.reason]).toEqual([409, 'step_not_allowed', 'published'])
    expect(await nothing(scene)).toEqual([7, 11, 6, 1])
  })

  test('of a draft that somebody changed meanwhile is refused', async ({ scene }) => {
    const { planId } = await aDraft(scene)
    const reply = await publish(scene, planId, 2)
    expect([reply.status, reply.json.code]).toEqual([409, 'changed_meanwhile'])
    expect(await nothing(scene)).toEqual([0, 0, 0, 0])
  })

  test('of a second plan of the year is refused; of another year not', async ({ scene }) => {
    await aPublishedPlan(scene)
    const { planId } = await aDraft(scene)
    expect(await stops(scene, planId)).toEqual([[null, 'plan_exists']])
    const reply = await publish(scene, planId)
    expect([reply.status, reply.json.code, reply.json.detail]).toEqual([
      409,
      'plan_exists',
      expect.stringContaining('2024-2025'),
    ])
    expect(await nothing(scene)).toEqual([7, 11, 6, 1])
    const head = { title: planTitle, number: null, signedOn: null }
    await scene.as.hung.patch(`/api/plans/${planId}`, { ...head, version: 1, schoolYear: '2023-2024' })
    expect((await publish(scene, planId, 2)).status).toBe(200)
  })

  test.for([
    ['a task that nobody has looked at', { review: 'unreviewed' }, 'not_reviewed'],
    ['a task without a lead', { units: [] }, 'no_lead'],
    [
      'a name that means nobody yet',
      { units: [{ role: 'lead', printedName: 'Ai đó', target: null }] },
      'name_not_matched',
    ],
    ['a task without words', { title: '' }, 'no_title'],
  ] as const)('with %s is refused, and says which', async ([, over, fault], { scene }) => {
    const { planId, tasks } = await aDraft(scene)
    const task = (await scene.as.hung.get(`/api/plans/${planId}`)).json.tasks[0]
    const given = {
      version: 1,
      no: '1',
      title: task.title,
      windows: task.windows,
      product: null,
      units: [{ role: 'lead', printedName: 'Phòng GD&ĐT', target: { unit: scene.world.units.education } }],
      review: 'corrected',
    }
    expect((await scene.as.hung.patch(`/api/plan-tasks/${tasks[0]}`, { ...given, ...over })).status).toBe(200)
    expect(await stops(scene, planId)).toEqual([['1', fault]])
    const reply = await publish(scene, planId)
    expect([reply.status, reply.json.code, reply.json.reason, reply.json.detail]).toEqual([
      422,
      'plan_not_complete',
      fault,
      expect.stringContaining('nhiệm vụ 1'),
    ])
    expect(await nothing(scene)).toEqual([0, 0, 0, 0])
  })

  test('without tasks is refused, also when all were put aside', async ({ scene }) => {
    const planId = await anEmptyDraft(scene)
    expect((await publish(scene, planId)).json).toMatchObject({
      code: 'plan_not_complete',
      reason: 'no_tasks',
    })
    const draft = await aDraft(scene)
    await scene.db
      .updateTable('plan_task')
      .set({ review: 'discarded' })
      .where('plan_id', '=', draft.planId)
      .execute()
    expect((await publish(scene, draft.planId)).json.reason).toBe('no_tasks')
    expect(await nothing(scene)).toEqual([0, 0, 0, 0])
  })

  test('is refused when a unit has ended since the review, or an audience means nobody any more', async ({
    scene,
  }) => {
    const { ward, preschool, primary, secondary, haiAn } = scene.world.units
    const { planId } = await aDraft(scene)
    await record(scene.as.hung, [{ kind: 'dissolve', on: '2025-01-10', unit: ward }])
    expect(await stops(scene, planId)).toEqual([['3', 'audience_empty']])
    expect((await publish(scene, planId)).json.code).toBe('plan_not_complete')
    await record(
      scene.as.hung,
      [primary, secondary, preschool].map((unit) => ({ kind: 'dissolve', on: '2025-01-10', unit })),
    )
    expect(await stops(scene, planId)).toEqual([
      ['2', 'audience_empty'],
      ['3', 'audience_empty'],
    ])
    expect((await scene.as.hung.get(`/api/units/${haiAn}`)).json.living).toBe(true)
    expect(await nothing(scene)).toEqual([0, 0, 0, 0])
  })

  test.for([
    ['quang', 404],
    ['mai', 404],
    ['nga', 404],
    ['viet', 404],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('is not for %s', async ([who, status], { scene }) => {
    const { planId } = await aDraft(scene)
    expect((await publish(scene, planId, 1, who)).status).toBe(status)
    expect(await nothing(scene)).toEqual([0, 0, 0, 0])
  })

  test('of what does not exist is not found', async ({ scene }) => {
    expect((await publish(scene, anId())).json.code).toBe('not_found')
  })
})
