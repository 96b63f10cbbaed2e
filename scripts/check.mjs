// npm run check: format, types, lint, unused code, then every test. Options go to scripts/test.mjs (--both, --postgres).
// A failed step counts as one failure in the closing line, which stays the last.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './ensure.mjs'
import { closeWith, ensureForTests, runTests } from './test.mjs'

await ensureForTests()

const steps = [
  ['format', 'biome', ['format', '.']],
  ['types: domain and contract', 'tsc', ['-p', 'tsconfig.domain.json']],
  ['types: server and command line', 'tsc', ['-p', 'tsconfig.server.json']],
  ['types: web', 'tsc', ['-p', 'tsconfig.web.json']],
  ['types: tests', 'tsc', ['-p', 'tsconfig.tests.json']],
  ['lint', 'oxlint', ['--quiet']],
  ['unused files, exports and packages', 'knip', []],
]

const failed = []
for (const [name, program, args] of steps) {
  console.log(`— ${name}`)
  if ((await run(program, args)) !== 0) failed.push(name)
}
const result = await runTests(process.argv.slice(2))
if (failed.length > 0) console.log(`\nfailed: ${failed.join('; ')}`)
process.exitCode = closeWith({ ...result, failed: result.failed + failed.length }) ? 0 : 1

function run(program, args) {
  const file = join(root, 'node_modules', '.bin', program)
  const onWindows = process.platform === 'win32'
  const child = spawn(onWindows ? `${file}.cmd` : file, args, {
    cwd: root,
    stdio: 'inherit',
    shell: onWindows,
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
