import type { PlanDuty } from './plan-duty.ts'
import type { PrintedUnit, TimeWindow } from './plan-task.ts'
import type { PlanTarget } from './plan-target.ts'

/** Two texts that a page break or the reading had parted; a word parted by a hyphen at the line's end stays as printed. */
export function joinTexts(first: string, second: string): string {
  return [first.trim(), second.trim()].filter((text) => text !== '').join(' ')
}

/** Each unit once; in both, it leads. */
export function joinUnits<U extends PrintedUnit>(first: readonly U[], second: readonly U[]): U[] {
  const joined: U[] = []
  for (const role of ['lead', 'coordinating'] as const)
    for (const unit of [...first, ...second])
      if (unit.role === role && !joined.some((known) => known.printedName === unit.printedName))
        joined.push(unit)
  return joined
}

type Task = {
  title: string
  windows: readonly TimeWindow[]
  product: string | null
  units: readonly PrintedUnit[]
}

/** What the two rows say together; the number is the first one's. */
export function mergedTask<T extends Task>(first: T, second: Task): T {
  const windows = [...first.windows]
  for (const window of second.windows)
    if (!windows.some((known) => JSON.stringify(known) === JSON.stringify(window))) windows.push(window)
  const product = joinTexts(first.product ?? '', second.product ?? '')
  return {
    ...first,
    title: joinTexts(first.title, second.title),
    windows,
    product: product === '' ? null : product,
    units: joinUnits(first.units, second.units),
  }
}

export function mergedDuty<D extends Pick<PlanDuty, 'body' | 'units' | 'taskId'>>(
  first: D,
  second: Pick<PlanDuty, 'body' | 'units' | 'taskId'>,
): D {
  return {
    ...first,
    body: joinTexts(first.body, second.body),
    taskId: first.taskId ?? second.taskId,
    units: joinUnits(first.units, second.units),
  }
}

/** The figures are the first one's: which of the two promises is judged is for a person to say. */
export function mergedTarget<T extends Pick<PlanTarget, 'statement' | 'levels' | 'due'>>(
  first: T,
  second: Pick<PlanTarget, 'statement' | 'levels' | 'due'>,
): T {
  return {
    ...first,
    statement: joinTexts(first.statement, second.statement),
    levels: [...new Set([...first.levels, ...second.levels])],
    due: first.due ?? second.due,
  }
}

/** Do the two stand one behind the other, leaving out what was put aside? */
export function areNeighbours<I extends { review: string }>(
  items: readonly I[],
  isFirst: (item: I) => boolean,
  isSecond: (item: I) => boolean,
): boolean {
  const kept = items.filter((item) => item.review !== 'discarded')
  const at = kept.findIndex(isFirst)
  const next = kept[at + 1]
  return at >= 0 && next !== undefined && isSecond(next)
}
