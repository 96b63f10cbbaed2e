// One transaction, or inside another one (a test's own) a savepoint.
import { sql, type Transaction } from 'kysely'
import type { Db } from './connect.ts'
import type { Schema } from './schema.ts'

export async function transact<T>(db: Db, work: (db: Transaction<Schema>) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return await db.transaction().execute(work)
  // isTransaction tells what the type cannot.
  const outer = db as Transaction<Schema>
  await sql`savepoint inner_work`.execute(outer)
  try {
    const result = await work(outer)
    await sql`release savepoint inner_work`.execute(outer)
    return result
  } catch (error) {
    await sql`rollback to savepoint inner_work`.execute(outer)
    await sql`release savepoint inner_work`.execute(outer)
    throw error
  }
}
