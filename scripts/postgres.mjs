// A private PostgreSQL for tests: a cluster of its own in a temporary folder, on a free port of this machine, gone
// afterwards. PostgreSQL refuses to run as root: root starts it as the system user `postgres` that Debian's package makes.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const debianFolder = '/usr/lib/postgresql'

/** The folder of PostgreSQL's programs, version 15 first, then the newest; null where there is none that we may use. */
export function findPostgres() {
  if (isRoot() && serverUser() === null) return null
  const versions = existsSync(debianFolder)
    ? readdirSync(debianFolder).toSorted((a, b) => rank(b) - rank(a))
    : []
  const folders = [
    ...versions.map((version) => join(debianFolder, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  )
}

function rank(version) {
  return version === '15' ? Number.POSITIVE_INFINITY : Number(version)
}

/**
 * Starts one and answers { url, stop }. `durable: false` (the default) leaves out the syncing that only a power cut
 * misses; a test that kills the server asks for `durable: true`.
 */
export async function startPostgres({ durable = false } = {}) {
  const programs = findPostgres()
  if (programs === null) throw new Error('PostgreSQL is not installed')
  const folder = mkdtempSync(join(tmpdir(), 'namhoc-postgres-'))
  const data = join(folder, 'data')
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  mkdirSync(data)
  writeFileSync(passwordFile, password)
  const user = isRoot() ? serverUser() : null
  if (user !== null) for (const path of [folder, data, passwordFile]) chownSync(path, user.uid, user.gid)
  const as = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' } }

  const init = [
    '-D',
    data,
    '-U',
    'namhoc',
    '-E',
    'UTF8',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--no-instructions',
  ]
  execFileSync(join(programs, 'initdb'), durable ? init : [...init, '--no-sync'], {
    ...as,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  rmSync(passwordFile)

  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    `unix_socket_directories=${folder}`,
    'max_connections=100',
  ]
  if (!durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
  const log = []
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  server.stderr.on('data', (chunk) => log.push(String(chunk)))
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const endWithUs = () => {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', endWithUs)

  async function stop() {
    process.off('exit', endWithUs)
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }

  if (!(await answers(port, ended))) {
    await stop()
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`)
  }
  return { url: `postgres://namhoc:${password}@127.0.0.1:${port}/postgres`, pid: server.pid, stop }
}

function isRoot() {
  return process.getuid?.() === 0
}

function serverUser() {
  try {
    const number = (kind) =>
      Number(execFileSync('id', [kind, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: number('-u'), gid: number('-g') }
  } catch {
    return null
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

// Listening is not yet answering: while it starts up, the server takes a greeting and refuses it with an error ('E').
async function answers(port, ended) {
  const over = ended.then(() => 'over')
  for (let attempt = 0; attempt < 300; attempt++) {
    if ((await greet(port)) === 'R') return true
    if ((await Promise.race([over, pause(100)])) === 'over') return false
  }
  return false
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The first letter of the answer to a greeting: 'R' asks for the password. */
function greet(port) {
  const body = Buffer.from('\0\x03\0\0user\0namhoc\0\0', 'latin1')
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.concat([length, body])))
    socket.once('data', (data) => {
      resolve(String.fromCharCode(data[0]))
      socket.destroy()
    })
    socket.once('error', () => resolve(null))
    socket.once('close', () => resolve(null))
  })
}
