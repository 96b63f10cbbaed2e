import { type SubmitEvent, useState } from 'react'
import { type TargetLine, targetsContract } from '#contract/targets.ts'
import type { LocalDate } from '#domain/basics/dates.ts'
import { formatTargetFigure } from '#domain/plans/plan-target.ts'
import { measureOf, type Verdict, verdicts } from '#domain/targets/judge.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { RadioList, Segments } from '#web/ui/choice-list.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { NumberInput } from '#web/ui/number-input.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate, typedNumber } from '#web/ui/typed.ts'
import { en } from './targets.en.ts'
import { vi } from './targets.vi.ts'

const texts = { vi, en }

type Values = {
  verdict: Verdict | null
  asOf: Typed<LocalDate>
  value: Typed<number>
  numerator: Typed<number>
  denominator: Typed<number>
  note: string
}

/** What was reached by a day, in the measure of the target, and where the figure comes from. */
export function ResultDialog({ target, onClose }: { target: TargetLine; onClose: () => void }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const tell = useToast()
  const { today } = useSession()
  const measure = measureOf(target)
  const [as, setAs] = useState<'share' | 'fraction'>(target.kind === 'ratio' ? 'fraction' : 'share')
  const form = useForm<Values>({
    verdict: null,
    asOf: typedDate(today),
    value: typedNumber(null),
    numerator: typedNumber(null),
    denominator: typedNumber(null),
    note: '',
  })
  const record = useWrite(targetsContract.recordResult, {
    onDone: () => {
      tell({ text: t.dialog.done })
      onClose()
    },
  })
  const isFraction = measure === 'percent' && as === 'fraction'
  const promised = formatTargetFigure(target, language)
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const { verdict, asOf, value, numerator, denominator, note } = form.values
    const missing = (name: 'value' | 'numerator' | 'denominator') =>
      form.values[name].value === null ? { name, message: t.dialog.valueMissing } : null
    const errors = [
      asOf.value === null || asOf.value > today ? { name: 'asOf', message: t.dialog.asOfMissing } : null,
      ...(measure === 'verdict'
        ? [verdict === null ? { name: 'verdict', message: t.dialog.verdictMissing } : null]
        : isFraction
          ? [missing('numerator'), missing('denominator')]
          : [missing('value')]),
      note.trim() === '' ? { name: 'note', message: t.dialog.noteMissing } : null,
    ].filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length > 0 || asOf.value === null) return
    const isFigure = measure !== 'verdict'
    record.send({
      params: { targetId: target.targetId },
      body: {
        asOf: asOf.value,
        value: isFigure && !isFraction ? value.value : null,
        numerator: isFraction ? numerator.value : null,
        denominator: isFraction ? denominator.value : null,
        verdict: isFigure ? null : verdict,
        note,
      },
    })
  }
  return (
    <Dialog
      title={t.dialog.title}
      kind="question"
      open
      onClose={onClose}
      acts={
        <>
          <Button onPress={onClose}>{t.dialog.cancel}</Button>
          <Button kind="primary" type="submit" form="result-form" busy={record.busy}>
            {t.dialog.send}
          </Button>
        </>
      }
    >
      <form id="result-form" className="target-form" onSubmit={send} noValidate>
        <p>
          <b>{target.statement}</b>
        </p>
        {promised !== null && <p className="muted">{t.dialog.promised(promised)}</p>}
        <ErrorSummary errors={form.errors} />
        {record.problem !== null && (
          <Notice kind="error" title={record.problem.title} announce>
            {record.problem.detail}
          </Notice>
        )}
        <Field label={t.dialog.asOf} name="asOf" error={form.error('asOf')}>
          <DateInput {...form.bind('asOf')} today={today} />
        </Field>
        {measure === 'percent' && (
          <Segments
            label={t.dialog.how}
            choices={[
              { value: 'share', text: t.dialog.asShare },
              { value: 'fraction', text: t.dialog.asFraction },
            ]}
            value={as}
            onChange={setAs}
          />
        )}
        {measure === 'verdict' ? (
          <RadioList
            legend={t.dialog.verdict}
            name="verdict"
            choices={verdicts.map((value) => ({ value, text: t.states[value] }))}
            {...form.bind('verdict')}
            error={form.error('verdict')}
          />
        ) : isFraction ? (
          <div className="target-form-pair">
            <Field label={t.dialog.numerator} name="numerator" error={form.error('numerator')}>
              <NumberInput {...form.bind('numerator')} />
            </Field>
            <Field label={t.dialog.denominator} name="denominator" error={form.error('denominator')}>
              <NumberInput {...form.bind('denominator')} />
            </Field>
          </div>
        ) : (
          <Field label={valueLabel(t, target)} name="value" error={form.error('value')}>
            <NumberInput
              {...form.bind('value')}
              {...(measure === 'percent'
                ? { unit: '%' }
                : target.unitWord === null
                  ? {}
                  : { unit: target.unitWord })}
            />
          </Field>
        )}
        <Field label={t.dialog.note} hint={t.dialog.noteHint} name="note" error={form.error('note')}>
          <TextArea {...form.bind('note')} rows={2} />
        </Field>
      </form>
    </Dialog>
  )
}

function valueLabel(t: typeof vi, target: TargetLine): string {
  switch (measureOf(target)) {
    case 'percent':
      return t.dialog.percent
    case 'times':
      return t.dialog.times
    case 'place':
      return t.dialog.place
    case 'change':
      return t.dialog.change[target.direction ?? 'up']
    case 'number':
    case 'verdict':
      return t.dialog.value
  }
}
