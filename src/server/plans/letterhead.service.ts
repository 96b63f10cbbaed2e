// What the documents of a unit print around their text: from its profile, or what is usual for such a unit.
import type { LocalDate } from '#domain/basics/dates.ts'
import type { UnitId } from '#domain/basics/ids.ts'
import { chooseSigner, suggestIssuer } from '#domain/units/issuer.ts'
import type { Issuer, Signature } from '#domain/writing/official-document.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { getIssuer, getUnitPage } from '#server/units/unit-pages.service.ts'

/** `day`: of the signature; the first signer valid then signs. */
export async function getLetterhead(
  ctx: Ctx,
  unitId: UnitId,
  day: LocalDate,
): Promise<{ issuer: Issuer; symbolSuffix: string; signature: Signature; recipients: string[] }> {
  const { unit, above } = await getUnitPage(ctx, unitId, undefined)
  const parent = above.at(-1)
  const parentState = parent === undefined ? null : (await getUnitPage(ctx, parent.unitId, undefined)).unit
  const profile = (await getIssuer(ctx, unitId)) ?? suggestIssuer(unit, parentState)
  const signer = chooseSigner(profile, day)
  return {
    issuer: {
      superior: profile.superior,
      name: profile.printedName,
      nameInText: unit.officialName,
      place: profile.place,
    },
    symbolSuffix: profile.symbolSuffix,
    signature: { authority: signer?.authority ?? [], name: signer?.name ?? null },
    recipients: profile.recipients,
  }
}
