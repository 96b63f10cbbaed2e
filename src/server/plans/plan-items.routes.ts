import { planItemsContract } from '#contract/plan-items.ts'
import { type App, write } from '#server/platform/route.ts'
import { addDuty, changeDuty } from './duties.service.ts'
import { namesOf } from './names.service.ts'
import { dutyView, targetView } from './plan-views.ts'
import { mergeItems, splitItem } from './reshape.service.ts'
import { addTarget, changeTarget } from './targets.service.ts'

export function mountPlanItems(app: App): void {
  write(app, planItemsContract.changeTarget, {
    change: async (ctx, { params, body }) => targetView(await changeTarget(ctx, params.targetId, body)),
  })
  write(app, planItemsContract.addTarget, {
    change: async (ctx, { params, body }) => targetView(await addTarget(ctx, params.planId, body)),
  })
  write(app, planItemsContract.changeDuty, {
    change: async (ctx, { params, body }) => {
      const duty = await changeDuty(ctx, params.dutyId, body)
      return dutyView(duty, await namesOf(ctx, duty.planId))
    },
  })
  write(app, planItemsContract.addDuty, {
    change: async (ctx, { params, body }) =>
      dutyView(await addDuty(ctx, params.planId, body), await namesOf(ctx, params.planId)),
  })
  write(app, planItemsContract.splitItem, {
    change: async (ctx, { params, body }) => ({ addedId: await splitItem(ctx, params.planId, body) }),
  })
  write(app, planItemsContract.mergeItems, {
    change: async (ctx, { params, body }) => {
      await mergeItems(ctx, params.planId, body)
      return {}
    },
  })
}
