// npm run bench -- kill: hundreds of kills while many write. Not part of the table without being asked for: half an hour.
import { type KillResult, killRounds } from '#test/support/kill-rounds.ts'
import { runProduct } from '#test/support/product.ts'
import type { Measure } from './table.ts'

/** KILL_ROUNDS rounds (200), on DATABASE_URL where it is set: an empty database that it may fill. */
export async function benchKill(): Promise<Measure[]> {
  const rounds = Number(process.env['KILL_ROUNDS'] ?? 200)
  const databaseUrl = process.env['DATABASE_URL'] ?? null
  let afterStop = 0
  const result = await killRounds(rounds, databaseUrl, async (dataDir) => {
    const begun = performance.now()
    const product = await runProduct('start', dataDir, databaseUrl)
    afterStop = performance.now() - begun
    await product.end('SIGTERM')
  })
  if (result.faults.length > 0) throw new Error(`after ${rounds} kills:\n${result.faults.join('\n')}`)
  const yardstick = { what: 'after a clean stop, on the same data', value: afterStop }
  const [slowest = 0] = result.startsAfterKill.toSorted((a, b) => b - a)
  return [
    {
      what: 'start after a kill',
      value: middleOf(result.startsAfterKill),
      unit: 'ms',
      yardstick,
      note: noteOf(result),
    },
    { what: 'the slowest of them', value: slowest, unit: 'ms', yardstick },
  ]
}

function middleOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

function noteOf({ acknowledged, startsAfterKill }: KillResult): string {
  return `${startsAfterKill.length} kills, ${acknowledged.length} acknowledged writes, none lost, none double`
}
