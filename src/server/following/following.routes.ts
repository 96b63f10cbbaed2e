import { followingContract } from '#contract/following.ts'
import { plansContract } from '#contract/plans.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { previewPublishing, publishPlan } from './publish.service.ts'
import {
  getEvidence,
  getTask,
  keepEvidence,
  listWork,
  mustMayReport,
  reportProgress,
  storeEvidence,
} from './following.service.ts'

export function mountFollowing(app: App): void {
  read(
    app,
    plansContract.previewPublishing,
    async (ctx, { params }) => await previewPublishing(ctx, params.planId),
  )
  write(app, plansContract.publishPlan, {
    change: async (ctx, { params, body }) => await publishPlan(ctx, params.planId, body.version),
  })
  read(app, followingContract.listWork, async (ctx, { query }) => await listWork(ctx, query))
  read(app, followingContract.getTask, async (ctx, { params }) => {
    const { task, work, thread } = await getTask(ctx, params.taskId)
    const { issuerPath: _path, ...shown } = task
    return { ...shown, work, thread: thread.map((entry) => ({ ...entry, at: entry.at.toISOString() })) }
  })
  write(app, followingContract.uploadEvidence, {
    prepare: async (ctx, { params, query, bytes }) => {
      await mustMayReport(ctx, params.assignmentId)
      return await storeEvidence(ctx, bytes, query.fileName)
    },
    change: async (ctx, { params, query, bytes }, sha256) => {
      await keepEvidence(ctx, params.assignmentId, { sha256, size: bytes.length, fileName: query.fileName })
      return { sha256, fileName: query.fileName }
    },
  })
  write(app, followingContract.reportProgress, {
    change: async (ctx, { params, body }) =>
      await reportProgress(ctx, params.assignmentId, params.windowNo, body),
  })
  read(
    app,
    followingContract.downloadEvidence,
    async (ctx, { params }) => await getEvidence(ctx, params.progressId, params.sha256),
  )
}
