import { expect, test } from 'vitest'
import { diffLines } from './diff-lines.ts'

test('only what differs is named, inner records by their path, lists as a whole', () => {
  const before = { name: 'MN 8/3', contact: { phone: '1', site: null }, levels: ['preschool'], rank: 2 }
  const after = {
    name: 'MN Văn Đẩu',
    contact: { phone: '1', site: 'x.vn' },
    levels: ['preschool', 'primary'],
    rank: null,
  }
  expect(diffLines(before, after)).toEqual([
    { name: 'name', before: 'MN 8/3', after: 'MN Văn Đẩu', kind: 'changed' },
    { name: 'contact.site', before: null, after: 'x.vn', kind: 'added' },
    { name: 'levels', before: 'preschool', after: 'preschool; primary', kind: 'changed' },
    { name: 'rank', before: '2', after: null, kind: 'removed' },
  ])
})

test('zero and missing are not the same', () => {
  expect(diffLines({ pupils: 0 }, { pupils: null })).toEqual([
    { name: 'pupils', before: '0', after: null, kind: 'removed' },
  ])
})

test('what did not exist before is all added, what is gone all removed', () => {
  expect(diffLines(null, { a: 1 }).map((line) => line.kind)).toEqual(['added'])
  expect(diffLines({ a: 1 }, null).map((line) => line.kind)).toEqual(['removed'])
  expect(diffLines(null, undefined)).toEqual([])
})
