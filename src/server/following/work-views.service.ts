import type { z } from 'zod'
import type { workViewsContract } from '#contract/work-views.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import { askedOf } from './following.service.ts'
import {
  listUnitLines,
  listYearItems,
  type UnitLineRow,
  type YearAsked,
  type YearItemRow,
} from './work-views.queries.ts'

type Contract = typeof workViewsContract
type Question = z.output<Contract['listYearItems']['query']>
const mostItems = 2000
const pageSize = 100

async function yearAsked(
  ctx: Ctx,
  { unitId, reach, ofUnitId, standing, ...filters }: Question,
): Promise<YearAsked> {
  const unit = await getUnitFor(ctx, 'assignment.read', unitId)
  const asked = await askedOf(ctx, {
    ...filters,
    under: unit.path,
    unitId: reach === 'own' ? unitId : ofUnitId,
  })
  return { ...asked, standing }
}

export async function listYear(
  ctx: Ctx,
  question: Question,
): Promise<{ items: YearItemRow[]; total: number }> {
  return await listYearItems(ctx.db, await yearAsked(ctx, question), mostItems)
}

export async function listByUnit(
  ctx: Ctx,
  { sort, direction, after, ...question }: z.output<Contract['listWorkByUnit']['query']>,
): Promise<{ rows: UnitLineRow[]; next: string | null; total: number }> {
  const offset = Number(after ?? 0)
  const page = await listUnitLines(ctx.db, await yearAsked(ctx, question), {
    sort,
    descending: direction === 'descending',
    offset,
    limit: pageSize,
  })
  return { ...page, next: offset + pageSize < page.total ? String(offset + pageSize) : null }
}
