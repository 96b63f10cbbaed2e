// What units were given: rows that are only added. The last one of a unit is in force.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type {
  AllocationId,
  GivingId,
  PersonId,
  PlanId,
  TargetId,
  TenantId,
  UnitId,
} from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { ShareFigures } from '#domain/allocation/shares.ts'
import type { wholeOf } from '#domain/allocation/whole.ts'
import type { LevelCode } from '#domain/reading/reading.ts'
import type { Db } from '#server/database/connect.ts'

export type NewGiving = {
  givingId: GivingId
  allocationId: AllocationId
  no: number
  reason: string | null
  differenceReason: string | null
  on: LocalDate
  at: Date
  personId: PersonId
  personName: string
  /** Null takes back what the unit had. */
  changes: readonly { unitId: UnitId; share: ShareFigures | null }[]
}

export async function insertGiving(db: Db, tenantId: TenantId, giving: NewGiving): Promise<void> {
  await db
    .insertInto('target_giving')
    .values({
      tenant_id: tenantId,
      id: giving.givingId,
      allocation_id: giving.allocationId,
      no: giving.no,
      reason: giving.reason,
      difference_reason: giving.differenceReason,
      given_on: giving.on,
      at: giving.at,
      person_id: giving.personId,
      person_name: giving.personName,
    })
    .execute()
  const list = giving.changes.map(({ unitId, share }) => ({
    unit_id: unitId,
    taken_back: share === null,
    applies: share?.applies ?? false,
    value: share?.value ?? null,
    numerator: share?.numerator ?? null,
    denominator: share?.denominator ?? null,
  }))
  await sql`insert into given_share (tenant_id, giving_id, unit_id, taken_back, applies, value, numerator, denominator)
    select ${tenantId}, ${giving.givingId}, s.unit_id, s.taken_back, s.applies, s.value, s.numerator, s.denominator
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb)
      as s(unit_id uuid, taken_back boolean, applies boolean, value float8, numerator float8, denominator float8)`.execute(
    db,
  )
}

export type GivenRow = ShareFigures & {
  allocationId: AllocationId
  givingId: GivingId
  no: number
  unitId: UnitId
  takenBack: boolean
  reason: string | null
  differenceReason: string | null
  givenOn: LocalDate
  at: Date
  personName: string
}

/** Every row of the allocations, the oldest giving first. */
export async function listGiven(
  db: Db,
  tenantId: TenantId,
  allocations: readonly AllocationId[],
): Promise<GivenRow[]> {
  if (allocations.length === 0) return []
  return await db
    .selectFrom('given_share as s')
    .innerJoin('target_giving as g', (on) =>
      on.onRef('g.tenant_id', '=', 's.tenant_id').onRef('g.id', '=', 's.giving_id'),
    )
    .select([
      'g.allocation_id as allocationId',
      's.giving_id as givingId',
      'g.no',
      's.unit_id as unitId',
      's.taken_back as takenBack',
      's.applies',
      's.value',
      's.numerator',
      's.denominator',
      'g.reason',
      'g.difference_reason as differenceReason',
      'g.given_on as givenOn',
      'g.at',
      'g.person_name as personName',
    ])
    .where('s.tenant_id', '=', tenantId)
    .where('g.allocation_id', 'in', [...allocations])
    .orderBy('g.allocation_id')
    .orderBy('g.no')
    .orderBy('s.unit_id')
    .execute()
}

export type GivenTargetRow = ShareFigures & {
  targetId: TargetId
  planId: PlanId
  planTitle: string
  issuerName: string
  groupTitle: string | null
  statement: string
  levels: LevelCode[]
  unitWord: string | null
  target: Parameters<typeof wholeOf>[0]
  takenBack: boolean
  reason: string | null
  givenOn: LocalDate
}

/** What a unit was given by the published plans of a year, every giving of it, the oldest first. */
export async function listGivenTo(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  schoolYear: SchoolYear,
  day: LocalDate,
): Promise<GivenTargetRow[]> {
  return await db
    .selectFrom('given_share as s')
    .innerJoin('target_giving as g', (on) =>
      on.onRef('g.tenant_id', '=', 's.tenant_id').onRef('g.id', '=', 's.giving_id'),
    )
    .innerJoin('target_allocation as a', (on) =>
      on.onRef('a.tenant_id', '=', 'g.tenant_id').onRef('a.id', '=', 'g.allocation_id'),
    )
    .innerJoin('plan as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.plan_id'),
    )
    .innerJoin('plan_target as t', (on) =>
      on.onRef('t.tenant_id', '=', 'a.tenant_id').onRef('t.id', '=', 'a.target_id'),
    )
    .select([
      'a.target_id as targetId',
      'a.plan_id as planId',
      'p.title as planTitle',
      sql<string>`coalesce((select u.short_name from unit_state u where u.tenant_id = p.tenant_id
        and u.unit_id = p.issuer_unit_id and u.valid_from <= ${day} order by u.valid_from desc limit 1), '')`.as(
        'issuerName',
      ),
      't.group_title as groupTitle',
      't.statement',
      sql<LevelCode[]>`t.levels`.as('levels'),
      't.unit_word as unitWord',
      sql<
        Parameters<typeof wholeOf>[0]
      >`jsonb_build_object('kind', t.kind, 'value', t.value, 'numerator', t.numerator, 'denominator', t.denominator,
        'percent', t.percent, 'min', t.min, 'max', t.max, 'strict', t.strict, 'unitWord', t.unit_word)`.as(
        'target',
      ),
      's.taken_back as takenBack',
      's.applies',
      's.value',
      's.numerator',
      's.denominator',
      'g.reason',
      'g.given_on as givenOn',
    ])
    .where('s.tenant_id', '=', tenantId)
    .where('s.unit_id', '=', unitId)
    .where('p.school_year', '=', schoolYear)
    .where('p.state', '=', 'published')
    .orderBy('a.plan_id')
    .orderBy('t.position')
    .orderBy('a.target_id')
    .orderBy('g.no')
    .execute()
}
