// Reading changes nothing: not a row, not a file, whatever is asked and however stale what is derived may be.
import { expect } from 'vitest'
import type { AnyEndpoint } from '#contract/endpoint.ts'
import { rightCalls, send } from './support/right-calls.ts'
import { routeTest as test } from './support/route-test.ts'
import { wholeState } from './support/whole-state.ts'

// Asked with a body, and mounted as reads.
const asking: readonly string[] = ['resolveAudience', 'matchNames', 'checkImport', 'previewRound', 'getLink']
const isReading = ({ method }: AnyEndpoint, name: string) => method === 'GET' || asking.includes(name)

test('no endpoint that reads leaves anything changed', async ({ scene }) => {
  const calls = (await rightCalls(scene)).filter((call) => isReading(call.endpoint, call.name))
  // Past the services: sums now lie where their school does not hang, which some reading once put right.
  const { primary, ward } = scene.world.units
  const { path } = await scene.db
    .selectFrom('unit_path')
    .select('path')
    .where('unit_id', '=', ward)
    .executeTakeFirstOrThrow()
  await scene.db
    .updateTable('unit_path')
    .set({ path: `${path}.1` })
    .where('unit_id', '=', primary)
    .execute()
  const wrong: [string, string[]][] = []
  let before = await wholeState(scene.db, scene.services.files)
  for (const { name, caller, endpoint, url, body } of calls) {
    await send(caller, endpoint, url, body)
    const after = await wholeState(scene.db, scene.services.files)
    const changed = Object.keys(after).filter((table) => after[table] !== before[table])
    if (changed.length > 0) wrong.push([name, changed])
    before = after
  }
  expect(wrong).toEqual([])
  expect(calls.filter((call) => call.status < 300).length).toBeGreaterThan(30)
})
