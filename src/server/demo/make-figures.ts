// The demo's figures: the start of the year collected and approved from every school of Hải An, the middle of the year
// under way; of Kiến An the year that its report tells, so that years can be compared.
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { RoundId } from '#domain/basics/ids.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { Period } from '#domain/submissions/round.ts'
import { installForms } from '#server/forms/forms.service.ts'
import { installIndicators } from '#server/indicators/indicators.service.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { openRound } from '#server/submissions/rounds.service.ts'
import {
  approveSubmission,
  returnSubmission,
  saveCells,
  sendSubmission,
} from '#server/submissions/submissions.service.ts'
import { haiAn2024, kienAn2022Scale, type ScaleOfUnit, scaleValues } from './facts/form-scale-values.ts'
import { clerkNameOf } from './facts/rule-persons.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

type RoundFact = {
  district: string
  officer: string
  year: string
  period: Period
  title: string
  opens: LocalDate
  closes: LocalDate
  filled: LocalDate
  values: ReadonlyMap<string, ScaleOfUnit>
}
/** How far a unit has come in a round. */
type Stage = 'none' | 'draft' | 'sent' | 'returned' | 'approved'

export async function makeFigures(system: Ctx, acting: Acting, ids: UnitIds): Promise<void> {
  await installForms(system)
  await installIndicators(system)
  const kienAn: RoundFact = {
    district: 'KA',
    officer: 'huong',
    year: '2022-2023',
    period: 'end',
    title: 'Quy mô lớp, học sinh cuối năm học 2022-2023',
    opens: localDate('2023-05-15'),
    closes: localDate('2023-06-10'),
    filled: localDate('2023-05-25'),
    values: scaleValues(kienAn2022Scale),
  }
  const haiAn = { district: 'HA', officer: 'lan', year: '2024-2025', values: scaleValues(haiAn2024) }
  const start: RoundFact = {
    ...haiAn,
    period: 'start',
    title: 'Quy mô lớp, học sinh đầu năm học 2024-2025',
    opens: localDate('2024-09-09'),
    closes: localDate('2024-09-30'),
    filled: localDate('2024-09-20'),
  }
  const mid: RoundFact = {
    ...haiAn,
    period: 'mid',
    title: 'Quy mô lớp, học sinh học kỳ I năm học 2024-2025',
    opens: localDate('2025-01-06'),
    closes: localDate('2025-01-24'),
    filled: localDate('2025-01-15'),
  }
  await makeRound(acting, ids, kienAn, () => 'approved')
  await makeRound(acting, ids, start, () => 'approved')
  await makeRound(acting, ids, mid, stageOf)
}

// TH Đằng Hải has everything before it: its clerk is one of the accounts that are shown.
function stageOf(code: string, index: number): Stage {
  if (code === 'HA-TH-DANGHAI') return 'none'
  const stages: Stage[] = [
    'approved',
    'sent',
    'approved',
    'approved',
    'draft',
    'approved',
    'none',
    'sent',
    'approved',
    'returned',
    'none',
  ]
  return stages[index % stages.length] ?? 'none'
}

async function makeRound(
  acting: Acting,
  ids: UnitIds,
  fact: RoundFact,
  stage: (code: string, index: number) => Stage,
): Promise<void> {
  const schoolYear = parseSchoolYear(fact.year)
  if (schoolYear === null) throw new Error(`no school year: ${fact.year}`)
  const district = mustHave(ids, fact.district)
  const audience = { any: [{ kinds: ['school' as const, 'independent_class' as const], under: district }] }
  const { roundId } = await openRound(await acting(fact.officer, fact.opens), district, {
    formCode: 'quy-mo',
    schoolYear,
    period: fact.period,
    audience,
    opensOn: fact.opens,
    closesOn: fact.closes,
    title: fact.title,
  })
  const officer = await acting(fact.officer, fact.filled)
  for (const [index, [code, values]] of [...fact.values].entries())
    await fill(acting, officer, ids, { roundId, code, values, day: fact.filled, stage: stage(code, index) })
}

async function fill(
  acting: Acting,
  officer: Ctx,
  ids: UnitIds,
  one: { roundId: RoundId; code: string; values: ScaleOfUnit; day: LocalDate; stage: Stage },
): Promise<void> {
  if (one.stage === 'none') return
  const clerk = await acting(clerkNameOf(one.code), one.day)
  const cells = Object.entries(one.values).flatMap(([row, { classes, pupils, girls }]) => [
    { cell: `${row}.classes`, value: classes },
    { cell: `${row}.pupils`, value: pupils },
    { cell: `${row}.girls`, value: girls },
  ])
  const saved = await saveCells(clerk, one.roundId, mustHave(ids, one.code), {
    version: 0,
    cells: one.stage === 'draft' ? cells.slice(0, 6) : cells,
  })
  if (one.stage === 'draft') return
  const sent = await sendSubmission(clerk, saved.submissionId, saved.version)
  if (one.stage === 'approved') await approveSubmission(officer, saved.submissionId, sent.version)
  if (one.stage === 'returned') {
    const first = cells[1]?.cell
    const comments =
      first === undefined ? {} : { [first]: 'Kiểm tra lại số học sinh chuyển đi trong học kỳ.' }
    await returnSubmission(officer, saved.submissionId, {
      version: sent.version,
      comment: 'Số học sinh chưa khớp với sổ đăng bộ.',
      comments,
    })
  }
}
