import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { applyProgress } from './progress.ts'
import type { AssignmentWindow } from './standing.ts'

const today = localDate('2025-01-20')
const fresh: AssignmentWindow = {
  startsOn: null,
  dueOn: localDate('2025-01-31'),
  status: 'not_started',
  percent: 0,
  doneOn: null,
}
const done: AssignmentWindow = { ...fresh, status: 'done', percent: 100, doneOn: localDate('2025-01-05') }

describe('a report of progress', () => {
  test.each([
    [
      'half way',
      fresh,
      { status: 'under_way', percent: 50, note: null, evidence: 0 },
      { status: 'under_way', percent: 50, doneOn: null },
    ],
    [
      'begun, nothing done yet',
      fresh,
      { status: 'under_way', percent: 0, note: null, evidence: 0 },
      { status: 'under_way', percent: 0, doneOn: null },
    ],
    [
      'done today',
      fresh,
      { status: 'done', percent: 100, note: null, evidence: 1 },
      { status: 'done', percent: 100, doneOn: today },
    ],
    [
      'a later note keeps the day it was done',
      done,
      { status: 'done', percent: 100, note: 'Đã gửi biên bản', evidence: 0 },
      { doneOn: '2025-01-05' },
    ],
    [
      'taken back with a reason',
      done,
      { status: 'under_way', percent: 80, note: 'Còn một trường', evidence: 0 },
      { status: 'under_way', doneOn: null },
    ],
  ] as const)('%s', (_fact, window, report, expected) => {
    expect(applyProgress(window, report, today)).toMatchObject({ ok: true, value: expected })
  })

  test.each([
    [
      '101 per cent',
      fresh,
      { status: 'under_way', percent: 101, note: null, evidence: 0 },
      'percent_out_of_range',
    ],
    [
      'half a per cent',
      fresh,
      { status: 'under_way', percent: 0.5, note: null, evidence: 0 },
      'percent_out_of_range',
    ],
    ['done at 90', fresh, { status: 'done', percent: 90, note: null, evidence: 0 }, 'percent_does_not_fit'],
    [
      'under way at 100',
      fresh,
      { status: 'under_way', percent: 100, note: null, evidence: 0 },
      'percent_does_not_fit',
    ],
    [
      'not begun at 10',
      fresh,
      { status: 'not_started', percent: 10, note: null, evidence: 0 },
      'percent_does_not_fit',
    ],
    [
      'the same again without a word',
      fresh,
      { status: 'not_started', percent: 0, note: null, evidence: 0 },
      'nothing_said',
    ],
    [
      'taken back without a word',
      done,
      { status: 'under_way', percent: 80, note: null, evidence: 0 },
      'reopen_needs_note',
    ],
  ] as const)('%s is refused', (_fact, window, report, reason) => {
    expect(applyProgress(window, report, today)).toEqual({ ok: false, reason })
  })
})
