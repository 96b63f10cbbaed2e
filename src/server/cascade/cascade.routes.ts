import { cascadeContract } from '#contract/plan-cascade.ts'
import { listMoves } from '#server/plans/plan-steps.service.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { listUnitPlans, movePlan } from './approval.service.ts'
import { beginOwnPlan, listGiven, takeUp } from './derive.service.ts'

export function mountCascade(app: App): void {
  read(app, cascadeContract.listGiven, async (ctx, { params, query }) => {
    const { work, targets } = await listGiven(ctx, params.unitId, query.schoolYear)
    return { work: work.map(({ product: _product, windows: _windows, ...row }) => row), targets }
  })
  write(app, cascadeContract.beginOwnPlan, {
    change: async (ctx, { params, body }) => ({ planId: await beginOwnPlan(ctx, params.unitId, body) }),
  })
  write(app, cascadeContract.takeUp, {
    change: async (ctx, { params, body }) => await takeUp(ctx, params.planId, body),
  })
  write(app, cascadeContract.movePlan, {
    change: async (ctx, { params, body }) => {
      await movePlan(ctx, params.planId, body)
      return {}
    },
  })
  read(app, cascadeContract.listPlanMoves, async (ctx, { params }) =>
    (await listMoves(ctx, params.planId)).map((step) => ({ ...step, at: step.at.toISOString() })),
  )
  read(app, cascadeContract.listUnitPlans, async (ctx, { params, query }) => {
    const page = await listUnitPlans(ctx, params.unitId, query)
    return { ...page, rows: page.rows.map((row) => ({ ...row, since: row.since?.toISOString() ?? null })) }
  })
}
