// Opens the database: PostgreSQL by its address, or the embedded one in a directory (or in memory, for tests).
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type DirectoryLock, lockDirectory } from './directory-lock.ts'
import { migrate } from './migrate.ts'
import { type PgliteProxy, startPglite } from './pglite-proxy.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>

export type DatabaseTarget =
  | { kind: 'postgres'; url: string; max?: number }
  | { kind: 'directory'; path: string }
  | { kind: 'memory'; load: Uint8Array | null }

export type OpenDatabase = {
  db: Db
  pool: pg.Pool
  kind: 'postgres' | 'embedded'
  close: () => Promise<void>
  /** Only the embedded database: a tar of its directory. */
  dump: () => Promise<Uint8Array>
}

export class DirectoryInUse extends Error {
  readonly pid: number
  constructor(path: string, pid: number) {
    super(`the data directory ${path} is in use by process ${pid}`)
    this.pid = pid
  }
}

const types = {
  // int8 comes as text through pg; our bigints are counters far below 2^53. Dates stay 'YYYY-MM-DD'.
  getTypeParser: (oid: number): ((text: string) => unknown) => {
    if (oid === pg.types.builtins.INT8) return Number
    if (oid === pg.types.builtins.NUMERIC) return Number
    if (oid === pg.types.builtins.DATE) return String
    if (oid === numericArray) return (text: string) => readArray(text)
    // pg types its parsers as any; nothing here asks for the binary format.
    return pg.types.getTypeParser(oid, 'text') as (text: string) => unknown
  },
}
const numericArray = 1231

function readArray(text: string): (number | null)[] {
  const inner = text.slice(1, -1)
  return inner === '' ? [] : inner.split(',').map((part) => (part === 'NULL' ? null : Number(part)))
}

export async function openDatabase(target: DatabaseTarget): Promise<OpenDatabase> {
  const opened =
    target.kind === 'postgres' ? openServer(target.url, target.max ?? 10) : await openEmbedded(target)
  try {
    await migrate(opened.pool)
  } catch (error) {
    await opened.close()
    throw error
  }
  return opened
}

function openServer(url: string, max: number): OpenDatabase {
  const pool = new pg.Pool({ connectionString: url, max, types, application_name: 'namhoc' })
  // An idle connection that the server closes (a restart) is replaced at the next query; without a listener Node would end.
  pool.on('error', () => {})
  return withPool(
    pool,
    'postgres',
    async () => {},
    () => Promise.reject(new Error('only the embedded database is dumped')),
  )
}

async function openEmbedded(target: Exclude<DatabaseTarget, { kind: 'postgres' }>): Promise<OpenDatabase> {
  let lock: DirectoryLock | null = null
  let dataDir: string | null = null
  if (target.kind === 'directory') {
    mkdirSync(target.path, { recursive: true })
    const verdict = lockDirectory(target.path)
    if (!verdict.ok) throw new DirectoryInUse(target.path, verdict.pid)
    lock = verdict.lock
    dataDir = join(target.path, 'database')
  }
  try {
    // The first opening takes 820 MB that its thread never gives back: it has a thread of its own.
    if (dataDir !== null && !existsSync(dataDir)) await createDirectory(dataDir)
    const lite = await startPglite({ dataDir, load: target.kind === 'memory' ? target.load : null })
    await lite.waitReady
    // createPgConfig asks only for what PgliteProxy has; its type asks for the whole class.
    const config = createPgConfig(lite as unknown as Parameters<typeof createPgConfig>[0] & PgliteProxy)
    const pool = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 0, types })
    return withPool(
      pool,
      'embedded',
      async () => {
        await lite.close()
        lock?.release()
      },
      lite.dump,
    )
  } catch (error) {
    lock?.release()
    throw error
  }
}

// Made aside and renamed when whole: a process killed half-way leaves no half database behind.
async function createDirectory(dataDir: string): Promise<void> {
  const unfinished = `${dataDir}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const lite = await startPglite({ dataDir: unfinished, load: null })
  await lite.waitReady
  await lite.close()
  renameSync(unfinished, dataDir)
}

function withPool(
  pool: pg.Pool,
  kind: OpenDatabase['kind'],
  afterPool: () => Promise<void>,
  dump: () => Promise<Uint8Array>,
): OpenDatabase {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    kind,
    dump,
    close: async () => {
      await db.destroy()
      await afterPool()
    },
  }
}
