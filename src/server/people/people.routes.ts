import { accountsContract, peopleContract, type PersonView, tenantContract } from '#contract/people.ts'
import { type App, read, write } from '#server/platform/route.ts'
import { anyTenant } from './people.queries.ts'
import {
  addMembership,
  addPerson,
  changePerson,
  endMembership,
  getLink,
  getPerson,
  issueLinks,
  listPeople,
  prepareLink,
  setAccountState,
  useLink,
} from './people.service.ts'
import type { PersonRow } from './persons.queries.ts'
import {
  changePassword,
  checkSignIn,
  closeSession,
  describeSession,
  listOwnSessions,
  openSession,
  preparePasswordChange,
} from './session.service.ts'
import { prepareSetUp, setUp } from './set-up.service.ts'
import { changeTenant, listAudit, readTenant } from './tenant.service.ts'

export function mountPeople(app: App): void {
  mountSessions(app)
  mountAccounts(app)
  read(app, tenantContract.listAudit, async (ctx, { query }) => {
    const { rows, next } = await listAudit(ctx, query)
    return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), next }
  })
  read(app, tenantContract.getTenant, async (ctx) => await readTenant(ctx))
  write(app, tenantContract.changeTenant, { change: async (ctx, { body }) => await changeTenant(ctx, body) })
}

function mountSessions(app: App): void {
  read(app, peopleContract.getStatus, async (ctx) => ({
    setUp: await anyTenant(ctx.db),
    demo: app.services.demo !== null,
    version: '1',
    demoAccounts:
      app.services.demo?.accounts.map(({ userName, what }) => ({ userName, what: what[ctx.language] })) ?? [],
    demoPassword: app.services.demo?.password ?? null,
  }))
  write(app, peopleContract.setUp, {
    prepare: async (ctx, { body }) => await prepareSetUp(ctx, body),
    change: async (ctx, { body }, passwordHash) => await setUp(ctx, body, passwordHash),
  })
  write(app, peopleContract.signIn, {
    prepare: async (ctx, { body }) => await checkSignIn(ctx, body.name, body.password),
    change: async (ctx, _input, account) => await openSession(ctx, account),
  })
  read(app, peopleContract.getSession, async (ctx) => await describeSession(ctx))
  write(app, peopleContract.signOut, {
    change: async (ctx) => {
      if (ctx.sessionId !== null) await closeSession(ctx, ctx.sessionId)
      return {}
    },
  })
  read(app, peopleContract.listOwnSessions, async (ctx) =>
    (await listOwnSessions(ctx)).map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
    })),
  )
  write(app, peopleContract.endSession, {
    change: async (ctx, { params }) => {
      await closeSession(ctx, params.sessionId)
      return {}
    },
  })
  write(app, peopleContract.changePassword, {
    prepare: async (ctx, { body }) => await preparePasswordChange(ctx, body.current, body.next),
    change: async (ctx, _input, passwordHash) => {
      await changePassword(ctx, passwordHash)
      return {}
    },
  })
}

function mountAccounts(app: App): void {
  read(app, accountsContract.listPeople, async (ctx, { query }) => {
    const page = await listPeople(ctx, query)
    return { ...page, rows: page.rows.map(personView) }
  })
  read(app, accountsContract.getPerson, async (ctx, { params }) =>
    personView(await getPerson(ctx, params.personId)),
  )
  write(app, accountsContract.addPerson, {
    change: async (ctx, { body }) => personView(await addPerson(ctx, body)),
  })
  write(app, accountsContract.changePerson, {
    change: async (ctx, { params, body }) => personView(await changePerson(ctx, params.personId, body)),
  })
  write(app, accountsContract.addMembership, {
    change: async (ctx, { params, body }) => personView(await addMembership(ctx, params.personId, body)),
  })
  write(app, accountsContract.endMembership, {
    change: async (ctx, { params }) =>
      personView(await endMembership(ctx, params.personId, params.membershipId)),
  })
  write(app, accountsContract.setAccountState, {
    change: async (ctx, { params, body }) =>
      personView(await setAccountState(ctx, params.personId, body.active)),
  })
  write(app, accountsContract.issueLinks, {
    change: async (ctx, { body }) => await issueLinks(ctx, body.personIds),
  })
  read(app, accountsContract.getLink, async (ctx, { body }) => {
    const { fullName, userName, purpose } = await getLink(ctx, body.token)
    return { fullName, userName, purpose }
  })
  write(app, accountsContract.useLink, {
    prepare: async (ctx, { body }) => await prepareLink(ctx, body.token, body.password),
    change: async (ctx, _input, prepared) => await useLink(ctx, prepared),
  })
}

function personView(person: PersonRow): PersonView {
  return {
    ...person,
    memberships: person.memberships.map(({ unitPath: _unit, scopePath: _scope, ...shown }) => shown),
  }
}
