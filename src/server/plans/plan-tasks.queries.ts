// Tasks of a plan with the units that are printed for them; plans.queries.ts has the plans themselves.
import { sql } from 'kysely'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { PlanId, TaskId, TenantId } from '#domain/basics/ids.ts'
import { searchText } from '#domain/basics/text.ts'
import type { NameTarget, TaskReview, TaskRole, TimeWindow } from '#domain/plans/plan-task.ts'
import type { Db } from '#server/database/connect.ts'

export type StoredUnit = {
  role: TaskRole
  printedName: string
  target: NameTarget | null
  score: number | null
}
export type TaskRow = {
  taskId: TaskId
  planId: PlanId
  version: number
  /** No longer part of the plan since; null while it is. */
  endedOn: LocalDate | null
  position: number
  no: string | null
  title: string
  windows: TimeWindow[]
  timeText: string | null
  product: string | null
  at: Record<string, number> | null
  confidence: number | null
  review: TaskReview
  units: StoredUnit[]
}

const unitsOfTask = sql<
  StoredUnit[]
>`coalesce((select json_agg(json_build_object('role', u.role, 'printedName', u.printed_name, 'target', u.target, 'score', u.score)
    order by u.role desc, u.position) from plan_task_unit u where u.tenant_id = plan_task.tenant_id and u.task_id = plan_task.id), '[]'::json)`

function tasks(db: Db, tenantId: TenantId) {
  return db
    .selectFrom('plan_task')
    .select([
      'id as taskId',
      'plan_id as planId',
      'version',
      'ended_on as endedOn',
      'position',
      'no',
      'title',
      sql<TimeWindow[]>`windows`.as('windows'),
      'time_text as timeText',
      'product',
      sql<Record<string, number> | null>`source_at`.as('at'),
      'confidence',
      'review',
      unitsOfTask.as('units'),
    ])
    .where('tenant_id', '=', tenantId)
}

export async function listTasks(db: Db, tenantId: TenantId, planId: PlanId): Promise<TaskRow[]> {
  return await tasks(db, tenantId).where('plan_id', '=', planId).orderBy('position').orderBy('id').execute()
}

export async function findTask(db: Db, tenantId: TenantId, taskId: TaskId): Promise<TaskRow | undefined> {
  return await tasks(db, tenantId).where('id', '=', taskId).executeTakeFirst()
}

export type NewTask = Omit<TaskRow, 'version' | 'planId' | 'endedOn'>

export async function insertTasks(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  rows: readonly NewTask[],
): Promise<void> {
  if (rows.length === 0) return
  // One JSON text: a plan of 2,000 rows would pass the 65,535 parameters that one statement may have.
  const list = rows.map((row) => ({
    ...row,
    windows: row.windows,
    source_at: row.at,
    time_text: row.timeText,
    id: row.taskId,
    search_text: searchText(row.no, row.title),
  }))
  await sql`insert into plan_task (tenant_id, id, plan_id, position, no, title, windows, time_text, product, source_at, confidence, review, search_text)
    select ${tenantId}, t.id, ${planId}, t.position, t.no, t.title, t.windows, t.time_text, t.product, t.source_at, t.confidence, t.review, t.search_text
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as t(id uuid, position int, no text, title text, windows jsonb, time_text text,
      product text, source_at jsonb, confidence real, review text, search_text text)`.execute(db)
  await insertTaskUnits(db, tenantId, rows)
}

async function insertTaskUnits(
  db: Db,
  tenantId: TenantId,
  rows: readonly Pick<NewTask, 'taskId' | 'units'>[],
): Promise<void> {
  const list = rows.flatMap((row) =>
    row.units.map((unit, position) => ({
      task_id: row.taskId,
      position,
      role: unit.role,
      printed_name: unit.printedName,
      target: unit.target,
      score: unit.score,
    })),
  )
  if (list.length === 0) return
  await sql`insert into plan_task_unit (tenant_id, task_id, role, position, printed_name, target, score)
    select ${tenantId}, u.task_id, u.role, u.position, u.printed_name, u.target, u.score
    from jsonb_to_recordset(${JSON.stringify(list)}::jsonb) as u(task_id uuid, role text, position int, printed_name text, target jsonb, score real)`.execute(
    db,
  )
}

/** False when somebody changed the task meanwhile. */
export async function updateTask(
  db: Db,
  tenantId: TenantId,
  task: Omit<NewTask, 'position' | 'timeText' | 'at' | 'confidence'> & { version: number },
): Promise<boolean> {
  const result = await db
    .updateTable('plan_task')
    .set({
      version: task.version + 1,
      no: task.no,
      title: task.title,
      windows: JSON.stringify(task.windows),
      product: task.product,
      review: task.review,
      search_text: searchText(task.no, task.title),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', task.taskId)
    .where('version', '=', task.version)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) return false
  await db
    .deleteFrom('plan_task_unit')
    .where('tenant_id', '=', tenantId)
    .where('task_id', '=', task.taskId)
    .execute()
  await insertTaskUnits(db, tenantId, [task])
  return true
}

export async function retargetName(
  db: Db,
  tenantId: TenantId,
  planId: PlanId,
  printedName: string,
  target: NameTarget | null,
): Promise<number> {
  const result = await db
    .updateTable('plan_task_unit')
    .set({ target: target === null ? null : JSON.stringify(target), score: target === null ? null : 1 })
    .where('tenant_id', '=', tenantId)
    .where('printed_name', '=', printedName)
    .where('task_id', 'in', (from) =>
      from
        .selectFrom('plan_task')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('plan_id', '=', planId),
    )
    .executeTakeFirst()
  // Whoever has one of these tasks open would write the old meaning back.
  await sql`update plan_task t set version = version + 1 where t.tenant_id = ${tenantId} and t.plan_id = ${planId}
    and exists (select 1 from plan_task_unit u where u.tenant_id = t.tenant_id and u.task_id = t.id and u.printed_name = ${printedName})`.execute(
    db,
  )
  return Number(result.numUpdatedRows)
}
