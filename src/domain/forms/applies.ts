import { levelsOf, type UnitState } from '#domain/units/unit.ts'
import type { Cell, FormDefinition, FormSection } from './form.ts'
import type { PreparedForm } from './prepared-form.ts'

/** What of a unit decides which rows it is asked. */
export type Asked = Pick<UnitState, 'kind' | 'levels'>

/** A primary school is asked the rows of primary schools, one of two levels those of both, an office nothing. */
export function sectionsFor(form: FormDefinition, unit: Asked): FormSection[] {
  const levels = levelsOf(unit)
  return form.sections.filter((section) => section.levels.some((level) => levels.includes(level)))
}

/** Whether the form asks the unit anything at all. */
export function isAsked(form: FormDefinition, unit: Asked): boolean {
  return sectionsFor(form, unit).length > 0
}

/** An empty form of the unit: null where a figure is asked, 'na' where none is. */
export function emptyCells(form: PreparedForm, unit: Asked): Cell[] {
  const asked = new Set(sectionsFor(form.definition, unit).map((section) => section.code))
  return form.cells.map((cell) => (asked.has(cell.section.code) ? null : 'na'))
}

/**
 * Stored cells as the unit is asked today: what it is not asked becomes 'na', what it is asked and had no place before is
 * empty. Also for a list of another length, as an older form may have left it.
 */
export function fitCells(form: PreparedForm, unit: Asked, cells: readonly Cell[]): Cell[] {
  return emptyCells(form, unit).map((empty, index) => {
    const cell = cells[index] ?? null
    return empty === 'na' || cell === 'na' ? empty : cell
  })
}
