import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'

type Shares = { late: number; due_soon: number; open: number; later: number; done: number }
type Item = Shares & {
  no: string
  windowNo: number
  units: number
  percent: number
  lead: string | null
  startsOn: string | null
  dueOn: string | null
}
type Line = {
  code: string
  given: number
  done: number
  late: number
  dueSoon: number
  notReported: number
  lastReportOn: string | null
}
const query = ({ world }: Scene, unit: keyof Scene['world']['units'] = 'haiAn') =>
  `unitId=${world.units[unit]}&schoolYear=2024-2025`
const year = async (scene: Scene, more = '&reach=below', who: keyof Scene['as'] = 'hung') =>
  (await scene.as[who].get(`/api/work-year?${query(scene)}${more}`)).json
const byUnit = async (scene: Scene, more = '') =>
  (await scene.as.hung.get(`/api/work-by-unit?${query(scene)}&reach=below${more}`)).json
const codes = (page: { rows: Line[] }) => page.rows.map((row) => row.code)

async function reported(scene: Scene) {
  const { tasks } = await aPublishedPlan(scene)
  const id = await assignmentOf(scene, tasks[1], scene.world.units.primary)
  const report = { version: 1, status: 'done', percent: 100, note: null, evidence: [] }
  const reply = await scene.as.mai.post(`/api/assignments/${id}/windows/1/progress`, report)
  expect(reply.status).toBe(200)
}

describe('the year by task', () => {
  test('a window of a task stands once, its units counted', async ({ scene }) => {
    await reported(scene)
    const { items, total } = await year(scene)
    expect(total).toBe(4)
    expect(
      items.map((item: Item) => [
        item.no,
        item.windowNo,
        item.units,
        item.late,
        item.open,
        item.later,
        item.done,
      ]),
    ).toEqual([
      ['1', 1, 1, 1, 0, 0, 0],
      ['2', 1, 4, 3, 0, 0, 1],
      ['2', 2, 4, 0, 0, 4, 0],
      ['3', 1, 2, 0, 2, 0, 0],
    ])
    expect(items[1].percent).toBe(25)
  })

  test.for(['2024-07-31', '2024-09-23', '2024-09-30', '2024-10-01', '2025-01-20', '2025-06-30'])(
    'counts on %s as the list of work does',
    async (day, { scene }) => {
      await reported(scene)
      await scene.db
        .updateTable('tenant')
        .set({ business_date: localDate(day) })
        .where('tenant_id', '=', scene.world.tenantId)
        .execute()
      const { items } = await year(scene)
      const sum = (standing: keyof Shares) =>
        items.reduce((all: number, item: Item) => all + item[standing], 0)
      const { counts } = (await scene.as.hung.get(`/api/work?${query(scene)}&reach=below`)).json
      expect({
        late: sum('late'),
        due_soon: sum('due_soon'),
        open: sum('open'),
        later: sum('later'),
        done: sum('done'),
      }).toEqual(counts)
    },
  )

  test('is narrowed by unit, role, standing and words of the task or the unit', async ({ scene }) => {
    await aPublishedPlan(scene)
    const seen = async (more: string) =>
      (await year(scene, more)).items.map((item: Item) => `${item.no}/${item.windowNo} ${item.units}`)
    expect(await seen('&reach=own')).toEqual([])
    expect(await seen('&reach=below&standing=late')).toEqual(['1/1 1', '2/1 4'])
    expect(await seen('&reach=below&standing=done')).toEqual([])
    expect(await seen('&reach=below&search=dang lam')).toEqual(['2/1 2', '2/2 2', '3/1 1'])
    expect(await seen(`&reach=below&search=${encodeURIComponent('100%')}`)).toEqual([])
    const { json } = await scene.as.mai.get(`/api/work-year?${query(scene, 'primary')}`)
    expect(json.items.map((item: Item) => item.units)).toEqual([1, 1])
  })
})

describe('the year by unit', () => {
  test('counts each unit, who is latest first', async ({ scene }) => {
    await reported(scene)
    const { rows, total, next } = await byUnit(scene)
    expect([total, next]).toEqual([6, null])
    const school = rows.find((row: Line) => row.code === 'TH-DL')
    expect(school).toMatchObject({
      given: 2,
      done: 1,
      late: 0,
      dueSoon: 0,
      notReported: 0,
      lastReportOn: '2025-01-20',
    })
    const interior = rows.find((row: Line) => row.code === 'HA-NV')
    expect(interior).toMatchObject({ given: 3, done: 0, late: 1, notReported: 2, lastReportOn: null })
  })

  test('is put in order by each of its columns', async ({ scene }) => {
    await reported(scene)
    expect(codes(await byUnit(scene, '&sort=done&direction=descending'))[0]).toBe('TH-DL')
    expect(codes(await byUnit(scene, '&sort=given&direction=descending'))[0]).toBe('HA-NV')
    expect(codes(await byUnit(scene, '&sort=last_report&direction=ascending')).at(-1)).toBe('TH-DL')
    const names = await byUnit(scene, '&sort=name&direction=ascending')
    expect(codes(names)).toHaveLength(6)
    expect(codes(await byUnit(scene, '&sort=name&direction=descending'))).toEqual(codes(names).toReversed())
    expect((await scene.as.hung.get(`/api/work-by-unit?${query(scene)}&sort=secret`)).status).toBe(400)
  })
})
