import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { Audience } from '#domain/units/audience.ts'
import { daysOf, faultsOf, type PlanTask, type PrintedUnit, sharesOf } from './plan-task.ts'

const id = (text: string) => text as UnitId
const schools: Audience = { any: [{ kinds: ['school'] }] }
const wards: Audience = { any: [{ kinds: ['ward'] }] }
const lead = (target: PrintedUnit['target'], printedName = 'A'): PrintedUnit => ({
  role: 'lead',
  printedName,
  target,
})
const joins = (target: PrintedUnit['target'], printedName = 'B'): PrintedUnit => ({
  role: 'coordinating',
  printedName,
  target,
})

function task(over: Partial<PlanTask> = {}): PlanTask {
  return {
    no: '1',
    title: 'Khai giảng',
    windows: [{ start: { month: '2024-09' }, finish: { month: '2024-09' } }],
    units: [lead({ unit: id('u') })],
    review: 'accepted',
    ...over,
  }
}

describe('the days of a window', () => {
  test.each([
    [{ start: { month: '2024-07' }, finish: { month: '2025-02' } }, '2024-07-01', '2025-02-28'],
    [
      { start: { date: localDate('2024-09-05') }, finish: { date: localDate('2024-09-05') } },
      '2024-09-05',
      '2024-09-05',
    ],
    [{ start: null, finish: { quarter: '2025-Q2' } }, null, '2025-06-30'],
    [{ start: null, finish: { year: '2027' } }, null, '2027-12-31'],
    [{ start: null, finish: { recurring: 'regularly' } }, null, null],
  ] as const)('%j', (window, startsOn, dueOn) => {
    expect(daysOf(window)).toEqual({ startsOn, dueOn })
  })
})

describe('what is wrong with a task', () => {
  test.each([
    ['nothing', task(), []],
    ['nobody has looked at it', task({ review: 'unreviewed' }), ['not_reviewed']],
    ['a discarded one has no faults', task({ review: 'discarded', title: '', units: [] }), []],
    ['nobody leads', task({ units: [joins({ unit: id('u') })] }), ['no_lead']],
    ['a name that means nobody', task({ units: [lead(null)] }), ['name_not_matched']],
    [
      'one unit on both sides',
      task({ units: [lead({ audience: wards }), joins({ audience: wards })] }),
      ['lead_also_coordinates'],
    ],
    ['no time at all', task({ windows: [] }), ['no_finish']],
    [
      'the second window ends before it starts',
      task({
        windows: [
          { start: { month: '2024-12' }, finish: { month: '2024-12' } },
          { start: { month: '2025-05' }, finish: { month: '2025-04' } },
        ],
      }),
      ['start_after_finish'],
    ],
    ['a month that starts and ends with itself is fine', task(), []],
  ] as const)('%s', (_fact, given, expected) => {
    expect(faultsOf(given)).toEqual(expected)
  })
})

describe('who carries a task out', () => {
  const members = (audience: Audience) => (audience === schools ? [id('s1'), id('s2')] : [id('w1'), id('w2')])
  test('each unit once, with the words that named it; lead before coordinating, by name before by rule', () => {
    const units = [
      lead({ audience: wards }, 'các phường'),
      lead({ unit: id('w2') }, 'phường Hai'),
      joins({ audience: wards }, 'UBND các phường'),
      joins({ audience: schools }, 'các trường'),
      joins({ unit: id('s1') }, 'trường Một'),
    ]
    expect(sharesOf({ units }, members)).toEqual([
      { unitId: 'w2', role: 'lead', printedName: 'phường Hai' },
      { unitId: 'w1', role: 'lead', printedName: 'các phường' },
      { unitId: 's1', role: 'coordinating', printedName: 'trường Một' },
      { unitId: 's2', role: 'coordinating', printedName: 'các trường' },
    ])
  })
  test('a name that nobody matched gives nobody work', () => {
    expect(sharesOf({ units: [lead(null)] }, members)).toEqual([])
  })
})
