import { formatPercent } from '#domain/basics/numbers.ts'
import './progress-bar.css'

export type ProgressBarProps = {
  label: string
  /** 0 to 1; null while nobody can say how much is left. */
  share: number | null
  /** Words beside the bar, instead of the percentage: '37/41 đã duyệt'. */
  words?: string
}

export function ProgressBar({ label, share, words }: ProgressBarProps) {
  const text = words ?? (share === null ? null : formatPercent(share, 0))
  return (
    <div className="progress">
      <progress
        className="progress-bar"
        aria-label={label}
        {...(share === null ? {} : { value: share, max: 1 })}
      />
      {text !== null && <span className="progress-words">{text}</span>}
    </div>
  )
}
