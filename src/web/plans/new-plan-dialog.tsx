import { planDocumentsContract } from '#contract/plan-documents.ts'
import { plansContract } from '#contract/plans.ts'
import { previous } from '#domain/basics/school-year.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { Button } from '#web/ui/button.tsx'
import { RadioList } from '#web/ui/choice-list.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { Field } from '#web/ui/field.tsx'
import { ErrorState } from '#web/ui/states.tsx'
import { TextArea } from '#web/ui/text-input.tsx'
import { en } from './plan-documents.en.ts'
import { vi } from './plan-documents.vi.ts'
import './plans.css'

const texts = { vi, en }

type Beginning = 'nothing' | 'template' | 'last_year'

/** Lập kế hoạch mới: what it begins with, and its title; the review follows. */
export function NewPlanDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts).begin
  const { unit, year } = usePlace()
  const to = useAddress()
  const go = useGo()
  const before = previous(year)
  const plans = useRead(plansContract.listPlans, { query: { unitId: unit.unitId, schoolYear: before } })
  const last = plans.data?.find((plan) => plan.issuerUnitId === unit.unitId && plan.state === 'published')
  const form = useForm<{ title: string; from: Beginning | null }>({ title: t.usualTitle(year), from: null })
  // Until it is known whether there is one, nothing is chosen for the person.
  const usual = last === undefined ? 'template' : 'last_year'
  const from = form.values.from ?? (plans.isPending ? null : usual)
  const begin = useWrite(planDocumentsContract.beginPlan, {
    refresh: [plansContract.listPlans],
    onDone: ({ planId }) => go(to('plans/$planId/review', { planId })),
  })
  const send = () => {
    if (form.values.title.trim() === '') return form.setErrors([{ name: 'title', message: t.titleMissing }])
    if (from === null) return
    begin.send({
      params: { unitId: unit.unitId },
      body: { schoolYear: year, title: form.values.title, from },
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
          <Button kind="primary" busy={begin.busy} disabled={plans.isPending} onPress={send}>
            {t.send}
          </Button>
        </>
      }
    >
      <div className="task-form">
        {begin.problem !== null && <ErrorState error={begin.problem} />}
        <Field label={t.name} name="title" error={form.error('title')}>
          <TextArea {...form.bind('title')} rows={2} />
        </Field>
        <RadioList
          legend={t.from}
          value={from}
          onChange={form.bind('from').onChange}
          choices={[
            {
              value: 'last_year',
              text: t.froms.last_year(before),
              hint: last === undefined && !plans.isPending ? t.noLastYear(before) : t.hints.last_year,
              disabled: last === undefined,
            },
            { value: 'template', text: t.froms.template, hint: t.hints.template },
            { value: 'nothing', text: t.froms.nothing, hint: t.hints.nothing },
          ]}
        />
      </div>
    </Dialog>
  )
}
