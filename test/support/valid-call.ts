// Values that a schema of the contract takes, made from the schema itself: hostile tests begin with what is right and
// spoil one place of it.
import type { z } from 'zod'
import type { AnyEndpoint } from '#contract/endpoint.ts'

/** What stands for a field of this name: ids of things that are there. */
export type Known = Readonly<Record<string, unknown>>

const candidates: readonly unknown[] = [
  'Chữ thường',
  '2025-01-20',
  '2024-2025',
  'ten.dang.nhap',
  'k1.pupils',
  '2025-01-20T00:00:00Z',
  'can.bo@example.vn',
  '2024-10',
  '2024-Q3',
  '2024',
  'a'.repeat(64),
  '12',
  '01916893-c380-7056-b963-9e97c612ee16',
  1,
  0,
  2025,
  true,
]

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  options?: z.ZodType[]
  innerType?: z.ZodType
  in?: z.ZodType
  entries?: Record<string, unknown>
  values?: unknown[]
  keyType?: z.ZodType
  valueType?: z.ZodType
}

/** Several where the schema has several faces: each option of a union once, else one. */
export function validValues(schema: z.ZodType, known: Known, name = ''): unknown[] {
  if (name in known && schema.safeParse(known[name]).success) return [known[name]]
  // zod types what it is made of per kind; here all kinds are walked.
  const def = schema._zod.def as unknown as Def
  switch (def.type) {
    case 'object':
      return objectsOf(def.shape ?? {}, known)
    case 'array':
      return def.element === undefined ? [[]] : validValues(def.element, known, name).map((value) => [value])
    case 'union':
      return (def.options ?? []).flatMap((option) => validValues(option, known, name))
    case 'nullable':
    case 'optional':
    case 'default':
      return def.innerType === undefined ? [] : validValues(def.innerType, known, name)
    case 'pipe':
      return def.in === undefined ? [] : validValues(def.in, known, name)
    case 'enum':
      return Object.values(def.entries ?? {}).slice(0, 1)
    case 'literal':
      return (def.values ?? []).slice(0, 1)
    case 'record': {
      const [key] = def.keyType === undefined ? [] : validValues(def.keyType, known, name)
      const [value] = def.valueType === undefined ? [] : validValues(def.valueType, known, name)
      return [{ [String(key)]: value }]
    }
    default: {
      const found = candidates.find((value) => schema.safeParse(value).success)
      if (found === undefined) throw new Error(`no value is known for "${name}" (${def.type})`)
      return [found]
    }
  }
}

function objectsOf(shape: Record<string, z.ZodType>, known: Known): Record<string, unknown>[] {
  const faces = Object.entries(shape).map(
    ([name, schema]) => [name, validValues(schema, known, name)] as const,
  )
  const first = Object.fromEntries(faces.map(([name, values]) => [name, values[0]]))
  return [
    first,
    ...faces.flatMap(([name, values]) => values.slice(1).map((value) => ({ ...first, [name]: value }))),
  ]
}

/** The address of a call that the endpoint takes. */
export function validUrl(endpoint: AnyEndpoint, known: Known): string {
  const [params] = validValues(endpoint.params, known)
  const [query] = validValues(endpoint.query, known)
  return urlOf(endpoint, params as Record<string, unknown>, query as Record<string, unknown>)
}

export function urlOf(
  endpoint: AnyEndpoint,
  params: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return search.size === 0 ? path : `${path}?${search}`
}

export type Place = readonly (string | number)[]

/** Every place of a value that holds what `is` picks. */
export function placesOf(value: unknown, is: (leaf: unknown) => boolean, at: Place = []): Place[] {
  if (is(value)) return [at]
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, is, [...at, index]))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, item]) => placesOf(item, is, [...at, name]))
}

/** The same value with another one at a place. */
export function spoilt(value: unknown, [step, ...rest]: Place, by: unknown): unknown {
  if (step === undefined) return by
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? spoilt(item, rest, by) : item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, name === step ? spoilt(item, rest, by) : item]),
  )
}
