// The embedded database's own thread: a query of PGlite blocks the thread that it runs in (a sum over 1M rows: 550 ms).
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { ltree } from '@electric-sql/pglite/contrib/ltree'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import type { PgliteRequest, PgliteSetting } from './pglite-proxy.ts'

type NodeStream = { nfd?: number; path?: string; node?: { mount: { opts: { root: string } } } }
type EmscriptenModule = {
  NODEFS: { stream_ops: { fsync?: (stream: NodeStream) => number }; realPath: (node: unknown) => string }
}

// PGlite 0.5 starts with fsync off and its file layer has none (0 fsync calls under strace): a power cut could lose what was acknowledged.
class SyncedNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const started = await super.init(...args)
    const options = started.emscriptenOpts
    options.preRun = [
      ...(options.preRun ?? []),
      (mod: unknown) => {
        // The library types its module without NODEFS, which the build carries.
        const { NODEFS } = mod as EmscriptenModule
        NODEFS.stream_ops.fsync = (stream) => {
          if (stream.nfd !== undefined) fsyncSync(stream.nfd)
          else syncFolder(NODEFS.realPath(stream.node))
          return 0
        }
      },
    ]
    return started
  }
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

// workerData is untyped by Node; the proxy, its only sender, types it.
const setting = workerData as PgliteSetting

const extensions = { ltree, btree_gist, pg_trgm }
// fdatasync is a stub in this build that always answers 0; wal_sync_method=fsync reaches the function above.
const durable = [
  ...PGlite.defaultStartParams.filter((part) => part !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
]

const lite =
  setting.dataDir === null
    ? new PGlite({ extensions, ...(setting.load === null ? {} : { loadDataDir: new Blob([setting.load]) }) })
    : new PGlite({ fs: new SyncedNodeFS(setting.dataDir), extensions, startParams: durable })

const port = parentPort
if (port === null) throw new Error('pglite-worker runs as a worker thread only')

lite.waitReady.then(
  () => port.postMessage({ kind: 'ready' }),
  (error: unknown) =>
    port.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
)

port.on('message', (request: PgliteRequest) => {
  void answer(request)
})

async function answer(request: PgliteRequest): Promise<void> {
  try {
    if (request.kind === 'close') {
      await lite.close()
      port?.postMessage({ kind: 'closed' })
      return
    }
    if (request.kind === 'dump') {
      const dump = await lite.dumpDataDir('none')
      port?.postMessage({ kind: 'answer', id: request.id, dump: new Uint8Array(await dump.arrayBuffer()) })
      return
    }
    const messages = await lite.execProtocolStream(request.message, { throwOnError: false })
    port?.postMessage({ kind: 'answer', id: request.id, messages: messages.map(asPlain) })
  } catch (error) {
    const id = request.kind === 'close' ? -1 : request.id
    port?.postMessage({ kind: 'answer', id, failure: error instanceof Error ? error.message : String(error) })
  }
}

// A structured clone makes a database error a plain Error without name and code, and pg then swallows it:
// a duplicate key would "succeed". As a plain object it keeps its fields.
function asPlain(message: object): object {
  return message instanceof Error ? { ...message, message: message.message, name: 'error' } : message
}
