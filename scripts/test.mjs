// npm test: makes the clone ready and runs every test. Ends with one line, 'N passed, N failed, N skipped'.
//   --postgres   on a private PostgreSQL instead of the embedded database
//   --both       everything on the embedded database, then again on PostgreSQL what touches a database
// What else is given goes to vitest (`npm test -- src/domain/units`). With REQUIRE_ALL=1 a skip is a failure.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensure, root, sayFailed } from './ensure.mjs'
import { startPostgres } from './postgres.mjs'

/** Runs the tests and answers { passed, failed, skips }; prints no closing line. */
export async function runTests(args) {
  const rest = args.filter((arg) => arg !== '--postgres' && arg !== '--both')
  const results = []
  if (!args.includes('--postgres')) results.push(await runVitest(rest, {}))
  if (args.includes('--postgres') || args.includes('--both')) results.push(await runOnPostgres(rest))
  return {
    passed: sum(results.map((result) => result.passed)),
    failed: sum(results.map((result) => result.failed)),
    skips: results.flatMap((result) => result.skips),
  }
}

/** A set-up that fails is a failure like another: the closing line comes all the same. */
export async function ensureForTests() {
  try {
    await ensure()
  } catch (error) {
    sayFailed(error)
    closeWith({ passed: 0, failed: 1, skips: [] })
    process.exit(1)
  }
}

/** Lists the skips and prints the closing line; answers whether all is well. */
export function closeWith({ passed, failed, skips }) {
  const byReason = new Map()
  for (const { test, reason } of skips) byReason.set(reason, [...(byReason.get(reason) ?? []), test])
  for (const [reason, tests] of byReason) console.log(`\nskipped, ${reason}:\n  ${tests.join('\n  ')}`)
  if (passed + failed === 0) console.log('\nno test ran')
  console.log(`\n${passed} passed, ${failed} failed, ${skips.length} skipped`)
  return failed === 0 && passed > 0 && (skips.length === 0 || process.env['REQUIRE_ALL'] !== '1')
}

async function runOnPostgres(args) {
  const given = process.env['TEST_DATABASE_URL']
  if (given !== undefined) return await runVitest(args, { TEST_DATABASE_URL: given })
  console.log('\nOn PostgreSQL:')
  const server = await startPostgres()
  const stop = () => void server.stop().then(() => process.exit(130))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    return await runVitest(['--project', 'server', '--project', 'e2e', ...args], {
      TEST_DATABASE_URL: server.url,
    })
  } finally {
    await server.stop()
  }
}

async function runVitest(args, environment) {
  const folder = mkdtempSync(join(tmpdir(), 'namhoc-test-'))
  const file = join(folder, 'result.json')
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts', 'test-reporter.mjs')}`]
  try {
    const code = await run([vitest, 'run', '--passWithNoTests', ...reporters, ...args], {
      ...environment,
      NAMHOC_TEST_RESULT: file,
    })
    const result = readResult(file)
    // Vitest itself fell over, or complains of something that is no test.
    if (code !== 0 && result.failed === 0) result.failed = 1
    return result
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skips: [] }
  }
}

function run(args, environment) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
  return new Promise((resolve) => child.on('exit', resolve))
}

function sum(numbers) {
  return numbers.reduce((whole, number) => whole + number, 0)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensureForTests()
  process.exitCode = closeWith(await runTests(process.argv.slice(2))) ? 0 : 1
}
