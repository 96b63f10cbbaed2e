import type { ReactNode } from 'react'
import { type PlanTargetView, planItemsContract } from '#contract/plan-items.ts'
import { plansContract } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
import { formatWhen, type When } from '#domain/basics/when.ts'
import {
  figureFields,
  figuresOfKind,
  levelCodes,
  type PlanTarget,
  targetFaults,
  targetKinds,
  targetPeriods,
} from '#domain/plans/plan-target.ts'
import { readEdges } from '#domain/reading/time-text.ts'
import { useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { usePlace } from '#web/platform/place.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox, CheckboxList } from '#web/ui/choice-list.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { NumberInput } from '#web/ui/number-input.tsx'
import { Select } from '#web/ui/select.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea, TextInput } from '#web/ui/text-input.tsx'
import { typedNumber } from '#web/ui/typed.ts'
import type { Addition } from './addition.ts'
import { en } from './plans.en.ts'
import { vi } from './plans.vi.ts'
import type { TargetForm } from './target-form.ts'
import { type GroupChoice, groupKey } from './target-groups.ts'
import type { Proposing } from './proposing.ts'

const texts = { vi, en }
const numbers = ['value', 'numerator', 'denominator', 'percent', 'min', 'max'] as const

export type TargetDialogProps = {
  planId: PlanId
  /** What was read is corrected, or what was missed is added. */
  of: PlanTargetView | Addition
  groups: readonly GroupChoice[]
  isWritten: boolean
  /** What came of it last year. */
  beside?: ReactNode
  /** In an amendment it is proposed instead of written into the draft. */
  proposing?: Proposing | undefined
  onClose: () => void
}

/** One target: its kind decides which figures are asked. */
export function TargetDialog({
  planId,
  of,
  groups,
  isWritten,
  beside,
  proposing,
  onClose,
}: TargetDialogProps) {
  const t = useTexts(texts)
  const { year } = usePlace()
  const target = 'targetId' in of ? of : null
  const when = target?.due ?? null
  const period = target?.period ?? null
  const decimals = 4
  const form = useForm<TargetForm>({
    kind: target?.kind ?? 'count',
    statement: target?.statement ?? ('text' in of ? of.text : ''),
    scope: target?.scope ?? '',
    group: groupKey({ code: target?.groupCode ?? null, title: target?.groupTitle ?? null }),
    levels: target?.levels ?? [],
    value: typedNumber(target?.value ?? null, decimals),
    numerator: typedNumber(target?.numerator ?? null, decimals),
    denominator: typedNumber(target?.denominator ?? null, decimals),
    percent: typedNumber(target?.percent ?? null, decimals),
    min: typedNumber(target?.min ?? null, decimals),
    max: typedNumber(target?.max ?? null, decimals),
    strict: target?.strict ?? false,
    period,
    direction: target?.direction ?? null,
    baseline: target?.baseline ?? '',
    unitWord: target?.unitWord ?? '',
    due: when === null ? '' : formatWhen(when, 'vi'),
  })
  const refresh = [plansContract.getPlan]
  const change = useWrite(planItemsContract.changeTarget, { refresh, onDone: onClose })
  const add = useWrite(planItemsContract.addTarget, { refresh, onDone: onClose })
  const problem = proposing?.problem ?? change.problem ?? add.problem
  const { values } = form
  const asked = figureFields[values.kind]

  const save = () => {
    const due = dueOf(values.due)
    const chosen = groups.find((group) => groupKey(group) === values.group)
    const next: PlanTarget = {
      groupCode: chosen?.code ?? null,
      groupTitle: chosen?.title ?? null,
      levels: values.levels,
      statement: values.statement,
      scope: values.scope,
      kind: values.kind,
      ...figuresOfKind(values.kind, {
        value: values.value.value,
        numerator: values.numerator.value,
        denominator: values.denominator.value,
        percent: values.percent.value,
        min: values.min.value,
        max: values.max.value,
        strict: values.strict,
        period: values.period,
        direction: values.direction,
        baseline: values.baseline === '' ? null : values.baseline,
      }),
      unitWord: values.unitWord,
      due: due === 'wrong' ? null : due,
      review: 'corrected',
    }
    const faults = targetFaults(next)
    const missing = faults.includes('figure_missing')
    const errors = [
      values.statement.trim() === '' ? { name: 'statement', message: t.edit.missing } : null,
      ...numbers.map((name) =>
        asked.includes(name) && values[name].fault ? { name, message: t.target.notNumber } : null,
      ),
      ...asked.map((name) => {
        const isEmpty = next[name] === null && !['percent', 'baseline'].includes(name)
        return missing && isEmpty ? { name, message: t.target.figureMissing } : null
      }),
      due === 'wrong' ? { name: 'due', message: t.edit.timeWrong } : null,
    ].filter((error) => error !== null)
    form.setErrors(errors)
    if (errors.length > 0) return
    const { review: _review, ...body } = { ...next, levels: [...next.levels] }
    if (proposing !== undefined) proposing.send({ kind: 'target', target: body })
    else if (target === null)
      add.send({ params: { planId }, body: { ...body, at: 'at' in of ? of.at : null } })
    else
      change.send({
        params: { targetId: target.targetId },
        body: { ...body, version: target.version, review: 'corrected' },
      })
  }
  // The year of the place stands in for one that is not printed ("tháng 9").
  function dueOf(text: string): When | null | 'wrong' {
    if (text.trim() === '') return null
    const read = readEdges(text, 'finish', year)
    return read.complete && !read.undated ? (read.edges[0] ?? 'wrong') : 'wrong'
  }
  const periodWords: Readonly<Record<string, string>> = t.target.periods
  const periods = [...new Set([...targetPeriods, ...(period === null ? [] : [period])])]

  return (
    <Dialog
      title={target === null ? t.target.addTitle : t.target.title}
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
        {beside}
        <Field
          label={isWritten ? t.target.statementWritten : t.target.statement}
          name="statement"
          error={form.error('statement')}
        >
          <TextArea {...form.bind('statement')} rows={3} />
        </Field>
        <div className="task-form-pair">
          <Field label={t.target.kind} name="kind" hint={t.target.kindHints[values.kind]}>
            <Select
              {...form.bind('kind')}
              choices={targetKinds.map((value) => ({ value, text: t.target.kinds[value] }))}
            />
          </Field>
          <Field label={t.target.group} name="group">
            <Select
              {...form.bind('group')}
              choices={[
                { value: groupKey({ code: null, title: null }), text: t.target.noGroup },
                ...groups.map((group) => ({
                  value: groupKey(group),
                  text: [group.code === null ? null : `${group.code})`, group.title]
                    .filter((part) => part !== null)
                    .join(' '),
                })),
              ]}
            />
          </Field>
        </div>
        {asked.length > 0 && (
          <div className="task-form-figures">
            {asked.includes('direction') && (
              <Field label={t.target.direction} name="direction" error={form.error('direction')}>
                <Select
                  {...form.bind('direction')}
                  placeholder={t.target.choose}
                  choices={(['up', 'down'] as const).map((value) => ({
                    value,
                    text: t.target.directions[value],
                  }))}
                />
              </Field>
            )}
            {numbers
              .filter((name) => asked.includes(name))
              .map((name) => (
                <Field
                  key={name}
                  label={values.kind === 'frequency' ? t.target.times : t.target.figures[name]}
                  name={name}
                  error={form.error(name)}
                  optional={
                    (values.kind === 'ratio' && name === 'percent') ||
                    values.kind === 'milestone' ||
                    values.kind === 'rank'
                  }
                >
                  <NumberInput
                    {...form.bind(name)}
                    decimals={decimals}
                    {...(name === 'percent' || values.kind === 'percentRange' ? { unit: '%' } : {})}
                  />
                </Field>
              ))}
            {asked.includes('period') && (
              <Field label={t.target.period} name="period" error={form.error('period')}>
                <Select
                  {...form.bind('period')}
                  placeholder={t.target.choose}
                  choices={periods.map((value) => ({
                    value,
                    text: periodWords[value] ?? value,
                  }))}
                />
              </Field>
            )}
            {asked.includes('strict') && (
              <Checkbox checked={values.strict} onChange={(on) => form.set('strict', on)}>
                {values.kind === 'atLeast' ? t.target.strictOver : t.target.strictUnder}
              </Checkbox>
            )}
            {asked.includes('baseline') && (
              <Field label={t.target.baseline} name="baseline" optional>
                <TextInput {...form.bind('baseline')} />
              </Field>
            )}
          </div>
        )}
        <div className="task-form-pair">
          <Field label={t.target.unitWord} name="unitWord" hint={t.target.unitWordHint} optional>
            <TextInput {...form.bind('unitWord')} width="middle" />
          </Field>
          <Field label={t.target.due} name="due" hint={t.target.dueHint} error={form.error('due')} optional>
            <TextInput {...form.bind('due')} width="middle" />
          </Field>
        </div>
        <Field label={t.target.scope} name="scope" hint={t.target.scopeHint} optional>
          <TextInput {...form.bind('scope')} />
        </Field>
        <div className="task-form-levels">
          <CheckboxList
            legend={t.target.levels}
            value={values.levels}
            onChange={(levels) => form.set('levels', levels)}
            choices={levelCodes.map((value) => ({ value, text: t.target.levelNames[value] }))}
          />
        </div>
      </div>
    </Dialog>
  )
}
