// Where a file stands: its area, its slice, its role; the ladder of slices and the folders beside it.
import { dirname, join } from 'node:path/posix'

export const areas = ['domain', 'contract', 'server', 'web', 'cli'] as const
export type Area = (typeof areas)[number]

/** Each slice may use only those before it. */
export const ladder = [
  'rights',
  'units',
  'people',
  'notices',
  'reading',
  'checking',
  'writing',
  'plans',
  'following',
  'forms',
  'submissions',
  'indicators',
  'targets',
  'allocation',
  'cascade',
  'reports',
  'overview',
  'disclosure',
]

/** Folders of an area that are no slice. */
export const grounds: Record<Area, string[]> = {
  domain: ['basics'],
  contract: [],
  server: ['platform', 'database', 'formats', 'demo'],
  web: ['platform', 'ui', 'shell'],
  cli: [],
}

export type Role = 'routes' | 'service' | 'queries' | 'test' | 'other'

export type Place = { area: Area | null; folder: string | null; slice: string | null; role: Role }

export function placeOf(path: string): Place {
  const [top, second, ...rest] = path.split('/')
  const area = areas.find((known) => top === 'src' && known === second) ?? null
  const folder = area !== null && rest.length > 1 ? (rest[0] ?? null) : null
  return { area, folder, slice: sliceOf(area, folder, rest.at(-1) ?? ''), role: roleOf(path) }
}

// contract/ has one file per slice instead of a folder: units.ts, or units-events.ts where one file is too long.
function sliceOf(area: Area | null, folder: string | null, fileName: string): string | null {
  if (area === 'contract')
    return ladder.find((slice) => fileName === `${slice}.ts` || fileName.startsWith(`${slice}-`)) ?? null
  return folder !== null && ladder.includes(folder) ? folder : null
}

export function roleOf(path: string): Role {
  if (/\.test\.tsx?$/.test(path)) return 'test'
  const role = /\.(routes|service|queries)\.ts$/.exec(path)?.[1]
  return role === 'routes' || role === 'service' || role === 'queries' ? role : 'other'
}

export function isTest(path: string): boolean {
  return roleOf(path) === 'test' || !path.startsWith('src/')
}

/** The file that an import of ours means, from the root; null for a package. */
export function targetOf(path: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return join(dirname(path), specifier)
  const [, top, rest] = /^#(\w+)\/(.+)$/.exec(specifier) ?? []
  if (top === undefined || rest === undefined) return null
  return top === 'test' || top === 'scripts' ? `${top}/${rest}` : `src/${top}/${rest}`
}
