// Makes a clone ready: installs the packages of the lockfile and builds, each only when something changed.
// Node built-ins only; says what it does on standard error and leaves standard output to the command that follows.
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { withLock } from './setup-lock.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const installStamp = join(root, 'node_modules', '.namhoc-installed')
const buildStamp = join(root, 'dist', '.built-from')

/** Installs where needed, then builds where needed (`build: false`: installs only). */
export async function ensure({ build = true } = {}) {
  if (isInstalled() && (!build || (await isBuilt()))) return
  await withLock(join(root, '.setup.lock'), async () => {
    // Another process may have done it while this one waited.
    if (!isInstalled()) await install()
    if (build && !(await isBuilt())) await buildAll()
  })
}

function isInstalled() {
  const wanted = installFingerprint()
  if (readText(installStamp) === wanted) return true
  if (!installedByHand()) return false
  writeFileSync(installStamp, wanted)
  return true
}

// A change of Node's ABI or of the platform (one folder, two systems) needs other native packages.
function installFingerprint() {
  const { platform, arch, versions } = process
  return digest([readFileSync(join(root, 'package-lock.json')), `${platform} ${arch} ${versions.modules}`])
}

// After `npm install` of a developer, npm's own record tells that everything is there: no need to fetch it twice.
function installedByHand() {
  const record = readText(join(root, 'node_modules', '.package-lock.json'))
  if (record === null || existsSync(installStamp)) return false
  const installed = JSON.parse(record).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([place, entry]) =>
      place === '' || entry.optional === true || installed[place]?.version === entry.version,
  )
}

async function install() {
  say(
    'Đang cài đặt các thư viện (lần đầu khoảng một phút)… / Installing packages (about a minute the first time)…',
  )
  rmSync(installStamp, { force: true })
  // The build needs the development packages, whatever NODE_ENV or npm's settings say.
  await run(npmCommand(), ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(installStamp, installFingerprint())
}

// Under npm run and npx the very npm that was called; otherwise the one on the PATH.
function npmCommand() {
  const called = process.env['npm_execpath']
  if (called !== undefined && basename(called) === 'npm-cli.js' && existsSync(called))
    return [process.execPath, called]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

async function isBuilt() {
  return readText(buildStamp) === (await sourceFingerprint())
}

async function buildAll() {
  const fingerprint = await sourceFingerprint()
  say('Đang dựng chương trình… / Building…')
  await run([process.execPath], [join(root, 'scripts', 'build.mjs')])
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, fingerprint)
}

/** Of everything the build reads; tests are no part of it. */
async function sourceFingerprint() {
  const names = [
    'package.json',
    'package-lock.json',
    'vite.config.ts',
    'index.html',
    'scripts/build.mjs',
    'public',
    'src',
  ]
  const files = (await Promise.all(names.map((name) => listFiles(name))))
    .flat()
    .filter((name) => !/\.test\.tsx?$/.test(name))
  const contents = await Promise.all(files.map((name) => readFile(join(root, name))))
  return digest(files.flatMap((name, index) => [name, contents[index]]))
}

async function listFiles(name) {
  if (!existsSync(join(root, name))) return []
  const entries = await readdir(join(root, name), { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return null
    throw error
  })
  if (entries === null) return [name]
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return (
    await Promise.all(
      entries.map((entry) =>
        entry.isDirectory() ? listFiles(`${name}/${entry.name}`) : [`${name}/${entry.name}`],
      ),
    )
  ).flat()
}

function digest(parts) {
  const hash = createHash('sha256')
  // The length before each part: two different lists never read alike.
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}\n`).update(part)
  return hash.digest('hex')
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

function run([command, ...first], args) {
  return new Promise((resolve, reject) => {
    // npm.cmd starts only through a shell since Node 20.12; its arguments here are ours and need no quoting.
    const shell = command.endsWith('.cmd')
    const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2], shell })
    child.on('error', (error) => reject(new SetUpError(`${command}: ${error.message}`)))
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new SetUpError(`${[command, ...first, ...args].join(' ')} → ${signal ?? code}`))
    })
  })
}

export class SetUpError extends Error {}

/** Says in words why the set-up failed, and ends; what is not a failed set-up is thrown on. */
export function endOnFailedSetUp(error) {
  sayFailed(error)
  process.exit(1)
}

export function sayFailed(error) {
  if (!(error instanceof SetUpError)) throw error
  say(`Chưa chuẩn bị được chương trình: ${error.message}\nThe set-up failed: ${error.message}`)
}

function say(text) {
  process.stderr.write(`${text}\n`)
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ensure({ build: !process.argv.includes('--no-build') }).catch(endOnFailedSetUp)
}
