// Shares in work become what units have: whole, checked against the target, each unit told once. What was given before stays
// readable for ever.
import { sayShare } from '#domain/allocation/share-words.ts'
import { checkShares, shareFaults, type ShareFigures } from '#domain/allocation/shares.ts'
import { type Measure, wholeOf } from '#domain/allocation/whole.ts'
import type { GivingId, TargetId, UnitId } from '#domain/basics/ids.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { can } from '#domain/rights/can.ts'
import { tell } from '#server/notices/notices.service.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getUnitFor, labelsOf } from '#server/units/units.service.ts'
import { listShares, updateAllocation } from './allocation.queries.ts'
import { getShared, shortStatement } from './allocation.service.ts'
import { type GivenTargetRow, insertGiving, listGiven, listGivenTo } from './giving.queries.ts'
import { sharesRefused } from './refusals.ts'
import { changedUnits, changesShown, figuresOf, inForceOf } from './share-changes.ts'

export type Given = { version: number; reason: string | null; differenceReason: string | null }

export async function giveTarget(
  ctx: Ctx,
  targetId: TargetId,
  { version, reason, differenceReason }: Given,
): Promise<{ version: number; units: number }> {
  const { head, target, whole, stored } = await getShared(ctx, targetId, 'target.allocate')
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  if (whole === null) throw sharesRefused('not_shareable')
  if (stored === undefined) throw sharesRefused('no_units')
  if (stored.version !== version) throw new AppError('changed_meanwhile')
  const shares = await listShares(ctx.db, ctx.tenantId, [stored.allocationId])
  if (shares.some((share) => shareFaults(whole, share).length > 0)) throw sharesRefused('faults')
  const check = checkShares(whole, shares)
  if (check.missing > 0) throw sharesRefused('missing')
  const mayKeep = can(ctx.actor, 'target.keep_difference', {
    tenantId: ctx.tenantId,
    path: head.issuerPath,
  })
  if (!check.fits && (!mayKeep || differenceReason === null)) throw sharesRefused('differs')
  const inForce = inForceOf(await listGiven(ctx.db, ctx.tenantId, [stored.allocationId]))
  const changes = changedUnits(shares, inForce)
  if (changes.length === 0) throw sharesRefused('nothing_changed')
  const again = stored.givenNo > 0
  if (again && reason === null) throw sharesRefused('reason_missing')
  const no = stored.givenNo + 1
  if (!(await updateAllocation(ctx.db, ctx.tenantId, stored.allocationId, version, { givenNo: no })))
    throw new AppError('changed_meanwhile')
  await insertGiving(ctx.db, ctx.tenantId, {
    givingId: newId<GivingId>(ctx.now.getTime()),
    allocationId: stored.allocationId,
    no,
    reason,
    differenceReason: check.fits ? null : differenceReason,
    on: ctx.today,
    at: ctx.now,
    personId: ctx.actor.personId,
    personName: ctx.actor.name,
    changes,
  })
  await tell(
    ctx,
    changes.map(({ unitId, share }) => ({
      unitId,
      subject: {
        kind: 'target_given',
        planId: head.planId,
        targetId,
        unitId,
        title: shortStatement(target),
        share: share === null ? null : sayShare(whole.measure, share, target.unitWord, 'vi'),
        again: inForce.has(unitId),
        reason,
      },
    })),
  )
  const labels = await labelsOf(ctx, [...changes.map((change) => change.unitId), ...inForce.keys()])
  await audit(ctx, {
    action: 'target.give',
    object: { kind: 'plan_target', id: targetId, name: shortStatement(target) },
    unitId: head.issuerUnitId,
    ...changesShown(inForce, shares, (unitId) => labels.get(unitId)?.name ?? ''),
  })
  return { version: version + 1, units: changes.length }
}

export type GivenTarget = Omit<GivenTargetRow, 'takenBack' | 'target'> & {
  measure: Measure
  before: ShareFigures | null
}

/** What a unit has been given of a year's targets; what was taken back again is not among it. */
export async function listGivenTargets(
  ctx: Ctx,
  unitId: UnitId,
  schoolYear: SchoolYear,
): Promise<GivenTarget[]> {
  await getUnitFor(ctx, 'target.read_given', unitId)
  const rows = await listGivenTo(ctx.db, ctx.tenantId, unitId, schoolYear, ctx.today)
  return [...new Set(rows.map((row) => row.targetId))].flatMap((targetId): GivenTarget[] => {
    const own = rows.filter((row) => row.targetId === targetId)
    const last = own.at(-1)
    const measure = last === undefined ? undefined : wholeOf(last.target)?.measure
    if (last === undefined || last.takenBack || measure === undefined) return []
    const before = own.at(-2)
    const { takenBack: _taken, target: _target, ...shown } = last
    return [
      { ...shown, measure, before: before === undefined || before.takenBack ? null : figuresOf(before) },
    ]
  })
}
