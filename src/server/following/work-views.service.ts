import type { z } from 'zod'
import type { workViewsContract } from '#contract/work-views.ts'
import { dueSoonUntil } from '#domain/following/standing.ts'
import { scopeOf } from '#domain/rights/can.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { getUnitFor } from '#server/units/units.service.ts'
import { dayOf } from './following.service.ts'
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

async function askedOf(ctx: Ctx, { unitId, reach, ...question }: Question): Promise<YearAsked> {
  const unit = await getUnitFor(ctx, 'assignment.read', unitId)
  return {
    ...question,
    scope: scopeOf(ctx.actor, 'assignment.read'),
    under: unit.path,
    unitId: reach === 'own' ? unitId : undefined,
    today: ctx.today,
    dueSoonUntil: dueSoonUntil(await dayOf(ctx)),
  }
}

export async function listYear(
  ctx: Ctx,
  question: Question,
): Promise<{ items: YearItemRow[]; total: number }> {
  return await listYearItems(ctx.db, await askedOf(ctx, question), mostItems)
}

export async function listByUnit(
  ctx: Ctx,
  { sort, direction, after, ...question }: z.output<Contract['listWorkByUnit']['query']>,
): Promise<{ rows: UnitLineRow[]; next: string | null; total: number }> {
  const offset = Number(after ?? 0)
  const page = await listUnitLines(ctx.db, await askedOf(ctx, question), {
    sort,
    descending: direction === 'descending',
    offset,
    limit: pageSize,
  })
  return { ...page, next: offset + pageSize < page.total ? String(offset + pageSize) : null }
}
