import type { Language } from '#contract/error-texts.ts'
import { formatWhen } from '#domain/basics/when.ts'
import type { TimeWindow } from '#domain/plans/plan-task.ts'

/** "Tháng 7/2024 – Tháng 8/2024; Tháng 5/2025": equal ends once, several windows parted by semicolons. */
export function windowsText(windows: readonly TimeWindow[], language: Language): string {
  return windows
    .map(({ start, finish }) => {
      const ends = [start, finish].filter((when) => when !== null).map((when) => formatWhen(when, language))
      return [...new Set(ends)].join(' – ')
    })
    .filter((text) => text !== '')
    .join('; ')
}
