import type { PlanDutyView, PlanTargetView } from '#contract/plan-items.ts'
import type { PlanTaskView } from '#contract/plans.ts'
import type { DutyId, TargetId, TaskId } from '#domain/basics/ids.ts'
import { needsLook } from '#domain/plans/look.ts'
import { stoppingDutyFaults } from '#domain/plans/plan-duty.ts'
import { stoppingTargetFaults } from '#domain/plans/plan-target.ts'
import { stoppingFaults, type TaskReview } from '#domain/plans/plan-task.ts'

export type ItemKind = 'target' | 'duty' | 'task'
export const itemKinds = ['target', 'duty', 'task'] as const satisfies readonly ItemKind[]

export type ItemId = TargetId | DutyId | TaskId

type Shared = {
  id: ItemId
  version: number
  at: Readonly<Record<string, number>> | null
  confidence: number | null
  review: TaskReview
  text: string
  /** Something a person should see before it is accepted. */
  needs: boolean
  /** As in the document: a letter of targets, the block of a unit. */
  group: { key: string; title: string; note: string | null } | null
}
type Of<K extends ItemKind, V> = Shared & { kind: K; view: V }
export type ReviewItem = Of<'target', PlanTargetView> | Of<'duty', PlanDutyView> | Of<'task', PlanTaskView>

type Found = {
  targets: readonly PlanTargetView[]
  duties: readonly PlanDutyView[]
  tasks: readonly PlanTaskView[]
}

/** What was found in the document, each list in its order. */
export function itemsOf({ targets, duties, tasks }: Found): Record<ItemKind, ReviewItem[]> {
  return {
    target: targets.map((view) => ({
      ...shared(view),
      kind: 'target',
      id: view.targetId,
      text: view.statement,
      needs: needsLook(view, stoppingTargetFaults),
      group:
        view.groupCode === null && view.groupTitle === null
          ? null
          : {
              key: `${view.groupCode ?? ''}|${view.groupTitle ?? ''}`,
              title: [view.groupCode === null ? null : `${view.groupCode})`, view.groupTitle]
                .filter((part) => part !== null)
                .join(' '),
              note: null,
            },
      view,
    })),
    duty: duties.map((view) => ({
      ...shared(view),
      kind: 'duty',
      id: view.dutyId,
      text: view.body,
      needs: needsLook(view, stoppingDutyFaults),
      group: {
        key: `${view.section}|${view.heading}`,
        title: view.heading,
        note: view.section === '' ? null : view.section,
      },
      view,
    })),
    task: tasks.map((view) => ({
      ...shared(view),
      kind: 'task',
      id: view.taskId,
      text: view.title,
      needs: needsLook(view, stoppingFaults),
      group: null,
      view,
    })),
  }
}

function shared({ version, at, confidence, review }: PlanTargetView | PlanDutyView | PlanTaskView) {
  return { version, at, confidence, review }
}

export function keptOf(items: readonly ReviewItem[]): ReviewItem[] {
  return items.filter((item) => item.review !== 'discarded')
}

export function isOpen(item: ReviewItem): boolean {
  return item.review === 'unreviewed' || item.needs
}

/** Parts of one list that stand together in the document, in its order. */
export function groupsOf(
  items: readonly ReviewItem[],
): { group: ReviewItem['group']; items: ReviewItem[] }[] {
  const groups: { group: ReviewItem['group']; items: ReviewItem[] }[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last !== undefined && last.group?.key === item.group?.key) last.items.push(item)
    else groups.push({ group: item.group, items: [item] })
  }
  return groups
}

/** What a change of a target sends: everything as it is. */
export function targetBody(view: PlanTargetView) {
  const { targetId: _id, position: _position, at: _at, confidence: _sure, faults: _faults, ...body } = view
  return body
}

export function dutyBody(view: PlanDutyView) {
  const { version, section, heading, body, role, taskId } = view
  return { version, section, heading, body, role, taskId, units: printed(view.units) }
}

export function taskBody(view: PlanTaskView) {
  const { version, no, title, windows, product } = view
  return { version, no, title, windows, product, units: printed(view.units) }
}

function printed(units: PlanTaskView['units']) {
  return units.map(({ role, printedName, target }) => ({ role, printedName, target }))
}
