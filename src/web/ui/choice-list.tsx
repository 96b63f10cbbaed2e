import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { FieldErrorText, fieldId } from './field.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import type { Choice } from './select.tsx'
import './field.css'

type Group<T extends string> = {
  legend: string
  legendUnseen?: boolean
  choices: readonly Choice<T>[]
  /** The form's name of the value, for an ErrorSummary. */
  name?: string
  hint?: string
  error?: string | undefined
}

export type CheckboxListProps<T extends string> = Group<T> & {
  value: readonly T[]
  onChange: (value: readonly T[]) => void
}

export function CheckboxList<T extends string>({ value, onChange, ...group }: CheckboxListProps<T>) {
  const toggle = (choice: T, on: boolean) => {
    const chosen = new Set(value)
    if (on) chosen.add(choice)
    else chosen.delete(choice)
    onChange(group.choices.map((known) => known.value).filter((known) => chosen.has(known)))
  }
  return (
    <ChoiceGroup {...group}>
      {(choice, id) => (
        <ChoiceLine key={choice.value} choice={choice}>
          <input
            id={id}
            type="checkbox"
            checked={value.includes(choice.value)}
            disabled={choice.disabled}
            onChange={(event) => toggle(choice.value, event.target.checked)}
          />
        </ChoiceLine>
      )}
    </ChoiceGroup>
  )
}

export type RadioListProps<T extends string> = Group<T> & { value: T | null; onChange: (value: T) => void }

export function RadioList<T extends string>({ value, onChange, ...group }: RadioListProps<T>) {
  const own = useId()
  return (
    <ChoiceGroup {...group}>
      {(choice, id) => (
        <ChoiceLine key={choice.value} choice={choice}>
          <input
            id={id}
            type="radio"
            name={own}
            checked={value === choice.value}
            disabled={choice.disabled}
            onChange={() => onChange(choice.value)}
          />
        </ChoiceLine>
      )}
    </ChoiceGroup>
  )
}

function ChoiceGroup<T extends string>({
  legend,
  legendUnseen = false,
  choices,
  name,
  hint,
  error,
  children,
}: Group<T> & { children: (choice: Choice<T>, id: string | undefined) => ReactNode }) {
  const id = useId()
  const described = [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`]
  return (
    <fieldset
      className="choices"
      aria-describedby={described.filter((part) => part !== null).join(' ') || undefined}
      aria-invalid={error === undefined ? undefined : true}
    >
      <legend className={legendUnseen ? 'unseen' : 'choices-legend'}>{legend}</legend>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && <FieldErrorText id={`${id}-error`} message={error} />}
      {choices.map((choice, index) =>
        // The summary of errors leads to the first choice.
        children(choice, index === 0 && name !== undefined ? fieldId(name) : undefined),
      )}
    </fieldset>
  )
}

function ChoiceLine<T extends string>({ choice, children }: { choice: Choice<T>; children: ReactNode }) {
  return (
    <label className="choice">
      {children}
      <span>{choice.text}</span>
      {choice.hint !== undefined && <span className="choice-hint">{choice.hint}</span>}
    </label>
  )
}

export type CheckboxProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  /** Some of what it stands for is chosen. */
  partly?: boolean
  disabled?: boolean
  /** Alone in a table's cell: the label is read out only. */
  labelUnseen?: boolean
  children: ReactNode
}

export function Checkbox({
  checked,
  onChange,
  partly = false,
  disabled,
  labelUnseen = false,
  children,
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = partly
  }, [partly])
  return (
    <label className="choice" data-alone={labelUnseen || undefined}>
      <input
        ref={input}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={labelUnseen ? 'unseen' : undefined}>{children}</span>
    </label>
  )
}

export type SegmentsProps<T extends string> = {
  label: string
  choices: readonly { value: T; text: string; icon?: IconName }[]
  value: T
  onChange: (value: T) => void
}

/** A few views of the same thing side by side: Bảng | Lịch | Gantt. */
export function Segments<T extends string>({ label, choices, value, onChange }: SegmentsProps<T>) {
  const name = useId()
  const [focused, setFocused] = useState<T | null>(null)
  return (
    <fieldset className="segments">
      <legend className="unseen">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="segment"
          data-chosen={choice.value === value || undefined}
          data-focused={choice.value === focused || undefined}
        >
          <input
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            onFocus={(event) => setFocused(event.target.matches(':focus-visible') ? choice.value : null)}
            onBlur={() => setFocused(null)}
          />
          {choice.icon !== undefined && <Icon name={choice.icon} size={16} />}
          {choice.text}
        </label>
      ))}
    </fieldset>
  )
}
