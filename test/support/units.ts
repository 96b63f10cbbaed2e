// Events of units for tests, sent as the interface sends them, and what they leave behind.
import { localDate } from '#domain/basics/dates.ts'
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

export const reorganisationDay = '2025-07-01'

export const aWard = (scene: Scene, code: string, name: string) => ({
  code,
  kind: 'ward',
  tier: 'commune',
  officialName: `Ủy ban nhân dân phường ${name}`,
  shortName: `UBND phường ${name}`,
  otherNames: [],
  parentId: scene.world.units.city,
  levels: [],
  ownership: null,
  rank: null,
  place: name,
})

/** Districts end, wards are founded under the city, schools move under them: one act. */
export async function reorganise(scene: Scene): Promise<{ haiAn: UnitId; kienAn: UnitId }> {
  const { units } = scene.world
  const move = (unit: UnitId, parentId: string) => ({ kind: 'move', on: reorganisationDay, unit, parentId })
  const dissolve = (unit: UnitId) => ({ kind: 'dissolve', on: reorganisationDay, unit })
  const events = [
    { kind: 'found', on: reorganisationDay, unit: 'new:hai-an', as: aWard(scene, 'P-HA', 'Hải An') },
    { kind: 'found', on: reorganisationDay, unit: 'new:kien-an', as: aWard(scene, 'P-KA', 'Kiến An') },
    ...[units.primary, units.secondary, units.preschool].map((school) => move(school, 'new:hai-an')),
    ...[units.education, units.interior, units.ward].map(dissolve),
    dissolve(units.haiAn),
    { ...dissolve(units.kienAn), moves: [{ unit: units.kienAnSchool, parentId: 'new:kien-an' }] },
  ]
  const basis = {
    number: '1669/NQ-UBTVQH15',
    date: '2025-06-16',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    title: null,
  }
  const reply = await scene.as.quang.post('/api/unit-events', { events, basis, note: null })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return { haiAn: reply.json.newUnits['new:hai-an'], kienAn: reply.json.newUnits['new:kien-an'] }
}

/** Sets the business date. */
export const moveTo = (scene: Scene, today: string) =>
  scene.db
    .updateTable('tenant')
    .set({ business_date: localDate(today) })
    .where('tenant_id', '=', scene.world.tenantId)
    .execute()
