import type { Logger } from 'pino'
import type { Language } from '#contract/error-texts.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { SessionId, TenantId } from '#domain/basics/ids.ts'
import type { Actor } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'
import type { FileStore } from './files.ts'

export type RequestFacts = { id: string; ip: string; userAgent: string | null }

/** What every function of a service receives first: before sign-in there is no tenant and no actor. */
export type PublicCtx = {
  db: Db
  now: Date
  log: Logger
  files: FileStore
  language: Language
  request: RequestFacts
  /** Runs in a transaction of its own after this one has ended, also when it was refused. */
  keep: (work: (db: Db) => Promise<void>) => void
  /** Runs after commit; never when refused. */
  afterCommit: (work: () => Promise<void>) => void
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
