import type { ReactNode } from 'react'
import { ApiProblem } from '#web/platform/api-problem.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { uiTexts } from './ui-texts.ts'
import './states.css'

export type EmptyStateProps = {
  /** What will stand here. */
  title: string
  children?: ReactNode
  /** The one act that fills it. */
  act?: ReactNode
}

export function EmptyState({ title, children, act }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p className="empty-state-title">{title}</p>
      {children !== undefined && <div className="empty-state-text">{children}</div>}
      {act !== undefined && <div className="empty-state-act">{act}</div>}
    </div>
  )
}

export type LoadingStateProps = {
  /** What is coming, so that nothing jumps when it does. */
  shape?: 'rows' | 'page' | 'form'
  rows?: number
}

export function LoadingState({ shape = 'rows', rows = 6 }: LoadingStateProps) {
  const t = useTexts(uiTexts)
  const lines = Array.from({ length: rows }, (_, index) => index)
  return (
    <div className="loading-state" data-shape={shape} role="status">
      <span className="unseen">{t.loading}</span>
      {shape === 'page' && <span className="bone" data-part="title" />}
      <div className="loading-lines">
        {lines.map((line) => (
          <div key={line} className="loading-line">
            <span className="bone" />
            {shape !== 'form' && <span className="bone" data-part="end" />}
          </div>
        ))}
      </div>
    </div>
  )
}

export type ErrorStateProps = { error: unknown; onAgain?: () => void }

/** What happened, what is safe, what to do: in the server's words where it gave any. */
export function ErrorState({ error, onAgain }: ErrorStateProps) {
  const t = useTexts(uiTexts)
  const problem = error instanceof ApiProblem ? error : null
  return (
    <Notice
      kind="error"
      announce
      title={problem?.title ?? t.failed.title}
      acts={
        onAgain !== undefined && (
          <Button size="small" onPress={onAgain}>
            {t.failed.again}
          </Button>
        )
      }
    >
      <p>{problem?.detail ?? t.failed.detail}</p>
      {problem?.code === 'internal' && problem.instance !== '' && (
        <p className="dense">{t.failed.code(problem.instance)}</p>
      )}
    </Notice>
  )
}

type Reading<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

export type LoadedProps<T> = {
  reading: Reading<T>
  loading?: ReactNode
  children: (data: T) => ReactNode
}

/** A reading in one of its three states. What was read stays on the screen while a later reading fails. */
export function Loaded<T>({ reading, loading, children }: LoadedProps<T>) {
  const again = () => void reading.refetch()
  if (reading.data !== undefined) {
    return (
      <>
        {reading.error !== null && <ErrorState error={reading.error} onAgain={again} />}
        {children(reading.data)}
      </>
    )
  }
  if (reading.error !== null) return <ErrorState error={reading.error} onAgain={again} />
  return loading ?? <LoadingState />
}
