import { describe, expect } from 'vitest'
import { aDuty, aFullDraft, aTarget } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

const publish = (scene: Scene, planId: string) =>
  scene.as.hung.post(`/api/plans/${planId}/publish`, { version: 1 })
const preview = async (scene: Scene, planId: string) =>
  (await scene.as.hung.get(`/api/plans/${planId}/publishing`)).json
const work = async (scene: Scene, who: 'hung' | 'mai', unitId: string) =>
  (await scene.as[who].get(`/api/work?unitId=${unitId}&schoolYear=2024-2025`)).json

describe('publishing duties', () => {
  test('gives each unit of a duty its share, asked for in each term and never late', async ({ scene }) => {
    const { db, world } = scene
    const { interior, primary, secondary, preschool } = world.units
    const { planId, duties } = await aFullDraft(scene)
    expect(await preview(scene, planId)).toMatchObject({ tasks: 3, duties: 2, targets: 2, stops: [] })
    expect((await publish(scene, planId)).json).toEqual({ assignments: 12, units: 6 })
    const shares = await db
      .selectFrom('assignment')
      .select(['unit_id as unit', 'role', 'printed_name as name', 'task_id as task'])
      .where('duty_id', '=', duties[0])
      .orderBy('role')
      .orderBy('unit_id')
      .execute()
    expect(new Set(shares.map((share) => JSON.stringify(share)))).toEqual(
      new Set(
        [
          { unit: interior, role: 'lead', name: 'Phòng Nội vụ', task: null },
          ...[primary, secondary, preschool].map((unit) => ({
            unit,
            role: 'coordinating',
            name: 'Các trường',
            task: null,
          })),
        ].map((share) => JSON.stringify(share)),
      ),
    )
    const windows = await db
      .selectFrom('assignment_window as w')
      .innerJoin('assignment as a', 'a.id', 'w.assignment_id')
      .select(['w.window_no as no', 'w.starts_on as from', 'w.due_on as due', 'w.term'])
      .where('a.duty_id', '=', duties[1])
      .orderBy('w.window_no')
      .execute()
    expect(windows).toEqual([
      { no: 1, from: '2024-08-01', due: null, term: 'term_1' },
      { no: 2, from: '2025-01-18', due: null, term: 'term_2' },
    ])
    const mine = (await work(scene, 'mai', primary)).rows.filter(
      (row: { kind: string }) => row.kind === 'duty',
    )
    expect(
      mine.map((row: { term: string; standing: { kind: string }; taskId: string; title: string }) => [
        row.taskId,
        row.title,
        row.term,
        row.standing.kind,
      ]),
    ).toEqual([
      [duties[0], 'Tham mưu tuyển dụng đủ giáo viên cho các trường', 'term_1', 'open'],
      [duties[0], 'Tham mưu tuyển dụng đủ giáo viên cho các trường', 'term_2', 'open'],
    ])
    const notice = await db
      .selectFrom('notice')
      .select('subject')
      .where('unit_id', '=', interior)
      .executeTakeFirstOrThrow()
    expect(notice.subject).toMatchObject({ kind: 'plan_published', tasks: 2, duties: 2 })
  })

  test('a duty has its page, and a term of it is reported', async ({ scene }) => {
    const { interior, primary } = scene.world.units
    const { planId, duties } = await aFullDraft(scene)
    await publish(scene, planId)
    const page = await scene.as.mai.get(`/api/tasks/${duties[0]}`)
    expect(page.json).toMatchObject({
      kind: 'duty',
      taskId: duties[0],
      no: null,
      title: 'Tham mưu tuyển dụng đủ giáo viên cho các trường',
      printedUnits: [
        { role: 'lead', printedName: 'Phòng Nội vụ' },
        { role: 'coordinating', printedName: 'Các trường' },
      ],
    })
    const rows: { unitId: string; term: string; assignmentId: string; windowNo: number }[] = page.json.work
    expect(new Set(rows.map((row) => row.unitId))).toEqual(new Set([interior, primary]))
    const own = rows.find((row) => row.unitId === primary && row.term === 'term_1')
    const reply = await scene.as.mai.post(
      `/api/assignments/${own?.assignmentId}/windows/${own?.windowNo}/progress`,
      { version: 1, status: 'done', percent: 100, note: 'Đã báo cáo HK I', evidence: [] },
    )
    expect([reply.status, reply.json.standing]).toEqual([200, { kind: 'done' }])
    for (const [who, status] of [
      ['kien', 404],
      ['la', 404],
      ['nobody', 401],
    ] as const)
      expect((await scene.as[who].get(`/api/tasks/${duties[0]}`)).status).toBe(status)
  })

  test('a duty that is joined to a task is followed through it', async ({ scene }) => {
    const { planId, tasks, duties } = await aFullDraft(scene)
    const { at: _at, ...given } = aDuty(scene, { taskId: tasks[2] })
    const joined = await scene.as.hung.patch(`/api/plan-duties/${duties[0]}`, {
      ...given,
      version: 1,
      review: 'corrected',
    })
    expect(joined.json).toMatchObject({ taskId: tasks[2], version: 2 })
    expect((await publish(scene, planId)).json).toEqual({ assignments: 8, units: 6 })
    expect((await scene.as.hung.get(`/api/plans/${planId}`)).json.duties[0].taskId).toBe(tasks[2])
  })

  test.for([
    ['a duty that nobody has looked at', 'duties', { review: 'unreviewed' }, 'not_reviewed'],
    ['a duty of nobody', 'duties', { units: [] }, 'no_unit'],
    [
      'a duty of somebody who is not matched',
      'duties',
      { units: [{ role: 'lead', printedName: 'Ai đó', target: null }] },
      'name_not_matched',
    ],
    ['a target without its figure', 'targets', { numerator: null }, 'figure_missing'],
    ['a target that nobody has looked at', 'targets', { review: 'unreviewed' }, 'not_reviewed'],
    ['a target without words', 'targets', { statement: ' ' }, 'no_statement'],
  ] as const)('with %s is refused, and says which', async ([, list, over, fault], { scene }) => {
    const { planId, targets, duties } = await aFullDraft(scene)
    const [path, given] =
      list === 'duties'
        ? [`plan-duties/${duties[0]}`, aDuty(scene)]
        : [`plan-targets/${targets[0]}`, aTarget()]
    const body = { ...given, version: 1, review: 'corrected', ...over }
    expect((await scene.as.hung.patch(`/api/${path}`, body)).status).toBe(200)
    expect((await preview(scene, planId)).stops).toMatchObject([
      { item: { kind: list === 'duties' ? 'duty' : 'target' }, fault },
    ])
    const reply = await publish(scene, planId)
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([422, 'plan_not_complete', fault])
    expect(await scene.db.selectFrom('assignment').select('id').execute()).toEqual([])
  })

  test('a partner whom nobody could match stops nothing and is given nothing', async ({ scene }) => {
    const { interior } = scene.world.units
    const { planId, duties } = await aFullDraft(scene)
    const units = [
      { role: 'lead', printedName: 'Phòng Nội vụ', target: { unit: interior } },
      { role: 'coordinating', printedName: 'các lực lượng khác', target: null },
    ]
    const { at: _at, ...given } = aDuty(scene, { units })
    const reply = await scene.as.hung.patch(`/api/plan-duties/${duties[0]}`, {
      ...given,
      version: 1,
      review: 'corrected',
    })
    expect(reply.json.faults).toEqual(['partner_not_matched'])
    expect((await publish(scene, planId)).json).toEqual({ assignments: 9, units: 6 })
  })
})
