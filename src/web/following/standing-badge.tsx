import type { WorkRow } from '#contract/following.ts'
import { useTexts } from '#web/platform/language.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'
import { standingWords } from './standing-words.ts'

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
  return (
    <StateBadge state={states[row.standing.kind]} bare={bare}>
      {standingWords(t, row)}
    </StateBadge>
  )
}
