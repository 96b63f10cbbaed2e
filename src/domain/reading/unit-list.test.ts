import { describe, expect, test } from 'vitest'
import { readUnitList } from './unit-list.ts'

function names(text: string): string[] {
  return readUnitList(text).units.map((unit) => unit.name)
}

describe('single units', () => {
  test.each<[string, string[]]>([
    ['Phòng Nội vụ', ['Phòng Nội vụ']],
    ['Phòng Giáo dục và Đào tạo, các trường học', ['Phòng Giáo dục và Đào tạo', 'các trường học']],
    ['Phòng  Nội vụ; Công an quận.', ['Phòng Nội vụ', 'Công an quận']],
    ['- Phòng Nội vụ\n- Phòng Y tế', ['Phòng Nội vụ', 'Phòng Y tế']],
    ['Phòng Nội vụ\nPhòng Y tế', ['Phòng Nội vụ', 'Phòng Y tế']],
    ['Phòng Nội vụ và Phòng Y tế', ['Phòng Nội vụ', 'Phòng Y tế']],
    ['Phòng Nội vụ và các trường học', ['Phòng Nội vụ', 'các trường học']],
    ['Sở GD&ĐT, UBND các xã, phường', ['Sở GD&ĐT', 'UBND các xã, phường']],
    ['Ủy ban nhân dân các phường, trường học', ['Ủy ban nhân dân các phường', 'trường học']],
    [
      'Quận đoàn, Hội Khuyến học quận và Liên đoàn Lao động quận',
      ['Quận đoàn', 'Hội Khuyến học quận', 'Liên đoàn Lao động quận'],
    ],
    [
      'Phòng VH-XH (bộ phận giáo dục, y tế), Công an xã',
      ['Phòng VH-XH (bộ phận giáo dục, y tế)', 'Công an xã'],
    ],
    ['Hiệu trưởng các trường', ['Hiệu trưởng các trường']],
  ])('%j', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('words left out are filled in', () => {
  test.each<[string, string[]]>([
    [
      'Phòng Nội vụ, Giáo dục và Đào tạo, các trường học',
      ['Phòng Nội vụ', 'Phòng Giáo dục và Đào tạo', 'các trường học'],
    ],
    ['Phòng Giáo dục và Đào tạo, Nội vụ;', ['Phòng Giáo dục và Đào tạo', 'Phòng Nội vụ']],
    ['Các phòng: Nội vụ, Kinh tế', ['Phòng Nội vụ', 'Phòng Kinh tế']],
    ['các phòng Nội vụ, Kinh tế', ['phòng Nội vụ', 'phòng Kinh tế']],
    [
      'Các phòng: Tài chính - Kế hoạch, Quản lý đô thị, Văn phòng Hội đồng nhân dân và Ủy ban nhân dân, Ủy ban nhân dân các phường',
      [
        'Phòng Tài chính - Kế hoạch',
        'Phòng Quản lý đô thị',
        'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
        'Ủy ban nhân dân các phường',
      ],
    ],
    ['Sở Nội vụ, Tài chính', ['Sở Nội vụ', 'Sở Tài chính']],
    ['Các sở: Tài chính, Nội vụ; Công an tỉnh', ['Sở Tài chính', 'Sở Nội vụ', 'Công an tỉnh']],
    ['các trường mầm non, tiểu học', ['các trường mầm non', 'các trường tiểu học']],
    [
      'Các trường Mầm non, Tiểu học và Trung học cơ sở',
      ['Các trường Mầm non', 'Các trường Tiểu học', 'Các trường Trung học cơ sở'],
    ],
    ['các trường MN, TH, THCS', ['các trường MN', 'các trường TH', 'các trường THCS']],
    [
      'Trưởng khối thi đua Mầm non, Tiểu học, Trung học cơ sở',
      ['Trưởng khối thi đua Mầm non', 'Trưởng khối thi đua Tiểu học', 'Trưởng khối thi đua Trung học cơ sở'],
    ],
    [
      'Ban Chỉ đạo phổ cập giáo dục quận, phường, các trường học',
      ['Ban Chỉ đạo phổ cập giáo dục quận', 'Ban Chỉ đạo phổ cập giáo dục phường', 'các trường học'],
    ],
    ['Ban Chỉ đạo xóa mù chữ huyện, xã', ['Ban Chỉ đạo xóa mù chữ huyện', 'Ban Chỉ đạo xóa mù chữ xã']],
    ['trường MN Thành Tô, TH Thành Tô', ['trường MN Thành Tô', 'trường TH Thành Tô']],
    ['UBND phường Cát Bi, Đằng Lâm', ['UBND phường Cát Bi', 'UBND phường Đằng Lâm']],
    ['UBND các phường: Cát Bi, Đằng Lâm', ['UBND phường Cát Bi', 'UBND phường Đằng Lâm']],
    ['Phòng Nội vụ và Tài chính - Kế hoạch', ['Phòng Nội vụ', 'Phòng Tài chính - Kế hoạch']],
  ])('%j', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('what stays whole', () => {
  test.each<[string, string[]]>([
    ['Các phòng, ban, đơn vị liên quan', ['Các phòng, ban, đơn vị liên quan']],
    ['Các phòng, ban liên quan; các trường học', ['Các phòng, ban liên quan', 'các trường học']],
    [
      'Các phòng ban, đơn vị liên quan, các trường học',
      ['Các phòng ban, đơn vị liên quan', 'các trường học'],
    ],
    [
      'Các phòng, đơn vị, Uỷ ban nhân dân các phường, các cơ sở giáo dục',
      ['Các phòng, đơn vị', 'Uỷ ban nhân dân các phường', 'các cơ sở giáo dục'],
    ],
    ['các sở, ban, ngành và đoàn thể tỉnh', ['các sở, ban, ngành và đoàn thể tỉnh']],
    ['UBND các phường, xã', ['UBND các phường, xã']],
    ['UBND các xã, phường, thị trấn; Công an huyện', ['UBND các xã, phường, thị trấn', 'Công an huyện']],
    ['Văn phòng HĐND và UBND', ['Văn phòng HĐND và UBND']],
    [
      'Văn phòng HĐND-UBND, các phòng liên quan, UBND các phường, các trường học',
      ['Văn phòng HĐND-UBND', 'các phòng liên quan', 'UBND các phường', 'các trường học'],
    ],
    [
      'Văn phòng Hội đồng nhân và Ủy ban nhân dân, Ủy ban nhân dân các phường',
      ['Văn phòng Hội đồng nhân và Ủy ban nhân dân', 'Ủy ban nhân dân các phường'],
    ],
    ['Văn phòng HĐND và UBND và Phòng Nội vụ', ['Văn phòng HĐND và UBND', 'Phòng Nội vụ']],
    ['Phòng Lao động - Thương binh và Xã hội', ['Phòng Lao động - Thương binh và Xã hội']],
    ['Sở Văn hóa, Thể thao và Du lịch, Sở Nội vụ', ['Sở Văn hóa, Thể thao và Du lịch', 'Sở Nội vụ']],
    ['Phòng Kinh tế, Hạ tầng và Đô thị', ['Phòng Kinh tế, Hạ tầng và Đô thị']],
    [
      'Trung tâm Giáo dục nghề nghiệp và Giáo dục thường xuyên',
      ['Trung tâm Giáo dục nghề nghiệp và Giáo dục thường xuyên'],
    ],
    ['Trung tâm Văn hóa - Thông tin và Thể thao', ['Trung tâm Văn hóa - Thông tin và Thể thao']],
    [
      'Ban Quản lý Dự án Đầu tư và Xây dựng quận, UBND phường Thành Tô',
      ['Ban Quản lý Dự án Đầu tư và Xây dựng quận', 'UBND phường Thành Tô'],
    ],
    ['trường Tiểu học và Trung học cơ sở Đông Hải 2', ['trường Tiểu học và Trung học cơ sở Đông Hải 2']],
    ['Thường trực Hội đồng Thi đua - Khen thưởng quận;', ['Thường trực Hội đồng Thi đua - Khen thưởng quận']],
    [
      'Phòng Quản lý đô thị, Công an, các ngành có liên quan',
      ['Phòng Quản lý đô thị', 'Công an', 'các ngành có liên quan'],
    ],
  ])('%j', (text, expected) => expect(names(text)).toEqual(expected))
})

describe('how far a text is a list of units', () => {
  test.each([
    'Phòng Nội vụ',
    'Công an quận, phòng Y tế',
    'Các trường Tiểu học',
    'BCĐ xây dựng trường chuẩn Quốc gia quận, Uỷ ban nhân dân phường Thành Tô',
    'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
  ])('%j has no fault', (text) => {
    expect(readUnitList(text).faults).toBe(0)
  })

  test.each([
    '',
    'Phòng',
    'Phòng Giáo',
    'Phòng Giáo dục và',
    'Phòng Tài chính - Kế',
    'Phòng Nội vụ,',
    'Phòng Nội vụ Phòng Giáo dục và Đào tạo',
    'Phòng Giáo dục và Đào tạo Các trường học',
    'Ủy ban nhân',
    'Tổ chức thi giáo viên giỏi',
    'năm học 2024-2025',
  ])('%j is at fault', (text) => {
    expect(readUnitList(text).faults).toBeGreaterThanOrEqual(3)
  })
})
