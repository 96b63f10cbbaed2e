import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { textSource } from './sample-sources.ts'

function laws(text: string): (string | null)[][] {
  return readDocument(textSource(text)).legalBases.map((law) => [
    law.type,
    law.number ?? law.name,
    law.date,
    law.issuer,
  ])
}

describe('legal documents cited', () => {
  test.each<[string, (string | null)[][]]>([
    [
      'Nghị định số 24/2021/NĐ-CP ngày 23/3/2021 của Chính phủ quy định việc quản lý',
      [['Nghị định', '24/2021/NĐ-CP', '2021-03-23', 'Chính phủ']],
    ],
    [
      'theo nghị định 24/2021/NĐ-CP ngày 23 tháng 3 năm 2021 của Chính phủ',
      [['Nghị định', '24/2021/NĐ-CP', '2021-03-23', 'Chính phủ']],
    ],
    [
      'Thông tư liên tịch số 13/2016/TTLT-BYT-BGDĐT của Bộ Y tế - Bộ Giáo dục và Đào tạo quy định',
      [['Thông tư liên tịch', '13/2016/TTLT-BYT-BGDĐT', null, 'Bộ Y tế - Bộ Giáo dục và Đào tạo']],
    ],
    [
      'Nghị quyết số 29-NQ/TW, Nghị quyết số 88/2014/QH13 của Quốc hội',
      [
        ['Nghị quyết', '29-NQ/TW', null, null],
        ['Nghị quyết', '88/2014/QH13', null, 'Quốc hội'],
      ],
    ],
    [
      'Chỉ thị số 18/CT-TTg ngày 16/5/2017 của Thủ tướng Chính phủ về việc',
      [['Chỉ thị', '18/CT-TTg', '2017-05-16', 'Thủ tướng Chính phủ']],
    ],
    ['Quyết định 1395/QĐ-SGDĐTngày 30/9/2020', [['Quyết định', '1395/QĐ-SGDĐT', '2020-09-30', null]]],
    [
      'Quyết định số 2400/QĐ-UBND của UBND thành phố Hải Phòng ban hành khung thời gian',
      [['Quyết định', '2400/QĐ-UBND', null, 'UBND thành phố Hải Phòng']],
    ],
    [
      'Luật Giáo dục năm 2019 và Luật An ninh mạng.',
      [
        ['Luật', 'Luật Giáo dục năm 2019', null, null],
        ['Luật', 'Luật An ninh mạng', null, null],
      ],
    ],
    [
      'Luật Giáo dục ngày 14/6/2019; Công văn 4567/BGDĐT-GDTrH ngày 05/8/2025 của Bộ GDĐT',
      [
        ['Công văn', '4567/BGDĐT-GDTrH', '2025-08-05', 'Bộ GDĐT'],
        ['Luật', 'Luật Giáo dục', '2019-06-14', null],
      ],
    ],
    [
      'Nghị quyết của Hội đồng nhân dân huyện số 15/NQ-HĐND ngày 20/12/2024',
      [['Nghị quyết', '15/NQ-HĐND', '2024-12-20', null]],
    ],
    [
      'Luật Phòng, chống tham nhũng; vi phạm pháp luật',
      [['Luật', 'Luật Phòng, chống tham nhũng', null, null]],
    ],
    ['kế hoạch tháng 5/2025, quyết định đầu tư 12/15 công trình, báo cáo ngày 12/5/2025', []],
    ['Nghị định số 31/2/2020', []],
  ])('%s', (text, expected) => expect(laws(text)).toEqual(expected))

  test('once each, with every place; what one citation leaves out another gives', () => {
    const reading = readDocument(
      textSource(
        'Theo Nghị định số 20/2014/NĐ-CP.\n\n- Thực hiện Nghị định số\n20/2014/NĐ-CP ngày 24/3/2014 của Chính phủ.',
      ),
    )
    expect(reading.legalBases).toEqual([
      {
        type: 'Nghị định',
        number: '20/2014/NĐ-CP',
        name: null,
        date: '2014-03-24',
        issuer: 'Chính phủ',
        citations: [{ line: 1 }, { line: 3 }],
      },
    ])
  })

  test('a day that does not exist is no date', () => {
    expect(laws('Quyết định số 5/QĐ-UBND ngày 31/2/2024 của UBND xã')).toEqual([
      ['Quyết định', '5/QĐ-UBND', null, 'UBND xã'],
    ])
  })
})
