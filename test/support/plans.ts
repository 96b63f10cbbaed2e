// Plans for tests: a draft with three tasks as an officer would have it after the review, and the same plan published.
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { AssignmentId, DutyId, PlanId, TargetId, TaskId, UnitId } from '#domain/basics/ids.ts'
import type { Scene } from './route-test.ts'
import { anId, clock } from './world.ts'

export const planTitle = 'Kế hoạch thực hiện nhiệm vụ năm học 2024-2025'
export const schools = { audience: { any: [{ kinds: ['school'] }] } }
const schoolYear = parseSchoolYear('2024-2025') ?? missing('the school year')

function missing(what: string): never {
  throw new Error(`${what} is missing`)
}

/** The plan alone, without a document and without tasks. */
export async function anEmptyDraft(scene: Scene, issuer: UnitId = scene.world.units.haiAn): Promise<PlanId> {
  const planId = anId<PlanId>()
  const { tenantId, people } = scene.world
  await scene.db
    .insertInto('plan')
    .values({
      tenant_id: tenantId,
      id: planId,
      issuer_unit_id: issuer,
      document_id: null,
      school_year: schoolYear,
      title: planTitle,
      number: '60/KH-UBND',
      signed_on: null,
      state: 'draft',
      created_by: people.hung.personId,
      created_at: clock,
    })
    .execute()
  return planId
}

export function theTasks(scene: Scene) {
  const { education, interior, ward } = scene.world.units
  const unit = (role: 'lead' | 'coordinating', printedName: string, target: unknown) => ({
    role,
    printedName,
    target,
  })
  const month = (start: string, finish: string) => ({ start: { month: start }, finish: { month: finish } })
  const shared = { product: null, at: null }
  return [
    // Over since 30/09/2024.
    {
      ...shared,
      no: '1',
      title: 'Xây dựng kế hoạch năm học',
      windows: [month('2024-08', '2024-09')],
      units: [unit('lead', 'Phòng GD&ĐT', { unit: education })],
    },
    // Twice a year, by each school for itself.
    {
      ...shared,
      no: '2',
      title: 'Kiểm tra nội bộ trường học',
      windows: [month('2024-11', '2024-12'), month('2025-04', '2025-05')],
      units: [unit('lead', 'Các trường', schools), unit('coordinating', 'Phòng Nội vụ', { unit: interior })],
    },
    {
      ...shared,
      no: '3',
      title: 'Tuyên truyền thường xuyên',
      windows: [{ start: null, finish: { recurring: 'regularly' } }],
      units: [
        unit('lead', 'Phòng Nội vụ', { unit: interior }),
        unit('coordinating', 'UBND phường Đằng Lâm', { unit: ward }),
      ],
    },
  ]
}

/** A draft with the three tasks, ready to be published. */
export async function aDraft(scene: Scene): Promise<{ planId: PlanId; title: string; tasks: TaskId[] }> {
  const planId = await anEmptyDraft(scene)
  const tasks: TaskId[] = []
  for (const task of theTasks(scene)) {
    const reply = await scene.as.hung.post(`/api/plans/${planId}/tasks`, task)
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
    tasks.push(reply.json.taskId)
  }
  return { planId, title: planTitle, tasks }
}

export async function aPublishedPlan(
  scene: Scene,
  targets: readonly Record<string, unknown>[] = [],
): Promise<{ planId: PlanId; title: string; tasks: TaskId[]; targets: TargetId[] }> {
  const draft = { ...(await aDraft(scene)), targets: [] as TargetId[] }
  for (const target of targets) {
    const added = await scene.as.hung.post(`/api/plans/${draft.planId}/targets`, target)
    if (added.status !== 200) throw new Error(JSON.stringify(added.json))
    draft.targets.push(added.json.targetId)
  }
  const reply = await scene.as.hung.post(`/api/plans/${draft.planId}/publish`, { version: 1 })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return draft
}

/** The share of a unit in a task. */
export async function assignmentOf(
  scene: Scene,
  taskId: TaskId | undefined,
  unitId: UnitId,
): Promise<AssignmentId> {
  if (taskId === undefined) throw new Error('the plan has no such task')
  const row = await scene.db
    .selectFrom('assignment')
    .select('id')
    .where('task_id', '=', taskId)
    .where('unit_id', '=', unitId)
    .executeTakeFirstOrThrow()
  return row.id
}

export function aTarget(over: Record<string, unknown> = {}) {
  const none = { value: null, numerator: null, denominator: null, percent: null, min: null, max: null }
  return {
    groupCode: 'a',
    groupTitle: 'Quy mô phát triển',
    levels: ['MN'],
    statement: 'Huy động 7.910/9.232 = 85,7% trẻ ra lớp',
    scope: 'trẻ trong độ tuổi',
    kind: 'ratio',
    ...none,
    numerator: 7910,
    denominator: 9232,
    percent: 85.7,
    strict: false,
    period: null,
    direction: null,
    baseline: null,
    unitWord: '%',
    due: null,
    at: { line: 20 },
    ...over,
  }
}

export function aDuty(scene: Scene, over: Record<string, unknown> = {}) {
  const { interior } = scene.world.units
  return {
    section: '2.1',
    heading: 'Phòng Nội vụ',
    body: 'Tham mưu tuyển dụng đủ giáo viên cho các trường',
    role: null,
    taskId: null,
    units: [
      { role: 'lead', printedName: 'Phòng Nội vụ', target: { unit: interior } },
      { role: 'coordinating', printedName: 'Các trường', target: schools },
    ],
    at: { line: 40 },
    ...over,
  }
}

/** The draft with its three tasks, two targets and two duties, ready to be published. */
export async function aFullDraft(
  scene: Scene,
): Promise<{ planId: PlanId; tasks: TaskId[]; targets: [TargetId, TargetId]; duties: [DutyId, DutyId] }> {
  const { planId, tasks } = await aDraft(scene)
  const add = async (path: string, body: unknown) => {
    const reply = await scene.as.hung.post(`/api/plans/${planId}/${path}`, body)
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
    return reply.json
  }
  const count = { kind: 'count', value: 12_246, statement: '12.246 học sinh', unitWord: 'học sinh' }
  const second = {
    body: 'Rà soát định mức biên chế',
    units: [{ role: 'lead', printedName: 'Phòng Nội vụ', target: { unit: scene.world.units.interior } }],
    at: { line: 41 },
  }
  return {
    planId,
    tasks,
    targets: [
      (await add('targets', aTarget())).targetId,
      (await add('targets', aTarget({ ...count, at: { line: 30 } }))).targetId,
    ],
    duties: [(await add('duties', aDuty(scene))).dutyId, (await add('duties', aDuty(scene, second))).dutyId],
  }
}
