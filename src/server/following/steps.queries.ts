import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { AssignmentId, PersonId, StepId, TenantId, UnitId } from '#domain/basics/ids.ts'
import type { AssignmentState, Finish, StepMove } from '#domain/following/life.ts'
import type { TreePath } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'

export type NewStep = {
  id: StepId
  assignmentId: AssignmentId
  windowNo: number | null
  move: StepMove
  reason: string | null
  dueOn: LocalDate | null
  holderId: PersonId | null
  holderName: string | null
  otherId: AssignmentId | null
  on: LocalDate
  at: Date
  personId: PersonId | null
  personName: string
  onBehalf: boolean
}

export async function insertSteps(db: Db, tenantId: TenantId, steps: readonly NewStep[]): Promise<void> {
  if (steps.length === 0) return
  await db
    .insertInto('assignment_step')
    .values(
      steps.map((step) => ({
        tenant_id: tenantId,
        id: step.id,
        assignment_id: step.assignmentId,
        window_no: step.windowNo,
        move: step.move,
        reason: step.reason,
        due_on: step.dueOn,
        holder_id: step.holderId,
        holder_name: step.holderName,
        other_id: step.otherId,
        happened_on: step.on,
        at: step.at,
        person_id: step.personId,
        person_name: step.personName,
        on_behalf: step.onBehalf,
      })),
    )
    .execute()
}

export type StepRow = {
  stepId: StepId
  assignmentId: AssignmentId
  windowNo: number | null
  unitName: string
  move: StepMove
  reason: string | null
  dueOn: LocalDate | null
  holderId: PersonId | null
  holderName: string | null
  /** The unit that goes on with it, or that had it before. */
  otherUnitName: string | null
  happenedOn: LocalDate
  at: Date
  personName: string
  onBehalf: boolean
}

/** The steps of the assignments given, the newest first. */
export async function listSteps(
  db: Db,
  tenantId: TenantId,
  assignments: readonly AssignmentId[],
): Promise<StepRow[]> {
  if (assignments.length === 0) return []
  const nameAt = (alias: 'a' | 'o') =>
    sql<string>`(select s.short_name from unit_state s where s.tenant_id = ${sql.ref(`${alias}.tenant_id`)}
      and s.unit_id = ${sql.ref(`${alias}.unit_id`)} and s.valid_from <= e.happened_on order by s.valid_from desc limit 1)`
  return await db
    .selectFrom('assignment_step as e')
    .innerJoin('assignment as a', (on) =>
      on.onRef('a.tenant_id', '=', 'e.tenant_id').onRef('a.id', '=', 'e.assignment_id'),
    )
    .leftJoin('assignment as o', (on) =>
      on.onRef('o.tenant_id', '=', 'e.tenant_id').onRef('o.id', '=', 'e.other_id'),
    )
    .select([
      'e.id as stepId',
      'e.assignment_id as assignmentId',
      'e.window_no as windowNo',
      nameAt('a').as('unitName'),
      // Only moves of the domain are written.
      sql<StepMove>`e.move`.as('move'),
      'e.reason',
      'e.due_on as dueOn',
      'e.holder_id as holderId',
      'e.holder_name as holderName',
      sql<string | null>`case when o.id is null then null else ${nameAt('o')} end`.as('otherUnitName'),
      'e.happened_on as happenedOn',
      'e.at',
      'e.person_name as personName',
      'e.on_behalf as onBehalf',
    ])
    .where('e.tenant_id', '=', tenantId)
    .where('e.assignment_id', 'in', [...assignments])
    .orderBy('e.seq', 'desc')
    .limit(500)
    .execute()
}

export type Issuer = { unitId: UnitId; path: TreePath; taskId: string }

/** Who gave the assignment: the unit that issued its plan, where it hangs or last hung. */
export async function findIssuer(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
  day: LocalDate,
): Promise<Issuer | undefined> {
  return await db
    .selectFrom('assignment as a')
    .innerJoin('plan as p', (on) =>
      on.onRef('p.tenant_id', '=', 'a.tenant_id').onRef('p.id', '=', 'a.plan_id'),
    )
    .innerJoin('unit_path as up', (on) =>
      on.onRef('up.tenant_id', '=', 'p.tenant_id').onRef('up.unit_id', '=', 'p.issuer_unit_id'),
    )
    .select([
      'p.issuer_unit_id as unitId',
      sql<string>`up.path::text`.as('path'),
      sql<string>`coalesce(a.task_id, a.duty_id)`.as('taskId'),
    ])
    .where('a.tenant_id', '=', tenantId)
    .where('a.id', '=', assignmentId)
    .where('up.valid_from', '<=', day)
    .orderBy('up.valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** False when it stands elsewhere meanwhile. */
export async function moveAssignment(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
  from: AssignmentState,
  to: AssignmentState,
): Promise<boolean> {
  const result = await db
    .updateTable('assignment')
    .set((by) => ({ state: to, version: by('version', '+', 1) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', assignmentId)
    .where('state', '=', from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function setHolder(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
  version: number,
  holderId: PersonId | null,
): Promise<boolean> {
  const result = await db
    .updateTable('assignment')
    .set({ holder_id: holderId, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', assignmentId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function setFinish(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
  windowNo: number,
  version: number,
  { askedOn, grantedOn }: Finish,
): Promise<boolean> {
  const result = await db
    .updateTable('assignment_window')
    .set({ asked_on: askedOn, granted_on: grantedOn, version: version + 1 })
    .where('tenant_id', '=', tenantId)
    .where('assignment_id', '=', assignmentId)
    .where('window_no', '=', windowNo)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export type Colleague = { personId: PersonId; name: string; jobTitle: string | null }

/** Who works in a unit on a day and can sign in, in the order of their names. */
export async function listColleagues(
  db: Db,
  tenantId: TenantId,
  unitId: UnitId,
  day: LocalDate,
): Promise<Colleague[]> {
  return await db
    .selectFrom('person as p')
    .select(['p.id as personId', 'p.full_name as name', 'p.job_title as jobTitle'])
    .where('p.tenant_id', '=', tenantId)
    .where((by) =>
      by.exists(
        by
          .selectFrom('membership as m')
          .select('m.id')
          .whereRef('m.tenant_id', '=', 'p.tenant_id')
          .whereRef('m.person_id', '=', 'p.id')
          .where('m.unit_id', '=', unitId)
          .where('m.valid_from', '<=', day)
          .where((where) => where.or([where('m.valid_to', 'is', null), where('m.valid_to', '>', day)])),
      ),
    )
    .where((by) =>
      by.exists(
        by
          .selectFrom('account as c')
          .select('c.id')
          .whereRef('c.tenant_id', '=', 'p.tenant_id')
          .whereRef('c.person_id', '=', 'p.id')
          .where('c.deactivated_at', 'is', null),
      ),
    )
    .orderBy('p.sort_key')
    .orderBy('p.id')
    .execute()
}

/** What a unit already has of the same task or duty. */
export async function findSameOf(
  db: Db,
  tenantId: TenantId,
  assignmentId: AssignmentId,
  unitId: UnitId,
): Promise<{ assignmentId: AssignmentId; state: AssignmentState } | undefined> {
  return await db
    .selectFrom('assignment as a')
    .innerJoin('assignment as b', 'b.tenant_id', 'a.tenant_id')
    .select(['b.id as assignmentId', 'b.state'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.id', '=', assignmentId)
    .where('b.unit_id', '=', unitId)
    .where(sql<boolean>`(b.task_id = a.task_id or b.duty_id = a.duty_id)`)
    .executeTakeFirst()
}

/** The same work for another unit; with its progress so far, or from the beginning. */
export async function copyAssignment(
  db: Db,
  tenantId: TenantId,
  copy: { from: AssignmentId; id: AssignmentId; unitId: UnitId; at: Date; progress: 'kept' | 'anew' },
): Promise<void> {
  await sql`insert into assignment (tenant_id, id, plan_id, task_id, duty_id, unit_id, role, printed_name, created_at, from_assignment_id)
    select tenant_id, ${copy.id}, plan_id, task_id, duty_id, ${copy.unitId}, role, printed_name, ${copy.at}, id
    from assignment where tenant_id = ${tenantId} and id = ${copy.from}`.execute(db)
  const kept = copy.progress === 'kept'
  await sql`insert into assignment_window (tenant_id, assignment_id, window_no, starts_on, due_on, term, status, percent, done_on,
      completion, asked_on, granted_on)
    select tenant_id, ${copy.id}, window_no, starts_on, due_on, term,
      case when ${kept}::boolean then status else 'not_started' end, case when ${kept}::boolean then percent else 0 end,
      case when ${kept}::boolean then done_on end, case when ${kept}::boolean then completion else 'open' end,
      case when ${kept}::boolean then asked_on end, case when ${kept}::boolean then granted_on end
    from assignment_window where tenant_id = ${tenantId} and assignment_id = ${copy.from} and ended_on is null`.execute(
    db,
  )
}

/** The state as the windows store it, to be set against what the steps tell. */
export async function listWindowLives(db: Db, tenantId: TenantId, assignmentId: AssignmentId) {
  return await db
    .selectFrom('assignment_window')
    .select(['window_no as windowNo', 'completion', 'asked_on as askedOn', 'granted_on as grantedOn'])
    .where('tenant_id', '=', tenantId)
    .where('assignment_id', '=', assignmentId)
    .orderBy('window_no')
    .execute()
}
