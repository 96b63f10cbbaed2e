// Signing in and out, and knowing who is there. It tells nobody whether an account exists.
import type { Session } from '#contract/people.ts'
import { businessDate, type LocalDate } from '#domain/basics/dates.ts'
import type { AccountId, PersonId, SessionId, TenantId } from '#domain/basics/ids.ts'
import { next, previous, schoolYearOf } from '#domain/basics/school-year.ts'
import { fold } from '#domain/basics/text.ts'
import type { Grant } from '#domain/rights/can.ts'
import { checkPassword } from '#domain/people/password.ts'
import { phoneDigits } from '#domain/people/phone.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Ctx, PublicCtx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { findLiveAccount } from './live-account.queries.ts'
import { getAccount, getTenant, setPasswordHash } from './people.queries.ts'
import { hashPassword, verifyPassword } from './passwords.ts'
import { hashToken, newToken } from '#server/platform/tokens.ts'
import {
  type AccountRow,
  countFailures,
  deleteAttempt,
  endSessions,
  findAccount,
  findSession,
  forgetFailures,
  insertAttempt,
  insertSession,
  listGrants,
  listSessions,
  touchSession,
  type OwnSession,
} from './session.queries.ts'

const windowMinutes = 15
// A class of clerks behind one office address may err now and then; one account may not be guessed at.
const mostFailuresForName = 8
const mostFailuresForAddress = 60
const sessionDays = 30

export async function authenticate(
  ctx: PublicCtx,
  token: string,
): Promise<Pick<Ctx, 'tenantId' | 'actor' | 'today' | 'sessionId'> | null> {
  const row = await findSession(ctx.db, hashToken(token), ctx.now)
  if (row === undefined) return null
  const today = row.businessDate ?? businessDate(ctx.now.getTime(), 'Asia/Ho_Chi_Minh')
  const grants = await listGrants(ctx.db, row.tenantId, row.personId, today)
  // Often enough for the list of sessions, seldom enough not to write at every click.
  if (ctx.now.getTime() - row.seenAt.getTime() > 5 * 60_000)
    await touchSession(ctx.db, row.tenantId, row.sessionId, ctx.now)
  return {
    tenantId: row.tenantId,
    sessionId: row.sessionId,
    today,
    actor: {
      kind: 'person',
      tenantId: row.tenantId,
      personId: row.personId,
      accountId: row.accountId,
      name: row.fullName,
      grants,
    },
  }
}

/** Who stands behind something that an account has handed out, with the roles of today; null once the account has ended. */
export async function actAs(
  ctx: PublicCtx,
  tenantId: TenantId,
  accountId: AccountId,
): Promise<Pick<Ctx, 'tenantId' | 'actor' | 'today'> | null> {
  const row = await findLiveAccount(ctx.db, tenantId, accountId)
  if (row === undefined) return null
  const today = row.businessDate ?? businessDate(ctx.now.getTime(), 'Asia/Ho_Chi_Minh')
  const grants = await listGrants(ctx.db, tenantId, row.personId, today)
  return {
    tenantId,
    today,
    actor: { kind: 'person', tenantId, personId: row.personId, accountId, name: row.fullName, grants },
  }
}

/** Which roles a person holds on a day. */
export async function grantsOn(ctx: Ctx, personId: PersonId, day: LocalDate): Promise<Grant[]> {
  return await listGrants(ctx.db, ctx.tenantId, personId, day)
}

/** The slow part, before any transaction: throttling, then the password. */
export async function checkSignIn(ctx: PublicCtx, name: string, password: string): Promise<AccountRow> {
  // However a phone number is written, guesses at it count together.
  const nameKey = phoneDigits(name) ?? fold(name).slice(0, 100)
  const since = new Date(ctx.now.getTime() - windowMinutes * 60_000)
  const attempt = await insertAttempt(ctx.db, { at: ctx.now, nameKey, ip: ctx.request.ip })
  const failures = await countFailures(ctx.db, nameKey, ctx.request.ip, since)
  if (failures.forName > mostFailuresForName || failures.forAddress > mostFailuresForAddress) {
    // Who is not looked at does not wait longer for having asked.
    await deleteAttempt(ctx.db, attempt)
    throw new AppError('too_many_attempts', { minutes: windowMinutes })
  }
  const account = await findAccount(ctx.db, name.trim().toLowerCase(), phoneDigits(name))
  const right = await verifyPassword(account?.passwordHash ?? null, password)
  if (account !== undefined && account.active && right) {
    await deleteAttempt(ctx.db, attempt)
    return account
  }
  if (account !== undefined) {
    ctx.keep(async (db) => {
      const origin = {
        tenantId: account.tenantId,
        actor: { kind: 'system', name: 'Đăng nhập' },
        at: ctx.now,
        request: ctx.request,
      } as const
      await writeAudit(db, origin, {
        action: 'session.refuse',
        object: { kind: 'account', id: account.accountId, name: account.userName },
        unitId: null,
      })
    })
  }
  throw new AppError('sign_in_failed')
}

export async function openSession(
  ctx: PublicCtx,
  account: Pick<AccountRow, 'tenantId' | 'accountId' | 'personId' | 'fullName' | 'userName'>,
): Promise<Session> {
  const { token, tokenHash } = newToken()
  const id = newId<SessionId>(ctx.now.getTime())
  const expiresAt = new Date(ctx.now.getTime() + sessionDays * 24 * 3_600_000)
  await insertSession(ctx.db, {
    tenantId: account.tenantId,
    id,
    accountId: account.accountId,
    tokenHash,
    now: ctx.now,
    expiresAt,
    ip: ctx.request.ip,
    userAgent: ctx.request.userAgent,
  })
  await forgetFailures(ctx.db, account.tenantId, account.accountId)
  const actor = { kind: 'person', personId: account.personId, name: account.fullName } as const
  await writeAudit(
    ctx.db,
    { tenantId: account.tenantId, actor, at: ctx.now, request: ctx.request },
    {
      action: 'session.open',
      object: { kind: 'account', id: account.accountId, name: account.userName },
      unitId: null,
    },
  )
  ctx.setCookie(token)
  const known = await authenticate(ctx, token)
  if (known === null) throw new AppError('sign_in_failed')
  return await describeSession({ ...ctx, ...known })
}

export async function describeSession(ctx: Ctx): Promise<Session> {
  if (ctx.actor.kind !== 'person' || ctx.sessionId === null) throw new AppError('not_signed_in')
  const [tenant, account, grants] = await Promise.all([
    getTenant(ctx.db, ctx.tenantId),
    getAccount(ctx.db, ctx.tenantId, ctx.actor.accountId),
    listGrants(ctx.db, ctx.tenantId, ctx.actor.personId, ctx.today),
  ])
  const year = schoolYearOf(ctx.today)
  return {
    tenantId: ctx.tenantId,
    tenantName: tenant.name,
    personId: ctx.actor.personId,
    accountId: ctx.actor.accountId,
    sessionId: ctx.sessionId,
    name: ctx.actor.name,
    userName: account.userName,
    jobTitle: account.jobTitle,
    today: ctx.today,
    todayIsSet: tenant.businessDate !== null,
    schoolYear: year,
    schoolYears: [next(year), year, previous(year), previous(previous(year))],
    grants,
  }
}

export async function closeSession(ctx: Ctx, sessionId: SessionId): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new AppError('not_signed_in')
  const ended = await endSessions(ctx.db, ctx.tenantId, ctx.actor.accountId, ctx.now, { only: sessionId })
  if (ended === 0) throw new AppError('not_found')
  const origin = { tenantId: ctx.tenantId, actor: ctx.actor, at: ctx.now, request: ctx.request }
  await writeAudit(ctx.db, origin, {
    action: 'session.end',
    object: { kind: 'session', id: sessionId, name: ctx.actor.name },
    unitId: null,
  })
  if (sessionId === ctx.sessionId) ctx.setCookie(null)
}

export async function listOwnSessions(ctx: Ctx): Promise<(OwnSession & { current: boolean })[]> {
  if (ctx.actor.kind !== 'person') return []
  const rows = await listSessions(ctx.db, ctx.tenantId, ctx.actor.accountId, ctx.now)
  return rows.map((row) => ({ ...row, current: row.sessionId === ctx.sessionId }))
}

/** Outside the transaction: checks the current password and hashes the next one. */
export async function preparePasswordChange(ctx: Ctx, current: string, next: string): Promise<string> {
  if (ctx.actor.kind !== 'person') throw new AppError('not_signed_in')
  const account = await getAccount(ctx.db, ctx.tenantId, ctx.actor.accountId)
  await checkSignIn(ctx, account.userName, current)
  const verdict = checkPassword(next, account.userName)
  if (!verdict.ok) throw new AppError('password_too_weak', { reason: verdict.reason })
  return await hashPassword(next)
}

export async function changePassword(ctx: Ctx, passwordHash: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new AppError('not_signed_in')
  await setPasswordHash(ctx.db, ctx.tenantId, ctx.actor.accountId, passwordHash)
  await endSessions(ctx.db, ctx.tenantId, ctx.actor.accountId, ctx.now, { spare: ctx.sessionId })
  const origin = { tenantId: ctx.tenantId, actor: ctx.actor, at: ctx.now, request: ctx.request }
  await writeAudit(ctx.db, origin, {
    action: 'account.password',
    object: { kind: 'account', id: ctx.actor.accountId, name: ctx.actor.name },
    unitId: null,
  })
}
