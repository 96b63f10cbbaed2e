import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { composeReport, type ReportGround, taskLine } from './compose.ts'

const ground: ReportGround = {
  issuer: { superior: null, name: 'ỦY BAN NHÂN DÂN\nQUẬN HẢI AN', place: 'Hải An' },
  symbolSuffix: 'UBND',
  signature: { authority: ['TM. ỦY BAN NHÂN DÂN'], name: null },
  recipients: ['Sở GD&ĐT'],
  year: 2025,
  figures: new Map([['a', { code: 'a', name: 'Học sinh', text: '0', why: null, source: '2 báo cáo' }]]),
  tasks: [],
}

describe('a report', () => {
  test('prints its figures with their source, a figure of zero as 0 and a missing one as a dash', () => {
    const document = composeReport(
      {
        about: 'Sơ kết',
        parts: [
          { kind: 'heading', text: 'Quy mô' },
          { kind: 'figures', codes: ['a', 'b'] },
          { kind: 'heading', text: 'Nhiệm vụ' },
          { kind: 'tasks' },
        ],
      },
      ground,
    )
    expect(document.number).toEqual({ text: null, symbol: 'BC-UBND' })
    const headings = document.body.filter((block) => block.kind === 'section')
    expect(headings.map((heading) => ('number' in heading ? heading.number : null))).toEqual(['I', 'II'])
    const [figures, tasks] = document.body.filter((block) => block.kind === 'table')
    expect(
      figures?.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell.runs[0]?.text))),
    ).toEqual([
      ['1', 'Học sinh', '0', '2 báo cáo'],
      ['2', 'b', '–', 'Không có chỉ số này'],
    ])
    expect(tasks?.rows).toEqual([])
  })
})

describe('a task in one line', () => {
  const base = { no: '25', title: 'Kiểm tra cuối kỳ', leads: ['Phòng GD&ĐT'] }
  test.each([
    [
      'two windows, one done: the open one speaks',
      [
        { dueOn: localDate('2024-12-31'), percent: 100, standing: { kind: 'done' } },
        { dueOn: localDate('2025-05-31'), percent: 0, standing: { kind: 'later' } },
      ],
      { dueOn: '2025-05-31', percent: 0, standing: { kind: 'later' } },
    ],
    [
      'two leads: the later one speaks',
      [
        { dueOn: localDate('2024-12-31'), percent: 40, standing: { kind: 'late', days: 20 } },
        { dueOn: localDate('2024-12-01'), percent: 80, standing: { kind: 'late', days: 50 } },
      ],
      { percent: 40, standing: { kind: 'late', days: 50 } },
    ],
    ['nobody leads yet', [], { dueOn: null, percent: 0, standing: { kind: 'open' } }],
  ] as const)('%s', (_fact, windows, expected) => {
    expect(taskLine(base, windows)).toMatchObject(expected)
  })
})
