// Targets, duties and tasks of a plan in the words in which its document prints them.
import { partsOf } from '#domain/basics/dates.ts'
import { formatNumber } from '#domain/basics/numbers.ts'
import { squeeze } from '#domain/basics/text.ts'
import { formatWhen, type When } from '#domain/basics/when.ts'
import type { Annex, Column } from '#domain/writing/official-document.ts'
import { formatTargetFigure, type PlanTarget } from './plan-target.ts'
import type { PrintedUnit, TimeWindow } from './plan-task.ts'

/**
 * The line of a target. Its statement stands as it is where it names the figure or there is none; a figure that was
 * corrected beside an older wording is printed behind what it counts, so that no two figures contradict each other.
 */
export function printedTarget(target: Omit<PlanTarget, 'review'>): string {
  const statement = withoutEnd(target.statement)
  const figure = formatTargetFigure(target, 'vi')?.replaceAll(' – ', '-').replace(/^≥ /, 'ít nhất ') ?? null
  if (figure === null || namesFigures(statement, target)) return `${statement}.`
  const scope = withoutEnd(target.scope)
  const subject = /\d/.test(statement) && scope !== '' ? scope : statement
  if (target.kind === 'compliance100') return `100% ${subject.slice(0, 1).toLowerCase()}${subject.slice(1)}.`
  if (target.kind === 'rank') return `${subject}: xếp ${figure}.`
  if (target.kind === 'milestone') return `${subject} ${withoutWord(figure, subject, target.unitWord)}.`
  return `${subject}: ${figure}.`
}

/** "giữ mức độ" and "mức độ 3" make "giữ mức độ 3". */
function withoutWord(figure: string, subject: string, word: string | null): string {
  const isNamed = word !== null && word !== '' && subject.toLowerCase().endsWith(word.toLowerCase())
  return isNamed ? figure.slice(word.length).trim() : figure
}

/** Does the wording hold every figure of the target, in the notation of documents ('12.246', '85,7')? */
function namesFigures(statement: string, target: Omit<PlanTarget, 'review'>): boolean {
  const { value, numerator, denominator, percent, min, max } = target
  const figures = [value, numerator, denominator, percent, min, max].filter((figure) => figure !== null)
  if (target.kind === 'compliance100' && figures.length === 0) return true
  const numbers = new Set(
    (statement.match(/\d[\d.,]*/g) ?? []).map((text) =>
      text
        .replaceAll('.', '')
        .replace(/,$/, '')
        .replace(/^0+(?=\d)/, ''),
    ),
  )
  return figures.every((figure) => numbers.has(formatNumber(figure, 4).replaceAll('.', '')))
}

export function printedDuty(duty: { body: string }): string {
  return `${withoutEnd(duty.body)}.`
}

function withoutEnd(text: string): string {
  return squeeze(text).replace(/[\s.;,/]+$/u, '')
}

export type AnnexTask = {
  no: string | null
  title: string
  windows: readonly TimeWindow[]
  timeText: string | null
  product: string | null
  units: readonly Pick<PrintedUnit, 'role' | 'printedName'>[]
}

const columns: readonly Column[] = [
  { title: 'Số\nTT', width: 1, align: 'center' },
  { title: 'Nội dung công việc', width: 6, align: 'left' },
  { title: 'Đơn vị\nchủ trì', width: 3.4, align: 'left' },
  { title: 'Đơn vị\nphối hợp', width: 4, align: 'left' },
]
const product: Column = { title: 'Sản phẩm', width: 2.6, align: 'left' }
const times: readonly Column[] = [
  { title: 'Bắt đầu', width: 2.3, align: 'center', group: 'Thời gian' },
  { title: 'Hoàn thành', width: 2.3, align: 'center', group: 'Thời gian' },
]

/** The annex that hands the tasks out; the column of products only where a task names one. */
export function taskAnnex(
  title: string,
  tasks: readonly AnnexTask[],
  note: string | null,
): Omit<Annex, 'number'> {
  const withProduct = tasks.some((task) => task.product !== null)
  const numbered = tasks.some((task) => task.no !== null)
  return {
    title,
    landscape: true,
    body: [
      {
        kind: 'table',
        columns: [...columns, ...(withProduct ? [product] : []), ...times],
        columnNumbers: true,
        rows: tasks.map((task, index) => [
          numbered ? (task.no ?? '') : String(index + 1),
          task.title,
          names(task, 'lead'),
          names(task, 'coordinating'),
          ...(withProduct ? [task.product ?? ''] : []),
          ...timeCells(task),
        ]),
        ...(note === null ? {} : { note: `Ghi chú: ${note}` }),
      },
    ],
  }
}

/** Names as printed, with commas between them; with semicolons where a name has a comma of its own. */
function names(task: AnnexTask, role: PrintedUnit['role']): string {
  const printed = task.units.filter((unit) => unit.role === role).map((unit) => squeeze(unit.printedName))
  const mark = printed.some((name) => name.includes(',')) ? '; ' : ', '
  return printed.join(mark)
}

function timeCells(task: AnnexTask): [string, string] {
  if (task.windows.length === 0) return ['', task.timeText ?? '']
  const cell = (end: keyof TimeWindow) =>
    task.windows
      .map((window) => window[end])
      .filter((when) => when !== null)
      .map(printedWhen)
      .join('; ')
  return [cell('start'), cell('finish')]
}

/** "Ngày 05/9/2024": day with its zero, months 3 to 9 without, as documents write a date (Decree 30/2020, Annex I, II.4). */
function printedWhen(when: When): string {
  if (!('date' in when) || when.before === true) {
    const text = formatWhen(when, 'vi')
    return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
  }
  const { year, month, day } = partsOf(when.date)
  return `Ngày ${String(day).padStart(2, '0')}/${month <= 2 ? `0${month}` : month}/${year}`
}
