/** By what the units of a year's work are put in order. */
export const unitSorts = ['name', 'given', 'done', 'late', 'due_soon', 'not_reported', 'last_report'] as const
export type UnitSort = (typeof unitSorts)[number]
