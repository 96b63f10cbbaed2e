// The built product, killed while many write at once: nothing acknowledged is lost, nothing is there half or twice.
import { expect, test } from 'vitest'
import { ownDatabaseUrl } from './support/database.ts'
import { killRounds } from './support/kill-rounds.ts'

// Hundreds of rounds: npm run bench -- kill.
test('what was acknowledged before a kill is there once after it, with its file and its line in the trail', async () => {
  const { acknowledged, faults } = await killRounds(3, await ownDatabaseUrl('kill'))
  expect(faults).toEqual([])
  // Every way of writing was interrupted while it worked.
  const kinds = new Set(acknowledged.map((write) => write.kind))
  expect([...kinds].toSorted()).toEqual(['cells', 'person', 'plan', 'progress', 'unit'])
}, 180_000)
