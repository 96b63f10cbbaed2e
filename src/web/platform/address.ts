import type { SchoolYear } from '#domain/basics/school-year.ts'
import type { ScreenPath, ScreenProps } from './registered.ts'
import { writeSearch } from './search-params.ts'

export type Standing = { unitCode: string; year: SchoolYear }

type Search = Readonly<Record<string, string | null | undefined>>

/** Parameters may be left out where the path has none, or only ones that may be missing. */
export type AddressParts<P extends string> =
  unknown extends ScreenProps<P>
    ? [params?: Record<never, never>, search?: Search]
    : [params: ScreenProps<P>, search?: Search]

/** '/HA/2024-2025/plans/0197…?view=board': the unit and the year first, then the screen, then what is open on it. */
export function addressAt<P extends ScreenPath>(
  standing: Standing,
  path: P,
  ...[params, search]: AddressParts<P>
): string {
  // By the type above an object of texts and nulls.
  const values = (params ?? {}) as Readonly<Record<string, string | null>>
  const segments = path.split('/').flatMap((segment) => {
    const name = /^(?:\{-)?\$(\w+)\}?$/.exec(segment)?.[1]
    const value = name === undefined ? segment : values[name]
    return value === null || value === undefined ? [] : [encodeURIComponent(value)]
  })
  return `/${[encodeURIComponent(standing.unitCode), standing.year, ...segments].join('/')}${writeSearch(search ?? {})}`
}
