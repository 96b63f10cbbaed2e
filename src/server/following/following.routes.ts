import { calendarFeedsContract } from '#contract/calendar-feeds.ts'
import { followingContract } from '#contract/following.ts'
import { amendmentsContract } from '#contract/plan-amendments.ts'
import { urgingContract } from '#contract/following-urging.ts'
import { plansContract } from '#contract/plans.ts'
import { workViewsContract } from '#contract/work-views.ts'
import { documentName } from '#domain/writing/printed-document.ts'
import { writeDocx } from '#server/formats/docx-write.ts'
import { writePdf } from '#server/formats/pdf-write.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { previewAmendment, publishAmendment } from './amend.service.ts'
import { giveToJoined } from './joined.service.ts'
import { previewPublishing, publishPlan } from './publish.service.ts'
import { getTask, listWork } from './following.service.ts'
import { endOwnFeed, listOwnFeeds, makeFeed, readFeed } from './calendar-feeds.service.ts'
import { listByUnit, listYear } from './work-views.service.ts'
import { getUrgingRule, setUrgingRule } from './automatic-urging.service.ts'
import { getUrgingLetter } from './urging-letter.service.ts'
import { listUrgings, previewUrging, urge } from './urging.service.ts'
import { listSuccessors, passOn } from './pass-on.service.ts'
import {
  getEvidence,
  keepEvidence,
  mustMayReport,
  reportProgress,
  storeEvidence,
} from './progress.service.ts'
import { hand, listColleagues, moveOn, moveWindow } from './steps.service.ts'

export function mountFollowing(app: App): void {
  mountSteps(app)
  read(
    app,
    plansContract.previewPublishing,
    async (ctx, { params }) => await previewPublishing(ctx, params.planId),
  )
  read(
    app,
    amendmentsContract.previewAmendment,
    async (ctx, { params }) => await previewAmendment(ctx, params.amendmentId),
  )
  write(app, amendmentsContract.publishAmendment, {
    change: async (ctx, { params, body }) => await publishAmendment(ctx, params.amendmentId, body.version),
  })
  write(app, amendmentsContract.giveToJoined, {
    change: async (ctx, { params }) => await giveToJoined(ctx, params.planId),
  })
  write(app, plansContract.publishPlan, {
    change: async (ctx, { params, body }) => await publishPlan(ctx, params.planId, body.version),
  })
  read(app, followingContract.listWork, async (ctx, { query }) => await listWork(ctx, query))
  read(app, workViewsContract.listYearItems, async (ctx, { query }) => await listYear(ctx, query))
  read(app, workViewsContract.listWorkByUnit, async (ctx, { query }) => await listByUnit(ctx, query))
  read(app, calendarFeedsContract.listCalendarFeeds, async (ctx) =>
    (await listOwnFeeds(ctx)).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
  )
  write(app, calendarFeedsContract.makeCalendarFeed, {
    change: async (ctx, { body }) => await makeFeed(ctx, body.unitId),
  })
  write(app, calendarFeedsContract.endCalendarFeed, {
    change: async (ctx, { params }) => {
      await endOwnFeed(ctx, params.feedId)
      return {}
    },
  })
  read(
    app,
    calendarFeedsContract.readCalendarFeed,
    async (ctx, { params }) => await readFeed(ctx, params.token),
  )
  read(app, followingContract.getTask, async (ctx, { params }) => {
    const { task, ...rest } = await getTask(ctx, params.taskId)
    return {
      ...task,
      ...rest,
      thread: rest.thread.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
      steps: rest.steps.map((step) => ({ ...step, at: step.at.toISOString() })),
    }
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

function mountSteps(app: App): void {
  write(app, followingContract.moveAssignment, {
    change: async (ctx, { params, body }) => {
      await moveOn(ctx, params.assignmentId, body)
      return {}
    },
  })
  write(app, followingContract.moveWindow, {
    change: async (ctx, { params, body }) => {
      await moveWindow(ctx, params.assignmentId, params.windowNo, body)
      return {}
    },
  })
  read(
    app,
    followingContract.listColleagues,
    async (ctx, { params }) => await listColleagues(ctx, params.assignmentId),
  )
  write(app, followingContract.handAssignment, {
    change: async (ctx, { params, body }) => {
      await hand(ctx, params.assignmentId, body)
      return {}
    },
  })
  read(
    app,
    followingContract.listSuccessors,
    async (ctx, { params }) => await listSuccessors(ctx, params.assignmentId),
  )
  write(app, followingContract.passOn, {
    change: async (ctx, { body }) => {
      await passOn(ctx, body.assignmentIds, body.toUnitId, body.reason)
      return {}
    },
  })
  read(app, urgingContract.previewUrging, async (ctx, { body }) => await previewUrging(ctx, body))
  read(app, urgingContract.listUrgings, async (ctx, { query }) => await listUrgings(ctx, query))
  read(app, urgingContract.getUrgingRule, async (ctx, { params }) => await getUrgingRule(ctx, params.unitId))
  write(app, urgingContract.setUrgingRule, {
    change: async (ctx, { params, body }) => await setUrgingRule(ctx, params.unitId, body),
  })
  read(app, urgingContract.exportUrgingDocx, async (ctx, { params, query }) => {
    const document = await getUrgingLetter(ctx, params.urgingId, query)
    return { bytes: await writeDocx(document), fileName: `${documentName(document)}.docx` }
  })
  read(app, urgingContract.exportUrgingPdf, async (ctx, { params, query }) => {
    const document = await getUrgingLetter(ctx, params.urgingId, query)
    return { bytes: await writePdf(document), fileName: `${documentName(document)}.pdf` }
  })
  write(app, urgingContract.urge, { change: async (ctx, { body }) => await urge(ctx, body) })
}
