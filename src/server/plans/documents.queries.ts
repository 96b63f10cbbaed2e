// Uploaded documents with what was read in them.
import type { DocumentId, FileId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'

export type DocumentRow = { sha256: FileId; fileName: string; source: unknown; reading: unknown }

export async function findDocument(
  db: Db,
  tenantId: TenantId,
  documentId: DocumentId,
): Promise<DocumentRow | undefined> {
  return await db
    .selectFrom('source_document')
    .select(['sha256', 'file_name as fileName', 'source', 'reading'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', documentId)
    .executeTakeFirst()
}

export async function insertDocument(
  db: Db,
  row: {
    tenantId: TenantId
    id: DocumentId
    unitId: UnitId
    sha256: FileId
    fileName: string
    source: unknown
    reading: unknown
    by: PersonId
    at: Date
  },
): Promise<void> {
  await db
    .insertInto('source_document')
    .values({
      tenant_id: row.tenantId,
      id: row.id,
      unit_id: row.unitId,
      sha256: row.sha256,
      file_name: row.fileName,
      source: JSON.stringify(row.source),
      reading: JSON.stringify(row.reading),
      uploaded_by: row.by,
      uploaded_at: row.at,
    })
    .execute()
}
