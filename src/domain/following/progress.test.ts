import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { applyProgress, type ReportedWindow } from './progress.ts'

const today = localDate('2025-01-20')
const fresh: ReportedWindow = {
  state: 'given',
  completion: 'open',
  startsOn: null,
  dueOn: localDate('2025-01-31'),
  status: 'not_started',
  percent: 0,
  doneOn: null,
}
const done: ReportedWindow = {
  ...fresh,
  state: 'acknowledged',
  completion: 'claimed',
  status: 'done',
  percent: 100,
  doneOn: localDate('2025-01-05'),
}

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
    expect(applyProgress(window, report, today, 'unit')).toMatchObject({
      ok: true,
      value: { window: expected },
    })
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
    expect(applyProgress(window, report, today, 'unit')).toEqual({ ok: false, reason })
  })

  const under = { status: 'under_way', percent: 50, note: null, evidence: 0 } as const
  const over = { status: 'done', percent: 100, note: null, evidence: 0 } as const
  const back = { status: 'under_way', percent: 90, note: 'Còn một trường', evidence: 0 } as const
  test.each([
    ['takes up what was just given', fresh, under, 'unit', ['acknowledge'], 'open'],
    ['makes no move on what was taken up', { ...fresh, state: 'acknowledged' }, under, 'unit', [], 'open'],
    ['of completion claims it', fresh, over, 'unit', ['acknowledge', 'claim'], 'claimed'],
    [
      'by the issuer confirms at once',
      fresh,
      over,
      'issuer',
      ['acknowledge', 'claim', 'confirm'],
      'confirmed',
    ],
    [
      'claims again what was sent back',
      { ...done, completion: 'sent_back', status: 'under_way', percent: 90, doneOn: null },
      over,
      'unit',
      ['claim'],
      'claimed',
    ],
    ['takes a claim back', done, back, 'unit', ['take_back'], 'open'],
    [
      'adds to what is confirmed',
      { ...done, completion: 'confirmed' },
      { ...over, evidence: 1 },
      'unit',
      [],
      'confirmed',
    ],
  ] as const)('%s', (_fact, window, report, by, moves, completion) => {
    expect(applyProgress(window, report, today, by)).toMatchObject({
      ok: true,
      value: { moves, window: { completion, state: 'acknowledged' } },
    })
  })

  test.each([
    ['of what is confirmed', { ...done, completion: 'confirmed' }, back, 'confirmed_already'],
    ['of what was returned', { ...fresh, state: 'returned' }, under, 'not_in_hand'],
    ['of what was dropped', { ...fresh, state: 'dropped' }, under, 'not_in_hand'],
    ['of what another unit has now', { ...fresh, state: 'passed_on' }, over, 'not_in_hand'],
  ] as const)('%s is refused', (_fact, window, report, reason) => {
    expect(applyProgress(window, report, today, 'issuer')).toEqual({ ok: false, reason })
  })
})
