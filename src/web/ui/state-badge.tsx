import type { ReactNode } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from './icon.tsx'
import { uiTexts } from './ui-texts.ts'
import './state-badge.css'

/** none: there is no datum (not zero). draft: not yet anybody else's. */
export type State = 'done' | 'running' | 'attention' | 'late' | 'none' | 'draft'

export type StateBadgeProps = {
  state: State
  /** The word of the matter: 'Đã duyệt', 'trễ 5 ngày'. */
  children?: ReactNode
  /** Without a ground, for rows where every one has a state. */
  bare?: boolean
}

export function StateBadge({ state, children, bare = false }: StateBadgeProps) {
  const t = useTexts(uiTexts)
  return (
    <span className="state-badge" data-state={state} data-bare={bare || undefined}>
      <Icon name={state} size={16} />
      <span>{children ?? t.states[state]}</span>
    </span>
  )
}
