import { expect, test } from 'vitest'
import type { z as zod } from 'zod'
import { z } from './schema-outline.ts'

// The stand-in is used under zod's types; here it is looked at as it is.
const outline = z as unknown as typeof zod

test('chains of any length are built and nothing is checked', () => {
  const schema = outline
    .object({ name: outline.string().trim().min(1).max(5), on: outline.iso.datetime().nullable() })
    .partial()
  expect(Object.keys(schema.shape)).toEqual(['name', 'on'])
  expect(() => schema.parse({})).toThrow('not checked in the browser')
  expect(() => outline.string().optional().safeParse('')).toThrow('not checked in the browser')
})

test('choices and fields stay readable, also through a chain', () => {
  expect(outline.enum(['late', 'open']).options).toEqual(['late', 'open'])
  expect([...outline.enum(['late']).options, 'done']).toEqual(['late', 'done'])
  const base = outline.object({ a: outline.string() })
  expect(Object.keys(base.extend({ b: outline.string() }).shape)).toEqual(['a', 'b'])
  expect(Object.keys({ ...base.shape })).toEqual(['a'])
})
