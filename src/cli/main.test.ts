// The command as it is called: the bundle of main.ts in a process of its own.
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundling, programs, root } from '#scripts/bundling.mjs'

// Beside dist, one folder below package.json, as in service.
const bundle = join(root, `dist.test-${process.pid}`)
let scratch = ''

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'namhoc-cli-'))
  await build({
    ...bundling,
    entryPoints: { namhoc: programs.namhoc },
    outdir: bundle,
  })
  cpSync(join(root, 'src/server/database/migrations'), join(bundle, 'migrations'), { recursive: true })
})

afterAll(() => {
  rmSync(bundle, { recursive: true, force: true })
  rmSync(scratch, { recursive: true, force: true })
})

type Outcome = { code: number | null; out: string; errors: string }

function namhoc(args: string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [join(bundle, 'namhoc.mjs'), ...args], {
    cwd: scratch,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const outcome = { out: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    outcome.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    outcome.errors += chunk.toString()
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...outcome })))
}

describe('what is asked for goes to standard output', () => {
  test.each([[['--help']], [['help']], [['start', '--help']], [['-h']]])('namhoc %j', async (args) => {
    const { code, out, errors } = await namhoc(args)
    expect([code, errors]).toEqual([0, ''])
    expect(out).toContain('Cách dùng: namhoc LỆNH')
    expect(out).toContain('Usage: namhoc COMMAND')
  })

  test('--version', async () => {
    const { code, out } = await namhoc(['--version'])
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('wrong usage ends with 2 and says why in both languages', () => {
  test.each([
    [[], 'Cách dùng', 'Usage'],
    [['fly'], 'Không có lệnh “fly”', 'There is no command “fly”'],
    [['constructor'], 'Không có lệnh “constructor”', 'There is no command “constructor”'],
    [['start', '--prot', '1'], 'Tùy chọn không đúng', "Wrong option: Unknown option '--prot'"],
    [['start', '--port', 'abc'], 'Cài đặt không đúng', 'PORT'],
    [['start', '--port', '70000'], 'Cài đặt không đúng', 'PORT'],
  ])('namhoc %j', async (args, vietnamese, english) => {
    const { code, out, errors } = await namhoc(args)
    expect(code).toBe(2)
    expect(out + errors).toContain(vietnamese)
    expect(out + errors).toContain(english)
  })
})

test('a port that is taken is told before any data are made', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()))
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { code, errors } = await namhoc(['start', '--data', 'fresh'], { PORT: String(port) })
  other.close()
  expect(code).toBe(1)
  expect(errors).toContain(`Cổng ${port} đã có chương trình khác dùng`)
  expect(errors).toContain(`Port ${port} is taken by another program`)
  expect(existsSync(join(scratch, 'fresh'))).toBe(false)
})

test('a database server that does not answer is told', async () => {
  const { code, errors } = await namhoc(['start', '--port', '0'], {
    DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none',
  })
  expect(code).toBe(1)
  expect(errors).toContain('DATABASE_URL')
})
