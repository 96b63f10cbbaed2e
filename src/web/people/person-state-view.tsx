import type { PersonView } from '#contract/people.ts'
import { useTexts } from '#web/platform/language.tsx'
import { type State, StateBadge } from '#web/ui/state-badge.tsx'
import { en } from './people.en.ts'
import { vi } from './people.vi.ts'

const texts = { vi, en }
const states = { active: 'done', invited: 'attention', deactivated: 'none' } as const satisfies Record<
  PersonView['state'],
  State
>

export function PersonState({ state, bare = false }: { state: PersonView['state']; bare?: boolean }) {
  const t = useTexts(texts)
  return (
    <StateBadge state={states[state]} bare={bare}>
      {t.states[state]}
    </StateBadge>
  )
}
