// The formal letter of an urging, composed anew from what was recorded; what has been done since is not urged in it.
import type { UrgingId } from '#domain/basics/ids.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { type LetterUnit, urgingLetter } from '#domain/following/urging-letter.ts'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { getLetterhead } from '#server/plans/letterhead.service.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import { refused } from './refusals.ts'
import { findUrging, type LetterRow, listActRows } from './urging-letter.queries.ts'

export async function getUrgingLetter(
  ctx: Ctx,
  urgingId: UrgingId,
  asked: { reportBy: LocalDate; to: 'all' | 'unit' },
): Promise<OfficialDocument> {
  const urging = await findUrging(ctx.db, ctx.tenantId, urgingId)
  if (urging === undefined) throw new AppError('not_found')
  await getUnitFor(ctx, 'assignment.urge', urging.issuerUnitId)
  const only = asked.to === 'unit' ? urging.unitId : null
  const rows = await listActRows(ctx.db, ctx.tenantId, urgingId, only)
  if (rows.length === 0) throw refused('all_done_since')
  const letterhead = await getLetterhead(ctx, urging.issuerUnitId, ctx.today)
  return urgingLetter(letterhead, {
    schoolYear: urging.schoolYear,
    urgedOn: urging.urgedOn,
    reportBy: asked.reportBy,
    message: urging.message,
    plans: plansOf(rows),
    units: unitsOf(rows),
  })
}

function plansOf(rows: readonly LetterRow[]) {
  const plans = rows.map((row) => ({
    title: row.planTitle,
    number: row.planNumber,
    signedOn: row.planSignedOn,
  }))
  return [...new Map(plans.map((plan) => [`${plan.number} ${plan.title}`, plan])).values()]
}

function unitsOf(rows: readonly LetterRow[]): LetterUnit[] {
  const units = new Map<string, LetterUnit & { items: LetterRow[] }>()
  for (const row of rows) {
    const unit = units.get(row.unitId) ?? { name: row.unitName, step: row.step, items: [] }
    unit.items.push(row)
    units.set(row.unitId, unit)
  }
  return [...units.values()]
}
