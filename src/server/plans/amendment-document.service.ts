// An amendment as its official document, composed anew each time.
import type { AmendmentId } from '#domain/basics/ids.ts'
import { amendmentDocument } from '#domain/plans/amendment-document.ts'
import type { OfficialDocument } from '#domain/writing/official-document.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { getAmendment } from './amendments.service.ts'
import { getLetterhead } from './letterhead.service.ts'

export async function getAmendmentDocument(ctx: Ctx, amendmentId: AmendmentId): Promise<OfficialDocument> {
  const { amendment, plan, entries } = await getAmendment(ctx, amendmentId)
  const day = amendment.signedOn ?? amendment.publishedOn ?? ctx.today
  const letterhead = await getLetterhead(ctx, plan.head.issuerUnitId, day)
  return amendmentDocument(plan.head, letterhead, { ...amendment, entries })
}
