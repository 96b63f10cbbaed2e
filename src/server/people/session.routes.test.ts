import { describe, expect } from 'vitest'
import { routeTest as test } from '#test/support/route-test.ts'
import { hashPassword } from './passwords.ts'

describe('signing in', () => {
  test('a person gets in by user name and learns who he is and what day it is', async ({ scene }) => {
    const { db, world, as } = scene
    await db
      .updateTable('account')
      .set({ password_hash: await hashPassword('mật khẩu của hùng') })
      .where('id', '=', world.people.hung.accountId)
      .execute()
    const reply = await as.nobody.post('/api/session', { name: ' Hung ', password: 'mật khẩu của hùng' })
    expect(reply.status).toBe(200)
    expect(reply.json).toMatchObject({
      name: 'Nguyễn Văn Hùng',
      today: '2025-01-20',
      schoolYear: '2024-2025',
    })
    expect(reply.json.grants).toMatchObject([{ role: 'officer', unitCode: 'HA-GD', scopeCode: 'HA' }])
    const rows = await db
      .selectFrom('audit_entry')
      .select(['action', 'object_name as objectName'])
      .orderBy('id')
      .execute()
    expect(rows).toEqual([{ action: 'session.open', objectName: 'hung' }])
  })

  test('a wrong password and an unknown name get the same answer', async ({ scene }) => {
    const { db, world, as } = scene
    await db
      .updateTable('account')
      .set({ password_hash: await hashPassword('mật khẩu của hùng') })
      .where('id', '=', world.people.hung.accountId)
      .execute()
    const wrong = await as.nobody.post('/api/session', { name: 'hung', password: 'khác' })
    const unknown = await as.nobody.post('/api/session', { name: 'aidaykia', password: 'khác' })
    expect([wrong.status, wrong.json.code]).toEqual([401, 'sign_in_failed'])
    expect({ ...unknown.json, instance: '' }).toEqual({ ...wrong.json, instance: '' })
    expect(
      await db
        .selectFrom('session')
        .select('id')
        .where('account_id', '=', world.people.hung.accountId)
        .execute(),
    ).toHaveLength(1)
  })

  test('the ninth guess at one account is not even looked at', async ({ scene }) => {
    for (let guess = 0; guess < 8; guess++)
      expect((await scene.as.nobody.post('/api/session', { name: 'hung', password: 'đoán mò' })).status).toBe(
        401,
      )
    const reply = await scene.as.nobody.post('/api/session', { name: 'HUNG', password: 'đoán mò' })
    expect([reply.status, reply.json.code]).toEqual([429, 'too_many_attempts'])
  })

  test('without the header that another site cannot send, nothing is done', async ({ scene }) => {
    const response = await scene.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      payload: '{"name":"hung","password":"x"}',
    })
    expect([response.statusCode, response.json().code]).toEqual([403, 'cross_site'])
  })

  test('who has signed out is nobody', async ({ scene }) => {
    expect((await scene.as.hung.delete('/api/session')).status).toBe(204)
    expect((await scene.as.hung.get('/api/session')).json.code).toBe('not_signed_in')
  })
})
