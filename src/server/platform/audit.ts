// The audit trail: every write route leaves a row; rows are only ever added (a trigger refuses the rest).
import { searchText } from '#domain/basics/text.ts'
import type { PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'
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
  await writeAudit(ctx.db, { tenantId: ctx.tenantId, actor: ctx.actor, at: ctx.now, request: ctx.request }, entry)
}

export type AuditOrigin = {
  tenantId: TenantId
  actor: { kind: 'person'; personId: PersonId; name: string } | { kind: 'system'; name: string }
  at: Date
  request: RequestFacts
}

export async function writeAudit(db: Db, origin: AuditOrigin, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      tenant_id: origin.tenantId,
      at: origin.at,
      actor_person_id: origin.actor.kind === 'person' ? origin.actor.personId : null,
      actor_name: origin.actor.name,
      action: entry.action,
      object_kind: entry.object.kind,
      object_id: entry.object.id,
      object_name: entry.object.name,
      unit_id: entry.unitId,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
      ip: origin.request.ip,
      user_agent: origin.request.userAgent,
      request_id: origin.request.id,
      search_text: searchText(origin.actor.name, entry.action, entry.object.name),
    })
    .execute()
}
