// Mounts a contract entry: parses, authenticates, opens the one transaction of a write, answers after commit.
// A handler sees only parsed values; it never sees the request.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { AnyEndpoint, InputOf, ReplyOf } from '#contract/endpoint.ts'
import type { Language } from '#contract/error-texts.ts'
import type { Db } from '#server/database/connect.ts'
import { transact } from '#server/database/transact.ts'
import { type Ctx, type PublicCtx, withDb } from './ctx.ts'
import { AppError, fromConstraint } from './errors.ts'
import type { FileStore } from './files.ts'
import type { Mailer } from './mailer.ts'
import type { Memory } from './memory.ts'

/**
 * What the routes of every slice stand on. The platform knows no slice: `authenticate` is the people's, `unitsChanged` that
 * of whoever keeps something derived from the tree.
 */
export type Services = {
  db: Db
  files: FileStore
  memory: Memory
  mail: Mailer | null
  log: Logger
  clock: () => Date
  /** The demo shows its accounts on the sign-in page. */
  demo: DemoAccounts | null
  /** Cookies are marked Secure when the installation is reached by https. */
  secureCookies: boolean
  authenticate: (
    ctx: PublicCtx,
    token: string,
  ) => Promise<Pick<Ctx, 'tenantId' | 'actor' | 'today' | 'sessionId'> | null>
  unitsChanged: PublicCtx['unitsChanged']
}

export type DemoAccounts = {
  password: string
  accounts: readonly { userName: string; what: Record<Language, string> }[]
}

export type App = { fastify: FastifyInstance; services: Services }

export const sessionCookie = 'namhoc_session'
/** The largest file a person may upload. */
export const mostUploadBytes = 25 * 1024 * 1024

type CtxOf<E extends AnyEndpoint> = E['access'] extends 'public' ? PublicCtx : Ctx
export type FileReply = { bytes: Uint8Array; fileName: string }
type Answer<E extends AnyEndpoint> = E['download'] extends null ? ReplyOf<E> : ReplyOf<E> | FileReply

/** A route that changes nothing: no transaction. */
export function read<E extends AnyEndpoint>(
  app: App,
  endpoint: E,
  answer: (ctx: CtxOf<E>, input: InputOf<E>) => Promise<Answer<E>>,
): void {
  mount(app, endpoint, async (ctx, input) => await answer(ctx, input))
}

/**
 * A route that changes something. `prepare` runs outside any transaction (reading an upload, hashing); `change` runs in
 * exactly one, and the answer leaves after its commit.
 */
export function write<E extends AnyEndpoint, Prepared = undefined>(
  app: App,
  endpoint: E,
  steps: {
    prepare?: (ctx: CtxOf<E>, input: InputOf<E>) => Promise<Prepared>
    change: (ctx: CtxOf<E>, input: InputOf<E>, prepared: Prepared) => Promise<Answer<E>>
  },
): void {
  mount(app, endpoint, async (ctx, input, ends) => {
    try {
      // Without `prepare` the third argument is undefined, which is then what Prepared is.
      const prepared = (await steps.prepare?.(ctx, input)) as Prepared
      const reply = await transact(app.services.db, (db) => steps.change(withDb(ctx, db), input, prepared))
      for (const work of ends.afterCommit)
        await work().catch((error: unknown) => ctx.log.error({ error }, 'after commit'))
      return reply
    } finally {
      for (const work of ends.kept) await transact(app.services.db, work)
    }
  })
}

type Ends = { kept: ((db: Db) => Promise<void>)[]; afterCommit: (() => Promise<void>)[] }

function mount<E extends AnyEndpoint>(
  app: App,
  endpoint: E,
  handle: (ctx: CtxOf<E>, input: InputOf<E>, ends: Ends) => Promise<Answer<E>>,
): void {
  const empty = isNothing(endpoint.reply)
  app.fastify.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.upload || endpoint.large ? mostUploadBytes : 2 * 1024 * 1024,
    schema: {
      summary: endpoint.summary,
      params: endpoint.params,
      querystring: endpoint.query,
      ...(endpoint.method === 'GET' || endpoint.upload || isNothing(endpoint.body)
        ? {}
        : { body: endpoint.body }),
      ...(endpoint.download !== null || empty ? {} : { response: { 200: endpoint.reply } }),
    },
    config: { endpoint },
    onRequest: async (request, reply) => {
      refuseOtherContent(endpoint, request)
      // A stranger's file is not even taken into memory.
      if (endpoint.upload)
        await contextFor(app.services, endpoint, request, reply, { kept: [], afterCommit: [] })
    },
    handler: async (request, reply) => {
      const ends: Ends = { kept: [], afterCommit: [] }
      const ctx = await contextFor(app.services, endpoint, request, reply, ends)
      const input = {
        params: request.params,
        query: request.query,
        body: request.body ?? {},
        bytes: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
        // Parsed by the endpoint's own schemas.
      } as InputOf<E>
      try {
        const answer = await handle(ctx, input, ends)
        return await send(reply, endpoint, empty, answer)
      } catch (error) {
        throw fromConstraint(error) ?? error
      }
    },
  })
}

// Before anything reads the body: a form of another type never becomes an empty upload.
function refuseOtherContent({ method, upload }: AnyEndpoint, request: FastifyRequest): void {
  const given = request.headers['content-type']
  if (method === 'GET' || given === undefined) return
  const wanted = upload ? 'application/octet-stream' : 'application/json'
  if (given.split(';')[0]?.trim().toLowerCase() !== wanted) throw new AppError('unsupported_content_type')
}

async function send(
  reply: FastifyReply,
  endpoint: AnyEndpoint,
  empty: boolean,
  answer: unknown,
): Promise<unknown> {
  if (endpoint.download !== null) {
    // read() and write() type the answer of a download as FileReply.
    const file = answer as FileReply
    return await reply
      .header('content-type', endpoint.download)
      .header(
        'content-disposition',
        `attachment; filename="${asciiName(file.fileName)}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      )
      .send(Buffer.from(file.bytes))
  }
  return empty ? await reply.code(204).send() : await reply.code(200).send(answer)
}

function asciiName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/[^\w.-]+/g, '-')
}

async function contextFor<E extends AnyEndpoint>(
  services: Services,
  endpoint: E,
  request: FastifyRequest,
  reply: FastifyReply,
  ends: Ends,
): Promise<CtxOf<E>> {
  const base = publicContext(services, request, reply, ends)
  // CtxOf follows `access`, which is looked at here.
  if (endpoint.access === 'public') return base as CtxOf<E>
  const token = request.cookies[sessionCookie]
  const known = token === undefined ? null : await services.authenticate(base, token)
  if (known === null) throw new AppError('not_signed_in')
  return { ...base, ...known }
}

function publicContext(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  ends: Ends,
): PublicCtx {
  return {
    db: services.db,
    now: services.clock(),
    log: services.log,
    files: services.files,
    memory: services.memory,
    mail: services.mail,
    unitsChanged: services.unitsChanged,
    language: languageOf(request),
    request: {
      id: request.id,
      ip: request.ip,
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    },
    keep: (work) => void ends.kept.push(work),
    afterCommit: (work) => void ends.afterCommit.push(work),
    setCookie: (token) => {
      const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: services.secureCookies } as const
      if (token === null) reply.clearCookie(sessionCookie, options)
      else reply.setCookie(sessionCookie, token, { ...options, maxAge: 30 * 24 * 3600 })
    },
  }
}

/** Vietnamese first: English only where the browser asks for it before Vietnamese. */
export function languageOf(request: FastifyRequest): Language {
  const asked = request.headers['accept-language'] ?? ''
  const first = asked.split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  const vietnamese = first.indexOf('vi')
  const english = first.indexOf('en')
  return english >= 0 && (vietnamese < 0 || english < vietnamese) ? 'en' : 'vi'
}

function isNothing(schema: unknown): boolean {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    'shape' in schema &&
    typeof schema.shape === 'object' &&
    schema.shape !== null &&
    Object.keys(schema.shape).length === 0
  )
}
