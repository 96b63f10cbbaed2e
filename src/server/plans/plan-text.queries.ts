import type { PersonId, PlanId, TenantId } from '#domain/basics/ids.ts'
import type { PlanText } from '#domain/plans/plan-text.ts'
import type { Db } from '#server/database/connect.ts'

export type TextRow = { version: number; content: PlanText; changedAt: Date; changedByName: string }

export async function findText(db: Db, tenantId: TenantId, planId: PlanId): Promise<TextRow | undefined> {
  const row = await db
    .selectFrom('plan_text')
    .innerJoin('person', (on) =>
      on
        .onRef('person.tenant_id', '=', 'plan_text.tenant_id')
        .onRef('person.id', '=', 'plan_text.changed_by'),
    )
    .select([
      'plan_text.version',
      'plan_text.content',
      'plan_text.changed_at as changedAt',
      'person.full_name as changedByName',
    ])
    .where('plan_text.tenant_id', '=', tenantId)
    .where('plan_text.plan_id', '=', planId)
    .executeTakeFirst()
  // Written below from this type.
  return row === undefined ? undefined : { ...row, content: inOrder(row.content as PlanText) }
}

/** The database keeps the names of an object in an order of its own; texts are compared as they are sent. */
function inOrder({ bases, sections, recipients, signature }: PlanText): PlanText {
  return {
    bases,
    sections: sections.map(({ key, level, title, text, holds }) => ({ key, level, title, text, holds })),
    recipients,
    signature: signature === null ? null : { authority: signature.authority, name: signature.name },
  }
}

export type NewText = { tenantId: TenantId; planId: PlanId; content: PlanText; by: PersonId; at: Date }

export async function insertText(db: Db, row: NewText): Promise<void> {
  await db
    .insertInto('plan_text')
    .values({
      tenant_id: row.tenantId,
      plan_id: row.planId,
      content: JSON.stringify(row.content),
      changed_by: row.by,
      changed_at: row.at,
    })
    .execute()
}

/** False when somebody changed the text meanwhile. */
export async function updateText(db: Db, version: number, row: NewText): Promise<boolean> {
  const result = await db
    .updateTable('plan_text')
    .set({
      version: version + 1,
      content: JSON.stringify(row.content),
      changed_by: row.by,
      changed_at: row.at,
    })
    .where('tenant_id', '=', row.tenantId)
    .where('plan_id', '=', row.planId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
