import { type SubmitEvent, useEffect } from 'react'
import { accountsContract, type Session } from '#contract/people.ts'
import { checkPassword } from '#domain/people/password.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useTitle } from '#web/platform/routing.tsx'
import { OutsideFrame } from '#web/shell/outside-frame.tsx'
import { Button, LinkButton } from '#web/ui/button.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PasswordInput } from '#web/ui/text-input.tsx'
import { en as settingsEn } from './settings.en.ts'
import { vi as settingsVi } from './settings.vi.ts'
import { en } from './sign-in.en.ts'
import { vi } from './sign-in.vi.ts'
import './sign-in.css'

const texts = { vi, en }
const settings = { vi: settingsVi, en: settingsEn }

/** Where a one-time link leads: /link#token. What follows the '#' never reaches a server's log. */
export function LinkScreen({ token, onSignedIn }: { token: string; onSignedIn: (session: Session) => void }) {
  const t = useTexts(texts).link
  const { account } = useTexts(settings)
  const look = useWrite(accountsContract.getLink, { refresh: [] })
  const choose = useWrite(accountsContract.useLink, { refresh: [], onDone: onSignedIn })
  const form = useForm({ password: '', again: '' })
  const { send: lookUp } = look
  useEffect(() => {
    // After the sign-in the address is another one, without a token, for a moment.
    if (token !== '' || look.reply === undefined) lookUp({ body: { token } })
    // oxlint-disable-next-line react/exhaustive-deps -- once for each link: `send` is made anew with each picture
  }, [token])
  const title = t.title[look.reply?.purpose ?? 'unknown']
  useTitle(title)

  const problem = look.problem ?? choose.problem
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const { password, again } = form.values
    const verdict = checkPassword(password, look.reply?.userName ?? '')
    const errors = []
    if (!verdict.ok) errors.push({ name: 'password', message: account.weak[verdict.reason] })
    if (password !== again) errors.push({ name: 'again', message: t.different })
    form.setErrors(errors)
    if (errors.length === 0) choose.send({ body: { token, password } })
  }

  return (
    <OutsideFrame title={title} {...(look.reply === undefined ? {} : { lead: t.lead(look.reply.fullName) })}>
      {problem !== null && (
        <Notice kind="error" title={problem.title} announce>
          {problem.detail}
        </Notice>
      )}
      {look.reply === undefined ? (
        look.problem === null ? (
          <p role="status">{t.looking}</p>
        ) : (
          <LinkButton href="/">{t.toSignIn}</LinkButton>
        )
      ) : (
        <form className="sign-in-form" onSubmit={send} noValidate>
          <p>
            {t.userName}: <b>{look.reply.userName}</b>
          </p>
          <Field label={t.password} name="password" hint={account.nextHint} error={form.error('password')}>
            <PasswordInput {...form.bind('password')} autoComplete="new-password" />
          </Field>
          <Field label={t.again} name="again" error={form.error('again')}>
            <PasswordInput {...form.bind('again')} autoComplete="new-password" />
          </Field>
          <Button type="submit" kind="primary" busy={choose.busy}>
            {t.send}
          </Button>
        </form>
      )}
    </OutsideFrame>
  )
}
