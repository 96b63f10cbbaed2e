import type { Logger } from 'pino'
import type { Language } from '#contract/error-texts.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { SessionId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { Actor } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'
import type { FileStore } from './files.ts'
import type { Mailer } from './mailer.ts'
import type { Memory } from './memory.ts'

export type RequestFacts = { id: string; ip: string; userAgent: string | null }

/** Of these units the state or the place has changed from the day on. */
export type UnitsChange = { unitIds: readonly UnitId[]; from: LocalDate }

/** What every function of a service receives first: before sign-in there is no tenant and no actor. */
export type PublicCtx = {
  db: Db
  now: Date
  log: Logger
  files: FileStore
  memory: Memory
  /** Null where the installation has no mail server. */
  mail: Mailer | null
  language: Language
  request: RequestFacts
  /** Runs in a transaction of its own after this one has ended, also when it was refused. */
  keep: (work: (db: Db) => Promise<void>) => void
  /** Runs after commit; never when refused. */
  afterCommit: (work: () => Promise<void>) => void
  /** Told within the transaction that changes units: what a later slice derives from the tree follows there and then. */
  unitsChanged: (ctx: Ctx, change: UnitsChange) => Promise<void>
  setCookie: (token: string | null) => void
}

export type Ctx = PublicCtx & {
  tenantId: TenantId
  actor: Actor
  sessionId: SessionId | null
  /** The business date: the tenant's own where it was set (the demo), else the day in Việt Nam. */
  today: LocalDate
}

/** The same call with another transaction. */
export function withDb<C extends PublicCtx>(ctx: C, db: Db): C {
  return { ...ctx, db }
}
