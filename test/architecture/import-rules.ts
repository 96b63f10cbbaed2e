// Who may import what. Each rule answers a sentence per offence; architecture.test.ts shows for each that it can refuse.
import { dirname } from 'node:path/posix'
import { type Area, isTest, ladder, type Place, placeOf, targetOf } from './places.ts'
import { type Import, lineAt, type SourceFile } from './source-file.ts'

export type Rule = (file: SourceFile) => string[]

const mayImport: Record<Area, readonly Area[]> = {
  domain: ['domain'],
  contract: ['contract', 'domain'],
  server: ['server', 'contract', 'domain'],
  cli: ['cli', 'server', 'contract', 'domain'],
  web: ['web', 'contract', 'domain'],
}

export type Packages = { dependencies: ReadonlySet<string>; devDependencies: ReadonlySet<string> }

function eachImport(
  check: (file: SourceFile, item: Import, from: Place, to: string | null) => string | null,
): Rule {
  return (file) => {
    const from = placeOf(file.path)
    return file.imports.flatMap((item) => {
      const offence = check(file, item, from, targetOf(file.path, item.specifier))
      return offence === null ? [] : [`${file.path}:${item.line} ${offence}`]
    })
  }
}

/** `./` within a folder, `#area/…` else, always with the ending of the file. */
export const writtenAsAgreed = eachImport((file, { specifier }, _from, to) => {
  if (specifier.includes('../')) return `climbs with ../ (${specifier}): write #area/…`
  if (to === null) return specifier.startsWith('#') ? `${specifier} is no area of ours` : null
  if (!/\.(tsx?|css|json|mjs)$/.test(specifier)) return `${specifier} lacks the ending of its file`
  if (specifier.startsWith('#') && dirname(to) === dirname(file.path))
    return `${specifier} stands in the same folder: write ./`
  return null
})

export const areasApart = eachImport((file, { specifier }, { area }, to) => {
  if (to === null || area === null) return null
  const target = placeOf(to).area
  if (target === null) return isTest(file.path) ? null : `${specifier}: only tests use what is outside src`
  return mayImport[area].includes(target) ? null : `${area} must not import ${target} (${specifier})`
})

const buildsWorkers = ['src/server/platform/worker-url.ts']

export function packagesOf(packages: Packages): Rule {
  return eachImport((file, { specifier, dynamic }, { area }, to) => {
    if (to !== null || area === null || specifier.startsWith('#') || specifier.startsWith('.')) return null
    const isNode = specifier.startsWith('node:')
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/')
    const isKnown = packages.dependencies.has(name) || packages.devDependencies.has(name)
    if (!isNode && !isKnown) return `${specifier} stands in no list of package.json`
    if (isTest(file.path)) return null
    switch (area) {
      case 'domain':
        return name === '@marcbachmann/cel-js' && file.path === 'src/domain/basics/expression.ts'
          ? null
          : `domain is pure: ${specifier}`
      case 'contract':
        return name === 'zod' ? null : `contract knows zod and the domain only: ${specifier}`
      case 'web':
        return isNode ? `web runs in a browser: ${specifier}` : null
      case 'server':
      case 'cli':
        if (isNode || packages.dependencies.has(name)) return null
        // Only tests run the sources; they build the workers with it. The bundle never reaches that line.
        if (name === 'esbuild' && dynamic && buildsWorkers.includes(file.path)) return null
        return `${specifier} is a development package`
    }
  })
}

/** A slice uses only those before it; of another slice's server part only the service (a type may stand elsewhere). */
export const ladderHolds = eachImport((file, { specifier, typeOnly }, from, to) => {
  if (to === null || from.slice === null || isTest(file.path)) return null
  const target = placeOf(to)
  if (target.slice === null || target.slice === from.slice) return null
  if (ladder.indexOf(target.slice) > ladder.indexOf(from.slice))
    return `${from.slice} stands before ${target.slice} on the ladder: ${specifier}`
  if (from.area === 'server' && target.area === 'server' && target.role !== 'service' && !typeOnly)
    return `of another slice only its service: ${specifier}`
  return null
})

/** Formats, database, platform and ui know no slice; demo only services; the web's shell stands above all slices. */
export const groundsKnowNoSlice = eachImport((file, { specifier }, from, to) => {
  if (to === null || from.folder === null || from.slice !== null || isTest(file.path)) return null
  const target = placeOf(to)
  if (from.folder === 'shell') return null
  if (from.folder === 'demo') {
    return target.area === 'server' && target.slice !== null && target.role !== 'service'
      ? `the demo calls services only: ${specifier}`
      : null
  }
  // The right to act and the one permission function are asked from everywhere.
  if (target.slice === null || target.slice === 'rights') return null
  // What an official document is made of is described in the domain; formats turns it into bytes.
  if (from.folder === 'formats' && target.area === 'domain') return null
  // A table's type names the domain's types; a web platform speaks the contract of signing in.
  if (
    target.area === 'domain' ||
    (from.folder === 'platform' && from.area === 'web' && target.area === 'contract')
  ) {
    return from.folder === 'ui' ? `${from.folder} knows no slice: ${specifier}` : null
  }
  return `${from.folder} knows no slice: ${specifier}`
})

const height = { routes: 3, service: 2, queries: 1, other: 2, test: 9 } as const

/** Inside the server: routes → service → queries; and nobody but app.ts and main.ts starts things. */
export const neverUpward = eachImport((file, { specifier, typeOnly }, from, to) => {
  if (to === null || from.area !== 'server' || isTest(file.path)) return null
  const target = placeOf(to)
  if (to === 'src/server/app.ts' || to === 'src/server/main.ts')
    return from.folder === null ? null : `${specifier} is started, not used`
  if (from.folder === null) return null
  if (target.role === 'routes') return `only app.ts mounts routes: ${specifier}`
  if (typeOnly || target.area !== 'server') return null
  return from.slice !== null &&
    from.role !== 'other' &&
    target.role !== 'other' &&
    height[target.role] > height[from.role]
    ? `${from.role} must not reach up to ${specifier}`
    : null
})

/** Only queries and database/ speak to the database; services and queries do not speak HTTP. */
export const oneHomeForEach = eachImport((file, { specifier, typeOnly }, from) => {
  if (from.area !== 'server' || isTest(file.path)) return null
  if (
    ['kysely', 'pg'].includes(specifier) &&
    !typeOnly &&
    from.role !== 'queries' &&
    from.folder !== 'database'
  ) {
    return `only *.queries.ts and database/ use ${specifier}`
  }
  if (/^(fastify$|@fastify\/)/.test(specifier) && (from.role === 'service' || from.role === 'queries'))
    return `a ${from.role} does not speak HTTP: ${specifier}`
  return null
})

export const noBarrels: Rule = (file) => [
  ...(/\/index\.tsx?$/.test(file.path) ? [`${file.path} is an index: no barrels`] : []),
  ...file.imports
    .filter((item) => item.reExport)
    .map((item) => `${file.path}:${item.line} hands on ${item.specifier}: import it where it stands`),
]

export const noOwnMocks: Rule = ({ path, text, code }) => {
  const calls = [...code.matchAll(/\bvi\.(?:doMock|mock)\s*\(\s*['"]/g)].map(
    (match) => match.index + match[0].length,
  )
  return calls
    .filter((at) => /[#.]/.test(text.charAt(at)))
    .map((at) => `${path}:${lineAt(text, at)} mocks a module of ours`)
}
