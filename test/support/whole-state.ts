// Everything that is stored, table by table, and the names of the files: compared before and after what must change nothing.
import { sql } from 'kysely'
import type { Db } from '#server/database/connect.ts'
import type { FileStore } from '#server/platform/files.ts'

export async function wholeState(db: Db, files: FileStore): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db)
  const state: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const { rows } = await sql<{ content: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10) order by t::text collate "C")), '') as content
      from ${sql.table(name)} t`.execute(db)
    state[name] = rows[0]?.content ?? ''
  }
  const names: string[] = []
  for await (const { sha256 } of files.list()) names.push(sha256)
  state['files'] = names.toSorted().join(' ')
  return state
}
