// A draft amendment that ends one task of a published plan.
import type { AmendmentId, EntryId, PlanId, TaskId } from '#domain/basics/ids.ts'
import type { Scene } from './route-test.ts'

export async function anAmendment(
  scene: Scene,
  planId: PlanId,
  taskId: TaskId | undefined,
): Promise<{ amendmentId: AmendmentId; entryId: EntryId; version: number }> {
  const made = await scene.as.hung.post(`/api/plans/${planId}/amendments`, {
    reason: 'Quận điều chỉnh',
    number: null,
    signedOn: null,
  })
  const { amendmentId } = made.json
  const saved = await scene.as.hung.put(`/api/plan-amendments/${amendmentId}/entries`, {
    version: 1,
    entryId: null,
    kind: 'task',
    act: 'end',
    itemId: taskId,
    after: null,
  })
  if (saved.status !== 200) throw new Error(JSON.stringify([made.json, saved.json]))
  return { amendmentId, ...saved.json }
}
