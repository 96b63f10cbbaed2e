// In November the district gives the training of teachers a month more and asks more of one target: what units then have of
// the plan is that of the amendment.
import { localDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { publishAmendment } from '#server/following/amend.service.ts'
import { createAmendment, saveEntry } from '#server/plans/amendments.service.ts'
import { getPlan, listPlans } from '#server/plans/plans.service.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

const day = localDate('2024-11-18')

export async function makeAmendment(acting: Acting, ids: UnitIds): Promise<void> {
  const ctx = await acting('lan', day)
  const issuer = mustHave(ids, 'HA')
  const schoolYear = parseSchoolYear('2024-2025')
  if (schoolYear === null) throw new Error('no school year')
  const head = (await listPlans(ctx, issuer, schoolYear)).find((one) => one.issuerUnitId === issuer)
  if (head === undefined) throw new Error('the demo has no plan')
  const { tasks, targets } = await getPlan(ctx, head.planId)
  const task = tasks.find((one) => one.no === '3')
  const target = targets.find((one) => one.kind === 'atLeast' && one.min === 95)
  if (task === undefined || target === undefined) throw new Error('the plan has no such items')
  const { amendmentId } = await createAmendment(ctx, head.planId, {
    reason: 'Các lớp bồi dưỡng mở muộn do bão số 3; giao thêm một phần trăm cho chỉ tiêu đã vượt ở tháng 10',
    number: '214/KH-UBND',
    signedOn: day,
  })
  const { no, title, windows, product, units } = task
  const first = await saveEntry(ctx, amendmentId, {
    version: 1,
    entryId: null,
    kind: 'task',
    act: 'change',
    itemId: task.taskId,
    after: {
      kind: 'task',
      task: {
        no,
        title: title.replace(
          'mở các lớp bồi dưỡng trong năm',
          'mở đủ các lớp bồi dưỡng trước khi hết năm học',
        ),
        windows: windows.map((window) => ({ ...window, finish: { month: '2025-06' } })),
        product,
        units: units.map(({ score: _score, ...unit }) => unit),
      },
    },
  })
  const {
    targetId,
    planId: _plan,
    version: _version,
    endedOn: _ended,
    position: _position,
    at: _at,
    confidence: _sure,
    review: _review,
    ...state
  } = target
  const second = await saveEntry(ctx, amendmentId, {
    version: first.version,
    entryId: null,
    kind: 'target',
    act: 'change',
    itemId: targetId,
    after: {
      kind: 'target',
      target: { ...state, min: 96, statement: state.statement.replace('95', '96') },
    },
  })
  await publishAmendment(ctx, amendmentId, second.version)
}
