// Events of units for tests, sent as the interface sends them, and what they leave behind.
import type { UnitId } from '#domain/basics/ids.ts'
import type { Caller, Reply, Scene } from './route-test.ts'

export const noBasis = { number: null, date: null, issuer: null, title: null }
/** Records events as the interface does. */
export const record = (who: Caller, events: unknown[], over: Record<string, unknown> = {}): Promise<Reply> =>
  who.post('/api/unit-events', { events, basis: noBasis, note: null, ...over })

/** A school as the interface sends it. */
export function aSchool(parentId: UnitId | null | string, over: Record<string, unknown> = {}) {
  const names = { officialName: 'Trường Mầm non Văn Đẩu', shortName: 'MN Văn Đẩu', otherNames: [] }
  return {
    code: 'MN-VD',
    kind: 'school',
    tier: null,
    ...names,
    parentId,
    levels: ['preschool'],
    ownership: 'public',
    rank: null,
    place: null,
    ...over,
  }
}

export const statesOf = (scene: Scene, unitId: UnitId) =>
  scene.db
    .selectFrom('unit_state')
    .select(['valid_from as from', 'valid_to as to', 'short_name as name', 'parent_id as parent'])
    .where('unit_id', '=', unitId)
    .orderBy('valid_from')
    .execute()

/** Everything an event writes: compared before and after what must change nothing. */
export async function everythingOf({ db }: Scene) {
  const states = await db
    .selectFrom('unit_state')
    .select(['unit_id', 'valid_from', 'valid_to', 'code', 'parent_id', 'closed_by'])
    .orderBy('unit_id')
    .orderBy('valid_from')
    .execute()
  const paths = await db
    .selectFrom('unit_path')
    .select(['unit_id', 'valid_from', 'valid_to', 'path'])
    .orderBy('unit_id')
    .orderBy('valid_from')
    .execute()
  const count = async (table: 'unit' | 'unit_event' | 'unit_event_unit' | 'audit_entry') =>
    (await db.selectFrom(table).select('tenant_id').execute()).length
  return {
    states,
    paths,
    rows: [
      await count('unit'),
      await count('unit_event'),
      await count('unit_event_unit'),
      await count('audit_entry'),
    ],
  }
}
