// Stands in the main thread for the PGlite that runs in a worker; createPgConfig asks for no more than this.
import { Worker } from 'node:worker_threads'
import { workerUrl } from '#server/platform/worker-url.ts'

export type PgliteSetting = { dataDir: string | null; load: Uint8Array | null }
export type PgliteRequest =
  | { kind: 'exec'; id: number; message: Uint8Array }
  | { kind: 'dump'; id: number }
  | { kind: 'close' }
type Answer = { messages?: object[]; dump?: Uint8Array; failure?: string }
type Reply =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'closed' }
  | ({ kind: 'answer'; id: number } & Answer)

export type PgliteProxy = {
  waitReady: Promise<void>
  execProtocolStream: (message: Uint8Array) => Promise<object[]>
  /** A tar of the data directory, for opening prepared copies in tests. */
  dump: () => Promise<Uint8Array>
  close: () => Promise<void>
}

// The worker sends an error as a plain object, so that its code and constraint survive; here it is an error again.
function revived(message: object): object {
  const isError = 'name' in message && message.name === 'error' && 'message' in message
  return isError ? Object.assign(new Error(String(message.message)), message) : message
}

export async function startPglite(setting: PgliteSetting): Promise<PgliteProxy> {
  const worker = new Worker(await workerUrl('pglite-worker'), { workerData: setting })
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let nextId = 0
  let closed = (): void => {}

  const waitReady = new Promise<void>((resolve, reject) => {
    worker.on('message', (reply: Reply) => {
      switch (reply.kind) {
        case 'ready':
          return resolve()
        case 'failed':
          return reject(new Error(reply.message))
        case 'closed':
          return closed()
        case 'answer': {
          const waiter = waiting.get(reply.id)
          waiting.delete(reply.id)
          if (reply.failure === undefined) waiter?.resolve(reply)
          else waiter?.reject(new Error(reply.failure))
        }
      }
    })
    worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error)), reject))
    worker.on('exit', () => fail(new Error('the embedded database has stopped'), reject))
  })

  function fail(error: Error, reject: (error: Error) => void): void {
    reject(error)
    for (const waiter of waiting.values()) waiter.reject(error)
    waiting.clear()
    closed()
  }

  function ask(request: (id: number) => PgliteRequest): Promise<Answer> {
    const id = nextId++
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage(request(id))
    })
  }

  return {
    waitReady,
    execProtocolStream: async (message) =>
      ((await ask((id) => ({ kind: 'exec', id, message }))).messages ?? []).map(revived),
    dump: async () => (await ask((id) => ({ kind: 'dump', id }))).dump ?? new Uint8Array(),
    close: async () => {
      await new Promise<void>((resolve) => {
        closed = resolve
        const request: PgliteRequest = { kind: 'close' }
        worker.postMessage(request)
      })
      await worker.terminate()
    },
  }
}
