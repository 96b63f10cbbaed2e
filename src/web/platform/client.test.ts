import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#contract/endpoint.ts'
import { ApiProblem } from './api-problem.ts'
import { addressOf, call } from './client.ts'

const rename = endpoint({
  method: 'PATCH',
  path: '/api/units/:code',
  summary: '',
  params: z.object({ code: z.string() }),
  query: z.object({ asOf: z.string().optional(), kinds: z.array(z.string()).optional() }),
  body: z.object({ name: z.string() }),
  reply: z.object({ name: z.string() }),
})
const remove = endpoint({ method: 'DELETE', path: '/api/units', summary: '' })
const find = endpoint({
  method: 'GET',
  path: '/api/units',
  summary: '',
  reply: z.object({ name: z.string() }),
})
const upload = endpoint({
  method: 'POST',
  path: '/api/files',
  summary: '',
  query: z.object({ fileName: z.string() }),
  upload: true,
  reply: z.object({ size: z.number() }),
})

type Asked = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

/** Answers with whatever a test has put down, and notes what it was asked. */
let server: Server
let base = ''
let asked: Asked | null = null
let answer: { status: number; headers?: Record<string, string>; body: string } = { status: 200, body: '{}' }

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      asked = { method, url, headers, body: Buffer.concat(parts).toString('utf8') }
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
      response.end(answer.status === 204 ? undefined : answer.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  base = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const setting = () => ({ base, language: () => 'vi' as const })

async function problemOf(work: Promise<unknown>): Promise<ApiProblem> {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof ApiProblem)) throw new Error(`no ApiProblem but ${String(thrown)}`)
  return thrown
}

describe('a call', () => {
  test('writes parameters, query, body, language and the header that another site cannot send', async () => {
    answer = { status: 200, body: '{"name":"Văn Đẩu"}' }
    const input = {
      params: { code: 'HA/1' },
      query: { kinds: ['ward', 'school'] },
      body: { name: 'Văn Đẩu' },
    }
    expect(await call(rename, input, setting())).toEqual({ name: 'Văn Đẩu' })
    expect(asked).toMatchObject({
      method: 'PATCH',
      url: '/api/units/HA%2F1?kinds=ward&kinds=school',
      body: '{"name":"Văn Đẩu"}',
      headers: { 'x-csrf': '1', 'accept-language': 'vi', 'content-type': 'application/json' },
    })
  })

  test('an answer without content is an empty record', async () => {
    answer = { status: 204, body: '' }
    expect(await call(remove, {}, setting())).toEqual({})
  })

  test('a file goes as its bytes', async () => {
    answer = { status: 200, body: '{"size":3}' }
    const bytes = new Blob(['abc'])
    expect(await call(upload, { query: { fileName: 'kế hoạch.txt' }, bytes }, setting())).toEqual({ size: 3 })
    expect(asked).toMatchObject({ body: 'abc', headers: { 'content-type': 'application/octet-stream' } })
    expect(asked?.url).toBe('/api/files?fileName=k%E1%BA%BF+ho%E1%BA%A1ch.txt')
  })

  test('what is undefined or null stays out of an address', () => {
    expect(
      addressOf(rename, { params: { code: 'HA' }, query: { asOf: undefined }, body: { name: '' } }),
    ).toBe('/api/units/HA')
  })
})

describe('a refusal', () => {
  test('is thrown with code, words and fields', async () => {
    const problem = {
      type: '/problems/bad_request',
      title: 'Dữ liệu gửi lên chưa đúng',
      status: 400,
      detail: 'Xem các ô được đánh dấu.',
      instance: 'r1',
      code: 'bad_request',
      reason: 'too_long',
      fields: [{ path: 'name', message: 'Tên quá dài' }],
      details: { most: 300 },
    }
    answer = {
      status: 400,
      headers: { 'content-type': 'application/problem+json' },
      body: JSON.stringify(problem),
    }
    const thrown = await problemOf(call(find, {}, setting()))
    expect(thrown).toMatchObject({
      status: 400,
      code: 'bad_request',
      title: problem.title,
      reason: 'too_long',
      details: { most: 300 },
    })
    expect([thrown.fieldMessage('name'), thrown.fieldMessage('code')]).toEqual(['Tên quá dài', undefined])
  })

  test('a page of something in between is told in our words', async () => {
    answer = { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }
    expect(await problemOf(call(find, {}, setting()))).toMatchObject({
      status: 502,
      code: 'internal',
      title: 'Máy chủ trả lời không đúng cách',
    })
  })

  test('an unknown code is not passed on as a known one', async () => {
    answer = { status: 400, body: '{"code":"made_up","title":"x","detail":"y"}' }
    expect((await problemOf(call(find, {}, setting()))).code).toBe('internal')
  })

  test('a reply that is cut off is no reply', async () => {
    answer = { status: 200, body: '{"name":' }
    expect((await problemOf(call(find, {}, setting()))).code).toBe('internal')
  })

  test('no server at all is unreachable, in the language of the page', async () => {
    const dead = { base: 'http://127.0.0.1:1', language: () => 'en' as const }
    expect(await problemOf(call(find, {}, dead))).toMatchObject({
      status: 0,
      code: 'unreachable',
      title: 'The server cannot be reached',
    })
  })

  test('a call that was taken back is not a problem of the server', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(call(find, { signal: stop.signal }, setting())).rejects.toMatchObject({ name: 'AbortError' })
  })
})
