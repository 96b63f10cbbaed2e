// npm run bench: each line is a measure, the yardstick it is held against in the same run, and the ratio of the two.
// Machines are noisy: the ratio is what counts. Medians of several runs.
import { benchFirstScreen } from './first-screen.ts'
import { benchFollowing } from './following.ts'
import { benchKill } from './kill.ts'
import { benchReading } from './reading.ts'
import { benchStart } from './start.ts'
import { print, type Measure } from './table.ts'
import { benchUnits } from './units.ts'

const only = process.argv.slice(2)
const benches: Record<string, () => Promise<Measure[]>> = {
  start: benchStart,
  screen: benchFirstScreen,
  units: benchUnits,
  following: benchFollowing,
  reading: benchReading,
  kill: benchKill,
}
// Half an hour: only when named.
const onlyWhenNamed: readonly string[] = ['kill']

const measures: Measure[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (only.length > 0 ? !only.includes(name) : onlyWhenNamed.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  measures.push(...(await bench()))
}
process.stdout.write(print(measures))
