// long because: one function per act on a person; they share the two checks of reach.
// People, their accounts and roles. Nobody gives a role beyond his own reach; the last administrator stays.
import type { z } from 'zod'
import type { accountsContract, issuedLink } from '#contract/people.ts'
import type { AccountId, MembershipId, PersonId, UnitId } from '#domain/basics/ids.ts'
import { fold } from '#domain/basics/text.ts'
import { checkPassword } from '#domain/people/password.ts'
import { phoneDigits } from '#domain/people/phone.ts'
import { type Action, can, isBelow, type Role, scopeOf } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'
import { transact } from '#server/database/transact.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit, auditAll, type AuditEntry, writeAudit } from '#server/platform/audit.ts'
import type { Ctx, PublicCtx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getUnit, getUnitFor, labelsOf } from '#server/units/units.service.ts'
import { hashPassword } from './passwords.ts'
import { hashToken, newToken } from '#server/platform/tokens.ts'
import { setPasswordHash } from './people.queries.ts'
import {
  countAdministrators,
  endMembership as endMembershipRow,
  findLink,
  findPerson,
  findPersons,
  insertLinks,
  insertMembership,
  insertPerson,
  type LinkRow,
  listAdministratorRows,
  listPersons,
  lockAdministrators,
  type PersonRow,
  setDeactivated,
  spendLink,
  updatePerson,
} from './persons.queries.ts'
import { endSessions, findAccount } from './session.queries.ts'
import { openSession } from './session.service.ts'

type Contract = typeof accountsContract
const pageSize = 100
const linkDays = 14

export async function listPeople(
  ctx: Ctx,
  query: z.output<Contract['listPeople']['query']>,
): Promise<{ rows: PersonRow[]; next: string | null; total: number }> {
  const unit = await getUnitFor(ctx, 'person.read', query.unitId)
  const offset = Number(query.after ?? 0)
  const page = await listPersons(ctx.db, scopeOf(ctx.actor, 'person.read'), ctx.today, {
    under: unit.path,
    search: fold(query.search ?? ''),
    state: query.state,
    offset,
    limit: pageSize,
  })
  return { ...page, next: offset + pageSize < page.total ? String(offset + pageSize) : null }
}

/** Seen by whoever may read people of one of the units he works in; changed only by whom all of his roles lie under. */
export async function getPerson(
  ctx: Ctx,
  personId: PersonId,
  action: Action = 'person.read',
): Promise<PersonRow> {
  const person = await findPerson(ctx.db, ctx.tenantId, personId, ctx.today)
  if (person === undefined) throw new AppError('not_found')
  mustReachPerson(ctx, person, action)
  return person
}

function mustReachPerson(ctx: Ctx, person: PersonRow, action: Action): void {
  const living = person.memberships.filter(
    (membership) => membership.validTo === null || membership.validTo > ctx.today,
  )
  const held = living.length > 0 ? living : person.memberships
  const subjectOf = (path: string | null) => ({ tenantId: ctx.tenantId, path })
  // Whose only role was given and taken back on one day works nowhere: he belongs to the tenant as a whole.
  if (held.length === 0) {
    if (!can(ctx.actor, 'person.read', subjectOf(null))) throw new AppError('not_found')
    mustBeAllowed(ctx, action, subjectOf(null))
    return
  }
  if (!held.some((membership) => can(ctx.actor, 'person.read', subjectOf(membership.unitPath))))
    throw new AppError('not_found')
  if (action === 'person.read') return
  const within = held.every(
    (membership) =>
      can(ctx.actor, action, subjectOf(membership.unitPath)) &&
      can(ctx.actor, action, subjectOf(membership.scopePath)),
  )
  if (!within) throw new AppError('not_allowed')
}

export async function addPerson(
  ctx: Ctx,
  given: z.output<Contract['addPerson']['body']>,
): Promise<PersonRow> {
  await mustReach(ctx, given.membership)
  const personId = newId<PersonId>(ctx.now.getTime())
  const accountId = newId<AccountId>(ctx.now.getTime())
  await insertPerson(ctx.db, {
    tenantId: ctx.tenantId,
    personId,
    accountId,
    ...given,
    signInPhone: phoneOf(given.signInPhone),
    passwordHash: null,
    at: ctx.now,
  })
  await insertMembership(ctx.db, {
    tenantId: ctx.tenantId,
    id: newId<MembershipId>(ctx.now.getTime()),
    personId,
    ...given.membership,
    from: ctx.today,
  })
  await audit(ctx, {
    action: 'person.add',
    object: { kind: 'person', id: personId, name: given.fullName },
    unitId: given.membership.unitId,
    after: { ...given, membership: (await namedRoles(ctx, [given.membership]))[0] },
  })
  return await getPerson(ctx, personId)
}

type GivenRole = { role: Role; unitId: UnitId; scopeUnitId: UnitId }

/** Roles as the audit trail keeps them: units may be called otherwise, or be gone, when it is read. */
export async function namedRoles(ctx: Ctx, roles: readonly GivenRole[]) {
  const labels = await labelsOf(
    ctx,
    roles.flatMap((one) => [one.unitId, one.scopeUnitId]),
  )
  return roles.map(({ role, unitId, scopeUnitId }) => ({
    role,
    unitId,
    unitName: labels.get(unitId)?.name ?? '',
    unitCode: labels.get(unitId)?.code ?? '',
    scopeUnitId,
    scopeName: labels.get(scopeUnitId)?.name ?? '',
    scopeCode: labels.get(scopeUnitId)?.code ?? '',
  }))
}

// A role may be given over what the giver administers, to somebody who works there.
async function mustReach(
  ctx: Ctx,
  membership: { unitId: UnitId; scopeUnitId: UnitId; role: Role },
): Promise<void> {
  const unit = await getUnitFor(ctx, 'person.change', membership.unitId)
  const scope = await getUnit(ctx, membership.scopeUnitId)
  if (!can(ctx.actor, 'person.change', { tenantId: ctx.tenantId, path: scope.path }))
    throw new AppError('scope_beyond_own')
  // An officer works in an office and acts for its district: the scope is the place of work or stands on the line above it or below.
  const onLine = isBelow(unit.path, scope.path) || isBelow(scope.path, unit.path)
  const parent = unit.path.split('.').slice(0, -1).join('.')
  if (!onLine && !isBelow(scope.path, parent)) throw new AppError('scope_beyond_own')
}

function phoneOf(written: string | null): string | null {
  if (written === null) return null
  const digits = phoneDigits(written)
  if (digits === null)
    throw new AppError('bad_request', { fields: [{ path: 'signInPhone', message: 'phone' }] })
  return digits
}

export async function changePerson(
  ctx: Ctx,
  personId: PersonId,
  change: z.output<Contract['changePerson']['body']>,
): Promise<PersonRow> {
  const before = await getPerson(ctx, personId, 'person.change')
  const { version, ...given } = change
  const changed = await updatePerson(
    ctx.db,
    ctx.tenantId,
    personId,
    version,
    { ...given, signInPhone: phoneOf(given.signInPhone) },
    before.userName,
  )
  if (!changed) throw new AppError('changed_meanwhile')
  await audit(ctx, {
    action: 'person.change',
    object: { kind: 'person', id: personId, name: given.fullName },
    unitId: unitOf(before),
    before: {
      fullName: before.fullName,
      jobTitle: before.jobTitle,
      email: before.email,
      phone: before.phone,
      signInPhone: before.signInPhone,
    },
    after: given,
  })
  return await getPerson(ctx, personId)
}

function unitOf(person: PersonRow): UnitId | null {
  return person.memberships[0]?.unitId ?? null
}

export async function addMembership(
  ctx: Ctx,
  personId: PersonId,
  membership: z.output<Contract['addMembership']['body']>,
): Promise<PersonRow> {
  const person = await getPerson(ctx, personId, 'person.change')
  await mustReach(ctx, membership)
  await insertMembership(ctx.db, {
    tenantId: ctx.tenantId,
    id: newId<MembershipId>(ctx.now.getTime()),
    personId,
    ...membership,
    from: ctx.today,
  })
  await audit(ctx, {
    action: 'person.add_role',
    object: { kind: 'person', id: personId, name: person.fullName },
    unitId: membership.unitId,
    after: (await namedRoles(ctx, [membership]))[0],
  })
  return await getPerson(ctx, personId)
}

export async function endMembership(
  ctx: Ctx,
  personId: PersonId,
  membershipId: MembershipId,
): Promise<PersonRow> {
  const person = await getPerson(ctx, personId, 'person.change')
  const held = person.memberships.find(
    (membership) => membership.membershipId === membershipId && membership.validTo === null,
  )
  if (held === undefined) throw new AppError('not_found')
  if (ctx.actor.kind === 'person' && ctx.actor.personId === personId && held.role === 'administrator')
    throw new AppError('own_account')
  await endMembershipRow(ctx.db, ctx.tenantId, membershipId, ctx.today)
  await mustKeepAdministrator(ctx)
  await audit(ctx, {
    action: 'person.end_role',
    object: { kind: 'person', id: personId, name: person.fullName },
    unitId: held.unitId,
    before: { ...(await namedRoles(ctx, [held]))[0], validFrom: held.validFrom },
  })
  const left = await findPerson(ctx.db, ctx.tenantId, personId, ctx.today)
  if (left === undefined) throw new AppError('not_found')
  return left
}

async function mustKeepAdministrator(ctx: Ctx): Promise<void> {
  await lockAdministrators(ctx.db, ctx.tenantId)
  if ((await countAdministrators(ctx.db, ctx.tenantId, ctx.today)) === 0)
    throw new AppError('last_administrator')
}

export async function setAccountState(ctx: Ctx, personId: PersonId, active: boolean): Promise<PersonRow> {
  const person = await getPerson(ctx, personId, 'person.change')
  if (person.accountId === null) throw new AppError('not_found')
  if (ctx.actor.kind === 'person' && ctx.actor.personId === personId) throw new AppError('own_account')
  await setDeactivated(ctx.db, ctx.tenantId, person.accountId, active ? null : ctx.now)
  if (!active) {
    await endSessions(ctx.db, ctx.tenantId, person.accountId, ctx.now, {})
    await mustKeepAdministrator(ctx)
  }
  await audit(ctx, {
    action: active ? 'account.activate' : 'account.deactivate',
    object: { kind: 'person', id: personId, name: person.fullName },
    unitId: unitOf(person),
  })
  return await getPerson(ctx, personId)
}

/** One slip per person: an invitation where there is no password yet, else a reset, which leaves the old password until used. */
export async function issueLinks(
  ctx: Ctx,
  personIds: readonly PersonId[],
): Promise<z.output<typeof issuedLink>[]> {
  const expiresAt = new Date(ctx.now.getTime() + linkDays * 24 * 3_600_000)
  const wanted = [...new Set(personIds)]
  const persons = await findPersons(ctx.db, ctx.tenantId, wanted, ctx.today)
  if (persons.length < wanted.length) throw new AppError('not_found')
  for (const person of persons) mustReachPerson(ctx, person, 'person.change')
  const issued = []
  for (const person of persons) {
    if (person.accountId === null || person.userName === null || person.state === 'deactivated') continue
    const { token, tokenHash } = newToken()
    const purpose: 'invitation' | 'reset' = person.state === 'invited' ? 'invitation' : 'reset'
    issued.push({
      id: newId(ctx.now.getTime()),
      person,
      accountId: person.accountId,
      userName: person.userName,
      purpose,
      token,
      tokenHash,
    })
  }
  if (issued.length === 0) throw new AppError('not_found')
  const by = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  await insertLinks(ctx.db, ctx.tenantId, issued, by, ctx.now, expiresAt)
  const entries = issued.map(
    ({ purpose, person }): AuditEntry => ({
      action: `account.${purpose}`,
      object: { kind: 'person', id: person.personId, name: person.fullName },
      unitId: unitOf(person),
    }),
  )
  await auditAll(ctx, entries)
  return issued.map((one) => ({
    accountId: one.accountId,
    fullName: one.person.fullName,
    userName: one.userName,
    unitName: one.person.memberships[0]?.unitName ?? '',
    purpose: one.purpose,
    token: one.token,
    expiresAt: expiresAt.toISOString(),
  }))
}

export async function getLink(ctx: PublicCtx, token: string): Promise<LinkRow> {
  const link = await findLink(ctx.db, hashToken(token), ctx.now)
  if (link === undefined) throw new AppError('link_not_valid')
  return link
}

/** Outside the transaction: the hashing. */
export async function prepareLink(
  ctx: PublicCtx,
  token: string,
  password: string,
): Promise<{ link: LinkRow; passwordHash: string }> {
  const link = await getLink(ctx, token)
  const verdict = checkPassword(password, link.userName)
  if (!verdict.ok) throw new AppError('password_too_weak', { reason: verdict.reason })
  return { link, passwordHash: await hashPassword(password) }
}

export async function useLink(
  ctx: PublicCtx,
  { link, passwordHash }: { link: LinkRow; passwordHash: string },
) {
  if (!(await spendLink(ctx.db, link.tenantId, link.linkId, ctx.now))) throw new AppError('link_not_valid')
  await setPasswordHash(ctx.db, link.tenantId, link.accountId, passwordHash)
  await endSessions(ctx.db, link.tenantId, link.accountId, ctx.now, {})
  const actor = { kind: 'person', personId: link.personId, name: link.fullName } as const
  const origin = { tenantId: link.tenantId, actor, at: ctx.now, request: ctx.request }
  await writeAudit(ctx.db, origin, {
    action: 'account.password_by_link',
    object: { kind: 'person', id: link.personId, name: link.fullName },
    unitId: null,
  })
  return await openSession(ctx, link)
}

/** For the command line: who can be helped back in, over all tenants. */
export async function listAdministrators(
  db: Db,
): Promise<{ userName: string; fullName: string; tenant: string }[]> {
  return await listAdministratorRows(db)
}

/** For the command line: a link for an account that nobody in the product can reset. Null when there is no such account. */
export async function issueLinkFor(
  ground: { db: Db; clock: () => Date },
  userName: string,
): Promise<{ userName: string; fullName: string; token: string; expiresAt: string } | null> {
  const now = ground.clock()
  return await transact(ground.db, async (db) => {
    const account = await findAccount(db, userName.trim().toLowerCase(), null)
    if (account === undefined || !account.active) return null
    const { token, tokenHash } = newToken()
    const expiresAt = new Date(now.getTime() + 24 * 3_600_000)
    const purpose = account.passwordHash === null ? 'invitation' : 'reset'
    await insertLinks(
      db,
      account.tenantId,
      [{ id: newId(now.getTime()), accountId: account.accountId, purpose, tokenHash }],
      null,
      now,
      expiresAt,
    )
    const origin = {
      tenantId: account.tenantId,
      actor: { kind: 'system', name: 'Dòng lệnh' },
      at: now,
      request: { id: 'cli', ip: 'local', userAgent: null },
    } as const
    await writeAudit(db, origin, {
      action: `account.${purpose}`,
      object: { kind: 'person', id: account.personId, name: account.fullName },
      unitId: null,
    })
    return {
      userName: account.userName,
      fullName: account.fullName,
      token,
      expiresAt: expiresAt.toISOString(),
    }
  })
}
