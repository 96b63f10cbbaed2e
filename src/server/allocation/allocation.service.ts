// Targets of a published plan shared out to units. Shares in work are seen by the issuer alone; nobody is told here.
import type { z } from 'zod'
import type { allocationContract } from '#contract/allocation.ts'
import {
  checkShares,
  isFilled,
  noShare,
  type ShareCheck,
  type ShareFigures,
  sharesOnly,
} from '#domain/allocation/shares.ts'
import { targetTitle } from '#domain/allocation/target-title.ts'
import { type Whole, wholeOf } from '#domain/allocation/whole.ts'
import type { AllocationId, PlanId, TargetId, UnitId } from '#domain/basics/ids.ts'
import type { Action } from '#domain/rights/can.ts'
import { type Audience, checkAudience, describeAudience, resolveAudience } from '#domain/units/audience.ts'
import { compareUnits } from '#domain/units/order.ts'
import { mustBeAllowed } from '#server/platform/allowed.ts'
import { audit } from '#server/platform/audit.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { getPlan, type Head, type WholePlan } from '#server/plans/plans.service.ts'
import { getTarget } from '#server/plans/targets.service.ts'
import { namedUnitsUnder } from '#server/units/unit-names.service.ts'
import { labelsOf } from '#server/units/units.service.ts'
import {
  type AllocationRow,
  findAllocation,
  insertAllocation,
  listAllocationsOf,
  listShares,
  replaceShares,
  type StoredShare,
  updateAllocation,
} from './allocation.queries.ts'
import { type GivenRow, listGiven } from './giving.queries.ts'
import { sharesRefused } from './refusals.ts'
import { changedUnits, changesShown, figuresOf, inForceOf } from './share-changes.ts'

export type TargetRow = WholePlan['targets'][number]
type Saved = z.output<typeof allocationContract.saveAllocation.body>

/** A target of a published plan; the shares are the issuer's matter. */
export async function getShared(
  ctx: Ctx,
  targetId: TargetId,
  action: Action,
): Promise<{ head: Head; target: TargetRow; whole: Whole | null; stored: AllocationRow | undefined }> {
  const { head, target } = await getTarget(ctx, targetId)
  mustBeAllowed(ctx, action, { tenantId: ctx.tenantId, path: head.issuerPath })
  if (head.state !== 'published') throw new AppError('step_not_allowed', { reason: head.state })
  const stored = await findAllocation(ctx.db, ctx.tenantId, targetId)
  return { head, target, whole: wholeOf(target), stored }
}

export type Row = StoredShare & { code: string; name: string; ended: boolean; given: ShareFigures | null }
export type Giving = Pick<
  GivenRow,
  'givingId' | 'no' | 'reason' | 'differenceReason' | 'givenOn' | 'at' | 'personName'
> & {
  changes: {
    unitId: UnitId
    code: string
    name: string
    before: ShareFigures | null
    after: ShareFigures | null
  }[]
}

export type AllocationPage = {
  head: Head
  target: TargetRow
  whole: Whole | null
  stored: AllocationRow | undefined
  audienceText: string | null
  rows: Row[]
  check: ShareCheck | null
  givings: Giving[]
}

export async function getAllocation(ctx: Ctx, targetId: TargetId): Promise<AllocationPage> {
  const { head, target, whole, stored } = await getShared(ctx, targetId, 'target.read_shares')
  if (stored === undefined || whole === null)
    return { head, target, whole, stored, audienceText: null, rows: [], check: null, givings: [] }
  const shares = await listShares(ctx.db, ctx.tenantId, [stored.allocationId])
  const given = await listGiven(ctx.db, ctx.tenantId, [stored.allocationId])
  const labels = await labelsOf(
    ctx,
    [...shares, ...given].map((one) => one.unitId),
  )
  const label = (unitId: UnitId) => labels.get(unitId) ?? { code: '', name: '' }
  const named = await namedUnitsUnder(ctx, head.issuerPath)
  const inForce = inForceOf(given)
  return {
    head,
    target,
    whole,
    stored,
    audienceText: describeAudience(
      stored.audience,
      ctx.language,
      (unitId) => named.byId.get(unitId)?.shortName ?? label(unitId).name,
    ),
    rows: shares.map((share) => ({
      ...share,
      ...label(share.unitId),
      ended: !named.byId.has(share.unitId),
      given: inForce.get(share.unitId) ?? null,
    })),
    check: checkShares(whole, shares),
    givings: givingsOf(given, label),
  }
}

function givingsOf(
  given: readonly GivenRow[],
  label: (unitId: UnitId) => { code: string; name: string },
): Giving[] {
  const last = new Map<UnitId, ShareFigures | null>()
  const givings = new Map<number, Giving>()
  for (const row of given) {
    const { givingId, no, reason, differenceReason, givenOn, at, personName } = row
    const giving = givings.get(no) ?? {
      givingId,
      no,
      reason,
      differenceReason,
      givenOn,
      at,
      personName,
      changes: [],
    }
    const after = row.takenBack ? null : figuresOf(row)
    giving.changes.push({
      unitId: row.unitId,
      ...label(row.unitId),
      before: last.get(row.unitId) ?? null,
      after,
    })
    last.set(row.unitId, after)
    givings.set(no, giving)
  }
  return [...givings.values()].toSorted((a, b) => b.no - a.no)
}

/** The units meant today, in the order of every list. */
export async function unitsMeant(ctx: Ctx, head: Head, audience: Audience): Promise<UnitId[]> {
  const { states, byId } = await namedUnitsUnder(ctx, head.issuerPath)
  const verdict = checkAudience(audience, (unitId) => byId.has(unitId))
  if (!verdict.ok) throw new AppError('bad_request', { reason: verdict.reason })
  const meant = new Set(resolveAudience(audience, states))
  return states
    .filter((state) => meant.has(state.unitId))
    .toSorted(compareUnits)
    .map((state) => state.unitId)
}

export async function saveAllocation(
  ctx: Ctx,
  targetId: TargetId,
  saved: Saved,
): Promise<{ version: number; units: number }> {
  const { head, target, whole, stored } = await getShared(ctx, targetId, 'target.allocate')
  if (ctx.actor.kind !== 'person') throw new AppError('not_allowed')
  if (whole === null) throw sharesRefused('not_shareable')
  const units = await unitsMeant(ctx, head, saved.audience)
  if (units.length === 0) throw sharesRefused('no_units')
  const sent = new Map(saved.shares.map((share) => [share.unitId, share]))
  if (saved.shares.some((share) => !units.includes(share.unitId))) throw sharesRefused('unit_not_meant')
  const before = stored === undefined ? [] : await listShares(ctx.db, ctx.tenantId, [stored.allocationId])
  const kept = new Map(before.map((share) => [share.unitId, figuresOf(share)]))
  const shares = units.map((unitId) => ({
    unitId,
    ...sharesOnly(whole.measure, sent.get(unitId) ?? kept.get(unitId) ?? noShare),
  }))
  const allocationId = stored?.allocationId ?? newId<AllocationId>(ctx.now.getTime())
  const isSaved =
    stored === undefined
      ? saved.version === 0 &&
        (await insertAllocation(ctx.db, ctx.tenantId, {
          allocationId,
          planId: head.planId,
          targetId,
          audience: saved.audience,
          by: ctx.actor.personId,
          at: ctx.now,
        }))
      : await updateAllocation(ctx.db, ctx.tenantId, allocationId, saved.version, {
          audience: saved.audience,
        })
  if (!isSaved) throw new AppError('changed_meanwhile')
  await replaceShares(ctx.db, ctx.tenantId, allocationId, shares)
  const labels = await labelsOf(ctx, [...units, ...kept.keys()])
  await audit(ctx, {
    action: 'target.allocate',
    object: { kind: 'plan_target', id: targetId, name: shortStatement(target) },
    unitId: head.issuerUnitId,
    ...changesShown(kept, shares, (unitId) => labels.get(unitId)?.name ?? ''),
  })
  return { version: stored === undefined ? 1 : saved.version + 1, units: units.length }
}

export function shortStatement(target: TargetRow): string {
  const title = targetTitle(target, 'vi')
  return title.length > 200 ? `${title.slice(0, 199)}…` : title
}

export type TargetLine = {
  target: TargetRow
  measure: Whole['measure'] | null
  units: number
  missing: number
  givenNo: number
  changed: boolean
}

/** The targets of a published plan and how each stands with being given. */
export async function listAllocations(
  ctx: Ctx,
  planId: PlanId,
): Promise<{ head: Head; targets: TargetLine[] }> {
  const { head, targets } = await getPlan(ctx, planId)
  mustBeAllowed(ctx, 'target.read_shares', { tenantId: ctx.tenantId, path: head.issuerPath })
  if (head.state !== 'published') throw new AppError('step_not_allowed', { reason: head.state })
  const stored = await listAllocationsOf(ctx.db, ctx.tenantId, planId)
  const ids = stored.map((row) => row.allocationId)
  const shares = await listShares(ctx.db, ctx.tenantId, ids)
  const given = await listGiven(ctx.db, ctx.tenantId, ids)
  return {
    head,
    targets: targets
      .filter((target) => target.review !== 'discarded' && target.endedOn === null)
      .map((target) => {
        const whole = wholeOf(target)
        const row = stored.find((one) => one.targetId === target.targetId)
        const own = shares.filter((share) => share.allocationId === row?.allocationId)
        const inForce = inForceOf(given.filter((one) => one.allocationId === row?.allocationId))
        return {
          target,
          measure: whole?.measure ?? null,
          units: own.length,
          missing: whole === null ? 0 : own.filter((share) => !isFilled(whole.measure, share)).length,
          givenNo: row?.givenNo ?? 0,
          changed: changedUnits(own, inForce).length > 0,
        }
      }),
  }
}
