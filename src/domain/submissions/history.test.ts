import { expect, test } from 'vitest'
import { cellsFromSteps, lastMove, lastTyped, openReturn, type Step, type StepContent } from './history.ts'

const step = (
  minute: number,
  personName: string,
  content: StepContent,
  comment: string | null = null,
): Step => ({ ...content, at: `2025-01-20T03:0${minute}:00Z`, personName, comment })

const steps: Step[] = [
  step(0, 'Cúc', { move: 'save', changed: { 'k1.pupils': [null, 30], 'k1.classes': [null, 1] } }),
  step(1, 'Mai', { move: 'save', changed: { 'k1.pupils': [30, 31] } }),
  step(2, 'Mai', { move: 'send', cells: [1, 31] }),
  step(3, 'Hùng', { move: 'return', comments: { 'k1.pupils': 'Xem lại' } }, 'Lệch với tháng trước'),
  step(4, 'Cúc', { move: 'save', changed: { 'k1.pupils': [31, 32] } }),
]

test('each cell knows the last hand on it', () => {
  expect([...lastTyped(steps)]).toEqual([
    ['k1.pupils', { value: 32, at: '2025-01-20T03:04:00Z', personName: 'Cúc' }],
    ['k1.classes', { value: 1, at: '2025-01-20T03:00:00Z', personName: 'Cúc' }],
  ])
  expect(lastTyped([]).size).toBe(0)
})

test('what the reviewer said stands until it is sent again', () => {
  expect(openReturn(steps)).toMatchObject({
    comment: 'Lệch với tháng trước',
    comments: { 'k1.pupils': 'Xem lại' },
    personName: 'Hùng',
    reopened: false,
  })
  expect(openReturn([...steps, step(5, 'Mai', { move: 'send', cells: [1, 32] })])).toBeNull()
  expect(
    openReturn([
      ...steps,
      step(6, 'Hùng', { move: 'approve', cells: [] }),
      step(7, 'Hùng', { move: 'reopen' }, 'Nhầm khối'),
    ]),
  ).toMatchObject({ comment: 'Nhầm khối', reopened: true })
  expect(openReturn([])).toBeNull()
  expect(lastMove(steps, 'send')?.personName).toBe('Mai')
  expect(lastMove(steps, 'approve')).toBeNull()
})

test('the cells follow from the steps', () => {
  expect(cellsFromSteps(['k1.classes', 'k1.pupils', 'k6.pupils'], [null, null, 'na'], steps)).toEqual([
    1,
    32,
    'na',
  ])
})
