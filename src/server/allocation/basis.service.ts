// What a target may be divided by: what units were given last year, and indicators out of approved figures. Figures are only
// offered: whoever divides sees them beside the shares.
import type { Caption } from '#domain/forms/form.ts'
import type { TargetId, UnitId } from '#domain/basics/ids.ts'
import { previous, type SchoolYear } from '#domain/basics/school-year.ts'
import { fold } from '#domain/basics/text.ts'
import { can } from '#domain/rights/can.ts'
import type { LevelCode } from '#domain/reading/reading.ts'
import type { Period } from '#domain/submissions/round.ts'
import type { SchoolLevel } from '#domain/units/unit.ts'
import type { ShareFigures } from '#domain/allocation/shares.ts'
import type { Ctx } from '#server/platform/ctx.ts'
import { AppError } from '#server/platform/errors.ts'
import { getSources, listFigures } from '#server/indicators/indicators.service.ts'
import { getPlan, type Head, listPlans } from '#server/plans/plans.service.ts'
import { listAllocationsOf } from './allocation.queries.ts'
import { getShared, type TargetRow } from './allocation.service.ts'
import { listGiven } from './giving.queries.ts'
import { inForceOf } from './share-changes.ts'

const levelOf: Readonly<Record<LevelCode, SchoolLevel>> = {
  MN: 'preschool',
  TH: 'primary',
  THCS: 'lower_secondary',
  THPT: 'upper_secondary',
}

export type Basis = {
  key: string
  kind: 'indicator' | 'allocation'
  name: Caption
  schoolYear: SchoolYear
  period: Period | null
  units: number
}
export type BasisRow = {
  unitId: UnitId
  value: number | null
  part: number | null
  whole: number | null
}

/** Last year before this year, what was given before what was counted. */
export async function listBases(ctx: Ctx, head: Head, target: TargetRow): Promise<Basis[]> {
  const bases: Basis[] = []
  const last = previous(head.schoolYear)
  for (const { plan, targetId, given } of await givenLike(ctx, head, target, last)) {
    bases.push({
      key: `allocation:${targetId}`,
      kind: 'allocation',
      name: { vi: plan.title, en: plan.title },
      schoolYear: last,
      period: null,
      units: given.size,
    })
  }
  if (!can(ctx.actor, 'indicator.read', { tenantId: ctx.tenantId, path: head.issuerPath })) return bases
  const found: (Basis & { fits: boolean })[] = []
  for (const schoolYear of [last, head.schoolYear]) {
    const asked = { unitId: head.issuerUnitId, schoolYear }
    const { available } = await listFigures(ctx, asked)
    for (const period of available) {
      for (const figure of (await listFigures(ctx, { ...asked, period })).figures) {
        if (figure.value === null) continue
        found.push({
          key: `indicator:${schoolYear}:${period}:${figure.code}`,
          kind: 'indicator',
          name: figure.name,
          schoolYear,
          period,
          units: figure.units,
          fits: target.levels.some((level) => levelOf[level] === figure.card.level),
        })
      }
    }
  }
  // What counts the same pupils, of most units, first; the order of years and of the card stays within.
  const sorted = found.toSorted((a, b) => Number(b.fits) - Number(a.fits) || b.units - a.units)
  return [...bases, ...sorted.map(({ fits: _fits, ...basis }) => basis)]
}

type GivenLike = { plan: Head; targetId: TargetId; given: Map<UnitId, ShareFigures> }

/** Targets of the issuer's plan of a year that say the same, figures aside, and were given to units. */
async function givenLike(ctx: Ctx, head: Head, target: TargetRow, year: SchoolYear): Promise<GivenLike[]> {
  const found: GivenLike[] = []
  for (const plan of await listPlans(ctx, head.issuerUnitId, year)) {
    if (plan.state !== 'published' || plan.issuerUnitId !== head.issuerUnitId) continue
    const stored = await listAllocationsOf(ctx.db, ctx.tenantId, plan.planId)
    if (stored.length === 0) continue
    const { targets } = await getPlan(ctx, plan.planId)
    for (const row of stored) {
      const same = targets.find((one) => one.targetId === row.targetId)
      if (row.givenNo > 0 && same !== undefined && wordsOf(same) === wordsOf(target))
        found.push({
          plan,
          targetId: row.targetId,
          given: inForceOf(await listGiven(ctx.db, ctx.tenantId, [row.allocationId])),
        })
    }
  }
  return found
}

function wordsOf({ statement, kind }: TargetRow): string {
  return `${kind} ${fold(statement)
    .replaceAll(/[\d.,%/=]+/g, ' ')
    .replaceAll(/\s+/g, ' ')}`
}

export async function getBasis(ctx: Ctx, targetId: TargetId, key: string): Promise<BasisRow[]> {
  const { head, target } = await getShared(ctx, targetId, 'target.read_shares')
  const basis = (await listBases(ctx, head, target)).find((one) => one.key === key)
  if (basis === undefined) throw new AppError('not_found')
  if (basis.period !== null) {
    const code = key.split(':').slice(3).join(':')
    return await indicatorOf(ctx, code, {
      unitId: head.issuerUnitId,
      schoolYear: basis.schoolYear,
      period: basis.period,
    })
  }
  const like = await givenLike(ctx, head, target, basis.schoolYear)
  const given =
    like.find((one) => `allocation:${one.targetId}` === key)?.given ?? new Map<UnitId, ShareFigures>()
  return [...given].flatMap(([unitId, share]) =>
    share.applies ? [{ unitId, value: share.value, part: share.numerator, whole: share.denominator }] : [],
  )
}

/** The indicator at each unit that sent figures, wherever it hangs below. */
async function indicatorOf(
  ctx: Ctx,
  code: string,
  asked: { unitId: UnitId; schoolYear: SchoolYear; period: Period },
): Promise<BasisRow[]> {
  const rows: BasisRow[] = []
  const open = [asked.unitId]
  const seen = new Set(open)
  for (let unitId = open.pop(); unitId !== undefined; unitId = open.pop()) {
    const { lines } = await getSources(ctx, code, { ...asked, unitId })
    for (const line of lines) {
      rows.push({ unitId: line.unitId, value: line.value, part: line.part, whole: line.whole })
      if (line.deeper && !seen.has(line.unitId)) {
        seen.add(line.unitId)
        open.push(line.unitId)
      }
    }
  }
  return rows
}
