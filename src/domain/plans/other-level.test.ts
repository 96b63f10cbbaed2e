import { describe, expect, test } from 'vitest'
import { isForOtherLevel, levelsNamed } from './other-level.ts'

test.each([
  ['các trường Mầm non', ['MN']],
  ['trẻ mẫu giáo, nhà trẻ', ['MN']],
  ['Trường TH Đằng Hải', ['TH']],
  ['Tiểu học và Trung học cơ sở', ['TH', 'THCS']],
  ['học sinh lớp 9', ['THCS']],
  ['học sinh lớp 5', ['TH']],
  ['lớp 10', ['THPT']],
  ['THPT', ['THPT']],
  ['53 lớp, th', []],
  ['Phòng Giáo dục và Đào tạo', []],
  ['', []],
] as const)('%o names %o', (text, expected) => {
  expect(levelsNamed(text)).toEqual(expected)
})

describe('work about one level led by schools of another', () => {
  test.each([
    ['Nâng cao chất lượng bữa ăn bán trú của trẻ mẫu giáo', ['các trường Tiểu học'], true],
    ['Ôn tập cho học sinh lớp 9', ['Các trường Mầm non', 'Các trường Tiểu học'], true],
    ['Ôn tập cho học sinh lớp 9', ['Các trường Tiểu học', 'Các trường THCS'], false],
    ['Ôn tập cho học sinh lớp 9', ['các nhà trường'], false],
    ['Ôn tập cho học sinh lớp 9', ['các trường Tiểu học', 'Phòng Giáo dục và Đào tạo'], false],
    ['Tuyển sinh vào lớp 6', ['các trường Tiểu học'], false],
    ['Thi vào lớp 10 THPT', ['các trường Trung học cơ sở'], false],
    ['Kiểm tra nội bộ', ['các trường Tiểu học'], false],
    ['Ôn tập cho học sinh lớp 9', [], false],
  ] as const)('%s, by %o: %s', (text, leads, expected) => {
    const units = leads.map((printedName) => ({ role: 'lead' as const, printedName, target: null }))
    expect(isForOtherLevel(text, units)).toBe(expected)
  })

  test('whoever only coordinates may be of any level', () => {
    const partner = { role: 'coordinating', printedName: 'các trường Tiểu học', target: null } as const
    expect(isForOtherLevel('Ôn tập cho học sinh lớp 9', [partner])).toBe(false)
  })
})
