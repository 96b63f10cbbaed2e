// Hands the letters that wait to the mail server, one after the other. A server that dies between handing over and noting it
// sends that one letter again, with the same Message-ID; nothing is lost, and nothing is tried without an end.
import { noticeSubject } from '#contract/notices.ts'
import { schoolYearOf } from '#domain/basics/school-year.ts'
import { minutesToNextAttempt, mostAttempts } from '#domain/notices/mailing.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import type { HandedOver, Mailer } from '#server/platform/mailer.ts'
import {
  type ClaimedLetter,
  claimLetter,
  endLetter,
  getRecipient,
  getTenantName,
  listLetterNotices,
  putOffLetter,
} from './delivery.queries.ts'
import { writeDigest } from './digest.ts'

// Longer than the mailer's own patience for one letter.
const claimMs = 15 * 60_000

/** False when the mail server takes nothing now: the rest waits for the next round. */
export async function deliverLetters(
  ctx: Ctx,
  mail: Mailer,
  clock: () => Date,
  isStopping: () => boolean,
): Promise<boolean> {
  const tenantName = await getTenantName(ctx.db, ctx.tenantId)
  while (!isStopping()) {
    const now = clock()
    const letter = await claimLetter(ctx.db, ctx.tenantId, now, new Date(now.getTime() + claimMs))
    if (letter === undefined) return true
    const handedOver = await deliver({ ...ctx, now }, mail, tenantName, letter)
    if (!handedOver.ok && handedOver.reason === 'unreachable') {
      ctx.log.warn({ message: handedOver.message }, 'mail server unreachable')
      return false
    }
  }
  return true
}

async function deliver(
  ctx: Ctx,
  mail: Mailer,
  tenantName: string,
  { mailId, personId, attempts }: ClaimedLetter,
): Promise<HandedOver> {
  const { db, tenantId, now } = ctx
  const person = await getRecipient(db, tenantId, personId)
  const address = person.email
  if (address === null || address === '' || !person.isActive || !person.wanted) {
    await endLetter(db, tenantId, mailId, { state: 'dropped', address, error: null, at: now })
    return { ok: true }
  }
  // Only servers that died with it in hand bring a letter here.
  if (attempts > mostAttempts) {
    await endLetter(db, tenantId, mailId, { state: 'failed', address, error: 'interrupted', at: now })
    return { ok: true }
  }
  const notices = await listLetterNotices(db, tenantId, mailId, ctx.today)
  const digest = writeDigest(
    notices.map((notice) => ({ ...notice, subject: noticeSubject.parse(notice.subject) })),
    {
      name: person.name,
      language: person.language,
      tenantName,
      publicUrl: mail.publicUrl,
      schoolYear: schoolYearOf(ctx.today),
    },
  )
  const handedOver = await mail.send({
    id: mailId,
    to: { name: person.name, address },
    language: person.language,
    ...digest,
    at: now,
  })
  await note(ctx, { mailId, address, attempts }, handedOver)
  return handedOver
}

async function note(
  { db, tenantId, now }: Ctx,
  { mailId, address, attempts }: Pick<ClaimedLetter, 'mailId' | 'attempts'> & { address: string },
  handedOver: HandedOver,
): Promise<void> {
  if (handedOver.ok) {
    await endLetter(db, tenantId, mailId, { state: 'sent', address, error: null, at: now })
    return
  }
  const error = handedOver.message
  const minutes = handedOver.reason === 'refused' ? null : minutesToNextAttempt(attempts)
  if (minutes === null) {
    await endLetter(db, tenantId, mailId, { state: 'failed', address, error, at: now })
    return
  }
  const at = new Date(now.getTime() + minutes * 60_000)
  await putOffLetter(db, tenantId, mailId, { at, address, error })
}
