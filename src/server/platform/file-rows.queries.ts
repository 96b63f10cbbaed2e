import type { FileId, TenantId } from '#domain/basics/ids.ts'
import type { Db } from '#server/database/connect.ts'

/** The row that names a stored file; the same bytes sent twice are one file. */
export async function insertFile(
  db: Db,
  file: { tenantId: TenantId; sha256: FileId; size: number; mediaType: string; at: Date },
): Promise<void> {
  await db
    .insertInto('file')
    .values({
      tenant_id: file.tenantId,
      sha256: file.sha256,
      size_bytes: file.size,
      media_type: file.mediaType,
      stored_at: file.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
