// A backup of a database with a bit of everything, restored elsewhere: every table row by row, every file byte by byte.
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CannotRestore, restoreBackup, tablesInOrder, writeBackup } from '#server/database/backup.ts'
import type { OpenDatabase } from '#server/database/connect.ts'
import { writeAudit } from '#server/platform/audit.ts'
import { type FileStore, openFileStore } from '#server/platform/files.ts'
import { insertFile } from '#server/platform/file-rows.queries.ts'
import { ownDatabase } from './support/database.ts'
import { aWorld, clock } from './support/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'namhoc-backup-'))
const backupFile = join(folder, 'all.jsonl.gz')
const bytes = new Uint8Array(200_000).map((_, index) => (index * 31) % 251)

let from: OpenDatabase
let files: FileStore

beforeAll(async () => {
  from = await ownDatabase('backup_from')
  files = await openFileStore(join(folder, 'files'))
  const sha256 = await files.put(bytes)
  await from.db.transaction().execute(async (db) => {
    const world = await aWorld(db)
    await insertFile(db, {
      tenantId: world.tenantId,
      sha256,
      size: bytes.length,
      mediaType: 'application/pdf',
      at: clock,
    })
    const origin = {
      tenantId: world.tenantId,
      actor: { kind: 'system', name: 'Kiểm thử' },
      at: clock,
      request: { id: 'r', ip: '::1', userAgent: null },
    } as const
    for (let count = 0; count < 2500; count++)
      await writeAudit(db, origin, {
        action: 'test',
        object: { kind: 'x', id: String(count), name: `“Đằng Lâm” \\ ${count}\n` },
        unitId: null,
        after: { n: count / 7, zero: 0, none: null },
      })
  })
  await writeBackup(from.pool, files, backupFile)
}, 120_000)

afterAll(async () => {
  await from.close()
})

async function contentOf(pool: Pool): Promise<Record<string, string[]>> {
  const client = await pool.connect()
  try {
    const content: Record<string, string[]> = {}
    for (const table of await tablesInOrder(client)) {
      const { rows } = await client.query<{ row: string }>(
        `select row_to_json(t)::text as row from "${table}" t order by 1`,
      )
      content[table] = rows.map((row) => row.row)
    }
    return content
  } finally {
    client.release()
  }
}

describe('a backup', () => {
  test('restored into an empty database has every row of every table and every file', async () => {
    const to = await ownDatabase('backup_to')
    try {
      const otherFiles = await openFileStore(join(folder, 'other-files'))
      const count = await restoreBackup(to.pool, otherFiles, backupFile)
      const before = await contentOf(from.pool)
      expect(Object.keys(before).length).toBeGreaterThan(25)
      expect(await contentOf(to.pool)).toEqual(before)
      expect(count.files).toBe(1)
      expect(count.tables['audit_entry']).toBe(2500)
      for await (const stored of otherFiles.list())
        expect(await otherFiles.get(stored.sha256)).toEqual(Buffer.from(bytes))
      // New rows count on after the restored ones.
      const { rows } = await to.pool.query<{ id: number }>(
        "insert into audit_entry (tenant_id, at, actor_name, action, object_kind, object_id, object_name, search_text) select tenant_id, now(), '', '', '', '', '', '' from tenant limit 1 returning id",
      )
      expect(rows[0]?.id).toBe(2501)
    } finally {
      await to.close()
    }
  }, 120_000)

  test('into a database with data is refused and changes nothing', async () => {
    const before = await contentOf(from.pool)
    await expect(restoreBackup(from.pool, files, backupFile)).rejects.toMatchObject({ reason: 'not_empty' })
    expect(await contentOf(from.pool)).toEqual(before)
  }, 120_000)

  test.each([
    ['cut short', (file: string) => truncateSync(file, readFileSync(file).length - 200), 'incomplete'],
    ['another file', (file: string) => writeFileSync(file, 'không phải bản sao lưu'), 'not_a_backup'],
    ['an empty file', (file: string) => writeFileSync(file, ''), 'incomplete'],
  ])(
    '%s is refused before anything is touched',
    async (_fact, spoil, reason) => {
      const file = join(folder, `${reason}-${Math.trunc(performance.now())}.gz`)
      writeFileSync(file, readFileSync(backupFile))
      spoil(file)
      const to = await ownDatabase('backup_spoilt')
      try {
        const refusal = await restoreBackup(to.pool, files, file).catch((error: unknown) => error)
        expect(refusal).toBeInstanceOf(CannotRestore)
        expect(refusal).toMatchObject({ reason })
        expect((await to.pool.query('select count(*)::int as count from tenant')).rows).toEqual([
          { count: 0 },
        ])
      } finally {
        await to.close()
      }
    },
    120_000,
  )
})
