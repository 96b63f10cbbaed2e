import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { checkDocument } from '#domain/writing/check-document.ts'
import type { ItemState } from './amendment.ts'
import { amendmentDocument, type PrintedAmendment } from './amendment-document.ts'

const schoolYear = parseSchoolYear('2024-2025')
if (schoolYear === null) throw new Error('no school year')
const plan = {
  title: 'Kế hoạch Thực hiện nhiệm vụ năm học 2024-2025',
  schoolYear,
  number: '60/KH-UBND',
  signedOn: localDate('2024-08-19'),
}
const letterhead = {
  issuer: { superior: null, name: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN', place: 'Hải An' },
  symbolSuffix: 'UBND',
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: null },
  recipients: ['Các trường học'],
}
const task = (over: object = {}): ItemState => ({
  kind: 'task',
  task: {
    no: '3',
    title: 'Mở các lớp bồi dưỡng',
    windows: [{ start: null, finish: { month: '2025-05' } }],
    product: null,
    units: [{ role: 'lead', printedName: 'Phòng GD&ĐT', target: null }],
    ...over,
  },
})
const amendment = (over: Partial<PrintedAmendment> = {}): PrintedAmendment => ({
  reason: 'Các lớp mở muộn do bão số 3.',
  number: null,
  signedOn: null,
  entries: [
    {
      kind: 'task',
      act: 'change',
      before: task(),
      after: task({ windows: [{ start: null, finish: { month: '2025-06' } }] }),
    },
    { kind: 'task', act: 'add', before: null, after: task({ no: '42', title: 'Ngày hội đọc sách' }) },
    { kind: 'task', act: 'end', before: task({ no: '7', title: 'Hội thi cũ' }), after: null },
  ],
  ...over,
})
const texts = (given: PrintedAmendment) => JSON.stringify(amendmentDocument(plan, letterhead, given))

describe('an amendment as a document', () => {
  test('names the plan that it amends, and leaves number and date blank until they are given', () => {
    const document = amendmentDocument(plan, letterhead, amendment())
    expect(document).toMatchObject({
      typeName: 'KẾ HOẠCH',
      about:
        'Điều chỉnh, bổ sung Kế hoạch số 60/KH-UBND ngày 19/08/2024 thực hiện nhiệm vụ năm học 2024-2025',
      number: { text: null, symbol: 'KH-UBND' },
      date: null,
    })
    const issued = amendment({ number: '71/KH-UBND', signedOn: localDate('2024-11-18') })
    expect(amendmentDocument(plan, letterhead, issued)).toMatchObject({
      number: { text: '71', symbol: 'KH-UBND' },
      date: '2024-11-18',
    })
  })

  test('sets what is changed side by side, and only that', () => {
    const table = amendmentDocument(plan, letterhead, amendment()).body.find(
      (block) => block.kind === 'table',
    )
    expect(table).toMatchObject({
      rows: [['Thời gian hoàn thành', 'Tháng 5/2025', 'Tháng 6/2025']],
    })
  })

  test('has a part for each kind of act that there is, numbered without gaps', () => {
    const parts = (given: PrintedAmendment) =>
      amendmentDocument(plan, letterhead, given).body.flatMap((block) =>
        block.kind === 'section' ? [`${block.number}. ${block.title}`] : [],
      )
    expect(parts(amendment())).toEqual([
      'I. Lý do điều chỉnh',
      'II. Nội dung điều chỉnh',
      'III. Nội dung bổ sung',
      'IV. Nội dung thôi thực hiện',
    ])
    const ends = amendment().entries.filter((entry) => entry.act === 'end')
    expect(parts(amendment({ entries: ends }))).toEqual([
      'I. Lý do điều chỉnh',
      'II. Nội dung thôi thực hiện',
    ])
    expect(texts(amendment({ entries: ends }))).toContain('Nhiệm vụ: 7. Hội thi cũ')
  })

  test('keeps the rules of official documents', () => {
    expect(checkDocument(amendmentDocument(plan, letterhead, amendment()))).toEqual([])
  })
})
