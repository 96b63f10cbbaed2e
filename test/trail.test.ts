// The audit trail is read years later, when units are called otherwise or are gone: wherever it keeps the id of a unit, the
// unit's name stands beside it.
import { expect } from 'vitest'
import { rightCalls, send, tried } from './support/right-calls.ts'
import { routeTest as test, type Scene } from './support/route-test.ts'

/** The unit ids in a stored state without the unit's name in the same record: 'parts.0.unitId'. */
function nameless(state: unknown, names: ReadonlyMap<string, string>, at: string): string[] {
  if (typeof state !== 'object' || state === null) return []
  const entries = Object.entries(state)
  return entries.flatMap(([key, value]) => {
    const name = typeof value === 'string' ? names.get(value) : undefined
    const isNamed = name === undefined || entries.some(([, beside]) => beside === name)
    return [...(isNamed ? [] : [`${at}.${key}`]), ...nameless(value, names, `${at}.${key}`)]
  })
}

async function entriesOf({ db }: Scene) {
  return await db
    .selectFrom('audit_entry')
    .select(['id', 'action', 'before', 'after'])
    .orderBy('id')
    .execute()
}

async function namesOf({ db }: Scene): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('unit_state')
    .select(['unit_id as unitId', 'short_name as name'])
    .orderBy('valid_from')
    .execute()
  return new Map(rows.map((row) => [row.unitId, row.name]))
}

test('every act leaves units in the trail by name, not by id alone', async ({ scene }) => {
  const calls = await rightCalls(scene, ({ method }) => method !== 'GET')
  const wrong: string[] = []
  const acts = new Set<string>()
  const look = async (from: number) => {
    const names = await namesOf(scene)
    for (const { id, action, before, after } of await entriesOf(scene)) {
      if (id <= from) continue
      acts.add(action)
      wrong.push(...nameless(before, names, `${action} before`), ...nameless(after, names, `${action} after`))
    }
  }
  await look(0)
  const last = (await entriesOf(scene)).at(-1)?.id ?? 0
  for (const { caller, endpoint, url, body } of calls) {
    await tried(scene, async () => {
      await send(caller, endpoint, url, body)
      await look(last)
    })
  }
  expect([...new Set(wrong)]).toEqual([])
  expect([...acts]).toEqual(
    expect.arrayContaining([
      'person.add',
      'person.add_role',
      'plan.match_name',
      'plan_task.change',
      'unit.rename',
    ]),
  )
})
