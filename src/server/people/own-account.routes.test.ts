import { describe, expect } from 'vitest'
import type { SessionId } from '#domain/basics/ids.ts'
import { routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId, clock } from '#test/support/world.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

const current = 'mật khẩu đang dùng'
const next = 'trăng thanh gió mát 9'
const withPassword = async (scene: Scene, phone: string | null = null) =>
  scene.db
    .updateTable('account')
    .set({ password_hash: await hashPassword(current), sign_in_phone: phone })
    .where('id', '=', scene.world.people.cuc.accountId)
    .execute()
const signIn = (scene: Scene, name = 'cuc', password = current) =>
  scene.as.nobody.post('/api/session', { name, password })
const cookieOf = (reply: { headers: Record<string, unknown> }) =>
  /namhoc_session=([^;]+)/.exec(String(reply.headers['set-cookie']))?.[1] ?? ''
const actions = async (scene: Scene) =>
  (await scene.db.selectFrom('audit_entry').select('action').orderBy('id').execute()).map((row) => row.action)

describe('one’s own sessions', () => {
  test('are listed with the present one marked; another one can be ended', async ({ scene }) => {
    const { world, as, signIn: open } = scene
    const elsewhere = await open(world.tenantId, world.people.cuc)
    const list = (await as.cuc.get('/api/sessions')).json
    expect(list.map((one: { current: boolean; ip: string }) => [one.current, one.ip]).toSorted()).toEqual([
      [false, '127.0.0.1'],
      [true, '127.0.0.1'],
    ])
    const other = list.find((one: { current: boolean }) => !one.current)
    expect((await as.cuc.delete(`/api/sessions/${other.sessionId}`)).status).toBe(204)
    expect((await elsewhere.get('/api/session')).json.code).toBe('not_signed_in')
    expect((await as.cuc.get('/api/session')).status).toBe(200)
    expect(await actions(scene)).toEqual(['session.end'])
    expect((await as.cuc.delete(`/api/sessions/${other.sessionId}`)).json.code).toBe('not_found')
  })

  test('are nobody else’s to end', async ({ scene }) => {
    const [session] = (await scene.as.mai.get('/api/sessions')).json
    for (const who of ['cuc', 'quang', 'la'] as const) {
      const reply = await scene.as[who].delete(`/api/sessions/${session.sessionId}`)
      expect([reply.status, reply.json.code]).toEqual([404, 'not_found'])
    }
    expect((await scene.as.cuc.delete(`/api/sessions/${anId<SessionId>()}`)).json.code).toBe('not_found')
    expect((await scene.as.mai.get('/api/session')).status).toBe(200)
  })

  test('end by themselves after thirty days', async ({ scene }) => {
    await withPassword(scene)
    const cookie = { cookie: `namhoc_session=${cookieOf(await signIn(scene))}` }
    const { clock: before } = scene.services
    try {
      scene.services.clock = () => new Date(clock.getTime() + 30 * 86_400_000 - 1000)
      expect((await scene.as.nobody.get('/api/session', cookie)).status).toBe(200)
      scene.services.clock = () => new Date(clock.getTime() + 30 * 86_400_000)
      expect((await scene.as.nobody.get('/api/session', cookie)).json.code).toBe('not_signed_in')
    } finally {
      scene.services.clock = before
    }
  })

  test('begin with a new token each time, of which only the digest is stored', async ({ scene }) => {
    await withPassword(scene)
    const [first, second] = [cookieOf(await signIn(scene)), cookieOf(await signIn(scene))]
    expect([first.length, second.length, first === second]).toEqual([43, 43, false])
    expect(JSON.stringify(await scene.db.selectFrom('session').select('token_hash').execute())).not.toContain(
      first,
    )
  })
})

describe('signing in', () => {
  test.for(['0912345678', '+84 912 345 678', '84912345678', '0912.345.678', ' CUC '])(
    'by %j is one and the same account',
    async (name, { scene }) => {
      await withPassword(scene, '0912345678')
      expect((await signIn(scene, name)).json.userName).toBe('cuc')
    },
  )

  test('guesses at one phone count together, however it is written', async ({ scene }) => {
    await withPassword(scene, '0912345678')
    for (const name of [
      '0912345678',
      '0912 345678',
      '091 2345678',
      '+84912345678',
      '84 912345678',
      '0912-345-678',
      '(0912) 345678',
      '0912.345678',
    ])
      expect((await signIn(scene, name, 'đoán mò')).status).toBe(401)
    const reply = await signIn(scene, '09 12 34 56 78', 'đoán mò')
    expect([reply.status, reply.json.code]).toEqual([429, 'too_many_attempts'])
  })

  test('who has got in is no longer counted, and nobody waits longer than a quarter of an hour', async ({
    scene,
  }) => {
    await withPassword(scene, '0912345678')
    const fail = async (times: number, name: string) => {
      for (let count = 0; count < times; count++) expect((await signIn(scene, name, 'sai')).status).toBe(401)
    }
    for (const name of ['cuc', '0912 345 678']) {
      await fail(7, name)
      expect((await signIn(scene, name)).status).toBe(200)
      await fail(7, name)
      expect((await signIn(scene, name)).status).toBe(200)
    }
    await fail(8, 'cuc')
    expect((await signIn(scene)).json.code).toBe('too_many_attempts')
    const { clock: before } = scene.services
    scene.services.clock = () => new Date(clock.getTime() + 15 * 60_000 + 1)
    try {
      expect((await signIn(scene)).status).toBe(200)
    } finally {
      scene.services.clock = before
    }
  })

  test('one address cannot try many names', async ({ scene }) => {
    const attempts = Array.from({ length: 60 }, (_, index) => ({
      at: clock,
      name_key: `ten${index}`,
      ip: '127.0.0.1',
      succeeded: false,
    }))
    await scene.db.insertInto('sign_in_attempt').values(attempts).execute()
    expect((await signIn(scene, 'ai do')).json.code).toBe('too_many_attempts')
  })

  test('a deactivated account and one without a password get the answer of a wrong password', async ({
    scene,
  }) => {
    expect((await signIn(scene, 'mai', '')).status).toBe(400)
    expect((await signIn(scene, 'mai', 'x')).json.code).toBe('sign_in_failed')
    await withPassword(scene)
    await scene.as.quang.post(`/api/people/${scene.world.people.cuc.personId}/account-state`, {
      active: false,
    })
    expect((await signIn(scene)).json.code).toBe('sign_in_failed')
    expect(await actions(scene)).toEqual(['session.refuse', 'account.deactivate', 'session.refuse'])
  })
})

describe('the own password', () => {
  test('is changed with the current one; the other sessions end', async ({ scene }) => {
    await withPassword(scene)
    const elsewhere = await scene.signIn(scene.world.tenantId, scene.world.people.cuc)
    expect((await scene.as.cuc.post('/api/account/password', { current, next })).status).toBe(204)
    expect([
      (await elsewhere.get('/api/session')).status,
      (await scene.as.cuc.get('/api/session')).status,
    ]).toEqual([401, 200])
    expect([(await signIn(scene)).status, (await signIn(scene, 'cuc', next)).status]).toEqual([401, 200])
    expect((await actions(scene))[0]).toBe('account.password')
  })

  test.for([
    ['a wrong current one', { current: 'sai rồi', next }, 401, 'sign_in_failed'],
    ['a short one', { current, next: 'ngắn' }, 422, 'password_too_weak'],
    ['the user name', { current, next: 'cuccuccuc' }, 422, 'password_too_weak'],
    ['none', { current }, 400, 'bad_request'],
  ] as const)('is not changed with %s', async ([, body, status, code], { scene }) => {
    await withPassword(scene)
    const reply = await scene.as.cuc.post('/api/account/password', body)
    expect([reply.status, reply.json.code]).toEqual([status, code])
    const { hash } = await scene.db
      .selectFrom('account')
      .select('password_hash as hash')
      .where('id', '=', scene.world.people.cuc.accountId)
      .executeTakeFirstOrThrow()
    expect(await verifyPassword(hash, current)).toBe(true)
  })
})
