// A published plan with two targets, and the first of them shared out to the three schools of Hải An.
import type { PlanId, TargetId, TaskId } from '#domain/basics/ids.ts'
import { aPublishedPlan, aTarget, schools } from './plans.ts'
import type { Scene } from './route-test.ts'

const hundred = {
  kind: 'count',
  value: 100,
  numerator: null,
  denominator: null,
  percent: null,
  statement: 'Có 100 giáo viên dạy giỏi',
  unitWord: 'giáo viên',
}

export async function aPlanWithTargets(
  scene: Scene,
): Promise<{ planId: PlanId; tasks: TaskId[]; targets: [TargetId, TargetId] }> {
  const { planId, tasks, targets } = await aPublishedPlan(scene, [
    aTarget({ ...hundred, at: { line: 20 } }),
    aTarget({ at: { line: 21 } }),
  ])
  const [first, second] = targets
  if (first === undefined || second === undefined) throw new Error('two targets were added')
  return { planId, tasks, targets: [first, second] }
}

/** 60 to the primary school, 40 to the secondary one, none to the preschool. */
export function sharesOf(scene: Scene, over: { primary?: number | null; secondary?: number | null } = {}) {
  const { primary, secondary, preschool } = scene.world.units
  const figures = { applies: true, numerator: null, denominator: null }
  return [
    { unitId: primary, ...figures, value: over.primary === undefined ? 60 : over.primary },
    { unitId: secondary, ...figures, value: over.secondary === undefined ? 40 : over.secondary },
    { unitId: preschool, ...figures, applies: false, value: null },
  ]
}

export async function saveShares(
  scene: Scene,
  targetId: TargetId,
  version: number,
  shares: unknown = sharesOf(scene),
): Promise<number> {
  const reply = await scene.as.hung.put(`/api/plan-targets/${targetId}/allocation`, {
    version,
    audience: schools.audience,
    shares,
  })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return reply.json.version
}

/** The first target, given to its units. */
export async function aGivenTarget(
  scene: Scene,
): Promise<{ planId: PlanId; targetId: TargetId; version: number }> {
  const { planId, targets } = await aPlanWithTargets(scene)
  const version = await saveShares(scene, targets[0], 0)
  const reply = await scene.as.hung.post(`/api/plan-targets/${targets[0]}/allocation/give`, {
    version,
    reason: null,
    differenceReason: null,
  })
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.json))
  return { planId, targetId: targets[0], version: reply.json.version }
}
