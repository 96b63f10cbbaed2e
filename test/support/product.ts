// The built program in a process of its own, on a data directory of its own, until it is told to stop or killed.
import { type ChildProcess, spawn } from 'node:child_process'

export type RunningProduct = {
  url: string
  pid: number
  /** SIGTERM: as a service is stopped. SIGKILL: nothing of it runs any more code. Waits for its end. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

/** `databaseUrl` null: the embedded database in the data directory. */
export async function runProduct(
  command: 'start' | 'demo',
  dataDir: string,
  databaseUrl: string | null,
): Promise<RunningProduct> {
  const child = spawn(process.execPath, ['dist/namhoc.mjs', command, '--data', dataDir, '--port', '0'], {
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    url: await addressOf(child),
    pid: child.pid ?? 0,
    end: async (signal) => {
      child.kill(signal)
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
