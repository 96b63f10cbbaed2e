// Forward-only migrations, each in a transaction of its own; a file that was applied must not change afterwards.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Pool } from 'pg'

export type Migration = { name: string; sql: string; sha256: string }

export function readMigrations(): Migration[] {
  const folder = ['./migrations/', '../database/migrations/']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url))
  if (folder === undefined) throw new Error('the migrations folder is missing beside the program')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql: text, sha256: createHash('sha256').update(text).digest('hex') }
    })
}

/** Applies what is missing; returns the names applied. Several servers starting at once wait for each other. */
export async function migrate(
  pool: Pool,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const client = await pool.connect()
  try {
    // An arbitrary constant of ours: every server of an installation takes the same lock.
    await client.query('select pg_advisory_lock(7420240905)')
    await client.query(
      'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    )
    const known = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration')
    const applied = new Map(known.rows.map((row) => [row.name, row.sha256]))
    const done: string[] = []
    for (const migration of migrations) {
      const before = applied.get(migration.name)
      if (before === migration.sha256) continue
      if (before !== undefined)
        throw new Error(`migration ${migration.name} was changed after it had been applied`)
      await applyOne(client, migration)
      done.push(migration.name)
    }
    const names = new Set(migrations.map((migration) => migration.name))
    const newer = [...applied.keys()].filter((name) => !names.has(name))
    if (newer.length > 0)
      throw new Error(`the database is newer than this program: it knows ${newer.join(', ')}`)
    return done
  } finally {
    await client.query('select pg_advisory_unlock(7420240905)')
    client.release()
  }
}

async function applyOne(
  client: { query: (sql: string, values?: unknown[]) => Promise<unknown> },
  migration: Migration,
): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(
      `migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}
