import type { UnitEventReason } from '#domain/units/event-guards.ts'
import type { UnitColumn } from '#domain/units/sheet.ts'

/** Where a person mends what the units' own rules refuse. */
export const refusedColumn: Record<UnitEventReason, UnitColumn> = {
  no_events: 'code',
  unknown_unit: 'code',
  already_founded: 'code',
  before_founding: 'code',
  already_ended: 'code',
  later_event: 'code',
  lives_no_day: 'code',
  too_few_units: 'code',
  unit_named_twice: 'code',
  nothing_changes: 'code',
  name_missing: 'officialName',
  code_missing: 'code',
  code_taken: 'code',
  level_missing: 'levels',
  only_for_schools: 'kind',
  tier_missing: 'tier',
  tier_unknown: 'tier',
  tier_not_valid: 'tier',
  tier_order: 'parentCode',
  under_itself: 'parentCode',
  cycle: 'parentCode',
  parent_unknown: 'parentCode',
  parent_not_founded: 'parentCode',
  parent_ended: 'parentCode',
  child_outlives_parent: 'parentCode',
}
