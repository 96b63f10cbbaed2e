// What a person chooses about his mails, and what an administrator sees and tries. Letters themselves are written and
// delivered elsewhere.
import type { Language } from '#contract/error-texts.ts'
import type { PersonId } from '#domain/basics/ids.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getTenantName } from './delivery.queries.ts'
import { writeTest } from './digest.ts'
import {
  countLetters,
  findMailChoice,
  getOwnAddress,
  listTroubles,
  type MailChoice,
  saveMailChoice,
  type Trouble,
} from './mail.queries.ts'

export type OwnMail = MailChoice & { setUp: boolean; address: string | null }

export async function getOwnMail(ctx: Ctx): Promise<OwnMail> {
  const personId = personOf(ctx)
  const choice = await findMailChoice(ctx.db, ctx.tenantId, personId)
  const { email } = await getOwnAddress(ctx.db, ctx.tenantId, personId)
  return {
    setUp: ctx.mail !== null,
    address: email,
    ...(choice ?? { wanted: true, language: 'vi', version: 0 }),
  }
}

export async function setOwnMail(ctx: Ctx, choice: MailChoice): Promise<OwnMail> {
  const personId = personOf(ctx)
  const before = await findMailChoice(ctx.db, ctx.tenantId, personId)
  if (!(await saveMailChoice(ctx.db, ctx.tenantId, personId, choice, ctx.now)))
    throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'account.mail_choice',
    object: { kind: 'person', id: personId, name: ctx.actor.name },
    unitId: null,
    ...(before === undefined ? {} : { before: shown(before) }),
    after: shown(choice),
  })
  return await getOwnMail(ctx)
}

function shown({ wanted, language }: MailChoice): Record<string, unknown> {
  return { mailWanted: wanted, language }
}

function personOf(ctx: Ctx): PersonId {
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  return ctx.actor.personId
}

const daysBack = 30
const mostTroubles = 20

export type MailState = {
  setUp: boolean
  from: string | null
  waiting: number
  sent: number
  failed: number
  lastSentAt: Date | null
  troubles: Trouble[]
}

export async function getMailState(ctx: Ctx): Promise<MailState> {
  mustBeAllowed(ctx, 'tenant.settings', { tenantId: ctx.tenantId, path: null })
  const since = new Date(ctx.now.getTime() - daysBack * 86_400_000)
  return {
    setUp: ctx.mail !== null,
    from: ctx.mail?.from ?? null,
    ...(await countLetters(ctx.db, ctx.tenantId, since)),
    troubles: await listTroubles(ctx.db, ctx.tenantId, since, mostTroubles),
  }
}

/** Outside any transaction; the answer of the mail server is told as it is. */
export async function sendTestMail(ctx: Ctx): Promise<string> {
  mustBeAllowed(ctx, 'tenant.settings', { tenantId: ctx.tenantId, path: null })
  const { name, email } = await getOwnAddress(ctx.db, ctx.tenantId, personOf(ctx))
  if (ctx.mail === null) throw refused('not_set_up')
  if (email === null || email === '') throw refused('no_address')
  const tenantName = await getTenantName(ctx.db, ctx.tenantId)
  const answer = await ctx.mail.send({
    id: newId(ctx.now.getTime()),
    to: { name, address: email },
    language: ctx.language,
    ...writeTest({ language: ctx.language, tenantName, publicUrl: ctx.mail.publicUrl }),
    at: ctx.now,
  })
  if (!answer.ok) throw refused(answer.reason, answer.message)
  return email
}

export async function noteTestMail(ctx: Ctx, address: string): Promise<void> {
  await audit(ctx, {
    action: 'mail.test',
    object: { kind: 'person', id: personOf(ctx), name: ctx.actor.name },
    unitId: null,
    after: { email: address },
  })
}

type Reason = 'not_set_up' | 'no_address' | 'refused' | 'put_off' | 'unreachable'

function refused(reason: Reason, said = ''): AppError {
  const message: Record<Language, string> = {
    vi: texts[reason].vi.replace('{said}', said),
    en: texts[reason].en.replace('{said}', said),
  }
  return new AppError('mail_refused', { reason, message })
}

const texts: Record<Reason, Record<Language, string>> = {
  not_set_up: {
    vi: 'Máy chủ thư chưa được cài đặt. Người vận hành đặt SMTP_URL rồi khởi động lại.',
    en: 'No mail server is set up. Whoever operates the installation sets SMTP_URL and starts it again.',
  },
  no_address: {
    vi: 'Tài khoản của ông/bà chưa có địa chỉ thư điện tử. Hãy ghi địa chỉ ở trang Người dùng rồi thử lại.',
    en: 'Your account has no e-mail address. Write it down on the page of people and try again.',
  },
  refused: { vi: 'Máy chủ thư từ chối: {said}', en: 'The mail server refused: {said}' },
  put_off: {
    vi: 'Máy chủ thư chưa nhận, thử lại sau ít phút: {said}',
    en: 'The mail server did not take it; try again in a few minutes: {said}',
  },
  unreachable: {
    vi: 'Không kết nối được với máy chủ thư: {said}. Hãy kiểm tra địa chỉ, cổng, tài khoản trong SMTP_URL.',
    en: 'The mail server cannot be reached: {said}. Check the address, port and account in SMTP_URL.',
  },
}
