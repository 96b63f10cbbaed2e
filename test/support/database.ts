// The database of a test worker: PGlite from a prepared copy, or PostgreSQL when TEST_DATABASE_URL is set.
// Each test runs inside a transaction of its own that is rolled back.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Transaction } from 'kysely'
import { type OpenDatabase, openDatabase } from '#server/database/connect.ts'
import { readMigrations } from '#server/database/migrate.ts'
import type { Schema } from '#server/database/schema.ts'

const serverUrl = process.env['TEST_DATABASE_URL']

/** One database per worker thread, kept for all its tests. */
let worker: Promise<OpenDatabase> | null = null
export function workerDatabase(): Promise<OpenDatabase> {
  worker ??=
    serverUrl === undefined
      ? openCopy()
      : openOnServer(`namhoc_test_${process.env['VITEST_POOL_ID'] ?? '0'}_${process.pid}`)
  return worker
}

/** A database of its own, for races, kills and restores. The caller closes it. */
export async function ownDatabase(name: string): Promise<OpenDatabase> {
  return serverUrl === undefined
    ? await openCopy()
    : await openOnServer(`namhoc_own_${name}_${process.pid}_${Date.now()}`)
}

/** The address of an empty database of its own for another process; null: that process makes an embedded one. */
export async function ownDatabaseUrl(name: string): Promise<string | null> {
  if (serverUrl === undefined) return null
  const own = `namhoc_own_${name}_${process.pid}_${Date.now()}`
  await recreate(own)
  return urlOf(own)
}

async function openOnServer(name: string): Promise<OpenDatabase> {
  await recreate(name)
  return await openDatabase({ kind: 'postgres', url: urlOf(name), max: 4 })
}

/** The address of another database on the test server. */
export function urlOf(name: string): string {
  const url = new URL(serverUrl ?? '')
  url.pathname = `/${name}`
  return url.href
}

async function recreate(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
}

async function openCopy(): Promise<OpenDatabase> {
  const digest = createHash('sha256')
  for (const migration of readMigrations()) digest.update(`${migration.name} ${migration.sha256}`)
  const folder = fileURLToPath(new URL('../../node_modules/.cache/namhoc/', import.meta.url))
  const file = `${folder}migrated-${digest.digest('hex').slice(0, 16)}.tar`
  if (!existsSync(file)) {
    const fresh = await openDatabase({ kind: 'memory', load: null })
    mkdirSync(folder, { recursive: true })
    const partial = `${file}.${process.pid}.${Math.trunc(performance.now() * 1000)}`
    writeFileSync(partial, await fresh.dump())
    renameSync(partial, file)
    await fresh.close()
  }
  return await openDatabase({ kind: 'memory', load: readFileSync(file) })
}

class RolledBack extends Error {}

/** Runs the work in a transaction that is always rolled back. */
export async function inTransaction(work: (db: Transaction<Schema>) => Promise<void>): Promise<void> {
  const { db } = await workerDatabase()
  try {
    await db.transaction().execute(async (transaction) => {
      await work(transaction)
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
}
