// Names as printed, and the units or audiences that they mean: said once per name.
import type { PlanId } from '#domain/basics/ids.ts'
import type { NameTarget } from '#domain/plans/plan-task.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { meaningOf, mustMean, nameIndexFor, type Names } from './name-index.service.ts'
import { listDuties, retargetDutyName } from './plan-duties.queries.ts'
import { listTasks, retargetName } from './plan-tasks.queries.ts'
import { getDraft, getHead } from './plans.service.ts'

export async function namesOf(ctx: Ctx, planId: PlanId): Promise<Names> {
  return await nameIndexFor(ctx, (await getHead(ctx, planId)).issuerPath)
}

export type NameRow = {
  printedName: string
  count: number
  target: NameTarget | null
  targetName: string | null
  units: number | null
  candidates: { target: NameTarget; name: string; score: number; why: string }[]
}

/** Each printed name once, those that nobody could match first. */
export async function listNames(ctx: Ctx, planId: PlanId): Promise<NameRow[]> {
  const head = await getHead(ctx, planId)
  const names = await nameIndexFor(ctx, head.issuerPath)
  const items = [
    ...(await listTasks(ctx.db, ctx.tenantId, planId)),
    ...(await listDuties(ctx.db, ctx.tenantId, planId)),
  ]
  const rows = new Map<string, { count: number; target: NameTarget | null }>()
  for (const item of items) {
    if (item.review === 'discarded') continue
    for (const unit of item.units) {
      const row = rows.get(unit.printedName)
      rows.set(unit.printedName, { count: (row?.count ?? 0) + 1, target: row?.target ?? unit.target })
    }
  }
  return [...rows]
    .map(([printedName, row]) => ({
      printedName,
      count: row.count,
      target: row.target,
      targetName: row.target === null ? null : names.describe(row.target),
      units: row.target === null ? null : names.count(row.target),
      candidates: names
        .candidates(printedName)
        .slice(0, 6)
        .map((one) => ({ ...one, name: names.describe(one.target) })),
    }))
    .toSorted((a, b) => Number(a.target !== null) - Number(b.target !== null) || b.count - a.count)
}

export async function sayName(
  ctx: Ctx,
  planId: PlanId,
  printedName: string,
  target: NameTarget | null,
): Promise<number> {
  const head = await getDraft(ctx, planId)
  const names = await nameIndexFor(ctx, head.issuerPath)
  if (target !== null) mustMean(names, target)
  const before = [
    ...(await listTasks(ctx.db, ctx.tenantId, planId)),
    ...(await listDuties(ctx.db, ctx.tenantId, planId)),
  ]
  const meant = before.flatMap((item) => item.units).find((unit) => unit.printedName === printedName)
  const changed =
    (await retargetName(ctx.db, ctx.tenantId, planId, printedName, target)) +
    (await retargetDutyName(ctx.db, ctx.tenantId, planId, printedName, target))
  if (changed === 0) throw new AppError('not_found')
  await audit(ctx, {
    action: 'plan.match_name',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
    before: { printedName, ...meaningOf(names, meant?.target ?? null) },
    after: { printedName, ...meaningOf(names, target) },
  })
  return changed
}
