// The officer's report on the first term, begun from the template.
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { createReport } from '#server/reports/reports.service.ts'
import { demoToday } from './facts/hai-phong.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

export async function makeReport(acting: Acting, ids: UnitIds): Promise<void> {
  const schoolYear = parseSchoolYear('2024-2025')
  if (schoolYear === null) throw new Error('no school year')
  const officer = await acting('lan', demoToday)
  await createReport(officer, mustHave(ids, 'HA'), {
    schoolYear,
    period: 'start',
    title: 'Quy mô trường lớp và tiến độ nhiệm vụ giáo dục năm học 2024-2025',
  })
}
