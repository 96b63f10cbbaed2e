// The audit trail: every write route leaves a row; rows are only ever added (a trigger refuses the rest).
import type { PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'
import { insertAuditEntries } from './audit.queries.ts'
import type { Ctx, RequestFacts } from './ctx.ts'

export type AuditEntry = {
  /** What was done: "unit.rename", "plan.publish". */
  action: string
  object: { kind: string; id: string; name: string }
  unitId: UnitId | null
  before?: unknown
  after?: unknown
}

export async function audit(ctx: Ctx, entry: AuditEntry): Promise<void> {
  await writeAudit(
    ctx.db,
    { tenantId: ctx.tenantId, actor: ctx.actor, at: ctx.now, request: ctx.request },
    entry,
  )
}

/** The entries of one act that changes many things. */
export async function auditAll(ctx: Ctx, entries: readonly AuditEntry[]): Promise<void> {
  await insertAuditEntries(
    ctx.db,
    { tenantId: ctx.tenantId, actor: ctx.actor, at: ctx.now, request: ctx.request },
    entries,
  )
}

export type AuditOrigin = {
  tenantId: TenantId
  actor: { kind: 'person'; personId: PersonId; name: string } | { kind: 'system'; name: string }
  at: Date
  request: RequestFacts
}

/** For what happens before sign-in or outside a request; within one, `audit` knows the rest. */
export async function writeAudit(db: Db, origin: AuditOrigin, entry: AuditEntry): Promise<void> {
  await insertAuditEntries(db, origin, [entry])
}
