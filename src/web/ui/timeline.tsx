import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import './timeline.css'

export type TimelineEvent = {
  key: string
  /** As printed: '01/07/2025'. */
  date: string
  icon: IconName
  title: ReactNode
  /** The legal document, who recorded it. */
  detail?: ReactNode
  /** Today lies between this event and the next. */
  isPresent?: boolean
}

/** A story told as a line of dated events, in the order given. */
export function Timeline({ label, events }: { label: string; events: readonly TimelineEvent[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {events.map((event) => (
        <li
          key={event.key}
          className="timeline-event"
          data-present={event.isPresent === true ? true : undefined}
        >
          <span className="timeline-mark">
            <Icon name={event.icon} size={16} />
          </span>
          <div className="timeline-words">
            <p className="timeline-date">{event.date}</p>
            <p className="timeline-title">{event.title}</p>
            {event.detail !== undefined && <div className="timeline-detail">{event.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
