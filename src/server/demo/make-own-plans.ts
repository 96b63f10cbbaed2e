// Plans of units of their own, made of what the district gave them: a school's, approved and half a year in; an office's,
// waiting for its answer; a ward's, returned to be mended.
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { PlanMove } from '#domain/plans/plan-steps.ts'
import { movePlan } from '#server/cascade/approval.service.ts'
import { beginOwnPlan } from '#server/cascade/derive.service.ts'
import { listWork } from '#server/following/following.service.ts'
import { reportProgress } from '#server/following/progress.service.ts'
import { getHead, getPlan } from '#server/plans/plans.service.ts'
import { acceptAsRead } from '#server/plans/review.service.ts'
import { demoToday } from './facts/hai-phong.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

export async function makeOwnPlans(acting: Acting, ids: UnitIds): Promise<void> {
  const begunOn = localDate('2024-10-09')
  const school = await handIn(acting, ids, 'minh', 'HA-TH-DANGHAI', begunOn, 'Trường Tiểu học Đằng Hải')
  await move(acting, 'lan', localDate('2024-10-14'), school, 'approve')
  await report(acting, ids)
  await handIn(acting, ids, 'tuan', 'HA-PNV', localDate('2025-01-15'), 'Phòng Nội vụ quận Hải An')
  const ward = await handIn(acting, ids, 'thao', 'HA-P-THANHTO', localDate('2025-01-13'), 'phường Thành Tô')
  await move(
    acting,
    'lan',
    localDate('2025-01-16'),
    ward,
    'return',
    'Bổ sung đơn vị phối hợp cho việc phổ cập giáo dục và ghi rõ thời hạn của từng việc.',
  )
}

async function handIn(
  acting: Acting,
  ids: UnitIds,
  who: string,
  unitCode: string,
  day: LocalDate,
  name: string,
): Promise<PlanId> {
  const ctx = await acting(who, day)
  const schoolYear = parseSchoolYear('2024-2025')
  if (schoolYear === null) throw new Error('no school year')
  const title = `Kế hoạch thực hiện nhiệm vụ năm học 2024-2025 của ${name}`
  const planId = await beginOwnPlan(ctx, mustHave(ids, unitCode), { schoolYear, title })
  const { tasks, targets, duties } = await getPlan(ctx, planId)
  await acceptAsRead(ctx, planId, {
    taskIds: tasks.map((task) => task.taskId),
    targetIds: targets.map((target) => target.targetId),
    dutyIds: duties.map((duty) => duty.dutyId),
  })
  await move(acting, who, day, planId, 'submit')
  return planId
}

async function move(
  acting: Acting,
  who: string,
  day: LocalDate,
  planId: PlanId,
  step: PlanMove,
  reason: string | null = null,
): Promise<void> {
  const ctx = await acting(who, day)
  const { version } = await getHead(ctx, planId)
  await movePlan(ctx, planId, { move: step, version, reason })
}

/** The school reports on its own items; what the district gave it follows from them. */
async function report(acting: Acting, ids: UnitIds): Promise<void> {
  const ctx = await acting('minh', localDate('2025-01-10'))
  const schoolYear = parseSchoolYear('2024-2025')
  if (schoolYear === null) throw new Error('no school year')
  const { rows } = await listWork(ctx, { unitId: mustHave(ids, 'HA-TH-DANGHAI'), schoolYear, reach: 'own' })
  const own = rows.filter((row) => row.ownPlan && row.status === 'not_started')
  for (const [index, row] of own.entries()) {
    const isOver = row.dueOn !== null && row.dueOn < demoToday
    if (!isOver && index % 3 === 2) continue
    const percent = isOver ? 100 : 30 + (index % 4) * 15
    await reportProgress(ctx, row.assignmentId, row.windowNo, {
      version: row.version,
      status: percent === 100 ? 'done' : 'under_way',
      percent,
      note: percent === 100 ? 'Đã hoàn thành, lưu hồ sơ tại trường' : 'Các tổ chuyên môn đang thực hiện',
      evidence: [],
      toldBy: null,
      toldOn: null,
      delivered: null,
    })
  }
}
