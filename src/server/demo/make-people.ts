// The demo's people, and a context in which one of them acts.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { PersonId, TenantId } from '#domain/basics/ids.ts'
import { grantsOn } from '#server/people/session.service.ts'
import { createPerson, storedPassword } from '#server/people/set-up.service.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import type { PersonFact } from './facts/person-facts.ts'
import { mustHave, type UnitIds } from './make-units.ts'

export type PersonIds = ReadonlyMap<string, { personId: PersonId; name: string }>

/** All of them have one password, hashed once: 300 hashes would take half a minute. */
export async function makePeople(
  ctx: Ctx,
  ids: UnitIds,
  facts: readonly PersonFact[],
  password: string,
): Promise<PersonIds> {
  const passwordHash = await storedPassword(password)
  const made = new Map<string, { personId: PersonId; name: string }>()
  for (const fact of facts) {
    const memberships = fact.memberships.map((one) => ({
      unitId: mustHave(ids, one.unitCode),
      scopeUnitId: mustHave(ids, one.scopeCode),
      role: one.role,
      from: one.validFrom,
      to: one.validTo,
    }))
    const { personId } = await createPerson(ctx, { ...fact, passwordHash, memberships })
    made.set(fact.userName, { personId, name: fact.fullName })
  }
  return made
}

export type Acting = (userName: string, day: LocalDate) => Promise<Ctx>

/** The person as signed in on a day, at ten in the morning: what he does then is dated then. */
export function actingIn(ctx: Ctx, tenantId: TenantId, people: PersonIds): Acting {
  return async (userName, day) => {
    const who = people.get(userName)
    if (who === undefined) throw new Error(`the demo has no person ${userName}`)
    const grants = await grantsOn(ctx, who.personId, day)
    // The account is of no matter to services; only who acts and with which rights.
    const accountId = who.personId as unknown as Extract<Ctx['actor'], { kind: 'person' }>['accountId']
    return {
      ...ctx,
      today: day,
      now: new Date(`${day}T10:00:00+07:00`),
      actor: { kind: 'person', tenantId, personId: who.personId, accountId, name: who.name, grants },
    }
  }
}
