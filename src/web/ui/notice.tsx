import type { ReactNode } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { uiTexts } from './ui-texts.ts'
import './notice.css'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

export type NoticeProps = {
  kind?: NoticeKind
  title?: string
  children?: ReactNode
  /** One or two acts that mend it. */
  acts?: ReactNode
  /** Read out at once when it appears after an act. */
  announce?: boolean
}

const icons: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'done',
  warning: 'attention',
  error: 'late',
}

export function Notice({ kind = 'info', title, children, acts, announce = false }: NoticeProps) {
  const t = useTexts(uiTexts)
  return (
    <div
      className="notice"
      data-kind={kind}
      role={announce ? (kind === 'error' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icons[kind]} title={t.notice[kind]} />
      <div className="notice-words">
        {title !== undefined && <p className="notice-title">{title}</p>}
        {children !== undefined && <div className="notice-text">{children}</div>}
        {acts !== undefined && <div className="notice-acts">{acts}</div>}
      </div>
    </div>
  )
}
