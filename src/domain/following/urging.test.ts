import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { aftermathOf, mayUrge, stepAfter, urgingText } from './urging.ts'

const today = localDate('2025-01-20')

test.for([
  [-1, 'first'],
  [0, 'first'],
  [1, 'again'],
  [2, 'leader'],
  [9, 'leader'],
] as const)('after %d urgings without an answer comes: %s', ([unanswered, step]) => {
  expect(stepAfter(unanswered)).toBe(step)
})

test.for([
  ['late', { kind: 'late', days: 3 }, null, true],
  ['due soon', { kind: 'due_soon', days: 0 }, '2025-01-19', true],
  ['urged today', { kind: 'late', days: 3 }, '2025-01-20', false],
  ['under way', { kind: 'open' }, null, false],
  ['not begun', { kind: 'later' }, null, false],
  ['done', { kind: 'done' }, null, false],
] as const)('may be urged: %s', ([, standing, last, expected]) => {
  expect(mayUrge(standing, last === null ? null : localDate(last), today)).toBe(expected)
})

describe('what followed', () => {
  const done = { doneOn: today, reportedSince: true }
  const reported = { doneOn: null, reportedSince: true }
  const still = { doneOn: null, reportedSince: false }
  test.for([
    [[], 'nothing'],
    [[still], 'nothing'],
    [[still, reported], 'reported'],
    [[still, done], 'reported'],
    [[done, done], 'done'],
  ] as const)('%#', ([items, expected]) => {
    expect(aftermathOf(items)).toBe(expected)
  })
})

test('the text for a chat group names unit, work, day and how late', () => {
  const text = urgingText(
    [
      {
        unitName: 'TH Cát Bi',
        items: [
          {
            no: '2',
            title: 'Kiểm tra nội bộ',
            dueOn: localDate('2024-12-31'),
            standing: { kind: 'late', days: 14 },
          },
          {
            no: null,
            title: 'Họp sơ kết',
            dueOn: localDate('2025-01-24'),
            standing: { kind: 'due_soon', days: 4 },
          },
        ],
      },
      {
        unitName: 'MN Hoa Sen',
        items: [{ no: '3', title: 'Y tế', dueOn: null, standing: { kind: 'open' } }],
      },
    ],
    { issuerName: 'UBND quận Hải An', today, message: 'Báo cáo trước 22/01.' },
  )
  expect(text).toBe(
    [
      'UBND quận Hải An đôn đốc việc trễ và sắp đến hạn (ngày 20/01/2025)',
      'Báo cáo trước 22/01.',
      '',
      'TH Cát Bi:',
      '- 2. Kiểm tra nội bộ (hạn 31/12/2024, trễ 14 ngày làm việc)',
      '- Họp sơ kết (hạn 24/01/2025, còn 4 ngày làm việc)',
      '',
      'MN Hoa Sen:',
      '- 3. Y tế',
    ].join('\n'),
  )
})
