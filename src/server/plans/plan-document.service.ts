// A plan as its official document, composed anew each time from its items and the text that it was read from.
import type { PlanId } from '#domain/basics/ids.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import type { TaskReview } from '#domain/plans/plan-task.ts'
import { planDocument } from '#domain/plans/plan-document.ts'
import { outlineOfText, usualText } from '#domain/plans/plan-text.ts'
import { readOutline } from '#domain/reading/outline.ts'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { getLetterhead } from './letterhead.service.ts'
import { lockPlan, setIssued } from './plans.queries.ts'
import { textOf } from './plan-text.service.ts'
import { getHead, getPlan, getSource } from './plans.service.ts'

/** As it would print now: what was discarded or ended by an amendment is left out, what was corrected stands in its new words. */
export async function getPlanDocument(ctx: Ctx, planId: PlanId): Promise<OfficialDocument> {
  const { head, ...all } = await getPlan(ctx, planId)
  const stays = (item: { endedOn: LocalDate | null }) => item.endedOn === null
  const items = {
    targets: all.targets.filter(stays),
    duties: all.duties.filter(stays),
    tasks: all.tasks.filter(stays),
  }
  const read = await getSource(ctx, planId)
  const letterhead = await getLetterhead(
    ctx,
    head.issuerUnitId,
    head.signedOn ?? head.publishedOn ?? ctx.today,
  )
  const text = await textOf(ctx, head)
  const counts = { target: kept(items.targets), duty: kept(items.duties) }
  return planDocument(
    head,
    { ...letterhead, signature: text?.signature ?? letterhead.signature },
    read === null
      ? outlineOfText(text ?? usualText(), (holding) => counts[holding] > 0)
      : readOutline(read.source, read.reading),
    items,
    {
      targets: (read?.reading.targets ?? []).map((target) => ({ at: { ...target.at } })),
      duties: (read?.reading.duties ?? []).map((duty) => ({ at: { ...duty.at }, text: duty.text })),
    },
  )
}

function kept(items: readonly { review: TaskReview }[]): number {
  return items.filter((item) => item.review !== 'discarded').length
}

/** Number and day are given by the agency's register after signing; both may be corrected, each time leaves its trace. */
export async function recordIssue(
  ctx: Ctx,
  planId: PlanId,
  given: { version: number; number: string; signedOn: LocalDate },
): Promise<number> {
  await lockPlan(ctx.db, ctx.tenantId, planId)
  const head = await getHead(ctx, planId, 'plan.publish')
  if (head.state !== 'published') throw new AppError('step_not_allowed', { reason: head.state })
  const { version, ...set } = given
  if (set.signedOn > ctx.today)
    throw new AppError('bad_request', { fields: [{ path: 'signedOn', message: 'lies_ahead' }] })
  if (!(await setIssued(ctx.db, ctx.tenantId, planId, version, set))) throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'plan.issue',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
    before: { number: head.number, signedOn: head.signedOn },
    after: set,
  })
  return version + 1
}
