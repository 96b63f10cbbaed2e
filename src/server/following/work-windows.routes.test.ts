// The list of work is counted, ordered and filtered in the database; here it is held against the domain's own rules.
import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { compareUrgency, standingOf } from '#domain/following/standing.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { countWork } from './work-windows.queries.ts'

type Row = Parameters<typeof compareUrgency>[0] & {
  unitId: string
  title: string
  waits: { unit: string | null; issuer: string | null }
}
const list = async (scene: Scene, more = '') =>
  (
    await scene.as.hung.get(
      `/api/work?unitId=${scene.world.units.haiAn}&schoolYear=2024-2025&reach=below${more}`,
    )
  ).json
const moveTo = (scene: Scene, day: string) =>
  scene.db
    .updateTable('tenant')
    .set({ business_date: localDate(day) })
    .where('tenant_id', '=', scene.world.tenantId)
    .execute()

async function lived(scene: Scene) {
  const { tasks } = await aPublishedPlan(scene)
  const { primary, interior } = scene.world.units
  const ofPrimary = await assignmentOf(scene, tasks[1], primary)
  const ofInterior = await assignmentOf(scene, tasks[1], interior)
  const report = { version: 1, note: null, evidence: [] }
  await scene.as.mai.post(`/api/assignments/${ofPrimary}/windows/1/progress`, {
    ...report,
    status: 'done',
    percent: 100,
  })
  await scene.as.hung.post(`/api/assignments/${ofInterior}/steps`, {
    version: 1,
    move: 'return',
    reason: 'Nhầm đơn vị',
  })
  await scene.as.mai.post(`/api/assignments/${ofPrimary}/windows/2/steps`, {
    version: 1,
    move: 'ask',
    reason: 'Chờ kinh phí',
    dueOn: '2025-06-30',
  })
}

describe('the list of work', () => {
  test.for(['2024-07-15', '2024-09-25', '2024-12-24', '2025-01-20', '2025-05-26', '2025-07-15'])(
    'on %s is as the domain says: standing, order, counts, who waits',
    async (day, { scene }) => {
      await lived(scene)
      await moveTo(scene, day)
      const { rows, counts } = await list(scene)
      const today = { today: localDate(day), calendar: new Map() }
      const told = rows.map((row: Row) => row.standing)
      expect(told).toEqual(rows.map((row: Row) => standingOf(row, today)))
      expect(rows.map((row: Row) => [row.standing.kind, row.dueOn])).toEqual(
        rows.toSorted(compareUrgency).map((row: Row) => [row.standing.kind, row.dueOn]),
      )
      for (const kind of ['late', 'due_soon', 'open', 'later', 'done'] as const) {
        const own = rows.filter((row: Row) => row.standing.kind.replace('done_late', 'done') === kind)
        expect([kind, counts[kind]]).toEqual([kind, own.length])
        expect((await list(scene, `&standing=${kind}`)).rows).toEqual(own)
      }
      for (const who of ['unit', 'issuer'] as const)
        expect((await list(scene, `&waits=${who}`)).rows).toEqual(
          rows.filter((row: Row) => row.waits[who] !== null),
        )
    },
  )

  test('is narrowed to a unit, to a month, to what has no end, to words in any order without accents', async ({
    scene,
  }) => {
    await lived(scene)
    const { rows } = await list(scene)
    const { primary } = scene.world.units
    const of = async (more: string) => (await list(scene, more)).rows
    expect(await of(`&ofUnitId=${primary}`)).toEqual(rows.filter((row: Row) => row.unitId === primary))
    expect(await of('&month=2024-12')).toEqual(rows.filter((row: Row) => row.dueOn?.startsWith('2024-12')))
    expect(await of('&month=none')).toEqual(rows.filter((row: Row) => row.dueOn === null))
    expect(await of('&search=noi%20bo%20kiem%20tra')).toEqual(
      rows.filter((row: Row) => row.title === 'Kiểm tra nội bộ trường học'),
    )
    expect(await of('&search=100%25')).toEqual([])
  })

  test('counts only what the asking person may see', async ({ scene }) => {
    await aPublishedPlan(scene)
    const { units, tenantId } = scene.world
    const schoolYear = parseSchoolYear('2024-2025')
    if (schoolYear === null) throw new Error('the school year')
    const path = await scene.db
      .selectFrom('unit_path')
      .select(['path'])
      .where('unit_id', '=', units.primary)
      .executeTakeFirstOrThrow()
    const today = localDate('2025-01-20')
    const asked = {
      under: path.path.split('.')[0] ?? '',
      schoolYear,
      today,
      dueSoonUntil: today,
      currentTerms: [],
    }
    const scope = { tenantId, everything: false, below: [path.path], above: [] }
    expect(await countWork(scene.db, { ...asked, scope })).toMatchObject({ late: 1, later: 1 })
    const nothing = { late: 0, due_soon: 0, open: 0, later: 0, done: 0 }
    expect(await countWork(scene.db, { ...asked, scope: { ...scope, below: [] } })).toEqual(nothing)
  })
})
