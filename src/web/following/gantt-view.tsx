import type { CSSProperties } from 'react'
import type { YearItem } from '#contract/work-views.ts'
import { addDays, formatDate, type LocalDate } from '#domain/basics/dates.ts'
import type { SchoolYear } from '#domain/basics/school-year.ts'
import { type Month, monthsShown, placeAmong } from '#domain/following/months.ts'
import { termDays } from '#domain/following/term.ts'
import { daysOfBar, placeBar, standingOfShares } from '#domain/following/year-layout.ts'
import { useTexts } from '#web/platform/language.tsx'
import { en } from './views.en.ts'
import { vi } from './views.vi.ts'
import { titleOf, useCountWords } from './year-item-view.tsx'

const texts = { vi, en }
const legend = ['late', 'due_soon', 'open', 'later', 'done', 'overdue'] as const

export type GanttProps = {
  items: readonly YearItem[]
  year: SchoolYear
  today: LocalDate
  hrefOf: (item: YearItem) => string
  openTask: string | null
}
type Row = { first: YearItem; windows: YearItem[] }

/** The school year from left to right, a task a row, each of its windows a bar. On a phone a list by month. */
export function GanttView({ items, year, today, hrefOf, openTask }: GanttProps) {
  const t = useTexts(texts)
  const ends = items.flatMap((item) =>
    [item.startsOn, item.dueOn].flatMap((day) => (day === null ? [] : [day.slice(0, 7)])),
  )
  const months = monthsShown(year, ends)
  const here = placeAmong(months, today)
  const rows = new Map<string, Row>()
  for (const item of items) {
    const row = rows.get(item.taskId)
    if (row === undefined) rows.set(item.taskId, { first: item, windows: [item] })
    else row.windows.push(item)
  }
  let group: string | null = null
  // React's type of styles knows no custom properties.
  const style = { '--months': months.length } as CSSProperties
  return (
    <div className="gantt" style={style}>
      <ul className="gantt-legend" aria-hidden="true">
        {legend.map((one) => (
          <li key={one}>
            <span className="gantt-sample" data-standing={one} /> {t.gantt.legend[one]}
          </li>
        ))}
      </ul>
      <div className="gantt-head" aria-hidden="true">
        <span>{t.gantt.task}</span>
        <span className="gantt-months">
          {months.map((month) => (
            <span key={month}>{t.gantt.month(month)}</span>
          ))}
          {here !== null && (
            <span className="gantt-today-word" style={{ left: `${here * 100}%` }}>
              {t.gantt.today}
            </span>
          )}
        </span>
      </div>
      <ol aria-label={t.gantt.label}>
        {[...rows.values()].map((row) => {
          const end = row.first.dueOn?.slice(0, 7) ?? 'none'
          const heads = end !== group
          group = end
          return (
            <li key={row.first.taskId} className="gantt-row">
              {heads && (
                <span className="gantt-group">{end === 'none' ? t.gantt.noEnd : t.gantt.endsIn(end)}</span>
              )}
              <GanttRow
                row={row}
                months={months}
                year={year}
                today={today}
                here={here}
                href={hrefOf(row.first)}
                isOpen={row.first.taskId === openTask}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

type GanttRowProps = {
  row: Row
  months: readonly Month[]
  year: SchoolYear
  today: LocalDate
  here: number | null
  href: string
  isOpen: boolean
}

function GanttRow({ row, months, year, today, here, href, isOpen }: GanttRowProps) {
  const t = useTexts(texts)
  const countWords = useCountWords()
  const dayWords = (item: YearItem) => {
    const { startsOn, dueOn } = item
    if (dueOn === null) return t.gantt.regularly
    return startsOn === null || startsOn === dueOn
      ? t.due(formatDate(dueOn))
      : t.gantt.span(formatDate(startsOn), formatDate(dueOn))
  }
  return (
    <>
      <a href={href} className="gantt-task" aria-current={isOpen ? 'true' : undefined}>
        <span className="gantt-title" title={titleOf(row.first)}>
          {titleOf(row.first)}
        </span>
        <span className="gantt-facts">
          {row.windows.map((item) => (
            <span key={item.windowNo}>{`${dayWords(item)} · ${countWords(item)}`}</span>
          ))}
        </span>
      </a>
      <span className="gantt-track" aria-hidden="true">
        {here !== null && <span className="gantt-today" style={{ left: `${here * 100}%` }} />}
        {row.windows.map((item) => (
          <Bars key={item.windowNo} item={item} months={months} year={year} today={today} />
        ))}
      </span>
    </>
  )
}

function Bars({
  item,
  months,
  year,
  today,
}: {
  item: YearItem
  months: readonly Month[]
  year: SchoolYear
  today: LocalDate
}) {
  const t = useTexts(texts)
  const days = daysOfBar(item.window, item.startsOn, item.dueOn)
  // What is asked about each term ends with the term; what says nothing at all runs all year.
  const endsOn = days?.endsOn ?? (item.term === null ? null : termDays(year, item.term).endsOn)
  const bar = placeBar(months, days?.startsOn ?? null, endsOn)
  const overdue =
    item.late > 0 && item.dueOn !== null ? placeBar(months, addDays(item.dueOn, 1), today) : null
  const words = [
    item.startsOn === null ? null : formatDate(item.startsOn),
    item.dueOn === null ? t.gantt.regularly : formatDate(item.dueOn),
  ]
  return (
    <>
      {bar !== null && (
        <span
          className="gantt-bar"
          data-standing={standingOfShares(item)}
          data-open-start={bar.openStart || undefined}
          data-open-end={bar.openEnd || undefined}
          data-regular={item.dueOn === null || undefined}
          title={words.filter((word) => word !== null).join(' – ')}
          style={{ left: `${bar.from * 100}%`, width: `${(bar.to - bar.from) * 100}%` }}
        >
          <span className="gantt-done" style={{ width: `${item.percent}%` }} />
        </span>
      )}
      {overdue !== null && (
        <span
          className="gantt-overdue"
          style={{ left: `${overdue.from * 100}%`, width: `${(overdue.to - overdue.from) * 100}%` }}
        />
      )}
    </>
  )
}
