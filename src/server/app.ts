// Builds the HTTP server: guards, errors as problem details, the slices, the interface's files. Listens to nothing.
import { existsSync } from 'node:fs'
import type { Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import fastify, {
  type ConnectionError,
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { describeOperations } from './api-description.ts'
import { findUnstorable } from '#domain/basics/storable-text.ts'
import { newId } from './platform/ids.ts'
import { AppError, databaseError, toProblem } from './platform/errors.ts'
import { type App, languageOf, mostUploadBytes, type Services, sessionCookie } from './platform/route.ts'
import { mountAllocation } from './allocation/allocation.routes.ts'
import { mountCascade } from './cascade/cascade.routes.ts'
import { mountFollowing } from './following/following.routes.ts'
import { mountForms } from './forms/forms.routes.ts'
import { mountIndicators } from './indicators/indicators.routes.ts'
import { mountMail } from './notices/mail.routes.ts'
import { mountNotices } from './notices/notices.routes.ts'
import { mountOverview } from './overview/overview.routes.ts'
import { mountImport } from './people/import.routes.ts'
import { mountHolidays } from './people/holidays.routes.ts'
import { mountPeople } from './people/people.routes.ts'
import { mountAmendments } from './plans/amendments.routes.ts'
import { mountPlanDocuments } from './plans/plan-documents.routes.ts'
import { mountPlanTexts } from './plans/plan-text.routes.ts'
import { mountPlanItems } from './plans/plan-items.routes.ts'
import { mountPlans } from './plans/plans.routes.ts'
import { mountSubmissions } from './submissions/submissions.routes.ts'
import { mountReports } from './reports/reports.routes.ts'
import { mountTargets } from './targets/targets.routes.ts'
import { mountUnits } from './units/units.routes.ts'

export type AppOptions = { services: Services; trustProxy: boolean | string }

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  // Named by fastify's own type, or every signature below would carry pino's.
  const log: FastifyBaseLogger = options.services.log
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustProxy,
    genReqId: () => newId(options.services.clock().getTime()),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void refuse(error, request, reply, options.services),
    clientErrorHandler: (error, socket) => answerNoRequest(error, socket),
  })
  app.setValidatorCompiler(storableOnly)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler((error: FastifyError, request, reply) =>
    refuse(error, request, reply, options.services),
  )
  app.addHook('onRequest', async (request) => refuseCrossSite(request))

  // Bodies that come in stay as they are: unpacking them would be a door for bombs.
  await app.register(compress, {
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: options.services.secureCookies ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Năm Học',
        version: '1',
        description:
          'The open interface; the browser uses the same one. Errors are problem details (RFC 9457).',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: sessionCookie } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  })
  onlyKnownContent(app)

  const mounted: App = { fastify: app, services: options.services }
  await app.register(async (inner) => mountSlices({ ...mounted, fastify: inner }))
  let description: string | null = null
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    description ??= JSON.stringify(describeOperations(app.swagger()))
    return await reply.type('application/json').send(description)
  })
  await serveInterface(app)
  return app
}

function mountSlices(app: App): void {
  mountUnits(app)
  mountPeople(app)
  mountHolidays(app)
  mountImport(app)
  mountNotices(app)
  mountMail(app)
  mountPlanDocuments(app)
  mountPlanTexts(app)
  mountPlanItems(app)
  mountAmendments(app)
  mountPlans(app)
  mountFollowing(app)
  mountTargets(app)
  mountForms(app)
  mountSubmissions(app)
  mountIndicators(app)
  mountAllocation(app)
  mountCascade(app)
  mountReports(app)
  mountOverview(app)
}

// Before the schema, which takes any text: what no column holds is the caller's fault, not the database's.
function storableOnly(schema: Parameters<typeof validatorCompiler>[0]): ReturnType<typeof validatorCompiler> {
  const parse = validatorCompiler(schema)
  return (data: unknown) => {
    const place = findUnstorable(data)
    if (place === null) return parse(data)
    const validation = [{ instancePath: `/${place.join('/')}`, message: 'a character that cannot be stored' }]
    return { error: Object.assign(new Error('unstorable text'), { validation }) }
  }
}

// Exactly these: a body of another type is refused before anything reads it.
function onlyKnownContent(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, {})
    try {
      done(null, JSON.parse(String(body)))
    } catch {
      done(new AppError('bad_request', { reason: 'not_json' }))
    }
  })
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: mostUploadBytes },
    (_request, body, done) => done(null, body),
  )
}

// A page of another site can send a form or an image request with our cookie, but not this header.
function refuseCrossSite(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const site = request.headers['sec-fetch-site']
  const fromHere = site === undefined || site === 'same-origin' || site === 'none'
  if (!fromHere || request.headers['x-csrf'] !== '1') throw new AppError('cross_site')
}

// What is no HTTP never becomes a request: there is no language to ask for and no reply, only the connection.
function answerNoRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const problem = toProblem(new AppError('bad_request'), 'vi', '')
  const body = JSON.stringify(problem)
  socket.end(
    `HTTP/1.1 ${problem.status} Bad Request\r\nContent-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}

function refuse(
  error: FastifyError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): FastifyReply {
  const known = knownError(error, request)
  if (known.code === 'internal')
    services.log.error(
      { err: error, requestId: request.id, url: request.routeOptions.url },
      'unexpected error',
    )
  if (known.code === 'too_large') hearOut(request, reply)
  const problem = toProblem(known, languageOf(request), request.id)
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(problem))
}

// Closing while the other end still sends resets its connection, and the answer is lost with it (1 of 6 times on a busy
// machine). The rest is read and thrown away, for as long as an honest sender may take to notice.
function hearOut(request: FastifyRequest, reply: FastifyReply): void {
  reply.removeHeader('connection')
  request.raw.resume()
  const patience = setTimeout(() => request.raw.destroy(), 60_000).unref()
  request.raw.once('close', () => clearTimeout(patience))
}

function knownError(error: FastifyError | AppError, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  if ('validation' in error && error.validation !== undefined) {
    const fields = error.validation.map((issue) => ({
      path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: issue.message ?? '',
    }))
    // An id that is no id names nothing that exists.
    const context = 'validationContext' in error ? error.validationContext : undefined
    return context === 'params' ? new AppError('not_found') : new AppError('bad_request', { fields })
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new AppError('too_large', {
        most: Math.floor((request.routeOptions.bodyLimit ?? 0) / 1024 / 1024),
      })
    // An address that cannot be decoded names nothing either.
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return new AppError('not_found')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new AppError('unsupported_content_type')
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new AppError('bad_request')
  }
  const database = databaseError(error)
  return database?.code === 'ECONNREFUSED' ? new AppError('database_busy') : new AppError('internal')
}

async function serveInterface(app: FastifyInstance): Promise<void> {
  const folder = fileURLToPath(new URL('./web/', import.meta.url))
  const built = existsSync(`${folder}index.html`) ? folder : null
  if (built !== null) {
    await app.register(fastifyStatic, {
      root: built,
      wildcard: false,
      index: false,
      maxAge: '1y',
      immutable: true,
      cacheControl: true,
      preCompressed: true,
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      (request.headers.accept ?? '').includes('text/html')
    if (!page || built === null) throw new AppError('not_found')
    return reply.sendFile('index.html', built, { maxAge: 0, immutable: false })
  })
}
