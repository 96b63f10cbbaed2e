// Figures that the report of quận Kiến An prints in its narrative. Its eleven annexes (by school and grade) are not part of
// the text at hand: what a single school had is known only where a sentence says so.
import type { SchoolLevel } from '#domain/units/unit.ts'

export type ScaleFigure = { level: SchoolLevel; schools: number; classes: number; pupils: number }

/** 2022-2023. Preschool includes the 38 independent classes, which the report counts among the 270. */
export const kienAn2022: readonly ScaleFigure[] = [
  { level: 'preschool', schools: 16, classes: 270, pupils: 6836 },
  { level: 'primary', schools: 12, classes: 279, pupils: 10478 },
  { level: 'lower_secondary', schools: 7, classes: 163, pupils: 7485 },
]

/** Printed beside them: the change against 2021-2022. Together +320 pupils and +17 classes, as the report also says. */
export const kienAnChange: readonly { level: SchoolLevel; classes: number; pupils: number }[] = [
  { level: 'preschool', classes: 15, pupils: 476 },
  { level: 'primary', classes: -4, pupils: -442 },
  { level: 'lower_secondary', classes: 6, pupils: 286 },
]

/** Growth of the whole district, each school year against the one before. */
export const kienAnGrowth: readonly { schoolYear: string; classes: number; pupils: number }[] = [
  { schoolYear: '2020-2021', classes: 41, pupils: 1286 },
  { schoolYear: '2021-2022', classes: 22, pupils: 519 },
  { schoolYear: '2022-2023', classes: 17, pupils: 320 },
]

/** The only schools whose number of classes is printed: the five of rank I. */
export const kienAnPrintedClasses: Readonly<Record<string, number>> = {
  'KA-TH-NGUYENDU': 34,
  'KA-TH-DONGHOA': 28,
  'KA-TH-LEHONGPHONG': 34,
  'KA-TH-NGOCSON': 31,
  'KA-TH-TRANTHANHNGO': 31,
}

/** Pupils recognised as having finished lower secondary school, over 8 schools of which the district runs 7. */
export const kienAnGraduates = { pupils: 1823, excellent: 933, good: 653, average: 237 } as const
