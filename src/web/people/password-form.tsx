import type { SubmitEvent } from 'react'
import { peopleContract } from '#contract/people.ts'
import { checkPassword } from '#domain/people/password.ts'
import { useWrite } from '#web/platform/data.ts'
import { type FieldError, useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PasswordInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { en } from './settings.en.ts'
import { vi } from './settings.vi.ts'

const texts = { vi, en }
const empty = { current: '', next: '', again: '' }

export function PasswordForm() {
  const t = useTexts(texts).account
  const { userName } = useSession()
  const tell = useToast()
  const form = useForm(empty)
  const change = useWrite(peopleContract.changePassword, {
    refresh: [peopleContract.listOwnSessions],
    onDone: () => {
      form.reset()
      tell({ text: t.changed })
    },
  })
  // The server says of a wrong current password what it says of a failed sign-in.
  const isCurrentWrong = change.problem?.code === 'sign_in_failed'
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const { current, next, again } = form.values
    const verdict = checkPassword(next, userName)
    const errors: FieldError[] = []
    if (current === '') errors.push({ name: 'current', message: t.currentMissing })
    if (!verdict.ok) errors.push({ name: 'next', message: t.weak[verdict.reason] })
    if (next !== again) errors.push({ name: 'again', message: t.different })
    form.setErrors(errors)
    if (errors.length === 0) change.send({ body: { current, next } })
  }
  return (
    <section className="settings-part" aria-labelledby="own-password">
      <h2 id="own-password">{t.password}</h2>
      <p className="muted">{t.passwordLead}</p>
      <form className="settings-form" onSubmit={send} noValidate>
        {change.problem !== null && !isCurrentWrong && (
          <Notice kind="error" title={change.problem.title} announce>
            {change.problem.detail}
          </Notice>
        )}
        {/* A password manager needs to know whose password it keeps. */}
        <input
          className="unseen"
          type="text"
          name="username"
          autoComplete="username"
          value={userName}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field
          label={t.current}
          name="current"
          error={
            form.error('current') ??
            (isCurrentWrong && form.values.current !== '' ? t.currentWrong : undefined)
          }
        >
          <PasswordInput {...form.bind('current')} autoComplete="current-password" />
        </Field>
        <Field label={t.next} name="next" hint={t.nextHint} error={form.error('next')}>
          <PasswordInput {...form.bind('next')} autoComplete="new-password" />
        </Field>
        <Field label={t.again} name="again" error={form.error('again')}>
          <PasswordInput {...form.bind('again')} autoComplete="new-password" />
        </Field>
        <div>
          <Button type="submit" kind="primary" busy={change.busy}>
            {t.change}
          </Button>
        </div>
      </form>
    </section>
  )
}
