import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/basics/ids.ts'
import { newId } from './ids.ts'

describe('an id', () => {
  test('is a UUID of version 7 that begins with its millisecond', () => {
    expect(newId(Date.parse('2025-01-20T02:00:00Z'))).toMatch(
      /^01948170-2d00-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  test('of the same millisecond comes after those before it', () => {
    const made = Array.from({ length: 4000 }, () => newId<PersonId>(1_737_338_400_000))
    expect(made.every((id, index) => index === 0 || id > (made[index - 1] ?? ''))).toBe(true)
    expect(new Set(made).size).toBe(4000)
  })
})
