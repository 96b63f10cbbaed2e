import { cascadeContract } from '#contract/plan-cascade.ts'
import { planDocumentsContract } from '#contract/plan-documents.ts'
import { plansContract } from '#contract/plans.ts'
import type { PlanId } from '#domain/basics/ids.ts'
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

type Beginning = 'given' | 'nothing' | 'template' | 'last_year'

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
  const given = useRead(cascadeContract.listGiven, {
    params: { unitId: unit.unitId },
    query: { schoolYear: year },
  })
  const count = given.data === undefined ? 0 : given.data.work.length + given.data.targets.length
  const usual = count > 0 ? 'given' : last === undefined ? 'template' : 'last_year'
  // Until it is known what there is, nothing is chosen for the person.
  const waiting = plans.isPending || given.isPending
  const from = form.values.from ?? (waiting ? null : usual)
  const onDone = ({ planId }: { planId: PlanId }) => go(to('plans/$planId/review', { planId }))
  const begin = useWrite(planDocumentsContract.beginPlan, { refresh: [plansContract.listPlans], onDone })
  const own = useWrite(cascadeContract.beginOwnPlan, { refresh: [plansContract.listPlans], onDone })
  const problem = begin.problem ?? own.problem
  const send = () => {
    if (form.values.title.trim() === '') return form.setErrors([{ name: 'title', message: t.titleMissing }])
    if (from === null) return
    if (from === 'given')
      return own.send({
        params: { unitId: unit.unitId },
        body: { schoolYear: year, title: form.values.title },
      })
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
          <Button kind="primary" busy={begin.busy || own.busy} disabled={waiting} onPress={send}>
            {t.send}
          </Button>
        </>
      }
    >
      <div className="task-form">
        {problem !== null && <ErrorState error={problem} />}
        <Field label={t.name} name="title" error={form.error('title')}>
          <TextArea {...form.bind('title')} rows={2} />
        </Field>
        <RadioList
          legend={t.from}
          value={from}
          onChange={form.bind('from').onChange}
          choices={[
            {
              value: 'given',
              text: t.froms.given,
              hint: count === 0 ? t.noGiven(year) : t.hints.given(count),
              disabled: count === 0,
            },
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
