import type { TenantId } from '#domain/basics/ids.ts'
import type { OpenDatabase } from '#server/database/connect.ts'

// The id of the only tenant of this database.
export const tenantId = '00000000-0000-7000-8000-000000000001' as TenantId

/** How many of each below one root; all others are schools, half of which were renamed once. */
export type Shape = { units: number; provinces: number; districts: number; wards: number }

export const country: Shape = { units: 60_000, provinces: 60, districts: 600, wards: 6000 }
export const province: Shape = { units: 3000, provinces: 1, districts: 15, wards: 180 }
export const district: Shape = { units: 120, provinces: 1, districts: 1, wards: 10 }

export async function fillCountry({ pool }: OpenDatabase, shape: Shape): Promise<void> {
  const { units } = shape
  const provinces = shape.provinces
  const districts = provinces + shape.districts
  const wards = districts + shape.wards
  await pool.query(
    `insert into tenant (tenant_id, name, created_at) values ('${tenantId}', 'Cả nước', now())`,
  )
  await pool.query(`
    create temporary table made as select n, case when n = 0 then 0 when n <= ${provinces} then 1 when n <= ${districts} then 2 when n <= ${wards} then 3 else 4 end as depth,
      case when n = 0 then null when n <= ${provinces} then 0 when n <= ${districts} then 1 + (n - ${provinces + 1}) % ${shape.provinces}
      when n <= ${wards} then ${provinces + 1} + (n - ${districts + 1}) % ${shape.districts} else ${districts + 1} + (n - ${wards + 1}) % ${shape.wards} end as parent,
      ('00000000-0000-7000-8000-' || lpad(to_hex(n + 16), 12, '0'))::uuid as id from generate_series(0, ${units - 1}) n`)
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
