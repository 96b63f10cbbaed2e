import { describe, expect, test } from 'vitest'
import {
  checkNumbering,
  numberAnnexes,
  numberBody,
  pointLetter,
  readPointLetter,
  readRoman,
  romanNumeral,
} from './numbering.ts'
import type { Block } from './official-document.ts'

describe('Roman numerals', () => {
  test.each([
    [1, 'I'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [49, 'XLIX'],
    [1990, 'MCMXC'],
    [3999, 'MMMCMXCIX'],
  ])('%i is %s, both ways', (value, text) => {
    expect(romanNumeral(value)).toBe(text)
    expect(readRoman(text)).toBe(value)
  })

  test.each([0, -1, 1.5, 4000, Number.NaN])('%s has none', (value) => {
    expect(() => romanNumeral(value)).toThrow(RangeError)
  })

  test.each(['', 'IIII', 'VX', 'iv', 'IC', 'A', 'MMMM'])('%j is none', (text) => {
    expect(readRoman(text)).toBeNull()
  })
})

describe('letters of points', () => {
  test('go by the Vietnamese alphabet, without f, j, w and z', () => {
    const letters = Array.from({ length: 23 }, (_, index) => pointLetter(index + 1)).join('')
    expect(letters).toBe('abcdđeghiklmnopqrstuvxy')
  })

  test('double after the last', () => {
    expect(pointLetter(24)).toBe('aa')
    expect(readPointLetter('aa')).toBe(24)
  })

  test('are read back; f, ă and a mixture are no letters of points', () => {
    expect(readPointLetter('đ')).toBe(5)
    expect(['', 'f', 'w', 'ă', 'ab', 'A'].map(readPointLetter)).toEqual([null, null, null, null, null, null])
  })

  test('do not exist for 0', () => {
    expect(() => pointLetter(0)).toThrow(RangeError)
  })
})

describe('the numbers of a body', () => {
  const numbers = (blocks: readonly Block[]) =>
    blocks.map((block) => ('number' in block ? block.number : '-'))

  test('are given per kind, each kind starting again below the higher ones', () => {
    const body = numberBody([
      { kind: 'part', title: 'Một' },
      { kind: 'section', title: 'a' },
      { kind: 'clause', title: 'b' },
      { kind: 'point', text: 'c' },
      { kind: 'point', text: 'd' },
      { kind: 'clause', title: 'e' },
      { kind: 'point', text: 'f' },
      { kind: 'section', title: 'g' },
      { kind: 'clause', text: 'h' },
      { kind: 'part', title: 'Hai' },
      { kind: 'section', title: 'i' },
    ])
    expect(numbers(body)).toEqual(['I', 'I', '1', 'a', 'b', '2', 'a', 'II', '1', 'II', 'I'])
    expect(checkNumbering(body)).toEqual([])
  })

  test('articles count through all sections', () => {
    const body = numberBody([
      { kind: 'section' },
      { kind: 'article' },
      { kind: 'section' },
      { kind: 'article' },
    ])
    expect(numbers(body)).toEqual(['I', '1', 'II', '2'])
  })

  test('go on from a number that is given, and leave out what shall have none', () => {
    const body = numberBody([
      { kind: 'clause', number: '4' },
      { kind: 'clause', number: null },
      { kind: 'clause', number: '4.1' },
      { kind: 'clause' },
    ])
    expect(numbers(body)).toEqual(['4', null, '4.1', '5'])
  })

  test('of nothing are nothing', () => {
    expect(numberBody([])).toEqual([])
    expect(checkNumbering([])).toEqual([])
  })

  test('are found wanting at a gap, a repetition and the letter f', () => {
    const body: Block[] = [
      { kind: 'section', number: 'I' },
      { kind: 'section', number: 'III' },
      { kind: 'clause', number: '1' },
      { kind: 'clause', number: '1' },
      { kind: 'point', number: 'e' },
      { kind: 'point', number: 'f' },
    ]
    expect(checkNumbering(body)).toEqual([
      { index: 1, kind: 'section', number: 'III', expected: 'II' },
      { index: 3, kind: 'clause', number: '1', expected: '2' },
      { index: 4, kind: 'point', number: 'e', expected: 'a' },
      { index: 5, kind: 'point', number: 'f', expected: null },
    ])
  })
})

describe('annexes', () => {
  const annex = { title: 'T', landscape: false, body: [] }
  test('carry a number from two on', () => {
    expect(numberAnnexes([])).toEqual([])
    expect(numberAnnexes([annex]).map((entry) => entry.number)).toEqual([null])
    expect(numberAnnexes([annex, annex]).map((entry) => entry.number)).toEqual(['I', 'II'])
  })
})
