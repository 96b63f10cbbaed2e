import { describe, expect, test } from 'vitest'
import { readSites, saySites, type Site } from './contact.ts'

const site = (name: string, address: string | null = null, main = false): Site => ({ name, address, main })

describe('the sites of a school in one cell', () => {
  const cases: [string, Site[]][] = [
    ['', []],
    ['Điểm chính', [site('Điểm chính', null, true)]],
    [
      'Điểm chính (12 Lê Lợi); Điểm Nam Hải',
      [site('Điểm chính', '12 Lê Lợi', true), site('Điểm Nam Hải', null)],
    ],
    ['Khu A (ngõ 5 (cũ: ngõ 3))', [site('Khu A', 'ngõ 5 (cũ: ngõ 3)', true)]],
  ]
  test.each(cases)('%s', (text, sites) => {
    expect(readSites(text)).toEqual(sites)
    expect(saySites(sites)).toBe(text)
  })
  test('stray separators and empty brackets say nothing', () => {
    expect(readSites(' ; Khu A ( ) ;; ')).toEqual([site('Khu A', null, true)])
  })
  test('the main one is written first', () => {
    expect(saySites([site('B'), site('A', null, true)])).toBe('A; B')
  })
})
