import { useTexts } from '#web/platform/language.tsx'
import { Field } from '#web/ui/field.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { en } from './people.en.ts'
import type { ContactValues } from './person-fields.ts'
import { vi } from './people.vi.ts'

const texts = { vi, en }

export type ContactFieldsProps = {
  bind: (name: keyof ContactValues) => { value: string; onChange: (value: string) => void }
  errorOf: (name: keyof ContactValues) => string | undefined
}

export function NameFields({ bind, errorOf }: ContactFieldsProps) {
  const t = useTexts(texts).form
  return (
    <>
      <Field label={t.fullName} name="fullName" error={errorOf('fullName')}>
        <TextInput {...bind('fullName')} autoComplete="off" maxLength={100} />
      </Field>
      <Field label={t.jobTitle} name="jobTitle" hint={t.jobTitleHint} optional>
        <TextInput {...bind('jobTitle')} autoComplete="off" maxLength={100} />
      </Field>
    </>
  )
}

export function ContactFields({ bind, errorOf }: ContactFieldsProps) {
  const t = useTexts(texts).form
  return (
    <>
      <Field
        label={t.signInPhone}
        name="signInPhone"
        hint={t.signInPhoneHint}
        error={errorOf('signInPhone')}
        optional
      >
        <TextInput {...bind('signInPhone')} type="tel" width="middle" autoComplete="off" maxLength={30} />
      </Field>
      <Field label={t.phone} name="phone" error={errorOf('phone')} optional>
        <TextInput {...bind('phone')} type="tel" width="middle" autoComplete="off" maxLength={30} />
      </Field>
      <Field label={t.email} name="email" error={errorOf('email')} optional>
        <TextInput {...bind('email')} type="email" autoComplete="off" maxLength={200} />
      </Field>
    </>
  )
}
