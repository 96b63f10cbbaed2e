// Starts the product: settings, database, files, background work, then listens. Stops in the reverse order.
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { DirectoryInUse, type OpenDatabase, openDatabase } from './database/connect.ts'
import { openControl } from './control.ts'
import { authenticate } from './people/session.service.ts'
import { type FileStore, openFileStore } from './platform/files.ts'
import { openMailer } from './platform/mailer.ts'
import { openMemory } from './platform/memory.ts'
import type { DemoAccounts, Services } from './platform/route.ts'
import type { Settings } from './platform/settings.ts'
import { afterUnits } from './after-units.ts'
import { keepDaily } from './daily.ts'
import { keepMailing } from './mailing.ts'

export type Running = {
  address: string
  services: Services
  database: OpenDatabase
  stop: () => Promise<void>
}

export type StartRefusal =
  | { reason: 'directory_in_use'; pid: number }
  | { reason: 'port_taken'; port: number }
  | { reason: 'port_not_allowed'; port: number }
  | { reason: 'database_unreachable'; message: string }
  | { reason: 'files_not_writable'; path: string }
  | { reason: 'failed'; message: string }

export class CannotStart extends Error {
  readonly refusal: StartRefusal
  constructor(refusal: StartRefusal) {
    super(refusal.reason)
    this.refusal = refusal
  }
}

/** Opened without listening: what the commands that work on the data need as well. */
export type Ground = { services: Services; database: OpenDatabase; close: () => Promise<void> }

export async function openGround(
  settings: Settings,
  clock: () => Date,
  demo: DemoAccounts | null = null,
): Promise<Ground> {
  const files = await openFiles(settings.filesDir)
  const database = await openDatabase(settings.database).catch((error: unknown) => {
    throw cannotOpen(error)
  })
  const log = pino({ level: settings.logLevel })
  const mail = settings.mail === null ? null : openMailer(settings.mail)
  const secureCookies = settings.publicUrl?.startsWith('https://') ?? false
  return {
    services: {
      db: database.db,
      files,
      memory: openMemory(mostUnitsKept),
      mail,
      log,
      clock,
      demo,
      secureCookies,
      authenticate,
      unitsChanged: afterUnits,
    },
    database,
    close: async () => {
      mail?.close()
      await database.close()
    },
  }
}

// Units with the index of their names take about 1.5 KB each: a country twice over, or all provinces of it apart.
const mostUnitsKept = 130_000

async function openFiles(folder: string): Promise<FileStore> {
  try {
    return await openFileStore(folder)
  } catch {
    throw new CannotStart({ reason: 'files_not_writable', path: folder })
  }
}

function cannotOpen(error: unknown): CannotStart {
  if (error instanceof DirectoryInUse) return new CannotStart({ reason: 'directory_in_use', pid: error.pid })
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const message = error instanceof Error ? error.message : String(error)
  // 28xxx: wrong user or password; 3D000: no such database.
  if (
    code === 'ECONNREFUSED' ||
    code === 'ENOTFOUND' ||
    code === '3D000' ||
    (typeof code === 'string' && code.startsWith('28'))
  ) {
    return new CannotStart({ reason: 'database_unreachable', message })
  }
  return new CannotStart({ reason: 'failed', message })
}

export async function startServer(settings: Settings, ground: Ground): Promise<Running> {
  const app = await buildApp({ services: ground.services, trustProxy: settings.trustProxy })
  const daily = keepDaily(ground.services)
  const mails = keepMailing(ground.services)
  try {
    const address = await app.listen({ port: settings.port, host: settings.host })
    const control =
      settings.database.kind === 'directory'
        ? await openControl(ground, settings.dataDir, settings.publicUrl ?? address)
        : null
    return {
      address,
      services: ground.services,
      database: ground.database,
      stop: async () => {
        daily.stop()
        await mails.stop()
        control?.close()
        await app.close()
        await ground.close()
      },
    }
  } catch (error) {
    daily.stop()
    await mails.stop()
    await app.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw new CannotStart({ reason: 'port_taken', port: settings.port })
    if (code === 'EACCES') throw new CannotStart({ reason: 'port_not_allowed', port: settings.port })
    throw error
  }
}
