import { sql } from 'kysely'
import type { SearchHit } from '#contract/overview.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { fold } from '#domain/basics/text.ts'
import type { Scope } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'
import { inScope } from '#server/database/scope.ts'

const most = 8

// Every word must occur; what begins with the first one comes first.
function words(text: string): string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${word.replaceAll(/[%_\\]/g, '\\$&')}%`)
}

export async function searchUnits(db: Db, scope: Scope, day: LocalDate, text: string): Promise<SearchHit[]> {
  const rows = await db
    .selectFrom('unit_state as s')
    .innerJoin('unit_path as p', (on) =>
      on.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.unit_id', '=', 's.unit_id'),
    )
    .select(['s.unit_id as id', 's.code', 's.official_name as title', sql<string | null>`null`.as('detail')])
    .where('s.tenant_id', '=', scope.tenantId)
    .where('s.valid_from', '<=', day)
    .where((where) => where.or([where('s.valid_to', 'is', null), where('s.valid_to', '>', day)]))
    .where('p.valid_from', '<=', day)
    .where((where) => where.or([where('p.valid_to', 'is', null), where('p.valid_to', '>', day)]))
    .where(sql<boolean>`s.search_text like all(${words(text)}::text[])`)
    .where(inScope(scope, 'p.path'))
    .orderBy(sql`position(${fold(text)} in s.search_text) = 1`, 'desc')
    .orderBy('s.sort_key')
    .limit(most)
    .execute()
  return rows.map((row) => ({ kind: 'unit', ...row }))
}

/** Tasks of published plans whose issuer stands on the person's line. */
export async function searchTasks(db: Db, scope: Scope, day: LocalDate, text: string): Promise<SearchHit[]> {
  const rows = await db
    .selectFrom('plan_task as t')
    .innerJoin('plan as p', (on) =>
      on.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
    )
    .select([
      't.id',
      sql<string>`p.id`.as('code'),
      sql<string>`concat_ws('. ', t.no, t.title)`.as('title'),
      sql<string | null>`p.school_year`.as('detail'),
    ])
    .where('t.tenant_id', '=', scope.tenantId)
    .where('p.state', '=', 'published')
    .where('t.review', '!=', 'discarded')
    .where(sql<boolean>`t.search_text like all(${words(text)}::text[])`)
    .where(placeInScope(scope, day, 'p.tenant_id', 'p.issuer_unit_id'))
    .orderBy('p.school_year', 'desc')
    .orderBy('t.position')
    .limit(most)
    .execute()
  return rows.map((row) => ({ kind: 'task', ...row }))
}

export async function searchPlans(db: Db, scope: Scope, day: LocalDate, text: string): Promise<SearchHit[]> {
  const rows = await db
    .selectFrom('plan as p')
    .select(['p.id', 'p.title', 'p.school_year as schoolYear', 'p.number'])
    .where('p.tenant_id', '=', scope.tenantId)
    .where('p.state', '=', 'published')
    .where(placeInScope(scope, day, 'p.tenant_id', 'p.issuer_unit_id'))
    .orderBy('p.school_year', 'desc')
    .execute()
  // A handful of plans a year: folded here rather than kept in a column.
  const wanted = fold(text).split(' ')
  return rows
    .filter((row) =>
      wanted.every((word) => fold(`${row.title} ${row.number ?? ''} ${row.schoolYear}`).includes(word)),
    )
    .slice(0, most)
    .map((row) => ({ kind: 'plan', id: row.id, code: row.id, title: row.title, detail: row.schoolYear }))
}

// Where a unit hangs on the day, or hung last: a school that has left is no longer found by its former authority.
function placeInScope(scope: Scope, day: LocalDate, tenantId: string, unitId: string) {
  return sql<boolean>`exists (select 1 from (select u.path from unit_path u where u.tenant_id = ${sql.ref(tenantId)} and u.unit_id = ${sql.ref(unitId)}
    and u.valid_from <= ${day} order by u.valid_from desc limit 1) up where ${inScope(scope, 'up.path')})`
}

export async function searchPeople(db: Db, scope: Scope, day: LocalDate, text: string): Promise<SearchHit[]> {
  const rows = await db
    .selectFrom('person as n')
    .select(['n.id', sql<string>`n.id`.as('code'), 'n.full_name as title', 'n.job_title as detail'])
    .where('n.tenant_id', '=', scope.tenantId)
    .where(sql<boolean>`n.search_text like all(${words(text)}::text[])`)
    .where(
      sql<boolean>`exists (select 1 from membership m where m.tenant_id = n.tenant_id and m.person_id = n.id
        and (m.valid_to is null or m.valid_to > ${day}) and ${placeInScope(scope, day, 'm.tenant_id', 'm.unit_id')})`,
    )
    .orderBy('n.sort_key')
    .limit(most)
    .execute()
  return rows.map((row) => ({ kind: 'person', ...row }))
}
