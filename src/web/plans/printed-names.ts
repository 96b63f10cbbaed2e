import type { PrintedUnit } from '#domain/plans/plan-task.ts'

/** The names of a role as lines to type in. */
export function namesOf(units: readonly PrintedUnit[], role: PrintedUnit['role']): string {
  return units
    .filter((unit) => unit.role === role)
    .map((unit) => unit.printedName)
    .join('\n')
}

/** The lines as names again; one that stays keeps what it was matched to. */
export function unitsOf(
  units: readonly PrintedUnit[],
  role: PrintedUnit['role'],
  text: string,
): PrintedUnit[] {
  const known = new Map(units.map((unit) => [unit.printedName, unit.target]))
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return [...new Set(lines)].map((printedName) => ({
    role,
    printedName,
    target: known.get(printedName) ?? null,
  }))
}
