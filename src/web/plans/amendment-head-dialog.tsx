import { type AmendmentHead, amendmentsContract } from '#contract/plan-amendments.ts'
import type { AmendmentId, PlanId } from '#domain/basics/ids.ts'
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
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './amendments.en.ts'
import { vi } from './amendments.vi.ts'

const texts = { vi, en }

/** Reason, number and date of an amendment; of a published one the document's number and date alone. */
export function AmendmentHeadDialog({
  of,
  onClose,
  onCreated,
}: {
  of: AmendmentHead | { planId: PlanId }
  onClose: () => void
  onCreated?: (amendmentId: AmendmentId) => void
}) {
  const t = useTexts(texts).head
  const { today } = useSession()
  const amendment = 'amendmentId' in of ? of : null
  const isPublished = amendment?.state === 'published'
  const form = useForm<{ reason: string; number: string; signedOn: Typed<LocalDate> }>({
    reason: amendment?.reason ?? '',
    number: amendment?.number ?? '',
    signedOn: typedDate(amendment?.signedOn ?? null),
  })
  const create = useWrite(amendmentsContract.createAmendment, {
    onDone: ({ amendmentId }) => onCreated?.(amendmentId),
  })
  const change = useWrite(amendmentsContract.changeAmendment, { onDone: onClose })
  const problem = create.problem ?? change.problem
  const send = () => {
    const { reason, number, signedOn } = form.values
    if (reason.trim() === '') return form.setErrors([{ name: 'reason', message: t.reasonMissing }])
    if (signedOn.fault) return
    const body = { reason, number, signedOn: signedOn.value }
    if (amendment === null) create.send({ params: { planId: of.planId }, body })
    else
      change.send({
        params: { amendmentId: amendment.amendmentId },
        body: { ...body, version: amendment.version },
      })
  }
  return (
    <Dialog
      title={amendment === null ? t.title : isPublished ? t.typeBack : t.change}
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={create.busy || change.busy} onPress={send}>
            {amendment === null ? t.begin : t.save}
          </Button>
        </>
      }
    >
      <div className="task-form">
        {problem !== null && <ErrorState error={problem} />}
        {!isPublished && (
          <Field label={t.reason} name="reason" hint={t.reasonHint} error={form.error('reason')}>
            <TextArea {...form.bind('reason')} rows={3} />
          </Field>
        )}
        <Field label={t.number} name="number" hint={t.later} optional>
          <TextInput {...form.bind('number')} width="middle" />
        </Field>
        <Field label={t.signedOn} name="signedOn" optional>
          <DateInput {...form.bind('signedOn')} today={today} />
        </Field>
      </div>
    </Dialog>
  )
}
