import type { z } from 'zod'
import { allocationContract } from '#contract/allocation.ts'
import type { planTarget } from '#contract/plan-items.ts'
import type { PlanHead } from '#contract/plans.ts'
import { targetFaults } from '#domain/plans/plan-target.ts'
import type { Head } from '#server/plans/plans.service.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { getAllocation, listAllocations, saveAllocation, type TargetRow } from './allocation.service.ts'
import { getBasis, listBases } from './basis.service.ts'
import { giveTarget, listGivenTargets } from './giving.service.ts'
import { checkWorkbook, shareTemplate } from './share-workbook.service.ts'

export function mountAllocation(app: App): void {
  read(app, allocationContract.listAllocations, async (ctx, { params }) => {
    const { head, targets } = await listAllocations(ctx, params.planId)
    return {
      head: headView(head),
      targets: targets.map((line) => ({ ...line, target: targetView(line.target) })),
    }
  })
  read(app, allocationContract.getAllocation, async (ctx, { params }) => {
    const { head, target, whole, stored, ...page } = await getAllocation(ctx, params.targetId)
    return {
      ...page,
      head: headView(head),
      target: targetView(target),
      measure: whole?.measure ?? null,
      allocationId: stored?.allocationId ?? null,
      version: stored?.version ?? 0,
      givenNo: stored?.givenNo ?? 0,
      audience: stored?.audience ?? null,
      givings: page.givings.map((giving) => ({ ...giving, at: giving.at.toISOString() })),
      bases: await listBases(ctx, head, target),
    }
  })
  write(app, allocationContract.saveAllocation, {
    change: async (ctx, { params, body }) => await saveAllocation(ctx, params.targetId, body),
  })
  read(
    app,
    allocationContract.getBasis,
    async (ctx, { params, query }) => await getBasis(ctx, params.targetId, query.source),
  )
  write(app, allocationContract.giveTarget, {
    change: async (ctx, { params, body }) => await giveTarget(ctx, params.targetId, body),
  })
  read(
    app,
    allocationContract.downloadShareTemplate,
    async (ctx, { params }) => await shareTemplate(ctx, params.targetId),
  )
  read(
    app,
    allocationContract.checkShares,
    async (ctx, { params, query, bytes }) => await checkWorkbook(ctx, params.targetId, bytes, query.fileName),
  )
  read(
    app,
    allocationContract.listGivenTargets,
    async (ctx, { params, query }) => await listGivenTargets(ctx, params.unitId, query.schoolYear),
  )
}

function headView(head: Head): PlanHead {
  return {
    ...head,
    createdAt: head.createdAt.toISOString(),
    publishedAt: head.publishedAt?.toISOString() ?? null,
  }
}

function targetView({ planId: _plan, ...target }: TargetRow): z.output<typeof planTarget> {
  return { ...target, faults: targetFaults(target) }
}
