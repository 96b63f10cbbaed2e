import { describe, expect, test } from 'vitest'
import { findUnstorable } from './storable-text.ts'

describe('text that no database holds', () => {
  test.each([
    ['nothing', null, null],
    ['a number', 0, null],
    ['an empty text', '', null],
    ['every other sign', '\u0001\ufffe\uffff 🏫 Trường', null],
    ['U+0000', 'a\0b', []],
    ['the first half of a pair', 'a\ud83c', []],
    ['the second half alone', '\udfebb', []],
    ['halves the wrong way round', '\udfeb\ud83c', []],
    ['deep inside', { a: [{ b: 'x' }, { b: '\0' }] }, ['a', '1', 'b']],
    ['the name of a field', { a: { '\0': 1 } }, ['a']],
    ['bytes', new Uint8Array(3), null],
  ])('%s', (_what, value, place) => {
    expect(findUnstorable(value)).toEqual(place)
  })

  test('is found below 100,000 levels', () => {
    let value: unknown = '\0'
    for (let level = 0; level < 100_000; level++) value = [value]
    expect(findUnstorable(value)).toHaveLength(100_000)
  })
})
