// Writes what a person has not read into one letter: once a day, and at once when somebody waits for an answer. Whoever has
// no address, or wants none, keeps the notice in the product. Sends nothing.
import { businessDate } from '#domain/basics/dates.ts'
import type { MailId, UnitId } from '#domain/basics/ids.ts'
import { isLetterTime, urgentKinds } from '#domain/notices/mailing.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { newId } from '#server/platform/ids.ts'
import {
  countReached,
  fillLetters,
  insertLetters,
  listDue,
  lockLetters,
  type Recipients,
} from './letters.queries.ts'

/** Returns for how many persons there is something new to send. */
export async function writeLetters(ctx: Ctx): Promise<number> {
  await lockLetters(ctx.db)
  const writtenOn = businessDate(ctx.now.getTime(), 'Asia/Ho_Chi_Minh')
  const recipients = recipientsOf(ctx)
  const due = await listDue(ctx.db, recipients, {
    urgentKinds,
    writtenOn,
    letterTime: isLetterTime(ctx.now.getTime()),
  })
  if (due.length === 0) return 0
  // What still waits takes the new notices in.
  const letters = due.map(({ personId, waitingId }) => ({
    personId,
    mailId: waitingId ?? newId<MailId>(ctx.now.getTime()),
    isNew: waitingId === null,
  }))
  await insertLetters(
    ctx.db,
    ctx.tenantId,
    letters.filter((letter) => letter.isNew),
    { writtenOn, at: ctx.now },
  )
  await fillLetters(ctx.db, recipients, letters)
  return letters.length
}

/** How many persons of these units get a letter about what their units are told, and in how many of the units. */
export async function countMailed(
  ctx: Ctx,
  unitIds: readonly UnitId[],
): Promise<{ units: number; persons: number } | null> {
  if (ctx.mail === null) return null
  return await countReached(ctx.db, recipientsOf(ctx), unitIds)
}

const daysBack = 7

// An installation that turns mail on, or a person who does, is not sent the past.
function recipientsOf(ctx: Ctx): Recipients {
  return {
    tenantId: ctx.tenantId,
    day: ctx.today,
    since: new Date(ctx.now.getTime() - daysBack * 86_400_000),
  }
}
