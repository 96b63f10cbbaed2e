import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { schoolYearOf } from '#domain/basics/school-year.ts'
import { type CarriedWindow, rollUp, type RollUpWindow } from './roll-up.ts'

const year = schoolYearOf(localDate('2024-09-05'))
const one: RollUpWindow[] = [{ windowNo: 1, dueOn: localDate('2025-05-31'), term: null }]
const terms: RollUpWindow[] = [
  { windowNo: 1, dueOn: null, term: 'term_1' },
  { windowNo: 2, dueOn: null, term: 'term_2' },
]
const carried = (given: Partial<CarriedWindow> = {}): CarriedWindow => ({
  role: 'lead',
  dueOn: localDate('2025-03-31'),
  term: null,
  status: 'not_started',
  percent: 0,
  ...given,
})
const done = { status: 'done', percent: 100 } as const
const half = { status: 'under_way', percent: 50 } as const

describe('a share of work rolled up from the items made of it', () => {
  test.each([
    ['nothing was made of it', one, [], []],
    ['an item without a unit says nothing', one, [{ windows: [] }], []],
    [
      'nothing begun is 0 per cent and not begun',
      one,
      [{ windows: [carried()] }],
      [{ windowNo: 1, status: 'not_started', percent: 0, items: 1, doneItems: 0 }],
    ],
    [
      'begun without a per cent is under way',
      one,
      [{ windows: [carried({ status: 'under_way' })] }],
      [{ windowNo: 1, status: 'under_way', percent: 0, items: 1, doneItems: 0 }],
    ],
    [
      'an item that forty schools carry out weighs as one that the office does',
      one,
      [{ windows: Array.from({ length: 40 }, () => carried(done)) }, { windows: [carried()] }],
      [{ windowNo: 1, status: 'under_way', percent: 50, items: 2, doneItems: 1 }],
    ],
    [
      'parts of a per cent are left off',
      one,
      [{ windows: [carried(half), carried(), carried()] }],
      [{ windowNo: 1, status: 'under_way', percent: 16, items: 1, doneItems: 0 }],
    ],
    [
      'all done is 99: the unit says itself that it is done',
      one,
      [{ windows: [carried(done)] }, { windows: [carried(done)] }],
      [{ windowNo: 1, status: 'under_way', percent: 99, items: 2, doneItems: 2 }],
    ],
    [
      'those who lead count, those who help do not',
      one,
      [{ windows: [carried(done), carried({ role: 'coordinating' })] }],
      [{ windowNo: 1, status: 'under_way', percent: 99, items: 1, doneItems: 1 }],
    ],
    [
      'without one who leads all count',
      one,
      [{ windows: [carried({ ...half, role: 'coordinating' })] }],
      [{ windowNo: 1, status: 'under_way', percent: 50, items: 1, doneItems: 0 }],
    ],
    [
      'what ends after the share counts for its last window',
      one,
      [{ windows: [carried({ ...half, dueOn: localDate('2025-07-01') })] }],
      [{ windowNo: 1, status: 'under_way', percent: 50, items: 1, doneItems: 0 }],
    ],
    [
      'each term has its own, a day lies in one of them, what never ends in the last',
      terms,
      [
        {
          windows: [
            carried({ ...done, dueOn: null, term: 'term_1' }),
            carried({ dueOn: null, term: 'term_2' }),
          ],
        },
        { windows: [carried({ ...half, dueOn: localDate('2024-12-31') })] },
        { windows: [carried({ ...half, dueOn: null })] },
      ],
      [
        { windowNo: 1, status: 'under_way', percent: 75, items: 2, doneItems: 1 },
        { windowNo: 2, status: 'under_way', percent: 25, items: 2, doneItems: 0 },
      ],
    ],
    [
      'windows that stand in another order than their ends',
      [
        { windowNo: 1, dueOn: localDate('2025-05-31'), term: null },
        { windowNo: 2, dueOn: localDate('2024-12-31'), term: null },
      ],
      [{ windows: [carried({ ...half, dueOn: localDate('2024-12-31') })] }],
      [{ windowNo: 2, status: 'under_way', percent: 50, items: 1, doneItems: 0 }],
    ],
  ])('%s', (_title, windows, items, expected) => {
    expect(rollUp(windows, items, year)).toEqual(expected)
  })

  test('a share without a window has nothing to stand in', () => {
    expect(rollUp([], [{ windows: [carried(done)] }], year)).toEqual([])
  })
})
