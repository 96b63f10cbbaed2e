// Where a worker's file is. In the bundle it lies beside the running file; from source (tests, tsx) it is
// bundled on demand, because Node 20 runs no TypeScript. Knows no worker's content.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type * as Esbuild from 'esbuild'

export type WorkerName = 'format-worker' | 'typst-worker'

export function workerUrl(name: WorkerName): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL(`./${name}.mjs`, import.meta.url)
  return buildFromSource(name)
}

function buildFromSource(name: WorkerName): URL {
  const require = createRequire(import.meta.url)
  // esbuild is a development dependency: required by name so that no bundle carries it, and untyped for that.
  const esbuild = require('esbuild') as typeof Esbuild
  const entry = fileURLToPath(new URL(`./${name}.ts`, import.meta.url))
  const built = esbuild.buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
  })
  const code = built.outputFiles[0]?.contents
  if (!code) throw new Error(`esbuild made nothing of ${entry}`)
  // Inside node_modules, so that the worker finds the packages; named by content, so that an edit is never
  // answered by an old build and two processes never write different bytes to one name.
  const folder = join(packageRoot(entry), 'node_modules', '.cache', 'namhoc')
  const file = join(folder, `${name}-${createHash('sha256').update(code).digest('hex').slice(0, 16)}.mjs`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    const draft = `${file}.${process.pid}.${process.hrtime.bigint()}`
    writeFileSync(draft, code)
    renameSync(draft, file)
  }
  return pathToFileURL(file)
}

function packageRoot(file: string): string {
  let folder = dirname(file)
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error(`no package.json above ${file}`)
    folder = parent
  }
  return folder
}
