import type { PlanTargetView } from '#contract/plan-items.ts'

export type GroupChoice = { code: string | null; title: string | null }

/** Each group of targets once, in the order of the document. */
export function groupsIn({ targets }: { targets: readonly PlanTargetView[] }): GroupChoice[] {
  const groups = new Map<string, GroupChoice>()
  for (const { groupCode, groupTitle } of targets)
    if (groupCode !== null || groupTitle !== null)
      groups.set(`${groupCode}|${groupTitle}`, { code: groupCode, title: groupTitle })
  return [...groups.values()]
}

export function groupKey({ code, title }: GroupChoice): string {
  return JSON.stringify([code, title])
}
