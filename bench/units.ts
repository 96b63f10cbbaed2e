import { sql } from 'kysely'
import { localDate } from '#domain/basics/dates.ts'
import type { TenantId } from '#domain/basics/ids.ts'
import { fold } from '#domain/basics/text.ts'
import { resolveAudience } from '#domain/units/audience.ts'
import { buildNameIndex, matchName } from '#domain/units/match.ts'
import { treeAsOf } from '#domain/units/tree.ts'
import { type OpenDatabase, openDatabase } from '#server/database/connect.ts'
import { listUnitRows } from '#server/units/unit-lists.queries.ts'
import { listStates } from '#server/units/unit-states.queries.ts'
import { type Measure, median } from './table.ts'

// The id of the only tenant of this database.
const tenantId = '00000000-0000-7000-8000-000000000001' as TenantId
const day = localDate('2025-01-20')
const wholeTenant = { onDay: { tenantId, everything: true, below: [], above: [] }, now: null } as const

/** The country of 60,000 units: 1 root, 60 provinces, 600 districts, 6,000 wards, the rest schools; half of the schools renamed once. */
export async function benchUnits(): Promise<Measure[]> {
  const url = process.env['BENCH_DATABASE_URL']
  const database = await openDatabase(
    url === undefined ? { kind: 'memory', load: null } : { kind: 'postgres', url },
  )
  try {
    await fill(database)
    return await measure(database)
  } finally {
    await database.close()
  }
}

async function fill({ pool }: OpenDatabase): Promise<void> {
  await pool.query(
    `insert into tenant (tenant_id, name, created_at) values ('${tenantId}', 'Cả nước', now())`,
  )
  await pool.query(`
    create temporary table made as select n, case when n = 0 then 0 when n <= 60 then 1 when n <= 660 then 2 when n <= 6660 then 3 else 4 end as depth,
      case when n = 0 then null when n <= 60 then 0 when n <= 660 then 1 + (n - 61) % 60 when n <= 6660 then 61 + (n - 661) % 600 else 661 + (n - 6661) % 6000 end as parent,
      ('00000000-0000-7000-8000-' || lpad(to_hex(n + 16), 12, '0'))::uuid as id from generate_series(0, 59999) n`)
  await pool.query(
    `insert into unit (tenant_id, id, label, created_at) select '${tenantId}', id, n + 1, now() from made`,
  )
  await pool.query(`insert into unit_event (tenant_id, id, kind, happens_on, recorded_by_name, recorded_at) values
    ('${tenantId}', '${tenantId}', 'found', '2003-01-01', 'đo', now()), ('${tenantId}', '00000000-0000-7000-8000-000000000002', 'rename', '2024-08-01', 'đo', now())`)
  const columns =
    'tenant_id, unit_id, valid_from, valid_to, opened_by, code, kind, official_name, short_name, parent_id, levels, ownership, sort_key, search_text'
  const values = (
    from: string,
    to: string,
    event: string,
    suffix: string,
  ) => `select '${tenantId}', m.id, '${from}', ${to}, '${event}', 'U' || m.n,
    case when m.depth < 3 then 'committee' when m.depth = 3 then 'ward' else 'school' end, 'Đơn vị ' || m.n || '${suffix}', 'ĐV ' || m.n, p.id,
    case when m.depth < 4 then '{}'::text[] else array[(array['preschool','primary','lower_secondary'])[1 + m.n % 3]] end,
    case when m.depth < 4 then null when m.n % 5 = 0 then 'private' else 'public' end, 'dv' || m.n, 'don vi ' || m.n from made m left join made p on p.n = m.parent`
  await pool.query(
    `insert into unit_state (${columns}) ${values('2003-01-01', 'null', tenantId, '')} where m.depth < 4 or m.n % 2 = 0`,
  )
  await pool.query(
    `insert into unit_state (${columns}) ${values('2003-01-01', "'2024-08-01'", tenantId, ' cũ')} where m.depth = 4 and m.n % 2 = 1`,
  )
  await pool.query(
    `insert into unit_state (${columns}) ${values('2024-08-01', 'null', '00000000-0000-7000-8000-000000000002', '')} where m.depth = 4 and m.n % 2 = 1`,
  )
  await pool.query(`insert into unit_path (tenant_id, unit_id, valid_from, path) with recursive placed as (
      select n, id, (n + 1)::text as path from made where parent is null
      union all select m.n, m.id, placed.path || '.' || (m.n + 1) from made m join placed on m.parent = placed.n)
    select '${tenantId}', id, '2003-01-01', path::ltree from placed`)
  await pool.query('analyze')
}

async function measure({ db, pool }: OpenDatabase): Promise<Measure[]> {
  const plain = await median(3, async () =>
    JSON.parse(
      (await pool.query<{ all: string }>('select json_agg(s)::text as all from unit_state s')).rows[0]?.all ??
        '[]',
    ),
  )
  const asOf = await median(3, async () => await listStates(db, wholeTenant, day))
  const states = await listStates(db, wholeTenant, day)
  const tree = await median(5, () => treeAsOf(states, day))
  const sorting = await median(5, () => states.toSorted((a, b) => (a.sortKey < b.sortKey ? -1 : 1)))
  const ward = states.find((state) => state.kind === 'ward')
  if (ward === undefined) throw new Error('the country has no ward')
  const children = await median(
    5,
    async () =>
      await listUnitRows(db, wholeTenant, day, {
        under: { unitId: ward.unitId, path: ward.path },
        reach: 'children',
        search: '',
        offset: 0,
        limit: 500,
      }),
  )
  const one = await median(
    20,
    async () =>
      await sql`select 1 from unit_state where tenant_id = ${tenantId} and unit_id = ${ward.unitId}`.execute(
        db,
      ),
  )
  const root = states.find((state) => !state.path.includes('.'))
  const audience = {
    any: [
      {
        kinds: ['school' as const],
        levels: ['primary' as const],
        ownership: ['public' as const],
        ...(root === undefined ? {} : { under: root.unitId }),
      },
    ],
  }
  const resolve = await median(5, () => resolveAudience(audience, states))
  const filter = await median(5, () =>
    states.filter(
      (state) => state.kind === 'school' && state.levels.includes('primary') && state.ownership === 'public',
    ),
  )
  const indexing = await median(3, () => buildNameIndex(states))
  const folding = await median(3, () =>
    states.map((state) => fold(`${state.officialName} ${state.shortName}`)),
  )
  const names = buildNameIndex(states)
  // As a plan writes it: a letter wrong, the word for its kind left out.
  const matching = await median(20, () => matchName(names, 'Đơn vj 12345', {}))
  return [
    {
      what: `every unit as of a day (${states.length})`,
      value: asOf,
      unit: 'ms',
      yardstick: { what: 'all states as one JSON, no day', value: plain },
    },
    {
      what: 'their tree, sorted',
      value: tree,
      unit: 'ms',
      yardstick: { what: 'sorting them alone', value: sorting },
    },
    {
      what: 'the children of one ward',
      value: children,
      unit: 'ms',
      yardstick: { what: 'one row by its key', value: one },
    },
    {
      what: 'an audience resolved',
      value: resolve,
      unit: 'ms',
      yardstick: { what: 'a filter without the place', value: filter },
      note: `${resolveAudience(audience, states).length} units`,
    },
    {
      what: 'the index of their names (kept until units change)',
      value: indexing,
      unit: 'ms',
      yardstick: { what: 'folding the names alone', value: folding },
    },
    {
      what: 'a written name matched, with a typing error',
      value: matching,
      unit: 'ms',
      yardstick: { what: 'one row by its key', value: one },
      note: `${matchName(names, 'Đơn vj 12345', {}).candidates.length} candidates`,
    },
  ]
}
