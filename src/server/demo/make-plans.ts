// The demo's plans go the way of every plan: written as a Word file, uploaded, read, looked over, published.
import { localDate, type LocalDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { NameTarget } from '#domain/plans/plan-task.ts'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { writeDocx } from '#server/formats/docx-write.ts'
import { publishPlan } from '#server/following/publish.service.ts'
import { listNames, sayName } from '#server/plans/names.service.ts'
import { createDraft, getHead, getPlan, prepareUpload } from '#server/plans/plans.service.ts'
import { acceptAsRead } from '#server/plans/review.service.ts'
import { planHaiAn } from './facts/plan-hai-an.ts'
import { meaningOf, type NameMeaning, planNames } from './facts/plan-names.ts'
import { planWard2025, wardNames } from './facts/plan-ward-2025.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

type PlanFact = {
  document: OfficialDocument
  fileName: string
  unitCode: string
  officer: string
  day: LocalDate
  year: string
  names: Readonly<Record<string, NameMeaning>>
}

export async function makePlans(acting: Acting, ids: UnitIds): Promise<void> {
  await makePlan(acting, ids, {
    document: planHaiAn,
    fileName: 'Ke hoach nam hoc 2024-2025.docx',
    unitCode: 'HA',
    officer: 'lan',
    day: localDate('2024-08-19'),
    year: '2024-2025',
    names: planNames,
  })
  await makePlan(acting, ids, {
    document: planWard2025,
    fileName: 'Ke hoach nam hoc 2025-2026.docx',
    unitCode: 'HP-P-HAIAN',
    officer: 'lan',
    day: localDate('2025-08-20'),
    year: '2025-2026',
    names: wardNames,
  })
}

async function makePlan(acting: Acting, ids: UnitIds, fact: PlanFact): Promise<void> {
  const ctx = await acting(fact.officer, fact.day)
  const unitId = mustHave(ids, fact.unitCode)
  const schoolYear = parseSchoolYear(fact.year)
  if (schoolYear === null) throw new Error(`no school year: ${fact.year}`)
  const bytes = await writeDocx(fact.document)
  const upload = await prepareUpload(ctx, unitId, bytes, fact.fileName)
  const { planId } = await createDraft(
    ctx,
    unitId,
    { fileName: fact.fileName, size: bytes.length, schoolYear },
    upload,
  )
  for (const name of await listNames(ctx, planId)) {
    const meaning = meaningOf(fact.names, name.printedName)
    // What the matching left open, the officer says, as in use.
    if (name.target === null && meaning !== undefined)
      await sayName(ctx, planId, name.printedName, targetOf(meaning, ids))
  }
  const { targets, duties, tasks } = await getPlan(ctx, planId)
  await acceptAsRead(ctx, planId, {
    taskIds: tasks.map((task) => task.taskId),
    targetIds: targets.map((target) => target.targetId),
    dutyIds: duties.map((duty) => duty.dutyId),
  })
  const head = await getHead(ctx, planId)
  await publishPlan(ctx, planId, head.version)
}

function targetOf(meaning: NameMeaning, ids: UnitIds): NameTarget {
  if ('unit' in meaning) return { unit: mustHave(ids, meaning.unit) }
  const any = meaning.audience.any.map((rule) => {
    if ('units' in rule) return { units: rule.units.map((code) => mustHave(ids, code)) }
    const { under, ...conditions } = rule
    return { ...conditions, under: mustHave(ids, under) }
  })
  return { audience: { any } }
}
