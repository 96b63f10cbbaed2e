import { describe, expect } from 'vitest'
import { aDuty, aPublishedPlan, aTarget } from '#test/support/plans.ts'
import { type Caller, type Reply, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

const title = 'Kế hoạch thực hiện nhiệm vụ năm học 2025-2026'
const begin = (scene: Scene, over: object = {}, who: Caller = scene.as.lan): Promise<Reply> =>
  who.post(`/api/units/${scene.world.units.haiAn}/new-plan`, {
    schoolYear: '2025-2026',
    title,
    from: 'nothing',
    ...over,
  })
const planOf = async (scene: Scene, reply: Reply) => {
  expect(reply.status).toBe(200)
  return (await scene.as.hung.get(`/api/plans/${reply.json.planId}`)).json
}
const plans = async (scene: Scene) => (await scene.db.selectFrom('plan').select('id').execute()).length

describe('a plan begun here', () => {
  test('from nothing is an empty draft of its issuer, named in the trail', async ({ scene }) => {
    const plan = await planOf(scene, await begin(scene))
    expect(plan.head).toMatchObject({
      state: 'draft',
      title,
      schoolYear: '2025-2026',
      number: null,
      documentId: null,
      issuerUnitId: scene.world.units.haiAn,
    })
    expect([plan.targets, plan.duties, plan.tasks]).toEqual([[], [], []])
    const entry = await scene.db
      .selectFrom('audit_entry')
      .select(['object_name as name', 'after'])
      .where('action', '=', 'plan.begin')
      .executeTakeFirstOrThrow()
    expect(entry).toEqual({ name: title, after: { from: 'nothing', targets: 0, duties: 0, tasks: 0 } })
  })

  test('from the template has targets without figures and tasks in the months of its year', async ({
    scene,
  }) => {
    const { targets, tasks, duties } = await planOf(scene, await begin(scene, { from: 'template' }))
    expect(targets[0]).toMatchObject({ kind: 'ratio', numerator: null, review: 'unreviewed' })
    expect(targets[0].faults).toContain('figure_missing')
    expect(tasks[0]).toMatchObject({
      no: '1',
      windows: [{ start: { month: '2025-07' }, finish: { month: '2025-08' } }],
    })
    expect(tasks[0].faults).toContain('no_lead')
    expect(duties.length).toBeGreaterThan(0)
  })

  test('from last year takes its items over, a year later, to be looked at again', async ({ scene }) => {
    const { planId } = await aPublishedPlan(scene, [
      aTarget({ statement: 'Năm học 2024-2025 huy động 7.910/9.232 = 85,7% trẻ ra lớp' }),
    ])
    const plan = await planOf(scene, await begin(scene, { from: 'last_year' }))
    expect(plan.targets).toMatchObject([
      {
        statement: 'Năm học 2025-2026 huy động 7.910/9.232 = 85,7% trẻ ra lớp',
        numerator: 7910,
        at: null,
        review: 'unreviewed',
      },
    ])
    expect(
      plan.tasks.map((task: { windows: unknown; review: string }) => [task.windows, task.review]),
    ).toEqual([
      [[{ start: { month: '2025-08' }, finish: { month: '2025-09' } }], 'unreviewed'],
      [
        [
          { start: { month: '2025-11' }, finish: { month: '2025-12' } },
          { start: { month: '2026-04' }, finish: { month: '2026-05' } },
        ],
        'unreviewed',
      ],
      [[{ start: null, finish: { recurring: 'regularly' } }], 'unreviewed'],
    ])
    expect(plan.tasks[0].units).toMatchObject([{ target: { unit: scene.world.units.education } }])
    const before = (await scene.as.hung.get(`/api/plans/${planId}`)).json
    expect(before.tasks[0].windows).toEqual([{ start: { month: '2024-08' }, finish: { month: '2024-09' } }])
  })

  test('is edited, exported and published like any other', async ({ scene }) => {
    const reply = await begin(scene)
    const { planId } = reply.json
    expect((await scene.as.lan.post(`/api/plans/${planId}/duties`, aDuty(scene, { at: null }))).status).toBe(
      200,
    )
    expect((await scene.as.lan.get(`/api/plans/${planId}/docx`)).status).toBe(200)
  })
})

describe('beginning a plan is refused', () => {
  test('from last year where none was published', async ({ scene }) => {
    const reply = await begin(scene, { from: 'last_year' })
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([
      409,
      'step_not_allowed',
      'no_plan_last_year',
    ])
    expect(await plans(scene)).toBe(0)
  })

  test.for([
    ['no title', { title: ' ' }],
    ['an unknown beginning', { from: 'elsewhere' }],
    ['a school year that is none', { schoolYear: '2025-2027' }],
  ] as const)('with %s', async ([, over], { scene }) => {
    const reply = await begin(scene, over)
    expect([reply.status, reply.json.code]).toEqual([400, 'bad_request'])
    expect(await plans(scene)).toBe(0)
  })

  test('to whoever may not draft for the unit', async ({ scene }) => {
    const { mai, kien, nobody, lan } = scene.as
    expect((await begin(scene, {}, mai)).json.code).toBe('not_allowed')
    expect((await begin(scene, {}, kien)).json.code).toBe('not_found')
    expect((await begin(scene, {}, nobody)).status).toBe(401)
    const unknown = await lan.post(`/api/units/${anId()}/new-plan`, {
      schoolYear: '2025-2026',
      title,
      from: 'nothing',
    })
    expect([unknown.status, unknown.json.code]).toEqual([404, 'not_found'])
    expect(await plans(scene)).toBe(0)
  })
})
