// The product as a person gets it: the built program in a process of its own, on a data directory of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `stop` ends it and removes its data; `leave` ends it and keeps them; `kill` ends it as a power cut would. */
export type Product = {
  url: string
  dataDir: string
  stop: () => Promise<void>
  leave: () => Promise<void>
  kill: () => Promise<void>
}

/** Starts `namhoc start` or `namhoc demo` on a free port; on PostgreSQL where TEST_DATABASE_URL is set, else embedded. */
export async function startProduct(
  command: 'start' | 'demo',
  dataDir = mkdtempSync(join(tmpdir(), 'namhoc-e2e-')),
): Promise<Product> {
  const child = spawn(process.execPath, ['dist/namhoc.mjs', command, '--data', dataDir, '--port', '0'], {
    env: { ...process.env, DATABASE_URL: '', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const url = await addressOf(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    url,
    dataDir,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
    leave: async () => {
      child.kill('SIGTERM')
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let text = ''
    const hear = (chunk: Buffer) => {
      text += chunk.toString()
      const address = /http:\/\/[\d.a-z[\]:]+:\d+/.exec(text)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stderr?.on('data', hear)
    child.stdout?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the product ended with ${code}: ${text}`)))
  })
}
