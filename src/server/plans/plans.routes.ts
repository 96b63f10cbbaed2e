import { plansContract, type PlanTaskView } from '#contract/plans.ts'
import { type App, read, write } from '#server/platform/route.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { nameIndexFor } from './name-index.service.ts'
import { listNames, namesOf, sayName } from './names.service.ts'
import type { TaskRow } from './plan-tasks.queries.ts'
import {
  changeHead,
  createDraft,
  discardPlan,
  getFile,
  getPlan,
  getSource,
  listPlans,
  prepareUpload,
} from './plans.service.ts'
import { dutyView, headView, targetView, taskView } from './plan-views.ts'
import { acceptAsRead, addTask, changeTask } from './review.service.ts'

export function mountPlans(app: App): void {
  read(app, plansContract.listPlans, async (ctx, { query }) =>
    (await listPlans(ctx, query.unitId, query.schoolYear)).map(headView),
  )
  write(app, plansContract.uploadPlan, {
    prepare: async (ctx, { params, query, bytes }) =>
      await prepareUpload(ctx, params.unitId, bytes, query.fileName),
    change: async (ctx, { params, query, bytes }, upload) => ({
      ...(await createDraft(
        ctx,
        params.unitId,
        { fileName: query.fileName, size: bytes.length, schoolYear: query.schoolYear },
        upload,
      )),
      problems: upload.reading.problems.map((problem) => ({
        message: problem.message,
        at: problem.at === null ? null : { ...problem.at },
      })),
    }),
  })
  read(app, plansContract.getPlan, async (ctx, { params }) => {
    const { head, targets, duties, tasks } = await getPlan(ctx, params.planId)
    const names = await nameIndexFor(ctx, head.issuerPath)
    return {
      head: headView(head),
      targets: targets.map(targetView),
      duties: duties.map((duty) => dutyView(duty, names)),
      tasks: tasks.map((task) => taskView(task, names)),
    }
  })
  read(app, plansContract.getPlanSource, async (ctx, { params }) => {
    const found = await getSource(ctx, params.planId)
    if (found === null) return { format: 'none', blocks: [], problems: [], notFound: [] }
    const problems = found.reading.problems.map((problem) => ({
      message: problem.message,
      at: problem.at === null ? null : { ...problem.at },
    }))
    return {
      format: found.source.format,
      blocks: found.source.blocks,
      problems,
      notFound: found.reading.notFound,
    }
  })
  read(app, plansContract.downloadPlanFile, async (ctx, { params }) => await getFile(ctx, params.planId))
  write(app, plansContract.changePlan, {
    change: async (ctx, { params, body }) => ({ version: await changeHead(ctx, params.planId, body) }),
  })
  write(app, plansContract.discardPlan, {
    change: async (ctx, { params, body }) => {
      await discardPlan(ctx, params.planId, body.version)
      return {}
    },
  })
  write(app, plansContract.changeTask, {
    change: async (ctx, { params, body }) => await withNames(ctx, await changeTask(ctx, params.taskId, body)),
  })
  write(app, plansContract.reviewTasks, {
    change: async (ctx, { params, body }) => ({
      accepted: await acceptAsRead(ctx, params.planId, body),
    }),
  })
  write(app, plansContract.addTask, {
    change: async (ctx, { params, body }) => await withNames(ctx, await addTask(ctx, params.planId, body)),
  })
  read(app, plansContract.listNames, async (ctx, { params }) => await listNames(ctx, params.planId))
  write(app, plansContract.matchName, {
    change: async (ctx, { params, body }) => ({
      changed: await sayName(ctx, params.planId, body.printedName, body.target),
    }),
  })
}

async function withNames(ctx: Ctx, task: TaskRow): Promise<PlanTaskView> {
  return taskView(task, await namesOf(ctx, task.planId))
}
