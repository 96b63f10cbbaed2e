import { expect, test } from 'vitest'
import type { LevelCode } from '#domain/reading/reading.ts'
import { targetTitle } from './target-title.ts'

test.each<[string, LevelCode[], string]>([
  ['với 12.246 học sinh', ['TH'], 'Tiểu học: 12.246 học sinh'],
  ['Tiểu học có 291 lớp', ['TH'], 'Tiểu học có 291 lớp'],
  ['Đạt 97%', ['MN', 'TH'], 'Mầm non, Tiểu học: Đạt 97%'],
  ['với 5 trường', [], 'với 5 trường'],
  ['Đạt 97%', ['MN', 'TH', 'THCS', 'THPT'], 'Đạt 97%'],
])('%s', (statement, levels, expected) => {
  expect(targetTitle({ statement, levels }, 'vi')).toBe(expected)
})
