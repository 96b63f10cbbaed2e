import { targetsContract } from '#contract/targets.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { getTarget, listLastYear, listTargets, recordResult, setMeasure } from './targets.service.ts'

export function mountTargets(app: App): void {
  read(app, targetsContract.listTargets, async (ctx, { query }) => await listTargets(ctx, query))
  read(app, targetsContract.getTarget, async (ctx, { params }) => await getTarget(ctx, params.targetId))
  read(app, targetsContract.listLastYear, async (ctx, { params }) => await listLastYear(ctx, params.planId))
  write(app, targetsContract.recordResult, {
    change: async (ctx, { params, body }) => await recordResult(ctx, params.targetId, body),
  })
  write(app, targetsContract.setMeasure, {
    change: async (ctx, { params, body }) => {
      await setMeasure(ctx, params.targetId, body)
      return {}
    },
  })
}
