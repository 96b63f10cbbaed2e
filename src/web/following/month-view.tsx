import { useState } from 'react'
import { holidaysContract, type HolidayRow } from '#contract/holidays.ts'
import type { YearItem } from '#contract/work-views.ts'
import { addMonths, formatDate, type LocalDate, localDate, partsOf, weekday } from '#domain/basics/dates.ts'
import type { Month } from '#domain/following/months.ts'
import { weeksOf } from '#domain/following/year-layout.ts'
import { useRead } from '#web/platform/data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { en } from './views.en.ts'
import { vi } from './views.vi.ts'
import { StandingMark, titleOf, useCountWords } from './year-item-view.tsx'

const texts = { vi, en }
const firstShown = 4

type MonthProps = {
  items: readonly YearItem[]
  month: Month
  today: LocalDate
  onMonth: (month: Month) => void
  hrefOf: (item: YearItem) => string
}

/** A month with what begins and what ends on each day; days off named. On a phone only the days that hold something. */
export function MonthView({ items, month, today, onMonth, hrefOf }: MonthProps) {
  const t = useTexts(texts).month
  const first = localDate(`${month}-01`)
  const { year } = partsOf(first)
  const holidays = useRead(holidaysContract.listHolidays, { query: { year } }, { keepFormer: true })
  const offs = new Map((holidays.data ?? []).map((one): [string, HolidayRow] => [one.day, one]))
  const goBy = (months: number) => onMonth(addMonths(first, months).slice(0, 7))
  const isEmpty = !items.some((item) => [item.dueOn, item.startsOn].some((day) => day?.startsWith(month)))
  return (
    <section className="month">
      <div className="month-head">
        <h2 aria-live="polite">{t.title(month)}</h2>
        <Button kind="quiet" size="small" icon="chevron-left" onPress={() => goBy(-1)}>
          {t.before}
        </Button>
        {month !== today.slice(0, 7) && (
          <Button kind="quiet" size="small" onPress={() => onMonth(today.slice(0, 7))}>
            {t.now}
          </Button>
        )}
        <Button kind="quiet" size="small" iconAfter="chevron-right" onPress={() => goBy(1)}>
          {t.after}
        </Button>
      </div>
      {isEmpty && <p className="muted">{t.empty}</p>}
      <div className="month-grid">
        {t.weekdays.map((name) => (
          <span key={name} className="month-weekday" aria-hidden="true">
            {name}
          </span>
        ))}
        {weeksOf(month)
          .flat()
          .map((day) => (
            <DayView
              key={day}
              day={day}
              outside={!day.startsWith(month)}
              isToday={day === today}
              holiday={offs.get(day) ?? null}
              ends={items.filter((item) => item.dueOn === day)}
              starts={items.filter((item) => item.startsOn === day && item.term === null)}
              hrefOf={hrefOf}
            />
          ))}
      </div>
    </section>
  )
}

type DayProps = {
  day: LocalDate
  outside: boolean
  isToday: boolean
  holiday: HolidayRow | null
  ends: readonly YearItem[]
  starts: readonly YearItem[]
  hrefOf: (item: YearItem) => string
}

function DayView({ day, outside, isToday, holiday, ends, starts, hrefOf }: DayProps) {
  const t = useTexts(texts)
  const countWords = useCountWords()
  const [all, setAll] = useState(false)
  const lines = [
    ...ends.map((item) => ({ item, what: 'ends' as const })),
    ...starts.map((item) => ({ item, what: 'starts' as const })),
  ]
  const hidden = all ? 0 : Math.max(lines.length - firstShown, 0)
  const number = weekday(day)
  return (
    <div
      className="month-day"
      data-outside={outside || undefined}
      data-today={isToday || undefined}
      data-off={(holiday === null ? number > 5 : holiday.kind === 'off') || undefined}
      data-empty={lines.length === 0 || outside || undefined}
    >
      <p className="month-date">
        <span className="month-number">{partsOf(day).day}</span>
        <span className="month-full">
          {`${t.month.dayNames[number - 1] ?? ''} ${formatDate(day)}${isToday ? `, ${t.month.today}` : ''}`}
        </span>
        {holiday !== null && (
          <span className="month-holiday" data-kind={holiday.kind}>
            {holiday.kind === 'off' ? holiday.name : t.month.worked}
          </span>
        )}
      </p>
      {!outside && lines.length > 0 && (
        <ul>
          {lines.map(({ item, what }, index) => (
            <li
              key={`${what}-${item.taskId}-${item.windowNo}`}
              data-what={what}
              className={!all && index >= firstShown ? 'month-hidden' : undefined}
            >
              <a href={hrefOf(item)} title={`${titleOf(item)} (${countWords(item)})`}>
                {what === 'ends' && <StandingMark item={item} />}
                <span className="month-what">{t.month[what]}</span>
                <span className="month-task">{titleOf(item)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {!outside && hidden > 0 && (
        <Button kind="quiet" size="small" onPress={() => setAll(true)}>
          {t.more(hidden)}
        </Button>
      )}
    </div>
  )
}
