import { type PlanDutyView, planItemsContract } from '#contract/plan-items.ts'
import { plansContract, type PlanTaskView } from '#contract/plans.ts'
import type { PlanId, TaskId } from '#domain/basics/ids.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { Button } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import type { Addition } from './addition.ts'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import type { Proposing } from './proposing.ts'
import { namesOf, unitsOf } from './printed-names.ts'

const texts = { vi, en }

export type DutyDialogProps = {
  planId: PlanId
  /** What was read is corrected, or what was missed is added. */
  of: PlanDutyView | Addition
  /** Of an addition: the block of a unit in which it stands. */
  block: Pick<PlanDutyView, 'heading' | 'section' | 'units'> | null
  tasks: readonly PlanTaskView[]
  /** In an amendment it is proposed instead of written into the draft; the task that it is joined to stays. */
  proposing?: Proposing | undefined
  onClose: () => void
}

type DutyForm = {
  body: string
  units: string
  partners: string
  section: string
  heading: string
  taskId: TaskId | null
}

/** One duty of a unit, its partners, and the task of the annex that it is followed through. */
export function DutyDialog({ planId, of, block, tasks, proposing, onClose }: DutyDialogProps) {
  const t = useTexts(texts)
  const duty = 'dutyId' in of ? of : null
  const known = duty?.units ?? block?.units ?? []
  const form = useForm<DutyForm>({
    body: duty?.body ?? ('text' in of ? of.text : ''),
    units: namesOf(known, 'lead'),
    partners: duty === null ? '' : namesOf(known, 'coordinating'),
    section: duty?.section ?? block?.section ?? '',
    heading: duty?.heading ?? block?.heading ?? '',
    taskId: duty?.taskId ?? null,
  })
  const refresh = [plansContract.getPlan, plansContract.listNames]
  const change = useWrite(planItemsContract.changeDuty, { refresh, onDone: onClose })
  const add = useWrite(planItemsContract.addDuty, { refresh, onDone: onClose })
  const problem = proposing?.problem ?? change.problem ?? add.problem

  const save = () => {
    const { values } = form
    const units = [
      ...unitsOf(known, 'lead', values.units),
      ...unitsOf(known, 'coordinating', values.partners),
    ]
    const errors = [
      values.body.trim() === '' ? { name: 'body', message: t.edit.missing } : null,
      units.length === 0 ? { name: 'units', message: t.duty.unitsMissing } : null,
    ].filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length > 0) return
    const leads = units.some((unit) => unit.role === 'lead')
    const body = {
      section: values.section,
      heading: values.heading.trim() === '' ? (units[0]?.printedName ?? '') : values.heading,
      body: values.body,
      role: leads ? (duty?.role === 'coordinate' ? null : (duty?.role ?? null)) : ('coordinate' as const),
      taskId: values.taskId,
      units,
    }
    if (proposing !== undefined) proposing.send({ kind: 'duty', duty: body })
    else if (duty === null) add.send({ params: { planId }, body: { ...body, at: 'at' in of ? of.at : null } })
    else
      change.send({
        params: { dutyId: duty.dutyId },
        body: { ...body, version: duty.version, review: 'corrected' },
      })
  }
  return (
    <Dialog
      title={duty === null ? t.duty.addTitle : t.duty.title}
      open
      width="wide"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.edit.cancel}</Button>
          <Button kind="primary" busy={change.busy || add.busy || proposing?.busy === true} onPress={save}>
            {t.edit.save}
          </Button>
        </>
      }
    >
      <div className="task-form">
        <ErrorSummary errors={form.errors} />
        {problem !== null && <ErrorState error={problem} />}
        <Field label={t.edit.text} name="body" error={form.error('body')}>
          <TextArea {...form.bind('body')} rows={5} />
        </Field>
        <div className="task-form-pair">
          <Field label={t.duty.unitsLines} name="units" error={form.error('units')}>
            <TextArea {...form.bind('units')} rows={3} />
          </Field>
          <Field label={t.edit.coordinating} name="partners" optional>
            <TextArea {...form.bind('partners')} rows={3} />
          </Field>
        </div>
        {proposing === undefined && (
          <Field label={t.duty.joinedTo} name="taskId" hint={t.duty.joinedHint} optional>
            <ComboBox
              {...form.bind('taskId')}
              choices={tasks
                .filter((task) => task.review !== 'discarded')
                .map((task) => ({
                  value: task.taskId,
                  text: `${task.no === null ? '' : `${task.no}. `}${task.title}`,
                }))}
            />
          </Field>
        )}
        <div className="task-form-pair">
          <Field label={t.duty.heading} name="heading" optional>
            <TextInput {...form.bind('heading')} />
          </Field>
          <Field label={t.duty.section} name="section" optional>
            <TextInput {...form.bind('section')} width="short" />
          </Field>
        </div>
      </div>
    </Dialog>
  )
}
