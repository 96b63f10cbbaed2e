import { type MouseEvent, useEffect, useRef } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { fieldId } from './field.tsx'
import { uiTexts } from './ui-texts.ts'
import './notice.css'

export type ErrorSummaryProps = {
  /** Each names its field (`name` of the Field) or, without one, the form as a whole. */
  errors: readonly { name?: string; message: string }[]
  title?: string
}

/** What must be mended before the form can go, at its head: takes the focus when it appears, leads to each field. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const t = useTexts(uiTexts)
  const box = useRef<HTMLDivElement>(null)
  const any = errors.length > 0
  useEffect(() => {
    if (any) box.current?.focus()
  }, [any])
  if (!any) return null
  const lead = (event: MouseEvent, id: string) => {
    const field = document.getElementById(id)
    if (field === null) return
    event.preventDefault()
    field.focus()
    field.scrollIntoView({ block: 'center' })
  }
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>{title ?? t.errorSummary(errors.length)}</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            {name === undefined ? (
              message
            ) : (
              <a href={`#${fieldId(name)}`} onClick={(event) => lead(event, fieldId(name))}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
