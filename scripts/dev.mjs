// npm run dev: the demo, rebuilt and started again at every change of the server, and the web served live in front
// of it. Its bundle lies in dist.dev, its data in data/dev; `npm run dev -- --port 4700` moves the server.
import { spawn } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { endOnFailedSetUp, ensure, root } from './ensure.mjs'

await ensure({ build: false }).catch(endOnFailedSetUp)
const { context } = await import('esbuild')
const { createServer } = await import('vite')
const { bundling, programs } = await import('./bundling.mjs')

const folder = join(root, 'dist.dev')
const args = process.argv.slice(2)
const portAt = args.indexOf('--port')
const port = (portAt === -1 ? process.env['PORT'] : args[portAt + 1]) ?? '4600'
let server = null
let starting = Promise.resolve()

function restart() {
  starting = starting.then(async () => {
    await stop()
    cpSync(join(root, 'src/server/database/migrations'), join(folder, 'migrations'), { recursive: true })
    const own = portAt === -1 ? ['--port', port, ...args] : args
    server = spawn(
      process.execPath,
      ['--enable-source-maps', join(folder, 'namhoc.mjs'), 'demo', '--data', 'data/dev', ...own],
      {
        cwd: root,
        stdio: 'inherit',
      },
    )
  })
}

async function stop() {
  const running = server
  if (running === null || running.exitCode !== null || running.signalCode !== null) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGTERM')
  await ended
}

const onBuilt = {
  name: 'restart',
  setup: (build) => build.onEnd((result) => (result.errors.length === 0 ? restart() : undefined)),
}
const bundle = await context({
  ...bundling,
  entryPoints: programs,
  outdir: folder,
  sourcemap: 'linked',
  plugins: [onBuilt],
})
await bundle.watch()
const web = await createServer({
  configFile: join(root, 'vite.config.ts'),
  server: { proxy: { '/api': `http://127.0.0.1:${port}` } },
})
await web.listen()
web.printUrls()

async function end() {
  await Promise.all([bundle.dispose(), web.close(), stop()])
  process.exit(0)
}
process.once('SIGINT', () => void end())
process.once('SIGTERM', () => void end())
