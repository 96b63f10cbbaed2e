import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { firstDay, lastDay, type When } from '#domain/basics/when.ts'
import type { Audience } from '#domain/units/audience.ts'
import { isForOtherLevel } from './other-level.ts'

/** Whom a printed name means: one unit, or a rule that picks units; null while nobody has said. */
export type NameTarget = { unit: UnitId } | { audience: Audience }
export type TaskRole = 'lead' | 'coordinating'
export type PrintedUnit = { role: TaskRole; printedName: string; target: NameTarget | null }
export type TimeWindow = { start: When | null; finish: When | null }
export type TaskReview = 'unreviewed' | 'accepted' | 'corrected' | 'added' | 'discarded'
export const taskReviews = [
  'unreviewed',
  'accepted',
  'corrected',
  'added',
  'discarded',
] as const satisfies readonly TaskReview[]

export type PlanTask = {
  no: string | null
  title: string
  windows: readonly TimeWindow[]
  units: readonly PrintedUnit[]
  review: TaskReview
}

/** The days of a window: a month means from its first to its last day; what recurs has no last day. */
export function daysOf(window: TimeWindow): { startsOn: LocalDate | null; dueOn: LocalDate | null } {
  return {
    startsOn: window.start === null ? null : firstDay(window.start),
    dueOn: window.finish === null ? null : lastDay(window.finish),
  }
}

export type TaskFault =
  | 'no_title'
  | 'no_lead'
  | 'name_not_matched'
  | 'start_after_finish'
  | 'lead_also_coordinates'
  | 'no_finish'
  | 'other_level'
  | 'not_reviewed'

/** What keeps a plan from being published. The other faults are shown and may stand: they stand in the signed document. */
export const stoppingFaults: readonly TaskFault[] = [
  'no_title',
  'no_lead',
  'name_not_matched',
  'not_reviewed',
]

/** What is wrong or missing in one task, as one sees it without looking at other tasks. */
export function faultsOf(task: PlanTask): TaskFault[] {
  if (task.review === 'discarded') return []
  const faults: TaskFault[] = []
  if (task.review === 'unreviewed') faults.push('not_reviewed')
  if (task.title.trim() === '') faults.push('no_title')
  if (!task.units.some((unit) => unit.role === 'lead')) faults.push('no_lead')
  if (task.units.some((unit) => unit.target === null)) faults.push('name_not_matched')
  if (task.windows.some(startsAfterFinish)) faults.push('start_after_finish')
  if (task.windows.length === 0 || task.windows.some((window) => window.finish === null))
    faults.push('no_finish')
  if (leadAlsoCoordinates(task)) faults.push('lead_also_coordinates')
  if (isForOtherLevel(task.title, task.units)) faults.push('other_level')
  return faults
}

function startsAfterFinish(window: TimeWindow): boolean {
  const { startsOn, dueOn } = daysOf(window)
  return startsOn !== null && dueOn !== null && startsOn > dueOn
}

/** Is the same unit or audience named in both roles? */
export function leadAlsoCoordinates(task: Pick<PlanTask, 'units'>): boolean {
  const leads = new Set(task.units.filter((unit) => unit.role === 'lead').map(targetKey))
  return task.units.some(
    (unit) => unit.role === 'coordinating' && unit.target !== null && leads.has(targetKey(unit)),
  )
}

function targetKey(unit: PrintedUnit): string {
  return JSON.stringify(unit.target)
}

export type Share = { unitId: UnitId; role: TaskRole; printedName: string }

/**
 * Who carries a task out, once each, keeping the wording that named the unit: a unit named outright before one that a
 * rule picks, and lead before coordinating (a real plan names "các phường" in both columns).
 */
export function sharesOf(
  task: Pick<PlanTask, 'units'>,
  resolve: (audience: Audience) => readonly UnitId[],
): Share[] {
  const shares = new Map<UnitId, Share>()
  for (const role of ['lead', 'coordinating'] as const) {
    const named = task.units.filter((unit) => unit.role === role && unit.target !== null)
    for (const unit of named) if (unit.target !== null && 'unit' in unit.target) add(unit.target.unit, unit)
    for (const unit of named)
      if (unit.target !== null && 'audience' in unit.target)
        for (const unitId of resolve(unit.target.audience)) add(unitId, unit)
  }
  return [...shares.values()]

  function add(unitId: UnitId, unit: PrintedUnit): void {
    if (!shares.has(unitId)) shares.set(unitId, { unitId, role: unit.role, printedName: unit.printedName })
  }
}
