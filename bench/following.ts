import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { localDate } from '#domain/basics/dates.ts'
import type { AccountId, PersonId, PlanId, UnitId } from '#domain/basics/ids.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { Role } from '#domain/rights/can.ts'
import { type Db, type OpenDatabase, openDatabase } from '#server/database/connect.ts'
import { transact } from '#server/database/transact.ts'
import { listWork } from '#server/following/following.service.ts'
import { publishPlan } from '#server/following/publish.service.ts'
import { getYear } from '#server/overview/year.service.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { openFileStore } from '#server/platform/files.ts'
import { openMemory } from '#server/platform/memory.ts'
import { country, district, fillCountry, province, type Shape, tenantId } from './country.ts'
import { type Measure, median } from './table.ts'

const schoolYear = parseSchoolYear('2024-2025')
const today = localDate('2025-01-20')
const planId = '00000000-0000-7000-9000-000000000001' as PlanId
const personId = '00000000-0000-7000-9000-000000000002' as PersonId
const accountId = '00000000-0000-7000-9000-000000000003' as AccountId

/** Publishing 130 duties and 41 tasks; then the inbox of a school, the list of what is late, and the leader's page. */
export async function benchFollowing(): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const shape of [district, province, country]) {
    process.stderr.write(`  ${shape.units} units …\n`)
    measures.push(...(await benchSize(shape)))
  }
  return measures
}

async function benchSize(shape: Shape): Promise<Measure[]> {
  const url = process.env['BENCH_DATABASE_URL']
  const database = await openDatabase(
    url === undefined ? { kind: 'memory', load: null } : { kind: 'postgres', url },
  )
  try {
    await fillCountry(database, shape)
    const scene = await sceneOf(database.db)
    await fillPlan(database)
    // To 60,000 units no authority publishes 171 items at once: there the plan's shares are put in by the database alone.
    const publishing = shape.units > 5000 ? [] : await publishTo(database, scene, shape)
    await (shape.units > 5000 ? giveOut(database) : liveIn(database))
    return [...publishing, ...(await lookAt(database, scene, shape))]
  } finally {
    await database.close()
  }
}

type Scene = {
  root: UnitId
  rootPath: string
  school: UnitId
  schoolPath: string
  ctx: (db: Db, role: Role) => Ctx
}

async function sceneOf(db: Db): Promise<Scene> {
  const places = await db
    .selectFrom('unit_path as p')
    .innerJoin('unit_state as s', (on) =>
      on.onRef('s.tenant_id', '=', 'p.tenant_id').onRef('s.unit_id', '=', 'p.unit_id'),
    )
    .select(['p.unit_id as unitId', sql<string>`p.path::text`.as('path'), 's.kind'])
    .where('s.valid_to', 'is', null)
    .orderBy(sql`nlevel(p.path)`)
    .orderBy('p.unit_id')
    .execute()
  const root = places[0]
  const school = places.findLast((place) => place.kind === 'school')
  if (root === undefined || school === undefined) throw new Error('the country has no root or no school')
  const files = await openFileStore(join(tmpdir(), 'namhoc-bench-files'))
  const shared = {
    now: new Date('2025-01-20T03:00:00Z'),
    log: pino({ level: 'silent' }),
    files,
    memory: openMemory(200_000),
    mail: null,
    language: 'vi' as const,
    request: { id: 'bench', ip: 'local', userAgent: null },
    keep: () => undefined,
    afterCommit: () => undefined,
    setCookie: () => undefined,
    unitsChanged: async () => await Promise.resolve(),
    tenantId,
    sessionId: null,
    today,
  }
  const ctx = (db2: Db, role: Role): Ctx => {
    const place = role === 'clerk' ? school : root
    const grant = { role, unitId: place.unitId, scopeUnitId: place.unitId, scope: place.path }
    return {
      ...shared,
      db: db2,
      actor: { kind: 'person', tenantId, personId, accountId, name: 'Đo', grants: [grant] },
    }
  }
  return { root: root.unitId, rootPath: root.path, school: school.unitId, schoolPath: school.path, ctx }
}

const schools = `{"audience": {"any": [{"kinds": ["school"]}]}}`

/** 41 tasks, of which 12 are coordinated by all schools; 130 duties, of which 20 are given to all schools. */
async function fillPlan({ pool }: OpenDatabase): Promise<void> {
  await pool.query(`insert into person (tenant_id, id, full_name, sort_key, search_text, created_at)
    values ('${tenantId}', '${personId}', 'Đo', 'do', 'do', now())`)
  await pool.query(`insert into plan (tenant_id, id, issuer_unit_id, school_year, title, state, created_by, created_at)
    select '${tenantId}', '${planId}', unit_id, '${schoolYear}', 'Kế hoạch năm học', 'draft', '${personId}', now()
    from unit_path where tenant_id = '${tenantId}' and nlevel(path) = 1 limit 1`)
  await pool.query(`insert into plan_task (tenant_id, id, plan_id, position, no, title, windows, review, search_text)
    select '${tenantId}', ('00000000-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid, '${planId}', n, n::text, 'Nhiệm vụ số ' || n,
      jsonb_build_array(jsonb_build_object('start', null, 'finish', jsonb_build_object('month',
        to_char(date '2024-09-01' + (n % 9) * interval '1 month', 'YYYY-MM')))), 'accepted', 'nhiem vu so ' || n
    from generate_series(1, 41) n`)
  await pool.query(`insert into plan_duty (tenant_id, id, plan_id, position, section, heading, body, review, search_text)
    select '${tenantId}', ('00000000-0000-7000-b000-' || lpad(n::text, 12, '0'))::uuid, '${planId}', n, '2.' || n, 'Đơn vị', 'Việc số ' || n,
      'accepted', 'viec so ' || n from generate_series(1, 130) n`)
  for (const [what, id, all, count] of [
    ['task', 'a000', 12, 41],
    ['duty', 'b000', 20, 130],
  ] as const) {
    const insert = (role: string, target: string, where: string) =>
      pool.query(`insert into plan_${what}_unit (tenant_id, ${what}_id, role, position, printed_name, target)
        select '${tenantId}', ('00000000-0000-7000-${id}-' || lpad(n::text, 12, '0'))::uuid, '${role}', 1, 'Đơn vị', ${target}
        from generate_series(1, ${count}) n where ${where}`)
    const one = `(select jsonb_build_object('unit', unit_id) from unit_path where nlevel(path) = 2 order by unit_id offset (n % 1) limit 1)`
    await insert('lead', one, what === 'task' ? 'true' : `n > ${all}`)
    await insert(what === 'task' ? 'coordinating' : 'lead', `'${schools}'::jsonb`, `n <= ${all}`)
  }
  await pool.query('analyze')
}

class TakenBack extends Error {}

async function publishTo(database: OpenDatabase, scene: Scene, shape: Shape): Promise<Measure[]> {
  const { db } = database
  const publish = async (keep: boolean): Promise<number> => {
    let assignments = 0
    try {
      await transact(db, async (inner) => {
        assignments = (await publishPlan(scene.ctx(inner, 'officer'), planId, 1)).assignments
        if (!keep) throw new TakenBack()
      })
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error
    }
    return assignments
  }
  const value = await median(1, async () => await publish(false))
  const count = await publish(true)
  // As many rows into tables of the same shape and indexes, without reading, expanding and telling.
  const { pool } = database
  await pool.query('create table copied_assignment (like assignment including all)')
  await pool.query('create table copied_window (like assignment_window including all)')
  const rows = await median(1, async () => {
    await pool.query('truncate copied_assignment, copied_window')
    await pool.query('insert into copied_assignment select * from assignment')
    await pool.query('insert into copied_window select * from assignment_window')
  })
  await pool.query('drop table copied_assignment, copied_window')
  return [
    {
      what: `41 tasks, 130 duties published to ${shape.units} units`,
      value,
      unit: 'ms',
      yardstick: { what: 'their rows copied alone', value: rows },
      note: `${count} shares of work`,
    },
  ]
}

// Without the checks of keys, which would take ten times as long as the rows themselves.
async function giveOut({ pool }: OpenDatabase): Promise<void> {
  // One connection, of which the setting is.
  const client = await pool.connect()
  await client.query(`update plan set state = 'published', published_on = '2024-08-20', published_at = now()`)
  await client.query('set session_replication_role = replica')
  await client.query(`insert into assignment (tenant_id, id, plan_id, task_id, unit_id, role, printed_name, created_at)
    select '${tenantId}', gen_random_uuid(), '${planId}', t.id, s.unit_id, 'coordinating', 'Các trường', now()
    from plan_task t cross join (select unit_id from unit_state where kind = 'school' and valid_to is null) s where t.position <= 12`)
  await client.query(`insert into assignment_window (tenant_id, assignment_id, window_no, due_on, status, percent, done_on, completion)
    select tenant_id, id, 1, due_on, case when done then 'done' else 'not_started' end, case when done then 100 else 0 end,
      case when done then due_on end, case when done then 'confirmed' else 'open' end
    from (select a.tenant_id, a.id, d.due_on, d.due_on < '${today}' and ${isKept} as done
      from assignment a join plan_task t on t.tenant_id = a.tenant_id and t.id = a.task_id
      cross join lateral (select (date '2024-09-30' + (t.position % 9) * interval '1 month')::date as due_on) d) w`)
  await client.query('set session_replication_role = default')
  await client.query('analyze')
  client.release()
}

/** Half a year later: most of what was due is done, one in fifty is late. */
const isKept = `('x' || right(a.id::text, 6))::bit(24)::int % 50 <> 0`

async function liveIn({ pool }: OpenDatabase): Promise<void> {
  await pool.query(`update assignment_window w set status = 'done', percent = 100, done_on = due_on, completion = 'confirmed'
    from assignment a where a.tenant_id = w.tenant_id and a.id = w.assignment_id and due_on < '${today}' and ${isKept}`)
  await pool.query('analyze')
}

async function lookAt({ db, pool }: OpenDatabase, scene: Scene, shape: Shape): Promise<Measure[]> {
  if (schoolYear === null) throw new Error('the school year')
  const { root, school } = scene
  const clerk = scene.ctx(db, 'clerk')
  const leader = scene.ctx(db, 'leader')
  const runs = shape.units > 5000 ? 3 : 7
  const one = await median(20, async () => await pool.query(`select 1 from plan where id = '${planId}'`))
  const counted = await median(
    runs,
    async () => await pool.query(`select count(*) filter (where due_on < '${today}') from assignment_window`),
  )
  const inbox = await median(
    runs,
    async () => await listWork(clerk, { unitId: school, schoolYear, reach: 'own' }),
  )
  const late = await median(
    runs,
    async () => await listWork(leader, { unitId: root, schoolYear, reach: 'below', standing: 'late' }),
  )
  const year = await median(runs, async () => await getYear(leader, { unitId: root, schoolYear }))
  const { counts } = await listWork(leader, { unitId: root, schoolYear, reach: 'below' })
  const windows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const among = `among ${shape.units} units`
  return [
    {
      what: `a school's inbox, ${among}`,
      value: inbox,
      unit: 'ms',
      yardstick: { what: 'one row by its key', value: one },
    },
    {
      what: `what is late below, first page, ${among}`,
      value: late,
      unit: 'ms',
      yardstick: { what: 'the windows counted alone', value: counted },
      note: `${counts.late} of ${windows}`,
    },
    {
      what: `the leader's page, ${among}`,
      value: year,
      unit: 'ms',
      yardstick: { what: 'the windows counted alone', value: counted },
    },
  ]
}
