// Builds dist/: the command and its workers as bundles, the migrations, the web. Made aside, put in place when whole.
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build as bundle } from 'esbuild'
import { build as buildWeb } from 'vite'
import { bundling, programs, root } from './bundling.mjs'

// A NODE_ENV of the caller (the test runner's, say) would put React's slow development half into the web.
process.env['NODE_ENV'] = 'production'

const aside = join(root, 'dist.new')
rmSync(aside, { recursive: true, force: true })
const there = Object.entries(programs).filter(([, source]) => existsSync(join(root, source)))
await bundle({ ...bundling, entryPoints: Object.fromEntries(there), outdir: aside })
cpSync(join(root, 'src/server/database/migrations'), join(aside, 'migrations'), { recursive: true })
if (existsSync(join(root, 'vite.config.ts'))) {
  await buildWeb({
    configFile: join(root, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: join(aside, 'web'), emptyOutDir: true },
  })
  compressTexts(join(aside, 'web'))
}
rmSync(join(root, 'dist'), { recursive: true, force: true })
renameSync(aside, join(root, 'dist'))

/** Compressed once and hard, here; the server then sends the smaller file as it is. */
function compressTexts(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg)$/.test(name)) continue
    const file = join(folder, name)
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}
