// Allocations of targets with the shares in work; giving.queries.ts has what was given.
import { sql } from 'kysely'
import type { AllocationId, PersonId, PlanId, TargetId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { ShareFigures } from '#domain/allocation/shares.ts'
import type { Audience } from '#domain/units/audience.ts'
import type { Db } from '#server/database/connect.ts'

export type AllocationRow = {
  allocationId: AllocationId
  planId: PlanId
  targetId: TargetId
  audience: Audience
  version: number
  givenNo: number
}

function allocations(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('target_allocation')
    .select([
      'id as allocationId',
      'plan_id as planId',
      'target_id as targetId',
      sql<Audience>`audience`.as('audience'),
      'version',
      'given_no as givenNo',
    ])
    .where('tenant_id', '=', tenantId)
}

export async function findAllocation(
  db: Db,
  tenantId: TenantId,
  targetId: TargetId,
): Promise<AllocationRow | undefined> {
  return await allocations(db, tenantId).where('target_id', '=', targetId).executeTakeFirst()
}

export async function listAllocationsOf(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
): Promise<AllocationRow[]> {
  return await allocations(db, tenantId)
    .where('plan_id', '=', planId)
    .orderBy('target_allocation.id')
    .execute()
}

/** False when somebody else began it meanwhile. */
export async function insertAllocation(
  db: Db,
  tenantId: TenantId,
  row: Omit<AllocationRow, 'version' | 'givenNo'> & { by: PersonId; at: Date },
): Promise<boolean> {
  const result = await db
    .insertInto('target_allocation')
    .values({
      tenant_id: tenantId,
      id: row.allocationId,
      plan_id: row.planId,
      target_id: row.targetId,
      audience: JSON.stringify(row.audience),
      created_by: row.by,
      created_at: row.at,
    })
    .onConflict((on) => on.columns(['tenant_id', 'target_id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** False when somebody changed it meanwhile. */
export async function updateAllocation(
  db: Db,
  tenantId: TenantId,
  allocationId: AllocationId,
  version: number,
  set: { audience?: Audience; givenNo?: number },
): Promise<boolean> {
  const result = await db
    .updateTable('target_allocation')
    .set({
      version: version + 1,
      ...(set.audience === undefined ? {} : { audience: JSON.stringify(set.audience) }),
      ...(set.givenNo === undefined ? {} : { given_no: set.givenNo }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', allocationId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type StoredShare = ShareFigures & { unitId: UnitId }

export async function listShares(
  db: Db,
  tenantId: TenantId,
  allocations: readonly AllocationId[],
): Promise<(StoredShare & { allocationId: AllocationId })[]> {
  if (allocations.length === 0) return []
  return await db
    .selectFrom('target_share')
    .select([
      'allocation_id as allocationId',
      'unit_id as unitId',
      'applies',
      'value',
      'numerator',
      'denominator',
    ])
    .where('tenant_id', '=', tenantId)
    .where('allocation_id', 'in', [...allocations])
    .orderBy('allocation_id')
    .orderBy('position')
    .orderBy('unit_id')
    .execute()
}

/** What stands in work from now on, in this order. */
export async function replaceShares(
  db: Db,
  tenantId: TenantId,
  allocationId: AllocationId,
  shares: readonly StoredShare[],
): Promise<void> {
  await db
    .deleteFrom('target_share')
    .where('tenant_id', '=', tenantId)
    .where('allocation_id', '=', allocationId)
    .execute()
  if (shares.length === 0) return
  const list = shares.map((share, position) => ({ ...share, unit_id: share.unitId, position }))
  await sql`insert into target_share (tenant_id, allocation_id, unit_id, position, applies, value, numerator, denominator)
    select ${tenantId}, ${allocationId}, s.unit_id, s.position, s.applies, s.value, s.numerator, s.denominator
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as s(unit_id uuid, position int, applies boolean, value float8, numerator float8, denominator float8)`.execute(
    db,
  )
}
