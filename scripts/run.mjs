// node scripts/run.mjs bench/main.ts …: makes the clone ready, bundles one TypeScript program beside the product's
// own bundle (so that it finds workers and migrations as the product does) and runs it.
import { spawn } from 'node:child_process'
import { basename, join } from 'node:path'
import { endOnFailedSetUp, ensure, root } from './ensure.mjs'

const [source, ...args] = process.argv.slice(2)
if (source === undefined) throw new Error('which program? node scripts/run.mjs bench/main.ts')
await ensure().catch(endOnFailedSetUp)

const { build } = await import('esbuild')
const { bundling } = await import('./bundling.mjs')
const outfile = join(root, 'dist', `run-${basename(source, '.ts')}.mjs`)
await build({ ...bundling, splitting: false, chunkNames: '[name]', entryPoints: [source], outfile })
const child = spawn(process.execPath, [...process.execArgv, outfile, ...args], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
