import { useId, useState } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { FieldErrorText, useFieldInput } from './field.tsx'
import { readTypedNumber, type Typed, typedNumber } from './typed.ts'
import { uiTexts } from './ui-texts.ts'

export type NumberInputProps = {
  value: Typed<number>
  onChange: (value: Typed<number>) => void
  /** Most digits after the comma when it is written out again. */
  decimals?: number
  /** '%', 'học sinh'. */
  unit?: string
  disabled?: boolean
  'aria-label'?: string
}

/** Vietnamese figures: '12.246', '85,7'. Written out again when the field is left; a fault is said there and then. */
export function NumberInput({ value, onChange, decimals = 2, unit, ...rest }: NumberInputProps) {
  const t = useTexts(uiTexts)
  const { 'aria-describedby': describedBy, ...field } = useFieldInput()
  const [left, setLeft] = useState(false)
  const faultId = useId()
  const shown = left && value.fault
  return (
    <>
      {shown && <FieldErrorText id={faultId} message={t.number.notNumber} />}
      <span className="row">
        <input
          {...field}
          {...rest}
          aria-describedby={
            [describedBy, shown ? faultId : undefined].filter((id) => id !== undefined).join(' ') || undefined
          }
          aria-invalid={field['aria-invalid'] === true || shown || undefined}
          className="input"
          data-numeric
          data-width="short"
          inputMode="decimal"
          autoComplete="off"
          value={value.text}
          onChange={(event) => onChange(readTypedNumber(event.target.value))}
          onFocus={() => setLeft(false)}
          onBlur={() => {
            setLeft(true)
            if (value.value !== null) onChange(typedNumber(value.value, decimals))
          }}
        />
        {unit !== undefined && <span className="muted">{unit}</span>}
      </span>
    </>
  )
}
