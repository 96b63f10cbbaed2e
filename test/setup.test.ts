// The set-up that every command begins with: one at a time, and readable words on an old Node.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from './architecture/source-file.ts'

const lockModule = pathToFileURL(join(root, 'scripts', 'setup-lock.mjs')).href
let folder = ''
let lock = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'namhoc-setup-'))
  lock = join(folder, 'lock')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A process that takes the lock, writes that it came and went, and answers how it ended. */
function worker(name: string): Promise<number | null> {
  const program = `
    import { appendFileSync } from 'node:fs'
    import { withLock } from ${JSON.stringify(lockModule)}
    await withLock(${JSON.stringify(lock)}, async () => {
      appendFileSync(${JSON.stringify(join(folder, 'trace'))}, '${name} in\\n')
      await new Promise((resolve) => setTimeout(resolve, 50))
      appendFileSync(${JSON.stringify(join(folder, 'trace'))}, '${name} out\\n')
    })`
  return run(['--input-type=module', '-e', program]).then(({ code }) => code)
}

function run(args: string[]): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, errors })))
}

function trace(): string[] {
  return readFileSync(join(folder, 'trace'), 'utf8').trimEnd().split('\n')
}

test('set-ups started together run one after the other', async () => {
  expect(await Promise.all(['a', 'b', 'c', 'd'].map(worker))).toEqual([0, 0, 0, 0])
  const lines = trace()
  expect(lines).toHaveLength(8)
  for (let at = 0; at < 8; at += 2) expect(lines[at + 1]).toBe(lines[at]?.replace(' in', ' out'))
  expect(existsSync(lock)).toBe(false)
})

test('the lock of a process that is gone is taken over', async () => {
  const gone = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => gone.on('exit', resolve))
  writeFileSync(lock, String(gone.pid))
  expect(await worker('a')).toBe(0)
  expect(trace()).toEqual(['a in', 'a out'])
})

test('a lock that nobody has touched for a minute is taken over, whoever carries its number now', async () => {
  writeFileSync(lock, String(process.pid))
  const longAgo = new Date(Date.now() - 120_000)
  utimesSync(lock, longAgo, longAgo)
  expect(await worker('a')).toBe(0)
})

test('a set-up that fails leaves the lock free', async () => {
  const program = `
    import { withLock } from ${JSON.stringify(lockModule)}
    await withLock(${JSON.stringify(lock)}, () => { throw new Error('no') })`
  expect((await run(['--input-type=module', '-e', program])).code).toBe(1)
  expect(existsSync(lock)).toBe(false)
})

test.each([
  ['18.20.4', 1],
  ['20.18.3', 1],
  ['20.19.0', 0],
  ['24.1.0', 0],
])('Node %s ends the set-up with %i', async (version, expected) => {
  const check = pathToFileURL(join(root, 'scripts', 'node-version.mjs')).href
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const { code, errors } = await run([
    '--input-type=module',
    '-e',
    `${pretend}; await import(${JSON.stringify(check)})`,
  ])
  expect(code).toBe(expected)
  expect(errors.includes('Năm Học cần Node.js 20.19') && errors.includes(`this machine has ${version}`)).toBe(
    expected === 1,
  )
})
