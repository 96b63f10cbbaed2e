import type { DutyId, TargetId, TaskId } from '#domain/basics/ids.ts'
import type { When } from '#domain/basics/when.ts'
import { groupTitle } from '#domain/plans/place.ts'
import { unitsOfDuty } from '#domain/plans/plan-duty.ts'
import { figuresRead } from '#domain/plans/plan-target.ts'
import type { NameTarget, TaskRole, TimeWindow } from '#domain/plans/plan-task.ts'
import type { Reading } from '#domain/reading/reading.ts'
import type { NewDuty } from './plan-duties.queries.ts'
import type { NewTarget } from './plan-targets.queries.ts'
import type { NewTask } from './plan-tasks.queries.ts'

export type NameMatch = { target: NameTarget | null; score: number | null }

/** A match is taken over only when it is this sure; below it the officer says what the name means. */
export const sureEnough = 0.85

/** The tasks of a reading as rows of a draft: names as printed, each with what it most likely means. */
export function draftTasks(
  reading: Reading,
  match: (printed: string) => NameMatch,
  newTaskId: () => TaskId,
): NewTask[] {
  const unitsOf = (role: TaskRole, names: readonly string[]) =>
    names.map((printedName) => ({ role, printedName, ...match(printedName) }))
  return reading.tasks.map((task, index) => ({
    taskId: newTaskId(),
    position: index + 1,
    no: task.no,
    title: task.title,
    windows: windowsOf(task.start, task.finish),
    timeText: task.timeText,
    product: task.product,
    at: { ...task.at },
    confidence: task.confidence,
    review: 'unreviewed',
    units: [...unitsOf('lead', task.lead), ...unitsOf('coordinating', task.coordinating)],
  }))
}

/** The targets of a reading as rows of a draft, each with the title of its group. */
export function draftTargets(reading: Reading, newTargetId: () => TargetId): NewTarget[] {
  return reading.targets.map((target, index) => ({
    targetId: newTargetId(),
    position: index + 1,
    groupCode: target.group,
    groupTitle: groupTitle(reading.sections, target.group, { ...target.at }),
    levels: target.levels ?? (target.level === null ? [] : [target.level]),
    statement: target.statement,
    scope: target.scope,
    kind: target.kind,
    ...figuresRead(target),
    unitWord: target.unit,
    due: target.due,
    at: { ...target.at },
    confidence: target.confidence,
    review: 'unreviewed',
  }))
}

/** The duties of a reading as rows of a draft: names as printed, each with what it most likely means. */
export function draftDuties(
  reading: Reading,
  match: (printed: string) => NameMatch,
  newDutyId: () => DutyId,
): NewDuty[] {
  return reading.duties.map((duty, index) => ({
    dutyId: newDutyId(),
    position: index + 1,
    section: duty.section,
    heading: duty.unit,
    body: duty.text,
    role: duty.role,
    taskId: null,
    at: { ...duty.at },
    confidence: duty.confidence,
    review: 'unreviewed',
    units: unitsOfDuty(duty).map((unit) => ({ ...unit, ...match(unit.printedName) })),
  }))
}

/** Starts and finishes side by side; several windows come as arrays of one length. */
export function windowsOf(
  start: When | readonly When[] | null,
  finish: When | readonly When[] | null,
): TimeWindow[] {
  const starts = listOf(start)
  const finishes = listOf(finish)
  const count = Math.max(starts.length, finishes.length)
  return Array.from({ length: count }, (_, index) => ({
    start: starts[index] ?? null,
    finish: finishes[index] ?? null,
  }))
}

function listOf(when: When | readonly When[] | null): readonly When[] {
  if (when === null) return []
  // Array.isArray does not narrow a readonly array.
  return Array.isArray(when) ? (when as readonly When[]) : [when as When]
}
