import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Measure, median } from './table.ts'

/** From the command to "it listens": first on no data at all, then on what that left behind. */
export async function benchStart(): Promise<Measure[]> {
  const data = mkdtempSync(join(tmpdir(), 'namhoc-bench-'))
  const bare = await median(5, () => startUntil(['-e', 'process.stderr.write("http://")']))
  const cold = await startUntil(['bin/namhoc.mjs', 'start', '--data', data, '--port', '0'])
  const warms = []
  for (let run = 0; run < 3; run++)
    warms.push(await startUntil(['bin/namhoc.mjs', 'start', '--data', data, '--port', '0']))
  rmSync(data, { recursive: true, force: true })
  const warm = warms.toSorted((a, b) => a.ms - b.ms)[1]
  const yardstick = { what: 'node alone', value: bare }
  return [
    { what: 'start, empty directory', value: cold.ms, unit: 'ms', yardstick },
    { what: 'start, warm', value: warm?.ms ?? 0, unit: 'ms', yardstick },
    {
      what: 'memory after a warm start (RSS)',
      value: warm?.megabytes ?? 0,
      unit: 'MB',
      yardstick: null,
      note: 'PGlite alone: about 300 MB',
    },
  ]
}

async function startUntil(args: string[]): Promise<{ ms: number; megabytes: number }> {
  const from = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return await new Promise((resolve, reject) => {
    let text = ''
    let done = false
    child.stderr.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (done || !text.includes('http://')) return
      done = true
      const ms = performance.now() - from
      const megabytes = memoryOf(child.pid ?? 0)
      child.once('exit', () => resolve({ ms, megabytes }))
      child.kill('SIGTERM')
    })
    child.once('exit', () => {
      if (!done) reject(new Error(`did not start: ${text}`))
    })
  })
}

function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    // Not Linux, or gone already.
    return 0
  }
}
