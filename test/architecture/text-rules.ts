// Names, sizes and words in the code. Each rule answers a sentence per offence.
import { basename } from 'node:path/posix'
import type { Rule } from './import-rules.ts'
import { grounds, isTest, placeOf, roleOf } from './places.ts'
import { lineAt, type SourceFile } from './source-file.ts'

const forbiddenWords = /^(utils?|helpers?|common|misc|shared|managers?)$/

export const namesTellSomething: Rule = ({ path, code }) => {
  const words = path.split(/[/.-]/)
  const inPath = words
    .filter((word) => forbiddenWords.test(word))
    .map((word) => `${path}: “${word}” says nothing about what is in it`)
  const declared = [
    ...code.matchAll(/\b(?:function|const|let|class|type)\s+(\w*(?:[uU]tils?|[hH]elpers?|Manager))\b/g),
  ]
  return [
    ...inPath,
    ...declared.map((match) => `${path}: the name ${match[1]} says nothing about what it does`),
  ]
}

const roles: Record<string, RegExp> = {
  routes: /^src\/server\//,
  service: /^src\/server\//,
  queries: /^src\/server\//,
  test: /^(src|test|e2e|bench)\//,
  vi: /^src\/(web|cli|contract|server)\//,
  en: /^src\/(web|cli|contract|server)\//,
  d: /^src\/web\//,
}

/** A screen is routed and takes ids; the others take data and say what kind of thing they show. */
const components = /-(screen|view|dialog|form|table|badge)(\.test)?\.tsx$/

/** kebab-case, known role suffixes in their area, known folders. */
export const filesNamedAsAgreed: Rule = ({ path }) => {
  const offences: string[] = []
  const [stem = '', ...suffixes] = basename(path).split('.').slice(0, -1)
  const segments = [...path.split('/').slice(0, -1), stem]
  if (segments.some((segment) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(segment)))
    offences.push(`${path} is not in kebab-case`)
  for (const suffix of suffixes) {
    const where = roles[suffix]
    if (where === undefined) offences.push(`${path}: .${suffix} is no role of a file`)
    else if (!where.test(path)) offences.push(`${path}: .${suffix} has no place here`)
  }
  const { area, folder, slice } = placeOf(path)
  if (area !== null && folder !== null && slice === null && !grounds[area].includes(folder))
    offences.push(`${path}: the folder ${folder} is neither a slice nor a ground of ${area}`)
  if (area === 'web' && slice !== null && path.endsWith('.tsx') && !components.test(path))
    offences.push(`${path}: a component of a slice is a -screen or shows data as a -view, -dialog, -form, …`)
  return offences
}

/** A file over its length opens with the reason: "long because: …". */
export const filesAreShort: Rule = ({ path, text }) => {
  const lines = text.trimEnd().split('\n')
  const most = roleOf(path) === 'test' ? 500 : 300
  if (lines.length <= most || lines.slice(0, 5).some((line) => line.includes('long because:'))) return []
  return [`${path} has ${lines.length} lines, at most ${most} without “long because:” at its head`]
}

export const domainKnowsNoClock: Rule = (file) => {
  const { area } = placeOf(file.path)
  if ((area !== 'domain' && area !== 'contract') || isTest(file.path)) return []
  return findCode(
    file,
    /\bnew\s+Date\s*(?:\(\s*\)|(?![\s(\w]))|\bDate\s*\.\s*now\b|(?<!new\s)\bDate\s*\(\s*\)|\bMath\s*\.\s*random\b/g,
    'the clock and chance are arguments',
  )
}

const writes = /\.\s*(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\s*\(/g

export const sqlStandsInQueries: Rule = (file) => {
  const { area, folder, role } = placeOf(file.path)
  if (
    area === null ||
    isTest(file.path) ||
    (area === 'server' && (role === 'queries' || folder === 'database'))
  )
    return []
  return findCode(file, writes, 'the database is asked in *.queries.ts')
}

export const columnsAreNamed: Rule = (file) => {
  // A backup carries every column of every table, also those that a later version adds.
  if (!file.path.startsWith('src/') || file.path === 'src/server/database/backup.ts') return []
  const star = [...file.text.matchAll(/\bselect\s+(?:\w+\.)?\*/gi)].map(
    (match) => `${file.path}:${lineAt(file.text, match.index)} select *: name the columns`,
  )
  return [...star, ...findCode(file, /\.\s*(selectAll|returningAll)\s*\(/g, 'name the columns')]
}

export const noDefaultExports: Rule = (file) =>
  findCode(file, /\bexport\s+default\b|\bexport\s*\{[^}]*\bas\s+default\b/g, 'exports are named')

/** Who silences a rule says why. */
export const suppressionsSayWhy: Rule = ({ path, comments }) =>
  comments.split('\n').flatMap((line, index) => {
    const at = `${path}:${index + 1}`
    if (/eslint-disable|@ts-(?:ignore|nocheck)|biome-ignore(?! format:)/.test(line))
      return [`${at} silences a tool that is not ours or too much of it`]
    if (/oxlint-disable/.test(line) && !/oxlint-disable(?:-next-line|-line)?\s+\S+.*\s--\s+\w/.test(line))
      return [`${at} silences a rule without its name and “-- why”`]
    return []
  })

/** `as` overrules the compiler: a comment on the line or just above it gives the reason. */
export const castsSayWhy: Rule = (file) => {
  if (isTest(file.path)) return []
  const comments = file.comments.split('\n')
  return file.code.split('\n').flatMap((line, index) => {
    if (/^\s*(import|export)\b.*\bfrom\b|^\s*(type\s+)?\w+\s+as\s+\w+,?\s*$/.test(line)) return []
    if (!/[\w)\]}'"`]\s+as\s+(?!const\b)[\w{([]/.test(line)) return []
    const near = comments.slice(Math.max(0, index - 3), index + 1)
    return near.some((comment) => comment.trim() !== '')
      ? []
      : [`${file.path}:${index + 1} casts without a comment that says why`]
  })
}

function findCode(file: SourceFile, pattern: RegExp, offence: string): string[] {
  return [...file.code.matchAll(pattern)].map(
    (match) => `${file.path}:${lineAt(file.code, match.index)} ${match[0].trim()}: ${offence}`,
  )
}
