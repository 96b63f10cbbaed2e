import { planTextsContract } from '#contract/plan-texts.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { changeText, getText } from './plan-text.service.ts'

export function mountPlanTexts(app: App): void {
  read(app, planTextsContract.getPlanText, async (ctx, { params }) => await getText(ctx, params.planId))
  write(app, planTextsContract.changePlanText, {
    change: async (ctx, { params, body }) => await changeText(ctx, params.planId, body),
  })
}
