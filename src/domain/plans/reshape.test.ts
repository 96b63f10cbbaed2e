import { expect, test } from 'vitest'
import type { PrintedUnit } from './plan-task.ts'
import { areNeighbours, joinTexts, joinUnits, mergedDuty, mergedTarget, mergedTask } from './reshape.ts'

const lead = { role: 'lead', printedName: 'Phòng Nội vụ', target: null } as const
const other = { role: 'coordinating', printedName: 'Phòng Y tế', target: null } as const

test.each([
  ['Kiểm tra ', ' nội bộ', 'Kiểm tra nội bộ'],
  ['', 'nội bộ', 'nội bộ'],
  ['', '', ''],
])('%o and %o make %o', (first, second, expected) => {
  expect(joinTexts(first, second)).toBe(expected)
})

test('a unit in both parts stands once, leading where it leads in one', () => {
  expect(joinUnits<PrintedUnit>([other], [lead, { ...other, role: 'lead' }])).toEqual([
    lead,
    { ...other, role: 'lead' },
  ])
  expect(joinUnits([], [])).toEqual([])
})

test('two rows make one task with the windows and units of both', () => {
  const window = { start: null, finish: { month: '2024-09' } } as const
  const later = { start: null, finish: { month: '2025-05' } } as const
  expect(
    mergedTask(
      { no: '1', title: 'Rà soát,', windows: [window], product: null, units: [lead] },
      { title: 'báo cáo', windows: [window, later], product: 'Báo cáo', units: [other, lead] },
    ),
  ).toEqual({
    no: '1',
    title: 'Rà soát, báo cáo',
    windows: [window, later],
    product: 'Báo cáo',
    units: [lead, other],
  })
})

test('two duties make one, two targets too', () => {
  expect(
    mergedDuty({ body: 'a', units: [], taskId: null }, { body: 'b', units: [lead], taskId: null }),
  ).toEqual({
    body: 'a b',
    units: [lead],
    taskId: null,
  })
  expect(
    mergedTarget(
      { statement: 'a', levels: ['MN'], due: null, value: 1 },
      { statement: 'b', levels: ['TH', 'MN'], due: { year: '2025' } },
    ),
  ).toEqual({ statement: 'a b', levels: ['MN', 'TH'], due: { year: '2025' }, value: 1 })
})

test('neighbours are those with nothing kept between them', () => {
  const items = [
    { id: 1, review: 'accepted' },
    { id: 2, review: 'discarded' },
    { id: 3, review: 'unreviewed' },
    { id: 4, review: 'added' },
  ]
  const are = (first: number, second: number) =>
    areNeighbours(
      items,
      (item) => item.id === first,
      (item) => item.id === second,
    )
  expect([are(1, 3), are(3, 4), are(1, 4), are(3, 1), are(4, 1), are(2, 3), are(9, 1)]).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
