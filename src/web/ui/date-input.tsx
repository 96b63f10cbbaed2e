import { useId, useState } from 'react'
import { addDays, formatDate, type LocalDate } from '#domain/basics/dates.ts'
import { useTexts } from '#web/platform/language.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { FieldErrorText, useFieldInput } from './field.tsx'
import { Icon } from './icon.tsx'
import { Popup } from './popup.tsx'
import { readTypedDate, type Typed, typedDate } from './typed.ts'
import { uiTexts } from './ui-texts.ts'
import './calendar.css'

export type DateInputProps = {
  value: Typed<LocalDate>
  onChange: (value: Typed<LocalDate>) => void
  /** The business date, for the calendar. */
  today: LocalDate
  disabled?: boolean
  'aria-label'?: string
  /** Told when the field is left or a day is chosen. */
  onLeave?: (value: Typed<LocalDate>) => void
}

/** A day typed as dd/mm/yyyy (arrow keys move it by a day) or taken from the calendar. */
export function DateInput({ value, onChange, today, onLeave, disabled, ...rest }: DateInputProps) {
  const t = useTexts(uiTexts)
  const { 'aria-describedby': describedBy, ...field } = useFieldInput()
  const [left, setLeft] = useState(false)
  const faultId = useId()
  const shown = left && value.fault
  const leave = (next: Typed<LocalDate>) => {
    setLeft(true)
    onChange(next)
    onLeave?.(next)
  }
  return (
    <>
      {shown && <FieldErrorText id={faultId} message={t.date.notDate} />}
      <span className="date-input">
        <input
          {...field}
          {...rest}
          aria-describedby={
            [describedBy, shown ? faultId : undefined].filter((id) => id !== undefined).join(' ') || undefined
          }
          aria-invalid={field['aria-invalid'] === true || shown || undefined}
          className="input"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t.date.example}
          disabled={disabled}
          value={value.text}
          onChange={(event) => onChange(readTypedDate(event.target.value))}
          onFocus={() => setLeft(false)}
          onBlur={() => leave(value.value === null ? value : typedDate(value.value))}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
            if (event.key === 'Enter' && value.value !== null) onLeave?.(value)
            if (step === 0 || value.value === null) return
            event.preventDefault()
            onChange(typedDate(addDays(value.value, step)))
          }}
        />
        {disabled !== true && (
          <Popup
            buttonClass="button date-input-open"
            label={t.date.choose}
            align="end"
            button={<Icon name="calendar" />}
          >
            {(close) => (
              <CalendarGrid
                value={value.value}
                today={today}
                onChoose={(date) => {
                  leave(typedDate(date))
                  close()
                }}
              />
            )}
          </Popup>
        )}
      </span>
    </>
  )
}

export type DayChoiceProps = {
  value: LocalDate
  onChange: (date: LocalDate) => void
  today: LocalDate
  'aria-label'?: string
}

/** A day that always holds, such as the one above the tree of units: changed only by a real day, on Enter or leaving. */
export function DayChoice({ value, onChange, today, ...rest }: DayChoiceProps) {
  const [typed, setTyped] = useState(() => typedDate(value))
  const [before, setBefore] = useState(value)
  if (before !== value) {
    setBefore(value)
    setTyped(typedDate(value))
  }
  return (
    <DateInput
      {...rest}
      value={typed}
      today={today}
      onChange={setTyped}
      onLeave={(next) => {
        if (next.value !== null && next.value !== value) onChange(next.value)
        else if (next.value === null && !next.fault)
          setTyped({ text: formatDate(value), value, fault: false })
      }}
    />
  )
}
