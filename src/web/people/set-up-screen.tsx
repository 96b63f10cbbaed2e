import { type SubmitEvent, useEffect } from 'react'
import { peopleContract, type Session } from '#contract/people.ts'
import { checkPassword } from '#domain/people/password.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useStatusReading } from '#web/platform/frame-data.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useGo, useTitle } from '#web/platform/routing.tsx'
import { OutsideFrame } from '#web/shell/outside-frame.tsx'
import { Button } from '#web/ui/button.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { Select } from '#web/ui/select.tsx'
import { PasswordInput, TextInput } from '#web/ui/text-input.tsx'
import { en as settingsEn } from './settings.en.ts'
import { vi as settingsVi } from './settings.vi.ts'
import { en } from './sign-in.en.ts'
import { vi } from './sign-in.vi.ts'
import './sign-in.css'

const texts = { vi, en }
const settings = { vi: settingsVi, en: settingsEn }
const tiers = ['commune', 'province', 'district'] as const

/** The first page of an empty installation. */
export function SetUpScreen({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const t = useTexts(texts).setUp
  const { account } = useTexts(settings)
  useTitle(t.title)
  const form = useForm({
    tierCode: 'commune',
    authorityName: '',
    authorityShortName: '',
    authorityCode: '',
    place: '',
    fullName: '',
    userName: '',
    password: '',
  })
  const go = useGo()
  const isDone = useStatusReading().data?.setUp === true
  // Whoever comes here later by an old address signs in.
  useEffect(() => {
    if (isDone) go('/sign-in', { replace: true })
  }, [isDone, go])
  const setUp = useWrite(peopleContract.setUp, { refresh: [], onDone: onSignedIn })

  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const labels = {
      tierCode: t.tier,
      authorityName: t.name,
      authorityShortName: t.shortName,
      authorityCode: t.code,
      place: t.place,
      fullName: t.fullName,
      userName: t.userName,
      password: t.password,
    }
    // Object.keys loses the key type; both records have the names of the form.
    const names = Object.keys(labels) as (keyof typeof labels)[]
    const errors = names.flatMap((name) =>
      form.values[name].trim() === '' ? [{ name, message: t.missing(labels[name]) }] : [],
    )
    const verdict = checkPassword(form.values.password, form.values.userName)
    if (form.values.password !== '' && !verdict.ok)
      errors.push({ name: 'password', message: account.weak[verdict.reason] })
    if (form.values.userName.trim() !== '' && !/^[a-z0-9][a-z0-9._-]+$/.test(form.values.userName.trim()))
      errors.push({ name: 'userName', message: t.userNameWrong })
    form.setErrors(errors)
    if (errors.length === 0) setUp.send({ body: form.values })
  }
  const line = (name: keyof typeof form.values, label: string, hint?: string, plain = false) => (
    <Field label={label} name={name} error={form.error(name)} {...(hint === undefined ? {} : { hint })}>
      <TextInput {...form.bind(name)} plain={plain} />
    </Field>
  )

  return (
    <OutsideFrame title={t.title} lead={t.lead}>
      <form className="set-up-form" onSubmit={send} noValidate>
        <ErrorSummary errors={form.errors} />
        {setUp.problem !== null && (
          <Notice kind="error" title={setUp.problem.title} announce>
            {setUp.problem.detail}
          </Notice>
        )}
        <fieldset>
          <legend>{t.authority}</legend>
          <Field label={t.tier} name="tierCode">
            <Select
              choices={tiers.map((value) => ({ value, text: t.tiers[value] }))}
              value={tiers.find((tier) => tier === form.values.tierCode) ?? null}
              onChange={(tier) => form.set('tierCode', tier)}
            />
          </Field>
          {line('authorityName', t.name, t.nameHint)}
          {line('authorityShortName', t.shortName, t.shortNameHint)}
          {line('authorityCode', t.code, t.codeHint, true)}
          {line('place', t.place, t.placeHint)}
        </fieldset>
        <fieldset>
          <legend>{t.person}</legend>
          {line('fullName', t.fullName)}
          {line('userName', t.userName, t.userNameHint, true)}
          <Field label={t.password} name="password" hint={t.passwordHint} error={form.error('password')}>
            <PasswordInput {...form.bind('password')} autoComplete="new-password" />
          </Field>
        </fieldset>
        <Button type="submit" kind="primary" busy={setUp.busy}>
          {t.send}
        </Button>
      </form>
    </OutsideFrame>
  )
}
