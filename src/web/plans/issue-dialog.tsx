import { planDocumentsContract } from '#contract/plan-documents.ts'
import { plansContract, type PlanHead } from '#contract/plans.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './plan-documents.en.ts'
import { vi } from './plan-documents.vi.ts'
import './plans.css'

const texts = { vi, en }

/** Ghi số, ngày ban hành: typed back once the agency's register has given them. */
export function IssueDialog({ head, onClose }: { head: PlanHead; onClose: () => void }) {
  const t = useTexts(texts).issue
  const { today } = useSession()
  const tell = useToast()
  const form = useForm<{ number: string; signedOn: Typed<LocalDate> }>({
    number: head.number ?? '',
    signedOn: typedDate(head.signedOn),
  })
  const save = useWrite(planDocumentsContract.recordPlanIssue, {
    refresh: [plansContract.getPlan, plansContract.listPlans],
    onDone: () => {
      tell({ text: t.saved })
      onClose()
    },
  })
  const send = () => {
    const { number, signedOn } = form.values
    if (number.trim() === '') return form.setErrors([{ name: 'number', message: t.numberMissing }])
    if (signedOn.fault) return
    if (signedOn.value === null) return form.setErrors([{ name: 'signedOn', message: t.dateMissing }])
    if (signedOn.value > today) return form.setErrors([{ name: 'signedOn', message: t.dateAhead }])
    save.send({
      params: { planId: head.planId },
      body: { version: head.version, number, signedOn: signedOn.value },
    })
  }
  return (
    <Dialog
      title={t.title}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={save.busy} onPress={send}>
            {t.send}
          </Button>
        </>
      }
    >
      <div className="task-form">
        {save.problem !== null && <ErrorState error={save.problem} />}
        <p>{t.text}</p>
        <Field label={t.number} name="number" hint={t.numberHint} error={form.error('number')}>
          <TextInput {...form.bind('number')} width="middle" />
        </Field>
        <Field label={t.signedOn} name="signedOn" error={form.error('signedOn')}>
          <DateInput {...form.bind('signedOn')} today={today} />
        </Field>
      </div>
    </Dialog>
  )
}
