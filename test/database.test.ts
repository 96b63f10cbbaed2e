// What holds over the whole database: keys, the trail, errors that reach the service, one process a directory.
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { lockDirectory } from '#server/database/directory-lock.ts'
import { migrate, readMigrations } from '#server/database/migrate.ts'
import { databaseError } from '#server/platform/errors.ts'
import { inTransaction, ownDatabase, workerDatabase } from './support/database.ts'
import { aTenant, anId, aUnit } from './support/world.ts'

describe('the schema', () => {
  test('every foreign key has an index that begins with its columns', async () => {
    const { db } = await workerDatabase()
    const { rows } = await sql<{ constraint: string }>`
      select k.conname as constraint from pg_constraint k
      where k.contype = 'f' and not exists (
        select 1 from pg_index i where i.indrelid = k.conrelid
          and (select array_agg(x order by x) from unnest((i.indkey::int2[])[0:cardinality(k.conkey) - 1]) x) = (select array_agg(y order by y) from unnest(k.conkey) y))`.execute(
      db,
    )
    expect(rows).toEqual([])
  })

  test('every table begins its key with the tenant, but for those of the installation', async () => {
    const { db } = await workerDatabase()
    const { rows } = await sql<{ table: string }>`
      select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
      join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where c.relkind = 'r' and a.attname <> 'tenant_id' order by 1`.execute(db)
    expect(rows.map((row) => row.table)).toEqual(['migration', 'sign_in_attempt'])
  })

  test('migrations applied again do nothing, a changed one is refused', async () => {
    const database = await ownDatabase('migrations')
    try {
      expect(await migrate(database.pool)).toEqual([])
      const changed = readMigrations().map((migration, index) =>
        index === 0 ? { ...migration, sha256: 'x' } : migration,
      )
      await expect(migrate(database.pool, changed)).rejects.toThrow('was changed after it had been applied')
      await expect(migrate(database.pool, readMigrations().slice(0, 2))).rejects.toThrow(
        'newer than this program',
      )
    } finally {
      await database.close()
    }
  })
})

describe('the audit trail', () => {
  test.each(['update audit_entry set actor_name = $$x$$', 'delete from audit_entry', 'truncate audit_entry'])(
    'refuses: %s',
    async (statement) => {
      await inTransaction(async (db) => {
        const tenantId = await aTenant(db, 'x')
        await sql`insert into audit_entry (tenant_id, at, actor_name, action, object_kind, object_id, object_name, search_text) values (${tenantId}, now(), 'a', 'b', 'c', 'd', 'e', 'f')`.execute(
          db,
        )
        const error: unknown = await sql
          .raw(statement)
          .execute(db)
          .catch((refused: unknown) => refused)
        expect(databaseError(error)?.code).toBe('23001')
      })
    },
  )
})

describe('an error of the database', () => {
  test('reaches the service with its code and the name of the constraint', async () => {
    await inTransaction(async (db) => {
      const tenantId = await aTenant(db, 'x')
      await aUnit(db, tenantId, { code: 'A', kind: 'office' })
      const second = aUnit(db, tenantId, { code: 'A', kind: 'office' }).then(
        async () => await sql`set constraints all immediate`.execute(db),
      )
      const error: unknown = await second.catch((refused: unknown) => refused)
      expect(databaseError(error)).toEqual({ code: '23P01', constraint: 'unit_state_code_once_a_day' })
    })
  })

  test('a key twice is refused and not swallowed', async () => {
    await inTransaction(async (db) => {
      const tenantId = anId<Awaited<ReturnType<typeof aTenant>>>()
      const insert = async () =>
        await db
          .insertInto('tenant')
          .values({ tenant_id: tenantId, name: 'x', created_at: new Date(0) })
          .execute()
      await insert()
      const error: unknown = await insert().catch((refused: unknown) => refused)
      expect(databaseError(error)?.code).toBe('23505')
    })
  })
})

describe('a data directory', () => {
  test('is held by one process; the lock of a dead one is taken over', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'namhoc-lock-'))
    const first = lockDirectory(directory)
    expect(first.ok).toBe(true)
    expect(lockDirectory(directory)).toEqual({ ok: false, pid: process.pid })
    if (first.ok) first.lock.release()
    const dead = spawn(process.execPath, ['-e', ''])
    await new Promise((resolve) => dead.once('exit', resolve))
    writeFileSync(join(directory, 'namhoc.lock'), `${dead.pid}\n1\n`)
    expect(lockDirectory(directory).ok).toBe(true)
  })
})
