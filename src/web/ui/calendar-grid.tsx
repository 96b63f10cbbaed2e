import { useEffect, useId, useRef, useState } from 'react'
import { addMonths, formatDate, type LocalDate, partsOf, weekday } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button, IconButton } from './button.tsx'
import { dayForKey, dayNumber, firstOfMonth, isSameMonth, weeksAround } from './calendar-days.ts'
import { uiTexts } from './ui-texts.ts'
import './calendar.css'

export type CalendarGridProps = {
  value: LocalDate | null
  /** The business date. */
  today: LocalDate
  onChoose: (date: LocalDate) => void
}

/** One month to choose a day from, by mouse or by arrows, Home, End, Page Up and Page Down. */
export function CalendarGrid({ value, today, onChoose }: CalendarGridProps) {
  const t = useTexts(uiTexts)
  const id = useId()
  const [at, setAt] = useState(value ?? today)
  const cell = useRef<HTMLButtonElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (moved.current) cell.current?.focus()
    moved.current = false
  }, [at])
  const { month, year } = partsOf(at)
  return (
    <div className="calendar">
      <div className="calendar-head">
        <IconButton
          icon="chevron-left"
          size="small"
          label={t.date.previousMonth}
          onPress={() => setAt(addMonths(firstOfMonth(at), -1))}
        />
        <span className="calendar-month" id={id} aria-live="polite">
          {t.date.month(month, year)}
        </span>
        <IconButton
          icon="chevron-right"
          size="small"
          label={t.date.nextMonth}
          onPress={() => setAt(addMonths(firstOfMonth(at), 1))}
        />
      </div>
      <table
        role="grid"
        aria-labelledby={id}
        onKeyDown={(event) => {
          const next = dayForKey(at, event.key, addMonths)
          if (next === null) return
          event.preventDefault()
          moved.current = true
          setAt(next)
        }}
      >
        <thead>
          <tr>
            {t.date.weekdays.map((name, index) => (
              <th key={name} scope="col" abbr={t.date.weekdayNames[index]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksAround(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} role="gridcell" aria-selected={day === value}>
                  <button
                    ref={day === at ? cell : null}
                    type="button"
                    className="calendar-day"
                    tabIndex={day === at ? 0 : -1}
                    data-start={day === at || undefined}
                    data-other={!isSameMonth(day, at) || undefined}
                    data-chosen={day === value || undefined}
                    aria-current={day === today ? 'date' : undefined}
                    aria-label={t.date.day(weekday(day) - 1, partsOf(day))}
                    onClick={() => onChoose(day)}
                  >
                    {dayNumber(day)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Button kind="quiet" size="small" onPress={() => onChoose(today)}>
        {t.date.today}: {formatDate(today)}
      </Button>
    </div>
  )
}
