// Writes the optional platform packages that a registry mirror lacks into package-lock.json. npm install drops them
// from the lockfile without a word, and `npm ci` then fails ("Missing: … from lock file") here and everywhere else.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']

/** What `npm ci` would miss: [{ by, name, version }], from a parsed package-lock.json. */
export function listMissing(lock) {
  const packages = lock.packages
  const missing = []
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (find(packages, place, name) === null) missing.push({ by: place, name, version })
    }
  }
  return missing
}

/** The same lockfile with a stub for each missing package, which npm fetches only where the platform fits. */
export function completeLock(lock) {
  const packages = { ...lock.packages }
  for (const { by, name, version } of listMissing(lock)) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      throw new Error(`${by} asks for ${name}@${version}: no exact version to write down`)
    packages[`node_modules/${name}`] = stub(version, packages[by].dev === true, platformOf(name))
  }
  const places = Object.keys(packages).toSorted((a, b) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(places.map((place) => [place, packages[place]])) }
}

// The keys in npm's own order, so that its next `npm install` changes nothing.
function stub(version, dev, { system, processor, libc }) {
  return {
    version,
    cpu: [processor],
    ...(dev ? { dev: true } : {}),
    ...(libc === null ? {} : { libc: [libc] }),
    optional: true,
    os: [system],
  }
}

function find(packages, place, name) {
  for (let from = place; ; from = from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const candidate = `${from === '' ? '' : `${from}/`}node_modules/${name}`
    if (packages[candidate]) return candidate
    if (from === '') return null
  }
}

function platformOf(name) {
  const words = name.split('/').at(-1).split('-')
  const system = words.find((word) => systems.includes(word))
  const processor = words.find((word) => processors.includes(word))
  if (system === undefined || processor === undefined) throw new Error(`${name}: its name tells no platform`)
  return { system, processor, libc: system === 'linux' ? libcOf(words) : null }
}

function libcOf(words) {
  if (words.some((word) => word.startsWith('musl'))) return 'musl'
  return words.some((word) => word.startsWith('gnu')) ? 'glibc' : null
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = listMissing(lock)
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`)
  console.log(
    missing.length === 0
      ? 'package-lock.json is complete'
      : `package-lock.json: ${missing.length} platform packages written down`,
  )
}
