import { sql } from 'kysely'
import type { FormId, TenantId } from '#domain/basics/ids.ts'
import type { FormDefinition } from '#domain/forms/form.ts'
import type { Db } from '#server/database/connect.ts'

export type FormRow = { formId: FormId; definition: FormDefinition }

/** Each form once, in its latest version. Definitions are checked before they are stored. */
export async function listFormRows(db: Db, tenantId: TenantId): Promise<FormRow[]> {
  return await db
    .selectFrom('form')
    .distinctOn('code')
    .select(['id as formId', sql<FormDefinition>`definition`.as('definition')])
    .where('tenant_id', '=', tenantId)
    .orderBy('code')
    .orderBy('form_version', 'desc')
    .execute()
}

/** Adds a version of a form; what is stored under it stays. True when it was new. */
export async function insertForm(
  db: Db,
  tenantId: TenantId,
  row: { id: FormId; definition: FormDefinition; at: Date },
): Promise<boolean> {
  const { definition } = row
  const result = await db
    .insertInto('form')
    .values({
      tenant_id: tenantId,
      id: row.id,
      code: definition.code,
      form_version: definition.version,
      title: definition.title.vi,
      definition: JSON.stringify(definition),
      created_at: row.at,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code', 'form_version']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
