import { describe, expect } from 'vitest'
import type { TaskId, UnitId } from '#domain/basics/ids.ts'
import { runDaily } from '#server/daily.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { aSchool, moveTo, record } from '#test/support/units.ts'

const found = async (scene: Scene, on: string): Promise<UnitId> => {
  const reply = await record(scene.as.quang, [
    { kind: 'found', on, unit: 'new:s', as: aSchool(scene.world.units.haiAn) },
  ])
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return reply.json.newUnits['new:s']
}
const ofUnit = async (scene: Scene, unitId: UnitId) =>
  await scene.db
    .selectFrom('assignment as a')
    .innerJoin('assignment_window as w', 'w.assignment_id', 'a.id')
    .select(['a.task_id as taskId', 'a.state', 'w.window_no as no', 'w.due_on as dueOn', 'w.status'])
    .where('a.unit_id', '=', unitId)
    .orderBy('a.id')
    .orderBy('w.window_no')
    .execute()
const notices = async (scene: Scene, unitId: UnitId) =>
  await scene.db
    .selectFrom('notice')
    .select(['kind', 'subject'])
    .where('unit_id', '=', unitId)
    .orderBy('notice.id')
    .execute()
const joined = async (scene: Scene, planId: string, who: keyof Scene['as'] = 'hung') =>
  await scene.as[who].post(`/api/plans/${planId}/joined`)

describe('a unit that joins an audience of a running plan', () => {
  test('gets what is still to be done when it is founded, and is told once', async ({ scene }) => {
    const { tasks, planId } = await aPublishedPlan(scene)
    const school = await found(scene, '2025-01-15')
    // The window that ended in December is not given: nobody begins late.
    expect(await ofUnit(scene, school)).toEqual([
      { taskId: tasks[1], state: 'given', no: 2, dueOn: '2025-05-31', status: 'not_started' },
    ])
    expect(await notices(scene, school)).toMatchObject([
      { kind: 'plan_published', subject: { planId, tasks: 1, duties: 0 } },
    ])
    const trail = await scene.db
      .selectFrom('audit_entry')
      .select(['actor_name as by', 'after'])
      .where('action', '=', 'plan.give_joined')
      .execute()
    expect(trail).toMatchObject([{ by: 'Đỗ Minh Quang', after: { assignments: 1, units: ['MN Văn Đẩu'] } }])
    expect((await joined(scene, planId)).json).toEqual({ units: 0, assignments: 0 })
    expect(await notices(scene, school)).toHaveLength(1)
  })

  test('gets it on the day, when it is recorded for later', async ({ scene }) => {
    const { planId } = await aPublishedPlan(scene)
    const school = await found(scene, '2025-02-03')
    expect(await ofUnit(scene, school)).toEqual([])
    await moveTo(scene, '2025-02-03')
    await runDaily(scene.services)
    expect(await ofUnit(scene, school)).toMatchObject([{ no: 2 }])
    await runDaily(scene.services)
    expect(await ofUnit(scene, school)).toHaveLength(1)
    expect((await joined(scene, planId)).json).toEqual({ units: 0, assignments: 0 })
  })

  test('gets it when it moves under the issuer; nobody who has it already is given it again', async ({
    scene,
  }) => {
    const { units } = scene.world
    const { tasks } = await aPublishedPlan(scene)
    const before = await ofUnit(scene, units.primary)
    await record(scene.as.quang, [
      { kind: 'move', on: '2025-01-16', unit: units.kienAnSchool, parentId: units.haiAn },
    ])
    expect(await ofUnit(scene, units.kienAnSchool)).toMatchObject([{ taskId: tasks[1], no: 2 }])
    expect(await ofUnit(scene, units.primary)).toEqual(before)
  })

  test('a successor goes on with what its predecessor had done', async ({ scene }) => {
    const { units } = scene.world
    const { tasks } = await aPublishedPlan(scene)
    const own = await assignmentOf(scene, tasks[1], units.primary)
    await scene.as.mai.post(`/api/assignments/${own}/windows/2/progress`, {
      version: 1,
      status: 'under_way',
      percent: 40,
      note: 'Đã kiểm tra hai tổ',
      evidence: [],
    })
    const school = aSchool(units.haiAn, { code: 'TH-THCS-DL', levels: ['primary', 'lower_secondary'] })
    const reply = await record(scene.as.quang, [
      {
        kind: 'merge',
        on: '2025-01-18',
        units: [units.primary, units.secondary],
        into: { unit: 'new:m', as: school },
      },
    ])
    const merged: UnitId = reply.json.newUnits['new:m']
    expect(await ofUnit(scene, merged)).toMatchObject([
      { taskId: tasks[1], no: 1, status: 'not_started' },
      { taskId: tasks[1], no: 2, status: 'under_way' },
    ])
    for (const unit of [units.primary, units.secondary])
      expect((await ofUnit(scene, unit)).map((one) => one.state)).toEqual(['passed_on', 'passed_on'])
    const steps = await scene.db.selectFrom('assignment_step').select('move').orderBy('seq').execute()
    expect(steps.filter((step) => step.move === 'hand_over')).toHaveLength(2)
    expect((await notices(scene, merged)).map((notice) => notice.kind)).toEqual(['plan_published'])
  })

  test('gets nothing of a plan of another year, nor what the issuer dropped', async ({ scene }) => {
    const { units } = scene.world
    const { planId, tasks } = await aPublishedPlan(scene)
    const own = await assignmentOf(scene, tasks[1], units.interior)
    await scene.as.nga.post(`/api/assignments/${own}/steps`, {
      version: 1,
      move: 'return',
      reason: 'Không thuộc phòng',
    })
    await scene.as.hung.post(`/api/assignments/${own}/steps`, {
      version: 2,
      move: 'drop',
      reason: 'Phòng GD&ĐT làm',
    })
    expect((await joined(scene, planId)).json).toEqual({ units: 0, assignments: 0 })
    await moveTo(scene, '2025-09-10')
    const school = await found(scene, '2025-09-08')
    expect(await ofUnit(scene, school)).toEqual([])
  })

  test('is given it on demand by whoever may publish, and by nobody else', async ({ scene }) => {
    const { planId, tasks } = await aPublishedPlan(scene)
    const { secondary } = scene.world.units
    await forget(scene, tasks[1], secondary)
    const status = async (who: keyof Scene['as']) => (await joined(scene, planId, who)).status
    expect(await status('nobody')).toBe(401)
    expect(await status('la')).toBe(404)
    expect(await status('kien')).toBe(404)
    expect(await status('mai')).toBe(403)
    expect(await status('viet')).toBe(403)
    expect((await joined(scene, planId)).json).toEqual({ units: 1, assignments: 1 })
  })
})

/** As if the unit had come after the publishing. */
async function forget(scene: Scene, taskId: TaskId | undefined, unitId: UnitId): Promise<void> {
  const id = await assignmentOf(scene, taskId, unitId)
  await scene.db.deleteFrom('assignment_window').where('assignment_id', '=', id).execute()
  await scene.db.deleteFrom('assignment').where('id', '=', id).execute()
}
