import type { WorkRow } from '#contract/following.ts'
import { useTexts } from '#web/platform/language.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'

const texts = { vi, en }
const states: Record<WorkRow['standing']['kind'], State> = {
  late: 'late',
  due_soon: 'attention',
  open: 'running',
  later: 'none',
  done: 'done',
  done_late: 'done',
}

/** How one share of a task stands: "trễ 5 ngày làm việc", "còn 3 ngày làm việc", "hoàn thành". */
export function StandingBadge({
  row,
  bare = false,
}: {
  row: Pick<WorkRow, 'standing' | 'percent'>
  bare?: boolean
}) {
  const t = useTexts(texts).standing
  const { standing } = row
  const words = () => {
    switch (standing.kind) {
      case 'late':
      case 'due_soon':
      case 'done_late':
        return t[standing.kind](standing.days)
      case 'open':
        return row.percent > 0 ? t.open_percent(row.percent) : t.open
      case 'later':
      case 'done':
        return t[standing.kind]
    }
  }
  return (
    <StateBadge state={states[standing.kind]} bare={bare}>
      {words()}
    </StateBadge>
  )
}
