import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import type { ReadHeader } from './reading.ts'
import { docxSource, tableOf, textSource } from './sample-sources.ts'

function header(text: string): ReadHeader {
  return readDocument(textSource(text)).document
}

const body =
  '\n\nCăn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;\nCăn cứ Quyết định số 99/QĐ-UBND ngày 01/02/2024 của Ủy ban nhân dân tỉnh;\n\nI. MỤC TIÊU\n1. Mục tiêu chung\nNâng cao chất lượng.\n'

describe('a header in the form of Decree 30/2020', () => {
  test('line by line', () => {
    const found = header(
      `ỦY BAN NHÂN DÂN\nPHƯỜNG CÁT BI\nSố: 48/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nCát Bi, ngày 05 tháng 9 năm 2025\n\nKẾ HOẠCH\nThực hiện nhiệm vụ năm học 2025-2026${body}`,
    )
    expect(found).toEqual({
      type: 'plan',
      number: '48/KH-UBND',
      date: '2025-09-05',
      issuer: 'ỦY BAN NHÂN DÂN PHƯỜNG CÁT BI',
      title: 'Thực hiện nhiệm vụ năm học 2025-2026',
      schoolYear: '2025-2026',
      at: {
        type: { line: 8 },
        number: { line: 3 },
        date: { line: 6 },
        issuer: { line: 1 },
        title: { line: 9 },
        schoolYear: { line: 9 },
      },
    })
  })

  test('its two columns on one line', () => {
    const found = header(
      `UBND QUẬN HẢI AN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHÒNG GIÁO DỤC VÀ ĐÀO TẠO        Độc lập - Tự do - Hạnh phúc\nSố: 12/BC-PGDĐT        Hải An, ngày 20 tháng 6 năm 2025\n\nBÁO CÁO\nTổng kết năm học 2024-2025${body}`,
    )
    expect(found).toMatchObject({
      type: 'report',
      number: '12/BC-PGDĐT',
      date: '2025-06-20',
      issuer: 'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO',
      title: 'Tổng kết năm học 2024-2025',
    })
  })

  test('in a table that only lays it out', () => {
    const frame = {
      ...tableOf(1, [
        [
          'UBND TỈNH X\nSỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 7/KH-SGDĐT',
          'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nX, ngày 03 tháng 02 năm 2025',
        ],
      ]),
      bordered: false,
    }
    const { document } = readDocument(
      docxSource([frame, 'KẾ HOẠCH', 'Tuyển sinh năm học 2025-2026', 'Căn cứ Luật Giáo dục;']),
    )
    expect(document).toMatchObject({
      number: '7/KH-SGDĐT',
      date: '2025-02-03',
      issuer: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
      title: 'Tuyển sinh năm học 2025-2026',
      at: { number: { table: 1, row: 1, column: 1 } },
    })
  })

  test('a number and a date left blank are not there', () => {
    const reading = readDocument(
      textSource(
        `UBND XÃ A\nSố:      /KH-UBND\nA, ngày     tháng     năm 2025\nKẾ HOẠCH\nNăm học 2025-2026${body}`,
      ),
    )
    expect(reading.document).toMatchObject({ number: null, date: null })
    expect(reading.notFound).toEqual(expect.arrayContaining(['number', 'date']))
  })

  test('numbers and dates of "Căn cứ" are never its own', () => {
    expect(header(`KẾ HOẠCH\nNăm học 2025-2026${body}`)).toMatchObject({ number: null, date: null })
  })
})

describe('titles', () => {
  test('over several lines, in capitals', () => {
    expect(header(`KẾ HOẠCH\nTRIỂN KHAI NHIỆM VỤ GIÁO DỤC VÀ ĐÀO TẠO\nNĂM HỌC 2025-2026${body}`).title).toBe(
      'TRIỂN KHAI NHIỆM VỤ GIÁO DỤC VÀ ĐÀO TẠO NĂM HỌC 2025-2026',
    )
  })

  test('that go on in small letters', () => {
    expect(header(`KẾ HOẠCH\nTriển khai nhiệm vụ giáo dục\nnăm học 2025 - 2026${body}`)).toMatchObject({
      title: 'Triển khai nhiệm vụ giáo dục năm học 2025 - 2026',
      schoolYear: '2025-2026',
    })
  })

  test('on the line of the type', () => {
    expect(header(`KẾ HOẠCH TUYỂN SINH NĂM HỌC 2025-2026${body}`).title).toBe('TUYỂN SINH NĂM HỌC 2025-2026')
  })
})

describe('a plan inside a decision', () => {
  test('has its own title, and the decision’s number and date', () => {
    const found = header(
      'UBND HUYỆN B\nSố: 88/QĐ-UBND\nB, ngày 10 tháng 8 năm 2025\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch năm học\n\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch.\n\nKẾ HOẠCH\nNăm học 2025-2026\n(Ban hành kèm theo Quyết định số 88/QĐ-UBND ngày 10/8/2025 của UBND huyện B)\n\nI. MỤC TIÊU\n',
    )
    expect(found).toMatchObject({
      type: 'plan',
      number: '88/QĐ-UBND',
      date: '2025-08-10',
      title: 'Năm học 2025-2026',
    })
  })

  test('also where only its own pages are there', () => {
    const found = header(
      'KẾ HOẠCH\nNăm học 2025-2026\n(Kèm theo Quyết định số 88/QĐ-UBND ngày 10 tháng 8 năm 2025 của UBND huyện B)\n\nI. MỤC TIÊU\n',
    )
    expect(found).toMatchObject({ type: 'plan', number: '88/QĐ-UBND', date: '2025-08-10' })
  })
})

describe('without a header', () => {
  test('the issuer stands in the signatures, or says more in the opening sentence', () => {
    expect(
      header('Năm học 2025-2026\n\nI. MỤC TIÊU\nNội dung.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n').issuer,
    ).toBe('ỦY BAN NHÂN DÂN')
    expect(
      header(
        'KẾ HOẠCH\nNăm học 2025-2026\nCăn cứ Luật Giáo dục;\nỦy ban nhân dân phường Cát Bi xây dựng kế hoạch như sau:\n\nTM. ỦY BAN NHÂN DÂN\n',
      ).issuer,
    ).toBe('Ủy ban nhân dân phường Cát Bi')
  })

  test('a title that begins in the middle is marked', () => {
    const reading = readDocument(
      textSource(
        'và phương hướng năm học 2025-2026\n\nCăn cứ Luật Giáo dục;\nPhòng Giáo dục và Đào tạo báo cáo kết quả năm học 2024-2025 như sau:\n',
      ),
    )
    expect(reading.document).toMatchObject({
      type: 'report',
      schoolYear: '2024-2025',
      issuer: 'Phòng Giáo dục và Đào tạo',
    })
    expect(reading.problems.map((problem) => problem.code)).toContain('title_cut')
  })

  test('a title with two school years gives the first, marked', () => {
    const reading = readDocument(
      textSource(`BÁO CÁO\nTổng kết năm học 2024-2025, nhiệm vụ năm học 2025-2026${body}`),
    )
    expect(reading.document.schoolYear).toBe('2024-2025')
    expect(reading.problems.map((problem) => [problem.code, problem.detail])).toContainEqual([
      'several_school_years',
      '2024-2025',
    ])
  })
})
