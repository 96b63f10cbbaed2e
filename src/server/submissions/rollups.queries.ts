import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { RoundId, SubmissionId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { Cell } from '#domain/forms/form.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { Rollup, RollupOwnership } from '#domain/submissions/rollup.ts'
import type { Db } from '#server/database/connect.ts'

/** Where figures are added up: every node of the path, under the ownership. */
export type RolledUp = { path: TreePath; ownership: RollupOwnership }

export type Unsettled = {
  submissionId: SubmissionId
  cells: Cell[]
  was: RolledUp | null
  is: RolledUp | null
}

/** Approvals of one round follow each other; the closing day stands still meanwhile. Locked before its submissions. */
export async function lockRound(db: Db, tenantId: TenantId, roundId: RoundId): Promise<void> {
  await sql`select 1 from round where tenant_id = ${tenantId} and id = ${roundId} for update`.execute(db)
}

export async function lockRoundsFrom(db: Db, tenantId: TenantId, closing: LocalDate): Promise<void> {
  await sql`select 1 from round where tenant_id = ${tenantId} and closes_on >= ${closing} order by id for update`.execute(
    db,
  )
}

// A submission counts when it is approved, at the place and under the ownership that its unit has on the closing day.
const unsettled = (tenantId: TenantId) => sql`
  from submission s
  join round r on r.tenant_id = s.tenant_id and r.id = s.round_id
  left join unit_path p on s.state = 'approved' and p.tenant_id = s.tenant_id and p.unit_id = s.unit_id
    and p.valid_from <= r.closes_on and (p.valid_to is null or p.valid_to > r.closes_on)
  left join unit_state us on p.path is not null and us.tenant_id = s.tenant_id and us.unit_id = s.unit_id
    and us.valid_from <= r.closes_on and (us.valid_to is null or us.valid_to > r.closes_on)
  where s.tenant_id = ${tenantId}
    and (s.rolled_up_path is distinct from p.path
      or s.rolled_up_ownership is distinct from (case when p.path is not null then coalesce(us.ownership, 'none') end))`

/** The submissions whose figures are not added up where they belong. */
export async function listUnsettled(db: Db, tenantId: TenantId, roundId: RoundId): Promise<Unsettled[]> {
  const { rows } = await sql<{
    submissionId: SubmissionId
    cells: Cell[]
    wasPath: string | null
    wasOwnership: RollupOwnership | null
    isPath: string | null
    isOwnership: RollupOwnership
  }>`
    select s.id as "submissionId", s.cells, s.rolled_up_path::text as "wasPath", s.rolled_up_ownership as "wasOwnership",
      p.path::text as "isPath", coalesce(us.ownership, 'none') as "isOwnership"
    ${unsettled(tenantId)} and s.round_id = ${roundId} order by s.id`.execute(db)
  return rows.map((row) => ({
    submissionId: row.submissionId,
    cells: row.cells,
    was:
      row.wasPath === null || row.wasOwnership === null
        ? null
        : { path: row.wasPath, ownership: row.wasOwnership },
    is: row.isPath === null ? null : { path: row.isPath, ownership: row.isOwnership },
  }))
}

/** The rounds that close on the day or later in which figures of these units are not added up where they belong. */
export async function listUnsettledRounds(
  db: Db,
  tenantId: TenantId,
  unitIds: readonly UnitId[],
  closing: LocalDate,
): Promise<RoundId[]> {
  const { rows } = await sql<{ roundId: RoundId }>`
    select distinct s.round_id as "roundId" ${unsettled(tenantId)}
      and r.closes_on >= ${closing} and s.unit_id = any(${[...unitIds]}::uuid[])
    order by "roundId"`.execute(db)
  return rows.map((row) => row.roundId)
}

export async function markRolledUp(db: Db, tenantId: TenantId, settled: readonly Unsettled[]): Promise<void> {
  const list = JSON.stringify(
    settled.map((one) => ({
      id: one.submissionId,
      path: one.is?.path ?? null,
      ownership: one.is?.ownership ?? null,
    })),
  )
  await sql`update submission s set rolled_up_path = x.path::ltree, rolled_up_ownership = x.ownership
    from jsonb_to_recordset(${list}::jsonb) as x(id uuid, path text, ownership text)
    where s.tenant_id = ${tenantId} and s.id = x.id`.execute(db)
}

/** The units by the labels of which paths are made. */
export async function listUnitsByLabel(
  db: Db,
  tenantId: TenantId,
  labels: readonly string[],
): Promise<Map<string, UnitId>> {
  const { rows } = await sql<{
    label: string
    unitId: UnitId
  }>`select label::text as label, id as "unitId" from unit
    where tenant_id = ${tenantId} and label = any(${[...labels]}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.label, row.unitId]))
}

export type RollupKey = { unitId: UnitId; ownership: RollupOwnership }
export type RollupRow = RollupKey & Rollup

/** Makes the rows that are missing and locks all, always in the order of their keys. */
export async function lockRollups(
  db: Db,
  tenantId: TenantId,
  roundId: RoundId,
  keys: readonly RollupKey[],
): Promise<RollupRow[]> {
  const list = JSON.stringify(keys.map((key) => ({ unit_id: key.unitId, ownership: key.ownership })))
  await sql`insert into figure_rollup (tenant_id, round_id, unit_id, ownership, sums, counts, submissions)
    select ${tenantId}, ${roundId}, k.unit_id, k.ownership, '{}', '{}', 0 from jsonb_to_recordset(${list}::jsonb) as k(unit_id uuid, ownership text)
    order by k.unit_id, k.ownership on conflict do nothing`.execute(db)
  const { rows } =
    await sql<RollupRow>`select f.unit_id as "unitId", f.ownership, f.sums, f.counts, f.submissions from figure_rollup f
    join jsonb_to_recordset(${list}::jsonb) as k(unit_id uuid, ownership text) on k.unit_id = f.unit_id and k.ownership = f.ownership
    where f.tenant_id = ${tenantId} and f.round_id = ${roundId} order by f.unit_id, f.ownership for update of f`.execute(
      db,
    )
  return rows
}

export async function saveRollups(
  db: Db,
  tenantId: TenantId,
  roundId: RoundId,
  rows: readonly RollupRow[],
): Promise<void> {
  const list = JSON.stringify(
    rows.map((row) => ({
      unit_id: row.unitId,
      ownership: row.ownership,
      sums: row.sums,
      counts: row.counts,
      submissions: row.submissions,
    })),
  )
  await sql`update figure_rollup f set submissions = x.submissions,
      sums = array(select nullif(e.value, 'null'::jsonb)::text::numeric from jsonb_array_elements(x.sums) with ordinality as e(value, i) order by e.i),
      counts = array(select e.value::int from jsonb_array_elements(x.counts) with ordinality as e(value, i) order by e.i)
    from jsonb_to_recordset(${list}::jsonb) as x(unit_id uuid, ownership text, sums jsonb, counts jsonb, submissions int)
    where f.tenant_id = ${tenantId} and f.round_id = ${roundId} and f.unit_id = x.unit_id and f.ownership = x.ownership`.execute(
    db,
  )
  await db
    .deleteFrom('figure_rollup')
    .where('tenant_id', '=', tenantId)
    .where('round_id', '=', roundId)
    .where('submissions', '=', 0)
    .execute()
}
