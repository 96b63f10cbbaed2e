// A test of routes: the world in a transaction of its own, the cast as callers. `as.hung.get('/api/…')`.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Transaction } from 'kysely'
import { pino } from 'pino'
import { test as base } from 'vitest'
import type { Db } from '#server/database/connect.ts'
import type { Schema } from '#server/database/schema.ts'
import { buildApp } from '#server/app.ts'
import { authenticate } from '#server/people/session.service.ts'
import { newToken } from '#server/platform/tokens.ts'
import { insertSession } from '#server/people/session.queries.ts'
import type { SessionId, TenantId } from '#domain/basics/ids.ts'
import { openFileStore } from '#server/platform/files.ts'
import { openMemory } from '#server/platform/memory.ts'
import { type Services, sessionCookie } from '#server/platform/route.ts'
import { afterUnits } from '#server/after-units.ts'
import { inTransaction, workerDatabase } from './database.ts'
import { anId, aWorld, type CastName, clock, type Somebody, type World } from './world.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- the tests look into whatever a route answers
type Json = any
export type Reply = { status: number; json: Json; bytes: Uint8Array; headers: Record<string, unknown> }
type Headers = Record<string, string>
export type Caller = {
  get: (url: string, headers?: Headers) => Promise<Reply>
  post: (url: string, body?: unknown, headers?: Headers) => Promise<Reply>
  put: (url: string, body?: unknown, headers?: Headers) => Promise<Reply>
  patch: (url: string, body?: unknown, headers?: Headers) => Promise<Reply>
  delete: (url: string, body?: unknown, headers?: Headers) => Promise<Reply>
  upload: (method: 'POST' | 'PUT', url: string, bytes: Uint8Array, headers?: Headers) => Promise<Reply>
  /** A body as it stands, also one that no program of ours would send. */
  raw: (method: Method, url: string, body: string, headers: Headers) => Promise<Reply>
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One server per worker; each test puts its own transaction under it. */
let started: Promise<{ app: FastifyInstance; services: Services }> | null = null
function server(): Promise<{ app: FastifyInstance; services: Services }> {
  started ??= workerDatabase().then(async ({ db }) => await serve(db))
  return started
}

/** The product on a database, listening to nothing: for a database of its own, too. */
export async function serve(db: Db): Promise<{ app: FastifyInstance; services: Services }> {
  const services: Services = {
    db,
    files: await openFileStore(mkdtempSync(join(tmpdir(), 'namhoc-files-'))),
    memory: openMemory(1000),
    mail: null,
    log: pino({ level: 'silent' }),
    clock: () => clock,
    demo: null,
    secureCookies: false,
    authenticate,
    unitsChanged: afterUnits,
  }
  const app = await buildApp({ services, trustProxy: false })
  await app.ready()
  return { app, services }
}

export function callerOf(app: FastifyInstance, token: string | null): Caller {
  const call = async (
    method: Method,
    url: string,
    payload?: unknown,
    bytes?: Uint8Array,
    own: Headers = {},
  ): Promise<Reply> => {
    const headers: Headers = { 'x-csrf': '1' }
    if (token !== null) headers['cookie'] = `${sessionCookie}=${token}`
    if (bytes !== undefined) headers['content-type'] = 'application/octet-stream'
    else if (payload !== undefined) headers['content-type'] = 'application/json'
    const response = await app.inject({
      method,
      url,
      headers: { ...headers, ...own },
      ...(bytes === undefined
        ? payload === undefined
          ? {}
          : { payload: JSON.stringify(payload) }
        : { payload: Buffer.from(bytes) }),
    })
    const type = String(response.headers['content-type'] ?? '')
    return {
      status: response.statusCode,
      json: type.includes('json') && response.body !== '' ? JSON.parse(response.body) : null,
      bytes: response.rawPayload,
      headers: response.headers,
    }
  }
  return {
    get: (url, headers) => call('GET', url, undefined, undefined, headers),
    post: (url, body, headers) => call('POST', url, body ?? {}, undefined, headers),
    put: (url, body, headers) => call('PUT', url, body ?? {}, undefined, headers),
    patch: (url, body, headers) => call('PATCH', url, body ?? {}, undefined, headers),
    delete: (url, body, headers) => call('DELETE', url, body, undefined, headers),
    upload: (method, url, bytes, headers) => call(method, url, undefined, bytes, headers),
    raw: (method, url, body, headers) => call(method, url, undefined, Buffer.from(body), headers),
  }
}

export type Cast = Record<CastName | 'nobody', Caller>
export type Scene = {
  db: Transaction<Schema>
  world: World
  as: Cast
  services: Services
  app: FastifyInstance
  signIn: (tenantId: TenantId, person: Somebody) => Promise<Caller>
}

/** `test` with the world made, rolled back afterwards. */
export const routeTest = base.extend<{ scene: Scene }>({
  scene: async ({}, use) => {
    const { app, services } = await server()
    await inTransaction(async (db) => {
      services.db = db
      const world = await aWorld(db)
      const signIn = async (tenantId: TenantId, person: Somebody): Promise<Caller> => {
        const { token, tokenHash } = newToken()
        const expiresAt = new Date(clock.getTime() + 3_600_000)
        await insertSession(db, {
          tenantId,
          id: anId<SessionId>(),
          accountId: person.accountId,
          tokenHash,
          now: clock,
          expiresAt,
          ip: '127.0.0.1',
          userAgent: null,
        })
        return callerOf(app, token)
      }
      const as: Record<string, Caller> = { nobody: callerOf(app, null) }
      for (const [name, person] of Object.entries(world.people))
        as[name] = await signIn(name === 'la' ? world.otherTenantId : world.tenantId, person)
      // The names are those of the world's people and 'nobody'.
      await use({ db, world, as: as as Cast, services, app, signIn })
    })
  },
})
