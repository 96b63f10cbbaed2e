import { describe, expect, test } from 'vitest'
import { openMemory } from './memory.ts'

/** Says what had to be made. */
function maker() {
  const made: string[] = []
  const make =
    (value: string, weight = 1) =>
    async () => {
      made.push(value)
      return { value, weight }
    }
  return { made, make }
}

describe('the memory of a server', () => {
  test('gives what was made under the same version, and makes it anew under another', async () => {
    const memory = openMemory(10)
    const { made, make } = maker()
    expect(await memory.recall('a', '1', make('first'))).toBe('first')
    expect(await memory.recall('a', '1', make('again'))).toBe('first')
    expect(await memory.recall('a', '2', make('second'))).toBe('second')
    expect(await memory.recall('a', '1', make('back'))).toBe('back')
    expect(made).toEqual(['first', 'second', 'back'])
  })

  test('forgets first what was not asked for longest', async () => {
    const memory = openMemory(3)
    const { made, make } = maker()
    for (const key of ['a', 'b', 'c', 'a', 'd']) await memory.recall(key, '1', make(key))
    for (const key of ['a', 'c', 'd', 'b']) await memory.recall(key, '1', make(`${key} again`))
    expect(made).toEqual(['a', 'b', 'c', 'd', 'b again'])
  })

  test('does not keep what is too heavy, nor what could not be made', async () => {
    const memory = openMemory(3)
    const { made, make } = maker()
    await memory.recall('heavy', '1', make('heavy', 4))
    await memory.recall('heavy', '1', make('heavy', 4))
    await memory.recall('light', '1', make('light', 3))
    await expect(
      memory.recall('broken', '1', async () => await Promise.reject(new Error('no database'))),
    ).rejects.toThrow('no database')
    expect(await memory.recall('broken', '1', make('mended', 0))).toBe('mended')
    await memory.recall('light', '1', make('light', 3))
    expect(made).toEqual(['heavy', 'heavy', 'light', 'mended'])
  })

  test('of two who ask at once both get an answer, and one of them is kept', async () => {
    const memory = openMemory(3)
    const { made, make } = maker()
    const both = await Promise.all([
      memory.recall('a', '1', make('one')),
      memory.recall('a', '1', make('two')),
    ])
    expect(both).toEqual(['one', 'two'])
    expect(both).toContain(await memory.recall('a', '1', make('three')))
    expect(made).toEqual(['one', 'two'])
  })
})
