import { describe, expect } from 'vitest'
import type { PersonId } from '#domain/basics/ids.ts'
import { type Caller, routeTest as test, type Scene } from '#test/support/route-test.ts'
import { anId, clock } from '#test/support/world.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

const password = 'trăng thanh gió mát 9'
const issue = (who: Caller, ...personIds: PersonId[]) => who.post('/api/people/links', { personIds })
const accountOf = (scene: Scene, who: 'cuc' | 'mai') =>
  scene.db
    .selectFrom('account')
    .select(['password_hash as hash', 'version'])
    .where('id', '=', scene.world.people[who].accountId)
    .executeTakeFirstOrThrow()
const actions = async (scene: Scene) =>
  (await scene.db.selectFrom('audit_entry').select('action').orderBy('id').execute()).map((row) => row.action)
const givePassword = async (scene: Scene, who: 'cuc' | 'mai') =>
  scene.db
    .updateTable('account')
    .set({ password_hash: await hashPassword('mật khẩu cũ của tôi') })
    .where('id', '=', scene.world.people[who].accountId)
    .execute()

describe('one-time links', () => {
  test('are made in bulk: an invitation without a password, a reset with one; only their digest is stored', async ({
    scene,
  }) => {
    const { db, world, as } = scene
    await givePassword(scene, 'mai')
    const reply = await issue(as.quang, world.people.cuc.personId, world.people.mai.personId)
    expect(reply.json).toMatchObject([
      { userName: 'cuc', fullName: 'Vũ Thị Cúc', unitName: 'TH Đằng Lâm', purpose: 'invitation' },
      { userName: 'mai', purpose: 'reset', expiresAt: '2025-02-03T03:00:00.000Z' },
    ])
    const tokens: string[] = reply.json.map((link: { token: string }) => link.token)
    expect(new Set(tokens).size).toBe(2)
    const stored = JSON.stringify(
      await db.selectFrom('one_time_link').select(['token_hash', 'used_at']).execute(),
    )
    const trail = JSON.stringify(
      await db.selectFrom('audit_entry').select(['action', 'before', 'after']).orderBy('id').execute(),
    )
    for (const token of tokens)
      expect([token.length, stored.includes(token), trail.includes(token)]).toEqual([43, false, false])
    expect(await actions(scene)).toEqual(['account.invitation', 'account.reset'])
    // The old password still works until the link is used.
    expect(
      (await as.nobody.post('/api/session', { name: 'mai', password: 'mật khẩu cũ của tôi' })).status,
    ).toBe(200)
  })

  test('tell whose they are, let the bearer choose a password once, and sign him in', async ({ scene }) => {
    const { world, as } = scene
    const [{ token }] = (await issue(as.quang, world.people.cuc.personId)).json
    expect((await as.nobody.post('/api/links/look', { token })).json).toEqual({
      fullName: 'Vũ Thị Cúc',
      userName: 'cuc',
      purpose: 'invitation',
    })
    const reply = await as.nobody.post('/api/links/use', { token, password })
    expect([reply.status, reply.json.userName, String(reply.headers['set-cookie'])]).toEqual([
      200,
      'cuc',
      expect.stringContaining('HttpOnly'),
    ])
    expect(await verifyPassword((await accountOf(scene, 'cuc')).hash, password)).toBe(true)
    expect(await actions(scene)).toEqual(['account.invitation', 'account.password_by_link', 'session.open'])
    // Whoever was signed in with the account before is out.
    expect((await as.cuc.get('/api/session')).json.code).toBe('not_signed_in')
    for (const path of ['look', 'use']) {
      const again = await as.nobody.post(`/api/links/${path}`, { token, password: 'một mật khẩu khác nữa' })
      expect([again.status, again.json.code]).toEqual([410, 'link_not_valid'])
    }
    expect(await verifyPassword((await accountOf(scene, 'cuc')).hash, password)).toBe(true)
  })

  test('an older one of the same account is spent by the next', async ({ scene }) => {
    const { world, as } = scene
    const [first] = (await issue(as.quang, world.people.cuc.personId)).json
    const [second] = (await issue(as.quang, world.people.cuc.personId)).json
    expect((await as.nobody.post('/api/links/look', { token: first.token })).json.code).toBe('link_not_valid')
    expect((await as.nobody.post('/api/links/look', { token: second.token })).status).toBe(200)
  })

  test('run out after fourteen days', async ({ scene }) => {
    const { services, world, as } = scene
    const [{ token }] = (await issue(as.quang, world.people.cuc.personId)).json
    const { clock: before } = services
    const after = (days: number, ms: number) => () => new Date(clock.getTime() + days * 86_400_000 + ms)
    try {
      services.clock = after(14, -1000)
      expect((await as.nobody.post('/api/links/look', { token })).status).toBe(200)
      services.clock = after(14, 0)
      for (const path of ['look', 'use'])
        expect((await as.nobody.post(`/api/links/${path}`, { token, password })).json.code).toBe(
          'link_not_valid',
        )
    } finally {
      services.clock = before
    }
    expect((await accountOf(scene, 'cuc')).hash).toBeNull()
  })

  test('of an account that was deactivated open nothing', async ({ scene }) => {
    const { world, as } = scene
    const [{ token }] = (await issue(as.quang, world.people.cuc.personId)).json
    await as.quang.post(`/api/people/${world.people.cuc.personId}/account-state`, { active: false })
    expect((await as.nobody.post('/api/links/use', { token, password })).json.code).toBe('link_not_valid')
    expect((await issue(as.quang, world.people.cuc.personId)).json.code).toBe('not_found')
  })

  test.for([
    ['short', 'too_short'],
    ['aaaaaaaaaaaa', 'one_character'],
    ['Mật khẩu 123', 'common'],
  ] as const)('do not take %j for a password, and stay open', async ([weak, reason], { scene }) => {
    const { world, as } = scene
    const [{ token }] = (await issue(as.quang, world.people.cuc.personId)).json
    const reply = await as.nobody.post('/api/links/use', { token, password: weak })
    expect([reply.status, reply.json.code, reply.json.reason]).toEqual([422, 'password_too_weak', reason])
    expect((await as.nobody.post('/api/links/look', { token })).status).toBe(200)
    expect((await accountOf(scene, 'cuc')).hash).toBeNull()
  })

  test('that nobody made are refused', async ({ scene }) => {
    for (const token of ['', 'x', 'A'.repeat(43)]) {
      const reply = await scene.as.nobody.post('/api/links/use', { token, password })
      expect([reply.status, reply.json.code]).toEqual([410, 'link_not_valid'])
    }
    expect((await scene.as.nobody.post('/api/links/use', { token: 'A'.repeat(101), password })).status).toBe(
      400,
    )
  })

  test.for([
    ['hung', 403],
    ['lan', 403],
    ['mai', 403],
    ['viet', 404],
    ['kien', 404],
    ['la', 404],
    ['nobody', 401],
  ] as const)('are not made by %s', async ([who, status], { scene }) => {
    expect((await issue(scene.as[who], scene.world.people.cuc.personId)).status).toBe(status)
    expect(await scene.db.selectFrom('one_time_link').select('id').execute()).toEqual([])
  })

  test('are made for all or for none of those named', async ({ scene }) => {
    const { people } = scene.world
    for (const stranger of [people.la.personId, anId<PersonId>()]) {
      const reply = await issue(scene.as.quang, people.cuc.personId, stranger)
      expect([reply.status, reply.json.code]).toEqual([404, 'not_found'])
    }
    expect((await issue(scene.as.quang)).json.code).toBe('bad_request')
    expect(await scene.db.selectFrom('one_time_link').select('id').execute()).toEqual([])
  })
})
