import type { SubmitEvent } from 'react'
import { accountsContract, type PersonView } from '#contract/people.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { ContactFields, NameFields } from './contact-fields-view.tsx'
import { en } from './people.en.ts'
import { type ContactValues, contactFaults, contactsGiven, fieldOfRefusal } from './person-fields.ts'
import { vi } from './people.vi.ts'

const texts = { vi, en }

export function EditPersonDialog({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTexts(texts).form
  const tell = useToast()
  const form = useForm<ContactValues>({
    fullName: person.fullName,
    jobTitle: person.jobTitle ?? '',
    phone: person.phone ?? '',
    signInPhone: person.signInPhone ?? '',
    email: person.email ?? '',
  })
  const change = useWrite(accountsContract.changePerson, {
    onDone: () => {
      tell({ text: t.saved })
      onClose()
    },
  })
  const refused = change.problem === null ? null : fieldOfRefusal(change.problem)
  const errorOf = (name: keyof ContactValues) =>
    form.error(name) ?? (refused?.name === name ? refused.message : undefined)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const errors = contactFaults(form.values, t)
    form.setErrors(errors)
    if (errors.length === 0)
      change.send({
        params: { personId: person.personId },
        body: { version: person.version, ...contactsGiven(form.values) },
      })
  }
  const close = () => {
    if (!form.changed || window.confirm(t.leave)) onClose()
  }
  return (
    <Dialog
      title={t.editTitle}
      kind="question"
      open
      onClose={close}
      acts={
        <>
          <Button onPress={close}>{t.cancel}</Button>
          <Button kind="primary" type="submit" form="edit-person" busy={change.busy}>
            {t.save}
          </Button>
        </>
      }
    >
      <form id="edit-person" className="person-form" onSubmit={send} noValidate>
        <ErrorSummary errors={refused === null ? form.errors : [...form.errors, refused]} />
        {change.problem !== null && refused === null && (
          <Notice kind="error" title={change.problem.title} announce>
            {change.problem.detail}
          </Notice>
        )}
        <NameFields bind={form.bind} errorOf={errorOf} />
        <ContactFields bind={form.bind} errorOf={errorOf} />
      </form>
    </Dialog>
  )
}
