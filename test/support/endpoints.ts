// Every endpoint of the contract by its name, so that a test over all of them takes in a new one by itself.
import { readdirSync } from 'node:fs'
import type { AnyEndpoint } from '#contract/endpoint.ts'

const folder = new URL('../../src/contract/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const modules = await Promise.all(
  files.map(async (name): Promise<Record<string, unknown>> => await import(new URL(name, folder).href)),
)

export const endpoints: ReadonlyMap<string, AnyEndpoint> = new Map(
  modules.flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('Contract'))
      // Every …Contract is a record of endpoints.
      .flatMap(([, contract]) => Object.entries(contract as Record<string, AnyEndpoint>)),
  ),
)
