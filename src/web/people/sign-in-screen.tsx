import { type SubmitEvent, useState } from 'react'
import { peopleContract, type Session } from '#contract/people.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useTitle } from '#web/platform/routing.tsx'
import { OutsideFrame } from '#web/shell/outside-frame.tsx'
import { Button } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PasswordInput, TextInput } from '#web/ui/text-input.tsx'
import { en } from './sign-in.en.ts'
import { vi } from './sign-in.vi.ts'
import './sign-in.css'

const texts = { vi, en }

export function SignInScreen({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const t = useTexts(texts).signIn
  useTitle(t.title)
  const form = useForm({ name: '', password: '' })
  const [asked, setAsked] = useState(false)
  const signIn = useWrite(peopleContract.signIn, { refresh: [], onDone: onSignedIn })
  const status = useRead(peopleContract.getStatus, {})

  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setAsked(true)
    const { name, password } = form.values
    const missing = [
      name.trim() === '' ? { name: 'name', message: t.nameMissing } : null,
      password === '' ? { name: 'password', message: t.passwordMissing } : null,
    ]
    const errors = missing.filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length === 0) signIn.send({ body: { name, password } })
  }

  return (
    <OutsideFrame title={t.title}>
      <form className="sign-in-form" onSubmit={send} noValidate>
        {signIn.problem !== null && asked && (
          <Notice kind="error" title={signIn.problem.title} announce>
            {signIn.problem.detail}
          </Notice>
        )}
        <Field label={t.name} name="name" hint={t.nameHint} error={form.error('name')}>
          <TextInput {...form.bind('name')} autoComplete="username" plain />
        </Field>
        <Field label={t.password} name="password" error={form.error('password')}>
          <PasswordInput {...form.bind('password')} autoComplete="current-password" />
        </Field>
        <Button type="submit" kind="primary" busy={signIn.busy}>
          {t.send}
        </Button>
        <p className="sign-in-hint">{t.forgotten}</p>
      </form>
      {status.data !== undefined && status.data.demoAccounts.length > 0 && (
        <section className="sign-in-demo">
          <h2>{t.demo}</h2>
          <p>{t.demoPassword(status.data.demoPassword ?? '')}</p>
          <ul>
            {status.data.demoAccounts.map((account) => (
              <li key={account.userName}>
                <span>
                  <b>{account.userName}</b> {account.what}
                </span>
                <Button
                  size="small"
                  kind="quiet"
                  onPress={() => {
                    form.reset({ name: account.userName, password: status.data.demoPassword ?? '' })
                    signIn.send({
                      body: { name: account.userName, password: status.data.demoPassword ?? '' },
                    })
                  }}
                >
                  {t.use}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </OutsideFrame>
  )
}
