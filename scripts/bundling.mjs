// How our TypeScript becomes what Node 20 runs: settings of esbuild that the build, the watch and single programs share.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export const programs = {
  namhoc: 'src/cli/main.ts',
  'pglite-worker': 'src/server/database/pglite-worker.ts',
  'format-worker': 'src/server/formats/worker.ts',
  'typst-worker': 'src/server/formats/typst-worker.ts',
}

/** @satisfies {import('esbuild').BuildOptions} */
export const bundling = {
  absWorkingDir: root,
  bundle: true,
  // Workers, migrations and the web are looked for beside the running file: every chunk stays in the folder itself.
  splitting: true,
  chunkNames: 'chunk-[hash]',
  outExtension: { '.js': '.mjs' },
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
}
