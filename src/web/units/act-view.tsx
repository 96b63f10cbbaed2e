import { type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { actTexts } from './act-texts.ts'
import type { ActState } from './use-act.ts'

/** The form of an act, or, after its preview, what will happen. What was typed stays for "Sửa lại". */
export function ActBodyView({ act, children }: { act: ActState; children?: ReactNode }) {
  const t = useTexts(actTexts)
  const said = useRef<HTMLDivElement>(null)
  // What the server says stands at the head, far above the button that asked for it.
  useEffect(() => {
    if (act.problem === null && act.outlook === null) return
    said.current?.focus({ preventScroll: true })
    said.current?.scrollIntoView({ block: 'center' })
  }, [act.problem, act.outlook])
  return (
    <div className="act-form">
      <div className="act-said" ref={said} tabIndex={-1}>
        {act.problem !== null && (
          <Notice kind="error" title={act.problem.title} announce>
            {act.problem.detail}
          </Notice>
        )}
        {act.outlook !== null && (
          <Notice kind="warning" title={t.previewTitle} announce>
            <ul className="act-words">
              {act.words.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {act.outlook === null ? (
        <>
          <ErrorSummary errors={act.form.errors} />
          {children}
          <BasisView act={act} />
        </>
      ) : (
        <p className="muted dense">{t.history}</p>
      )}
    </div>
  )
}

export function ActButtonsView({ act, onCancel }: { act: ActState; onCancel: () => void }) {
  const t = useTexts(actTexts)
  if (act.outlook === null) {
    return (
      <>
        <Button onPress={onCancel}>{t.cancel}</Button>
        <Button kind="primary" busy={act.looking} onPress={act.look}>
          {t.preview}
        </Button>
      </>
    )
  }
  return (
    <>
      <Button onPress={act.back}>{t.back}</Button>
      <Button kind="primary" busy={act.recording} onPress={act.record}>
        {t.record}
      </Button>
    </>
  )
}

function BasisView({ act }: { act: ActState }) {
  const t = useTexts(actTexts)
  const { today } = useSession()
  const { form } = act
  return (
    <>
      <Field label={t.day} name="on" hint={t.dayHint} error={form.error('on')}>
        <DateInput {...form.bind('on')} today={today} />
      </Field>
      <fieldset className="act-basis">
        <legend>{t.basis}</legend>
        <div className="act-two">
          <Field label={t.number} name="number" hint={t.numberHint} optional>
            <TextInput {...form.bind('number')} maxLength={100} />
          </Field>
          <Field label={t.signedOn} name="signedOn" error={form.error('signedOn')} optional>
            <DateInput {...form.bind('signedOn')} today={today} />
          </Field>
        </div>
        <Field label={t.issuer} name="issuer" optional>
          <TextInput {...form.bind('issuer')} maxLength={300} />
        </Field>
        <Field label={t.docTitle} name="title" optional>
          <TextArea {...form.bind('title')} rows={2} maxLength={500} />
        </Field>
        <Field label={t.note} name="note" optional>
          <TextArea {...form.bind('note')} rows={2} maxLength={2000} />
        </Field>
      </fieldset>
    </>
  )
}
