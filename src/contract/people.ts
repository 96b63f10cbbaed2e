// long because: sessions, accounts, the tenant and its trail are one part of the interface.
import { z } from 'zod'
import type { AccountId, MembershipId, PersonId, SessionId, TenantId, UnitId } from '#domain/basics/ids.ts'
import { roles } from '#domain/rights/can.ts'
import { endpoint } from './endpoint.ts'
import {
  cursor,
  id,
  instant,
  localDate,
  optionalText,
  schoolYear,
  text,
  version,
  workingDay,
} from './values.ts'

export const grant = z.object({
  role: z.enum(roles),
  unitId: id<UnitId>(),
  scopeUnitId: id<UnitId>(),
  scope: z.string(),
  unitName: z.string(),
  unitCode: z.string(),
  scopeName: z.string(),
  scopeCode: z.string(),
})

/** Who is signed in, and the day and place that the screens stand on. */
export const session = z.object({
  tenantId: id<TenantId>(),
  tenantName: z.string(),
  personId: id<PersonId>(),
  accountId: id<AccountId>(),
  sessionId: id<SessionId>(),
  name: z.string(),
  userName: z.string(),
  jobTitle: z.string().nullable(),
  today: localDate,
  /** The tenant's day was set by an administrator (the demo's is); else it is the true one. */
  todayIsSet: z.boolean(),
  schoolYear,
  schoolYears: z.array(schoolYear),
  grants: z.array(grant),
})
export type Session = z.output<typeof session>

/** Plain letters only: one can type it on any keyboard, and it is told apart from a phone number. */
export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,59}$/)
export const password = z.string().min(1).max(200)

export const peopleContract = {
  getStatus: endpoint({
    method: 'GET',
    path: '/api/status',
    access: 'public',
    summary: 'Is the installation set up? Answers before sign-in.',
    reply: z.object({
      setUp: z.boolean(),
      demo: z.boolean(),
      version: z.string(),
      /** Only in the demo: the accounts that the sign-in page offers, and their one password. */
      demoAccounts: z.array(z.object({ userName: z.string(), what: z.string() })),
      demoPassword: z.string().nullable(),
    }),
  }),
  setUp: endpoint({
    method: 'POST',
    path: '/api/set-up',
    access: 'public',
    summary: 'First run: the first authority and its administrator. Refused once there is one.',
    body: z.object({
      tierCode: text(40),
      authorityName: text(200),
      authorityShortName: text(100),
      authorityCode: text(40),
      place: text(100),
      fullName: text(100),
      userName,
      password,
    }),
    reply: session,
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/api/session',
    access: 'public',
    summary: 'Sign in by user name or phone.',
    body: z.object({ name: z.string().max(100), password }),
    reply: session,
  }),
  getSession: endpoint({ method: 'GET', path: '/api/session', summary: 'Who is signed in.', reply: session }),
  signOut: endpoint({ method: 'DELETE', path: '/api/session', summary: 'End this session.' }),
  listOwnSessions: endpoint({
    method: 'GET',
    path: '/api/sessions',
    summary: 'Where this account is signed in.',
    reply: z.array(
      z.object({
        sessionId: id<SessionId>(),
        current: z.boolean(),
        createdAt: instant,
        seenAt: instant,
        ip: z.string().nullable(),
        userAgent: z.string().nullable(),
      }),
    ),
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/api/sessions/:sessionId',
    summary: 'End one session of this account.',
    params: z.object({ sessionId: id<SessionId>() }),
  }),
  changePassword: endpoint({
    method: 'POST',
    path: '/api/account/password',
    summary: 'Change the own password; other sessions end.',
    body: z.object({ current: password, next: password }),
  }),
}

export const membershipView = z.object({
  membershipId: id<MembershipId>(),
  role: z.enum(roles),
  unitId: id<UnitId>(),
  unitName: z.string(),
  scopeUnitId: id<UnitId>(),
  scopeName: z.string(),
  validFrom: localDate,
  validTo: localDate.nullable(),
})

export const personView = z.object({
  personId: id<PersonId>(),
  accountId: id<AccountId>().nullable(),
  version,
  fullName: z.string(),
  jobTitle: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  userName: z.string().nullable(),
  signInPhone: z.string().nullable(),
  /** invited: there is no password yet. */
  state: z.enum(['active', 'invited', 'deactivated']),
  lastSeenAt: instant.nullable(),
  memberships: z.array(membershipView),
})
export type PersonView = z.output<typeof personView>

const membershipGiven = z.object({ role: z.enum(roles), unitId: id<UnitId>(), scopeUnitId: id<UnitId>() })
const email = z
  .union([z.email().max(200), z.literal('')])
  .nullable()
  .transform((value) => (value === '' ? null : value))
const personParams = z.object({ personId: id<PersonId>() })

/** A link that lets its bearer choose a password, once; shown to the one who made it, never stored in clear. */
export const issuedLink = z.object({
  accountId: id<AccountId>(),
  fullName: z.string(),
  userName: z.string(),
  unitName: z.string(),
  purpose: z.enum(['invitation', 'reset']),
  token: z.string(),
  expiresAt: instant,
})

export const accountsContract = {
  listPeople: endpoint({
    method: 'GET',
    path: '/api/people',
    summary: 'People who work in a unit and below it.',
    query: z.object({
      unitId: id<UnitId>(),
      search: z.string().max(100).optional(),
      state: z.enum(['active', 'invited', 'deactivated']).optional(),
      after: cursor,
    }),
    reply: z.object({ rows: z.array(personView), next: z.string().nullable(), total: z.int() }),
  }),
  getPerson: endpoint({
    method: 'GET',
    path: '/api/people/:personId',
    summary: 'One person.',
    params: personParams,
    reply: personView,
  }),
  addPerson: endpoint({
    method: 'POST',
    path: '/api/people',
    summary: 'Adds a person with an account and a first membership.',
    body: z.object({
      fullName: text(100),
      jobTitle: optionalText(100),
      email,
      phone: optionalText(30),
      userName,
      signInPhone: optionalText(30),
      membership: membershipGiven,
    }),
    reply: personView,
  }),
  changePerson: endpoint({
    method: 'PATCH',
    path: '/api/people/:personId',
    summary: 'Corrects name, title and contacts.',
    params: personParams,
    body: z.object({
      version,
      fullName: text(100),
      jobTitle: optionalText(100),
      email,
      phone: optionalText(30),
      signInPhone: optionalText(30),
    }),
    reply: personView,
  }),
  addMembership: endpoint({
    method: 'POST',
    path: '/api/people/:personId/memberships',
    summary: 'Gives a role over a unit and what is below it, from today.',
    params: personParams,
    body: membershipGiven,
    reply: personView,
  }),
  endMembership: endpoint({
    method: 'DELETE',
    path: '/api/people/:personId/memberships/:membershipId',
    summary: 'Ends a role today; that it was held stays on record.',
    params: z.object({ personId: id<PersonId>(), membershipId: id<MembershipId>() }),
    reply: personView,
  }),
  setAccountState: endpoint({
    method: 'POST',
    path: '/api/people/:personId/account-state',
    summary: 'Deactivates an account and ends its sessions, or activates it again. History stays.',
    params: personParams,
    body: z.object({ active: z.boolean() }),
    reply: personView,
  }),
  issueLinks: endpoint({
    method: 'POST',
    path: '/api/people/links',
    summary: 'One-time links for several people at once, to hand over or to print.',
    body: z.object({ personIds: z.array(id<PersonId>()).min(1).max(5000) }),
    reply: z.array(issuedLink),
  }),
  getLink: endpoint({
    method: 'POST',
    path: '/api/links/look',
    access: 'public',
    summary: 'Whose link this is. The token travels in the body, so that no log keeps it.',
    body: z.object({ token: z.string().max(100) }),
    reply: z.object({ fullName: z.string(), userName: z.string(), purpose: z.enum(['invitation', 'reset']) }),
  }),
  useLink: endpoint({
    method: 'POST',
    path: '/api/links/use',
    access: 'public',
    summary: 'Chooses the password with a link and signs in. The link is then spent.',
    body: z.object({ token: z.string().max(100), password }),
    reply: session,
  }),
}

export const auditEntry = z.object({
  entryId: z.int(),
  at: instant,
  actorName: z.string(),
  actorPersonId: id<PersonId>().nullable(),
  action: z.string(),
  objectKind: z.string(),
  objectId: z.string(),
  objectName: z.string(),
  unitId: id<UnitId>().nullable(),
  unitName: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  ip: z.string().nullable(),
})
export type AuditEntryView = z.output<typeof auditEntry>

export const tenantContract = {
  listAudit: endpoint({
    method: 'GET',
    path: '/api/audit',
    summary:
      'The audit trail, newest first: of the units one may see, searched by unit, person, object and words.',
    query: z.object({
      unitId: id<UnitId>().optional(),
      personId: id<PersonId>().optional(),
      objectKind: z.string().max(40).optional(),
      objectId: z.string().max(100).optional(),
      search: z.string().max(100).optional(),
      from: workingDay.optional(),
      to: workingDay.optional(),
      before: z.coerce.number().int().optional(),
    }),
    reply: z.object({ rows: z.array(auditEntry), next: z.int().nullable() }),
  }),
  getTenant: endpoint({
    method: 'GET',
    path: '/api/tenant',
    summary: 'Settings of the tenant.',
    reply: z.object({ name: z.string(), businessDate: localDate.nullable(), version }),
  }),
  changeTenant: endpoint({
    method: 'PATCH',
    path: '/api/tenant',
    summary: 'Changes the name, or moves the business date (null: the true day).',
    body: z.object({ version, name: text(200), businessDate: workingDay.nullable() }),
    reply: z.object({ name: z.string(), businessDate: localDate.nullable(), version }),
  }),
}
