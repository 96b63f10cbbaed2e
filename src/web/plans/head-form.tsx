import { plansContract, type PlanHead } from '#contract/plans.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { parseSchoolYear } from '#domain/basics/school-year.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Field } from '#web/ui/field.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'

const texts = { vi, en }

export function HeadForm({ head }: { head: PlanHead }) {
  const t = useTexts(texts).head
  const { today } = useSession()
  const tell = useToast()
  // The name of a plan that is written here stands with its words.
  const isWritten = head.documentId === null
  const form = useForm<{ title: string; schoolYear: string; number: string; signedOn: Typed<LocalDate> }>({
    title: head.title,
    schoolYear: head.schoolYear,
    number: head.number ?? '',
    signedOn: typedDate(head.signedOn),
  })
  const save = useWrite(plansContract.changePlan, {
    refresh: [plansContract.getPlan, plansContract.listPlans],
    onDone: () => tell({ text: t.saved }),
  })
  const send = () => {
    const schoolYear = parseSchoolYear(form.values.schoolYear)
    if (schoolYear === null) return form.setErrors([{ name: 'schoolYear', message: t.yearWrong }])
    if (form.values.signedOn.fault) return
    save.send({
      params: { planId: head.planId },
      body: {
        version: head.version,
        title: isWritten ? head.title : form.values.title,
        schoolYear,
        number: form.values.number,
        signedOn: form.values.signedOn.value,
      },
    })
  }
  return (
    <div className="task-form">
      {save.problem !== null && <ErrorState error={save.problem} />}
      {!isWritten && (
        <Field label={t.title} name="title">
          <TextArea {...form.bind('title')} rows={2} />
        </Field>
      )}
      <Field label={t.schoolYear} name="schoolYear" error={form.error('schoolYear')}>
        <TextInput {...form.bind('schoolYear')} width="short" />
      </Field>
      <Field label={t.number} name="number" hint={t.numberHint} optional>
        <TextInput {...form.bind('number')} width="middle" />
      </Field>
      <Field label={t.signedOn} name="signedOn" optional>
        <DateInput {...form.bind('signedOn')} today={today} />
      </Field>
      <div>
        <Button kind="primary" busy={save.busy} onPress={send}>
          {t.save}
        </Button>
      </div>
    </div>
  )
}
