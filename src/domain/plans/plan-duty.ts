import type { TaskId } from '#domain/basics/ids.ts'
import type { ReadDuty } from '#domain/reading/reading.ts'
import { isForOtherLevel } from './other-level.ts'
import { leadAlsoCoordinates, type PrintedUnit, type TaskReview, type TaskRole } from './plan-task.ts'

export type DutyRole = 'lead' | 'coordinate'

/** An undated item that the plan's body puts under a unit. */
export type PlanDuty = {
  /** Where in the tree of sections: '2.1'. */
  section: string
  /** The unit as printed above it. */
  heading: string
  body: string
  /** What the heading or the item says; null where it says nothing. */
  role: DutyRole | null
  /** The task of the annex through which it is followed. */
  taskId: TaskId | null
  units: readonly PrintedUnit[]
  review: TaskReview
}

/**
 * Whom a duty names: the units of its heading, and the partners beside them. Where the item only has its units
 * coordinate, whoever leads is named in passing and is not given this item: their own heading says what they do.
 */
export function unitsOfDuty(
  duty: Pick<ReadDuty, 'units' | 'with' | 'role'>,
): { role: TaskRole; printedName: string }[] {
  const own: TaskRole = duty.role === 'coordinate' ? 'coordinating' : 'lead'
  const units = [...new Set(duty.units)]
  const partners = own === 'lead' ? [...new Set(duty.with)].filter((name) => !units.includes(name)) : []
  return [
    ...units.map((printedName) => ({ role: own, printedName })),
    ...partners.map((printedName) => ({ role: 'coordinating' as const, printedName })),
  ]
}

export type DutyFault =
  | 'no_body'
  | 'no_unit'
  | 'name_not_matched'
  | 'partner_not_matched'
  | 'lead_also_coordinates'
  | 'other_level'
  | 'not_reviewed'

/** What keeps a plan from being published. A partner nobody could match is told in the text of the duty all the same. */
export const stoppingDutyFaults: readonly DutyFault[] = [
  'no_body',
  'no_unit',
  'name_not_matched',
  'not_reviewed',
]

/** What is wrong or missing in one duty, as one sees it without looking at others. */
export function dutyFaults(duty: PlanDuty): DutyFault[] {
  if (duty.review === 'discarded') return []
  const faults: DutyFault[] = []
  if (duty.review === 'unreviewed') faults.push('not_reviewed')
  if (duty.body.trim() === '') faults.push('no_body')
  if (duty.units.length === 0) faults.push('no_unit')
  const leads = duty.units.some((unit) => unit.role === 'lead')
  const isPartner = (unit: PrintedUnit) => leads && unit.role === 'coordinating'
  const open = duty.units.filter((unit) => unit.target === null)
  if (open.some((unit) => !isPartner(unit))) faults.push('name_not_matched')
  if (open.some(isPartner)) faults.push('partner_not_matched')
  if (leadAlsoCoordinates(duty)) faults.push('lead_also_coordinates')
  if (isForOtherLevel(duty.body, duty.units)) faults.push('other_level')
  return faults
}
