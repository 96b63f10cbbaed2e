import { sql } from 'kysely'
import { localDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import { resolveAudience } from '#domain/units/audience.ts'
import { buildNameIndex, matchName } from '#domain/units/match.ts'
import { treeAsOf } from '#domain/units/tree.ts'
import { type OpenDatabase, openDatabase } from '#server/database/connect.ts'
import { listUnitRows } from '#server/units/unit-lists.queries.ts'
import { listStates } from '#server/units/unit-states.queries.ts'
import { country, fillCountry, tenantId } from './country.ts'
import { type Measure, median } from './table.ts'

const day = localDate('2025-01-20')
const wholeTenant = { onDay: { tenantId, everything: true, below: [], above: [] }, now: null } as const

export async function benchUnits(): Promise<Measure[]> {
  const url = process.env['BENCH_DATABASE_URL']
  const database = await openDatabase(
    url === undefined ? { kind: 'memory', load: null } : { kind: 'postgres', url },
  )
  try {
    await fillCountry(database, country)
    return await measure(database)
  } finally {
    await database.close()
  }
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
