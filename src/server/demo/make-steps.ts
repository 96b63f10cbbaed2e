// What units and their issuer have said to each other by the demo's day: taken up, handed on, claimed, asked for, returned.
import { addDays } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { listWork, type Work } from '#server/following/following.service.ts'
import { reportProgress } from '#server/following/progress.service.ts'
import { hand, listColleagues, moveOn, moveWindow } from '#server/following/steps.service.ts'
import { demoToday } from './facts/hai-phong.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

const lately = addDays(demoToday, -3)

export async function makeSteps(acting: Acting, ids: UnitIds): Promise<void> {
  await stepsOfSchool(acting, ids)
  await stepsOfOffice(acting, ids)
}

async function workOf(acting: Acting, who: string, ids: UnitIds, code: string): Promise<Work[]> {
  const schoolYear = parseSchoolYear('2024-2025')
  if (schoolYear === null) throw new Error('no school year')
  const ctx = await acting(who, lately)
  return (await listWork(ctx, { unitId: mustHave(ids, code), schoolYear, reach: 'own' })).rows
}

/** Of windows of one assignment only the first: a step on it changes the version of all. */
function oneEach(rows: readonly Work[]): Work[] {
  return rows.filter(
    (row, index) => rows.findIndex((other) => other.assignmentId === row.assignmentId) === index,
  )
}

async function stepsOfSchool(acting: Acting, ids: UnitIds): Promise<void> {
  const head = await acting('minh', lately)
  const open = oneEach(await workOf(acting, 'minh', ids, 'HA-TH-DANGHAI')).filter(
    (row) => row.doneOn === null,
  )
  const [handed, claimed] = open
  if (handed !== undefined) {
    const clerk = (await listColleagues(head, handed.assignmentId)).find(
      (one) => one.name === 'Trịnh Ngọc Hoa',
    )
    if (clerk !== undefined)
      await hand(head, handed.assignmentId, { version: handed.assignmentVersion, personId: clerk.personId })
  }
  if (claimed !== undefined)
    await reportProgress(head, claimed.assignmentId, claimed.windowNo, {
      version: claimed.version,
      status: 'done',
      percent: 100,
      note: 'Nhà trường đã hoàn thành, gửi báo cáo kèm theo công văn.',
      evidence: [],
      toldBy: null,
      toldOn: null,
      delivered: null,
    })
}

async function stepsOfOffice(acting: Acting, ids: UnitIds): Promise<void> {
  const head = await acting('tuan', lately)
  const open = oneEach(await workOf(acting, 'tuan', ids, 'HA-PNV')).filter((row) => row.doneOn === null)
  const asking = open.find((row) => row.dueOn !== null && row.askedOn === null)
  if (asking?.dueOn !== null && asking !== undefined)
    await moveWindow(head, asking.assignmentId, asking.windowNo, {
      version: asking.version,
      move: 'ask',
      reason: 'Chờ thành phố giao biên chế năm 2025.',
      dueOn: addDays(asking.dueOn < demoToday ? demoToday : asking.dueOn, 30),
    })
  const returned = open.find(
    (row) => row.assignmentId !== asking?.assignmentId && row.role === 'coordinating',
  )
  if (returned !== undefined)
    await moveOn(head, returned.assignmentId, {
      version: returned.assignmentVersion,
      move: 'return',
      reason: 'Nội dung này thuộc thẩm quyền của Phòng Tài chính - Kế hoạch.',
    })
}
