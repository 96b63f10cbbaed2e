import { workViewsContract, type YearItem } from '#contract/work-views.ts'
import type { Month } from '#domain/following/months.ts'
import type { CallInput } from '#web/platform/client.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { EmptyState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { BoardView } from './board-view.tsx'
import { en as followingEn } from './following.en.ts'
import { vi as followingVi } from './following.vi.ts'
import { GanttView } from './gantt-view.tsx'
import { MonthView } from './month-view.tsx'
import { en } from './views.en.ts'
import { vi } from './views.vi.ts'
import './views.css'

const texts = { vi, en }
const followingTexts = { vi: followingVi, en: followingEn }
export const views = ['table', 'board', 'gantt', 'calendar', 'units'] as const
export type View = (typeof views)[number]

type ViewSwitchProps = { views: readonly View[]; view: View; hrefOf: (view: View) => string }

/** The same tasks in another form; the address keeps the filter. */
export function ViewSwitch({ views: offered, view, hrefOf }: ViewSwitchProps) {
  const t = useTexts(texts)
  return (
    <nav className="view-switch screen-only" aria-label={t.label}>
      {offered.map((one) => (
        <a key={one} href={hrefOf(one)} aria-current={one === view ? 'page' : undefined}>
          {t.views[one]}
        </a>
      ))}
    </nav>
  )
}

export type YearViewsProps = {
  view: 'board' | 'gantt' | 'calendar'
  query: CallInput<typeof workViewsContract.listYearItems>['query']
  month: Month | null
  onMonth: (month: Month) => void
  hrefOf: (item: YearItem) => string
  openTask: string | null
}

export function YearViews({ view, query, month, onMonth, hrefOf, openTask }: YearViewsProps) {
  const t = useTexts(texts)
  const { empty } = useTexts(followingTexts)
  const { year } = usePlace()
  const { today } = useSession()
  const reading = useRead(workViewsContract.listYearItems, { query }, { keepFormer: true })
  return (
    <Loaded reading={reading} loading={<LoadingState rows={10} />}>
      {({ items, total }) => (
        <>
          {items.length < total && <Notice kind="info">{t.tooMany(items.length, total)}</Notice>}
          {items.length === 0 && view !== 'calendar' ? (
            <EmptyState title={empty.none} />
          ) : view === 'board' ? (
            <BoardView items={items} hrefOf={hrefOf} openTask={openTask} />
          ) : view === 'gantt' ? (
            <GanttView items={items} year={year} today={today} hrefOf={hrefOf} openTask={openTask} />
          ) : (
            <MonthView
              items={items}
              month={month ?? today.slice(0, 7)}
              today={today}
              onMonth={onMonth}
              hrefOf={hrefOf}
            />
          )}
        </>
      )}
    </Loaded>
  )
}
