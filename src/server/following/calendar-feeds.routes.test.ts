import { describe, expect } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { aPublishedPlan, assignmentOf } from '#test/support/plans.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId } from '#test/support/world.ts'

const make = (who: Caller, unitId: string | null) => who.post('/api/calendar-feeds', { unitId })
const text = async (scene: Scene, address: string) => {
  const reply = await scene.as.nobody.get(address)
  return { ...reply, lines: Buffer.from(reply.bytes).toString('utf8').replaceAll('\r\n ', '').split('\r\n') }
}
const starting = (lines: readonly string[], head: string) => lines.filter((line) => line.startsWith(head))

describe('a calendar address', () => {
  test('shows the due days of its unit without a session', async ({ scene }) => {
    await aPublishedPlan(scene)
    const { json, status } = await make(scene.as.mai, scene.world.units.primary)
    expect(status).toBe(200)
    const reply = await text(scene, json.address)
    expect([reply.status, reply.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect([reply.lines[0], reply.lines.at(-2)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
    const days = starting(reply.lines, 'DTSTART')
    const { rows } = (
      await scene.as.mai.get(`/api/work?unitId=${scene.world.units.primary}&schoolYear=2024-2025`)
    ).json
    expect(days).toEqual(
      rows.map((row: { dueOn: string }) => `DTSTART;VALUE=DATE:${row.dueOn.replaceAll('-', '')}`).toSorted(),
    )
    expect(starting(reply.lines, 'SUMMARY:Hạn: 2.')).toHaveLength(2)
  })

  test('keeps the uid and raises the sequence when the unit reports', async ({ scene }) => {
    const { tasks } = await aPublishedPlan(scene)
    const { address } = (await make(scene.as.mai, scene.world.units.primary)).json
    const before = await text(scene, address)
    const id = await assignmentOf(scene, tasks[1], scene.world.units.primary)
    const report = { version: 1, status: 'done', percent: 100, note: null, evidence: [] }
    await scene.as.mai.post(`/api/assignments/${id}/windows/1/progress`, report)
    const after = await text(scene, address)
    expect(starting(after.lines, 'UID')).toEqual(starting(before.lines, 'UID'))
    expect(starting(before.lines, 'SEQUENCE')[0]).toBe('SEQUENCE:0')
    expect(Number(starting(after.lines, 'SEQUENCE')[0]?.slice(9))).toBeGreaterThan(0)
    expect(starting(after.lines, 'SUMMARY:Xong: 2.')).toHaveLength(1)
  })

  test('of a person shows what is in his hands', async ({ scene }) => {
    const { tasks } = await aPublishedPlan(scene)
    const { address } = (await make(scene.as.cuc, null)).json
    expect(starting((await text(scene, address)).lines, 'BEGIN:VEVENT')).toEqual([])
    const id = await assignmentOf(scene, tasks[1], scene.world.units.primary)
    const holder = await scene.db
      .selectFrom('calendar_feed')
      .innerJoin('account', 'account.id', 'calendar_feed.account_id')
      .select(['account.person_id as personId'])
      .executeTakeFirstOrThrow()
    await scene.db
      .updateTable('assignment')
      .set({ holder_id: holder.personId })
      .where('id', '=', id)
      .execute()
    expect(starting((await text(scene, address)).lines, 'BEGIN:VEVENT')).toHaveLength(2)
  })

  test('is not found once it was renewed or ended, nor after the account or the role has', async ({
    scene,
  }) => {
    await aPublishedPlan(scene)
    const { primary } = scene.world.units
    const first = (await make(scene.as.mai, primary)).json
    const second = (await make(scene.as.mai, primary)).json
    expect((await text(scene, first.address)).status).toBe(404)
    expect((await text(scene, second.address)).status).toBe(200)
    const own = (await scene.as.mai.get('/api/calendar-feeds')).json
    expect(own).toMatchObject([{ feedId: second.feedId, unitId: primary }])
    expect(JSON.stringify(own)).not.toContain(second.address.split('/')[3])
    expect((await scene.as.cuc.post(`/api/calendar-feeds/${second.feedId}/end`, {})).status).toBe(404)
    await scene.db
      .updateTable('membership')
      .set({ valid_to: localDate('2025-01-01') })
      .execute()
    expect((await text(scene, second.address)).status).toBe(404)
    await scene.db.updateTable('membership').set({ valid_to: null }).execute()
    await scene.db.updateTable('account').set({ deactivated_at: new Date() }).execute()
    expect((await text(scene, second.address)).status).toBe(404)
    await scene.db.updateTable('account').set({ deactivated_at: null }).execute()
    expect((await scene.as.mai.post(`/api/calendar-feeds/${second.feedId}/end`, {})).status).toBe(204)
    expect((await text(scene, second.address)).status).toBe(404)
    const stored = await scene.db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', 'like', 'calendar.%')
      .orderBy('id')
      .execute()
    expect(stored.map((row) => row.action)).toEqual(['calendar.make', 'calendar.make', 'calendar.end'])
  })

  test('is refused for a unit that one may not read, and to who is not signed in', async ({ scene }) => {
    const { primary, preschool } = scene.world.units
    expect((await make(scene.as.mai, preschool)).status).toBe(404)
    expect((await make(scene.as.kien, primary)).status).toBe(404)
    expect((await make(scene.as.la, primary)).status).toBe(404)
    expect((await make(scene.as.nobody, primary)).status).toBe(401)
    expect((await make(scene.as.mai, anId())).status).toBe(404)
    expect((await text(scene, '/api/calendars/khong-co/nam-hoc.ics')).status).toBe(404)
  })
})
