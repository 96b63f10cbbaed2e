import type { SubmissionState } from '#domain/submissions/workflow.ts'
import { useTexts } from '#web/platform/language.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'

const texts = { vi, en }

const looks: Record<SubmissionState | 'missing', State> = {
  missing: 'none',
  draft: 'draft',
  sent: 'running',
  returned: 'attention',
  approved: 'done',
}

/** null: the unit has not begun. */
export function StandingBadge({ state, bare = false }: { state: SubmissionState | null; bare?: boolean }) {
  const t = useTexts(texts)
  return (
    <StateBadge state={looks[state ?? 'missing']} bare={bare}>
      {t.states[state ?? 'missing']}
    </StateBadge>
  )
}
