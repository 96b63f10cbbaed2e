// What holds over the whole project beside its imports: documents that tell the truth, a lockfile that installs
// anywhere, a start that needs nothing but Node, texts in both languages.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { completeLock, listMissing } from '#scripts/complete-lock.mjs'
import { targetOf } from './architecture/places.ts'
import { listPaths, root, sourceFile } from './architecture/source-file.ts'

type Manifest = Record<'dependencies' | 'devDependencies' | 'scripts' | 'bin', Record<string, string>>
type Lock = { packages: Record<string, { version?: string; resolved?: string }> }
const manifest: Manifest = JSON.parse(readText('package.json'))
const lock: Lock = JSON.parse(readText('package-lock.json'))

function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

const generated = new Set(['node_modules', '.git', 'dist', 'data', 'coverage'])
const topLevel = readdirSync(root).filter(
  (name) => !generated.has(name) && !/^dist\.|^\.setup\.lock|\.log$/.test(name),
)
const paths = topLevel.flatMap((name) =>
  statSync(join(root, name)).isDirectory() ? listPaths(name) : [name],
)

// — documents

type Mention = { document: string; path: string }

/** Relative links, and code spans that look like a path of ours or the name of a file. */
function mentionsIn(document: string, text: string): Mention[] {
  const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map((match) => match[1] ?? '')
  const prose = text.replaceAll(/```[\s\S]*?```/g, '')
  const spans = [...prose.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '').filter(looksLikePath)
  return [...links, ...spans].map((path) => ({ document, path }))
}

function looksLikePath(span: string): boolean {
  const [first = '', ...rest] = span.split('/')
  // x stands for any name: `x.routes.ts`, `./x.ts`.
  if (generated.has(first) || /\bx\b/.test(span)) return false
  if (rest.length > 0) return topLevel.includes(first) || /\.(md|tsx?|mjs|sql)$/.test(span)
  return /^[\w.-]+\.(md|tsx?|mjs|json|sql)$/.test(span)
}

function exists({ document, path }: Mention): boolean {
  const candidates = [path, join(dirname(document), path)].map((candidate) =>
    candidate.replaceAll('\\', '/').replace(/\/$/, ''),
  )
  if (candidates.some((candidate) => existsSync(join(root, candidate)))) return true
  if (!path.includes('/')) return paths.some((known) => basename(known) === path)
  const pattern = new RegExp(`^${path.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}`)
  return path.includes('*') && paths.some((known) => pattern.test(known))
}

const documents = paths.filter((path) => path.endsWith('.md') && !path.startsWith('test/'))

test('every path named in README, CONTRIBUTING and docs exists', () => {
  expect(documents).toContain('CONTRIBUTING.md')
  const mentions = documents.flatMap((document) => mentionsIn(document, readText(document)))
  expect(mentions.length).toBeGreaterThan(10)
  expect(mentions.filter((mention) => !exists(mention))).toEqual([])
})

test('the reading of documents finds a path that does not exist', () => {
  const text =
    'See `src/nowhere/a.ts`, `gone.md`, [that](docs/gone.md), [web](https://a.vn/x), `package.json`, `src/*/app.ts`, `npm test`.'
  const missing = mentionsIn('docs/page.md', text).filter((mention) => !exists(mention))
  expect(missing.map(({ path }) => path).toSorted()).toEqual(['docs/gone.md', 'gone.md', 'src/nowhere/a.ts'])
})

test('every npm script named in the documents exists', () => {
  const named = documents.flatMap((document) =>
    [...readText(document).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? ''),
  )
  expect(named.filter((name) => manifest.scripts[name] === undefined)).toEqual([])
})

test('no file names a path of the machine that it was written on', () => {
  const here = [`${dirname(root.replace(/\/$/, ''))}/`, `${homedir()}/`].filter((path) => path.length > 2)
  const texts = paths.filter((path) => !/\.(png|docx|xlsx|pdf|ttf|woff2?|tar|gz|zip|ico)$/.test(path))
  expect(texts.filter((path) => here.some((place) => readText(path).includes(place)))).toEqual([])
})

// — packages

test('versions are exact, at most twelve scripts', () => {
  const versions = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(
    Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
  ).toEqual([])
  expect(Object.keys(manifest.scripts).length).toBeLessThanOrEqual(12)
})

test('the lockfile names no registry and misses no platform', () => {
  expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
  expect(Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([])
  expect(listMissing(lock)).toEqual([])
})

test('a platform package that the lockfile misses is found and written down', () => {
  const parent = {
    version: '1.0.0',
    dev: true,
    optionalDependencies: { '@x/linux-arm64-musl': '1.0.0', '@x/win32-x64-msvc': '1.0.0' },
  }
  const cut = {
    packages: { '': {}, 'node_modules/x': parent, 'node_modules/@x/win32-x64-msvc': { version: '1.0.0' } },
  }
  expect(listMissing(cut).map(({ name }: { name: string }) => name)).toEqual(['@x/linux-arm64-musl'])
  const whole = completeLock(cut)
  expect(whole.packages['node_modules/@x/linux-arm64-musl']).toEqual({
    version: '1.0.0',
    cpu: ['arm64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  })
  expect(listMissing(whole)).toEqual([])
})

test('npm ci takes the lockfile as it is', () => {
  const { npm_execpath: npm } = process.env
  const [command, ...first] = npm?.endsWith('npm-cli.js') === true ? [process.execPath, npm] : ['npm']
  const answer = execFileSync(command, [...first, 'ci', '--dry-run', '--offline', '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  expect(answer).not.toContain('Missing')
})

// — start

/** Every file that a file imports, at once or later; packages by their names. */
function reachedFrom(
  path: string,
  follow: (item: { dynamic: boolean; typeOnly: boolean }) => boolean,
): Set<string> {
  const reached = new Set<string>()
  const visit = (at: string): void => {
    if (reached.has(at)) return
    reached.add(at)
    for (const item of sourceFile(at, readText(at)).imports.filter(
      (found) => !found.typeOnly && follow(found),
    )) {
      const target = targetOf(at, item.specifier)
      if (target === null) reached.add(item.specifier)
      else visit(target)
    }
  }
  visit(path)
  return reached
}

const packagesIn = (reached: Set<string>): string[] =>
  [...reached].filter((name) => !paths.includes(name) && !name.startsWith('node:'))

test.each([
  'bin/namhoc.mjs',
  'scripts/ensure.mjs',
  'scripts/test.mjs',
  'scripts/run.mjs',
  'scripts/dev.mjs',
  'scripts/check.mjs',
  'scripts/complete-lock.mjs',
])('%s starts with nothing but Node', (path) => {
  const reached = reachedFrom(path, ({ dynamic }) => !dynamic)
  expect(packagesIn(reached)).toEqual([])
})

test('the command line loads nothing but Node before the command is known', () => {
  expect(packagesIn(reachedFrom('src/cli/main.ts', ({ dynamic }) => !dynamic))).toEqual([])
})

test.each(['read', 'check'].filter((name) => existsSync(join(root, `src/cli/${name}.ts`))))(
  '%s loads no database code',
  (name) => {
    const reached = [...reachedFrom(`src/cli/${name}.ts`, () => true)]
    expect(
      reached.filter(
        (at) => at.startsWith('src/server/database/') || /^(pg|kysely|@electric-sql\/)/.test(at),
      ),
    ).toEqual([])
  },
)

test('what is run as a program may be run', () => {
  if (process.platform === 'win32') return
  const programs = ['.ci/run', ...Object.values(manifest.bin)]
  expect(programs.filter((path) => (statSync(join(root, path)).mode & 0o111) === 0)).toEqual([])
})

// — texts

const languages = { '.vi.ts': '.en.ts', '.en.ts': '.vi.ts' }

test('texts stand in both languages, the English ones in the shape of the Vietnamese', () => {
  const texts = paths.filter((path) => /\.(vi|en)\.ts$/.test(path))
  expect(texts.length).toBeGreaterThan(1)
  const alone = texts.filter((path) =>
    Object.entries(languages).some(
      ([own, other]) => path.endsWith(own) && !paths.includes(path.replace(own, other)),
    ),
  )
  expect(alone).toEqual([])
  const unheld = texts.filter(
    (path) =>
      path.endsWith('.en.ts') &&
      !/satisfies\s+typeof\s+\w+|:\s*typeof\s+\w+\s*=|:\s*\w+\s*=/.test(readText(path)),
  )
  expect(unheld).toEqual([])
})
