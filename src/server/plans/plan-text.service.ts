// The words around the items of a plan that is written here. A plan read from a file keeps the words of that file:
// nothing here changes those, nor those of a plan that is published.
import type { PlanId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { textForYear } from '#domain/plans/next-year.ts'
import { checkText, type PlanText, textOfOutline, usualText } from '#domain/plans/plan-text.ts'
import { readOutline } from '#domain/reading/outline.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { getLetterhead } from './letterhead.service.ts'
import { findText, insertText, updateText } from './plan-text.queries.ts'
import { getDraft, getHead, getSource, type Head } from './plans.service.ts'

/** Null where the words are those of a file. */
export async function textOf(ctx: Ctx, head: Head): Promise<PlanText | null> {
  if (head.documentId !== null) return null
  return (await findText(ctx.db, ctx.tenantId, head.planId))?.content ?? usualText()
}

export async function getText(ctx: Ctx, planId: PlanId) {
  const head = await getHead(ctx, planId)
  mustBeWrittenHere(head)
  const row = await findText(ctx.db, ctx.tenantId, planId)
  const day = head.signedOn ?? head.publishedOn ?? ctx.today
  const { signature, recipients } = await getLetterhead(ctx, head.issuerUnitId, day)
  return {
    version: row?.version ?? 0,
    text: row?.content ?? usualText(),
    usual: { recipients, authority: [...signature.authority], name: signature.name },
    changedAt: row?.changedAt.toISOString() ?? null,
    changedByName: row?.changedByName ?? null,
  }
}

export async function changeText(
  ctx: Ctx,
  planId: PlanId,
  given: { version: number; text: PlanText },
): Promise<{ version: number; changedAt: string }> {
  const head = await getDraft(ctx, planId)
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  mustBeWrittenHere(head)
  const fault = checkText(given.text)
  if (fault !== null)
    throw new AppError('bad_request', { fields: [{ path: 'text.sections', message: fault }] })
  const before = await findText(ctx.db, ctx.tenantId, planId)
  if ((before?.version ?? 0) !== given.version) throw new AppError('changed_meanwhile')
  const row = { tenantId: ctx.tenantId, planId, content: given.text, by: ctx.actor.personId, at: ctx.now }
  if (before === undefined) await insertText(ctx.db, row)
  else if (!(await updateText(ctx.db, given.version, row))) throw new AppError('changed_meanwhile')
  const [was, is] = changed(before?.content ?? usualText(), given.text)
  await audit(ctx, {
    action: 'plan.write',
    object: { kind: 'plan', id: planId, name: head.title },
    unitId: head.issuerUnitId,
    before: was,
    after: is,
  })
  return { version: given.version + 1, changedAt: ctx.now.toISOString() }
}

function mustBeWrittenHere(head: Head): void {
  if (head.documentId !== null) throw new AppError('step_not_allowed', { reason: 'read_from_file' })
}

/** It is saved while it is typed: the trail holds what became different, not the whole text each time. */
function changed(was: PlanText, is: PlanText): [Partial<PlanText>, Partial<PlanText>] {
  const before: Partial<PlanText> = {}
  const after: Partial<PlanText> = {}
  const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)
  if (differ(was.bases, is.bases)) [before.bases, after.bases] = [was.bases, is.bases]
  if (differ(was.recipients, is.recipients))
    [before.recipients, after.recipients] = [was.recipients, is.recipients]
  if (differ(was.signature, is.signature)) [before.signature, after.signature] = [was.signature, is.signature]
  if (differ(was.sections, is.sections)) {
    const place = (text: PlanText) =>
      new Map(text.sections.map((section, index) => [section.key, [index, section]]))
    const [old, now] = [place(was), place(is)]
    before.sections = was.sections.filter(({ key }) => differ(old.get(key), now.get(key)))
    after.sections = is.sections.filter(({ key }) => differ(old.get(key), now.get(key)))
  }
  return [before, after]
}

/** The words of a plan of another year, with its school year replaced where it is named. */
export async function textForNextYear(
  ctx: Ctx,
  source: PlanId,
  from: SchoolYear,
  to: SchoolYear,
): Promise<PlanText> {
  const head = await getHead(ctx, source)
  const read = await getSource(ctx, source)
  const text =
    read === null
      ? ((await textOf(ctx, head)) ?? usualText())
      : textOfOutline(readOutline(read.source, read.reading), {
          targets: read.reading.targets.map((target) => ({ at: { ...target.at } })),
          duties: read.reading.duties.map((duty) => ({ at: { ...duty.at }, text: duty.text })),
        })
  const moved = (words: string) => textForYear(words, from, to)
  return {
    bases: text.bases.map(moved),
    recipients: text.recipients,
    signature: null,
    sections: text.sections.map((section) => ({
      ...section,
      title: moved(section.title),
      text: moved(section.text),
    })),
  }
}
