// Items of a plan as an amendment sees them: states without what belongs to the review of a draft.
import type { ItemKind, ItemState } from '#domain/plans/amendment.ts'
import type { PrintedUnit } from '#domain/plans/plan-task.ts'
import type { ItemId } from './amendments.queries.ts'
import type { DutyRow } from './plan-duties.queries.ts'
import type { TargetRow } from './plan-targets.queries.ts'
import type { StoredUnit, TaskRow } from './plan-tasks.queries.ts'
import type { WholePlan } from './plans.service.ts'

export type PlanItem = { kind: ItemKind; itemId: ItemId; state: ItemState; endedOn: string | null }

/** Everything that was published, in the order of the plan; also what has been ended since. */
export function itemsOf({ targets, duties, tasks }: WholePlan): PlanItem[] {
  return [
    ...targets
      .filter((row) => row.review !== 'discarded')
      .map((row) => ({ itemId: row.targetId, endedOn: row.endedOn, state: targetState(row) })),
    ...duties
      .filter((row) => row.review !== 'discarded')
      .map((row) => ({ itemId: row.dutyId, endedOn: row.endedOn, state: dutyState(row) })),
    ...tasks
      .filter((row) => row.review !== 'discarded')
      .map((row) => ({ itemId: row.taskId, endedOn: row.endedOn, state: taskState(row) })),
  ].map((item) => ({ ...item, kind: item.state.kind }))
}

function taskState({ no, title, windows, product, units }: TaskRow): ItemState {
  return { kind: 'task', task: { no, title, windows, product, units: printed(units) } }
}

function dutyState({ section, heading, body, role, taskId, units }: DutyRow): ItemState {
  return { kind: 'duty', duty: { section, heading, body, role, taskId, units: printed(units) } }
}

function targetState(row: TargetRow): ItemState {
  const { groupCode, groupTitle, levels, statement, scope, kind, unitWord, due } = row
  const { value, numerator, denominator, percent, min, max, strict, period, direction, baseline } = row
  return {
    kind: 'target',
    target: {
      groupCode,
      groupTitle,
      levels,
      statement,
      scope,
      kind,
      unitWord,
      due,
      value,
      numerator,
      denominator,
      percent,
      min,
      max,
      strict,
      period,
      direction,
      baseline,
    },
  }
}

function printed(units: readonly StoredUnit[]): PrintedUnit[] {
  return units.map(({ role, printedName, target }) => ({ role, printedName, target }))
}

export function unitsOfState(state: ItemState | null): readonly PrintedUnit[] {
  if (state === null || state.kind === 'target') return []
  return state.kind === 'task' ? state.task.units : state.duty.units
}
