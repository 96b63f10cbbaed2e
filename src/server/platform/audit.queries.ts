import { searchText } from '#domain/basics/text.ts'
import type { Db } from '#server/database/connect.ts'
import type { AuditEntry, AuditOrigin } from './audit.ts'

/** In slices, since one statement takes at most 65,535 parameters. */
export async function insertAuditEntries(
  db: Db,
  origin: AuditOrigin,
  entries: readonly AuditEntry[],
): Promise<void> {
  const perStatement = 2000
  for (let from = 0; from < entries.length; from += perStatement) {
    await db
      .insertInto('audit_entry')
      .values(entries.slice(from, from + perStatement).map((entry) => rowOf(origin, entry)))
      .execute()
  }
}

function rowOf(origin: AuditOrigin, entry: AuditEntry) {
  return {
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
  }
}
