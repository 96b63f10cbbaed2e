import { describe, expect, test } from 'vitest'
import { moveForKey, rowForTyped, type TreeNode, visibleRows } from './tree-rows.ts'

function leaf(id: string, text: string): TreeNode {
  return { id, text, children: [] }
}

const tree: TreeNode[] = [
  {
    id: 'ha',
    text: 'UBND quận Hải An',
    children: [leaf('gd', 'Phòng GD&ĐT'), { id: 'dl', text: 'Phường Đằng Lâm', children: null }],
  },
  leaf('ka', 'UBND quận Kiến An'),
]
const rows = visibleRows(tree, new Set(['ha']))

describe('the lines of a tree', () => {
  test('only what is open is seen, with its level and place', () => {
    expect(rows.map((row) => [row.node.id, row.level, row.position, row.size, row.parent])).toEqual([
      ['ha', 1, 1, 2, null],
      ['gd', 2, 1, 2, 0],
      ['dl', 2, 2, 2, 0],
      ['ka', 1, 2, 2, null],
    ])
  })

  test('a leaf said to be open is not', () => {
    expect(visibleRows(tree, new Set(['ka'])).map((row) => row.opened)).toEqual([false, false])
  })

  test('no node, no line', () => {
    expect(visibleRows([], new Set(['x']))).toEqual([])
  })

  test('3,000 nodes laid open are 3,000 lines', () => {
    const many = Array.from({ length: 3 }, (_, ward) => ({
      id: `w${ward}`,
      text: `Phường ${ward}`,
      children: Array.from({ length: 999 }, (_each, school) =>
        leaf(`w${ward}s${school}`, `Trường ${school}`),
      ),
    }))
    expect(visibleRows(many, new Set(['w0', 'w1', 'w2']))).toHaveLength(3000)
  })
})

describe('keys in a tree', () => {
  test.each([
    [0, 'ArrowDown', { go: 1 }],
    [3, 'ArrowDown', { go: 3 }],
    [0, 'ArrowUp', { go: 0 }],
    [1, 'End', { go: 3 }],
    [0, 'ArrowRight', { go: 1 }],
    [2, 'ArrowRight', { open: ['dl'] }],
    [1, 'ArrowRight', null],
    [0, 'ArrowLeft', { close: 'ha' }],
    [2, 'ArrowLeft', { go: 0 }],
    [3, 'ArrowLeft', null],
    [1, '*', { open: ['dl'] }],
    [9, 'ArrowDown', null],
  ])('from line %d the key %s does %j', (at, key, move) => {
    expect(moveForKey(rows, at, key)).toEqual(move)
  })

  test('letters without accents find the next line that begins so, going round', () => {
    expect([rowForTyped(rows, 0, 'p'), rowForTyped(rows, 1, 'p'), rowForTyped(rows, 2, 'p')]).toEqual([
      1, 2, 1,
    ])
    expect(rowForTyped(rows, 0, 'phuong')).toBe(2)
    expect(rowForTyped(rows, 0, 'xyz')).toBeNull()
  })
})
