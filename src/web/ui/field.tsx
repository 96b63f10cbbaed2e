import { createContext, type ReactNode, useContext, useId } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { Icon } from './icon.tsx'
import { uiTexts } from './ui-texts.ts'
import './field.css'

type FieldState = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean }

const FieldContext = createContext<FieldState | null>(null)

export type FieldProps = {
  label: ReactNode
  /** The form's name of the value; an ErrorSummary finds the input by it. */
  name?: string
  hint?: ReactNode
  error?: string | undefined
  /** Most fields are required; only the others are marked. */
  optional?: boolean
  /** The label is read out but not shown, where the place says it already. */
  labelUnseen?: boolean
  children: ReactNode
}

export function fieldId(name: string): string {
  return `field-${name.replaceAll(/[^\w-]/g, '-')}`
}

/** Label, hint and error around one input; the input takes its id and descriptions from here. */
export function Field({
  label,
  name,
  hint,
  error,
  optional = false,
  labelUnseen = false,
  children,
}: FieldProps) {
  const t = useTexts(uiTexts)
  const own = useId()
  const id = name === undefined ? own : fieldId(name)
  const described = [hint === undefined ? null : `${id}-hint`, error === undefined ? null : `${id}-error`]
  const describedBy = described.filter((part) => part !== null).join(' ') || undefined
  return (
    <div className="field" data-invalid={error !== undefined || undefined}>
      <label className={labelUnseen ? 'unseen' : 'field-label'} id={`${id}-label`} htmlFor={id}>
        {label}
        {optional && <span className="field-optional"> ({t.optional})</span>}
      </label>
      {hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && <FieldErrorText id={`${id}-error`} message={error} />}
      <FieldContext value={{ id, describedBy, invalid: error !== undefined, required: !optional }}>
        {children}
      </FieldContext>
    </div>
  )
}

export function FieldErrorText({ id, message }: { id: string; message: string }) {
  const t = useTexts(uiTexts)
  return (
    <p className="field-error" id={id}>
      <Icon name="late" size={16} title={t.error} /> <span>{message}</span>
    </p>
  )
}

/** What an input inside a Field spreads over its element; outside of one it names itself by `aria-label`. */
export function useFieldInput() {
  const field = useContext(FieldContext)
  return {
    id: field?.id,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid === true ? true : undefined,
    'aria-required': field?.required === true ? true : undefined,
  }
}
