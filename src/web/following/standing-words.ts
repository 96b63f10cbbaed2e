import type { WorkRow } from '#contract/following.ts'
import type { vi } from './following.vi.ts'

/** "trễ 5 ngày làm việc", "còn 3 ngày làm việc", "hoàn thành". */
export function standingWords(
  t: (typeof vi)['standing'],
  { standing, percent }: Pick<WorkRow, 'standing' | 'percent'>,
): string {
  switch (standing.kind) {
    case 'late':
    case 'due_soon':
    case 'done_late':
      return t[standing.kind](standing.days)
    case 'open':
      return percent > 0 ? t.open_percent(percent) : t.open
    case 'later':
    case 'done':
      return t[standing.kind]
  }
}
