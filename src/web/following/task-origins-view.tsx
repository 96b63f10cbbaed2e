import type { ReplyOf } from '#contract/endpoint.ts'
import type { followingContract } from '#contract/following.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress } from '#web/platform/place.tsx'
import { en } from './following.en.ts'
import { vi } from './following.vi.ts'

const texts = { vi, en }
type Page = ReplyOf<typeof followingContract.getTask>

function nameOf({ no, title }: { no: string | null; title: string }): string {
  return no === null ? title : `${no}. ${title}`
}

/** Of an item of a unit's own plan: the work from above that it carries out. */
export function TaskOrigins({ origins }: Pick<Page, 'origins'>) {
  const t = useTexts(texts).task
  const to = useAddress()
  if (origins.length === 0) return null
  return (
    <section aria-label={t.origins}>
      <h3>{t.origins}</h3>
      <ul className="task-ties">
        {origins.map((origin) => (
          <li key={origin.taskId}>
            <a href={to('tasks/{-$taskId}', { taskId: origin.taskId })}>{nameOf(origin)}</a>
            <span className="muted">{origin.issuerName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the units made of it in their own plans, and how far each is. */
export function TaskDerived({ derived }: Pick<Page, 'derived'>) {
  const t = useTexts(texts).task
  const to = useAddress()
  if (derived.length === 0) return null
  return (
    <section aria-label={t.derived}>
      <h3>{t.derived}</h3>
      <ul className="task-ties">
        {derived.map((item) => (
          <li key={`${item.assignmentId} ${item.taskId}`}>
            <a href={to('tasks/{-$taskId}', { taskId: item.taskId })}>{nameOf(item)}</a>
            <span className="muted">{t.derivedStand(item.doneUnits, item.units, item.percent)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
