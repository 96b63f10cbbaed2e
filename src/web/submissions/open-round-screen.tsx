import { useState } from 'react'
import { formsContract, type FormHead } from '#contract/forms.ts'
import { submissionsContract } from '#contract/submissions.ts'
import { addDays, formatDate, type LocalDate } from '#domain/basics/dates.ts'
import { periods, type Period } from '#domain/submissions/round.ts'
import type { Audience } from '#domain/units/audience.ts'
import { type Ownership, ownerships, type SchoolLevel, schoolLevels } from '#domain/units/unit.ts'
import { useRead, useWrite } from '#web/platform/data.ts'
import { useForm } from '#web/platform/form.ts'
import { useLanguage, useTexts } from '#web/platform/language.tsx'
import { useAddress, usePlace } from '#web/platform/place.tsx'
import { useGo } from '#web/platform/routing.tsx'
import { useSession } from '#web/platform/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { CheckboxList, RadioList } from '#web/ui/choice-list.tsx'
import { DateInput } from '#web/ui/date-input.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { ErrorSummary } from '#web/ui/error-summary.tsx'
import { Field } from '#web/ui/field.tsx'
import { Notice } from '#web/ui/notice.tsx'
import { PageHeader } from '#web/ui/page-header.tsx'
import { Select } from '#web/ui/select.tsx'
import { ErrorState, Loaded, LoadingState } from '#web/ui/states.tsx'
import { TextInput } from '#web/ui/text-input.tsx'
import { useToast } from '#web/ui/toast.tsx'
import { type Typed, typedDate } from '#web/ui/typed.ts'
import { en } from './submissions.en.ts'
import { vi } from './submissions.vi.ts'
import './submissions.css'

const texts = { vi, en }
const kinds = ['school', 'independent_class'] as const
type Kind = (typeof kinds)[number]

/** Mở đợt báo cáo: a form, a period, whom it asks, two days; before it goes out, how many units it asks. */
export function OpenRoundScreen() {
  const forms = useRead(formsContract.listForms, {})
  return (
    <Loaded reading={forms} loading={<LoadingState shape="form" rows={6} />}>
      {(list) => <OpenRound forms={list} />}
    </Loaded>
  )
}

type Values = {
  formCode: string | null
  period: Period | null
  title: string | null
  kinds: readonly Kind[]
  levels: readonly SchoolLevel[]
  ownership: readonly Ownership[]
  opensOn: Typed<LocalDate>
  closesOn: Typed<LocalDate>
}

function OpenRound({ forms }: { forms: readonly FormHead[] }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { unit, year } = usePlace()
  const { today } = useSession()
  const to = useAddress()
  const go = useGo()
  const tell = useToast()
  const first: Values = {
    formCode: forms.length === 1 ? (forms[0]?.code ?? null) : null,
    period: null,
    title: null,
    kinds,
    levels: [],
    ownership: [],
    opensOn: typedDate(today),
    closesOn: typedDate(addDays(today, 14)),
  }
  const form = useForm(first)
  const { values } = form
  const [asking, setAsking] = useState(false)
  const preview = useWrite(submissionsContract.previewRound, { refresh: [], onDone: () => setAsking(true) })
  const open = useWrite(submissionsContract.openRound, {
    onDone: ({ roundId, units }) => {
      tell({ text: t.open.opened(units) })
      go(to('rounds/$roundId', { roundId }))
    },
  })
  const chosen = forms.find((one) => one.code === values.formCode)
  // Proposed until somebody writes another one.
  const title =
    values.title ??
    (chosen === undefined || values.period === null
      ? ''
      : t.open.nameOf(chosen.title[language], t.periods[values.period], year))

  const given = () => {
    const missing = [
      ...(values.formCode === null ? [{ name: 'formCode', message: t.open.missing.form }] : []),
      ...(values.period === null ? [{ name: 'period', message: t.open.missing.period }] : []),
      // Before form and period are chosen the name is the screen's to propose.
      ...(title.trim() === '' && values.formCode !== null && values.period !== null
        ? [{ name: 'title', message: t.open.missing.name }]
        : []),
      ...(values.kinds.length === 0 ? [{ name: 'kinds', message: t.open.missing.kinds }] : []),
      ...(values.opensOn.value === null ? [{ name: 'opensOn', message: t.open.missing.opens }] : []),
      ...(values.closesOn.value === null ? [{ name: 'closesOn', message: t.open.missing.closes }] : []),
    ]
    form.setErrors(missing)
    if (
      missing.length > 0 ||
      values.formCode === null ||
      values.period === null ||
      values.opensOn.value === null ||
      values.closesOn.value === null
    )
      return null
    return {
      formCode: values.formCode,
      schoolYear: year,
      period: values.period,
      audience: audienceOf(values),
      opensOn: values.opensOn.value,
      closesOn: values.closesOn.value,
    }
  }
  const ask = () => {
    const body = given()
    if (body !== null) preview.send({ params: { unitId: unit.unitId }, body })
  }
  const send = () => {
    const body = given()
    if (body !== null) open.send({ params: { unitId: unit.unitId }, body: { ...body, title } })
  }
  const problem = open.problem ?? preview.problem
  const outlook = preview.reply

  return (
    <>
      <PageHeader title={t.open.title} crumbs={[{ text: t.round.crumb, href: to('rounds') }]} />
      <form
        className="open-round"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <ErrorSummary errors={form.errors} />
        {problem !== null && !asking && problem.fields.length === 0 && <ErrorState error={problem} />}
        <Field
          label={t.open.form}
          name="formCode"
          hint={chosen === undefined ? undefined : t.open.formHint(chosen.cells)}
          error={form.error('formCode')}
        >
          <Select
            choices={forms.map((one) => ({ value: one.code, text: one.title[language] }))}
            {...form.bind('formCode')}
          />
        </Field>
        <RadioList
          legend={t.open.period}
          name="period"
          error={form.error('period')}
          choices={periods.map((value) => ({ value, text: t.periods[value] }))}
          {...form.bind('period')}
        />
        <Field label={t.open.name} name="title" error={form.error('title')}>
          <TextInput value={title} onChange={(text) => form.set('title', text)} maxLength={300} />
        </Field>
        <fieldset className="open-round-choices">
          <legend>{t.open.audience}</legend>
          <CheckboxList
            legend={t.open.audience}
            legendUnseen
            name="kinds"
            error={form.error('kinds')}
            choices={kinds.map((value) => ({ value, text: t.open.kinds[value] }))}
            {...form.bind('kinds')}
          />
          <CheckboxList
            legend={t.open.levels}
            hint={t.open.levelsHint}
            choices={schoolLevels
              .filter((level) => chosen?.levels.includes(level) ?? true)
              .map((value) => ({ value, text: t.round.levels[value] }))}
            {...form.bind('levels')}
          />
          <CheckboxList
            legend={t.open.ownership}
            hint={t.open.ownershipHint}
            choices={ownerships.map((value) => ({ value, text: t.open.ownerships[value] }))}
            {...form.bind('ownership')}
          />
        </fieldset>
        <div className="open-round-days">
          <Field label={t.open.opens} name="opensOn" error={form.error('opensOn')}>
            <DateInput {...form.bind('opensOn')} today={today} />
          </Field>
          <Field
            label={t.open.closes}
            name="closesOn"
            error={form.error('closesOn') ?? problem?.fieldMessage('closesOn')}
          >
            <DateInput {...form.bind('closesOn')} today={today} />
          </Field>
        </div>
        <div>
          <Button kind="primary" type="submit" busy={preview.busy}>
            {t.open.next}
          </Button>
        </div>
      </form>
      {asking && outlook !== undefined && (
        <Dialog
          title={t.open.question}
          kind="question"
          open
          onClose={() => setAsking(false)}
          acts={
            <>
              <Button onPress={() => setAsking(false)}>{t.open.cancel}</Button>
              <Button
                kind="primary"
                busy={open.busy}
                disabled={outlook.exists || outlook.units === 0}
                onPress={send}
              >
                {t.open.confirm(outlook.units)}
              </Button>
            </>
          }
        >
          <p>
            <b>
              {t.open.questionText(
                outlook.units,
                values.closesOn.value === null ? '' : formatDate(values.closesOn.value),
              )}
            </b>
          </p>
          <p>{t.open.words(outlook.words)}</p>
          <p className="muted">
            {outlook.byLevel.map(({ level, units }) => `${t.round.levels[level]} ${units}`).join(' · ')}
          </p>
          {sumOf(outlook.byLevel) > outlook.units && <p className="muted">{t.open.severalLevels}</p>}
          {outlook.leftOut > 0 && <p className="muted">{t.open.leftOut(outlook.leftOut)}</p>}
          {outlook.exists && <Notice kind="error">{t.open.exists}</Notice>}
          {open.problem !== null && <ErrorState error={open.problem} />}
        </Dialog>
      )}
    </>
  )
}

function sumOf(byLevel: readonly { units: number }[]): number {
  return byLevel.reduce((sum, { units }) => sum + units, 0)
}

function audienceOf({ kinds: meant, levels, ownership }: Values): Audience {
  return {
    any: [
      {
        kinds: meant,
        ...(levels.length === 0 ? {} : { levels }),
        ...(ownership.length === 0 ? {} : { ownership }),
      },
    ],
  }
}
