// The sections of a plan whose text nobody has written: only what its items need to stand under.
import type { NumberStyle } from '#domain/reading/section-numbers.ts'
import type { PlanOutline, Slot } from './plan-body.ts'
import type { PlanItems } from './plan-document.ts'

/** A section for the targets and one for the duties, each only where there are any. */
export function usualOutline(items: Pick<PlanItems, 'targets' | 'duties'>): PlanOutline {
  const parts = [
    { holds: 'target' as const, title: 'Chỉ tiêu', count: items.targets.length },
    { holds: 'duty' as const, title: 'Nhiệm vụ của các đơn vị', count: items.duties.length },
  ].filter((part) => part.count > 0)
  const style: NumberStyle = 'roman'
  return {
    bases: [],
    recipients: [],
    annexNote: null,
    body: parts.flatMap(({ holds, title }, index) => [
      { kind: 'heading' as const, style, label: 'I'.repeat(index + 1), path: '', title, places: [] },
      { kind: 'slot', holds, places: [] } satisfies Slot,
    ]),
  }
}
