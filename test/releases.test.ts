// The demos of finished issues, as backups: each must still restore and come up to date with the migrations since.
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { restoreBackup } from '#server/database/backup.ts'
import { readMigrations } from '#server/database/migrate.ts'
import { openFileStore } from '#server/platform/files.ts'
import { ownDatabase } from './support/database.ts'

const folder = fileURLToPath(new URL('./releases/', import.meta.url))
const releases = readdirSync(folder).filter((name) => name.endsWith('.jsonl.gz'))

test('there is one to try', () => {
  expect(releases.length).toBeGreaterThan(0)
})

test.each(releases)(
  '%s restores and is brought up to date',
  async (name) => {
    const database = await ownDatabase('release')
    try {
      const files = await openFileStore(mkdtempSync(join(tmpdir(), 'namhoc-release-')))
      const count = await restoreBackup(database.pool, files, join(folder, name))
      expect(count.tables['unit_state']).toBeGreaterThan(300)
      const { rows } = await database.pool.query<{ name: string }>('select name from migration order by name')
      expect(rows.map((row) => row.name)).toEqual(readMigrations().map((migration) => migration.name))
    } finally {
      await database.close()
    }
  },
  120_000,
)
