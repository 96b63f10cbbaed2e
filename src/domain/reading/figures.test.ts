import { describe, expect, test } from 'vitest'
import { readFigures } from './figures.ts'

/** A figure as a short line: kind, figures, unit. */
function lines(text: string): string[] {
  return readFigures(text.normalize('NFC')).map(({ from, to, at: _at, ...figure }) => {
    const { kind, unit, ...rest } = figure
    const values = Object.entries(rest).map(([name, value]) => `${name}=${String(value)}`)
    expect(text.slice(from, to)).toMatch(/\d/)
    return [kind, ...values, unit === null ? '' : `[${unit}]`].filter(Boolean).join(' ')
  })
}

describe('the figures of a sentence', () => {
  test.for<[string, string[]]>([
    // shares and fractions
    ['đạt 98,5%', ['percent percent=98.5 [%]']],
    ['đạt 97.78%', ['percent percent=97.78 [%]']],
    ['7.910 trẻ/9.232 (85,7%)', ['ratio numerator=7910 denominator=9232 percent=85.7 [trẻ]']],
    ['1.640/2.898 = 56,6%', ['ratio numerator=1640 denominator=2898 percent=56.6']],
    ['2.348/2.348=100%', ['ratio numerator=2348 denominator=2348 percent=100']],
    ['có 28/30 trường, đạt tỷ lệ 93,3%', ['ratio numerator=28 denominator=30 percent=93.3 [trường]']],
    ['đạt 93,3% (28/30 trường)', ['ratio numerator=28 denominator=30 percent=93.3 [trường]']],
    ['24/24 phường', ['ratio numerator=24 denominator=24 percent=null [phường]']],
    ['12.246 học sinh/291 lớp', ['count value=12246 [học sinh]', 'count value=291 [lớp]']],
    ['có 02 trường (5%) đạt chuẩn', ['percent percent=5 value=2 [trường]']],
    // ranges and bounds
    ['97-98%', ['percentRange min=97 max=98 [%]']],
    ['99 – 99,5%', ['percentRange min=99 max=99.5 [%]']],
    ['từ 80 đến 85%', ['percentRange min=80 max=85 [%]']],
    ['từ 80% đến 85%', ['percentRange min=80 max=85 [%]']],
    ['4-5 trường công lập', ['range min=4 max=5 [trường]']],
    ['trên 95% trẻ', ['atLeast min=95 strict=true [%]']],
    ['80% trở lên', ['atLeast min=80 [%]']],
    ['từ 99,5% trở lên', ['atLeast min=99.5 [%]']],
    ['ít nhất 02 trường', ['atLeast min=2 [trường]']],
    ['≥ 95%', ['atLeast min=95 [%]']],
    ['dưới 0,1%', ['atMost max=0.1 strict=true [%]']],
    ['không quá 35 học sinh/lớp', ['atMost max=35 [học sinh]']],
    ['0,5% trở xuống', ['atMost max=0.5 [%]']],
    // changes
    ['giảm 1,5% so với đầu năm', ['change value=1.5 direction=down baseline=đầu năm [%]']],
    [
      'tăng 286 học sinh so với năm học trước',
      ['change value=286 direction=up baseline=năm học trước [học sinh]'],
    ],
    ['giảm tỷ lệ lưu ban xuống dưới 0,5%', ['atMost max=0.5 strict=true [%]']],
    ['tăng từ 85% lên 90%', ['percent percent=90 [%]']],
    // how often
    ['ít nhất: 1 lần/ tháng', ['frequency min=1 period=month [lần]']],
    ['ít nhất 01 chuyên đề/cơ sở giáo dục/năm', ['frequency min=1 period=year [chuyên đề]']],
    ['ít nhất 1 lần/ năm học', ['frequency min=1 period=year [lần]']],
    ['02 buổi mỗi học kỳ', ['frequency min=2 period=term [buổi]']],
    ['mỗi tháng tổ chức ít nhất 01 lần', ['frequency min=1 period=month [lần]']],
    ['học 2 buổi/ngày', []],
    // counts, magnitudes, money
    ['22 trường, trong đó có 08 trường công lập', ['count value=22 [trường]', 'count value=8 [trường]']],
    ['52 nhóm, lớp mầm non', ['count value=52 [nhóm, lớp]']],
    ['178 nghìn học sinh', ['count value=178000 [học sinh]']],
    ['kinh phí 1,5 tỷ đồng', ['count value=1.5 [tỷ đồng]']],
    ['1.438 học sinh', ['count value=1438 [học sinh]']],
    ['21,600 em', ['count value=21600 [em]']],
    ['0 trường', ['count value=0 [trường]']],
    ['đạt 85,7%2, còn lại 14,3%', ['percent percent=85.7 [%]', 'percent percent=14.3 [%]']],
    ['tỷ suất 15/1.000', ['ratio numerator=15 denominator=1000 percent=null']],
    ['dưới 5‰', ['atMost max=5 strict=true [‰]']],
    [
      'tổng số 45 trường (18 công lập, 27 tư thục)',
      ['count value=45 [trường]', 'count value=18 [trường]', 'count value=27 [trường]'],
    ],
    // what counts nothing
    ['xếp thứ 10/114 xã, phường; trong nhóm 15 tỉnh dẫn đầu', []],
    ['theo Nghị định số 20/2014/NĐ-CP ngày 24/3/2014 của Chính phủ', []],
    ['năm học 2024-2025, giai đoạn 2021-2025, năm 2030', []],
    ['học sinh lớp 9, lớp 1,2,3 và trẻ 5 tuổi, trẻ 3-5 tuổi', []],
    ['Tháng 12/2024; quý II/2025; ngày 20/11', []],
    ['đạt mức độ 3, chu kỳ 2, mức 1, cấp độ 2', []],
    ['Chương trình giáo dục phổ thông 2018', []],
    ['trường Tiểu học Đông Hải 2.', []],
    ['phong trào “3 tốt”', []],
    ['', []],
  ])('%s', ([text, expected]) => {
    expect(lines(text)).toEqual(expected)
  })
})
