import { describe, expect } from 'vitest'
import type { AssignmentId } from '#domain/basics/ids.ts'
import { lifeOf, type StepMove } from '#domain/following/life.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'
import { listSteps, listWindowLives } from './steps.queries.ts'

/** The share of TH Đằng Lâm in the task with two windows; the first one is late since 31/12/2024. */
async function ofPrimary(scene: Scene) {
  const { tasks } = await aPublishedPlan(scene)
  return { id: await assignmentOf(scene, tasks[1], scene.world.units.primary), taskId: tasks[1], tasks }
}

const move = (who: Caller, id: AssignmentId, name: string, version: number, reason: string | null = null) =>
  who.post(`/api/assignments/${id}/steps`, { move: name, version, reason })
const moveWindow = (who: Caller, id: AssignmentId, body: Record<string, unknown>, windowNo = 1) =>
  who.post(`/api/assignments/${id}/windows/${windowNo}/steps`, { reason: null, dueOn: null, ...body })
const done = (who: Caller, id: AssignmentId, version = 1) =>
  who.post(`/api/assignments/${id}/windows/1/progress`, {
    version,
    status: 'done',
    percent: 100,
    note: null,
    evidence: [],
  })
const assignment = (scene: Scene, id: AssignmentId) =>
  scene.db
    .selectFrom('assignment')
    .select(['state', 'version', 'holder_id as holderId'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
const window = async (scene: Scene, id: AssignmentId, windowNo = 1) =>
  (await listWindowLives(scene.db, scene.world.tenantId, id)).find((one) => one.windowNo === windowNo)
const steps = async (scene: Scene, id: AssignmentId) =>
  (await listSteps(scene.db, scene.world.tenantId, [id])).toReversed()
const moves = async (scene: Scene, id: AssignmentId): Promise<StepMove[]> =>
  (await steps(scene, id)).map((step) => step.move)
const rowOf = async (scene: Scene, who: keyof Scene['as'], taskId: string | undefined, id: AssignmentId) =>
  (await scene.as[who].get(`/api/tasks/${taskId}`)).json.work.find(
    (row: { assignmentId: string }) => row.assignmentId === id,
  )
/** What is stored is what the steps tell. */
async function expectTold(scene: Scene, id: AssignmentId) {
  const life = lifeOf(await steps(scene, id))
  const stored = await assignment(scene, id)
  expect([life?.state, life?.holderId]).toEqual([stored.state, stored.holderId])
  const none = { completion: 'open', askedOn: null, grantedOn: null }
  for (const { windowNo, ...one } of await listWindowLives(scene.db, scene.world.tenantId, id))
    expect(life?.windows.get(windowNo) ?? none).toEqual(one)
}

describe('an assignment', () => {
  test('is acknowledged, returned with its reason, given again', async ({ scene }) => {
    const { id, taskId } = await ofPrimary(scene)
    const { mai, cuc, hung } = scene.as
    expect((await rowOf(scene, 'mai', taskId, id)).waits).toEqual({ unit: 'late', issuer: null })
    expect((await move(cuc, id, 'acknowledge', 1)).status).toBe(204)
    expect((await move(mai, id, 'return', 2)).json.reason).toBe('reason_missing')
    expect((await move(mai, id, 'return', 2, 'Không phải việc của cấp tiểu học')).status).toBe(204)
    expect(await rowOf(scene, 'hung', taskId, id)).toMatchObject({
      state: 'returned',
      reason: 'Không phải việc của cấp tiểu học',
      waits: { unit: null, issuer: 'returned' },
    })
    expect((await done(mai, id)).json.reason).toBe('not_in_hand')
    expect((await move(hung, id, 'give_again', 3, 'Vẫn do trường thực hiện')).status).toBe(204)
    expect(await assignment(scene, id)).toMatchObject({ state: 'given', version: 4 })
    expect(await moves(scene, id)).toEqual(['acknowledge', 'return', 'give_again'])
    await expectTold(scene, id)
    const told = await scene.db
      .selectFrom('notice')
      .select(['unit_id as unit', 'kind', 'subject'])
      .where('kind', '=', 'assignment_step')
      .orderBy('id')
      .execute()
    expect(told).toMatchObject([
      { unit: scene.world.units.primary, subject: { move: 'give_again', reason: 'Vẫn do trường thực hiện' } },
    ])
  })

  test('that was returned is dropped with a reason, and is on no list any more', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    await move(scene.as.mai, id, 'return', 1, 'Nhầm đơn vị')
    expect((await move(scene.as.lan, id, 'drop', 2)).json.reason).toBe('reason_missing')
    expect((await move(scene.as.lan, id, 'drop', 2, 'Đồng ý')).status).toBe(204)
    const { primary } = scene.world.units
    expect((await scene.as.mai.get(`/api/work?unitId=${primary}&schoolYear=2024-2025`)).json.rows).toEqual([])
    await expectTold(scene, id)
  })

  test.for([
    ['acknowledge', 'acknowledged twice'],
    ['give_again', 'given again while it is held'],
    ['drop', 'dropped while it is held'],
  ] as const)('is not moved by %s where that is not open', async ([name], { scene }) => {
    const { id } = await ofPrimary(scene)
    await move(scene.as.mai, id, 'acknowledge', 1)
    const who = name === 'acknowledge' ? scene.as.mai : scene.as.hung
    expect((await move(who, id, name, 2, 'Lý do')).json.code).toBe('step_not_allowed')
    expect(await moves(scene, id)).toEqual(['acknowledge'])
  })

  test('moved by two at a time is told to the second', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    await move(scene.as.mai, id, 'acknowledge', 1)
    expect((await move(scene.as.cuc, id, 'return', 1, 'Nhầm')).json.code).toBe('changed_meanwhile')
  })

  test.for([
    ['acknowledge', 'viet', 403],
    ['acknowledge', 'lan', 403],
    ['acknowledge', 'nga', 404],
    ['acknowledge', 'kien', 404],
    ['acknowledge', 'la', 404],
    ['acknowledge', 'nobody', 401],
    ['drop', 'mai', 403],
    ['drop', 'quang', 403],
    ['drop', 'kien', 404],
    ['give_again', 'cuc', 403],
  ] as const)('is not %s by %s', async ([name, who, status], { scene }) => {
    const { id } = await ofPrimary(scene)
    expect((await move(scene.as[who], id, name, 1, 'Lý do')).status).toBe(status)
    expect(await moves(scene, id)).toEqual([])
  })

  test('acknowledged by an officer for a unit that phoned is marked so', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    expect((await move(scene.as.hung, id, 'acknowledge', 1)).status).toBe(204)
    expect((await steps(scene, id))[0]).toMatchObject({ onBehalf: true, personName: 'Nguyễn Văn Hùng' })
  })

  test('that does not exist is not found', async ({ scene }) => {
    expect((await move(scene.as.mai, anId<AssignmentId>(), 'acknowledge', 1)).status).toBe(404)
  })
})

describe('a completion', () => {
  test('is claimed by a report, sent back with its reason, claimed again, confirmed', async ({ scene }) => {
    const { id, taskId } = await ofPrimary(scene)
    const { mai, hung } = scene.as
    await done(mai, id)
    expect(await rowOf(scene, 'hung', taskId, id)).toMatchObject({
      state: 'acknowledged',
      completion: 'claimed',
      waits: { issuer: 'claim' },
    })
    expect((await moveWindow(hung, id, { move: 'send_back', version: 2 })).json.reason).toBe('reason_missing')
    const back = { move: 'send_back', version: 2, reason: 'Thiếu biên bản' }
    expect((await moveWindow(hung, id, back)).status).toBe(204)
    expect(await rowOf(scene, 'mai', taskId, id)).toMatchObject({
      status: 'under_way',
      doneOn: null,
      standing: { kind: 'late' },
      reason: 'Thiếu biên bản',
      waits: { unit: 'sent_back', issuer: null },
    })
    await done(mai, id, 3)
    expect((await moveWindow(hung, id, { move: 'confirm', version: 4 })).status).toBe(204)
    expect(await window(scene, id)).toMatchObject({ completion: 'confirmed' })
    expect(await moves(scene, id)).toEqual(['acknowledge', 'claim', 'send_back', 'claim', 'confirm'])
    await expectTold(scene, id)
    expect((await moveWindow(hung, id, { move: 'confirm', version: 5 })).json.code).toBe('step_not_allowed')
    const again = { version: 5, status: 'under_way', percent: 50, note: 'Còn', evidence: [] }
    expect((await mai.post(`/api/assignments/${id}/windows/1/progress`, again)).json.reason).toBe(
      'confirmed_already',
    )
  })

  test('that the officer records for a unit is confirmed at once, with who told him and when', async ({
    scene,
  }) => {
    const { id, taskId } = await ofPrimary(scene)
    const told = {
      version: 1,
      status: 'done',
      percent: 100,
      note: null,
      evidence: [],
      toldBy: 'Cô Cúc, văn thư, qua điện thoại',
      toldOn: '2025-01-17',
      delivered: ['Biên bản'],
    }
    expect((await scene.as.hung.post(`/api/assignments/${id}/windows/1/progress`, told)).status).toBe(200)
    expect(await window(scene, id)).toMatchObject({ completion: 'confirmed' })
    expect((await scene.as.mai.get(`/api/tasks/${taskId}`)).json.thread).toMatchObject([
      { onBehalf: true, toldBy: told.toldBy, toldOn: '2025-01-17', delivered: ['Biên bản'] },
    ])
    await expectTold(scene, id)
  })

  test.for([
    ['mai', 403],
    ['quang', 403],
    ['kien', 404],
  ] as const)('is not %s’s to confirm', async ([who, status], { scene }) => {
    const { id } = await ofPrimary(scene)
    await done(scene.as.mai, id)
    expect((await moveWindow(scene.as[who], id, { move: 'confirm', version: 2 })).status).toBe(status)
    expect(await window(scene, id)).toMatchObject({ completion: 'claimed' })
  })
})

describe('another finish', () => {
  const ask = { move: 'ask', version: 1, reason: 'Chờ đoàn kiểm tra', dueOn: '2025-02-28' }

  test('is asked for with a reason and granted, also for another day: lateness follows it', async ({
    scene,
  }) => {
    const { id, taskId } = await ofPrimary(scene)
    const { mai, hung } = scene.as
    expect((await moveWindow(mai, id, { ...ask, reason: null })).json.reason).toBe('reason_missing')
    expect((await moveWindow(mai, id, { ...ask, dueOn: '2024-12-31' })).json.reason).toBe('not_later')
    expect((await moveWindow(mai, id, ask)).status).toBe(204)
    expect(await rowOf(scene, 'hung', taskId, id)).toMatchObject({
      askedOn: '2025-02-28',
      dueOn: '2024-12-31',
      reason: 'Chờ đoàn kiểm tra',
      standing: { kind: 'late' },
      waits: { unit: 'late', issuer: 'extension' },
    })
    expect((await moveWindow(mai, id, { ...ask, version: 2 })).json.reason).toBe('asked_already')
    const grant = { move: 'grant', version: 2, dueOn: '2025-02-14' }
    expect((await moveWindow(hung, id, grant)).status).toBe(204)
    expect(await rowOf(scene, 'mai', taskId, id)).toMatchObject({
      askedOn: null,
      dueOn: '2025-02-14',
      printedDueOn: '2024-12-31',
      standing: { kind: 'open' },
    })
    await expectTold(scene, id)
  })

  test('is refused with a reason, and the printed one stays', async ({ scene }) => {
    const { id } = await ofPrimary(scene)
    await moveWindow(scene.as.mai, id, ask)
    const refuse = { move: 'refuse', version: 2 }
    expect((await moveWindow(scene.as.lan, id, refuse)).json.reason).toBe('reason_missing')
    expect((await moveWindow(scene.as.lan, id, { ...refuse, reason: 'Phải xong trước Tết' })).status).toBe(
      204,
    )
    expect(await window(scene, id)).toMatchObject({ askedOn: null, grantedOn: null })
    await expectTold(scene, id)
  })

  test('of what has none is not asked for; of the other window it is its own', async ({ scene }) => {
    const { id, tasks } = await ofPrimary(scene)
    const regular = await assignmentOf(scene, tasks[2], scene.world.units.interior)
    expect((await moveWindow(scene.as.nga, regular, ask)).json.reason).toBe('no_finish')
    expect((await moveWindow(scene.as.mai, id, { ...ask, dueOn: '2025-06-30' }, 2)).status).toBe(204)
    expect(await window(scene, id, 1)).toMatchObject({ askedOn: null })
    expect(await window(scene, id, 2)).toMatchObject({ askedOn: '2025-06-30' })
    expect((await moveWindow(scene.as.mai, id, ask, 9)).json.code).toBe('not_found')
  })

  test.for([
    ['hung', 'ask', 204],
    ['viet', 'ask', 403],
    ['kien', 'ask', 404],
    ['mai', 'grant', 403],
    ['quang', 'grant', 403],
  ] as const)('by %s, %s: %i', async ([who, name, status], { scene }) => {
    const { id } = await ofPrimary(scene)
    if (name === 'grant') await moveWindow(scene.as.mai, id, ask)
    const version = name === 'grant' ? 2 : 1
    expect((await moveWindow(scene.as[who], id, { ...ask, move: name, version })).status).toBe(status)
  })
})

describe('within the unit', () => {
  const handTo = (who: Caller, id: AssignmentId, personId: string | null, version = 1) =>
    who.post(`/api/assignments/${id}/holder`, { version, personId })

  test('the head hands it to a colleague and takes it back', async ({ scene }) => {
    const { id, taskId } = await ofPrimary(scene)
    const { cuc, nga } = scene.world.people
    expect((await scene.as.mai.get(`/api/assignments/${id}/colleagues`)).json).toEqual([
      { personId: cuc.personId, name: 'Vũ Thị Cúc', jobTitle: null },
      { personId: scene.world.people.mai.personId, name: 'Phạm Thị Mai', jobTitle: null },
    ])
    expect((await handTo(scene.as.mai, id, cuc.personId)).status).toBe(204)
    expect(await rowOf(scene, 'cuc', taskId, id)).toMatchObject({
      holderId: cuc.personId,
      holderName: 'Vũ Thị Cúc',
    })
    expect((await handTo(scene.as.mai, id, nga.personId, 2)).json.reason).toBe('not_a_colleague')
    expect((await handTo(scene.as.mai, id, cuc.personId, 2)).json.code).toBe('step_not_allowed')
    expect((await handTo(scene.as.mai, id, null)).json.code).toBe('changed_meanwhile')
    expect((await handTo(scene.as.mai, id, null, 2)).status).toBe(204)
    expect(await moves(scene, id)).toEqual(['hand', 'hand_back'])
    await expectTold(scene, id)
  })

  test.for([
    ['cuc', 403],
    ['hung', 403],
    ['viet', 403],
    ['nga', 404],
    ['la', 404],
  ] as const)('%s does not', async ([who, status], { scene }) => {
    const { id } = await ofPrimary(scene)
    const { cuc } = scene.world.people
    expect((await handTo(scene.as[who], id, cuc.personId)).status).toBe(status)
    expect((await scene.as[who].get(`/api/assignments/${id}/colleagues`)).status).toBe(status)
  })
})

describe('what waits', () => {
  test('for the issuer is one list: returned, extensions, completions', async ({ scene }) => {
    const { id, tasks } = await ofPrimary(scene)
    const regular = await assignmentOf(scene, tasks[2], scene.world.units.interior)
    await move(scene.as.nga, regular, 'return', 1, 'Thuộc phòng khác')
    await done(scene.as.mai, id)
    await moveWindow(scene.as.mai, id, { move: 'ask', version: 1, reason: 'Nghỉ hè', dueOn: '2025-06-15' }, 2)
    const url = `/api/work?unitId=${scene.world.units.haiAn}&schoolYear=2024-2025&reach=below&waits=issuer`
    const { rows } = (await scene.as.hung.get(url)).json
    expect(rows.map((row: { waits: { issuer: string } }) => row.waits.issuer).toSorted()).toEqual([
      'claim',
      'extension',
      'returned',
    ])
  })
})
