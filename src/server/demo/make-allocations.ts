// Two targets of the demo's plan are given to the schools: by the pupils that these had at the start of the year; one of the
// two was changed between two schools since.
import { divide } from '#domain/allocation/divide.ts'
import { noShare, type ShareFigures } from '#domain/allocation/shares.ts'
import { type LocalDate, localDate } from '#domain/basics/dates.ts'
import type { TargetId, UnitId } from '#domain/basics/ids.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import type { SchoolLevel } from '#domain/units/unit.ts'
import { getAllocation, saveAllocation } from '#server/allocation/allocation.service.ts'
import { getBasis } from '#server/allocation/basis.service.ts'
import { giveTarget } from '#server/allocation/giving.service.ts'
import { getPlan, listPlans } from '#server/plans/plans.service.ts'
import type { Acting } from './make-people.ts'
import { mustHave, type UnitIds } from './make-units.ts'

type Fact = { figure: number; level: SchoolLevel; indicator: string }
const facts: readonly [Fact, Fact] = [
  { figure: 12_246, level: 'primary', indicator: 'hoc-sinh.tieu-hoc' },
  { figure: 10_932, level: 'lower_secondary', indicator: 'hoc-sinh.thcs' },
]
const officer = 'lan'
const givenOn = localDate('2024-10-07')
const changedOn = localDate('2025-01-08')

export async function makeAllocations(acting: Acting, ids: UnitIds): Promise<void> {
  const issuer = mustHave(ids, 'HA')
  const targets: TargetId[] = []
  for (const fact of facts) targets.push(await giveByPupils(acting, issuer, fact))
  const [primary] = targets
  if (primary !== undefined)
    await moveOne(acting, primary, mustHave(ids, 'HA-TH-DANGHAI'), mustHave(ids, 'HA-TH-DANGLAM'))
}

async function giveByPupils(acting: Acting, issuer: UnitId, fact: Fact): Promise<TargetId> {
  const ctx = await acting(officer, givenOn)
  const schoolYear = parseSchoolYear('2024-2025')
  if (schoolYear === null) throw new Error('no school year')
  const plan = (await listPlans(ctx, issuer, schoolYear)).find((one) => one.issuerUnitId === issuer)
  if (plan === undefined) throw new Error('the demo has no plan')
  const target = (await getPlan(ctx, plan.planId)).targets.find((one) => one.value === fact.figure)
  if (target === undefined) throw new Error(`the plan has no target of ${fact.figure}`)
  const audience = { any: [{ kinds: ['school' as const], levels: [fact.level], under: issuer }] }
  await saveAllocation(ctx, target.targetId, { version: 0, audience, shares: [] })
  const { rows, whole } = await getAllocation(ctx, target.targetId)
  const key = `indicator:2024-2025:start:${fact.indicator}`
  const basis = new Map((await getBasis(ctx, target.targetId, key)).map((row) => [row.unitId, row.value]))
  const parts = divide(
    fact.figure,
    rows.map((row) => basis.get(row.unitId) ?? 0),
    [],
    whole?.decimals ?? 0,
  )
  if (!parts.ok) throw new Error(parts.reason)
  const { version } = await saveAllocation(ctx, target.targetId, {
    version: 1,
    audience,
    shares: rows.map(({ unitId }, index) => {
      const part = parts.value[index]
      return { unitId, ...noShare, value: typeof part === 'number' ? part : null }
    }),
  })
  await giveTarget(ctx, target.targetId, { version, reason: null, differenceReason: null })
  return target.targetId
}

async function moveOne(acting: Acting, targetId: TargetId, to: UnitId, from: UnitId): Promise<void> {
  const ctx = await acting(officer, changedOn satisfies LocalDate)
  const { rows, stored } = await getAllocation(ctx, targetId)
  if (stored === undefined) throw new Error('nothing was given')
  const moved = (unitId: UnitId, share: ShareFigures): number =>
    (share.value ?? 0) + (unitId === to ? 12 : unitId === from ? -12 : 0)
  const { version } = await saveAllocation(ctx, targetId, {
    version: stored.version,
    audience: stored.audience,
    shares: rows.map((row) => ({ unitId: row.unitId, ...noShare, value: moved(row.unitId, row) })),
  })
  await giveTarget(ctx, targetId, {
    version,
    reason: 'Điều chỉnh địa bàn tuyển sinh giữa hai trường từ học kỳ II',
    differenceReason: null,
  })
}
