// The demo's units: founded with their days, then everything that happened to them, through the same service as in use.
import type { UnitEventGiven } from '#contract/units.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import type { UnitEvent } from '#domain/units/events.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { recordEvents } from '#server/units/unit-events.service.ts'
import { changeIssuer, setSupervisor } from '#server/units/unit-pages.service.ts'
import { type BasedEvent, eventsOf, foundingsOf } from './facts/demo-units.ts'
import {
  districtsEnd,
  type EventFact,
  type IssuerFact,
  recordsBegin,
  type SupervisionFact,
  type UnitFact,
} from './facts/unit-facts.ts'

export type UnitIds = ReadonlyMap<string, UnitId>

/** Makes units and events; returns the id of every code. */
export async function makeUnits(
  ctx: Ctx,
  units: readonly UnitFact[],
  events: readonly EventFact[],
): Promise<UnitIds> {
  const ids = new Map<string, UnitId>()
  // A code without an id yet is a key of the list that is being recorded.
  const idOf = (code: string) => ids.get(code) ?? (`new:${code}` as UnitId)
  const record = async (acts: readonly BasedEvent[]) => {
    const first = acts[0]
    if (first === undefined) return
    // The contract's shape is the domain's but for the keys of new units, which idOf gives.
    const given = acts.map((act) => act.event) as readonly UnitEvent[] as readonly UnitEventGiven[]
    const { newUnits } = await recordEvents(ctx, {
      events: given,
      basis: first.basis,
      note: first.note,
      dryRun: false,
    })
    for (const [key, unitId] of Object.entries(newUnits)) ids.set(key.slice('new:'.length), unitId)
  }
  await record(foundingsOf(units, idOf))
  // One legal document, one act.
  for (const facts of groups(events)) await record(eventsOf(facts, idOf))
  return ids
}

function groups(events: readonly EventFact[]): EventFact[][] {
  const found: EventFact[][] = []
  for (const event of events) {
    const last = found.at(-1)
    const before = last?.[0]
    if (
      last !== undefined &&
      before !== undefined &&
      before.on === event.on &&
      JSON.stringify(before.basis) === JSON.stringify(event.basis) &&
      before.note === event.note
    )
      last.push(event)
    else found.push([event])
  }
  return found
}

export async function makeSupervisions(
  ctx: Ctx,
  ids: UnitIds,
  facts: readonly SupervisionFact[],
): Promise<void> {
  for (const fact of facts) {
    // On the day itself both of them live.
    const then: Ctx = { ...ctx, today: fact.validFrom }
    await setSupervisor(then, mustHave(ids, fact.unitCode), {
      supervisorId: mustHave(ids, fact.supervisorCode),
      from: fact.validFrom,
      note: fact.note,
    })
    if (
      fact.validTo !== null &&
      !facts.some((other) => other.unitCode === fact.unitCode && other.validFrom === fact.validTo)
    ) {
      await setSupervisor(ctx, mustHave(ids, fact.unitCode), {
        supervisorId: null,
        from: fact.validTo,
        note: null,
      })
    }
  }
}

export async function makeIssuers(ctx: Ctx, ids: UnitIds, facts: readonly IssuerFact[]): Promise<void> {
  // By then every issuer has been founded; the districts are found as they were last.
  const then: Ctx = { ...ctx, today: districtsEnd }
  for (const { unitCode, signers, recipients, ...profile } of facts) {
    await changeIssuer(then, mustHave(ids, unitCode), {
      ...profile,
      signers: signers.map((signer) => ({
        authority: [...signer.authority],
        name: signer.name,
        title: '',
        validFrom: recordsBegin,
        validTo: null,
      })),
      recipients: [...recipients],
      version: 0,
    })
  }
}

export function mustHave(ids: UnitIds, code: string): UnitId {
  const unitId = ids.get(code)
  if (unitId === undefined) throw new Error(`the demo has no unit ${code}`)
  return unitId
}
