// The annex table of a plan: columns as such annexes print them, one row per task.
import { partsOf } from '#domain/basics/dates.ts'
import { formatWhen, type When } from '#domain/basics/when.ts'
import type { Annex, Column } from '#domain/writing/official-document.ts'
import type { DemoTask } from './plan-task.ts'

const columns: readonly Column[] = [
  { title: 'Số\nTT', width: 1, align: 'center' },
  { title: 'Nội dung công việc', width: 5.2, align: 'left' },
  { title: 'Đơn vị\nchủ trì', width: 3, align: 'left' },
  { title: 'Đơn vị\nphối hợp', width: 3.6, align: 'left' },
  { title: 'Bắt đầu', width: 1.7, align: 'center', group: 'Thời gian' },
  { title: 'Hoàn thành', width: 1.7, align: 'center', group: 'Thời gian' },
]

/** The annex with its number still to come: it is the only one. */
export function taskAnnex(title: string, tasks: readonly DemoTask[], note: string): Annex {
  return {
    number: null,
    title,
    landscape: false,
    body: [{ kind: 'table', columns, columnNumbers: true, rows: tasks.map(cellsOf), note }],
  }
}

function cellsOf(task: DemoTask): string[] {
  const [start, finish] = task.timeTexts ?? [textOf(task.windows[0]?.start), textOf(task.windows[0]?.finish)]
  return [
    String(task.no),
    task.title,
    task.leadText ?? listed(task.lead),
    task.coordinatingText ?? listed(task.coordinating),
    start,
    finish,
  ]
}

/** Names with commas between them; "Các trường học" begins with a small letter where it is not the first. */
function listed(names: readonly string[]): string {
  return names.map((name, index) => (index > 0 ? name.replace(/^Các /, 'các ') : name)).join(', ')
}

// "Ngày 05/9/2024": day with its zero, months 3 to 9 without, as documents write a date.
function textOf(when: When | undefined): string {
  if (when === undefined) return ''
  if (!('date' in when)) return formatWhen(when, 'vi')
  const { year, month, day } = partsOf(when.date)
  return `Ngày ${String(day).padStart(2, '0')}/${month <= 2 ? `0${month}` : month}/${year}`
}
