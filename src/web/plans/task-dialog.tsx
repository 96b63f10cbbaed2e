import { plansContract, type PlanTaskView } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { formatWhen, type When } from '#domain/basics/when.ts'
import type { TimeWindow } from '#domain/plans/plan-task.ts'
import { readEdges } from '#domain/reading/time-text.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { Button } from '#web/ui/button.tsx'
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

/** One task as text: what was read is corrected, or what was missed is added. */
export function TaskDialog({
  planId,
  of,
  proposing,
  onClose,
}: {
  planId: PlanId
  of: PlanTaskView | Addition
  /** In an amendment it is proposed instead of written into the draft. */
  proposing?: Proposing | undefined
  onClose: () => void
}) {
  const task = 'taskId' in of ? of : null
  const known = task?.units ?? []
  const t = useTexts(texts).edit
  const { year } = usePlace()
  const form = useForm({
    no: task?.no ?? '',
    title: task?.title ?? ('text' in of ? of.text : ''),
    lead: namesOf(known, 'lead'),
    coordinating: namesOf(known, 'coordinating'),
    start: timesOf(task, 'start'),
    finish: timesOf(task, 'finish'),
    product: task?.product ?? '',
  })
  const refresh = [plansContract.getPlan, plansContract.listNames]
  const change = useWrite(plansContract.changeTask, { refresh, onDone: onClose })
  const add = useWrite(plansContract.addTask, { refresh, onDone: onClose })
  const problem = proposing?.problem ?? change.problem ?? add.problem

  const save = () => {
    const { values } = form
    const starts = edgesOf(values.start, 'start')
    const finishes = edgesOf(values.finish, 'finish')
    const errors = [
      values.title.trim() === '' ? { name: 'title', message: t.missing } : null,
      values.lead.trim() === '' ? { name: 'lead', message: t.leadMissing } : null,
      starts === null ? { name: 'start', message: t.timeWrong } : null,
      finishes === null ? { name: 'finish', message: t.timeWrong } : null,
    ].filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length > 0 || starts === null || finishes === null) return
    const body = {
      no: values.no,
      title: values.title,
      windows: windowsOf(starts, finishes),
      product: values.product,
      units: [...unitsOf(known, 'lead', values.lead), ...unitsOf(known, 'coordinating', values.coordinating)],
    }
    if (proposing !== undefined) proposing.send({ kind: 'task', task: body })
    else if (task === null) add.send({ params: { planId }, body: { ...body, at: 'at' in of ? of.at : null } })
    else
      change.send({
        params: { taskId: task.taskId },
        body: { ...body, version: task.version, review: 'corrected' },
      })
  }
  // The year of the place stands in for one that is not printed ("tháng 9").
  function edgesOf(text: string, side: 'start' | 'finish'): When[] | null {
    if (text.trim() === '') return []
    const read = readEdges(text, side, year)
    return read.complete && !read.undated ? read.edges : null
  }

  return (
    <Dialog
      title={task === null ? t.addTitle : t.title}
      open
      width="wide"
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.cancel}</Button>
          <Button kind="primary" busy={change.busy || add.busy || proposing?.busy === true} onPress={save}>
            {t.save}
          </Button>
        </>
      }
    >
      <div className="task-form">
        <ErrorSummary errors={form.errors} />
        {problem !== null && <ErrorState error={problem} />}
        <Field label={t.no} name="no" optional>
          <TextInput {...form.bind('no')} width="short" />
        </Field>
        <Field label={t.text} name="title" error={form.error('title')}>
          <TextArea {...form.bind('title')} rows={3} />
        </Field>
        <div className="task-form-pair">
          <Field label={t.lead} name="lead" error={form.error('lead')}>
            <TextArea {...form.bind('lead')} rows={4} />
          </Field>
          <Field label={t.coordinating} name="coordinating" optional>
            <TextArea {...form.bind('coordinating')} rows={4} />
          </Field>
        </div>
        <div className="task-form-pair">
          <Field label={t.start} name="start" hint={t.timeHint} error={form.error('start')} optional>
            <TextInput {...form.bind('start')} />
          </Field>
          <Field label={t.finish} name="finish" hint={t.timeHint} error={form.error('finish')} optional>
            <TextInput {...form.bind('finish')} />
          </Field>
        </div>
        <Field label={t.product} name="product" optional>
          <TextInput {...form.bind('product')} />
        </Field>
      </div>
    </Dialog>
  )
}

function timesOf(task: PlanTaskView | null, side: 'start' | 'finish'): string {
  // Written in Vietnamese whatever the language of the screen: it is read back by the reader of the documents.
  return (task?.windows ?? [])
    .map((window) => window[side])
    .filter((when) => when !== null)
    .map((when) => formatWhen(when, 'vi'))
    .join('; ')
}

function windowsOf(starts: readonly When[], finishes: readonly When[]): TimeWindow[] {
  return Array.from({ length: Math.max(starts.length, finishes.length) }, (_, index) => ({
    start: starts[index] ?? null,
    finish: finishes[index] ?? null,
  }))
}
