import { describe, expect } from 'vitest'
import type { AssignmentId, UnitId } from '#domain/basics/ids.ts'
import { lifeOf } from '#domain/following/life.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { aSchool, moveTo, record } from '#test/support/units.ts'
import { listSteps } from './steps.queries.ts'

const passOn = (who: Caller, ids: AssignmentId[], toUnitId: UnitId, reason: string | null = null) =>
  who.post('/api/assignments/pass-on', { assignmentIds: ids, toUnitId, reason })
const giveBack = (who: Caller, id: AssignmentId) =>
  who.post(`/api/assignments/${id}/steps`, { move: 'return', version: 1, reason: 'Không thuộc phòng' })
const stored = async (scene: Scene, taskId: string | undefined) =>
  (
    await scene.db
      .selectFrom('assignment as a')
      .innerJoin('assignment_window as w', 'w.assignment_id', 'a.id')
      .select([
        'a.unit_id as unit',
        'a.state',
        'a.from_assignment_id as from',
        'w.status',
        'w.percent',
        'w.completion',
      ])
      .where('w.window_no', '=', 1)
      // A brand of the plan's, not of the test's.
      .where('a.task_id', '=', taskId as never)
      .orderBy('a.id')
      .execute()
  ).map(({ unit, from, ...rest }) => ({ ...rest, unit, isContinued: from !== null }))

describe('what a unit returned', () => {
  test('is given to another one, and begins anew there', async ({ scene }) => {
    const { tasks } = await aPublishedPlan(scene)
    const { units } = scene.world
    const id = await assignmentOf(scene, tasks[1], units.interior)
    expect((await passOn(scene.as.hung, [id], units.ward)).json.code).toBe('step_not_allowed')
    await giveBack(scene.as.nga, id)
    expect((await passOn(scene.as.hung, [id], units.ward, 'Phường thực hiện')).status).toBe(204)
    expect(
      (await stored(scene, tasks[1])).filter((one) => one.isContinued || one.state === 'passed_on'),
    ).toEqual([
      expect.objectContaining({ unit: units.interior, state: 'passed_on' }),
      expect.objectContaining({ unit: units.ward, state: 'given', status: 'not_started', isContinued: true }),
    ])
    const page = (await scene.as.hung.get(`/api/tasks/${tasks[1]}`)).json
    expect(
      page.steps.map((step: { move: string; otherUnitName: string | null }) => [
        step.move,
        step.otherUnitName,
      ]),
    ).toEqual([
      ['pass_on', 'UBND phường Đằng Lâm'],
      ['return', null],
    ])
  })

  test('is not given to a unit that has it, to one of another district, nor by whoever did not issue it', async ({
    scene,
  }) => {
    const { tasks } = await aPublishedPlan(scene)
    const { units } = scene.world
    const id = await assignmentOf(scene, tasks[1], units.interior)
    await giveBack(scene.as.nga, id)
    expect((await passOn(scene.as.hung, [id], units.primary)).json.reason).toBe('unit_has_it')
    expect((await passOn(scene.as.hung, [id], units.kienAnSchool)).json.reason).toBe('unit_not_below')
    expect((await passOn(scene.as.hung, [id], units.otherSchool)).json.code).toBe('not_found')
    expect((await passOn(scene.as.quang, [id], units.ward)).status).toBe(403)
    expect((await passOn(scene.as.nga, [id], units.ward)).status).toBe(403)
    expect((await passOn(scene.as.kien, [id], units.ward)).status).toBe(404)
  })
})

describe('a unit that was merged', () => {
  /** The three schools with their shares; the first two become one on 1 February 2025. */
  async function merged(scene: Scene) {
    const { tasks } = await aPublishedPlan(scene)
    const { units } = scene.world
    const first = await assignmentOf(scene, tasks[1], units.primary)
    const second = await assignmentOf(scene, tasks[1], units.secondary)
    const report = { version: 1, status: 'done', percent: 100, note: 'Xong', evidence: [] }
    await scene.as.mai.post(`/api/assignments/${first}/windows/1/progress`, report)
    const into = aSchool(units.haiAn, {
      code: 'LC-DL',
      officialName: 'Trường Tiểu học và Trung học cơ sở Đằng Lâm',
      shortName: 'TH&THCS Đằng Lâm',
      levels: ['primary', 'lower_secondary'],
    })
    const event = {
      kind: 'merge',
      on: '2025-02-01',
      units: [units.primary, units.secondary],
      into: { unit: 'new:x', as: into },
    }
    const reply = await record(scene.as.quang, [event])
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
    await moveTo(scene, '2025-02-10')
    return { tasks, first, second, heir: reply.json.newUnits['new:x'] as UnitId }
  }

  test('waits for the issuer to hand over; its successor is offered, and goes on where it stood', async ({
    scene,
  }) => {
    const { tasks, first, second, heir } = await merged(scene)
    const { units } = scene.world
    const url = `/api/work?unitId=${units.haiAn}&schoolYear=2024-2025&reach=below&waits=issuer`
    const waiting = (await scene.as.hung.get(url)).json.rows
    expect(waiting.map((row: { waits: { issuer: string } }) => row.waits.issuer)).toContain('unit_ended')
    expect((await scene.as.hung.get(`/api/assignments/${first}/successors`)).json).toEqual([
      { unitId: heir, name: 'TH&THCS Đằng Lâm', code: 'LC-DL' },
    ])
    // Both schools had the task: the second joins what the first one brought.
    expect((await passOn(scene.as.hung, [first, second], heir)).status).toBe(204)
    const rows = await stored(scene, tasks[1])
    expect(rows.filter((row) => row.unit === heir)).toEqual([
      { unit: heir, state: 'given', status: 'done', percent: 100, completion: 'claimed', isContinued: true },
    ])
    expect(rows.filter((row) => row.state === 'passed_on').map((row) => row.unit)).toEqual(
      expect.arrayContaining([units.primary, units.secondary]),
    )
    const id = await assignmentOf(scene, tasks[1], heir)
    const steps = (await listSteps(scene.db, scene.world.tenantId, [id])).toReversed()
    expect(lifeOf(steps)?.windows.get(1)).toMatchObject({ completion: 'claimed' })
    const page = (await scene.as.hung.get(`/api/tasks/${tasks[1]}`)).json
    expect(page.thread).toMatchObject([{ unitName: 'TH Đằng Lâm', note: 'Xong' }])
  })

  test('hands nothing over to strangers', async ({ scene }) => {
    const { first, heir } = await merged(scene)
    expect((await passOn(scene.as.hung, [first], scene.world.units.kienAnSchool)).json.reason).toBe(
      'unit_not_below',
    )
    expect((await passOn(scene.as.kien, [first], heir)).status).toBe(404)
    expect((await scene.as.kien.get(`/api/assignments/${first}/successors`)).status).toBe(404)
  })
})
