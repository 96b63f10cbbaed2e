import { describe, expect, test } from 'vitest'
import { isUserName, proposeUserName } from './user-name.ts'

describe('a proposed user name', () => {
  test.each([
    ['Nguyễn Thị Lan', 'lannt'],
    ['Đỗ  Đức Đạt', 'datdd'],
    ['Lan', 'lan'],
    ['', ''],
    ["K'Brể H'Sia", 'hsiak'],
  ])('%s → %s', (fullName, expected) => expect(proposeUserName(fullName)).toBe(expected))
})

test('a user name has two to sixty plain characters and begins with a letter or digit', () => {
  expect(
    ['a', 'lannt', 'mn.hoahong-1', '.lan', 'Lan', 'lan anh', 'a'.repeat(60), 'a'.repeat(61)].map(isUserName),
  ).toEqual([false, true, true, false, false, false, true, false])
})
