// Plans as they cross the wire: rows with the names of what was matched, and what is wrong with each.
import type { PlanDutyView, PlanTargetView } from '#contract/plan-items.ts'
import type { PlanHead, PlanTaskView } from '#contract/plans.ts'
import { dutyFaults } from '#domain/plans/plan-duty.ts'
import { faultsOf } from '#domain/plans/plan-task.ts'
import { targetFaults } from '#domain/plans/plan-target.ts'
import type { Names } from './name-index.service.ts'
import type { DutyRow } from './plan-duties.queries.ts'
import type { TargetRow } from './plan-targets.queries.ts'
import type { StoredUnit, TaskRow } from './plan-tasks.queries.ts'
import type { Head } from './plans.service.ts'

export function headView(head: Head): PlanHead {
  const { publishedOn: _day, ...shown } = head
  return {
    ...shown,
    createdAt: head.createdAt.toISOString(),
    publishedAt: head.publishedAt?.toISOString() ?? null,
  }
}

export function taskView(task: TaskRow, names: Names): PlanTaskView {
  const { planId: _plan, ...shown } = task
  return { ...shown, units: matched(task.units, names), faults: faultsOf(task) }
}

export function targetView(target: TargetRow): PlanTargetView {
  const { planId: _plan, ...shown } = target
  return { ...shown, faults: targetFaults(target) }
}

export function dutyView(duty: DutyRow, names: Names): PlanDutyView {
  const { planId: _plan, ...shown } = duty
  return { ...shown, units: matched(duty.units, names), faults: dutyFaults(duty) }
}

function matched(units: readonly StoredUnit[], names: Names): PlanTaskView['units'] {
  return units.map((unit) => ({
    ...unit,
    targetName: unit.target === null ? null : names.describe(unit.target),
  }))
}
