// Where a worker's program lies: beside the bundle in service; built once by esbuild when the sources run under tests.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type WorkerName = 'pglite-worker' | 'format-worker' | 'typst-worker'

const sources: Record<WorkerName, string> = {
  'pglite-worker': 'src/server/database/pglite-worker.ts',
  'format-worker': 'src/server/formats/worker.ts',
  'typst-worker': 'src/server/formats/typst-worker.ts',
}

export async function workerUrl(name: WorkerName): Promise<URL> {
  const beside = new URL(`./${name}.mjs`, import.meta.url)
  return existsSync(beside) ? beside : await builtFromSource(name)
}

// Node 20 cannot run TypeScript, and a worker has no loader of the test runner's.
async function builtFromSource(name: WorkerName): Promise<URL> {
  const root = new URL('../../../', import.meta.url)
  const { build } = await import('esbuild')
  const result = await build({
    absWorkingDir: root.pathname,
    entryPoints: [sources[name]],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    write: false,
  })
  const code = result.outputFiles[0]?.contents ?? new Uint8Array()
  const folder = join(root.pathname, 'node_modules', '.cache', 'namhoc')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
  if (!existsSync(file)) {
    const partial = `${file}.${process.pid}.${Math.trunc(performance.now() * 1000)}`
    writeFileSync(partial, code)
    renameSync(partial, file)
  }
  return new URL(`file://${file}`)
}
