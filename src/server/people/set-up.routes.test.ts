import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '#server/database/connect.ts'
import { ownDatabase } from '#test/support/database.ts'
import { type Caller, callerOf, serve } from '#test/support/route-test.ts'

const password = 'trăng thanh gió mát 9'
const given = {
  tierCode: 'district',
  authorityName: 'Ủy ban nhân dân quận Hải An',
  authorityShortName: 'UBND quận Hải An',
  authorityCode: 'HA',
  place: 'Hải An',
  fullName: 'Đỗ Minh Quang',
  userName: 'Quang',
  password,
}

let database: OpenDatabase
let nobody: Caller
let open: (token: string) => Caller
beforeEach(async () => {
  database = await ownDatabase('set_up')
  const { app } = await serve(database.db)
  nobody = callerOf(app, null)
  open = (token) => callerOf(app, token)
})
afterEach(async () => {
  await database.close()
})

const countOf = async (table: 'tenant' | 'unit' | 'person' | 'account' | 'session' | 'audit_entry') =>
  (await database.db.selectFrom(table).select('tenant_id').execute()).length
const nothing = async () =>
  await Promise.all((['tenant', 'unit', 'person', 'account', 'session', 'audit_entry'] as const).map(countOf))

describe('an empty installation', () => {
  test('says so, and becomes an authority with its administrator, who is signed in', async () => {
    expect((await nobody.get('/api/status')).json).toMatchObject({
      setUp: false,
      demo: false,
      demoAccounts: [],
      demoPassword: null,
    })
    const reply = await nobody.post('/api/set-up', given)
    expect(reply.json).toMatchObject({
      tenantName: given.authorityName,
      name: 'Đỗ Minh Quang',
      userName: 'quang',
      todayIsSet: false,
      grants: [{ role: 'administrator', unitCode: 'HA' }],
    })
    const token = /namhoc_session=([^;]+)/.exec(String(reply.headers['set-cookie']))?.[1] ?? ''
    const units = (await open(token).get('/api/units')).json.rows
    expect(units).toMatchObject([
      {
        code: 'HA',
        kind: 'committee',
        tier: 'district',
        officialName: given.authorityName,
        parentId: null,
        place: 'Hải An',
      },
    ])
    expect((await open(token).get(`/api/units/${units[0].unitId}`)).json.issuer).toMatchObject({
      printedName: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN',
      place: 'Hải An',
    })
    expect((await open(token).get('/api/tiers')).json.map((tier: { code: string }) => tier.code)).toEqual([
      'province',
      'district',
      'commune',
    ])
    expect(
      (await database.db.selectFrom('audit_entry').select('action').orderBy('id').execute()).map(
        (row) => row.action,
      ),
    ).toEqual(['tenant.create', 'unit.found', 'unit.issuer', 'person.add', 'session.open'])
    expect((await nobody.get('/api/status')).json.setUp).toBe(true)
    expect((await nobody.post('/api/session', { name: 'quang', password })).status).toBe(200)
    const again = await nobody.post('/api/set-up', { ...given, userName: 'khac' })
    expect([again.status, again.json.code, await countOf('tenant')]).toEqual([409, 'already_set_up', 1])
  })

  test('of two who begin at once takes one', async () => {
    const replies = await Promise.all([
      nobody.post('/api/set-up', given),
      nobody.post('/api/set-up', { ...given, userName: 'khac' }),
    ])
    expect(replies.map((reply) => reply.status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect([await countOf('tenant'), await countOf('person'), await countOf('session')]).toEqual([1, 1, 1])
  })

  test('takes nothing that is not right, and stays empty', async () => {
    for (const [over, status, code] of [
      [{ password: 'ngắn' }, 422, 'password_too_weak'],
      [{ tierCode: 'canton' }, 422, 'unit_event_refused'],
      [{ authorityName: ' ' }, 400, 'bad_request'],
      [{ userName: 'đỗ quang' }, 400, 'bad_request'],
      [{ fullName: undefined }, 400, 'bad_request'],
    ] as const) {
      const reply = await nobody.post('/api/set-up', { ...given, ...over })
      expect([reply.status, reply.json.code]).toEqual([status, code])
    }
    expect(await nothing()).toEqual([0, 0, 0, 0, 0, 0])
  })

  test('lets nobody in, and answers nothing else', async () => {
    expect((await nobody.post('/api/session', { name: 'quang', password })).json.code).toBe('sign_in_failed')
    expect((await nobody.get('/api/units')).json.code).toBe('not_signed_in')
    expect(await nothing()).toEqual([0, 0, 0, 0, 0, 0])
  })
})
