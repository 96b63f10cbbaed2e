import { type AmendmentEntry, type AmendmentHead, amendmentsContract } from '#contract/plan-amendments.ts'
import { type ItemState, nameOfState, sayState } from '#domain/plans/amendment.ts'
import { documentName } from '#domain/writing/printed-document.ts'
import { writeDocx } from '#server/formats/docx-write.ts'
import { writePdf } from '#server/formats/pdf-write.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { getPlanAsOf, listItemAmendments } from './amended-plan.service.ts'
import { getAmendmentDocument } from './amendment-document.service.ts'
import type { AmendmentRow, EntryRow } from './amendments.queries.ts'
import {
  changeAmendment,
  createAmendment,
  discardAmendment,
  entryFaults,
  getAmendment,
  listAmendments,
  nameOfEntry,
  removeEntry,
  saveEntry,
} from './amendments.service.ts'
import type { Names } from './name-index.service.ts'
import { headView } from './plan-views.ts'
import type { WholePlan } from './plans.service.ts'

export function mountAmendments(app: App): void {
  read(app, amendmentsContract.listAmendments, async (ctx, { params }) =>
    (await listAmendments(ctx, params.planId)).map(amendmentView),
  )
  write(app, amendmentsContract.createAmendment, {
    change: async (ctx, { params, body }) => await createAmendment(ctx, params.planId, body),
  })
  read(app, amendmentsContract.getAmendment, async (ctx, { params }) => {
    const { amendment, plan, entries, names } = await getAmendment(ctx, params.amendmentId)
    const open = amendment.state === 'draft' ? plan : null
    return {
      amendment: amendmentView(amendment),
      plan: headView(plan.head),
      entries: entries.map((entry) => entryView(ctx, entry, names, open)),
    }
  })
  write(app, amendmentsContract.changeAmendment, {
    change: async (ctx, { params, body }) => ({
      version: await changeAmendment(ctx, params.amendmentId, body),
    }),
  })
  write(app, amendmentsContract.saveEntry, {
    change: async (ctx, { params, body }) => await saveEntry(ctx, params.amendmentId, body),
  })
  write(app, amendmentsContract.removeEntry, {
    change: async (ctx, { params, body }) => ({ version: await removeEntry(ctx, params.amendmentId, body) }),
  })
  write(app, amendmentsContract.discardAmendment, {
    change: async (ctx, { params, body }) => {
      await discardAmendment(ctx, params.amendmentId, body.version)
      return {}
    },
  })
  read(app, amendmentsContract.exportAmendmentDocx, async (ctx, { params }) => {
    const document = await getAmendmentDocument(ctx, params.amendmentId)
    return { bytes: await writeDocx(document), fileName: `${documentName(document)}.docx` }
  })
  read(app, amendmentsContract.exportAmendmentPdf, async (ctx, { params }) => {
    const document = await getAmendmentDocument(ctx, params.amendmentId)
    return { bytes: await writePdf(document), fileName: `${documentName(document)}.pdf` }
  })
  read(app, amendmentsContract.getPlanAsOf, async (ctx, { params, query }) => {
    const { plan, names, day, items } = await getPlanAsOf(ctx, params.planId, query.day ?? ctx.today)
    return {
      plan: headView(plan),
      day,
      items: items.map(({ state, ...item }) => ({
        ...item,
        name: nameOfState(state),
        said: sayState(state, ctx.language, names.describe),
      })),
    }
  })
  read(app, amendmentsContract.listItemAmendments, async (ctx, { params }) => {
    const { names, found } = await listItemAmendments(ctx, params.itemId)
    return found.map(({ amendment, entry }) => ({
      amendment: amendmentView(amendment),
      entry: entryView(ctx, entry, names, null),
    }))
  })
}

function amendmentView(row: AmendmentRow): AmendmentHead {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }
}

/** `open`: the plan, where the entry may still be stopped by something. */
function entryView(ctx: Ctx, entry: EntryRow, names: Names, open: WholePlan | null): AmendmentEntry {
  const { entryId, kind, act, itemId, before, after } = entry
  const said = (state: ItemState | null) =>
    state === null ? null : sayState(state, ctx.language, names.describe)
  return {
    entryId,
    kind,
    act,
    itemId,
    name: nameOfEntry(entry),
    // The domain's states are readonly; what crosses the wire is a copy.
    before: before as AmendmentEntry['before'],
    after: after as AmendmentEntry['after'],
    beforeSaid: said(before),
    afterSaid: said(after),
    faults: open === null ? [] : entryFaults(entry, open),
  }
}
