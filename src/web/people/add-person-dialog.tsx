import { type SubmitEvent, useState } from 'react'
import { accountsContract } from '#contract/people.ts'
import type { PersonId } from '#domain/basics/ids.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { ContactFields, NameFields } from './contact-fields-view.tsx'
import { en } from './people.en.ts'
import { contactFaults, contactsGiven, fieldOfRefusal, userNameFaults } from './person-fields.ts'
import { vi } from './people.vi.ts'
import { RoleFields, type RoleGiven } from './role-fields-view.tsx'
import { proposeUserName } from './user-name.ts'

const texts = { vi, en }

export function AddPersonDialog({
  hrefOf,
  onClose,
}: {
  hrefOf: (personId: PersonId) => string
  onClose: () => void
}) {
  const t = useTexts(texts)
  const place = usePlace().unit
  const go = useGo()
  const tell = useToast()
  const form = useForm({ fullName: '', jobTitle: '', phone: '', signInPhone: '', email: '', userName: '' })
  const [given, setGiven] = useState<RoleGiven>({ role: 'clerk', unit: place, scope: place })
  const { values } = form
  const add = useWrite(accountsContract.addPerson, {
    onDone: (person) => {
      tell({ text: t.form.added(person.fullName) })
      onClose()
      go(hrefOf(person.personId), { keepScroll: true })
    },
  })
  const refused = add.problem === null ? null : fieldOfRefusal(add.problem)
  const errorOf = (name: string) =>
    form.errors.find((error) => error.name === name)?.message ??
    (refused?.name === name ? refused.message : undefined)

  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const { unit, scope, role } = given
    const errors = [
      ...contactFaults(values, t.form),
      ...userNameFaults(values.userName, t.form),
      ...(unit === null ? [{ name: 'unit', message: t.form.missing.unit }] : []),
      ...(unit !== null && scope === null ? [{ name: 'scope', message: t.form.missing.scope }] : []),
    ]
    form.setErrors(errors)
    if (errors.length > 0 || unit === null || scope === null) return
    add.send({
      body: {
        ...contactsGiven(values),
        userName: values.userName,
        membership: { role, unitId: unit.unitId, scopeUnitId: scope.unitId },
      },
    })
  }
  const bindName = (name: 'fullName' | 'jobTitle' | 'phone' | 'signInPhone' | 'email') => ({
    value: values[name],
    onChange: (value: string) => {
      // The proposal follows the name until somebody has written a user name of his own.
      if (name === 'fullName' && values.userName === proposeUserName(values.fullName))
        form.set('userName', proposeUserName(value))
      form.set(name, value)
    },
  })
  const close = () => {
    if (!form.changed || window.confirm(t.form.leave)) onClose()
  }

  return (
    <Dialog
      title={t.form.addTitle}
      kind="question"
      open
      onClose={close}
      acts={
        <>
          <Button onPress={close}>{t.form.cancel}</Button>
          <Button kind="primary" type="submit" form="add-person" busy={add.busy}>
            {t.form.add}
          </Button>
        </>
      }
    >
      <form id="add-person" className="person-form" onSubmit={send} noValidate>
        <ErrorSummary errors={refused === null ? form.errors : [...form.errors, refused]} />
        {add.problem !== null && refused === null && (
          <Notice kind="error" title={add.problem.title} announce>
            {add.problem.detail}
          </Notice>
        )}
        <NameFields bind={bindName} errorOf={errorOf} />
        <Field label={t.form.userName} name="userName" hint={t.form.userNameHint} error={errorOf('userName')}>
          <TextInput {...form.bind('userName')} plain width="middle" autoComplete="off" maxLength={60} />
        </Field>
        <RoleFields value={given} onChange={setGiven} errorOf={errorOf} />
        <details className="person-more">
          <summary>{t.form.more}</summary>
          <div className="person-form">
            <ContactFields bind={bindName} errorOf={errorOf} />
          </div>
        </details>
      </form>
    </Dialog>
  )
}
