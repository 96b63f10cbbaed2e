import { useRef, useState } from 'react'
import { planItemsContract } from '#contract/plan-items.ts'
import { plansContract } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { useWrite } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import { dutyBody, type ItemId, type ReviewItem, targetBody, taskBody } from './review-items.ts'

const texts = { vi, en }
const refresh = [plansContract.getPlan, plansContract.listNames]
type Outcome = 'discarded' | 'unreviewed'

/**
 * The acts of the review on one item. Accepting goes as fast as the key is pressed: what was accepted while the former
 * lot is on its way goes together in the next one, and is shown as accepted at once.
 */
export function useReview(planId: PlanId) {
  const t = useTexts(texts).review
  const tell = useToast()
  const waiting = useRef<readonly ReviewItem[]>([])
  const underWay = useRef(false)
  const [sent, setSent] = useState<ReadonlyMap<ItemId, number>>(new Map())
  const accept = useWrite(plansContract.reviewTasks, { refresh: [plansContract.getPlan] })
  const target = useWrite(planItemsContract.changeTarget, { refresh })
  const duty = useWrite(planItemsContract.changeDuty, { refresh })
  const task = useWrite(plansContract.changeTask, { refresh })
  const merge = useWrite(planItemsContract.mergeItems, { refresh, onDone: () => tell({ text: t.merged }) })

  const flush = async (): Promise<void> => {
    while (waiting.current.length > 0 && !underWay.current) {
      const lot = waiting.current
      waiting.current = []
      underWay.current = true
      // What is refused is shown where `problem` stands.
      await accept.sendAndWait({ params: { planId }, body: idsOf(lot) }).catch(() => undefined)
      underWay.current = false
    }
  }

  const write = async (item: ReviewItem, review: Outcome): Promise<number> => {
    switch (item.kind) {
      case 'target':
        return (
          await target.sendAndWait({
            params: { targetId: item.view.targetId },
            body: { ...targetBody(item.view), version: item.version, review },
          })
        ).version
      case 'duty':
        return (
          await duty.sendAndWait({
            params: { dutyId: item.view.dutyId },
            body: { ...dutyBody(item.view), version: item.version, review },
          })
        ).version
      case 'task':
        return (
          await task.sendAndWait({
            params: { taskId: item.view.taskId },
            body: { ...taskBody(item.view), version: item.version, review },
          })
        ).version
    }
  }
  // What is refused is shown where `problem` stands.
  const set = (item: ReviewItem, review: Outcome, then?: (version: number) => void) =>
    void write(item, review).then(then, () => undefined)

  return {
    busy: target.busy || duty.busy || task.busy || merge.busy,
    problem: accept.problem ?? target.problem ?? duty.problem ?? task.problem ?? merge.problem,
    accept: (items: readonly ReviewItem[]) => {
      waiting.current = [...waiting.current, ...items]
      setSent((before) => new Map([...before, ...items.map((item) => [item.id, item.version] as const)]))
      void flush()
    },
    /** Accepted by this person, though the server has not said so yet. */
    isAccepted: (item: ReviewItem) => accept.problem === null && sent.get(item.id) === item.version,
    restore: (item: ReviewItem) => set(item, 'unreviewed'),
    discard: (item: ReviewItem) =>
      set(item, 'discarded', (version) =>
        tell({ text: t.dropped[item.kind], onUndo: () => set({ ...item, version }, 'unreviewed') }),
      ),
    merge: (first: ReviewItem, second: ReviewItem) =>
      merge.send({
        params: { planId },
        body: {
          kind: first.kind,
          itemId: first.id,
          version: first.version,
          nextId: second.id,
          nextVersion: second.version,
        },
      }),
  }
}

export type ReviewActs = ReturnType<typeof useReview>

function idsOf(items: readonly ReviewItem[]) {
  return {
    targetIds: items.flatMap((item) => (item.kind === 'target' ? [item.view.targetId] : [])),
    dutyIds: items.flatMap((item) => (item.kind === 'duty' ? [item.view.dutyId] : [])),
    taskIds: items.flatMap((item) => (item.kind === 'task' ? [item.view.taskId] : [])),
  }
}
