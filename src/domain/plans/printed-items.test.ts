import { describe, expect, test } from 'vitest'
import { localDate } from '#domain/basics/dates.ts'
import { figuresOfKind, type PlanTarget, type TargetFigures } from './plan-target.ts'
import { type AnnexTask, printedDuty, printedTarget, taskAnnex } from './printed-items.ts'

function aTarget(
  kind: PlanTarget['kind'],
  statement: string,
  figures: Partial<TargetFigures> = {},
  over: Partial<PlanTarget> = {},
) {
  return printedTarget({
    groupCode: null,
    groupTitle: null,
    levels: [],
    statement,
    scope: '',
    kind,
    ...figuresOfKind(kind, figures),
    unitWord: null,
    due: null,
    ...over,
  })
}

describe('a target is printed', () => {
  test('as it stands where its wording names the figure, whatever the zeros before it', () => {
    expect(aTarget('count', 'Mầm non có 08 trường công lập;', { value: 8 })).toBe(
      'Mầm non có 08 trường công lập.',
    )
    expect(
      aTarget('ratio', 'Ra lớp 7.910/9.232 (85,7%)', { numerator: 7910, denominator: 9232, percent: 85.7 }),
    ).toBe('Ra lớp 7.910/9.232 (85,7%).')
  })

  test('with the figure behind it where the wording names none; a zero is a figure, a missing one is none', () => {
    expect(aTarget('percent', 'Tỷ lệ lưu ban', { percent: 0 })).toBe('Tỷ lệ lưu ban: 0%.')
    expect(aTarget('percent', 'Tỷ lệ lưu ban')).toBe('Tỷ lệ lưu ban.')
    expect(aTarget('count', 'Số học sinh', { value: 1_234_567 }, { unitWord: 'em' })).toBe(
      'Số học sinh: 1.234.567 em.',
    )
  })

  test('by what it counts where the wording still has an older figure', () => {
    expect(
      aTarget('count', 'Tiểu học có 291 lớp', { value: 295 }, { scope: 'Số lớp tiểu học', unitWord: 'lớp' }),
    ).toBe('Số lớp tiểu học: 295 lớp.')
  })

  test.for([
    ['percentRange', { min: 97, max: 98 }, 'Đạt chuẩn: 97-98%.'],
    ['atLeast', { min: 95, strict: true }, 'Đạt chuẩn: trên 95.'],
    ['compliance100', {}, '100% đạt chuẩn.'],
    ['frequency', { min: 1, period: 'month' }, 'Đạt chuẩn: ít nhất 1 lần/tháng.'],
    ['milestone', { value: 2 }, 'Đạt chuẩn 2.'],
    ['rank', { value: 3 }, 'Đạt chuẩn: xếp thứ 3.'],
    ['qualitative', {}, 'Đạt chuẩn.'],
  ] as const)('in the words of its kind: %s', ([kind, figures, printed]) => {
    expect(aTarget(kind, 'Đạt chuẩn', figures)).toBe(printed)
  })
})

test('a duty ends in one full stop', () => {
  expect([printedDuty({ body: 'Rà soát  biên chế;' }), printedDuty({ body: 'Rà soát./.' })]).toEqual([
    'Rà soát biên chế.',
    'Rà soát.',
  ])
})

describe('the annex', () => {
  const task = (over: Partial<AnnexTask> = {}): AnnexTask => ({
    no: null,
    title: 'Khai giảng',
    windows: [],
    timeText: null,
    product: null,
    units: [],
    ...over,
  })
  const rowsOf = (tasks: readonly AnnexTask[]) => {
    const [table] = taskAnnex('Phân công', tasks, null).body
    return table?.kind === 'table' ? table.rows : []
  }

  test('prints names as they were printed; one with a comma of its own asks for semicolons', () => {
    const units = ['Các trường', 'Trung tâm Văn hóa, Thể thao'].map((printedName) => ({
      role: 'lead' as const,
      printedName,
    }))
    expect(rowsOf([task({ units })])[0]?.[2]).toBe('Các trường; Trung tâm Văn hóa, Thể thao')
  })

  test('writes days, months, what recurs, and several windows; a time nobody understood as it was printed', () => {
    const month = (text: string) => ({ month: text })
    const times = [
      task({
        windows: [{ start: { date: localDate('2024-09-05') }, finish: { date: localDate('2025-02-05') } }],
      }),
      task({ windows: [{ start: null, finish: { recurring: 'regularly' } }] }),
      task({
        windows: [
          { start: month('2024-12'), finish: month('2024-12') },
          { start: month('2025-05'), finish: month('2025-06') },
        ],
      }),
      task({ timeText: 'Sau Tết' }),
      task(),
    ]
    expect(rowsOf(times).map((row) => row.slice(-2))).toEqual([
      ['Ngày 05/9/2024', 'Ngày 05/02/2025'],
      ['', 'Thường xuyên'],
      ['Tháng 12/2024; Tháng 5/2025', 'Tháng 12/2024; Tháng 6/2025'],
      ['', 'Sau Tết'],
      ['', ''],
    ])
  })

  test('numbers its rows where none has a number, and keeps the numbers that are there', () => {
    expect(rowsOf([task(), task()]).map((row) => row[0])).toEqual(['1', '2'])
    expect(rowsOf([task({ no: '4' }), task()]).map((row) => row[0])).toEqual(['4', ''])
  })

  test('has a column of products only where there is one', () => {
    expect(rowsOf([task()])[0]).toHaveLength(6)
    expect(rowsOf([task({ product: 'Báo cáo' })])[0]?.[4]).toBe('Báo cáo')
  })
})
