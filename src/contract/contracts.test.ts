import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { AnyEndpoint } from './endpoint.ts'

const files = readdirSync(new URL('.', import.meta.url)).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
)
const modules = await Promise.all(
  files.map(
    async (name): Promise<Record<string, unknown>> => await import(new URL(name, import.meta.url).href),
  ),
)
const endpoints = modules
  .flatMap((module) => Object.entries(module).filter(([name]) => name.endsWith('Contract')))
  // Every …Contract is a record of endpoints, by the rule of this folder.
  .flatMap(([, contract]) => Object.entries(contract as Record<string, AnyEndpoint>))

function typesIn(schema: z.ZodType, seen = new Set<unknown>()): string[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { def } = schema._zod
  const parts = Object.values(def as unknown as Record<string, unknown>).flatMap((value): unknown[] =>
    Array.isArray(value)
      ? value
      : value !== null && typeof value === 'object' && !('_zod' in value)
        ? Object.values(value)
        : [value],
  )
  const schemas = parts.filter(
    (part): part is z.ZodType => typeof part === 'object' && part !== null && '_zod' in part && 'def' in part,
  )
  return [def.type, ...schemas.flatMap((part) => typesIn(part, seen))]
}

describe('the open interface', () => {
  test('has its endpoints, each path and method once', () => {
    expect(endpoints.length).toBeGreaterThan(50)
    const doors = endpoints.map(
      ([, endpoint]) => `${endpoint.method} ${endpoint.path.replaceAll(/:\w+/g, ':x')}`,
    )
    expect(doors.filter((door, index) => doors.indexOf(door) !== index)).toEqual([])
  })

  test.each(endpoints)(
    '%s answers with plain values: a reply that transforms cannot be written',
    (_name, endpoint) => {
      expect(typesIn(endpoint.reply).filter((type) => type === 'transform')).toEqual([])
    },
  )
})
