// A backup: one gzipped file of JSON lines with the migrations, every row of every table, and every stored file.
// It reads one moment of the database, and is complete only with its last line.
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import type { FileStore } from '#server/platform/files.ts'
import { migrate, readMigrations } from './migrate.ts'

export type BackupCount = { tables: Record<string, number>; files: number }

type Line =
  | { kind: 'backup'; format: 1; product: 'namhoc'; migrations: string[] }
  | { kind: 'table'; name: string }
  | { kind: 'rows'; rows: unknown[] }
  | { kind: 'file'; sha256: string }
  | { kind: 'bytes'; base64: string }
  | { kind: 'end'; tables: Record<string, number>; files: number }

const rowsPerLine = 1000
// A multiple of three, so that pieces of base64 join without padding between them.
const bytesPerLine = 48 * 1024

/** Writes the backup aside and renames it when it is whole and on the disk. */
export async function writeBackup(pool: pg.Pool, files: FileStore, target: string): Promise<BackupCount> {
  const unfinished = `${target}.unfinished`
  const count: BackupCount = { tables: {}, files: 0 }
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await pipeline(
      Readable.from(linesOf(client, files, count)),
      createGzip({ level: 6 }),
      createWriteStream(unfinished, { mode: 0o600 }),
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    await rm(unfinished, { force: true })
    throw error
  } finally {
    client.release()
  }
  const handle = await open(unfinished, 'r')
  await handle.sync()
  await handle.close()
  await rename(unfinished, target)
  return count
}

async function* linesOf(client: pg.PoolClient, files: FileStore, count: BackupCount): AsyncGenerator<string> {
  const print = (line: Line) => `${JSON.stringify(line)}\n`
  const { rows: migrations } = await client.query<{ name: string }>(
    'select name from migration order by name',
  )
  yield print({ kind: 'backup', format: 1, product: 'namhoc', migrations: migrations.map((row) => row.name) })
  for (const table of await tablesInOrder(client)) {
    yield print({ kind: 'table', name: table })
    count.tables[table] = 0
    await client.query(`declare backup_rows cursor for select row_to_json(t)::text as row from "${table}" t`)
    for (;;) {
      const { rows } = await client.query<{ row: string }>(`fetch ${rowsPerLine} from backup_rows`)
      if (rows.length === 0) break
      count.tables[table] += rows.length
      // The rows are JSON already; parsing them again would lose what JavaScript numbers cannot hold.
      yield `{"kind":"rows","rows":[${rows.map((row) => row.row).join(',')}]}\n`
    }
    await client.query('close backup_rows')
  }
  const { rows: named } = await client.query<{ sha256: string }>(
    'select distinct sha256 from file order by sha256',
  )
  for (const { sha256 } of named) {
    // The column is checked to be a digest, which is what a FileId is.
    const bytes = await files.get(sha256 as Parameters<FileStore['get']>[0])
    if (bytes === null) throw new Error(`the stored file ${sha256} is missing from the file storage`)
    yield print({ kind: 'file', sha256 })
    for (let from = 0; from < bytes.length; from += bytesPerLine)
      yield print({
        kind: 'bytes',
        base64: Buffer.from(bytes.subarray(from, from + bytesPerLine)).toString('base64'),
      })
    count.files += 1
  }
  yield print({ kind: 'end', ...count })
}

/** Tables of the product so that what is referred to comes before what refers to it. */
export async function tablesInOrder(client: Pick<pg.PoolClient, 'query'>): Promise<string[]> {
  const { rows } = await client.query<{ name: string; needs: string[] }>(`
    select c.relname as name, coalesce(array_agg(distinct f.relname) filter (where f.relname is not null), '{}')::text[] as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid
    left join pg_class f on f.oid = k.confrelid
    where c.relkind = 'r' and c.relname <> 'migration' group by c.relname order by c.relname`)
  const ordered: string[] = []
  const waiting = new Map(rows.map((row) => [row.name, new Set(row.needs)]))
  while (waiting.size > 0) {
    const free = [...waiting]
      .filter(([, needs]) => [...needs].every((need) => !waiting.has(need)))
      .map(([name]) => name)
    if (free.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const name of free) waiting.delete(name)
    ordered.push(...free)
  }
  return ordered
}

export type RestoreRefusal =
  | 'not_a_backup'
  | 'incomplete'
  | 'newer_than_program'
  | 'not_empty'
  | 'file_damaged'

export class CannotRestore extends Error {
  readonly reason: RestoreRefusal
  constructor(reason: RestoreRefusal, detail = '') {
    super(`${reason} ${detail}`.trim())
    this.reason = reason
  }
}

/**
 * Fills an empty database. The schema is made as it was when the backup was written, then brought up to date. All or
 * nothing: a backup that ends early leaves the database as empty as it was.
 */
export async function restoreBackup(pool: pg.Pool, files: FileStore, source: string): Promise<BackupCount> {
  await checkWhole(source)
  await mustBeEmpty(pool)
  const lines = readLines(source)
  const first = await lines.next()
  const head = first.done === true ? null : first.value
  if (head?.kind !== 'backup') throw new CannotRestore('not_a_backup')
  const known = readMigrations()
  const newer = head.migrations.filter((name) => !known.some((migration) => migration.name === name))
  if (newer.length > 0) throw new CannotRestore('newer_than_program', newer.join(', '))
  await pool.query('drop schema public cascade')
  await pool.query('create schema public')
  await migrate(
    pool,
    known.filter((migration) => head.migrations.includes(migration.name)),
  )
  const count = await fill(pool, files, lines)
  await migrate(pool)
  return count
}

async function fill(pool: pg.Pool, files: FileStore, lines: AsyncGenerator<Line>): Promise<BackupCount> {
  const count: BackupCount = { tables: {}, files: 0 }
  const client = await pool.connect()
  let table = ''
  let file: { sha256: string; parts: Buffer[] } | null = null
  try {
    await client.query('begin')
    for await (const line of lines) {
      if (file !== null && line.kind !== 'bytes') {
        await putFile(files, file)
        count.files += 1
        file = null
      }
      switch (line.kind) {
        case 'table':
          table = line.name
          count.tables[table] = 0
          break
        case 'rows':
          await client.query(
            `insert into "${table}" overriding system value select * from json_populate_recordset(null::"${table}", $1)`,
            [JSON.stringify(line.rows)],
          )
          count.tables[table] = (count.tables[table] ?? 0) + line.rows.length
          break
        case 'file':
          file = { sha256: line.sha256, parts: [] }
          break
        case 'bytes':
          file?.parts.push(Buffer.from(line.base64, 'base64'))
          break
        case 'backup':
        case 'end':
          break
      }
    }
    await setSequences(client)
    await client.query('commit')
    return count
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function putFile(files: FileStore, file: { sha256: string; parts: Buffer[] }): Promise<void> {
  const bytes = Buffer.concat(file.parts)
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256)
    throw new CannotRestore('file_damaged', file.sha256)
  await files.put(bytes)
}

// New rows go on counting after the restored ones.
async function setSequences(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where a.attidentity <> '' and c.relkind = 'r'`)
  for (const row of rows)
    await client.query(
      `select setval($1, coalesce((select max("${row.column}") from "${row.table}"), 0) + 1, false)`,
      [row.sequence],
    )
}

async function mustBeEmpty(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(
    "select to_regclass('public.tenant') is not null as there",
  )
  if (rows[0]?.there !== true) return
  const tenants = await pool.query('select 1 from tenant limit 1')
  if (tenants.rows.length > 0) throw new CannotRestore('not_empty')
}

// Read once to the end before anything is touched: half a backup must not empty or half fill a database.
async function checkWhole(source: string): Promise<void> {
  let last: Line | null = null
  let isFirst = true
  for await (const line of readLines(source)) {
    if (isFirst && line.kind !== 'backup') throw new CannotRestore('not_a_backup')
    isFirst = false
    last = line
  }
  if (last?.kind !== 'end') throw new CannotRestore(isFirst ? 'not_a_backup' : 'incomplete')
}

async function* readLines(source: string): AsyncGenerator<Line> {
  const stream = createReadStream(source).pipe(createGunzip())
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      // Written by linesOf; another program's lines fail at the first one's kind.
      yield JSON.parse(text) as Line
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'Z_DATA_ERROR' || error instanceof SyntaxError) throw new CannotRestore('not_a_backup')
    if (code === 'Z_BUF_ERROR') throw new CannotRestore('incomplete')
    throw error
  }
}
