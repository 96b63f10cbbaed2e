// The built product over a real connection: bodies beyond every bound, what is no HTTP, and files that are not for reading.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runProduct, type RunningProduct } from './support/product.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'namhoc-wire-'))
let product: RunningProduct
let address: { host: string; port: number }
let cookie = ''
beforeAll(async () => {
  product = await runProduct('start', dataDir, null)
  const url = new URL(product.url)
  address = { host: url.hostname, port: Number(url.port) }
  const setUp = await fetch(`${product.url}/api/set-up`, {
    method: 'POST',
    headers: { 'x-csrf': '1', 'content-type': 'application/json' },
    body: JSON.stringify({
      tierCode: 'province',
      authorityName: 'Ủy ban nhân dân thành phố Thử',
      authorityShortName: 'UBND thành phố Thử',
      authorityCode: 'THU',
      place: 'Thử',
      fullName: 'Người Thử',
      userName: 'thu',
      password: 'một câu dài dễ nhớ',
    }),
  })
  cookie = setUp.headers.get('set-cookie')?.split(';')[0] ?? ''
}, 120_000)
afterAll(async () => {
  await product.end('SIGTERM')
  rmSync(dataDir, { recursive: true, force: true })
})

const someUnit = '01916893-c380-7056-b963-9e97c612ee16'
const megabyte = Buffer.alloc(1024 * 1024, 'x')

type Answer = { status: number; body: string; type: string }

/** Sends so many megabytes as a browser does, and hears the answer to its end. */
function upload(megabytes: number, chunked: boolean, as: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request({
      ...address,
      method: 'POST',
      path: `/api/units/${someUnit}/plans?fileName=a.docx&schoolYear=2024-2025`,
      headers: {
        'x-csrf': '1',
        'content-type': 'application/octet-stream',
        cookie: as,
        ...(chunked ? {} : { 'content-length': megabytes * megabyte.length }),
      },
    })
    let answered = false
    sending.on('response', (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => {
        answered = true
        sending.destroy()
        resolve({ status: response.statusCode ?? 0, body, type: response.headers['content-type'] ?? '' })
      })
      response.on('error', reject)
    })
    sending.on('error', (error) => {
      if (!answered) reject(error)
    })
    let left = megabytes
    const more = (): void => {
      while (left > 0 && !sending.destroyed) {
        left -= 1
        if (!sending.write(megabyte)) {
          sending.once('drain', more)
          return
        }
      }
      sending.end()
    }
    more()
  })
}

/** Bytes as they are, and all that comes back until the connection ends. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address.port, address.host, () => socket.write(text, 'latin1'))
    let answer = ''
    socket.setEncoding('latin1')
    socket.setTimeout(20_000, () => {
      socket.destroy()
      resolve(`${answer}(no end)`)
    })
    socket.on('data', (chunk: string) => {
      answer += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answer))
  })
}

const get = (path: string) =>
  raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nAccept: text/html,*/*\r\nConnection: close\r\n\r\n`)
const stillAnswers = async () => expect((await fetch(`${product.url}/api/status`)).status).toBe(200)

// Only Linux tells how much memory another process has.
function memoryMb(): number | null {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${product.pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return null
  }
}

describe('a body of 200 MB', () => {
  test.each([
    ['announced', false],
    ['in pieces without an announced length', true],
  ])(
    '%s is refused in words that arrive, and takes no memory',
    async (_how, chunked) => {
      const before = memoryMb()
      for (let time = 0; time < 10; time++) {
        const answer = await upload(200, chunked, cookie)
        expect([answer.status, answer.type.split(';')[0]]).toEqual([413, 'application/problem+json'])
        expect(JSON.parse(answer.body)).toMatchObject({
          code: 'too_large',
          detail: 'Tệp lớn hơn 25 MB. Hãy bỏ bớt ảnh hoặc tách tệp rồi gửi lại.',
        })
      }
      const after = memoryMb()
      if (before !== null && after !== null) expect(after - before).toBeLessThan(150)
      await stillAnswers()
    },
    120_000,
  )

  test('of a stranger is not even read', async () => {
    for (const chunked of [false, true]) {
      const answer = await upload(200, chunked, '')
      expect([answer.status, JSON.parse(answer.body).code]).toEqual([401, 'not_signed_in'])
    }
    await stillAnswers()
  })
})

describe('what is no HTTP', () => {
  test.each([
    ['rubbish', '\x16\x03\x01 rubbish\r\n\r\n'],
    ['a header with a zero', 'GET /api/status HTTP/1.1\r\nHost: x\r\nX: a\0b\r\n\r\n'],
    ['a header of 100 KB', `GET /api/status HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['an address of 100 KB', `GET /api/units?search=${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    [
      'two lengths',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nX-Csrf: 1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
    ],
    [
      'a length and pieces',
      'POST /api/session HTTP/1.1\r\nHost: x\r\nX-Csrf: 1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['no host', 'GET /api/status HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ])('%s: a plain refusal, and the next one is answered', async (_what, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /)
    await stillAnswers()
  })

  test('is told as every other refusal is', async () => {
    const answer = await raw('GET  / HTTP/9\r\n\r\n')
    expect(answer).toContain('application/problem+json')
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      code: 'bad_request',
      status: 400,
    })
  })

  test.each(['/api/units/%zz', '/api/units/%E0%A4%A', '/api/forms/%', '/api/nothing', '//', '/api//units'])(
    'an address that names nothing is not found: %s',
    async (path) => {
      const answer = await get(path)
      expect(answer).not.toMatch(/^HTTP\/1\.1 5/)
      if (path.startsWith('/api/')) expect(answer).toMatch(/^HTTP\/1\.1 404 [^]*"code":"not_found"/)
    },
  )
})

describe('files of the machine', () => {
  const secrets = /root:|"name": "namhoc"|sourceFingerprint|PG_VERSION/
  test.each([
    '/../package.json',
    '/../../../../../../etc/passwd',
    '/assets/../../package.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/....//....//package.json',
    '/%00/../package.json',
    '/namhoc.mjs',
    '/.built-from',
    '/web/../namhoc.mjs',
    'file:///etc/passwd',
    'http://127.0.0.1/../package.json',
  ])('are not told: %s', async (path) => {
    const answer = await get(path)
    expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d /)
    expect(answer).not.toMatch(secrets)
    // What is no file of the interface is its page, or not found.
    if (answer.startsWith('HTTP/1.1 200')) expect(answer).toMatch(/<div id="root">|<!doctype html>/i)
  })
})
