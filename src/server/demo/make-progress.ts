// Half a year of reports: most of what was due is done, some late, one task of the autumn still open, as such years go.
import { addDays, type LocalDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { listWork, type Work } from '#server/following/following.service.ts'
import { reportProgress } from '#server/following/progress.service.ts'
import { demoToday } from './facts/hai-phong.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

export async function makeProgress(acting: Acting, ids: UnitIds): Promise<void> {
  const schoolYear = parseSchoolYear('2024-2025')
  if (schoolYear === null) throw new Error('no school year')
  const officer = await acting('lan', demoToday)
  const rows: Work[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page = await listWork(officer, {
      unitId: mustHave(ids, 'HA'),
      schoolYear,
      reach: 'below',
      ...(after === '' ? {} : { after }),
    })
    rows.push(...page.rows)
    after = page.next ?? undefined
  }
  for (const [index, row] of rows.entries()) {
    const outcome = outcomeOf(row, index)
    if (outcome === null) continue
    const ctx = await acting('lan', outcome.on)
    // Told by the unit on the phone or at a meeting and written down by the officer: marked so.
    await reportProgress(ctx, row.assignmentId, row.windowNo, {
      version: row.version,
      status: outcome.percent === 100 ? 'done' : 'under_way',
      percent: outcome.percent,
      note: outcome.note,
      evidence: [],
      toldBy: null,
      toldOn: null,
      delivered: null,
    })
  }
}

type Outcome = { on: LocalDate; percent: number; note: string | null }

// By the place in the list, so that the demo is the same each time.
function outcomeOf(row: Work, index: number): Outcome | null {
  const began = row.startsOn !== null && row.startsOn <= demoToday
  if (!began) return null
  const due = row.dueOn
  if (due !== null && due < demoToday) {
    // Tasks 8, 19 and 24 show what is late; coordinating units are seldom the ones who keep it open.
    const stillOpen = row.role === 'lead' ? row.no === '8' || row.no === '24' : index % 23 === 0
    if (stillOpen)
      return {
        on: earlier(addDays(due, -3)),
        percent: 60 - (index % 3) * 10,
        note: row.role === 'lead' ? 'Còn chờ kết quả thẩm định của đoàn đánh giá.' : null,
      }
    return { on: earlier(addDays(due, index % 9 === 0 ? 4 : -(index % 6))), percent: 100, note: null }
  }
  return index % 3 === 0
    ? { on: earlier(addDays(demoToday, -(index % 20) - 1)), percent: 20 + (index % 5) * 10, note: null }
    : null
}

function earlier(day: LocalDate): LocalDate {
  return day < demoToday ? day : demoToday
}
