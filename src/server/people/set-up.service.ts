// First run: the first authority, its tiers, and its administrator. Refused once the installation has a tenant.
import type { z } from 'zod'
import type { peopleContract, Session } from '#contract/people.ts'
import { businessDate, localDate, type LocalDate } from '#domain/basics/dates.ts'
import type { AccountId, MembershipId, PersonId, TenantId, UnitId } from '#domain/basics/ids.ts'
import { checkPassword } from '#domain/people/password.ts'
import { firstTiers, type Tier } from '#domain/units/tiers.ts'
import type { Role } from '#domain/rights/can.ts'
import type { Db } from '#server/database/connect.ts'
import { writeAudit } from '#server/platform/audit.ts'
import type { Ctx, PublicCtx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { suggestIssuer } from '#domain/units/issuer.ts'
import { recordEvents } from '#server/units/unit-events.service.ts'
import { addTiers, changeIssuer } from '#server/units/unit-pages.service.ts'
import { addKnownHolidays } from './holidays.service.ts'
import { hashPassword } from './passwords.ts'
import { anyTenant, insertTenant, lockInstallation } from './people.queries.ts'
import { insertMembership, insertPerson } from './persons.queries.ts'
import { namedRoles } from './people.service.ts'
import { openSession } from './session.service.ts'

type SetUp = z.output<typeof peopleContract.setUp.body>

/** Is there a tenant already? */
export async function isSetUp(db: Db): Promise<boolean> {
  return await anyTenant(db)
}

/** The stored form of a password, for people made without a link. */
export async function storedPassword(password: string): Promise<string> {
  return await hashPassword(password)
}

/** Outside the transaction: the hashing. */
export async function prepareSetUp(ctx: PublicCtx, given: SetUp): Promise<string> {
  if (await anyTenant(ctx.db)) throw new AppError('already_set_up')
  const verdict = checkPassword(given.password, given.userName)
  if (!verdict.ok) throw new AppError('password_too_weak', { reason: verdict.reason })
  return await hashPassword(given.password)
}

export async function setUp(ctx: PublicCtx, given: SetUp, passwordHash: string): Promise<Session> {
  await lockInstallation(ctx.db)
  if (await anyTenant(ctx.db)) throw new AppError('already_set_up')
  const { ctx: tenantCtx, tenantId } = await createTenant(ctx, given.authorityName, null, firstTiers)
  const today = tenantCtx.today
  const as = {
    code: given.authorityCode,
    kind: isCommune(given.tierCode) ? ('ward' as const) : ('committee' as const),
    tier: given.tierCode,
    officialName: given.authorityName,
    shortName: given.authorityShortName,
    otherNames: [],
    parentId: null,
    levels: [],
    ownership: null,
    rank: null,
    place: given.place,
  }
  // The authority existed before it was entered: figures of earlier years have somewhere to belong.
  const founded =
    isCommune(given.tierCode) && today >= localDate('2025-07-01')
      ? localDate('2025-07-01')
      : localDate('2003-01-01')
  const { newUnits } = await recordEvents(tenantCtx, {
    events: [{ kind: 'found', on: founded, unit: 'new:root', as }],
    basis: { number: null, date: null, issuer: null, title: null },
    note: null,
    dryRun: false,
  })
  const rootId = newUnits['new:root']
  if (rootId === undefined) throw new AppError('internal')
  await changeIssuer(tenantCtx, rootId, { ...suggestIssuer(as, null), version: 0 })
  const userName = given.userName.trim().toLowerCase()
  const account = await createPerson(tenantCtx, {
    fullName: given.fullName,
    userName,
    jobTitle: null,
    phone: null,
    email: null,
    passwordHash,
    memberships: [{ unitId: rootId, scopeUnitId: rootId, role: 'administrator', from: founded, to: null }],
  })
  return await openSession(ctx, { tenantId, ...account, fullName: given.fullName, userName })
}

function isCommune(tierCode: string): boolean {
  return tierCode === 'commune'
}

/** A new tenant and a system context in it. The demo makes its tenants here, too. */
export async function createTenant(
  ctx: PublicCtx,
  name: string,
  day: LocalDate | null,
  tiers: readonly Tier[],
): Promise<{ tenantId: TenantId; ctx: Ctx }> {
  const tenantId = newId<TenantId>(ctx.now.getTime())
  await insertTenant(ctx.db, { tenantId, name, businessDate: day, at: ctx.now })
  const today = day ?? businessDate(ctx.now.getTime(), 'Asia/Ho_Chi_Minh')
  const tenantCtx: Ctx = {
    ...ctx,
    tenantId,
    actor: { kind: 'system', tenantId, name: 'Cài đặt' },
    sessionId: null,
    today,
  }
  await addTiers(tenantCtx, tiers)
  await addKnownHolidays(tenantCtx)
  await writeAudit(
    ctx.db,
    { tenantId, actor: tenantCtx.actor, at: ctx.now, request: ctx.request },
    { action: 'tenant.create', object: { kind: 'tenant', id: tenantId, name }, unitId: null },
  )
  return { tenantId, ctx: tenantCtx }
}

export type FirstPerson = {
  fullName: string
  userName: string
  jobTitle: string | null
  phone: string | null
  email: string | null
  passwordHash: string
  memberships: readonly {
    unitId: UnitId
    scopeUnitId: UnitId
    role: Role
    from: LocalDate
    to: LocalDate | null
  }[]
}

/** A person with a password already chosen: the first administrator, and the demo's people. */
export async function createPerson(
  ctx: Ctx,
  given: FirstPerson,
): Promise<{ personId: PersonId; accountId: AccountId }> {
  const personId = newId<PersonId>(ctx.now.getTime())
  const accountId = newId<AccountId>(ctx.now.getTime())
  await insertPerson(ctx.db, {
    tenantId: ctx.tenantId,
    personId,
    accountId,
    signInPhone: null,
    at: ctx.now,
    ...given,
  })
  for (const membership of given.memberships) {
    await insertMembership(ctx.db, {
      tenantId: ctx.tenantId,
      id: newId<MembershipId>(ctx.now.getTime()),
      personId,
      ...membership,
    })
  }
  const origin = { tenantId: ctx.tenantId, actor: ctx.actor, at: ctx.now, request: ctx.request }
  await writeAudit(ctx.db, origin, {
    action: 'person.add',
    object: { kind: 'person', id: personId, name: given.fullName },
    unitId: given.memberships[0]?.unitId ?? null,
    after: { userName: given.userName, memberships: await namedRoles(ctx, given.memberships) },
  })
  return { personId, accountId }
}
