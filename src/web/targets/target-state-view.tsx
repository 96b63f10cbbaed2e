import type { NoDataReason, TargetState } from '#domain/targets/judge.ts'
import { useTexts } from '#web/platform/language.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { en } from './targets.en.ts'
import { vi } from './targets.vi.ts'

const texts = { vi, en }
const badges: Record<TargetState, State> = {
  missed: 'late',
  at_risk: 'attention',
  on_track: 'running',
  met: 'done',
  no_data: 'none',
}

export function TargetStateBadge({ state, why = null }: { state: TargetState; why?: NoDataReason | null }) {
  const t = useTexts(texts)
  return (
    <StateBadge state={badges[state]} bare>
      {why === null || why === 'none' ? t.states[state] : t.reasons[why]}
    </StateBadge>
  )
}
